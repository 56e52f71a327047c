"""Who says so: a claim names its speaker, and no other one is put in the speaker's place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import FACTUAL, Event, Speaker
from summarizer.normalising.actors import codes_in
from summarizer.normalising.dates import find_dates
from summarizer.spans import fold
from summarizer.verifying.asserting import PARTS, asserts_others
from summarizer.verifying.case import Case, Check, holds, names_in, stems_of
from summarizer.verifying.false_speakers import ALSO, false_speakers
from summarizer.verifying.resting import CLEARLY, rests_elsewhere, sentences_of, tells
from summarizer.verifying.sayers import SAY, askers, sayers
from summarizer.verifying.speaker_names import by_office, by_organisation, echoes, named
from summarizer.verifying.undisputed import told_flatly

_PRONOUNS = re.compile(
    r"(?:(?:and|but|he|she|it|they|we|i|you|who|which|that|this|nobody|no one|has|had|have|been|was|is|can|could|also|not)\s*)+",
    re.I,
)
_MUTUAL = re.compile(
    r"\b(?:accus|blam|charg)\w+\s+(?:each\s+other|one\s+another)\b|\beach\s+side's\b[^.;]*\bthe\s+other\b", re.I
)
# "Depending on the source", "on whether Baku or Yerevan is counting": told as differing accounts.
_DEPENDING = re.compile(
    r"\bdepending\s+on\s+(?:the\s+(?:source|account|count)|who\w*\s|whose\s|which\s|whether\s[^.;]{3,60}\b(?:count|ask|believ|tell|sp[eo]a?k)\w*)",
    re.I,
)
_ITS_CLAIM = re.compile(r"\b(?:its|their|his|her)\s+(?:[a-z]+\s+)?(?:claim|account|version|assertion|boast)s?\b")
_PRONOUN_SAYS = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s+(?:also\s+)?(?:{SAY}|{ALSO})\b")
_EXPLAIN = re.compile(r"\b(?:explain|explanation|clarif\w+|why|an?\s+account)\b")  # asks about what it alleges
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w'-]+ [^\W\d_a-z][\w'-]+")
_DENIER = re.compile(
    r"(?:^|[;,]\s+(?:and\s+)?)(?P<who>(?!which\b)[^,;\"]{2,50}?)\s+(?:den(?:y|ies|ied)|rejects?|rejected|disputes?|disputed)\b(?!\s+(?:it|this)\b)"
)


def check_attribution(case: Case) -> Check:
    """Each event's speaker is named; whoever the sentence makes speak is a speaker or party of the events or passages."""
    outlets = {passage.names[0] for passage in case.passages if any(name in case.text for name in passage.names)}
    reasons: list[str] = []
    if len(outlets) < 2:  # where reports differ, the outlets are named for what they say
        reasons += [f"drops the speaker {e.attribution[0].name}" for e in case.events if _drops_speaker(e, case)]
    reasons += _dropped_beside(case)
    if not case.verbatim:
        reasons += false_speakers(case)
    return Check(tuple(dict.fromkeys(reasons)))


def _drops_speaker(event: Event, case: Case) -> bool:
    """Whether the sentence tells what an event's speaker says, and names neither him nor who may stand for him."""
    actors = {party.name.casefold() for party in event.actors}
    speakers = [speaker for speaker in event.attribution if speaker.name.casefold() not in actors]
    if not speakers:
        return False
    if any(named(s, case.text) or by_office(s, case) or by_organisation(s.name, case) for s in event.attribution):
        return False
    if _asks_itself(event, case) or _another_says_it(speakers, case) or (case.verbatim and _says_who_says(case.text)):
        return False
    if _MUTUAL.search(case.text) or _DEPENDING.search(case.text) or _claims_it(event, case):
        return False
    return not (
        told_flatly(event, case) or not tells(event, case) or tells_another(event, case) or _answers(event, case)
    )


def _dropped_beside(case: Case) -> list[str]:
    """Speakers of passages beside the events whose words the sentence takes over without naming them."""
    reasons = []
    for passage in case.passages:
        heard = [phrase for phrase in sayers(passage.text) if not _PRONOUNS.fullmatch(phrase)] if passage.beside else []
        if not heard:
            continue
        others = [other.text for other in case.passages if other is not passage] + list(case.names)
        taken = stems_of(case.text) & stems_of(passage.text) - frozenset().union(*map(stems_of, others))
        taken -= frozenset().union(*map(stems_of, heard))
        taken &= stems_of(_without_names(case.text))
        if sum(len(word) > 3 for word in taken) > 1 and not any(_heard(phrase, case) for phrase in heard):
            reasons.append(f"drops the speaker {heard[0]}")
    return reasons


