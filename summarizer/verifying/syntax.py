"""As much syntax as names need: who acts on whom, who is the subject of which verb."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.verifying.case import IRREGULAR_FORMS, names_in
from summarizer.verifying.clauses import read_clauses
from summarizer.verifying.facts import Fact, read_facts
from summarizer.verifying.mentions import FRONTED, Name, People, possessor, read_names
from summarizer.verifying.relations import Relation, read_relations
from summarizer.verifying.verbs import is_past

_PRONOUN = re.compile(r"^\W*(?:that\s+)?(?:it|he|she|they|the\s+(?:country|government|kingdom|republic))\s+", re.I)
_ACTIVE_OPENING = re.compile(
    r"^\s*(?:(?:has|have|had|will|would|also|then)\s+)*(?P<verb>[a-z]+)\s(?!(?:by|whether|if|about)\s)"
)
# "…, which drew": it may be all that was told before.
_MAY_BE_ALL = re.compile(r"\s*(?:drew|draws|prompted|brought|led|earned|won|met|caused|provoked)\b")
# "Poland, which had pressed for the step, froze": the relative clause stands aside, and the sentence goes on.
_ASIDE = re.compile(
    rf"(?P<head>(?:^|(?<=[.;:\n]\s))[^.;:\n,]{{2,80}})(?P<aside>,\s+(?:(?:to|of|with|for|in|from|by|under|on|at)\s+)?(?:which|who|whom|whose)\s[^,;\n]{{3,100}}),\s+"
    rf"(?=(?:has|had|have|was|were|is|are|will|would|could|[a-z]+ed|{'|'.join(sorted(IRREGULAR_FORMS))})\b)"
)
_TO_DO = re.compile(r"\bto\s+[a-z]+\s+$")
_DONE_BY = re.compile(r"\bby\s+(?:the\s+)?$")
_INDEFINITE = re.compile(r"^\s*(?:the|an?|two|three|four|five|\d+|in|on|at|by|for|from|to|with)\s", re.I)


def _set_aside(text: str) -> str:
    """The text with each relative clause that parts a subject from its verb told after it, as a sentence of its own."""
    aside = _ASIDE.search(text)
    if aside is None:
        return text
    told = f"{text[: aside.start('aside')]} {text[aside.end() :]}"
    return f"{told}\n{aside['head']}{aside['aside']}."


@lru_cache(maxsize=8192)
def read_roles(text: str, people: People) -> tuple[tuple[Relation, ...], tuple[Fact, ...]]:
    """Relations and facts of a folded text, as far as word order, voice and prepositions tell.

    `people` are names (last word) that stand for a party, with its key; countries are found by all their names.
    """
    relations: list[Relation] = []
    facts: list[Fact] = []
    subject: frozenset[str] = frozenset()
    nearest: frozenset[str] = frozenset()  # the party that the clause before ends with
    spoke = False  # whether its subject says what follows
    for clause, said, relative in read_clauses(_set_aside(text)):
        names = read_names(clause, people)
        subject = nearest if relative and (nearest or _MAY_BE_ALL.match(clause)) else subject
        pronoun = _PRONOUN.match(clause)
        opening = _ACTIVE_OPENING.match(clause)
        goes_on = opening and not _INDEFINITE.match(clause) and is_past(opening["verb"])
        if subject and (
            (pronoun and (names or (spoke and not clause.startswith('"', pronoun.end()))))
            or (
                goes_on
                and (names[0].start > 4 if names else not relative or clause.lstrip().startswith(("had ", "has ")))
            )
        ):
            at = pronoun.end() - 1 if pronoun else 0
            names = [Name(at, at, subject), *names]
        relations += read_relations(clause, names)
        facts += read_facts(clause, names, said)
        owner = possessor(clause, people)
        if owner:
            subject = owner
        first = next((name for name in names if not FRONTED.search(clause[: name.start])), None)
        if first:
            subject = first.keys
        spoke = bool(said) and first is not None and not relative
        ends = names_in(clause)
        before = clause[: ends[-1].start] if ends else ""
        last = (
            bool(ends)
            and not clause[ends[-1].end :].strip(" ,")
            and (not FRONTED.search(before) or bool(_TO_DO.search(before)) or bool(_DONE_BY.search(before)))
        )
        nearest = frozenset(ends[-1].code.split()) if last else frozenset()
    return tuple(relations), tuple(facts)
