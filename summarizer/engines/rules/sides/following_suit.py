"""The act told last, done again by others: "Ghana followed suit", "Peru did so on Tuesday", "Chad did likewise"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.others import is_second
from summarizer.engines.rules.sides.parties import PartyResolver, countries
from summarizer.engines.rules.words.mentions import Reading

_LIKEWISE = frozenset(
    (verb, rest)
    for verb, rest in (
        ("followed", "suit"), ("follow", "suit"), ("follows", "suit"), ("did", "likewise"), ("does", "likewise"),
        ("done", "likewise"), ("piled", "in"), ("joined", "in"), ("did", "so"), ("done", "so"),
    )
)  # fmt: skip
_DOING = frozenset(("did", "does", "done"))
SAID = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST"))
"""What is said to others, and may be said by a third party as well: "Uruguay recognised it on Monday, Peru did so on Tuesday"."""
LIKEWISE_WORDS = frozenset(("suit", "likewise", "piled", "joined", "so", "same"))
_REPEATED = SAID | {"AGREE"}
_HOSTILE = 4  # the quadrant of deeds against others


def can_be_repeated(draft: EventDraft, quadrant: int) -> bool:
    """Whether an act of a type of this quadrant may be done by others as well, so that "they did so" may mean it."""
    told = draft.type in _REPEATED or quadrant == _HOSTILE
    return bool(draft.recipients) and draft.status == "occurred" and told


def said_again(reading: Reading) -> int | None:
    """The token of the verb that says that an act was done likewise; None where none does."""
    low = reading.words.low
    for i, word in enumerate(low[:-1]):
        if (word, low[i + 1]) in _LIKEWISE or (word in _DOING and low[i + 1 : i + 3] == ["the", "same"]):
            group = verb_group(reading, i)
            if not (group.negated or group.modal or group.infinitive):
                return i
    return None


def likewise(
    reading: Reading, sentence: Sentence, model: EventDraft, resolver: PartyResolver, when: tuple[str, str] | None
) -> EventDraft | None:
    """ "… followed suit on Tuesday": the act told last (`model`), done by somebody else; `when`: the words for its day, and the EDTF."""
    words, low = reading.words, reading.words.low
    i = said_again(reading)
    if i is None:
        return None
    via: list[int] = []
    subject = subject_of(reading, verb_group(reading, i))
    again = "again" in low[i + 2 : i + 4] and when is not None
    if model.type in _REPEATED and not again and (low[i] == "done" or any(m.pronoun for m in subject)):
        return None  # "They had done so before": said again by the same
    actors = tuple(p for p in resolver.parties(subject, reading, via, 4) if p.country)
    if not actors and len(subject) == 1 and is_second(subject[0], reading):
        actors = tuple(p for p in model.recipients if p.country)
    answered = bool(countries(actors) & countries(model.recipients))
    if not actors or (answered and low[i + 1] == "in"):
        return None  # nobody joins in against themselves
    if countries(actors) <= countries(model.actors) and not (again and when and when[1] != model.date_edtf):
        return None
    return replace(
        model,
        sentences=tuple(dict.fromkeys((sentence.number, *via, *model.sentences[:1]))),
        trigger=resolver.text[words.starts[i] : words.ends[i + 1]],
        actors=actors,
        recipients=model.actors if answered else model.recipients,
        date_text=when[0] if when else None,
        date_edtf=when[1] if when else None,
        place=None,
        attribution=(),
        quantities=(),
        confidence=0.6,
    )
