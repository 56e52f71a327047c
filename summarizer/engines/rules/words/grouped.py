"""What the words of a noun group say: whom it names, which office it tells, what leads it in. Token indices, half-open."""

from __future__ import annotations

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.heads import load_heads
from summarizer.engines.rules.words.kinds import COUNT, FIGURE, HEAD, LEAD, OWNED, STOP, TIME, TRAIL
from summarizer.engines.rules.words.mentions import Mention, Reading

_COUNTS = frozenset("a one two three four five six seven eight nine ten dozens hundreds thousands half".split()) - {"a"}
_TRAILING = frozenset(
    """angry loyal close hostile opposed aboard armed alone present dissatisfied furious unhappy faithful friendly favourable
    captive hostage prisoner familiar alive dead free responsible involved concerned""".split()
)
_OF_ITS = ("-led", "-run", "-owned", "-flagged", "-registered")
_COMPARING = frozenset(("more", "less", "fewer"))
_LEADS = tk.PREPOSITIONS | tk.ADVERBS
_NO_PEOPLE = frozenset("more least about some a one".split())
_POSTS = frozenset("camp camps base bases position positions stronghold hideout hideouts convoy column".split())
_DWELLINGS = frozenset(("house", "houses"))
_HOUSES = frozenset(("lower", "upper", "the", "both"))  # of a parliament
_BLOC = frozenset("country member ally state nation partner".split())


def lead_in(low: list[str], i: int) -> str:
    """The preposition that leads in the group at `i`."""
    before = low[i - 1] if i else ""
    if before not in _LEADS:
        return ""
    if before == "to" and i > 1 and low[i - 2] == "according":
        return "per"
    if before in tk.PREPOSITIONS:
        if before == "at" and low[i] in ("least", "most"):
            return ""
        if before == "than" and i > 1 and low[i - 2] in _COMPARING and (low[i][0].isdigit() or low[i] in _COUNTS):
            return lead_in(low, i - 2)
        about = before in ("around", "over", "about", "under", "above", "near") and (
            low[i][0].isdigit() or low[i] in _COUNTS
        )
        return "" if about else before
    if before in tk.ADVERBS and i > 1 and low[i - 2] in tk.PREPOSITIONS:
        return low[i - 2]
    return ""


def add_group(
    reading: Reading, tokens: tuple[int, int], prep: str, covered: dict[int, int], marked: tuple[bytearray, bytearray]
) -> None:
    """Add a group that `prep` leads in.

    `marked` are the tokens that may say whom it names: names, heads, words with a capital letter; and the heads that are no
    part of a name.
    """
    kinds, low, hits = reading.kinds, reading.words.low, reading.hits
    start, end = tokens
    naming, roles = marked
    stop = end
    while kinds[end - 1] & TRAIL and end - 1 > start and (end - 1) not in hits:
        end -= 1
    if kinds[start] & TIME:
        start, prep = _past_time(reading, start, end, prep)
    single = end == start + 1 and kinds[start] & (STOP | TIME)
    if single and (low[start] in tk.DETERMINERS or (kinds[start] & TIME and start not in hits)):
        return  # nothing but "the", or a day
    mention = Mention(start, end, prep=prep, own=kinds[start] & OWNED > 0, stop=stop)
    if naming.find(HEAD, start, end) < 0:
        crowd = kinds[end - 1] & (COUNT | FIGURE if end == stop else FIGURE)
        if not crowd or (
            start and kinds[start - 1] & TIME and kinds[end - 1] & FIGURE
        ):  # nothing that could name anybody; "May 11"
            _keep(reading, mention)
            return
    inside = list(filter(hits.__contains__, range(start, end))) if hits else []
    _set_codes(reading, mention, inside)
    role_at = roles.rfind(HEAD, start, end)
    if role_at >= 0 and role_at + 1 < end and low[role_at + 1] in _TRAILING and not any(t > role_at for t in inside):
        mention.end = role_at + 1  # "Soldiers angry over …"
    if role_at >= 0 and not (low[role_at] == "state" and role_at + 1 < mention.end):
        _set_role(reading, mention, role_at)
    _set_person(reading, mention, role_at, covered)
    if mention.role is None and not mention.codes and _counts_people(reading, mention):
        mention.role, mention.sector, mention.party = "people", "CVL", True
    if mention.codes:
        if inside[-1] + 1 >= mention.end or covered.get(mention.end - 1) == inside[-1]:
            mention.party = True
            mention.sector = mention.sector or "GOV"
        mention.party = mention.party or mention.end - start <= 4
    _keep(reading, mention)


