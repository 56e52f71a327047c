"""What a verb of saying makes somebody say: who speaks, and how far what is said reaches. Token indices, half-open."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from summarizer.engines.rules.acts.clauses import clause_start, verb_group
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sources.papers import author_of, is_paper, issuer_of, released_paper
from summarizer.engines.rules.sources.reach import aside_from, only_where, part_from, relative_end
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.sources.saying import (
    ends_there,
    goes_on,
    only_where_or_when,
    past_adjuncts,
    placed,
    renamed,
    tells,
    told_to,
    whole,
)
from summarizer.engines.rules.sources.sayverbs import ADDING, SAYING
from summarizer.engines.rules.sources.tellers import can_speak, described_speaker, kind_of
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb
from summarizer.events import Reporting

_CLOSING = tk.QUOTES | {","}
_CLOSING_OR_DASH = _CLOSING | {"–", "—"}
_TELLING = frozenset(("told", "tells"))
_BETWEEN = frozenset(("and", "but", ",", "who", "which"))
# They open a clause that leaves the main one to come: "If they stay, he warned on Friday, we …".
_DEPENDENT = frozenset("if unless should were had once until when whenever while although though because since".split())
_NO_MAIN = _DEPENDENT | _BETWEEN
_ENDING = frozenset((",", ";", ":", *tk.QUOTES))


class _Saying(NamedTuple):
    """The verb of saying from token `at` to `last`, and how it tells what is said."""

    reading: Reading
    at: int
    last: int
    reporting: Reporting

    def by(self, speaker: Mention, start: int, end: int, listed: bool = True) -> Report:
        """That this speaker says what stands in `start:end`."""
        return Report(speaker, kind_of(self.reading, speaker, self.reporting), self.at, start, end, listed)

    def subject(self) -> list[Mention]:
        """The subject of the verb, as its clause has it."""
        return subject_of(self.reading, verb_group(self.reading, self.at))

    def next(self) -> str:
        """The word after the verb."""
        return (*self.reading.words.low[self.last + 1 : self.last + 2], ".")[0]


def spoken(reading: Reading, i: int, reporting: Reporting, last: int = -1) -> Report | None:
    """What the verb at `i` (to `last`) makes somebody say."""
    verb = _Saying(reading, i, max(i, last), reporting)
    low = reading.words.low
    count = len(low)
    k = _just_before(reading, i)
    before = reading.at.get(k) if k >= 0 else None
    if before is not None and low[before.start : before.end] == ["one"] and before.start:
        other = reading.at.get(before.start - 1)  # "the Eritrean one says"
        before = other if other is not None and other.codes and other.end == before.start else before
    turned = _turned_round(verb)
    if turned is not None:
        return _said_before_speaker(verb, turned)
    if low[i] in ADDING and i > 1 and low[i - 1] == ",":
        who = subject_of(reading, verb_group(reading, _said_before(reading, i)))
        return verb.by(who[0], i + 1, count) if who else None
    if low[i] == "saying" and before is not None and k == i - 1 and is_paper(reading, before):
        put = next((j for j in range(before.start - 1, -1, -1) if reading.verb[j]), -1)
        who = subject_of(reading, verb_group(reading, put)) if put > 0 else []
        return verb.by(who[0], i + 1, count) if who else None
    if before is not None and low[before.start] == "them" and low[before.start - 2 : before.start] == ["one", "of"]:
        return Report(before, "leaked", i, verb.last + 1, count, False)
    paper = released_paper(reading, i)
    if paper is not None:
        author = issuer_of(reading, paper, i)
        return verb.by(author, verb.last + 1, count, False) if author else None
    if before is None or before.prep or not can_speak(reading, before):
        described = described_speaker(reading, i)
        if before is None and described is None:
            return _from_afar(verb, k)
        before = described or before
    assert before is not None
    before = _past_aside(reading, i) or before
    if before.prep == "of" and low[before.start - 2 : before.start] == ["one", "of"] and before.role:
        before = replace(before, prep="", party=True)  # "one of its officers admitted"
        return verb.by(before, verb.last + 1, count, False)
    return _named_before(verb, before)


def _just_before(reading: Reading, i: int) -> int:
    """The last token before the verb at `i`, and before all that tells when or how something was said; -1: none."""
    low, k = reading.words.low, i - 1
    while (
        k >= 0
        and k not in reading.at
        and (
            tk.is_adverb(low[k])
            or low[k] in tk.TIME_WORDS
            or low[k] in tk.HAVE
            or low[k].isdigit()
            or low[k] in ("on", "in", "also", ",")
        )
    ):
        if low[k] == "," and k > 0 and reading.at.get(k - 1) is None:
            break
        k -= 1
    if k > 2 and low[k] == ")" and "(" in low[k - 4 : k]:  # "the Joint Chiefs of Staff (JCS) said"
        k = next(j for j in range(k - 1, -1, -1) if low[j] == "(") - 1
    return k


def _turned_round(verb: _Saying) -> Mention | None:
    """The speaker who follows the verb, where what was said stands before it: "…, said the ministry"."""
    reading, i = verb.reading, verb.at
    low = reading.words.low
    if i == 0 or low[i] in _TELLING or not (low[i - 1] == "," or low[i - 1] in tk.QUOTES):
        return None
    after = next((m for m in reading.mentions if m.start in (i + 1, i + 2)), None)
    if after is not None and low[after.start : after.stop + 1] == ["one", "of"]:  # "…, said one of the officials"
        after = next((m for m in reading.mentions if m.start == after.stop + 1), after)
    if after is None or after.start not in (i + 1, i + 3) or goes_on(reading, after.stop):
        return None
    return after if after.role or after.codes or after.person or is_paper(reading, after) else None


def _said_before_speaker(verb: _Saying, after: Mention) -> Report | None:
    """What stands before "…, said the ministry", or round it."""
    reading, i = verb.reading, verb.at
    low = reading.words.low
    opening = _coordinate(reading, i)
    rest = past_adjuncts(reading, after.stop)
    inside = low[i - 1] == "," and low[after.stop : after.stop + 1] == [","] and not any(reading.verb[opening:i])
    inside = inside or _awaits_rest(reading, i - 1, rest)
    if is_paper(reading, after):
        author = author_of(reading, after)
        if author is None:
            return None
        after = author
    start, end = (opening, len(low)) if inside else (0, i)
    return verb.by(placed(reading, after), start, end)


def _from_afar(verb: _Saying, k: int) -> Report | None:
    """What somebody says who doesn't stand right before the verb; `k` is the last token there that counts."""
    reading, i, last = verb.reading, verb.at, verb.last
    low = reading.words.low
    count = len(low)
    who = verb.subject() if k >= 0 and low[k] in _BETWEEN else []
    if who and low[k] in ("and", "but"):
        who = _who_goes_on(reading, who)
    if not who or not (low[k] in ("and", "but") or tells(reading, who[0])):
        return None  # "It accused them of … and said …", "Fishermen, for their part, say …"
    if is_paper(reading, who[0]):  # "A report of the ministry, which we have seen, says …"
        author = author_of(reading, who[0])
        return verb.by(author, last + 1, count, False) if author else None
    lead = who[0].start - 1
    aside = low[k] == "," and lead >= 0 and low[lead] == ","
    if aside and low[i] in _TELLING and told_to(reading, i):
        # "…, a spokeswoman, Ms Papazian, told the agency"
        return verb.by(who[0], aside_from(reading, lead), who[0].start)
    told = placed(reading, who[0])
    rest = past_adjuncts(reading, last + 1)
    if aside and lead > 0 and low[rest : rest + 1] in ([], ["."]) and any(reading.verb[:lead]):
        return verb.by(told, part_from(low, lead), lead)
    return verb.by(told, last + 1, relative_end(reading, clause_start(reading, i), i))


