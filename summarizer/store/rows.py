"""Values as rows and back: JSON records with their hash, and what is derived from an event for finding it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.drafts import Mention
from summarizer.events import Event, Party, Speaker
from summarizer.normalising.dates import edtf_bounds

ACTOR, RECIPIENT, SPEAKER = 0, 1, 2
EITHER, FORTH = 0, 1  # ways of a pair: two parties of one event in the order of their keys, or actor and recipient
WIDEST: Final = 366  # days that a date may span and still have a place in time
_MOST = 20  # parties a side that are paired; further ones of a very long list are found one by one
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]{2,}")

T = TypeVar("T")
EVENT: Final = TypeAdapter(Event)
MENTION: Final = TypeAdapter(Mention)
ARTICLE: Final = TypeAdapter(Article)
BRIEF: Final = TypeAdapter(Brief)


def digest(record: str) -> str:
    """Half of a record's SHA-256, in hex: what shows a changed byte."""
    return hashlib.sha256(record.encode()).hexdigest()[:32]


def write_record(kind: TypeAdapter[T], value: T) -> str:
    """A value as JSON; lone surrogates as escapes, which SQLite takes."""
    left_out = {"sha256", "id"} if kind is ARTICLE else None
    try:
        return kind.dump_json(value, exclude=left_out).decode()
    except ValueError:
        return json.dumps(kind.dump_python(value, exclude=left_out, mode="python"), default=_plain)


def _plain(value: Any) -> Any:
    return value.model_dump(mode="python")


def read_record(kind: TypeAdapter[T], record: str) -> T:
    """The value of a record. Raises ValueError (pydantic's) when it isn't one."""
    if "\\ud" in record:
        return kind.validate_python(json.loads(record))
    return kind.validate_json(record)


@dataclass(frozen=True, slots=True)
class Derived:
    """What the tables hold of an event beside its record. `day` is the upper part of its key."""

    day: int
    first: int | None
    last: int | None
    kind: str
    actors: str
    recipients: str
    speakers: str
    places: str
    words: str
    other: str | None
    parties: tuple[tuple[str, int], ...]
    pairs: tuple[tuple[str, str, int], ...]

    @property
    def dyads(self) -> str:
        """Actor and recipient of each pair, tab between them, a line each."""
        return "\n".join(f"{one}\t{two}" for one, two, way in self.pairs if way == FORTH)


def derive(event: Event) -> Derived:
    """The columns for an event."""
    first, last, day = _days(event.date.edtf if event.date else "")
    words = " ".join(dict.fromkeys(part.quote for part in event.evidence))
    if event.summary not in words:  # mostly it is the quote, which needn't be indexed twice
        words = f"{event.summary} {words}"
    words = _sound(words)
    sides = [(p.key, ACTOR) for p in event.actors], [(p.key, RECIPIENT) for p in event.recipients]
    speakers = [(speaker.key, SPEAKER) for speaker in event.attribution]
    return Derived(
        day,
        first,
        last,
        " ".join(filter(None, (event.type, event.mode, event.status))),
        _names(event.actors),
        _names(event.recipients),
        _names(event.attribution),
        _sound(" ".join(filter(None, (event.place.name, event.place.country)))) if event.place else "",
        words,
        words if _of_other_script(words) else None,
        tuple(dict.fromkeys((_sound(key), role) for key, role in (*sides[0], *sides[1], *speakers))),
        tuple(dict.fromkeys(_pairs(event.actors[:_MOST], event.recipients[:_MOST]))),
    )


def _pairs(actors: Iterable[Party], recipients: Iterable[Party]) -> Iterator[tuple[str, str, int]]:
    by, to = [_sound(party.key) for party in actors], [_sound(party.key) for party in recipients]
    for actor in by:
        for recipient in to:
            yield actor, recipient, FORTH
    for one, two in combinations(sorted((*by, *to)), 2):
        yield one, two, EITHER


@lru_cache(maxsize=65536)
def _days(edtf: str) -> tuple[int | None, int | None, int]:
    """First and last ordinal that a date can mean, and the day of its key."""
    bounds = edtf_bounds(edtf) if edtf else None
    if bounds is None:
        return None, None, 0
    first, last = bounds[0].toordinal(), bounds[1].toordinal()
    return first, last, last if last - first <= WIDEST else 0


def _names(parties: Iterable[Party | Speaker]) -> str:
    return _sound(" ; ".join(f"{party.name} {party.country or ''}" for party in parties))


def _of_other_script(words: str) -> bool:
    return any(not _LATIN.match(word) for word in _WORD.findall(words)) if not words.isascii() else False


def _sound(text: str) -> str:
    """Text that SQLite takes: no lone surrogate, no NUL."""
    return text if text.isascii() and "\0" not in text else text.encode("utf-8", "replace").decode().replace("\0", " ")


def publishers(event: Event, articles: Mapping[str, Article]) -> int:
    """Independent publishers that report an event: copies and titles of one house count once."""
    houses = set()
    for source in event.sources:
        article = articles.get(source.article)
        original = articles.get(article.copy_of or "", article) if article else None
        family = (original.publisher_family or original.publisher) if original else source.publisher
        houses.add((family or (original.id if original else source.article)).casefold())
    return len(houses)
