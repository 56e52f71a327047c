"""The rule engine: plain English text in, event drafts out; deterministic, no weights, no network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources

from summarizer.brief import BriefDraft, BriefLine, BriefRequest, Edit, Finding, SentenceDraft, Withheld
from summarizer.chunking import Chunk
from summarizer.disputes import DisputeRequest, Verdict
from summarizer.drafts import Rejected
from summarizer.engines.base import Extraction
from summarizer.engines.rules.acts.lexicon import load_lexicon
from summarizer.engines.rules.extract import ArticleReader, warm
from summarizer.engines.rules.language import is_english
from summarizer.engines.rules.planted import addressed_to_machines
from summarizer.engines.rules.topics import not_news, tells_of_days
from summarizer.ontology import Ontology
from summarizer.pausing import collector_paused
from summarizer.usage import Usage

_VERSION = "1"


class RulesEngine:
    """A pattern coder after KEDS, TABARI and PETRARCH that reads plain text and fills the whole event record."""

    def __init__(self, ontology: Ontology) -> None:
        """Load the cue patterns of the ontology. Raises OntologyError."""
        self._ontology = ontology
        self._lexicon = load_lexicon(ontology)
        warm()
        digest = hashlib.sha256(_VERSION.encode())
        digest.update(json.dumps(ontology.data, sort_keys=True, default=str).encode())
        for package, name in (
            ("summarizer.engines.rules", "heads.txt"),
            ("summarizer.engines.rules", "topics.txt"),
            ("summarizer.normalising", "countries.txt"),
            ("summarizer.normalising", "organisations.txt"),
        ):
            digest.update((resources.files(package) / "data" / name).read_bytes())
        self._fingerprint = "rules-" + digest.hexdigest()[:12]

    @property
    def name(self) -> str:
        """What goes into `Event.engine`."""
        return "rules"

    @property
    def fingerprint(self) -> str:
        """Changes with the lexica and with the version of the rules."""
        return self._fingerprint

    @property
    def usage(self) -> Usage:
        """Nothing is ever paid."""
        return Usage()

    async def extract_events(self, chunk: Chunk) -> Extraction:
        """Drafts for one chunk; a note and no drafts when it isn't English."""
        with collector_paused():
            return self._read(chunk)

    def _read(self, chunk: Chunk) -> Extraction:
        sentences = [sentence.text for sentence in chunk.sentences]
        text = " ".join(sentences)
        if not is_english(text):
            return Extraction(
                notes=("not in English: the rule engine reads English only; use a model for this article",)
            )
        published = chunk.article.published_on
        year = published.year if published else None
        topic = not_news(chunk.article.text, sentences, year)
        notes: tuple[str, ...] = ()
        ranges = addressed_to_machines(chunk.article.text)
        if ranges:
            kept = tuple(s for s in chunk.sentences if not any(a <= s.span.start < b for a, b in ranges))
            if len(kept) < len(chunk.sentences):
                notes = (f"{len(chunk.sentences) - len(kept)} sentence(s) that address a program were not read",)
            chunk = replace(chunk, sentences=kept)
        drafts = ArticleReader(chunk, self._ontology, self._lexicon).read()
        if topic is not None and not tells_of_days(drafts, len(sentences), topic, year):
            return Extraction(notes=(f"taken for {topic}, not news of public affairs: no events were read",))
        return Extraction(drafts, notes)

    async def revise_events(self, chunk: Chunk, rejected: Sequence[Rejected]) -> Extraction:
        """Nothing: what the rules proposed is all they know."""
        del chunk, rejected
        return Extraction()

    async def judge_conflicts(self, request: DisputeRequest) -> tuple[Verdict, ...]:
        """None: what code finds stands."""
        del request
        return ()

    async def write_brief(self, request: BriefRequest) -> BriefDraft:
        """A brief of templates and trimmed source sentences."""
        from summarizer.engines.rules.briefs import writing

        return writing.write_brief(request, self._ontology)

    async def edit_brief(
        self, request: BriefRequest, lines: Sequence[BriefLine], findings: Sequence[Finding]
    ) -> tuple[Edit, ...]:
        """None: the rules read nothing over."""
        del request, lines, findings
        return ()

    async def revise_sentences(
        self, request: BriefRequest, withheld: Sequence[Withheld]
    ) -> tuple[SentenceDraft | None, ...]:
        """None for each: a template that failed once fails again."""
        del request
        return (None,) * len(withheld)

    def drain(self) -> None:
        """Nothing waits."""

    async def aclose(self) -> None:
        """Nothing to give back."""
