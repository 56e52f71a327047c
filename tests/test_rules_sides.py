"""Who acts and on whom, where the sentence tells it by a relative clause, an aside, a number or a speaker."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_TAIL = " The weather in the capital was fair. Shops were open and the buses ran."


def acts(text: str, kind: str) -> list[tuple[str, str]]:
    """Codes of both sides of the acts of a type, in order."""
    article = Article(text=text + _TAIL, published="2025-05-14")
    (result,) = extract([article], settings=Settings(engine="rules"))
    return [
        (",".join(p.country or p.name for p in e.actors), ",".join(p.country or p.name for p in e.recipients))
        for e in result.events
        if e.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # whom a relative pronoun before the subject means
        ("Estonia on Monday expelled two Russian attachés, whom it accuses of spying.", "ACCUSE", ("EST", "RUS")),
        ("Kenya froze the accounts of a Sudanese general whom Nairobi charges with arming bandits.", "ACCUSE", ("KEN", "SDN")),
        # a place that only sets the scene is no subject; one on which officials hang is
        ("After talks in Oslo, Kenya and Uganda agreed on Monday to lend Togo money.", "AGREE", ("KEN,UGA", "TGO")),
        ("Officials in Norway, Kenya and Uganda condemned Togo on Monday.", "ACCUSE", ("NOR,KEN,UGA", "TGO")),
        # the hour before a name is no part of it
        ("At 6 p.m. Niger expelled two envoys of Chad.", "SANCTION", ("NER", "TCD")),
        ("On Monday at 10:30 Niger expelled two envoys of Chad.", "SANCTION", ("NER", "TCD")),
        # one's own embassy only passes a protest on
        ("Japan lodged a protest about the missile through its embassy in Beijing.", "ACCUSE", ("JPN", "")),
        ("Japan lodged a protest about the ship with the embassy in Tokyo of China.", "ACCUSE", ("JPN", "CHN")),
        # the verb behind an aside shares its subject
        ("Ghana, which says that Togo's police fired, shut its consulate and condemned the shooting.", "ACCUSE", ("GHA", "")),
        # a span of time is nobody
        ("Ghana freed Togolese. Peru, which two days earlier had refused an offer from Bolivia, said no more.", "REJECT", ("PER", "BOL")),
        # who announces a measure takes it, an office tells of its own arrests
        ("The Polish interior minister said on Monday that flights to Minsk would be suspended.", "SANCTION", ("POL", "BLR")),
        ("China's coast guard said that three Philippine fishermen had been arrested on Sunday.", "COERCE", ("CHN", "PHL")),
        # whose police
        ("TEHRAN, May 3 (AP) - Iran denied it. The Danes, whose police on Monday arrested two men, kept silent.", "COERCE", ("DNK", "DNK")),
        # from where a government speaks
        ("Accra, May 3 (GNA) - Togo closed its border. From Lomé, the government accused Ghana of smuggling.", "ACCUSE", ("TGO", "GHA")),
        # on whose orders, where a passive puts an arrest, passives that go on
        ("The Togolese barge was burned on the orders of Ghana's army on Monday.", "ASSAULT", ("GHA", "TGO")),
        ("Oslo, May 3 (NTB) - Norway waits. A trail leads to Finland, where a man of 34 was arrested on 2 May.", "COERCE", ("FIN", "NOR")),
        ("Oslo, May 3 (NTB) - Norway waits. Two Swedes were arrested in Helsinki on Friday.", "COERCE", ("FIN", "SWE")),
        ("A Togolese was arrested in Ghana on Monday on suspicion of filming a bridge, and released later.", "RETREAT", ("GHA", "TGO")),
        # their own men belong where they do, wherever the act was
        ("Bamako, May 3 (AP) - The army denied on Monday that its men had shot at herdsmen near Lomé.", "ASSAULT", ("MLI", "TGO")),
        # a number of somebody's people
        ("Accra, May 3 (GNA) - The Togolese army said that two of its soldiers were killed on Monday.", "ASSAULT", ("", "TGO")),
    ],
)  # fmt: skip
def test_the_sentence_tells_its_sides(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the relative pronoun is the subject, or what it means is nobody
        ("Estonia expelled two Russian attachés, who accuse Latvia of spying.", "ACCUSE", ("RUS", "LVA")),
        ("Chad closed the bridge, which it accuses Sudan of mining.", "ACCUSE", ("TCD", "SDN")),
        # the verb before "and" stands within the clause after "that"
        ("Ghana says that Togo, which borders it, shut its consulate and expelled two Ghanaian envoys.", "SANCTION", ("TGO", "GHA")),
        # who tells of a measure against their own side, or of what others will do, doesn't take it
        ("Ghana's minister said that two Ghanaian envoys would be expelled.", "SANCTION", ("", "GHA")),
        ("Ghana's minister said on Monday that Togo would expel two Ghanaian envoys.", "SANCTION", ("TGO", "GHA")),
        ("Ghana's minister said that three Togolese had been shot dead.", "ASSAULT", ("", "TGO")),
        # an arrest at home is made at home
        ("Oslo, May 3 (NTB) - Norway waits. Two Finns were arrested in Bergen on Friday.", "COERCE", ("NOR", "FIN")),
        ("A Togolese barge was burned by Ghana's army on Monday.", "ASSAULT", ("GHA", "TGO")),
        # an exile speaks from abroad
        ("La Paz, May 3 (AP) - Bolivia closed its schools. From Lima, Mr. Lazcano condemned the closure.", "ACCUSE", ("BOL", "")),
        # counts of people still stand for those told last
        ("Chad arrested six Sudanese on Monday. Two were freed on Tuesday.", "RETREAT", ("TCD", "SDN")),
        ("Togo seized 30 Ghanaian sailors on Monday and let 20 of them go on Friday.", "RETREAT", ("TGO", "GHA")),
    ],
)  # fmt: skip
def test_others_keep_their_sides(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # a day is nobody
        ("Togo freed Beninese. On Thursday, 9 May, a court in Accra found two guilty and gave them six years.", "SANCTION", ("BEN", "GHA")),
        ("Togo freed ten sailors of Benin. In Accra the central bank on May 9 reportedly told banks to stop.", "REQUEST", ("BEN", "BEN")),
        # what was given back is a thing
        ("Niger, May 3 (AP) - Togo sent Chad a lorry. The governor gave it back.", "RETREAT", ("NER", "TGO")),
    ],
)  # fmt: skip
def test_days_and_things_are_nobody(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides not in acts(text, kind)


def test_armed_men_and_what_they_do_are_one_act() -> None:
    text = "ADEN, May 14 (WP) - Gunmen shot dead a Turkish envoy in Taiz in Yemen on Friday."
    assert acts(text, "ASSAULT") == [("YEM", "TUR")]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        # who calls his own people home, or arms his own, does it to others or to nobody
        ("KIGALI - Uganda accused Rwanda of spying on Friday. Rwanda called home its consul.", "SANCTION", [("RWA", "UGA")]),
        ("ASMARA - Eritrea on Monday put its armed forces on alert.", "MOBILIZE", [("ERI", "")]),
        # a bare name that tells no country is a place that boats leave or crowds block
        ("GEORGETOWN - Guyana's two patrol boats left Ramsburg on Monday.", "MOBILIZE", [("GUY", "")]),
        ("TBILISI - Georgian drivers blocked the Red Bridge crossing on Monday.", "PROTEST", [("GEO", "")]),
        # two cues of one sentence, the second without who did it or against whom
        ("Gunmen from Togo shot their way into a Ghanaian post on Tuesday and killed two.", "ASSAULT", [("TGO", "GHA")]),
        ("ABIDJAN - Gunmen shot their way into the Laléraba customs post on Tuesday and killed five Ivorian officers.",
         "ASSAULT", [("CIV", "CIV")]),
        ("SEOUL - In Busan a protest rally of fishermen was held on Monday.", "PROTEST", [("KOR", "")]),
        ("Protesters in Ankara gathered outside the Swedish embassy for a rally on Monday.", "PROTEST", [("TUR", "SWE")]),
        # other doers, other days, other kinds of act
        ("Peruvian police beat two students on Monday and soldiers in Bolivia beat a driver.", "ASSAULT", [("PER", "PER"), ("BOL", "BOL")]),
        ("Kenyan police arrested a Somali on Monday and detained two traders on Tuesday.", "COERCE", [("KEN", "SOM"), ("KEN", "SOM")]),
        ("Kenyan police arrested a Somali envoy on Monday and seized his car.", "COERCE", [("KEN", "SOM"), ("KEN", "SOM")]),
    ],
)  # fmt: skip
def test_what_one_sentence_tells_once(text: str, kind: str, told: list[tuple[str, str]]) -> None:
    assert acts(text, kind) == told


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kenya closed its border with Somalia on Monday. Somalia did likewise on Friday.", [("KEN", "SOM"), ("SOM", "KEN")]),
        ("Kenya closed its border with Somalia on Monday. Uganda followed suit on Friday.", [("KEN", "SOM"), ("UGA", "SOM")]),
        ("Kenya closed its border with Somalia on Monday. Somalia joined in on Friday.", [("KEN", "SOM")]),
    ],
)  # fmt: skip
def test_to_whom_others_do_likewise(text: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text, "SANCTION") == sides


def test_what_is_said_may_be_said_by_others_likewise() -> None:
    text = "Uruguay recognised the government of Honduras on Monday. Peru did so on Tuesday. They had done so before."
    assert acts(text, "SUPPORT") == [("URY", "HND"), ("PER", "HND")]


@pytest.mark.parametrize(
    "text",
    [
        # "its" is of who tells it, even of a part and with another act between
        "Kenya said on Tuesday that Somali gunmen had seized its fishermen.",
        "Kenya said on Tuesday that Somali gunmen had seized two of its fishermen.",
        "Kenya accused Somali gunmen on Tuesday of having seized two of its fishermen.",
        "Kenya recalled its envoy from Somalia and said that Somali gunmen had seized two of its fishermen.",
        "Kenya said on Tuesday that two of its fishermen had been arrested in Mogadishu.",
        "Two of its fishermen were arrested in Mogadishu on Tuesday, Kenya said.",
    ],
)
def test_whose_people_who_tells_of_them_means(text: str) -> None:
    assert acts("Somalia closed the road to Kenya on Monday. The weather was fine. " + text, "COERCE") == [
        ("SOM", "KEN")
    ]


def test_what_is_its_own_is_nobody_elses() -> None:
    assert acts("Kenya closed two of its crossings to Somali lorries on Monday.", "SANCTION") == [("KEN", "SOM")]
