"""The act told last, done again by others: "Ghana followed suit", "Peru did so on Tuesday", "Chad did likewise"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.parties import PartyResolver, countries
from summarizer.engines.rules.words.mentions import Reading

_LIKEWISE = frozenset(
    (verb, rest)
    for verb, rest in (
        ("followed", "suit"), ("follow", "suit"), ("follows", "suit"), ("did", "likewise"), ("does", "likewise"),
        ("done", "likewise"), ("piled", "in"), ("joined", "in"), ("did", "so"), ("done", "so"),
    )
)  # fmt: skip
SAID = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST"))
"""What is said to others, and may be said by a third party as well: "Uruguay recognised it on Monday, Peru did so on Tuesday"."""
LIKEWISE_WORDS = frozenset(("suit", "likewise", "piled", "joined", "so"))


def likewise(
    reading: Reading, sentence: Sentence, model: EventDraft, resolver: PartyResolver, when: tuple[str, str] | None
) -> EventDraft | None:
    """ "… followed suit on Tuesday": the act told last (`model`), done by somebody else; `when`: the words for its day, and the EDTF."""
    words, low = reading.words, reading.words.low
    for i, word in enumerate(low[:-1]):
        if (word, low[i + 1]) not in _LIKEWISE:
            continue
        group = verb_group(reading, i)
        if group.negated or group.modal or group.infinitive:
            continue
        via: list[int] = []
        subject = subject_of(reading, group)
        if model.type in SAID and (word == "done" or any(m.pronoun for m in subject)):
            continue  # "They had done so before": said again by the same
        actors = tuple(p for p in resolver.parties(subject, reading, via, 4) if p.country)
        answered = bool(countries(actors) & countries(model.recipients))
        if not actors or (answered and low[i + 1] == "in"):
            continue  # nobody joins in against themselves
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
    return None
