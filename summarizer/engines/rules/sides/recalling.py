"""What an earlier sentence lends a later one: countries of people and institutions, the act that others repeat."""

from __future__ import annotations

from dataclasses import replace

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.belongings import assign
from summarizer.engines.rules.sides.coreference import referent
from summarizer.engines.rules.sides.memory import Memory
from summarizer.engines.rules.sides.others import is_second
from summarizer.engines.rules.sides.ourselves import whose
from summarizer.engines.rules.sides.parties import UNNAMED, PartyResolver, countries
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_LIKEWISE = frozenset(
    (verb, rest)
    for verb, rest in (
        ("followed", "suit"), ("follow", "suit"), ("follows", "suit"), ("did", "likewise"), ("does", "likewise"),
        ("done", "likewise"), ("piled", "in"), ("joined", "in"), ("did", "so"), ("done", "so"),
    )
)  # fmt: skip
_OFFICES = frozenset(("GOV", "MIL", "COP", "JUD"))
SAID = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST"))
"""What is said to others, and may be said by a third party as well: "Uruguay recognised it on Monday, Peru did so on Tuesday"."""
LIKEWISE_WORDS = frozenset(("suit", "likewise", "piled", "joined", "so"))


def recall(reading: Reading, memory: Memory, text: str) -> None:
    """Give people and institutions the country under which the article, `text`, named them before."""
    low = reading.words.low
    ours = memory.home is not None and "our" in low and tk.QUOTES.isdisjoint(low)
    for mention in reading.mentions:
        if mention.codes or mention.pronoun:
            continue
        office = _predicate(mention, reading)
        if office is not None:
            mention.codes, mention.sector = office.codes, mention.sector or office.sector
            continue
        if is_second(mention, reading):
            continue
        owner_told = whose(mention, reading, memory, text)
        if owner_told is not None and owner_told.codes:
            mention.codes, mention.via = owner_told.codes, (owner_told.sentence,)
            mention.party = True
            continue
        if mention.role and mention.start > 1 and reading.words.low[mention.start - 1] == "whose":
            owner = reading.at.get(mention.start - 2 - (reading.words.low[mention.start - 2] == ","))
            if owner is not None and owner.hit:
                mention.codes, mention.via = owner.codes, owner.via  # "the Danes, whose police say …"
                continue
        if assign(mention, reading):
            continue
        if mention.person or mention.role:
            if reading.words.low[mention.end - 1] in UNNAMED:
                continue
        else:
            word = reading.words.raw[mention.start]
            if mention.end - mention.start > 1 or word.lower() not in memory.people or not word[0].isupper():
                continue
            if reading.words.low[mention.end - 1] in UNNAMED:
                continue
            mention.person, mention.party = word, True
        if mention.own and mention.sector in _OFFICES and reading.words.low[mention.start] in ("its", "their"):
            acting = _its_subject(mention, reading)
            owner = acting or next(
                (m for m in reading.mentions if m.start < mention.start and m.hit and not m.prep), None
            )
            if owner is not None and (
                acting or not owner.role or owner.institution
            ):  # "Hungary will expel nobody, its foreign minister said"
                mention.codes = owner.codes
                continue
        if mention.own and mention.sector == "GOV" and reading.words.low[mention.start] in ("his", "her"):
            who = [
                m
                for m in reading.mentions
                if m.start < mention.start and m.codes and not m.prep and (m.role or m.person)
            ]
            if who and len({m.codes for m in who}) == 1 and not who[0].institution:
                mention.codes, mention.via = (
                    who[0].codes,
                    who[0].via,
                )  # "The emir of Qatar spoke to him, his office said"
                continue
        own = ours and mention.role and low[mention.start] == "our"  # "youths burned tyres in front of our embassy"
        known = memory.home if own else referent(memory, mention, reading)
        if known is None:
            continue
        if known.codes:
            mention.codes = known.codes
            mention.via = (known.sentence,)
        elif known.sector and mention.person:
            mention.role = mention.role or "person"
        mention.sector = (
            (known.sector or mention.sector) if known is not memory.home else mention.sector or known.sector
        )


def _its_subject(mention: Mention, reading: Reading) -> Mention | None:
    """Who does something at once to what is "its": "and South Korea put its troops on alert"."""
    verb = mention.start - 1
    if not reading.verb[verb]:
        return None
    who = subject_of(reading, verb_group(reading, verb))
    return who[0] if len(who) == 1 and who[0].hit and not who[0].prep else None


def _predicate(mention: Mention, reading: Reading) -> Mention | None:
    """The office that a sentence says a person holds: "Hurski is a deputy minister of Belarus"."""
    if not mention.person or reading.words.low[mention.stop : mention.stop + 1] not in (["is"], ["was"]):
        return None
    what = next((m for m in reading.mentions if m.start > mention.stop), None)
    if what is None or what.start - mention.stop > 2 or what.prep or not (what.role and what.codes):
        return None
    return what


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
