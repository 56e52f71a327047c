"""Pairs of briefs of the same articles: the product's and the plain script's, in a form made alike and an order by hash."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.cases import FIXTURES, Case, case_folders, load_case
from evals.cassettes import Cassette
from evals.plain import run_plain
from evals.running import RECORDED_MODEL, RunOptions, load_texts, run_settings
from summarizer import Article, Brief, asummarize

FOLDER = Path(__file__).parent
HEADING = "# Brief"
_SALT = "prose pairs 15"  # another salt, another order
_CHECK = re.compile(r"\s*\*\(check: .*?\)\*")
_OWN_PARTS = ("## Gaps", "## Sources", "## Verification")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts about one case; `product` is the letter of ours."""

    number: str
    case: str
    a: str
    b: str
    product: str

    def page(self, folder: str) -> str:
        """What a reader gets."""
        return (
            f"# Pair {self.number}\n\nThe articles: `{folder}`. How to judge: `evals/prose/RUBRIC.md`.\n\n"
            f"<!-- A -->\n\n# A\n\n{_lower(self.a)}\n\n<!-- B -->\n\n# B\n\n{_lower(self.b)}\n"
        )


def product_text(brief: Brief) -> str:
    """Our brief as a reader sees it, without what names the engine or the run, gaps and the record of the proof: the script has none."""
    kept: list[str] = []
    skipped = False
    for line in brief.to_markdown().splitlines():
        if line.startswith("## "):
            skipped = line.startswith(_OWN_PARTS)
        if skipped or line.startswith(("# ", "*As of ")):
            continue
        kept.append(_CHECK.sub("", line))
    sources = [(entry.title, entry.publisher, entry.published) for entry in brief.sources]
    return _with_sources("\n".join(kept), sources)


def plain_text(text: str, articles: Sequence[Article]) -> str:
    """The script's brief under the same heading, with the same kind of list of sources."""
    body = re.sub(r"\A\s*#\s+[^\n]*\n", "", text)
    return _with_sources(body, [(a.title, a.publisher, a.published) for a in articles])


def _with_sources(body: str, sources: Sequence[tuple[str | None, str | None, str | None]]) -> str:
    listed = [
        f"- [{at}] " + ", ".join(part for part in (title, publisher, (published or "")[:10]) if part)
        for at, (title, publisher, published) in enumerate(sources, 1)
    ]
    lines = re.sub(r"\n{3,}", "\n\n", body.strip())
    return "\n\n".join([HEADING, lines, "## Sources", "\n".join(listed)])


def _lower(text: str) -> str:
    """Headings one level down, below the letter's own."""
    return re.sub(r"^(#+ )", r"#\1", text, flags=re.M)


def make_pair(number: str, case: str, product: str, plain: str) -> Pair:
    """The two texts in an order that only a hash of the case's name decides."""
    first = hashlib.sha256(f"{_SALT}\x1f{case}".encode()).digest()[0] % 2 == 0
    a, b = (product, plain) if first else (plain, product)
    return Pair(number, case, a, b, "A" if first else "B")


def chosen_cases(root: Path = FIXTURES) -> list[Case]:
    """All clusters of a folder, in an order by hash, so that a number tells nothing."""
    cases = [load_case(folder) for folder in case_folders(root)]
    clusters = [case for case in cases if case.is_cluster]
    return sorted(clusters, key=lambda case: hashlib.sha256(f"{_SALT}\x1e{case.name}".encode()).hexdigest())


async def build_pairs(root: Path = FIXTURES) -> list[Pair]:
    """Pairs of all clusters from the recorded runs. Raises ValueError when a recording lacks an answer."""
    cases = chosen_cases(root)
    pairs = []
    for number, given in enumerate(cases, 1):
        case, articles = load_texts(given)
        ours = RunOptions(engine="llm", split=case.info.split, fixtures=root)
        with Cassette(ours.cassette) as cassette:
            settings = run_settings(ours, cassette.address(case.name), RECORDED_MODEL)
            summary = await asummarize(list(articles), settings=settings)
            if cassette.misses or summary.failures:
                raise ValueError(f"{case.name}: the recording of the product is stale; record it again first")
        theirs = RunOptions(engine="plain", split=case.info.split, fixtures=root)
        with Cassette(theirs.cassette) as cassette:
            try:
                plain = await run_plain(articles, cassette.address(case.name), RECORDED_MODEL)
            except Exception as error:
                raise ValueError(f"{case.name}: the recording of the script is stale: {type(error).__name__}") from None
        texts = product_text(summary.brief), plain_text(plain.text, articles)
        pairs.append(make_pair(f"{number:02}", case.name, *texts))
    return pairs


def write_pairs(pairs: Sequence[Pair], folder: Path = FOLDER, fixtures: str = "evals/fixtures") -> Path:
    """Write `pairs/NN.md` and, apart from them, `key.json`. Raises ValueError rather than make given votes meaningless."""
    pages = {pair.number: pair.page(f"{fixtures}/{pair.case}") for pair in pairs}
    key = {
        pair.number: {"case": pair.case, "product": pair.product, "sha256": digest(pages[pair.number])}
        for pair in pairs
    }
    path = folder / "key.json"
    votes = folder / "votes.jsonl"
    if path.exists() and votes.exists() and votes.read_text(encoding="utf-8").strip():
        old = json.loads(path.read_text(encoding="utf-8"))
        if old != key:
            raise ValueError(f"the texts have changed since readers voted on them; move {votes} away first")
    (folder / "pairs").mkdir(parents=True, exist_ok=True)
    for old_page in (folder / "pairs").glob("*.md"):
        old_page.unlink()
    for number, page in pages.items():
        (folder / "pairs" / f"{number}.md").write_text(page, encoding="utf-8")
    path.write_text(json.dumps(key, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return path


def digest(page: str) -> str:
    """The digest that ties a vote to the very texts that it is about."""
    return hashlib.sha256(page.encode()).hexdigest()


def make_all(root: Path = FIXTURES, folder: Path = FOLDER) -> int:
    """Build and write all pairs; how many."""
    pairs = asyncio.run(build_pairs(root))
    write_pairs(pairs, folder)
    return len(pairs)
