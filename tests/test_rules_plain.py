"""Whom pronouns, ellipses and phrases mean in plain news prose: each case with a neighbour in which the rule must not fire."""

from __future__ import annotations

import pytest

from tests.test_rules_events import drafts_of
from tests.test_rules_sides import acts

_AROUND = " Nobody knew of it at first. The weather was fair."
_CALL = "The Indian foreign minister telephoned his Pakistani colleague on Tuesday. "
_VISAS = "Ministers in India decided on Monday to suspend the visa service for Pakistanis. "
_ORDER = "The order, signed on 3 May, "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # "he" is who acts, not the unnamed office to whom something is done; but a person named there is
        (_CALL + "He thanked Pakistan for its help.", "SUPPORT", [("IND", "PAK")]),
        ("The Indian president received the envoy of Nepal, Asha Rai. She asked India for help.", "REQUEST", [("NPL", "IND")]),
        # "they also" goes on with who acted; and so does who takes a measure against those who hold no office
        (_VISAS + "They also accused Pakistan of spying.", "ACCUSE", [("IND", "PAK")]),
        ("Malian police beat two Guinean drivers on Monday. They confiscated the lorries.", "COERCE", [("MLI", "")]),
        ("Malian police beat two Guinean drivers on Monday. They thanked Senegal for its help.", "SUPPORT", [("GIN", "SEN")]),
        # "him" and "of them" are not who acts
        ("Peru's premier met the Chilean envoy on Monday and assured him of his support.", "SUPPORT", [("PER", "CHL")]),
        ("In Kenya, police beat students on Tuesday and arrested eleven of them.", "COERCE", [("KEN", "KEN")]),
        # of what somebody is thanked for the thanked is the doer
        ("Mali on Monday thanked the Moroccan king for the release of four drivers.", "RETREAT", [("MAR", "MLI")]),
        # a second participle shares the auxiliary of the passive before it, an active verb doesn't
        ("Fishermen from Togo were held by the Ghanaian navy on Friday and their nets confiscated.", "COERCE", [("GHA", "TGO")] * 2),
        ("Ten Indian fishermen were held by Pakistan on Friday and two boats seized.", "COERCE", [("PAK", "IND")] * 2),
        ("Ten Indian sailors were freed by Pakistan on Friday and the navy seized two boats.", "RETREAT", [("PAK", "IND")]),
        # the crew of what was taken, the boats of those taken, the houses of a town entered by force
        ("Bahrain seized a boat from Qatar on Friday and detained its crew.", "COERCE", [("BHR", "QAT")] * 2),
        ("Oman's navy arrested ten Indian fishermen on Sunday and seized three trawlers.", "COERCE", [("OMN", "IND")] * 2),
        ("Soldiers from Chad entered the Libyan town of Kufra on Friday and burned several houses.", "ASSAULT", [("TCD", "LBY")]),
        ("Soldiers from Chad came to the Chadian town of Fada on Friday and burned several houses.", "ASSAULT", [("TCD", "TCD")]),
        # a phrase of place is not what "which" means, nor shelling who does something
        ("A blast in Kabul which killed nine people was heard on Sunday.", "ASSAULT", [("", "AFG")]),
        ("Two Turkish guards were killed on Sunday by shelling from Syria.", "ASSAULT", [("SYR", "TUR")]),
        ("Syria shelled a Turkish post on Sunday. Turkish guns returned fire.", "ASSAULT", [("SYR", "TUR"), ("TUR", "SYR")]),
        # "it" may be a delegation; who visits is not the host whom he meets
        ("A delegation from Nepal left for Beijing on Sunday. It will meet the Chinese premier on Friday.", "AGREE", [("NPL,CHN", "")]),
        ("Chad's president flew to Khartoum on Sunday, where he met his Sudanese counterpart.", "CONSULT", [("TCD", "SDN")]),
        # bodies of many states have no own people, and rebels belong where they fight
        ("The UN on Tuesday condemned the coup in Gabon and called on the army to free the president.", "REQUEST", [("UNO", "GAB")]),
        ("A truce between the Congolese army and the M23 rebels took effect on Sunday.", "RETREAT", [("COD,COD", "")]),
        # an order sends away from a country the people of another
        (_ORDER + "expels six Malian diplomats from Niger.", "SANCTION", [("NER", "MLI")]),
        (_ORDER + "pleases six Malian diplomats from Niger.", "SANCTION", []),
        # who tells his own citizens to leave, or hands somebody to the police, neither expels nor frees
        ("Nigeria on Monday ordered its citizens to leave Niger.", "SANCTION", []),
        ("Nigeria on Monday ordered two citizens of Niger to leave.", "SANCTION", [("NGA", "NER")]),
        ("The Kenyan navy seized a Somali dhow on Monday. Its crew was handed over to the police.", "RETREAT", []),
        ("Georgia handed over forty Turkish prisoners at the border on Monday.", "RETREAT", [("GEO", "TUR")]),
        # a note reaches whom it is for
        ("A protest note from Benin reached Lomé on Monday.", "ACCUSE", [("BEN", "TGO")]),
        ("A shipment of rice from Benin reached Lomé on Monday.", "ACCUSE", []),
    ],
)  # fmt: skip
def test_whom_plain_prose_means(text: str, kind: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text + _AROUND, kind) == sides


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Serbia and Kosovo have not begun.", "denied"),
        ("Talks between Serbia and Kosovo, which is not a member, have begun.", "occurred"),
        ("Talks between Serbia and Kosovo did not bring a result on Monday.", "occurred"),
    ],
)
def test_talks_that_have_not_begun(text: str, status: str) -> None:
    assert [draft.status for draft in drafts_of(text + _AROUND) if draft.type == "CONSULT"] == [status]


