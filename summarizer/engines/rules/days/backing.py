"""The day of an act of speech that the next sentence tells: of the quotation that backs it, of the noun that names it again."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.days.advancing import names_time
from summarizer.engines.rules.days.occasions import Occasions, Speaking, Waiting
from summarizer.engines.rules.days.sayingdays import past_days
from summarizer.engines.rules.sides.memory import Memory
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import QUOTES

_DEFINITE = frozenset("the this that its his her their".split())
_NAMED = frozenset(
    """call appeal plea demand request ultimatum warning threat protest condemnation criticism rebuke refusal rejection offer promise
    pledge invitation praise complaint proposal accusation denunciation apology statement remarks comments charge""".split()
)
# They set off no pattern of their own.
_ANY = frozenset("accusation denunciation apology statement remarks comments charge".split())
_MADE = frozenset(
    """came was were issued made published released posted delivered sent handed voiced lodged contained broadcast aired read signed
    addressed launched dated""".split()
)
_BREAKS = frozenset(("that", "who", "which", "after", "before", "until", "for", "to", "by", "and", "not", ";", ":"))
_LATEST = 9  # drafts


def dated_by_next(
    reading: Reading, sentence: Sentence, drafts: Sequence[tuple[EventDraft, int]], story: Occasions, lexicon: Lexicon
) -> list[tuple[int, EventDraft]]:
    """Those of the drafts whose day the sentence tells, each with its place in the list; their acts stand right before it."""
    acts = {act.trigger: act for act in story.waiting if act.number == sentence.number - 1}
    if not acts:
        return []
    again = _named_again(reading, sentence, story.published, lexicon)
    quoted = story.told[-1] if reading.words.low[0] in QUOTES and story.told else None
    if quoted is not None and quoted.number != sentence.number:
        quoted = None
    if again is None and quoted is None:
        return []
    found: list[tuple[int, EventDraft]] = []
    for at, (draft, _) in enumerate(drafts[-_LATEST:], max(len(drafts) - _LATEST, 0)):
        act = acts.get(draft.trigger) if draft.sentences[0] == sentence.number - 1 else None
        if act is None or draft.date_text:
            continue
        day: tuple[str, str] | None = None
        if again is not None and (not again[0] or draft.type in again[0]):
            day = again[1:]
        elif quoted is not None and _of_one_side(quoted, draft, act, story.memory):
            day = (quoted.text, quoted.edtf)
        if day is not None:
            cited = tuple(dict.fromkeys((*draft.sentences, sentence.number)))
            found.append((at, replace(draft, sentences=cited, date_text=day[0], date_edtf=day[1])))
    return found


def _of_one_side(quoted: Speaking, draft: EventDraft, act: Waiting, memory: Memory) -> bool:
    """Whether who is quoted speaks for who acts: for the state, or as the same person or body."""
    known = next((memory.people[word] for word in quoted.words if word in memory.people), None)
    codes = set(quoted.codes or (known.codes if known is not None else ()))
    acting = {party.country for party in draft.actors if party.country}
    return bool(codes & acting) or (bool(act.words) and act.words <= quoted.words)


def _named_again(
    reading: Reading, sentence: Sentence, published: dt.date | None, lexicon: Lexicon
) -> tuple[frozenset[str], str, str] | None:
    """The types of act that the noun at the head of a sentence may name, with the day on which it came: "The call, issued on Monday, …".

    No types stand for any.
    """
    words = reading.words
    low = words.low
    if low[0] not in _DEFINITE or low[1] not in _NAMED or not names_time(words):
        return None
    for mention, edtf in past_days(reading, sentence, published)[:1]:
        first = bisect_left(words.starts, mention.start + sentence.span.start)
        verbs = [low[j] for j in range(2, first) if reading.verb[j]]
        if _BREAKS.isdisjoint(low[2:first]) and _MADE.issuperset(verbs):
            senses = lexicon.anchors.get(low[1], ()) if low[1] not in _ANY else ()
            return frozenset(p.type for patterns, _ in senses for p in patterns), mention.text, edtf
    return None
