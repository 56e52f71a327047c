"""What hangs on a noun group: "of France", "in Paris", appositions, lists; who is meant by the whole."""

from __future__ import annotations

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

_PARTS = frozenset(
    """group groups number member members team teams majority handful series coalition lot part units elements hundreds thousands
    dozens scores tens couple pair trio batch wave column contingent most some many several half two three four five""".split()
)
_POSTED = frozenset(
    "ambassador ambassadors embassy envoy envoys consulate consul mission troops soldiers forces".split()
)
_TAILS = frozenset("of for to in at from on against".split())
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson lawyer lawyers representative chief head leader".split())
_QUARTERS = frozenset(
    """center centre heart middle streets suburb suburbs outskirts city town village port harbour harbor capital province district
    region department north south east west northeast northwest southeast southwest parts""".split()
)
_CLAUSAL = frozenset("after before since until as than".split())  # may lead in a clause as well as a group
_INNER = frozenset("of to for from in at on with".split())
_OWNING = frozenset(("to", "for", "of"))
_CLOSING = frozenset((",", ".", ";", ")", "—"))  # behind an apposition
_OFFICES = frozenset("minister ministers ministry ministries secretary undersecretary department".split())
_FIRED = frozenset("drone drones rocket rockets missile missiles shell shells mortars projectile projectiles".split())
_SENT = frozenset("launched fired sent coming flying shot".split())


def attach(reading: Reading) -> None:
    """Give a group the country of what hangs on it, and mark what only modifies ("the president of France")."""
    low, mentions = reading.words.low, reading.mentions
    for mention in mentions:
        if mention.prep in _CLAUSAL and _verb_follows(reading, _list_end(reading, mention)):
            mention.prep = ""
    for at in range(len(mentions) - 2, -1, -1):
        left, right = mentions[at], mentions[at + 1]
        if right.start - left.stop != 1:
            _set_whence(low, left, right)
            continue
        gap = low[left.stop]
        if gap in _INNER:
            _attach_phrase(reading, at, gap)
        elif gap == "(" and right.hit and low[right.stop : right.stop + 1] == [")"] and (left.person or left.role):
            left.codes = left.codes or right.codes  # "Aimé Loubaki (Republic of the Congo)"
            right.inner = True
        elif gap == "," and not left.pronoun and not right.pronoun:
            _attach_apposition(reading, at)


def _attach_phrase(reading: Reading, at: int, prep: str) -> None:
    """Let a group at `at` take over what the next one, right behind it and `prep`, tells of it: "a group of French soldiers"."""
    low, left, right = reading.words.low, reading.mentions[at], reading.mentions[at + 1]
    plain = not (left.role or left.hit)
    if prep == "of" and plain and low[left.end - 1] in _PARTS and (right.codes or right.role):
        left.codes, left.role, left.sector = _listed(reading, at + 1), right.role, right.sector or "GOV"
        left.party = right.inner = True
    elif prep == "of" and right.hit and _quarter(left, low):
        right.prep = left.prep  # "in the centre of Brazzaville"
    elif left.role in _OFFICES and not left.codes and prep in ("of", "for") and _set_owner(reading, at):
        return
    elif not plain and not left.pronoun:
        _attach_country(reading, at, prep)


def _attach_country(reading: Reading, at: int, prep: str) -> None:
    """Give an office or body at `at` the country in the phrase behind it: "the president of France", "envoys from Chad"."""
    low, mentions = reading.words.low, reading.mentions
    left, right = mentions[at], mentions[at + 1]
    if left.role and not left.hit and prep == "of" and right.codes:
        left.codes = _listed(reading, at + 1, low[left.end - 1].endswith("s"))
        right.inner = True
    elif left.role and prep in _OWNING and left.sector in ("GOV", "MIL") and (right.codes or right.role):
        right.inner = True
        if not left.codes and right.codes and left.role in _SPOKESMEN:
            left.codes = right.codes  # "a spokesman for the army of Chad"
    elif left.role and prep in ("in", "at") and right.codes and low[left.end - 1] not in _POSTED:
        if not left.codes and right.hit:
            left.codes = right.codes
        right.inner = left.institution
    elif left.institution and prep == "of" and not (left.codes or right.codes or right.role):
        seat = mentions[at + 2] if at + 2 < len(mentions) else None
        if seat is not None and seat.hit and low[right.stop : seat.start] in (["in"], ["at"]):
            left.codes, seat.inner = seat.codes, True  # "the Ministry of Foreign Affairs in Kinshasa"
    elif left.role and prep == "from" and right.codes and not left.codes:
        left.codes = _listed(reading, at + 1, low[left.end - 1].endswith("s"))


