"""Words of a sentence with the closed classes of English, and the inflected forms of verbs and nouns.

Offsets are half-open Python string indices into the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

# One group round it all, so that `split` gives the tokens and what stands between them. Each begins with any character that is
# no white space: `re` skips that at once, and the choices look back at what it was. The first two are mere shortcuts.
_TOKEN = re.compile(
    r"(\S(?:(?<=[a-z])[a-z]++(?![\w'’‐‑-])|(?<=[A-Za-z])[a-z]*+(?![\w'’‐‑.-])|(?<=[,.])|(?<=[^\W\d_])\.(?:[^\W\d_]\.)+"
    r"|(?:(?<=M)(?:rs?|s|aj)|(?<=D)r|(?<=G)(?:en|ov)|(?<=C)(?:ol|apt)|(?<=L)t|(?<=S)(?:gt|en|t)|(?<=R)e[pv]|(?<=P)rof|(?<=A)dm)\."
    r"|(?<=\d)(?:[\d,.]*\d(?::\d\d)?|:\d\d|(?=(?:st|nd|rd|th)\b))|(?<=[dl])['’]\w+|(?<=\w)(?:\w*n['’]t\b|\w*(?:[-‐‑]\w+)*)"
    r"|(?<=['’])(?:s|ve|ll|re|d|m)\b|(?<!\w)))"
)

DETERMINERS = frozenset(
    "a an the this these those some any no every each another all both its their his her our my your several many".split()
)
POSSESSIVES = frozenset("its their his her our my your".split())
PREPOSITIONS = frozenset(
    """of in on at by for with from to into onto over against under about after before during between among amid through
    across near around towards toward upon within without inside outside behind beyond off via despite since until till
    as following including alongside per than like regarding concerning beneath along above below besides except""".split()
)
PARTICLES = PREPOSITIONS | frozenset("out up down back away home free apart aside forward".split())
CONJUNCTIONS = frozenset("and or but nor yet so".split())
RELATIVES = frozenset("who which that whom whose where".split())
SUBORDINATORS = frozenset(
    """that who which whom whose where when while because although though if unless whether once whereas after before
    since until as lest""".split()
)
BE = frozenset("be am is are was were been being 're 'm".split())
HAVE = frozenset("have has had having 've".split())
MODALS = frozenset("will would shall should may might can could must 'll 'd wo ca".split())
DO = frozenset("do does did".split())
AUXILIARIES = BE | HAVE | MODALS | DO | {"to", "get", "got", "not", "never"}
PREDICATES = frozenset(
    "willing unwilling ready prepared able unable due set likely reluctant keen eager scheduled poised determined".split()
)
CHARGES = frozenset(
    """accused accuses accusing accuse blamed blames blaming suspected suspects suspecting charged charges reproached reproaches
    convicted acquitted""".split()
)
PRONOUNS = frozenset("he she they it we i you him them us me who whom themselves itself himself herself one".split())
ADVERBS = frozenset(
    """also then now again already still just only soon later earlier recently meanwhile however instead once twice
    even ever further furthermore yesterday today tomorrow tonight thus therefore first finally today's always often
    repeatedly too almost nearly about there here overnight so far yet back up out down off away together abroad
    reportedly allegedly apparently simply indeed separately jointly formally officially moreover nevertheless nonetheless
    henceforth thereupon thereafter afterwards forthwith""".split()
)
TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec day days week weeks month months
    year years morning evening afternoon night last next this early late earlier later same previous hours hour ago
    yesterday today tonight tomorrow weekend midnight noon spring summer autumn winter dawn dusk daybreak nightfall
    sunrise sunset fortnight""".split()
)
MONTHS = frozenset("january february march april may june july august september october november december".split())
TIME_WORDS |= {f"mid-{name}" for name in MONTHS}
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_WHEN = WEEKDAYS | frozenset("day night morning evening afternoon week month year".split())
DATE_OPENERS = MONTHS | WEEKDAYS | frozenset(("the", "that", "this", "last", "next"))
QUOTES = frozenset('"“”„«»')
_STOP = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | SUBORDINATORS | AUXILIARIES | PRONOUNS | ADVERBS

