"""Which day an act is given: by its own words, by the day told last, by the heading of a chronicle; never by the saying."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract

_PUBLISHED = "2025-03-12"  # a Wednesday
_TAIL = " The weather in the capital was fair. Shops were open and the buses ran."


def days(text: str, published: str | None = _PUBLISHED) -> set[tuple[str, str | None]]:
    article = Article(text=text + _TAIL, published=published)
    (result,) = extract([article], settings=Settings(engine="rules"))
    return {(event.type, event.date.edtf if event.date else None) for event in result.events}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # the day told last
        ("On 20 January Ghana expelled two Togolese. On the 22nd Togo recalled its envoy from Ghana.", "SANCTION", "2025-01-22"),
        ("On Monday Ghana recalled its ambassador from Togo. Two hours later Togo closed its border to Ghana.", "SANCTION", "2025-03-10"),
        ("On 3 March Ghana warned Togo. On the Friday Togo expelled two Ghanaian diplomats.", "SANCTION", "2025-03-07"),
        ("Ghana summoned Togo's ambassador on Friday the 7th.", "ACCUSE", "2025-03-07"),
        # counted back from the main clause
        ("Ghana suspended flights to Togo on Tuesday, four days after its navy had shelled a Togolese port.", "ASSAULT", "2025-03-07"),
        # who acts says so
        ("Ghana has expelled two diplomats of Togo, its foreign minister said on Tuesday.", "SANCTION", "2025-03-11"),
        ("Ghana announced on Tuesday that it would close its embassy in Togo on 1 April.", "SANCTION", "2025-04-01"),
        ("Ghana's president said on Tuesday that Accra would never accept the demand of Togo.", "REJECT", "2025-03-11"),
        ("Ghana has offered to host talks with Togo, President Osei told a news conference in Accra on Tuesday.", "AGREE", "2025-03-11"),
        ("Ghana condemned Togo in a statement issued on Monday.", "ACCUSE", "2025-03-10"),
        # of what is condemned, welcomed or complained about only a day of its own, not that of the reaction
        ("On Monday Togo condemned the expulsion of its ambassador by Ghana.", "SANCTION", None),
        ("Togo protested on Monday against Ghana's expulsion of its ambassador.", "SANCTION", None),
        ("Togo summoned Ghana's ambassador on Monday over the seizure of a Togolese trawler by Ghana.", "COERCE", None),
        ("On Monday Ghana welcomed the release of three Ghanaian fishermen by Togo.", "RETREAT", None),
        ("On Monday Togo condemned the expulsion of its ambassador by Ghana on Saturday.", "SANCTION", "2025-03-08"),
        ("Togo denounced Friday's seizure of its trawler by Ghana.", "COERCE", "2025-03-07"),
        ("On Monday Ghana freed two in response to the expulsion of its ambassador by Togo.", "SANCTION", None),
        ("Ghana froze the assets of Benin on Monday because of the seizure of its trawler by Togo.", "COERCE", None),
        ("Togo on Tuesday denounced last week's seizure of its trawler by Ghana.", "ACCUSE", "2025-03-11"),
        ("Togo denounced on Tuesday the seizure of its trawler by Ghana.", "ACCUSE", "2025-03-11"),
        ("On Monday Ghana announced the expulsion of Togo's ambassador.", "SANCTION", "2025-03-10"),
        ("On Monday Togo condemned Benin, and Ghana's expulsion of its ambassador followed.", "ACCUSE", "2025-03-10"),
        # who somebody is connected with is no act, nor is what he is thought to be
        ("Ghana arrested eleven Togolese connected with the network on Monday evening.", "COERCE", "2025-03-10"),
        ("Ghana detained four Togolese believed to belong to the network on Monday.", "COERCE", "2025-03-10"),
        ("Ghana released two Togolese officers arrested on Monday.", "RETREAT", None),
        # by when somebody else was told to do a thing
        ("Ghana urged Togo to free the crew by Monday and warned that it would stop its aid to Togo.", "THREATEN", None),
        ("By Monday Ghana had expelled two envoys of Togo.", "SANCTION", "2025-03-10"),
        # a noun's own day behind two countries
        ("Talks between Togo and Ghana on 3 March remained fruitless.", "CONSULT", "2025-03-03"),
        # since when a thing is so
        ("Since Sunday Ghana has closed its border to Togo.", "SANCTION", "2025-03-09"),
        # an ordinal stands before a plural or a verb as it stands before a comma
        ("Ghana on the 4th accused Togolese guards of having beaten a cook.", "ACCUSE", "2025-03-04"),
        # what one's own side is doing, on the day on which it says so
        ("Ghana said on Monday that it was freezing its aid to Togo.", "SANCTION", "2025-03-10"),
        # a relative clause keeps its day, and the main clause its own
        ("Gunmen from Togo who hijacked a bus in Ghana last Friday released two Ghanaians on Tuesday.", "RETREAT", "2025-03-11"),
        # "said on Monday" is past even where the act lies ahead
        ("Ghana will provide 30 million dollars to Togo, the ministry of Ghana said on Monday.", "AGREE", "2025-03-10"),
        ("Ghana has cut off aid to Togo, Minister of Foreign Trade Ama Boateng announced on Tuesday.", "SANCTION", "2025-03-11"),
        # from when it takes effect
        ("Ghana cuts off its aid to Togo from May.", "SANCTION", "2025-05"),
        ("The embassy of Ghana in Togo was closed by Togo from Monday.", "SANCTION", "2025-03-10"),
        ("A source said that on the 17th Ghana will summon the ambassadors of Togo.", "ACCUSE", "2025-03-17"),
        ("Six officers of Togo would be let go by Friday, an officer in Ghana said.", "CONCEDE", "2025-03-14"),
        # what goods are loaded with is no other act
        ("Togolese customs impounded 34 Ghanaian trucks loaded with fish at Aflao on Monday.", "COERCE", "2025-03-10"),
        # the short sentence before says when the answer came
        ("Ghana recalled its envoy on 3 March. Togo replied on the 5th. It expelled two Ghanaian diplomats.", "SANCTION", "2025-03-05"),
        ("Togo hit back on Monday. It has expelled two Ghanaian diplomats.", "SANCTION", None),
        ("Togo replied on Monday.\n\nGhana expelled two Togolese diplomats.", "SANCTION", None),
        ("A court in Togo sat on Monday. Ghana expelled two Togolese diplomats.", "SANCTION", None),
        # a verb that shares the subject shares the day, unless it has its own
        (
            "Ghana closed its border with Togo on Friday after gunmen from the north had fired over the roofs of "
            "two towns in three nights, and called in Togo's ambassador.", "ACCUSE", "2025-03-07",
        ),
        ("Togo seized a ferry of Ghana on 3 March and released it a week later.", "RETREAT", "2025-03-10"),
        ("Ghana rejected that on Tuesday as an invention of Togo.", "REJECT", "2025-03-11"),
        # the story goes on from its own days, not from those that it looks back to
        ("On 3 March Ghana recalled its envoy, who had come on 7 May. The next day Togo expelled two Ghanaians.", "SANCTION", "2025-03-04"),
        ("On 3 March Ghana warned Togo. It waited since the day before. A day later it expelled Togolese.", "SANCTION", "2025-03-04"),
        ("On 3 March Ghana recalled its envoy. Next morning Togo expelled two Ghanaian diplomats.", "SANCTION", "2025-03-04"),
        # "the previous afternoon" counts from the day told in its paragraph, else from publication
        ("On 3 March Ghana recalled its envoy. The previous afternoon Togo had expelled two Ghanaian diplomats.", "SANCTION", "2025-03-02"),
        ("On 3 March Ghana recalled its envoy.\n\nThe previous night Togo expelled two Ghanaian diplomats.", "SANCTION", "2025-03-11"),
        # an hour belongs to the day told in its paragraph, else to that of publication
        ("Ghana recalled its envoy on 3 March. Shortly after noon Togo expelled two Ghanaian diplomats.", "SANCTION", "2025-03-03"),
        ("Ghana recalled its envoy on 3 March.\n\nBefore dawn Togo summoned Ghana's ambassador.", "ACCUSE", "2025-03-12"),
        # a clock time breaks no clause
        (
            "Ghana was attacked by Togolese soldiers in the direction of the hills above the village of Aflao "
            "at about 14:20 on Monday.",
            "ASSAULT", "2025-03-10",
        ),
        # days that the story doesn't come to: told aside, to come
        ("On 3 March Ghana held a march, which had been announced on the 1st. Togo condemned Ghana the same day.", "ACCUSE", "2025-03-03"),
        (
            "Ghana recalled its envoy on 3 March. The consulate will close on 1 June. "
            "Togo summoned Ghana's chargé the same day.",
            "ACCUSE", "2025-03-03",
        ),
        # "that day" of the same sentence
        (
            "On 3 March Ghana warned Togo. "
            "Three days later Ghana granted him asylum; and on the same day Togo expelled two Ghanaian diplomats.",
            "SANCTION", "2025-03-06",
        ),
        (
            "During the night of the 7th red paint was thrown at a shop. "
            "Togo expelled two Ghanaian diplomats the next morning.",
            "SANCTION", "2025-03-08",
        ),
        # no day of its own
        ("Ghana called on its soldiers in Togo and on its people to down tools on Monday.", "REQUEST", None),
        ("Ghana denounced Togo, and on Monday its people marched through the capital.", "ACCUSE", None),
        ("Togo released a Ghanaian officer and will send a team to Ghana on Monday.", "RETREAT", None),
        ("Ghana accused officers of Togo of burning 30 homes in February.", "ACCUSE", None),
        ("Ghana ordered Togo to remove its patrols before January 31, and expelled two Togolese diplomats.", "SANCTION", None),
        ("Togo said on Tuesday that Ghana had shelled a Togolese port.", "ASSAULT", None),
        ("Ghana has sent two battalions to the border of Togo and closed a bridge on Friday.", "MOBILIZE", None),
        ("On Tuesday Ghana froze the assets of 17 people of Togo whom it accuses of smuggling.", "ACCUSE", None),
        ("Togo, which closed a consulate on Sunday, thanked Ghana for its help.", "SUPPORT", None),
        ("Ghana released two Togolese officers arrested in 2025.", "RETREAT", None),
        ("Ghana promised Togo a loan of 40 million dollars by June.", "AGREE", None),
        ("In Accra, where a delegation is expected on Thursday, Ghana asked Togo to open the border.", "REQUEST", None),
        ("Ghana called in the ambassador of Togo for the second time this month.", "ACCUSE", None),
    ],
)  # fmt: skip
def test_the_day_of_an_act(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


def test_the_days_of_a_chronicle_date_all_that_their_paragraphs_tell() -> None:
    text = (
        "3 February – Togo seizes a Ghanaian ferry. Ghana summons the ambassador of Togo.\n\n"
        "6 February – Togo releases the ferry. Ghana thanks Togo.\n\n"
    )
    assert {("ACCUSE", "2025-02-03"), ("SUPPORT", "2025-02-06")} <= days(text)


def test_a_day_alone_between_blank_lines_heads_the_paragraphs_up_to_the_next() -> None:
    text = (
        "The quarrel.\n\n## 3 February\n\nTogo seized a Ghanaian ferry.\n\nGhana condemned Togo.\n\n"
        "## 6 February\n\nTogo released the Ghanaian ferry.\n\nGhana expelled two Togolese.\n\n"
    )
    told = days(text)
    assert {("ACCUSE", "2025-02-03"), ("RETREAT", "2025-02-06")} <= told
    assert ("SANCTION", None) in told  # nothing tells where the last part ends


def test_weekdays_head_the_paragraphs_of_a_week_past_and_not_those_of_a_calendar() -> None:
    text = (
        "Monday: The market was full. Ghana expelled two Togolese. Togo condemned Ghana.\n\n"
        "Tuesday: The market was empty. Togo expelled two Ghanaians. Ghana thanked Mali.\n\n"
    )
    assert {("ACCUSE", "2025-03-10"), ("SUPPORT", "2025-03-11")} <= days(text)
    assert ("ACCUSE", None) in days("The week ahead.\n\n" + text)


def test_a_heading_is_the_day_to_count_from() -> None:
    text = "3 February – Togo seizes a ferry.\n\n6 February – Ghana condemned Togo. Togo had expelled a Ghanaian the day before.\n\n"
    assert ("ACCUSE", "2025-02-06") in days(text)
    assert ("SANCTION", "2025-02-05") in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("On 19 March Ghana warned Togo. On the 24th Togo recalled its envoy from Ghana.", "SANCTION", "XXXX-03-24"),
        ("On 28 March Ghana recalled its envoy from Togo. On the 2nd Togo expelled two Ghanaian diplomats.", "SANCTION", "XXXX-04-02"),
        ("Ghana warned Togo. On the 24th Togo recalled its envoy from Ghana.", "SANCTION", "XXXX-XX-24"),
        ("On 19 March Ghana warned Togo. The 26th brought the answer: Togo expelled two Ghanaian diplomats.", "SANCTION", "XXXX-03-26"),
        # a weekday that nobody can place is no day to count from, nor is one before it
        ("On 19 March Ghana warned Togo. On Thursday Togo answered. The next day Togo expelled two Ghanaian diplomats.", "SANCTION", None),
    ],
)  # fmt: skip
def test_a_text_without_a_publication_date_keeps_the_month_that_it_told(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text, None)


def test_the_dateline_of_a_telegram_dates_nothing() -> None:
    text = (
        "ACCRA. March 12 (Coast) - Ghana has handed over nine vehicles to Togo.\n\n"
        "LOME. March 12 (Coast) - Togo expelled two Ghanaian diplomats.\n\n"
    )
    assert ("SANCTION", None) in days(text)


_SEIZED = "On 3 March Ghana seized a trawler of Togo. The weather was fine. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # what was before, told in the pluperfect, counts from the day told last in the paragraph
        ("The previous day Togo had expelled two Ghanaian diplomats.", "2025-03-02"),
        ("The night before, Togo had expelled two Ghanaian diplomats.", "2025-03-02"),
        ("The previous day Togo expelled two Ghanaian diplomats.", "2025-03-11"),
        ("Two days beforehand Togo had expelled two Ghanaian diplomats.", "2025-03-01"),
        # how long something had been so
        ("The trawler had been in port for two days when Togo expelled two Ghanaian diplomats.", "2025-03-05"),
        ("The trawler had been in port for two days when on Monday Togo expelled two Ghanaian diplomats.", "2025-03-10"),
        # a day that comes late
        ("It was Monday before Togo expelled two Ghanaian diplomats.", "2025-03-10"),
        # a term isn't the day, and what is done on a day is told after it
        ("On Monday two Ghanaian envoys were told to leave Togo by Friday.", "2025-03-10"),
        ("Togo moved on Monday. Two Ghanaian diplomats were expelled.", "2025-03-10"),
        ("Togo answered on Monday with a ban on Ghanaian fish.", "2025-03-10"),
        # other words for days and seasons
        ("On Wednesday last Togo expelled two Ghanaian diplomats.", "2025-03-05"),
        ("A week ago on Tuesday Togo expelled two Ghanaian diplomats.", "2025-03-04"),
        ("In mid-February Togo had expelled two Ghanaian diplomats.", "2025-02"),
        ("In the autumn Togo expelled two Ghanaian diplomats.", "2024-23"),
    ],
)  # fmt: skip
def test_days_worded_otherwise(text: str, day: str) -> None:
    assert ("SANCTION", day) in days(_SEIZED + text)


def test_the_eve_of_a_day_named_beside_it() -> None:
    text = "They should have sat down in Kara on the 15th, but on the eve, Togo expelled two Ghanaian diplomats."
    assert ("SANCTION", "2025-02-14") in days(_SEIZED + text)
