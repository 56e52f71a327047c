"""Noun groups of a sentence: where each begins and ends, and whom its words name. Token indices, half-open."""

from __future__ import annotations

from itertools import compress
from operator import ne, not_

from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.heads import load_heads
from summarizer.engines.rules.kinds import (
    ADVERB,
    CLOSED,
    COUNT,
    DATED,
    ENDS,
    FIGURE,
    GOES,
    HEAD,
    LEAD,
    MANY,
    OPENS,
    OWNED,
    PLAIN,
    STOP,
    TIME,
    TRAIL,
)
from summarizer.engines.rules.mentions import Mention, Reading
from summarizer.engines.rules.openers import LANDS, OPENERS, begins
from summarizer.engines.rules.tokens import date_end
from summarizer.normalising.actors import NameHit

_COUNTS = frozenset("a one two three four five six seven eight nine ten dozens hundreds thousands half".split()) - {"a"}
_REGIONS = frozenset("central eastern western northern southern latin".split())
_HOUSES = frozenset(
    "center centre ministry department commission committee agency house office organization institute union".split()
)
_TRAILING = frozenset(
    """angry loyal close hostile opposed aboard armed alone present dissatisfied furious unhappy faithful friendly favourable
    captive hostage prisoner familiar alive dead free responsible involved concerned""".split()
)
_ARTICLES = frozenset(("the", "that", "this"))  # a date may begin with them
_LEADS = tk.PREPOSITIONS | tk.ADVERBS
_BLOC = frozenset("country member ally state nation partner".split())


def group_words(reading: Reading, covered: dict[int, int]) -> None:
    """Find the noun groups; `covered` maps each further token of a name to its first."""
    words, verbs, hits, kinds = reading.words, reading.verb, reading.hits, reading.kinds
    low, raw = words.low, words.raw
    count = len(low)
    naming = bytearray(map(HEAD.__and__, kinds))
    roles = naming.copy()
    for t in covered:
        roles[t] = 0
    for t in hits:
        roles[t] = 0
    for t in compress(range(count), map(ne, raw, low)):
        if raw[t][0].isupper():
            naming[t] = HEAD
    marks = (
        kinds.copy()
    )  # here CLOSED is what no group begins with, GOES what it surely goes on with, ENDS what surely ends it
    for t in compress(range(count), verbs):
        marks[t] = marks[t] & ~GOES | CLOSED | ENDS
    for t in compress(range(1, count), map(DATED.__and__, kinds[1:])):
        marks[t - 1] &= ~OPENS
    for t in covered:
        marks[t] &= ~(GOES | ENDS)
    for t in hits:
        marks[t] &= ~(GOES | CLOSED | ENDS)
        naming[t] = HEAD
    at = 0  # what comes before it has been read
    for i in compress(range(count), map(not_, map(CLOSED.__and__, marks))):
        if i < at:
            continue
        if not marks[i] & (PLAIN | OPENS):
            at = _no_group(reading, i)
            if at > i:
                continue
        j = i + 1
        prep = _prep(low, i) if i and kinds[i - 1] & LEAD else ""
        lead = prep in OPENERS
        while j < count:
            mark = marks[j]
            if mark & GOES and not lead:
                j += 1
                continue
            if mark & ENDS:
                break
            if j in hits or j in covered:
                if prep and j in hits and hits[j].kind in LANDS and _bare(words, j, hits, covered):
                    break  # "Two days into the exercise Latvia …"
                j += 1
                continue
            if lead and mark & (HEAD | MANY) and begins(reading, j, covered):
                break
            if mark & GOES:
                j += 1
                continue
            nxt = low[j]
            if not nxt[0].isalnum():
                if nxt in ("'s", "&") or _possessive(words, j):
                    j += 1
                    continue
                break
            if nxt == "and" and _joins(words, j, hits):
                j += 1
                continue
            if mark & (CLOSED | STOP):
                break
            if (
                nxt.endswith("ly")
                and mark & ADVERB
                and j + 1 < count
                and (verbs[j + 1] or low[j + 1] in tk.AUXILIARIES)
            ):
                break  # "China firmly opposes"
            j += 1
        _add(reading, (i, j), prep, covered, (naming, roles))
        at = j


