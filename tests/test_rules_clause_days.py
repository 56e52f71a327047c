"""A day in another clause than the act: whose it is, and what it counts from."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # the paper in which an act of words stands, and the speech
        ("Ghana protested to Togo against the raid in a note which reached the foreign ministry on Monday.", "ACCUSE", "2025-03-10"),
        ("The Ghanaian envoy, Ama Osei, who spoke at a press conference on Monday, urged Togo to free a man.", "REQUEST", "2025-03-10"),
        # the day on which an act was decided
        ("Ghana's parliament voted on Monday to expel two Togolese envoys.", "SANCTION", "2025-03-10"),
        ("Ghana's cabinet decided on Monday to close its embassy in Togo on 1 April.", "SANCTION", "2025-04-01"),
        # what an act led to has the day, not the act; but hours are as good as the same day
        ("Ghana closed the bridge to Togo on Monday after Togolese soldiers seized a Ghanaian boat.", "COERCE", None),
        ("Ghana closed the bridge to Togo on Monday because Togo had arrested two Ghanaian guards.", "COERCE", None),
        ("Ghana closed the bridge to Togo on Monday, hours after Togolese soldiers seized a Ghanaian boat.", "COERCE", "2025-03-10"),
        ("Ghana closed the bridge to Togo on Monday after Togolese soldiers seized a boat of Ghana's on Sunday.", "COERCE", "2025-03-09"),
        # the sitting at which it was done, and what it is counted from to the day
        (
            "Ghana's cabinet, meeting on Monday, closed the bridge to Togo, a week after two clerks were arrested by Togo's police.",
            "COERCE",
            "2025-03-03",
        ),
        (
            "Ghana's cabinet, meeting on Monday, barred Togolese lorries, a week to the day after two clerks were arrested by Togo.",
            "SANCTION",
            "2025-03-10",
        ),
        (
            "Ghana's cabinet, angered on Monday, barred Togolese lorries on Tuesday.",
            "SANCTION",
            "2025-03-11",
        ),
        # both verbs of the clause from which a day is counted
        (
            "Ghana closed the bridge to Togo on Monday, a day after Togolese growers blocked a road and seized two Ghanaian lorries.",
            "COERCE",
            "2025-03-09",
        ),
        # a threat told round who makes it
        (
            "If the men aren't home by then, Ghana's spokesman, Kofi Mensah, warned on Monday, Ghana will shut its ports to Togo's boats.",
            "THREATEN",
            "2025-03-10",
        ),
        # each of those who are named with the day
        ("Help came on Monday from Ghana and Mali, each of which summoned Togo's envoy, and then from Niger.", "ACCUSE", "2025-03-10"),
        # a clause that only tells who somebody is, closed by a comma before the day
        ("Kwame Mensah, a minister of Ghana who served in Mali, on Monday accused Niger of a raid.", "ACCUSE", "2025-03-10"),
        # the day put first
        ("It was on 3 March that Ghana shut the bridge to Togolese lorries.", "SANCTION", "2025-03-03"),
        ("Not until Monday did Ghana expel the Togolese envoy.", "SANCTION", "2025-03-10"),
        # a sitting with its day, and what was done in it
        ("It was Monday's vote, in which the parliament of Ghana suspended aid to Togo.", "SANCTION", "2025-03-10"),
        # words quoted are no other act
        ('Niger has left on 3 March, a step which Ghana denounced as "one eye open, one eye closed" on the 5th.', "ACCUSE", "2025-03-05"),
        # what somebody is willing to do, said on that day
        ("The African Development Bank is ready to lend Togo money, its governor said on the sidelines on Monday.", "AGREE", "2025-03-10"),
        # a weekday to come counts from the day on which it is said
        ("Ghana's president said on Monday that the crossing to Togo would be shut from midnight on Tuesday.", "SANCTION", "2025-03-11"),
        ("Its minister, Awa Diop of Ghana, will head for Lomé on Saturday.", "AGREE", "2025-03-15"),
        # what came before, what somebody is charged with, what a colon leads in
        ("The spokesman of Ghana confirmed that a letter had arrived on Monday and called on Togo to free two drivers.", "REQUEST", None),
        ("Ghana reproaches Togo with having sent back 140 of its nationals on 3 March.", "ACCUSE", None),
        ("Ghana asked Togo to explain a second thing: since Monday the site of its registry has been down.", "REQUEST", None),
        # a deed was done before its own side told it, a measure is taken by telling it
        ("Police in Ghana have arrested five Togolese drivers, the prosecutor said on Monday.", "COERCE", None),
        ("Ghana has barred five Togolese firms, its foreign minister said on Monday.", "SANCTION", "2025-03-10"),
        # what was before the day that opens the sentence, behind a semicolon; another day there
        ("On 3 March Ghana and Togo met in Lomé; Niger had expelled Mali's envoy.", "SANCTION", None),
        ("On 3 March Niger warned Mali; on 5 March Benin made an offer, and Ghana rejected the demand of Togo.", "REJECT", "2025-03-05"),
        # when it will be done is not when it was agreed
        ("Ghana and Togo agreed to hold a joint exercise in November.", "AGREE", None),
        ("Ghana's minister spoke on Monday of bullying and wants Togo to free two drivers.", "REQUEST", "2025-03-10"),
        ("Ghana returned to Togo 23 cattle driven off in January.", "RETREAT", None),
        ("Ghana's president flew to Togo: he arrived on Monday, and the gates went up.", "CONSULT", "2025-03-10"),
        # who is brought on with a day, and did it
        ("Tuesday's surprise came from a court in Ghana, which quashed the conviction of a Togolese.", "CONCEDE", "2025-03-11"),
        ("The next blow was struck on Tuesday by Ghana, which closed its border with Togo.", "SANCTION", "2025-03-11"),
        ("Word came on Monday from Togo, which has long accused Ghana of smuggling.", "ACCUSE", None),
        ("Rebels came on Monday from Togo, which accused Ghana of smuggling.", "ACCUSE", None),
        # ways to let know, and what is said there and then
        ("Ghana made it known on Tuesday that it was recalling its ambassador from Togo.", "SANCTION", "2025-03-11"),
        ("Ghana served notice on Monday that it was suspending the gas treaty with Togo.", "SANCTION", "2025-03-10"),
        ("Ghana let Togo know on Monday that it was withdrawing its observers.", "SANCTION", "2025-03-10"),
        ("Ghana let Togo know on Monday that it had withdrawn its observers.", "SANCTION", None),
        ("Ghana said on Tuesday that it rejects the demand of Togo.", "REJECT", "2025-03-11"),
        ("Ghana said on Tuesday that it had rejected the demand of Togo.", "REJECT", None),
        ("According to the radio, on the 3rd, Ghana announced that nine Togolese are forbidden to enter.", "COERCE", "2025-03-03"),
        # the day of the harm, of what was before, of the clause before
        ("Ghana condemned a Togolese air strike on a village school on March 4 in which 23 people were killed.", "ACCUSE", None),
        ("Ghana condemned a Togolese air strike on a village school on March 4 in which 23 people were killed.", "ASSAULT", "2025-03-04"),
        ("Togo freed two Ghanaian fishermen whom its navy had seized on 2 March.", "RETREAT", None),
        ("Togo freed on 2 March two Ghanaian fishermen whom its navy had seized.", "RETREAT", "2025-03-02"),
        ("Togo's minister offered on Saturday to host talks, and Ghana, in a note, called on both to spare the mill.", "REQUEST", None),
        ("Ghana applauded the mediators of Togo, as did Benin on Tuesday evening.", "SUPPORT", None),
        ("After Togolese soldiers shelled a mill in Ghana on Monday, Ghana recalled its ambassador.", "SANCTION", None),
        ("After talks in Accra on Monday, Togo recalled its ambassador from Ghana.", "SANCTION", "2025-03-10"),
        # what those who were hit were doing then, what came of it there
        ("Togolese police fired tear gas at teachers who tried to reach Ghana's embassy on Monday.", "ASSAULT", "2025-03-10"),
        ("Togolese police arrested two Ghanaians who were marching on the court on Monday.", "COERCE", "2025-03-10"),
        ("Togo freed two Ghanaian fishermen who were arrested on Monday.", "RETREAT", None),
        ("Togo freed two Ghanaian fishermen who were working in Lomé, which floods hit on Monday.", "RETREAT", None),
        ("Ghana's envoy came. She was called in by Togo on Monday, where she was given a note, and left.", "ACCUSE", "2025-03-10"),
        # "that" as no conjunction
        ("Togo freed two Ghanaian fishermen earlier that week, on the 10th.", "RETREAT", "2025-03-10"),
        ("Togo shot dead two Ghanaian fishermen in that village on Monday.", "ASSAULT", "2025-03-10"),
        ("Togo freed two Ghanaian fishermen in the belief that they were caught on Monday.", "RETREAT", None),
        # the day right before the verb; a distance that only measures
        ("Togolese gunmen who hijacked a Ghanaian bus last Friday on Monday released the women.", "RETREAT", "2025-03-10"),
        ("Togolese troops raided Tema on Monday and made off with 30 beds, two days after a similar raid.", "COERCE", "2025-03-10"),
        # when it ends, when it is to begin
        ("Ghana said that it would also bar Togolese lorries until 1 May.", "SANCTION", None),
        ("Ghana is angry. Its civic committee called a 48-hour shutdown of the north from midnight on Sunday.", "PROTEST", "2025-03-16"),
        # an hour before the day is no clause
        ("Gunmen of the front in Ghana shot their way into the customs post before dawn on Tuesday.", "ASSAULT", "2025-03-11"),
    ],
)  # fmt: skip
def test_days_of_other_clauses(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    "text", ["Togolese guards killed two armed Ghanaian men as they waded across the river on Monday."]
)
def test_a_counted_adjective_is_no_verb(text: str) -> None:
    assert {kind for kind, _ in days(text)} == {"ASSAULT"}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # each of two verbs with its own day, though the first one's stands nearer to the second
        ("Having expelled two envoys of Togo on Sunday, Ghana arrested four traders of Togo on Monday.", "COERCE", "2025-03-10"),
        ("Having expelled two envoys of Togo on Sunday, Ghana arrested four traders of Togo on Monday.", "SANCTION", "2025-03-09"),
        ("Ghana, having expelled two envoys of Togo on Sunday, arrested four traders of Togo on Monday.", "COERCE", "2025-03-10"),
        ("Ghana expelled two envoys of Togo on Sunday before arresting four traders of Togo on Monday.", "COERCE", "2025-03-10"),
        ("Before arresting four traders of Togo on Monday, Ghana expelled two envoys of Togo on Sunday.", "SANCTION", "2025-03-09"),
        ("Ghana expelled two envoys of Togo (Sunday) and arrested four traders of Togo (Monday).", "COERCE", "2025-03-10"),
        ("Ghana expelled two envoys of Togo (Sunday) and arrested four traders of Togo (Monday).", "SANCTION", "2025-03-09"),
        ("Togo condemned on Monday the shelling of a Togolese village by Ghana on Sunday.", "ASSAULT", "2025-03-09"),
        ("Togo condemned on Monday the shelling of a Togolese village by Ghana on Sunday.", "ACCUSE", "2025-03-10"),
        # the second day is that of another verb, or of what is asked for
        ("Speaking on Sunday, Ghana's minister asked Togo to withdraw its troops on Monday.", "REQUEST", "2025-03-09"),
        # a day that closes the noun group of an act, before the verb of which it is the subject
        ("Ghana's expulsion of two envoys of Togo on Monday angered traders.", "SANCTION", "2025-03-10"),
        ("The expulsion, on Monday, of two envoys of Togo by Ghana angered traders.", "SANCTION", "2025-03-10"),
        ("Ghana's expulsion of two envoys of Togo angered traders, and on Monday they marched.", "SANCTION", None),
    ],
)  # fmt: skip
def test_each_act_of_a_sentence_has_its_own_day(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # nothing was turned down or denounced on a day to come; what is promised may take it
        ("Ghana made it known on Monday that it was declining Togo's invitation to talks on 1 April.", "REJECT", "2025-03-10"),
        ("Ghana condemned the parade of Togo's troops on 1 April.", "ACCUSE", None),
        ("Ghana condemned the parade of Togo's troops on 1 March.", "ACCUSE", "2025-03-01"),
        # the paper of a day says what it says on that day; what is done to it has a day of its own
        ("Monday's statement by Ghana's government accused Togo of theft.", "ACCUSE", "2025-03-10"),
        ("In Monday's statement Ghana's government accused Togo of theft.", "ACCUSE", "2025-03-10"),
        ("Ghana's government condemned Monday's statement by Togo.", "ACCUSE", None),
        ("Monday's raid on a village was condemned by Ghana, which accused Togo of it.", "ACCUSE", None),
    ],
)  # fmt: skip
def test_the_day_of_words(text: str, kind: str, day: str | None) -> None:
    assert {one for one in days(text) if one[0] == kind} == {(kind, day)}
