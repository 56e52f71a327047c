"""Verifying: every sentence of a brief against the events and passages that it cites, by code alone."""

from __future__ import annotations

from summarizer.verifying.case import Check, Passage
from summarizer.verifying.check import check_sentence
from summarizer.verifying.resting import content_stems
from summarizer.verifying.verify import keep_what_holds, verify_again, verify_brief, verify_sentence, verify_sentences

__all__ = [
    "Check",
    "Passage",
    "check_sentence",
    "content_stems",
    "keep_what_holds",
    "verify_again",
    "verify_brief",
    "verify_sentence",
    "verify_sentences",
]
