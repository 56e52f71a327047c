"""Names of a sentence: each must be borne out by the cited passages or by a slot of a cited event."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.normalising.actors import NameHit
from summarizer.normalising.dates import find_dates
from summarizer.normalising.numbers import parse_number
from summarizer.normalising.places import find_places
from summarizer.verifying.case import Case, Check, holds, names_in, stem

# One code for many: these must be borne out by their own name.
_MANY = frozenset(["IGO", "NGO"])
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿ][\w]*(?:['-]\w+)*(?:\.(?=[A-Z]))?(?:[A-Z]\.)*")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|around|inside|off|over)\s+(?:the\s+)?(?:\w+\s+(?:city|town|port|village)\s+of\s+)?$", re.I
)
# Governments and embassies sit in capitals.
_SEAT_BEFORE = re.compile(
    r"\b(?:ambassador|embassy|envoy|consul\w*|mission|charg\S+(?: d'affaires)?|government|authorities|ministry|parliament|leadership)"
    r"(?:\s+[\w'-]+)?\s+in\s+$"
    r"|\b(?:rejected|declined|summoned|received|decided|announced|approved|denied|welcomed|condemned|signed|confirmed|ratified|promised)\s+in\s+$",
    re.I,
)
_CALLED_IN = re.compile(r"\b(?:call|bring|summon|haul)(?:s|ed|ing)?\s+in\s+$", re.I)
_FROM_BEFORE = re.compile(r"\b(?:from|to|of)\s+$", re.I)
# "In Beijing's version" tells who says so, not where.
_TELLING = re.compile(
    r"'s\s+(?:own\s+)?(?:version|account|view|telling|words|eyes|reading|opinion|case|name|favou?r|stead)\b"
)
_UNIT = re.compile(r"(?<=\d)\s?(?:MW|GW|kW|kWh|MWh|GWh|km|kg|mph|Mbit|MHz|GHz)\b")
_BREAK = re.compile(r"(?:^|[.!?:;]['\"]?\s+|[\"(-]\s*)$")
_FUNCTION = frozenset(
    """the a an he she it they we i you this that these those in on at and but or however meanwhile after before by to
    from for with without as his her its their there when while where both many some several one two three four five six
    seven eight nine ten eleven twelve no not neither nor if earlier later last next since so also yet still thus then
    what who why how whether during despite following amid among under over about around against between all most more less
    never each every any another other such according because although though unless until once only even just
    overall separately additionally moreover furthermore likewise similarly instead otherwise soon today yesterday
    tomorrow early late mid nearly almost at least up reportedly allegedly apparently officially formally publicly
    should had were would could will did does has have is was
    reports reporting citing
    besides of off first time deaths dead arrests wounded injured casualties figures dates charges
    asked speaking writing responding reacting accusing saying calling given beyond within""".split()
)
_COMMON = frozenset(
    """police officials official authorities protesters demonstrators troops soldiers forces rebels militants gunmen fighters
    officers prosecutors lawmakers ministers minister president parliament government court courts judges judge workers
    diplomats diplomat ambassadors ambassador envoys envoy negotiators talks ships planes aircraft drones missiles rockets
    shells shelling people civilians residents witnesses crowds thousands hundreds dozens students unions union trade
    sources source experts analysts observers inspectors investigators customs border navy army troops air state media
    critics opposition lawyers activists relatives villagers farmers miners dockers aid relief food medical doctors
    hospital hospitals schools clashes violence fighting tensions relations sanctions exports imports expulsion summons
    statement ceasefire truce elections voters women men children prisoners detainees hostages refugees migrants
    spokesman spokeswoman foreign defence defense interior prime deputy vice senior former leaders leader head chief
    general security intelligence military naval armed local national international regional federal central northern
    half southern eastern western new nobody nothing everyone someone war peace fresh further heavy""".split()
)
# What a line may be about, behind which a colon stands: "Venue: …", "Request refused: …".
_LABEL = re.compile(r"(?:[\w'-]+ ){0,4}?[\w'-]+:\s")
_TOPICS = frozenset(
    """accident accord accounts accusation accusations act agenda agreement aim aims airport airspace airstrike alarm alert
    alliance amnesty announcement annulment answer answers apology appeal appeals appointment approval arms arrest asylum
    attack attacker attackers attacks backers backing ban bank banks bans barges base bases bills blast blockade boat boats
    body boycott bridge brief budget burial calls camp campaign camps cargo case cases cash cause charge chronology church
    claim claims closure coal cobalt comment commission committee compensation complaint complaints conditions conflict
    consequences consulate consulates contract convoy convoys copper correction corrections corridor cost costs count counts
    coup crackdown crew crime curfew custody cuts cyberattack damage date dates deadline deadlines deal death debt decision
    decree defence delay delays delivery demand demands denial denials deposit detention diesel difference differences
    dispute disputes documents dollar doubt doubts driver drivers drone drug drugs duration duties effect effects embargo
    embassy emergency energy escalation estimate estimates evacuation evidence exchange exercise exercises exile exiles exit
    extent extradition fate fees ferry fertiliser fine fines fire fleet flight flights flour follow-up food freed freeze
    freight fuel fund funding funds funeral future gallium gas goal goals gold grain grant guarantees harbour health heat
    help history host hostage hosts hotel house identity immunity impact incident independence inquiry internet invitation
    island islands issue issues jade jail judgment justification land language law laws lawsuit lawyer lawyers leak leaks
    legality letter letters liaison licence licences limit limits link links list loan loans location losses mandate map
    march market markets measures mediation meeting meetings membership memorial message messages minerals mines mission
    mobilisation money monitors motive motives murder name names nationality neighbours next note notes number numbers
    objections observers offer offers office oil open opening operation operations opinion order orders origin outcome
    outlook pact paint passports path patrol patrols pause payment payments peacekeepers penalty permits petition petrol
    photographs pilot pilots pipeline place plan plans pledge pledges poll polls port ports position positions pressure
    price prices prison privileges process project promise promises proof proposal proposals protest protests punishment
    quarrel question questions raid raids rail rally ransom reaction reactions reason reasons rebuttal recall recalls
    receipt recognition records referendum refugees refusal refusals rejection release remains remarks removal repair
    repairs replacement replies reply report reprimand request requests rescue resignation resolution response responses
    responsibility result results retaliation return returns revenge reward rice rift rights riot riots river road roads
    role route routes rule rules rumour rumours safety salaries schedule scope sea search seat seats security seizure
    sentence sequel settlement share shepherds ship shots sides signature site size smuggling snub source stakes stance
    start status step steps storm strike strikes study successor sugar suit sum summit supplies supply support suspect
    suspects suspension tank tanker tankers target targets tariff tariffs tax tear term terms territory test tests theft
    threat threats timetable timing title toll tolls town trade traffic train trains transfer transit travel treatment
    treaty trial tribute trigger truck trucks tug tugs ultimatum unrest venue verdict version versions vessel vessels veto
    victim victims view views village visa visas visit visits vote votes wages waiver warning warnings warrant water weapon
    weapons weather websites wheat withdrawal witness wording words work wreck""".split()
)
_AFTER_NOUN = frozenset(
    "of for at between in on to from with against over about worth by among is are was were".split()
) - {"is", "was"}
_TITLES = frozenset(
    """mr mrs ms dr sir lord president vice prime minister foreign defence defense interior finance justice trade chancellor
    king queen prince general colonel major captain ambassador secretary state spokesman spokeswoman spokesperson
    ministry embassy consulate government parliament senate assembly army navy court council committee department""".split()
)


def check_names(case: Case) -> Check:
    """Countries by any of their names; everybody and everything else by the words themselves."""
    reasons: list[str] = []
    text = _UNIT.sub(lambda found: " " * len(found[0]), case.masked)
    hits = names_in(text)
    for hit in hits:
        if not _country_borne_out(hit, case):
            reasons.append(f"names {text[hit.start : hit.end]}, which no cited passage names")
        elif _misplaced(hit, case):
            reasons.append(f"puts it in {text[hit.start : hit.end]}, the cited passages don't")
    for name in _other_names(text, hits):
        missing = [word for word in name.split() if not _word_borne_out(word, case)]
        if missing and not _acronym(name, case):
            reasons.append(f"names {name}, which no cited passage names")
    return Check(tuple(dict.fromkeys(reasons)))


def _country_borne_out(hit: NameHit, case: Case) -> bool:
    written = case.text[hit.start : hit.end]
    if _stands(written, case):
        return True
    codes = set(hit.code.split())
    if (
        hit.kind == "capital"
        and not _CALLED_IN.search(case.text, max(0, hit.start - 30), hit.start)
        and _PLACE_BEFORE.search(case.text, max(0, hit.start - 30), hit.start)
        and not _TELLING.match(case.text, hit.end)
        and not _SEAT_BEFORE.search(case.text, max(0, hit.start - 60), hit.start)
    ):
        return False  # in Odesa is more than in Ukraine
    if (
        hit.kind == "capital"
        and _FROM_BEFORE.search(case.text, max(0, hit.start - 12), hit.start)
        and _other_town(hit, case)
    ):
        return False
    if codes & _MANY:
        return _acronym(written, case)
    if hit.kind == "group" or len(codes) > 1:
        return codes <= case.codes
    return bool(codes & case.codes)


def _other_town(hit: NameHit, case: Case) -> bool:
    """Whether the passages name another town of the country, which the sentence doesn't."""
    return any(
        other.kind == "capital" and other.code == hit.code and case.body[other.start : other.end] not in case.text
        for other in names_in(case.body)
    )