def _without_names(text: str) -> str:
    """The text with countries and dates blanked: whoever tells of them has taken over nothing."""
    for start, end in [(hit.start, hit.end) for hit in names_in(text)] + [(d.start, d.end) for d in find_dates(text)]:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _heard(phrase: str, case: Case) -> bool:
    """Whether the sentence names the one whom a phrase of a passage makes speak, or for whom he speaks."""
    return echoes(phrase, case.text) or by_organisation(phrase, case)


def _asks_itself(event: Event, case: Case) -> bool:
    """Whether a state asks, offers or promises another what is told, for which its own minister or ministry spoke."""
    codes = {speaker.country for speaker in event.attribution if speaker.country}
    codes &= {
        party.country
        for other in case.events
        if other.status in FACTUAL and any(p.country not in (None, *codes) for p in other.recipients)
        for party in other.actors
    }
    own = stems_of(" ".join(fold(evidence.quote).text for evidence in event.evidence))
    parts = PARTS.split(case.text)
    told = max(parts, key=lambda part: len(stems_of(part) & own))
    if not codes & {party.country for party in event.actors} and not _EXPLAIN.search(told):
        return False  # what somebody else did
    return any(codes & codes_in(phrase) for phrase in askers(told))


def _another_says_it(speakers: Sequence[Speaker], case: Case) -> bool:
    """Whether the cited passages know nothing of the speakers, and the sentence names who speaks in them instead."""
    if any(named(speaker, passage.text) for speaker in speakers for passage in case.passages):
        return False
    return any(echoes(phrase, case.text) for passage in case.passages for phrase in sayers(passage.text))


def _says_who_says(text: str) -> bool:
    """Whether a sentence names itself who says what it tells: "Minister Ana Ruiz refused, since, she said, …"."""
    pronoun = _PRONOUN_SAYS.search(text)
    if pronoun is not None and _FULL_NAME.search(text[: pronoun.start()]):
        return True
    return any(not _PRONOUNS.fullmatch(phrase) for phrase in sayers(text))


def tells_another(event: Event, case: Case) -> bool:
    """Whether the sentence tells not what the event's speaker says, but what stands beside it or what another one says."""
    told = sentences_of(case.body)
    his = tuple(_goes_on_saying(t) or any(named(s, t) for s in event.attribution) for t in told)
    others = {heads for t, is_his in zip(told, his, strict=True) if not is_his for heads in map(_head, sayers(t))}
    if any(his) and not all(his) and asserts_others(case, his):
        return True
    parts = [set(map(_head, sayers(part))) & others for part in PARTS.split(case.text)]
    margin = CLEARLY if not any(parts) or not any(his) else 0 if all(parts) else 1
    return rests_elsewhere(case, his, margin)


def asserts_another(event: Event, case: Case) -> bool:
    """Whether what the sentence asserts is told only by others than the event's speaker."""
    his = tuple(_goes_on_saying(t) or any(named(s, t) for s in event.attribution) for t in sentences_of(case.body))
    return any(his) and not all(his) and asserts_others(case, his)


def _head(phrase: str) -> str:
    """The last word of a name or office, in lower case."""
    words = re.findall(r"[\w-]+", phrase)
    return words[-1].lower() if words else ""


def _goes_on_saying(told: str) -> bool:
    """Whether a sentence of a passage is the account of one named before it: "he said", a quotation."""
    goes_on = _PRONOUN_SAYS.search(told)
    before = told[: goes_on.start()] if goes_on else ""
    if _FULL_NAME.search(before) and any(not _PRONOUNS.fullmatch(phrase) for phrase in sayers(before)):
        return False  # it is he who was named there
    return goes_on is not None or told.startswith('"')


def _answers(event: Event, case: Case) -> bool:
    """Whether the sentence tells only that the accused denies it."""
    accused = {party.country for party in event.actors if party.country}
    return event.status == "alleged" and any(
        not accused or accused & codes_in(found["who"]) for found in _DENIER.finditer(case.text)
    )


def _claims_it(event: Event, case: Case) -> bool:
    """Whether "its claim" is that of the event's actor, for whom the speaker speaks."""
    spoken = {speaker.country for speaker in event.attribution}
    return bool(_ITS_CLAIM.search(case.text)) and any(
        party.country in spoken and holds(case.text, party.name) for party in event.actors
    )
