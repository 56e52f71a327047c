"""Noun groups of a sentence and the parties they name: country, sector, person, what they hang on.

A shallow reading: a noun group is a run of words between closed-class words, punctuation and verbs. Token indices are
half-open ranges into `Tokens`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.lexicon import Lexicon
from summarizer.normalising.actors import NameHit

# Adjectives in -ed, which end no noun group.
_ADJECTIVES = frozenset(
    """united armed alleged suspected occupied unprecedented limited hundred red wounded accused injured detained so-called
    divided displaced disputed related sacred renowned retired combined proposed planned continued banned jailed exiled
    unarmed masked indebted devoted skilled three-day armoured armored unmanned convicted wanted ousted""".split()
)
# Verbs that are no cues but end a noun group all the same, and forms of cue verbs that are nouns as often as verbs.
_VERBS = """say tell add note state declare announce confirm report insist argue explain describe believe think know hope
expect want need try continue begin start plan decide intend aim seek agree make take give get go come see find show keep let
become remain seem appear follow include lead bring hold use turn put run move live work bear carry play win lose leave stand
happen write provide sit stay fall cut reach raise pass sell require suggest consider allow serve appeal ask prompt involve
face vow pledge refuse decline face mark spark trigger draw cause insist acknowledge admit dismiss reveal respond reply
estimate warn describe urge speak call quote cite arrive return claim fail remain own regard hail flee rule
account amount await deny build roll mean feel hear spend earn cost die""".split()
_NOUNS = frozenset(
    """report note state plan aim need work play move use turn run return claim call face mark draw cause rule account amount
    cost work hope show stay fall cut pass stand win start lead hold appeal spark trigger attack strike protest visit talk demand
    order charge ban raid fire ambush support aid help arrest march rally riot request blame search fight clash bomb shell
    force hit release test offer welcome praise thank back rebuke object share trade export import sanction veto torture
    rape murder poison jam block club whip stone boycott threat gas drone fine list deal pact close open cut stop halt end
    question probe vote launch fund finance train equip transfer tour travel head trip stage stage host meet call phone
    ring respect exchange shift grant kidnap guard escort debate challenge contest dispute balance broker bar limit curb check
    drop delay freeze ease pardon swap promise pledge warning kill push press urge command control detail permit board
    seal drill exercise arm rescue shelter harbour harbor reply level hand name station rush mass service shoot down""".split()
)
_GERUNDS = frozenset("shelling bombing killing meeting ruling shooting hearing firing stabbing poisoning hacking warning fighting".split())
_TITLES = frozenset("mr mrs ms dr sir lord lady dame gen col maj lt capt cmdr adm sgt gov sen rep pres prof st".split())
_COUNTS = frozenset("a one two three four five six seven eight nine ten dozens hundreds thousands half".split()) - {"a"}
_CROWDS = _COUNTS | frozenset("about some around at least more than several hundred thousand thousands dozens scores".split())
_PARTS = frozenset(
    """group groups number member members team teams majority handful series coalition lot part units elements hundreds thousands
    dozens scores tens couple pair trio batch wave column contingent most some many several half two three four five""".split()
)
_POSTED = frozenset("ambassador ambassadors embassy envoy envoys consulate consul mission troops soldiers forces".split())
_ADJECTIVAL = frozenset("us u.s uk u.k eu un u.n nato".split()) | {"u.s.", "u.k.", "u.n."}
_BLOC = frozenset("country member ally state nation partner".split())
_INNER = frozenset("of to for from in at on with".split())


@dataclass(slots=True)
class Mention:
    """A noun group `start:end`. `codes` are what it stands for; `via` are sentences that say so when it doesn't itself.

    `inner`: it only modifies the group before it ("Japan" in "the ambassador to Japan"). `own`: it begins with its, their.
    `name` is the range of tokens that names it best.
    """

    start: int
    end: int
    codes: tuple[str, ...] = ()
    sector: str | None = None
    role: str | None = None
    person: str | None = None
    prep: str = ""
    inner: bool = False
    own: bool = False
    pronoun: bool = False
    party: bool = False
    institution: bool = False
    hit: bool = False
    via: tuple[int, ...] = ()
    alias: str | None = None
    stop: int = 0

    @property
    def known(self) -> bool:
        """Whether it stands for a country or organisation."""
        return bool(self.codes)


@dataclass(frozen=True)
class Heads:
    """Head nouns: sector, and whether they are institutions."""

    sectors: dict[str, str]
    institutions: frozenset[str]


@lru_cache(maxsize=1)
def load_heads() -> Heads:
    """The list of nouns that can be a party."""
    text = (resources.files("summarizer.engines.rules") / "data" / "heads.txt").read_text(encoding="utf-8")
    sectors: dict[str, str] = {}
    institutions: set[str] = set()
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        sector, mark, *words = line.split()
        for word in words:
            for form in tk.noun_forms(word):
                sectors.setdefault(form, sector)
                if mark == "+":
                    institutions.add(form)
    return Heads(sectors, frozenset(institutions))


@lru_cache(maxsize=1)
def _verb_kinds() -> tuple[frozenset[str], frozenset[str]]:
    """Forms of common verbs, and base and -s forms that may as well be nouns."""
    verbs: set[str] = set()
    for base in _VERBS:
        verbs.update(tk.verb_forms(base))
    nouns: set[str] = set()
    for base in _NOUNS:
        nouns.update((base, *tk.noun_forms(base)))
    return frozenset(verbs), frozenset(nouns)


@dataclass
class Reading:
    """What is known of one sentence: words, names, noun groups, which words are verbs. `number` counts from 1."""

    number: int
    words: tk.Tokens
    hits: dict[int, NameHit]
    mentions: list[Mention] = field(default_factory=list)
    verb: list[bool] = field(default_factory=list)
    at: dict[int, Mention] = field(default_factory=dict)

    def ending_at(self, token: int) -> Mention | None:
        """The mention whose last token this is, apart from trailing words that the group doesn't count."""
        return self.at.get(token)


