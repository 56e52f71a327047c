"""Verbs and nouns that mean another thing by the words beside them, and so tell none of the acts that they tell elsewhere."""

from __future__ import annotations

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.titles import VEHICLES
from summarizer.engines.rules.status.ruling import Rules, one_holds
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_BEARERS = frozenset(
    """man men woman women youth youths gang gangs robber robbers raider raiders bandit bandits assailant assailants attacker
    attackers intruder intruders policeman policemen guard guards people conflict struggle robbery uprising""".split()
)
_DISMISSING = tk.all_forms("dismiss sack fire")
_POSTS = frozenset(
    """chief minister head commander director chairman chairwoman president governor ambassador envoy secretary prosecutor
    general judge spokesman spokeswoman adviser leader mayor chancellor coach""".split()
)
_REPORTS = frozenset(
    "report reports claim claims rumour rumours rumor rumors allegation allegations account accounts".split()
)
_RULING = tk.all_forms("rule")
_ASKING = tk.all_forms("ask")
_SPANS = frozenset("minute minutes hour hours day days night week weeks month months moment patience trouble".split())
_TURNING = tk.all_forms("turn")
_AFTERWARDS = (tk.PREPOSITIONS - {"from"}) | frozenset(
    ". , ; : ! ? and but when after before as yesterday today".split()
)
_HEARING = tk.all_forms("hear")
_COURTS = frozenset("court courts tribunal tribunals judge judges panel bench chamber".split())
_STANDING_UP_FOR = tk.all_forms("defend justify")
_OWN_ACTS = frozenset(
    """seizure decision move arrest arrests ban raid raids strike strikes expulsion attack attacks use closure plan deal
    handling conduct measure measures sale purchase vote sentence verdict record response operation""".split()
)
_HURT = frozenset("wounded injured dead sick ailing fallen slain bodies remains coffins".split())
_HANDING = tk.all_forms("hand deliver give send pass")
_HANDING_OVER = tk.all_forms("hand turn give deliver")
_WARDERS = frozenset(
    "police policemen prosecutors prosecutor investigators court courts magistrate gendarmes gendarmerie jailers".split()
)
_CITIZENS = frozenset("citizens nationals people subjects tourists families students workers compatriots".split())
_PAPERS = frozenset("note notes protest letter letters message complaint memorandum".split())
_SHUTTING = tk.all_forms("stop close shut take cut paralyse paralyze hold")
_WELCOMING = tk.all_forms("welcome greet receive")
_ARRIVALS = frozenset("airport airfield station quay pier harbour harbor".split())
_PICKING = tk.all_forms("pick")
_MONEY = "$€£¥0123456789"
_PAYING_BACK = tk.all_forms("retaliate")
_OF_MANY = frozenset("one two three four five six seven eight nine ten eleven twelve".split())

_STANDING = tk.all_forms("stand")
_OWN_WORDS = frozenset(
    """account version report story reporting statement claim word words figures findings assessment position decision denial
    comments remarks opinion""".split()
)
_ASSURING = tk.all_forms("assure reassure")
_CALLING = tk.all_forms("call")
_CALLED_FOR = frozenset(("to", "for", "not", "against", "“", '"'))
_SMALL_THINGS = frozenset(
    "paper papers passport passports document documents directions water tea coffee silence light".split()
)
_DRILLING = frozenset(("drill", "drills", "drilled", "drilling"))
_DRILLERS = frozenset(
    """engineer engineers geologist geologists miner miners company companies firm firms crew crews surveyors contractor
    contractors prospectors""".split()
)
_GROUND = frozenset(
    "oil gas well wells borehole boreholes hole holes rig rigs seabed granite rock bedrock exploratory offshore".split()
)
_FREEING = frozenset("free freed released release pardoned deported expelled acquitted".split())
_BOMBARDING = tk.all_forms("bombard")
_WORDS = frozenset(
    "protests questions calls letters messages requests complaints demands e-mails emails appeals".split()
)
_TERMS = frozenset("year years month months life".split())
_PATROLS = frozenset(("patrol", "patrols"))
_PATROLLING = frozenset("police army border naval navy military road sea joint mounted foot security coast".split())
_HOMEWARD = frozenset("flew fly flown went go gone sailed sail drove drive returned return".split())


def means_else(reading: Reading, frame: Frame) -> bool:
    """Whether the words beside it give the word of a frame another sense than that of an act."""
    return one_holds(_RULES.get(frame.pattern.type, ()), reading, frame)


def _bears_arms(reading: Reading, frame: Frame) -> bool:
    """Who carries arms arms nobody: "whom armed men took", "tribesmen armed with sticks"."""
    low, i = reading.words.low, frame.first
    if low[i] != "armed" or frame.group.be or "have" in frame.group.auxiliaries or i + 1 >= len(low):
        return False
    return low[i + 1] == "with" or low[i + 1] in _BEARERS


