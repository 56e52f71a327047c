"""Who is listed with whom: "Latvia, Lithuania and Estonia"; and where "and" begins a new clause instead. Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.sources.gapping import past_time
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

WHERE = frozenset(("in", "at", "near"))


def siblings(reading: Reading, mention: Mention) -> list[Mention]:
    """The mention with those it is listed with: "Latvia, Lithuania and Estonia"; alone if it was pieced together of several."""
    low, mentions = reading.words.low, reading.mentions
    if mention not in mentions:
        return [mention]
    at = mentions.index(mention)
    left = at
    joined = False
    while left > 0:
        first, last = mentions[left - 1].stop, mentions[left].start
        if last - first > 3 or first == last:
            break  # no more than ", and both"
        ends = [word for word in low[first:last] if word != "both"]
        if ends in (["and"], [",", "and"], ["&"], ["or"]) and not joined and not mentions[left].prep:
            if ends == [",", "and"] and _apart(reading, left - 1):
                break
            if ends == ["and"] and _acts_itself(reading, mentions[left - 1], mentions[left]):
                break
            joined = True
        elif not (joined and ends == [","]) or _sets_scene(reading, mentions[left - 1]):
            break
        if mentions[left - 1].pronoun and low[mentions[left - 1].start] not in ("he", "she"):
            break
        left -= 1
    right = at
    while right + 1 < len(mentions):
        gap = low[mentions[right].stop : mentions[right + 1].start]
        following = low[mentions[right + 1].stop : mentions[right + 1].stop + 2]
        if gap == ["and"] and right == at and _acts_itself(reading, mention, mentions[right + 1]):
            break
        if gap in (["and"], [",", "and"], ["&"], ["or"]):
            right += not (right == at and gap == [",", "and"] and _apart(reading, right))
            break
        if gap == [","] and _list_goes_on(reading, right + 1) and following:
            right += 1
            continue
        break
    while left < at and not _like(mentions[left], mention):
        left += 1
    while right > at and not _like(mentions[right], mention):
        right -= 1
    return mentions[left : right + 1]


def _sets_scene(reading: Reading, mention: Mention) -> bool:
    """Whether a place before a comma only tells where: "After talks in Oslo, Kenya and Uganda …", not "officials in Kenya, Uganda and"."""
    if mention.prep not in WHERE:
        return False
    top = climb(reading, mention)
    return top is None or not (top.known or top.party or top.role)


def _apart(reading: Reading, at: int) -> bool:
    """Whether a new clause begins after a mention and ", and": "beaten a cook, and Minsk on Friday blamed …"."""
    low, verbs = reading.words.low, reading.verb
    left, right = reading.mentions[at], reading.mentions[at + 1]
    if left.prep or (left.start > 0 and verbs[left.start - 1]):
        return True  # "shut its office in Minsk, and Chad …"
    after = past_time(low, right.stop)
    follows = after < len(low) and (verbs[after] or low[after] in tk.AUXILIARIES)
    return follows and low[left.start - 1] != "," and any(verbs[max(left.start - 8, 0) : left.start])


def _acts_itself(reading: Reading, phrase: Mention, following: Mention) -> bool:
    """Whether who follows a phrase behind a passive and "and" begins a clause: "were held by Togo and the navy took their boats"."""
    after = following.stop
    if not phrase.prep or following.prep or after >= len(reading.words) or not reading.verb[after]:
        return False
    verb = next((j for j in range(phrase.start - 2, -1, -1) if reading.verb[j]), None)
    return verb is not None and verb_group(reading, verb).be


def _like(a: Mention, b: Mention) -> bool:
    """Whether two listed groups can be parties of the same kind."""
    return a is b or (
        bool(a.codes or a.role or a.person or a.pronoun)
        and bool(b.codes or b.role or b.person)
        and (a.prep == b.prep or not a.prep or not b.prep)
    )


def _list_goes_on(reading: Reading, at: int) -> bool:
    low, mentions = reading.words.low, reading.mentions
    while at + 1 < len(mentions):
        gap = low[mentions[at].stop : mentions[at + 1].start]
        if gap in (["and"], [",", "and"], ["&"]):
            last = mentions[at + 1]
            return last.hit or "other" in low[last.start : last.end]
        if gap != [","] or not mentions[at + 1].hit:
            return False
        at += 1
    return False
