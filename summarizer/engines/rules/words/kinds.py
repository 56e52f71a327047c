"""What a word form may be, whatever stands round it: looked up once for each different word, kept as one number of marks."""

from __future__ import annotations

from collections.abc import Set

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.heads import load_heads

CUE = 1  # sets off patterns
VERBAL = 2  # may be a verb that ends a noun group
PLAIN = 4  # begins or goes on with a noun group, unless it is a verb
CLOSED = 8  # neither begins a noun group nor stands for one: words of closed classes, punctuation
HEAD = 16  # a noun that can be a party
TIME = 32  # a word of time
COUNT = 64  # a number or another word that can stand for a crowd
DIGITS = 128  # nothing but digits
FIGURE = 256  # begins with a digit
MANY = 512  # begins a crowd after a place or time ("In Dhaka dozens …"), with digits or in words
LEAD = 1024  # a preposition or adverb, which may lead in a group
DATED = 2048  # may be the first word of a date after "the", or of any
TRAIL = 4096  # a time, number or "'s" at the end of a group, which doesn't count
OWNED = 8192  # "its", "their": what follows belongs to somebody
GOES = 16384  # like PLAIN
STOP = 32768  # of a closed class
ADVERB = 65536  # may stand between a subject, its auxiliaries and the verb
ENDS = 131072  # surely ends a noun group
OPENS = 262144  # a determiner that begins a noun group, unless a date follows
_NEVER_PLAIN = 524288  # of a list of words that need a closer look
_DATES = frozenset(("next", "following", "same", "previous", "last")) | tk.MONTHS | tk.WEEKDAYS
_MOST = 50_000  # different words, then it begins anew
_COUNTS = frozenset(
    """one two three four five six seven eight nine ten dozens hundreds thousands half about some around at least more than
    several hundred thousand scores""".split()
)
_SELVES = ("self", "selves")
_GO_ON = frozenset(("'s", "&", "'", "’"))  # may stand inside a group
_MANY = frozenset("dozens hundreds thousands scores tens some several about nearly almost around more at".split())


def _listed() -> dict[str, int]:
    """The marks that a word has because it stands in a list."""
    listed: dict[str, int] = {}
    for mark, words in (
        (CLOSED, tk.CLOSED),
        (HEAD, load_heads().sectors.keys()),
        (TIME | TRAIL, tk.TIME_WORDS),
        (COUNT, _COUNTS),
        (MANY, _MANY),
        (LEAD, tk.PREPOSITIONS | tk.ADVERBS),
        (DATED, _DATES),
        (TRAIL, {"'s"}),
        (OWNED, tk.POSSESSIVES),
        (OPENS, tk.DETERMINERS - {"that", "this", "both", "all"}),
        (ADVERB, tk.ADVERBS),
        (_NEVER_PLAIN, tk.PREDICATES | tk.DATE_OPENERS),
    ):
        for word in words:
            listed[word] = listed.get(word, 0) | mark
    return listed


class WordKinds(dict[str, int]):
    """Marks of word forms in lower case, each made when it is asked for first."""

    def __init__(self, cues: Set[str], verbs: Set[str]) -> None:
        """`cues` set off patterns; `verbs` are common forms that are no cues."""
        super().__init__()
        self._cues, self._verbs = cues, verbs
        self._listed = _listed()

    def __missing__(self, word: str) -> int:
        """Work out the marks of a word not asked for yet."""
        if len(self) >= _MOST:
            self.clear()
        marks, first = self._listed.get(word, 0), word[0]
        cue = word in self._cues
        if cue:
            marks |= CUE
        if first.isdigit():
            marks |= FIGURE | MANY
            if word.isdigit():
                marks |= DIGITS | DATED | TRAIL
        if word.endswith("ly") and tk.is_adverb(word):
            marks |= ADVERB
        if tk.is_stop(word):
            marks |= STOP if word == "and" else STOP | ENDS
        elif first.isalpha() and (cue or word in self._verbs or (word.endswith("ed") and len(word) > 4)):
            marks |= VERBAL
        if not first.isalnum():
            marks |= CLOSED if word in _GO_ON else CLOSED | ENDS
        elif not marks & (STOP | ADVERB | DIGITS | _NEVER_PLAIN) and not word.endswith(_SELVES):
            marks |= PLAIN | GOES
        self[word] = marks
        return marks
