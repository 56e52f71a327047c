"""Slots on which the articles of one event differ."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Conflict, ConflictValue
from summarizer.merging.corrections import corrects
from summarizer.merging.courses import clears_itself, contradicts, says_not_so
from summarizer.merging.days import Day, day_told, days_agree
from summarizer.merging.denials import denied_by_the_accused, denies_somewhere
from summarizer.merging.figures import Figure, acts_of, adds_up, denies_figure, figures_of
from summarizer.merging.rivals import doers

Values = dict[str, list[str]]
_BOUND = re.compile(r"(?:at least|at most) ", re.I)
# What is denied of one's own is a deed that somebody holds against one.
_DEEDS = frozenset({"alleged", "occurred", "ongoing", "announced", "planned"})


def find_conflicts(
    mentions: Sequence[Mention], articles: Mapping[str, Article], rivals: Sequence[Mention] = ()
) -> tuple[Conflict, ...]:
    """Conflicts between the articles that tell one event, slot by slot; nothing when only one article tells it.

    `rivals` tell the same deed of somebody else: where the reports differ on who did it, a denial is part of that.

    A conflict is superseded when the latest article that gives a value says that it corrects something, or when
    those that gave the others are of the same house.
    """
    by_article: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_article.setdefault(mention.article, []).append(mention)
    if len(by_article.keys() | {rival.article for rival in rivals}) < 2:
        return ()
    who = doers(mentions, rivals, articles)
    found = [
        *_quantities(by_article, articles),
        ("date", _dates(by_article, articles)),
        ("actors", who) if who else ("status", _statuses(mentions, articles)),
    ]
    told = (*mentions, *rivals)
    return tuple(_settle(slot, values, told, articles) for slot, values in found if len(values) > 1)


def _quantities(
    by_article: Mapping[str, Sequence[Mention]], articles: Mapping[str, Article]
) -> Iterator[tuple[str, Values]]:
    """Each kind of thing that the articles count differently; an article's largest figure stands for it.

    Two articles agree when one's words leave room for the other's ("at least", "about"), when one gives the other's
    figure too, or when the figures of one add up to the other's. A part of a whole is no other count of it.
    """
    acts = acts_of([mention for mentions in by_article.values() for mention in mentions])
    figures = {
        article: [figure for figure in figures_of(mentions, articles[article].text, acts) if not figure.part]
        for article, mentions in by_article.items()
    }
    for told in _kinds(figures):
        leading = {article: max(counted, key=lambda f: f.quantity.value) for article, counted in told.items()}
        if all(
            any(lead.agrees(f) for f in told[other]) or any(leading[other].agrees(f) for f in told[article])
            or adds_up(told[article], figures[article], leading[other]) or adds_up(told[other], figures[other], lead)
            for article, lead in leading.items() for other in leading if article < other
        ):  # fmt: skip
            continue
        values: Values = {}
        for article, lead in leading.items():
            same = next((label for label in values if _amount(label) == _amount(_label(lead))), None)
            values.setdefault(same or _label(lead), []).append(article)
        yield "quantities", values


def _kinds(figures: Mapping[str, Sequence[Figure]]) -> list[dict[str, list[Figure]]]:
    """Figures of one kind by article, kind by kind. People in a text that tells of deaths are the dead, where others count these."""
    kinds: dict[str, dict[str, list[Figure]]] = {}
    for article, counted in figures.items():
        for figure in counted:
            kinds.setdefault(figure.kind, {}).setdefault(article, []).append(figure)
    dead, people = kinds.get("dead", {}), kinds.get("person", {})
    for article in [a for a, counted in people.items() if dead and a not in dead and any(f.deathly for f in counted)]:
        dead[article] = people.pop(article)
    return list(kinds.values())


def _amount(label: str) -> str:
    return _BOUND.sub("", label).split(" ", 1)[0]


def _label(figure: Figure) -> str:
    """The figure as a value of a conflict, with the bound that its words set."""
    quantity = figure.quantity
    text = f"{quantity.value:g} {quantity.unit}".strip() if abs(quantity.value) < 1e6 else quantity.text
    if _BOUND.match(text):
        return text
    if figure.high == math.inf and figure.low > 0:
        return f"at least {text}"
    return f"at most {text}" if figure.low == 0 < figure.high == quantity.value else text


def _dates(by_article: Mapping[str, Sequence[Mention]], articles: Mapping[str, Article]) -> Values:
    """The days that articles give, when two of them can't be the same; an article's most exact one stands for it.

    What a denial tells is no act with a day, unless it is only of who did it.
    """
    told = {
        article: [
            (day, _beside_the_act(m, articles[article].text))
            for m in mentions
            if (m.status != "denied" or clears_itself(m, articles)) and (day := day_told(m, articles[article]))
        ]
        for article, mentions in by_article.items()
    }
    sure = {article: [day for day, near in days if near] for article, days in told.items()}
    if _all_agree({article: [day for day, _ in days] for article, days in told.items()}) or _all_agree(sure):
        return {}
    values: Values = {}
    for article, days in sorted(
        ((a, d) for a, d in sure.items() if d), key=lambda item: -max(day.precision for day in item[1])
    ):
        exact = max(days, key=lambda day: day.precision)
        same = next((known for known in values if exact.matches(known)), exact.edtf)
        values.setdefault(same, []).append(article)
    return values


def _all_agree(told: Mapping[str, Sequence[Day]]) -> bool:
    """Whether any two articles that give days have one in common."""
    given = [days for days in told.values() if days]
    return all(
        any(days_agree(a, b) for a in one for b in two) for at, one in enumerate(given) for two in given[at + 1 :]
    )


def _beside_the_act(mention: Mention, text: str) -> bool:
    """Whether the words of the day stand in the very sentence that tells the act; elsewhere they may be another's."""
    first = mention.sentences[0]
    return (
        not (mention.date and mention.date.text) or mention.date.text.lower() in text[first.start : first.end].lower()
    )