# Strong verbs: base, past, participle. Regular ones are made by rule.
_IRREGULAR = """
arise arose arisen; be was been; bear bore borne; beat beat beaten; become became become; begin began begun; bid
bid bid; bind bound bound; bite bit bitten; blow blew blown; break broke broken; bring brought brought; build
built built; burn burned burned; buy bought bought; cast cast cast; catch caught caught; choose chose chosen;
come came come; cut cut cut; deal dealt dealt; dig dug dug; do did done; draw drew drawn; drive drove driven;
eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found; flee fled
fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze
frozen; get got got; give gave given; go went gone; grow grew grown; hang hanged hanged; have had had; hear
heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known; lay
laid laid; lead led led; leave left left; lend lent lent; let let let; lie lay lain; lose lost lost; make made
made; mean meant meant; meet met met; mow mowed mown; offset offset offset; overcome overcame overcome; override overrode
overridden; overrun overran overrun; overthrow overthrew overthrown; pay paid paid; put put put; quit quit quit;
read read read; rebuild rebuilt rebuilt; ride rode ridden; ring rang rung; rise rose risen; run ran run; say
said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken;
shed shed shed; shoot shot shot; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept;
speak spoke spoken; spend spent spent; split split split; spread spread spread; stand stood stood; steal stole
stolen; stick stuck stuck; strike struck struck; swear swore sworn; sweep swept swept; take took taken; teach
taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown; undergo underwent
undergone; understand understood understood; undertake undertook undertaken; unfreeze unfroze unfrozen; uphold
upheld upheld; fling flung flung; sling slung slung; slay slew slain; kneel knelt knelt; swing swung swung; retake retook
retaken; repay repaid repaid; rewrite rewrote rewritten; undo undid undone; overtake overtook overtaken; broadcast
broadcast broadcast; wear wore worn; win won won; withdraw withdrew withdrawn; withhold withheld withheld; write wrote
written; light lit lit; slit slit slit; bus bussed bussed; gas gassed gassed; tear-gas tear-gassed tear-gassed
"""
STRONG: dict[str, tuple[str, str]] = {}
for _entry in _IRREGULAR.replace("\n", " ").split(";"):
    _base, _past, _part = _entry.split()
    STRONG[_base] = (_past, _part)
UNCHANGED = frozenset(base for base, (past, _) in STRONG.items() if past == base)
STRONG_PASTS = frozenset(form for base, forms in STRONG.items() for form in forms if form != base)
_DOUBLING = frozenset(
    """jet expel ban rebel stop plan commit permit admit abet pin stab rob grab drop ram kidnap slam chat step refer
    defer transfer deter regret submit equip ship trap gun blot lob tap snub rap slap wrap scrap tip strip whip
    plot acquit patrol control bar gas swap beg jam nab dub cap clip confer compel propel dispel repel rebut spur stir scar
    span spot slip trim hug tug plug mob nod plod prod pad shred shun pen scan skip mop hop pop prop flop chop crop top stem
    drum clap cram dam rig flag drag brag nag gag wag bag lag tag log clog flog mug rub scrub club bob sob fit knit pit omit remit
    emit transmit allot knot jot rot net vet whet fret sag incur occur recur concur blur infer prefer enrol extol zap map snap
    sap flip grip rip trip chip dip bus fan pan con stun bug lug thin tan wed backpedal""".split()
)


_DOUBLING_IRREGULAR = frozenset(
    "begin cut get hit let put quit run set shut sit split win forget bid dig forbid".split()
)


@lru_cache(maxsize=4096)
def verb_forms(base: str) -> Mapping[str, str]:
    """Forms of a verb, each with its kind: base, s, past, participle or ing ("past" also stands for a like participle)."""
    s, past, ing = _regular_forms(base)
    if base in STRONG:
        return _strong_forms(base, s, base + base[-1] + "ing" if base in _DOUBLING_IRREGULAR else ing)
    forms = {base: "base", s: "s", past: "past", ing: "ing"}
    if base.endswith(("el", "al")) and base not in _DOUBLING:  # British: cancelled, travelled
        forms[base + "led"], forms[base + "ling"] = "past", "ing"
    return forms


def _regular_forms(base: str) -> tuple[str, str, str]:
    """The -s, -ed and -ing forms that a verb has by rule."""
    if base in ("go", "do", "undergo", "veto", "echo"):
        return base + "es", base + "ed", base + "ing"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith("ie"):
        return base + "s", base + "d", base[:-2] + "ying"
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing" if not base.endswith("ee") else base + "ing"
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es", base + "ed", base + "ing"
    if base in _DOUBLING:
        return base + "s", base + base[-1] + "ed", base + base[-1] + "ing"
    return base + "s", base + "ed", base + "ing"


