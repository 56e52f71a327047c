"""Every cue pattern of the built-in ontology fires on its own example sentence."""

from __future__ import annotations

import pytest

from summarizer.engines.rules.acts.cuelines import parse_line
from summarizer.engines.rules.acts.frames import Frame, find_frames
from summarizer.engines.rules.acts.lexicon import Lexicon, load_lexicon
from summarizer.engines.rules.words.reading import read_sentence
from summarizer.engines.rules.words.tokens import tokenize
from summarizer.errors import OntologyError
from summarizer.normalising.actors import find_names
from summarizer.ontology import load_ontology

LEXICON: Lexicon = load_lexicon(load_ontology())


def frames_of(text: str) -> list[Frame]:
    return find_frames(read_sentence(1, tokenize(text), find_names(text), LEXICON), LEXICON)


def test_each_pattern_fires_on_its_example() -> None:
    lines = {pattern.order: pattern for pattern in LEXICON.patterns}
    silent = [
        (pattern.type, pattern.mode, pattern.example)
        for order, pattern in lines.items()
        if not any(frame.pattern.order == order for frame in frames_of(pattern.example))
    ]
    assert silent == []


def test_each_type_has_cues() -> None:
    assert {pattern.type for pattern in LEXICON.patterns} == set(load_ontology().types)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poland summoned the Russian ambassador.", ("ACCUSE", "disapprove")),
        ("Russia summoned reservists.", ("MOBILIZE", "troops")),
        ("The coach of Poland summoned him to the squad.", None),
        ("Romania declared a Russian attaché persona non grata.", ("SANCTION", "expel")),
        ("Algeria expelled migrants from Niger.", ("COERCE", "deport")),
        ("Eight Russian diplomats were expelled by Poland.", ("SANCTION", "expel")),
        ("The Russian ambassador was called in by Poland.", ("ACCUSE", "disapprove")),
        ("Japan froze the accounts of Russian banks.", ("SANCTION", "discontinue")),
        ("France is a republic.", None),
        ("Denmark sent the Iranian ambassador packing.", ("SANCTION", "expel")),
        ("Brazil sent Argentina packing in the semi-final.", None),
        ("Mali sent troops to the border with Niger.", ("MOBILIZE", "troops")),
        ("Algeria expelled forty workers from Niger.", ("COERCE", "deport")),
        ("The Lebanese cabinet fell on Monday.", ("RETREAT", "resign")),
        ("The Lebanese government fell short of a majority.", None),
        ("Mali broke with France.", ("SANCTION", "discontinue")),
        ("Poland eliminated group leaders Spain.", None),
        ("Shelling by Syrian troops killed three Turkish soldiers.", ("ASSAULT", "heavy-weapons")),
        ("Russia left Moldova in the dark.", ("COERCE", "withhold")),
        ("Germany left Paris in the dark about its plans.", None),
        ("Rioters ransacked the Turkish consulate.", ("PROTEST", "riot")),
        ("Greek police ransacked the Turkish consulate.", ("COERCE", "seize")),
        ("Greek students occupied the Turkish consulate.", ("PROTEST", "obstruct")),
        ("Greek soldiers occupied the Turkish consulate.", ("COERCE", "seize")),
        ("A Greek skipper was clapped in irons in Albania.", ("COERCE", "arrest")),
        ("Algeria bussed Malian migrants to the border.", ("COERCE", "deport")),
        ("Students took out a procession in Nepal.", ("PROTEST", "demo")),
        ("Students took out a loan in Nepal.", None),
        ("Libyan guards fired over the heads of Egyptian drivers.", ("ASSAULT", "firearms")),
        ("Libya fired its coach over the head of the board.", None),
        ("Liberia doubled the dues for Guinean boats.", ("SANCTION", "discontinue")),
        ("Liberia doubled the number of boats.", None),
        ("Fishermen in Peru closed the pier on Monday.", ("PROTEST", "obstruct")),
        ("Niger said no a week later.", ("REJECT", "change")),
        ("Niger said no ship left days later.", None),
        ("Kenyan police threw gas at Tanzanian traders.", ("ASSAULT", "crowd-control")),
        ("Kenya threw gas bills at the traders.", None),
    ],
)
def test_senses_are_told_apart_by_company(text: str, expected: tuple[str, str] | None) -> None:
    found = [(frame.pattern.type, frame.pattern.mode) for frame in frames_of(text)]
    assert found[:1] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("expel", "has no example"),
        ("expel {sideways} :: Poland expelled a Russian.", "unknown flag sideways"),
        ("expel @nobody :: Poland expelled a Russian.", "unknown class"),
        ("/expel :: Poland expelled a Russian.", "empty anchor"),
    ],
)
def test_a_wrong_line_is_named(line: str, problem: str) -> None:
    with pytest.raises(OntologyError, match=problem):
        parse_line(line, ("X", None), {}, 0)


def test_particles_are_shared_by_alternatives() -> None:
    made = parse_line("fire_at/on {at on} :: They fired at a boat.", ("X", None), {}, 0)
    assert [(base, pattern.particle) for base, pattern in made] == [("fire", "at"), ("fire", "on")]
