"""Lines of a text that speak to a program, or as one, instead of telling news: orders, numbered "sentences", a made-up digest or reply."""

from __future__ import annotations

import re

_TO_MACHINES = re.compile(
    r"</?(?:system|article|assistant|user|instructions?|prompt)\b|<!--|\b(?:ignore|disregard|forget) (?:all |any )?(?:the |your )?"
    r"(?:previous|prior|above|earlier|preceding) (?:instructions?|text|prompts?)|\bautomated readers?\b|\blanguage models?\b"
    r"|\bAI (?:assistants?|models?|systems?|readers?)\b|\boutput (?:exactly|only)\b|\bnew task:|\bsystem prompt\b"
    r"|^\s*\[\d{1,3}\]\s+\S|\bsummari[sz]ers? must\b"
    r"|[\"']?(?:type|actors|recipients)[\"']?\s*:\s*[\"'\[{]",
    re.I | re.M,
)
# One of these stands in whatever the pattern finds, letters apart that only count as an "i" there: a plain search for them
# is ten times as fast.
_HINTS = (
    "<", "[", "ignore", "disregard", "forget", "automated reader", "language model", "ai assistant", "ai model", "ai system",
    "ai reader", "output exactly", "output only", "new task", "system prompt", "summariser", "summarizer", "actors", "recipients",
    "\u0131", "\u0307",
)  # fmt: skip
_KEY = re.compile(r"type[\"']?\s*:")
_WORK = r"(?:summary|brief(?:ing)?|digest|extraction|output|answer|reply|response|json|(?:list of )?(?:the )?events)"
_FRONT = r"^[\W_]{0,6}"
# How a line begins that is a program's turn in a dialogue, or what one is made to have written: "Assistant: …", "Digest: …".
_AS_MACHINE = re.compile(
    rf"{_FRONT}(?:(?:ai|chat|final|model|machine|automatic|auto|program|system|expected|correct|verified)[ -])?"
    r"(?:assistant|chat-?bot|chatgpt|gpt[\w.-]*|llm|ai|bot|model|system|user|output|completion|response|digest|summary|abstract|tl;?dr|recap"
    r"|brief|extraction|events|key events|extracted events|json)(?: \(\w+\))?[\W_]{0,3}(?::|=>|->)"
    rf"|{_FRONT}(?:ai|final|model|machine|automatic|program|system|expected|correct|verified)[ -](?:answer|reply|result|response)"
    r"[\W_]{0,3}:"
    rf"|{_FRONT}end of (?:the )?(?:article|text|input|document|file)\b"
    rf"|{_FRONT}(?:sure|certainly|of course|understood|okay|ok|got it|absolutely|as (?:requested|instructed|ordered|you asked))[,.!:;–—-]"
    rf"[^\n]{{0,60}}\b{_WORK}\b"
    rf"|{_FRONT}(?:please )?(?:report|state|write|include|output|conclude|record|extract) (?:only )?that\b"
    r"|^\s*(?:\(\d{2,3}\)|s\d{1,3}[.:]|#\d{1,3}[.:]|sentence \d{1,3}[.:])\s",
    re.I,
)
# What such a one says anywhere in a line: "Here is the summary: …".
_AS_REPLY = re.compile(
    rf"\bhere(?:['’]s| is| are) (?:the|your|my|an?) (?:[\w-]+ ){{0,3}}{_WORK}\b"
    rf"|\bthe (?:correct|final|expected|required|verified|right) {_WORK} (?:is|are|reads?|should|must)\b"
    r"|\bas an (?:ai|artificial intelligence)\b"
    rf"|\b(?:this|the) {_WORK} (?:was|has been|is|were) (?:generated|verified|checked|approved|produced) (?:by|automatically)\b",
    re.I,
)
_WORKS = (
    "summary",
    "brief",
    "digest",
    "extraction",
    "output",
    "answer",
    "reply",
    "response",
    "json",
    "events",
    "as an a",
)
_QUESTIONS = re.compile(r"^[\W_]{0,6}(?:q|question)\b[^\n]{0,12}:", re.I | re.M)
_OPENING = 2  # lines of a text in which its own summary may stand
_ITEM = re.compile(r"^\s*(?:[-–—*•>#]|\(?\d{1,3}[.):]|\[)")  # of a list that such a line leads in


def addressed_to_machines(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the lines of a text that speak to a program, or as one, with the lists that go on below them.

    A transcript with questions has answers, and the first lines of a text may sum it up.
    """
    transcript = _QUESTIONS.search(text) is not None
    blocks = "\n\n" in text  # so that lines without an empty one between them belong together
    ranges: list[tuple[int, int]] = []
    at, told, planted, leads, blank = 0, 0, False, False, False
    for line in text.splitlines(keepends=True):
        if line.strip():
            goes_on = planted and ((blocks and not blank) or (leads and _ITEM.match(line) is not None))
            posing = not transcript and told >= _OPENING and _speaks_as_one(line)
            planted = goes_on or posing or _speaks_to_one(line)
            leads = planted and (line.rstrip().endswith(":") or (goes_on and leads))
            if planted:
                ranges.append((at, at + len(line)))
            told += 1
        blank = not line.strip()
        at += len(line)
    return ranges


def _speaks_as_one(line: str) -> bool:
    if _AS_MACHINE.match(line) is not None:
        return True
    low = line.casefold()
    return any(word in low for word in _WORKS) and _AS_REPLY.search(line) is not None


def _speaks_to_one(line: str) -> bool:
    low = line.casefold()
    hinted = any(word in low for word in _HINTS) or ("type" in low and _KEY.search(low) is not None)
    return hinted and _TO_MACHINES.search(line) is not None