def read_sentence(number: int, words: tk.Tokens, hits: Sequence[NameHit], lexicon: Lexicon) -> Reading:
    """Noun groups of a sentence; `hits` are the names in it."""
    starts = {start: index for index, start in enumerate(words.starts)}
    by_token: dict[int, NameHit] = {}
    covered: dict[int, int] = {}
    for hit in hits:
        first = starts.get(hit.start)
        if first is None:
            continue
        by_token[first] = hit
        last = first
        while last + 1 < len(words) and words.starts[last + 1] < hit.end:
            last += 1
            covered[last] = first
    reading = Reading(number, words, by_token)
    reading.verb = _find_verbs(words, by_token, covered, lexicon)
    _group(reading, covered)
    _attach(reading)
    return reading


def _find_verbs(words: tk.Tokens, hits: dict[int, NameHit], covered: dict[int, int], lexicon: Lexicon) -> list[bool]:
    common, nouny = _verb_kinds()
    anchors = lexicon.anchors
    low, raw = words.low, words.raw
    verbs = [False] * len(low)
    for i, word in enumerate(low):
        if i in hits or i in covered or not word[0].isalpha() or tk.is_stop(word):
            continue
        cue = word in anchors
        ed = word.endswith("ed") and len(word) > 4
        if not (cue or ed or word in common):
            continue
        if cue and not ed and word not in common and all(kind == "noun" for _, kind in anchors[word]):
            continue
        before = low[i - 1] if i else ""
        j = i - 1
        while j >= 0 and tk.is_adverb(low[j]) and j not in hits and low[j] not in ("'s",):
            j -= 1
        before = low[j] if j >= 0 else ""
        if raw[i][0].isupper() and i > 0 and not raw[i].isupper() and before not in tk.AUXILIARIES and raw[i - 1][0].isalpha():
            continue  # part of a title or name, except in a headline after an auxiliary
        if before in tk.BE or before in tk.HAVE or before in tk.MODALS or before in tk.DO or before in ("to", "not", "n't") or before.endswith("n't"):
            verbs[i] = before not in ("to",) or word not in nouny or not _noun_follows_to(low, i)
            continue
        if (before in tk.DETERMINERS and before not in ("each", "both", "all")) or before == "'s" or before in ("of", "more", "new", "further", "fresh"):
            continue
        if word.endswith("ing"):
            verbs[i] = not (j in hits and hits[j].kind == "demonym")
            if word in _GERUNDS and j >= 0 and low[j][0].isalpha() and before not in tk.PREPOSITIONS and before not in tk.CONJUNCTIONS:
                verbs[i] = False
            continue
        if before in tk.PREPOSITIONS and before not in ("after", "before", "since", "as", "than", "until"):
            continue
        hit = hits.get(j) or hits.get(covered.get(j, -1))
        if hit is not None and hit.kind == "demonym" and hit.end - hit.start > 2 and not words.raw[j].endswith("s"):
            continue
        if ed:
            if word in _ADJECTIVES and not cue:
                continue
            # "suspected militants": a participle at the beginning of a group; "Poland expelled": a verb after a noun.
            first = j < 0 or not (low[j][0].isalnum() or low[j] in ",)\"”’—") or verbs[j] or before in tk.CONJUNCTIONS and word in _ADJECTIVES
            verbs[i] = not first
            continue
        if word in nouny:
            if before in ("and", "but", ",") and any(verbs[:i]) and i + 1 < len(low) and low[i + 1] in ("on", "for", "the", "a", "its", "upon"):
                verbs[i] = True
                continue
            if hit is not None and before in _ADJECTIVAL and j > 1:
                continue
            if (
                hit is not None
                and not before.endswith("s")
                and (j == 0 or low[j - 1] not in ("and", "or", "&"))
                and {kind for _, kind in anchors.get(word, ())} <= {"base", "noun"}
            ):
                continue  # "a Taliban attack": a verb would agree
            named = hit is not None or (j >= 0 and (raw[j][0].isupper() or before == ")" or before in tk.PRONOUNS or before in tk.RELATIVES))
            plural = j >= 0 and before.endswith("s") and not word.endswith("s") and not before.endswith("ss")
            verbs[i] = named or plural or _head_before(before, word)
            continue
        if hit is not None and not before.endswith("s") and (j == 0 or low[j - 1] not in ("and", "or", "&")) and before != "police":
            kinds = {kind for _, kind in anchors.get(word, ())}
            if kinds and kinds <= {"base", "noun"}:
                continue
        verbs[i] = True
    return verbs


