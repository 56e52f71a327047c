"""Towns, meetings, things and people that a sentence gives to another country than its passages do."""

from __future__ import annotations

import pytest

from summarizer.events import Event, Party
from summarizer.verifying import Passage
from summarizer.verifying.belonging import read_owners
from summarizer.verifying.check import check_sentence
from summarizer.verifying.located import read_gatherings, read_located
from summarizer.verifying.nominals import read_ways

BODY = (
    "The ministers of Greece and Turkey agreed in Izmir on a joint inquiry. Rebels shelled the Eritrean town of Senafe. "
    "A court ruled that Tito Caldeira, an Angolan national, may be extradited to Angola. Turkey will send 60 observers to Eritrea."
)
EVENT = Event(
    id="e-1",
    type="AGREE",
    status="occurred",
    summary="",
    actors=(Party(name="Greece", country="GRC"), Party(name="Turkey", country="TUR")),
    recipients=(),
    engine="hand",
    confidence=1.0,
)


def _reasons(text: str) -> tuple[str, ...]:
    return check_sentence(text, (EVENT,), (Passage(BODY),)).reasons


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The ministers, meeting in Greece, agreed on an inquiry.", "has them meet in Greece, not Turkey"),
        ("Rebels shelled Senafe in Turkey.", "puts Senafe in Turkey, not Eritrea"),
        ("The observers of Eritrea are sixty.", "gives Eritrea what is Turkey's (observer…)"),
        ("A Greek accused of fraud, Tito Caldeira, may be extradited.", "makes Caldeira Greek, not Angolan"),
    ],
)
def test_what_is_put_elsewhere_is_refused(text: str, reason: str) -> None:
    assert reason in _reasons(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers, meeting in Turkey, agreed on an inquiry.",
        "Rebels shelled Senafe in Eritrea.",
        "The observers from Turkey are sixty.",
        "An Angolan accused of fraud, Tito Caldeira, may be extradited.",
    ],
)
def test_what_stays_where_it_is_holds(text: str) -> None:
    assert not [reason for reason in _reasons(text) if reason.startswith(("puts", "has them", "gives", "makes"))]


def test_towns_and_meetings_are_read() -> None:
    assert read_located("Rebels shelled Poland's border town of Sejny") == {("Sejny", "POL")}
    assert read_located("On Monday in Georgia") == frozenset()
    assert read_gatherings("The talks were held in Chad, not in Niger's capital") == {"TCD"}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Venezuela's 31 tons of gold", ("VEN", "gold")),
        ("Lorries from Belarus wait", ("BLR", "lorry")),
        ("steel bar from India and Turkey", ("TUR", "bar")),
        ("The embassy that was stormed was Nigeria's.", ("NGA", "embassy")),
        ("Kenya will deploy 60 observers", ("KEN", "observer")),
        ("the 300 Chad soldiers", ("TCD", "soldi")),
    ],
)
def test_owners_are_read(text: str, owner: tuple[str, str]) -> None:
    assert {(code, thing[:5]) for code, thing in read_owners(text)} >= {(owner[0], owner[1][:5])}


def test_whoever_is_given_up_goes_somewhere() -> None:
    assert ("PRT", "extradit", "to") in read_ways("his extradition to Portugal")
    assert ("UZB", "extradit", "to") in read_ways("handed the preacher over to Uzbekistan")
