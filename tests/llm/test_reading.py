"""Reading answers: what is tolerated, what is not, and that a bad item costs only itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.drafts import PartyDraft, QuantityDraft, SpeakerDraft
from summarizer.engines.llm.reading import MAX_ANSWER, Unreadable, find_object, plain_sentence, read_events
from tests.llm.faking import EVENT

BARE = '{"events":[{"s":[1]}]}'


@pytest.mark.parametrize(
    "text",
    [
        BARE,
        f"```json\n{BARE}\n```",
        f"```\n{BARE}\n```\nI hope this helps {{really}}.",
        f'<think>maybe {{"events": 1}} or not</think>\n{BARE}',
        f"<thinking>{{</thinking>{BARE}",
        f'Here you are: {BARE} and {{"events": []}}',
        f'{{"note": "first"}}\n{BARE}',
        f"a {{ brace }} before {BARE}",
    ],
)
def test_the_object_is_found_in_what_stands_round_it(text: str) -> None:
    assert find_object(text, "events") == BARE


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no JSON object"),
        ("I can't help with that.", "no JSON object"),
        ('{"events":[{"s":[1', "no whole JSON object"),
        ('{"other":[]}', "no field 'events'"),
        ("[1,2]", "no JSON object"),
        ('{"events":[NaN]}', "NaN"),
        ('{"events":[-Infinity]}', "NaN"),
        ('{"events":[],"events":[1]}', "twice"),
        ('{"events":[{"s":1,"s":2}]}', "twice"),
        ('{"events":' + "[" * 100_000 + "]" * 100_000 + "}", "deep"),
        ("{" * 200_000, "no whole JSON object"),
        ("x" * (MAX_ANSWER + 1), "too long"),
        ("<think>" + BARE, "no JSON object"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_anything_else_is_refused_without_quoting_it(text: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as caught:
        find_object(text, "events")
    assert len(str(caught.value)) < 80


def test_an_event_is_read() -> None:
    (draft,), notes = read_events(
        [
            EVENT
            | {
                "s": [4, 1, 4],
                "p": "Bucharest|ROU",
                "by": ["Reuters||reported", "a spokesman|ROU|said", "third||said"],
                "q": ["two diplomats|2|diplomats", "1.5 million|1500000|", "some|many|x", "||"],
            }
        ]
    )
    assert notes == ()
    assert (draft.type, draft.mode, draft.status) == ("SANCTION", "expel", "occurred")
    assert draft.sentences == (4, 1)
    assert draft.actors == (PartyDraft("Romania", "ROU", "GOV"),)
    assert (draft.date_text, draft.date_edtf) == ("on 26 April 2021", "2021-04-26")
    assert draft.place == PartyDraft("Bucharest", "ROU")
    assert draft.attribution == (SpeakerDraft("Reuters", None, "reported"), SpeakerDraft("a spokesman", "ROU", "said"))
    assert draft.quantities == (
        QuantityDraft("two diplomats", 2, "diplomats"),
        QuantityDraft("1.5 million", 1_500_000, None),
        QuantityDraft("some", None, "x"),
    )


@pytest.mark.parametrize(
    ("party", "read"),
    [
        ("Romania|ROU|GOV", PartyDraft("Romania", "ROU", "GOV")),
        ("Romania|ROU", PartyDraft("Romania", "ROU", None)),
        ("Romania", PartyDraft("Romania", "ROU", "GOV")),
        ("Romania||", PartyDraft("Romania", "ROU", "GOV")),
        ("the port||", PartyDraft("the port", None, None)),
        ("Romania||CVL", PartyDraft("Romania", None, "CVL")),
        ("Romania|Romania|state", PartyDraft("Romania", None, None)),
        ("A|B News|GBR|MED", PartyDraft("A|B News", "GBR", "MED")),
        ("NATO|NATO|", PartyDraft("NATO", "NATO", None)),
    ],
)
def test_a_party_is_read(party: str, read: PartyDraft) -> None:
    (draft,), _ = read_events([EVENT | {"a": [party]}])
    assert draft.actors == (read,)


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("on Friday|2021-04-23", ("on Friday", "2021-04-23")),
        ("on Friday", ("on Friday", None)),
        ("|2021", (None, "2021")),
        ("", (None, None)),
        ("on | the 24th|XXXX-XX-24", ("on | the 24th", "XXXX-XX-24")),
    ],
)
def test_a_date_is_read(date: str, read: tuple[str | None, str | None]) -> None:
    (draft,), _ = read_events([EVENT | {"d": date}])
    assert (draft.date_text, draft.date_edtf) == read


@pytest.mark.parametrize(
    "bad",
    [
        None,
        "an event",
        {},
        EVENT | {"st": "happened"},
        EVENT | {"t": ""},
        EVENT | {"w": "  "},
        EVENT | {"w": 5},
        EVENT | {"w": "x" * 3000},
        EVENT | {"s": []},
        EVENT | {"s": ["1"]},
        EVENT | {"s": [True]},
        EVENT | {"s": None},
        EVENT | {"a": [{"name": "Romania"}]},
        EVENT | {"q": [["two"]]},
        {name: value for name, value in EVENT.items() if name != "st"},
    ],
)
def test_a_bad_item_is_noted_and_keeps_the_others(bad: Any) -> None:
    drafts, notes = read_events([EVENT, bad, EVENT | {"w": "called"}])
    assert [draft.trigger for draft in drafts] == ["expelled", "called"]
    assert len(notes) == 1
    assert notes[0].startswith("record 2 of the answer was dropped: ")


def test_missing_optional_fields_are_no_fault() -> None:
    (draft,), notes = read_events([{"s": 1, "w": "x", "t": "AID", "st": "OCCURRED", "by": "Reuters"}])
    assert notes == ()
    assert draft.sentences == (1,)
    assert draft.mode is None
    assert draft.attribution == (SpeakerDraft("Reuters"),)


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*EVENT, "x"]), inner, max_size=6),
    max_leaves=12,
)


@given(st.lists(JSONS, max_size=6))
def test_no_answer_makes_it_fail(items: list[Any]) -> None:
    drafts, notes = read_events(items)
    assert len(drafts) + len(notes) == len(items)


@given(st.text(), st.text())
def test_an_object_is_found_or_refused_in_any_text(before: str, after: str) -> None:
    try:
        found = find_object(before + BARE + after, "events")
    except Unreadable:
        assert "{" in before or "<think" in before.lower()
    else:
        assert "events" in json.loads(found)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Romania expelled two men.", "Romania expelled two men."),
        ("- **Romania** expelled `two` men. [1, 2]", "Romania expelled two men."),
        ("1. Romania\nexpelled\u200b two\x1b men.", "Romania expelled two men."),
        ("Romania \u202eexpelled two men.", "Romania expelled two men."),
        ("See [this](https://x.example).", None),
        ("See https://x.example now.", None),
        ("See www.x.example now.", None),
        ("An ![image](x).", None),
        ("<b>Bold</b> words.", None),
        ("<script>alert(1)</script>", None),
        ("javascript:alert(1)", None),
        ("Less than 5 < 6 is fine.", "Less than 5 < 6 is fine."),
        ("  \n ", None),
        ("x" * 3000, None),
    ],
)
def test_prose_is_plain_or_refused(text: str, plain: str | None) -> None:
    assert plain_sentence(text) == plain
