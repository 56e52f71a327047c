"""CPU time of `summarizer --help` and `import summarizer`, as multiples of a bare interpreter in the same run.

python -m evals.bench.startup
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from statistics import median

_RUNS = 15
_CASES = {
    "bare interpreter": "pass",
    "import summarizer": "import summarizer",
    "summarizer --help": "import sys; sys.argv = ['summarizer', '--help']; from summarizer.cli import main; main()",
}


def cpu_seconds(code: str) -> float:
    """User and system seconds of one interpreter that runs the code, bytecode compiled beforehand."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the median of each case, the cases taken in turn so that a busy machine hits all alike."""
    for code in _CASES.values():
        cpu_seconds(code)
    times = {name: [] for name in _CASES}  # type: dict[str, list[float]]
    for _ in range(_RUNS):
        for name, code in _CASES.items():
            times[name].append(cpu_seconds(code))
    floor = median(times["bare interpreter"])
    for name, values in times.items():
        print(f"{name:20} {1000 * median(values):6.0f} ms CPU  {median(values) / floor:5.2f} x bare interpreter")


if __name__ == "__main__":
    main()
