"""An article as numbered sentences, and sentences as chunks that one call of an engine can take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.article import Article
from summarizer.spans import Span

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st sr jr gen col lt maj capt cmdr sgt adm rep sen gov pres hon rev fr msgr messrs rt cpl pvt brig supt insp cllr
    h.e h.r.h h.m h.h
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    no nos vs etc al inc ltd co corp plc dept est approx fig vol art para pp ed eds cf viz ca
    e.g i.e a.m p.m u.s u.k u.n e.u d.c u.s.a u.a.e ph.d""".split()
)
# These end a sentence when a capital follows; the others never do.
_MAY_END = frozenset("etc inc ltd co corp plc a.m p.m u.s u.k u.n e.u d.c u.s.a u.a.e al no".split())
_STARTERS = frozenset(
    """the a an he she it they we i you this that these those in on at but and however meanwhile after before
    according as his her its their there when while both many some several one two three no not if from for with by
    earlier later last next since so also yet still thus then what who why how""".split()
)
# Both begin with one set of characters, which lets `re` skip all others at once.
_END = re.compile(r"""[.!?…。！？](?:(?<=[.!?…])[.!?…]*["'”’»)\]]*(?=\s|$)|(?<=[。！？])["'”’»」』）]*)""")
_BREAK_AT = re.compile(r"[\n\r\u2028\u2029\x0b\x0c\x85]")
_BLANK_LINES = re.compile(r"[^\S\n]*\n\s*\n\s*")
_LINE_END = re.compile(r"\r?\n|[\r\u2028\u2029\x0b\x0c\x85]")
_LAST_WORD = re.compile(r"([\w.’'-]+)$")
_LONG_WORD = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (or heading, or list item): `number` counts from 1 within the article; `span` indexes the article's text."""

    number: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """What one call of an engine gets: `sentences` may be cited; `context` (earlier sentences) and `cast` (names so far) not."""

    article: Article
    sentences: tuple[Sentence, ...]
    context: tuple[Sentence, ...] = ()
    cast: tuple[str, ...] = ()

    def sentence(self, number: int) -> Sentence | None:
        """The citable sentence with this number, or None."""
        if not self.sentences:
            return None
        at = number - self.sentences[0].number
        return self.sentences[at] if 0 <= at < len(self.sentences) else None


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences of a text in order, without the white space around them; never across a paragraph break.

    Line breaks end a sentence unless the lines look wrapped at a fixed width.
    """
    sentences: list[Sentence] = []
    for start, end in _paragraphs(text):
        for left, right in _within(text, start, end):
            span = _trim(text, left, right)
            if len(span):
                sentences.append(Sentence(len(sentences) + 1, span, text[span.start : span.end]))
    return tuple(sentences)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _breaks(text: str) -> Iterator[re.Match[str]]:
    """Line breaks, or several of them with all white space around."""
    at = 0
    while found := _BREAK_AT.search(text, at):
        start = found.start()
        while start > at and text[start - 1].isspace():
            start -= 1
        broken = _BLANK_LINES.match(text, start) or _LINE_END.match(text, found.start())
        assert broken is not None
        yield broken
        at = broken.end()


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Ranges between line breaks; consecutive lines that look wrapped at a fixed width stay together."""
    lines: list[tuple[int, int, bool]] = []  # start, end, blank line before
    at, blank = 0, True
    for found in _breaks(text):
        if text[at : found.start()].strip():
            lines.append((at, found.start(), blank))
            blank = False
        blank = blank or found.group().count("\n") > 1
        at = found.end()
    if text[at:].strip():
        lines.append((at, len(text), blank))
    blocks: list[list[tuple[int, int]]] = []
    for start, end, fresh in lines:
        if fresh or not blocks:
            blocks.append([])
        blocks[-1].append((start, end))
    ranges: list[tuple[int, int]] = []
    for block in blocks:
        if _wrapped(text, block):
            ranges.append((block[0][0], block[-1][1]))
        else:
            ranges.extend(block)
    return ranges


def _wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    if len(block) < 2:
        return False
    widths = [end - start for start, end in block[:-1]]
    if max(widths) > 120 or min(widths) < max(widths) - 30 or min(widths) < 30:
        return False
    ended = sum(bool(re.search(r"[.!?:…][\"'”’»)\]]*\s*$", text[start:end])) for start, end in block[:-1])
    return ended * 2 < len(widths) + 1


def _within(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ranges, left = [], start
    for found in _END.finditer(text, start, end):
        if found.start() < left:
            continue
        if _ends_sentence(text, left, found, end):
            ranges.append((left, found.end()))
            left = found.end()
    ranges.append((left, end))
    return ranges


def _ends_sentence(text: str, left: int, found: re.Match[str], end: int) -> bool:
    mark = found.group()
    follow = text[found.end() : found.end() + 40].lstrip()
    if found.end() >= end or not follow:
        return True
    if mark[0] in "。！？":
        return True
    first = follow.lstrip("\"'“‘«([—–-")[:1]
    if mark[0] in "!?…" or mark.startswith(".."):
        return not first.islower()
    if first.islower():
        return False
    if mark == ".":
        word = _last_word(text, left, found.start())
        if word:
            ending = word[1].lower()
            if ending in _ABBREVIATIONS:
                if ending not in _MAY_END:
                    return False
                if ending == "no":
                    return not first.isdigit()
                nxt = re.match(r"\W*(\w+)", follow)
                return bool(nxt and nxt[1].lower() in _STARTERS) or follow[:1] in '"“'
            if len(ending) == 1 and ending.isalpha():  # an initial: J. Smith
                return not word[1].isupper()
            if ending.isdigit() and first.isdigit():
                return False
    return True


def _last_word(text: str, start: int, end: int) -> re.Match[str] | None:
    """What `_LAST_WORD` finds in a range, without a look at all of it."""
    near = max(start, end - _LONG_WORD)
    word = _LAST_WORD.search(text, near, end)
    return _LAST_WORD.search(text, start, end) if word and word.start() == near > start else word


def estimate_tokens(text: str) -> int:
    """Roughly how many tokens a model counts in a text: a quarter of its UTF-8 bytes, a third outside ASCII."""
    if text.isascii():
        return len(text) // 4 + 1
    return len(text.encode("utf-8", "surrogatepass")) // 3 + 1


def chunk_article(article: Article, max_tokens: int) -> tuple[Chunk, ...]:
    """Split an article into chunks of whole sentences of at most `max_tokens` each (a longer sentence stands alone).

    No sentence is in two chunks. Later chunks carry the first two sentences as context that can't be cited.
    """
    sentences = split_sentences(article.text)
    groups: list[list[Sentence]] = [[]]
    used = 0
    for sentence in sentences:
        size = estimate_tokens(sentence.text) + 4
        if groups[-1] and used + size > max_tokens:
            groups.append([])
            used = 0
        groups[-1].append(sentence)
        used += size
    chunks = [Chunk(article, tuple(group)) for group in groups if group]
    lead = sentences[:2]
    return tuple(chunk if at == 0 else replace(chunk, context=lead) for at, chunk in enumerate(chunks))
