"""Who acts and who is acted on, compared with the cited events and with the passages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import Event
from summarizer.normalising.actors import display_name, find_names
from summarizer.verifying.case import WORD, Case, Check
from summarizer.verifying.syntax import Fact, People, Relation, read_postings, read_roles

_OFFICE = re.compile(
    r"(?:'s)?\s+(?:(?:foreign|defence|defense|prime|interior|deputy|vice|justice|finance|trade|energy|transport|health|state)\s+)*"
    r"(?:president|minister|premier|chancellor|spokes\w+|envoy|ambassador|general|commander|official|diplomat|leader|secretary|king)"
    r",?\s+(?:[A-Z][\w'-]*\s+){0,2}",
    re.I,
)
_TITLES = frozenset(
    "president minister foreign prime defence defense general colonel secretary state king mr mrs ms".split()
)


def check_roles(case: Case) -> Check:
    """A relation that runs the other way in the cited events (or, with the same verb, in the passages) is refused."""
    people = _people(case.events)
    allowed = {(a.key, r.key) for event in case.events for a in event.actors for r in event.recipients}
    told, acts = read_roles(case.text, people)
    read = [read_roles(passage.text, people) for passage in case.passages]
    given = [relation for relations, _ in read for relation in relations]
    known = {fact for _, facts in read for fact in facts}
    wrong = _turned_relation(told, given, allowed) or _turned_fact(acts, known, case.events) or _turned_posting(case)
    foreign = _wrong_nationality(case.text, people)
    if foreign:
        return Check((foreign,))
    return Check((f"swaps who acts and who is acted on: {wrong}",)) if wrong else Check()


def _turned_relation(told: Sequence[Relation], given: Sequence[Relation], allowed: set[tuple[str, str]]) -> str | None:
    for mine in told:
        pairs = {(a, r) for a in mine.actors for r in mine.recipients if a != r}
        if not pairs or pairs & allowed or any(_same(mine, other) for other in given):
            continue
        against = sorted((r, a) for a, r in pairs if (r, a) in allowed)
        turned = [
            g for g in given if g.actors & mine.recipients and g.recipients & mine.actors and g.stems & mine.stems
        ]
        if against:
            return f"{_say(against[0][0])} acts on {_say(against[0][1])}"
        if turned:
            return f"{_say(min(turned[0].actors))} acts on {_say(min(turned[0].recipients))}"
    return None


def _same(one: Relation, other: Relation) -> bool:
    return bool(one.actors & other.actors and one.recipients & other.recipients and one.stems & other.stems)


def _turned_fact(told: Sequence[Fact], given: set[Fact], events: Sequence[Event]) -> str | None:
    """The passages have the same verb in the same role, but of somebody else, and this party is in play as well."""
    parties = {p.key for event in events for p in (*event.actors, *event.recipients)}
    parties |= {s.key for event in events for s in event.attribution} | {fact.key for fact in given}
    for fact in told:
        others = {other.key for other in given if other.verb == fact.verb and other.acts == fact.acts}
        if others and fact.key not in others and fact.key in parties and not _is_actor(fact, events):
            who = "acts" if fact.acts else "is acted on"
            return f"in the passages it is {_say(min(others))} that {who}"
    return None


def _turned_posting(case: Case) -> str | None:
    given = read_postings(case.body)
    for sender, host in read_postings(case.text) - given:
        if (host, sender) in given:
            return f"in the passages {_say(host)} is represented in {_say(sender)}"
    return None


def _wrong_nationality(text: str, people: People) -> str | None:
    """A person told as another country's than the events know."""
    for last, key in people:
        if not (key.isupper() and last in text):
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", text):
            for hit in find_names(text):
                before, after = text[hit.end : found.start()], text[found.end() : hit.start]
                of = hit.start > found.end() and re.fullmatch(r"\s+of\s+(?:the\s+)?", after)
                if (
                    hit.kind in ("name", "demonym")
                    and hit.code != key
                    and " " not in hit.code
                    and (_OFFICE.fullmatch(before) or of)
                ):
                    return f"makes {last} {text[hit.start : hit.end]}, the events have {_say(key)}"
    return None


def _is_actor(fact: Fact, events: Sequence[Event]) -> bool:
    """Whether the events give the party this role anyway, and only this one."""
    actors = {p.key for event in events for p in event.actors}
    recipients = {p.key for event in events for p in event.recipients}
    return (fact.key in actors - recipients) if fact.acts else (fact.key in recipients - actors)


def _say(key: str) -> str:
    return display_name(key) if key.isupper() else key.title()


def _people(events: Sequence[Event]) -> People:
    """Last names of the events' parties and speakers with their keys."""
    found: dict[str, str] = {}
    for event in events:
        named = [(p.name, p.key) for p in (*event.actors, *event.recipients)]
        for name, key in (*named, *((s.name, s.key) for s in event.attribution)):
            words: list[str] = [w for w in WORD.findall(name) if w[0].isupper() and w.lower() not in _TITLES]
            if words and not find_names(name):
                found.setdefault(words[-1].removesuffix("'s"), key)
    return tuple(found.items())
