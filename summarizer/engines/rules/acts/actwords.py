"""Words that give an act away, by the cue patterns of an ontology."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.engines.rules.acts.lexicon import load_lexicon
from summarizer.ontology import Ontology

# They say an act only with the right words around them, and mostly none.
_COMMON = frozenset(
    """make take give have been come came hold held keep kept left leave turn turned bring brought move moved work show showed
    call called send sent part carry carried made took gave puts went going goes gets seen works need needs long last
    lead stand stood place order face faced force forces point points power sign signs state stay stayed""".split()
)


class Acts(NamedTuple):
    """Words that say an act by themselves (`strong`), and with others around them (`weak`); lower case, all forms."""

    strong: frozenset[str]
    weak: frozenset[str]


def acts_of(ontology: Ontology) -> Acts:
    """The words of an ontology, read once. Raises OntologyError."""
    known = _READ.get(id(ontology))
    if known is None:
        lexicon = load_lexicon(ontology)
        strong = frozenset(
            word
            for word, senses in lexicon.anchors.items()
            if len(word) > 3 and any(not p.elements and p.particle is None for patterns, _ in senses for p in patterns)
        ) | frozenset(lexicon.control_forms)
        known = _READ[id(ontology)] = (ontology, Acts(strong, frozenset(lexicon.anchors) - strong - _COMMON))
    return known[1]


_READ: dict[int, tuple[Ontology, Acts]] = {}  # keeps the ontology, so that no other one gets its id
