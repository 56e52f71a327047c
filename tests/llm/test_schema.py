"""Schemas come from the ontology and are strict all the way down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import instructor
import pytest

from summarizer.engines.llm import schema
from summarizer.events import STATUSES
from summarizer.ontology import Ontology, load_ontology


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("type") == "object":
            yield value
        for child in value.values():
            yield from objects(child)


@pytest.mark.parametrize(
    "wanted", [schema.events_schema(load_ontology()), schema.brief_schema(), schema.sentences_schema()]
)
def test_schemas_are_strict(wanted: dict[str, Any]) -> None:
    found = list(objects(wanted))
    assert found
    for item in found:
        assert item["additionalProperties"] is False
        assert item["required"] == list(item["properties"])


def test_types_and_modes_are_those_of_the_ontology() -> None:
    ontology = load_ontology()
    fields = schema.events_schema(ontology)["properties"]["events"]["items"]["properties"]
    expected = set(ontology.types)
    expected |= {f"{kind.name}/{mode}" for kind in ontology.types.values() for mode in kind.modes}
    assert set(fields["t"]["enum"]) == expected
    assert tuple(fields["st"]["enum"]) == STATUSES
    own = Ontology("own", "1", {"BREACH": next(iter(ontology.types.values()))}, {})
    assert "BREACH" not in schema.type_names(ontology)
    assert schema.events_schema(own) != schema.events_schema(ontology)


def test_instructor_takes_the_models_as_they_are() -> None:
    # Any other model would be copied into a new class for every call, at two milliseconds each.
    from instructor.v2.core.response_model import prepare_response_model

    for model in (schema.EventsAnswer, schema.BriefAnswer, schema.SentencesAnswer):
        assert issubclass(model, instructor.ResponseSchema)
        assert prepare_response_model(model) is model
