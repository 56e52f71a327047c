"""Reading what a model wrote: the JSON object in its text, then item by item; a bad item never costs a good one."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Sequence
from typing import Any, Final, NoReturn, get_args

from summarizer.drafts import EventDraft, PartyDraft, QuantityDraft, SpeakerDraft
from summarizer.events import STATUSES, Reporting
from summarizer.normalising.actors import country_of

MAX_ANSWER = 4_000_000  # characters; no honest answer is near it
MAX_FIELD = 2_000  # characters of one field
_REPORTING: Final[tuple[Reporting, ...]] = get_args(Reporting)
_CODE = re.compile(r"[A-Z]{3,4}")
_SECTOR = re.compile(r"[A-Z]{3}")
_THINK = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.S | re.I)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")


class Unreadable(ValueError):
    """Text that holds no JSON object of the wanted kind, or an item that is no event. Its message quotes nothing."""


def _no_constant(_name: str) -> NoReturn:
    raise Unreadable("NaN or Infinity")


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable("the same field twice")
    return found


_DECODER = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_no_duplicates)


def find_object(text: str, field: str) -> str:
    """The JSON object with the top-level `field` in a text that may have fences, `<think>` blocks or words round it.

    The first such object wins. Raises Unreadable.
    """
    if len(text) > MAX_ANSWER:
        raise Unreadable("the answer is too long")
    if "<think" in text[:2000].lower():
        text = _THINK.sub("", text)
    at, problem = text.find("{"), "no JSON object"
    for _ in range(50):
        if at < 0:
            break
        try:
            value, end = _DECODER.raw_decode(text, at)
        except json.JSONDecodeError:
            problem, end = "no whole JSON object", at + 1
        except Unreadable as error:
            raise Unreadable(f"the answer holds {error}") from None
        except RecursionError:
            raise Unreadable("the answer is nested too deep") from None
        else:
            if isinstance(value, dict) and field in value:
                return text[at:end]
            problem = f"no field {field!r}"
        at = text.find("{", end)
    raise Unreadable(f"the answer holds {problem}")


def read_events(items: Sequence[Any]) -> tuple[tuple[EventDraft, ...], tuple[str, ...]]:
    """Drafts, and a note for each item that can't be read, without its text."""
    drafts: list[EventDraft] = []
    notes: list[str] = []
    for number, item in enumerate(items, 1):
        try:
            drafts.append(_event(item))
        except Unreadable as error:
            notes.append(f"record {number} of the answer was dropped: {error}")
    return tuple(drafts), tuple(notes)


def _event(item: Any) -> EventDraft:
    if not isinstance(item, dict):
        raise Unreadable("it is no object")
    status = _text(item, "st").lower()
    known = next((name for name in STATUSES if name == status), None)
    if known is None:
        raise Unreadable("its status is unknown")
    type_, _, mode = _text(item, "t").partition("/")
    if not type_:
        raise Unreadable("it has no type")
    sentences = _sentences(item.get("s"))
    trigger = _text(item, "w")
    if not sentences or not trigger:
        raise Unreadable("it names no sentence or no words")
    date = _text(item, "d")
    date_text, _, edtf = date.rpartition("|") if "|" in date else (date, "", "")
    places = _parties(_text(item, "p"))
    return EventDraft(
        type=type_,
        mode=mode or None,
        status=known,
        sentences=sentences,
        trigger=trigger,
        actors=_parties(item.get("a")),
        recipients=_parties(item.get("r")),
        date_text=date_text.strip() or None,
        date_edtf=edtf.strip() or None,
        place=places[0] if places else None,
        attribution=tuple(_speaker(text) for text in _texts(item.get("by"))[:2]),
        quantities=tuple(filter(None, map(_quantity, _texts(item.get("q"))))),
    )


def _text(item: dict[str, Any], field: str) -> str:
    value = item.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unreadable(f"field {field!r} is no text")
    if len(value) > MAX_FIELD:
        raise Unreadable(f"field {field!r} is too long")
    return value.strip()


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list):
        value = [value]
    if not all(isinstance(text, str) and len(text) <= MAX_FIELD for text in value):
        raise Unreadable("a party, speaker or quantity is no short text")
    return [text.strip() for text in value if text.strip(" |")]


def _sentences(value: Any) -> tuple[int, ...]:
    numbers = value if isinstance(value, list) else [value]
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in numbers):
        raise Unreadable("its sentence numbers are no numbers")
    return tuple(dict.fromkeys(numbers))


def _split(text: str, fields: int) -> list[str]:
    """The parts of "name|code|…", stripped; a name may hold a bar itself, the other fields not."""
    parts = text.rsplit("|", fields - 1) if text.count("|") >= fields - 1 else text.split("|")
    parts = [part.strip() for part in parts]
    return parts + [""] * (fields - len(parts))


def _parties(value: Any) -> tuple[PartyDraft, ...]:
    return tuple(_party(text) for text in _texts(value))


def _party(text: str) -> PartyDraft:
    """`name|country|sector`; a bare name that is a country's own stands for its government."""
    name, country, sector = _split(text, 3)
    if not country and not sector:
        code = country_of(name)
        return PartyDraft(name, code, "GOV" if code else None)
    return PartyDraft(
        name,
        country if _CODE.fullmatch(country) else None,
        sector if _SECTOR.fullmatch(sector) else None,
    )


def _speaker(text: str) -> SpeakerDraft:
    name, country, how = _split(text, 3)
    country = country or country_of(name) or ""
    reporting: Reporting = next((word for word in _REPORTING if word == how.lower()), "said")
    return SpeakerDraft(name, country if _CODE.fullmatch(country) else None, reporting)


def _quantity(text: str) -> QuantityDraft | None:
    words, value, unit = _split(text, 3)
    if not words:
        return None
    number: float | int | None = None
    if _NUMBER.fullmatch(value):
        number = float(value)
        if not math.isfinite(number):
            return None
        if number.is_integer():
            number = int(number)
    return QuantityDraft(words, number, unit or None)


_MARKUP = re.compile(r"<[A-Za-z/!][^>]*>|https?:|www\.|\]\(|!\[|javascript:", re.I)
_DECORATION = re.compile(r"\*\*|__|`+|^\s*(?:[-*•#>]+|\d+[.)])\s+")
_CITATION = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]")


def plain_sentence(text: str) -> str | None:
    """A sentence without control characters, decoration and citation marks; None if it holds links or markup."""
    text = "".join(
        " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    if len(text) > MAX_FIELD or _MARKUP.search(text):
        return None
    text = _CITATION.sub("", _DECORATION.sub("", text))
    return " ".join(text.split()) or None
