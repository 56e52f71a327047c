"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.errors import SourceError
from summarizer.sources.base import Context, Document, Item, Reader
from summarizer.sources.building import build_article
from summarizer.sources.decoding import decode, looks_binary

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_LINE = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*$")
_HEADING = re.compile(r"\A\s*# +([^\n]{3,300}?)[ #]*$", re.M)
_KEYS = {
    "title": "title",
    "published": "published",
    "date": "published",
    "publisher": "publisher",
    "source": "publisher",
    "url": "url",
    "link": "url",
    "language": "language",
    "lang": "language",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the `---` lines, and where the text after it starts (index into the whole)."""

    values: Mapping[str, str]
    body: int


def read_front_matter(text: str) -> FrontMatter:
    """Front matter of a text: simple `key: value` lines; unknown keys are left aside. Without any, nothing and 0."""
    found = _FRONT.match(text)
    if not found:
        return FrontMatter({}, 0)
    values: dict[str, str] = {}
    for line in found[1].splitlines():
        entry = _LINE.match(line)
        if not entry:
            continue
        key, value = _KEYS.get(entry[1].lower()), _unquoted(entry[2])
        if key and value and value != "null":
            values.setdefault(key, value)
    return FrontMatter(values, found.end())


def _unquoted(value: str) -> str:
    """A YAML scalar on one line without its quotation marks and what they escape: `"the \\"potato front\\""`, `'it''s'`."""
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    if value[0] == "'":
        return value[1:-1].replace("''", "'")
    try:
        return str(json.loads(value))
    except ValueError:  # an escape that is YAML's alone, or a mark that should have been escaped
        return value[1:-1]


def _read(document: Document, context: Context) -> Iterator[Item]:
    data = document.stream.take(context.settings.max_source_bytes)
    if len(data) > 4 * context.settings.max_article_chars:  # no encoding takes more than four bytes
        limit = context.settings.max_article_chars
        raise SourceError(f"one article of more than {limit:,} characters", "split it, or raise max_article_chars")
    decoded = decode(data, document.origin.charset)
    text = decoded.text.removeprefix("\ufeff")
    front = read_front_matter(text)
    body = text[front.body :]
    heading = _HEADING.match(body)
    values = {"title": heading[1]} if heading else {}
    notes = (*document.values.get("notes", ()), *decoded.notes)
    yield build_article(
        body, {**document.values, **values, **front.values, "notes": notes}, document.origin, context.settings
    )


PLAIN = Reader("text", (".txt", ".md", ".markdown", ".text"), lambda document: not looks_binary(document.head), _read)
