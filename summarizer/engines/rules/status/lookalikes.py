"""Words that look like an act of the ontology but tell none: names, facts, habits, idioms, how a report was made."""

from __future__ import annotations

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.status.bystanders import is_bystanders
from summarizer.engines.rules.status.elsewhere import is_elsewhere
from summarizer.engines.rules.status.reportage import is_of_the_report
from summarizer.engines.rules.status.ruling import Rules, one_holds
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_WILLING = frozenset("ready willing prepared inclined able".split())
_NOBODY = frozenset("neither no nobody none".split())
_HELPING = tk.all_forms("help let make")
_SPANS = frozenset("time day days night nights week weeks month months year years hour hours minutes".split())
_LETTING = frozenset(tk.all_forms("let"))
_NAMING = tk.all_forms("call term dub label brand describe style")
_GRANTING = tk.all_forms("agree concede acknowledge admit accept allow")
_FACTS = frozenset("little nothing few that how what whether this neither".split())
_WILL = frozenset("will would should must shall can could may might to 'll".split())
_QUALIFYING = (
    tk.POSSESSIVES | (tk.PREPOSITIONS - {"as", "than", "since", "to"}) | frozenset("a an the no any every own".split())
)
_REPLYING = tk.all_forms("hit fire snap push strike respond retaliate answer react")
_MOVING = tk.all_forms("land fly travel journey stop go come head sail drive leave cross arrive")
_CRAFT = frozenset(
    form
    for noun in """boat ship vessel trawler tanker ferry helicopter aircraft plane jet drone frigate cutter submarine warship
    soldier troop force brigade battalion convoy truck lorry bus column tank""".split()
    for form in tk.noun_forms(noun)
)
_GOING = tk.all_forms("go come")
_KIN = frozenset(
    "mother father wife husband parents family relatives brother sister son daughter children grandmother".split()
)
_SPORT = frozenset(
    "pitch qualifier semi-final semifinal quarter-final quarterfinal kick-off kickoff fans referee derby playoff midfield".split()
)
_TOURING = tk.all_forms("visit tour inspect")
_DISMISSING = tk.all_forms("reject dismiss rebut refute spurn rebuff")
_CLAIMS = frozenset(
    form
    for noun in "accusation allegation charge claim report suggestion rumour rumor account version story assertion".split()
    for form in tk.noun_forms(noun)
)
_CHARGING = tk.all_forms("charge")
_PHONES = frozenset(("telephone", "phone"))
_WEATHER = tk.all_forms("hail storm thunder")
# A word that follows at once and makes another thing of the first: "free of duty", "what is left of", "it helps to recall".
_IDIOMS = {
    **dict.fromkeys(("free",), frozenset(("of", "from"))),
    **dict.fromkeys(("go",), frozenset(("unpunished", "unanswered", "unnoticed", "unchallenged", "unheeded"))),
    **dict.fromkeys(("left",), frozenset(("of", "over", "alone", "intact", "untouched"))),
    **dict.fromkeys(tk.all_forms("want"), frozenset(("peace", "nothing"))),
    **dict.fromkeys(tk.all_forms("help"), frozenset(("to",))),
}


def tells_no_act(reading: Reading, frame: Frame) -> bool:
    """Whether the words of a frame tell nothing that anybody did, demanded or promised."""
    return one_holds(_RULES, reading, frame) or one_holds(_BY_TYPE.get(frame.pattern.type, ()), reading, frame)


def _nobody_willing(reading: Reading, frame: Frame) -> bool:
    """What nobody would do: "with neither side ready to give way"."""
    low = reading.words.low
    for j in range(max(frame.group.start - 3, 1), frame.first):
        if low[j] in _WILLING and low[j + 1] == "to":
            comma = next((k for k in range(j - 1, -1, -1) if low[k] in (",", ";")), -1)
            return not _NOBODY.isdisjoint(low[comma + 1 : j])
    return False


