"""PDF to paragraphs: lines joined, hyphenation at line ends undone, running heads and page numbers left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import Any

from summarizer.errors import SourceError

_PAGES = 500
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_NUMBER = re.compile(r"(?i)^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\u2010]$")
_COMPOUNDS = re.compile(
    r"(?i)\b(?:non|self|co|ex|anti|pro|pre|post|cross|vice|semi|mid|all|well|long|short|high|low|two|three)[-\u2010]$"
)


def parse(data: bytes, _options: dict[str, Any]) -> dict[str, Any]:
    """`text`, `title`, `published` (as the file has it), `producer`, `notes`. Raises SourceError."""
    import pypdf
    from pypdf.errors import FileNotDecryptedError, PdfReadError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("an encrypted PDF", "save it without a password")
        count = len(reader.pages)
        pages = [_page_lines(reader.pages[at]) for at in range(min(count, _PAGES))]
        about = reader.metadata
    except FileNotDecryptedError:
        raise SourceError("an encrypted PDF", "save it without a password") from None
    except PdfReadError:
        raise SourceError("a damaged PDF", "get the file again, or save it as text") from None
    except PyPdfError:
        raise SourceError("a PDF that can't be read", "save it as text") from None
    text = "\n\n".join(join_lines(drop_running_lines(pages)))
    if not text.strip():
        raise SourceError("a PDF without text, probably scanned", "run text recognition (OCR) on it first")
    notes = [f"only the first {_PAGES} of {count} pages were read"] if count > _PAGES else []
    return {
        "text": text,
        "title": about.title if about is not None and isinstance(about.title, str) else None,
        "published": None,  # a PDF's own date tells when the file was made
        "notes": notes,
    }


def _page_lines(page: Any) -> list[str]:
    return [" ".join(line.translate(_LIGATURES).split()) for line in page.extract_text().split("\n")]


def drop_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Pages without page numbers and without lines that stand at the top or foot of most pages."""
    edges = Counter(_same(line) for page in pages for line in {*_filled(page)[:2], *_filled(page)[-2:]})
    often = {line for line, count in edges.items() if len(pages) > 2 and count * 2 > len(pages)}
    kept = []
    for page in pages:
        filled = _filled(page)
        outer = {*filled[:2], *filled[-2:]}
        kept.append(
            [
                line
                for line in page
                if not (line in outer and (_same(line) in often or (_NUMBER.match(line) and len(pages) > 1)))
            ]
        )
    return kept


def _filled(page: list[str]) -> list[str]:
    return [line for line in page if line]


def _same(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def join_lines(pages: list[list[str]]) -> list[str]:
    """Paragraphs of the lines: a line runs on unless it is blank, clearly shorter than its column, or ends a sentence short of it."""
    lines = [line for page in pages for line in [*page, ""]]
    widths = sorted(len(line) for line in lines if line)
    column = widths[int(len(widths) * 0.8)] if widths else 0
    paragraphs: list[str] = []
    running = ""
    for at, line in enumerate(lines):
        if not line:
            if (running and _ends(running)) or (running and not _runs_on(running, _next(lines, at))):
                paragraphs.append(running)
                running = ""
            continue
        running = _joined(running, line) if running else line
        short = len(line) < 0.75 * column
        if (short and _ends(line)) or (short and len(line) < 0.6 * column and not _runs_on(line, _next(lines, at))):
            paragraphs.append(running)
            running = ""
    return [*paragraphs, running] if running else paragraphs


def _next(lines: list[str], at: int) -> str:
    return next((line for line in lines[at + 1 : at + 6] if line), "")


def _ends(line: str) -> bool:
    return bool(_SENTENCE_END.search(line))


def _runs_on(line: str, following: str) -> bool:
    return bool(following) and (following[0].islower() or bool(_HYPHEN.search(line)) or line.endswith(","))


def _joined(running: str, line: str) -> str:
    if _HYPHEN.search(running) and line[:1].islower():
        return running + line if _COMPOUNDS.search(running) else running[:-1] + line
    return f"{running} {line}"
