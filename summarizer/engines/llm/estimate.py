"""What a run will send and cost, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.chunking import Chunk
from summarizer.engines.llm import messages
from summarizer.engines.llm.briefing import assessment_form, lead_form
from summarizer.engines.llm.prices import find_price
from summarizer.engines.llm.questions import brief_form, extraction_form, question_key
from summarizer.ledger import Ledger
from summarizer.ontology import load_ontology
from summarizer.settings import Settings

# Tokens of one event as measured on the labelled dev fixtures, with each label written as the prompt asks for it (python -m
# evals.bench.answer_size). There the answers have as many tokens as the articles; two real articles gave 0.8 of that.
_ANSWER_SHARE = 0.8
_EVENT_TOKENS = 60
_BRIEF_ANSWER = 900


@dataclass(frozen=True, slots=True)
class Estimate:
    """Calls and tokens of a run; `cost` in USD, None when the price is unknown; `known` chunks are answered already."""

    calls: int
    prompt_tokens: int
    answer_tokens: int
    cost: float | None
    known: int = 0


def likely_tokens(text: str) -> int:
    """About how many tokens a text has: one for four ASCII characters, or for three bytes of others."""
    size = len(text.encode("utf-8", "surrogatepass"))
    plain = len(text.encode("ascii", "ignore"))
    return plain // 4 + (size - plain) // 3 + 1


def estimate(
    chunks: Iterable[Chunk], settings: Settings, ledger: Ledger | None = None, brief: bool = False
) -> Estimate:
    """Calls, tokens and cost of extracting the events of the chunks (those answered already left out) and of a brief.

    Re-asks aren't foreseen: they come on top.
    """
    form = extraction_form(load_ontology(settings.ontology), settings.prompts)
    constant = likely_tokens(form.system) + likely_tokens(form.schema)
    calls = prompt = answer = known = text = 0
    for chunk in chunks:
        question = form.question("extract_events", messages.article_message(chunk))
        told = sum(likely_tokens(sentence.text) for sentence in chunk.sentences)
        text += told
        if ledger is not None and ledger.answer(question_key(question, settings)) is not None:
            known += 1
            continue
        calls += 1
        prompt += constant + likely_tokens(question.user)
        answer += round(_ANSWER_SHARE * told)
    if brief and text:
        events = round(_ANSWER_SHARE * text / _EVENT_TOKENS)
        parts = -(-events // settings.brief_events) or 1
        forms = [brief_form()] * parts + [lead_form()] * (parts > 1) + [assessment_form()] * settings.assess
        calls += len(forms)
        prompt += sum(likely_tokens(form.system) + likely_tokens(form.schema) for form in forms)
        prompt += 2 * _EVENT_TOKENS * events * (1 + (settings.assess and parts == 1))
        answer += _BRIEF_ANSWER * parts + _EVENT_TOKENS * 3 * (len(forms) - parts)
    price = find_price(settings.model, settings.prices)
    return Estimate(calls, prompt, answer, price.cost(prompt, answer) if price else None, known)
