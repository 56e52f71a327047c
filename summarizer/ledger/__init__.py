"""The ledger: what was asked, answered and paid, in one SQLite file that later stages share."""

from __future__ import annotations

from summarizer.ledger.database import Database, Migration, default_path
from summarizer.ledger.ledger import Attempt, Ledger

__all__ = ["Attempt", "Database", "Ledger", "Migration", "default_path"]
