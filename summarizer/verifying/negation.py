"""Whether a sentence negates what the cited passages assert, or the other way round."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.normalising.numbers import parse_number
from summarizer.verifying.case import WORD, Case, Check, stem, stems_of

_NOT = re.compile(
    r"\b(?:not|never|cannot|neither|nor|none|nobody|nothing|no\s+longer|no\s+one|without|hardly|no)\b|n't\b", re.I
)
_LIKE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refus\w+|reject\w*|declin\w+|rul\w+\s+out|fail\w*|unable|unwilling|reluctant|dismiss\w*|cancel\w*"
    r"|abstain\w*|block\w*|oppos\w+|false|untrue|baseless|prevent\w*|turn\w*\s+(?:(?!not\b)[\w'-]+\s+){0,4}?down|veto\w*|far\s+from|yet\s+to|short\s+of"
    r"|stopp?\w*|halt\w*|boycott\w*|drop\w*|abandon\w*|lack\w*|absent|skip\w*|instead\s+of|rather\s+than|disput\w+|ban\w*"
    r"|bar(?:s|red)?|avoid\w*|withhold\w*|withheld|unless|scrap\w*|shelv\w+|call\w*\s+off|contradict\w*|rebuff\w*"
    r"|correct(?:s|ed|ing)|mistak\w+|wrong\w*)\b",
    re.I,
)
# In the passages these say as much as "no longer" or "no … may".
_ENDS = re.compile(
    r"\b(?:shut\w*|clos(?:e|es|ed|ing)|suspend\w*|restrict\w*|left|leav\w+|withdr[ae]w\w*|end(?:s|ed|ing)?|lift\w*)\b",
    re.I,
)
_LAST_WORD = re.compile(r"([a-z]{3,})\s+$")
_ENDED = re.compile(r"^no\s+longer\b", re.I)
_LEFT_OFFICE = re.compile(r"\b(?:resign\w*|quit\w*|step(?:s|ped)\s+down|dismiss\w*|sack\w*|retir\w+|oust\w*)\b", re.I)
_REFUSED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refus(?:es|ed|ing)|declin(?:es|ed|ing)|fail(?:s|ed|ing)|ruled\s+out)\b", re.I
)
_SKIP = frozenset(
    """be been being is are was were am have has had having to also still soon now then yet ever even only just so the a
    an any all its his her their it they he we she that there do does did will would can could may might must should shall
    one in of for on at by with those""".split()
)
# "Had nothing to do with it": a coincidence, or no link.
_UNRELATED = re.compile(r"\bnothing\s+to\s+do\s+with\b", re.I)
_COINCIDENCE = re.compile(r"\b(?:coinciden\w+|unrelated|unconnected|independent\w*|links?|connection)\b", re.I)
_CONTRAST = re.compile(r"\w,\s+not\s+(?:an?\s+|the\s+|its\s+)?(?P<word>[a-z]+)[,.;]")
_ACCOUNT = re.compile(
    r"\b(?:sa(?:id|ys|y)|insist\w*|maintain\w*|claim\w*|according\s+to|den(?:y|ies|ied)|version|account|telling)\b",
    re.I,
)
# "Denied that it had not paid", "did not refuse": says the opposite.
_DOUBLED = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed))\b[^.;,\"]{0,60}?\bthat\b[^.;,\"]{0,60}?\b(?:not|never)\b"
    r"|\b(?:did|does|do|has|have|had|was|were)\s+(?:not|never)\s+(?:refus|den[iy]|reject|declin|dismiss|rul\w*\s+out|suspend|condemn|threaten)\w*",
    re.I,
)
# "No ransom had been paid" negates the paying.
_NO_DONE = re.compile(
    r"\bno\s+(?:[\w-]+\s+){1,3}?(?:has|had|have|was|were)\s+(?:ever\s+)?(?:been\s+)?(?P<verb>[a-z]+)\b", re.I
)
_NOT_SO = re.compile(r"\b(?:nor|not|never)\b[^.;:!?\n]*$", re.I)  # "nor was it true that she had refused"
_PRIVATIVE = re.compile(r"\b(?:un|non-?|in|im|dis|mis)(?P<word>[a-z]{4,})", re.I)
_IDLE = re.compile(
    r"\bnot\s+(?:only|least|just|merely)\b|\bnothing\s+but\b|\bno\s+(?:doubt|fewer|less|more|later)\b|\b(?:sa(?:id|ys?)|answer(?:s|ed))\s+no\b(?=\s+to\b|\W*$|[,.;])|\bNo\.\s*\d",
    re.I,
)
_ADVERB = re.compile(r"(?!(?:reply|supply|family|ally|apply|rely|bully|rally|assembly|fly)$)[a-z]+ly")
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|t(?:ook|aken?)\s+back|gave\s+up|dropp?\w*|abandon\w*)\b", re.I
)
_BUT_NOT = re.compile(r"(?:\bbut|\band|,)\s+not\s+(?:with\s+|by\s+|in\s+|for\s+|to\s+)?(?:the\s+)?[A-Z]")
_NOT_THERE = re.compile(
    r"\bbut\s+not\s+(?:in|at|to|by|for|on|from|with)\s+(?:the\s+|its\s+|his\s+|her\s+)?(?P<where>[a-z]+)"
)
_NOT_ONE = re.compile(r"\bnot\s+(?:one|a\s+single)\b", re.I)
_NEITHER = re.compile(r"\b(?:neither|nor)\b", re.I)
_STOP = re.compile(r"[.;:!?\n]")
_STOP_OR_CLAUSE = re.compile(r"[.;:!?\n]|,\s+(?:as|and|but|while|though)\b")
_SAYING = frozenset(stem(word) for word in "say tell".split())  # "did not say when": that much is said elsewhere
_OPPOSITES = (
    ("approve", "reject"), ("accept", "reject"), ("accept", "refuse"), ("open", "close"), ("raise", "cut"), ("increase", "cut"),
    ("increase", "reduce"), ("begin", "end"), ("start", "end"), ("support", "oppose"), ("arrive", "leave"), ("win", "lose"),
    ("release", "detain"), ("confirm", "deny"), ("lift", "impose"), ("praise", "condemn"), ("allow", "ban"), ("rise", "fall"),
)  # fmt: skip


def check_negation(case: Case) -> Check:
    """Compare word by word what is negated: a "not" put in or left out; words turned into their opposite are flagged."""
    given = {**negated(case.body, True), **_after(case.body)}
    denied = any(event.status == "denied" for event in case.events)
    reasons: list[str] = []
    bare = negated(case.body, True)
    for word, written in negated(case.text, False).items():
        no = written.lower().startswith("no ")
        known = given if no else bare
        none = written.lower().startswith("none ")
        near = _near(case.text, written) if no else _none_of(case.text) if none else {word}
        if _ENDED.search(written) and _LEFT_OFFICE.search(case.body) and near <= case.stems:
            continue
        if _ENDED.search(written) and _TAKEN_BACK.search(case.body):
            continue
        if _BUT_NOT.search(case.text) and written.split()[-1][:1].isupper() and (bare or denied):
            continue  # "found favour with Armenia but not with Azerbaijan"
        if _NEITHER.match(written) and _NEITHER.search(case.body):
            continue  # "neither the Algerian nor the Moroccan account", where a passage says "neither account"
        if parse_number(written.split()[-1].lower()) is not None:
            continue  # "paid nothing for its three engineers"
        if written.startswith("nothing") and _UNRELATED.search(case.text) and _COINCIDENCE.search(case.body):
            continue
        if _in_one_word(word, case.body) or _but_not_there(word, written, case) or _told_by_contrast(word, case):
            continue
        if denied and re.search(rf"[;,:]\s+{re.escape(written)}\b", case.text):
            continue  # "shelled, according to one; not shelled, according to another"
        covered = near | {stem(other) for other in _content(case.text, case.text.find(written.split()[-1]), 4)}
        if (not near & known.keys() and (_asserted(word, case.body) or not (bare or denied))) or (
            not denied and written.startswith("not") and not covered & given.keys() and _flatly(written, case.text)
        ):
            reasons.append(f"says “{written}”, the cited passages don't")
    for doubled in _DOUBLED.finditer(case.text):
        if not _DOUBLED.search(case.body):
            reasons.append(f"says “{doubled[0]}”, the cited passages don't")
    plain = stems_of(case.text) - negated(case.text, True).keys()
    if not _LIKE.search(case.text):
        for word, written in {
            **negated(case.body, False),
            **_refused(case.body),
            **({} if _NOT.search(case.text) else _undone(case.body)),
        }.items():
            if parse_number(written.split()[-1].lower()) is not None:
                continue  # a correction: "two and not four"
            if written.split()[-1][:1].isupper() and (_NOT.search(case.text) or written.lower().startswith("nobody")):
                continue  # who it was not: the sentence says so of what he did
            if word in plain and word not in _SAYING and not _asserted(word, case.body):
                reasons.append(f"drops the negation of “{written}”")
    return Check(tuple(dict.fromkeys(reasons)), _opposites(case))


def _in_one_word(word: str, body: str) -> bool:
    """Whether the passages say with a prefix what is told with a "not": "unpaid", "unconditional"."""
    return any(
        found["word"].startswith(word[:6]) or stem(found["word"]) == word for found in _PRIVATIVE.finditer(body.lower())
    )


def _but_not_there(word: str, written: str, case: Case) -> bool:
    """Whether "not named in public" stands for "named in the note but not in public"."""
    after = _content(case.text, max(0, case.text.find(written.split()[-1])), 5)[1:]
    there = {stem(other) for other in after}
    return any(
        stem(found["where"]) in there and word in stems_of(passage.text[: found.start()].rpartition(". ")[2])
        for passage in case.passages
        for found in _NOT_THERE.finditer(passage.text)
    )


def _flatly(written: str, text: str) -> bool:
    """Whether a text says of an act that it did not take place ("did not send"), and not that an answer is missing."""
    word = written.split()[-1]
    return not re.match(r"(?:respon|answer|repl|comment|react|say|said)", word) and bool(
        re.search(rf"\b(?:did|does|do|has|have|had|was|were|is|are)\s+not\b[^.;,]{{0,40}}?\b{re.escape(word)}\b", text)
    )


def _told_by_contrast(word: str, case: Case) -> bool:
    """Whether somebody's account sets one thing against another ("fighters, not a market"), which both stand in the passages."""
    return bool(_ACCOUNT.search(case.text)) and any(
        stem(found["word"]) == word and word in case.stems for found in _CONTRAST.finditer(case.text)
    )


