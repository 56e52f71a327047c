"""Which language a text is in, by its script and its commonest words; None when that doesn't tell."""

from __future__ import annotations

import re
from collections import Counter

_COMMON = {
    "en": "the of and to in that is was for it with as his on be at by had are but from have an they which",
    "de": "der die und das den von ist nicht mit auf für ein eine sich dem des auch wurde als werden nach bei sind",
    "fr": "le les des et la une est dans du pour que qui au sur pas avec par ce sont aux il ne plus cette été",
    "es": "el los las de que y en del por con para una su como más fue lo ha este pero sus entre también según",
    "it": "il di che la per un è non con gli della sono del alla dei nel più anche ha dal come questo delle",
    "pt": "o os de que e do da em um uma para com não foi no na por mais dos como ao são pelo também",
    "nl": "de het een van en dat op te zijn met voor niet aan er om ook als door bij naar werd wordt heeft",
    "sv": "och att det som en på är av för med till den har inte om ett han men var från vid",
    "da": "og at det som en på er af for med til den har ikke om et han men var fra ved der blev",
    "pl": "i w na z się że do nie jest o to przez po jak od za który jego dla oraz są został",
    "cs": "a v se na je že o s z do i to k jako za pro podle jsou po by při který",
    "ro": "și în de la a cu pe din care să pentru nu este au fost mai o un că prin",
    "tr": "ve bir bu da de için ile olarak daha çok olan sonra gibi kadar ancak dedi",
    "id": "yang dan di dengan untuk dari ini itu pada tidak dalam akan ke oleh juga telah",
    "ru": "и в не на что с по как это он из у за от для был его но также",
    "uk": "і в не на що з як це до та за від про для був його але також є",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0620-\u064a]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u03b1-\u03ce]")),
    ("th", re.compile(r"[\u0e01-\u0e3a]")),
    ("hi", re.compile(r"[\u0904-\u0939]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 5000


def tell_language(text: str) -> str | None:
    """ISO 639-1 code of the language of a text of at least some twenty words, or None."""
    sample = text[:_SAMPLE]
    for language, script in _SCRIPTS:
        if len(script.findall(sample)) * 5 > len(sample):
            return language
    words = _WORD.findall(sample.lower())
    if len(words) < 20:
        return None
    counts = Counter({language: sum(word in common for word in words) for language, common in _SETS.items()})
    (best, most), (_, second) = counts.most_common(2)
    return best if most * 8 >= len(words) and most > 1.2 * second else None


def language_code(value: object) -> str | None:
    """The ISO 639-1 code in a tag such as `en-GB` or `de_AT`, or None."""
    found = re.match(r"\s*([A-Za-z]{2})(?:[-_].*)?\s*$", str(value or "")[:40])
    return found[1].lower() if found else None
