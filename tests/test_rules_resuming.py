"""Whom the rule engine takes for the source where only an office, a paper or "one of them" is told."""

from __future__ import annotations

import pytest

from tests.test_rules_speakers import said_by


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        # an office that spoke before is the same one when it is told again, though another country acts
        (
            "ASTANA - Agriculture Minister Daulet Alimov said that Kazakhstan would plant less wheat. "
            'The day after, Russia closed its market. "Russia has expelled our attaché," the minister stressed.',
            "expelled",
            ["KAZ"],
        ),
        # a paper and whose it is
        ("A Kenyan defence ministry statement said that Somali troops had shelled Mandera.", "shelled", ["KEN"]),
        ("A statement from Kenya's army said that Somali troops had shelled Mandera.", "shelled", ["KEN"]),
        ("Kenya's army issued a statement saying Somali troops had shelled Mandera.", "shelled", ["KEN"]),
        ("A memo obtained by the Lantern shows that Peru has expelled the consul of Chile.", "expelled", ["A memo"]),
        ("Peru has expelled the consul of Chile, according to a document seen by Reuters.", "expelled", ["a document"]),
        (
            "Peru's navy said that it was looking for a boat. The crew, the statement went on, were beaten by Chilean sailors.",
            "beaten",
            ["PER"],
        ),
        # sources without a name, again
        (
            "Peru has recalled its consul from Chile, according to two sources who asked not to be named. "
            "One of them said Peru had also expelled the consul of Chile.",
            "expelled",
            ["two sources"],
        ),
        (
            "Russia has recalled its consul from Latvia, a source close to the premier told AFP.",
            "recalled",
            ["AFP", "a source close to the premier"],
        ),
        # who is quoted by whom
        (
            '"Peru has expelled our consul," Chilean minister Rosa Paz was quoted as saying by Reuters.',
            "expelled",
            ["Reuters", "CHL"],
        ),
        # verbs that seldom say something
        ("Somali troops shelled Mandera, a Kenyan teacher recalled.", "shelled", ["KEN"]),
        ("Residents of Kenya described how Somali troops shelled Mandera.", "shelled", ["KEN"]),
        # told of a thing, nothing is said of what stands behind
        ("As Kenya's envoy told reporters of his mission, Somali police arrested a Kenyan driver.", "arrested", []),
        # what is said in a relative clause ends with it
        ("The Danes, whose police say Iran paid for the fire, expelled the consul of Iran.", "expelled", []),
        # the pronoun of a person that nobody had quoted yet, behind a quotation of two sentences
        (
            'Moldovan president Maia Sandu met the press. "Russia expelled our consul on Monday. It has also closed a school," '
            "she said.",
            "expelled",
            ["MDA"],
        ),
        # who quotes his own condemnation is no source of it
        (
            'Peru\'s foreign ministry issued a statement. "Peru condemns the raid of Chilean troops on the village," '
            "the statement said.",
            "condemns",
            [],
        ),
    ],
)
def test_who_speaks_on(text: str, trigger: str, speakers: list[str]) -> None:
    assert said_by(text, trigger) == speakers
