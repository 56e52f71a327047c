"""The page in a real Chromium: Debian's, driven through Playwright. `SUMMARIZER_BROWSER` names another binary.

Without a browser these tests are skipped, except where `CI` is set: there its absence is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from html_sample import ODD, PLAIN, hostile, many, sample

from summarizer.renderers.html import render_html

_BINARY = os.environ.get("SUMMARIZER_BROWSER") or shutil.which("chromium")
try:
    from playwright.sync_api import Browser, Error, Page, expect, sync_playwright
except ImportError:
    if os.environ.get("CI"):
        raise
    pytest.skip("playwright is not installed", allow_module_level=True)
if not _BINARY:
    if os.environ.get("CI"):
        raise RuntimeError("no chromium: apt-get install chromium")
    pytest.skip("no chromium on this machine", allow_module_level=True)

_ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass
class Seen:
    """An open page, and all that it did behind the reader's back."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def highlighted(self) -> str:
        """The text of the highlighted passage, exactly."""
        found = self.page.evaluate("[...document.querySelectorAll('#panel-text mark')].map((m) => m.textContent)")
        assert len(found) == 1
        return str(found[0])

    def shown(self, selector: str) -> list[str]:
        """Texts of the elements that are visible."""
        return [node.inner_text() for node in self.page.locator(selector).all() if node.is_visible()]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=_BINARY, args=_ARGUMENTS)
        yield running
        running.close()


