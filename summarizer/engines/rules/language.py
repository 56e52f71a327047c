"""Whether a text is English: by its script and its share of English function words."""

from __future__ import annotations

_FUNCTION = frozenset(
    """the of and to in a is was that for on with as by at from it its he his has have had be been were are an not but this
    which who said will would after their they after over into than or also about more when there two her she we you""".split()
)
_FOREIGN = frozenset(
    """der die das und ist nicht mit den von zu auf für le la les des et est dans une que qui pour pas sur el los las del
    por con una como para il di che non per della sono het een van de en dat os uma com não na do da em og det som på är och
    att var na się nie jest w z że hat am wie im ein eine bei nach aus sich wurde au du un par lundi sont aux selon lo al se su
    según ha ed alla dal""".split()
)
_ONLY_FOREIGN = _FOREIGN - _FUNCTION
_SAMPLE = 6000


def is_english(text: str) -> bool:
    """True for English, and for texts too short to tell unless their letters aren't Latin."""
    words = _words(text[:_SAMPLE])
    if not words:
        return True
    if not all(map(str.isascii, words)):
        other = sum(1 for word in words if word[0] >= "\u0250")
        if len(words) < other * 2:
            return False
    if len(words) < 8:
        return True
    english = sum(map(_FUNCTION.__contains__, words))
    foreign = sum(map(_ONLY_FOREIGN.__contains__, words))
    if len(words) < 25:
        return foreign <= english or foreign < 2
    return (english * 9 > len(words) and foreign < english) or (english * 14 > len(words) and foreign * 3 < english)


def _words(sample: str) -> list[str]:
    """Runs of letters, in lower case."""
    for mark in set(sample):  # few different ones: many times as fast as a pattern for words
        if not mark.isalnum() or mark.isdecimal():
            sample = sample.replace(mark, " ")
    return sample.lower().split()
