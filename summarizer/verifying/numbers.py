"""Numbers of a sentence against those of the cited passages: value, what it counts, and "more than" or "up to"."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.normalising.actors import codes_in
from summarizer.normalising.dates import find_dates
from summarizer.normalising.numbers import find_numbers, parse_number
from summarizer.normalising.quantities import QuantityMention, find_quantities
from summarizer.verifying.case import Case, Check, show, stem, stems_of
from summarizer.verifying.ranges import borne_out_as_range
from summarizer.verifying.tallies import other_number

_BOUND_WORDS = {"min": "more than", "max": "up to", "about": "about"}
_COUNTED = frozenset("country countrie state government nation member party side neighbour neighbor".split())
_BOTH = re.compile(r"\b(?:both|pair|couple|two|second)\b", re.I)
# The two parties that the sentence names; "the two diplomats" would count something.
_THE_TWO = re.compile(
    r"\bthe\s+two\s+(?:[a-z]+ed|have|had|are|were|will|would|met|agree|plan|want|hold|sides|parties|neighbours?|capitals|governments)\b",
    re.I,
)
_TWO_LEADERS = re.compile(
    r"\bthe\s+two\s+(?:presidents|leaders|ministers|premiers|countries|neighbours|states|armies|navies)\b", re.I
)
_HALF = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) and a half (hundred|thousand|million|billion|trillion)\b",
    re.I,
)
_PEOPLE = frozenset(stem(word) for word in "people persons men women others members staff".split())
_STATE = frozenset(stem(word) for word in "killed dead wounded injured missing hurt arrested detained".split())
# "the Tajik one could": not a number.
_ONE = re.compile(
    r"[Oo]ne(?=\s+(?:asks|believes|takes|counts|looks|could|can|is|was|were|has|had|will|would|may|might|did|does|in|on|at|by|from)\b|[.,;:]|$)"
)
# "One side freed twenty and the other none", "dismissed with one word".
_ONE_OF_TWO = re.compile(r"[Oo]ne\b[^.;]*?\band\s+the\s+others?\b")
_ONE_WORD = re.compile(r"[Oo]ne\s+(?:[a-z]+\s+)?word\b")
_SINGLE = re.compile(r"\b(?:single|curt|laconic|one-word)\b", re.I)
_CLOCK = re.compile(r"(?::\d\d)?\s+(?:in\s+the\s+(?:morning|afternoon|evening)|o'clock|[ap]\.?m\b)", re.I)
_SPAN = re.compile(r"[\s-](?P<unit>hour|day|week|month|year|decade)s?\b", re.I)
_SPANS = {
    "hour": (1, "h"),
    "day": (24, "h"),
    "week": (168, "h"),
    "month": (1, "m"),
    "year": (12, "m"),
    "decade": (120, "m"),
}
# "Its captain and two engineers" are three.
_AND_ONE = re.compile(
    r"\b(?:an?|the|its|his|her|their|one)\s+(?:[\w-]+\s+){1,3}?and\s+(?:its\s+|his\s+|her\s+)?$", re.I
)
_AND_MORE = re.compile(r"\s+(?:[\w-]+\s+){0,3}?or\s+(?:more|over)\b")
_AND_REST = r"\s+and\s+(?:an?|\w+)\s+(?:days|weeks|months|years?|hours|minutes|half)\b"
_ORDINAL = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))\b", re.I
)
_ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        range(1, 13),
        strict=True,
    )
)
_SOMEBODY = re.compile(r"one\s+(?:man|woman|person)\b", re.I)  # says no more than "a man"
_DOZENS = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|tens\s+of\s+thousands|millions|several|a\s+few|a\s+handful)\b", re.I
)


def check_numbers(case: Case) -> Check:
    """Each number must be one of the passages', count the same thing there, and keep its bound."""
    case = replace(case, text=_HALF.sub(_halves, case.text))
    reasons: list[str] = []
    flags: list[str] = []
    given = _values(case.body) | {float(q.value) for event in case.events for q in event.quantities}
    known = [quantity for passage in case.passages for quantity in find_quantities(passage.text)]
    counted = {quantity.start: quantity for quantity in find_quantities(case.text)}
    dates = find_dates(case.text)
    ranged = borne_out_as_range(case)
    for number in find_numbers(case.text):
        if number.start in ranged:
            continue
        if any(date.start < number.end and number.start < date.end for date in dates):
            continue
        if _is_pronoun(case, number.start):
            continue
        quantity = next((q for q in counted.values() if q.start <= number.start and number.end <= q.end), None)
        written = case.text[number.start : number.end]
        if _SOMEBODY.match(case.text, number.start):
            continue
        if float(number.value) not in given and not _implied(case, number.value, quantity, given):
            reasons.append(f"says {written}, {_instead(quantity, known)}")
        elif quantity is not None and quantity.value == number.value:
            _compare(case, quantity, known, reasons, flags)
    for ordinal in _ORDINAL.finditer(case.text):
        if (
            not any(date.start <= ordinal.start() < date.end for date in dates)
            and not (ordinal[0].lower() == "second" and re.search(r"\bthe\s+first\b", case.text, re.I))
            and not _ordinal_given(ordinal[0], case.body)
            and not (ordinal[0].lower() == "second" and re.search(r"\bagain\b", case.body))
            and not _is_the_day(ordinal, case)
        ):
            reasons.append(f"says {ordinal[0]}, which no cited passage says")
    instead = None if reasons else other_number(case)
    if instead:
        reasons.append(f"says {instead[0]:,g} of what the cited passages say {instead[1]:,g}")
    for vague in _DOZENS.finditer(case.text):
        if known and not _DOZENS.search(case.body):
            flags.append(f"says {vague[0]} where the passages give a number")
    return Check(tuple(reasons), tuple(flags))


