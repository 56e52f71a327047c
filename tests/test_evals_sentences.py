from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.sentences import macro_f1, main, score


def _row(text: str, *gold: dict[str, Any]) -> dict[str, Any]:
    return {"text": text, "no_event": not gold, "gold": list(gold)}


def _relation(source: str | None, target: str | None, kind: str, *accepted: str, sure: bool = True) -> dict[str, Any]:
    ok = [kind, *accepted]
    return {"source": source, "target": target, "plover_type": kind, "plover_ok": ok, "dyad_ok": sure}


EXPELLED = _row("Norway expelled three envoys of Chile on Monday.", _relation("NOR", "CHL", "SANCTION"))
MOOD = _row("Diplomats in Oslo are tired of the rain.")


def test_what_is_told_rightly_counts_in_full() -> None:
    scores = score([EXPELLED, MOOD])
    assert (scores.recall, scores.macro_f1, scores.false_share) == (1.0, 1.0, 0.0)


@pytest.mark.parametrize(
    "relation",
    [_relation("CHL", "NOR", "SANCTION"), _relation("NOR", "PER", "SANCTION")],
    ids=["sides swapped", "another side"],
)
def test_a_relation_between_others_is_missed(relation: dict[str, Any]) -> None:
    scores = score([_row(EXPELLED["text"], relation)])
    assert (scores.found, scores.paired, scores.relations) == (0, 0, 1)


def test_a_wrong_type_is_paired_and_not_found() -> None:
    scores = score([_row(EXPELLED["text"], _relation("NOR", "CHL", "AID"))])
    assert (scores.found, scores.paired, scores.macro_f1) == (0, 1, 0.0)
    assert score([_row(EXPELLED["text"], _relation("NOR", "CHL", "AID", "SANCTION"))]).found == 1


def test_a_relation_whose_sides_cannot_be_trusted_is_not_counted() -> None:
    assert score([_row(EXPELLED["text"], _relation("PER", "CHL", "SANCTION", sure=False))]).relations == 0


def test_both_sides_of_a_joint_act_are_a_pair_in_either_order() -> None:
    text = "Norway and Chile signed an agreement on fishing on Monday."
    for one, other in (("NOR", "CHL"), ("CHL", "NOR")):
        assert score([_row(text, _relation(one, other, "SUPPORT", "AGREE"))]).found == 1


def test_an_organisation_stands_for_its_kind() -> None:
    text = "The United Nations condemned Chile on Monday over the raid."
    assert score([_row(text, _relation("IGO", "CHL", "ACCUSE"))]).found == 1


def test_a_false_event_is_counted() -> None:
    assert score([_row(EXPELLED["text"])]).false_share == 1.0


def test_types_count_alike_however_many_sentences_they_have() -> None:
    assert macro_f1([("AID", "AID")] * 8 + [("SANCTION", "ACCUSE")] * 2) == 0.5
    assert macro_f1([]) == 0.0


def test_the_command_prints_what_it_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join(map(json.dumps, (EXPELLED, MOOD))) + "\n", encoding="utf-8")
    main(str(path))
    assert "1.000   1 of 1 relations" in capsys.readouterr().out
