"""What to look for, and the SQL that finds it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, field_validator

from summarizer.errors import UsageError
from summarizer.events import Status
from summarizer.normalising.actors import country_of
from summarizer.normalising.dates import edtf_bounds
from summarizer.store.rows import ACTOR, EITHER, FORTH, RECIPIENT, SPEAKER, WIDEST
from summarizer.store.schema import DAY

_CODE = re.compile(r"[A-Z]{3,4}\Z")
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\d]")
_COLUMNS: Final = {ACTOR: "actors", RECIPIENT: "recipients", SPEAKER: "speakers"}


class EventQuery(BaseModel):
    """Conditions that an event must meet, all of them; what is None asks nothing.

    `text`: words of its summary and quotes, all of them, "in quotation marks" next to each other, `word*` for a beginning;
    words of other scripts than Latin also inside longer ones. `actor`, `recipient`, `by` (speaker): a code (RUS), a country
    (Russia) or words of a name (Lavrov). `between`: two of these, in either role. `type`: TYPE or TYPE/mode. `since` and
    `until`: EDTF (2021, 2021-04, 2021-04-24), inclusive; an event of "April 2021" lies in both 2021-04-01 and 2021-04-30, one
    without a year in none. `limit` None means all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str | None = None
    actor: str | None = None
    recipient: str | None = None
    between: tuple[str, str] | None = None
    type: str | None = None
    status: Status | None = None
    by: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    min_publishers: int | None = Field(default=None, ge=1)
    limit: int | None = Field(default=50, ge=1)

    @field_validator("since", "until")
    @classmethod
    def _is_date(cls, value: str | None) -> str | None:
        if value is not None and edtf_bounds(value) is None:
            raise ValueError(f"{value!r} is no date with a year (2021, 2021-04, 2021-04-24)")
        return value


@dataclass(frozen=True, slots=True)
class Plan:
    """A query in SQL: `driver` has the key `at` (aliased), conditions on it and on the event `e`."""

    driver: str
    at: str
    conditions: tuple[str, ...]
    values: tuple[Any, ...]
    first: int | None
    last: int | None

    def select(self, columns: str, undated: bool, limit: int | None) -> tuple[str, tuple[Any, ...]]:
        """The statement, and its values, for events with a place in time, newest first, or for those without."""
        conditions, values = [*self.conditions], [*self.values]
        if undated:
            conditions.append(f"{self.at} < {DAY}")
        else:
            low = max(1, self.first or 1)
            conditions.append(f"{self.at} >= {low * DAY}")
            if self.last is not None:
                conditions.append(f"{self.at} < {(self.last + WIDEST + 1) * DAY}")
        if self.first is not None:
            conditions.append("e.last >= ?")
            values.append(self.first)
        if self.last is not None:
            conditions.append("e.first <= ?")
            values.append(self.last)
        join = "" if self.driver == "events e" else f" CROSS JOIN events e ON e.at = {self.at}"
        where = " AND ".join(conditions)
        statement = f"SELECT {columns} FROM {self.driver}{join} WHERE {where} ORDER BY {self.at} DESC"  # noqa: S608 - our own words
        return (statement, tuple(values)) if limit is None else (f"{statement} LIMIT ?", (*values, limit))


@dataclass(slots=True)
class _Builder:
    """Conditions as they are gathered: `match` for the word index, the others on rows."""

    match: list[str]
    scripts: list[str]
    conditions: list[str]
    values: list[Any]


def plan(query: EventQuery) -> Plan:
    """The cheapest way to a query's events: by pair, by party, by words, or by type and time. Raises UsageError."""
    build = _Builder([], [], [], [])
    if query.text:
        _words(query.text, build)
    sides = [(query.actor, ACTOR), (query.recipient, RECIPIENT), (query.by, SPEAKER)]
    codes: dict[int, str] = {}
    for asked, role in sides:
        if not asked:
            continue
        code = as_code(asked)
        if code:
            codes[role] = code
        else:
            build.match.append(_in_column(_COLUMNS[role], asked))
    type_, _, mode = (query.type or "").partition("/")
    first = _ordinal(query.since, 0)
    last = _ordinal(query.until, 1)
    if query.place:
        code = as_code(query.place)
        if code:
            build.conditions.append("e.country = ?")
            build.values.append(code)
        else:
            build.match.append(_in_column("places", query.place))
    driver, at = _driver(query, build, codes, (type_, mode))
    if query.status:
        build.conditions.append("e.status = ?")
        build.values.append(query.status)
    if query.min_publishers and query.min_publishers > 1:
        build.conditions.append("e.publishers >= ?")
        build.values.append(query.min_publishers)
    return Plan(driver, at, tuple(build.conditions), tuple(build.values), first, last)