def _is_pronoun(case: Case, at: int) -> bool:
    """Whether a "one" counts nothing."""
    text = case.text
    return bool(
        (_ONE.match(text, at) and text[at].islower())
        or _ONE_OF_TWO.match(text, at)
        or (_ONE_WORD.match(text, at) and _SINGLE.search(case.body))
    )


def _halves(found: re.Match[str]) -> str:
    """ "One and a half billion" in digits."""
    return f"{parse_number(found[1])}.5 {found[2]}"


def _values(text: str) -> set[float]:
    """All numbers but the days of dates; years stay, since a sentence may use them as a name ("the 2014 deal")."""
    dates = find_dates(text)
    return {
        float(number.value)
        for number in find_numbers(text)
        if (1500 <= number.value <= 2100 or not any(d.start <= number.start < d.end for d in dates))
        and not (_CLOCK.match(text, number.end) and text[: number.start].lower().endswith("at "))
    }


def _implied(case: Case, value: int | float, quantity: QuantityMention | None, given: set[float]) -> bool:
    """Whether a number follows without being written: two for "both", a count of the named countries, "one" for "a"."""
    if value == 2 and _BOTH.search(case.body):
        return True
    if value == 2 and len(codes_in(case.text)) == 2 and _THE_TWO.search(case.text):
        return True
    if value == 2 and _TWO_LEADERS.search(case.text):
        return any(len({party.key for party in event.actors}) == 2 for event in case.events)
    if value == 1 and re.search(r"\bone of (?:them|those|whom|the)\b", case.body, re.I):
        return True
    if value == 1 and quantity is not None:
        return bool(
            re.search(rf"\b(?:an?|the|its|his|her)\s+(?:[\w-]+\s+){{0,3}}{re.escape(quantity.unit)}\b", case.body, re.I)
        )
    span = _span(case.text, value)
    if span and span in {_span(passage.text, number) for passage in case.passages for number in given}:
        return True
    if value > 2 and _one_more(case, value):
        return True
    if quantity is None:
        return False
    if stem(quantity.unit) in {stem(word) for word in _COUNTED}:
        sides = [{p.key for p in parties} for event in case.events for parties in (event.actors, event.recipients)]
        return value in {len(codes_in(case.text)), *map(len, sides)} and value > 1
    if quantity.bound == "min" and value >= 20:  # "more than two hundred" of 214
        room = 1.4 if _digits(value) == 1 else 1.15
        return any(value <= number <= room * value and _digits(value) < _digits(number) for number in given)
    if quantity.bound == "about" and value >= 100:
        return any(abs(number - value) <= 0.05 * value and _digits(value) < _digits(number) for number in given)
    return False


