"""Which words of a sentence are verbs, where forms alone don't tell ("attacks", "suspected", "draft")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.heads import load_heads
from summarizer.engines.rules.words.kinds import ADVERB, CUE, VERBAL
from summarizer.engines.rules.words.verb_lists import common_verbs, verbs_or_nouns
from summarizer.normalising.actors import NameHit

if TYPE_CHECKING:
    from summarizer.engines.rules.acts.lexicon import Lexicon

# Adjectives in -ed, which end no noun group.
_ADJECTIVES = frozenset(
    """united armed alleged suspected occupied unprecedented limited hundred red wounded accused injured detained so-called
    divided displaced disputed related sacred renowned retired combined proposed planned continued banned jailed exiled
    unarmed masked indebted devoted skilled three-day armoured armored unmanned convicted wanted ousted""".split()
)
_CRAFT = frozenset(("ships", "guards"))
_GERUNDS = frozenset(
    "shelling bombing killing meeting ruling shooting hearing firing stabbing poisoning hacking warning fighting".split()
)
_ASPECTS = tk.all_forms("begin start keep resume continue stop admit deny")
_FIGHTS = frozenset(("fighting", "shelling", "bombing", "shooting"))
_OF_FIGHTS = frozenset(
    """between by near around along of across hit erupted continued resumed raged flared stopped killed wounded
    intensified subsided ended ceased halted died""".split()
)
_PLURAL = ("s", "men", "women", "people", "police", "children")
_APART = frozenset("off down back up".split())
_JOINING = frozenset((",", ";", "and", "but", "when", "that"))
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty hundred thousand several many few dozens scores some""".split()
)
_LAYING = tk.all_forms("blame lay pin attribute ascribe")
_SECOND = frozenset(("other", "opposite", "opposing"))
# "Ghana's army says so, Togo's denies it"
_SAID = frozenset("says said told insists insisted maintains denies denied".split())
_SAY = frozenset("say insist believe maintain deny allege contend".split())
_AUXILIARY = tk.BE | tk.HAVE | tk.MODALS | tk.DO | {"to", "not"}
# What follows a participle with which a sentence begins: "Freed on Saturday by Chad, the pilots …".
_AFTER_FRONTED = frozenset(
    "by on in at from to into for over after during as back out off away home late early".split()
)
_CONJOINING = frozenset("after before since as than until".split())  # prepositions that begin a clause as well
_TURNING = frozenset(("nor", "neither", "never", "only", "not", "no"))  # behind them "did" stands before its subject
_OBJECT = frozenset("on for the a its upon".split())
_ADJECTIVAL = frozenset("us u.s uk u.k eu un u.n nato".split()) | {"u.s.", "u.k.", "u.n."}


def find_verbs(
    words: tk.Tokens, kinds: list[int], hits: dict[int, NameHit], covered: dict[int, int], lexicon: Lexicon
) -> list[bool]:
    """For each token whether it is a verb; `hits` and `covered`: names by their first token, and the others of their tokens."""
    tagger = _Tagger(words, kinds, hits, covered, lexicon)
    for i in [i for i, kind in enumerate(kinds) if kind & VERBAL]:
        if i not in hits and i not in covered:
            tagger.verbs[i] = tagger.is_verb(i)
    return tagger.verbs


