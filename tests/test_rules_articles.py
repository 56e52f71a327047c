"""What the rule engine makes of articles: whom roles, pronouns and lists mean, accusations, rumours, denials, inner acts."""

from __future__ import annotations

import pytest

from tests.test_rules_events import codes, drafts_of

AROUND = " It rained on Tuesday. The streets of the town were wet."


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # a role belongs where the article plays
        ("NAIROBI, May 18 (ANS) - Police arrested two students.", "COERCE", ["KEN"], ["KEN"]),
        ("ACCRA - It was hot. The union demanded an apology.", "REQUEST", ["GHA"], []),
        ("Kenya and Somalia quarrel. In Mogadishu, the foreign ministry condemned the raid.", "ACCUSE", ["SOM"], []),
        ("**Lima** Farmers blocked a road on Monday. Chile waits.", "PROTEST", ["PER"], []),
        # lists and pronouns
        ("Kenya and Somalia met in Djibouti. The two countries condemned Eritrea.", "ACCUSE", ["KEN", "SOM"], ["ERI"]),
        (
            "Kenya, Chad and Niger met in Mali. The three states condemned Eritrea.",
            "ACCUSE",
            ["KEN", "TCD", "NER"],
            ["ERI"],
        ),
        ("Iran met Iraq in Oman. Qatar urged both sides to sign.", "REQUEST", ["QAT"], ["IRN", "IRQ"]),
        ("The Polish candidate himself accused Belarus of lies.", "ACCUSE", ["POL"], ["BLR"]),
        ("Iran met Iraq in Oman. The patrol boats of the two countries exchanged fire.", "ASSAULT", ["IRN", "IRQ"], []),
        ("Iran met Iraq in Oman. The two agreed to meet in June.", "AGREE", ["IRN", "IRQ"], []),
        ("Iran met Iraq in Oman. Qatar called on both governments to sign.", "REQUEST", ["QAT"], ["IRN", "IRQ"]),
        ("Iran met Iraq. The emir of Qatar spoke by phone with both presidents.", "CONSULT", ["QAT", "IRN", "IRQ"], []),
        ("Iran accused Iraq of theft on Monday. Iran signed a gas deal on Friday.", "SUPPORT", ["IRN", "IRQ"], []),
        ("Japan arrested a sailor from Tonga. Japan pledged more rice on Friday.", "AGREE", ["JPN"], ["TON"]),
        # of whom it is demanded
        ("Eritrea demanded on Monday that Ethiopia hand over the ferry.", "REQUEST", ["ERI"], ["ETH"]),
        ("Eritrea demanded that the ferry be handed over by Ethiopia.", "REQUEST", ["ERI"], ["ETH"]),
        ("Eritrea demanded from the United Nations that its observers come.", "REQUEST", ["ERI"], ["UNO"]),
        # who is the subject
        ("Romania stood by Poland.", "SUPPORT", ["ROU"], ["POL"]),
        ("Asha Mohamud, the Kenyan envoy for the lakes, condemned Somalia.", "ACCUSE", ["KEN"], ["SOM"]),
        ("Kenya, which denies that its staff helped, closed its consulate in Somalia.", "SANCTION", ["KEN"], ["SOM"]),
        ("Women who sell fish in Ghana marched to the ministry in Accra.", "PROTEST", ["GHA"], []),
        ("China firmly rejects the Lithuanian plan.", "REJECT", ["CHN"], ["LTU"]),
        # who has something done
        ("Kenya had the Ugandan ambassador brought to the ministry.", "ACCUSE", ["KEN"], ["UGA"]),
        ("The Ugandan envoy had his car seized by Kenya.", "COERCE", ["KEN"], ["UGA"]),
        ("Bahrain seized a boat from Qatar and detained nine sailors.", "COERCE", ["BHR"], ["BHR"]),
        # acts without a named culprit or target
        ("ACCRA - A request from Togo was turned down on Monday.", "REJECT", [], ["TGO"]),
        ("ACCRA - The court sat on Monday. It fined a Beninese bank.", "SANCTION", ["GHA"], ["BEN"]),
        ("The Somali envoy in Nairobi was handed a note.", "ACCUSE", ["KEN"], ["SOM"]),
        ("The Turkish envoy was summoned and handed a note by Greece.", "ACCUSE", ["GRC"], ["TUR"]),
        ("India halted the export of rice.", "SANCTION", ["IND"], []),
        ("ECOWAS ministers met on Monday.", "CONSULT", ["IGO"], []),
        # crowds and states protest in their own ways
        ("ACCRA - Teachers protested on Monday against Togo.", "PROTEST", ["GHA"], ["TGO"]),
        ("Ghana protested to Togo on Monday.", "ACCUSE", ["GHA"], ["TGO"]),
        ("Dockers in Ghana have been on strike since Monday.", "PROTEST", ["GHA"], []),
    ],
)
def test_whom_the_words_mean(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    found = [codes(draft) for draft in drafts_of(text + AROUND, "2021-04-28") if draft.type == type_]
    assert any(
        sorted(map(str, one)) == sorted(actors) and (not recipients or sorted(map(str, other)) == sorted(recipients))
        for one, other in found
    ), found


@pytest.mark.parametrize(
    ("text", "type_", "actors", "speakers"),
    [
        ("On Monday Poland accused Belarusian soldiers of having burned a Polish school.", "ASSAULT", "BLR", ["POL"]),
        ("Poland on Monday accused Belarus of shelling a Polish village.", "ASSAULT", "BLR", ["POL"]),
    ],
)
def test_what_somebody_is_accused_of_is_alleged_and_undated(
    text: str, type_: str, actors: str, speakers: list[str]
) -> None:
    (draft,) = [draft for draft in drafts_of(text + AROUND, "2021-04-28") if draft.type == type_]
    assert (draft.status, draft.date_edtf, draft.actors[0].country) == ("alleged", None, actors)
    assert [(s.country, s.reporting) for s in draft.attribution] == [(code, "alleged") for code in speakers]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya closed its border with Somalia.", "occurred"),
        ("Kenya denied on Monday that it had closed its border with Somalia.", "denied"),
        ("A report that Kenya had closed its border with Somalia was false, an official said.", "denied"),
        ("There is a rumour that Kenya has closed its border with Somalia.", "alleged"),
        ("Kenya said that it had not, as the market had it, closed its border with Somalia.", "denied"),
        ("Kenya neither closed its border with Somalia nor smiled.", "denied"),
        ("Kenya decided in May to close its border with Somalia.", "announced"),
        ("Kenya demanded on Monday that Chad close its border with Somalia.", None),
    ],
)
def test_rumours_denials_and_wishes(text: str, status: str | None) -> None:
    found = [draft.status for draft in drafts_of(text + AROUND) if draft.type == "SANCTION"]
    assert found == ([status] if status else [])


