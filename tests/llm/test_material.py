from __future__ import annotations

from summarizer.article import Article
from summarizer.brief import BriefRequest
from summarizer.engines.llm import material
from summarizer.engines.llm.material import gather
from summarizer.events import Event, Evidence

ONE = Article(
    text="First here. Norway expelled Chile's envoy. Third here. Fourth here.", title="Head\nline", publisher="Wire"
)
TWO = Article(text="Chile protested. It\nwas windy.")
COPY = Article(text="Chile protested. It was windy!", copy_of=TWO.id)


def event(article: Article, words: str) -> Event:
    start = article.text.index(words)
    evidence = Evidence(article=article.id, start=start, end=start + len(words), quote=words)
    return Event.model_validate(
        {
            "id": "e-1", "type": "SANCTION", "mode": "expel", "status": "occurred", "summary": "", "engine": "test",
            "confidence": 1.0, "evidence": (evidence,),
        }
    )  # fmt: skip


EXPELLED = event(ONE, "Norway expelled Chile's envoy.")


def test_articles_are_shown_whole_with_names_that_lead_back_to_the_text() -> None:
    found = gather(BriefRequest((EXPELLED,), (ONE, TWO, COPY)), (EXPELLED,))
    assert [line for line in found.lines if line.startswith("[")] == [
        "[1.1] First here.", "[1.2] Norway expelled Chile's envoy.", "[1.3] Third here.", "[1.4] Fourth here.",
        "[2.1] Chile protested.", "[2.2] It", "[2.3] was windy.",
    ]  # fmt: skip
    assert found.lines[0].endswith(": Head line · Wire -----")
    assert found.names(EXPELLED) == ("1.2",)
    for name, passage in found.passages.items():
        article = (ONE, TWO)[int(name[0]) - 1]
        assert article.text[passage.start : passage.end] == passage.quote


def test_when_room_is_short_only_what_the_events_stand_in_is_shown(monkeypatch: object) -> None:
    request = BriefRequest((EXPELLED,), (ONE, TWO))
    for room, names in ((30, {"1.1", "1.2", "1.3"}), (13, {"1.2"}), (2, set())):
        monkeypatch.setattr(material, "_ROOM", room)  # type: ignore[attr-defined]
        assert set(gather(request, (EXPELLED,)).passages) == names


def test_a_part_shows_only_the_articles_of_its_events() -> None:
    found = gather(BriefRequest((EXPELLED,), (TWO, ONE), part=True), (EXPELLED,))
    assert {name.split(".")[0] for name in found.passages} == {"2"}
