"""A saved or fetched page to the article on it, by trafilatura; metadata by our own reading, which never guesses."""

from __future__ import annotations

import re
from typing import Any

from summarizer.errors import SourceError
from summarizer.sources.decoding import decode
from summarizer.sources.parsing.metadata import is_aside, page_metadata
from summarizer.sources.parsing.tidying import tidy

_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,100}charset\s*=\s*["']?\s*([\w-]{2,30})""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DEEPEST = 1000


def parse(data: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """`paragraphs`, `notes` and the metadata of `page_metadata`. Options: `url`, `charset`. Raises SourceError."""
    import lxml.html
    from lxml.etree import ParserError
    from trafilatura import bare_extraction

    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, options.get("charset") or (declared[1].decode("ascii") if declared else None))
    source = _DECLARATION.sub("", decoded.text.replace("\0", ""))
    try:
        # No network, no entities from outside, no huge trees: libxml2 then stops at its own limits.
        tree = lxml.html.document_fromstring(source, parser=lxml.html.HTMLParser(no_network=True, huge_tree=False))
    except (ParserError, ValueError):
        raise SourceError("a page without content", "save the page again, complete") from None
    about = page_metadata(tree, options.get("url"))
    extracted = bare_extraction(
        tree,
        url=options.get("url"),
        include_comments=False,
        include_tables=True,
        with_metadata=False,
        favor_recall=False,
    )
    body = getattr(extracted, "body", None)
    paragraphs = list(_paragraphs(body)) if body is not None else []
    paragraphs = tidy(paragraphs, tree, about["title"], is_aside)
    if not paragraphs:
        raise SourceError("no article text found on this page", "save the article's own page, complete")
    return {**about, "paragraphs": paragraphs, "notes": list(decoded.notes)}


def _paragraphs(body: Any) -> list[str]:
    """The blocks of trafilatura's tree, each on its own: paragraphs, headings, list items, rows of tables."""
    pieces: list[str] = [""]
    _collect(body, pieces, 0)
    return [line for piece in pieces if (line := " ".join(piece.split()))]


def _collect(element: Any, pieces: list[str], depth: int) -> None:
    block = element.tag in ("p", "head", "item", "quote", "row", "list", "table", "code", "div", "body")
    if block:
        pieces.append("")
    if element.tag == "lb":
        pieces.append("")
    if element.tag == "cell":
        pieces[-1] += " "
    pieces[-1] += element.text or ""
    if depth < _DEEPEST:
        for child in element:
            if isinstance(child.tag, str):
                _collect(child, pieces, depth + 1)
            pieces[-1] += child.tail or ""
    if block:
        pieces.append("")
