"""More ways of saying that many writers have, each beside an unfaithful one of the same form that is refused."""
# ruff: noqa: E501 - one case, one line

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.events import Event, Evidence, Party, Speaker, Status
from summarizer.verifying import Check, Passage, check_sentence

NORWAY, CHILE = Party(name="Norway", country="NOR"), Party(name="Chile", country="CHL")
KNUT = Speaker(name="Knut Berg", country="NOR")


def event(at: int = 1, status: Status = "occurred", by: tuple[Speaker, ...] = (), quote: str = "") -> Event:
    evidence = (Evidence(article="a-1", start=0, end=len(quote), quote=quote),) if quote else ()
    return Event(
        id=f"e-{at}", type="SANCTION" if at == 1 else "COERCE", status=status, summary="", actors=(NORWAY,), recipients=(CHILE,),
        attribution=by, evidence=evidence, engine="test", confidence=1.0,
    )  # fmt: skip


def check(text: str, passage: str, *events: Event) -> Check:
    return check_sentence(text, events or (event(),), [Passage(passage, dt.date(2021, 4, 28))])


EXPELLED = "Norway expelled four envoys of Chile on Monday over a spying affair in Oslo."
CLOSING = "Norway may have closed a Chilean school in Bergen, Knut Berg said."


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Norway expelled four envoys of Chile over a spying affair.", False),
        ("Norway closed a Chilean school in Bergen.", True),
        ("Norway expelled four envoys of Chile and closed a Chilean school in Bergen.", True),
    ],
)
def test_a_cited_event_that_is_not_told_needs_no_speaker_and_no_hedge(text: str, needed: bool) -> None:
    found = check(
        text, f"{EXPELLED} {CLOSING}", event(1, quote=EXPELLED), event(2, "alleged", by=(KNUT,), quote=CLOSING)
    )
    assert ("drops the speaker Knut Berg" in found.reasons) is needed
    assert ("tells an allegation as a fact" in found.reasons) is needed


@pytest.mark.parametrize(
    ("passage", "text", "holds"),
    [
        ("Norway kept a 72-hour truce with Chile.", "Norway kept a truce of three days with Chile.", True),
        ("Norway kept a 72-hour truce with Chile.", "Norway kept a truce of four days with Chile.", False),
        ("Norway held a captain and two engineers of Chile.", "Norway held three men of Chile.", True),
        ("Norway held a captain and two engineers of Chile.", "Norway held four men of Chile.", False),
        ("Norway fined at least eleven Chilean firms.", "Norway fined eleven Chilean firms or more.", True),
        ("Norway fined at least eleven Chilean firms.", "Norway fined eleven Chilean firms.", False),
        (
            "Norway gave a Chilean seven years and four months.",
            "Norway gave a Chilean more than seven years and a warning.",
            True,
        ),
        ("Norway gave a Chilean seven years.", "Norway gave a Chilean more than seven years and a warning.", False),
        ("Norway arrested eight officers and let two men of Chile go.", "Norway let two officers of Chile go.", True),
        (
            "Norway arrested eight officers and let two ships of Chile go.",
            "Norway let two officers of Chile go.",
            False,
        ),
        ("Norway freed 20 Chileans and Chile 17 men.", "One freed twenty Chileans and the other 17 men.", True),
        ("At six in the evening Norway arrested two Chileans.", "Norway arrested six Chileans.", False),
    ],
)
def test_numbers_in_other_forms(passage: str, text: str, holds: bool) -> None:
    assert (check(text, passage).reasons == ()) is holds


@pytest.mark.parametrize(
    ("passage", "text", "holds"),
    [
        ("Norway wants the unconditional release of two Chileans.", "Norway wants two Chileans freed without conditions.", True),
        ("Norway wants the release of two Chileans.", "Norway wants two Chileans freed without conditions.", False),
        ("Chile left bills unpaid, says Norway.", "Norway says that the bills were not paid by Chile.", True),
        ("Chile paid its bills, says Norway.", "Norway says that the bills were not paid by Chile.", False),
        ("Norway, which nobody had warned, expelled envoys of Chile.", "Norway did not throw out envoys of Chile.", False),
        ("Norway rejected a request by Chile.", "Norway did not reject a request by Chile.", False),
        ("Norway denied that it had paid a ransom to Chile.", "Norway denied that it had not paid a ransom to Chile.", False),
        ("Norway said that it had struck fighters. Chile spoke of a market.", "Norway insisted that fighters, not a market, had been struck.", True),
        ("Norway said that it had struck fighters in Chile.", "Norway insisted that fighters, not a market, had been struck.", False),
    ],
)  # fmt: skip
def test_negation_in_other_words(passage: str, text: str, holds: bool) -> None:
    assert (check(text, passage).reasons == ()) is holds