def test_who_announces_a_measure_is_who_takes_it() -> None:
    text = "Nigeria's government has suspended flights to Niger, the aviation ministry announced on Monday." + _AROUND
    assert [(draft.status, draft.attribution[0].country) for draft in drafts_of(text)] == [("occurred", "NGA")]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # one "they" stays the same for all that it does
        ("The premiers of Spain and Portugal met on Friday. They condemned Turkey and agreed to lay a cable.", "AGREE", [("ESP,PRT", "")]),
        # who accuses in the name of many has no people of its own
        ("Amnesty International accused the Togolese police on Monday of beating detainees.", "ASSAULT", [("TGO", "TGO")]),
        ("Benin on Monday accused the Togolese police of beating detainees.", "ASSAULT", [("TGO", "BEN")]),
        # a protest about one's own people goes to whom one has dealt with; what one's own rulers are told doesn't
        ("Ireland summoned the Israeli envoy on Monday. It protested against the arrest of two Irish nurses.", "ACCUSE", [("IRL", "ISR")]),
        # what is "its" belongs to who acts on it
        ("Japan's government was silent, and South Korea put its troops on alert on Monday.", "MOBILIZE", [("KOR", "")]),
        # the flag of the embassy that a crowd storms
        ("In Niger, protesters stormed the French embassy on Sunday and tore down its flag.", "PROTEST", [("NER", "FRA")] * 2),
        # who holds people frees them, wherever that is
        ("Two Colombians arrested by Venezuela in May were released on Sunday at a bridge in Colombia.", "RETREAT", [("VEN", "COL")]),
        # whom a relative clause tells of
        ("The Belarusian envoy in Warsaw, who was called in on Tuesday, said nothing.", "ACCUSE", [("POL", "BLR")]),
        ("The Belarusian train to Warsaw, which was called in on Tuesday, was late.", "ACCUSE", []),
        # several promise each other; one alone promises nobody
        ("The premiers of Spain and Portugal met on Friday. They promised to share the costs.", "AGREE", [("ESP,PRT", "")]),
        ("The premier of Spain spoke on Friday. He promised to share the costs.", "AGREE", []),
        # aircraft that are shot down are hardly one's own
        ("Jordan shot down two drones from Syria on Monday.", "ASSAULT", [("JOR", "SYR")]),
        ("Jordan shot down two of its own drones on Monday.", "ASSAULT", [("JOR", "JOR")]),
        # ships that do something, lower fees
        ("Chinese coastguard ships harassed a Philippine boat on Tuesday.", "COOPERATE", []),
        ("China ships rice to Kenya every week, and did so on Tuesday.", "COOPERATE", [("CHN", "KEN")]),
        ("Students in Kenya demanded lower fees on Monday.", "CONCEDE", []),
    ],
)  # fmt: skip
def test_what_belongs_to_whom_in_plain_prose(text: str, kind: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text + _AROUND, kind) == sides


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # what is fired from a country is fired by it, unless nothing is fired
        ("Two drones launched from Yemen hit a depot in Oman on Friday.", "ASSAULT", [("YEM", "OMN")]),
        ("A parcel sent from Yemen reached a depot in Oman on Friday.", "ASSAULT", []),
        # a part of a country is no other's
        ("Farmers in northern Cyprus marched to the Turkish embassy on Friday.", "PROTEST", [("CYP", "TUR")]),
        ("Two days into the march Latvia expelled a Russian envoy.", "SANCTION", [("LVA", "RUS")]),
        # who is told to have been raided answers the raid
        ("Slovak police raided a Chinese bank on Tuesday. China's embassy called the raid unfair.", "ACCUSE", [("CHN", "SVK")]),
        ("ANKARA, May 4 (WP) - Turkey bombed northern Iraq after four soldiers had been shot.", "ASSAULT", [("TUR", "IRQ"), ("", "TUR")]),
        # a decision is no guest
        ("Norway's decision was welcomed by Peru on Monday. The decision was received by Chile.", "CONSULT", []),
        ("Norway's premier was welcomed by Peru on Monday.", "CONSULT", [("NOR", "PER")]),
        # one's own government is one's own
        ("Ireland froze a Chilean loan. Ecuador's opposition accused its own government of lies.", "ACCUSE", [("ECU", "ECU")]),
    ],
)  # fmt: skip
def test_where_things_come_from_in_plain_prose(text: str, kind: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text + _AROUND, kind) == sides
