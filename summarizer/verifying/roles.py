"""Who acts and who is acted on, compared with the cited events and with the passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.events import Event
from summarizer.normalising.actors import codes_in, display_name
from summarizer.ontology import load_ontology
from summarizer.spans import fold
from summarizer.verifying.case import WORD, Case, Check, names_in, stem, stems_of
from summarizer.verifying.company import changed_places
from summarizer.verifying.facts import Fact
from summarizer.verifying.heads import head_told
from summarizer.verifying.mentions import People
from summarizer.verifying.misplaced import misplaced
from summarizer.verifying.nationality import wrong_nationality
from summarizer.verifying.nominals import read_doers
from summarizer.verifying.recast import recast
from summarizer.verifying.relations import Relation
from summarizer.verifying.syntax import read_roles
from summarizer.verifying.verbs import LIGHT_VERBS, alike, kind

# Whoever is acted on may do these in turn without being an actor of the cited event.
_REACTIONS = frozenset(
    stem(word)
    for word in """respond reply answer promise reject deny dismiss refuse protest complain say call agree accept refute react
    retaliate return comment criticise condemn regret vow insist warn appeal thank denounce decry
    decline spurn rebuff brush ignore welcome slam brand label term mock deplore lament scorn shrug draw""".split()
)
_CHARGES = frozenset(stem(word) for word in "accuse accusation allege claim blame charge suspect".split())
_ACCUSING = frozenset((kind(stem("accuse")),))
_BLAMING = _CHARGES | frozenset(
    stem(word)
    for word in """say tell protest complain condemn denounce criticise hold link attribute report call deny reject dismiss put
    describe speak insist warn detail fault point see""".split()
)
_SAYING = frozenset(stem(word) for word in "say tell claim allege state report announce".split())
_SENT_ABROAD = frozenset(stem(word) for word in "expel deport banish extradite".split())  # nobody does it to his own
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|not|no|never|none|nobody|neither|nor|without|reject\w*|dismiss\w*|refut\w*|disput\w+|contradict\w*|claim\w*"
    r"|accus\w+|alleg\w+|report\w*)\b|n't\b",
    re.I,
)
_MUTUAL = re.compile(r"\b(?:each other|one another|mutual\w*|reciproc\w*|each)\b", re.I)
_RECEIVED_BY = re.compile(r"\b(?:was|were|been)\s+received\s+by\b")
_MEETING = frozenset(stem(word) for word in "host visit greet welcome meet telephone phone".split())
_VAGUE = LIGHT_VERBS | frozenset(
    stem(word)
    for word in "call ask refuse kill fire do hold give issue use carry make express speak ready cut yield".split()
)
_ORGANS = frozenset(  # every country has them
    "Ministry Government Parliament Court Police Army Navy Commission Council Department Office Agency Embassy Authority Guard".split()
)
_SAYS_ALL = ("gives ", "puts ", "has them meet ")  # reasons that need no heading
_TITLES = frozenset(
    "president minister foreign prime defence defense general colonel secretary state king mr mrs ms".split()
)


def check_roles(case: Case) -> Check:
    """A relation that runs the other way in the cited events (or, with the same verb, in the passages) is refused."""
    people = _people(case.events)
    case = _in_plain_order(case)
    real = [event for event in case.events if event.status != "denied" or _DENIED.search(case.text)]
    allowed = {(a.key, r.key) for event in real for a in event.actors for r in event.recipients}
    # Who says that somebody did something may be told to blame him for it.
    excused = {(s.key, a.key) for event in case.events for s in event.attribution for a in event.actors}
    told, acts = read_roles(head_told(case.text), people)
    read = [read_roles(recast(passage.text), people) for passage in case.passages]
    given = [relation for relations, _ in read for relation in relations]
    known = {fact for _, facts in read for fact in facts} | _facts_of(case.events)
    if _MUTUAL.search(case.text):
        return Check()
    wrong = (
        _turned_relation(
            [m for m in told if not (_pairs(m) & excused and m.stems & _BLAMING) and not _is_charge(m, given, case)],
            given,
            allowed,
            case,
        )
        or _turned_fact(
            [fact for fact in acts if not _both_accuse(fact, acts, told, allowed, known)], known, case.events
        )
        or _turned_noun(case, known)
        or misplaced(case)
        or changed_places(case, _agreed(told, given, allowed | excused))
    )
    foreign = wrong_nationality(case, people)
    if foreign:
        return Check((foreign,))
    if wrong and wrong.startswith(_SAYS_ALL):
        return Check((wrong,))
    return Check((f"swaps who acts and who is acted on: {wrong}",)) if wrong else Check()


def _in_plain_order(case: Case) -> Case:
    plain = recast(case.text)
    return case if plain == case.text else replace(case, text=plain)


def _facts_of(events: Sequence[Event]) -> set[Fact]:
    """The events' actors as subjects of the verb by which the ontology tells such an act ("threatened", "protested")."""
    ontology = load_ontology()
    verbs = {event.id: stem(ontology.say(event.type, event.mode).base.split("[")[0].split(" ")[0]) for event in events}
    return {
        Fact(party.key, verbs[event.id], True)
        for event in events
        for party in event.actors
        if verbs[event.id] not in _VAGUE
    }


