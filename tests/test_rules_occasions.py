"""Acts of speech without a day of their own that their speaker did on an occasion told elsewhere, and those that weren't."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_SAID = "Ghana's foreign minister, Ama Osei, said on Monday that the border would stay shut. "
_NGO = "(Geneva) - Togolese police beat Ghanaian fishermen in February, the Coast Rights Monitor said today.\n\n"
_READOUT = (
    "ACCRA, 12 March - The border with Togo is quiet, the Minister of the Interior, Kofi Addo, declared today to the press.\n\n"
    "Forty bags of sugar were seized.\n\n"
)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # "he" and "she" speak on, in the same paragraph or right after
        (
            "Ghana's minister Ama Osei on Monday rejected a Togolese plan. “It is a trap,” she said. "
            "She went on to accuse Togo of piracy.", "ACCUSE", "2025-03-10",
        ),
        (
            "Ama Osei, a Ghanaian, hid. “We will win,” she said in a video posted on Monday. "
            "She demanded that Togo free nine men held since May.", "REQUEST", "2025-03-10",
        ),
        (
            "“They are hostages,” Ghana's minister, Kofi Addo, wrote in a post on Monday. "
            "He demanded that Togo free the drivers.", "REQUEST", "2025-03-10",
        ),
        (
            "“They are hostages,” Ghana's minister, Kofi Addo, "
            "said on Monday.\n\nHe demanded that Togo free the drivers.", "REQUEST", "2025-03-10",
        ),
        (_SAID + "She has repeatedly accused Togo of piracy.", "ACCUSE", None),
        (_SAID + "She had accused Togo of piracy.", "ACCUSE", None),
        (_SAID + "Last month she accused Togo of piracy.", "ACCUSE", "2025-02"),
        (_SAID + "Her rival, Efua Mensah of Accra, stayed at home. She accused Togo of piracy.", "ACCUSE", None),
        (_SAID + "On Tuesday Togo expelled a Ghanaian. She accused Togo of piracy.", "ACCUSE", None),
        (_SAID + "She accused Togo of piracy, the UN said.", "ACCUSE", None),
        (_SAID + "She accuses Togo of piracy.", "ACCUSE", None),
        (
            "Ghana's minister, Ama Osei, said that talks were over. She accused Togo of piracy. "
            "On Monday Togo expelled a Ghanaian.", "ACCUSE", None,
        ),
        # a body that met on a day, and what it then did; people who met did not
        ("The parliament of Ghana met on Monday. It called on Togo to free two drivers.", "REQUEST", "2025-03-10"),
        ("Farmers in Ghana met on Monday. Ghana's minister, Ama Osei, called on Togo to free two.", "REQUEST", None),
        # an occasion that opens the sentence
        (
            "In an interview broadcast on Monday, Ghana's minister, Ama Osei, said that talks were over. "
            "She accused Togo of piracy.", "ACCUSE", "2025-03-10",
        ),
        (
            "After a press conference ended on Monday, Ghana's minister, Ama Osei, said that talks were over. "
            "She accused Togo of piracy.", "ACCUSE", None,
        ),
        # a reaction by another stays undated
        (_SAID + "Togo condemned the closure.", "ACCUSE", None),
        (_SAID + "Togo's foreign minister accused Ghana of piracy.", "ACCUSE", None),
        # whoever warned needn't have promised then
        ("Ghana's minister, Ama Osei, warned Togo on Monday. She praised Togo for its patience.", "SUPPORT", None),
        # named again further on, where all that they say is of one day
        (_SAID + "\n\nFishermen wait.\n\nMs Osei accused Togo of piracy.", "ACCUSE", "2025-03-10"),
        (_SAID + "\n\nFishermen wait.\n\nThe minister accused Togo of piracy.", "ACCUSE", "2025-03-10"),
        (_SAID + "\n\nOn Tuesday Ms Osei said that talks were over.\n\nFishermen wait.\n\nMs Osei accused Togo of piracy.", "ACCUSE", None),
        (_SAID + "\n\nTogo shot at a boat on Sunday. Ms Osei accused Togo of piracy.", "ACCUSE", None),
        (_READOUT + "The Minister accused Togo of deceit. He appealed to the elders of Aflao to keep calm.", "ACCUSE", "2025-03-12"),
        (_READOUT + "The Minister accused Togo of deceit. He appealed to the elders of Aflao to keep calm.", "REQUEST", "2025-03-12"),
        (_READOUT + "Mr. Addo accused Togo of closing its eyes.", "ACCUSE", "2025-03-12"),
        (_NGO + "The Monitor called on Togo to pay.", "REQUEST", "2025-03-12"),
        (_NGO + "Togo should free the men, the Monitor said.", "REQUEST", "2025-03-12"),
        # but not a country, which does many things
        ("Ghana warned Togo on Monday that it would close the border.\n\nTraders wait. Ghana accused Togo of piracy.", "ACCUSE", None),
        # a name tells more than the country that is put to it; who addresses a crowd speaks
        ("Ghana's ambassador to Togo, Ama Osei, told RTG on Monday that Lomé lied. Osei accused Togo of piracy.", "ACCUSE", "2025-03-10"),
        ("Ghanaian leader Kofi Addo addressed supporters in Accra on Monday. He accused Togo of piracy.", "ACCUSE", "2025-03-10"),
        # what was talked of on Monday isn't said on Monday
        ("Ghana's minister, Ama Osei, said talks on Monday had failed.\n\nMs Osei accused Togo of piracy.", "ACCUSE", None),
        # a meeting that the words say is the same, wherever it was told
        (
            "Ghana's minister, Ama Osei, warned Togo on Monday.\n\nFishermen wait. The weather was fair.\n\n"
            "At the same briefing she accused Togo of piracy.", "ACCUSE", "2025-03-10",
        ),
        (
            "Ghana's minister, Ama Osei, warned Togo on Monday.\n\nFishermen wait.\n\n"
            "At the same briefing Togo's envoy accused Ghana of piracy.", "ACCUSE", None,
        ),
        # within the sentence
        (
            "Togo's army issued a statement on the 4th, denying that it had shelled the camp, "
            "and accused Ghana of arming rebels.", "ACCUSE", "2025-03-04",
        ),
    ],
)  # fmt: skip
def test_who_speaks_on_does_so_on_the_same_day(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # the quotation that backs it
        ("Lomé rejected the Ghanaian offer. “We need no nurses,” Togolese minister Yao Mensah said on Monday.", "REJECT", "2025-03-10"),
        ("Lomé rejected the Ghanaian offer. “That is a pity,” Ghanaian minister Ama Osei said on Monday.", "REJECT", None),
        ("Lomé rejected the Ghanaian offer. Togolese minister Yao Mensah said on Monday that talks went on.", "REJECT", None),
        ("Lomé rejected the Ghanaian offer. “We need no nurses,” Togolese minister Yao Mensah said.", "REJECT", None),
        ("Lomé rejected the Ghanaian offer. Rain fell. “We need no nurses,” Togolese minister Yao Mensah said on Monday.", "REJECT", None),
        # named again
        (
            "The African Union urged Ghana and Togo to reopen the border. "
            "The call, in a statement issued on Monday, found no echo.", "REQUEST", "2025-03-10",
        ),
        ("Togo warned Ghana not to drill. The warning came on Monday, hours before a ship sailed.", "THREATEN", "2025-03-10"),
        (
            "Togo protested against a Ghanaian flight. The protest, handed over on Monday to the chargé, "
            "was the third.", "ACCUSE", "2025-03-10",
        ),
        ("Togo accused Ghana of piracy. The accusation was published on Monday.", "ACCUSE", "2025-03-10"),
        ("The African Union urged Ghana to reopen the border. The border, closed on Monday, is long.", "REQUEST", None),
        ("The African Union urged Ghana to reopen the border. The call expires on Monday.", "REQUEST", None),
        ("The African Union urged Ghana to reopen the border. The call to do so on Monday found no echo.", "REQUEST", None),
        ("The African Union urged Ghana to reopen the border. The refusal, made on Monday, was short.", "REQUEST", None),
    ],
)  # fmt: skip
def test_the_next_sentence_tells_the_day(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Mali offered on Monday to mediate between Ghana and Togo. Togo accepted at once.", "AGREE", "2025-03-10"),
        ("Ghana warned Togo on Monday not to drill. Togo immediately rejected the warning.", "REJECT", "2025-03-10"),
        ("Ghana seized a boat on Monday. The ministry in Lomé promptly summoned Ghana's envoy to Togo.", "ACCUSE", "2025-03-10"),
        ("Ghana warned Togo on Monday not to drill. Togo rejected the warning.", "REJECT", None),
        ("Ghana seized a Togolese boat on Monday. Togo urged Ghana to release it immediately.", "REQUEST", None),
        ("Ghana seized a Togolese boat on Monday. Togo demanded that it be released at once.", "REQUEST", None),
        ("Ghana seized a Togolese boat on Monday. Togo has promptly condemned it.", "ACCUSE", None),
        ("Ghana warned Togo on Monday, and on Tuesday Mali. Togo immediately rejected the warning.", "REJECT", None),
        ("Ghana warned Togo on Monday. It once accused Togo of piracy.", "ACCUSE", None),
    ],
)  # fmt: skip
def test_a_reply_that_leaves_no_time_between(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