def _strong_forms(base: str, s: str, ing: str) -> dict[str, str]:
    """Forms of a strong verb; "any" is one that serves as base and participle: "cut", "become"."""
    past, participle = STRONG[base]
    forms = {base: "base", s: "s", ing: "ing", past: "past"}
    if participle not in forms:
        forms[participle] = "participle"
    elif participle == base:
        forms[base] = "any"
    return forms


def all_forms(verbs: str) -> frozenset[str]:
    """The forms of several verbs, given by their base forms with spaces between."""
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


def noun_forms(base: str) -> tuple[str, ...]:
    """A noun and its plural."""
    if base.endswith(("man", "child", "person")) and base != "human":
        for singular, plural in (("man", "men"), ("child", "children"), ("person", "people")):
            if base.endswith(singular):
                return (base, base[: -len(singular)] + plural)
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return (base, base[:-1] + "ies")
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return (base, base + "es")
    return (base, base + "s")


@dataclass(slots=True)
class Tokens:
    """The words of one sentence in parallel lists; `starts` and `ends` index the article's text.

    `forms` are the different ones of `low`: dozens of rules first ask whether one of their words is among them. `timed` keeps what
    `advancing.names_time` found out.
    """

    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    forms: frozenset[str] = field(init=False)
    timed: bool | None = None

    def __post_init__(self) -> None:
        self.forms = frozenset(self.low)

    def put(self, at: int, word: str) -> None:
        """Let another word, in lower case, stand for the one at a token."""
        self.low[at] = word
        self.forms, self.timed = frozenset(self.low), None

    def __len__(self) -> int:
        return len(self.raw)


def tokenize(text: str, offset: int = 0) -> Tokens:
    """Words and punctuation marks of a text; `offset` is where the text begins in its article."""
    parts = _TOKEN.split(text)  # a gap, a token, a gap, …, a gap
    bounds = list(accumulate(map(len, parts), initial=offset))
    raw = parts[1::2]
    low = list(map(str.lower, raw if "’" not in text else " ".join(raw).replace("’", "'").split(" ")))
    return Tokens(raw, low, bounds[1:-1:2], bounds[2::2])


_NTH = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth fifteenth last".split()
)


def date_end(low: list[str], i: int) -> int:
    """Where the date that begins at token `i` ends ("the 22nd", "11 October", "the next day"); `i` when none does."""
    end = len(low)
    j = i + (low[i] in ("the", "that", "this"))
    if j + 1 >= end:
        return i
    if low[j] in ("next", "following", "same", "previous", "last"):
        return j + 2 if low[j + 1] in _WHEN else i
    if low[j].isdigit():
        k = j + 1 + (low[j + 1] in _ORDINALS)
        if k + 1 < end and low[k] == "of" and low[k + 1] in MONTHS:
            return k + 2
        if k < end and low[k] in MONTHS:
            return k + 1 + (k + 1 < end and len(low[k + 1]) == 4 and low[k + 1].isdigit())
        return k if k > j + 1 else i
    if low[j] in _NTH and j + 2 < end and low[j + 1] == "of" and low[j + 2] in MONTHS:
        return j + 3  # "the first of July"
    if low[j] in MONTHS and low[j + 1].isdigit():
        return j + 2 + (j + 2 < end and low[j + 2] in _ORDINALS)
    return j + 1 if low[j] in WEEKDAYS else i


# Words that neither begin a noun group nor stand for one.
CLOSED = frozenset(
    word
    for word in _STOP - DETERMINERS - PRONOUNS - PREDICATES
    if word not in ("both", "all") and not word.endswith(("self", "selves"))
)


def is_stop(low: str) -> bool:
    """Whether a word belongs to a closed class and so ends a noun group."""
    return low in _STOP or low.endswith("n't")


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject, its auxiliaries and the verb."""
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > 4 and low not in ("italy", "july", "ally", "family", "assembly", "supply")
    )


def is_day_number(low: list[str], at: int) -> bool:
    """Whether the number at a token is the day of a date: "February 11", "9 May"."""
    return low[at].isdigit() and (low[at - 1] in MONTHS or (at + 1 < len(low) and low[at + 1] in MONTHS))
