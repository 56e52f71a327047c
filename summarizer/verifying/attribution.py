"""Who says so: a claim names its speaker, and no other one is put in the speaker's place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.events import FACTUAL, Event, Speaker
from summarizer.normalising.actors import codes_in, country_of
from summarizer.normalising.dates import find_dates
from summarizer.spans import fold
from summarizer.verifying.asserting import PARTS, asserts_others
from summarizer.verifying.case import WORD, Case, Check, holds, names_in, stem, stems_of
from summarizer.verifying.organisations import organisations_of
from summarizer.verifying.resting import CLEARLY, rests_elsewhere, sentences_of, tells
from summarizer.verifying.sayers import SAY, askers, sayers
from summarizer.verifying.undisputed import told_flatly

_ALSO = (
    r"repl(?:y|ies|ied)|respond\w*|answer\w*|promis\w+|remark\w*|comment\w*|vow\w*|urg\w+|demand\w*|spoke|asked|condemn\w*"
    r"|expects?|inform(?:s|ed)"
)
_RESTS_ON = r"(?:rest(?:s|ed|ing)|based|rel(?:y|ies|ied|ying))\s+(?:up)?on"  # a report rests on its source
_TITLE = frozenset(
    """president minister prime foreign defence defense interior secretary state spokesman spokeswoman spokesperson mr mrs ms
    dr general colonel ministry government office agency news the of for head chief deputy senior ambassador department
    a an and television tv official officials source sources his her its their our my""".split()
)
_PRONOUNS = re.compile(
    r"(?:(?:and|but|he|she|it|they|we|i|you|who|which|that|this|nobody|no one|has|had|have|been|was|is|can|could|also|not)\s*)+",
    re.I,
)
_SMALL = frozenset("the of for a an and to in at on news mr mrs ms dr".split())
_NAME = r"[A-Z][\w'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w'-]*)*"
_SUBJECT = re.compile(
    rf"(?P<before>(?:[A-Z][\w'-]*\s+){{1,4}}){SAY}\b|\b[Aa]ccording\s+to\s+(?:the\s+)?(?P<after>(?:[\w'-]+\s+){{0,6}}?{_NAME})"
    rf"|,\s+(?:said|says)\s+(?!(?:that|to|who|whoever|what|whatever|there|nobody|if)\b)(?P<late>(?:[\w'-]+\s+){{0,5}}?{_NAME})"
)
_OFFICE = re.compile(r"([A-Za-z]{4,}),?\s+$")
_OFFICES = re.compile(
    r"\b(?:spokes\w+|minister|president|premier|chancellor|secretary|ambassador|commander|governor|mayor|judge|prosecutor|chief|director"
    r"|commissioner|adviser|councillor|commissar|chairman|chairwoman|lawyer|mediator|envoy)\b",
    re.I,
)
_HEADS = (("head", "chief", "leader", "director", "boss"),)  # words for one office
_MUTUAL = re.compile(
    r"\b(?:accus|blam|charg)\w+\s+(?:each\s+other|one\s+another)\b|\beach\s+side's\b[^.;]*\bthe\s+other\b", re.I
)
# "Depending on the source", "on whether Baku or Yerevan is counting": told as differing accounts.
_DEPENDING = re.compile(
    r"\bdepending\s+on\s+(?:the\s+(?:source|account|count)|who\w*\s|whose\s|which\s|whether\s[^.;]{3,60}\b(?:count|ask|believ|tell|sp[eo]a?k)\w*)",
    re.I,
)
_ITS_CLAIM = re.compile(r"\b(?:its|their|his|her)\s+(?:[a-z]+\s+)?(?:claim|account|version|assertion|boast)s?\b")
_PRONOUN_SAYS = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s+(?:also\s+)?(?:{SAY}|{_ALSO})\b")
_EXPLAIN = re.compile(r"\b(?:explain|explanation|clarif\w+|why|an?\s+account)\b")  # asks about what it alleges
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w'-]+ [^\W\d_a-z][\w'-]+")
_DENIER = re.compile(
    r"(?:^|[;,]\s+(?:and\s+)?)(?P<who>(?!which\b)[^,;\"]{2,50}?)\s+(?:den(?:y|ies|ied)|rejects?|rejected|disputes?|disputed)\b(?!\s+(?:it|this)\b)"
)
# Jan Novak of the Red Cross said, the office of Trade and Industry said
_OF_AN_OFFICE = re.compile(r"\b(?:of|for|from|at)\s+(?:the\s+)?(?:[A-Z][\w'-]*\s+(?:and|of|for)\s+(?:the\s+)?)*$")
_DAY_OR_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_GOES_ON = re.compile(r"\s+(?:had|has|have|was|were|is|are|would|will|could|did|must|should|\w+ed)\b")
# "According to a colleague of Diaby", "a driver cited by Radio Comoé": he isn't the one who says so.
_ANOTHER = re.compile(r"^(?!The\b)[a-z][\w\s'-]*\b(?:of|from|in|at|near|for|cited\s+by|quoted\s+by)\s")
_MANY = re.compile(
    rf"\b(?P<many>(?:multiple|several|various|many|some|unnamed|anonymous)?\s*(?!\w+\s+reports?\s+(?:of|that|on|about|were|was|had)\b)(?:sources|reports|media|observers|experts|analysts"
    rf"|witnesses|critics|insiders|officials))\s+(?:{SAY}|suggest)\b|\baccording\s+to\s+(?:(?:multiple|several|various|unnamed|media|news)\s+)*"
    rf"(?P<several>sources|reports|media|observers|experts|analysts|witnesses|officials)\b",
    re.I,
)


def check_attribution(case: Case) -> Check:
    """Each event's speaker is named; whoever the sentence makes speak is a speaker or party of the events or passages."""
    reasons: list[str] = []
    outlets = {passage.names[0] for passage in case.passages if any(name in case.text for name in passage.names)}
    for event in (
        case.events if len(outlets) < 2 else ()
    ):  # where reports differ, the outlets are named for what they say
        actors = {party.name.casefold() for party in event.actors}
        speakers = [speaker for speaker in event.attribution if speaker.name.casefold() not in actors]
        named = any(
            _named(s, case.text) or _by_office(s, case) or _by_organisation(s.name, case) for s in event.attribution
        )
        if speakers and not (named or _asks_itself(event, case) or _another_says_it(speakers, case)):
            if _MUTUAL.search(case.text) or _DEPENDING.search(case.text) or _claims_it(event, case):
                continue
            if (
                told_flatly(event, case)
                or not tells(event, case)
                or tells_another(event, case)
                or _answers(event, case)
            ):
                continue
            reasons.append(f"drops the speaker {event.attribution[0].name}")
    reasons += _dropped_beside(case)
    if case.verbatim:
        return Check(tuple(dict.fromkeys(reasons)))
    for found in _SUBJECT.finditer(case.text):
        if found["late"] and _GOES_ON.match(case.text, found.end()):
            continue  # "…, said the envoy had been called": what follows is told, nobody speaks
        name = (found["before"] or found["after"] or found["late"]).strip()
        of = (
            _OF_AN_OFFICE.search(case.text[: found.start()])
            or _ANOTHER.search(found["after"] or "")
            or name.endswith("'s")
        )
        if not of and not _may_speak(name, case):
            reasons.append(f"makes {name} the speaker, {_instead(case.events)}")
    many = _MANY.search(case.text)
    if many:
        noun = (many["many"] or many["several"]).split()[-1]
        if not re.search(rf"\b{noun}\b", f"{case.body} {' '.join(case.names)}", re.I):
            reasons.append(f"says “{noun}”, {_instead(case.events)}")
    return Check(tuple(dict.fromkeys(reasons)))


