"""Whose offices act where the words tell no country: those of the place with which the paragraph begins, or of the other side."""

from __future__ import annotations

from summarizer.chunking import Chunk
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.words.mentions import Reading

_PEERS = frozenset("counterpart counterparts colleague colleagues".split())


def stage_of(memory: Memory, chunk: Chunk, reading: Reading) -> Known | None:
    """Where a paragraph plays that has begun abroad with the place: "In Lomé, traders marched on Monday. Police …"."""
    stage, home, scene = memory.stage, memory.home, memory.scene
    if stage is None or home is None or stage.codes == home.codes or reading.number <= stage.sentence:
        return None
    if scene is None or scene.codes != stage.codes:
        return None  # it has turned to others since
    there, here = chunk.sentence(stage.sentence), chunk.sentence(reading.number)
    if there is None or here is None or "\n\n" in chunk.article.text[there.span.start : here.span.start]:
        return None
    return stage


def peer_of(memory: Memory, reading: Reading) -> Known | None:
    """The other side, where somebody deals with "his Chadian counterpart" in an article that is at home in Chad."""
    low, home = reading.words.low, memory.home
    if home is None or _PEERS.isdisjoint(low):
        return None
    meets_us = any(m.own and m.codes == home.codes and low[m.end - 1] in _PEERS for m in reading.mentions)
    return memory.other_side(home.codes) if meets_us else None
