"""What nobody disputes: an alleged event told without its alleged doer, in words that the passages use outside of anybody's speech."""

from __future__ import annotations

import re

from summarizer.events import Event
from summarizer.normalising.actors import codes_in
from summarizer.spans import fold
from summarizer.verifying.case import WORD, Case, stem, stems_of
from summarizer.verifying.nominals import read_doers
from summarizer.verifying.resting import sentences_of
from summarizer.verifying.sayers import sayers
from summarizer.verifying.syntax import read_roles

_MARKED = re.compile(
    r"\"|\b(?:alleg|accus|claim|suspect|purport|apparent|unconfirmed|believed|thought|report|rumou?r|blam|suppos|presum|suggest|indicat|hint|denie|deny|maintain"
    r"|insist|seem|appear)\w*|\b(?:according\s+to|in\s+the\s+words\s+of|citing|may|might|could|if|would|whether)\b",
    re.I,
)
_SHORT = 4  # letters; shorter words say little
_UNKNOWN = 0.34  # of its words a sentence may have of its own
_SAME = 6  # letters that "burned" and "burning" share


def told_flatly(event: Event, case: Case) -> bool:
    """Whether the sentence leaves out who is said to have done it, and tells no more than what passages tell as plain fact."""
    if event.status != "alleged" or not event.actors or names_doer(event, case):
        return False
    sentences = sentences_of(case.body)
    flat = [sentence for sentence in sentences if not _MARKED.search(sentence) and not sayers(sentence)]
    if not flat:
        return False
    plain = frozenset().union(*map(_words, flat))
    known = frozenset().union(*map(_words, sentences))
    mine = _words(case.text)
    own = frozenset().union(*(_words(fold(evidence.quote).text) for evidence in event.evidence))
    return mine & known <= plain and len(mine - known) <= _UNKNOWN * len(mine) and len(mine & own & plain) > 1


def names_doer(event: Event, case: Case) -> bool:
    """Whether the sentence names an actor of the event otherwise than as a party of another cited event."""
    text = case.text
    for other in case.events:
        for party in (*other.actors, *other.recipients) if other.id != event.id else ():
            text = text.replace(fold(party.name).text, " ")
    told = stems_of(text)
    _, facts = read_roles(case.text, ())
    codes = codes_in(text) | {fact.key for fact in facts if fact.acts} | {code for code, _ in read_doers(text)}
    return any(
        party.country in codes
        or any(stem(word) in told for word in WORD.findall(fold(party.name).text) if len(word) >= _SHORT)
        for party in event.actors
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word)[:_SAME] for word in WORD.findall(text) if len(word) >= _SHORT)
