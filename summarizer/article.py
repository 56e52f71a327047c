"""An article: the text as loaded, and what is known about where it comes from."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, computed_field

PublishedFrom = Literal["given", "metadata", "page", "dateline"]


class Article(BaseModel):
    """One article. `text` is canonical: never altered after loading, and all offsets index it.

    `published` is ISO 8601, a date or a date-time with zone; `published_from` tells where it was found.
    `language` is an ISO 639-1 code or None; `notes` say what was cut or is odd; `copy_of` is the id of the article that this
    one repeats (exactly or nearly), so that both count as one source.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    publisher: str | None = None
    publisher_family: str | None = None
    url: str | None = None
    language: str | None = None
    file: str | None = None
    notes: tuple[str, ...] = ()
    copy_of: str | None = None

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8 (lone surrogates kept)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """`a-` and 12 hex digits, from text, publisher, date and address: the same article has the same id everywhere."""
        parts = (self.sha256, self.publisher or "", self.published or "", self.url or "", self.title or "")
        return "a-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def published_on(self) -> dt.date | None:
        """The day of publication, in the article's own time zone, or None."""
        return _day((self.published or "")[:10])


@lru_cache(maxsize=1024)
def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


class Failure(BaseModel):
    """A source or article that could not be used, and why, in words that say what to do."""

    model_config = ConfigDict(frozen=True)

    source: str
    reason: str
