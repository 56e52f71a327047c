"""The day of an act in ordinary news prose: told in its sentence, in the one before, or counted from it."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_SUMMONED = "Togo summoned Mali's envoy on Friday. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # acts in a row, each with its day
        ("Ghana first expelled two Togolese on Sunday, then condemned Togo on Monday.", "ACCUSE", "2025-03-10"),
        ("Ghana recalled an envoy to Togo on Sunday, condemned Togo on Monday and shut a bridge on Tuesday.", "ACCUSE", "2025-03-10"),
        ("Ghana on Sunday, condemned on Monday by Mali, expelled two Togolese.", "SANCTION", "2025-03-09"),
        # a meeting at which it was done
        ("Ghana condemned Togo during a meeting held in Accra on Monday.", "ACCUSE", "2025-03-10"),
        ("Ghana condemned Togo at the session that took place on Monday.", "ACCUSE", "2025-03-10"),
        ("At Monday's briefing Ghana's foreign ministry condemned Togo.", "ACCUSE", "2025-03-10"),
        ("Ghana condemned Togo over a meeting held in Accra on Monday.", "ACCUSE", None),
        ("Ghana condemned Togo for Monday's briefing.", "ACCUSE", None),
        # a day behind a time or "already"
        ("At 10:30 a.m. local time on Monday, Ghana condemned Togo.", "ACCUSE", "2025-03-10"),
        ("Ghana condemned Togo for the second time on Monday.", "ACCUSE", "2025-03-10"),
        ("Already on Monday Ghana condemned Togo.", "ACCUSE", "2025-03-10"),
        ("Ghana condemned Togo for the second time this month.", "ACCUSE", None),
        ("Ghana expelled two Togolese diplomats already in January.", "SANCTION", "2025-01"),
        ("Ghana has expelled two Togolese diplomats already this month.", "SANCTION", None),
        # a day on which something is still to be is none that later ones count from
        ("On the 14th the ministers of Ghana will meet. On the evening of the 8th Ghana expelled two Togolese.", "SANCTION", "2025-03-08"),
        # old-fashioned words
        ("In the night towards Tuesday Ghana expelled two Togolese.", "SANCTION", "2025-03-10/2025-03-11"),
        ("In the past hour Ghana expelled two Togolese.", "SANCTION", "2025-03-12"),
        # the day of a decision in the past, not the next such day
        ("Ghana decided on Friday to expel two Togolese diplomats.", "SANCTION", "2025-03-07"),
        ("Ghana on Friday decided to expel two Togolese diplomats.", "SANCTION", "2025-03-07"),
        ("Ghanaian lawmakers voted on Friday to stop the export of salt to Togo.", "SANCTION", "2025-03-07"),
        ("Ghana will decide on Friday to expel two Togolese diplomats.", "SANCTION", "2025-03-14"),
        ("Ghana plans to expel two Togolese diplomats on Friday.", "SANCTION", "2025-03-14"),
        # a dateline is no day from which the story goes on
        (
            "ACCRA, 12 March (WP) - Ghana said it had expelled a Togolese envoy on Monday. It rained. Togo shut a bridge the next day.",
            "SANCTION",
            "2025-03-11",
        ),
        # a ban is a measure, and of the day on which it is told; an arrest isn't
        ("Ghana has banned all rallies of Togolese, its interior minister told state radio on Monday.", "COERCE", "2025-03-10"),
        ("Ghana has arrested four Togolese traders, its interior minister told state radio on Monday.", "COERCE", None),
        # what describes a subject or an object has its own day
        ("Four Ghanaian traders arrested by Togo on 3 March were released on Monday.", "RETREAT", "2025-03-10"),
        ("Four Ghanaian traders arrested by Togo on 3 March were released on Monday.", "COERCE", "2025-03-03"),
        ("A Ghanaian boat that Togo seized on Sunday sank on Monday.", "COERCE", "2025-03-09"),
        ("Two Ghanaian envoys whom Togo had expelled on Sunday came home on Monday.", "SANCTION", "2025-03-09"),
        ("Ghana's protest, delivered on Monday, accuses Togo of spying.", "ACCUSE", "2025-03-10"),
        # the day of a statement; of a speech, though it charges somebody with a deed
        ("According to a statement on Tuesday, Ghana arrested four Togolese on Monday.", "COERCE", "2025-03-10"),
        ("Ghana's president accused Togo of spying in a televised address on Monday night.", "ACCUSE", "2025-03-10"),
        ("Togo's envoy, called to the ministry on Monday, was handed a note of protest by Ghana.", "ACCUSE", "2025-03-10"),
        # what befell the subject before
        ("Kenya, angered by the arrest of a consul on Sunday, expelled two Ugandan diplomats.", "SANCTION", None),
        ("Angered by the arrest of a consul on Sunday, Kenya expelled two Ugandan diplomats.", "SANCTION", None),
        ("Kenya, angered by the arrest of a consul on Sunday, expelled two Ugandans on Monday.", "SANCTION", "2025-03-10"),
        ("Kenya, accused on Friday of aiding the rebels, expelled two Ugandan diplomats.", "SANCTION", None),
        ("Kenya closed a bridge, accused Togo on Friday of theft, and expelled two Ugandans.", "SANCTION", "2025-03-07"),
        ("Germany's minister, accompanied on Monday by his Polish colleague, visited Uganda.", "CONSULT", "2025-03-10"),
        ("Ghana has broken with Togo. The order, signed on 3 March, expels six Togolese.", "SANCTION", "2025-03-03"),
        # a state that lasts takes no day
        ("Kenyan police raided a house used by Ugandan rebels on Monday.", "COERCE", "2025-03-10"),
        ("Kenyan police raided a house owned by a Ugandan general on Monday.", "COERCE", "2025-03-10"),
        ("Kenya freed two Ugandan officers captured on Monday.", "RETREAT", None),
        # a sitting and what a body did there
        ("The Kenyan parliament, which met on Monday, ratified the treaty with Uganda.", "SUPPORT", "2025-03-10"),
        ("The Kenyan parliament, which Uganda mocked on Monday, ratified the treaty with Togo.", "SUPPORT", None),
        # what happened in what the sentence opens with
        ("The 3 March raid on a Togolese village, in which Ghana killed four, angered Mali on Monday.", "ASSAULT", "2025-03-03"),
        ("Mali condemned on Monday the raid on a Togolese village, in which Ghanaian troops killed four men.", "ASSAULT", None),
        # what the day is of that an act followed
        ("Togo recalled its ambassador from Ghana after a shooting at the border on Sunday.", "SANCTION", None),
        ("Following a shooting at the border on Sunday, Togo recalled its ambassador from Ghana.", "SANCTION", None),
        ("After a shooting at the border on Sunday, Togo on Monday recalled its ambassador from Ghana.", "SANCTION", "2025-03-10"),
        ("After the shooting Togo recalled its ambassador from Ghana on Sunday.", "SANCTION", "2025-03-09"),
        ("Togo and Ghana agreed to hold joint drills after a meeting in Accra on Sunday.", "AGREE", "2025-03-09"),
        ("A week after it expelled Iran's ambassador, Togo on Monday closed the Iranian school.", "SANCTION", "2025-03-03"),
        # what was before, told aside; a decision told behind what is decided
        (_SUMMONED + "Ghana, which had warned it in January, expelled a Togolese the following day.", "SANCTION", "2025-03-08"),
        ("Ghana is to send 100 armoured vehicles to Togo, parliament decided on Friday.", "AGREE", "2025-03-07"),
        # who else came to harm
        ("Two Kenyan soldiers were killed and four wounded when their vehicle hit a mine on Monday.", "ASSAULT", "2025-03-10"),
        ("Saturday's rally in Accra, at which police arrested 30 people, was the largest since 2020.", "COERCE", "2025-03-08"),
        # two days in a row
        ("In Accra, students clashed with police on Monday and Tuesday.", "PROTEST", "2025-03-10/2025-03-11"),
        ("On Monday and Tuesday Ghana deported 200 Togolese workers.", "COERCE", "2025-03-10/2025-03-11"),
        ("Ghana deported 200 Togolese workers on Friday and Monday.", "COERCE", "2025-03-07"),
        ("Ghana expelled two Togolese on Monday and Togo one Ghanaian on Tuesday.", "SANCTION", "2025-03-10"),
        # what something else is set for; a limit that tells when the next thing came
        ("Ghana's minister protested to Togo on Monday and called off a visit planned for Friday.", "REJECT", "2025-03-10"),
        ("Ghana expelled two Togolese on Monday and cancelled a meeting with Togo's premier due on Friday.", "REJECT", "2025-03-10"),
        ("Togo gave no answer until Monday, when it turned the offer of Ghana down.", "REJECT", "2025-03-10"),
        ("Togo lifted its ban on Ghanaian maize until Monday, and Ghana praised it.", "SUPPORT", None),
        # made known on a page or in a place
        ("Eritrea has expelled two Sudanese diplomats, its ministry announced on its website on Saturday.", "SANCTION", "2025-03-08"),
        # no time is counted
        ("Togo will let 200 lorries a day into Ghana from Sunday.", "CONCEDE", "2025-03-16"),
    ],
)  # fmt: skip
def test_a_day_in_the_sentence(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


_MET = "On Tuesday the cabinet of Ghana met in emergency session in Accra. "
_DEBATE = "Talk went on. The African Union took up the case on Tuesday. "
_DAY_LATER = "A day later Togo expelled two Ghanaians."
_ARREST = "Police in Ghana arrested two Togolese on Saturday, their employer said on Tuesday. "
_GENERAL = "Ghana arrested a Togolese general on 3 March. Togo has now expelled two Ghanaians. "
_CLOSED = "Ghana closed its border with Togo on Tuesday. "
_WITHIN = "Togo recalled its ambassador within hours."
_ASKED = "Ghana is angry. On the 3rd Ghana demanded that "
_FRIEND = "Ghana on Monday recognised a Palestinian state. "
_RAID = "The Ghanaian army bombed a rebel camp in Togo on 9 March, killing at least 12 fighters. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # what members of a body did where it sat
        (_MET + "Ministers decided to expel two Togolese diplomats.", "SANCTION", "2025-03-11"),
        (_MET + "It recalled the ambassador from Togo.", "SANCTION", "2025-03-11"),
        (_MET + "Everybody stayed till night. Togo expelled two Ghanaian diplomats.", "SANCTION", None),
        (_MET + "Ministers said Togo had expelled two Ghanaian diplomats.", "SANCTION", None),
        (_MET + "Ministers had expelled two Togolese diplomats.", "SANCTION", None),
        (_DEBATE + "It urged Togo to free two Ghanaians.", "REQUEST", "2025-03-11"),
        (_DEBATE + "By nine votes to three it urged Togo to free two men.", "REQUEST", "2025-03-11"),
        (_DEBATE + "It has urged Togo to free two Ghanaians.", "REQUEST", None),
        ("The cabinet of Ghana will meet on Sunday. It expelled two Togolese diplomats.", "SANCTION", None),
        # what days count from
        ("Since Monday Ghana has blocked aid for Togo. " + _DAY_LATER, "SANCTION", "2025-03-11"),
        ("Ghana froze aid on Monday. The road has been shut since 3 March. " + _DAY_LATER, "SANCTION", "2025-03-11"),
        (_ARREST + "They were released the next morning.", "RETREAT", "2025-03-09"),
        ("Ghana protested to Togo on Monday. Togo's minister rang his colleague there the day after to object.", "CONSULT", "2025-03-11"),
        # the week last spoken of, though another day was told since
        ("Ghana shut a road on the 7th. The week of the 3rd began badly. On that Monday it expelled a Togolese.", "SANCTION", "2025-03-03"),
        # none counts from a limit
        ("On 3 February Ghana demanded the boat back within a week, and on the Thursday Togo refused.", "REJECT", "2025-02-06"),
        # what is agreed by those who met; no day is lent since which something goes on, nor beside another
        ("Ghana's president received Togo's premier in Accra on Monday. They agreed to free two drivers.", "CONCEDE", "2025-03-10"),
        ("Mali has held exercises near Togo since Monday. Togo put its forces on alert.", "MOBILIZE", None),
        ("Rebels of Mali fired on a market on Monday. Togo put its forces on alert and on Tuesday asked Mali for help.", "MOBILIZE", None),
        # hours of the only day told so far, else of publication
        (_CLOSED + "Shortly after 3 p.m. Togolese police arrested two Ghanaian drivers.", "COERCE", "2025-03-11"),
        (_CLOSED + "At nine the police of Togo arrested two Ghanaian drivers.", "COERCE", "2025-03-11"),
        (_CLOSED + "By ten o'clock Togolese police had arrested two Ghanaian drivers.", "COERCE", "2025-03-11"),
        (_CLOSED.strip() + "\n\nIn the late afternoon Togo summoned Ghana's envoy.", "ACCUSE", "2025-03-11"),
        (_CLOSED + "On 3 March it had rained.\n\nIn the afternoon Togo summoned Ghana's envoy.", "ACCUSE", "2025-03-12"),
        ("Ghana shut a road on Tuesday night.\n\nAt dawn Togo summoned Ghana's envoy.", "ACCUSE", "2025-03-12"),
        # a chronicle in the present
        ("Monday: Ghana closes its border with Togo. Tuesday: Togo bans Ghanaian films.", "SANCTION", "2025-03-10"),
        # what is done behind what was asked for
        (_ASKED + "the boat be returned within a week, and on the Thursday Togo refused.", "REJECT", "2025-03-06"),
        (_ASKED + "Togo return the boat, but Togo expelled two Ghanaians on Friday.", "SANCTION", "2025-03-07"),
        # a month is counted from where no day is told yet
        ("It rained. In November Ghana seized a trawler. The following month Togo closed its border with Ghana.", "SANCTION", "2024-12"),
        ("On 3 March Ghana seized a boat. The next day Togo closed its border with Ghana.", "SANCTION", "2025-03-04"),
        # at once, and after what was done
        ("Ghana on Monday offered to mediate in Togo. Togo accepted the offer on the spot.", "AGREE", "2025-03-10"),
        (_FRIEND + "Israel recalled its ambassador from Ghana at once.", "SANCTION", "2025-03-10"),
        (_FRIEND + "Israel recalled its ambassador from Ghana.", "SANCTION", None),
        ("Ghana closed its border with Togo on Monday after a killing on 3 March. " + _WITHIN, "SANCTION", "2025-03-10"),
        # what was told last lies so to another act
        (_RAID + "The raid came two days after the rebels shot dead four policemen of Ghana in Ho.", "ASSAULT", "2025-03-07"),
        (_GENERAL + "The move came a week after the general was arrested.", "SANCTION", "2025-03-10"),
    ],
)  # fmt: skip
def test_a_day_beside_the_sentence(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


_ASKED = "On 3 March Ghana asked Togo to hand over two rebels. "


@pytest.mark.parametrize(
    ("reply", "day"),
    [
        # how fast a reply came
        ("Togo refused straight away.", "2025-03-03"),
        ("Togo refused immediately.", "2025-03-03"),
        ("Togo refused before supper.", "2025-03-03"),
        ("By lunchtime Togo had refused.", "2025-03-03"),
        ("Togo refused before the day was out.", "2025-03-03"),
        ("Togo needed less than an hour to refuse.", "2025-03-03"),
        ("Togo took only two hours to refuse.", "2025-03-03"),
        ("Togo needed one night to refuse.", "2025-03-04"),
        ("Togo took three days to refuse.", "2025-03-06"),
        ("At 6 p.m. Togo refused.", "2025-03-03"),
        # counted from the measure told last, or told by the sentence before
        ("Hours after the request Togo refused.", "2025-03-03"),
        ("Togo answered the next day. It refused.", "2025-03-04"),
        ("Togo's answer came the next day. It refused.", "2025-03-04"),
        # the reply as a noun
        ("Togo's refusal came the same evening.", "2025-03-03"),
        ("Togo's refusal came a day later.", "2025-03-04"),
        ("The next morning brought a refusal from Togo.", "2025-03-04"),
        # no such day
        ("Togo refused soon after.", None),
        ("Togo urged Ghana to withdraw straight away and refused.", None),
        ("Togo took three days to find them and refused.", None),
    ],
)
def test_the_day_of_a_reply_by_how_fast_it_came(reply: str, day: str | None) -> None:
    assert ("REJECT", day) in days(_ASKED + reply + " The border was quiet.")


@pytest.mark.parametrize(
    ("protest", "day"),
    [
        ("Hours after the decision Togo condemned Ghana.", "2025-03-03"),
        ("The day after the measures Togo condemned Ghana.", "2025-03-04"),
        ("The day after Accra's decision Togo condemned Ghana.", "2025-03-04"),
        ("The day after Lagos's decision Togo condemned Ghana.", None),  # another's
        ("The day after the concert Togo condemned Ghana.", None),  # no measure
    ],
)
def test_days_counted_from_a_measure(protest: str, day: str | None) -> None:
    assert ("ACCUSE", day) in days(
        "On 3 March Ghana expelled two Togolese envoys. " + protest + " The border was quiet."
    )


def test_what_that_points_to_stays_in_the_clause() -> None:
    assert ("REJECT", "2025-03-10") in days("Ghana made Togo an offer. Togo rejected that offer on Monday.")
    assert ("SANCTION", "2025-03-10") in days("Ghana said that plan was dead and expelled a Togolese envoy on Monday.")