def _noun_follows_to(low: list[str], i: int) -> bool:
    """Whether "to" before a word that may be a noun is a preposition: "led to protests"."""
    return low[i].endswith("s") and not low[i].endswith("ss")


def _head_before(before: str, word: str) -> bool:
    return word.endswith("s") and before in load_heads().sectors


def _group(reading: Reading, covered: dict[int, int]) -> None:
    words, verbs, hits = reading.words, reading.verb, reading.hits
    low = words.low
    count = len(low)
    i = 0
    while i < count:
        word = low[i]
        if word in tk.PRONOUNS and i not in hits:
            mention = Mention(i, i + 1, pronoun=True, party=True, prep=_prep(low, i), stop=i + 1)
            reading.mentions.append(mention)
            reading.at[i] = mention
            i += 1
            continue
        if i not in hits and (verbs[i] or (word in tk.PREDICATES and i + 1 < count and low[i + 1] in ("to", "for")) or not (word[0].isalnum()) or (tk.is_stop(word) and word not in tk.DETERMINERS)):
            i += 1
            continue
        j = i + 1
        while j < count:
            nxt = low[j]
            if j in hits or j in covered:
                j += 1
                continue
            if nxt == "'s" or nxt == "&":
                j += 1
                continue
            if nxt in ("'", "’") and j + 1 < count and low[j - 1].endswith("s") and low[j + 1][0].isalpha() and words.starts[j] == words.ends[j - 1]:
                j += 1
                continue
            if verbs[j] or not nxt[0].isalnum() or tk.is_stop(nxt):
                break
            j += 1
        _add(reading, i, j, covered)
        i = j


