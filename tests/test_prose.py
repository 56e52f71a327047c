"""Blinded pairs of briefs, and the count of the votes on them."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from evals.bench.chat_server import Body, ChatServer, Reply
from evals.prose.pairs import build_pairs, make_pair, plain_text, write_pairs
from evals.prose.votes import count_votes
from evals.running import RunOptions, run_now
from summarizer import Article
from tests.evals_perfect import write_cluster
from tests.test_evals_running import answer, answer_numbered

REASONS = {"clear": "plain", "complete": "all", "emphasis": "right", "shame": "none"}


def behave(body: Body, number: int) -> Reply:
    ours = body.get("tools") and "PlainEvents" not in json.dumps(body["tools"])
    return answer_numbered(body, number) if ours else answer(body, number)


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A folder of fixtures with one cluster, recorded for the product and for the script."""
    root = tmp_path / "fixtures"
    write_cluster(root)
    with ChatServer(behave) as server:
        for engine in ("llm", "plain"):
            options = RunOptions(engine=engine, fixtures=root, base_url=server.url, record=True)  # type: ignore[arg-type]
            run_now(options)
    return root


def test_pairs_come_from_the_recordings_and_tell_nothing_of_their_makers(recorded: Path, tmp_path: Path) -> None:
    (pair,) = asyncio.run(build_pairs(recorded))
    page = pair.page("evals/fixtures/small")
    assert page.count("## Brief") == 2
    assert page.count("### Sources") == 2
    for word in ("recorded", "engine", "run r-", "Verification", "rules", "hold against the passages", "plain"):
        assert word not in page, word
    ours = pair.a if pair.product == "A" else pair.b
    assert ours != (pair.b if pair.product == "A" else pair.a)
    key = write_pairs([pair], tmp_path / "prose")
    assert json.loads(key.read_text())["01"]["product"] == pair.product
    assert (tmp_path / "prose" / "pairs" / "01.md").read_text() == page
    assert pair.case not in page.replace("evals/fixtures/small", "")


def test_a_stale_recording_makes_no_pair(recorded: Path) -> None:
    path = next((recorded.parent / "cassettes").glob("llm-*"))
    path.write_text(path.read_text().splitlines()[0] + "\n")
    with pytest.raises(ValueError, match="stale"):
        asyncio.run(build_pairs(recorded))


def test_the_order_is_decided_by_the_case_alone_and_goes_both_ways() -> None:
    sides = [make_pair("01", f"case-{n}", "ours", "theirs").product for n in range(40)]
    assert sides == [make_pair("07", f"case-{n}", "x", "y").product for n in range(40)]
    assert 10 < sides.count("A") < 30


def test_the_script_s_own_heading_gives_way_to_the_common_one() -> None:
    article = Article(text="x", title="T", publisher="P", published="2024-05-06T10:00:00Z")
    text = plain_text("# My summary\n\nUtopia acted. [1]\n\n\n\n## Dates\n- none", [article])
    assert text.startswith("# Brief\n\nUtopia acted. [1]\n\n## Dates")
    assert text.endswith("## Sources\n\n- [1] T, P, 2024-05-06")


def voting(folder: Path, *votes: dict[str, Any]) -> Path:
    pairs = [make_pair(f"{n:02}", f"case-{n}", f"ours {n}", f"theirs {n}") for n in range(1, 5)]
    write_pairs(pairs, folder)
    (folder / "votes.jsonl").write_text("".join(json.dumps(vote) + "\n" for vote in votes))
    return folder


def vote(folder: Path, number: int, wins: bool | None, reader: str = "r1", **changes: Any) -> dict[str, Any]:
    product = make_pair("", f"case-{number}", "", "").product
    other = "B" if product == "A" else "A"
    choice = "tie" if wins is None else product if wins else other
    return {"pair": f"{number:02}", "reader": reader, "choice": choice, "reasons": REASONS, **changes}


def test_preferred_and_tied_are_counted_with_an_interval(tmp_path: Path) -> None:
    given = [vote(tmp_path, 1, True), vote(tmp_path, 2, None), vote(tmp_path, 3, False), vote(tmp_path, 1, True, "r2")]
    tally = count_votes(voting(tmp_path, *given))
    assert (tally.preferred, tally.tied, tally.lost) == (2, 1, 1)
    assert (tally.pairs, tally.readers) == (3, 2)
    assert tally.share.value == 0.75
    assert tally.share.low is not None
    assert tally.share.high is not None
    assert tally.share.low < 0.75 < tally.share.high


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"choice": "C"}, "line 1"),
        ({"reasons": {"clear": "x"}}, "no reason for complete"),
        ({"reasons": REASONS | {"shame": " "}}, "no reason for shame"),
        ({"pair": "99"}, "no pair 99"),
        ({"mood": "good"}, "line 1"),
    ],
)
def test_a_vote_that_is_not_in_order_stops_the_count(tmp_path: Path, changes: dict[str, Any], match: str) -> None:
    with pytest.raises(ValueError, match=match):
        count_votes(voting(tmp_path, vote(tmp_path, 1, True, **changes)))


def test_nobody_votes_twice_nor_on_another_text(tmp_path: Path) -> None:
    one = vote(tmp_path, 1, True)
    with pytest.raises(ValueError, match="voted twice"):
        count_votes(voting(tmp_path, one, one))
    folder = voting(tmp_path / "other", one)
    page = folder / "pairs" / "01.md"
    page.write_text(page.read_text() + "!")
    with pytest.raises(ValueError, match="was changed"):
        count_votes(folder)


def test_pairs_with_votes_are_not_replaced_by_others(tmp_path: Path) -> None:
    folder = voting(tmp_path, vote(tmp_path, 1, True))
    with pytest.raises(ValueError, match="have changed"):
        write_pairs([make_pair("01", "case-1", "another text", "theirs 1")], folder)