def test_a_request_within_a_refusal_is_an_act_of_its_own() -> None:
    drafts = drafts_of("Norway turned down a request from Chad for help." + AROUND)
    assert [(d.type, *codes(d)) for d in drafts] == [("REJECT", ["NOR"], ["TCD"]), ("REQUEST", ["TCD"], ["NOR"])]


def test_a_deed_under_a_condition_is_a_threat() -> None:
    drafts = drafts_of("If Chad doesn't pay, Niger will close the border to Chad." + AROUND)
    assert [(d.type, d.status) for d in drafts] == [("THREATEN", "occurred")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Rebels shot a Kenyan guard on Monday, a doctor and two teachers said.", {"a doctor", "two teachers"}),
        ("Somalia closed its border with Kenya, the Joint Chiefs of Staff (JCS) said.", {"the Joint Chiefs"}),
        ("Somalia closed its border with Chad, in the words of the Kenyan police.", {"the Kenyan police"}),
        ("Somalia closed its border with Chad, the Kenyan police let it be known.", {"the Kenyan police"}),
        ("The Kenyan police answered that Somalia had closed its border with Chad.", {"The Kenyan police"}),
        ("Somalia shelled a village in Kenya on Monday - Interior Ministry.", {"Interior Ministry"}),
        ("Kenya let it be known that it had closed its border with Somalia.", {"Kenya"}),
        ("Gunmen carried off six Kenyan nurses, the charity that runs the clinic said.", {"the charity"}),
        ("Kenyan workers closed a road, according to satellite images.", set()),
    ],
)
def test_sources(text: str, speakers: set[str]) -> None:
    found = {s.name for draft in drafts_of(text + AROUND) for s in draft.attribution}
    assert found == speakers


def test_a_dateline_dates_nothing() -> None:
    (draft,) = drafts_of("NAIROBI, May 18 (ANS) - Kenya closed its border with Somalia." + AROUND, "2021-05-19")
    assert draft.date_edtf is None


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("ACCRA - It was hot. In Dhaka students took to the streets.", "PROTEST", ["BGD"], []),
        (
            "Accra, May 3 (CN) - It was hot. In the afternoon hundreds of nurses blocked the road.",
            "PROTEST",
            ["GHA"],
            [],
        ),
        ("ACCRA - It was hot. In Berlin Chancellor Meyer condemned Ghana.", "ACCUSE", ["DEU"], ["GHA"]),
        ("ACCRA - It was hot. In Tema, which would lose its port, growers blocked the road.", "PROTEST", ["GHA"], []),
        ("ACCRA - It was hot. A bomb derailed a coal train on Monday.", "ASSAULT", [], ["GHA"]),
        ("It was hot. Police came. A bomb exploded at a market in Mali.", "ASSAULT", [], ["MLI"]),
        ("Accra, May 3 (CN) - Kofi Steurbaut came. He demanded a recount.", "REQUEST", ["GHA"], []),
    ],
)
def test_whom_the_words_leave_open_is_told_by_place_and_home(
    text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    found = [codes(draft) for draft in drafts_of(text + AROUND) if draft.type == type_]
    assert (actors, recipients) in found


def test_his_office_speaks_for_the_country_of_whom_the_sentence_tells() -> None:
    text = "Iran accused Iraq of theft. The emir of Qatar spoke by phone with the king of Jordan on Monday, his office said."
    (call,) = [draft for draft in drafts_of(text + AROUND, "2021-04-28") if draft.type == "CONSULT"]
    assert [(speaker.name, speaker.country) for speaker in call.attribution] == [("his office", "QAT")]
