"""Two accounts of who did it: one deed to one victim, for which different speakers name different doers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Party
from summarizer.merging.corrections import is_correction
from summarizer.merging.days import day_told, days_agree
from summarizer.merging.denials import blamed_instead, denied_by_the_accused
from summarizer.merging.parties import alike, anybody, named_alike, same_place
from summarizer.merging.units import values_by_kind

_TOLD = frozenset({"alleged", "occurred"})
# "They burnt down their own studio": the accused turns the charge on the victim.
_THEMSELVES = re.compile(
    r"[“\"‘][^”\"]{0,80}\b(?:they|he|she|it) (?:(?!not\b|never\b)[\w’']+ ){1,5}?(?:their|his|her|its) own\b"
    r"|\b(?:they|he|she|it|victims?|opposition|rebels|exiles) (?:had |have |has )?"
    r"(?:staged|did|done|faked|bombed|burnt|burned|shelled|attacked|blown up|blew up) (?:it |this |that )?"
    r"(?:themselves|himself|herself|itself)\b",
    re.I,
)
_AFTER = 320  # characters after the denial within which the charge is turned


def find_rivals(groups: Sequence[Sequence[Mention]], articles: Mapping[str, Article]) -> list[tuple[Mention, ...]]:
    """For each group the mentions of other groups that tell its deed of somebody else; of two such, the one told first has them."""
    found: list[tuple[Mention, ...]] = [() for _ in groups]
    by_type: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        if group and any(m.actors and m.status in _TOLD for m in group):
            by_type[group[0].type].append(at)
    for homes in by_type.values():
        claims = [at for at in homes if any(m.status == "alleged" for m in groups[at])]
        for one in claims:
            for two in homes:
                if (two in claims and two <= one) or not _rivals(groups[one], groups[two], articles):
                    continue
                main, other = sorted((one, two), key=lambda at: _weight(groups[at], articles))
                found[main] += tuple(m for m in groups[other] if m.status in _TOLD)
    return found


def doers(
    mentions: Sequence[Mention], rivals: Sequence[Mention], articles: Mapping[str, Article]
) -> dict[str, list[str]]:
    """Whom the articles name as the doers of one deed, when some name others: values with their articles; else nothing."""
    values: dict[str, list[str]] = {}
    accused = [m for m in mentions if m.actors and m.status in _TOLD]
    for told in (accused, rivals):
        if told:
            name = _name(max(told, key=lambda m: (bool(m.actors[0].country), -len(m.actors[0].name))).actors)
            values[name] = list(dict.fromkeys(m.article for m in told))
    turned = [m for m in accused if m.recipients and _turned(m, articles[m.article].text)]
    if turned and not rivals:
        values[_name(turned[0].recipients)] = list(dict.fromkeys(m.article for m in turned))
    for mention in () if rivals or turned or not accused else mentions:
        blamed = blamed_instead(mention, articles[mention.article].text)
        if blamed:
            values.setdefault(blamed, []).append(mention.article)
    return values if len(values) > 1 and len({a for given in values.values() for a in given}) > 1 else {}


def _weight(group: Sequence[Mention], articles: Mapping[str, Article]) -> tuple[str, int]:
    """What sorts the account that was told first, and by most, before its rival."""
    return min(articles[m.article].published or "9999" for m in group), -len({m.article for m in group})


def _rivals(one: Sequence[Mention], two: Sequence[Mention], articles: Mapping[str, Article]) -> bool:
    """Whether all named doers differ, and some mention of each tells the same deed by another speaker."""
    ours, theirs = _named(one), _named(two)
    if not ours or not theirs or any(_may_be_one(a, b) for a in ours for b in theirs):
        return False
    pairs = [(a, b) for a in one for b in two if a.status in _TOLD and b.status in _TOLD]
    return any(
        "alleged" in (a.status, b.status)
        and _other_speaker(a, b, articles)
        and _same_victim(a, b)
        and _same_time(a, b, articles)
        for a, b in pairs
    )


def _may_be_one(one: Party, two: Party) -> bool:
    known = one.country is not None and two.country is not None
    return alike(one, two) >= 0.4 or (named_alike(one, two) and not known)


def _named(group: Sequence[Mention]) -> list[Party]:
    return [party for m in group for party in m.actors if not anybody(party)]


def _other_speaker(one: Mention, two: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether both have speakers of their own, or the later one puts the other right."""
    if not one.attribution and not two.attribution:
        return False
    names = [{s.name.casefold() for s in m.attribution} for m in (one, two)]
    if not names[0] & names[1]:
        return True
    later = max((one, two), key=lambda m: articles[m.article].published or "")
    return _corrects(later, articles)


def _corrects(mention: Mention, articles: Mapping[str, Article]) -> bool:
    return any(is_correction(articles[mention.article].text[s.start : s.end]) for s in mention.sentences)


def _same_victim(one: Mention, two: Mention) -> bool:
    """Whether both are done to the same, by a word of its name; who strikes back strikes somebody else."""
    back = any(alike(a, b) >= 0.5 and named_alike(a, b) for a in one.actors for b in two.recipients) and any(
        alike(a, b) >= 0.5 and named_alike(a, b) for a in two.actors for b in one.recipients
    )
    if back:
        return False
    if any(alike(a, b) > 0 and named_alike(a, b) for a in one.recipients for b in two.recipients):
        return True
    alike_victims = not (one.recipients and two.recipients) or any(
        alike(a, b) >= 0.5 for a in one.recipients for b in two.recipients
    )
    return alike_victims and (_in_one_breath(one, two) or _same_figure(one, two))


def _same_figure(one: Mention, two: Mention) -> bool:
    """Whether both count as many of one kind of victims, more than one, at one place by name."""
    ours, theirs = values_by_kind(one.quantities), values_by_kind(two.quantities)
    shared = {value for kind in ours.keys() & theirs.keys() for value in ours[kind] & theirs[kind]}
    return any(value > 1 for value in shared) and same_place(one.place, two.place)


def _in_one_breath(one: Mention, two: Mention) -> bool:
    """Whether one sentence of an article tells both, at one place by name."""
    return (
        one.article == two.article
        and bool(set(one.sentences) & set(two.sentences))
        and same_place(one.place, two.place)
    )


def _same_time(one: Mention, two: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether both are of one day and nowhere else; without a day, of one house's article."""
    if one.place and two.place and one.place.country and two.place.country and one.place.country != two.place.country:
        return False
    days = day_told(one, articles[one.article]), day_told(two, articles[two.article])
    if days[0] is None or days[1] is None:
        return one.article == two.article
    return min(days[0].precision, days[1].precision) >= 3 and days_agree(days[0], days[1])


def _turned(mention: Mention, text: str) -> bool:
    """Whether the accused, who denies it, says that the victims did it themselves."""
    if not denied_by_the_accused(mention, text):
        return False
    start = min(span.start for span in mention.sentences)
    end = max(span.end for span in mention.sentences)
    return bool(_THEMSELVES.search(text, start, end + _AFTER))


def _name(parties: Sequence[Party]) -> str:
    return " and ".join(dict.fromkeys(party.name for party in parties[:2]))
