"""Ways to make a verified sentence wrong, one class of error each; all by rule, so that every run sees the same ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from evals.proof.items import Item
from summarizer.normalising.actors import country_of, demonym, display_name, find_names
from summarizer.normalising.dates import find_dates
from summarizer.normalising.edtf import MONTHS
from summarizer.normalising.numbers import find_numbers

_STRANGERS = {
    "countries": ("Bolivia", "Nepal", "Zambia", "Iceland"),
    "people": ("Hendrik Vosloo", "Amelia Thornbury", "Kofi Mbeki"),
    "places": ("Montevideo", "Ulaanbaatar"),
}
_WORDS = dict(
    zip(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen twenty""".split(),
        range(1, 21),
        strict=True,
    )
) | {"thirty": 30, "fifty": 50, "dozen": 12, "twenty-eight": 28, "sixty-two": 62}
_SAY = r"(?:said|says|announced|reported|told parliament|told reporters|called it|suspects|added)"
_VERBS = dict(
    pair.split("/")
    for pair in """expelled/expel declared/declare summoned/summon killed/kill met/meet called/call suspended/suspend accused/accuse
    walked/walk threatened/threaten demanded/demand gave/give shelled/shell arrested/arrest seized/seize vetoed/veto
    recalled/recall signed/sign began/begin imposed/impose refused/refuse left/leave took/take proposed/propose fired/fire
    marched/march struck/strike charged/charge praised/praise fined/fine moved/move lent/lend closed/close visited/visit
    withdrew/withdraw deported/deport hosted/host sued/sue trained/train went/go died/die resigned/resign handed/hand
    warned/warn received/receive detained/detain sentenced/sentence extradited/extradite ordered/order protested/protest
    removed/remove sent/send abducted/abduct opened/open deposited/deposit restricted/restrict entered/enter resumed/resume
    lifted/lift tried/try flew/fly cut/cut built/build dropped/drop approved/approve recognised/recognise supplied/supply
    invited/invite freed/free""".split()
)
_PAST = {base: past for past, base in _VERBS.items()}
_PARTICIPLES = {
    "gave": "given",
    "took": "taken",
    "went": "gone",
    "began": "begun",
    "withdrew": "withdrawn",
    "flew": "flown",
}


def change_number(item: Item) -> Iterator[str]:
    """Another number, in words where it was in words, in two sizes."""
    dates = find_dates(item.sentence)
    for number in find_numbers(item.sentence):
        written = item.sentence[number.start : number.end]
        if any(d.start < number.end and number.start < d.end for d in dates) or written in ("one", "a"):
            continue
        for value in (number.value + 3, number.value * 10):
            if written[0].isdigit():
                text = re.sub(r"^[\d,.]+", f"{_scaled(written, value):,}", written)
            else:
                text = next((word for word, known in _WORDS.items() if known == value), str(value))
            yield item.sentence[: number.start] + text + item.sentence[number.end :]


def _scaled(written: str, value: float) -> int | float:
    factor = next((f for name, f in (("billion", 10**9), ("million", 10**6)) if name in written), 1)
    base = float(re.sub(r"[^\d.]", "", re.match(r"[\d,.]+", written)[0].rstrip(".,")))  # type: ignore[index]
    return round(base + 3, 2) if factor > 1 and value < base * factor * 2 else int(value / factor)


def name_from_elsewhere(item: Item) -> Iterator[str]:
    """A name that the article doesn't have at all."""
    yield from _renamed(item, _STRANGERS)


def name_from_document(item: Item) -> Iterator[str]:
    """A name that the article has, but not the cited passages."""
    yield from _renamed(item, item.elsewhere)


