"""Which words of a sentence are verbs, where forms alone don't tell ("attacks", "suspected", "draft")."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.heads import load_heads
from summarizer.engines.rules.words.kinds import ADVERB, CUE, VERBAL
from summarizer.normalising.actors import NameHit

if TYPE_CHECKING:
    from summarizer.engines.rules.acts.lexicon import Lexicon

# Adjectives in -ed, which end no noun group.
_ADJECTIVES = frozenset(
    """united armed alleged suspected occupied unprecedented limited hundred red wounded accused injured detained so-called
    divided displaced disputed related sacred renowned retired combined proposed planned continued banned jailed exiled
    unarmed masked indebted devoted skilled three-day armoured armored unmanned convicted wanted ousted""".split()
)
# Verbs that are no cues but end a noun group all the same, and forms of cue verbs that are nouns as often as verbs.
_VERBS = """say tell add note state declare announce confirm report insist argue explain describe believe think know hope
expect want need try continue begin start plan decide intend aim seek agree make take give get go come see find show keep let
become remain seem appear follow include lead bring hold use turn put run move live work bear carry play win lose leave stand
happen write provide sit stay fall cut reach raise pass sell require suggest consider allow serve appeal ask prompt involve
face vow pledge refuse decline face mark spark trigger draw cause insist acknowledge admit dismiss reveal respond reply
estimate warn describe urge speak call quote cite arrive return claim fail remain own regard hail flee rule
account amount await strive deny build roll mean feel hear spend earn cost die belong exist consist depend differ
disappear emerge enjoy expire explode flow gather grow happen hesitate ignore imply include indicate inform inherit inspect
intervene laugh learn lie listen lack manage marry mention miss occur obtain obey oppose organise organize owe possess
prefer pretend prevent proceed produce prove publish pull quit realise realize recall receive recover reduce
refer reflect relate rely remember remind remove repair repeat replace represent resemble resume retain reveal rise
sail satisfy save settle shake sing sink sleep smell smile solve spread steer stick stretch succeed suffer
swim taste teach tend throw tie translate treat understand unite vanish vary wait
walk weaken weigh whisper widen wonder worry wipe achieve acquire adapt adjust
admire affect aggravate alter announce anticipate appoint approve arise arrange assemble
assess assume assure attach attempt attend attract avoid bake become beg behave bet bite bless blow borrow bow breathe breed
broadcast bury calculate carry cease celebrate choose cite clarify climb cling collect combine compare
compel compete complain complete comprise conceal conclude confess confirm confront confuse congratulate connect
contain contribute convert convince cope correspond cover create cry deal decorate decrease dedicate deepen define derive
deserve develop devote digest dine disagree disappoint discover dismantle distinguish distribute divert divide drag drink drive
drown eat elect eliminate embark embrace enable encourage enter entitle escape
establish evolve examine exceed exclude exist expand exploit extend facilitate feed
fold forbid forget forgive fulfil generate govern grab guarantee handle hide hire identify imagine
impress improve influence insert install interrupt introduce invent invest isolate judge jump justify knock link lock
maintain matter measure melt mend modify""".split()
_NOUNS = frozenset(
    """report note state plan aim need work play move use turn run return claim call face mark draw cause rule account amount
    cost work hope show stay fall cut pass stand win start lead hold appeal spark trigger attack strike protest visit talk demand
    order charge ban raid fire ambush support aid help arrest march rally riot request blame search fight clash bomb shell
    force hit release test offer welcome praise thank back rebuke object share trade export import sanction veto torture
    rape murder poison jam block club whip stone boycott threat gas drone fine list deal pact close open cut stop halt end
    question probe vote launch fund finance train equip transfer tour travel head trip stage stage host meet call phone
    ring respect exchange shift grant kidnap guard escort debate challenge contest dispute balance broker bar limit curb check
    drop delay freeze ease pardon decree swap promise pledge warning kill push press urge command control detail permit board
    parade picket stream surge swarm spill file camp chain collar park roll pile drag barricade paint spray splash slash smash
    host feed treat fly drop ferry truck haul post train label brand term pay bail parole board purchase slap pin award levy
    ground form lodge load position crowd treat fund ship market dub cage strand patrol mine graze silence crash land coach
    seal drill exercise arm rescue shelter harbour harbor reply level hand name station rush mass service shoot down
    spy bug tap float pitch tender bid book finger rail storm growl throng mob light lock gag muzzle net bust bundle
    pull dump flood leak harvest hound bully bag comb pepper blast blaze hammer blitz batter hose thrust gain foil
    double muster rest pause pool lease rent charter pipe pump plough channel stock sponsor trim axe bolt counsel prod
    nudge motion roast slate rake savage ditch loan fork yank fan drum chafe boot kick hike spoof siphon swamp tax tip
    bus skirmish tangle pair weigh study reproach hear gun court cable kit link line wish""".split()
)
_GERUNDS = frozenset(
    "shelling bombing killing meeting ruling shooting hearing firing stabbing poisoning hacking warning fighting".split()
)
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty hundred thousand several many few dozens scores some""".split()
)
_SAID = frozenset(
    "says said told insists insisted maintains denies denied".split()
)  # "Ghana's army says so, Togo's denies it"
_SAY = frozenset("say insist believe maintain deny allege contend".split())
_AUXILIARY = tk.BE | tk.HAVE | tk.MODALS | tk.DO | {"to", "not"}
# What follows a participle with which a sentence begins: "Freed on Saturday by Chad, the pilots …".
_AFTER_FRONTED = frozenset(
    "by on in at from to into for over after during as back out off away home late early".split()
)
_ADJECTIVAL = frozenset("us u.s uk u.k eu un u.n nato".split()) | {"u.s.", "u.k.", "u.n."}


