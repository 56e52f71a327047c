"""Who a sentence makes speak on a day that it names: "told reporters in Oslo on Monday", "issued a statement on the 4th"."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from summarizer.chunking import Sentence
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.days.advancing import names_time
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.dates import DateMention, find_dates, resolve_date
from summarizer.normalising.edtf import DAY

UNTOLD = frozenset("the this that its his her their our a an mr mrs ms dr mr. mrs. ms. dr. sir . , ’s 's".split())
_BREAKS = frozenset(
    (",", ";", ":", "that", "who", "which", "whose", "whom", "“", '"', "after", "before", "until", "from", "by")
)
_PUT_OUT = frozenset("issued published released posted broadcast aired held given made read recorded dated".split())
_ISSUES = frozenset("issued published released gave held addressed wrote".split())
_SPOKE = frozenset(("spoke", "speaking"))
_REACTED = frozenset(("reacted", "responded", "answered", "replied"))
_SAT = frozenset(("met", "sat", "convened", "gathered"))
FORMS = (
    frozenset(
        """statement communique communiqué conference briefing video letter message interview speech declaration address parliament
    reporters journalists press supporters followers lawmakers deputies crowd crowds rally congress assembly council
    cabinet""".split()
    )
    | _REACTED
)
_OPENING = frozenset(("at", "in", "during"))  # "At a press conference on Monday the minister said"
_WITH_OBJECT = _ISSUES | {"told", "tells", "informed", "assured"}
_TO_AUDIENCE = frozenset("in at to during here there late early again through via before on".split())
_AUDIENCE = 90  # characters between a verb of saying and its day


def saying_days(
    reading: Reading, sentence: Sentence, reports: Sequence[Report], published: dt.date | None
) -> list[tuple[Mention, str, str]]:
    """Who speaks, with the day's own words and its EDTF."""
    if not names_time(reading.words):
        return []
    saying = [(r.speaker, r.verb) for r in reports if r.reporting in ("said", "alleged")] + _issuing(reading)
    base = sentence.span.start
    return [
        (who, mention.text, edtf)
        for mention, edtf in (past_days(reading, sentence, published) if saying else ())
        for who, verb in saying
        if _dates_saying(reading, who, verb, mention, base)
    ]


def past_days(reading: Reading, sentence: Sentence, published: dt.date | None) -> list[tuple[DateMention, str]]:
    """The single days of a sentence that aren't to come, behind its dateline; no "Monday's"."""
    found: list[tuple[DateMention, str]] = []
    first = reading.words.starts[0] - sentence.span.start
    for mention in find_dates(sentence.text):
        if not mention.is_day or mention.start < first or sentence.text[mention.end : mention.end + 1] in ("’", "'"):
            continue
        edtf = resolve_date(mention.text, published)
        if edtf is not None and DAY.fullmatch(edtf) and (published is None or edtf <= published.isoformat()):
            found.append((mention, edtf))
    return found


def words_for(reading: Reading, who: Mention) -> frozenset[str]:
    """The words for somebody, with the name after an office: "the minister, Ama Boateng,"."""
    low = reading.words.low
    words = set(low[who.start : who.end])
    comma = next((j for j in range(who.stop, len(low)) if low[j] == "," or reading.verb[j]), len(low))
    name = next((m for m in reading.mentions if m.start == comma + 1 and m.person), None)
    if name is not None and (who.alias or not who.person) and not reading.verb[comma]:
        words.update(low[name.start : name.end])
    return frozenset(words) - UNTOLD


def _issuing(reading: Reading) -> list[tuple[Mention, int]]:
    """Who "issued a statement", "held a press conference", "spoke to reporters", "reacted", "met" as a body; the verb (token index)."""
    low = reading.words.low
    if FORMS.isdisjoint(reading.words.forms):
        return []
    found: list[tuple[Mention, int]] = []
    for i, word in enumerate(low):
        if word in _SAT and reading.verb[i]:
            sitting = subject_of(reading, verb_group(reading, i))
            found += [(who, i) for who in sitting[:1] if not FORMS.isdisjoint(low[who.start : who.end])]
        if word in _REACTED and reading.verb[i]:
            found += [(who, i) for who in subject_of(reading, verb_group(reading, i))[:1]]
        if word not in _ISSUES and word not in _SPOKE:
            continue
        if reading.verb[i] and not FORMS.isdisjoint(low[i + 1 : i + 6]):
            group = verb_group(reading, i)
            who = subject_of(reading, group)
            found += [(who[0], i)] if who and not group.be else []
    return found


def _dates_saying(reading: Reading, who: Mention, verb: int, mention: DateMention, base: int) -> bool:
    """Whether an expression of time tells when something is said: at the verb, its audience, or the head of the sentence."""
    words, low = reading.words, reading.words.low
    first, after = (bisect_left(words.starts, at + base) for at in (mention.start, mention.end))
    if first > verb:
        between = range(verb + 1, first)
        if words.starts[first] - words.ends[verb] > _AUDIENCE:
            return False
        if between and low[verb] not in _WITH_OBJECT and low[verb + 1] not in _TO_AUDIENCE:
            return False  # "said talks on Monday had failed"
    elif who.stop <= first:
        between = range(after, verb)  # "on 10 March at the briefing has declared"
    else:
        opens = first == 0 or (low[0] in _OPENING and not FORMS.isdisjoint(low[1:first]))
        return opens and after <= who.start <= after + 2 and not _breaks_off(reading, range(first))
    return not _breaks_off(reading, between)


def _breaks_off(reading: Reading, between: range) -> bool:
    """Whether another clause or act stands among these tokens."""
    low = reading.words.low
    return any(low[j] in _BREAKS or (reading.verb[j] and low[j] not in _PUT_OUT) for j in between)
