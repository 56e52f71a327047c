"""Slots on which the articles of one event differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Conflict, ConflictValue, Party, Quantity
from summarizer.merging.units import leading_values, tolerant, values_by_kind
from summarizer.normalising.actors import find_names
from summarizer.normalising.dates import edtf_compatible

Values = dict[str, list[str]]

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|a hundred)"
)
_CORRECTION = re.compile(
    r"\b(?:correct(?:ion|ed|s|ing)|revis(?:ed|es|ing)|retract(?:ed|s|ion)?|clarif(?:ied|ication)|withdr[ae]w(?:s|n)? (?:its|the|a) report|"
    r"earlier (?:report|version|figure|toll|statement|count)|previously (?:reported|said|stated|given|announced)|"
    r"(?:not|rather than|instead of) (?:the )?\S+,? (?:as |which |that )?(?:it |he |she |they |was |were |had |been )*"
    r"(?:first|earlier|initially|originally|previously|mentioned|reported|stated|announced|given)\b|"
    r"(?:rather than|instead of) the \S+ (?:it|he|she|they) |(?:and|but|,|–|-) (?:not|never) (?:the )?(?:\d[\d,.]*|"
    + _NUMBER
    + r")\b|"
    r"(?:lower(?:ed|s)|rais(?:ed|es)|updat(?:ed|es)) (?:its|the|their|his|her) (?:\w+ )?(?:toll|figure|count|number|estimate)|"
    r"(?:down|up) from (?:the )?(?:earlier|initial|first|\d))",
    re.I,
)
# An article that tells an accusation tells the answer to it in the same breath.
_CHARGE = (
    r"(?:the|this|that|these|those|any|all|such|his|her|its|their) (?:\w+ ){0,2}?"
    r"(?:claim|accusation|allegation|charge|report|suggestion)s?"
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disown(?:s|ed)?|disput(?:es|ed)|refut(?:es|ed)|repudiat(?:es|ed)"
    r"|brush(?:es|ed) (?:\w+ )?(?:off|aside)"
    rf"|(?:reject|dismiss)(?:s|es|ed) {_CHARGE}"
    r"|(?:insist|maintain|say|said)\w* (?:that )?(?:it|he|she|they) (?:did not|didn['’]t|had not|hadn['’]t|has not|hasn['’]t|never)"
    r"|(?:had|has|have|having) nothing to do with|(?:had|has|have|played|plays) no (?:hand|part|role) in)\b",
    re.I,
)
_OWN_DENIAL = re.compile(
    r"[“\"‘](?:(?:nobody|no one|nothing of the (?:sort|kind)|not true|lies\b|(?:that|this|it)(?: is|['’]s) (?:false|untrue|a lie|not true))"
    r"|(?:[^”\"]{0,60}\s)?(?:we (?:did not|didn['’]t|have not|haven['’]t|had no|never)\b"
    r"|(?:no|none|not one) (?:\w+ )?of (?:ours|our \w+)\b))",
    re.I,
)
# What is denied of one's own is a deed that somebody holds against one.
_DEEDS = frozenset({"alleged", "occurred", "ongoing", "announced", "planned"})


def find_conflicts(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> tuple[Conflict, ...]:
    """Conflicts between the articles that tell one event, slot by slot; nothing when only one article tells it.

    A conflict is superseded when the latest article that gives a value says that it corrects something.
    """
    if len({mention.article for mention in mentions}) < 2:
        return ()
    found = [*_quantities(mentions, articles), ("date", _dates(mentions)), ("status", _statuses(mentions, articles))]
    return tuple(_settle(slot, values, mentions, articles) for slot, values in found if len(values) > 1)


def _quantities(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Iterator[tuple[str, Values]]:
    """Each kind of thing that the articles count differently; an article's largest figure stands for it.

    Two articles agree when they share a figure, or when one's words leave room for the other's ("at least", "about").
    """
    by_article: dict[str, list[Quantity]] = {}
    told: dict[str, str] = {}
    for mention in mentions:
        by_article.setdefault(mention.article, []).extend(mention.quantities)
        text = articles[mention.article].text
        told[mention.article] = " ".join(
            [told.get(mention.article, ""), *(text[s.start : s.end] for s in mention.sentences)]
        )
    kinds: dict[str, dict[str, Quantity]] = {}
    for article, quantities in by_article.items():
        for kind, quantity in leading_values(quantities).items():
            kinds.setdefault(kind, {})[article] = quantity
    known = {article: values_by_kind(quantities) for article, quantities in by_article.items()}
    for kind, leading in kinds.items():
        if not any(
            not known[one][kind] & known[two][kind]
            and not tolerant(leading[one], leading[two], told[one])
            and not tolerant(leading[two], leading[one], told[two])
            for one in leading
            for two in leading
            if one < two
        ):
            continue
        values: Values = {}
        for article, quantity in leading.items():
            same = next((label for label in values if _amount(label) == _amount(_label(quantity))), _label(quantity))
            values.setdefault(same, []).append(article)
        yield "quantities", values


def _amount(label: str) -> str:
    return label.split(" ", 1)[0]


def _label(quantity: Quantity) -> str:
    return f"{quantity.value:g} {quantity.unit}".strip() if abs(quantity.value) < 1e6 else quantity.text


def _dates(mentions: Sequence[Mention]) -> Values:
    values: Values = {}
    for mention in mentions:
        if mention.date is None:
            continue
        same = next((edtf for edtf in values if edtf_compatible(edtf, mention.date.edtf)), mention.date.edtf)
        values.setdefault(same, []).append(mention.article)
    return values


def _statuses(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Values:
    """Whether some tell as done or alleged what others deny, or report that the accused denies it.

    Articles that all give both sides don't differ.
    """
    values: Values = {}
    for mention in mentions:
        values.setdefault(mention.status, []).append(mention.article)
        if mention.status in _DEEDS and _denied_by_the_accused(mention, articles[mention.article].text):
            values.setdefault("denied", []).append(mention.article)
    denied = set(values.get("denied", ()))
    one_sided = any(set(values[status]) - denied for status in values.keys() & _DEEDS)
    return values if denied and one_sided else {}


def _denied_by_the_accused(mention: Mention, text: str) -> bool:
    """Whether the mention's own sentences tell that its actor denies the act."""
    if not mention.actors or mention.status not in ("alleged", "occurred"):
        return False
    for span in mention.sentences:
        sentence = text[span.start : span.end]
        if mention.status == "alleged" or mention.attribution:
            if _OWN_DENIAL.search(sentence):
                return True
            if any(_subject_is(sentence[: found.start()], mention.actors) for found in _DENIES.finditer(sentence)):
                return True
    return False