def _prep(low: list[str], i: int) -> str:
    before = low[i - 1] if i else ""
    if before == "to" and i > 1 and low[i - 2] == "according":
        return "per"
    if before in tk.PREPOSITIONS:
        if before == "at" and low[i] in ("least", "most"):
            return ""
        about = before in ("around", "over", "about", "under", "above", "near") and (low[i][0].isdigit() or low[i] in _COUNTS)
        return "" if about else before
    if before in tk.ADVERBS and i > 1 and low[i - 2] in tk.PREPOSITIONS:
        return low[i - 2]
    return ""


def _add(reading: Reading, start: int, end: int, covered: dict[int, int]) -> None:
    words, hits = reading.words, reading.hits
    low, raw = words.low, words.raw
    stop = end
    while end - 1 > start and (low[end - 1] in tk.TIME_WORDS or low[end - 1] == "'s" or low[end - 1].isdigit()) and (end - 1) not in hits:
        end -= 1
    while start < end - 1 and low[start] in tk.TIME_WORDS and start not in hits and low[start] not in ("march", "may"):
        start += 1
    if low[start] in tk.TIME_WORDS and start not in hits and end == start + 1:
        return
    if end == start + 1 and low[start] in tk.DETERMINERS:
        return
    mention = Mention(start, end, prep=_prep(low, start), own=low[start] in tk.POSSESSIVES, stop=stop)
    heads = load_heads()
    for token in range(start, end):
        hit = hits.get(token)
        if hit is None or mention.codes:
            continue
        whole = raw[token]
        if words.ends[token] > hit.end and whole[hit.end - words.starts[token] : hit.end - words.starts[token] + 1] in "-‐‑":
            if not whole.endswith(("-led", "-run")):
                continue
        if hit.kind == "organisation" and token + 1 < end and low[token + 1] in _BLOC and any(t in hits for t in range(token + 1, end)):
            continue  # "the NATO country Romania"
        if hit.kind == "capital" and token > start and end - token > 1 and low[token - 1] not in tk.DETERMINERS and mention.codes:
            continue
        mention.codes = tuple(hit.code.split())
        mention.hit = True
    role_at = -1
    for token in range(end - 1, start - 1, -1):
        if low[token] in heads.sectors and token not in hits and token not in covered:
            role_at = token
            break
    if role_at >= 0 and not (low[role_at] == "state" and role_at + 1 < end):
        mention.role = low[role_at]
        mention.sector = heads.sectors[low[role_at]]
        mention.institution = low[role_at] in heads.institutions
        mention.party = role_at == end - 1 or raw[role_at + 1][0].isupper() or raw[role_at + 1] in ("'s",)
    name_from = role_at + 1
    if role_at < 0:
        name_from = start + (low[start] in tk.DETERMINERS)
        while name_from < end and (name_from in hits or name_from in covered):
            name_from += 1
    tail = [t for t in range(name_from, end) if raw[t][0].isupper() and t not in hits and t not in covered]
    if tail and tail[-1] == end - 1 and len(tail) == end - name_from and (tail[0] > 0 or len(tail) > 1 or role_at >= 0):
        mention.person = raw[end - 1]
        mention.party = True
    if mention.role is None and not mention.codes and end == stop and (
        all(low[t][0].isdigit() or low[t] in _CROWDS for t in range(start, end)) and low[end - 1] not in ("more", "least", "about", "some", "a", "one")
    ):
        mention.role, mention.sector, mention.party = "people", "CVL", True
    if mention.codes:
        last_hit = max(t for t in hits if start <= t < end)
        if last_hit + 1 >= end or covered.get(end - 1) == last_hit:
            mention.party = True
            mention.sector = mention.sector or "GOV"
        mention.party = mention.party or end - start <= 4
    reading.mentions.append(mention)
    for token in range(end - 1, stop):
        reading.at[token] = mention