def _name(reading: Reading, frame: Frame) -> bool:
    """What something is called: "a group which calls itself …", "What papers call a “massing” does not exist"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _NAMING:
        return False
    if low[i + 1 : i + 2] and low[i + 1].endswith(("self", "selves")):
        return True
    what = next((j for j in range(i - 1, max(i - 8, -1), -1) if low[j] == "what"), None)
    return what is not None and (what == 0 or low[what - 1] in ("with", "of", "by", "to"))


def _fact(reading: Reading, frame: Frame) -> bool:
    """What is agreed or granted to be so: "agrees that there were two", "not one, both staffs concede, was held"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _GRANTING or i + 1 >= len(low):
        return False
    following = low[i + 1]
    if following == "that":
        end = next((j for j in range(i + 2, len(low)) if low[j] in ",;:"), len(low))
        return _WILL.isdisjoint(low[i + 2 : end])
    if following == "on":
        return not _FACTS.isdisjoint(low[i + 2 : i + 3])
    if following != ",":
        return False
    start = frame.group.start
    subject = next((m for m in reading.mentions if start in (m.stop, m.end)), None)
    return subject is not None and bool(subject.start) and low[subject.start - 1] == ","


def _habit(reading: Reading, frame: Frame) -> bool:
    """What a relative clause says that somebody does all the time: "France, which trains its police", "the gas that it sells"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.noun or frame.group.start != i:
        return False
    if low[i].endswith(("ed", "ing")) or low[i] in tk.STRONG_PASTS:
        return False
    if i == frame.clause[0]:
        return bool(i) and low[i - 1] in tk.RELATIVES
    return i > 2 and low[i - 2] in ("that", "which") and low[i - 1] in ("it", "they") and not reading.verb[i - 3]


def _qualifier(reading: Reading, frame: Frame) -> bool:
    """A participle or noun that only qualifies: "four days after armed men", "on its own blacklist"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.noun or not i or frame.group.start != i or low[i].endswith("ing"):
        return False
    return low[i - 1] in _QUALIFYING


def _told_after(reading: Reading, frame: Frame) -> bool:
    """An answer of which the next words tell what it was: "hit back on Thursday by declaring …"."""
    low, last = reading.words.low, frame.last
    if low[frame.first] not in _REPLYING:
        return False
    return any(low[j] == "by" and low[j + 1].endswith("ing") for j in range(last, min(last + 5, len(low) - 1)))


def _no_visit(reading: Reading, frame: Frame) -> bool:
    """Ships and soldiers that go somewhere, and whoever is taken there: "patrol boats went to", "landed eight men"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.mode != "visit" or frame.pattern.noun or low[i] not in _MOVING or frame.passive:
        return False
    direct = next((m for m in reading.mentions if m.start == i + 1), None)
    if direct is not None and not direct.prep and low[i + 1] not in tk.TIME_WORDS and i + 1 not in reading.hits:
        return frame.group.modal is None
    if any(low[j] in _CRAFT for m in frame.actors for j in range(m.start, m.stop)):
        return True
    return any(low[j] in _CRAFT and low[j + 1] == "carrying" for j in range(frame.clause[0], i))


def _phone_call(reading: Reading, frame: Frame) -> bool:
    """A call by telephone is no appeal."""
    low, i = reading.words.low, frame.first
    return frame.pattern.noun and bool(i) and low[i - 1] in _PHONES


def _unsaid(reading: Reading, frame: Frame) -> bool:
    """What was done to nobody, or by somebody to himself: "apologised to nobody", "confined itself to adjectives"."""
    low, i = reading.words.low, frame.first
    if low[i + 1 : i + 3] in (["to", "nobody"], ["by", "nobody"], ["for", "nobody"]):
        return True
    return frame.pattern.type in ("COERCE", "SANCTION") and i + 1 < len(low) and low[i + 1].endswith(("self", "selves"))


def _outing(reading: Reading, frame: Frame) -> bool:
    """A visit that is none to a country: "a visit to a market", "gone to their cars", "goes back to the night of 9 May"."""
    low, i, last = reading.words.low, frame.first, frame.last
    if frame.pattern.noun:
        return low[last] == "to" and low[last + 1 : last + 2] in (["a"], ["an"])
    if low[i] in _TOURING and not frame.passive and not any(m.hit for m in frame.recipients):
        what = reading.at.get(i + 2)
        return low[i + 1 : i + 2] in (["the"], ["a"], ["its"], ["his"], ["her"], ["their"]) and (
            what is None or not _is_party(what) or low[i + 2] in _KIN
        )
    return low[i] in _GOING and low[last] == "to" and not any(m.hit for m in frame.recipients)


def _is_party(mention: Mention) -> bool:
    return mention.known or mention.party or bool(mention.role or mention.person)


def _denied_claim(reading: Reading, frame: Frame) -> bool:
    """A charge or report that is called untrue: "the accusation was rejected", "dismissed that as fantasy"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.noun or low[i] not in _DISMISSING:
        return False
    if frame.passive:
        return not _CLAIMS.isdisjoint(low[max(0, frame.group.start - 4) : frame.group.start])
    return low[i + 1 : i + 2] in (["that"], ["this"], ["it"]) and low[i + 2 : i + 3] == ["as"]


