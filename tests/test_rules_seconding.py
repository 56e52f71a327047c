"""Acts told a second time without their verb, with a day of their own."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_TAIL = " The weather in the capital was fair. Shops were open and the buses ran."


def acts(text: str, kind: str) -> list[tuple[list[str | None], list[str | None], str | None]]:
    """Codes of both sides and day of the acts of a type, in order."""
    article = Article(text=text + _TAIL, published="2025-03-12")  # a Wednesday
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [
        ([p.country for p in e.actors], [p.country for p in e.recipients], e.date.edtf if e.date else None)
        for e in result.events
        if e.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # on others
        ("Qatar's foreign minister visited Tehran on the 5th and Muscat on the 6th.", "CONSULT", ("QAT", "OMN", "2025-03-06")),
        ("Turkey's president travelled on the 5th to Tehran and on the 7th to Copenhagen.", "CONSULT", ("TUR", "DNK", "2025-03-07")),
        ("Kenya expelled two Sudanese diplomats on Monday and three Chadians on Tuesday.", "SANCTION", ("KEN", "TCD", "2025-03-11")),
        # once more between the same
        ("Norway expelled a Russian diplomat in August and three more in February.", "SANCTION", ("NOR", "RUS", "2025-02")),
        ("Ghana summoned Togo's ambassador on 3 March, and again two days later, about the boats.", "ACCUSE", ("GHA", "TGO", "2025-03-05")),
        ("On Monday Kenya stopped Sudan's fuel lorries, and a day later those with maize.", "COERCE", ("KEN", "SDN", "2025-03-11")),
        ("Ghana on Monday accused Togo of having shot a man, and on Tuesday of having shot a cow.", "ACCUSE", ("GHA", "TGO", "2025-03-11")),
        # by others
        ("On the 5th Poland expelled two Iranians; on the 6th Latvia.", "SANCTION", ("LVA", "IRN", "2025-03-06")),
        ("Poland expelled two Iranians on Monday, Latvia three on Tuesday.", "SANCTION", ("LVA", "IRN", "2025-03-11")),
        ("Norway summoned the Iranian ambassador on Friday, as did Latvia on Saturday.", "ACCUSE", ("LVA", "IRN", "2025-03-08")),
        ("Zambia received the Angolan foreign minister on the 5th, Malawi two days later.", "CONSULT", ("AGO", "MWI", "2025-03-07")),
    ],
)  # fmt: skip
def test_told_without_its_verb(text: str, kind: str, sides: tuple[str, str, str]) -> None:
    actor, recipient, day = sides
    found = acts(text, kind)
    assert ([actor], [recipient], day) in found
    assert len({day for _, _, day in found}) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # a subject with a verb of its own, a place, one session on two days, a day told before
        ("Kenya expelled two Sudanese diplomats on Monday, and on Tuesday some two hundred people, all men, sat down.", "SANCTION"),
        ("Ghana's police arrested three Togolese on Monday in Accra and on Tuesday in Lomé.", "COERCE"),
        ("Ministers of Ghana and Togo met on the 5th and again on the 6th.", "CONSULT"),
        ("Kenya expelled two Sudanese diplomats on Tuesday and three on Monday.", "SANCTION"),
    ],
)  # fmt: skip
def test_told_once(text: str, kind: str) -> None:
    assert len(acts(text, kind)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        # each of several with how many and when
        (
            "Poland expelled 12 Iranians on Monday and Latvia five on Tuesday.",
            "SANCTION",
            {("POL", "2025-03-10"), ("LVA", "2025-03-11")},
        ),
        (
            "Poland expelled 12 Iranians on 4 March, Latvia five on 5 March and Estonia two the day after.",
            "SANCTION",
            {("POL", "2025-03-04"), ("LVA", "2025-03-05"), ("EST", "2025-03-06")},
        ),
        # before the verb
        (
            "Poland on Monday and Latvia on Tuesday summoned Iran's envoy.",
            "ACCUSE",
            {("POL", "2025-03-10"), ("LVA", "2025-03-11")},
        ),
        (
            "Poland and Norway on Monday, and Latvia on Tuesday, summoned Iran's envoys.",
            "ACCUSE",
            {("POL,NOR", "2025-03-10"), ("LVA", "2025-03-11")},
        ),
        (
            "On Monday Poland and on Tuesday Latvia summoned Iran's envoy.",
            "ACCUSE",
            {("POL", "2025-03-10"), ("LVA", "2025-03-11")},
        ),
        (
            "Poland, which Iran had warned on Monday, on Tuesday summoned Iran's envoy.",
            "ACCUSE",
            {("POL", "2025-03-11")},
        ),
        ("Poland, on Monday, summoned Iran's envoy to Latvia.", "ACCUSE", {("POL", "2025-03-10")}),
    ],
)
def test_each_on_its_day(text: str, kind: str, told: set[tuple[str, str]]) -> None:
    assert {(",".join(actor or "" for actor in actors), day) for actors, _, day in acts(text, kind)} == told