def _paid_back(reading: Reading, frame: Frame) -> bool:
    """How somebody retaliates is the act: "retaliated a day later by closing its airspace"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _PAYING_BACK:
        return False
    by = next((j for j in range(i + 1, min(i + 8, len(low) - 1)) if low[j] == "by"), None)
    return by is not None and low[by + 1].endswith("ing")


def _removed(reading: Reading, frame: Frame) -> bool:
    """Who is dismissed from a post isn't called anything: "dismissed Rocha as army chief"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _DISMISSING:
        return False
    at = next((j for j in range(i + 1, min(i + 7, len(low))) if low[j] == "as"), None)
    return at is not None and not _POSTS.isdisjoint(low[at + 1 : at + 5])


def _disbelieved(reading: Reading, frame: Frame) -> bool:
    """A report called untrue, or what is said not to have been, is refused to nobody: "dismissed as untrue a report", "ruled out that"."""
    low, i = reading.words.low, frame.first
    if low[i] in _RULING:
        return low[i + 1 : i + 3] == ["out", "that"]
    return low[i] in _DISMISSING and low[i + 1 : i + 2] == ["as"] and not _REPORTS.isdisjoint(low[i + 2 : i + 7])


def _turned_round(reading: Reading, frame: Frame) -> bool:
    """Who turns back himself turns nobody back: "turned back on the 25th"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _TURNING or frame.passive or low[i + 1 : i + 2] != ["back"]:
        return False
    return low[i + 2 : i + 3] == [] or low[i + 2] in _AFTERWARDS


def _for_oneself(reading: Reading, frame: Frame) -> bool:
    """What isn't asked of a party: "asked for a day to think"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _ASKING or frame.passive or low[i + 1 : i + 2] != ["for"]:
        return False
    return not _SPANS.isdisjoint(low[i + 2 : i + 5])


def _heard_in_court(reading: Reading, frame: Frame) -> bool:
    """A complaint that judges hear is none against them: "a court will hear the complaint"."""
    low, i = reading.words.low, frame.first
    return low[i] in _HEARING and not frame.passive and not _COURTS.isdisjoint(low[frame.clause[0] : i])


def _handed_to(reading: Reading, frame: Frame) -> bool:
    """A note with its sender's name, whose handing over the noun tells: "Chad's note was handed to Togo"."""
    low, i = reading.words.low, frame.first
    if not frame.passive or low[i] not in _HANDING or low[i + 1 : i + 2] != ["to"]:
        return False
    return any(m.codes and m.end <= i and low[m.end - 1] in _PAPERS for m in frame.recipients)


def _own_act(reading: Reading, frame: Frame) -> bool:
    """Who defends what he did takes nobody's side: "defended the seizure of a trawler"."""
    low, i = reading.words.low, frame.first
    return low[i] in _STANDING_UP_FOR and not _OWN_ACTS.isdisjoint(low[i + 1 : i + 4])


def _met_on_arrival(reading: Reading, frame: Frame) -> bool:
    """Who is welcomed where he arrives is met: "welcomed the crew at the airport"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _WELCOMING:
        return False
    at = next((j for j in range(i + 1, min(i + 9, len(low))) if low[j] == "at"), None)
    return at is not None and not _ARRIVALS.isdisjoint(low[at + 1 : at + 5])


def _hurt(reading: Reading, frame: Frame) -> bool:
    """The wounded and the dead aren't sent out: "wounded soldiers were flown to"."""
    low, i = reading.words.low, frame.first
    return frame.pattern.noun and not _HURT.isdisjoint(low[max(i - 5, 0) : i])


def _shut_by_nobody(reading: Reading, frame: Frame) -> bool:
    """What is stopped or shut by nobody that is told is no blockade: "the bus was stopped", "the crossing was closed"."""
    low = reading.words.low
    return (
        frame.pattern.mode == "obstruct"
        and frame.passive
        and not frame.actors
        and not frame.pattern.noun
        and low[frame.first] in _SHUTTING
    )


def _so_much(reading: Reading, frame: Frame) -> bool:
    """An offer named only by how much it is, within another act: "turned down an offer of eight per cent"."""
    low, last = reading.words.low, frame.last
    if not frame.pattern.noun or low[last] != "of" or last + 1 >= len(low):
        return False
    return low[last + 1][0] in _MONEY or low[last + 1] in _OF_MANY