def _misplaced(hit: NameHit, case: Case) -> bool:
    """Whether the sentence puts the act in a country, though the events and the passages put it in another."""
    if hit.kind != "name" or not _PLACE_BEFORE.search(case.text, max(0, hit.start - 30), hit.start):
        return False
    if _CALLED_IN.search(case.text, max(0, hit.start - 30), hit.start) or _TELLING.match(case.text, hit.end):
        return False
    places = {event.place.country for event in case.events if event.place and event.place.country}
    if not places or hit.code in places:
        return False
    if any(
        event.place is None and hit.code in {p.country for p in (*event.actors, *event.recipients)}
        for event in case.events
    ):
        return False  # it may be where another cited event took place
    written = re.escape(case.text[hit.start : hit.end])
    if re.search(
        rf"\b(?:in|at|near|outside|around|inside|off|over|from|across)\s+(?:[\w'-]+\s+){{0,2}}?{written}", case.body
    ):
        return False
    return hit.code not in {place.country for place in find_places(case.body)}


def _stands(name: str, case: Case) -> bool:
    plain = name.lower()
    return holds(case.lower, plain) or any(holds(other.lower(), plain) for other in case.names)


def _other_names(text: str, hits: tuple[NameHit, ...]) -> list[str]:
    """Runs of capitalised words that are no country, date or beginning of a sentence."""
    taken = [(hit.start, hit.end) for hit in hits] + [(date.start, date.end) for date in find_dates(text)]
    names: list[str] = []
    last_end = -1
    for found in _CAPITALISED.finditer(text):
        start, end = found.span()
        if not found[0][0].isupper() or any(low < end and start < high for low, high in taken):
            continue
        word = found[0].removesuffix("'s")
        if start == 0 and _LABEL.match(text) and (word.lower() in _TOPICS or word.endswith("ed")):
            continue
        opening = bool(_BREAK.search(text, max(0, start - 4), start)) or start == 0
        if opening and _is_common(word, text[end:]):
            continue
        if word.lower() in ("i",) or (len(word) == 1 and not word.isalpha()):
            continue
        if names and last_end >= 0 and text[last_end:start] in (" ", "-", ". "):
            names[-1] = f"{names[-1]} {word}"
        else:
            names.append(word)
        last_end = found.end()
    return names


