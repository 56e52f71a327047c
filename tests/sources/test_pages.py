from __future__ import annotations

from pathlib import Path

import pytest
from sources.making import LEAD, SECOND, TEXT, failure, one, page

from evals.reading import FLOOR, score_pages
from summarizer.settings import Settings
from summarizer.sources.parsing.metadata import page_metadata


def test_pages_of_many_layouts_are_read_as_written() -> None:
    scores = score_pages()
    assert len(scores) >= 12
    assert [(score.name, score.differences) for score in scores if score.differences] == []
    assert [score.name for score in scores if score.f1 < FLOOR] == []


def save(folder: Path, content: str | bytes, name: str = "page.html") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_page_without_ending_or_with_a_wrong_one_is_known_by_its_content(tmp_path: Path) -> None:
    for name in ("page", "page.txt", "page.json"):
        assert one(save(tmp_path, page([LEAD, SECOND]), name)).text == TEXT


@pytest.mark.parametrize(
    ("head", "published", "where"),
    [
        ('<meta property="article:published_time" content="2023-04-12T08:00:00+02:00">', "2023-04-12T08:00:00+02:00", "metadata"),
        ('<meta name="date" content="03/04/2023">', None, None),
        ('<meta property="article:modified_time" content="2023-04-12">', None, None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-04-12"}</script>', "2023-04-12", "metadata"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>', None, None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", None, None),
        ('<script type="application/ld+json">[{"@type":"Article","headline":"A","datePublished":"2023-01-01"},'
         '{"@type":"Article","headline":"B","datePublished":"2023-02-02"}]</script>', None, None),
        ('<link rel="canonical" href="https://x.example/2023/04/12/two-diplomats">', "2023-04-12", "page"),
    ],
)  # fmt: skip
def test_a_date_is_the_publication_date_or_absent(
    tmp_path: Path, head: str, published: str | None, where: str | None
) -> None:
    article = one(save(tmp_path, page([LEAD, SECOND], head=head)))
    assert (article.published, article.published_from) == (published, where)


@pytest.mark.parametrize("said", ["utf-8", "iso-8859-1", "windows-1251", "nonsense", ""])
def test_a_charset_that_lies_does_no_harm(tmp_path: Path, said: str) -> None:
    head = f'<meta charset="{said}">' if said else ""
    text = "Die Außenministerin wies den Vorwurf zurück und sprach von „haltlosen“ Behauptungen."
    article = one(save(tmp_path, page([LEAD, text], head=head)))
    assert text in article.text


def test_a_charset_that_is_right_is_heard(tmp_path: Path) -> None:
    text = "Министр иностранных дел отверг обвинения и назвал их беспочвенными."
    content = page([text, text[::-1]], head='<meta charset="windows-1251">').encode("cp1251")
    assert text in one(save(tmp_path, content)).text


def test_a_dangerous_address_of_a_page_is_not_kept(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert one(save(tmp_path, page([LEAD, SECOND], head=head))).url is None


def test_settings_fill_in_what_a_page_lacks(tmp_path: Path) -> None:
    settings = Settings(published="2023-04-13", publisher="Given Post")
    article = one(save(tmp_path, page([LEAD, SECOND])), settings=settings)
    assert (article.published, article.published_from, article.publisher) == ("2023-04-13", "given", "Given Post")


def test_a_page_without_an_article_says_so(tmp_path: Path) -> None:
    assert (
        "no article text" in failure(save(tmp_path, "<html><body><nav><a href='/'>Home</a></nav></body></html>")).reason
    )


def test_metadata_of_an_empty_tree_is_empty() -> None:
    from lxml.html import document_fromstring

    about = page_metadata(document_fromstring("<html></html>"), None)
    assert about == {"title": None, "publisher": None, "language": None, "url": None, "dates": []}
