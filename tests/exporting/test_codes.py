from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import OntologyError
from summarizer.events import Party
from summarizer.exporting.coding import (
    alpha3,
    cameo_actor,
    cameo_type,
    country_codes,
    icews_country,
    is_country,
    sector,
)
from summarizer.normalising.actors import countries
from summarizer.ontology import load_ontology

# Quadrants of CAMEO's roots: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict. 08 (yield) is both.
_MATERIAL_OR_VERBAL = {"01": {1}, "02": {1}, "03": {1}, "04": {1}, "05": {1}, "06": {2}, "07": {2}, "08": {1, 2}}


def test_every_type_and_mode_has_a_cameo_code_on_its_side_of_conflict() -> None:
    ontology = load_ontology()
    for kind in ontology.types.values():
        for mode in (None, *kind.modes):
            code = ontology.cameo(kind.name, mode)
            assert code is not None
            assert code.isdecimal()
            assert "01" <= code[:2] <= "20"
            if kind.quadrant in (1, 2):
                assert kind.quadrant in _MATERIAL_OR_VERBAL[code[:2]], (kind.name, mode)
            else:
                assert code[:2] >= "09", (kind.name, mode)
    assert ontology.cameo("NO-SUCH-TYPE") is None


def test_a_mode_without_a_code_has_that_of_its_type() -> None:
    kind = load_ontology().types["CONSULT"]
    assert kind.modes["multilateral"].cameo == kind.cameo == "04"
    assert kind.modes["visit"].cameo == "042"


def test_a_code_that_is_no_text_of_digits_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'name = "own"\nversion = "1"\n[types.X]\nquadrant = 1\nscore = 1\ncameo = 11\ndefinition = "d"\n'
        'say = { past = "did", base = "do" }\n'
    )
    with pytest.raises(OntologyError, match="cameo"):
        load_ontology(str(path))


def test_every_code_of_the_gazetteer_is_a_country_or_an_organisation() -> None:
    organisations = {code for code in countries() if not is_country(code)}
    assert organisations == {"EUR", "NATO", "UNO", "IGO", "NGO", "IMG"}
    assert all(sector(Party(name="x", country=code)) and not alpha3(code) for code in organisations)
    assert all(cameo_actor(Party(name="x", country=code)) for code in organisations)


def test_codes_are_well_formed_and_stand_for_one_country_each() -> None:
    codes = [country_codes(code) for code in countries()]
    for column, length in (("cow", (1, 3)), ("fips", (2, 2)), ("cameo", (3, 3))):
        given = [value for found in codes if (value := getattr(found, column))]
        assert len(given) == len(set(given)), column
        assert all(length[0] <= len(value) <= length[1] for value in given)
    assert all(found.cow.isdecimal() for found in codes if found.cow)


@pytest.mark.parametrize(
    ("code", "cow", "fips", "cameo"),
    [
        ("RUS", "365", "RS", "RUS"),
        ("DEU", "255", "GM", "DEU"),
        ("GBR", "200", "UK", "GBR"),
        ("SRB", "345", "RI", "SRB"),
        ("ROU", "360", "RO", "ROM"),
        ("XKX", "347", "KV", ""),
        ("HKG", "", "HK", "HKG"),
        ("PSE", "", "", "PSE"),
        ("EUR", "", "", ""),
        ("QQQ", "", "", ""),
    ],
)
def test_codes_of_a_country(code: str, cow: str, fips: str, cameo: str) -> None:
    assert country_codes(code) == (cow, fips, cameo)


def test_parties_in_cameo_and_icews() -> None:
    assert cameo_actor(Party(name="a paper", country="NOR", sector="JRN")) == "NORMED"
    assert cameo_type(Party(name="a clinic", sector="MED")) == "HLH"
    assert cameo_actor(Party(name="somebody")) == cameo_actor(None) == ""
    assert cameo_actor(Party(name="the UN", country="UNO", sector="IGO")) == "IGOUNO"
    assert (icews_country("GBR"), icews_country("RUS"), icews_country("EUR")) == (
        "United Kingdom",
        "Russian Federation",
        "",
    )
