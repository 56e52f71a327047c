"""Sources that a noun names: "claims by a Tripoli channel that …". Token indices, half-open."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sources.tellers import can_speak, is_media
from summarizer.engines.rules.words.mentions import Mention, Reading

_NOUNS = frozenset(
    "report reports claim claims rumour rumours rumor rumors allegation allegations broadcast assertion assertions".split()
)
_LED = frozenset("by of from in on".split())
_DISOWNING = frozenset(
    "rejected rejects dismissed dismisses refuted refutes contradicted contradicts disputed disputes".split()
)
_CALLED_FALSE = _DISOWNING | frozenset(
    "denied denies deny denying false untrue baseless unfounded wrong withdraws withdrew".split()
)
_CLAIMS = _NOUNS | frozenset("accounts information suggestion suggestions charge accusation story".split())
_BRANDING = frozenset("described describes branded brands called calls labelled labels termed denounced".split())
_LIES = frozenset("untrue false baseless unfounded invented fabricated wrong lies lie fiction".split())
_FAR = 16  # tokens from the verb to what is denied


def hearsay(reading: Reading) -> list[tuple[Mention, int, int]]:
    """Who is said to report or claim, with the noun and the first token of what; nobody when it is called false."""
    low, forms = reading.words.low, reading.words.forms
    if _NOUNS.isdisjoint(forms) or not _CALLED_FALSE.isdisjoint(forms):
        return []
    found: list[tuple[Mention, int, int]] = []
    for i, word in enumerate(low[:-3]):
        if word not in _NOUNS or reading.verb[i] or low[i + 1] not in _LED:
            continue
        teller = next((m for m in reading.mentions if i + 2 <= m.start <= i + 3), None)
        if teller is None or not can_speak(reading, teller):
            continue
        if low[i + 1] in ("in", "on") and not is_media(reading, teller):  # "rumours in Accra"
            continue
        that = next((j for j in range(teller.stop, min(teller.stop + 4, len(low))) if low[j] == "that"), None)
        if that is not None:
            found.append((teller, i, that + 1))
    return found


def disowned(reading: Reading) -> list[tuple[Mention, int, int]]:
    """Who calls a report false, with the verb and the first token of what was reported: "dismissed a report by a daily that …"."""
    low, forms = reading.words.low, reading.words.forms
    branded = not (_BRANDING.isdisjoint(forms) or _LIES.isdisjoint(forms))
    if _DISOWNING.isdisjoint(forms) and not branded:
        return []
    found: list[tuple[Mention, int, int]] = []
    for i in [i for i, word in enumerate(low) if reading.verb[i] and (word in _DISOWNING or word in _BRANDING)]:
        if low[i] in _BRANDING and _LIES.isdisjoint(low[i + 1 : i + 4]):
            continue
        that = next((j for j in range(i + 2, min(i + _FAR, len(low))) if low[j] == "that"), None)
        group = verb_group(reading, i)
        if that is None or group.negated or group.be or _CLAIMS.isdisjoint(low[i + 1 : that]):
            continue
        who = subject_of(reading, group)
        found += [(who[0], i, that + 1)] if who and can_speak(reading, who[0]) else []
    return found
