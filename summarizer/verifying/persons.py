"""Persons whom a brief's events know, and the countries that these give them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import Event, Party, Speaker
from summarizer.normalising.actors import codes_in
from summarizer.spans import fold

# The name at the end of "government spokesman Mehdi Benali".
_FULL_NAME = re.compile(r"[^\W\d_a-zà-ÿ][\w'-]*(?: (?:[a-z]{2,3} ){0,2}[^\W\d_a-zà-ÿ][\w'-]*)+$")


class Persons:
    """Parties and speakers with a full name and a country; where events disagree on the country, none is known."""

    def __init__(self, events: Sequence[Event]) -> None:
        countries: dict[str, set[str]] = {}
        for event in events:
            parties: tuple[Party | Speaker, ...] = (*event.actors, *event.recipients, *event.attribution)
            for who in parties:
                named = _FULL_NAME.search(fold(who.name).text)
                if who.country and named and not codes_in(named[0]):
                    countries.setdefault(named[0], set()).add(who.country)
        self._known = {name: min(codes) for name, codes in countries.items() if len(codes) == 1}

    def within(self, quote: str) -> tuple[tuple[str, str], ...]:
        """The persons whose full names stand in a passage, with their countries."""
        text = fold(quote).text
        return tuple((name, code) for name, code in self._known.items() if name in text)
