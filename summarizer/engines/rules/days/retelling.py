"""The day of an act told without one, from a later noun that names it: "The measures, announced on Thursday, …"."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.days.advancing import names_time
from summarizer.engines.rules.days.hinges import NONE, Hinges, with_hinges
from summarizer.engines.rules.joining import alike
from summarizer.engines.rules.words.tokens import WEEKDAYS, Tokens
from summarizer.normalising.dates import DateMention, find_dates, resolve_date
from summarizer.normalising.edtf import DAY
from summarizer.ontology import VERBAL, EventType, Ontology

_HARM = 4
_TOLD = frozenset(("occurred", "ongoing", "alleged", "announced"))
_DEFINITE = frozenset("the this these that those its their his her".split())
_GENITIVE = ("'s", "’s")
_OWNS = frozenset(_GENITIVE)
_WHICH = frozenset(("of", "on", "against", "by"))
_HEAD = 3  # words before the end of the noun: "the joint protest note"
_NEAR = 4  # sentences that a noun which may stand for many acts reaches back
_OPENING = 2  # sentences of an article that say what it is about
# Nouns that stand for any measure, for any deed of violence, or for what an assembly or a court did.
_MEASURES = frozenset("measure measures step steps move moves decision decisions decree order sanctions".split())
_DEEDS = frozenset("incident incidents clash clashes violence unrest bloodshed".split())
_BODIES = {
    noun: re.compile(body, re.I)
    for nouns, body in (
        (
            ("vote", "ballot", "sitting", "session"),
            r"\b(?:parliament|assembly|senate|lawmakers|deputies|MPs|council|congress|senators|legislature)\b",
        ),
        (("ruling", "verdict", "judgment", "judgement", "sentence"), r"\b(?:court|judges?|tribunal)\b"),
    )
    for noun in nouns
}  # fmt: skip
# What of the words that told an act stands for these nouns, which set off no cue of their own.
_FORMS = {
    noun: re.compile(forms, re.I)
    for nouns, forms in (
        ("agreement deal accord pact treaty protocol memorandum document", r"\b(?:sign|ink|agree|conclude|reach|seal|struck|clinch)"),
        ("signing", r"\b(?:sign|ink)"),
        ("ratification", r"\bratif"),
        ("indictment charges", r"\b(?:charge|indict)"),
        ("assassination", r"\b(?:assassinat|kill|murder|shot)"),
        ("summit meeting talks", r"\b(?:met|meet|talks|held|received)\b"),
        ("closure", r"\b(?:clos|shut)"),
        ("ban", r"\b(?:ban|forb|outlaw|prohibit)"),
        ("seizure", r"\b(?:seiz|impound|confiscat)"),
        ("blast explosion bombing", r"\b(?:explo|blast|blew|bomb|went off|deton)"),
        ("killing killings murder murders", r"\b(?:kill|murder|shot|slain|slew|stabbed)"),
        ("swoop sweep roundup round-up", r"\b(?:arrest|detain|nabb|nick|picked up|round|seiz)"),
        ("release", r"\b(?:releas|free|let go)"),
    )
    for noun in nouns.split()
}  # fmt: skip
_HELD = (
    r"took place|occurred|happened|came|began|started|kicked off|broke out|erupted|got under ?way|went ahead|"
    r"(?:carried|meted) out|held|made|staged|conducted|launched|perpetrated|(?:came|went|put) into (?:force|effect)"
)
_MADE_KNOWN = (
    r"announced|taken|imposed|ordered|issued|signed|adopted|approved|passed|decreed|filed|handed (?:over|down)|delivered|"
    r"published|unveiled|decided(?: on)?|agreed|reached|concluded|pronounced|lodged|conveyed|presented|served|sent|cast|given|made public"
)
_WAS = r",?(?: (?:which|that))?(?: (?:was|were|has been|have been|had been))?(?: \w+ly| first| also)?"
_DONE = re.compile(rf"{_WAS} (?:{_HELD})(?P<rest>(?: [^;:().]*)?) ")
_DECREED = re.compile(rf"{_WAS} (?:{_HELD}|{_MADE_KNOWN})(?P<rest>(?: [^;:().]*)?) ")
_BREAKS = re.compile(
    r"\b(?:that|who|which|whose|whom|where|after|before|until|since|while|when|as|because|but|will|would|not|without|than|hours?(?! of\b)"
    r"|days?|weeks?|ahead|despite|following|amid)\b|\bto \w+ \w+ \w+ \w+|[“”\"—–]"
)
_HOUR = re.compile(
    r"\b(?:before|after|until|since) (?:dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|midnight)\b"
)
_LONGEST = 80  # characters from the verb to the day
_TO_COME = re.compile(r",? (?:will|would|may|might|could|is|are|to)\b")
_AT_SITTING = re.compile(r"\b(?:at|in|during)(?: (?:a|an|the))? $")


class Retold(NamedTuple):
    """What an article has told when a sentence comes: its drafts, its sentences, the day of publication, what counts from acts."""

    drafts: Sequence[tuple[EventDraft, int]]
    earlier: Sequence[Sentence]
    published: dt.date | None
    hinges: Hinges = NONE  # of the sentence


class _Naming(NamedTuple):
    """The noun that names an act again, and the day that goes with it; `known`: when it was made known, which dates measures only."""

    noun: str
    text: str
    edtf: str
    known: bool


def dated_by_retelling(
    words: Tokens, sentence: Sentence, story: Retold, lexicon: Lexicon, ontology: Ontology
) -> list[tuple[int, EventDraft]]:
    """Those of the drafts whose day the sentence tells, each with its place in the list."""
    if not names_time(words) or all(draft.date_text for draft, _ in story.drafts):
        return []
    low = words.low
    naming = None
    if low[0] in _DEFINITE or low[0] in WEEKDAYS or low[0] == "yesterday":
        naming = _naming(low, words, sentence, story, lexicon)
    if naming is None and not _OWNS.isdisjoint(low):
        naming = _owned(words, sentence, story.published, lexicon)
    return _meant(naming, sentence, story, lexicon, ontology) if naming is not None else []


def _owned(words: Tokens, sentence: Sentence, published: dt.date | None, lexicon: Lexicon) -> _Naming | None:
    """The first noun anywhere in a sentence that a day owns and that names one kind of act: "silent on Tuesday's expulsions"."""
    base = sentence.span.start
    for mention in find_dates(sentence.text):
        if not sentence.text.startswith(_GENITIVE, mention.end):
            continue
        edtf = _day(mention, published)
        first = bisect_left(words.starts, mention.end + len(_GENITIVE[0]) + base)
        for at in range(first, min(first + 2, len(words))) if edtf is not None else ():
            if words.low[at] in _FORMS or _senses(words.low[at], lexicon):
                return _Naming(words.low[at], mention.text, edtf or "", False) if _told_already(words.low, at) else None
    return None


def _naming(low: list[str], words: Tokens, sentence: Sentence, story: Retold, lexicon: Lexicon) -> _Naming | None:
    """The noun at the head of a sentence that may name an act, with its day."""
    base, text, published = sentence.span.start, sentence.text, story.published
    mentions = with_hinges(find_dates(text), story.hinges)
    start = words.starts[0] - base
    owner = next((m for m in mentions if m.start == start), None)
    begin = 1
    if owner is not None:
        if not text.startswith(_GENITIVE, owner.end):
            return None
        begin = next((j for j, at in enumerate(words.starts) if at - base > owner.end + 1), len(low))
    at = next((j for j in range(min(begin + _HEAD, len(low)) - 1, begin - 1, -1) if _may_name(low[j], lexicon)), None)
    if at is None or not all(word[0].isalpha() for word in low[begin:at]):
        return None
    end = words.ends[at + (low[at + 1 : at + 2] == ["ceremony"])] - base
    if owner is not None:
        edtf = _day(owner, published)
        told = not _TO_COME.match(text, end) and _told_already(low, at)
        return _Naming(low[at], owner.text, edtf, False) if edtf and told else None
    for mention in mentions:
        if mention.start < end:
            continue
        hinge = story.hinges.get(mention)
        edtf = hinge.day if hinge is not None and hinge.inner is None else _day(mention, published)
        front = text[end : mention.start]
        if edtf is None or len(front) > _LONGEST:
            return None
        if front in (" ", ", "):  # "The visit, on Sunday, …"
            return None if _TO_COME.match(text, mention.end) else _Naming(low[at], mention.text, edtf, False)
        owns = text.startswith(_GENITIVE, mention.end)
        if owns and not _AT_SITTING.search(front):
            return None
        for pattern, known in ((_DONE, False), (_DECREED, True)):
            done = pattern.fullmatch(front)
            if done is not None and not _BREAKS.search(_HOUR.sub("", done["rest"])):
                return _Naming(low[at], mention.text, edtf, known)
        return None
    return None


def _told_already(low: list[str], at: int) -> bool:
    """Whether nothing behind the noun at `at` says which act it is, but what is known: no "Sunday's arrest of an editor"."""
    return low[at + 1] not in _WHICH or low[at + 2] in _DEFINITE if at + 2 < len(low) else True


def _may_name(noun: str, lexicon: Lexicon) -> bool:
    return noun in _MEASURES or noun in _DEEDS or noun in _BODIES or noun in _FORMS or bool(_senses(noun, lexicon))


def _senses(noun: str, lexicon: Lexicon) -> set[tuple[str, str | None]]:
    """The types and modes of the acts that a noun tells by itself."""
    return {(p.type, p.mode) for patterns, _ in lexicon.anchors.get(noun, ()) for p in patterns if p.noun}


def _day(mention: DateMention, published: dt.date | None) -> str | None:
    """The EDTF of a single day that isn't to come."""
    edtf = resolve_date(mention.text, published) if mention.is_day else None
    if edtf is None or not DAY.fullmatch(edtf) or (published is not None and edtf > published.isoformat()):
        return None
    return edtf


