"""Who can be the source of a statement, and of which kind: somebody named, a medium, an unnamed person."""

from __future__ import annotations

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.events import Reporting

_MEDIA = frozenset(
    """newspaper daily agency broadcaster media television tv radio outlet site magazine press reuters afp tass xinhua bbc cnn
    ap interfax channel channels station portal newspapers weekly outlets broadcasters blog gazette""".split()
)
_OF_PRESS = frozenset(
    "conference briefing release office officer service secretary department adviser attache attaché".split()
)
_ANONYMOUS = frozenset("source sources insider insiders circles".split())
DOCUMENTS = frozenset(
    """report reports statement statements communique communiqué document documents letter note text decree account figures data file
    files memo indictment cable dossier transcript draft""".split()
)
_ASKED = frozenset("named identified quoted authorised authorized".split())
_KEPT = frozenset("withheld omitted unpublished".split())  # "asked for his name to be withheld"
_STAYING = frozenset("remain stay remained stayed remaining staying".split())
_UNKNOWN = frozenset("anonymous unnamed nameless".split())
_DESCRIBING = frozenset("who reached briefed asking speaking familiar contacted quoted close present asked".split())
_NEAR = frozenset(("close", "familiar"))
_PERSONS = frozenset(("person", "persons"))
_UNNAMED = _ANONYMOUS | frozenset("person persons people official officials diplomat diplomats".split())


def source_end(reading: Reading, speaker: Mention) -> int:
    """Where the words for an unnamed source end: "a person with knowledge of the matter"."""
    low = reading.words.low
    if not _is_source(reading, speaker):
        return speaker.end
    end = speaker.stop
    inner = next((m for m in reading.mentions if m.start in (end + 1, end + 2)), None)
    if inner is not None and low[end : end + 1] in (["in"], ["at"], ["from"]):  # "sources in the prosecutor's office"
        return inner.end
    while (
        end < len(low)
        and low[end] not in tk.RELATIVES
        and low[end] != "as"
        and (low[end] in tk.PREPOSITIONS or low[end] == "to" or low[end] in tk.DETERMINERS or end in reading.at)
    ):
        end += 1
    mention = reading.at.get(end - 1)
    return min(end, mention.end) if mention is not None else speaker.end


def described_speaker(reading: Reading, verb: int) -> Mention | None:
    """Who speaks, with words about them before the verb: "two diplomats who did not want to be named said"."""
    low = reading.words.low
    opening = next((j for j in range(verb - 1, -1, -1) if low[j] in (",", ";", ":") or low[j] in tk.QUOTES), -1)
    first = next((m for m in reading.mentions if opening < m.start <= opening + 2), None)
    if first is None or first.prep or not can_speak(reading, first):
        return None
    about = next((j for j in range(first.start + 1, verb) if low[j] in _DESCRIBING), None)
    if about is None or any(reading.verb[first.start : about]):
        return None
    return first if low[about] != "who" or any(reading.verb[about + 1 : verb]) else None


def can_speak(reading: Reading, mention: Mention) -> bool:
    """Whether a group can be a source: somebody, a body or a medium, and no thing."""
    someone = bool(mention.role or mention.person or mention.codes) or _is_source(reading, mention)
    return someone or is_media(reading, mention)


def _is_source(reading: Reading, mention: Mention) -> bool:
    """Whether a group is called no more than a source: "officials", "a person close (to the court)", "familiar (with it)"."""
    low = reading.words.low
    return low[mention.end - 1] in _UNNAMED or (low[mention.end - 1] in _NEAR and low[mention.end - 2] in _UNNAMED)


def is_media(reading: Reading, mention: Mention) -> bool:
    words = reading.words
    low = set(words.low[mention.start : mention.end])
    if "press" in low and words.low[mention.end - 1] in _OF_PRESS:
        return False
    if "agency" in low and words.raw[mention.end - 1] == "Agency" and low.isdisjoint(("news", "press", "telegraph")):
        return False  # an agency of a government
    return not _MEDIA.isdisjoint(low)


def kind_of(reading: Reading, speaker: Mention, reporting: Reporting) -> Reporting:
    words = reading.words.low[speaker.start : speaker.end]
    if (
        any(word in _ANONYMOUS for word in words)
        or _is_unnamed(reading.words.low)
        or (words and words[-1] in _NEAR)
        or (words and words[-1] in _PERSONS and not speaker.codes)
        or (words and words[-1] == "people" and _knowing(reading.words.low[speaker.end : speaker.end + 2]))
    ):
        return "leaked"
    if is_media(reading, speaker):
        return "reported"
    return "said" if reporting == "reported" else reporting


def _knowing(after: list[str]) -> bool:
    return after[:1] == ["familiar"] or after == ["with", "knowledge"]


def _is_unnamed(low: list[str]) -> bool:
    """Whether the sentence says that its source did not want to be named."""
    if "anonymity" in low or _nameless(low):
        return True
    if _ASKED.isdisjoint(low):
        return False
    return "not" in low or "declined" in low or "refused" in low or any(word.endswith(("n't", "n’t")) for word in low)


def _nameless(low: list[str]) -> bool:
    """Whether somebody wants to stay without a name: "asked for his name to be left out", "wished to remain anonymous"."""
    if not _UNKNOWN.isdisjoint(low):
        return any(low[j] in _STAYING and low[j + 1] in _UNKNOWN for j in range(len(low) - 1))
    if "name" not in low:
        return False
    after = low[low.index("name") + 1 :][:5]
    return not _KEPT.isdisjoint(after) or ("out" in after and not {"left", "kept"}.isdisjoint(after))
