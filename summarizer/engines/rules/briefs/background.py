"""Sentences that tell no event of ours, but without which a brief would not say what its articles are about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set

from summarizer.article import Article
from summarizer.brief import BriefRequest, Statement
from summarizer.composing.passages import LONGEST, Run, split_once, with_denial, with_one_before
from summarizer.engines.rules.acts.actwords import Acts, acts_of
from summarizer.engines.rules.briefs.units import Unit
from summarizer.engines.rules.briefs.weighing import content_words
from summarizer.engines.rules.language import is_english
from summarizer.engines.rules.planted import addressed_to_machines
from summarizer.events import Event
from summarizer.normalising.actors import codes_in
from summarizer.normalising.dates import find_dates
from summarizer.normalising.numbers import numbers_in
from summarizer.normalising.quoting import hangs, stands_alone
from summarizer.ontology import Ontology
from summarizer.verifying import verify_sentences

_LEAST = 2.2  # weight below which a sentence isn't told
_FEW, _LEAST_OF_FEW = 6, 1.3  # of an article that tells few events more is told
_DEAR = 0.6  # what a sentence must weigh more that is told with the one before it
_MOST_ARTICLES = 40
_LEAD_SENTENCES = 2
_LEAD = (1.6, 0.9, 0.5, 0.3)
_WORD = re.compile(r"[^\W\d_]{4,}")
_DEATHS = re.compile(r"\b(?:killed|dead|died|deaths?|wounded|injured|drowned|shot)\b", re.I)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
_COUNT = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?)\b"
)
_SAYING = re.compile(
    r"\b(?:said|says|told|according to|added|stated|declared|insist\w*|claim\w*|wrote|announced|den(?:y|ied|ies)|warn\w*"
    r"|threaten\w*|vow\w*|demand\w*)\b"
)
# What follows such a sentence is still somebody's account.
_ACCOUNT = re.compile(
    r"(?:in|by|on) (?:the|its|his|her) (?:account|version|telling|own account)\b|(?:as|according to) ", re.I
)
_PERSONAL = re.compile(r"\b(?:I|we|us|our|my|you|your)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_NO_ANSWER = re.compile(
    r"\b(?:reached for comment|(?:declined|refused) to comment|(?:did|would) ?n[o’']t comment)\b", re.I
)
_YEAR = re.compile(r"\b(?:1\d\d\d|20\d\d)\b")


def find_background(
    request: BriefRequest, units: Sequence[Unit], head: Sequence[Unit], ontology: Ontology
) -> list[Unit]:
    """Sentences that stand alone, hold, and tell what none of all `units` tells, weightiest first.

    Each is told beside the nearest event of those that the brief's head tells.
    """
    leading = {event.id for unit in head for event in unit.events}
    acts = acts_of(ontology)
    found: list[tuple[float, Unit]] = []
    told_in: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        for id_ in {part.article for event in unit.events for part in event.evidence}:
            told_in[id_].append(unit)
    for article in request.articles[:_MOST_ARTICLES]:
        mine = told_in[article.id]
        if article.copy_of is None and mine and is_english(article.text):
            found += _candidates(article, mine, leading, acts)
    found.sort(key=lambda item: -item[0])
    kept: list[Unit] = []
    told = [content_words(unit.text) for unit in units]
    most = 0.5 if len(request.articles) == 1 else 0.4  # of several articles much is told in other words
    stale = {value for event in request.events for value in _corrected(event)}
    for _, unit in found:
        words = content_words(unit.text)
        if any(len(words & other) >= most * len(words) for other in told) or not stale.isdisjoint(
            numbers_in(unit.text)
        ):
            continue
        kept.append(unit)
        told.append(words)
    results = verify_sentences([(unit.draft, "key_points") for unit in kept], request)
    return [unit for unit, result in zip(kept, results, strict=True) if isinstance(result, Statement)]


def _corrected(event: Event) -> set[float]:
    """Figures that were given for an event and are corrected since."""
    values = [v for c in event.conflicts if c.status == "superseded" and c.slot == "quantities" for v in c.values[:-1]]
    return {figure for value in values for figure in numbers_in(value.value)}


def _candidates(article: Article, units: Sequence[Unit], leading: Set[str], acts: Acts) -> Iterator[tuple[float, Unit]]:
    sentences = split_once(article.text)
    events = [event for unit in units for event in unit.events if event.id in leading]
    places = [(p.start, p.end, e) for e in events for p in e.evidence if p.article == article.id]
    least = _LEAST if len(units) > _FEW else _LEAST_OF_FEW
    taken = [
        (part.start, part.end)
        for unit in units
        for part in ([unit.run.evidence] if unit.run else [event.evidence[0] for event in unit.events])
        if part.article == article.id
    ]
    forbidden = addressed_to_machines(article.text)
    frequent = Counter(word.lower() for word in _WORD.findall(article.text))
    for at, sentence in enumerate(sentences if places else ()):
        start, end = sentence.span.start, sentence.span.end
        if any(a < end and start < b for a, b in (*taken, *forbidden)):
            continue
        text = Run(article, at, at).text
        if len(text) > LONGEST or not _plain(sentence.text) or not _tells(text, acts):
            continue
        near = min(places, key=lambda item: min(abs(item[0] - end), abs(start - item[1])))
        run, dear = Run(article, at, at), 0.0
        another = _told_by_another(article, start, near[:2], near[2], text)
        if another or not stands_alone(text) or (at and _ACCOUNT.match(sentences[at - 1].text)):
            before = with_one_before(run)
            if before is None or any(a < start and before.evidence.start < b for a, b in (*taken, *forbidden)):
                continue
            run, dear = before, _DEAR * hangs(text)
        run = with_denial(run)
        weight = _weight(article, text, at, acts, frequent)
        if weight >= least + dear:
            yield weight, Unit(run.text, (near[2],), run, beside=True)


def _plain(sentence: str) -> bool:
    """Whether a sentence is neither a note set apart nor a fragment."""
    return sentence[:1] not in "*([,;:" and sentence.rstrip("\"'”’»)*").endswith(".")


def _tells(text: str, acts: Acts) -> bool:
    """Whether a sentence has an act or a day, or says something of two countries, and has a party or a figure.

    A list of what happened in other years tells nothing.
    """
    plain = _QUOTED.sub(" ", text)
    words = _WORD.findall(plain.lower())
    happened = _DEATHS.search(plain) or _dated(plain) or not acts.strong.isdisjoint(words)
    between_states = len(codes_in(plain)) > 1 and _SAYING.search(plain)
    chronicle = len(set(_YEAR.findall(text))) > 2
    return bool(
        (happened or between_states)
        and not chronicle
        and not _NO_ANSWER.search(text)
        and (codes_in(text) or _NAME.search(text) or _COUNT.search(plain))
    )


def _dated(text: str) -> bool:
    """Whether a text gives a day, month or year; "in recent years" is none."""
    return any(mention.kind != "vague" for mention in find_dates(text))


def is_lead(unit: Unit, ontology: Ontology) -> bool:
    """Whether a unit is how an article begins, with a day or figure and an act or two countries: what the article is about."""
    if unit.run is None or unit.run.first >= _LEAD_SENTENCES:
        return False
    known = acts_of(ontology)
    words = set(_WORD.findall(_QUOTED.sub(" ", unit.text).lower()))
    acts = words & known.strong or len(words & known.weak) > 1
    return bool(acts or len(codes_in(unit.text)) > 1) and bool(_COUNT.search(unit.text) or _dated(unit.text))


def _told_by_another(article: Article, start: int, near: tuple[int, int], event: Event, text: str) -> bool:
    """Whether a sentence seems to go on with what the speaker of an event in the sentence before it says."""
    between = article.text[near[1] : start]
    return bool(event.attribution) and near[1] <= start and not between.strip() and not _SAYING.search(text)


def _weight(article: Article, text: str, at: int, acts: Acts, frequent: Counter[str]) -> float:
    """How much a sentence has of what briefs tell: acts, parties, figures, days, the article's own words, an early place."""
    words = [word.lower() for word in _WORD.findall(text)]
    plain = _QUOTED.sub(" ", text)
    weight = _LEAD[at] if at < len(_LEAD) else 0.0
    told = set(_WORD.findall(plain.lower()))
    weight += 0.9 * min(2, len(told & acts.strong)) + 0.3 * min(2, len(told & acts.weak))
    weight += 0.4 * min(3, len(codes_in(text)) + 0.5 * len(set(_NAME.findall(text))))
    weight += 0.3 * bool(_COUNT.search(plain)) + 0.3 * _dated(plain) + 0.6 * bool(_DEATHS.search(plain))
    weight += 0.15 * min(6, sum(frequent[word] > 2 for word in set(words)))
    if article.title:
        weight += 0.25 * min(3, len(content_words(text) & content_words(article.title)))
    weight -= 1.5 * bool(_PERSONAL.search(plain)) + 0.8 * (len(plain) < 0.5 * len(text))
    years = [int(year) for year in _YEAR.findall(text)]
    published = article.published_on
    return weight - 1.5 * bool(published and any(year < published.year - 1 for year in years))
