"""Repeated mentions within one article are one event: the lead, the quote and the wrap-up don't make three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.drafts import EventDraft, PartyDraft
from summarizer.normalising.edtf import edtf_compatible

_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"))
_SPEECH = frozenset(("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
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
            same = (_equal(other, draft) and not _said_anew(other, draft)) or (
                order == pattern and _same_words(other, draft)
            )
            if (
                _denies(other, draft)
                or _told_twice(other, draft)
                or ((same or _on_visit(other, draft)) and alike(other, draft))
            ):
                joined[at] = (_join(other, draft), pattern)
                break
        else:
            kin.append(len(joined))
            joined.append((draft, order))
    return tuple(draft for draft, _ in joined)


def _said_anew(a: EventDraft, b: EventDraft) -> bool:
    """Whether two acts of speech are told by different words in different sentences: who accepts and then promises does both."""
    return a.type in _SPEECH and a.sentences[0] != b.sentences[0] and not _same_words(a, b)


def _denies(a: EventDraft, b: EventDraft) -> bool:
    """Whether one of two drafts of a type is the denial of what the other alleges."""
    if {a.status, b.status} != {"alleged", "denied"} or not _codes(a.actors) or _codes(a.actors) != _codes(b.actors):
        return False
    if not (a.mode == b.mode or a.mode is None or b.mode is None or _same_words(a, b)):
        return False
    if not _parties_fit(a.recipients, b.recipients):
        return False
    return not (a.date_edtf and b.date_edtf) or edtf_compatible(a.date_edtf, b.date_edtf)


def _told_twice(a: EventDraft, b: EventDraft) -> bool:
    """Whether two cues of one sentence tell one act, one of them with a side less: "shot their way into the post and killed five"."""
    if a.type not in _DEEDS or a.sentences[0] != b.sentences[0]:
        return False
    if (a.mode, a.status, a.date_edtf) != (b.mode, b.status, b.date_edtf):
        return False
    return _crossed(a, b) or (_share_side(a, b) and _sides_fit(a, b))


def _crossed(a: EventDraft, b: EventDraft) -> bool:
    """Whether one draft has as the only doers those to whom the other has it done: "a rally of fishermen was held"."""
    doers, hit = _codes(a.actors), _codes(a.recipients)
    return not (doers and hit) and doers == _codes(b.recipients) and hit == _codes(b.actors)


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


def _sides_fit(a: EventDraft, b: EventDraft) -> bool:
    return _parties_fit(a.actors, b.actors) and _parties_fit(a.recipients, b.recipients)


def _share_side(a: EventDraft, b: EventDraft) -> bool:
    return bool(_codes(a.actors) & _codes(b.actors) or _codes(a.recipients) & _codes(b.recipients))


def alike(a: EventDraft, b: EventDraft) -> bool:
    """Whether two drafts of one type may tell the same act."""
    if not (a.mode == b.mode or a.mode is None or b.mode is None):
        return False
    if a.status != b.status and not any({a.status, b.status} <= statuses for statuses in _ALIKE):
        return False
    if not _sides_fit(a, b) or not _share_side(a, b):
        return False
    return not (a.date_edtf and b.date_edtf) or edtf_compatible(a.date_edtf, b.date_edtf)


def _actors(a: EventDraft, b: EventDraft) -> tuple[PartyDraft, ...]:
    """Those of the fuller draft; who meets his host on a visit visits him."""
    for one, other in ((a, b), (b, a)):
        if one.mode == "visit" and other.mode != "visit" and one.recipients and one.actors:
            return one.actors
    return a.actors if len(a.actors) >= len(b.actors) else b.actors


def _recipients(a: EventDraft, b: EventDraft) -> tuple[PartyDraft, ...]:
    """Those of the fuller draft; none where they are rather who acts."""
    if _crossed(a, b):
        return ()
    return a.recipients if len(a.recipients) >= len(b.recipients) else b.recipients


def _join(a: EventDraft, b: EventDraft) -> EventDraft:
    amounts = a.quantities or b.quantities
    return replace(
        a,
        mode=a.mode or b.mode,
        sentences=tuple(dict.fromkeys((*a.sentences, *b.sentences)))[:_MAX_SENTENCES],
        actors=_actors(a, b),
        recipients=_recipients(a, b),
        date_text=a.date_text or b.date_text,
        date_edtf=a.date_edtf or b.date_edtf if a.date_text or b.date_text else None,
        place=a.place or b.place,
        attribution=a.attribution or b.attribution,
        quantities=amounts,
        confidence=min(0.95, max(a.confidence, b.confidence) + 0.05),
    )
