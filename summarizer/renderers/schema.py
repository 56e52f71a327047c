"""The JSON schema of a brief, kept beside this file: `python -m summarizer.renderers.schema` writes it anew."""

from __future__ import annotations

import json
from pathlib import Path

from summarizer.brief import Brief

SCHEMA_FILE = Path(__file__).with_name("brief.schema.json")


def brief_schema() -> str:
    """The schema (JSON Schema 2020-12) of what `brief.to_json()` gives, as indented JSON with a line end."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Brief.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(brief_schema(), encoding="utf-8")
