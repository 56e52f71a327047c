"""Which forms in -ing tell an act: "by closing the road", "admitted arresting two", ", with Chad expelling three". Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import VerbGroup, verb_group
from summarizer.engines.rules.acts.interposed_days import before_date
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_DENYING = tk.all_forms("deny")
OWNING_UP = tk.all_forms("admit acknowledge concede") | _DENYING
_BEFORE = (
    frozenset(
        """, and began started begun continued stopped resumed kept is are decree decrees bill law order statement letter report
    resolution declaration announcement""".split()
    )
    | OWNING_UP
)
_LEADS = frozenset("by after before while since in besides".split())
_NOUNS = frozenset(("shelling", "bombing", "shooting"))
# With what a sentence begins, before the comma behind which its subject stands: "Besides closing the road, Chad …".
FRONTS = frozenset(
    """after|before|while|when|since|by|in|on|besides|as well as|in addition to|apart from|aside from|on top of""".split(
        "|"
    )
)
# Two words that lead in what was done: "ended up closing", "took the step of closing", "went as far as closing".
_PAIRS = frozenset(
    """ended up|wound up|finished up|set about|went about|step of|measure of|as well|well as|far as|apart from|aside from|addition to|top of
    resorted to|stopped at""".replace("\n    ", "|").split("|")
)
_OPENS = tk.all_forms("begin start open end close finish")
_LED = {"to": tk.all_forms("lead") | {"up"}, "in": tk.all_forms("result culminate end")}
_INNER = frozenset(("of", "in", "from"))  # "with the army of Chad closing the road"
_MAYBE = tk.MODALS | frozenset("may expected likely planned due set".split())


def is_deed(reading: Reading, group: VerbGroup) -> bool:
    """Whether an -ing form tells an act of its own: progressive, at the front, behind what leads in a deed or somebody doing it."""
    low, start = reading.words.low, group.start
    if group.be or start == 0:
        return True
    before = low[start - 1]
    if before == "by" and low[group.verb] in _NOUNS and low[group.verb + 1 : group.verb + 2] != ["the"]:
        hit = next((j for j in range(start - 2, max(start - 8, 0), -1) if reading.verb[j]), None)
        return hit is None or not verb_group(reading, hit).be  # "killed on Sunday by shelling from"
    if before == "in" and low[start - 3 : start - 2] == ["no"] and low[start - 2] != "time":
        return False  # "sees no point in closing the road"
    if before in _BEFORE or before in _LEADS or f"{low[start - 2]} {before}" in _PAIRS:
        return True
    governor = before_date(low, start - 1)
    if governor != start - 1 and reading.verb[governor] and low[governor] in _BEFORE:
        return True  # "admitted on Monday arresting two"
    return doer(reading, group) is not None or made_to(reading, group) is not None


def made_to(reading: Reading, group: VerbGroup) -> int | None:
    """The "had" of somebody who has a country do what a bare verb or a form in -ing says: "The paper had Chad closing the road"."""
    low = reading.words.low
    if group.start != group.verb or tk.HAVE.isdisjoint(reading.words.forms) or low[group.verb].endswith(("ed", "s")):
        return None
    who = reading.at.get(group.verb - 1)
    if who is None or who.pronoun or who.prep or not who.known:
        return None
    had = who.start - 1 - (low[who.start - 1] in tk.DETERMINERS)
    return had if had > 0 and low[had] in tk.HAVE and low[group.verb] not in tk.STRONG_PASTS else None


def denied(reading: Reading, group: VerbGroup) -> bool:
    """Whether somebody denies doing what an -ing form says: "denied on Monday arresting two"."""
    low = reading.words.low
    return group.start > 0 and low[group.verb].endswith("ing") and low[before_date(low, group.start - 1)] in _DENYING


def doer(reading: Reading, group: VerbGroup) -> Mention | None:
    """Who does what an -ing form says, led in by a preposition: ", with Chad expelling two", "led to Chad closing the road"."""
    low = reading.words.low
    if group.auxiliaries or not low[group.verb].endswith("ing"):
        return None
    last = reading.at.get(group.start - 1)
    if last is None or not last.prep:
        return None
    who: Mention | None = last
    while who is not None and who.prep in _INNER and low[who.start - 2] not in _LED["in"]:
        who = reading.at.get(who.start - 2)
    if who is None or not (who.known or who.role or last.known) or who.pronoun:
        return None
    lead = who.start - 1 - (low[who.start - 1] in tk.DETERMINERS)
    if lead < 1 or not _MAYBE.isdisjoint(low[: group.start]):
        return None
    if low[lead] == "with":
        return who if low[lead - 1] == "," or low[lead - 1] in _OPENS else None
    return who if low[lead - 1] in _LED.get(low[lead], ()) else None
