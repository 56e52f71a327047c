"""Status of the cited events: a plan is not told as done, a threat, demand or proposal not as an act, a denial not as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.events import FACTUAL, Event, Status
from summarizer.normalising.dates import edtf_bounds, find_dates, resolve_date
from summarizer.spans import fold
from summarizer.verifying.attribution import asserts_another, tells_another
from summarizer.verifying.case import IRREGULAR_FORMS, WORD, Case, Check, stem, stems_of
from summarizer.verifying.negation import negated
from summarizer.verifying.resting import sentences_of, tells
from summarizer.verifying.undisputed import told_flatly
from summarizer.verifying.verbs import kind, phrasal

_WILL = (
    r"will|would|shall|'ll|won't|plan(?:s|ned|ning)?|going\s+to|intend\w*|intention\w*|expect(?:s|ed)?|scheduled|set\s+(?:to|for)"
    r"|due\s+(?:to|in|on|for)|(?:is|are|was|were)\s+to|to\s+be|prepar\w+|pledg\w+|promis\w+|vow\w*|upcoming|forthcoming"
    r"|agree[ds]?\s+(?:on\s+\w+\s+)?to|(?:is|are)\s+(?!being)\w+ing|agreement\s+to|decid\w+\s+to|decision\s+to|aim\w*\s+to|ready\s+to|about\s+to|hopes?\s+to|hoping\s+to|(?-i:may)|might|could"
    r"|readiness|invit\w+|undert(?:ook|ake\w*)|commit\w*|committed|envisag\w+|slated|seek\w*\s+to|wants?\s+to|announc\w*|fac(?:e|es|ing)"
)
_THREAT = (
    r"threat\w*|warn\w*|if|unless|ultimatum|consequences|vow\w*|retaliat\w*|risk\w*|will|would|could|(?-i:may)|might|promis\w+"
    r"|ready\s+to|prepared\s+to"
)
_DEMAND = (
    r"demand\w*|call(?:s|ed|ing)?\s+(?:on|for|upon)|urg\w+|ask\w*|request\w*|order\w*|appeal\w*|insist\w*|must|should|want\w*|press\w*"
    r"|plead\w*|told|seek\w*|sought|need\w*|require\w*|instruct\w*|ultimatum|call|(?:is|are)\s+(?:now\s+)?to"
)
_PROPOSAL = (
    r"propos\w+|suggest\w*|offer\w*|could|would|should|call(?:s|ed|ing)?\s+for|draft\w*|plan\w*|consider\w*|mull\w*|moot\w*|float\w*"
    r"|put\s+forward|tabled?|rebuff\w*|turn(?:s|ed)\s+down|declin\w+|disposal|recommend\w*|(?-i:may)|might|discuss\w*|ready|willing\w*|will|urg\w+|weigh\w*|ask\w*|request\w*|appeal\w*|bill|idea|seek\w*|want\w*"
)
_DENIAL = (
    r"den(?:y|ies|ied|ying|ials?)|not|no|never|n't|reject\w*|dismiss\w*|refut\w*|disput\w+|false|untrue|baseless|fabricat\w+"
    r"|refus\w+|declin\w+|short\s+of|retract\w*|withdr[ae]w\w*\s+(?:[\w'-]+\s+){0,4}?(?:report|story|claim|account|news|dispatch|statement)s?"
    r"|(?:report|story|claim|account|news|dispatch|statement)s?\b[^.;]{0,60}?\b(?:withdrawn|withdrew|withdraws|taken\s+back|took\s+back)"
    r"|yet\s+to|far\s+from|none|nobody|no\s+one|nor|neither|without|rul\w+\s+out|contradict\w*|disown\w*|disclaim\w*|repudiat\w*|nothing"
    r"|misread|in\s+fact|unsigned|correct(?:s|ed|ion)|insist\w*|keep\w*|kept|still|remain\w*|stay\w*|continu\w+"
)
_ALLEGED = (
    r"alleg\w*|accus\w+|claim\w*|according\s+to|reported(?:ly)?|reports?|suspect\w*|blam\w+|say(?:s|ing)?|said|purported\w*|apparent\w*"
    r"|unconfirmed|believed|thought|charg\w+|assert\w*|in\s+the\s+words\s+of|told|citing|(?-i:may)|might|possibl[ey]|unnamed"
    r"|verif\w+|quot\w+|cit(?:es|ed|ing)|anonymous|source\w*|held\s+responsible|denounc\w+|maintain\w*|contend\w*|state[sd]?|complain\w*|explain\w*|add(?:s|ed|ing)|statement|announced?"
    r"|version|account|telling|insist\w*|describ\w+|retort\w*|dismiss\w*|reject\w*|if\s+[^.;]*\b(?:right|believed|correct|accurate)"
    r"|link(?:s|ed|ing)?|den(?:y|ies|ied|ying)|attribut\w+|hold(?:s|ing)?\s+(?:[\w-]+\s+){1,4}responsible"
)
_CUES: dict[Status, str] = {
    "planned": _WILL,
    "threatened": _THREAT,
    "demanded": _DEMAND,
    "proposed": _PROPOSAL,
    "denied": _DENIAL,
    "alleged": _ALLEGED,
}
_PATTERNS = {status: re.compile(rf"(?<![\w])(?:{cues})(?!\w)|n't\b", re.I) for status, cues in _CUES.items()}
_REASONS: dict[Status, str] = {
    "planned": "tells a plan as done",
    "threatened": "tells a threat as done",
    "demanded": "tells a demand as done",
    "proposed": "tells a proposal as done",
    "denied": "tells as a fact what is denied",
    "alleged": "tells an allegation as a fact",
}
_AHEAD = re.compile(
    r"\b(?:will|would|shall|won't|plan(?:s|ned|ning)?\s+to|going\s+to|intend\w*\s+to|expected\s+to|scheduled\s+to|set\s+to|due\s+to"
    r"|(?:is|are)\s+to(?!\s+blame\b)|prepar\w+\s+to|pledg\w+\s+to|promis\w+\s+to|vow\w*\s+to|agreed\s+(?:on\s+\w+\s+)?to|decided\s+(?:on\s+\w+\s+)?to|aims?\s+to|about\s+to"
    r"|threaten\w*\s+to|propos\w+\s+to|offer\w*\s+to|ready\s+to|hopes?\s+to|wants?\s+to|could|might|(?-i:may)|should|must"
    r"|(?:plans|decision|intention|proposal|readiness|agreement)\s+to)\b",
    re.I,
)
_CUED: frozenset[Status] = frozenset(("planned", "threatened", "demanded", "proposed"))
_NOT_YET = [_PATTERNS[status] for status in sorted(_CUED)]
_CLAUSE = re.compile(r"[,;:.]|\s+(?:and|but|which|who|that)\s+")
_NOW = re.compile(r"\b(?:is|are)\s+[a-z]+ed\b|\b(?:set|scheduled|planned|slated)\s+(?=for\b)")
_ON = re.compile(
    r"(?<!as of )\bon\s+\d{1,2}\s+[A-Z][a-z]+(?:\s+\d{4})?$|\bon\s+[A-Z][a-z]+\s+\d{1,2}(?:,\s+\d{4})?$", re.I
)
_SKIP = frozenset("be been have not also soon then now to formally jointly again never the a it".split())
_SPOKEN = frozenset(stem(word) for word in "say tell".split())
_TO_BE = re.compile(
    r"\b(?:will|would|shall|to|could|(?-i:may)|might|must|should)\s+(?:not\s+)?(?:be|have|have\s+been)\s+(?:\w+ly\s+)?$",
    re.I,
)
_TO_BE_AND = re.compile(r"\b(?:to|will|would|shall)\s+be\s+[a-z]+\b[^.;,:]*\band\b[^.;,:]*$", re.I)
# "will see 300 soldiers withdrawn"
_TO_SEE = re.compile(r"\b(?:will|would|to|(?-i:may)|could|should)\s+(?:see|have|get|want)\s[^.;,:]*$", re.I)
_PAST = re.compile(r"(?:ed|ew|ook|ore|oke|ought|aught)$")
_PAST_FORMS = frozenset(IRREGULAR_FORMS) | frozenset(
    """met left held sent led told made hit won lost fled quit cut shut set put struck shot withdrew withdrawn took given
    gave went gone began begun said broke fell rose spoke flew drew built bought fought found got had hung kept laid let
    lit ran saw sold sat stood swore threw wrote was were signed
    kept slept swept crept wept went spent lent bent meant""".split()
)


def check_status(case: Case) -> Check:
    """Each event that is no fact needs words that say so, and a verb that is only ahead must not be told in the past."""
    reasons: list[str] = []
    for event in case.events:
        pattern = _PATTERNS.get(event.status)
        if event.status == "denied" and not _touches(event, case):
            continue
        if event.status in _CUED and not _has_what_is_ahead(event, case):
            continue
        if pattern is not None and not pattern.search(case.text) and tells(event, case) and not _restated(event, case):
            if event.status == "planned" and _dated_ahead(event, case):
                continue
            aside = tells_another if event.status in _CUED else asserts_another
            if told_flatly(event, case):
                continue
            if event.status != "denied" and event.attribution and aside(event, case):
                continue
            reasons.append(_REASONS[event.status])
    ahead = _ahead(case.body)
    mine = _ahead(case.text)
    plain = _plain_past(case.body)
    like = {kind(word): words for word, words in ahead.items()}
    done = {*map(kind, plain), *map(kind, mine)}
    for word, written in _plain_past(case.text).items():
        if kind(word) in like and kind(word) not in done and word not in _SPOKEN:
            reasons.append(f"tells a plan as done: “{written}”, where the passages say “{like[kind(word)]}”")
    if not reasons:
        reasons += _told_too_early(case)
    if case.events and all(event.status in FACTUAL for event in case.events) and not ahead:
        reasons += [
            f"tells as a plan what the passages tell as done: “{written}”"
            for word, written in mine.items()
            if word in plain and not _AHEAD.search(case.body)
        ]
    return Check(tuple(dict.fromkeys(reasons)))


def _dated_ahead(event: Event, case: Case) -> bool:
    """Whether the sentence gives the day of what is planned, which no passage can have seen, and tells nothing in the past."""
    known = [passage.published for passage in case.passages if passage.published]
    bounds = edtf_bounds(event.date.edtf) if event.date else None
    if not known or bounds is None or bounds[0] <= max(known):
        return False
    days = [resolve_date(mention.text, max(known)) for mention in find_dates(case.text)]
    clauses = [clause for clause in _CLAUSE.split(case.text) if find_dates(clause)]
    return event.date is not None and event.date.edtf in days and not any(map(_plain_past, clauses))


def _told_too_early(case: Case) -> list[str]:
    """Acts told in the past of a day after the publication of all passages."""
    days = [passage.published for passage in case.passages]
    known = [day for day in days if day is not None]
    reasons = []
    for mention in find_dates(case.text) if known and len(known) == len(days) else ():
        edtf = resolve_date(mention.text, max(known)) if mention.kind == "day" else None
        bounds = edtf_bounds(edtf) if edtf else None
        if bounds is None or bounds[0] <= max(known) or not _ON.search(case.text[: mention.start] + mention.text):
            continue
        clause = _NOW.sub(" ", _CLAUSE.split(case.text[: mention.start])[-1])
        written = next(iter(_plain_past(clause).values()), None)
        if written and not any(pattern.search(clause) for pattern in _NOT_YET):
            reasons.append(f"tells as done (“{written}”) what lies after the cited articles: {mention.text}")
    return reasons


def _touches(event: Event, case: Case) -> bool:
    """Whether the sentence has anything of what the passages deny."""
    own = "\n".join(fold(evidence.quote).text for evidence in event.evidence) or case.body
    denied = {**negated(own, True)}.keys()
    return not denied or bool(denied & stems_of(case.text))


def _has_what_is_ahead(event: Event, case: Case) -> bool:
    """Whether the sentence has anything of what a passage puts behind its word of plan, threat, demand or proposal."""
    behind: set[str] = set()
    for evidence in event.evidence:
        for told in sentences_of(fold(evidence.quote).text):
            cue = _PATTERNS[event.status].search(told)
            if cue is None:
                return True  # it says so in other words
            words = [word for word in WORD.findall(told[cue.end() :]) if len(word) > 3 and word[0].islower()]
            if len(words) < 2:
                return True
            behind |= {stem(word) for word in words}
    return not behind or bool(behind & stems_of(case.text))


def _restated(event: Event, case: Case) -> bool:
    """Whether another cited event tells the same parties' act as a fact, so that the sentence may rest on that."""
    sides = {party.key for party in event.actors}
    return event.status != "denied" and any(
        other.status in FACTUAL and other.type == event.type and sides <= {p.key for p in other.actors}
        for other in case.events
        if other.id != event.id
    )


