"""Where an article is at home, whose offices need no country there: its issuer, its dateline, else what most clues speak for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.article import Article
from summarizer.chunking import Chunk
from summarizer.engines.rules.sides.memory import NO_HOME, Known
from summarizer.normalising.actors import NameHit, display_name, find_names
from summarizer.normalising.organs import organ_of
from summarizer.normalising.places import PlaceMention, find_places

# What each clue counts for its country.
_NAMED = 1
_SCENE = 4  # "in Ohrid": something happens there
_OPENING = 2  # the same in the first two sentences, on top
_TITLE = 2
_PUBLISHER = 4  # "The Sofia Courier", "Radio Cayo (Belize)"
_OFFICE = 2  # "Fiji slept. The foreign minister …": the country named last before an office that is told without one
_FACED = -2  # "The foreign minister summoned the Tongan …": the country that such an office deals with
_FOREIGN = -1  # "Colombia's interior minister", for an office at home needs no country
_OURS = -4  # "Liberia has given our chargé d'affaires 48 hours", "youths in Monrovia burn tyres at our embassy"
_OUR_OWN = 4  # "our Honduran launches"
_ABROAD = -2  # "the Tongan high commissioner", "the embassy of Tonga", "his Tongan counterpart", "neighbouring Tonga"

_ENVOY = (
    r"(?:ambassadors?|envoys?|embass(?:y|ies)|consul(?:s|ates?)?|high commission(?:er|ers)?|attach[eé]s?|charg[eé]s?"
    r"|diplomats?|mission|legation|counterpart)"
)
_ITS_ENVOY = re.compile(rf"(?:['’]s?)? (?:[\w-]+ ){{0,2}}?{_ENVOY}\b", re.I)
_ENVOY_OF = re.compile(rf"\b{_ENVOY} (?:of|from)(?: the)? (?:[A-Z]\w+ of )?$", re.I)
_ENVOY_IN = re.compile(rf"\b{_ENVOY} (?:to|in|at)(?: the)? (?:[A-Z]\w+ of )?$", re.I)
_BEYOND = re.compile(
    r"\b(?:[Nn]eighbou?ring|(?:[Aa]cross|[Bb]eyond|(?:[Oo]ther|[Ff]ar|[Oo]pposite) side of) the (?:border|frontier|river|line|lake|strait)"
    r"(?:,| in)?)(?: the)? $"
)
_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Aa]round)(?: the)?"
    r"(?: capital,?| city of| port of| town of| northern| southern| eastern| western)? $"
)
# Where two sides meet is mostly a third one's, or the other's.
_VENUE = re.compile(
    r"\b(?:[Tt]alks?|[Mm]eet(?:s|ing|ings)?|[Mm]et|sat down|sit down|[Ss]ummit|[Cc]onference|receive|host(?:s|ed)?)\b[^.;]{0,30}$"
)
# Who is told by where he sits: "a website in Dakar", "the rebels' spokesman in Paris".
_SITTING = re.compile(
    r"\b(?:[Ww]ebsite|station|newspaper|daily|broadcaster|rebels|exiles?|[Oo]fficial|diplomat|analyst|think[- ]tank|spokesm[ae]n)"
    r" (?:in|at|near)(?: the)? $"
)
# Full titles only: "the minister" means one who was told before.
_PORTFOLIO = (
    r"(?:prime|foreign|interior|home|defen[cs]e|justice|finance|economy|transport|energy|oil|security|health|trade|agriculture|fisheries"
    r"|education|information|labou?r)"
)
# Begins with what stands before a word: `re` skips all that is within words.
_OFFICES = re.compile(
    rf"\W(?:(?=[A-Za-z]++ [MmSs])(?i:{_PORTFOLIO} minist(?:er|ry)|foreign secretary)"
    r"|[Pp]resident|[Cc]hancellor|government|parliament|[Pp]olice"
    r"|[Pp]rosecutors?|army|navy|court|authorities|coast ?guard|cabinet|opposition)\b(?! (?:of|in|to|from|for) (?:the )?[A-Z])"
)
# In the article's own voice; quotations are left out.
_OURS_TOLD = re.compile(
    r"\b[Oo]urs\b|\b[Oo]ur (?:own )?(?:[\w-]+ )?(?:embass(?:y|ies)|consulates?|ambassadors?|envoys?|consul|charg[eé]|attach[eé]|navy|army"
    r"|customs|police|marines|soldiers|troops|government|president|prime minister|foreign minister|minister|ministry|parliament"
    r"|coast ?guard|guards|waters|sea|soil|territory|borders?|airspace|flag|airline|compatriots|citizens|neighbou?rs?|man in|men"
    r"|fishermen|farmers|traders|drivers|sailors|lorries|trucks|trawlers|launches|boats|ships|side)\b",
    re.I,
)
_OUR = re.compile(r"\b[Oo]ur (?:own |poor |brave |two |three |four )?$")
_SPOKEN = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_BEFORE, _AFTER = 45, 45  # characters that are looked at beside a name
_ADJOINING = 30  # characters from a name to the office that it belongs to: "Colombia's deputy interior minister"
_STOPS = re.compile(r"[.,]")
_TAGGED = re.compile(r", (?:the |its |an? )?(?:deputy )?$")
_ASIDES = re.compile(
    r"\((?![A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?\))[^)]*\)|\b(?:English|French|Spanish|Russian)\b"
)  # "(English edition)"
_WORD = re.compile(r"[A-ZÀ-Þ][\w'’-]+")

# After the place: "Amman, Dec. 3 (JDS) –", "San José, 10 May 2023."
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{2,20})??(?: ?, [A-Z][a-z]{2,8}\.? \d{1,2}\b| ?, \d{1,2} (?:of )?[A-Z]|,? \([^()\n]{2,30}\)|,? [-–—]{1,2} )"
)

# Between a dateline's place and the first country: ", May 12 (Reuters) - ", "— The ".
_FILED = re.compile(r"[^.;\n]{0,40}[-–—:]+ (?:The )?")
_ORGANS = re.compile(
    r"(?:['’]s?)? (?:[\w-]+ ){0,2}?(?:government|junta|generals|rulers|authorities|army|military|navy|troops|soldiers|forces|police"
    r"|president|prime minister|parliament|court|prosecutors?|officials)\b(?! (?:of|in|to|from)\b)"
)


class _Name(NamedTuple):
    """A country's name in the article's text, half-open, and which sentence of the chunk it stands in, from 0."""

    start: int
    end: int
    code: str
    kind: str
    sentence: int


def find_home(chunk: Chunk, hits: Sequence[NameHit], offset: int) -> Known | None:
    """Where an article is at home, or None when clues are even. `hits` count from character `offset` of its text."""
    if len(chunk.sentences) < 3:
        return None
    lead, publisher = chunk.sentences[0], chunk.article.publisher or ""
    organ = organ_of(publisher)
    if organ is not None:
        return Known(publisher[organ.start : organ.end], (organ.code,), None, lead.number)
    place = dateline(lead.text)
    starts = [sentence.span.start for sentence in chunk.sentences]
    names = [
        _Name(hit.start + offset, hit.end + offset, hit.code, hit.kind, bisect_right(starts, hit.start + offset) - 1)
        for hit in hits
        if _is_country(hit)
    ]
    if place is not None and place.country:
        told = _told_from_abroad(chunk, place, names, starts)
        if told is None:
            return Known(place.name, (place.country,), None, lead.number)
        return Known(chunk.article.text[told.start : told.end], (told.code,), None, lead.number)
    code = _most(_clues(chunk, names, starts))
    first = next((name for name in names if name.code == code), None)
    if code is None or first is None:
        return Known(display_name(code), (code,), None, lead.number) if code else None
    number = chunk.sentences[max(first.sentence, 0)].number
    return Known(chunk.article.text[first.start : first.end], (first.code,), None, number)


def _is_country(hit: NameHit) -> bool:
    return hit.code not in NO_HOME and " " not in hit.code


def dateline(lead: str) -> PlaceMention | None:
    """The place and country at the head of an article, before its day or agency."""
    place = next((p for p in find_places(lead) if p.start <= 3 and p.country), None)
    if place is not None:
        return place if place.name.isupper() or _DATELINE.match(lead, place.end) else None
    capital = next((hit for hit in find_names(lead) if hit.start <= 3 and hit.kind == "capital"), None)
    if capital is None or lead[capital.end : capital.end + 2] != " ," or not _DATELINE.match(lead, capital.end):
        return None  # a machine's spaces: "Managua , 13 of July . –"
    return PlaceMention(capital.start, capital.end, lead[capital.start : capital.end], capital.code)


def _told_from_abroad(chunk: Chunk, place: PlaceMention, names: Sequence[_Name], starts: Sequence[int]) -> _Name | None:
    """The country whose own organs an article tells of from another's capital: "NAIROBI – Ethiopia's army shelled …".

    The dateline's country isn't named again, the other's forces or government open the report, something happens in a place
    of theirs, and nobody else deals with them: "the foreign ministry called in the Ethiopian envoy" is told by a neighbour.
    """
    text, lead = chunk.article.text, chunk.sentences[0].span.start
    body = [name for name in names if name.start >= lead + place.end]
    first = next(iter(body), None)
    if first is None or first.sentence or any(name.code == place.country for name in body):
        return None
    if not (_FILED.fullmatch(text, lead + place.end, first.start) and _ORGANS.match(text, first.end)):
        return None
    told_of = _clues(chunk, [name for name in body if name.kind != "capital"], starts)
    if any(code == first.code and weight < _FOREIGN for code, weight in told_of):
        return None  # somebody deals with them
    if any(_is_scene(text, name) for name in body if name.code == first.code):
        return first
    spots = (spot for spot in find_places(text) if spot.start >= lead + place.end)
    scenes = {spot.country for spot in spots if _IN.search(text, max(0, spot.start - _BEFORE), spot.start)}
    return first if scenes & {first.code, place.country} == {first.code} else None


def _most(clues: Iterator[tuple[str, int]]) -> str | None:
    """The code that clues speak for most; None when another has as many."""
    score: Counter[str] = Counter()
    for code, weight in clues:
        score[code] += weight
    ranked = score.most_common(2)
    if not ranked or ranked[0][1] <= 0 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _clues(chunk: Chunk, names: Sequence[_Name], starts: Sequence[int]) -> Iterator[tuple[str, int]]:
    """All clues, each with its country and what it counts."""
    text = chunk.article.text
    for name in names:
        yield from _of_name(text, name)
    yield from _of_offices(text, names, (*starts, chunk.sentences[-1].span.end))
    yield from _of_our_side(chunk, names)
    yield from _of_heading(chunk.article)


def _of_name(text: str, name: _Name) -> Iterator[tuple[str, int]]:
    """What the words around a name tell."""
    code, before = name.code, max(0, name.start - _BEFORE)
    yield code, _NAMED
    if _ITS_ENVOY.match(text, name.end, name.end + _AFTER):
        yield code, _ABROAD
    if _ENVOY_OF.search(text, before, name.start):
        yield code, _ABROAD
    if _BEYOND.search(text, before, name.start):
        yield code, _ABROAD
    if _is_scene(text, name):
        yield code, _SCENE + (_OPENING if name.sentence < 2 else 0)


def _is_scene(text: str, name: _Name) -> bool:
    """Whether something happens in a place: "in Lima", but no "embassy in Lima"."""
    before = max(0, name.start - _BEFORE)
    if name.kind not in ("name", "capital") or not _IN.search(text, before, name.start):
        return False
    if _ITS_ENVOY.match(text, name.end, name.end + _AFTER):
        return False  # "called in Peru's consul"
    if _VENUE.search(text, before, name.start) or _SITTING.search(text, before, name.start):
        return False
    return not _ENVOY_IN.search(text, before, name.start)


def _of_offices(text: str, names: Sequence[_Name], bounds: Sequence[int]) -> Iterator[tuple[str, int]]:
    """What offices told without a country tell of the countries around; `bounds` are those of the sentences."""
    starts = [name.start for name in names]
    for found in _OFFICES.finditer(f" {text}", bounds[0], bounds[-1] + 1) if names else ():
        office = found.start()  # a word begins in the text where the character before it stands here
        at, sentence = bisect_left(starts, office), bisect_right(bounds, office)
        if at:
            last = names[at - 1]
            if office - last.end < _ADJOINING and not _STOPS.search(text, last.end, office):
                yield last.code, _FOREIGN
                continue
            opened = bisect_left(starts, bounds[sentence - 1])
            if opened < at and _TAGGED.search(text, last.end, office):
                last = names[opened]  # "Kenya closed its border with Somalia, the interior ministry said"
            yield last.code, _OFFICE
        if at < len(names) and names[at].start < bounds[sentence] and not _is_scene(text, names[at]):
            yield names[at].code, _FACED


def _of_our_side(chunk: Chunk, names: Sequence[_Name]) -> Iterator[tuple[str, int]]:
    """What an article in the first person tells: "our Honduran launches"; but the countries named beside "our embassy" are others."""
    text = chunk.article.text
    for name in names:
        if name.kind == "demonym" and _OUR.search(text, max(0, name.start - _BEFORE), name.start):
            yield name.code, _OUR_OWN
    for at, sentence in enumerate(chunk.sentences):
        if "ur" in sentence.text and _OURS_TOLD.search(_SPOKEN.sub("", sentence.text)):
            for name in names:
                if name.sentence == at and not _OUR.search(text, max(0, name.start - _BEFORE), name.start):
                    yield name.code, _OURS


def _of_heading(article: Article) -> Iterator[tuple[str, int]]:
    """What the title and the publisher's name tell."""
    title = article.title or ""
    for hit in filter(_is_country, find_names(title)):
        yield hit.code, _TITLE + (_SCENE if not hit.start and title[hit.end : hit.end + 1] == ":" else 0)
    publisher = _ASIDES.sub("", article.publisher or "")
    told = {hit.code for word in (publisher, *_WORD.findall(publisher)) for hit in find_names(word) if _is_country(hit)}
    for code in told:
        yield code, _PUBLISHER
