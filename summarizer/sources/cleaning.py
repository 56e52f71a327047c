"""Characters and lines that are no part of an article. What is taken out is told in a note."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]")
# Zero-width joiners are spelling in Arabic and Indic scripts, so they only go between Latin letters.
_JOINERS = re.compile(r"(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])")
_KINDS = (
    ("control characters", _CONTROLS, ""),
    ("lone surrogates", _SURROGATES, "�"),
    ("bidirectional controls", _BIDI, ""),
    ("invisible characters", _INVISIBLE, ""),
    ("invisible characters", _JOINERS, ""),
)
_LINE = re.compile(
    r"""(?ix)^[\W_]*(?:
        (?:read|see|find\ out|learn|watch|listen|discover)\s+(?:more|also|next|full\ story|in\ full)\b.{0,80}
      | (?:read|see)\s*(?:more|also)?\s*:.{0,120}
      | also\ (?:read|see|in\ the\ news)\b.{0,120} | related\s*(?:stories|articles|content|topics|links|:).{0,120}
      | more\ (?:on|from|about)\ (?:this\ (?:story|topic)|the\ web|our\ site)\b.{0,80} | most\ (?:read|popular|viewed)\b.{0,40}
      | follow\ us\ on\b.{0,60}
      | (?:share|follow|tweet|print|save|copy|email|e-mail)(?:\s+(?:this|us|on|the|link|article|story|page|via|to|it
          |facebook|twitter|x|whatsapp|telegram|linkedin|email|e-mail|by|with|friends?))*
      | (?:we|this\ (?:site|website))\s+uses?\s+cookies\b.{0,300} | accept\ (?:all|cookies)\b.{0,60}
      | cookie\ (?:settings|policy|preferences)
      | (?:sign\ up|subscribe|register)\b.{0,20}\b(?:newsletter|updates|alerts|briefing|now|today|free)\b.{0,80}
      | (?:unsubscribe|subscribe)\b.{0,80}
      | (?:view|open|read)\ (?:this\ (?:email|e-mail|message)\ )?in\ (?:your\ )?browser.{0,20}
      | advert(?:isement|ising) | sponsored(?:\ content)?
      | (?:click|tap)\ here\b.{0,80} | (?:loading|please\ wait)[.…]*
      | skip\ to\ (?:main\ )?content | back\ to\ top | (?:jump|go)\ to\ comments
      | log\ in\b.{0,30}\bcomments? | \d+\s+(?:comments?|shares?|likes?|views?) | (?:leave|post)\ a\ (?:comment|reply)
      | (?:all\ rights\ reserved|©|\(c\)\s*\d{4}|copyright\s+(?:©|\d{4})).{0,120} | breaking\ news\s*:?
    )[\W_]*$"""
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text and notes of what was taken out of it."""

    text: str
    notes: tuple[str, ...] = ()


def clean_text(text: str) -> Cleaned:
    """Take out what no reader sees and no store keeps well: NUL and other controls, lone surrogates, bidi controls, zero widths."""
    counts: dict[str, int] = {}
    if text.isascii() and not _CONTROLS.search(text):
        return Cleaned(text)
    for name, pattern, instead in _KINDS:
        text, count = pattern.subn(instead, text)
        if count:
            counts[name] = counts.get(name, 0) + count
    return Cleaned(text, tuple(f"{count} {name} taken out" for name, count in counts.items()))


def drop_boilerplate(paragraphs: list[str]) -> Cleaned:
    """Paragraphs joined by blank lines, without share lines, "read more", cookie notices and the like."""
    kept = [paragraph for paragraph in paragraphs if not _LINE.match(paragraph[:400]) or len(paragraph) > 400]
    cut = len(paragraphs) - len(kept)
    return Cleaned("\n\n".join(kept), (f"{cut} lines of page furniture taken out",) if cut else ())


def display_name(name: str) -> str:
    """A file name or address as it can be shown on one line and stored: no controls, no lone surrogates."""
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    shown = "".join(character if character.isprintable() else repr(character)[1:-1] for character in name)
    return shown if len(shown) <= 300 else f"{shown[:140]}…{shown[-140:]}"