def _attach(reading: Reading) -> None:
    """Give a group the country of what hangs on it, and mark what only modifies ("the president of France")."""
    words, low = reading.words, reading.words.low
    mentions = reading.mentions
    for mention in mentions:
        if mention.prep in ("after", "before", "since", "until", "as", "than") and _verb_follows(reading, _list_end(reading, mention)):
            mention.prep = ""
    for at, (left, right) in enumerate(zip(mentions, mentions[1:], strict=False)):
        gap = low[left.stop : right.start]
        if gap == ["of"] and not left.role and not left.hit and low[left.end - 1] in _PARTS and (right.codes or right.role):
            left.codes, left.role, left.sector = _listed(reading, at + 1), right.role, right.sector or "GOV"
            left.party = right.inner = True
        elif len(gap) == 1 and gap[0] in _INNER and (left.role or left.hit) and not left.pronoun:
            prep = gap[0]
            if left.role and not left.hit and prep == "of" and right.codes:
                left.codes = _listed(reading, at + 1)
                right.inner = True
            elif left.role and prep in ("to", "for", "of") and left.sector in ("GOV", "MIL") and (right.codes or right.role):
                right.inner = True
            elif left.role and prep in ("in", "at") and right.codes and low[left.end - 1] not in _POSTED:
                if not left.codes and right.hit:
                    left.codes = right.codes
                right.inner = left.institution
            elif left.role and prep == "from" and right.codes and not left.codes:
                left.codes = _listed(reading, at + 1)
        elif gap == ["("] and right.hit and low[right.stop : right.stop + 1] == [")"] and (left.person or left.role):
            left.codes = left.codes or right.codes  # "Aimé Loubaki (Republic of the Congo)"
            right.inner = True
        elif gap == [","] and not left.pronoun and not right.pronoun:
            after = low[right.stop] if right.stop < len(low) else "."
            if after in (",", ".", ";", ")", "—") or after in tk.RELATIVES:
                if left.person and not left.role and right.role and not right.prep:  # "Galuzin, the Russian envoy,"
                    left.role, left.sector = right.role, right.sector
                    left.codes = left.codes or right.codes
                elif right.person and not right.role and not right.hit and left.role:  # "the Russian envoy, Galuzin,"
                    right.codes = right.codes or left.codes
                    left.alias = words.raw[right.end - 1]
                    left.person = left.person or right.person
                    right.inner = True


def _list_end(reading: Reading, mention: Mention) -> int:
    """Where the names listed with a mention end."""
    low = reading.words.low
    end = mention.stop
    for other in reading.mentions:
        if other.start > end and low[end : other.start] in (["and"], [","], [",", "and"]) and other.hit:
            end = other.stop
    return end


def _verb_follows(reading: Reading, start: int) -> bool:
    low = reading.words.low
    t = start
    if t < len(low) and low[t] == ",":  # "after the ambassador, X, had been …"
        t = next((j + 1 for j in range(t + 1, min(t + 9, len(low))) if low[j] == ","), t)
    while t < len(low) and (tk.is_adverb(low[t]) or low[t] in tk.HAVE or low[t] in tk.MODALS or low[t] in tk.BE or low[t] in ("not", "and")):
        t += 1
    return t < len(low) and (reading.verb[t] or low[t - 1] in tk.BE)


def _listed(reading: Reading, at: int) -> tuple[str, ...]:
    """Codes of a group and of the names listed after it: "of France, Germany and Britain"."""
    low, mentions = reading.words.low, reading.mentions
    codes = list(mentions[at].codes)
    end = at
    while end + 1 < len(mentions) and mentions[end + 1].hit:
        gap = low[mentions[end].stop : mentions[end + 1].start]
        if gap not in ([","], ["and"], [",", "and"]):
            break
        end += 1
    if end > at and "and" in low[mentions[end - 1].stop : mentions[end].start] and not _verb_follows(reading, mentions[end].stop):
        for mention in mentions[at + 1 : end + 1]:
            codes += mention.codes
    return tuple(dict.fromkeys(codes))
