from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.chunking import chunk_article, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("The U.S. embassy closed. It said so.", ["The U.S. embassy closed.", "It said so."]),
        ("Mr. Smith met Dr. Jones at 5 p.m. on Monday.", ["Mr. Smith met Dr. Jones at 5 p.m. on Monday."]),
        (
            "Egypt recalled its envoy, H.E. Sherif Rifaat. The Rt. Hon. Mary Ali left.",
            ["Egypt recalled its envoy, H.E. Sherif Rifaat.", "The Rt. Hon. Mary Ali left."],
        ),
        ("He left the U.S. The talks failed.", ["He left the U.S.", "The talks failed."]),
        ("“We know.” They left.", ["“We know.”", "They left."]),
        ("J. R. Miller spoke. So did A. Blum.", ["J. R. Miller spoke.", "So did A. Blum."]),
        ("A figure of 3.5 percent.", ["A figure of 3.5 percent."]),
        ("Heading\nA sentence here.\n\nNext one", ["Heading", "A sentence here.", "Next one"]),
        ("Windows\r\nline ends.\r\n\r\nOver.", ["Windows", "line ends.", "Over."]),
        ("他说。她走了。", ["他说。", "她走了。"]),
        ("Well ... maybe. Yes.", ["Well ... maybe.", "Yes."]),
        ("他走了。她来了！」走", ["他走了。", "她来了！」", "走"]),
        ("One \r\n\r\n\ttwo\x0bthree\u2028four", ["One", "two", "three", "four"]),
        ("a\u3000\n \u2029b\x85c", ["a", "b", "c"]),
        ("In " + "1" * 45 + ". 2 came.", ["In " + "1" * 45 + ". 2 came."]),
        ("   \n \t\n", []),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == sentences


def test_lines_wrapped_at_a_width_stay_one_sentence() -> None:
    text = (
        "The foreign ministry of the northern republic said on Tuesday that President\n"
        "Kallas had agreed to receive the envoy, who had been waiting for a fortnight in\n"
        "a hotel near the station. Nobody commented on the reason for the delay, which\n"
        "was unusual."
    )
    assert len(split_sentences(text)) == 2


@given(st.text(max_size=300))
def test_sentences_are_slices_in_order_and_lose_only_white_space(text: str) -> None:
    sentences = split_sentences(text)
    assert all(text[s.span.start : s.span.end] == s.text and s.text.strip() == s.text for s in sentences)
    assert [s.number for s in sentences] == list(range(1, len(sentences) + 1))
    assert "".join("".join(s.text for s in sentences).split()) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(sentences))


def test_chunks_hold_each_sentence_once_and_later_ones_the_lead_as_context() -> None:
    article = Article(text=" ".join(f"Sentence number {i} of the long story." for i in range(50)))
    chunks = chunk_article(article, 100)
    assert len(chunks) > 3
    assert [s.number for c in chunks for s in c.sentences] == list(range(1, 51))
    assert chunks[0].context == ()
    assert [s.number for s in chunks[1].context] == [1, 2]
    assert chunks[1].sentence(1) is None
    first = chunks[1].sentences[0]
    assert chunks[1].sentence(first.number) is first


def test_a_sentence_larger_than_a_chunk_stands_alone() -> None:
    chunks = chunk_article(Article(text="Short one. Many " + "word " * 500 + ". Short two."), 60)
    assert [len(chunk.sentences) for chunk in chunks] == [1, 1, 1]
