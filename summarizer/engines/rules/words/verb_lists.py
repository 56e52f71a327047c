"""Lists of common verbs, and of verbs whose forms are as often nouns ("attack", "report")."""

from __future__ import annotations

from functools import lru_cache

from summarizer.engines.rules.words import tokens as tk

# Verbs that are no cues but end a noun group all the same.
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
# Verbs whose base and -s forms are nouns as often.
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
    accord address approach audit bargain bear bin brief buckle carpet cock dash foot forward hint leap prompt prop race reason
    scotch shore spike spring thumb wash
    pull dump flood leak harvest hound bully bag comb pepper blast blaze hammer blitz batter hose thrust gain foil
    double muster rest pause pool lease rent charter pipe pump plough channel stock sponsor trim axe bolt counsel prod
    nudge motion roast slate rake savage ditch loan fork yank fan drum chafe boot kick hike spoof siphon swamp tax tip
    bus skirmish tangle pair weigh study reproach hear gun court cable kit link line wish""".split()
)


@lru_cache(maxsize=1)
def common_verbs() -> frozenset[str]:
    """Forms of common verbs that needn't be cues."""
    return frozenset(form for base in _VERBS for form in tk.verb_forms(base))


@lru_cache(maxsize=1)
def verbs_or_nouns() -> frozenset[str]:
    """Base and -s forms of verbs that may as well be nouns."""
    return frozenset(form for base in _NOUNS for form in (base, *tk.noun_forms(base)))
