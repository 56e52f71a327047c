"""Names of countries and organisations: found exactly, told apart from look-alikes, and read off a party's own name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.normalising import actors
from summarizer.normalising.actors import borne_out, codes_in, country_of, demonym, display_name, find_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia expelled eight Polish diplomats.", [("Russia", "RUS", "name"), ("Polish", "POL", "demonym")]),
        ("The Kremlin answered Downing Street.", [("Kremlin", "RUS", "metonym"), ("Downing Street", "GBR", "metonym")]),
        ("Warsaw and Tbilisi", [("Warsaw", "POL", "capital"), ("Tbilisi", "GEO", "capital")]),
        ("the EU and the U.N.", [("EU", "EUR", "organisation"), ("U.N.", "UNO", "organisation")]),
        ("the African Union", [("African Union", "IGO", "organisation")]),
        ("the Baltic states", [("Baltic states", "EST LVA LTU", "group")]),
        ("Niger is not Nigeria", [("Niger", "NER", "name"), ("Nigeria", "NGA", "name")]),
        ("the Niger Delta", [("Niger Delta", "NGA", "capital")]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", [
            ("Guinea", "GIN", "name"), ("Guinea-Bissau", "GNB", "name"),
            ("Equatorial Guinea", "GNQ", "name"), ("Papua New Guinea", "PNG", "name"),
        ]),
        ("North Korea, South Korean", [("North Korea", "PRK", "name"), ("South Korean", "KOR", "demonym")]),
        ("the Republic of Congo and the Democratic Republic of Congo", [
            ("Republic of Congo", "COG", "name"), ("Democratic Republic of Congo", "COD", "name"),
        ]),
        ("Paris Hilton flew to Paris", [("Paris", "FRA", "capital")]),
        ("Michael Jordan met the King of Jordan", [("Jordan", "JOR", "name")]),
        ("In Chad, Chad Kelly cheered", [("Chad", "TCD", "name")]),
        ("roast turkey in Turkey", [("Turkey", "TUR", "name")]),
        ("Georgia Gov. Smith spoke", [("Georgia", "USA", "capital")]),
        ("Georgia recalled its envoy", [("Georgia", "GEO", "name")]),
        ("Latin American markets and New England", []),
        ("RUSSIA EXPELS ENVOY", [("RUSSIA", "RUS", "name")]),
        ("the United\u00a0States", [("United\u00a0States", "USA", "name")]),
        ("Cote d’Ivoire", [("Cote d’Ivoire", "CIV", "name")]),
        ("Congolese troops near Brazzaville", [("Congolese", "COG", "demonym"), ("Brazzaville", "COG", "capital")]),
        ("give us the facts, it is who we are", []),
        ("Indiana is not India", [("Indiana", "USA", "capital"), ("India", "IND", "name")]),
    ],
)  # fmt: skip
def test_finds_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(text[hit.start : hit.end], hit.code, hit.kind) for hit in find_names(text)] == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the Russian ambassador to Japan", "RUS"),
        ("Moldova’s ambassador to Moscow", "MDA"),
        ("the Russian embassy in Chisinau", "RUS"),
        ("the ambassador of Japan to Russia", "JPN"),
        ("the ambassador to Moscow", None),
        ("Kremlin", "RUS"),
        ("the Foreign Ministry", None),
        ("the Ministry of Finance in Paris", "FRA"),
        ("the UN special envoy for Syria", "UNO"),
        ("anti-Russian protesters", None),
        ("Iranian-backed Houthis", "YEM"),
        ("the US-led coalition", "USA"),
        ("U.S. troops in Iraq", "USA"),
        ("the Baltic states", None),
        ("Michael Jordan", None),
    ],
)
def test_reads_the_country_off_a_name(name: str, code: str | None) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    ("code", "text", "held"),
    [
        ("RUS", "Moscow protested", True),
        ("EST", "the Baltic states protested", True),
        ("BEL", "in Brussels", True),
        ("EUR", "in Brussels", True),
        ("COG", "the Congolese army", True),
        ("NGA", "Niger protested", False),
        ("XXX", "Russia", False),
        ("RUS", "", False),
    ],
)
def test_tells_whether_a_text_bears_a_code_out(code: str, text: str, held: bool) -> None:
    assert borne_out(code, text) is held


@pytest.mark.parametrize("between", ["\n", "\n\n", "\t", " \n "])
def test_a_name_may_go_on_in_the_next_line(between: str) -> None:
    (hit,) = find_names(f"The European{between}Union said so.")
    assert (hit.code, hit.start, hit.end) == ("EUR", 4, 17 + len(between))


def test_a_name_at_the_very_end_ends_with_the_text() -> None:
    text = "an envoy in Tehran"  # other names that begin so are longer
    assert [(hit.start, hit.end) for hit in find_names(text)] == [(12, len(text))]


def test_codes_expand_groups() -> None:
    assert codes_in("Benelux and the Kremlin") == {"BEL", "NLD", "LUX", "RUS"}


def test_writes_names() -> None:
    assert display_name("RUS") == "Russia"
    assert display_name("GBR") == "the United Kingdom"
    assert display_name("EUR") == "the European Union"
    assert display_name("QQQ") == "QQQ"
    assert demonym("FRA") == "French"
    assert demonym("EUR") is None


def test_knows_every_iso_country() -> None:
    codes = actors.countries() - {"EUR", "NATO", "UNO", "IGO", "NGO", "IMG"}
    assert len(codes) == 250  # 249 of ISO 3166, and Kosovo
    assert all(len(code) == 3 and code.isupper() for code in codes)
    missed = [code for code in codes if code not in codes_in(f"Envoys of {display_name(code)} met.")]
    assert missed == []


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["Congo", "US", "’s", " ", "U.S.", "Paris", "-", "al-S"])).map("".join)
)
def test_any_text_gives_ordered_spans_of_whole_words(text: str) -> None:
    end = 0
    for hit in find_names(text):
        assert end <= hit.start < hit.end <= len(text)
        assert hit.start == 0 or not (text[hit.start - 1].isalnum() and text[hit.start].isalnum())
        assert hit.end == len(text) or not (text[hit.end - 1].isalnum() and text[hit.end].isalnum())
        end = hit.end
