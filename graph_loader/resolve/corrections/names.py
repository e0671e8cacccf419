"""Calls the people, bodies and programmes of a record as the corrections call them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TypeVar

from graph_loader.model.record import Actor, Body, Evidence, Person, Programme, Record, Succession
from graph_loader.resolve.corrections.collection import Corrections
from graph_loader.resolve.corrections.identities import Identities, id_of
from graph_loader.resolve.corrections.model import NameKind
from graph_loader.resolve.identity import key

T = TypeVar("T", Person, Body, Programme)
_PRESENCE = ("present", "apologies", "minutes", "mentioned")


def names_in(record: Record) -> set[str]:
    """Gives every name by which a record calls somebody or something."""
    entries: tuple[Person | Body | Programme, ...] = (*record.people, *record.bodies, *record.programmes)
    names = {name for entry in entries for name in (entry.name, *entry.aliases)}
    names |= {actor.name for actor in actors_in(record)}
    meeting = record.meeting
    return names | {name for name in (meeting.series, meeting.chair, meeting.minutes_by) if name}


def actors_in(record: Record) -> set[Actor]:
    """Gives all who ask, answer, state or own something."""
    found = {actor for exchange in record.exchanges for actor in (*exchange.askers, *exchange.addressees)}
    found |= {actor for exchange in record.exchanges for answer in exchange.responses for actor in answer.speakers}
    found |= {actor for statement in record.statements for actor in statement.speakers}
    return found | {actor for commitment in record.commitments for actor in commitment.owners}


def with_names(record: Record, corrections: Corrections, documents: Collection[str]) -> Record:
    """Gives the record with other names, each thing that has several once, and parted what is not the same."""
    names = _Names(corrections, documents)
    meeting = record.meeting
    person, body = names.person, names.body
    return with_actors(
        replace(
            record,
            meeting=replace(
                meeting,
                series=meeting.series and body(meeting.series),
                chair=meeting.chair and person(meeting.chair),
                minutes_by=meeting.minutes_by and person(meeting.minutes_by),
            ),
            people=_merged(_people(record.people, names), _same_person),
            bodies=_merged(_things(record.bodies, names, "body"), _same_thing),
            programmes=_merged(_things(record.programmes, names, "programme"), _same_thing),
            successions=_successions(record, names),
        ),
        lambda actors: tuple(dict.fromkeys(map(names.actor, actors))),
    )


def with_actors(record: Record, change: Callable[[tuple[Actor, ...]], tuple[Actor, ...]]) -> Record:
    """Gives the record with the actors of everything that is said in it changed."""
    return replace(
        record,
        exchanges=tuple(
            replace(
                exchange,
                askers=change(exchange.askers),
                addressees=change(exchange.addressees),
                responses=tuple(replace(answer, speakers=change(answer.speakers)) for answer in exchange.responses),
            )
            for exchange in record.exchanges
        ),
        statements=tuple(replace(said, speakers=change(said.speakers)) for said in record.statements),
        commitments=tuple(replace(promise, owners=change(promise.owners)) for promise in record.commitments),
    )


@dataclass(frozen=True)
class _Names:
    corrections: Corrections
    documents: Collection[str]

    def of(self, kind: NameKind) -> Identities:
        return self.corrections.identities[kind]

    def person(self, name: str) -> str:
        return self.of("person").name(name, self.documents)

    def body(self, name: str) -> str:
        return self.of("body").name(name, self.documents)

    def actor(self, actor: Actor) -> Actor:
        """Gives who it is: an alias tells that also of a post or a body."""
        if actor.kind == "person" or key(actor.name) in self.of("person").forms:
            return Actor(self.person(actor.name), "person")
        if actor.kind == "body" or key(actor.name) in self.of("body").forms:
            return Actor(self.body(actor.name), "body")
        return actor


def _successions(record: Record, names: _Names) -> tuple[Succession, ...]:
    """Gives who followed whom by their other names; what is now one thing followed nothing."""
    found = []
    for said in record.successions:
        earlier, later = (names.of(said.kind).name(name, names.documents) for name in (said.earlier, said.later))
        if key(earlier) != key(later):
            found.append(replace(said, earlier=earlier, later=later))
    return tuple(found)


def _people(people: tuple[Person, ...], names: _Names) -> list[Person]:
    found = []
    for person in _parted(people, names, "person"):
        others = names.of("person").others(person.name, names.documents)
        name = names.person(person.name)
        known = others if others and names.of("person").concerning(person.name, names.documents) else ()
        organisation = person.organisation and names.body(person.organisation)
        found.append(replace(person, name=name, known_as=known, organisation=organisation))
    return found


def _things(things: tuple[T, ...], names: _Names, kind: NameKind) -> list[T]:
    return [_called(thing, names, kind) for thing in _parted(things, names, kind)]


def _called(thing: T, names: _Names, kind: NameKind) -> T:
    name = names.of(kind).name(thing.name, names.documents)
    aliases: tuple[str, ...] = (*thing.aliases, *names.of(kind).others(thing.name, names.documents))
    return replace(thing, name=name, aliases=aliases)


def _parted(things: tuple[T, ...], names: _Names, kind: NameKind) -> list[T]:
    """Takes a name off a thing that it is not one of, with the places that call it so."""
    found: list[T] = list(things)
    for _, one, other in names.of(kind).parted():
        for kept, taken in ((one.name, other.name), (other.name, one.name)):
            whose: T | None = next((each for each in found if id_of(kind, each.name) == id_of(kind, kept)), None)
            if whose is None or key(taken) == key(kept):
                continue
            its = tuple(mention for mention in whose.mentions if key(mention.reading) == key(taken))
            aliases = tuple(alias for alias in whose.aliases if key(alias) != key(taken))
            if len(aliases) == len(whose.aliases) and not its:
                continue
            left = tuple(mention for mention in whose.mentions if mention not in its)
            found[found.index(whose)] = replace(whose, aliases=aliases, mentions=left)
            found.append(type(whose)(name=taken, mentions=its))
    return found


def _merged(things: list[T], join: Callable[[T, T], T]) -> tuple[T, ...]:
    found: dict[str, T] = {}
    for thing in things:
        known = found.get(key(thing.name))
        found[key(thing.name)] = join(known, thing) if known else thing
    return tuple(found.values())


def _same_thing(one: T, other: T) -> T:
    aliases = tuple(dict.fromkeys((*one.aliases, *other.aliases)))
    return replace(one, aliases=aliases, mentions=_by_place((*one.mentions, *other.mentions)))


def _same_person(one: Person, other: Person) -> Person:
    one, other = sorted((one, other), key=lambda person: _PRESENCE.index(person.attendance))
    posted = one if one.role else other
    return replace(
        one,
        role=posted.role,
        acting=posted.acting,
        organisation=posted.organisation,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        known_as=tuple(sorted({*one.known_as, *other.known_as})),
        mentions=(*one.mentions, *other.mentions),
    )


def _by_place(mentions: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
