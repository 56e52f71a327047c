from __future__ import annotations

import csv
import io
import unicodedata

import pandas
import pytest
from exporting.making import ALL, ARTICLE, BARE, EVIL, PLAIN, evil, written

from summarizer.events import Event, EventDate, Party, Place
from summarizer.exporting import SHEETS, ExportContext, write_events
from summarizer.exporting.delimited import safe_cell

_DELIMITER = {"csv": ","}
_TITLED = ["polecat", "icews", "gdelt"]


def table(format: str, *events: Event) -> list[dict[str, str]]:
    text = written(format, *events).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=_DELIMITER.get(format, "\t")))


@pytest.mark.parametrize("format", SHEETS)
def test_no_cell_is_a_formula_or_holds_a_control_character(format: str) -> None:
    for row in table(format, *ALL):
        for column, cell in row.items():
            assert cell is not None, column
            if column == "record":
                assert cell.isascii()
                assert cell.startswith("{")
                assert not set(";=@|") & set(cell)
                continue
            assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") for c in cell), (column, cell)
            try:
                float(cell)
            except ValueError:
                for part in cell.split(";"):  # some editions split there
                    assert not part.lstrip().startswith(("=", "+", "-", "@", "＝")), (column, cell)


@pytest.mark.parametrize("format", SHEETS)
def test_every_row_has_every_column_on_one_line(format: str) -> None:
    text = written(format, *ALL).decode()
    rows = table(format, *ALL)
    assert len(rows) == len(text.splitlines()) - 1
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("format", SHEETS)
def test_without_events_there_is_a_header(format: str) -> None:
    assert written(format).count(b"\n") == 1


def test_numbers_stay_numbers_and_text_that_begins_with_a_sign_does_not() -> None:
    assert safe_cell(-5.5) == -5.5
    assert safe_cell("-5.5") == "'-5.5"
    assert safe_cell("") == ""
    assert safe_cell(None) is None
    assert safe_cell("a=b, -c") == "a=b, -c"
    assert safe_cell("a;=b; -c") == "a;'=b; '-c"


def test_csv_keeps_one_row_an_event_with_lists_in_order() -> None:
    row, _ = table("csv", PLAIN, BARE)
    assert row["actors"] == "Russia; Belarus"
    assert row["recipients"] == "an envoy of Romania; NATO"
    assert row["recipient_countries"] == "ROU; NATO"
    assert row["recipient_sectors"] == "GOV;"
    assert row["published"] == f"{ARTICLE.published};"
    assert row["date"] == "2021-04-26"
    assert (row["score"], row["quadrant"]) == ("-5.5", "4")
    assert row["conflicts"] == "toll (unresolved): 3 / 5"
    assert row["attribution"] == "officials (RUS, said)"
    assert written("csv", PLAIN).endswith(b"\r\n")


@pytest.mark.parametrize("format", _TITLED)
def test_lists_of_actors_become_pairs(format: str) -> None:
    actor, recipient = {
        "polecat": ("Actor Name", "Recipient Name"),
        "icews": ("Source Name", "Target Name"),
        "gdelt": ("Actor1Name", "Actor2Name"),
    }[format]
    rows = table(format, PLAIN)
    assert [(row[actor], row[recipient]) for row in rows] == [
        ("Russia", "an envoy of Romania"),
        ("Russia", "NATO"),
        ("Belarus", "an envoy of Romania"),
        ("Belarus", "NATO"),
    ]
    alone = PLAIN.model_copy(update={"recipients": ()})
    assert [(row[actor], row[recipient]) for row in table(format, alone)] == [("Russia", ""), ("Belarus", "")]
    nobody = table(format, BARE)
    assert [(row[actor], row[recipient]) for row in nobody] == [("", "")]


def test_polecat_is_read_by_pandas() -> None:
    frame = pandas.read_csv(io.BytesIO(written("polecat", PLAIN, *EVIL, BARE)), sep="\t")
    assert len(frame) == 4 + len(EVIL) + 1
    first = frame.iloc[0]
    assert first["Event ID"] == PLAIN.id
    assert first["Event Date"] == "2021-04-26"
    assert (first["Event Type"], first["Event Mode"]) == ("SANCTION", "expel")
    assert (first["Intensity"], first["Quad Code"]) == (-5.5, "MATERIAL CONFLICT")
    assert (first["Actor Country"], first["Actor COW"], first["Primary Actor Sector"]) == ("RUS", 365, "GOV")
    assert (first["Recipient Country"], first["Recipient COW"]) == ("ROU", 360)
    assert (first["Placename"], first["Country"]) == ("Bucharest", "ROU")
    assert (first["Source"], first["Publication Date"]) == ("Wire", "2021-04-27")
    assert (first["Headline"], first["Language"]) == ("Envoy told to leave", "en")
    assert (first["Status"], first["Date EDTF"]) == ("occurred", "2021-04-26")
    second = frame.iloc[1]
    assert pandas.isna(second["Recipient Country"])  # an organisation is no country
    assert second["Primary Recipient Sector"] == "IGO"
    assert frame[["Latitude", "Longitude", "Actor Title"]].isna().all().all()
    assert (frame["Event ID"] == PLAIN.id).sum() == 4
    last = frame.iloc[-1]
    assert pandas.isna(last["Intensity"])  # no score is made up for a type that the ontology doesn't have
    assert pandas.isna(last["Quad Code"])


