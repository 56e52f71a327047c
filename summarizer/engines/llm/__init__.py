"""The model engine: the only importer of openai, instructor and tenacity. Import it late, it takes half a second."""

from __future__ import annotations

from summarizer.engines.llm.engine import LlmEngine

__all__ = ["LlmEngine"]
