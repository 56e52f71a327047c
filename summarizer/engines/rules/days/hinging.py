"""Days counted from an act told before: "two days after the seizure", "on the eve of the vote", "within hours of his recall"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.chunking import Sentence
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.days.advancing import last_day
from summarizer.engines.rules.days.hinges import NONE, Hinge, Hinges
from summarizer.engines.rules.days.naming import Named, name_act
from summarizer.engines.rules.days.pointing import MEASURES, Told, meant, named_by
from summarizer.engines.rules.days.waiting import WAITING, find_waits
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import STRONG_PASTS, WEEKDAYS, Tokens
from summarizer.normalising.date_moving import NUMBERS, move, weekday_beside, weekday_within
from summarizer.normalising.dates import DateMention, find_dates, resolve_date
from summarizer.normalising.edtf import DAY
from summarizer.normalising.wording import cased, one_of

_NTH = {
    name: at for at, name in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())
}  # days after the first
_VAGUE = r"(?<!more than )(?<!less than )(?<!fewer than )(?<!over )(?<!nearly )(?<!almost )(?<!about )(?<!around )(?<!some )(?<!up to )"
_HINGE = re.compile(
    rf"\b(?:{_VAGUE}(?:(?:only|just|exactly|barely|scarcely|hardly|precisely) )?(?P<count>\d{{1,2}}|[a-z]++)(?: full| short| whole)? "
    r"(?P<unit>day|night|week|fortnight|month)s?(?: to the day)? "
    r"(?P<way>after|before|ahead of|following|prior to|in advance of|into(?!(?-i: [A-Z])))\b"
    rf"|{_VAGUE}(?:(?P<many>\d{{1,2}}|[a-z]++(?:-[a-z]++)?) )?(?:hour|minute)s? (?P<hours>after|before|ahead of|following)\b"
    r"|(?:on )?the (?:very )?(?P<part>day|night|morning|afternoon|evening|morrow(?= of)) "
    r"(?P<side>after|before|following|of)\b(?! (?:to|and|but|in|at|with|by|from)\b)"
    r"|(?:on )?the (?:very |same |very same )?(?P<when>day|night|morning|afternoon|evening) (?:that|when|on which|as)\b"
    r"|(?<!\bin )(?:on )?the (?:very )?(?P<bare>day|night|morning|afternoon|evening) (?=(?:the|its|his|her|their|he|she|it|they)\b)"
    rf"|(?:on )?the (?P<name>{'|'.join(WEEKDAYS)}) (?P<round>after|before|following) (?=(?:the|its|his|her|their|that|[A-Z]\w+['’]s)\b)"
    rf"|(?:on )?the (?P<weekday>{'|'.join(WEEKDAYS)}) of (?:that|the same) (?:very |same )?week\b"
    rf"|on (?:its|their|his|her|the) (?P<nth>{'|'.join(_NTH)}) day\b(?: (?P<since>of|after|before)\b)?"
    r"|on (?:the |its |their )?(?P<owner>[a-z][\w-]+)['’]s (?P<own>second|third|fourth|fifth|sixth|seventh) day\b"
    r"|(?:on )?the eve of\b|on the eve(?P<eve>)(?= ?[.,;:])"
    r"|on the day (?P<itself>itself)\b"
    r"|within (?:the |an )?(?:hours?|minutes|days?) of\b(?! each other| one another))",
    re.I,
)
# The words of time that stand in each of them, and what then follows.
_UNITS = frozenset(
    """day night week fortnight month days nights weeks fortnights months morning afternoon evening eve morrow
    hour hours minute minutes""".split()
)
_WAYS = frozenset(
    "after before ahead prior in following into of that when on as the its his her their he she it they to full itself".split()
)
# One of these, with the character before it, stands in each of them, at most so many characters behind where it begins and before
# where it ends.
_AT = re.compile(
    rf"[^A-Za-z](?:{one_of(cased(_UNITS | WEEKDAYS))}(?= (?i:{'|'.join(sorted(_WAYS))})\b)"
    r"|(?<=(?i:st|nd|rd|th) )(?i:day)\b|(?i:eve)(?= ?[.,;:]))"
)
_BEFORE, _AFTER = 48, 40
_CAME = re.compile(
    r"(?:(?:The|This|That|It)\b[^,;:]{0,60}|(?:Its|His|Her|Their) (?:[\w-]+ )?(?P<noun>[a-z-]+)) "
    r"(?:came|comes|followed|follows|happened|occurred|took place) $"
)
_IT = frozenset(("it", "they"))
_DEFINITE = re.compile(r"\b(?:the|that|this|these|those|its|his|her|their) ([a-z-]+(?: [a-z-]+)?)")
_NTH_DAY = re.compile(rf"\b(?:{'|'.join(_NTH)}) day(?: of)?$")
_POINTS = re.compile(r" ?th(?:at|is)\b")
_ROUND = frozenset(("after", "before", "following", "of"))
_BACK = frozenset(("before", "ahead of", "prior to", "in advance of"))
_IN = re.compile(r"\bin $", re.I)
_LONG = 24  # hours
_DATING = ("day", "weekday", "relative", "month")
# What of a clause behind such a noun tells when it was, or will be: "the talks, which were held at Triveni on 3 May".
_WAS = "held|staged|convened|opened|begun|began|started|took place|happened|occurred|erupted|broke out|killed|wounded|injured|claimed"
_IS_DUE = "takes place|begins|opens|starts|(?:be )?held|due|scheduled|planned|set"
_WAS_THEN = re.compile(
    rf",?(?: (?:which|that)(?: (?:was|were|had been))?)? (?:{_WAS})\b[^,.;:]*,? |,? (?:in|during|at) which\b[^,.;:]*,? "
)
_WILL_BE_THEN = re.compile(rf",?(?: (?:which|that)(?: (?:is|are|was|were)(?: to)?)?)? (?:{_IS_DUE})\b[^,.;:]*,? ")


def counts_from_acts(words: Tokens) -> bool:
    """Whether a sentence of these words may have such an expression: a cheap look before `find_hinges`."""
    forms = words.forms
    if _UNITS.isdisjoint(forms) and WEEKDAYS.isdisjoint(forms):
        return False
    return not WAITING.isdisjoint(forms) or any(
        (word in _UNITS and way in _WAYS) or (way == "day" and word in _NTH) or (word in WEEKDAYS and way in _ROUND)
        for word, way in pairwise(words.low)
    )


def find_hinges(reading: Reading, sentence: Sentence, story: Told, lexicon: Lexicon) -> Hinges:
    """The expressions of time in a sentence that count from an act told before it, each with its day."""
    found: dict[DateMention, Hinge] = {}
    story = story._replace(since=_counted_from_before(story) or story.anchor)
    for hinge in _expressions(sentence.text):
        here = story
        # "called on Monday; two days after that …", "was to open on the 15th, but on the eve, …"
        if hinge["weekday"] or hinge["eve"] is not None or _POINTS.match(sentence.text, hinge.end()):
            here = story._replace(anchor=last_day(sentence.text[: hinge.start()], found, story.anchor, story.published))
        given = _read(reading, sentence, hinge, here, lexicon)
        if given is not None:
            found[DateMention(hinge.start(), hinge.end(), hinge.group(), "anchored")] = given
            story = story._replace(since=given.since)
    return found | find_waits(sentence.text, reading.words.low, story.anchor, story.published)


def _expressions(text: str) -> Iterator[re.Match[str]]:
    """Where such expressions stand, sought around words of time alone."""
    end = 0
    for word in _AT.finditer(f" {text}"):  # what is found begins with the character before it
        start = word.start()
        if start < end:
            continue
        found = _HINGE.search(text, max(end, start - _BEFORE), word.end() + _AFTER)
        if found is not None:
            yield found
            end = found.end()


def _read(reading: Reading, sentence: Sentence, hinge: re.Match[str], story: Told, lexicon: Lexicon) -> Hinge | None:
    """What an expression gives; None where it isn't one after all."""
    if hinge["itself"]:  # of what was counted from: "two days after the raid …; on the day itself …"
        return Hinge(story.since, None, None, story.since)
    if hinge["weekday"]:
        day = weekday_within(story.anchor, hinge["weekday"])
        return Hinge(day, None, None, day) if day else None
    shift = _shift(hinge)
    named = name_act(reading, sentence.span.start + hinge.end())
    if shift is None or (hinge["bare"] and named.verb is None):  # "the night its windows": no clause
        return None
    inner = _inner_day(reading, sentence, hinge, named, (story.published, shift))
    if inner is not None:
        return inner
    owned = hinge["owner"] is not None or hinge["eve"] is not None or (hinge["nth"] is not None and not hinge["since"])
    since = _since(hinge, named, owned, story, lexicon)
    if hinge["way"] and since == story.anchor and _is_of_the_day(sentence, hinge, story):
        return (
            None  # "The raid came two days after the rebels shot four": the raid is what was told last, not the shots
        )
    day = weekday_beside(since, hinge["name"], hinge["round"]) if hinge["name"] else move(since, *shift)
    if day is None and not (named.words or named.who or owned):
        return None  # "did so the day after, and the day after that …"
    if day is None and not hinge["unit"] and not (hinge["part"] and named.words):
        return None
    ends = reading.words.ends
    stop = ends[named.stop - 1] - sentence.span.start if 0 < named.stop <= len(ends) else 0
    return Hinge(day, None if owned else named.verb, None, since, stop)


