"""Labels: how they are read, what a check of a fixture finds, and that the schemas in the repository are current."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.cases import FIXTURES, find_trigger, load_case, with_text
from evals.label_checks import check_folder
from evals.labels import (
    SCHEMAS,
    EventLabel,
    EventPattern,
    PartyLabel,
    json_schemas,
    party_fits,
    pattern_hits_label,
    split_quantity,
    split_speaker,
)
from evals.metrics.forbidden import must_not_hits
from tests.evals_perfect import perfect_outcome
from tests.test_evals_running import make_fixture


@pytest.mark.parametrize("folder", sorted(path.parent for path in FIXTURES.glob("*/case.yaml")), ids=lambda f: f.name)
def test_every_fixture_is_sound(folder: Path) -> None:
    assert check_folder(folder) == []


@pytest.mark.parametrize("folder", sorted(path.parent for path in FIXTURES.glob("*/case.yaml")), ids=lambda f: f.name)
def test_the_gold_itself_makes_no_forbidden_statement(folder: Path) -> None:
    assert must_not_hits(perfect_outcome(load_case(folder)))["hit"] == 0


@pytest.mark.parametrize(
    ("pattern", "forbids"),
    [
        ({"type": "COERCE/deport", "actors": ("UTO",)}, True),
        ({"type": "SANCTION", "status": "denied"}, True),
        ({"type": "SANCTION/expel", "date": "2024-05-0[0-9]"}, True),
        ({"recipients": ("ARC",)}, True),
        ({"type": "SANCTION/withdraw"}, False),
        ({"type": "SANCTION", "status": "announced"}, False),
        ({"date": "2024-06.*"}, False),
        ({"recipients": ("BOR",)}, False),
    ],
)
def test_what_the_gold_accepts_may_not_be_forbidden(pattern: dict[str, Any], forbids: bool) -> None:
    label = EventLabel.model_validate(
        {"id": "expulsion", "type": "SANCTION/expel", "or_types": ["COERCE/deport"], "status": "alleged",
         "or_status": ["denied"], "actors": ["UTO"], "or_recipients": ["ARC"], "or_dates": ["2024-05-08"],
         "triggers": ["expelled"]}
    )  # fmt: skip
    assert pattern_hits_label(EventPattern.model_validate(pattern), label) is forbids


def test_schemas_are_what_the_command_writes() -> None:
    for name, schema in json_schemas().items():
        assert json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")) == schema


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ROU", PartyLabel("ROU", None, None)),
        ("ROU/GOV", PartyLabel("ROU", "GOV", None)),
        ("RUS:Alexei G.", PartyLabel("RUS", None, "Alexei G.")),
        ("RUS/GOV:the ministry", PartyLabel("RUS", "GOV", "the ministry")),
        (":Grey Lantern", PartyLabel(None, None, "Grey Lantern")),
    ],
)
def test_party_labels(text: str, expected: PartyLabel) -> None:
    assert PartyLabel.parse(text) == expected


@pytest.mark.parametrize("text", ["", "romania", "/GOV", "ROMANIA"])
def test_what_is_no_party(text: str) -> None:
    with pytest.raises(ValueError, match="is no party"):
        PartyLabel.parse(text)


def test_speakers_and_quantities() -> None:
    speaker = split_speaker("RUS:Maria Z. reported")
    assert (speaker.party.country, speaker.party.name, speaker.reporting) == ("RUS", "Maria Z.", "reported")
    assert split_quantity("4.2 million lempiras") == (4.2, "million lempiras")
    with pytest.raises(ValueError, match="no speaker"):
        split_speaker("RUS thinks")
    with pytest.raises(ValueError, match="no quantity"):
        split_quantity("several people")


@pytest.mark.parametrize(
    ("label", "party", "fits"),
    [
        ("MMR", "MMR/MIL:the army", True),
        ("MMR/GOV", "MMR/MIL:the army", False),
        ("MMR:Kachin Army", "MMR/REB:the Kachin Army", True),
        ("MMR:Kachin Army", "MMR/REB:Arakan Army", False),
        ("MMR:Kachin Army", ":Kachin Army", True),
        ("MMR", ":Kachin Army", False),
        ("MMR", "THA", False),
    ],
)
def test_which_party_a_pattern_names(label: str, party: str, fits: bool) -> None:
    assert party_fits(PartyLabel.parse(label), PartyLabel.parse(party)) is fits


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("wire.labels.yaml", "[expelled]", "[banished]", "'banished' is not in the text"),
        ("wire.labels.yaml", "[expelled]", "[expelled @2]", "not in the text 2 time(s)"),
        ("wire.labels.yaml", "on Monday", "on Friday", "date_text"),
        ("wire.labels.yaml", "2024-05-06", "6 May", "no EDTF date"),
        ("wire.labels.yaml", "status: occurred", "status: perhaps", "status"),
        ("wire.labels.yaml", "2 diplomats", "two diplomats", "no quantity"),
        ("wire.labels.yaml", "type:", "kind:", "kind"),
        ("case.yaml", "':Arcadia'", "':Utopia'", "forbids wire.labels.yaml: expulsion"),
        ("case.yaml", "split: dev", "split: training", "split"),
        ("case.yaml", "utopia,", "'(',", "'('"),
    ],
)
def test_check_finds(tmp_path: Path, file: str, old: str, new: str, complaint: str) -> None:
    folder = make_fixture(tmp_path) / "dev-small"
    assert check_folder(folder) == []
    path = folder / file
    text = path.read_text(encoding="utf-8").replace('":Arcadia"', "':Arcadia'" if file == "case.yaml" else '":Arcadia"')
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert complaint in "\n".join(check_folder(folder))


def test_offsets_count_in_the_text_after_the_front_matter(tmp_path: Path) -> None:
    article = load_case(make_fixture(tmp_path) / "dev-small").articles[0]
    start, end = article.events[0].triggers[0]
    assert article.text.startswith("Utopia on Monday")
    assert article.text[start:end] == "expelled"


def test_labels_follow_the_text_as_it_was_loaded(tmp_path: Path) -> None:
    folder = make_fixture(tmp_path) / "dev-small"
    for name in ("wire.md", "wire.labels.yaml"):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace("expelled", "ex\u00adpelled"), encoding="utf-8")
    article = load_case(folder).articles[0]
    loaded = with_text(article, article.text.replace("\u00ad", ""))
    start, end = loaded.events[0].triggers[0]
    assert loaded.text[start:end] == "expelled"
    with pytest.raises(ValueError, match="a trigger of expulsion"):
        with_text(article, "Another text")


def test_later_occurrences_of_a_trigger() -> None:
    text = "fire and fire and fire"
    assert find_trigger(text, "fire @3") == (18, 22)
    assert find_trigger(text, "fire @4") is None
