"""Tokens, verbs, noun groups and subjects of single sentences."""

from __future__ import annotations

import pytest

from summarizer.engines.rules.acts.clause_ends import clause_bounds
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.lexicon import Lexicon, load_lexicon
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.engines.rules.words.reading import read_sentence
from summarizer.engines.rules.words.tokens import noun_forms, tokenize, verb_forms
from summarizer.normalising.actors import find_names
from summarizer.ontology import load_ontology

LEXICON: Lexicon = load_lexicon(load_ontology())


def read(text: str) -> Reading:
    return read_sentence(1, tokenize(text), find_names(text), LEXICON)


def words_of(text: str, reading: Reading, mention: Mention) -> str:
    return text[reading.words.starts[mention.start] : reading.words.ends[mention.end - 1]]


def test_tokens_keep_their_offsets() -> None:
    text = "The U.S. didn’t expel Moldova’s 1,200 envoys — Gen. Orr said."
    tokens = tokenize(text, 100)
    assert tokens.raw == [
        "The", "U.S.", "didn’t", "expel", "Moldova", "’s", "1,200", "envoys", "—", "Gen.", "Orr", "said", ".",
    ]  # fmt: skip
    assert all(text[a - 100 : b - 100] == raw for a, b, raw in zip(tokens.starts, tokens.ends, tokens.raw, strict=True))


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("expel", {"expel", "expels", "expelled", "expelling"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("freeze", {"freeze", "freezes", "froze", "frozen", "freezing"}),
        ("cancel", {"cancel", "cancels", "canceled", "canceling", "cancelled", "cancelling"}),
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("cut", {"cut", "cuts", "cutting"}),
    ],
)
def test_verbs_are_inflected(base: str, forms: set[str]) -> None:
    assert set(verb_forms(base)) == forms


def test_nouns_are_inflected() -> None:
    assert noun_forms("embassy") == ("embassy", "embassies")
    assert noun_forms("policeman") == ("policeman", "policemen")


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Poland expelled suspected spies.", ["expelled"]),
        ("Russian attacks on Ukraine continued.", ["continued"]),
        ("Russia attacks Ukraine.", ["attacks"]),
        ("A UN draft resolution failed.", ["failed"]),
        ("The meeting in Oslo ended.", ["ended"]),
        ("Both summoned the envoy.", ["summoned"]),
    ],
)
def test_verbs_are_told_from_nouns(text: str, verbs: list[str]) -> None:
    reading = read(text)
    assert [word for word, verb in zip(reading.words.raw, reading.verb, strict=True) if verb] == verbs


@pytest.mark.parametrize(
    ("text", "group", "codes"),
    [
        ("The Russian ambassador to Japan protested.", "The Russian ambassador", ("RUS",)),
        ("The president of France spoke.", "The president", ("FRA",)),
        ("The leaders of Chile, Peru and Kenya met.", "The leaders", ("CHL", "PER", "KEN")),
        ("The foreign ministry in Paris protested.", "The foreign ministry", ("FRA",)),
        ("The ambassador to Moscow protested.", "The ambassador", ()),
        ("The NATO country Romania protested.", "The NATO country Romania", ("ROU",)),
        ("Aimé Loubaki (Republic of the Congo) spoke.", "Aimé Loubaki", ("COG",)),
        ("Dozens of Syrian refugees left.", "Dozens", ("SYR",)),
        ("Moldova’s ambassador, Lilian Darie, left.", "Lilian Darie", ("MDA",)),
        ("Iranian-backed rebels fled.", "Iranian-backed rebels", ()),
        ("The Baltic states agreed.", "The Baltic states", ("EST", "LVA", "LTU")),
    ],
)
def test_groups_have_countries(text: str, group: str, codes: tuple[str, ...]) -> None:
    reading = read(text)
    found = {words_of(text, reading, mention): mention.codes for mention in reading.mentions}
    assert found[group] == codes


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Nigerian police protested.", "COP"),
        ("French soldiers protested.", "MIL"),
        ("A Kenyan court protested.", "JUD"),
        ("Serbian students protested.", "EDU"),
        ("Some 300 people protested.", "CVL"),
    ],
)
def test_groups_have_sectors(text: str, sector: str) -> None:
    assert read(text).mentions[0].sector == sector


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Poland expelled a Russian.", "expelled", ["Poland"]),
        ("Latvia, Lithuania and Estonia expelled a Russian.", "expelled", ["Latvia", "Lithuania", "Estonia"]),
        ("Norway’s envoy to Mali on Monday criticised Niger.", "criticised", ["Norway’s envoy"]),
        ("In Iran, Turkey criticised Niger.", "criticised", ["Turkey"]),
        ("Turkey, which borders Iran, criticised Niger.", "criticised", ["Turkey"]),
        ("Poland summoned the envoy and expelled a Russian.", "expelled", ["Poland"]),
        ("France said that Mali expelled a Russian.", "expelled", ["Mali"]),
        ("The Kenyans who criticised Niger left.", "criticised", ["The Kenyans"]),
        ("Chad left the room, criticising Niger.", "criticising", ["Chad"]),
        ("Poland, angered by the raid, expelled a Russian.", "expelled", ["Poland"]),
        ("Sweden is ready to criticise Niger.", "criticise", ["Sweden"]),
        ("He said: “Never.” Peru expelled a Russian.", "expelled", ["Peru"]),
        ("On 11 October Oslo expelled a Russian.", "expelled", ["Oslo"]),
        ("On the 22nd prosecutors in Oslo charged a Russian.", "charged", ["prosecutors"]),
        ("Three days after that Peru expelled a Russian.", "expelled", ["Peru"]),
        ("Two days into the exercise Peru expelled a Russian.", "expelled", ["Peru"]),
        ("Help came from Peru and Chile, each of which expelled a Russian.", "expelled", ["Peru", "Chile"]),
        ("France said the posts were foul and expelled a Russian.", "expelled", ["France"]),
    ],
)
def test_subjects_are_found(text: str, verb: str, subjects: list[str]) -> None:
    reading = read(text)
    at = reading.words.low.index(verb)
    assert [words_of(text, reading, m) for m in subject_of(reading, verb_group(reading, at))] == subjects


@pytest.mark.parametrize(
    ("text", "verb", "clause"),
    [
        ("France said that Mali expelled a Russian, and Niger protested.", "expelled", "Mali expelled a Russian"),
        ("Chad protested after Mali expelled a Russian.", "protested", "Chad protested"),
        ("After a pause, Mali expelled a Russian.", "expelled", "Mali expelled a Russian ."),
    ],
)
def test_clauses_end_where_the_next_begins(text: str, verb: str, clause: str) -> None:
    reading = read(text)
    start, end = clause_bounds(reading, reading.words.low.index(verb))
    assert " ".join(reading.words.raw[start:end]) == clause


def test_verb_groups_gather_auxiliaries() -> None:
    reading = read("The envoys have not yet been expelled.")
    group = verb_group(reading, reading.words.low.index("expelled"))
    assert group.be
    assert group.negated
    assert not group.infinitive
