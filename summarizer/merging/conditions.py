"""What a text says became of the people it counts: "30 people" may be the dead, the wounded or the arrested."""

from __future__ import annotations

import re

# Each condition: its verb in the active voice before a number, and what it is called after one.
_CONDITIONS: dict[str, tuple[str, str]] = {
    "still": (r"", r"still (?:being )?(?:held|detained|captive|in custody|behind bars)|remain\w*|left behind"),
    "hurt": (
        r"wound(?:s|ed|ing)?|injur(?:e|es|ed|ing)|hurt(?:s|ing)?|maim(?:s|ed|ing)?",
        r"wounded|injured|hurt|maimed|burnt|burned|hospitali[sz]ed|in (?:a )?hospital|treated"
        r"|(?:taken|rushed|admitted|brought|carried) to (?:\w+ ){0,2}(?:hospitals?|clinics?)|with (?:\w+ )?(?:injuries|wounds|burns)",
    ),
    "dead": (
        r"kill(?:s|ed|ing)?|sla(?:y|ys|ying|in)|slew|murder(?:s|ed|ing)?|execut(?:e|es|ed|ing)|martyr(?:ed|ing)|cost(?:s|ing)?"
        r"|claim(?:s|ed|ing)? the lives of|death of|deaths of|shoot(?:s|ing)? dead|shot dead",
        r"killed|martyred|dead|died|dying|perished|slain|murdered|executed|shot dead|lost (?:their|his|her) li(?:fe|ves)|to death"
        r"|buried|fatally (?:shot|wounded)",
    ),
    "missing": (r"", r"missing|unaccounted for|disappeared|vanished"),
    "freed": (
        r"free(?:s|d|ing)?|releas(?:e|es|ed|ing)|pardon(?:s|ed|ing)?|liberat(?:e|es|ed|ing)|rescu(?:e|es|ed|ing)",
        r"freed|released|set free|let go|handed (?:over|back)|sent home|returned|pardoned|liberated|rescued|saved",
    ),
    "taken": (
        r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|seiz(?:e|es|ed|ing)"
        r"|captur(?:e|es|ed|ing)|round(?:s|ed|ing)? up|(?:carr(?:y|ies|ied)|drag(?:s|ged)?|led|took|pick(?:s|ed)?) (?:away|off|up)"
        r"|jail(?:s|ed|ing)?|imprison(?:s|ed|ing)?|arrests? of|detention of|abduction of",
        r"arrested|detained|abducted|kidnapped|seized|captured|rounded up|jailed|imprisoned|held|captive|hostage"
        r"|(?:in(?:to)?|under) (?:\w+ )?(?:custody|arrest|detention)|behind bars"
        r"|(?:taken|led|dragged|carried|driven|picked|marched) (?:away|up|off)",
    ),
    "displaced": (
        r"displac(?:e|es|ed|ing)|uproot(?:s|ed|ing)?|evacuat(?:e|es|ed|ing)",
        r"displaced|fled|homeless|evacuated|uprooted|(?:driven|forced) (?:out|from)|left (?:their|her|his) homes",
    ),
    "safe": (r"", r"escaped|survived|unhurt|unharmed|on duty|safe"),
    "tried": (
        r"tr(?:y|ies|ied|ying)|charg(?:e|es|ed|ing)|sentenc(?:e|es|ed|ing)|convict(?:s|ed|ing)?",
        r"charged|sentenced|convicted|on trial|in court|acquitted|indicted",
    ),
}
_BE = (
    r"\b(?:is|are|was|were|be|been|being|got|remain(?:s|ed)?|lie|lay|lies|left|went|go|reported|feared|said to be|ha(?:s|ve|d))\s+"
    r"(?:(?:\w+ly|also|since|all|then|later|now|been|being|reported|feared|believed|known to be|said to have|to have been)\s+){0,3}"
)
_SELF = r"died|perished|fled|escaped|survived|disappeared|vanished|lost (?:their|his|her) li(?:fe|ves)|gave their lives"
_STOP = re.compile(r"[;:.!?]|\b(?:while|after|when|before|because|although|but|as)\b", re.I)
_JOINT = re.compile(r"[,;:.!?–—]|\b(?:and|or|while|after|when|before|but|as|who|whom|that|which|by|in|on|at)\b", re.I)


def _named(part: int) -> str:
    return "|".join(f"(?P<{name}>{words[part]})" for name, words in _CONDITIONS.items() if words[part])


_TOLD = re.compile(
    rf"(?:{_BE}|(?=\b(?:{_SELF})\b))(?:{_named(1)}|still (?:{_named(1).replace('(?P<', '(?P<s_')}))\b", re.I
)
_ADDED = re.compile(rf"\b(?:{_named(1)})\b", re.I)
_ACTIVE = re.compile(
    rf"\b(?:{_named(0)})\s+(?:(?!(?:and|or|while|after|when|by|in|on|at(?! least| most)|with)\b)[\w’'-]+\s+){{0,3}}$",
    re.I,
)
_DEATH = re.compile(rf"\b(?:{_CONDITIONS['dead'][0]}|{_CONDITIONS['dead'][1]}|deaths?|fatal\w*|toll|lives)\b", re.I)


def condition(before: str, after: str) -> str | None:
    """What becomes of the people counted between the two parts of a sentence, each as far as the next number; else None."""
    said = _TOLD.search(_upto(_STOP, after)) or _ACTIVE.search(before) or _ADDED.search(_upto(_JOINT, after))
    return said.lastgroup.removeprefix("s_") if said and said.lastgroup else None


def condition_named(words: str) -> str | None:
    """The condition that a unit or a trigger names by itself: "wounded", "shot dead", "rounded up"."""
    said = _ADDED.search(words) or _ACTIVE.search(words + " ")
    return said.lastgroup.removeprefix("s_") if said and said.lastgroup else None


def speaks_of_death(text: str) -> bool:
    """Whether somebody dies in a text."""
    return bool(_DEATH.search(text))


def _upto(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return text[: found.start()] if found else text
