"""What a verb of saying makes somebody say: who speaks, and how far what is said reaches. Token indices, half-open."""

from __future__ import annotations

from dataclasses import replace

from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.clauses import clause_start, verb_group
from summarizer.engines.rules.mentions import Mention, Reading, climb
from summarizer.engines.rules.papers import author_of, is_paper, issuer_of, released_paper
from summarizer.engines.rules.reach import aside_from, only_where, part_from, relative_end
from summarizer.engines.rules.reports import Report
from summarizer.engines.rules.saying import (
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
from summarizer.engines.rules.sayverbs import ADDING, SAYING
from summarizer.engines.rules.subjects import siblings, subject_of
from summarizer.engines.rules.tellers import can_speak, described_speaker, kind_of
from summarizer.events import Reporting

_CLOSING = tk.QUOTES | {","}
_CLOSING_OR_DASH = _CLOSING | {"–", "—"}
_TELLING = frozenset(("told", "tells"))
_BETWEEN = frozenset(("and", "but", ",", "who", "which"))


def spoken(reading: Reading, i: int, reporting: Reporting, last: int = -1) -> Report | None:
    """What the verb at `i` (to `last`) makes somebody say."""
    last = max(i, last)
    low = reading.words.low
    count = len(low)
    k = i - 1
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
    before = reading.at.get(k) if k >= 0 else None
    if before is not None and low[before.start : before.end] == ["one"] and before.start:
        other = reading.at.get(before.start - 1)  # "the Eritrean one says"
        before = other if other is not None and other.codes and other.end == before.start else before
    after = next((m for m in reading.mentions if m.start in (i + 1, i + 2)), None)
    following = low[last + 1] if last + 1 < count else "."
    if after is not None and low[after.start : after.stop + 1] == ["one", "of"]:  # "…, said one of the officials"
        after = next((m for m in reading.mentions if m.start == after.stop + 1), after)
    # "…, said the ministry": the speaker follows, what was said stands before.
    if (
        i > 0
        and low[i] not in _TELLING
        and (low[i - 1] == "," or low[i - 1] in tk.QUOTES)
        and after is not None
        and (after.role or after.codes or after.person or is_paper(reading, after))
        and after.start in (i + 1, i + 3)
        and not goes_on(reading, after.stop)
    ):
        opening = _coordinate(reading, i)
        inside = low[i - 1] == "," and low[after.stop : after.stop + 1] == [","] and not any(reading.verb[opening:i])
        if is_paper(reading, after):
            author = author_of(reading, after)
            if author is None:
                return None
            after = author
        after = placed(reading, after)
        listed = any(after is mention for mention in reading.mentions)
        start, end = (opening, count) if inside else (0, i)
        return Report(after, kind_of(reading, after, reporting), i, start, end, listed)
    if low[i] in ADDING and i > 1 and low[i - 1] == ",":
        who = subject_of(reading, verb_group(reading, _said_before(reading, i)))
        return Report(who[0], kind_of(reading, who[0], reporting), i, i + 1, count) if who else None
    if low[i] == "saying" and before is not None and k == i - 1 and is_paper(reading, before):
        put = next((j for j in range(before.start - 1, -1, -1) if reading.verb[j]), -1)
        who = subject_of(reading, verb_group(reading, put)) if put > 0 else []
        return Report(who[0], kind_of(reading, who[0], reporting), i, i + 1, count) if who else None
    if before is not None and low[before.start] == "them" and low[before.start - 2 : before.start] == ["one", "of"]:
        return Report(before, "leaked", i, last + 1, count, False)
    paper = released_paper(reading, i)
    if paper is not None:
        author = issuer_of(reading, paper, i)
        return Report(author, kind_of(reading, author, reporting), i, last + 1, count, False) if author else None
    described = (
        described_speaker(reading, i) if before is None or before.prep or not can_speak(reading, before) else None
    )
    if before is None and described is None:
        who = subject_of(reading, verb_group(reading, i)) if k >= 0 and low[k] in _BETWEEN else []
        if who and low[k] in ("and", "but"):
            who = _who_goes_on(reading, who)
        if not who or not (low[k] in ("and", "but") or tells(reading, who[0])):
            return None  # "It accused them of … and said …", "Fishermen, for their part, say …"
        if is_paper(reading, who[0]):  # "A report of the ministry, which we have seen, says …"
            author = author_of(reading, who[0])
            return Report(author, kind_of(reading, author, reporting), i, last + 1, count, False) if author else None
        if (
            low[i] in _TELLING
            and low[k] == ","
            and who[0].start
            and low[who[0].start - 1] == ","
            and told_to(reading, i)
        ):
            start = aside_from(reading, who[0].start - 1)  # "…, a spokeswoman, Ms Papazian, told the agency"
            return Report(who[0], kind_of(reading, who[0], reporting), i, start, who[0].start)
        told = placed(reading, who[0])
        listed = told is who[0]
        lead, rest = who[0].start - 1, past_adjuncts(reading, last + 1)
        if (
            low[k] == ","
            and lead > 0
            and low[lead] == ","
            and low[rest : rest + 1] in ([], ["."])
            and any(reading.verb[:lead])
        ):
            return Report(told, kind_of(reading, told, reporting), i, part_from(low, lead), lead, listed)
        end = relative_end(reading, clause_start(reading, i), i)
        return Report(told, kind_of(reading, told, reporting), i, last + 1, end, listed)
    before = described or before
    assert before is not None
    before = _past_aside(reading, i) or before
    if before.prep == "of" and low[before.start - 2 : before.start] == ["one", "of"] and before.role:
        before = replace(before, prep="", party=True)  # "one of its officers admitted"
        return Report(before, kind_of(reading, before, reporting), i, last + 1, count, False)
    speaker = climb(reading, before)
    start = clause_start(reading, i)
    if (
        start and low[start - 1] in ("who", "that", "which") and "," not in low[start:i]
    ):  # "the charity that runs it said"
        who = subject_of(reading, verb_group(reading, i))
        speaker = who[0] if who and who[0].start < start else speaker
    if speaker is None:
        who = subject_of(reading, verb_group(reading, i))  # "Fishermen, for their part, say …"
        speaker = who[0] if who and who[0].end <= before.start and tells(reading, who[0]) else None
    if speaker is None:
        return None
    count = relative_end(reading, start, i)
    if is_paper(reading, speaker):
        author = author_of(reading, speaker)
        lead = speaker.start - 1
        closed = ends_there(low, last) and lead >= 0 and low[lead] == ","
        span = (0, lead) if closed else (last + 1, count)
        if following == "," and lead >= 0 and low[lead] == ",":  # "The shepherds, the note goes on, were beaten"
            span = (aside_from(reading, lead), count)
        return Report(author, kind_of(reading, author, reporting), i, *span, False) if author is not None else None
    speaker = whole(reading, speaker)
    if not (speaker.pronoun or can_speak(reading, speaker)):  # "Turkmenistan, the channel's third choice, said"
        who = subject_of(reading, verb_group(reading, i))
        if not who or not can_speak(reading, who[0]):
            return None
        speaker = who[0]
    else:
        speaker = renamed(reading, speaker)
    lead = siblings(reading, speaker)[0].start - 1  # "…, a doctor and two nurses said"
    if low[past_adjuncts(reading, last + 1) :][:1] in (["."], [";"]) and low[lead - 1 : lead + 1] == [
        ",",
        "as",
    ]:  # "…, as the daily writes."
        return Report(speaker, kind_of(reading, speaker, reporting), i, part_from(low, lead), lead)
    if following == "," and low[lead - 1 : lead + 1] == [",", "as"]:
        return Report(speaker, kind_of(reading, speaker, reporting), i, aside_from(reading, lead - 1), count)
    rest = past_adjuncts(reading, last + 1)
    over = rest >= len(low) or low[rest] in (",", ".", ";")
    if (
        lead > 0
        and low[lead] == ","
        and following != ","
        and only_where_or_when(reading, lead)
        and any(reading.verb[rest:])
    ):
        return Report(
            speaker, kind_of(reading, speaker, reporting), i, last + 1, count
        )  # "In Kinshasa, the army said …"
    if (
        (following in (",", ".", ";") or (over and lead >= 0 and low[lead] == ",") or last == count - 1)
        and lead >= 0
        and low[lead] in _CLOSING_OR_DASH
    ):
        aside = following == "," and low[last + 2 : last + 3] not in (["adding"], ["who"], ["which"], ["citing"])
        aside = aside or (low[rest : rest + 1] == [","] and _clause_goes_on(reading, rest + 1))
        start = aside_from(reading, lead) if aside else part_from(low, lead)
        return Report(speaker, kind_of(reading, speaker, reporting), i, start, count if aside else lead)
    closed = (following != "that" and ends_there(low, last)) or told_to(reading, i) is not None
    if lead >= 0 and low[lead] in _CLOSING and (closed or over or only_where(reading, lead, last + 1)):
        return Report(speaker, kind_of(reading, speaker, reporting), i, 0, speaker.start)
    return Report(speaker, kind_of(reading, speaker, reporting), i, last + 1, count)


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