@lru_cache(maxsize=8192)
def negated(text: str, wide: bool) -> dict[str, str]:
    """Stems under a negation with the words as written: of a plain "not" the next content word; `wide` also of words
    such as refused and denied, and all content words that follow closely.
    """
    found: dict[str, str] = {}
    idle = [(match.start(), match.end()) for match in _IDLE.finditer(text)]
    if not wide:  # "not one" says "no" of more than the next word
        idle += [(match.start(), match.end()) for match in _NOT_ONE.finditer(text)]
    for match in _NOT.finditer(text):
        if any(low <= match.start() < high for low, high in idle):
            continue
        written = "not" if match[0] == "n't" else match[0]
        for word in _content(_to_the_quotes_end(text, match.start()), match.end(), 6 if wide else 1):
            found.setdefault(stem(word), f"{written} {word}")
        if wide and written.lower() in ("no", "nothing", "nobody", "none"):  # "sent no troops", "paid nothing"
            before = _LAST_WORD.search(text, 0, match.start())
            if before:
                found.setdefault(stem(before[1]), f"{before[1]} no")
    if wide:
        for match in _LIKE.finditer(text):
            for word in _content(text, match.end(), 10):
                found.setdefault(stem(word), f"{match[0]} {word}")
    return found


def _to_the_quotes_end(text: str, at: int) -> str:
    """The text as far as a negation there can reach: one in a quotation ("a wall against nobody") ends with it."""
    end = text.find('"', at)
    return text[:end] if end >= 0 and text.count('"', 0, at) % 2 else text