class _Tagger:
    """Tells verbs from what looks like them, from left to right: what came before counts."""

    __slots__ = ("common", "covered", "hits", "kinds", "lexicon", "low", "nouny", "raw", "verbs", "words")

    def __init__(
        self, words: tk.Tokens, kinds: list[int], hits: dict[int, NameHit], covered: dict[int, int], lexicon: Lexicon
    ) -> None:
        self.words, self.low, self.raw = words, words.low, words.raw
        self.kinds, self.hits, self.covered, self.lexicon = kinds, hits, covered, lexicon
        self.common, self.nouny = common_verbs(), verbs_or_nouns()
        self.verbs = [False] * len(words.low)

    def is_verb(self, i: int) -> bool:
        """Whether the word at `i`, which has the form of a verb, is one."""
        low, raw, word = self.low, self.raw, self.low[i]
        if word == "clear" and i and low[i - 1] in ("make", "makes", "made", "making"):
            return False
        cue = self.kinds[i] & CUE > 0
        ed = word.endswith("ed") and len(word) > 4
        if cue and not ed and word not in self.common and word in self.lexicon.nouns:
            return False
        j = i - 1  # the word before, adverbs left out
        while j >= 0 and self.kinds[j] & ADVERB and j not in self.hits:
            j -= 1
        before = low[j] if j >= 0 else ""
        capital = i > 0 and raw[i][0].isupper() and not raw[i].isupper()
        if capital and before not in tk.AUXILIARIES and (raw[i - 1][0].isalpha() or before == ","):
            return False  # part of a title or name ("the president, Said Morales"), except in a headline after an auxiliary
        if (before in _AUXILIARY and raw[j] != "May") or before.endswith("n't"):
            return before != "to" or word not in self.nouny or not _noun_follows_to(low, i)
        ing = word.endswith("ing")
        if self._charged(i, j) if ing else self._had_do(i, j):
            return True
        if self._in_group(word, before) or (word == "backing" and low[i + 1 : i + 2] in (["for"], ["from"], ["of"])):
            return False
        if word in _CRAFT and i and low[i + 1 : i + 2] and self.kinds[i + 1] & VERBAL and low[i + 1].endswith("ed"):
            return False  # "coastguard ships blocked a boat"
        if ing:
            return self._is_participle(i, j)
        if before in tk.PREPOSITIONS and before not in _CONJOINING:
            return False
        if before == "that" and not ed and j and low[j - 1] in tk.PREPOSITIONS and low[j - 1] not in _CONJOINING:
            return False  # "promised at that table to"
        hit = self.hits.get(j) or self.hits.get(self.covered.get(j, -1))
        if hit is not None and hit.kind == "demonym" and hit.end - hit.start > 2 and not raw[j].endswith("s"):
            return ed and self._behind_head(self.covered.get(j, j))
        if ed:
            return (cue or word not in _ADJECTIVES) and self._ends_group(i, j)
        if word in self.nouny:
            return self._is_no_noun(i, j, hit)
        return not self._disagrees(i, j, hit)

    def _behind_head(self, j: int) -> bool:
        """Whether a country's adjective at `j` stands behind its noun, word for word translated: "the party Algerian expelled"."""
        return j > 0 and self.raw[j - 1].islower() and self.low[j - 1] in load_heads().sectors

    def _charged(self, i: int, j: int) -> bool:
        """Whether a gerund tells with what somebody is charged: "accused them of shelling …", "blamed them for the burning of …"."""
        low = self.low
        if j < 0:
            return False
        if low[j] == "of" and low[j - 1] in ("step", "measure", "top"):
            return True  # "took the step of closing the border"
        if low[j] == "the" and low[i + 1 : i + 2] == ["of"] and not _LAYING.isdisjoint(low[max(0, i - 6) : i]):
            return True  # "blamed the burning of a mill on Chad"
        blamed = low[j] == "the" and low[j - 1 : j] == ["for"] and low[i + 1 : i + 2] == ["of"]
        return (blamed or low[j] == "of") and not tk.CHARGES.isdisjoint(low[max(0, i - 12) : i])

    def _had_do(self, i: int, j: int) -> bool:
        """Whether a base form tells what somebody has a country do: "The paper had Uganda move a battalion"."""
        low, word = self.low, self.low[i]
        if j < 2 or word.endswith(("ed", "s")) or (j not in self.hits and j not in self.covered):
            return False
        first = self.covered.get(j, j)
        if low[first - 1] not in tk.HAVE or self.hits[first].kind == "demonym":
            return False
        after = low[i + 1 : i + 2]
        return bool(after) and (after[0] in tk.DETERMINERS or after[0] in _NUMBERS or after[0].isdigit())

    def _in_group(self, word: str, before: str) -> bool:
        """Whether the word before makes it part of a noun group."""
        return (
            (before in tk.DETERMINERS and (before not in ("each", "both", "all") or _plural_noun(before, word)))
            or (before == "'s" and word not in _SAID)
            or before in ("of", "more", "new", "further", "fresh")
            or (before in _SECOND and word in ("side", "sides"))
            or (before in _ORDINALS and word in self.lexicon.bare)  # "the second round": a verb would agree
            or ((before.isdigit() or before in _NUMBERS) and _plural_noun(before, word))
        )

    def _is_participle(self, i: int, j: int) -> bool:
        """Whether a word in -ing isn't a noun."""
        before = self.low[j] if j >= 0 else ""
        opening = j < 0 or before in tk.TIME_WORDS or before in _JOINING
        if opening and self.low[i] in _FIGHTS and self._goes_on(i + 1):
            return False  # "Shelling by Chad killed six", "on Tuesday fighting between them went on"
        named = j >= 0 and before[0].isalpha() and before not in tk.PREPOSITIONS and before not in tk.CONJUNCTIONS
        if self.low[i] in _GERUNDS and named:
            return before in _ASPECTS and self.verbs[j]  # "began shelling two villages"
        return not (j in self.hits and self.hits[j].kind == "demonym")

    def _goes_on(self, at: int) -> bool:
        """Whether the word at `at` makes a noun of the one before it: a verb, or "between", "by"."""
        following = self.low[at : at + 1]
        return bool(following) and (following[0] in _OF_FIGHTS or following[0] in tk.STRONG_PASTS | tk.AUXILIARIES)

    def _ends_group(self, i: int, j: int) -> bool:
        """Whether a word in -ed is a verb behind a noun ("Poland expelled") and opens no group ("suspected militants")."""
        low, verbs = self.low, self.verbs
        if j < 0:
            return i + 1 < len(low) and low[i + 1] in _AFTER_FRONTED
        if not (low[j][0].isalnum() or low[j] in ',)"”’—–') or verbs[j]:
            return False
        if low[i] in _ADJECTIVES and (low[j] in _NUMBERS or low[j].isdigit()) and self._noun_follows(i):
            return False  # "two armed men"
        adjective = low[j] in tk.CONJUNCTIONS and low[i] in _ADJECTIVES
        return not adjective or _object_follows(self.words, self.hits, i, any(verbs[:i]))

    def _noun_follows(self, i: int) -> bool:
        """Whether a plural noun or a country's adjective stands right behind a word: "armed men", "armed Ghanaian men"."""
        hit = self.hits.get(i + 1)
        if hit is not None:
            return hit.kind == "demonym"
        following = self.low[i + 1] if i + 1 < len(self.low) else "."
        plural = following.endswith("s") or following in ("men", "women", "people", "children")
        return plural and following.isalpha() and following not in tk.PREPOSITIONS and following not in tk.DETERMINERS

    def _is_no_noun(self, i: int, j: int, hit: NameHit | None) -> bool:
        """Whether a word that may as well be a noun is a verb; `hit`: the name that ends at `j`."""
        low, raw, word = self.low, self.raw, self.low[i]
        before = low[j] if j >= 0 else ""
        if self._is_counted(i, j):
            return False
        if self._is_inverted(j) and _object_follows(self.words, self.hits, i, counted=True):
            return True
        aside = before == "," and low[:i].count(",") > 1 and not any(self.verbs[:i])
        if aside and _object_follows(self.words, self.hits, i):
            return True  # "The minister, Nana Quartey, demands their release"
        if word in tk.UNCHANGED and low[i + 1 : i + 2] and low[i + 1] in _APART:
            return True  # "Poland, too, cut off contacts"
        if before in ("and", "but", ",") and any(self.verbs[:i]) and low[i + 1 : i + 2] and low[i + 1] in _OBJECT:
            return True
        if hit is not None:
            apart = j == 0 or low[j - 1] not in ("and", "or", "&")
            unbound = word in self.lexicon.bare or not self.kinds[i] & CUE
            if (before in _ADJECTIVAL and j > 1) or (not before.endswith("s") and apart and unbound):
                return False  # "a Taliban attack": a verb would agree
        elif self._is_named_thing(i, j):
            return False
        named = hit is not None or (
            j >= 0 and (raw[j][0].isupper() or before == ")" or before in tk.PRONOUNS or before in tk.RELATIVES)
        )
        plural = j >= 0 and before.endswith(_PLURAL) and not word.endswith("s") and not before.endswith("ss")
        return named or plural or _head_before(before, word)

    def _is_inverted(self, j: int) -> bool:
        """Whether "did" stands before the subject that ends at `j`: "Nor did Chad shell …", "Only on Monday did it raid …"."""
        low = self.low
        if tk.DO.isdisjoint(low[:j]) or _TURNING.isdisjoint(low[:j]):
            return False
        at = next((k for k in range(j, max(j - 6, 0), -1) if low[k] in tk.DO or self.verbs[k]), 0)
        return at > 0 and low[at] in tk.DO and not _TURNING.isdisjoint(low[max(at - 10, 0) : at])

    def _is_counted(self, i: int, j: int) -> bool:
        """Whether a number makes a noun of it: "two hospital trains", "four patrol boats"."""
        low, before = self.low, self.low[j] if j >= 0 else ""
        numbered = j > 0 and (low[j - 1] in _NUMBERS or low[j - 1].isdigit())
        if numbered and self.raw[j].islower() and before.isalpha() and low[i].endswith("s"):
            return True
        return (before in _NUMBERS or before.isdigit()) and i + 1 < len(low) and low[i + 1].endswith("s")

    def _is_named_thing(self, i: int, j: int) -> bool:
        """Whether a determiner and a name stand before it: "at the Sadao post"."""
        if j <= 0 or not self.raw[j][0].isupper() or self.low[i] not in self.lexicon.bare:
            return False
        before = self.low[j]
        single = before[-1:] != "s" and before not in tk.PRONOUNS and before[0].isalpha()
        return single and self.low[j - 1] in tk.DETERMINERS

    def _disagrees(self, i: int, j: int, hit: NameHit | None) -> bool:
        """Whether a bare form follows a single name, with which a verb would agree: "Chad expel"."""
        low, word = self.low, self.low[i]
        return (
            hit is not None
            and not low[j].endswith("s")
            and (j == 0 or low[j - 1] not in ("and", "or", "&"))
            and low[j] != "police"
            and word in self.lexicon.bare
            and not (word in _SAY and j and low[j - 1] in tk.PREPOSITIONS)  # "its critics in Lima say"
            and not self._behind_several(i, j)
            and low[max(self.covered.get(j, j) - 1, 0)] not in tk.DO  # "Not until Friday did Ghana expel …"
        )

    def _behind_several(self, i: int, j: int) -> bool:
        """Whether a place stands between several people and what they do: "dock workers in Lima begin a strike"."""
        low = self.low
        place = self.covered.get(j, j)
        if (
            place < 2
            or low[place - 1] not in ("in", "at", "near", "from")
            or not _object_follows(self.words, self.hits, i)
        ):
            return False
        several = low[place - 2]
        return (several.endswith("s") and not several.endswith("ss")) or several in ("men", "women", "people", "police")


def _noun_follows_to(low: list[str], i: int) -> bool:
    """Whether "to" before a word that may be a noun is a preposition: "led to protests"."""
    return low[i].endswith("s") and not low[i].endswith("ss")


def _object_follows(words: tk.Tokens, hits: dict[int, NameHit], i: int, counted: bool = False) -> bool:
    """Whether what follows a word can only be its object: a determiner, a name, where `counted` a number."""
    if i + 1 >= len(words):
        return False
    following = words.low[i + 1]
    return (
        following in tk.DETERMINERS or (i + 1) in hits or (counted and (following.isdigit() or following in _NUMBERS))
    )


def _plural_noun(before: str, word: str) -> bool:
    """Whether "both" or "all" makes a word a noun: "both sides"; but "they each support"."""
    return before != "each" and word.endswith("s") and not word.endswith("ss")


def _head_before(before: str, word: str) -> bool:
    return word.endswith("s") and before in load_heads().sectors
