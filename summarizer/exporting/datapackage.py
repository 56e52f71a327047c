"""Documentation of tabular files: a Frictionless Tabular Data Package (v1) that names and describes every column."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from summarizer.errors import UsageError
from summarizer.exporting import flat, gdelt, icews, polecat
from summarizer.exporting.columns import Column, Sheet

SHEETS: Mapping[str, Sheet] = {
    "csv": flat.CSV,
    "tsv": flat.TSV,
    "polecat": polecat.SHEET,
    "icews": icews.SHEET,
    "gdelt": gdelt.SHEET,
}
_SAFE = (
    " Text is on one line, without control characters, and has an apostrophe before =, +, - and @ at its beginning and after a "
    "semicolon, which would make it a formula: take it off when reading."
)


def datapackage(format: str, path: str) -> str:
    """The descriptor of a file in one of the formats of `SHEETS`, as JSON with a line end.

    `path` is the data file as seen from the descriptor's folder. Raises UsageError for a format without columns of text, or a
    path that is absolute or leads upwards, which Frictionless forbids.
    """
    if format not in SHEETS:
        raise UsageError(f"no data package for {format}", f"choose one of {', '.join(SHEETS)}")
    path = path.replace("\\", "/")
    if path.startswith("/") or re.match(r"[A-Za-z]:", path) or ".." in path.split("/"):
        raise UsageError("a data package must lie in the folder of its data or above", "choose another file for it")
    sheet = SHEETS[format]
    name = re.sub(r"[^a-z0-9]+", "-", path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()).strip("-") or "events"
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": name,
        "title": sheet.description,
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": name,
                "path": path,
                "format": "csv" if sheet.delimiter == "," else "tsv",
                "mediatype": "text/csv" if sheet.delimiter == "," else "text/tab-separated-values",
                "encoding": "utf-8",
                "description": sheet.description + _SAFE,
                "dialect": {
                    "delimiter": sheet.delimiter,
                    "lineTerminator": sheet.line_end,
                    "quoteChar": '"',
                    "doubleQuote": True,
                    "header": True,
                },
                "schema": {
                    "fields": [_field(column) for column in sheet.columns],
                    "missingValues": [""],
                },
            }
        ],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": column.kind, "description": column.description}
