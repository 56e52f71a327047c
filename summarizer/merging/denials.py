"""Whether the accused denies an act where an article tells the accusation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.drafts import Mention
from summarizer.events import Party
from summarizer.normalising.actors import find_names

# An article that tells an accusation tells the answer to it in the same breath.
_CHARGE = (
    r"(?:the|this|that|these|those|any|all|such|his|her|its|their) (?:\w+ ){0,2}?"
    r"(?:claim|accusation|allegation|charge|report|suggestion)s?"
)
_UNTRUE = r"absurd|baseless|false|nonsense|lies?|fabricat\w+|inventions?|slander|groundless|ridiculous|untrue|unfounded"
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disown(?:s|ed)?|disput(?:es|ed)|refut(?:es|ed)|repudiat(?:es|ed)"
    r"|brush(?:es|ed) (?:\w+ )?(?:off|aside)"
    rf"|(?:reject|dismiss)(?:s|es|ed) {_CHARGE}"
    r"|(?:insist|maintain|say|said)\w* (?:that )?(?:it|he|she|they) (?:did not|didn['’]t|had not|hadn['’]t|has not|hasn['’]t|never)"
    rf"|(?:calls?|called|describ(?:es|ed)|term(?:s|ed)) (?:it|this|that|{_CHARGE}) (?:as )?(?:an? )?(?:\w+ )?(?:{_UNTRUE})"
    r"|(?:had|has|have|having) nothing to do with|(?:had|has|have|played|plays) no (?:hand|part|role) in)\b",
    re.I,
)
_OWN_DENIAL = re.compile(
    r"[“\"‘](?:(?:nobody|no one|nothing of the (?:sort|kind)|not true|lies\b|(?:that|this|it)(?: is|['’]s) (?:false|untrue|a lie|not true))"
    r"|(?:[^”\"]{0,60}\s)?(?:we (?:did not|didn['’]t|have not|haven['’]t|had no|never)\b"
    r"|(?:no|none|not one) (?:\w+ )?of (?:ours|our \w+)\b))",
    re.I,
)
# "Neither confirmed nor denied", "did not deny it".
_UNDENIED = re.compile(
    r"(?:\b(?:not|nor|or|never|without|neither|hardly|nobody|no one)|n['’]t"
    r"|\b(?:refus|declin)\w* to|\bshort of)\s+(?:(?:even|ever|openly|directly)\s+)?$",
    re.I,
)
# In a sentence of its own, a denial must say that it is of what was just told.
_THAT = re.compile(
    rf"\s+(?:it\b|this\b|that (?=[.,;]|$)|everything\b|involvement\b|responsibility\b|wrongdoing\b|any (?:part|role|hand|involvement|such)|"
    rf"having done|doing so|{_CHARGE})",
    re.I,
)
_THAT_OR_END = re.compile(rf"\s*(?:[.,;:!?—–”\"]|$)|{_THAT.pattern}", re.I)
_SAYS_NOT = re.compile(r"insist|maintain|sa(?:y|id)")
# "Denied entry" is no denial.
_WITHHOLDS = re.compile(
    r"\s+(?:(?!(?:that|it|having|had|was|were|of)\b)[\w’'-]+ ){0,4}?"
    r"(?:entry|access|visas?|permission|bail|asylum|accreditation|requests?|permits?)\b",
    re.I,
)
_DONE_SO = re.compile(
    r"\s+(?:do|done|been|be|order|ordered|had|have|take|taken|play|played) (?:so|it|this|that|any|behind|involved|responsible|part)\b",
    re.I,
)
_COMMON = frozenset(
    "that have been were with from they their them this which said says after before over into about other than when".split()
)
_SOON = 3  # sentences within which an answer follows
_BLAMES = re.compile(
    r"\b(?:and|but|instead|it|he|she|they)\s+(?:instead )?(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|point(?:ed|s) (?:the finger )?(?:at|to)) "
    r"((?:(?:the|a|an|local|rival|dissident|unnamed) )*[A-Z][\w’'-]+(?: (?:(?:of|the|de|al) )*[A-Z][\w’'-]+)*(?: [a-z]+s\b)?)"
)
# Looser words, which tell of an answer but don't say to what: enough for an article not to be one-sided.
_PUTS_OFF = re.compile(
    r"\b(?:(?:has |have |had )?(?:repeatedly |again |also )?(?:reject|dismiss|brush|wav)(?:s|es|ed) "
    r"(?=[^.;]*\b(?:claim|accus|alleg|charge|report|suggest|blame))"
    r"|(?:has |have |had )?(?:reject|dismiss)(?:s|es|ed)\s*(?=[,.;”\"]|$)"
    r"|(?:say|says|said|insist|insists|insisted|maintain|maintains|maintained|declare|declares|declared)\b[^.;]{0,40}?"
    r"\b(?:no|none|nobody|neither|never|not one)\b"
    r"|(?:calls?|called|describ(?:es|ed)|brand(?:s|ed)|label(?:s|led)|term(?:s|ed)) (?:\w+ )?"
    r"(?:account|stor(?:y|ies)|tales?|versions?|claims?|charges?|accusations?|allegations?|reports?|footage"
    r"|(?:it|this|that) (?:an?\b|[“\"‘]))"
    r"|(?:say|says|said|insist|insists|insisted) (?:that )?(?:it|he|she|they) kn[eo]ws? nothing\b"
    r"|sp(?:eak|eaks|oke) of (?:an? )?(?:\w+ )?(?:provocation|slander|lies|fabrication|invention|propaganda|smear|fairy)"
    r"|denials?\b)",
    re.I,
)
# Before a verb of denial: somebody without a name, who in a report on an accusation is the accused.
_NOBODY_ELSE = re.compile(r"(?:\W*(?:He|She|They|It|The|A|An|But|And|Both|Its|His|Her|Their)\b)?[^A-Z]{0,60}")
_NEXT = re.compile(r"[ \t]*([^\n]{1,300}?[.!?][”\"’]?)(?=\s|$)")


def denied_by_the_accused(mention: Mention, text: str) -> bool:
    """Whether the mention's own sentences, or one of those that follow in the paragraph, tell that its actor denies the act."""
    if not mention.actors or mention.status not in ("alleged", "occurred"):
        return False
    if mention.status == "alleged" and _answered(mention, text):
        return True
    if mention.status != "alleged" and not mention.attribution:
        return False
    return any(_denied_in(text[span.start : span.end], mention, text) for span in mention.sentences)