def _meant(
    naming: _Naming, sentence: Sentence, story: Retold, lexicon: Lexicon, ontology: Ontology
) -> list[tuple[int, EventDraft]]:
    """The acts that a noun stands for: the only ones that fit it, none of them with a day of its own."""
    senses = _senses(naming.noun, lexicon)
    texts = {s.number: s.text for s in story.earlier}
    fitting = [
        (at, draft)
        for at, (draft, _) in enumerate(story.drafts)
        if _fits(naming, draft, senses, ontology.types[draft.type], texts.get(draft.sentences[0], ""))
    ]
    if not fitting:
        return []
    many = naming.noun.endswith("s")
    if any(draft.date_text and not (many and draft.date_edtf == naming.edtf) for _, draft in fitting):
        return []
    fitting = [(at, draft) for at, draft in fitting if not draft.date_text and draft.status in _TOLD]
    first = next((draft for _, draft in reversed(fitting)), None)
    if first is None or not (senses or _is_near(first, story)):
        return []  # "the decision" may be any told before
    meant = [
        (at, draft)
        for at, draft in fitting
        if alike(draft, first) or (many and draft.sentences[0] == first.sentences[0])
    ]
    others = [draft for at, draft in fitting if (at, draft) not in meant]
    if others and (
        first.sentences[0] != sentence.number - 1 or any(d.sentences[0] == first.sentences[0] for d in others)
    ):
        return []
    return [(at, _dated(draft, naming, sentence.number)) for at, draft in meant]


