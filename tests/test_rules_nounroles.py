"""Who does, and who suffers, what a noun tells: "the withdrawal of French forces from Mali"."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract


def sides(sentence: str) -> list[tuple[str, str, str]]:
    """Type, actors and recipients of the acts of a sentence within an article that names nobody else."""
    text = f"The week began quietly. {sentence} The weather was fine."
    article = Article.model_validate({"text": text, "published": "2024-05-06"})
    found = extract([article], settings=Settings.model_validate({"engine": "rules", "use_store": False}))
    return [
        (
            e.type,
            " ".join(sorted({p.country for p in e.actors if p.country})),
            " ".join(sorted({p.country for p in e.recipients if p.country})),
        )
        for result in found
        for e in result.events
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The withdrawal of Chadian forces from Togo began on 4 May.", ("RETREAT", "TCD", "TGO")),
        ("The recall of the Chadian ambassador from Togo was announced on 4 May.", ("SANCTION", "TCD", "TGO")),
        ("A Chadian drone hit a Togolese refinery on 4 May.", ("ASSAULT", "TCD", "TGO")),
        ("An ambush by Chadian rebels killed three Togolese soldiers on 4 May.", ("ASSAULT", "TCD", "TGO")),
        ("A mine laid by Chadian rebels killed two Togolese soldiers on 4 May.", ("ASSAULT", "TCD", "TGO")),
        ("23 Togolese civilians were killed in a Chadian air strike on 4 May.", ("ASSAULT", "TCD", "TGO")),
        ("Three Togolese soldiers died in an attack by Chadian rebels on 4 May.", ("ASSAULT", "TCD", "TGO")),
        ("Riots broke out in Chad on 4 May.", ("PROTEST", "TCD", "")),
        ("A ceasefire between Chad and Togo took effect on 4 May.", ("RETREAT", "TCD TGO", "")),
        # whom it hit isn't who did it, nor is the country where it was
        ("23 people were killed in an air strike on a school in Togo on 4 May.", ("ASSAULT", "", "TGO")),
        ("Three Togolese soldiers were killed in an attack in Togo on 4 May.", ("ASSAULT", "", "TGO")),
    ],
)
def test_sides_of_a_noun(sentence: str, expected: tuple[str, str, str]) -> None:
    assert sides(sentence) == [expected]