@pytest.mark.parametrize(
    ("passage", "text", "holds"),
    [
        ("Norway took down a monument of Chile.", "Chile took down a monument of Norway.", False),
        ("Chile took a seat. Norway expelled envoys of Chile.", "Norway took the matter of Chile to a court.", True),
        ("Norway lodged a protest with Chile.", "Chile protested over Norway.", False),
        ("Norway lodged a protest with Chile.", "Norway protested to Chile.", True),
        ("Norway asked Chile for two boats.", "A request from Chile for two boats reached Norway.", False),
        ("Norway asked Chile for two boats.", "A request from Norway for two boats reached Chile.", True),
        ("Norway refused to attend talks with Chile.", "Chile stayed away from talks with Norway.", False),
        ("Norway refused to attend talks with Chile.", "Norway stayed away from talks with Chile.", True),
        ("Norway seized a Chilean trawler.", "Norway's navy seized a trawler owned by Chile.", True),
    ],
)
def test_who_acts_in_other_words(passage: str, text: str, holds: bool) -> None:
    assert (check(text, passage).reasons == ()) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("In Oslo's version, Chile was warned.", True),
        ("In Oslo, Chile was warned.", False),
        ("Norway supplied 120 MW to Chile, which it had warned.", True),
        ("Norway supplied 120 Megastrom to Chile, which it had warned.", False),
        ("Warned and cut off, Chile lost 120 megawatts.", True),
        ("Rosenfeld and Chile lost 120 megawatts.", False),
    ],
)
def test_names_that_are_none(text: str, holds: bool) -> None:
    passage = "Norway had warned Chile and then cut off the 120 megawatts that it supplied to it, which Chile lost."
    assert (check(text, passage).reasons == ()) is holds


MAJOR = "Two recruits of Norway died when boats of Chile fired, according to army spokesman Major General Knut Berg."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Two recruits of Norway died, the army's spokesman said.", True),
        ("By the spokesman's account, two recruits of Norway died.", True),
        ("If the spokesman is right, two recruits of Norway died.", True),
        ("Two recruits of Norway died, the harbour master said.", False),
        ("By the harbour master's account, two recruits of Norway died.", False),
    ],
)
def test_speakers_by_office_and_by_account(text: str, named: bool) -> None:
    by = Speaker(name="Knut Berg", country="SWE")
    assert ("drops the speaker Knut Berg" not in check(text, MAJOR, event(by=(by,))).reasons) is named


DENIED = "Norway denied that a Chilean envoy had been expelled. Norway wants an apology from Chile."


@pytest.mark.parametrize(
    ("text", "needed"),
    [("Norway wants an apology from Chile.", False), ("Norway expelled a Chilean envoy and wants an apology.", True)],
)
def test_a_denial_is_needed_only_where_the_denied_act_is_told(text: str, needed: bool) -> None:
    assert ("tells as a fact what is denied" in check(text, DENIED, event(status="denied")).reasons) is needed


@pytest.mark.parametrize(
    ("passage", "text", "holds"),
    [
        ("Norway backs Chile.", "Norway stands by Chile.", True),
        ("Norway expelled a Chilean.", "Norway was expelled by Chile.", False),
        ("Norway expelled an envoy of Chile.", "Chile suggested that Norway had expelled its envoy.", True),
        ("Norway expelled an envoy of Chile.", "Chile expelled an envoy of Norway.", False),
    ],
)
def test_standing_by_and_saying_that_turn_no_roles(passage: str, text: str, holds: bool) -> None:
    turned = any(reason.startswith("swaps") for reason in check(text, passage).reasons)
    assert turned is not holds


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Two recruits of Chile died, the foreign ministry announced.", True),
        ("That two recruits of Chile died was announced by the foreign ministry.", True),
        ("Two recruits of Chile died, the health ministry announced.", False),
        ("That two recruits of Chile died was announced by the health ministry.", False),
    ],
)
def test_a_ministry_is_named_by_its_field(text: str, named: bool) -> None:
    passage = "Two recruits of Chile died, the Ministry of Foreign Affairs and Emigration announced."
    by = Speaker(name="Ministry of Foreign Affairs and Emigration", country="SWE")
    reasons = check(text, passage, event(by=(by,))).reasons
    assert (not any(reason.startswith("drops the speaker") for reason in reasons)) is named
