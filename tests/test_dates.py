from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from evals.cases import load_case
from summarizer.normalising.date_patterns import ALL
from summarizer.normalising.dates import find_dates, iter_dates, resolve_date

WEDNESDAY = dt.date(2021, 4, 28)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the 24th, the war of words staged a new story.", ["On the 24th"]),
        ("Putin signed a decree on the 23rd, and the government acted on the 26th to summon reservists.", ["on the 23rd", "on the 26th"]),
        ("According to a report from the network on the 28th, officials agreed.", ["on the 28th"]),
        ("She was born on the 24th floor and fought in the 24th Infantry Division.", []),
        ("The talks opened on Monday, 3 May 2021, in Vienna.", ["on Monday, 3 May 2021"]),
        ("The talks opened on April 28th and ended May 2.", ["on April 28th", "May 2"]),
        ("It ran from 3 to 7 May 2021 and again between 24 April and 2 May.", ["from 3 to 7 May 2021", "between 24 April and 2 May"]),
        ("from Monday to Wednesday troops moved", ["from Monday to Wednesday"]),
        ("Since mid-April, the row has grown.", ["Since mid-April"]),
        ("Theresa May said she may go in May.", ["in May"]),
        ("The march on Washington began in March.", ["in March"]),
        ("March 3 was quiet.", ["March 3"]),
        ("One Friday and every Sunday, on a Monday, on Ash Wednesday and on the Monday before last they met.", []),
        ("In a Friday speech she recalled the last Friday of May.", ["Friday", "the last Friday of May"]),
        ("The 15th was a Thursday.", ["The 15th"]),
        ("He came in the summer, a few hours before.", ["in the summer", "a few hours before"]),
        ("He fought in the Winter War, hours before the vote.", []),
        ("Jan Novak met her on Jan. 5.", ["on Jan. 5"]),
        ("Police arrested 12 people, three days after the blast.", ["three days after"]),
        ("He left two days later, on the same day as Anna.", ["two days later", "on the same day"]),
        ("Police came on Friday night and left last Friday.", ["on Friday night", "last Friday"]),
        ("The ministry said last week that it would act in the coming days.", ["last week", "in the coming days"]),
        ("In 2014 some 2000 people left, 1,987 stayed.", ["In 2014"]),
        ("The 2014 annexation changed trade.", ["2014"]),
        ("At 10:30 on 2021-04-28 shells hit.", ["on 2021-04-28"]),
        ("Some 20 marines and 15 mayors were decorated.", []),
        ("The Sunday Times wrote about Bloody Sunday.", []),
        ("Officials met overnight; yesterday evening they met again.", ["overnight", "yesterday evening"]),
        ("On\u00a0the\u00a024th\u202fof April, it rained.", ["On\u00a0the\u00a024th\u202fof April"]),
        ("The ministers will meet next Tuesday in Riga.", ["next Tuesday"]),
        ("Two weeks ago, the port closed.", ["Two weeks ago"]),
        ("The law took effect in late 2021, after the summer of 2020.", ["in late 2021", "the summer of 2020"]),
        ("He spoke around 20 May.", ["around 20 May"]),
        ("They spoke earlier in March and earlier this month.", ["earlier in March", "earlier this month"]),
        ("He arrived on 28/4/2021.", ["on 28/4/2021"]),
        ("In the night towards the 5th of May they met.", ["In the night towards the 5th of May"]),
        ("On the subsequent day and the preceding night they met.", ["On the subsequent day", "the preceding night"]),
        ("On the aforesaid day they met, two days thereafter again.", ["On the aforesaid day", "two days thereafter"]),
        ("On the 28th of the past month they met.", ["On the 28th of the past month"]),
        ("On the 20 he left; on the 24, and by the 27 at noon, they met.", ["On the 20", "on the 24", "by the 27"]),
        ("In the night of the 14 Togo fired, the 19 of last month too.", ["night of the 14", "the 19 of last month"]),
        ("The 16 the court ordered it. Togo offered its mediation the 11.", ["The 16", "the 11"]),
        ("The 16 the army holds are fishermen. They freed the 11. The 12 marched.", []),
        ("It closed in the day 29, and nothing on the day 3 of the truce.", ["in the day 29"]),
        ("On the eve of the vote; he came on Friday, the eve by.", ["on Friday", "the eve"]),
        ("On the 23 Lima suspended the deal, Quito on the 29 accused the traders.", ["On the 23", "on the 29"]),
        ("On the 12 detained fishermen, on the 12 Malian soldiers, on the 12 invited guests.", []),
        ("On the 12 firms, the 9 envoys, the 15% and the 7:30 on the 24-hour channel.", []),
        ("They met in the past half hour, over the last ten minutes.", ["in the past half hour", "over the last ten minutes"]),
        ("In the past two years and in the last half they scored.", []),
        ("No time is told here.", []),
    ],
)  # fmt: skip
def test_dates_are_found_where_they_stand(text: str, expected: list[str]) -> None:
    mentions = find_dates(text)
    assert [m.text for m in mentions] == expected
    assert all(text[m.start : m.end] == m.text for m in mentions)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 3 May", "day"),
        ("on the 24th,", "day"),
        ("in March 2021", "month"),
        ("since 2014", "year"),
        ("on Friday", "weekday"),
        ("yesterday", "relative"),
        ("the same day", "anchored"),
        ("Same day, he left", "anchored"),
        ("on the third of the month", "day"),
        ("on the 3rd of the current", "day"),
        ("two days later", "anchored"),
        ("between 3 and 7 May", "range"),
        ("in the coming days", "vague"),
    ],
)
def test_each_mention_has_a_kind(text: str, kind: str) -> None:
    assert [m.kind for m in find_dates(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("On the 26th seven people left.", "On the 26th", "2021-04-26"),
        ("They on the 26th withdrew.", "on the 26th", "2021-04-26"),
        ("The day before yesterday Peru agreed.", "The day before yesterday", "2021-04-26"),
        ("Three men were shot three nights ago.", "three nights ago", "2021-04-25"),
        ("A month ago they met.", "A month ago", "2021-03"),
        ("It must leave before January 31, the court said.", "January 31", "2021-01-31"),
        ("On the 22nd prosecutors charged him.", "On the 22nd", "2021-04-22"),
        ("Peru on the 4th accused Chile.", "on the 4th", "2021-04-04"),
        ("Peru on the 4th lent Chile a tug.", "on the 4th", "2021-04-04"),
        ("Peru declared on the 4th itself ready.", "on the 4th", "2021-04-04"),
        ("Peru on the 4th formally left.", "on the 4th", "2021-04-04"),
        ("On the 21st our men left.", "On the 21st", "2021-04-21"),
        ("The following Thursday masked men shot at them.", "The following Thursday", "2021-04-22"),
        ("Within hours officials denied it.", "Within hours", None),
        ("By evening one man was dead.", "By evening", None),
        ("On the 21st forty men left.", "On the 21st", "2021-04-21"),
        ("On the eleventh somebody shot at them.", "On the eleventh", "2021-04-11"),
        ("It was closed on the 2.", "on the 2", "2021-04-02"),
        ("It was closed in the day 29.", "in the day 29", "2021-03-29"),
        ("Peru recalled the 19 of the past month its envoy.", "the 19 of the past month", "2021-03-19"),
        ("Peru recalled the 2nd of the current its envoy.", "the 2nd of the current", "2021-04-02"),
        ("It had, the 28th of last month, left.", "the 28th of last month", "2021-03-28"),
    ],
)
def test_dates_with_what_follows_or_leads_in(text: str, found: str, meant: str) -> None:
    (mention,) = find_dates(text)
    assert (mention.text, resolve_date(mention.text, WEDNESDAY)) == (found, meant)


