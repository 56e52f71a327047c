"""The questions that a model is asked, and the key under which an answer is kept."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarizer.engines.llm.messages import extraction_system
from summarizer.engines.llm.schema import (
    Answer,
    BriefAnswer,
    EditsAnswer,
    EventsAnswer,
    brief_schema,
    edits_schema,
    events_schema,
)
from summarizer.ontology import Ontology
from summarizer.prompts import Prompt, load_prompt
from summarizer.settings import Settings


@dataclass(frozen=True, slots=True)
class Form:
    """What is the same in all questions of a kind, and comes first in a request so that a provider can cache it.

    `name` is the tool's; `schema` is JSON text; `field` is one that the answer must have; `fingerprint` is the prompt's.
    """

    name: str
    fingerprint: str
    system: str
    schema: str
    model: type[Answer]
    field: str
    frame: Prompt | None = None

    def question(self, kind: str, text: str) -> Question:
        """A question with `text` in the frame of the prompt's user part."""
        return Question(kind, self, self.frame.user_text(text) if self.frame else text)


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `kind` goes into the ledger."""

    kind: str
    form: Form
    user: str


def extraction_form(ontology: Ontology, prompts: str | None = None) -> Form:
    """For events of a chunk, and for those that are asked again. `prompts`: a folder whose extract_events.toml replaces ours."""
    prompt = load_prompt("extract_events", prompts)
    system, wanted = extraction_system(ontology, prompt), json.dumps(events_schema(ontology))
    return Form(prompt.name, prompt.fingerprint, system, wanted, EventsAnswer, "events", prompt)


def brief_form() -> Form:
    """For a brief."""
    prompt = load_prompt("write_brief")
    wanted = json.dumps(brief_schema())
    return Form(prompt.name, prompt.fingerprint, prompt.system_text(), wanted, BriefAnswer, "bottom_line")


def edit_form() -> Form:
    """For a brief that its writer reads over, under the rules that it was written by."""
    prompt, rules = load_prompt("edit_brief"), load_prompt("write_brief").system_text()
    wanted = json.dumps(edits_schema())
    system = prompt.system_text({"rules": rules})
    return Form(prompt.name, prompt.fingerprint, system, wanted, EditsAnswer, "edits")


# Raised when the same answer would be read differently.
_READING: Final = "1"


def question_key(question: Question, settings: Settings) -> str:
    """Hex digest of all that decides the answer: words, prompt, schema, model and parameters."""
    digest = _constant(
        question.kind, question.form, (settings.model, settings.base_url or "", repr(settings.temperature))
    )
    digest = digest.copy()
    digest.update(question.user.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@lru_cache(maxsize=16)
def _constant(kind: str, form: Form, parameters: tuple[str, str, str]) -> hashlib._Hash:
    parts = [_READING, kind, form.fingerprint, form.system, form.schema, *parameters, ""]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