def _dropped_beside(case: Case) -> list[str]:
    """Speakers of passages beside the events whose words the sentence takes over without naming them."""
    reasons = []
    for passage in case.passages:
        heard = [phrase for phrase in sayers(passage.text) if not _PRONOUNS.fullmatch(phrase)] if passage.beside else []
        if not heard:
            continue
        others = [other.text for other in case.passages if other is not passage] + list(case.names)
        taken = stems_of(case.text) & stems_of(passage.text) - frozenset().union(*map(stems_of, others))
        taken -= frozenset().union(*map(stems_of, heard))
        taken &= stems_of(_without_names(case.text))
        if sum(len(word) > 3 for word in taken) > 1 and not any(_heard(phrase, case) for phrase in heard):
            reasons.append(f"drops the speaker {heard[0]}")
    return reasons


def _without_names(text: str) -> str:
    """The text with countries and dates blanked: whoever tells of them has taken over nothing."""
    for start, end in [(hit.start, hit.end) for hit in names_in(text)] + [(d.start, d.end) for d in find_dates(text)]:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _heard(phrase: str, case: Case) -> bool:
    """Whether the sentence names the one whom a phrase of a passage makes speak, or for whom he speaks."""
    return _echoes(phrase, case.text) or _by_organisation(phrase, case)


