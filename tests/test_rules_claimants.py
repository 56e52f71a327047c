"""Whom a claim, a condemnation or an appeal names, and whom it doesn't: victims of what an adversary did, crews, both countries."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract
from tests.test_rules_dates import days
from tests.test_rules_events import drafts_of
from tests.test_rules_sides import acts

_TOGO = "LOME, May 14 (ATP) - Togo on Monday summoned the ambassador of Ghana.\n\n"
_ECU = "QUITO, May 14 (AN) - Ecuador is angry.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # a state tells what its adversary did: its own people were hit
        (_TOGO + "The Ministry of Defence said a patrol boat of the Ghanaian navy opened fire on two canoes.", "ASSAULT", [("GHA", "TGO")]),
        (_TOGO + "In Accra, the army said that Togolese fishermen had attacked a patrol with petrol bombs.", "ASSAULT", [("TGO", "GHA")]),
        (_TOGO + "Ghana rejected claims by Togo that Ghanaian sailors shot two fishermen.", "ASSAULT", [("GHA", "TGO")]),
        # not where a third one tells it, where it is its own deed, or where the words say who was hit
        (_TOGO + "Benin said that Ghanaian sailors had shot two fishermen.", "ASSAULT", [("GHA", "GHA")]),
        (_TOGO + "The army said that its soldiers had shot at two canoes.", "ASSAULT", [("TGO", "")]),
        (_TOGO + "The army said that Ghanaian police had arrested opposition supporters.", "COERCE", [("GHA", "GHA")]),
        # the denial of what an adversary alleges is no second deed
        (
            _TOGO + "The army said a Ghanaian patrol opened fire on two canoes. Ghana denied that its sailors had fired at the canoes.",
            "ASSAULT", [("GHA", "TGO")],
        ),
        # who was hit isn't condemned, who hit is
        ("PARIS, May 14 (AP) - France condemned the attack on the Israeli embassy.", "ACCUSE", [("FRA", "")]),
        ("PARIS, May 14 (AP) - France condemned Monday's attack on Israel by Iran.", "ACCUSE", [("FRA", "IRN")]),
        ("PARIS, May 14 (AP) - France condemned Iran's attack on Israel.", "ACCUSE", [("FRA", "IRN")]),
        (_TOGO + "In Accra, the ministry condemned an attack on the Ghanaian embassy.", "ACCUSE", [("TGO", "GHA"), ("GHA", "TGO")]),
        # to whom something is said stands before what he is asked to do
        (_TOGO + "The opposition on Monday urged President Komlan Agbodji to call the Ghanaian ambassador.", "REQUEST", [("TGO", "TGO")]),
        (_TOGO + "Ghana and Togo rest. Mali appealed to both countries to submit it to ECOWAS.", "REQUEST", [("MLI", "TGO,GHA")]),
        (_TOGO + "Mali asked Ghana to free the men.", "REQUEST", [("MLI", "GHA")]),
        # what both do together is nobody to whom it is done
        (_TOGO + "The Togolese government has suspended the joint patrols.", "SANCTION", [("TGO", "GHA")]),
        # a crew belongs to its boat, but not one's own
        (_ECU + "Ecuadorian police stopped a Peruvian coach and arrested its driver and two passengers.", "COERCE", [("ECU", "PER,PER")]),
        (_ECU + "Ecuadorian police stopped a Peruvian coach and arrested its own driver.", "COERCE", [("ECU", "ECU")]),
        # "the two men" are those told before, also where the place would be taken for theirs
        (_ECU + "Ecuador arrested two Peruvian miners. The two men were held in Guayaquil on Monday.", "COERCE", [("ECU", "PER")]),
        # whose planes
        (_TOGO + "Ghana's army said that its planes had hit a camp in Togo.", "ASSAULT", [("GHA", "TGO")]),
        # an envoy is called to the ministry of the place
        ("ACCRA, May 14 (GNA) - Ghana is calm. The ambassador was called to the Foreign Ministry in Lome.", "ACCUSE", [("TGO", "GHA")]),
        (
            _TOGO + "A clerk, Kofi Tay, saw it. Togo called in the Malian ambassador and handed him a note.",
            "ACCUSE", [("TGO", "GHA"), ("TGO", "MLI")],
        ),
    ],
)  # fmt: skip
def test_whom_a_claim_or_an_appeal_means(text: str, kind: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text, kind) == sides


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # a list of verbs has one subject
        (_ECU + "Quito met. It closed the bridge, sent 200 soldiers to the border and recalled its envoy.", "MOBILIZE", [("ECU", "")]),
        (
            "LIMA, May 14 (AN) - Peru is angry.\n\nPeru condemned the raid, announced that the police had held four men, and invited "
            "the Chilean minister to Piura.", "AGREE", [("PER", "CHL")],
        ),
        # what is said lies between: people don't demand, their state does
        (_ECU + "Peru's foreign ministry said the men were tourists and demanded their release.", "REQUEST", [("PER", "ECU")]),
        # officials do, and what stands behind a comma may tell of those before it
        (_ECU + "Ecuador said the Peruvian minister was wrong and demanded an apology.", "REQUEST", [("PER", "ECU")]),
        (_ECU + "Ecuador arrested two miners, wanted in Peru, and closed a mine.", "COERCE", [("ECU", "ECU")]),
        # a wish ends where a clause with a subject of its own begins
        (
            "LIMA, May 14 (AN) - Peru is angry.\n\nPeruvian dockers marched to demand that the bridge be opened, and youths threw stones "
            "at the Chilean consulate.", "PROTEST", [("PER", ""), ("PER", "CHL")],
        ),
    ],
)  # fmt: skip
def test_whose_subject_a_verb_shares(text: str, kind: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text, kind) == sides


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # a spokesman at the head of a sentence speaks for the institution told before
        (_ECU + "Peru's foreign ministry denied it. Spokeswoman Ana Lu accused Ecuador of lies.", "ACCUSE", [("PER", "ECU")]),
        (_ECU + "Peru's army said nothing. A spokesman, Colonel Lu, accused Ecuador of lies.", "ACCUSE", [("PER", "ECU")]),
        (_ECU + "Peru's army said nothing. Customs spokesman Luis Paz accused Peru of lies.", "ACCUSE", [("ECU", "PER")]),
        # whose government
        (_ECU + "Brazil's president, Marta Figueira, called both. Her government has offered Ecuador its help.", "AGREE", [("BRA", "ECU")]),
        # the only country whose vessels are told of
        (_ECU + "Ecuador chased a Peruvian fishing vessel. The trawler rammed an Ecuadorian frigate.", "ASSAULT", [("PER", "ECU")]),
        # an embassy asks the state in which it is
        (_ECU + "India's embassy in Lima has asked for access to the men.", "REQUEST", [("IND", "PER")]),
        # a ministry tells of its own soldiers
        (_ECU + "Peru's defence ministry said two soldiers had been arrested.", "COERCE", [("PER", "PER")]),
        (_ECU + "Peru's defence ministry said two miners had been arrested.", "COERCE", [("PER", "ECU")]),
        # the minister of the ministry just told
        (_ECU + "Peru's defence ministry was silent. Defence Minister Tito Moyo accused Chile of spying.", "ACCUSE", [("PER", "CHL")]),
        (_ECU + "Peru's defence ministry was silent. Finance Minister Tito Moyo accused Chile of spying.", "ACCUSE", [("ECU", "CHL")]),
        # one's own government
        (_ECU + "The opposition United party accused the government of giving in to Lima.", "ACCUSE", [("ECU", "ECU")]),
        (_ECU + "Ecuador's opposition leader, Ana Lu, demanded that the government expel the Peruvian envoy.", "REQUEST", [("ECU", "ECU")]),
        # both ministers, "he" who isn't the one who does it, a wish by a noun
        (_ECU + "Peru and Peruvians left. Chile spoke by phone with the ministers of both countries.", "CONSULT", [("CHL,ECU,PER", "")]),
        (_ECU + "Ecuador's minister, Ana Lu, threw out Peru's chargé d'affaires, accusing him of meddling.", "ACCUSE", [("ECU", "PER")]),
        (_ECU + "Lawmakers called for the closure of the border with Peru.", "SANCTION", []),
        # what stands behind the next verb isn't its object
        (_ECU + "Ecuador's police held four of the men and handed the Chilean side a list.", "COERCE", [("ECU", "")]),
        # organisations stand beside a quarrel
        (
            _ECU + "Ecuador expelled two Peruvians and thanked the United Nations. Ecuador also closed its border.",
            "SANCTION", [("ECU", "PER"), ("ECU", "PER")],
        ),
        # whose trawler
        (_ECU + "Ecuador freed two Peruvians after its navy seized their trawler.", "COERCE", [("ECU", "PER")]),
        # who is saved by a ship isn't arrested, what nobody suffers isn't done, what is put off isn't either
        (_ECU + "A Chilean helicopter picked up two Peruvian sailors on Monday.", "COERCE", []),
        (_ECU + "Chilean police picked up two Peruvian sailors on Monday.", "COERCE", [("CHL", "PER")]),
        (_ECU + "Ecuador said that nobody would be punished by Peru.", "SANCTION", []),
        (_ECU + "Ecuador put off the signing of an agreement with Peru.", "SUPPORT", []),
        (_ECU + "The signing of an agreement between Ecuador and Peru took place on Monday.", "SUPPORT", [("ECU,PER", "")]),
        # more than a number
        (_ECU + "Ecuador has arrested more than 300 Peruvian miners.", "COERCE", [("ECU", "PER")]),
        (_ECU + "Ecuador has arrested more miners than Peru.", "COERCE", [("ECU", "ECU")]),
        # behind a clause of time and a comma the main subject goes on
        (_ECU + "Chile freed a Bolivian a day after an Omani visited Chile, but refused to meet Bolivia.", "REJECT", [("CHL", "BOL")]),
        # conditions, and what is played
        (_ECU + "Ecuador will wait unless two Peruvian clerks were expelled.", "SANCTION", []),
        (_ECU + "On the pitch, Ecuador and Peru meet on Sunday.", "CONSULT", []),
        # a mother is no host
        (_ECU + "Peru said that he was visiting his mother in Ecuador.", "CONSULT", []),
    ],
)  # fmt: skip
def test_who_speaks_acts_and_is_meant(text: str, kind: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text, kind) == sides


def test_we_in_a_release_is_the_state_whose_organ_publishes_it() -> None:
    text = "The weather was fair. We thank the Government of New Zealand for its help.\n\nShops were open."
    for publisher, found in (("Ministry of Foreign Affairs, Republic of Fiji", ["FJI"]), ("The Suva Echo", [])):
        (result,) = extract([Article(text=text, publisher=publisher)], settings=Settings(engine="rules"))
        assert [p.country for e in result.events for p in e.actors] == found


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # a sentence sets the day of what follows
        ("On Monday the quarrel reached the capitals. Togo called in the Ghanaian ambassador.", "ACCUSE", "2025-03-10"),
        ("On Monday, the minister said, the quarrel was over. Togo has called in the Ghanaian ambassador.", "ACCUSE", None),
        # hours are no lapse, and what must be is demanded when it is said
        ("Ghanaian gunmen killed two Togolese. The attack took place in the early hours of Monday.", "ASSAULT", "2025-03-10"),
        ("Ghanaian gunmen killed two Togolese. The attack took place hours after a raid on Monday.", "ASSAULT", None),
        ("Ghana's minister said on Monday that Togo must stop its trawlers.", "REQUEST", "2025-03-10"),
        # the day of what followed isn't that of what it followed
        ("Togo on Monday demanded an apology after Ghanaian troops killed two Togolese.", "ASSAULT", None),
        ("Ghanaian troops on Monday killed two Togolese after a dispute.", "ASSAULT", "2025-03-10"),
        # who reacts on a day speaks on it
        ("President Martin Olaya of Peru answered on Monday. He condemned Chile.", "ACCUSE", "2025-03-10"),
        # the hour stands alone, over its paragraph
        ("13:55\nGhana has expelled two Togolese diplomats.\n\n12:10\nRain.\n\n11:05\nRain in Accra.", "SANCTION", "2025-03-12"),
    ],
)  # fmt: skip
def test_the_day_that_is_set_before(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A newspaper reported that Georgia had expelled an Armenian envoy. Tbilisi said this was not true.", "denied"),
        (
            "A newspaper reported that Georgia had expelled an Armenian envoy. Tbilisi said the report was false.",
            "denied",
        ),
        (
            "A newspaper reported that Georgia had expelled an Armenian envoy. Tbilisi said this was the first.",
            "occurred",
        ),
    ],
)
def test_what_is_called_untrue_is_denied(text: str, status: str) -> None:
    (draft,) = [one for one in drafts_of("TBILISI - Georgia is calm. " + text) if one.type == "SANCTION"]
    assert draft.status == status