def _past_time(reading: Reading, start: int, end: int, prep: str) -> tuple[int, str]:
    """Where a group begins behind its words of time ("Tuesday the army"), and what leads it in there."""
    kinds, low = reading.kinds, reading.words.low
    first = start
    while kinds[start] & TIME and start < end - 1 and start not in reading.hits and low[start] not in ("march", "may"):
        start += 1
    if start > first:
        prep = lead_in(low, start) if kinds[start - 1] & LEAD else ""
    return start, prep


def _set_codes(reading: Reading, mention: Mention, inside: list[int]) -> None:
    """Let the first name that says so, of those `inside` a group, tell whom it names."""
    words = reading.words
    for token in inside:
        hit = reading.hits[token]
        whole, behind = words.raw[token], hit.end - words.starts[token]
        if words.ends[token] > hit.end and whole[behind : behind + 1] in "-‐‑" and not whole.endswith(_OF_ITS):
            continue  # "Pakistan-born"
        bloc = hit.kind == "organisation" and token + 1 < mention.end and words.low[token + 1] in _BLOC
        if bloc and any(t > token for t in inside):
            continue  # "the NATO country Romania"
        mention.codes = tuple(hit.code.split())
        mention.hit = True
        if mention.codes:
            return


def _set_role(reading: Reading, mention: Mention, at: int) -> None:
    """Let the head at `at` tell the group's office or kind."""
    low, raw, heads = reading.words.low, reading.words.raw, load_heads()
    mention.role = low[at]
    mention.sector = heads.sectors[low[at]]
    mention.institution = low[at] in heads.institutions
    if raw[at] in _DWELLINGS and low[max(at - 1, 0)] not in _HOUSES:
        mention.sector = "CVL"
    mention.party = at == mention.end - 1 or raw[at + 1][0].isupper() or raw[at + 1] == "'s"
    if mention.sector == "REB" and low[mention.end - 1] in _POSTS:
        mention.party = True  # "shelled a rebel camp"


def _set_person(reading: Reading, mention: Mention, role_at: int, covered: dict[int, int]) -> None:
    """Let capital letters at the group's end, behind its office if it tells one, name a person."""
    low, raw, hits = reading.words.low, reading.words.raw, reading.hits
    end, name_from = mention.end, role_at + 1
    if role_at < 0:
        name_from = mention.start + (low[mention.start] in tk.DETERMINERS)
        while name_from < end and (name_from in hits or name_from in covered):
            name_from += 1
    if name_from >= end or not raw[end - 1][0].isupper() or not (name_from > 0 or end > 1):
        return
    if all(raw[t][0].isupper() and t not in hits and t not in covered for t in range(name_from, end)):
        mention.person = raw[end - 1]
        mention.party = True


def _counts_people(reading: Reading, mention: Mention) -> bool:
    """Whether a bare number stands for people: "twelve were arrested"; no year and no hour."""
    kinds, low = reading.kinds, reading.words.low
    start, end = mention.start, mention.end
    if not kinds[start] & (FIGURE | COUNT) or end != mention.stop:
        return False
    year = end == start + 1 and len(low[start]) == 4 and low[start].startswith(("19", "20"))
    if year or (start and low[start - 1] in tk.TIME_WORDS):
        return False
    if end < len(low) and low[end] in tk.MONTHS and reading.words.raw[end][0].isupper():
        return False  # "since 4 May"
    return all(kind & (FIGURE | COUNT) for kind in kinds[start:end]) and low[end - 1] not in _NO_PEOPLE


def _keep(reading: Reading, mention: Mention) -> None:
    reading.mentions.append(mention)
    reading.at[mention.end - 1] = mention
    if mention.stop > mention.end:
        for token in range(mention.end, mention.stop):
            reading.at[token] = mention
