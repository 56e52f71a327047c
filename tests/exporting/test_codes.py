from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import OntologyError
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
