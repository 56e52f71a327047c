"""Whose people are hit beside a foreign side, who sends people out, and who only tells or is only asked."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_SENEGAL = "DAKAR, May 4 (WP) - Senegal accused Gambia on Monday of hiding a rebel. "
_IVORY = "ACCRA, May 4 (WP) - The Ivorian navy seized a Ghanaian trawler on Sunday "
_PERU = "LIMA, May 4 (WP) - Peru arrested eleven Chilean miners "
_THREE = "CHISINAU, May 4 (WP) - Moldova expelled three Belarusian envoys, and Minsk condemned it. "
_SWEDEN = "STOCKHOLM, May 4 (WP) - Sweden accused Norway on Monday of spying. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the people belong to whom the same subject has hit just before
        (_IVORY + "and arrested nine sailors.", "COERCE", [("CIV", "GHA"), ("CIV", "GHA")]),
        (_IVORY + "and let three sailors go on Monday.", "RETREAT", [("CIV", "GHA")]),
        ("OSLO, May 4 (WP) - Norway boarded a Danish cutter, arresting three fishermen.", "COERCE", [("NOR", "DNK"), ("NOR", "DNK")]),
        ("LOME, May 4 (WP) - Togo's army on Monday shelled a Ghanaian village and killed two men.", "ASSAULT", [("TGO", "GHA")]),
        # also in the place that they have just gone into
        ("GOMA, May 4 (WP) - Burundian men entered the Congolese village of Ki and burned four houses.", "ASSAULT", [("BDI", "COD")]),
        ("GOMA, May 4 (WP) - Burundian soldiers crossed into Congo and burned four houses.", "ASSAULT", [("BDI", "COD")]),
        ("GITEGA, May 4 (WP) - Soldiers entered the village of Kiliba in Burundi and burned four houses.", "ASSAULT", [("BDI", "BDI")]),
        # not its own, nor officials, nor whom another hits, nor after what is no force, nor further on
        (_IVORY + "and arrested two of its own sailors.", "COERCE", [("CIV", "GHA"), ("CIV", "CIV")]),
        (_IVORY + "and arrested two officials.", "COERCE", [("CIV", "GHA"), ("CIV", "CIV")]),
        (_IVORY + "and Ivorian police arrested nine dockers.", "COERCE", [("CIV", "GHA"), ("CIV", "CIV")]),
        (_IVORY + "off Tema. Ivorian police arrested nine dockers.", "COERCE", [("CIV", "GHA"), ("CIV", "CIV")]),
        ("ACCRA, May 4 (WP) - Ghana condemned Togo on Monday and arrested nine dockers.", "COERCE", [("GHA", "GHA")]),
        # people are sent out by another state than theirs
        (_SENEGAL + "Two Gambian clerks were expelled on Tuesday.", "SANCTION", [("SEN", "GMB")]),
        ("DAKAR, May 4 (WP) - Senegal was calm. Two Gambian clerks were expelled on Tuesday.", "SANCTION", [("SEN", "GMB")]),
        ("DAKAR, May 4 (WP) - Senegal was calm. Two Senegalese clerks were expelled on Tuesday.", "SANCTION", [("", "SEN")]),
        ("DAKAR, May 4 (WP) - Senegal was calm. Two Gambian clerks were expelled by Mali on Tuesday.", "SANCTION", [("MLI", "GMB")]),
        # who tells a clause behind it doesn't suffer what it tells
        (_SWEDEN + "Sweden will answer in kind, its foreign minister, Lena Berg, warned.", "THREATEN", [("SWE", "NOR")]),
        (_SWEDEN + "Sweden thanked Norway, Iceland and Finland.", "SUPPORT", [("SWE", "NOR,ISL,FIN")]),
        # nor does he do what follows
        (_SENEGAL + "He walked across, say the Gambians, and asked to stay.", "REQUEST", []),
        (_SENEGAL + "On Tuesday Mali, say the Gambians, closed the road and asked Togo for help.", "REQUEST", [("MLI", "TGO")]),
        (_SENEGAL + "The road was shut, said the Gambians, asking Togo for help.", "REQUEST", [("GMB", "TGO")]),
        (_SENEGAL + "The road was shut, said the Gambians and asked Togo for help.", "REQUEST", [("GMB", "TGO")]),
        # who is asked or visited asks and visits nobody
        (_SENEGAL + "The Gambian minister, asked on Tuesday for his opinion, shook his head.", "REQUEST", []),
        (_SENEGAL + "The Gambian consul, visited in Dakar on Tuesday, knew of nothing.", "CONSULT", []),
        (_SENEGAL + "A Gambian official, who asks us to forget his name, said that nobody was hidden.", "REQUEST", []),
        (_SENEGAL + "The Gambian minister came to Dakar on Tuesday, asked for aid and left.", "REQUEST", [("GMB", "SEN")]),
        (_SENEGAL + "The Gambian president came on Tuesday, asked Senegal for arms, and flew home.", "REQUEST", [("GMB", "SEN")]),
        (_SENEGAL + "Gambia asked Senegal to name the rebel.", "REQUEST", [("GMB", "SEN")]),
        # a passive without a giver is no aid
        (_SENEGAL + "The wounded man was evacuated to a hospital.", "AID", []),
    ],
)  # fmt: skip
def test_who_is_hit_and_who_only_tells(text: str, kind: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text, kind) == sides


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # "the three" are those of whom so many were told
        (_THREE + "The three were declared persona non grata by letter.", "SANCTION", [("MDA", "BLR")]),
        (_PERU + "and thanked Bolivia. The eleven were expelled on Tuesday.", "SANCTION", [("PER", "CHL")]),
        (_PERU + "and four Bolivians. The four were expelled on Tuesday.", "SANCTION", [("PER", "BOL")]),
        # a relative clause in the present tells a habit, a report what is done now
        ("BOGOTA, May 4 (WP) - Colombia turned off the gas that it sells to Venezuela.", "COOPERATE", []),
        ("BOGOTA, May 4 (WP) - Colombia said that it sells rifles to Venezuela.", "COOPERATE", [("COL", "VEN")]),
        # nobody is let go whom nobody took, and whose country no words tell
        (_SENEGAL + "She had been let go that morning.", "RETREAT", []),
        (_SENEGAL + "Three were released on Tuesday.", "RETREAT", []),
        ("DAKAR, May 4 (WP) - Senegal arrested a Gambian on Monday. She had been let go by noon.", "RETREAT", [("SEN", "GMB")]),
        (_SENEGAL + "Two Gambian clerks were released on Tuesday.", "RETREAT", [("", "GMB")]),
        # who is sought, who is looked at at home, who turns a request down
        (_SENEGAL + "The Malian side handed over two persons wanted in Gambia.", "REQUEST", []),
        (_SENEGAL + "Gambia wanted Senegal to free a third.", "REQUEST", [("GMB", "SEN")]),
        (_SENEGAL + "The Senegalese chief of staff visited the garrison on Tuesday.", "CONSULT", []),
        (_SENEGAL + "The Senegalese chief of staff visited the Gambian garrison on Tuesday.", "CONSULT", [("SEN", "GMB")]),
        (_SENEGAL + "A Gambian minister visited the capital on Tuesday.", "CONSULT", [("GMB", "SEN")]),
        (_SENEGAL + "China turned down a request to write off a debt of Mali.", "REQUEST", []),
        (_SENEGAL + "China turned down a Malian request for help.", "REQUEST", [("MLI", "CHN")]),
    ],
)  # fmt: skip
def test_counted_people_and_lookalikes(text: str, kind: str, sides: list[tuple[str, str]]) -> None:
    assert acts(text, kind) == sides
