"""Surnames without anybody behind them."""

from __future__ import annotations

import pytest

from summarizer.composing import bare_surnames, short_names

NEWS = (
    "Norwegian Foreign Minister Astrid Vollan received Pablo de la Cerda in Oslo. Vollan told the Fjord Post that the talks "
    "in Porto Alegre would go on. The Fjord Post adds that Ms Vollan thanked the Workers' League. “Iron Falcons” claimed it."
)


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (["Foreign Minister Astrid Vollan spoke.", "Vollan left."], ()),
        (["Oslo spoke.", "Vollan left.", "Vollan came back."], ((1, "Vollan"),)),
        (["But Vollan left."], ((0, "Vollan"),)),
        (["Minister Vollan left."], ()),
        (["The Post wrote that the League struck."], ()),
        (["The talks in Alegre go on.", "The “Iron Falcons” struck."], ()),
        (["Chile's Cerda met Vollan's envoy."], ((0, "Vollan"),)),
    ],
)
def test_who_is_named_before_anybody_said_who_that_is(sentences: list[str], found: tuple[tuple[int, str], ...]) -> None:
    assert bare_surnames(sentences, [NEWS]) == found


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (["The League struck.", "The League went on."], ((0, "the League"),)),
        (["The Workers' League struck.", "The League went on."], ()),
        (["Workers' League and state met before the League struck."], ()),
        (["Oslo spoke.", "Only the League, a union, knew."], ((1, "the League"),)),
        (["The League of Nations met, the Leaguers left, the League Cup went on."], ()),
        (["The Front and the Post struck."], ()),
    ],
)
def test_which_body_is_called_by_half_of_its_name_first(
    sentences: list[str], found: tuple[tuple[int, str], ...]
) -> None:
    assert short_names(sentences, [NEWS]) == found


def test_a_name_of_the_articles_that_goes_on_with_of_is_whole_as_well() -> None:
    texts = ["The Association of River Pilots struck; the Association wants pay."]
    assert short_names(["The Association struck."], texts) == ((0, "the Association"),)
    assert short_names(["The Association of River Pilots struck.", "The Association left."], texts) == ()
