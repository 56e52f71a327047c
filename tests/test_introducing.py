"""Surnames without anybody behind them."""

from __future__ import annotations

import pytest

from summarizer.composing import bare_surnames

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
