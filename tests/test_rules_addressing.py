"""To whom an act of speech is addressed whose words name nobody: both sides of a quarrel, whoever is answered, the other state."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_ROW = "OSLO, May 3 (NTB) - Norway asked Denmark on Monday to hand back two tugs. "
_QUARREL = "Togo and Ghana have been at odds since May over a dam. "
_CLAIM = "OSLO, May 3 (NTB) - Russia demanded on Monday that Norway pay for the cod. "
_SEIZURE = "OSLO, May 3 (NTB) - Norway and Russia quarrel over cod. Russia seized two Norwegian trawlers on Monday. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # an offer to mediate goes to both sides
        (_QUARREL + "Benin has offered its good offices.", "AGREE", ("BEN", "TGO,GHA")),
        (_QUARREL + "Switzerland offered to mediate on Monday.", "AGREE", ("CHE", "TGO,GHA")),
        # a body by the last word of its name
        (_QUARREL + "The African Union offered to mediate. Togo turned the Union down.", "REJECT", ("TGO", "IGO")),
        ("The League of Arab States urged Iraq on Monday to talk. Iraq accused the League of bias.", "ACCUSE", ("IRQ", "IGO")),
        # both, in a third country
        ("Kenya and Uganda quarrel about sugar. Envoys of both will meet in Arusha on Friday.", "AGREE", ("KEN,UGA", "")),
        ("Kenya sued Uganda. Ministers of both countries met in Arusha on Friday.", "CONSULT", ("KEN,UGA", "")),
        # what belongs to somebody
        ("Gabon and Togo quarrel. In Lomé, fishermen burned a Gabonese-owned warehouse on Monday.", "ASSAULT", ("TGO", "GAB")),
    ],
)  # fmt: skip
def test_the_article_names_who_is_meant(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the words name one side
        (_QUARREL + "Benin offered Togo a mediator on Monday.", "AGREE", ("BEN", "TGO")),
        # a ruler of one's own is asked
        ("The Ghanaian opposition demanded the resignation of the Ghanaian president.", "REQUEST", ("GHA", "GHA")),
        # written small, it is no body told before
        (_QUARREL + "The African Union urged Togo to talk. Ghana criticised the union of dockers in Lima.", "ACCUSE", ("GHA", "PER")),
    ],
)  # fmt: skip
def test_who_is_named_stays(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


def test_ones_own_people_are_what_is_demanded_not_of_whom() -> None:
    text = "Riyadh demanded the handing over of a Saudi dissident who lives in Amman."
    assert ("SAU", "SAU") not in acts(text, "REQUEST")


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Sudan demanded on Friday that Chad hand over the deserters. Chad refused.", "REJECT", ("TCD", "SDN")),
        ("Kenya offered to mediate between Chad and Sudan on Monday. Khartoum accepted.", "AGREE", ("SDN", "KEN")),
        ("Kenya offered to mediate between Chad and Sudan. Khartoum accepted. N'Djamena declined.", "REJECT", ("TCD", "KEN")),
        ("Peru asked Chile for the extradition of a banker. Santiago said no.", "REJECT", ("CHL", "PER")),
        ("Ghana invited Togo's premier to Accra. He has accepted.", "AGREE", ("TGO", "GHA")),
        ("The African Union called for an inquiry. Chad agreed at once.", "AGREE", ("TCD", "IGO")),
        # to a blow
        ("Kenya closed the bridge to Ugandan lorries on Monday. Uganda protested.", "ACCUSE", ("UGA", "KEN")),
    ],
)  # fmt: skip
def test_an_answer_goes_to_whoever_spoke_or_struck(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # others were asked
        ("Sudan demanded that Chad hand over the deserters. Ethiopia refused.", "REJECT", ("ETH", "SDN")),
        # the words name somebody
        ("Sudan urged Chad to talk. Chad rejected a plan from Kenya.", "REJECT", ("TCD", "SDN")),
        # long ago
        (
            "Peru invited Chile to Lima. It rained. It snowed. Nobody came. It was dark. Chile accepted.",
            "AGREE",
            ("CHL", "PER"),
        ),
    ],
)
def test_who_asked_nothing_is_not_answered(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides not in acts(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank offered Chad a loan. Chad's debt declined.",
        "Exports of Ghana declined on Monday. Ghana declined.",
        "Chad asked Sudan for help. Sudan's minister declined to comment.",
    ],
)
def test_what_declines_without_being_asked_refuses_nothing(text: str) -> None:
    assert acts(text, "REJECT") == []


def test_a_name_that_is_a_verb_too_speaks_for_nobody() -> None:
    text = "The Peruvian president, Said Morales, accused Bolivia of theft."
    assert acts(text, "ACCUSE") == [("PER", "BOL")]


def test_a_community_of_states_is_no_country() -> None:
    text = "The Economic Community of Central African States urged Gabon to withdraw."
    assert acts(text, "REQUEST") == [("IGO", "GAB")]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (_ROW + "Denmark refused.", "REJECT", ("DNK", "NOR")),
        (_ROW + "The Danish foreign minister turned her down on Tuesday.", "REJECT", ("DNK", "NOR")),
        (_ROW + "Copenhagen criticised the request.", "ACCUSE", ("DNK", "NOR")),
        ("Chad seized two boats from Niger on Monday. Niger protested on Tuesday.", "ACCUSE", ("NER", "TCD")),
        ("Peru fined a Chilean bank on Monday. The bank was surprised. Chile demanded an apology.", "REQUEST", ("CHL", "PER")),
        # the article is about the two
        (
            "Chad seized two boats from Niger on Monday. Niger was surprised. Chad is vast. Rain fell. Nobody in Chad or in "
            "Niger spoke. Goats grazed. Niger protested on Tuesday.",
            "ACCUSE",
            ("NER", "TCD"),
        ),
        ("Chad seized two boats from Niger on Monday. It rained. Togo offered to mediate.", "AGREE", ("TGO", "NER,TCD")),
        # has dealt with nobody yet
        ("The border of Chad and Niger is long. Niger lies to the west. Chad asked for maps on Monday.", "REQUEST", ("TCD", "NER")),
        ("Ghana invited Togo's premier on Monday. Togo accepted the invitation.", "AGREE", ("TGO", "GHA")),
    ],
)  # fmt: skip
def test_a_reply_goes_to_whom_it_answers(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the words tell to whom it is said, or that it is said to somebody
        (_ROW + "Denmark condemned Sweden.", "ACCUSE", ("DNK", "SWE")),
        (_ROW + "The Norwegian premier apologised to the nation for the delay.", "CONCEDE", ("NOR", "")),
        (_ROW + "The Norwegian government urged fishermen to be patient.", "REQUEST", ("NOR", "NOR")),
        # nothing is said to anybody
        (_ROW + "Denmark is drawing up a list of unfriendly states.", "THREATEN", ("DNK", "")),
        # nobody speaks for the state
        (_ROW + "Norwegian teachers rejected the pay offer.", "REJECT", ("NOR", "")),
        # too long ago
        (_ROW + "It rained. The tugs lay idle. Nobody came. Denmark refused to budge.", "REJECT", ("DNK", "")),
        # with whom another dealt
        (_ROW + "Iceland protested.", "ACCUSE", ("ISL", "")),
        # two others, neither named more than the other
        ("Chad borders Niger and Sudan. Niger is dry. Sudan is hot. Chad asked for maps on Monday.", "REQUEST", ("TCD", "")),
        (_ROW + "Iceland offered to help.", "AGREE", ("ISL", "")),
    ],
)  # fmt: skip
def test_others_are_left_open(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # at once
        (_CLAIM + "The Norwegian fishermen's union refused.", "REJECT", ("NOR", "RUS")),
        # by the name of what was told
        (_CLAIM + "It rained. Norwegian fishermen rejected the demand.", "REJECT", ("NOR", "RUS")),
        (_SEIZURE + "The Norwegian fishermen's union condemned the seizure.", "ACCUSE", ("NOR", "RUS")),
        (_SEIZURE + "A Norwegian union criticised the move.", "ACCUSE", ("NOR", "RUS")),
        # a thing of their own
        (_CLAIM + "Teachers in Bergen rejected the pay offer.", "REJECT", ("NOR", "")),
        (_CLAIM + "Norwegian students rejected the reform.", "REJECT", ("NOR", "")),
        (_SEIZURE + "A Norwegian union criticised the budget.", "ACCUSE", ("NOR", "")),
        (_SEIZURE + "Norwegian nurses demanded higher wages.", "REQUEST", ("NOR", "")),
        # later on, without a word for it
        (_CLAIM + "It rained. Norwegian teachers refused.", "REJECT", ("NOR", "")),
    ],
)
def test_private_people_answer_a_state_only_where_the_words_tie_them(
    text: str, kind: str, sides: tuple[str, str]
) -> None:
    assert acts(text, kind)[-1] == sides


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Norway promised to pay.", [("NOR", "RUS")]),
        ("Norway promised an inquiry.", [("NOR", "RUS")]),
        ("Norway promised Russia lower taxes on cod.", [("NOR", "RUS")]),
        # to one's own people
        ("Norway promised lower taxes.", []),
        ("Norway promised cheaper housing.", []),
        ("The Norwegian premier spoke in Bergen. He promised lower taxes.", []),
        ("The Norwegian government promised teachers higher pay.", []),
        ("The Norwegian premier promised new schools in the north.", [("NOR", "NOR")]),
    ],
)
def test_what_is_promised_at_home_is_promised_to_nobody_abroad(text: str, promised: list[tuple[str, str]]) -> None:
    assert [sides for kind in ("AGREE", "CONCEDE") for sides in acts(_CLAIM + text, kind)] == promised


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Peru asked Chile on Monday for the return of a banker. The request was turned down on Friday.", "REJECT", ("CHL", "PER")),
        ("Fiji's minister demanded an apology from Tonga. He was refused one.", "REJECT", ("TON", "FJI")),
        ("Oman invited Yemen to talks on Sunday. The invitation was accepted on Monday.", "AGREE", ("YEM", "OMN")),
        ("Malta asked Libya to let the boat go. That was refused on Tuesday.", "REJECT", ("LBY", "MLT")),
        ("Kenya's minister asked for a meeting with Sudan. His request was granted on Monday.", "AGREE", ("SDN", "KEN")),
    ],
)  # fmt: skip
def test_a_passive_answers_the_act_just_told(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Peru asked Chile on Monday for the return of a banker. A request for leave was turned down on Friday.",  # another
        "Peru asked Chile on Monday for the return of a banker. The budget was rejected on Friday.",  # no request
        "Peru asked Chile for help. It snowed. It rained. It froze. It thawed. The request was turned down.",  # too far
    ],
)
def test_a_passive_that_answers_nothing_told(text: str) -> None:
    assert ("CHL", "PER") not in acts(text, "REJECT")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peru and Chile signed a treaty on Monday. Bolivia criticised the treaty.", ("BOL", "PER,CHL")),
        ("Georgia arrested three opposition leaders on Monday. The European Union condemned the arrests.", ("EUR", "GEO")),
        # a step may be anybody's, an attack is laid to nobody, and so is what several have done
        ("Peru and Chile signed a treaty on Monday. Bolivia criticised the step.", ("BOL", "")),
        ("Togolese soldiers shelled a Ghanaian village on Monday. Benin condemned the attack.", ("BEN", "")),
        ("Peru expelled two Russian envoys. Chile expelled three Russian envoys. Benin condemned the expulsions.", ("BEN", "")),
    ],
)  # fmt: skip
def test_who_blames_an_act_blames_those_who_did_it(text: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, "ACCUSE")


_SHELLED = "YANGON, May 3 (WP) - The army of Myanmar shelled the town of Lashio on Monday. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Peru and Chile signed a treaty on Monday. Bolivia welcomed the treaty.", "SUPPORT", ("BOL", "PER,CHL")),
        # those who fight are not the party of who asks them to stop
        (_SHELLED + "China urged all parties to stop fighting.", "REQUEST", ("CHN", "MMR")),
        (_SHELLED + "China urged the Communist Party to stop fighting.", "REQUEST", ("CHN", "CHN")),
        # who speaks of what they did themselves
        (_SHELLED + "China was silent. The rebels said they had shot down a Thai helicopter.", "ASSAULT", ("MMR", "THA")),
        # where somebody is based
        ("Pakistan blamed militants based in Afghanistan for the bomb.", "ACCUSE", ("PAK", "AFG")),
        # a list of sanctions goes on with whom it is about
        ("The EU put sanctions on Myanmar on Monday. It added six generals to the list.", "SANCTION", ("EUR", "MMR")),
        # what came before an act doesn't suffer it
        ("Belarus freed 14 dissidents on Monday after a visit by the American envoy.", "RETREAT", ("BLR", "BLR")),
        ("Guyana protested on Friday after a ship of Venezuela's had been seen.", "ACCUSE", ("GUY", "VEN")),
        # a court only hears a complaint; a state that gets one is blamed
        ("Ecuador raided the Mexican embassy. Mexico filed a complaint with the International Court of Justice.", "ACCUSE", ("MEX", "ECU")),
        ("Mexico filed a complaint with Ecuador.", "ACCUSE", ("MEX", "ECU")),
        # a ship near an island is no island taken
        ("Iran's navy seized a Greek tanker near the island of Kish on Monday.", "COERCE", ("IRN", "GRC")),
        # one's own army is moved, and asked nothing
        ("Serbia's president ordered the army to move closer to the border with Kosovo.", "MOBILIZE", ("SRB", "XKX")),
        # a sum behind two whom the article has told of; things given back to whom they were taken from
        ("Peru and Chile signed an accord. Norway lent the two countries 40 million dollars.", "AID", ("NOR", "PER,CHL")),
        ("Lithuania seized 12 Russian wagons on 2 May. On 6 May the wagons were returned.", "RETREAT", ("LTU", "RUS")),
        ("Togolese police beat three UN peacekeepers on Friday.", "ASSAULT", ("TGO", "UNO")),
        # two clans of one country
        ("MALE, May 3 (WP) - Fighting broke out in Libya between two rival clans on Monday.", "ASSAULT", ("", "LBY")),
        ("Gambia delivered two air defence systems to Mali.", "AID", ("GMB", "MLI")),
    ],
)  # fmt: skip
def test_whom_the_article_tells_to_be_meant(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


def test_talks_suspended_are_nobody_expelled() -> None:
    assert acts("Timor-Leste and Australia resumed talks. They had been suspended since November.", "SANCTION") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru expelled two Russian envoys. Moscow retaliated each time.", "ASSAULT"),
        ("Turkey spoke of an occupation of its soil by Cyprus.", "PROTEST"),
    ],
)
def test_words_that_tell_no_such_act(text: str, kind: str) -> None:
    assert acts(text, kind) == []


def test_a_minister_dismissed_is_no_plan_turned_down() -> None:
    assert acts("Gambia's president dismissed his interior minister on Monday.", "REJECT") == []
