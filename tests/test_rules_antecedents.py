"""Whom pronouns, offices and "the other side" mean that only the sentences before tell."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_HOME = "ACCRA, May 13 (GNA) - Ghana closed its border with Togo on Monday.\n\n"
_TWO = (
    "ACCRA, May 13 (GNA) - Ghana closed its border with Togo on Monday. Togo called its envoy home. Ghana was calm. "
    "Togo was not. "
)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # "its" at the head of a sentence means whom the one before is about, not who held such an office last
        (_HOME + "Togo's spokesman laughed. Benin kept silent. Its spokesman, Luc Adjo, condemned Mali.", "ACCUSE", ("BEN", "MLI")),
        (_HOME + "Togo's spokesman laughed. Benin kept silent. Its spokesman condemned Mali.", "ACCUSE", ("BEN", "MLI")),
        (_HOME + "Benin kept silent. It let two Malians go. Its spokesman condemned Chad.", "ACCUSE", ("BEN", "TCD")),
        (_HOME + "It was with regret that Benin let two Malians go. Its spokesman condemned Chad.", "ACCUSE", ("BEN", "TCD")),
        # further on it doesn't
        (_HOME + "Togo's spokesman laughed. Benin kept silent. The rain stopped. Its spokesman condemned Mali.", "ACCUSE", ("TGO", "MLI")),
        # an office without a country is whom "he" and "it" mean
        (_HOME + "Togo's envoy Luc Adjo wept. The minister received nobody. He condemned Mali.", "ACCUSE", ("GHA", "MLI")),
        (_HOME + "Togo kept silent. The foreign ministry received nobody. It condemned Mali.", "ACCUSE", ("GHA", "MLI")),
        (_HOME + "Togo kept silent. Nobody came. It condemned Mali.", "ACCUSE", ("TGO", "MLI")),
        (_HOME + "Togo kept silent. Nobody came. The road was wet. The week was over. It condemned Mali.", "ACCUSE", ("GHA", "MLI")),
        (_HOME + "Togo kept silent. Its neighbours met the ministry. It condemned Mali.", "ACCUSE", ("TGO", "MLI")),
        # what the police say of themselves is said of no others
        (_HOME + "Benin released two men. Police said they had arrested three Malians.", "COERCE", ("GHA", "MLI")),
        (_HOME + "Benin released two men. Togo's police said they had arrested three Malians.", "COERCE", ("TGO", "MLI")),
        # "they" are those who came, not the country they came to; these hit its people
        (_HOME + "Beninese troops crossed into Mali. They arrested two Malian guards.", "COERCE", ("BEN", "MLI")),
        (_HOME + "Benin expelled five Malians. They shot dead two Nigeriens.", "ASSAULT", ("MLI", "NER")),
        # "he" is the envoy who was called in or summoned, also one with his country before his name; not if a person called him in
        (_HOME + "Benin called in the ambassador of Niger. He condemned Mali.", "ACCUSE", ("NER", "MLI")),
        (_HOME + "Benin called in the ambassador of Niger. He was expelled.", "SANCTION", ("BEN", "NER")),
        (_HOME + "Benin summoned the ambassador of Niger, Moussa Issa, on Monday. He condemned Mali.", "ACCUSE", ("NER", "MLI")),
        (_HOME + "Benin called in the ambassador of Niger, Moussa Issa. He condemned Mali.", "ACCUSE", ("NER", "MLI")),
        (_HOME + "Benin's minister called in the ambassador of Niger. He condemned Mali.", "ACCUSE", ("BEN", "MLI")),
        (_HOME + "Benin saw the ambassadors of Niger, Moussa Issa said. Benin condemned Mali.", "ACCUSE", ("BEN", "MLI")),
        # an envoy is called in where he is posted
        (_HOME + "Benin's ambassador to Mali was summoned.", "ACCUSE", ("MLI", "BEN")),
        # one minister is no other
        (_HOME + "Togo's interior minister wept. The foreign minister condemned Mali.", "ACCUSE", ("GHA", "MLI")),
        (_HOME + "Togo's foreign minister wept. The foreign minister condemned Mali.", "ACCUSE", ("TGO", "MLI")),
        (_HOME + "Togo's foreign minister wept. The minister condemned Mali.", "ACCUSE", ("TGO", "MLI")),
    ],
)  # fmt: skip
def test_whom_an_earlier_sentence_tells(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (_TWO + "Togo's minister accused the neighbouring country of spying.", "ACCUSE", ("TGO", "GHA")),
        (_TWO + "Togo's army seized a boat. The other side expelled Togo's envoy on Tuesday.", "SANCTION", ("GHA", "TGO")),
        (_TWO + "A Togolese policeman was arrested by the neighbour on Tuesday.", "COERCE", ("GHA", "TGO")),
        # one of many neighbours, a side of something else
        (_TWO + "Togo's minister accused its neighbour Benin of spying.", "ACCUSE", ("TGO", "BEN")),
        (_TWO + "Togo's minister accused Mali on the other side of the river of spying.", "ACCUSE", ("TGO", "MLI")),
    ],
)  # fmt: skip
def test_the_other_one_of_two(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # where something is, told by a part of it
        (_HOME + "Some 600 women demonstrated in the centre of Lomé on Friday.", "PROTEST", ("TGO", "TGO")),
        (_HOME + "Some 600 women demonstrated in the streets of Lomé on Friday.", "PROTEST", ("TGO", "TGO")),
        (_HOME + "Some 600 women demonstrated in support of Togo on Friday.", "PROTEST", ("GHA", "TGO")),
        # who summons envoys where they are posted
        (_HOME + "He was in Lomé, where the Nordic ambassadors were summoned on Friday.", "ACCUSE", ("TGO", "GHA")),
        (_HOME + "He was in Accra, where the Nordic ambassadors were summoned on Friday.", "ACCUSE", ("GHA", "the Nordic ambassadors")),
    ],
)  # fmt: skip
def test_where_it_was(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("heading", "actor"),
    [("**Lomé**", "TGO"), ("**Lomé, or not**", "GHA"), ("**Lomé, Cotonou, Bamako**", "GHA")],
)
def test_a_bold_line_heads_an_item_when_it_is_a_name(heading: str, actor: str) -> None:
    text = _HOME + f"Ghana was calm.\n\n{heading}\n\nThe day was quiet. Police arrested a Malian on Friday."
    assert (actor, "MLI") in acts(text, "COERCE")


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # a pronoun goes on meaning who it meant in its sentence, unless somebody else says so of himself
        (_HOME + "Mali laughed. It seized two Togolese boats – and it expelled Benin's envoy.", "SANCTION", ("MLI", "BEN")),
        (_HOME + "Mali laughed. It seized two boats, and Chad said that it had expelled Benin's envoy.", "SANCTION", ("TCD", "BEN")),
        # institutions by what hangs on them are what "it" means
        (_HOME + "Benin slept. The police of Mali were busy. It arrested three Nigerians.", "COERCE", ("MLI", "NGA")),
        # an office that speaks to a state by its name isn't of that state
        (_HOME + "Togo's ministry wept. The ministry urged Togo to wait.", "REQUEST", ("GHA", "TGO")),
        (_HOME + "Togo's minister Ama Sika met Ghana's envoy. She called in Togo's ambassador.", "ACCUSE", ("GHA", "TGO")),
        (_HOME + "Togo's minister urged Togo's army to wait.", "REQUEST", ("TGO", "TGO")),
        (_HOME + "Teachers in Accra sued the government of Ghana.", "ACCUSE", ("GHA", "GHA")),
        # namesakes, and who is told to hold an office
        (_HOME + "Ivo Sika is a minister of Benin. Ada Sika is an envoy of Mali. Ivo Sika condemned Chad.", "ACCUSE", ("BEN", "TCD")),
        (_HOME + "Ivo Sika is a minister of Benin. Ada Sika is an envoy of Mali. Ada Sika condemned Chad.", "ACCUSE", ("MLI", "TCD")),
        (_HOME + "Benin's minister Ivo Sika slept. Mr Sika condemned Chad.", "ACCUSE", ("BEN", "TCD")),
        # a perfect goes on behind "and", where something follows that it is done to
        (_HOME + "Benin has barred 17 Malians and frozen their assets.", "SANCTION", ("BEN", "MLI")),
    ],
)  # fmt: skip
def test_the_same_one_and_another(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (_HOME + "Benin let six days go by.", "RETREAT"),
        (_HOME + "The army of Benin let the newspaper know that it was calm.", "RETREAT"),
        (_HOME + "Benin's army fired at a Togolese boat. Nobody was hit.", "ASSAULT"),
    ],
)
def test_time_and_nobody(text: str, kind: str) -> None:
    assert len(acts(text, kind)) == (kind == "ASSAULT")
    assert acts(_HOME + "Benin let six Malians go.", "RETREAT") == [("BEN", "MLI")]


def test_who_came_hits_those_to_whom_they_came() -> None:
    text = _HOME + "Beninese troops crossed into Mali. They shot dead two guards."
    assert set(acts(text, "ASSAULT")) == {("BEN", "MLI")}