def as_code(asked: str) -> str | None:
    """The code for a code or for the name of a country or organisation, or None for any other name."""
    asked = asked.strip()
    return asked if _CODE.match(asked) else country_of(asked)


def _driver(query: EventQuery, build: _Builder, codes: dict[int, str], kind: tuple[str, str]) -> tuple[str, str]:
    """The table that leads, its key, and with it the conditions on parties and type that it can answer itself."""
    pair = _pair(query, codes)
    if build.match or build.scripts:
        build.match += [f"{_COLUMNS[role]} : {_quoted(code)}" for role, code in codes.items()]
        if pair and query.between:
            build.match.append(_either_way(pair))
        build.match += [f"kind : {_quoted(word)}" for word in kind if word]
        if build.match:
            build.conditions.insert(0, "found MATCH ?")
            build.values.insert(0, " AND ".join(f"({part})" for part in build.match))
        for number, script in enumerate(build.scripts):
            table = "scripts" if not build.match and number == 0 else None
            condition = "scripts MATCH ?" if table else "{at} IN (SELECT rowid FROM scripts WHERE scripts MATCH ?)"
            build.conditions.append(condition.format(at="found.rowid" if build.match else "scripts.rowid"))
            build.values.append(script)
        return ("found", "found.rowid") if build.match else ("scripts", "scripts.rowid")
    lead = "events e", "e.at"
    if pair:
        lead = "pairs d", "d.at"
        build.conditions[:0] = ["d.one = ?", "d.two = ?", "d.way = ?"]
        build.values[:0] = [*(sorted(pair) if query.between else pair), EITHER if query.between else FORTH]
    elif codes:
        lead = "parties d", "d.at"
        role, code = next(iter(codes.items()))
        build.conditions[:0] = ["d.key = ?", "d.role = ?"]
        build.values[:0] = [code, role]
    for role, code in codes.items():
        if (pair and role != SPEAKER) or (not pair and role == next(iter(codes))):
            continue
        build.conditions.append(
            f"EXISTS (SELECT 1 FROM parties p WHERE p.key = ? AND p.role = ? AND p.at = {lead[1]})"  # noqa: S608 - our own words
        )
        build.values += [code, role]
    alias = lead[1].partition(".")[0]
    for column, value in zip(("type", "mode"), kind, strict=True):
        if value:
            build.conditions.append(f"{alias}.{column} = ?")
            build.values.append(value)
    return lead


def _pair(query: EventQuery, codes: dict[int, str]) -> tuple[str, str] | None:
    """The two parties of a pair as the index has them, or None when no pair is asked for."""
    if query.between is None:
        return (codes[ACTOR], codes[RECIPIENT]) if {ACTOR, RECIPIENT} <= codes.keys() else None
    if query.actor or query.recipient:
        raise UsageError("between can't be combined with actor or recipient", "use one of them")
    one, two = query.between
    return as_code(one) or one.casefold(), as_code(two) or two.casefold()


def _either_way(pair: tuple[str, str]) -> str:
    return " AND ".join(f"{{actors recipients}} : {_quoted(party)}" for party in pair)


def _words(text: str, build: _Builder) -> None:
    for phrase, word in _TERM.findall(text):
        term = phrase or word.rstrip("*")
        if not any(character.isalnum() for character in term):
            continue
        if _LATIN.search(term):
            build.match.append(f"words : {_quoted(term)}{'*' if word.endswith('*') else ''}")
        elif len(term) >= 3:
            build.scripts.append(_quoted(term))
        else:  # too short for the index of three letters
            build.conditions.append("e.other LIKE ? ESCAPE '\\'")
            build.values.append(f"%{_escaped(term)}%")
    if not (build.match or build.scripts or build.conditions):
        raise UsageError(f"{text!r} has no word to look for", "give letters or digits")


def _in_column(column: str, asked: str) -> str:
    words = [word for word in re.findall(r"\w+", asked) if word]
    if not words:
        raise UsageError(f"{asked!r} has no word to look for", "give a code (RUS) or a name")
    return " AND ".join(f"{column} : {_quoted(word)}" for word in words)


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _escaped(term: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", term)


def _ordinal(edtf: str | None, end: int) -> int | None:
    bounds = edtf_bounds(edtf) if edtf else None
    if bounds is None or bounds[end] in (dt.date.min, dt.date.max):
        return None
    return bounds[end].toordinal()
