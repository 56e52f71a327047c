"""How well saved pages are read: `python -m evals.reading` compares what the HTML reader finds with what each page says.

The pages under `evals/pages` were written for this, in the manner of sites of many kinds: `page.html`, the article on it in
`text.txt`, and in `expected.toml` its title, publisher and publication date; what is not there must not be found.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from summarizer import Article, Settings, load_articles

PAGES = Path(__file__).parent / "pages"
FLOOR = 0.95


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page: F1 of its words (order apart), and the fields that differ, as `name: found instead of expected`."""

    name: str
    f1: float
    differences: tuple[str, ...]


def score_pages(folder: Path = PAGES) -> list[PageScore]:
    """Scores of all pages in a folder, by name."""
    pages = sorted(page for page in folder.iterdir() if page.is_dir())
    articles, failures = load_articles([page / "page.html" for page in pages], Settings())
    found = {article.file: article for article in articles}
    reasons = {failure.source: failure.reason for failure in failures}
    return [_score(page, found.get(str(page / "page.html")), reasons.get(str(page / "page.html"))) for page in pages]


def _score(folder: Path, article: Article | None, reason: str | None) -> PageScore:
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    if article is None:
        return PageScore(folder.name, 0.0, (reason or "not read",))
    differences = []
    for field in ("title", "publisher", "published", "published_from"):
        found, wanted = getattr(article, field), expected.get(field)
        if found != wanted:
            differences.append(f"{field}: {found!r} instead of {wanted!r}")
    return PageScore(folder.name, word_f1(article.text, (folder / "text.txt").read_text("utf-8")), tuple(differences))


def word_f1(found: str, wanted: str) -> float:
    """F1 of the words of two texts, each counted as often as it occurs."""
    one, other = (Counter(re.findall(r"\w+", text.lower())) for text in (found, wanted))
    common = (one & other).total()
    return 2 * common / (one.total() + other.total()) if common else 0.0


def main() -> int:
    """Print the table; 1 when a page's text is below the floor or anything else differs."""
    scores = score_pages()
    for score in scores:
        print(f"{score.f1:.3f}  {score.name}" + "".join(f"\n       {line}" for line in score.differences))
    mean = sum(score.f1 for score in scores) / len(scores)
    dated = sum(not any(line.startswith("published") for line in score.differences) for score in scores)
    print(
        f"{len(scores)} pages, mean text F1 {mean:.3f}, lowest {min(score.f1 for score in scores):.3f}, dates right or absent {dated}"
    )
    return int(any(score.f1 < FLOOR or score.differences for score in scores))


if __name__ == "__main__":
    sys.exit(main())
