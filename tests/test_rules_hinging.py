"""Days counted from an act told before, and what stands round a day that decides whose it is."""

from __future__ import annotations

import pytest

from summarizer.engines.rules.acts.lexicon import load_lexicon
from summarizer.engines.rules.days.naming import name_act
from summarizer.engines.rules.words.reading import read_sentence
from summarizer.engines.rules.words.tokens import tokenize
from summarizer.ontology import load_ontology
from tests.test_rules_dates import days

_SEIZED = "Ghana seized a ferry of Togo on 3 March. On the 7th a storm came. "
_RECALLED = "Togo recalled its envoy from Ghana on 3 March. On the 7th a storm came. "
_JAILED = "Ghana jailed two Togolese on 3 March. On the 7th a storm came. "
_STRUCK = "Hauliers in Lomé struck from 3 to 7 March. On the 12th a storm came. "
_TOOK = "Soldiers of Ghana took the ferry on 3 March. On the 7th a storm came. "
_ARRESTED = "Ghana picked up two Togolese on 3 March. On the 7th a storm came. "


@pytest.mark.parametrize(
    ("before", "text", "kind", "day"),
    [
        # a noun that names an act told before
        (_SEIZED, "Two days after the seizure Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-05"),
        (_SEIZED, "The morning after the seizure Togo summoned Ghana's chargé.", "ACCUSE", "2025-03-04"),
        (_RECALLED, "Ghana shelled a Togolese port on the eve of the recall.", "ASSAULT", "2025-03-02"),
        (_RECALLED, "Within hours of the recall Ghana shelled a Togolese port.", "ASSAULT", "2025-03-03"),
        # a noun that stands for such acts, though other words told it
        (_ARRESTED, "Two days after the arrests Togo shelled a Ghanaian port.", "ASSAULT", "2025-03-05"),
        # a noun without the stem of the verb that told it
        (_JAILED, "Two days after the verdict Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-05"),
        (_JAILED, "Two days after the concert, Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-09"),
        # it is the day that the story has come to
        (
            _RECALLED,
            "On the eve of the recall Ghana shelled a Togolese port. Togo summoned Ghana's chargé the next morning.",
            "ACCUSE", "2025-03-03",
        ),
        # a short clause
        (_SEIZED, "Togo recalled its envoy two days after the ferry had been seized.", "SANCTION", "2025-03-05"),
        # "that" points to the day told last
        ("On 3 March Ghana warned Togo. ", "A week after that dressing-down, Togo shelled a Ghanaian port.", "ASSAULT", "2025-03-10"),
        # of what lasted several days: its first day, or its last
        (_STRUCK, "On the day the strike began Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-03"),
        (_STRUCK, "Togo recalled its envoy from Ghana two days after the start of the strike.", "SANCTION", "2025-03-05"),
        (_STRUCK, "The day after the strike ended, Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-08"),
        (_STRUCK, "Two days before the end of the strike Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-05"),
        (_STRUCK, "Two days after the strike Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-09"),
        (_STRUCK, "The day before the strike Togo had recalled its envoy from Ghana.", "SANCTION", "2025-03-02"),
        # "took" tells an act where something is taken
        (_TOOK, "On the day they took it Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-03"),
        (_TOOK, "On the day Mr Adjavon took office Togo recalled its envoy from Ghana.", "SANCTION", None),
        # of the week of the day told last
        (_SEIZED, "On the Monday of that week Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-03"),
        (_SEIZED, "On the Sunday of the same week Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-09"),
        # one day after the other
        (_JAILED, "A crowd gathered the day after, and the day after that Togo recalled its envoy.", "SANCTION", "2025-03-09"),
        # the very day of an act, and the days of what the story is at
        (_SEIZED, "On the very day that the ferry was seized, Togo recalled its envoy.", "SANCTION", "2025-03-03"),
        (_SEIZED, "On the day when the rain stopped, Togo recalled its envoy.", "SANCTION", None),
        ("A trial of spies opened in Lome on 3 March. ", "On its second day Ghana recalled its envoy from Togo.", "SANCTION", "2025-03-04"),
        ("Togo called up men on 3 March. ", "Two days into the exercise Ghana recalled its envoy from Togo.", "SANCTION", "2025-03-05"),
        ("A trial of spies opened in Lome in March. ", "On its second day Ghana recalled its envoy from Togo.", "SANCTION", None),
        # what is named is no act told before
        (_SEIZED, "On the night of the 8th Togo shelled a Ghanaian port.", "ASSAULT", "2025-03-08"),
        (_SEIZED, "On the eve of the feast Togo shelled a Ghanaian port.", "ASSAULT", None),
        # a sentence without an act told its day
        ("The senators of Togo voted on 3 March. It rained. ",
         "The evening before the senators voted, Ghana seized a Togolese ferry.", "COERCE", "2025-03-02"),
        ("Talks opened in Lome on 3 March. On the 7th a storm came. ",
         "On the third day of the talks Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-05"),
        ("Nine men came home on 3 March. On the 7th a storm came. ",
         "Two days after the storm, Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-09"),
        # a day stands beside what is named
        (_SEIZED, "Two days after the raid of 1 March Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-03"),
        (_SEIZED, "Three days ahead of Saturday's vote, Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-12"),
        # what is told only further on is no day to count from
        ("A quarrel began. ",
         "Two days after the ferry was seized, Togo recalled its envoy. Ghana had seized the ferry on 3 March. It rained.",
         "SANCTION", None),
        ("A quarrel began on 9 March. ",
         "Two days after the cat was fed, Togo recalled its envoy from Ghana. Ghana had seized a ferry of Togo on 3 March.",
         "SANCTION", None),
        # what a country did, what "it" was counted from
        (_SEIZED, "Benin seized a Togolese ferry on the 9th. Togo recalled its envoy two days after Ghana.", "SANCTION", "2025-03-05"),
        (_SEIZED,
         "Two days ahead of the seizure Togo had recalled its envoy. A week after it, Togo shelled a Ghanaian port.",
         "ASSAULT", "2025-03-10"),
        # hours, weekdays, days in order
        (_SEIZED, "Hours after the seizure Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-03"),
        (_SEIZED, "Forty-eight hours after the seizure Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-05"),
        (_SEIZED, "On the Friday after the seizure Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-07"),
        (_SEIZED, "Only on the third day after the seizure Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-06"),
        (_SEIZED, "Togo recalled its envoy on Friday, four days after the seizure.", "SANCTION", "2025-03-07"),
        # waiting
        (_SEIZED, "Togo let three days go by and then recalled its envoy from Ghana.", "SANCTION", "2025-03-10"),
        ("Ghana seized a ferry of Togo on 3 March. It rained. ",
         "Four days on, Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-07"),
        # "not on" isn't the day
        (_SEIZED,
         "Not on the day of the seizure but two days after it, Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-05"),
        # what is counted from is told again
        (_SEIZED, "Two days after the ferry was seized by Ghana, Togo recalled its envoy.", "SANCTION", "2025-03-05"),
        (_SEIZED, "It was five days after the seizure that Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-08"),
        # "it" is what the sentence has named, "the day itself" the one counted from
        (_SEIZED, "Togo protested against the seizure in a note to Ghana the day after it took place.", "ACCUSE", "2025-03-04"),
        (_SEIZED, "Togo condemned the seizure two days after it happened; on the day itself Togo shelled a Ghanaian port.",
         "ASSAULT", "2025-03-03"),
        (_SEIZED, "Togo condemned the concert two days after it took place.", "ACCUSE", None),
        # a pronoun begins the act's own clause
        (_SEIZED, "Togo was angry. Three days after the seizure it shelled a Ghanaian port.", "ASSAULT", "2025-03-06"),
        # the night into which the day went
        (_SEIZED, "In the night after the seizure Togo shelled a Ghanaian port.", "ASSAULT", "2025-03-03"),
        (_SEIZED, "The night after the seizure Togo shelled a Ghanaian port.", "ASSAULT", "2025-03-04"),
        # two that count from one day
        (_SEIZED,
         "Togo recalled its envoy from Ghana on Friday, two days after it had complained and one day after Ghana refused to free two men.",
         "REJECT", "2025-03-06"),
        # of several acts so named, the last that has a day
        (_ARRESTED, "Togo said that Ghana had detained a bishop. Two days after the arrests Togo shelled a Ghanaian port.",
         "ASSAULT", "2025-03-05"),
        # how a day lies to another is told beside it
        (_SEIZED, "On the 9th, a day after the second seizure, Togo shelled a Ghanaian port.", "ASSAULT", "2025-03-09"),
    ],
)  # fmt: skip
def test_counted_from_an_act(before: str, text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(before + text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # what happened "on the 3rd, when …"
        ("It goes back to the night of 3 March, when, it says, Togo shelled a Ghanaian port.", "ASSAULT", "2025-03-03"),
        ("It is dark since 3 March, the morning on which Togo shelled a Ghanaian port.", "ASSAULT", "2025-03-03"),
        ("Togo will close by 3 March, when talks end; Togo shelled a Ghanaian port.", "ASSAULT", None),
        # set between commas after "and", a day is the next verb's
        ("On Friday rain fell. Ghana thanked Togo and, two days later, closed its border.", "SUPPORT", None),
        # "until midnight on Friday" is a limit as "until Friday" is
        ("Ghana gave the envoys of Togo until midnight on Friday and summoned its ambassador.", "ACCUSE", None),
        # "that month" is the one told before in the sentence
        (
            "In January Ghana refused Togo a loan, and on the 27th of that month it arrested two Togolese traders as spies.",
            "COERCE", "2025-01-27",
        ),
        # a day on which something is said is none that the story goes on from
        (
            '"It was on the 5th," a spokesman of Ghana said on Monday; "Ghana was arming" - '
            "two Togolese spies had been arrested, and both were released three days later.",
            "RETREAT", "2025-03-08",
        ),
        # a relative clause that only looks back, and one in which the story goes on
        (
            "On Monday Togo freed a ferry that it had stopped on 1 March. "
            "A day later Ghana closed its border with Togo.",
            "SANCTION", "2025-03-11",
        ),
        (
            "On 27 January Ghana offered talks, which Togo accepted on 20 February. "
            "On the 24th Ghana expelled two Togolese.",
            "SANCTION", "2025-02-24",
        ),
        # counted from a day told beside what is named at some length
        ("Ghana seized a ferry of Togo four days before a council of the two countries on 10 March.", "COERCE", "2025-03-06"),
        ("Four days before a council of the two countries on 10 March, Ghana seized a ferry of Togo.", "COERCE", "2025-03-06"),
        ("Ghana seized a ferry of Togo four days before the council of the two states sat in Kara on the 10th.", "COERCE", "2025-03-06"),
        ("Ghana seized a ferry of Togo two days after elections in Togo on 3 March.", "COERCE", "2025-03-05"),
        ("Ghana seized a ferry of Togo a week before the council met in Kara on Monday.", "COERCE", "2025-03-03"),
        ("Ghana seized a ferry of Togo a week before the council meets in Kara on Monday.", "COERCE", "2025-03-10"),
        # "the previous night" counts from the day named beside it, even if that was named last before
        (
            "Ghana closed a bridge on Monday. Togo said on Monday that a Ghanaian battalion had moved up to Aflao the previous night.",
            "MOBILIZE",
            "2025-03-09",
        ),
    ],
)  # fmt: skip
def test_whose_day_it_is(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


def test_no_occasion_behind_without() -> None:
    """What was left undone on "the day after" is nothing that the day counts from, so that no article is read again for it."""
    text = "Ghana expelled a third envoy the day after without giving a reason."
    reading = read_sentence(1, tokenize(text), (), load_lexicon(load_ontology()))
    assert not name_act(reading, text.index("without")).words
