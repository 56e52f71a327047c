"""Which drafts of one article tell one act: two cues of a sentence, repeated words; not what is said anew in other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.drafts import EventDraft, PartyDraft
from summarizer.engines.rules.joining import join_drafts

_KENYA, _SOMALIA = PartyDraft("Kenya", "KEN", "GOV"), PartyDraft("Somalia", "SOM", "GOV")


def _draft(kind: str, trigger: str, sentence: int, date: str | None = None, sides: str = "ar") -> EventDraft:
    return EventDraft(
        type=kind,
        mode=None,
        status="occurred",
        sentences=(sentence,),
        trigger=trigger,
        actors=(_KENYA,) if "a" in sides else (),
        recipients=(_SOMALIA,) if "r" in sides else (),
        date_text=date,
        date_edtf=date,
    )


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        # said in other words in another sentence, or in the same words, or in one sentence
        (_draft("AGREE", "accepted", 1, "2024-05-13"), _draft("AGREE", "promised", 3), 2),
        (_draft("ACCUSE", "summoned", 1), _draft("ACCUSE", "condemned", 2), 2),
        (_draft("ACCUSE", "condemned", 1), _draft("ACCUSE", "condemns", 2), 1),
        (_draft("ACCUSE", "summoned", 1), _draft("ACCUSE", "handed a note", 1), 1),
        # a deed told again
        (_draft("SANCTION", "expelled", 1, "2024-05-13"), _draft("SANCTION", "declared unwelcome", 2), 1),
        # two cues of a sentence, one with a side less; another sentence, another day, acts of speech
        (_draft("ASSAULT", "shot their way", 1), _draft("ASSAULT", "killed", 1, sides="r"), 1),
        (_draft("ASSAULT", "shot their way", 1), _draft("ASSAULT", "killed", 2, sides="r"), 2),
        (_draft("ASSAULT", "shot", 1, "2024-05-13"), _draft("ASSAULT", "killed", 1, "2024-05-14", sides="r"), 2),
        (_draft("AGREE", "invited", 1), _draft("AGREE", "accepted", 1, sides="a"), 2),
    ],
)
def test_what_is_one_act(first: EventDraft, second: EventDraft, told: int) -> None:
    assert len(join_drafts([(first, 1), (second, 2)])) == told


def test_who_holds_a_rally_does_not_suffer_it() -> None:
    held = _draft("PROTEST", "held", 1, sides="a")
    rally = replace(held, actors=(), recipients=held.actors)
    (joined,) = join_drafts([(rally, 1), (held, 2)])
    assert (joined.actors, joined.recipients) == ((_KENYA,), ())
