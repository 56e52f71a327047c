"""Whom a sentence makes speak though no cited event or passage does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.events import Event
from summarizer.normalising.actors import codes_in
from summarizer.verifying.case import Case, holds, names_in
from summarizer.verifying.sayers import SAY, sayers
from summarizer.verifying.speaker_names import TITLES

# Verbs of speaking beside `SAY`.
ALSO = (
    r"repl(?:y|ies|ied)|respond\w*|answer\w*|promis\w+|remark\w*|comment\w*|vow\w*|urg\w+|demand\w*|spoke|asked|condemn\w*"
    r"|expects?|inform(?:s|ed)"
)
_RESTS_ON = r"(?:rest(?:s|ed|ing)|based|rel(?:y|ies|ied|ying))\s+(?:up)?on"  # a report rests on its source
_NAME = r"[A-Z][\w'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w'-]*)*"
_SUBJECT = re.compile(
    rf"(?P<before>(?:[A-Z][\w'-]*\s+){{1,4}}){SAY}\b|\b[Aa]ccording\s+to\s+(?:the\s+)?(?P<after>(?:[\w'-]+\s+){{0,6}}?{_NAME})"
    rf"|,\s+(?:said|says)\s+(?!(?:that|to|who|whoever|what|whatever|there|nobody|if)\b)(?P<late>(?:[\w'-]+\s+){{0,5}}?{_NAME})"
)
# Jan Novak of the Red Cross said, the office of Trade and Industry said
_OF_AN_OFFICE = re.compile(r"\b(?:of|for|from|at)\s+(?:the\s+)?(?:[A-Z][\w'-]*\s+(?:and|of|for)\s+(?:the\s+)?)*$")
_DAY_OR_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_GOES_ON = re.compile(r"\s+(?:had|has|have|was|were|is|are|would|will|could|did|must|should|\w+ed)\b")
# "According to a colleague of Diaby", "a driver cited by Radio Comoé": he isn't the one who says so.
_ANOTHER = re.compile(r"^(?!The\b)[a-z][\w\s'-]*\b(?:of|from|in|at|near|for|cited\s+by|quoted\s+by)\s")
_MANY = re.compile(
    rf"\b(?P<many>(?:multiple|several|various|many|some|unnamed|anonymous)?\s*(?!\w+\s+reports?\s+(?:of|that|on|about|were|was|had)\b)(?:sources|reports|media|observers|experts|analysts"
    rf"|witnesses|critics|insiders|officials))\s+(?:{SAY}|suggest)\b|\baccording\s+to\s+(?:(?:multiple|several|various|unnamed|media|news)\s+)*"
    rf"(?P<several>sources|reports|media|observers|experts|analysts|witnesses|officials)\b",
    re.I,
)


def false_speakers(case: Case) -> list[str]:
    """Whom the sentence makes speak, by name or as "sources", though the events and passages don't."""
    return [*_named_falsely(case), *_counted_falsely(case)]


def _named_falsely(case: Case) -> Iterator[str]:
    """Names that the sentence makes speak and that neither an event nor a passage does."""
    for found in _SUBJECT.finditer(case.text):
        if found["late"] and _GOES_ON.match(case.text, found.end()):
            continue  # "…, said the envoy had been called": what follows is told, nobody speaks
        name = (found["before"] or found["after"] or found["late"]).strip()
        of = (
            _OF_AN_OFFICE.search(case.text[: found.start()])
            or _ANOTHER.search(found["after"] or "")
            or name.endswith("'s")
        )
        if not of and not _may_speak(name, case):
            yield f"makes {name} the speaker, {_instead(case.events)}"


def _counted_falsely(case: Case) -> Iterator[str]:
    """The "several sources" of the sentence where no passage speaks of such."""
    many = _MANY.search(case.text)
    if many:
        noun = (many["many"] or many["several"]).split()[-1]
        if not re.search(rf"\b{noun}\b", f"{case.body} {' '.join(case.names)}", re.I):
            yield f"says “{noun}”, {_instead(case.events)}"


def _may_speak(name: str, case: Case) -> bool:
    """Whether a name is a speaker or actor of the events, or somebody whom a passage makes speak."""
    words = [w for w in re.findall(r"[\w'-]+", name) if w[0].isupper() and w.lower().removesuffix("'s") not in TITLES]
    if len(words) == 1 and case.text.startswith(words[0]) and holds(case.lower, words[0].lower()[:-1]):
        return True  # "Rebels say": a common noun that opens the sentence
    if not words or _DAY_OR_MONTH.fullmatch(words[-1]):
        return True
    last = words[-1].removesuffix("'s")
    allowed = [s.name for e in case.events for s in e.attribution] + [p.name for e in case.events for p in e.actors]
    allowed += [name for passage in case.passages for name in passage.names]
    if any(holds(other.lower(), last.lower()) for other in allowed):
        return True
    codes = {code for hit in names_in(name) for code in hit.code.split()}
    known = {s.country for e in case.events for s in e.attribution} | {p.country for e in case.events for p in e.actors}
    if codes:
        return bool(codes & known) or any(codes & codes_in(phrase) for p in case.passages for phrase in sayers(p.text))
    say = rf"(?:{SAY}|{ALSO}|ha[ds]\s+it|count|reckoning|tally|figures?|estimate|by\s+that\s+of)"
    by = rf"(?:{say}|{_RESTS_ON}|citing|(?i:according)\s+to|in\s+the\s+(?:words|phrase)\s+of)"
    around = rf"{re.escape(last)}\b[^.;\n]{{0,60}}?\b{say}\b|\b{by}\b[^.;\n]{{0,70}}?\b{re.escape(last)}\b"
    return re.search(around, case.body) is not None


def _instead(events: tuple[Event, ...]) -> str:
    """Who speaks instead, for the reason given."""
    speakers = list(dict.fromkeys(s.name for e in events for s in e.attribution))
    return f"the speaker is {speakers[-1]}" if speakers else "no cited passage does"