def blamed_instead(mention: Mention, text: str) -> str | None:
    """Whom the accused names as the doer in the sentence of its own denial, in the text's words; None when nobody."""
    at = max(span.end for span in mention.sentences)
    told = [text[span.start : span.end] for span in mention.sentences]
    while len(told) < len(mention.sentences) + _SOON and (after := _NEXT.match(text, at)):
        told.append(after[1])
        at = after.end()
    for sentence in told if mention.actors else ():
        for found in _denials_in(sentence):
            blamed = _BLAMES.search(sentence, found.end())
            if blamed and _subject_is(sentence[: found.start()], mention.actors):
                return blamed[1]
    return None


def _denials_in(sentence: str) -> list[re.Match[str]]:
    """Where a sentence speaks of a denial that was given."""
    return [found for found in _DENIES.finditer(sentence) if not _UNDENIED.search(sentence[: found.start()])]


def _denied_in(sentence: str, mention: Mention, text: str) -> bool:
    """Whether a sentence brings the accused's denial of the act: in its own words, or reported."""
    if _OWN_DENIAL.search(sentence) and not _spoken_by_another(sentence, mention):
        return True
    return any(
        _subject_is(sentence[: found.start()], mention.actors) and _of_the_act(found, sentence, mention, text)
        for found in _denials_in(sentence)
    )


def _of_the_act(found: re.Match[str], sentence: str, mention: Mention, text: str) -> bool:
    """Whether what is denied is the act: "it", the charge, or something in the words of the sentence that tells the act."""
    verb = found[0].lower()
    if not (verb.startswith("den") or _SAYS_NOT.match(verb)) or _THAT_OR_END.match(sentence, found.end()):
        return True
    first = mention.sentences[0]
    told = text[first.start : first.end]
    if told == sentence:
        return not _WITHHOLDS.match(sentence, found.end())
    return bool(_DONE_SO.match(sentence, found.end())) or bool(_stems(told) & _stems(sentence[found.end() :]))


def _spoken_by_another(sentence: str, mention: Mention) -> bool:
    """Whether the words round a quotation name somebody of whom the accused is no part."""
    outside = re.sub(r"[“\"‘][^”\"]*[”\"’]", " ", sentence)
    codes = {code for hit in find_names(outside) for code in hit.code.split()}
    mine = {party.country for party in mention.actors if party.country}
    return bool(codes) and bool(mine) and not codes & mine


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z]{4,}", text)} - _COMMON


def denies_somewhere(mention: Mention, text: str) -> bool:
    """Whether a text tells anywhere that the actor of the mention denies something that isn't plainly another thing."""
    return bool(mention.actors) and any(
        _somehow_denied(sentence, mention) for sentence in re.split(r"(?<=[.!?])\s+|(?<=[.!?][”\"’])\s+|\n+", text)
    )


def _somehow_denied(sentence: str, mention: Mention) -> bool:
    mine = {party.country for party in mention.actors if party.country}
    if _OWN_DENIAL.search(sentence) and mine & {c for hit in find_names(sentence) for c in hit.code.split()}:
        return not _spoken_by_another(sentence, mention)
    for found in _denials_in(sentence):
        verb, before = found[0].lower(), sentence[: found.start()]
        if verb.endswith("denying") or (verb.startswith("den") and not _THAT_OR_END.match(sentence, found.end())):
            continue
        if _subject_is(before, mention.actors) or (_NOBODY_ELSE.fullmatch(before) and not find_names(before)):
            return True
    return any(_subject_is(sentence[: found.start()], mention.actors) for found in _PUTS_OFF.finditer(sentence))


def _answered(mention: Mention, text: str) -> bool:
    """Whether one of the next sentences is the accused's denial of what was told."""
    at = max(span.end for span in mention.sentences)
    for _ in range(_SOON):
        after = _NEXT.match(text, at)
        if not after:
            return False
        if any(
            _subject_is(after[1][: found.start()], mention.actors) and _answers(found, after[1], mention, text)
            for found in _denials_in(after[1])
        ):
            return True
        at = after.end()
    return False


def _answers(found: re.Match[str], sentence: str, mention: Mention, text: str) -> bool:
    if found[0].lower().startswith("den"):
        return bool(_THAT.match(sentence, found.end()))
    return _of_the_act(found, sentence, mention, text)


def _subject_is(before: str, parties: Sequence[Party]) -> bool:
    """Whether the name next before a verb is one of the parties'."""
    hits = find_names(before)
    names = [(before.rfind(party.name), party) for party in parties if party.name in before]
    last = max((hit.start for hit in hits), default=-1)
    at, _ = max(names, default=(-1, None), key=lambda item: item[0])
    if at >= 0 and at >= last:
        return True
    codes = {party.country for party in parties if party.country}
    return last >= 0 and any(hit.start == last and set(hit.code.split()) & codes for hit in hits)
