"""What a model is asked to answer: JSON schemas made from the ontology, strict wherever a server knows strictness.

Field names are short because each record repeats them; a party is one string, "name|country|sector", for that reason.
Response models are lenient on purpose: items are read one by one, so that a bad one doesn't take the others with it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import instructor
from pydantic import ConfigDict, Field

from summarizer.disputes import FINDINGS, SLOTS
from summarizer.engines.llm.messages import SECTIONS
from summarizer.events import STATUSES
from summarizer.ontology import Ontology

JsonSchema = dict[str, Any]

_WORDS: JsonSchema = {"type": "string"}
_NUMBERS: JsonSchema = {"type": "array", "items": {"type": "integer"}}
_TEXTS: JsonSchema = {"type": "array", "items": {"type": "string"}}


class Answer(instructor.ResponseSchema):
    """The outermost shape of an answer; what is inside is read item by item.

    Derived from instructor's own base, because it would make a new pydantic model from any other for every single call.
    """

    model_config = ConfigDict(extra="ignore")


class EventsAnswer(Answer):
    """The events of one article."""

    events: list[Any] = Field(max_length=2000)


class BriefAnswer(Answer):
    """A brief."""

    bottom_line: list[Any] = Field(max_length=50)
    key_points: list[Any] = Field(max_length=200)
    threads: list[Any] = Field(max_length=200)


class LeadAnswer(Answer):
    """The head of a brief; key points are numbers of sentences."""

    bottom_line: list[Any] = Field(max_length=50)
    key_points: list[Any] = Field(max_length=200)


class SentencesAnswer(Answer):
    """Better versions of sentences."""

    sentences: list[Any] = Field(max_length=1000)


class VerdictsAnswer(Answer):
    """What reports contradict each other on."""

    verdicts: list[Any] = Field(max_length=1000)


class EditsAnswer(Answer):
    """Changes to a brief."""

    edits: list[Any] = Field(max_length=1000)


def record(**fields: JsonSchema) -> JsonSchema:
    """The schema of an object with exactly these fields, all required, as strict servers want it."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _list(items: JsonSchema) -> JsonSchema:
    return {"type": "array", "items": items}


def type_names(ontology: Ontology) -> list[str]:
    """`TYPE` and `TYPE/mode` of all types and modes, in the ontology's order."""
    names: list[str] = []
    for kind in ontology.types.values():
        names += [kind.name, *(f"{kind.name}/{mode}" for mode in kind.modes)]
    return names


def events_schema(ontology: Ontology) -> JsonSchema:
    """Schema of the answer to `extract_events`."""
    event = record(
        s=_NUMBERS,
        w=_WORDS,
        t={"type": "string", "enum": type_names(ontology)},
        st={"type": "string", "enum": list(STATUSES)},
        a=_TEXTS,
        r=_TEXTS,
        d=_WORDS,
        p=_WORDS,
        by=_TEXTS,
        q=_TEXTS,
    )
    return record(events=_list(event))


@lru_cache(maxsize=1)
def brief_schema() -> JsonSchema:
    """Schema of the answer to `write_brief`."""
    sentences = _list(record(text=_WORDS, e=_NUMBERS, s=_TEXTS))
    thread = record(title=_WORDS, happened=sentences, claims=sentences, differ=sentences)
    return record(bottom_line=sentences, key_points=sentences, threads=_list(thread))


@lru_cache(maxsize=1)
def lead_schema() -> JsonSchema:
    """Schema of the answer to `write_lead`."""
    return record(bottom_line=_list(record(text=_WORDS, e=_NUMBERS)), key_points=_NUMBERS)


@lru_cache(maxsize=1)
def assessment_schema() -> JsonSchema:
    """Schema of the answer to `write_assessment`."""
    return record(sentences=_list(record(text=_WORDS, e=_NUMBERS)))


@lru_cache(maxsize=1)
def edits_schema() -> JsonSchema:
    """Schema of the answer to `edit_brief`; `doubts` come first, so that the changes follow from them; `n` is the number of the
    line that is replaced, 0 for a new one, `before` that of the line before which a new or moved one stands.
    """
    sections: JsonSchema = {"type": "string", "enum": list(SECTIONS)}
    number: JsonSchema = {"type": "integer"}
    edit = record(n=number, section=sections, before=number, text=_WORDS, e=_NUMBERS, s=_TEXTS)
    return record(doubts=_TEXTS, edits=_list(edit))


@lru_cache(maxsize=1)
def verdicts_schema() -> JsonSchema:
    """Schema of the answer to `judge_conflicts`; `why` comes first, so that the finding follows from it."""
    slots, findings = ({"type": "string", "enum": list(names)} for names in (SLOTS, FINDINGS))
    version = record(value=_WORDS, s=_TEXTS)
    return record(
        verdicts=_list(record(e={"type": "integer"}, slot=slots, why=_WORDS, finding=findings, v=_list(version)))
    )


@lru_cache(maxsize=1)
def sentences_schema() -> JsonSchema:
    """Schema of the answer to `revise_sentences`; `n` is the number of the sentence that is replaced."""
    return record(sentences=_list(record(n={"type": "integer"}, text=_WORDS, e=_NUMBERS, s=_TEXTS)))