@lru_cache(maxsize=8192)
def _ahead(text: str) -> dict[str, str]:
    """Stems of verbs that a text puts ahead ("will expel", "plans to expel"), with the words as written."""
    found: dict[str, str] = {}
    for at, cue, word in _ahead_words(text):
        found.setdefault(stem(word), f"{cue} {word}")
        found.setdefault(phrasal(word, text[at : at + 40]), f"{cue} {word}")
    return found


def _ahead_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Place and words of each verb that is put ahead, with the cue."""
    for match in _AHEAD.finditer(text):
        for word in WORD.finditer(text, match.end(), min(len(text), match.end() + 60)):
            if word[0].lower() in _SKIP or word[0].endswith("ly"):
                continue
            yield word.start(), match[0], word[0]
            break


@lru_cache(maxsize=8192)
def _plain_past(text: str) -> dict[str, str]:
    """Stems of words in a past form that no word of plan or duty precedes, with the words as written."""
    ahead = {at for at, _, _ in _ahead_words(text)}
    found: dict[str, str] = {}
    for word in WORD.finditer(text):
        plain = word[0].lower()
        if word[0][0].isupper() or word.start() in ahead:
            continue
        if not (plain in _PAST_FORMS or (_PAST.search(plain) and len(plain) > 3)):
            continue
        if _TO_BE.search(text, max(0, word.start() - 40), word.start()):
            continue
        if text[max(0, word.start() - 3) : word.start()].lower() == "to ":
            continue  # "offered to let"
        if _TO_BE_AND.search(text, max(0, word.start() - 90), word.start()):
            continue
        if _TO_SEE.search(text, max(0, word.start() - 60), word.start()):
            continue
        found.setdefault(stem(plain), word[0])
    return found
