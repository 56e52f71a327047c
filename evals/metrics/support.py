"""Are sentences borne out, and how much did the engine itself hold back?

Numbers are looked up in the cited passages, names in the articles (entity precision against the source: Nan et al. 2021).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from evals.counting import Counts
from evals.linking import shown_events
from evals.outcomes import CaseOutcome, Cited, Told
from evals.wording import days_meant, names, numbers

# Words for a country's own that don't begin as its name does.
_OWN = {
    "ARE": "Emirati", "CHE": "Swiss", "CIV": "Ivorian", "DNK": "Danish Dane", "ESP": "Spanish Spaniard", "FIN": "Finnish Finn",
    "FRA": "French", "GBR": "British Briton", "IRL": "Irish", "LAO": "Laotian", "MDG": "Malagasy", "MMR": "Burmese",
    "NLD": "Dutch", "PHL": "Filipino", "POL": "Polish Pole", "USA": "American",
}  # fmt: skip
_DAY = re.compile(r"\b([12]?\d|3[01])(?:st|nd|rd|th)\b")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(rf"\b(?:{_MONTH} (?P<behind>\d\d?)|(?P<before>\d\d?) {_MONTH})\b")
_SECOND = re.compile(r"\b(?:both|an? second)\b", re.I)  # makes two
_SPAN = re.compile(r"\b(\w+) days (?:later|earlier|after|before)\b", re.I)
_ON = re.compile(r"\b(\w+ days) (?:(?P<on>later)|earlier)\b", re.I)


def _given_numbers(sentence: Told, case: CaseOutcome) -> frozenset[str]:
    """Numbers in the cited passages and in the dates that they give: gold dates, days meant by weekdays, publication."""
    published = {article.article: article.gold.published for article in case.articles}
    given: frozenset[str] = frozenset()
    for part in sentence.citations:
        passage = _passage(part, case)
        dates = [gold.date or "" for gold in shown_events(part, case)] + [published.get(part.article) or ""]
        given |= numbers(passage) | numbers(re.sub("[-/~]", " ", " ".join(dates)))
        given |= days_meant(passage, published.get(part.article))
        given |= {"2"} if _SECOND.search(passage) else set()
    return given | _spans_given(sentence, case) | _days_counted(sentence, case)


def _spans_given(sentence: Told, case: CaseOutcome) -> frozenset[str]:
    """Numbers of "four days later", where two days of the month that the passages give lie as far apart."""
    days = {int(day) for part in sentence.citations for day in _DAY.findall(_passage(part, case))}
    days |= {
        int(found[1])
        for part in sentence.citations
        for gold in shown_events(part, case)
        if (found := re.fullmatch(r"[\dX]{4}-[\dX]{2}-(\d{2})", gold.date or ""))
    }
    apart = {str(abs(one - other)) for one in days for other in days}
    return frozenset().union(*(numbers(found[0]) & apart for found in _SPAN.finditer(sentence.text)))


def _days_counted(sentence: Told, case: CaseOutcome) -> frozenset[str]:
    """Days of the month that "two days later" in a cited passage means, counted from any day that the passages name."""
    passages = [_passage(part, case) for part in sentence.citations]
    days = {int(day) for passage in passages for day in _DAY.findall(passage)}
    days |= {int(found["behind"] or found["before"]) for passage in passages for found in _DATED.finditer(passage)}
    spans = [
        (int(number), found["on"])
        for passage in passages
        for found in _ON.finditer(passage)
        for number in numbers(found[1])
        if number.isdecimal()
    ]
    meant = {day + span if on else day - span for day in days for span, on in spans}
    return frozenset(str(day) for day in meant if 1 <= day <= 31)


def _passage(part: Cited, case: CaseOutcome) -> str:
    return case.texts.get(part.article, "")[part.start : part.end]


@cache
def _country_names() -> dict[str, str]:
    """English names by country or organisation code."""
    lines = (Path(__file__).parent.parent / "countries.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if not line.startswith("#"))


def _countries(case: CaseOutcome) -> list[str]:
    """Names of all countries and organisations that the labels of a case hold, with the word for what is theirs."""
    events = [gold for article in case.articles for gold in article.gold.events]
    codes = {key for gold in events for key in (*gold.actors, *gold.recipients, *gold.speakers)}
    codes |= {gold.place[0] for gold in events if gold.place and gold.place[0]}
    return [f"{_country_names()[code]} {_OWN.get(code, '')}" for code in sorted(codes & _country_names().keys())]


def supported(sentence: Told, case: CaseOutcome) -> bool:
    """Whether the sentence cites something, its numbers stand there, and its names stand somewhere in the articles.

    The English name of a labelled country stands in them too, since "Berlin" implies Germany. Names are compared by their
    first four letters, so that "Romania" is borne out by "Romanian", and "United Nations" by "UN".
    """
    if not sentence.citations or not numbers(sentence.text) <= _given_numbers(sentence, case):
        return False
    whole = " ".join([*(article.gold.whole for article in case.articles), *_countries(case)])
    known, short = whole.casefold(), frozenset(re.findall(r"\b[A-Z]{2,6}\b", whole))
    told = re.sub(r"[A-Z]\w+(?: [A-Z]\w+)+", lambda name: _initials(name[0], short), sentence.text)
    return all(name[:4].casefold() in known for name in names(told))


def _initials(name: str, short: frozenset[str]) -> str:
    """A name of several words as its initials, if the articles use those; else as it stands."""
    initials = "".join(word[0] for word in name.split())
    return initials if initials in short else name


def support_rate(case: CaseOutcome) -> Counts:
    """Supported sentences, of all told."""
    return {
        "hit": sum(supported(sentence, case) for sentence in case.brief.sentences),
        "all": len(case.brief.sentences),
    }


def withheld_rate(case: CaseOutcome) -> Counts:
    """Sentences that the engine's own check kept out, of all it proposed."""
    return {"hit": case.brief.withheld, "all": case.brief.withheld + len(case.brief.sentences)}
