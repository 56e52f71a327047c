"""`python -m evals.prose pairs`: write blinded pairs from the recorded runs; `python -m evals.prose tally`: count the votes."""

from __future__ import annotations

import argparse
import sys

from evals.prose.pairs import FOLDER, make_all
from evals.prose.votes import TARGET, count_votes


def main() -> int:
    """0; for `tally` 1 when the target is missed; 2 when a recording, a text or a vote isn't in order."""
    parser = argparse.ArgumentParser(prog="python -m evals.prose", description=__doc__)
    parser.add_argument("command", choices=("pairs", "tally"))
    arguments = parser.parse_args()
    try:
        if arguments.command == "pairs":
            print(f"{make_all()} pairs in {FOLDER / 'pairs'}; the key is {FOLDER / 'key.json'}")
            return 0
        tally = count_votes()
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    found = tally.share
    print(
        f"{tally.preferred} preferred, {tally.tied} tied, {tally.lost} not, by {tally.readers} readers of {tally.pairs} pairs"
    )
    if found.value is None:
        print("no votes yet")
        return 1
    print(
        f"preferred or tied {found.value:.2f} ({found.low:.2f}–{found.high:.2f}, 95 % over pairs); target {TARGET:.2f}"
    )
    return 0 if found.value >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