def _is_near(draft: EventDraft, story: Retold) -> bool:
    """Whether an act was told a few sentences before, or where the article says what it is about."""
    return any(draft.sentences[0] == s.number for s in (*story.earlier[:_OPENING], *story.earlier[-_NEAR:]))


def _fits(naming: _Naming, draft: EventDraft, senses: set[tuple[str, str | None]], kind: EventType, told: str) -> bool:
    """Whether a noun may stand for an act, told in the sentence `told`."""
    noun = naming.noun
    decreed = kind.quadrant in VERBAL or (kind.quadrant == _HARM and kind.needs_recipient)
    if naming.known and not decreed and noun not in _MEASURES:
        return False
    if noun in _FORMS and _FORMS[noun].search(draft.trigger):
        return True
    if any(type_ == draft.type and (mode == draft.mode or None in (mode, draft.mode)) for type_, mode in senses):
        return True
    if noun in _BODIES:
        return decreed and _BODIES[noun].search(told) is not None
    if noun in _MEASURES:
        return (kind.quadrant == _HARM and kind.needs_recipient) or (kind.speech and not kind.news)
    return noun in _DEEDS and kind.quadrant == _HARM and not kind.needs_recipient


def _dated(draft: EventDraft, naming: _Naming, number: int) -> EventDraft:
    cited = tuple(dict.fromkeys((*draft.sentences, number)))
    return replace(draft, sentences=cited, date_text=naming.text, date_edtf=naming.edtf)