def _turned_relation(
    told: Sequence[Relation], given: Sequence[Relation], allowed: set[tuple[str, str]], case: Case
) -> str | None:
    for mine in told:
        pairs = _pairs(mine)
        if not pairs or pairs & allowed or any(_same(mine, other) for other in given):
            continue
        if _RECEIVED_BY.search(case.text) and mine.stems & {stem("receive")}:
            continue  # as much a visit of his
        against = (
            sorted((r, a) for a, r in pairs if (r, a) in allowed) if not mine.stems & (_REACTIONS | _MEETING) else []
        )
        turned = [
            g for g in given if g.actors & mine.recipients and g.recipients & mine.actors and g.stems & mine.stems
        ]
        if against:
            return f"{_say(against[0][0])} acts on {_say(against[0][1])}"
        if turned:
            return f"{_say(min(turned[0].actors))} acts on {_say(min(turned[0].recipients))}"
    return None


def _both_accuse(
    fact: Fact, acts: Sequence[Fact], told: Sequence[Relation], allowed: set[tuple[str, str]], known: set[Fact]
) -> bool:
    """Whether one accuses who accuses him: the sentence tells both, and the events have this one's act against the other."""
    if not fact.acts or kind(fact.verb) not in _ACCUSING:
        return False
    mine = [m for m in told if fact.key in m.actors and fact.verb in m.stems]
    others = {other.key for other in acts if other.acts and alike(other.verb, fact.verb)} - {fact.key}
    theirs = {other.key for other in known if other.acts and alike(other.verb, fact.verb)}
    return bool(mine and others & theirs) and all(_pairs(m) & allowed for m in mine)


def _agreed(
    told: Sequence[Relation], given: Sequence[Relation], allowed: set[tuple[str, str]]
) -> frozenset[frozenset[str]]:
    """Pairs of parties whose relation the sentence tells as the events or the passages do."""
    return frozenset(
        frozenset(pair)
        for mine in told
        for pair in _pairs(mine)
        if pair in allowed or any(_same(mine, other) for other in given)
    )


def _is_charge(mine: Relation, given: Sequence[Relation], case: Case) -> bool:
    """Whether this is what one accuses the other of: in the passages the other accuses, and the sentence does so too."""
    if mine.stems & _CHARGES or not stems_of(case.text) & _CHARGES:
        return False
    return any(g.stems & _CHARGES and g.actors & mine.recipients and g.recipients & mine.actors for g in given)


def _pairs(relation: Relation) -> set[tuple[str, str]]:
    return {(a, r) for a in relation.actors for r in relation.recipients if a != r}


def _same(one: Relation, other: Relation) -> bool:
    return bool(one.actors & other.actors and one.recipients & other.recipients and one.stems & other.stems)