def _statuses(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Values:
    """Whether some tell as done or alleged what others deny, or report that the accused denies it.

    Articles that all give both sides don't differ, nor does a denial from a deed that came after it; an article that tells
    flatly that it is not so gives one side.
    """
    deeds = [m for m in mentions if m.status in _DEEDS]
    denials = [
        m
        for m in mentions
        if m.status == "denied" and any(contradicts(m, deed, articles) for deed in deeds)
        if not denies_figure(m, articles[m.article].text)
    ]
    answered = [m for m in deeds if denied_by_the_accused(m, articles[m.article].text)]
    if not (denials or answered):
        return {}
    denied = {m.article for m in (*denials, *answered)}
    denied |= {
        m.article for m in deeds if denies_somewhere(m, articles[m.article].text) and not corrects([m], articles)
    }
    told = [m for m in deeds if (answered and m.actors) or any(contradicts(denial, m, articles) for denial in denials)]
    both = {articles[id_].copy_of or id_ for id_ in denied}  # a copy that leaves the denial out is no report of its own
    flat = {m.article for m in denials if says_not_so(m, articles)} - {m.article for m in told}
    if not flat and all((articles[m.article].copy_of or m.article) in both for m in told):
        return {}
    values: Values = {}
    for mention in mentions:
        if mention in told or mention.status not in (*_DEEDS, "denied"):
            values.setdefault(mention.status, []).append(mention.article)
    values["denied"] = [m.article for m in mentions if m.article in denied]
    return values


def _settle(
    slot: str, values: Mapping[str, Sequence[str]], mentions: Sequence[Mention], articles: Mapping[str, Article]
) -> Conflict:
    def latest(ids: Sequence[str]) -> str:
        return max((articles[i].published or "" for i in ids), default="")

    ordered = sorted(values, key=lambda value: (latest(values[value]), value))
    last = set(values[ordered[-1]])
    newest = latest(values[ordered[-1]])
    earlier = {article for value in ordered[:-1] for article in values[value]}
    fresh = [m for m in mentions if m.article in last - earlier]
    houses = {articles[i].publisher for i in earlier}
    again = [m for m in fresh if {articles[m.article].publisher} == houses != {None}]
    own_voice = slot != "status" or not any(m.attribution for m in again)
    superseded = newest > latest(sorted(earlier)) and (corrects(fresh, articles) or (bool(again) and own_voice))
    return Conflict(
        slot=slot,
        values=tuple(ConflictValue(value=v, articles=tuple(dict.fromkeys(values[v]))) for v in ordered),
        status="superseded" if superseded else "unresolved",
    )
