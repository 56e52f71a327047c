"""Texts that use the words of politics without telling any: sport, stage, weather, cooking, commentary, old history."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import islice
from math import ceil

from summarizer.drafts import EventDraft
from summarizer.normalising.dates import iter_dates

_WORD = re.compile(r"[a-zéê]++(?:[-’'][a-z]++)*+")
_YEAR = re.compile(r"([12](?<=\b.)(?:(?<=1)[5-9]|(?<=2)0)\d\d)\b")  # begins with few characters: `re` skips all others
_QUOTED = re.compile(r'“[^”]*”|"[^"]*"|«[^»]*»')
_LETS = re.compile(r"let(?<!\wlet)['’]s\b")
# Begins with what stands before a word: `re` skips all that is within words.
_PERSONAL = re.compile(r"[^a-z0-9_](?<!\w)(?:i|we|us|our|my|you|your)\b")
_DATED = frozenset(("day", "weekday", "relative", "anchored", "range"))
_SAMPLE = 8000
_LEAST = 45  # words of a text that can be judged at all
_COMMON = frozenset(("games", "commentary"))  # topics whose words stand in news as well
_UNDATED = 2000  # for a text without a day of publication: years before this are past
_LONG = 120  # from here on, a share of words and a number of days tell something together
_AFFAIRS = "affairs"
_PLAYED = frozenset(("sport",))  # tells of attacks and defeats with their days
_DATED_ACTS = 4
_DAY = len("2025-01-31")
_SENTENCES_AN_ACT = 7
_PLAIN_NEWS = 6  # percent of words of public affairs from which on "we" is a minister's on the air, or a town's


@dataclass(frozen=True, slots=True)
class Marks:
    """What speaks for and against news: shares of all words in percent, and the text that they were counted in.

    `topics` gives for each topic its share and how many different words of it occur.
    """

    sample: str
    words: int
    affairs: float
    personal: float
    topics: dict[str, tuple[float, int]]

    def fewer_days(self, number: int) -> bool:
        """Whether the sample names fewer days than so many: looked for no further than that, as most samples name many."""
        days = (mention for mention in iter_dates(self.sample) if mention.kind in _DATED)
        return sum(1 for _ in islice(days, number)) < number


@lru_cache(maxsize=1)
def _topics() -> dict[str, tuple[str, ...]]:
    """Each word with the topics that it gives away, in the order of the file."""
    text = (resources.files("summarizer.engines.rules") / "data" / "topics.txt").read_text(encoding="utf-8")
    topics: dict[str, dict[str, None]] = {}
    for line in text.splitlines():
        name, _, words = line.partition(":")
        if words and not line.startswith("#"):
            for word in words.split():
                topics.setdefault(word, {})[name] = None
    return {word: tuple(names) for word, names in topics.items()}


def marks_of(text: str) -> Marks:
    """Count the words of public affairs, of other topics, of talk between writer and reader, and the days."""
    known = _topics()
    sample = text[:_SAMPLE]
    low = sample.lower()
    words = _WORD.findall(low)
    counts: Counter[str] = Counter()
    distinct: Counter[str] = Counter()
    for word, count in Counter(filter(known.__contains__, words)).items():
        for topic in known[word]:
            counts[topic] += count
            distinct[topic] += 1
    percent = 100 / max(len(words), 1)
    return Marks(
        sample,
        len(words),
        counts[_AFFAIRS] * percent,
        _spoken(_QUOTED.sub(" ", low)) * percent,
        {topic: (count * percent, distinct[topic]) for topic, count in counts.items() if topic != _AFFAIRS},
    )


def _spoken(text: str) -> int:
    """How many words of talk between writer and reader a text in lower case holds, and how many questions."""
    return text.count("?") + len(_LETS.findall(text)) + len(_PERSONAL.findall(f" {text}"))


def not_news(text: str, sentences: Sequence[str], published_year: int | None) -> str | None:
    """What a text is plainly instead of news of public affairs ("sport", "commentary", "history"), or None.

    The bounds were chosen on labelled articles, between those that tell events and those that don't. A verdict by words alone:
    `tells_of_days` may overrule it.
    """
    marks = marks_of(text)
    if marks.words < _LEAST:
        return None
    for topic, (share, distinct) in sorted(marks.topics.items(), key=lambda item: -item[1][0]):
        least = 1.5 if topic in _COMMON else 1.2
        plain = distinct >= 4 and share >= least and (share >= 0.4 * least * marks.affairs or marks.fewer_days(2))
        if plain or (distinct >= 3 and share >= 3 and share > marks.affairs):
            return topic
    several = len(_YEAR.findall(text)) > 1
    years = [[int(year) for year in _YEAR.findall(sentence)] for sentence in sentences] if several else []
    if _is_history(years, published_year) or (_long_ago(years, published_year) and marks.fewer_days(5)):
        return "history"
    few_days = 4 if marks.words >= _LONG else 2
    if sum(map(text.count, _GLOSSED)) >= _GLOSSES and _GLOSS.search(text) and marks.fewer_days(2):
        return "a list of explanations or questions"
    if marks.affairs < _PLAIN_NEWS and (
        (marks.personal >= 1.3 and marks.fewer_days(few_days)) or (marks.personal >= 2.5 and marks.fewer_days(6))
    ):
        return "commentary"
    if marks.affairs < 4.5:
        few = marks.affairs < 3.5 and marks.fewer_days(ceil(7 - 2 * marks.affairs))
        if marks.fewer_days(1) or (few and (marks.words >= _LONG or marks.fewer_days(2))):
            return "commentary"
    commentary = marks.topics.get("commentary", (0.0, 0))
    return "commentary" if commentary[1] >= 3 and commentary[0] >= 0.8 and marks.fewer_days(few_days) else None


def tells_of_days(drafts: Sequence[EventDraft], sentences: int, topic: str, published_year: int | None) -> bool:
    """Whether so many acts of countries are read on days not long past that a text is news, though its words are a topic's.

    What is on stage or long ago is full of attacks and defeats, but hardly ever dated so; a match report is.
    """
    recent = (published_year or _UNDATED) - 1
    dated = sum(
        1
        for draft in drafts
        if draft.date_edtf and len(draft.date_edtf) >= _DAY  # "in November" may be of any year
        if not draft.date_edtf[:4].isdigit() or int(draft.date_edtf[:4]) >= recent
        if any(party.country for party in (*draft.actors, *draft.recipients))
    )
    return topic not in _PLAYED and dated >= _DATED_ACTS and dated * _SENTENCES_AN_ACT >= sentences


def _is_history(years: Sequence[Sequence[int]], published_year: int | None) -> bool:
    """Whether most years that the sentences of a text name, three at least, lie more than a year before its publication,
    from end to end of it.

    News may recall old quarrels in one paragraph: the sentences with such years must stretch over half of the text.
    """
    published_year = published_year or _UNDATED
    old = [sum(year < published_year - 1 for year in named) for named in years]
    if sum(old) < 3 or sum(old) <= 2 * (sum(map(len, years)) - sum(old)):
        return False
    places = [at for at, count in enumerate(old) if count]
    return 2 * (places[-1] - places[0] + 1) >= len(years)


def _long_ago(years: Sequence[Sequence[int]], published_year: int | None) -> bool:
    """Whether two sentences of a text name years at least, from end to end of it, all of them long before its publication."""
    places = [at for at, named in enumerate(years) if named]
    if len(places) < 2 or max(map(max, filter(None, years))) >= (published_year or _UNDATED) - 15:
        return False
    return 2 * (places[-1] - places[0] + 1) >= len(years)


# Three lines that begin with a term and a colon, or with a number and a question; what each must hold is counted first.
_GLOSSES = 3
_GLOSSED = (": ", " – ", " — ", "?")
_GLOSS = re.compile(r"(?:^(?:\W{0,3}\w[\w -]{2,40}(?::| [–—]) [A-Za-z]|\d+\. [^\n]*\?).*\n+){3}", re.M)
