"""Which words tell or name one thing: forms of one stem, and those that share none."""

from __future__ import annotations

import re

# Words that tell or name one thing though they share no stem.
_FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "judgment judgement verdict ruling sentence sentenced sentences convicted convicts jailed jails ruled rules",
        "fire blaze arson burned burnt burn torched set flames alight",
        "call conversation telephone telephoned phone phoned spoke talked",
        "launch launched test tested firing fired",
        "clash clashes clashed firefight skirmish battle fighting exchanged fought",
        "raid raided bombing bombed strike struck attack attacked pounded shelling shelled bombardment assault",
        "blast explosion bombing exploded blew bomb",
        "killing killings murder death deaths shooting shot killed murdered stabbed dead",
        "kidnapping abduction captivity kidnapped abducted seized carried taken took vanished disappeared disappearance",
        "meeting session sitting talks summit met sat conferred negotiated negotiations shaken",
        "dressing-down reprimand carpeting summons summoned called",
        "closure closing shutdown closed shut sealed",
        "departure exit left pulled departed quit withdrew withdrawal",
        "handover handed surrender surrendered",
        "exchange swap exchanged swapped traded",
        "demolition destruction demolished destroyed razed tore torn pulled flattened bulldozed",
        "opening reopening opened reopened lifted unblocked",
        "signing signature signed initialled",
        "fast hunger fasting starved",
        "release liberation liberations freed released let liberated restored return returned give gave given",
        "arrest arrests detention imprisonment captivity detained imprisoned jailed locked picked custody nabbed held arrested taken",
        "seizure captivity seized boarding boarded impounded captured capture confiscated took taken towed held",
        "expulsion expulsions expelled ejected booted dismissal dismissed marching shown unwelcome gratae",
        "recall recalled withdrew",
        "ban embargo banned barred forbade prohibited outlawed",
        "invasion landing crossed invaded landed marched",
        "vote ballot voted approved passed adopted ratified",
        "accusation charge accused blamed alleged",
        "refusal rejection veto refused rejected turned declined vetoed",
        "appeal plea appealed called urged",
        "visit trip visited travelled traveled flew toured",
        "march rally demonstration protest marched rallied demonstrated protested gathered",
        "ramming collision rammed collided hit",
    )
)
# Of each such word, in which of these families it stands.
_FAMILIES_OF = {
    word: frozenset(at for at, family in enumerate(_FAMILIES) if word in family)
    for word in frozenset().union(*_FAMILIES)
}
_NO_FAMILY: frozenset[int] = frozenset()
# "ban" and "banned", but not "sent" and "sentence"
_SUFFIX = re.compile(r"\w?(?:ed|ing|ings|ers?)|e?s|d|rs?|e|(?:at)?ions?|ments?|als?|ures?|ance|y|ies|['’]s")
_SHARED = 4  # letters that forms of one word begin with


def of_family(one: str, other: str) -> bool:
    """Whether two words may tell or name one thing though they share no stem: "verdict" and "jailed"."""
    return not _FAMILIES_OF.get(one, _NO_FAMILY).isdisjoint(_FAMILIES_OF.get(other, _NO_FAMILY))


def akin(one: str, other: str) -> bool:
    """Whether two words look like forms of one: "seizure" and "seized", "ban" and "banned"."""
    if one[: _SHARED - 1] != other[: _SHARED - 1]:
        return False
    shorter = min(len(one), len(other))
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    if shared == shorter and shared < max(len(one), len(other)):
        return shared >= _SHARED - 1 and _SUFFIX.fullmatch(max(one, other, key=len)[shared:]) is not None
    return shared >= _SHARED - (shared == shorter) and shared >= shorter - 3
