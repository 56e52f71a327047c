"""Whose a document is that acts in a sentence: "The statement accuses Togo", "a resolution which calls upon Chad"."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.engines.rules.words.tokens import all_forms

_DOCUMENTS = frozenset(
    """statement statements communique communiqué declaration note notes letter resolution motion memorandum telegram petition
    release dispatch text message order decree ordinance directive edict""".split()
)
_AUTHORS = frozenset(("of", "by", "from"))
_RELATIVES = frozenset(("which", "that"))
_MAKING = all_forms(
    "adopt issue publish pass table send hand release post sign approve draft deliver write submit circulate lodge put"
)
_NEAR = 2  # sentences from who made a statement to what "the statement" says


def is_document(mentions: list[Mention], reading: Reading) -> bool:
    """Whether the subject is nothing but a document of nobody's name."""
    return len(mentions) == 1 and not mentions[0].known and reading.words.low[mentions[0].end - 1] in _DOCUMENTS


def authors(document: Mention, reading: Reading, verb: int) -> list[Mention]:
    """Who the sentence says made it: "a communiqué of the army", "Togo adopted a resolution which"."""
    low = reading.words.low
    after = next((m for m in reading.mentions if m.start > document.start and m.start <= document.stop + 1), None)
    if after is not None and after.prep in _AUTHORS and (after.known or after.party):
        return siblings(reading, after)
    before = next((j for j in range(document.start - 1, -1, -1) if reading.verb[j]), None)
    if before is None or document.stop >= verb or low[document.stop] not in _RELATIVES or low[before] not in _MAKING:
        return []
    group = verb_group(reading, before)
    made = subject_of(reading, group) if not group.be else []
    return made if any(m.known or m.party or m.role for m in made) else []


def leaves_from(reading: Reading, verb: int) -> list[Mention]:
    """Out of which country a document sends people, who are another's: "The order expels six Malian diplomats from Niger"."""
    found = next((m for m in reading.mentions if m.start > verb and m.prep == "from" and m.hit), None)
    return [found] if found is not None and found.known else []


def told_author(document: Mention, reading: Reading, memory: Memory) -> Known | None:
    """Who spoke last, where "the statement" is known from just before; None for "a statement" or when nobody did."""
    if reading.words.low[document.start] not in ("the", "its", "this", "that"):
        return None
    spoke = [one for one in (memory.body, memory.teller) if one is not None and one.codes]
    last = max(spoke, key=lambda one: one.sentence, default=None)
    if last is None or reading.number - last.sentence > _NEAR:
        last = memory.thing
    if last is None or not last.codes or not 0 < reading.number - last.sentence <= _NEAR:
        return None
    return last
