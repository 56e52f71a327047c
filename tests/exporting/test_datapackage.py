from __future__ import annotations

import json

import pytest
from exporting.making import written

from summarizer.errors import UsageError
from summarizer.exporting import SHEETS, datapackage


@pytest.mark.parametrize("format", SHEETS)
def test_it_names_and_describes_every_column_in_order(format: str) -> None:
    package = json.loads(datapackage(format, "out/Events 1.txt"))
    assert package["profile"] == "tabular-data-package"
    (resource,) = package["resources"]
    assert (package["name"], resource["name"], resource["path"]) == ("events-1", "events-1", "out/Events 1.txt")
    header = written(format).decode().rstrip("\r\n").split(resource["dialect"]["delimiter"])
    assert [field["name"] for field in resource["schema"]["fields"]] == header
    assert all(len(field["description"]) > 2 for field in resource["schema"]["fields"])
    assert {field["type"] for field in resource["schema"]["fields"]} <= {"string", "integer", "number", "date"}
    assert resource["encoding"] == "utf-8"


@pytest.mark.parametrize("path", ["/etc/events.csv", "../events.csv", "a/../../b.csv", "C:\\events.csv", "..\\x.csv"])
def test_a_path_that_frictionless_forbids_is_refused(path: str) -> None:
    with pytest.raises(UsageError, match="folder"):
        datapackage("csv", path)


def test_only_tables_are_described() -> None:
    with pytest.raises(UsageError, match="polecat"):
        datapackage("atom", "events.atom")