def _named_before(verb: _Saying, before: Mention) -> Report | None:
    """What the speaker says who is named before the verb, last in the group `before`."""
    reading, i = verb.reading, verb.at
    low = reading.words.low
    speaker = climb(reading, before)
    start = clause_start(reading, i)
    if start and low[start - 1] in ("who", "that", "which") and "," not in low[start:i]:
        who = verb.subject()  # "the charity that runs it said"
        speaker = who[0] if who and who[0].start < start else speaker
    if speaker is None:
        who = verb.subject()  # "Fishermen, for their part, say …"
        speaker = who[0] if who and who[0].end <= before.start and tells(reading, who[0]) else None
    if speaker is None:
        return None
    end = relative_end(reading, start, i)
    if is_paper(reading, speaker):
        return _written(verb, speaker, end)
    speaker = whole(reading, speaker)
    if speaker.pronoun or can_speak(reading, speaker):
        return _placed_round(verb, renamed(reading, speaker), end)
    who = verb.subject()  # "Turkmenistan, the channel's third choice, said"
    return _placed_round(verb, who[0], end) if who and can_speak(reading, who[0]) else None


def _written(verb: _Saying, paper: Mention, end: int) -> Report | None:
    """What a paper says, as told by its author; up to `end` where the words follow."""
    reading = verb.reading
    low, lead = reading.words.low, paper.start - 1
    author = author_of(reading, paper)
    if author is None:
        return None
    aside = lead >= 0 and low[lead] == ","
    if aside and verb.next() == ",":  # "The shepherds, the note goes on, were beaten"
        return verb.by(author, aside_from(reading, lead), end, False)
    if aside and ends_there(low, verb.last):
        return verb.by(author, 0, lead, False)
    return verb.by(author, verb.last + 1, end, False)