def _attach_apposition(reading: Reading, at: int) -> None:
    """Join a person and an office with a comma between: "Galuzin, the Russian envoy," or "the Russian envoy, Galuzin,"."""
    words, left, right = reading.words, reading.mentions[at], reading.mentions[at + 1]
    after = _after_group(reading, at + 1)
    if left.prep and right.role and not right.prep:
        left = climb(reading, left) or left
    elif left.prep == "of" and left.hit and right.person and not right.hit:
        office = climb(reading, left) or reading.at.get(left.start - 2)  # "the ambassador of Niger, Moussa Issa,"
        if (
            office is not None
            and office.role
            and not office.institution
            and not words.low[office.end - 1].endswith("s")
        ):
            office.codes = office.codes or left.codes
            left = office
    if after not in _CLOSING and after not in tk.RELATIVES:
        return
    if left.person and not left.role and right.role and not right.prep:
        left.role, left.sector = right.role, right.sector
        left.codes = left.codes or right.codes
    elif right.person and not right.hit and left.role and right.role not in words.low[right.start : right.end]:
        right.codes = right.codes or left.codes  # also "…, Galuzin, a former judge who …"
        left.alias = words.raw[right.end - 1]
        left.person = left.person or right.person
        right.inner = True


def _set_whence(low: list[str], weapons: Mention, there: Mention) -> None:
    """Let what is fired belong to the country from which it comes: "Two drones launched from Yemen hit a depot"."""
    if low[weapons.end - 1] not in _FIRED or weapons.codes or not there.hit or there.prep != "from":
        return
    if there.start - weapons.stop == 2 and low[weapons.stop] in _SENT:
        weapons.codes, weapons.sector, weapons.role, weapons.party = there.codes, "MIL", low[weapons.end - 1], True


def _set_owner(reading: Reading, at: int) -> bool:
    """Give an office the country behind what it is for, if one stands there: "the Minister of Trade and Industry of Zambia"."""
    raw, low, mentions = reading.words.raw, reading.words.low, reading.mentions
    for end in range(at + 1, min(at + 5, len(mentions) - 1)):
        if mentions[end].codes or mentions[end].pronoun or not raw[mentions[end].end - 1][0].isupper():
            return False
        owner, gap = mentions[end + 1], low[mentions[end].stop : mentions[end + 1].start]
        if gap == ["of"] and owner.hit and owner.codes:
            mentions[at].codes, owner.inner = owner.codes, True
            for thing in mentions[at + 1 : end + 1]:
                thing.prep, thing.inner, thing.person, thing.party = low[mentions[at].stop], True, None, False
            return True
        if gap not in (["and"], [","], [",", "and"], ["for"], ["of"]):
            return False
    return False


def _quarter(mention: Mention, low: list[str]) -> bool:
    """Whether a phrase puts something in a part of a place: "in the centre"."""
    return mention.prep in ("in", "at") and not (mention.role or mention.hit) and low[mention.end - 1] in _QUARTERS


def _after_group(reading: Reading, at: int) -> str:
    """The word after a group and the phrases that hang on it: the comma in "the U.N. envoy for the Sahel, urged"."""
    low, mentions = reading.words.low, reading.mentions
    end = mentions[at].stop
    for other in mentions[at + 1 : at + 4]:
        if other.prep in _TAILS and low[end : other.start] == [other.prep]:
            end = other.stop
        else:
            break
    return low[end] if end < len(low) else "."


def _list_end(reading: Reading, mention: Mention) -> int:
    """Where the names listed with a mention end."""
    low = reading.words.low
    end = mention.stop
    for other in reading.mentions:
        if other.start > end and low[end : other.start] in (["and"], [","], [",", "and"]) and other.hit:
            end = other.stop
    return end


def _verb_follows(reading: Reading, start: int) -> bool:
    """Whether a verb comes at `start`, an apposition, adverbs and auxiliaries apart."""
    low = reading.words.low
    t = start
    if t < len(low) and low[t] == ",":  # "after the ambassador, X, had been …"
        t = next((j + 1 for j in range(t + 1, min(t + 9, len(low))) if low[j] == ","), t)
    while t < len(low) and (
        tk.is_adverb(low[t]) or low[t] in tk.HAVE or low[t] in tk.MODALS or low[t] in tk.BE or low[t] in ("not", "and")
    ):
        t += 1
    return t < len(low) and (reading.verb[t] or low[t - 1] in tk.BE)


def _listed(reading: Reading, at: int, plural: bool = False) -> tuple[str, ...]:
    """Codes of a group and of the names listed after it: "of France, Germany and Britain"; `plural` is what hangs on them."""
    low, mentions = reading.words.low, reading.mentions
    codes = list(mentions[at].codes)
    end = at
    while end + 1 < len(mentions) and mentions[end + 1].hit:
        gap = low[mentions[end].stop : mentions[end + 1].start]
        if gap not in ([","], ["and"], [",", "and"]):
            break
        end += 1
    if (
        end > at
        and "and" in low[mentions[end - 1].stop : mentions[end].start]
        and (end > at + 1 or plural or not _verb_follows(reading, mentions[end].stop))
    ):
        for mention in mentions[at + 1 : end + 1]:
            codes += mention.codes
    return tuple(dict.fromkeys(codes))