def _freed_before(reading: Reading, frame: Frame) -> bool:
    """Who was set free is only named so behind a preposition: "spoke to the two released teachers"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.noun or frame.group.start != i or i < 2 or low[i - 1] not in _OF_MANY or not low[i].endswith("ed"):
        return False
    at = i - 2 - (low[i - 2] in ("the", "these", "those", "all"))
    return at >= 0 and low[at] in ("to", "with", "of", "for", "by", "from", "among", "about")


def _own_citizens(reading: Reading, frame: Frame) -> bool:
    """Who tells his own people to leave a place sends nobody away: "ordered its citizens to leave"."""
    if frame.pattern.mode != "expel" or frame.passive or frame.pattern.noun:
        return False
    told = next((m for m in reading.mentions if m.start > frame.group.verb), None)
    return told is not None and not told.prep and told.own and reading.words.low[told.end - 1] in _CITIZENS


def _to_the_police(reading: Reading, frame: Frame) -> bool:
    """Who is handed over to the police isn't free: "Its crew was handed over to the police"."""
    low, last = reading.words.low, frame.last
    if low[frame.first] not in _HANDING_OVER:
        return False
    to = next((j for j in range(frame.first + 1, min(last + 8, len(low))) if low[j] == "to"), None)
    return to is not None and not _WARDERS.isdisjoint(low[to + 1 : to + 4])


def _rescued(reading: Reading, frame: Frame) -> bool:
    """A ship or helicopter that picks people up saves them."""
    low, i = reading.words.low, frame.first
    return low[i] in _PICKING and any(low[m.end - 1] in VEHICLES for m in frame.actors)


def _holds_to_it(reading: Reading, frame: Frame) -> bool:
    """Who stands by what he said takes nobody's side: "stands by its account"; and who assures somebody that a thing is so."""
    low, i = reading.words.low, frame.first
    if low[i] in _STANDING and low[i + 1 : i + 2] == ["by"]:
        return low[i + 2 : i + 3] == ["what"] or not _OWN_WORDS.isdisjoint(low[i + 2 : i + 6])
    return low[i] in _ASSURING and "that" in low[i + 1 : i + 7]


def _calls_at(reading: Reading, frame: Frame) -> bool:
    """Who calls on somebody, and for nothing, visits him: "did not call on the consul on Sunday"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _CALLING or low[i + 1 : i + 2] != ["on"] or frame.passive:
        return False
    return _CALLED_FOR.isdisjoint(low[i + 2 :])


def _small_thing(reading: Reading, frame: Frame) -> bool:
    """What is asked for at a road block or a table: "asked for their papers", "asked for silence"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _ASKING or frame.passive or low[i + 1 : i + 2] != ["for"]:
        return False
    return not _SMALL_THINGS.isdisjoint(low[i + 2 : i + 4])


def _into_the_ground(reading: Reading, frame: Frame) -> bool:
    """Who drills for oil or into rock trains no troops: "Czech engineers started to drill at Slavonice"."""
    low = reading.words.low
    if _DRILLING.isdisjoint(low[frame.first : frame.last + 1]):
        return False
    return not _GROUND.isdisjoint(low) or any(low[m.end - 1] in _DRILLERS for m in frame.actors)


def _freed_and_gone(reading: Reading, frame: Frame) -> bool:
    """Who goes home after he was set free is called back by nobody: "set all four free, and they flew home"."""
    low = reading.words.low
    if low[frame.first] not in _HOMEWARD or frame.passive or not frame.actors or low[frame.actors[0].start] != "they":
        return False
    return not _FREEING.isdisjoint(low[: frame.first])


def _with_words(reading: Reading, frame: Frame) -> bool:
    """Who is bombarded with words is hit by none: "was bombarded with protests"."""
    low, i = reading.words.low, frame.first
    return low[i] in _BOMBARDING and low[i + 1 : i + 2] == ["with"] and not _WORDS.isdisjoint(low[i + 2 : i + 5])


def _sentenced(reading: Reading, frame: Frame) -> bool:
    """Who is given time in prison is given no aid: "were convicted of fuel smuggling and given a year each"."""
    low, i = reading.words.low, frame.first
    return low[i] == "given" and frame.passive and not _TERMS.isdisjoint(low[i + 1 : i + 4])


def _patrol_of(reading: Reading, frame: Frame) -> bool:
    """A patrol of somebody's is a noun: "by a police patrol on the road"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _PATROLS or frame.pattern.noun or frame.group.start != i:
        return False
    return low[i - 1] in _PATROLLING and low[i - 2] in tk.DETERMINERS | {"by", "of", "with", "from"}


_RULES: dict[str, Rules] = {
    "AID": (_bears_arms, _sentenced),
    "COERCE": (_rescued,),
    "ASSAULT": (_paid_back, _with_words),
    "ACCUSE": (_calls_at, _removed, _disbelieved, _heard_in_court, _handed_to),
    "REJECT": (_disbelieved, _turned_round),
    "REQUEST": (_for_oneself, _small_thing, _calls_at),
    "SUPPORT": (_own_act, _met_on_arrival, _holds_to_it),
    "MOBILIZE": (_hurt, _into_the_ground, _patrol_of),
    "PROTEST": (_shut_by_nobody,),
    "AGREE": (_so_much,),
    "RETREAT": (_freed_before, _to_the_police),
    "SANCTION": (_own_citizens, _freed_and_gone),
}
