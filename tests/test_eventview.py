"""Events as the page lists and filters them."""

from __future__ import annotations

from html_sample import brief, event, span

from summarizer.article import Article
from summarizer.events import Party
from summarizer.renderers.eventview import Parties, filter_choices, party_pairs, view_events


def test_a_country_is_one_party_whoever_of_it_acts() -> None:
    parties = Parties()
    numbers = [
        parties.number(Party(name=name, country=country))
        for name, country in (
            ("Riga", "LVA"),
            ("the ministry", "LVA"),
            ("Falcons", None),
            ("falcons", None),
            ("\u202ex", None),
        )
    ]
    assert numbers == [0, 0, 1, 1, 2]
    assert parties.names == ["Latvia", "Falcons", "x"]


def test_what_several_do_with_each_other_counts_in_both_directions() -> None:
    article = Article(text="Latvia and Graustark held talks. Latvia fined Graustark.")
    made = brief(
        [article],
        [
            event("e-1", [span(article, "Latvia and Graustark held talks.")], type_="CONSULT", who=("LVA", "GRA")),
            event(
                "e-2", [span(article, "Latvia fined Graustark.")], type_="SANCTION/convict", who=("LVA",), whom=("GRA",)
            ),
            event("e-3", [], who=("LVA",)),
        ],
        ["one", "two", "three"],
    )
    parties = Parties()
    views = view_events(made, parties)
    assert party_pairs(views) == [(0, 1, 0), (1, 0, 0), (0, 1, 1)]
    assert [(view.type, view.mode) for view in views] == [
        ("Consult", None),
        ("Sanction", "convict"),
        ("Sanction", "expel"),
    ]
    choices = filter_choices(views, parties, [(1, "Paper"), (2, "Unused")])
    assert [(c.value, c.label, c.events) for c in choices["actor"]] == [("0", "Latvia", 3), ("1", "Graustark", 1)]
    assert [(c.label, c.events) for c in choices["recipient"]] == [("Graustark", 2), ("Latvia", 1)]
    assert [(c.value, c.label, c.events) for c in choices["source"]] == [("1", "1. Paper", 2)]