def _span(text: str, value: int | float) -> tuple[float, str] | None:
    """A length of time in hours or months, where a text gives the number as one: three days are 72 hours."""
    for number in find_numbers(text):
        unit = _SPAN.match(text, number.end) if number.value == value else None
        if unit:
            size, kind = _SPANS[unit["unit"].lower()]
            return float(value) * size, kind
    return None


def _one_more(case: Case, value: int | float) -> bool:
    """Whether it counts somebody and those beside him: three for "its captain and two engineers"."""
    return any(
        number.value == value - 1 and _AND_ONE.search(passage.text, max(0, number.start - 50), number.start)
        for passage in case.passages
        for number in find_numbers(passage.text)
    )


def _digits(value: int | float) -> int:
    """Significant digits: a rounded number has fewer."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _instead(quantity: QuantityMention | None, known: list[QuantityMention]) -> str:
    if quantity is not None:
        same = [other.text for other in known if stem(other.unit) == stem(quantity.unit)]
        if same:
            return f"the cited passages say {show(same)}"
    return f"the cited passages say {show([q.text for q in known])}" if known else "which no cited passage says"


def _compare(
    case: Case, quantity: QuantityMention, known: list[QuantityMention], reasons: list[str], flags: list[str]
) -> None:
    """The same value in the passages may count something else there, or be a bound."""
    text = case.text
    units = [other for other in known if stem(other.unit) == stem(quantity.unit)]
    values = [other for other in known if other.value == quantity.value]
    elsewhere = {stem(other.unit) for other in values}
    if (
        units
        and values
        and not any(other.value == quantity.value for other in units)
        and not elsewhere & stems_of(text)
        and not _told_otherwise(stem(quantity.unit), elsewhere, text)
    ):
        reasons.append(f"says {quantity.text}, the cited passages say {show([u.text for u in units])}")
        return
    if re.match(r"over\b", quantity.text, re.I):  # as often a dispute over 800 hectares as more than these
        return
    same = [other for other in units if other.value == quantity.value] or values
    if not same or any(other.bound == quantity.bound for other in same):
        return
    bounds = {other.bound for other in same}
    if bounds == {"min"} and _AND_MORE.match(text, quantity.end):
        return
    if quantity.bound == "min" and any(re.search(re.escape(other.text) + _AND_REST, case.body) for other in same):
        return  # "more than seven years" of seven years and four months
    if quantity.bound in ("min", "max") and bounds & {"exact", "min", "max"}:
        reasons.append(f"says {quantity.text}, the cited passages say {show([o.text for o in same])}")
    elif (
        quantity.bound == "exact"
        and bounds <= {"min", "max"}
        and not re.match(r"over\b|[\d.,]+\s+to\s+\d", same[0].text, re.I)
    ):
        reasons.append(f"drops “{_BOUND_WORDS[same[0].bound]}”: the cited passages say {same[0].text}")
    elif quantity.bound == "exact" and bounds == {"about"}:
        flags.append(f"tells an estimate as exact: the cited passages say {same[0].text}")


def _told_otherwise(unit: str, elsewhere: set[str], text: str) -> bool:
    """Whether the words count the same people: "three of its men" are three soldiers, five who "suffered injuries" five injured."""
    if elsewhere & _PEOPLE - {stem("women")}:  # "its two men" of the eight officers are officers
        return True
    if unit in _PEOPLE:
        return bool(elsewhere - _STATE) or _has_state(elsewhere, text)
    return _has_state(elsewhere, text)


def _has_state(elsewhere: set[str], text: str) -> bool:
    told = {word[:5] for word in stems_of(text)}
    return any(state[:5] in told for state in elsewhere & _STATE)


def _is_the_day(ordinal: re.Match[str], case: Case) -> bool:
    """Whether "on the 13th" is the day of a cited event, which goes on with a verb."""
    if not re.search(r"\bon\s+the\s+$", case.text[: ordinal.start()], re.I):
        return False
    day = int(re.sub(r"\D", "", ordinal[0]) or 0)
    return any(event.date is not None and event.date.edtf.endswith(f"-{day:02}") for event in case.events)


def _ordinal_given(word: str, body: str) -> bool:
    number = _ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word) or 0)
    name = next((name for name, value in _ORDINALS.items() if value == number), "")
    forms = "|".join(filter(None, [name, rf"{number}(?:st|nd|rd|th)"]))
    return bool(re.search(rf"\b(?:{forms})\b", body, re.I))