def _no_group(reading: Reading, i: int) -> int:
    """Where to read on after a word that begins no group of several words, for which it may stand alone; `i` when it does."""
    words, verbs, hits, kinds = reading.words, reading.verb, reading.hits, reading.kinds
    low, count = words.low, len(words.low)
    word = low[i]
    if word in _ARTICLES or word in ("a", "an"):
        return _past_date(reading, i)
    if not word[0].isalnum() and i not in hits:
        return i + 1
    if word.endswith(("self", "selves")) and i and (i - 1) in reading.at and not reading.at[i - 1].pronoun:
        return i + 1  # "the candidate himself"
    if (
        word in ("both", "all")
        and i + 1 < count
        and (verbs[i + 1] or low[i + 1] in tk.AUXILIARIES)
        and not _prep(low, i)
    ):
        mention = Mention(i, i + 1, pronoun=True, party=True, stop=i + 1)
        reading.mentions.append(mention)
        reading.at[i] = mention
        return i + 1
    if word in tk.PRONOUNS and i not in hits:
        mention = Mention(i, i + 1, pronoun=True, party=True, prep=_prep(low, i), stop=i + 1)
        reading.mentions.append(mention)
        reading.at[i] = mention
        return i + 1
    if i not in hits and (
        (word in tk.PREDICATES and i + 1 < count and low[i + 1] in ("to", "for"))
        or (word.endswith("ly") and tk.is_adverb(word) and i + 1 < count and verbs[i + 1])
        or (kinds[i] & STOP and word not in tk.DETERMINERS)
    ):
        return i + 1
    return _past_date(reading, i)


def _past_date(reading: Reading, i: int) -> int:
    """Where the date ends that begins at `i` and before a name or party; `i` when none does."""
    words, hits, kinds = reading.words, reading.hits, reading.kinds
    low, count = words.low, len(words.low)
    word = low[i]
    if kinds[i] & DATED or (word in _ARTICLES and i + 1 < count and kinds[i + 1] & DATED):
        after = date_end(low, i)
        if i < after < count and (words.raw[after][0].isupper() or kinds[after] & HEAD):
            return after  # "On 11 October Copenhagen …", "On the 22nd prosecutors …"
    if word in ("that", "this") and i + 1 in hits and hits[i + 1].kind in LANDS:
        return i + 1  # "Three days after that Lithuania …"
    return i


def _possessive(words: tk.Tokens, j: int) -> bool:
    """Whether an apostrophe at `j` is the mark of a plural's possession: "the workers’ union"."""
    low = words.low
    return (
        low[j] in ("'", "’")
        and j + 1 < len(low)
        and low[j - 1].endswith("s")
        and low[j + 1][0].isalpha()
        and words.starts[j] == words.ends[j - 1]
    )


def _bare(words: tk.Tokens, j: int, hits: dict[int, NameHit], covered: dict[int, int]) -> bool:
    """Whether a common noun that names nobody stands before the country at `j`, and a verb may follow."""
    before = words.low[j - 1]
    return (
        j + 1 < len(words)
        and words.low[j + 1] not in ("'s", "'", "-")
        and (j - 1) not in hits
        and (j - 1) not in covered
        and before.isalpha()
        and not words.raw[j - 1][0].isupper()
        and before not in tk.DETERMINERS
        and before not in load_heads().sectors
        and words.raw[j].isalpha()
    )


def _joins(words: tk.Tokens, j: int, hits: dict[int, NameHit]) -> bool:
    """Whether "and" at `j` stands inside one name: "Central and Eastern …", "the Spiritual and Cultural Center"."""
    low, raw = words.low, words.raw
    if low[j] != "and" or j + 1 >= len(low) or (j - 1) in hits or (j + 1) in hits:
        return False
    if low[j - 1] in _REGIONS and low[j + 1] in _REGIONS:
        return True
    return (
        j + 2 < len(low)
        and all(raw[t][0].isupper() for t in (j - 1, j + 1, j + 2))
        and low[j + 2] in _HOUSES
        and low[j - 1] not in load_heads().sectors
    )


def _prep(low: list[str], i: int) -> str:
    """The preposition that leads in the group at `i`."""
    before = low[i - 1] if i else ""
    if before not in _LEADS:
        return ""
    if before == "to" and i > 1 and low[i - 2] == "according":
        return "per"
    if before in tk.PREPOSITIONS:
        if before == "at" and low[i] in ("least", "most"):
            return ""
        about = before in ("around", "over", "about", "under", "above", "near") and (
            low[i][0].isdigit() or low[i] in _COUNTS
        )
        return "" if about else before
    if before in tk.ADVERBS and i > 1 and low[i - 2] in tk.PREPOSITIONS:
        return low[i - 2]
    return ""


