"""Whom a pronoun means within its own sentence."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import REPORTING, verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.titles import is_called_in
from summarizer.engines.rules.sources.gapping import gapped_speakers
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_REFERRING = frozenset("both all he she it they him her them itself himself herself themselves".split())
_ACTED_ON = frozenset(("him", "her", "them"))
_OFFICES = frozenset(("GOV", "MIL", "COP", "JUD"))
_ARMED = frozenset(("REB", "UAF", "INS", "SEP"))  # "The rebels said they had shot down a helicopter"
_JOINING = (["before"], ["after"], ["until"], ["once"])
_NEW_CLAUSE = frozenset((";", ":", "that", "which", "who"))
_MAIN = 14  # tokens back to the verb of the main clause
_SEVERAL = frozenset("two three four five six seven eight nine ten".split())


def antecedent(pronoun: Mention, reading: Reading) -> Mention | None:
    """Whom a pronoun means within its own sentence: the first party before it that could be a subject."""
    word = reading.words.low[pronoun.start]
    if word not in _REFERRING:
        return None
    human = word in ("he", "she", "him", "her", "himself", "herself")
    if pronoun.start > 1 and reading.words.low[pronoun.start - 1] == "that":  # "and Togo the same day that it …"
        speaker = next((m for m, said in gapped_speakers(reading, 0) if said == pronoun.start and m.codes), None)
        if speaker is not None:
            return speaker
    said = next((j for j in range(pronoun.start - 1, max(pronoun.start - 8, 0), -1) if reading.verb[j]), 0)
    if (
        said
        and reading.words.low[said] in REPORTING
        and reading.words.low[pronoun.start - 1] in ("that", reading.words.low[said])
    ):
        who = subject_of(reading, verb_group(reading, said))  # "…; Ghana said on Friday that it had not …"
        if (
            len(who) == 1
            and (who[0].codes or _office(who[0]) or (word == "they" and who[0].sector in _ARMED))
            and not who[0].pronoun
            and (not human or who[0].person or who[0].role)
        ):
            return who[0]
    main = _subject_of_main(pronoun, reading, human)
    if main is not None:
        return main
    acting = _acting_on(reading, pronoun)
    for mention in reading.mentions:
        if mention.start >= pronoun.start:
            return None
        if mention in acting:
            continue
        if is_same(mention, pronoun, reading):
            return None  # "They expelled two Germans, and they …"
        if (
            (mention.prep and not (human and is_called_in(mention, reading.words.low)))
            or mention.inner
            or mention.pronoun
        ):
            continue
        if not _may_mean(mention, reading, human):
            continue
        if mention.codes or (human and mention.own and _acts(reading, mention)):
            return mention
    return None


def _subject_of_main(pronoun: Mention, reading: Reading, human: bool) -> Mention | None:
    """Who acts in the clause that the pronoun's own one belongs to: "…, and Baku let a week go by before it expelled two"."""
    low, at = reading.words.low, pronoun.start
    if (
        pronoun.prep
        or low[at - 1 : at] not in _JOINING
        or (reading.verb[at - 2 : at - 1] == [False] and low[at - 2] == ",")
    ):
        return None
    for j in range(at - 2, max(at - _MAIN, 0), -1):
        if low[j] in _NEW_CLAUSE:
            return None
        who = subject_of(reading, verb_group(reading, j)) if reading.verb[j] else []
        if len(who) == 1 and who[0].codes:  # not "a week" of "let a week go by"
            return None if who[0].pronoun or who[0].prep or not _may_mean(who[0], reading, human) else who[0]
    return None


def _acting_on(reading: Reading, pronoun: Mention) -> list[Mention]:
    """Who does what is done to "him", "her" or "them" at once behind the verb, and so is somebody else."""
    low, at = reading.words.low, pronoun.start - 1
    if pronoun.prep == "of" and at > 2:
        at -= 2  # "arrested eleven of them"
    elif pronoun.prep:
        return []
    if low[pronoun.start] not in _ACTED_ON or at < 0 or not reading.verb[at] or low[at].endswith("ing"):
        return []
    group = verb_group(reading, at)
    return [] if group.be else subject_of(reading, group)


def _office(mention: Mention) -> bool:
    """Whether a group is an office told without its country: "police"."""
    return mention.sector in _OFFICES and bool(mention.role) and not mention.own


def is_same(mention: Mention, pronoun: Mention, reading: Reading) -> bool:
    """Whether a mention is the same pronoun as one further on, and both are subjects, so that they mean the same."""
    low, after = reading.words.low, pronoun.stop
    if not mention.pronoun or mention.prep or mention is pronoun or low[mention.start] != low[pronoun.start]:
        return False
    return after < len(low) and (reading.verb[after] or low[after] in tk.AUXILIARIES or tk.is_adverb(low[after]))


def _may_mean(mention: Mention, reading: Reading, human: bool) -> bool:
    """Whether a group can be "he" or "she" (`human`): one person by name or office, not "two diplomats"; else "it": nobody's envoy."""
    if not human:
        return not (mention.own and mention.role and not mention.institution)
    if mention.person:
        return True
    low = reading.words.low[mention.start : mention.end]
    several = (
        (low[-1].endswith("s") and low[-1] != "d'affaires" and low[-1] != "affaires")
        or low[0] in _SEVERAL
        or low[0].isdigit()
    )
    return bool(mention.role) and not mention.institution and not several


def _acts(reading: Reading, mention: Mention) -> bool:
    """Whether a group is the subject of the verb or apposition after it, so that "he" hardly means somebody else."""
    after = mention.stop
    return after < len(reading.words) and (reading.verb[after] or reading.words.low[after] == ",")
