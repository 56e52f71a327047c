"""What the passages tie to another party than the sentence does: hosts, places, ways, things, figures, quoted words."""

from __future__ import annotations

import re

from summarizer.normalising.actors import codes_in, display_name
from summarizer.verifying.belonging import read_owners, read_postings
from summarizer.verifying.case import Case
from summarizer.verifying.located import other_place
from summarizer.verifying.nominals import read_hosts, read_settings, read_ways
from summarizer.verifying.sayings import other_voice, read_counted, read_figures

_ITS_OWN = re.compile(r"\b(?:its|their|his|her)\s+own\b(?!\s+[a-z]+)|\bits\s+own\s+(?:two|three|four|back|home)\b")
_ONES = re.compile(r"\b[A-Z][a-z]+\s+ones\b")  # "Kyrgyz guards … Tajik ones"


def misplaced(case: Case) -> str | None:
    """The first thing of one party that the sentence gives to another, in words for a reason; None if there is none."""
    return (
        _other_host(case)
        or _other_setting(case)
        or _other_way(case)
        or _turned_posting(case)
        or _other_owner(case)
        or _other_figure(case)
        or _other_voice(case)
        or _other_counted(case)
        or other_place(case)
    )


def _other_counted(case: Case) -> str | None:
    """So many of one country's, where the passages count those of another."""
    given = read_counted(case.body, True)
    for code, number in sorted(read_counted(case.text, False) - given):
        others = {who for who, known in given if known == number}
        if others and number > 1 and code in codes_in(case.body):
            return f"gives {display_name(code)} what is {display_name(min(others))}'s ({number:g}…)"
    return None


def _other_figure(case: Case) -> str | None:
    """A figure put in the mouth of one who gives another in the passages, where somebody else gives it."""
    given = read_figures(case.body)
    for code, number in sorted(read_figures(case.text) - given):
        others = {who for who, known in given if known == number}
        if others and any(who == code for who, _ in given):
            return f"gives {display_name(code)} the figure of {display_name(min(others))} ({number:g})"
    return None


def _other_host(case: Case) -> str | None:
    given = read_hosts(case.body)
    for code, who in sorted(read_hosts(case.text)):
        hosts = {host for host, known in given if known == who}
        if hosts and code not in hosts and code in codes_in(case.body):
            return f"in the passages it is {display_name(min(hosts))} that they leave"
    return None


def _other_owner(case: Case) -> str | None:
    """Something of one party told as another party's: "the Spanish ban" where it is Morocco's."""
    given, told = read_owners(case.body), read_owners(case.text)
    if _ITS_OWN.search(case.body) or _ONES.search(case.body):
        return None  # of two the passages tell in one breath
    for code, thing in sorted(told - given):
        others = {owner for owner, known in given if known == thing}
        if others and not {(owner, thing) for owner in others} <= told and code in codes_in(case.body):
            return f"gives {display_name(code)} what is {display_name(min(others))}'s ({thing}…)"
    return None


def _other_setting(case: Case) -> str | None:
    """ "said in China" where the passages have it said in Fiji."""
    given = read_settings(case.body)
    for code, word in sorted(read_settings(case.text)):
        places = {place for place, known in given if known == word}
        if places and code not in places and code in case.codes:
            return f"in the passages that is in {display_name(min(places))}"
    return None


def _other_voice(case: Case) -> str | None:
    """Quoted words of one country told as another's."""
    voices = other_voice(case.text, case.body)
    return f"gives {display_name(voices[0])} the words of {display_name(voices[1])}" if voices else None


def _other_way(case: Case) -> str | None:
    """Things that come from where the passages have them go, or the other way round."""
    given = read_ways(case.body)
    for code, thing, way in sorted(read_ways(case.text)):
        if (code, thing, way) in given:
            continue
        if (code, thing, "to" if way == "from" else "from") in given:
            return f"in the passages they go the other way ({thing}…)"
        ends = {other for other, what, which in given if (what, which) == (thing, way)}
        if way == "to" and ends and not re.search(r"\bthose\s+to\b", case.body) and code in codes_in(case.body):
            return f"in the passages they go {way} {display_name(min(ends))} ({thing}…)"
    return None


def _turned_posting(case: Case) -> str | None:
    given = read_postings(case.body)
    for sender, host in read_postings(case.text) - given:
        if (host, sender) in given:
            return f"in the passages {display_name(host)} is represented in {display_name(sender)}"
    return None
