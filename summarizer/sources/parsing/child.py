"""The process that parses: reads requests on standard input until it ends, answers on standard output."""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any

from summarizer.errors import SourceError
from summarizer.framing import read_frame, write_frame

JOBS = {
    "page": "summarizer.sources.parsing.page",
    "fragment": "summarizer.sources.parsing.fragment",
    "pdf": "summarizer.sources.parsing.pdf",
    "feed": "summarizer.sources.parsing.feed",
    "mail": "summarizer.sources.parsing.mail",
}
EXTRAS = {"trafilatura": "html", "lxml": "html", "pypdf": "pdf", "cryptography": "pdf", "feedparser": "feeds"}
MEMORY = 300_000_000
_SAMPLE = (
    b"<html><head><title>x</title></head><body><article><p>Norway has opened an embassy.</p></article></body></html>"
)


def main() -> None:
    """Serve jobs until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the frames
    limit_memory(MEMORY)
    write_frame(answers, b"ready")
    while (request := read_frame(sys.stdin.buffer)) is not None:
        asked = json.loads(request)
        if "load" in asked:
            run_job(asked["load"], _SAMPLE, {})
            write_frame(answers, b"loaded")
            continue
        data = read_frame(sys.stdin.buffer)
        if data is None:
            return
        write_frame(answers, json.dumps(run_job(asked["job"], data, asked["options"])).encode())


def run_job(job: str, data: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """`{"value": …}`, or `{"error": …, "hint": …}`; never raises for what is in the data."""
    try:
        return {"value": importlib.import_module(JOBS[job]).parse(data, options)}
    except SourceError as error:
        return {"error": error.message, "hint": error.hint}
    except ModuleNotFoundError as error:
        library = (error.name or "").split(".")[0]
        extra = EXTRAS.get(library, "all")
        return {"error": f"needs {library}", "hint": f'install it with: pip install "summarizer[{extra}]"'}
    except MemoryError:
        return {
            "error": "takes more memory than one document may",
            "hint": "save it as plain text, or split it",
            "limit": True,
        }
    except RecursionError:
        return {"error": "nested too deeply", "hint": "save it as plain text"}
    except Exception as error:  # parsers raise whatever they like on broken input
        return {
            "error": f"damaged, or written in a way that can't be read ({type(error).__name__})",
            "hint": "save it as plain text",
        }


def limit_memory(size: int) -> None:
    """Limit this process's data to about `size` bytes, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: only the time limit holds
        return
    for kind in ("RLIMIT_DATA", "RLIMIT_AS"):
        if hasattr(resource, kind):
            bound = size if kind == "RLIMIT_DATA" else size + 600_000_000
            try:
                resource.setrlimit(getattr(resource, kind), (bound, bound))
            except (ValueError, OSError):
                continue
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