def _led_off(reading: Reading, frame: Frame) -> bool:
    """Who is marched somewhere does not protest."""
    return frame.passive and reading.words.low[frame.first] == "marched"


def _price(reading: Reading, frame: Frame) -> bool:
    """Whoever charges money accuses nobody."""
    low, i = reading.words.low, frame.first
    if low[i] not in _CHARGING or i + 1 >= len(low):
        return False
    return low[i + 1][0] in "$€£¥0123456789"


def _weather(reading: Reading, frame: Frame) -> bool:
    """Weather, which is done to nobody: "It hailed on Tuesday"; not "It hailed the deal"."""
    low, i, start = reading.words.low, frame.first, frame.group.start
    if low[i] not in _WEATHER or frame.passive or not start or low[start - 1] != "it" or low[i + 1 : i + 2] == ["as"]:
        return False
    after = (m for m in reading.mentions if m.start - frame.last in (1, 2))
    return all(m.prep or low[m.end - 1] in tk.TIME_WORDS for m in after)


def _less(reading: Reading, frame: Frame) -> bool:
    """An adjective behind a verb or preposition: "demanded lower fees"; not "helped lower fees"."""
    low, i = reading.words.low, frame.first
    if low[i] != "lower" or frame.group.auxiliaries or not i:
        return False
    return (reading.verb[i - 1] and low[i - 1] not in _HELPING) or low[i - 1] in tk.PREPOSITIONS


def _time_goes_by(reading: Reading, frame: Frame) -> bool:
    """Whoever lets time pass, or lets somebody know, lets nobody go: "let six days go by", "let the paper know"."""
    low, i = reading.words.low, frame.first
    if low[i] not in _LETTING or frame.passive:
        return False
    return "know" in low[i + 1 : i + 7] or not _SPANS.isdisjoint(low[i + 1 : i + 4])


def _nobody_hit(reading: Reading, frame: Frame) -> bool:
    """What was done to nobody, or with nothing: "Nobody was hit", "no one was arrested", "no shot was fired"."""
    low, start = reading.words.low, frame.group.start
    if not (frame.passive and start):
        return False
    if low[start - 1] in ("nobody", "none") or low[max(start - 2, 0) : start] == ["no", "one"]:
        return True
    thing = reading.at.get(start - 1)
    return thing is not None and not thing.codes and not thing.prep and low[thing.start] == "no"


def _idiom(reading: Reading, frame: Frame) -> bool:
    """Words that mean something else with the next one: "free of duty", "let the matter go unpunished"."""
    low = reading.words.low
    for at in (frame.first, frame.last):
        following = _IDIOMS.get(low[at])
        if following is not None and at + 1 < len(low) and low[at + 1] in following:
            return True
    return False


def _match(reading: Reading, frame: Frame) -> bool:
    """Two countries that meet on the pitch."""
    del frame
    return not _SPORT.isdisjoint(reading.words.forms)


_RULES: Rules = (
    is_elsewhere,
    is_of_the_report,
    is_bystanders,
    _nobody_willing,
    _fact,
    _qualifier,
    _unsaid,
    _idiom,
    _weather,
    _time_goes_by,
    _less,
)
# What concerns acts of one type alone.
_BY_TYPE: dict[str, Rules] = {
    "ACCUSE": (_name, _told_after, _price),
    "AID": (_habit,),
    "ASSAULT": (_nobody_hit,),
    "COERCE": (_nobody_hit,),
    "CONSULT": (_habit, _no_visit, _outing, _match),
    "COOPERATE": (_habit,),
    "PROTEST": (_led_off,),
    "REJECT": (_denied_claim,),
    "REQUEST": (_phone_call,),
}
