"""A report that the next sentence denies: "A news site reported that Tbilisi had expelled two envoys. Tbilisi denied it." """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.drafts import EventDraft, SpeakerDraft
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.parties import PartyResolver, at_home
from summarizer.engines.rules.sources.gapping import past_time
from summarizer.engines.rules.words.mentions import Reading

_DENIES = frozenset("denied denies rejected rejects dismissed dismisses disputed disputes refuted refutes".split())
_IT = frozenset("it this that".split())
_CLAIMS = frozenset("report reports claim claims story stories rumour rumours rumor rumors broadcast".split())
_SAYS = frozenset(("said", "says"))
_UNTRUE = frozenset("true untrue false baseless unfounded fabricated incorrect wrong".split())
_CLOSES = frozenset((".", ";", ":", "as", "in", "to", "before", "and", "but"))
_HEARSAY = frozenset(("reported", "leaked", "alleged"))


def denied_by_next(
    reading: Reading, drafts: Sequence[tuple[EventDraft, int]], resolver: PartyResolver
) -> list[tuple[int, EventDraft]]:
    """Those of the drafts that the sentence denies, each with its place in the list.

    They were told by hearsay just before, and are acts of the side that denies.
    """
    low = reading.words.low
    if _DENIES.isdisjoint(reading.words.forms):
        verb = _calls_untrue(reading)
        return _denied(reading, verb, drafts, resolver) if verb is not None else []
    verb = next((i for i, word in enumerate(low[:-1]) if word in _DENIES and reading.verb[i]), None)
    if verb is None:
        return []
    claim = low[verb + 1] in ("the", "these") and not _CLAIMS.isdisjoint(low[verb + 2 : verb + 3])
    if low[verb + 1] not in _IT and not claim:
        return []
    after = past_time(low, verb + 2)
    if low[verb + 1] in _IT and after < len(low) and low[after] not in _CLOSES and after == verb + 2:
        return []  # "denied that its aircraft had …", "denied it had …"
    return _denied(reading, verb, drafts, resolver)


def _calls_untrue(reading: Reading) -> int | None:
    """The verb of saying by which somebody calls what was told untrue: "said this was not true", "said the report was false"."""
    low = reading.words.low
    if _UNTRUE.isdisjoint(reading.words.forms):
        return None
    verb = next((i for i, word in enumerate(low[:-3]) if word in _SAYS and reading.verb[i]), None)
    if verb is None:
        return None
    at = verb + 1 + (low[verb + 1] == "that")
    at += low[at] in ("the", "these", "such") and low[at + 1] in _CLAIMS
    if low[at] not in _IT and low[at] not in _CLAIMS:
        return None
    rest = low[at + 1 : at + 4]
    if rest[:1] not in (["was"], ["were"], ["is"], ["are"]):
        return None
    true = rest[1:] == ["not", "true"]
    return verb if true or (rest[1:2] and rest[1] in _UNTRUE and rest[1] != "true") else None


def _denied(
    reading: Reading, verb: int, drafts: Sequence[tuple[EventDraft, int]], resolver: PartyResolver
) -> list[tuple[int, EventDraft]]:
    """Those of the drafts that the subject of a verb denies."""
    via: list[int] = []
    who = [p for m in subject_of(reading, verb_group(reading, verb)) for p in resolver.party(m, reading, via, 3)]
    found: list[tuple[int, EventDraft]] = []
    for at, (draft, _) in enumerate(drafts):
        codes = {p.country for p in draft.actors if p.country}
        told = (
            all(s.reporting in _HEARSAY for s in draft.attribution) if draft.attribution else draft.status == "alleged"
        )
        near = 0 < reading.number - draft.sentences[0] <= 1
        if not near or not told or len(codes) != 1 or draft.status == "denied":
            continue
        code = next(iter(codes))
        speakers = [at_home(p, code or "") for p in who]
        if speakers and all(p.country == code for p in speakers):
            by = tuple(SpeakerDraft(p.name, p.country, "said") for p in speakers)[:2]
            cited = tuple(dict.fromkeys((*draft.sentences, reading.number, *via)))
            found.append((at, replace(draft, status="denied", attribution=by, sentences=cited)))
    return found