@lru_cache(maxsize=1)
def common_verbs() -> frozenset[str]:
    """Forms of common verbs that needn't be cues."""
    return frozenset(form for base in _VERBS for form in tk.verb_forms(base))


@lru_cache(maxsize=1)
def _nouny() -> frozenset[str]:
    """Base and -s forms of verbs that may as well be nouns."""
    return frozenset(form for base in _NOUNS for form in (base, *tk.noun_forms(base)))


def find_verbs(
    words: tk.Tokens, kinds: list[int], hits: dict[int, NameHit], covered: dict[int, int], lexicon: Lexicon
) -> list[bool]:
    common, nouny = common_verbs(), _nouny()
    low, raw = words.low, words.raw
    verbs = [False] * len(low)
    for i in [i for i, kind in enumerate(kinds) if kind & VERBAL]:
        word = low[i]
        cue = kinds[i] & CUE > 0
        ed = word.endswith("ed") and len(word) > 4
        if i in hits or i in covered:
            continue
        if word == "clear" and i and low[i - 1] in ("make", "makes", "made", "making"):
            continue
        if cue and not ed and word not in common and word in lexicon.nouns:
            continue
        j = i - 1
        while j >= 0 and kinds[j] & ADVERB and j not in hits:
            j -= 1
        before = low[j] if j >= 0 else ""
        if (
            raw[i][0].isupper()
            and i > 0
            and not raw[i].isupper()
            and before not in tk.AUXILIARIES
            and (raw[i - 1][0].isalpha() or before == ",")
        ):
            continue  # part of a title or name ("the president, Said Morales"), except in a headline after an auxiliary
        if (before in _AUXILIARY and raw[j] != "May") or before.endswith("n't"):
            verbs[i] = before not in ("to",) or word not in nouny or not _noun_follows_to(low, i)
            continue
        if before == "of" and word.endswith("ing") and not tk.CHARGES.isdisjoint(low[max(0, i - 12) : i]):
            verbs[i] = True  # "accused them of shelling …"
            continue
        if (
            before == "the"
            and word.endswith("ing")
            and low[j - 1 : j] == ["for"]
            and low[i + 1 : i + 2] == ["of"]
            and not tk.CHARGES.isdisjoint(low[max(0, i - 12) : i])
        ):
            verbs[i] = True  # "blamed them for the burning of …"
            continue
        if (
            (before in tk.DETERMINERS and (before not in ("each", "both", "all") or _plural_noun(before, word)))
            or (before == "'s" and word not in _SAID)
            or before in ("of", "more", "new", "further", "fresh")
            or ((before.isdigit() or before in _NUMBERS) and _plural_noun(before, word))
        ):
            continue
        if word == "backing" and i + 1 < len(low) and low[i + 1] in ("for", "from", "of"):
            continue
        if word.endswith("ing"):
            verbs[i] = not (j in hits and hits[j].kind == "demonym")
            if (
                word in _GERUNDS
                and j >= 0
                and low[j][0].isalpha()
                and before not in tk.PREPOSITIONS
                and before not in tk.CONJUNCTIONS
            ):
                verbs[i] = False
            continue
        if before in tk.PREPOSITIONS and before not in ("after", "before", "since", "as", "than", "until"):
            continue
        hit = hits.get(j) or hits.get(covered.get(j, -1))
        if hit is not None and hit.kind == "demonym" and hit.end - hit.start > 2 and not words.raw[j].endswith("s"):
            continue
        if ed:
            if word in _ADJECTIVES and not cue:
                continue
            # "suspected militants": a participle at the beginning of a group; "Poland expelled": a verb after a noun.
            first = (
                j < 0
                or not (low[j][0].isalnum() or low[j] in ',)"”’—')
                or verbs[j]
                or (
                    before in tk.CONJUNCTIONS
                    and word in _ADJECTIVES
                    and not _object_follows(words, hits, i, any(verbs[:i]))
                )
            )
            verbs[i] = not first or (j < 0 and i + 1 < len(low) and low[i + 1] in _AFTER_FRONTED)
            continue
        if word in nouny:
            if (
                j > 0
                and (low[j - 1] in _NUMBERS or low[j - 1].isdigit())
                and raw[j].islower()
                and before.isalpha()
                and word.endswith("s")
            ):
                continue  # "two hospital trains"
            if (before in _NUMBERS or before.isdigit()) and i + 1 < len(low) and low[i + 1].endswith("s"):
                continue  # "four patrol boats"
            if before == "," and low[:i].count(",") > 1 and not any(verbs[:i]) and _object_follows(words, hits, i):
                verbs[i] = True  # "The minister, Nana Quartey, demands their release"
                continue
            if (
                before in ("and", "but", ",")
                and any(verbs[:i])
                and i + 1 < len(low)
                and low[i + 1] in ("on", "for", "the", "a", "its", "upon")
            ):
                verbs[i] = True
                continue
            if hit is not None and before in _ADJECTIVAL and j > 1:
                continue
            if (
                hit is not None
                and not before.endswith("s")
                and (j == 0 or low[j - 1] not in ("and", "or", "&"))
                and (word in lexicon.bare or not cue)
            ):
                continue  # "a Taliban attack": a verb would agree
            if (
                hit is None
                and j > 0
                and raw[j][0].isupper()
                and before[-1:] != "s"
                and before not in tk.PRONOUNS
                and before[0].isalpha()
                and low[j - 1] in tk.DETERMINERS
                and word in lexicon.bare
            ):
                continue  # "at the Sadao post"
            named = hit is not None or (
                j >= 0 and (raw[j][0].isupper() or before == ")" or before in tk.PRONOUNS or before in tk.RELATIVES)
            )
            plural = j >= 0 and before.endswith("s") and not word.endswith("s") and not before.endswith("ss")
            verbs[i] = named or plural or _head_before(before, word)
            continue
        if (
            hit is not None
            and not before.endswith("s")
            and (j == 0 or low[j - 1] not in ("and", "or", "&"))
            and before != "police"
            and word in lexicon.bare
            and not (word in _SAY and j and low[j - 1] in tk.PREPOSITIONS)  # "its critics in Lima say"
            and low[max(covered.get(j, j) - 1, 0)] not in tk.DO  # "Not until Friday did Ghana expel …"
        ):
            continue
        verbs[i] = True
    return verbs


def _noun_follows_to(low: list[str], i: int) -> bool:
    """Whether "to" before a word that may be a noun is a preposition: "led to protests"."""
    return low[i].endswith("s") and not low[i].endswith("ss")


def _object_follows(words: tk.Tokens, hits: dict[int, NameHit], i: int, counted: bool = False) -> bool:
    """Whether what follows a word can only be its object: a determiner, a name, where `counted` a number."""
    if i + 1 >= len(words):
        return False
    following = words.low[i + 1]
    return (
        following in tk.DETERMINERS or (i + 1) in hits or (counted and (following.isdigit() or following in _NUMBERS))
    )


def _plural_noun(before: str, word: str) -> bool:
    """Whether "both" or "all" makes a word a noun: "both sides"; but "they each support"."""
    return before != "each" and word.endswith("s") and not word.endswith("ss")


def _head_before(before: str, word: str) -> bool:
    return word.endswith("s") and before in load_heads().sectors
