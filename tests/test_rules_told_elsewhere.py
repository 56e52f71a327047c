"""Days that stand with something else that a sentence tells: a paper, talk of the act, what it is counted from."""

from __future__ import annotations

import pytest

from summarizer import Article, Settings, extract
from tests.test_rules_dates import days

_RAIN = " It rained in the hills. Nobody was surprised."
_SEIZED = "Ghana seized a ferry of Togo on 3 March. On the 7th a storm came. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Ghana accused Togo of theft in a speech given in Paris on 3 March.", "ACCUSE", "2025-03-03"),
        ("Ghana condemned Togo in a strongly worded note handed to its envoy on Monday.", "ACCUSE", "2025-03-10"),
        ("Ghana condemned Togo in a memorandum presented to the Security Council on Monday.", "ACCUSE", "2025-03-10"),
        ("Ghana had protested against Togo's drill, which it calls a threat, in a note handed over on Monday.", "ACCUSE", "2025-03-10"),
        ("Ghana condemned Togo for a speech given in Paris on Monday.", "ACCUSE", None),
        ("Ghana condemned Togo over a statement issued on Monday.", "ACCUSE", None),
        ("Ghana condemned Togo for the theft of a letter handed to its envoy on Monday.", "ACCUSE", None),
    ],
)  # fmt: skip
def test_papers_date_what_they_say(text: str, kind: str, day: str | None) -> None:
    assert {one for one in days(text) if one[0] == kind} == {(kind, day)}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Ghana denied on Tuesday that it had expelled two Togolese, as The Post had announced two days earlier.", "SANCTION", None),
        ("Ghana expelled two Togolese, as the daily paper reported on Monday.", "SANCTION", None),
        ("Ghana expelled two Togolese, as announced on Monday.", "SANCTION", None),
        ("As Mali had demanded on Monday, Ghana expelled two Togolese.", "SANCTION", None),
        ("Ghana expelled two Togolese on Monday, as it had announced on Friday.", "SANCTION", "2025-03-10"),
        ("As it had announced on Friday, Ghana expelled two Togolese on Monday.", "SANCTION", "2025-03-10"),
        ("Ghana expelled two Togolese as night fell on Monday.", "SANCTION", "2025-03-10"),
        ("Togolese soldiers shelled a Ghanaian village, as rain fell on Monday.", "ASSAULT", "2025-03-10"),
    ],
)  # fmt: skip
def test_when_an_act_was_spoken_of_is_not_when_it_was_done(text: str, kind: str, day: str | None) -> None:
    assert {one for one in days(text) if one[0] == kind} == {(kind, day)}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # a clause behind the noun tells its day
        ("Ghana freed two Togolese on the eve of the talks, which were held in Lome on 3 March.", "RETREAT", "2025-03-02"),
        ("Ghana freed two Togolese the day before the second round, held in Lome on 3 March.", "RETREAT", "2025-03-02"),
        ("Ghana freed two Togolese the day before the second round, held again in Lome, on 3 March.", "RETREAT", "2025-03-02"),
        ("Two days after the raid, in which nine died on 3 March, Ghana freed two Togolese.", "RETREAT", "2025-03-05"),
        ("Ghana freed two Togolese a week before the summit that opened in Lome on Monday.", "RETREAT", "2025-03-03"),
        ("Ghana freed two Togolese a week before the summit, which takes place on 18 March.", "RETREAT", "2025-03-11"),
        ("Two days after the talks, held in Lome in February, Ghana freed two Togolese on 3 March.", "RETREAT", "2025-03-03"),
        ("Ghana freed two Togolese two days after the ban, which was lifted on 3 March.", "RETREAT", None),
        # several share what was done before
        ("Togo fell silent on Tuesday, a day after Ghana, Mali and Niger had expelled two of its envoys.", "SANCTION", "2025-03-10"),
        ("Togo fell silent on Tuesday, a day after Ghanaian, Malian and Nigerien ships began a joint drill.", "COOPERATE", "2025-03-10"),
        ("A day after the talks, Ghana, Mali and Niger expelled two Togolese.", "SANCTION", None),
        # the noun that it counts from isn't told: not the day before the one told last
        ("The talks opened on 3 March. Two days after the first round Ghana freed two Togolese.", "RETREAT", None),
    ],
)  # fmt: skip
def test_days_counted_from_what_the_sentence_itself_dates(text: str, kind: str, day: str | None) -> None:
    assert {one for one in days(text) if one[0] == kind} == {(kind, day)}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (_SEIZED + "Togo recalled its envoy on the very day of the seizure.", "SANCTION", "2025-03-03"),
        (
            "Soldiers crossed from Togo on 3 March and carried off two hunters. On the 7th a storm came. "
            "On the morning after the hunters vanished, Ghana recalled its envoy from Togo.",
            "SANCTION", "2025-03-04",
        ),
        # what stands behind a day only measures it
        ("On 3 March, ten days before the vote, Ghana warned Togo. It rained. Togo recalled its envoy from Ghana the next day.",
         "SANCTION", "2025-03-04"),
        ("On 3 March, three days after the rain, Ghana warned Togo. It rained. Togo recalled its envoy from Ghana two days later.",
         "SANCTION", "2025-03-05"),
        ("Twelve days before today Ghana recalled its envoy from Togo.", "SANCTION", "2025-02-28"),
        ("Ghanaians rallied in Accra on Monday. The minister accused Togo in the evening of preparing a coup.", "ACCUSE", "2025-03-10"),
    ],
)  # fmt: skip
def test_days_told_by_other_sentences(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 29 April Ghana warned Togo. It rained. Togo recalled its envoy from Ghana the next day.", "XXXX-04-30"),
        (
            "On 29 April Ghana warned Togo. It rained. Togo recalled its envoy from Ghana three days later.",
            "XXXX-05-02",
        ),
        ("On 27 February Ghana warned Togo. It rained. Togo recalled its envoy from Ghana two days later.", None),
    ],
)
def test_days_are_counted_in_a_year_that_is_not_told(text: str, day: str | None) -> None:
    assert ("SANCTION", day) in days(text, None)


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        # what was not done until a day was done then
        ("Ghana did not free the two Togolese until Monday.", "occurred", "2025-03-10"),
        ("The two Togolese were not freed by Ghana until late on Monday.", "occurred", "2025-03-10"),
        ("Ghana waited until Monday before freeing the two Togolese.", "occurred", "2025-03-10"),
        ("Ghana needed until Monday to free the two Togolese.", "occurred", "2025-03-10"),
        ("Not before Monday did Ghana free the two Togolese.", "occurred", "2025-03-10"),
        ("It was only on Monday, after long talks, that Ghana freed the two Togolese.", "occurred", "2025-03-10"),
        ("Ghana did not free the two Togolese, whom it holds until Monday.", "denied", None),
        ("Ghana did not free the two Togolese.", "denied", None),
    ],
)  # fmt: skip
def test_until_a_day_and_then(text: str, status: str, day: str | None) -> None:
    article = Article(text=text + _RAIN, published="2025-03-12")
    (result,) = extract([article], settings=Settings(engine="rules"))
    assert [(e.status, e.date.edtf if e.date else None) for e in result.events if e.type == "RETREAT"] == [
        (status, day)
    ]


def test_a_persons_own_steps_are_no_acts_told() -> None:
    text = "On 3 March, barely a week after taking office, Ghana's leader closed the border with Togo. Togo protested four days after that."
    assert ("ACCUSE", "2025-03-07") in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # how long something took or may take is no day
        ("Togo banned Ghanaian lorries on 3 March. It rained. Togo freed two Ghanaians within four days.", "RETREAT", None),
        ("Togo will free two Ghanaians within four days.", "CONCEDE", "2025-03-12/2025-03-16"),
        # a day told by a word is one from which the story goes on
        ("Except that on the eleventh, men in masks fired at a boat. Togo accused Ghana that very evening.", "ACCUSE", "2025-03-11"),
    ],
)  # fmt: skip
def test_spans_are_no_days_and_words_are(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