class Opener:
    """Opens rendered pages from files; at the end every one must have been silent."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self.seen: list[Seen] = []

    def __call__(self, text: str, *, width: int = 1400, height: int = 900, anchor: str = "", **options: object) -> Seen:
        file = self._folder / f"brief-{len(self.seen)}.html"
        file.write_text(text, encoding="utf-8", newline="")
        context = self._browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        seen = Seen(context.new_page(), file.as_uri())
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("console", lambda message: seen.complaints.append(message.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("dialog", lambda dialog: seen.complaints.append(dialog.message))
        seen.page.goto(seen.address + anchor)
        self.seen.append(seen)
        return seen


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(browser, tmp_path)
    yield opener
    for seen in opener.seen:
        assert [url.split("#")[0] for url in seen.requests] == [seen.address]
        assert seen.complaints == []
        seen.page.context.close()


def test_every_citation_opens_its_source_with_exactly_the_quote_highlighted_and_in_view(show: Opener) -> None:
    made, articles = sample()
    seen = show(render_html(made, articles))
    for statement in made.key_points:
        line = seen.page.locator(".key-points .st", has_text=statement.text)
        links = line.locator(".cite")
        assert links.count() == len(statement.citations)
        quotes = set()
        for link in links.all():
            link.click()
            quotes.add(seen.highlighted())
            assert link.get_attribute("aria-current") == "true"
            box, frame = (seen.page.locator(s).bounding_box() for s in ("#panel-text mark", "#panel-text"))
            assert box is not None
            assert frame is not None
            assert frame["y"] <= box["y"]
            assert box["y"] + box["height"] <= frame["y"] + frame["height"]
        assert quotes == {citation.evidence.quote for citation in statement.citations}


def test_the_whole_article_is_there_character_for_character(show: Opener) -> None:
    seen = show(render_html(*sample()))
    for number, text in ((1, ODD), (2, PLAIN)):
        seen.page.locator(f".key-points .cite[data-p='{number}.1']").click()
        # Lone surrogates don't travel as text: compare UTF-16 code units.
        units = seen.page.evaluate(
            "document.querySelector('#panel-text .segment').textContent.split('').map((c) => c.charCodeAt(0))"
        )
        raw = text.encode("utf-16-le", "surrogatepass")
        assert units == [raw[at] + 256 * raw[at + 1] for at in range(0, len(raw), 2)]


def test_hidden_characters_of_an_article_are_shown_as_codes_and_turn_nothing_round(show: Opener) -> None:
    seen = show(render_html(*sample()))
    seen.page.locator(".key-points .cite[data-p='1.1']").click()
    codes = seen.page.evaluate("[...document.querySelectorAll('.unseen')].map((n) => n.dataset.code)")
    assert codes == ["U+0000", "U+202E", "U+202C", "U+E0041"]


def test_without_articles_a_citation_shows_the_passage_alone(show: Opener) -> None:
    made, _ = sample()
    seen = show(render_html(made))
    seen.page.locator(".key-points .cite[data-p='1.1']").click()
    assert seen.highlighted() == made.key_points[0].citations[0].evidence.quote
    assert "Cited passages alone" in seen.page.locator("#panel-kind").inner_text()


def test_a_passage_deep_in_a_long_article_is_scrolled_to_and_the_clicked_line_stays_put(show: Opener) -> None:
    seen = show(render_html(*many(3, characters=30_000)), height=700)
    link = seen.page.locator(".key-points .cite[data-p='2.4']")
    link.scroll_into_view_if_needed()
    before = link.bounding_box()
    link.click()
    after, mark = link.bounding_box(), seen.page.locator("#panel-text mark").bounding_box()
    assert before is not None
    assert after is not None
    assert mark is not None
    assert abs(before["y"] - after["y"]) < 3
    assert 0 <= mark["y"] < 700
    assert seen.highlighted() == "Officials in country 1 said on day 9 that the border talks would go on as planned."


@pytest.mark.parametrize(
    ("control", "value", "told"),
    [
        ("actor", "Latvia", {"Latvia expelled", "Latvia and"}),
        ("recipient", "Graustark", {"Ruritania closed", "Latvia and"}),
        ("type", "Coerce", {"Ruritania denied", "Ruritania closed"}),
        ("status", "denied", {"Ruritania denied"}),
        ("source", "1. Baltic Wire", {"Latvia expelled", "Ruritania denied"}),
        ("from", "2021-05-04", {"Ruritania plans", "Latvia and"}),
        ("until", "2021-05-03", {"Latvia expelled", "Ruritania closed"}),
    ],
)
def test_a_filter_leaves_what_fits(show: Opener, control: str, value: str, told: set[str]) -> None:
    seen = show(render_html(*sample()))
    field_ = seen.page.locator(f"#filters [name={control}]")
    if control in ("from", "until"):
        field_.fill(value)
    else:
        label = next(text for text in field_.locator("option").all_inner_texts() if text.startswith(value))
        field_.select_option(label=label)
    assert {" ".join(line.split()[:2]) for line in seen.shown(".key-points .st")} == told
    seen.page.locator("#events summary").click()
    assert len(seen.shown("#events tbody tr")) == len(told)
    assert seen.page.locator(".timeline .mark:not(.off), .matrix .cell:not(.off)").count() > 0 or told == {
        "Ruritania denied"
    }
    assert f"{len(told)} of 5 events" in seen.page.locator("#shown").inner_text()
    seen.page.locator("#filters button").click()
    expect(seen.page.locator("#shown")).to_be_empty()
    assert len(seen.shown(".key-points .st")) == 5


def test_filters_that_nothing_fits_hide_empty_sections(show: Opener) -> None:
    seen = show(render_html(*sample()))
    seen.page.locator("#filters [name=status]").select_option("denied")
    seen.page.locator("#filters [name=type]").select_option("Consult")
    assert seen.shown(".st") == []
    assert not seen.page.locator("#key-points").is_visible()
    assert "0 of 16 sentences, 0 of 5 events" in seen.page.locator("#shown").inner_text()


def test_a_cell_of_the_matrix_filters_and_a_mark_of_the_timeline_opens_its_source(show: Opener) -> None:
    seen = show(render_html(*sample()))
    seen.page.locator(".cell", has_text="Latvia toward Graustark").click()
    assert [line.split(".")[0] for line in seen.shown(".key-points .st")] == ["Latvia and Graustark held talks"]
    seen.page.locator(".timeline .mark", has_text="summary of e-3").locator("circle").click()
    assert seen.highlighted() == "It will expel three Latvian envoys"


def test_keyboard_alone_is_enough(show: Opener) -> None:
    seen = show(render_html(*sample()))
    page = seen.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.p") == "1.1"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    page.locator("#panel-next").focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel-step").inner_text() == "Passage 2 of 2"
    assert page.locator("#panel-next").is_disabled()
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    assert page.evaluate("document.activeElement.dataset.p") == "1.1"


def test_focus_can_be_seen_and_every_control_has_a_name(show: Opener) -> None:
    seen = show(render_html(*sample()))
    seen.page.locator(".key-points .cite").first.focus()
    seen.page.keyboard.press("Shift+Tab")
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tree = seen.page.locator("body").aria_snapshot()
    for landmark in ("banner", "navigation", "search", "main"):
        assert f"- {landmark}" in tree
    for line in tree.splitlines():
        kind = line.strip("- ").split(" ")[0].rstrip(":")
        assert kind not in ("button", "link", "combobox", "textbox") or '"' in line, line


def test_on_a_phone_nothing_overflows_and_the_source_is_a_dialog(show: Opener) -> None:
    seen = show(render_html(*sample()), width=390, height=844, has_touch=True, is_mobile=True)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not seen.page.locator("#filters form").is_visible()
    seen.page.locator(".key-points .cite").first.tap()
    assert seen.page.locator("#panel").get_attribute("aria-modal") == "true"
    assert seen.page.locator("#panel").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert seen.page.evaluate("document.querySelector('main').inert")
    seen.page.locator("#panel-close").tap()
    assert not seen.page.evaluate("document.querySelector('main').inert")


def test_dark_and_light_differ_and_both_are_legible(show: Opener) -> None:
    text = render_html(*sample())
    measure = """() => {
      const light = (c) => { const [r, g, b] = c.match(/\\d+(\\.\\d+)?/g).slice(0, 3).map((v) => {
        const s = v / 255; return s <= .03928 ? s / 12.92 : ((s + .055) / 1.055) ** 2.4; });
        return .2126 * r + .7152 * g + .0722 * b; };
      const ground = (n) => { for (; n; n = n.parentElement) { const c = getComputedStyle(n).backgroundColor;
        if (!/, 0\\)$/.test(c)) return c; } };
      const found = [];
      for (const n of document.querySelectorAll('p, li, h1, h2, h3, a, td, th, .badge, .status, .about, .when, label, mark')) {
        if (!n.textContent.trim() || !n.getClientRects().length) continue;
        const [a, b] = [light(getComputedStyle(n).color), light(ground(n))].sort((x, y) => y - x);
        if ((a + .05) / (b + .05) < 4.5) found.push([n.className || n.tagName, (a + .05) / (b + .05)]);
      }
      return [found, getComputedStyle(document.body).backgroundColor];
    }"""
    grounds = []
    for scheme in ("light", "dark"):
        seen = show(text, color_scheme=scheme)
        seen.page.locator(".key-points .cite").first.click()
        faint, ground = seen.page.evaluate(measure)
        assert faint == []
        grounds.append(ground)
    assert grounds[0] != grounds[1]


def test_print_shows_every_passage_and_no_controls(show: Opener) -> None:
    seen = show(render_html(*sample()))
    assert seen.page.locator("#sources q").first.is_hidden()
    seen.page.locator(".key-points .cite").first.click()
    seen.page.emulate_media(media="print")
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(node.is_visible() for node in seen.page.locator("#sources q, #events tbody tr").all())
    assert not any(node.is_visible() for node in seen.page.locator("#filters, nav, #panel, button").all())
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seen.page.locator("#sources q").first.is_hidden()


def test_without_script_the_whole_brief_can_be_read_and_citations_lead_to_passages(show: Opener) -> None:
    made, articles = sample()
    seen = show(render_html(made, articles), java_script_enabled=False)
    assert len(seen.shown(".key-points .st")) == 5
    assert not seen.page.locator("#filters").is_visible()
    assert not seen.page.locator("#panel").is_visible()
    seen.page.locator(".key-points .cite").first.click()
    assert seen.page.url.endswith("#p-1-1")
    assert seen.page.locator("#p-1-1 q").is_visible()
    seen.requests[1:] = []  # the click on an anchor is no request, whatever the driver calls it


def test_an_address_with_an_anchor_opens_that_passage(show: Opener) -> None:
    made, articles = sample()
    seen = show(render_html(made, articles), anchor="#p-2-3")
    assert seen.highlighted() == "In 2014 Ruritania closed its border"


def test_hostile_texts_do_nothing(show: Opener) -> None:
    made, articles = hostile()
    seen = show(render_html(made, articles))
    for link in seen.page.locator(".key-points .cite").all():
        link.click()
        quote = seen.highlighted()
        assert quote in {e.quote for event in made.events for e in event.evidence}
    seen.page.locator("#panel-close").click()
    for name in ("actor", "type", "source"):
        seen.page.locator(f"#filters [name={name}]").select_option(index=1)
    assert seen.page.evaluate("window.hacked") is None
    assert seen.page.evaluate("document.scripts.length") == 2
    assert seen.page.locator("img, a[href^='javascript' i], a[href^='data' i]").count() == 0
    assert seen.page.locator("a[target=_blank]").count() == 0


def test_the_policy_stops_script_and_requests_that_get_in_all_the_same(browser: Browser, tmp_path: Path) -> None:
    text = render_html(*sample()).replace(
        "</main>", "<script>window.hacked=1</script><img src='https://evil.example/x' onerror='window.hacked=2'></main>"
    )
    file = tmp_path / "injected.html"
    file.write_text(text, encoding="utf-8", newline="")
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    finished: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfinished", lambda request: finished.append(request.url))
    page.goto(file.as_uri())
    assert page.evaluate("window.hacked") is None
    assert sum("Content Security Policy" in complaint for complaint in complaints) >= 3
    assert finished == [file.as_uri()]
    with pytest.raises(Error):
        page.evaluate("fetch('https://evil.example/')")
    context.close()