def _turned_fact(told: Sequence[Fact], given: set[Fact], events: Sequence[Event]) -> str | None:
    """The passages have the same verb in the same role, but of somebody else, and this party is in play as well."""
    parties = {p.key for event in events for p in (*event.actors, *event.recipients)}
    parties |= {s.key for event in events for s in event.attribution} | {fact.key for fact in given}
    actors = {p.key for event in events for p in event.actors}
    sufferers = {p.key for event in events for p in event.recipients}
    for fact in told:
        if fact.verb in LIGHT_VERBS and fact.key in actors:
            continue
        others = {other.key for other in given if alike(other.verb, fact.verb) and other.acts == fact.acts}
        undergone = {f.key for f in given if alike(f.verb, fact.verb) and f.acts != fact.acts}
        if not others and fact.acts and fact.key in undergone and fact.verb not in LIGHT_VERBS:
            return f"in the passages it is {_say(fact.key)} that is acted on"
        if not fact.acts and kind(fact.verb) in _SENT_ABROAD and fact.key in undergone - others - sufferers:
            return f"in the passages it is {_say(fact.key)} that acts"
        if others and fact.key not in others and fact.key in parties and not _is_actor(fact, others, events):
            who = "acts" if fact.acts else "is acted on"
            return f"in the passages it is {_say(min(others))} that {who}"
    return None


def _turned_noun(case: Case, known: set[Fact]) -> str | None:
    """An act told as a noun ("Hungary's suspension") that the passages tell of another party."""
    doers = read_doers(case.body)
    parties = {p.key for event in case.events for p in (*event.actors, *event.recipients)} | codes_in(case.body)
    speakers = {s.country for event in case.events for s in event.attribution}
    for code, act in sorted(read_doers(case.text)):
        theirs = {who for who, what in doers if what == act} | _doers_in(case.events, act)
        if code not in speakers:
            theirs |= {fact.key for fact in known if alike(fact.verb, act) and fact.acts}
        if (
            theirs
            and code not in theirs
            and code in parties
            and not _is_actor(Fact(code, act, True), theirs, case.events)
        ):
            return f"in the passages it is {_say(min(theirs))} that acts"
    return None


def _doers_in(events: Sequence[Event], act: str) -> set[str]:
    """Actors of the events that the ontology tells with this verb, also where it says little: "a request" of who requested."""
    ontology = load_ontology()
    return {
        party.key
        for event in events
        for party in event.actors
        if kind(act) in _VAGUE
        and alike(stem(ontology.say(event.type, event.mode).base.split("[")[0].split(" ")[0]), act)
    }


def _is_actor(fact: Fact, others: set[str], events: Sequence[Event]) -> bool:
    """Whether the events give the party this role anyway, and only this one; not for what its opposites alone do there."""
    actors = {p.key for event in events for p in event.actors}
    recipients = {p.key for event in events for p in event.recipients}
    if fact.verb in _SAYING and any(event.attribution for event in events):
        return fact.key in {s.key for event in events for s in event.attribution}
    if fact.acts and fact.verb in _REACTIONS - _SAYING and others <= recipients - actors:
        return False
    if fact.acts and _is_anothers(fact, others, events):
        return False
    return (fact.key in actors - recipients) if fact.acts else (fact.key in recipients - actors)


def _is_anothers(fact: Fact, others: set[str], events: Sequence[Event]) -> bool:
    """Whether the verb stands in the evidence of what the others do, and nowhere in that of what the party does."""
    mine = [event for event in events if any(p.key == fact.key for p in event.actors)]
    theirs = [event for event in events if any(p.key in others for p in event.actors) and event not in mine]
    if not all(event.evidence for event in (*mine, *theirs)) or any(_has(event, fact.verb) for event in mine):
        return False
    return any(_has(event, fact.verb) for event in theirs)


def _has(event: Event, verb: str) -> bool:
    told = frozenset().union(*(stems_of(fold(evidence.quote).text) for evidence in event.evidence))
    return kind(verb) in map(kind, told)


def _say(key: str) -> str:
    return display_name(key) if key.isupper() else key.title()


def _people(events: Sequence[Event]) -> People:
    """Last names of the events' parties and speakers with their keys."""
    found: dict[str, str] = {}
    for event in events:
        named = [(p.name, p.key) for p in (*event.actors, *event.recipients)]
        for name, key in (*named, *((s.name, s.key) for s in event.attribution)):
            words: list[str] = [w for w in WORD.findall(name) if w[0].isupper() and w.lower() not in _TITLES]
            if words and words[-1] not in _ORGANS and not names_in(name):
                found.setdefault(words[-1].removesuffix("'s"), key)
    return tuple(found.items())
