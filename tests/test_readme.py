from __future__ import annotations

import pytest

from evals.readme import README, example, fill


def between(name: str) -> str:
    return (
        README.read_text(encoding="utf-8").split(f"<!-- {name}: begin -->\n", 1)[1].split(f"<!-- {name}: end -->", 1)[0]
    )


def test_the_example_is_what_the_command_prints() -> None:
    shown = "\n".join(line.removeprefix("> ").removeprefix(">") for line in between("example").strip().splitlines())
    assert shown == example().rstrip()


@pytest.mark.parametrize("name", ["main", "tests"])
def test_each_command_is_one_line(name: str) -> None:
    lines = between(name).strip().splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("```sh", "```", 3)


def test_only_marked_parts_are_replaced() -> None:
    text = "a\n<!-- x: begin -->\nold\n<!-- x: end -->\nb\n"
    assert fill(text, "x", "new") == "a\n<!-- x: begin -->\nnew\n<!-- x: end -->\nb\n"
    with pytest.raises(ValueError, match="no marks"):
        fill("nothing", "x", "new")
