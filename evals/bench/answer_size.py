"""How long the right answers are: every label of the dev fixtures, written as the model would have to write it.

    python -m evals.bench.answer_size

Prints characters and estimated tokens of an answer for each event and for each token of article text, for this product's
form and for a plain script's. The estimate of a dry run rests on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from evals.cases import GoldArticle, case_folders, load_case
from evals.labels import EventLabel, PartyLabel, split_quantity, split_speaker, trigger_text
from summarizer.chunking import Sentence, estimate_tokens, split_sentences


def _party(text: str) -> str:
    label = PartyLabel.parse(text)
    return f"{label.name or label.country}|{label.country or ''}|{label.sector or 'GOV'}"


def _sentences(label: EventLabel, sentences: tuple[Sentence, ...]) -> list[int]:
    words = [trigger_text(trigger)[0] for trigger in label.triggers]
    return sorted({next((s.number for s in sentences if word in s.text), 1) for word in words})


def compact(label: EventLabel, sentences: tuple[Sentence, ...]) -> dict[str, object]:
    """A label in the form of `extract_events`."""
    speakers = [split_speaker(text) for text in label.by]
    quantities = [split_quantity(text) for text in label.quantities]
    place = PartyLabel.parse(label.place) if label.place else None
    return {
        "s": _sentences(label, sentences),
        "w": trigger_text(label.triggers[0])[0],
        "t": label.type,
        "st": label.status,
        "a": [_party(text) for text in label.actors],
        "r": [_party(text) for text in label.recipients],
        "d": f"{label.date_text or ''}|{label.date}" if label.date else "",
        "p": f"{place.name or ''}|{place.country or ''}" if place else "",
        "by": [f"{s.party.name or s.party.country}|{s.party.country or ''}|{s.reporting}" for s in speakers],
        "q": [f"{value:g} {unit}|{value:g}|{unit}" for value, unit in quantities],
    }


def quoting(label: EventLabel, sentences: tuple[Sentence, ...]) -> dict[str, object]:
    """A label in the form of a plain script: spelt-out fields, and the sentence as a quote."""

    def party(text: str) -> dict[str, object]:
        told = PartyLabel.parse(text)
        return {"name": told.name or told.country, "country": told.country}

    type_, _, mode = label.type.partition("/")
    return {
        "type": type_,
        "mode": mode or None,
        "status": label.status,
        "actors": [party(text) for text in label.actors],
        "recipients": [party(text) for text in label.recipients],
        "date": label.date,
        "place": party(label.place) if label.place else None,
        "attribution": [party(text.rpartition(" ")[0]) for text in label.by],
        "quantities": [dict(zip(("value", "unit"), split_quantity(text), strict=True)) for text in label.quantities],
        "quote": sentences[_sentences(label, sentences)[0] - 1].text,
    }


def dev_articles() -> Iterator[GoldArticle]:
    """The articles of the dev half."""
    for folder in case_folders():
        if folder.name.startswith("dev-"):
            yield from load_case(folder).articles


def main() -> None:
    """Print the figures as JSON."""
    text = events = articles = 0
    sizes = {"compact": 0, "quoting": 0}
    for article in dev_articles():
        articles += 1
        sentences = split_sentences(article.text)
        text += sum(estimate_tokens(sentence.text) for sentence in sentences)
        events += len(article.events)
        for name, form in (("compact", compact), ("quoting", quoting)):
            answer = {"events": [form(event.label, sentences) for event in article.events]}
            sizes[name] += estimate_tokens(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
    figures = {"articles": articles, "events": events, "text_tokens": text}
    for name, size in sizes.items():
        figures |= {
            f"{name}_tokens": size,
            f"{name}_an_event": round(size / events, 1),  # type: ignore[dict-item]
            f"{name}_share_of_text": round(size / text, 3),  # type: ignore[dict-item]
        }
    figures["compact_of_quoting"] = round(sizes["compact"] / sizes["quoting"], 3)  # type: ignore[assignment]
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
