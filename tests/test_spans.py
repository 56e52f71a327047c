from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.spans import Span, fold

ODD = "“Zero out”, said the minis­ter — ‘no’ deﬁcit of 12 000 …\r\n\r\ncafé 👍🏽 السفير"


@pytest.mark.parametrize(
    ("words", "raw"),
    [
        ('"Zero out"', "“Zero out”"),
        ("minister - 'no'", "minis­ter — ‘no’"),
        ("deficit", "deﬁcit"),
        ("12 000 ...", "12 000 …"),
        ("café", "café"),
        ("السفير", "السفير"),
        ("zero OUT", "Zero out"),
    ],
)
def test_words_are_found_although_written_differently(words: str, raw: str) -> None:
    found = fold(ODD).find(words)
    assert found is not None
    assert ODD[found.start : found.end] == raw


@pytest.mark.parametrize("words", ["ero out", "ministe", "12 00", "", "  ", "yes"])
def test_only_whole_words_that_are_there_are_found(words: str) -> None:
    assert fold(ODD).find(words) is None


def test_a_changed_number_is_not_found() -> None:
    assert fold("Acme cut 900 jobs").find("Acme cut 100 jobs") is None


@given(st.text(st.characters(codec=None), max_size=200))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@given(
    st.text(max_size=80), st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), st.text(max_size=80)
)
def test_a_word_that_is_there_is_found(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    found = fold(text).find(word)
    assert found is not None
    assert fold(text[found.start : found.end]).text.lower() == fold(word).text.lower()


def test_overlap() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert len(Span(2, 5)) == 3
    assert unicodedata.is_normalized("NFC", fold("café").text)
