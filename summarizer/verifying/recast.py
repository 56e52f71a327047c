"""Turns of phrase that move a party out of its place, told in plain order: clefts, "is the one that", "whose ministry"."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.verifying.case import IRREGULAR_FORMS

_BE = r"(?:is|was|were|will\s+be|has\s+been)"
_THAT = r"(?:that|which|whom|who)"
_NP = r"(?:the\s+)?(?:[A-Z][\w'-]+\s+(?:of\s+(?:the\s+)?)?){0,3}[A-Z][\w'-]+"  # a name, as far as capitals tell
_PAST = rf"(?:[a-z]+ed|{'|'.join(sorted(IRREGULAR_FORMS))})"
_VERB = rf"(?:{_PAST}|has|had|have|is|was|were|are|will|would|(?:now\s+)?[a-z]+s)"
_NOT = r"(?:,\s+(?:and\s+)?not\s+[^,;.]{2,40},?)?"
_CLEFT = re.compile(
    rf"\b[Ii]t\s+{_BE}\s+(?!(?:[a-z]+ed|clear|likely|said|reported|not)\b)(?P<way>(?:at|to|from|against|on|with|by|for)\s+)?"
    rf"(?P<who>[^.;:,]{{2,60}}?){_NOT}(?P<aside>,\s+in\s+(?:whose|which)\s+[^,;.]{{3,60}},)?,?\s+{_THAT}\s+(?P<rest>[^.;:,]+)"
)
_AND_THE_OTHER = re.compile(rf",?\s+and\s+(?:it\s+{_BE}\s+)?(?P<who>{_NP})\s+{_THAT}\s+")
_THE_ONE = re.compile(
    rf"(?P<who>{_NP}){_NOT}\s+{_BE}\s+the\s+(?:one|country|side|state)\s+{_THAT}\s+"
    rf"(?:(?P<doer>{_NP})\s+(?P<verb>(?:has\s+|had\s+)?[a-z]+)\b)?(?P<rest>[^.;:,]*)"
)
_WHAT = re.compile(
    rf"\bWhat\s+(?P<who>{_NP})\s+(?P<verb>wants|demands|asks|expects|wanted|demanded|asked|expected)\s+(?P<from>of|from)\s+"
)
# "Jordan's claim that Syria is to blame"
_CLAIM_THAT = re.compile(
    rf"(?P<who>{_NP})'s\s+(?:claim|charge|accusation|allegation|view|statement)\s+that\s+(?P<whom>{_NP})\s+(?:is|was)\s+(?:to\s+blame|responsible)"
)
_ITSELF = re.compile(rf"\b(?:finds?|found|sees?|saw)\s+(?:itself|themselves|himself|herself)\s+(?={_PAST}\s+by\b)")
# "Belarus, whose foreign ministry called in": Belarus did.
_WHOSE = re.compile(
    rf"\bwhose\s+(?:[a-z-]+\s+){{0,2}}?(?:ministry|government|parliament|army|navy|air\s+force|police|president|minister|premier|court|authorities|leader|coastguard)"
    rf"(?:,?\s+{_NP},?)?\s+(?={_PAST}\s+(?!by\b))"
)


@lru_cache(maxsize=8192)
def recast(text: str) -> str:
    """A folded text with such turns undone: "It was to Cuba that Peru turned" becomes "Peru turned to Cuba"."""
    text = _WHOSE.sub("who ", _ITSELF.sub("was ", text))
    text = _CLAIM_THAT.sub(r"\g<who> blames \g<whom>", text)
    text = _WHAT.sub(r"\g<who> \g<verb> \g<from> ", text)
    text = _THE_ONE.sub(_one, text)
    plain = _CLEFT.sub(_plainly, text)
    return plain if plain == text else _AND_THE_OTHER.sub(r", and \g<who> ", plain)


def _one(found: re.Match[str]) -> str:
    if found["doer"] is None:
        return f"{found['who']}{found['rest']}" if found["rest"][:1] == " " else f"{found['who']} {found['rest']}"
    return f"{found['doer']} {found['verb']} {found['who']}{found['rest']}"


def _plainly(found: re.Match[str]) -> str:
    rest = found["rest"]
    after = ", " if found.string[: found.start()].rstrip()[-1:].isalpha() else ""  # "About the water it was Peru that"
    if found["way"]:
        return f"{after}{rest} {found['way']}{found['who']}"
    if re.match(_VERB + r"\b", rest):
        return f"{after}{found['who']} {rest}"
    return found[0]