def _by_organisation(name: str, case: Case) -> bool:
    """Whether the sentence makes the organisation speak to which a passage ties a speaker."""
    if not name.strip() or not name.split()[-1][0].isupper():
        return False
    tied = frozenset().union(*(organisations_of(name, passage.text) for passage in case.passages))
    return any(holds(phrase, word) for phrase in sayers(case.text) for word in tied)


def _asks_itself(event: Event, case: Case) -> bool:
    """Whether a state asks, offers or promises another what is told, for which its own minister or ministry spoke."""
    codes = {speaker.country for speaker in event.attribution if speaker.country}
    codes &= {
        party.country
        for other in case.events
        if other.status in FACTUAL and any(p.country not in (None, *codes) for p in other.recipients)
        for party in other.actors
    }
    own = stems_of(" ".join(fold(evidence.quote).text for evidence in event.evidence))
    parts = PARTS.split(case.text)
    told = max(parts, key=lambda part: len(stems_of(part) & own))
    if not codes & {party.country for party in event.actors} and not _EXPLAIN.search(told):
        return False  # what somebody else did
    return any(codes & codes_in(phrase) for phrase in askers(told))


def _another_says_it(speakers: Sequence[Speaker], case: Case) -> bool:
    """Whether the cited passages know nothing of the speakers, and the sentence names who speaks in them instead."""
    if any(_named(speaker, passage.text) for speaker in speakers for passage in case.passages):
        return False
    return any(_echoes(phrase, case.text) for passage in case.passages for phrase in sayers(passage.text))


def _echoes(phrase: str, text: str) -> bool:
    """Whether a text names somebody by a word of the phrase that names him, or by a country's other name."""
    told = [word for word in WORD.findall(phrase) if word.lower() not in _SMALL]
    words = [word for word in told if word[0].isupper() or word.lower() in _TITLE]
    if any(holds(text.lower(), word.lower()) for word in words):
        return True
    if codes_in(phrase) & codes_in(text):
        return True
    nouns = [word for word in told if len(word) > 3]
    return (not words and any(stem(word) in stems_of(text) for word in nouns)) or not (words or nouns)


def _named(speaker: Speaker, text: str) -> bool:
    """Whether the text names a speaker: a person by name, an office by its words, a state by any of its names.

    A state that speaks in place of its minister will do: less is said, but nothing wrong.
    """
    lower, lower_name = text.lower(), speaker.name.lower()
    if len(speaker.name) > 3 and holds(lower, speaker.name.lower()):
        return True
    words = re.findall(r"[\w'-]+", speaker.name)
    code = speaker.country or country_of(speaker.name)
    proper = [w for w in words if w[0].isupper() and w.lower() not in _TITLE and not country_of(w)]
    if any(holds(text, w) for w in proper[-1:]):
        return True
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) > 2 and holds(text, initials):
        return True
    if code is not None and any(code in codes_in(phrase) for phrase in sayers(text)):
        return True
    if "ministry" in lower_name and any(_same_ministry(lower_name, phrase) for phrase in sayers(text)):
        return True
    office = [
        w.lower()
        for w in words
        if w.lower() not in ("the", "of", "a", "an", "for", "his", "her", "its") and not country_of(w)
    ]
    if office and not proper:
        for phrase in sayers(text):
            if office[-1] in phrase.lower() or office[0] in phrase.lower():
                return code is None or country_of(phrase) in (None, code)
    return False


def tells_another(event: Event, case: Case) -> bool:
    """Whether the sentence tells not what the event's speaker says, but what stands beside it or what another one says."""
    told = sentences_of(case.body)
    his = tuple(_goes_on_saying(t) or any(_named(s, t) for s in event.attribution) for t in told)
    others = {heads for t, is_his in zip(told, his, strict=True) if not is_his for heads in map(_head, sayers(t))}
    if any(his) and not all(his) and asserts_others(case, his):
        return True
    parts = [set(map(_head, sayers(part))) & others for part in PARTS.split(case.text)]
    margin = CLEARLY if not any(parts) or not any(his) else 0 if all(parts) else 1
    return rests_elsewhere(case, his, margin)


def asserts_another(event: Event, case: Case) -> bool:
    """Whether what the sentence asserts is told only by others than the event's speaker."""
    his = tuple(_goes_on_saying(t) or any(_named(s, t) for s in event.attribution) for t in sentences_of(case.body))
    return any(his) and not all(his) and asserts_others(case, his)


