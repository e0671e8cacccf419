"""Puts right who owns, asks, answers or states something, and when it is due."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph_loader.model.ids import fold
from graph_loader.model.record import Actor, ActorKind, Commitment, Evidence, Exchange, Record, Response, Statement
from graph_loader.resolve.corrections.model import Actors, Correction, Due, Place, Whom
from graph_loader.resolve.identity import key
from graph_loader.resolve.own_ids import OwnIds

_LABELS = {
    "owner": ("commitment",),
    "due": ("commitment",),
    "speaker": ("question", "answer", "statement"),
}
_Said = Mapping[int, list[Correction]]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Is one thing that can be named by its words: its id, the document's names, and the words."""

    id: str
    documents: frozenset[str]
    words: tuple[str, ...]


def find(place: Place, among: Iterable[Spoken]) -> str | None:
    """Gives the id of the one thing that a correction names; none where nothing, or more than one, has the words."""
    if place.id:
        return next((spoken.id for spoken in among if spoken.id == place.id), None)
    wanted = fold(place.quote or "")
    there = [spoken for spoken in among if place.document in spoken.documents]
    exact = {spoken.id for spoken in there if any(fold(words) == wanted for words in spoken.words)}
    within = exact or {spoken.id for spoken in there if any(wanted in fold(words) for words in spoken.words)}
    return within.pop() if wanted and len(within) == 1 else None


def fact_ids(record: Record) -> list[tuple[str, Evidence]]:
    """Gives everything that is said in a document, with the id that it has in the graph."""
    ids = OwnIds(record.source.id)
    found: list[tuple[str, Evidence]] = [(ids.next("AgendaItem", item), item) for item in record.items]
    for exchange in record.exchanges:
        found.append((ids.next("Question", exchange), exchange))
        found += [(ids.next("Answer", response), response) for response in exchange.responses]
    found += [(ids.next("Statement", statement), statement) for statement in record.statements]
    return [*found, *((ids.next("Commitment", commitment), commitment) for commitment in record.commitments)]


def with_facts(
    record: Record, corrections: Iterable[Correction], documents: frozenset[str]
) -> tuple[Record, set[Correction]]:
    """Gives the record with its facts put right, and those corrections for which there is no such fact.

    Of two that say otherwise of one fact, by other words or by its id, the first holds, and the other one is given too.
    """
    facts = fact_ids(record)
    told: defaultdict[int, list[Correction]] = defaultdict(list)
    missed = set()
    for entry in corrections:
        assert isinstance(entry.says, Place)
        fitting = [(one, fact) for one, fact in facts if one.partition("-")[0] in _LABELS[entry.kind]]
        found = find(entry.says, (Spoken(one, documents, (fact.quote, fact.reading)) for one, fact in fitting))
        fact = next((fact for one, fact in fitting if one == found), None)
        if fact is None or any(_is_against(entry, other) for other in told[id(fact)]):
            missed.add(entry)
        else:
            told[id(fact)].append(entry)
    return (_amended(record, told) if any(told.values()) else record), missed


def _is_against(entry: Correction, other: Correction) -> bool:
    return entry.kind == other.kind and _decides(entry) != _decides(other)


def _decides(entry: Correction) -> object:
    return getattr(entry.says, "date" if isinstance(entry.says, Due) else "whom", None)


def _amended(record: Record, told: _Said) -> Record:
    kinds = _kinds(record)
    return replace(
        record,
        exchanges=tuple(_exchange(exchange, told, kinds) for exchange in record.exchanges),
        statements=tuple(_statement(statement, told, kinds) for statement in record.statements),
        commitments=tuple(_commitment(commitment, told, kinds) for commitment in record.commitments),
    )


def _exchange(exchange: Exchange, told: _Said, kinds: Mapping[str, Actor]) -> Exchange:
    responses = tuple(_response(response, told, kinds) for response in exchange.responses)
    askers = _who(exchange, told, kinds)
    return replace(exchange, responses=responses, askers=exchange.askers if askers is None else askers)


def _response(response: Response, told: _Said, kinds: Mapping[str, Actor]) -> Response:
    speakers = _who(response, told, kinds)
    return response if speakers is None else replace(response, speakers=speakers)


def _statement(statement: Statement, told: _Said, kinds: Mapping[str, Actor]) -> Statement:
    speakers = _who(statement, told, kinds)
    return statement if speakers is None else replace(statement, speakers=speakers)


def _commitment(commitment: Commitment, told: _Said, kinds: Mapping[str, Actor]) -> Commitment:
    owners = _who(commitment, told, kinds)
    dates = [entry.says.date for entry in told.get(id(commitment), ()) if isinstance(entry.says, Due)]
    if owners is not None:
        commitment = replace(commitment, owners=owners)
    return replace(commitment, due_date=None if dates[0] == "none" else dates[0]) if dates else commitment


def _who(fact: Evidence, told: _Said, kinds: Mapping[str, Actor]) -> tuple[Actor, ...] | None:
    for entry in told.get(id(fact), ()):
        if isinstance(entry.says, Actors):
            return tuple(_actor(whom, kinds) for whom in entry.says.whom)
    return None


def _actor(whom: Whom, kinds: Mapping[str, Actor]) -> Actor:
    return Actor(whom.name, whom.kind) if whom.kind else kinds.get(key(whom.name), Actor(whom.name, "person"))


def _kinds(record: Record) -> dict[str, Actor]:
    """Gives whom each name of a document means, people before bodies, bodies before posts."""
    said = [actor for exchange in record.exchanges for actor in (*exchange.askers, *exchange.addressees)]
    said += [actor for exchange in record.exchanges for answer in exchange.responses for actor in answer.speakers]
    said += [actor for statement in record.statements for actor in statement.speakers]
    said += [actor for commitment in record.commitments for actor in commitment.owners]
    names: list[tuple[str, str, ActorKind]] = [(actor.name, actor.name, actor.kind) for actor in said]
    names += [(person.role, person.role, "post") for person in record.people if person.role]
    names += [(form, body.name, "body") for body in record.bodies for form in (*body.aliases, body.name)]
    names += [(form, person.name, "person") for person in record.people for form in (*person.aliases, person.name)]
    return {key(form): Actor(name, kind) for form, name, kind in names}