def _subject_is(before: str, parties: Sequence[Party]) -> bool:
    """Whether the name next before a verb is one of the parties'."""
    hits = find_names(before)
    names = [(before.rfind(party.name), party) for party in parties if party.name in before]
    last = max((hit.start for hit in hits), default=-1)
    at, _ = max(names, default=(-1, None), key=lambda item: item[0])
    if at >= 0 and at >= last:
        return True
    codes = {party.country for party in parties if party.country}
    return last >= 0 and any(hit.start == last and set(hit.code.split()) & codes for hit in hits)


def _settle(
    slot: str, values: Mapping[str, Sequence[str]], mentions: Sequence[Mention], articles: Mapping[str, Article]
) -> Conflict:
    def latest(ids: Sequence[str]) -> str:
        return max((articles[i].published or "" for i in ids), default="")

    ordered = sorted(values, key=lambda value: (latest(values[value]), value))
    last = set(values[ordered[-1]])
    newest = latest(values[ordered[-1]])
    others = max(latest(values[value]) for value in ordered[:-1])
    corrected = newest > others and any(
        _CORRECTION.search(articles[m.article].text[s.start : s.end])
        for m in mentions
        if m.article in last
        for s in m.sentences
    )
    corrected = corrected or (
        newest > others
        and any(_title_corrects(m, articles[m.article].title or "") for m in mentions if m.article in last)
    )
    return Conflict(
        slot=slot,
        values=tuple(ConflictValue(value=v, articles=tuple(dict.fromkeys(values[v]))) for v in ordered),
        status="superseded" if corrected else "unresolved",
    )


def _title_corrects(mention: Mention, title: str) -> bool:
    """Whether a headline announces a correction, and of this act: by a word of its trigger or by a figure of its."""
    if not _CORRECTION.search(title):
        return False
    words = {word[:5] for word in re.findall(r"[a-z]{4,}", title.lower())}
    told = {word[:5] for word in re.findall(r"[a-z]{4,}", mention.trigger_text.lower())}
    return bool(words & told) or any(
        re.search(rf"\b{re.escape(part)}\b", title, re.I) for q in mention.quantities for part in q.text.split()[:1]
    )
