"""What a page says about itself: JSON-LD, meta elements, microdata, then what stands around the headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLE = re.compile(r"Article$|BlogPosting$|^Report$")
_DATES = """
    article:published_time og:article:published_time og:published_time datepublished date.published
    published_at publish-date publishdate publish_date publication_date pubdate article.published
    article_date_original parsely-pub-date sailthru.date cxenseparse:recs:publishtime dc.date.issued
    dcterms.issued dcterms.date dc.date citation_publication_date bt:pubdate displaydate
    originalpublicationdate date
""".split()
_PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "application-name",
    "publisher",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_SEPARATED = re.compile(r"\s+(?:[|–—·:»-]|::)\s+")
_CHANGED = re.compile(
    r"(?i)\b(?:updated?|modified|changed|stand|last|actualizado|mis à jour|aktualisiert|изменен|обновлен)\w*"
)
_ASIDE = re.compile(
    r"(?i)related|sidebar|comment|footer|trending|most-?read|popular|teaser|newsletter|promo|recommend|card|ticker|breaking"
)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])")
_MANY = 400
_LONG = 160


def page_metadata(tree: Any, url: str | None) -> dict[str, Any]:
    """`title`, `publisher`, `language`, `url` (canonical), `dates`: pairs of a value as written and where it was found."""
    linked = list(_linked_data(tree))
    metas = _metas(tree)
    headings = [text for element in tree.iter("h1") if (text := _text(element))]
    head_title = next((_text(element) for element in tree.iter("title")), "")
    story = _story(linked, headings)
    publisher = _name(story.get("publisher")) or next((metas[name] for name in _PUBLISHERS if metas.get(name)), None)
    publisher = publisher or _microdata(tree, "publisher")
    title, from_title = _title(story, metas, headings, head_title)
    canonical = next(
        (element.get("href") for element in tree.iter("link") if element.get("rel") == "canonical"), None
    ) or metas.get("og:url")
    dates: list[tuple[Any, str]] = []
    if "datePublished" in story:
        dates.append((story["datePublished"], "metadata"))
    dates += [(metas[name], "metadata") for name in _DATES if metas.get(name)]
    micro = [
        e.get("content") or e.get("datetime") or _text(e)
        for e in tree.xpath("//*[contains(@itemprop, 'datePublished')]")[:5]
    ]
    if len(set(micro)) == 1:
        dates.append((micro[0], "metadata"))
    dates += [(value, "page") for value in _around_headline(tree, title)]
    address = _URL_DATE.search(canonical or url or "")
    if address:
        year, month, day = (int(part) for part in address.groups())
        dates.append((f"{year}-{month:02}-{day:02}", "page"))
    return {
        "title": title,
        "publisher": publisher or from_title,
        "language": tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or metas.get("og:locale"),
        "url": canonical,
        "dates": dates,
    }


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        source = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", element.text or "")
        try:
            waiting = [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MANY):
            if not waiting:
                break
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                yield value
                waiting += [
                    value[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if isinstance(value.get(key), list | dict)
                ]


def _story(linked: list[dict[str, Any]], headings: list[str]) -> dict[str, Any]:
    """The object that describes this page's article: the only one, or the one whose headline stands as a heading."""
    stories = []
    for item in linked:
        kinds = item.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            stories.append(item)
    named = [item for item in stories if _squash(item.get("headline")) in {_squash(heading) for heading in headings}]
    if named:
        return named[0]
    return stories[0] if len(stories) == 1 else {}


def _metas(tree: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = (element.get("content") or "").strip()
        if name and content:
            values.setdefault(name, content)
    return values


def _title(
    story: dict[str, Any], metas: dict[str, str], headings: list[str], head_title: str
) -> tuple[str | None, str | None]:
    """The title, and the site's name where it follows the title in the page's `title` element."""
    said = [story.get("headline"), *(metas.get(name) for name in _TITLES), head_title]
    whole = " ".join(str(value) for value in said if value)
    heading = next(
        (text for text in headings if _squash(text) in _squash(whole)),
        headings[0] if len(headings) == 1 and not head_title else None,
    )
    title = heading or next(
        (" ".join(str(value).split()) for value in said if isinstance(value, str) and value.strip()), None
    )
    site = None
    if heading and head_title and _squash(head_title).startswith(_squash(heading)):
        rest = _SEPARATED.split(head_title)
        site = rest[-1] if len(rest) > 1 and _squash(rest[-1]) not in _squash(heading) and len(rest[-1]) < 50 else None
    elif title == head_title and title:
        parts = _SEPARATED.split(title)
        if len(parts) > 1 and len(parts[0]) > 20 and len(parts[-1]) < 50:
            title, site = _SEPARATED.split(title)[0], parts[-1]
    return title, site


def _around_headline(tree: Any, title: str | None) -> list[str]:
    """Dates shown by the headline: of `time` elements, else in short lines; none when two different ones stand there."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    wanted = _squash(title)
    at = next(
        (
            at
            for at, e in enumerate(elements)
            if e.tag in ("h1", "h2", "h3", "font", "b", "strong", "td", "div")
            and wanted
            and _squash(_own_text(e)) == wanted
        ),
        None,
    )
    if at is None:
        return []
    times: list[str] = []
    lines: list[str] = []
    near = [*elements[max(0, at - 12) : at], *_until_body(elements, at + 1)]
    for element in near:
        if is_aside(element):
            continue
        line = " ".join(_text(element).split())
        if not line or len(line) > _LONG or _CHANGED.search(line) or _CHANGED.search(element.get("class") or ""):
            continue
        if element.tag == "time":
            times.append(element.get("datetime") or line)
        else:
            lines.append(line)
    return times[:1] if len({value[:10] for value in times}) == 1 else _shown(lines) if not times else []


def _shown(lines: list[str]) -> list[str]:
    from summarizer.sources.publication import dates_in

    days = dict.fromkeys(day for line in lines for day in dates_in(line))
    return list(days) if len(days) == 1 else []


def _until_body(elements: list[Any], at: int) -> Iterator[Any]:
    for element in elements[at : at + 60]:
        if element.tag in ("p", "div", "td", "font") and len(_own_text(element)) > _LONG:
            return
        yield element


def is_aside(element: Any) -> bool:
    """Whether an element lies in a sidebar, a list of related pages, comments or the like."""
    for _ in range(12):
        if element is None or not isinstance(element.tag, str):
            return False
        if element.tag in ("aside", "footer", "nav") or _ASIDE.search(
            f"{element.get('class') or ''} {element.get('id') or ''}"
        ):
            return True
        element = element.getparent()
    return False


def _microdata(tree: Any, name: str) -> str | None:
    for element in tree.xpath(f"//*[@itemprop='{name}']")[:3]:
        inner = element.xpath(".//*[@itemprop='name']")
        value = (inner[0].get("content") or _text(inner[0])) if inner else element.get("content") or ""
        if value.strip():
            return " ".join(value.split())
    return None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split()) if isinstance(element.tag, str) else ""


def _own_text(element: Any) -> str:
    pieces = [
        element.text or "",
        *(
            f"{_text(child) if child.tag in ('a', 'b', 'i', 'em', 'span', 'strong', 'font') else ''}{child.tail or ''}"
            for child in element
        ),
    ]
    return " ".join("".join(pieces).split())


def _squash(value: Any) -> str:
    return re.sub(r"[\W_]+", "", value).casefold() if isinstance(value, str) else ""
