"""The command `summarizer`: options around the library, nothing else. Results on stdout, everything else on stderr."""

from __future__ import annotations

from summarizer.cli.main import main

__all__ = ["main"]
