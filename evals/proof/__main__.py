"""`python -m evals.proof [--show CLASS|faithful] [--split dev]`: how well the proof catches errors, and how often wrongly."""

from __future__ import annotations

import argparse
import sys

from evals.proof.items import SPLITS, load_items
from evals.proof.mutations import MUTATIONS
from evals.proof.suite import CAUGHT, FALSE_ALARMS, Outcome, Result, run_suite


def main() -> int:
    """Print both splits as a table; 1 when a target is missed, else 0."""
    parser = argparse.ArgumentParser(prog="python -m evals.proof", description=__doc__)
    parser.add_argument("--split", choices=SPLITS, help="only this half")
    parser.add_argument(
        "--show", metavar="CLASS", help="list what slipped through, or with `faithful` the false alarms"
    )
    arguments = parser.parse_args()
    splits = (arguments.split,) if arguments.split else SPLITS
    results = {split: run_suite(load_items(split)) for split in splits}
    if arguments.show:
        for split, result in results.items():
            for outcome in _wrong(result, arguments.show):
                print(f"{split} {outcome.item}: {outcome.text}\n    {'; '.join(outcome.reasons) or 'not caught'}")
        return 0
    print(f"{'class':<24}" + "".join(f"{split + ' caught':>16}{'of':>6}" for split in splits))
    for name in MUTATIONS:
        print(f"{name:<24}" + "".join(_cell(r, name) for r in results.values()))
    print(f"{'false alarms':<24}" + "".join(f"{r.false_alarms:>15.1%} {len(r.faithful):>6}" for r in results.values()))
    missed = [
        r for r in results.values() if r.false_alarms > FALSE_ALARMS or any(r.caught(n) < CAUGHT for n in MUTATIONS)
    ]
    return 1 if missed else 0


def _cell(result: Result, name: str) -> str:
    """Share and number of a class, or a dash where a half has none of it."""
    number = len(result.mutated[name])
    return f"{result.caught(name):>15.1%} {number:>6}" if number else f"{'–':>15} {number:>6}"


def _wrong(result: Result, name: str) -> list[Outcome]:
    if name == "faithful":
        return [outcome for outcome in result.faithful if outcome.reasons]
    return [outcome for outcome in result.mutated[name] if not outcome.reasons]


if __name__ == "__main__":
    sys.exit(main())