def test_icews_columns() -> None:
    row = table("icews", PLAIN)[0]
    assert (row["CAMEO Code"], row["Event Text"], row["Intensity"]) == ("160", "SANCTION/expel", "-5.5")
    assert (row["Source Country"], row["Source Sectors"]) == ("Russian Federation", "Government")
    assert (row["City"], row["Country"], row["Story ID"]) == ("Bucharest", "Romania", ARTICLE.id)
    assert row["Sentence Number"] == ""
    country = PLAIN.model_copy(update={"place": Place(name="Romania", country="ROU")})
    assert (table("icews", country)[0]["City"], table("icews", country)[0]["Country"]) == ("", "Romania")


def test_gdelt_columns() -> None:
    rows = table("gdelt", PLAIN)
    assert [row["GLOBALEVENTID"] for row in rows] == [PLAIN.id, f"{PLAIN.id}-2", f"{PLAIN.id}-3", f"{PLAIN.id}-4"]
    assert {row["EventID"] for row in rows} == {PLAIN.id}
    first, second = rows[:2]
    assert first["SQLDATE"] == "20210426"
    assert (first["EventCode"], first["EventBaseCode"], first["EventRootCode"]) == ("160", "160", "16")
    assert (first["QuadClass"], first["GoldsteinScale"]) == ("4", "-5.5")
    assert (first["Actor1Code"], first["Actor1CountryCode"], first["Actor1Type1Code"]) == ("RUSGOV", "RUS", "GOV")
    assert (first["Actor2Code"], first["Actor2CountryCode"]) == ("ROMGOV", "ROM")  # CAMEO's code of Romania
    assert (second["Actor2Code"], second["Actor2CountryCode"], second["Actor2Type1Code"]) == ("IGOWSTNAT", "", "IGO")
    assert (first["NumMentions"], first["NumSources"], first["NumArticles"]) == ("1", "2", "2")
    assert (first["ActionGeo_FullName"], first["ActionGeo_CountryCode"]) == ("Bucharest, Romania", "RO")
    assert first["SOURCEURL"] == ARTICLE.url
    assert first["IsRootEvent"] == "1"
    finer = PLAIN.model_copy(update={"type": "COERCE", "mode": "curfew"})
    row = table("gdelt", finer)[0]
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("1723", "172", "17")
    unknown = table("gdelt", BARE)[0]
    assert {unknown[name] for name in ("EventCode", "EventRootCode", "QuadClass", "GoldsteinScale", "IsRootEvent")} == {
        ""
    }


def test_whether_it_is_in_the_lead_is_empty_when_the_text_is_not_at_hand() -> None:
    stream = io.BytesIO()
    write_events([PLAIN], "gdelt", stream, ExportContext())
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode()), delimiter="\t"))
    assert rows[0]["IsRootEvent"] == ""


@pytest.mark.parametrize(
    "edtf",
    [
        "XXXX-XX-24",
        "2021-04",
        "2021",
        "2021-04-24/2021-04-26",
        "2021-04-26~",
        "2014/..",
        "2021-21",
        "nonsense",
        "XXXX-04-26",
    ],
)
def test_a_date_less_exact_than_a_day_fills_no_column_of_days(edtf: str) -> None:
    event = PLAIN.model_copy(update={"date": EventDate(edtf=edtf)})
    assert table("gdelt", event)[0]["SQLDATE"] == ""
    assert table("gdelt", event)[0]["DateEDTF"] == edtf
    for format in ("polecat", "icews"):
        assert table(format, event)[0]["Event Date"] == ""
        assert table(format, event)[0]["Date EDTF"] == edtf


@pytest.mark.parametrize(("code", "cameo"), [("XKX", ""), ("EUR", ""), ("ZZZ", ""), ("DEU", "DEU")])
def test_a_country_without_a_sure_code_stays_empty(code: str, cameo: str) -> None:
    event = PLAIN.model_copy(update={"actors": (Party(name="x", country=code),)})
    assert table("gdelt", event)[0]["Actor1CountryCode"] == cameo


@pytest.mark.parametrize("format", _TITLED)
def test_status_and_speaker_are_told_beside(format: str) -> None:
    row = table(format, evil("who knows"))[0]
    assert row["Status"] == "planned"
    assert row["Attribution"] == "who knows (alleged)"
    assert row["Quote"] == "who knows"
    assert row["Conflicts"] == "who knows (unresolved): who knows"