def _add(
    reading: Reading, tokens: tuple[int, int], prep: str, covered: dict[int, int], marked: tuple[bytearray, bytearray]
) -> None:
    """Add a group that `prep` leads in.

    `marked` are the tokens that may say whom it names: names, heads, words with a capital letter; and the heads that are no
    part of a name.
    """
    words, hits, kinds = reading.words, reading.hits, reading.kinds
    low, raw = words.low, words.raw
    start, end = tokens
    naming, roles = marked
    stop = end
    while kinds[end - 1] & TRAIL and end - 1 > start and (end - 1) not in hits:
        end -= 1
    if kinds[start] & TIME:
        first = start
        while kinds[start] & TIME and start < end - 1 and start not in hits and low[start] not in ("march", "may"):
            start += 1
        if start > first:
            prep = _prep(low, start) if kinds[start - 1] & LEAD else ""
    if (
        end == start + 1
        and kinds[start] & (STOP | TIME)
        and (low[start] in tk.DETERMINERS or (kinds[start] & TIME and start not in hits))
    ):
        return
    mention = Mention(start, end, prep=prep, own=kinds[start] & OWNED > 0, stop=stop)
    if naming.find(HEAD, start, end) < 0:
        crowd = kinds[end - 1] & (COUNT | FIGURE if end == stop else FIGURE)
        if not crowd or (start and kinds[start - 1] & TIME):  # nothing that could name anybody; "May 11"
            _keep(reading, mention)
            return
    inside = list(filter(hits.__contains__, range(start, end))) if hits else []
    for token in inside:
        hit = hits[token]
        if mention.codes:
            break
        whole = raw[token]
        if (
            words.ends[token] > hit.end
            and whole[hit.end - words.starts[token] : hit.end - words.starts[token] + 1] in "-‐‑"
        ) and not whole.endswith(("-led", "-run")):
            continue
        if (
            hit.kind == "organisation"
            and token + 1 < end
            and low[token + 1] in _BLOC
            and any(t in hits for t in range(token + 1, end))
        ):
            continue  # "the NATO country Romania"
        mention.codes = tuple(hit.code.split())
        mention.hit = True
    role_at = roles.rfind(HEAD, start, end)
    if role_at >= 0 and role_at + 1 < end and low[role_at + 1] in _TRAILING and not any(t > role_at for t in inside):
        end = mention.end = role_at + 1  # "Soldiers angry over …"
    if role_at >= 0 and not (low[role_at] == "state" and role_at + 1 < end):
        mention.role = low[role_at]
        heads = load_heads()
        mention.sector = heads.sectors[low[role_at]]
        mention.institution = low[role_at] in heads.institutions
        mention.party = role_at == end - 1 or raw[role_at + 1][0].isupper() or raw[role_at + 1] in ("'s",)
    name_from = role_at + 1
    if role_at < 0:
        name_from = start + (low[start] in tk.DETERMINERS)
        while name_from < end and (name_from in hits or name_from in covered):
            name_from += 1
    if (
        name_from < end
        and raw[end - 1][0].isupper()
        and (name_from > 0 or end > 1 or role_at >= 0)
        and all(raw[t][0].isupper() and t not in hits and t not in covered for t in range(name_from, end))
    ):
        mention.person = raw[end - 1]
        mention.party = True
    if (
        mention.role is None
        and not mention.codes
        and kinds[start] & (FIGURE | COUNT)
        and end == stop
        and not (end == start + 1 and len(low[start]) == 4 and low[start].startswith(("19", "20")))
        and not (start and low[start - 1] in tk.TIME_WORDS)
        and (
            all(kind & (FIGURE | COUNT) for kind in kinds[start:end])
            and low[end - 1] not in ("more", "least", "about", "some", "a", "one")
        )
    ):
        mention.role, mention.sector, mention.party = "people", "CVL", True
    if mention.codes:
        last_hit = inside[-1]
        if last_hit + 1 >= end or covered.get(end - 1) == last_hit:
            mention.party = True
            mention.sector = mention.sector or "GOV"
        mention.party = mention.party or end - start <= 4
    _keep(reading, mention)


def _keep(reading: Reading, mention: Mention) -> None:
    reading.mentions.append(mention)
    reading.at[mention.end - 1] = mention
    if mention.stop > mention.end:
        for token in range(mention.end, mention.stop):
            reading.at[token] = mention