def _is_common(word: str, after: str) -> bool:
    """Whether a capitalised word at the beginning of a sentence is an ordinary one."""
    plain = word.lower()
    if parse_number(plain) is not None:
        return True
    if plain in _FUNCTION or plain in _COMMON or plain in _TITLES or not word[1:].islower():
        return plain in _FUNCTION or plain in _COMMON or plain in _TITLES
    following = re.match(r"\s+([^\W\d_][\w'-]*)", after)
    if following and following[1] in _AFTER_NOUN:
        return True
    if plain.endswith("ed") and re.match(
        r"\s+(?:is|are|was|were|remains?|and|but|or|then|as|twice|again|back|after|before|not|off|out|up|down)\b", after
    ):
        return True
    if following and following[1][0].isupper() and following[1].lower() not in _TITLES:
        return False
    # A plural or a derived noun ("Miners", "Negotiations") is no name; "Petrov said" is one.
    return plain.endswith(
        ("ers", "ions", "ists", "ents", "ants", "ion", "ing", "ings", "ment", "ness", "ity", "ly", "ors")
    )


def _word_borne_out(word: str, case: Case) -> bool:
    plain = word.lower().rstrip(".")
    if plain in _FUNCTION or len(plain) < 2:
        return True
    return (
        plain in _words(case.body)
        or any(plain in _words(name) for name in case.names)
        or (plain in _TITLES and stem(plain) in case.stems)
        or (plain.endswith("s") and plain[:-1] in _words(case.body))
        or all(part in _words(case.body) for part in plain.split("-") if part)
    )


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text.lower())
    parts = [part for word in found for part in re.split(r"['-]", word)]
    return frozenset((*found, *parts, *(word.removesuffix("'s") for word in found)))


def _acronym(name: str, case: Case) -> bool:
    """Whether the name is the initials of words of a passage, or a passage holds the initials of the name's words."""
    words = re.findall(r"[A-Za-z]+", name)
    if len(words) == 1 and name.isupper():
        texts = [case.body, *case.names]
        for text in texts:
            initials = "".join(
                word[0]
                for word in re.findall(r"\b[A-Z][a-z]+|\band\b|\bof\b|\bthe\b|\bin\b|\bfor\b", text)
                if word[0].isupper()
            )
            if name.replace(".", "") in initials:
                return True
        return False
    short = "".join(word[0] for word in words if word[0].isupper())
    return len(short) > 1 and (short in _raw_words(case.body))


@lru_cache(maxsize=4096)
def _raw_words(text: str) -> frozenset[str]:
    return frozenset(word.replace(".", "") for word in re.findall(r"[A-Z][A-Z.]+", text))
