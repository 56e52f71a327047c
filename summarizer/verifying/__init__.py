"""Verifying: every sentence of a brief against the events and passages that it cites, by code alone."""

from __future__ import annotations

from summarizer.verifying.verify import verify_brief, verify_sentence

__all__ = ["verify_brief", "verify_sentence"]