def _renamed(item: Item, names: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    hits = [hit for hit in find_names(item.sentence) if hit.kind in ("name", "demonym") and " " not in hit.code]
    for at, hit in enumerate(hits[:2]):
        for other in names.get("countries", ())[at : at + 1]:
            code = country_of(other) or ""
            text = other if hit.kind == "name" else demonym(code) or other
            yield _put(item.sentence, hit.start, hit.end, text)
    for kind, known in (("people", _people(item)), ("places", _places(item))):
        for name, other in zip(known, names.get(kind, ()), strict=False):
            if name in item.sentence:
                yield item.sentence.replace(name, other)


def _people(item: Item) -> list[str]:
    slots = [p.name for e in item.events for p in (*e.actors, *e.recipients)] + [
        s.name for e in item.events for s in e.attribution
    ]
    known = [name for name in slots if re.fullmatch(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)+", name) and not country_of(name)]
    return list(dict.fromkeys(known))


def _places(item: Item) -> list[str]:
    return list(dict.fromkeys(e.place.name for e in item.events if e.place))


def _put(text: str, start: int, end: int, words: str) -> str:
    before = text[:start]
    if before.endswith(("The ", "the ")) and not words.startswith("the "):
        before = before[:-4]
    return before + (words[:1].upper() + words[1:] if not before else words) + text[end:]


def put_negation(item: Item) -> Iterator[str]:
    """A "not" where there was none, and none where there was one."""
    text = _unquoted(item.sentence)
    for found in re.finditer(r"\b(?:was|were|has|have|had|will|would|is)\b(?! not)(?! no\b)(?! never)", text):
        yield item.sentence[: found.end()] + " not" + item.sentence[found.end() :]
        break
    for found in re.finditer(r"\b[a-z]+\b", text):
        before = text[: found.start()]
        if found[0] in _VERBS and not re.search(r"\b(?:was|were|has|have|had|be|been|not|never|apparently) $", before):
            yield f"{before_of(item, found.start())}did not {_VERBS[found[0]]}{item.sentence[found.end() :]}"
            break
    for found in re.finditer(r"\b(?:did|does) (?:not|never) (?P<verb>[a-z]+)\b", text):
        yield (
            item.sentence[: found.start()]
            + _PAST.get(found["verb"], found["verb"] + "ed")
            + item.sentence[found.end() :]
        )
        break
    for found in re.finditer(r"\b(?P<aux>has|have|would|was|were|is) not\b", text):
        yield item.sentence[: found.start()] + found["aux"] + item.sentence[found.end() :]
    for found in re.finditer(r"\bnever ", text):
        yield item.sentence[: found.start()] + item.sentence[found.end() :]


def before_of(item: Item, at: int) -> str:
    """The sentence up to a place."""
    return item.sentence[:at]


def _unquoted(text: str) -> str:
    """The text with quotations blanked, so that they stay as they are."""
    return re.sub(r'"[^"]*"', lambda found: "_" * len(found[0]), text)


def tell_as_done(item: Item) -> Iterator[str]:
    """What is planned, put into the past, in three ways."""
    if not any(event.status == "planned" for event in item.events):
        return
    for found in re.finditer(
        r"\b(?:will|would|plans to|plan to|is preparing to|is to|intends to) (?:be )?(?P<verb>[a-z]+)", item.sentence
    ):
        verb = found["verb"]
        past = _PAST.get(verb)
        if past is None:
            continue
        yield item.sentence[: found.start()] + past + item.sentence[found.end() :]
        yield item.sentence[: found.start()] + "has " + _PARTICIPLES.get(past, past) + item.sentence[found.end() :]
        yield item.sentence[: found.start()] + "already " + past + item.sentence[found.end() :]
        break


def swap_roles(item: Item) -> Iterator[str]:
    """Actor and recipient of an event change places, as countries, people or both."""
    for event in item.events:
        for actor in event.actors:
            for recipient in event.recipients:
                swapped = (
                    _swapped(item.sentence, actor.country, recipient.country)
                    if actor.country != recipient.country
                    else None
                )
                if swapped and swapped != item.sentence and not _names_person(actor.name, item):
                    yield swapped
        if event.actors and event.recipients and event.status != "denied":
            for told in item.faithful:
                swapped = _swapped(told, event.actors[0].country, event.recipients[0].country)
                if swapped and swapped != told and event.actors[0].country != event.recipients[0].country:
                    yield swapped


def _names_person(name: str, item: Item) -> bool:
    return name in _people(item)


_KINDS = ("IGO", "NGO")  # one code for many organisations, which have only their written names


def _swapped(text: str, one: str | None, other: str | None) -> str | None:
    if not one or not other:
        return None
    if "each other" in text:
        return None  # would still be true
    hits = [hit for hit in find_names(text) if hit.code in (one, other)]
    if {hit.code for hit in hits} != {one, other}:
        return None
    if len(hits) == 2 and re.fullmatch(
        r"(?:'s)? and (?:the )?|-|(?: \w+)? nor the ", text[hits[0].end : hits[1].start]
    ):
        return None  # "Chile and Norway agreed", "the Chilean-Norwegian talks": would say the same
    written = {hit.code: text[hit.start : hit.end] for hit in hits if hit.kind != "demonym"}
    for hit in reversed(hits):
        code = other if hit.code == one else one
        name = written.get(code, "") if code in _KINDS else display_name(code)
        if not name:
            return None  # what its demonym stands for has no name here
        words = demonym(code) or name if hit.kind == "demonym" else name
        start = hit.start
        if text[max(0, start - 4) : start].lower() == "the " and not words.startswith("the ") and hit.kind != "demonym":
            start -= 4
        if words.startswith("the ") and text[max(0, start - 4) : start].lower() == "the ":
            words = words[4:]
        text = text[:start] + (words[:1].upper() + words[1:] if start == 0 else words) + text[hit.end :]
    return text


def shift_date(item: Item) -> Iterator[str]:
    """Another day, month or year."""
    for mention in find_dates(item.sentence):
        words = mention.text
        day = re.search(r"\b([1-9]|[12]\d|3[01])(?=st|nd|rd|th|\b)(?!\d)", words)
        if day:
            other = int(day[1]) + (3 if int(day[1]) < 25 else -4)
            ending = {1: "st", 2: "nd", 3: "rd"}.get(other % 10 if other not in (11, 12, 13) else 0, "th")
            text = words[: day.start()] + str(other) + re.sub(r"^(?:st|nd|rd|th)", ending, words[day.end() :])
            yield item.sentence[: mention.start] + text + item.sentence[mention.end :]
        for at, month in enumerate(MONTHS):
            if month and month in words:
                yield (
                    item.sentence[: mention.start]
                    + words.replace(month, MONTHS[at % 12 + 1])
                    + item.sentence[mention.end :]
                )
        year = re.search(r"\b(20\d\d)\b", words)
        if year:
            text = words.replace(year[1], str(int(year[1]) - 1))
            yield item.sentence[: mention.start] + text + item.sentence[mention.end :]


def alter_quotation(item: Item) -> Iterator[str]:
    """A word of a quotation replaced, one put in, one left out, or two exchanged."""
    for found in re.finditer(r'"([^"]+)"', item.sentence):
        words = found[1].split()
        variants = [["certainly", *words], [*words[:-1], "tomorrow"]]
        if len(words) > 1:
            variants.append([*words[:-2], words[-1], words[-2]])
        if len(words) > 2:
            variants.append([words[0], *words[2:]])
        for variant in variants:
            yield f'{item.sentence[: found.start()]}"{" ".join(variant)}"{item.sentence[found.end() :]}'
        return


def drop_speaker(item: Item) -> Iterator[str]:
    """A claim told without its speaker, or with a vague one in his place."""
    names = [speaker.name for event in item.events for speaker in event.attribution]
    for told in (item.sentence, *item.faithful):
        for name in names:
            last = re.escape(name.split()[-1])
            phrase = rf"[^,;.\"]*\b{last}"
            for pattern, put in (
                (rf", {phrase}[^,;.\"]* {_SAY}(?P<rest>[^,;.\"]*)", r"\g<rest>"),
                (rf", {phrase} {_SAY}(?P<rest>)", ""),
                (rf",? according to {phrase}", ""),
                (rf"^{phrase}[^,;.\"]* {_SAY}(?: on \w+)? that ", ""),
                (rf"^According to {phrase}[^,;.\"]*, ", ""),
                (rf"^{phrase}[^,;.\"]* {_SAY} ", ""),
            ):
                for words in (put, None):
                    text, count = re.subn(pattern, words if words is not None else _vague(pattern), told, count=1)
                    if count and not re.search(rf"\b{last}\b", text):
                        yield text[:1].upper() + text[1:]


def _vague(pattern: str) -> str:
    return "Sources said that " if pattern.startswith("^") else ", sources said"


def written_errors(item: Item) -> Iterator[str]:
    """Mistakes written by hand, such as writers of briefs make."""
    yield from item.wrong


MUTATIONS: dict[str, Callable[[Item], Iterator[str]]] = {
    "number": change_number,
    "name from elsewhere": name_from_elsewhere,
    "name from the document": name_from_document,
    "negation": put_negation,
    "plan told as done": tell_as_done,
    "roles swapped": swap_roles,
    "date shifted": shift_date,
    "quotation altered": alter_quotation,
    "speaker dropped": drop_speaker,
    "written errors": written_errors,
}
