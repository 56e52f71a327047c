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
_LEADS = tk.PREPOSITIONS | tk.ADVERBS
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
            prep = lead_in(low, start) if kinds[start - 1] & LEAD else ""
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
        ) and not whole.endswith(_OF_ITS):
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
