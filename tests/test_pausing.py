"""The garbage collector is put back as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from summarizer.engines.rules.acts.lexicon import load_lexicon
from summarizer.errors import OntologyError
from summarizer.ontology import Ontology, load_ontology
from summarizer.pausing import collector_paused


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


def test_the_collector_waits_and_is_put_back() -> None:
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_switched_it_off_finds_it_off() -> None:
    gc.disable()
    with collector_paused():
        pass
    assert not gc.isenabled()


def test_a_lexicon_that_fails_leaves_it_on() -> None:
    types = load_ontology().types
    name = next(iter(types))
    data = {"types": {name: {"cues": {"-": "expel"}}}}
    with pytest.raises(OntologyError, match="no example"):
        load_lexicon(Ontology("broken", "1", types, data))
    assert gc.isenabled()