@lru_cache(maxsize=8192)
def _after(text: str) -> dict[str, str]:
    """What follows closing, leaving, suspending."""
    return {stem(word): match[0] for match in _ENDS.finditer(text) for word in _content(text, match.end(), 10)}


def _none_of(text: str) -> set[str]:
    """Stems of what a "none" covers: "none of the patrols agreed in March was held" is about holding too."""
    at = text.lower().find("none ")
    return {stem(word) for word in _content(text, at + 5, 12)}


def _near(text: str, written: str) -> set[str]:
    """Stems of what a "no" covers: "no dockers will work" is about working too."""
    at = text.find(written.split()[-1], max(0, text.lower().find("no ")))
    return {stem(word) for word in _content(text, max(0, at), 4)}


@lru_cache(maxsize=8192)
def _refused(text: str) -> dict[str, str]:
    """What is denied, refused or failed to be done, by its first word."""
    return {
        stem(word): f"{match[0]} {word}"
        for match in _REFUSED.finditer(text)
        if not _NOT_SO.search(text, max(0, match.start() - 60), match.start())
        for word in _content(text, match.end(), 1)
    }


@lru_cache(maxsize=8192)
def _undone(text: str) -> dict[str, str]:
    """What was done to nothing and nobody: "paid" in "no ransom had been paid"."""
    return {stem(match["verb"]): f"no … {match['verb']}" for match in _NO_DONE.finditer(text)}


def _content(text: str, start: int, most: int) -> list[str]:
    """The next content words of the same clause."""
    words: list[str] = []
    last = start
    for found in WORD.finditer(text, start, min(len(text), start + 110)):
        gap = text[last : found.start()]
        if _STOP.search(gap) or "," in gap:
            break
        last = found.end()
        if found[0].lower() in ("but", "and", "because"):
            break
        if found[0].lower() in _SKIP or _ADVERB.fullmatch(found[0].lower()) or found[0].isdigit():
            continue
        words.append(found[0])
        if len(words) == most:
            break
    return words


@lru_cache(maxsize=16384)
def _asserted(word: str, text: str) -> bool:
    """Whether a text has the word outside any negation."""
    starts = [found.start() for found in WORD.finditer(text) if stem(found[0]) == word]
    if not starts:
        return False
    spans: list[tuple[int, int]] = []
    for pattern in (_NOT, _LIKE):
        for match in pattern.finditer(text):
            stop = _STOP_OR_CLAUSE.search(text, match.end())
            spans.append((match.end(), min(match.end() + 60, stop.start() if stop else len(text))))
    return any(not any(low <= start < high for low, high in spans) for start in starts)


def _opposites(case: Case) -> tuple[str, ...]:
    told = stems_of(case.text)
    flags = []
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            mine, theirs = stem(one), stem(other)
            if mine in told and mine not in case.stems and theirs in case.stems and theirs not in told:
                flags.append(f"says “{one}” where the passages say “{other}”")
    return tuple(flags)