@pytest.mark.parametrize(
    "text",
    [
        "On the 22nd floor they met.",
        "The 4th armored brigade left.",
        "by the 4th united front",
        "on the 8th people’s congress",
    ],
)
def test_ordinals_that_are_no_days(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize("article", ["a-accra-lome-timeline", "a-arequipa-copper", "a-briefing-un"])
def test_nothing_is_lost_by_seeking_expressions_only_where_one_may_begin(article: str) -> None:
    (read, *_) = load_case(Path(__file__).parents[1] / "evals" / "training" / article).articles
    for line in read.text.splitlines():
        ends, done = [], 0
        for word in re.finditer(r"\w+", line):  # every pattern, at every word
            found = next(filter(None, (p.match(line, word.start()) for _, p in ALL if word.start() >= done)), None)
            if found:
                done = found.end()
                ends.append(done)
        assert [mention.end for mention in iter_dates(line)] == ends


@pytest.mark.parametrize(
    ("text", "future", "expected"),
    [
        # days in words
        ("It fell on the first of April.", False, ["2021-04-01"]),
        ("It is called for the first of July.", True, ["2021-07-01"]),
        ("It closed on the twenty-second of March 2019.", False, ["2019-03-22"]),
        ("It closed on the twenty-second, and opened again.", False, ["2021-04-22"]),
        ("It closed on March the third.", False, ["2021-03-03"]),
        ("It closed on Thursday, the fifteenth.", False, ["2021-04-15"]),
        ("It closed on the first day of March and on the last day of June.", False, ["2021-03-01", "2020-06-30"]),
        ("On Friday, the second day of a strike, it closed.", False, ["2021-04-23"]),
        ("It was the fourth this month.", False, ["2021-04"]),
        ("It met on the twelfth floor, on the fifteenth and final day.", False, []),
        ("On Thursday the First Cavalry Division came.", False, ["2021-04-22"]),
        # feasts
        ("On New Year's Day it closed; on Christmas Eve 2019 it opened.", False, ["2021-01-01", "2019-12-24"]),
        ("It closes on May Day.", True, ["2021-05-01"]),
        ("The New York office closed on Orthodox Christmas Eve.", False, []),
        # nights between days
        ("Shells fell overnight to Monday.", False, ["2021-04-25/2021-04-26"]),
        ("Shells fell in the night from Sunday to Monday.", False, ["2021-04-25/2021-04-26"]),
        ("Night to the 7th. Riots.", False, ["2021-04-06/2021-04-07"]),
        ("Shells fell overnight on Monday, then overnight.", False, ["2021-04-26", "2021-04-27"]),
        # counted in days of the week, weeks and weekends
        ("Two Saturdays ago they marched.", False, ["2021-04-17"]),
        ("Three weekends ago they marched.", False, ["2021-04-10/2021-04-11"]),
        ("They meet on Sunday week.", True, ["2021-05-09"]),
        ("In a Sunday week after week they met.", False, []),
        ("They met the week before last.", False, ["2021-04-12/2021-04-18"]),
        ("They met the year before last.", False, ["2019"]),
        ("Since the start of the week they have met.", False, ["2021-04-26/2021-04-28"]),
        ("They meet three days from now.", True, ["2021-05-01"]),
        # parts of months
        ("In the last week of March they met.", False, ["2021-03"]),
        ("In the first days of March they met.", False, ["2021-03"]),
        ("They met last week.", False, ["2021-04-19/2021-04-25"]),
        # figures
        ("It came on 15-02-2021 and 2021/02/16.", False, ["2021-02-15", "2021-02-16"]),
        ("It came on Thursday (15 April).", False, ["2021-04-15"]),
    ],
)  # fmt: skip
def test_days_in_the_words_of_news(text: str, future: bool, expected: list[str]) -> None:
    assert [resolve_date(m.text, WEDNESDAY, None, future) for m in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the morrow it left.", "2021-04-11"),
        ("It left that very day.", "2021-04-10"),
        ("It left on the same date.", "2021-04-10"),
        ("It left two days previously.", "2021-04-08"),
        ("It left fifteen days later.", "2021-04-25"),
        ("It left about a week later.", "2021-04-17~"),
        ("It left some ten days later.", "2021-04-20~"),
        ("It left more than a week later.", None),
        ("It left the week after.", "2021-04-12/2021-04-18"),
        ("It left the next Thursday.", "2021-04-15"),
    ],
)
def test_days_counted_in_the_words_of_news(text: str, expected: str | None) -> None:
    found = [resolve_date(m.text, WEDNESDAY, "2021-04-10") for m in find_dates(text)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("Peru met Chile last week on Friday.", "last week on Friday", "2021-04-23"),
        ("Peru met Chile earlier this week, on Monday.", "earlier this week, on Monday", "2021-04-26"),
        ("They will meet next week on Tuesday.", "next week on Tuesday", "2021-05-04"),
        ("On the ninth of this month they met.", "On the ninth of this month", "2021-04-09"),
        ("They left on the twenty-second of last month.", "on the twenty-second of last month", "2021-03-22"),
        ("They will meet a week on Friday.", "a week on Friday", "2021-05-07"),
        ("They will meet a week from Friday.", "a week from Friday", "2021-05-07"),
        # words that only look like these
        ("They meet twice a week on Friday.", "on Friday", "2021-04-23"),
        ("It shut for a week on Friday.", "on Friday", "2021-04-23"),
        ("They spoke last week on Friday's vote.", "last week", "2021-04-19/2021-04-25"),
        ("He spoke of the third of this month's meetings.", "this month", "2021-04"),
        # a month at the head of a paragraph
        ("March.\nIt rained.", "March", "2021-03"),
        ("It rained.\nMay: it rained.", "May", "2020-05"),
    ],
)
def test_days_of_weeks_and_months_told_before_them(text: str, found: str, meant: str) -> None:
    first = find_dates(text)[0]
    assert (first.text, resolve_date(first.text, WEDNESDAY)) == (found, meant)


@pytest.mark.parametrize(
    "text", ["He marched. March on, he said.", "May it rain.", "Theresa May: it rains.", "They may.\nMay they?"]
)
def test_words_that_are_no_months(text: str) -> None:
    assert not find_dates(text)