def _is_of_the_day(sentence: Sentence, hinge: re.Match[str], story: Told) -> bool:
    """Whether a sentence tells how an act told right before it, on the last day named, lies to what follows."""
    came = _CAME.match(sentence.text[: hinge.start()])
    if came is None:
        return False
    last = [act for act in story.acts if act.sentences[0] == story.number - 1 and act.date_edtf == story.anchor]
    noun = came["noun"]
    if noun is None or noun in MEASURES:
        return bool(last)
    return any(named_by((noun,), act) for act in last)  # not "Their release came four days after the arrest"


def _since(hinge: re.Match[str], named: Named, owned: bool, story: Told, lexicon: Lexicon) -> str | None:
    """The day of what an expression counts from; None where it isn't told. `owned`: it tells so itself, or means the story."""
    if hinge["owner"]:
        return meant(Named((hinge["owner"].lower(),), head=hinge["owner"].lower()), story, lexicon)
    if named.words == ("it",):
        return story.since
    if named.head in _IT and named.verb is not None:
        return _since_named(hinge.string[: hinge.start()], story, lexicon)
    lasting = hinge["nth"] is not None or hinge["way"] == "into"
    begun = lasting or not _BACK.isdisjoint((hinge["way"], hinge["side"])) if named.begun is None else named.begun
    day = None if owned else meant(named, story._replace(begun=begun), lexicon)
    if day or not (named.pointed or owned or hinge["way"] == "into"):
        return day
    return (_begun_before(story) if lasting else None) or story.anchor  # what the story is at: "On its second day"


