"""Repeated mentions within one article are one event: the lead, the quote and the wrap-up don't make three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.drafts import EventDraft, PartyDraft
from summarizer.normalising.edtf import edtf_compatible

_ALIKE = ({"occurred", "ongoing", "alleged"}, {"planned", "announced"})
_MAX_SENTENCES = 6
_NEAR = 2  # sentences from a visit to the talks held there


def join_drafts(drafts: Sequence[tuple[EventDraft, int]]) -> tuple[EventDraft, ...]:
    """Drafts in order of first mention, those of one act joined: slots of the fuller one, sentences of both.

    The number with each draft is the pattern that found it: what other words tell has to have the very same parties.
    """
    joined: list[tuple[EventDraft, int]] = []
    places: dict[str, list[int]] = {}  # of the acts of each type
    for draft, order in drafts:
        kin = places.setdefault(draft.type, [])
        for at in kin:
            other, pattern = joined[at]
            same = _equal(other, draft) or (order == pattern and _same_words(other, draft))
            if _denies(other, draft) or ((same or _on_visit(other, draft)) and alike(other, draft)):
                joined[at] = (_join(other, draft), pattern)
                break
        else:
            kin.append(len(joined))
            joined.append((draft, order))
    return tuple(draft for draft, _ in joined)


def _denies(a: EventDraft, b: EventDraft) -> bool:
    """Whether one of two drafts of a type is the denial of what the other alleges."""
    if {a.status, b.status} != {"alleged", "denied"} or not _codes(a.actors) or _codes(a.actors) != _codes(b.actors):
        return False
    if not (a.mode == b.mode or a.mode is None or b.mode is None or _same_words(a, b)):
        return False
    if not _parties_fit(a.recipients, b.recipients):
        return False
    return not (a.date_edtf and b.date_edtf) or edtf_compatible(a.date_edtf, b.date_edtf)


def _same_words(a: EventDraft, b: EventDraft) -> bool:
    """Whether the triggers begin alike ("expels", "expelled")."""
    return a.trigger[:4].lower() == b.trigger[:4].lower()


def _equal(a: EventDraft, b: EventDraft) -> bool:
    return bool(a.recipients) and _codes(a.actors) == _codes(b.actors) and _codes(a.recipients) == _codes(b.recipients)


def _on_visit(visit: EventDraft, talks: EventDraft) -> bool:
    """Whether somebody meets his host on the visit told before: "flew to Khartoum, where he met his Sudanese counterpart"."""
    if visit.mode != "visit" or talks.mode is not None or talks.recipients or not visit.recipients:
        return False
    near = talks.sentences[0] - visit.sentences[0] <= _NEAR
    return near and _codes(talks.actors) == _codes(visit.actors) | _codes(visit.recipients)


def _codes(parties: tuple[PartyDraft, ...]) -> frozenset[str]:
    return frozenset(party.country or party.name.casefold() for party in parties)


def _parties_fit(a: tuple[PartyDraft, ...], b: tuple[PartyDraft, ...]) -> bool:
    left, right = _codes(a), _codes(b)
    return not left or not right or left <= right or right <= left


def alike(a: EventDraft, b: EventDraft) -> bool:
    """Whether two drafts of one type may tell the same act."""
    if not (a.mode == b.mode or a.mode is None or b.mode is None):
        return False
    if a.status != b.status and not any({a.status, b.status} <= statuses for statuses in _ALIKE):
        return False
    if not _parties_fit(a.actors, b.actors) or not _parties_fit(a.recipients, b.recipients):
        return False
    if not (_codes(a.actors) & _codes(b.actors) or _codes(a.recipients) & _codes(b.recipients)):
        return False
    return not (a.date_edtf and b.date_edtf) or edtf_compatible(a.date_edtf, b.date_edtf)


def _actors(a: EventDraft, b: EventDraft) -> tuple[PartyDraft, ...]:
    """Those of the fuller draft; who meets his host on a visit visits him."""
    for one, other in ((a, b), (b, a)):
        if one.mode == "visit" and other.mode != "visit" and one.recipients and one.actors:
            return one.actors
    return a.actors if len(a.actors) >= len(b.actors) else b.actors


def _join(a: EventDraft, b: EventDraft) -> EventDraft:
    amounts = a.quantities or b.quantities
    return replace(
        a,
        mode=a.mode or b.mode,
        sentences=tuple(dict.fromkeys((*a.sentences, *b.sentences)))[:_MAX_SENTENCES],
        actors=_actors(a, b),
        recipients=a.recipients if len(a.recipients) >= len(b.recipients) else b.recipients,
        date_text=a.date_text or b.date_text,
        date_edtf=a.date_edtf or b.date_edtf if a.date_text or b.date_text else None,
        place=a.place or b.place,
        attribution=a.attribution or b.attribution,
        quantities=amounts,
        confidence=min(0.95, max(a.confidence, b.confidence) + 0.05),
    )