def _placed_round(verb: _Saying, speaker: Mention, end: int) -> Report:
    """What a speaker says: before him ("…, a doctor said."), round him ("…, he said, …") or after the verb, up to `end`."""
    reading, i, last = verb.reading, verb.at, verb.last
    low, following = reading.words.low, verb.next()
    lead = siblings(reading, speaker)[0].start - 1  # "…, a doctor and two nurses said"
    rest = past_adjuncts(reading, last + 1)
    as_told = low[lead - 1 : lead + 1] == [",", "as"]
    if as_told and low[rest : rest + 1] in (["."], [";"]):  # "…, as the daily writes."
        return verb.by(speaker, part_from(low, lead), lead)
    if as_told and following == ",":
        return verb.by(speaker, aside_from(reading, lead - 1), end)
    over = rest >= len(low) or low[rest] in (",", ".", ";")
    comma = lead >= 0 and low[lead] == ","
    if comma and lead and following != "," and only_where_or_when(reading, lead) and any(reading.verb[rest:]):
        return verb.by(speaker, last + 1, end)  # "In Kinshasa, the army said …"
    ending = following in (",", ".", ";") or (over and comma) or last == end - 1
    if ending and lead >= 0 and low[lead] in _CLOSING_OR_DASH:
        aside = following == "," and low[last + 2 : last + 3] not in (["adding"], ["who"], ["which"], ["citing"])
        aside = aside or (low[rest : rest + 1] == [","] and _clause_goes_on(reading, rest + 1))
        aside = aside or _awaits_rest(reading, lead, rest)
        if aside:
            return verb.by(speaker, aside_from(reading, lead), end)
        return verb.by(speaker, part_from(low, lead), lead)
    closed = (following != "that" and ends_there(low, last)) or told_to(reading, i) is not None
    if lead >= 0 and low[lead] in _CLOSING and (closed or over or only_where(reading, lead, last + 1)):
        return verb.by(speaker, 0, speaker.start)
    return verb.by(speaker, last + 1, end)


def _who_goes_on(reading: Reading, who: list[Mention]) -> list[Mention]:
    """Of "Togo reported two attacks, and said that …", Togo, not the attacks."""
    verb = who[0].start - 1
    if verb > 0 and reading.verb[verb] and reading.words.low[verb] in SAYING:
        return subject_of(reading, verb_group(reading, verb)) or who
    return who


def _clause_goes_on(reading: Reading, at: int) -> bool:
    """Whether after an aside its clause goes on: "It is not true, he said on Sunday, that …", "…, has closed"."""
    low = reading.words.low
    return low[at : at + 1] == ["that"] or (goes_on(reading, at) and not low[at].endswith("ing"))


def _awaits_rest(reading: Reading, lead: int, rest: int) -> bool:
    """Whether the clause before the comma at `lead` needs the one behind that at `rest`: "If they stay, he said on Friday, we …"."""
    low = reading.words.low
    if low[lead] != "," or low[rest : rest + 1] != [","] or rest + 1 == len(low) or low[rest + 1] in _NO_MAIN:
        return False
    opening = max((j + 1 for j in range(lead) if low[j] in _ENDING), default=0)
    return low[opening] in _DEPENDENT and any(reading.verb[rest:])


def _said_before(reading: Reading, i: int) -> int:
    """The verb of saying that "…, adding that" goes on from, else the one at `i`."""
    low = reading.words.low
    return next((j for j in range(i - 1, 0, -1) if reading.verb[j] and low[j] in SAYING), i)


def _past_aside(reading: Reading, i: int) -> Mention | None:
    """Of "Kenya, which leads the mission, said" and "Kenya, in a note that we have seen, said", Kenya."""
    low = reading.words.low
    opening = next((j for j in range(i - 2, 0, -1) if low[j] == ","), 0) if low[i - 1] == "," else 0
    if not opening or not any(reading.verb[opening : i - 1]):
        return None
    named = reading.at.get(opening - 1)
    top = climb(reading, named) if named is not None else None
    return top if top is not None and tells(reading, top) else None


def _coordinate(reading: Reading, i: int) -> int:
    """Where the clause opens into which "says Togo" at `i` is put: "…, and by Monday, says Togo, two more will have gone"."""
    low = reading.words.low
    for j in range(i - 2, 0, -1):
        if low[j] == ";":
            return j + 1
        if reading.verb[j]:
            break
        if low[j] == "," and low[j + 1] in ("and", "but"):
            return j + 2
    return part_from(low, i - 1)