def _begun_before(story: Told) -> str | None:
    """The first day of what "on the third day" belongs to: that from which "on the second day" counts, or of days on end told last."""
    hinges = story.days[-1].hinges if story.days else NONE
    for mention, hinge in reversed(tuple(hinges.items())):
        return hinge.since if _NTH_DAY.search(mention.text) else None
    act = next((act for act in reversed(story.acts) if act.date_edtf), None)
    first, _, last = (act.date_edtf or "").partition("/") if act is not None else ("", "", "")
    return first if DAY.fullmatch(first) and last == story.anchor else None


def _since_named(front: str, story: Told, lexicon: Lexicon) -> str | None:
    """The day of the last noun in these words that names an act told: "protested against the seizure the day after it took place"."""
    for noun in reversed(" ".join(_DEFINITE.findall(front.rpartition(";")[2].lower())).split()):
        if day := meant(Named((noun,), head=noun), story, lexicon):
            return day
    return None


def _counted_from_before(story: Told) -> str | None:
    """What the expression in the sentence before counts from: "Three days ahead of the ban … A week after it …"."""
    hinges = story.days[-1].hinges if story.days and story.days[-1].sentence.number == story.number - 1 else NONE
    return next((hinge.since for hinge in reversed(tuple(hinges.values()))), None)