def _head(phrase: str) -> str:
    """The last word of a name or office, in lower case."""
    words = re.findall(r"[\w-]+", phrase)
    return words[-1].lower() if words else ""


def _goes_on_saying(told: str) -> bool:
    """Whether a sentence of a passage is the account of one named before it: "he said", a quotation."""
    goes_on = _PRONOUN_SAYS.search(told)
    before = told[: goes_on.start()] if goes_on else ""
    if _FULL_NAME.search(before) and any(not _PRONOUNS.fullmatch(phrase) for phrase in sayers(before)):
        return False  # it is he who was named there
    return goes_on is not None or told.startswith('"')


def _answers(event: Event, case: Case) -> bool:
    """Whether the sentence tells only that the accused denies it."""
    accused = {party.country for party in event.actors if party.country}
    return event.status == "alleged" and any(
        not accused or accused & codes_in(found["who"]) for found in _DENIER.finditer(case.text)
    )


def _same_ministry(name: str, phrase: str) -> bool:
    """Whether a phrase names a ministry by its field: "the foreign ministry" for one of Foreign Affairs and Emigration."""
    words = [word for word in re.findall(r"[a-z]+", phrase.lower()) if word not in _SMALL]
    at = next((at for at, word in enumerate(words) if word.startswith("ministr")), 0)
    return at > 0 and words[at - 1] in name


def _claims_it(event: Event, case: Case) -> bool:
    """Whether "its claim" is that of the event's actor, for whom the speaker speaks."""
    spoken = {speaker.country for speaker in event.attribution}
    return bool(_ITS_CLAIM.search(case.text)) and any(
        party.country in spoken and holds(case.text, party.name) for party in event.actors
    )


def _by_office(speaker: Speaker, case: Case) -> bool:
    """Whether "the mediator said" names him whom a passage calls "mediator Manuel Lopes" or "the mediator, Manuel Lopes"."""
    for passage in case.passages:
        at = passage.text.find(speaker.name)
        before = _OFFICE.search(passage.text[:at]) if at > 0 else None
        offices = [before[1].lower()] if before else []
        if at > 0:  # "army spokesman Major General Deng Ajak"
            offices += [office.lower() for office in _OFFICES.findall(" ".join(passage.text[:at].split()[-5:]))]
        for office in offices:
            words = "|".join(map(re.escape, next((heads for heads in _HEADS if office in heads), (office,))))
            if any(re.search(rf"\b(?:{words})(?:\s+of\s|$)", phrase, re.I) for phrase in sayers(case.text)):
                return True
    return False


def _may_speak(name: str, case: Case) -> bool:
    """Whether a name is a speaker or actor of the events, or somebody whom a passage makes speak."""
    words = [w for w in re.findall(r"[\w'-]+", name) if w[0].isupper() and w.lower().removesuffix("'s") not in _TITLE]
    if len(words) == 1 and case.text.startswith(words[0]) and holds(case.lower, words[0].lower()[:-1]):
        return True  # "Rebels say": a common noun that opens the sentence
    if not words or _DAY_OR_MONTH.fullmatch(words[-1]):
        return True
    last = words[-1].removesuffix("'s")
    allowed = [s.name for e in case.events for s in e.attribution] + [p.name for e in case.events for p in e.actors]
    allowed += [name for passage in case.passages for name in passage.names]
    if any(holds(other.lower(), last.lower()) for other in allowed):
        return True
    codes = {code for hit in names_in(name) for code in hit.code.split()}
    known = {s.country for e in case.events for s in e.attribution} | {p.country for e in case.events for p in e.actors}
    if codes:
        return bool(codes & known) or any(codes & codes_in(phrase) for p in case.passages for phrase in sayers(p.text))
    say = rf"(?:{SAY}|{_ALSO}|ha[ds]\s+it|count|reckoning|tally|figures?|estimate|by\s+that\s+of)"
    by = rf"(?:{say}|{_RESTS_ON}|citing|(?i:according)\s+to|in\s+the\s+(?:words|phrase)\s+of)"
    around = rf"{re.escape(last)}\b[^.;\n]{{0,60}}?\b{say}\b|\b{by}\b[^.;\n]{{0,70}}?\b{re.escape(last)}\b"
    return re.search(around, case.body) is not None


def _instead(events: tuple[Event, ...]) -> str:
    speakers = list(dict.fromkeys(s.name for e in events for s in e.attribution))
    return f"the speaker is {speakers[-1]}" if speakers else "no cited passage does"
