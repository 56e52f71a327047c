"""What reports differ on, in one sentence that names who reports what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.article import Article
from summarizer.events import Conflict, ConflictValue, Event, Party
from summarizer.normalising.actors import display_name
from summarizer.normalising.dates import say_date
from summarizer.normalising.phrasing import join_names, say_event, say_party, say_speaker
from summarizer.ontology import Ontology

# "Sixty people": the very figure on which reports differ.
_COUNTED = re.compile(
    r"(?:some |about |at least |over |more than )?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred)\b)",
    re.I,
)
_PRONOUN = re.compile(
    r"(?:them|they|it|its|his|her|their|our|others?|some|one|two|three|this|these|those|that)\b", re.I
)
_ORGAN = re.compile(
    r"\b(?:minist|government|embass|president|premier|chancell|department|council|authorit|foreign|state)", re.I
)
_DETERMINED = re.compile(
    r"(?:the|its|his|her|their|our|a|an|some|two|three|police|people|intelligence|men|women|children)\b", re.I
)
_TAIL = re.compile(r",? \b(?:of|in|from|at|on|who|which|that|for|with|near|to|hidden)\b")
_WHO = Party(name="Who")
_SLOTS = {"quantities": "the figure", "date": "the date", "place": "the place", "recipients": "to whom it was done"}
_LABELS = {**_SLOTS, "status": "whether it happened", "actors": "who did it"}
# What an article with these statuses reports, by the verb's two forms.
_REPORTS: dict[frozenset[str], str] = {
    frozenset({"denied"}): "report{s} that it is denied",
    frozenset({"alleged"}): "report{s} the accusation",
    frozenset({"alleged", "denied"}): "report{s} both the accusation and the denial",
    frozenset({"planned"}): "report{s} a plan",
    frozenset({"announced"}): "report{s} an announcement",
}
_TOLD_WITH_DENIAL = "report{s} it along with a denial"
_TOLD = "report{s} it as a fact"


def say_conflict(event: Event, conflict: Conflict, articles: Mapping[str, Article], ontology: Ontology) -> str:
    """One sentence on what the reports differ and who reports what; of a superseded value, what took its place.

    Where one outlet alone differs from itself, the event's speaker is named, since the outlets don't stand for what is said.
    """
    names = _source_names(conflict, articles)
    tell = {"status": _status, "actors": _actors}.get(conflict.slot, _values)
    told = tell(event, conflict, names, ontology)
    outlets = {_publisher(articles[id_]) for id_ in names}
    source = f", according to {say_speaker(event.attribution[0])}" if event.attribution and len(outlets) < 2 else ""
    return f"{told}{source}."


def _values(event: Event, conflict: Conflict, names: Mapping[str, str], ontology: Ontology) -> str:
    slot = _SLOTS.get(conflict.slot, conflict.slot)
    act = _act(event, ontology, counted=conflict.slot == "quantities")
    values = [(_said(conflict.slot, value), _who(value, names)) for value in conflict.values]
    if conflict.status == "superseded":
        first = join_names([_by(said, who) for said, who in values[:-1]])
        told = f"{slot}, first given as {first}, was later corrected to {_by(*values[-1])}"
        return f"{act}; {told}" if event.actors else f"In reports of {act} {told}"
    given = "; ".join(f"{join_names(who) or 'one'} {_verb('give{s}', who)} {said}" for said, who in values)
    return (
        f"{act}, but reports differ on {slot}: {given}"
        if event.actors
        else f"Reports of {act} differ on {slot}: {given}"
    )


def say_plainly(conflict: Conflict, articles: Mapping[str, Article]) -> str:
    """The values beside each other with their sources, for what a sentence would not tell soundly."""
    names = _source_names(conflict, articles)
    rows = [_by(_said(conflict.slot, value), _who(value, names)) for value in conflict.values]
    return f"Reports differ on {_LABELS.get(conflict.slot, conflict.slot)}: {'; '.join(rows)}."


def _status(event: Event, conflict: Conflict, names: Mapping[str, str], ontology: Ontology) -> str:
    act = _act(event, ontology, inner=True)
    if conflict.status == "superseded":
        *earlier, last = conflict.values
        first = join_names([name for value in earlier for name in _who(value, names)])
        later = join_names(_who(last, names))
        if last.value == "denied":
            charge = all(value.value == "alleged" for value in earlier)
            told = f"an accusation that {act}" if charge else f"that {act}"
            return f"{first} initially reported {told}; {later} later reported that this was not so"
        return f"{later} later reported that {act}, which was denied at first ({first})"
    told_by = _by_article(conflict)
    parts = []
    for values in dict.fromkeys(told_by.values()):
        who = [names[id_] for id_, own in told_by.items() if own == values and id_ in names]
        told = _REPORTS.get(values) or (_TOLD_WITH_DENIAL if "denied" in values else _TOLD)
        if who:
            parts.append(f"{join_names(who)} {_verb(told, who)}")
    return f"Reports differ on whether {act}: {'; '.join(parts)}"


def _actors(event: Event, conflict: Conflict, names: Mapping[str, str], ontology: Ontology) -> str:
    act = (
        f"who {_act(event.model_copy(update={'actors': (_WHO,)}), ontology, inner=True).removeprefix(f'{_WHO.name} ')}"
    )
    if conflict.status == "superseded":
        first, last = conflict.values[:-1], conflict.values[-1]
        before = join_names([_with_article(value.value) for value in first])
        early = join_names([name for value in first for name in _who(value, names)])
        late = f"{join_names(_who(last, names))} later named {_with_article(last.value)} instead"
        return f"Accounts of {act} changed: {early} initially named {before}; {late}"
    told_by = _by_article(conflict)
    parts = []
    for values in sorted(dict.fromkeys(told_by.values()), key=len):
        who = [names[id_] for id_, own in told_by.items() if own == values and id_ in names]
        named = [_with_article(value.value) for value in conflict.values if value.value in values]
        verb = "name{s}" if len(named) == 1 else "give{s} rival accounts that name"
        if who:
            parts.append(f"{join_names(who)} {_verb(verb, who)} {join_names(named)}")
    return f"Reports differ on {act}: {'; '.join(parts)}"


def _act(event: Event, ontology: Ontology, counted: bool = False, inner: bool = False) -> str:
    """The act in a clause: an `inner` one tells it as done, with a small letter. Without a doer it is a noun."""
    place = event.place if event.place and event.place.name[:1].isupper() else None
    if not event.actors:
        noun = f"the {ontology.noun(event.type, event.mode)}{f' in {place.name}' if place else ''}"
        return f"{noun} took place" if inner else noun
    bare: dict[str, object] = {"date": None, "attribution": (), "quantities": (), "place": place}
    bare |= {"status": "occurred"} if inner else {}
    state = "representatives" in ontology.say(event.type, event.mode).past
    recipients = tuple(
        _plain(_uncounted(p) if counted else p, state)
        for p in event.recipients
        if p.country or not _COUNTED.match(p.name)
    )
    actors = tuple(map(_plain, event.actors))
    told = say_event(event.model_copy(update=bare | {"actors": actors, "recipients": recipients}), ontology)
    if not inner or told.startswith(say_party(actors[0])):
        return told
    return told[:1].lower() + told[1:]


def _plain(party: Party, state: bool = True) -> Party:
    """Who has no name by what the text calls them; where a `state` acts or is acted on, its ministries and envoys by its name."""
    if not party.country or party.country in ("IGO", "NGO"):
        return party.model_copy(update={"name": _with_article(party.name)})
    if (
        party.sector is None
        or _PRONOUN.match(party.name)
        or (party.sector == "GOV" and (state or _ORGAN.search(party.name)))
    ):
        return Party(name=display_name(party.country), country=party.country)
    named = party.name[:1].isupper() and _with_article(party.name) == party.name
    return party if named and party.sector != "GOV" else Party(name=_with_article(party.name))


def _uncounted(party: Party) -> Party:
    """A party by its country where its name holds the figure in question."""
    if not party.country or not _COUNTED.match(party.name):
        return party
    return Party(name=display_name(party.country), country=party.country)


def _said(slot: str, value: ConflictValue) -> str:
    if slot == "date":
        return say_date(value.value)
    return _with_article(value.value) if slot == "actors" else value.value


def _with_article(name: str) -> str:
    """The name with an article where it is none of its own: "the military", "the Moroccan patrol"; plurals and names stay."""
    head = _TAIL.split(name, maxsplit=1)[0]
    if not name or _DETERMINED.match(name) or any(word.endswith("s") for word in head.split()):
        return name
    return f"the {name}" if name[0].islower() or head.split()[-1].islower() else name


def _by(said: str, who: Sequence[str]) -> str:
    return f"{said} ({join_names(who)})" if who else said


def _who(value: ConflictValue, names: Mapping[str, str]) -> list[str]:
    return [names[id_] for id_ in value.articles if id_ in names]


def _verb(form: str, who: Sequence[str]) -> str:
    return form.replace("{s}", "s" if len(set(who)) < 2 else "")


def _by_article(conflict: Conflict) -> dict[str, frozenset[str]]:
    """The values that each article gives, in order of the values."""
    ids = dict.fromkeys(id_ for value in conflict.values for id_ in value.articles)
    return {id_: frozenset(value.value for value in conflict.values if id_ in value.articles) for id_ in ids}


def _source_names(conflict: Conflict, articles: Mapping[str, Article]) -> dict[str, str]:
    """What each article is called: its publisher, with the day where one publisher's articles give different values."""
    told_by = {id_: values for id_, values in _by_article(conflict).items() if id_ in articles}
    names = {id_: _publisher(articles[id_]) for id_ in told_by}
    views: dict[str, set[frozenset[str]]] = {}
    for id_, values in told_by.items():
        views.setdefault(names[id_], set()).add(values)
    days = {id_: say_date(day.isoformat()) for id_ in told_by if (day := articles[id_].published_on)}
    return {
        id_: f"{name} of {days[id_]}" if len(views[name]) > 1 and id_ in days else name for id_, name in names.items()
    }


def _publisher(article: Article) -> str:
    return article.publisher or article.title or (article.file or article.id).rsplit("/", 1)[-1]