def _inner_day(
    reading: Reading,
    sentence: Sentence,
    hinge: re.Match[str],
    named: Named,
    clock: tuple[dt.date | None, tuple[int, str]],
) -> Hinge | None:
    """The expression as counted from a day told beside what it names: "a day after the raid of 3 May", "on the eve of Sunday's vote"."""
    if (
        hinge["nth"] is not None
        or hinge["name"] is not None
        or (hinge["part"] is not None and _shift(hinge) == (0, "day"))
    ):
        return None
    words, base = reading.words, sentence.span.start
    published, shift = clock
    stop = words.ends[min(named.stop, len(words)) - 1] - base if named.stop else hinge.end()
    for mention in find_dates(sentence.text):
        if mention.start < hinge.end() or mention.kind not in _DATING:
            continue
        if mention.start > stop:
            return _day_of_noun(sentence.text, mention, (stop, named), clock)
        if mention.kind == "month":
            continue
        owns = sentence.text[mention.end : mention.end + 1] in ("’", "'")
        if mention.start == hinge.end() + 1 and not (owns and shift[0] < 0):
            continue  # "two days before Monday", "after Monday's concert": an occasion in passing
        day = resolve_date(mention.text, published)
        if mention.kind == "weekday" and shift[0] < 0 and not _was(words.low, named):
            ahead = move(resolve_date(mention.text, published, None, True), *shift)
            if ahead is not None and published is not None and ahead <= published.isoformat():
                return Hinge(ahead, named.verb, (mention.start, mention.end))
        if day is None or not DAY.fullmatch(day):
            return None
        moved = move(day, *shift)
        return Hinge(moved, named.verb, (mention.start, mention.end), day) if moved else None
    return None


def _was(low: list[str], named: Named) -> bool:
    """Whether a clause tells in the past what it names: "a week before the council met on Thursday"."""
    verb = low[named.verb] if named.verb is not None else ""
    return verb.endswith("ed") or verb in STRONG_PASTS


def _day_of_noun(
    text: str, mention: DateMention, bounds: tuple[int, Named], clock: tuple[dt.date | None, tuple[int, str]]
) -> Hinge | None:
    """The expression as counted from the day in a clause that tells when that was which it names, up to character `bounds[0]`."""
    (stop, named), (published, shift) = bounds, clock
    if named.verb is not None:
        return None
    past = _WAS_THEN.fullmatch(text, stop, mention.start) is not None
    if not past and not _WILL_BE_THEN.fullmatch(text, stop, mention.start):
        return None
    day = resolve_date(mention.text, published, None, not past)
    moved = move(day, *shift) if day is not None and DAY.fullmatch(day) else None
    return Hinge(moved, None, (mention.start, mention.end), day if moved else None)


def _shift(hinge: re.Match[str]) -> tuple[int, str] | None:
    """How far the day lies from that of the act, and the unit; None for a number that isn't known."""
    if hinge["unit"]:
        name = hinge["count"].lower()
        count = int(name) if name.isdigit() else NUMBERS.get(name, 1 if name == "single" else None)
        if name == "the" and hinge["unit"] in ("day", "night", "week"):
            # "in the night after the refusal": that very night
            count = 0 if hinge["unit"] == "night" and _IN.search(hinge.string, 0, hinge.start()) else 1
        if count is None:
            return None
        return (-count if hinge["way"].lower() in _BACK else count), hinge["unit"].lower()
    if hinge["hours"]:
        name = (hinge["many"] or "").lower()
        hours = int(name) if name.isdigit() else NUMBERS.get(name, 0)
        if "hour" not in hinge.group().lower():
            hours = 0
        if hours % _LONG and hours > _LONG // 2:
            return None  # "eighteen hours after": the same day, or the next
        return (-1 if hinge["hours"].lower() in _BACK else 1) * (hours // _LONG), "day"
    if hinge["nth"] or hinge["own"]:
        count = _NTH[(hinge["nth"] or hinge["own"]).lower()]
        if hinge["since"] == "before":
            return -count - 1, "day"
        return (count + (hinge["since"] == "after"), "day") if count or hinge["since"] else None
    if hinge["when"] or hinge["bare"] or hinge["name"]:
        return 0, "day"
    if hinge["part"]:
        side = "after" if hinge["part"].lower() == "morrow" else hinge["side"].lower()  # "on the morrow of the raid"
        return (0 if side == "of" else -1 if side == "before" else 1), "day"
    return (-1 if "eve" in hinge.group().lower().split() else 0), "day"
