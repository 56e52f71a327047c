"""Made-up articles, and a stand-in model that codes them by rule, so that runs can be counted and compared exactly."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace

from evals.bench.chat_server import Behaviour, Body, Reply, completion, user_text
from summarizer import Article

_NAMES = (
    ("Romania", "ROU"), ("Russia", "RUS"), ("France", "FRA"), ("Japan", "JPN"), ("Moldova", "MDA"), ("Chile", "CHL"),
    ("Kenya", "KEN"), ("Norway", "NOR"), ("Peru", "PER"), ("Ghana", "GHA"), ("Nepal", "NPL"), ("Cuba", "CUB"),
)  # fmt: skip
_CODES = dict(_NAMES)
_FILLER = (
    "Officials in the capital spent the day going over the consequences, and markets hardly moved in response to them.",
    "Observers in the region have long described relations as strained, with neither side ready to give way on trade.",
    "A spokesman declined to go into detail about the timing, pointing to the procedures that the ministry follows.",
    "Residents interviewed near the border spoke of long queues, closed shops and a general mood of resignation.",
)
_ACT = re.compile(r"^\[(\d+)\] (\w+) expelled (\w+) diplomats of (\w+) on (\d+ March 2021)", re.M)
_COUNTS = {"two": 2, "three": 3, "five": 5}


def article(number: int, words: int = 600, events: int = 4) -> Article:
    """Article `number`: about so many words, among them so many expulsions."""
    dice = random.Random(number)
    sentences = []
    for _ in range(events):
        (actor, _), (recipient, _) = dice.sample(_NAMES, 2)
        count, day = dice.choice(tuple(_COUNTS)), dice.randrange(1, 29)
        act = f"{actor} expelled {count} diplomats of {recipient} on {day} March 2021"
        sentences.append(f"{act}, its ministry announced.")
    size = sum(len(sentence.split()) for sentence in sentences)
    while size < words:
        filler = dice.choice(_FILLER)
        sentences.append(filler)
        size += len(filler.split())
    dice.shuffle(sentences)
    return Article(text=f"Report number {number} from the wire. " + " ".join(sentences), published="2021-03-30")


def compact_answer(text: str) -> str:
    """The right answer to `extract_events` in this product's own form."""
    events = []
    for sentence, actor, count, recipient, date in _ACT.findall(text):
        edtf = f"2021-03-{int(date.split()[0]):02d}"
        events.append(
            {
                "s": [int(sentence)],
                "w": "expelled",
                "t": "SANCTION/expel",
                "st": "occurred",
                "a": [f"{actor}|{_CODES[actor]}|GOV"],
                "r": [f"{recipient}|{_CODES[recipient]}|GOV"],
                "d": f"on {date}|{edtf}",
                "p": "",
                "by": ["its ministry||said"],
                "q": [f"{count} diplomats|{_COUNTS[count]}|diplomats"],
            }
        )
    return json.dumps({"events": events}, separators=(",", ":"))


_PLAIN = re.compile(r"(\w+) expelled (\w+) diplomats of (\w+) on (\d+ March 2021)")


def quoting_answer(text: str) -> str:
    """The right answer in the form of a plain script: quotes and spelt-out fields."""
    events = []
    for found in _PLAIN.finditer(text):
        actor, count, recipient, date = found.groups()
        events.append(
            {
                "type": "SANCTION",
                "mode": "expel",
                "status": "occurred",
                "quote": found.group(),
                "actors": [{"name": actor, "country": _CODES[actor]}],
                "recipients": [{"name": recipient, "country": _CODES[recipient]}],
                "date": f"2021-03-{int(date.split()[0]):02d}",
                "place": None,
                "attribution": [{"name": "its ministry"}],
                "quantities": [{"value": _COUNTS[count], "unit": "diplomats"}],
            }
        )
    return json.dumps({"events": events})


def answer_to(body: Body) -> Reply:
    """The stand-in model's answer: right, at once."""
    text = user_text(body)
    return completion(body, compact_answer(text) if "----- article " in text else quoting_answer(text))


def model_of(latency: float) -> Behaviour:
    """The stand-in model with a latency in seconds."""

    def behave(body: Body, _number: int) -> Reply:
        return replace(answer_to(body), delay=latency)

    return behave
