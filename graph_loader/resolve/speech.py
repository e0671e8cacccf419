"""Adds what was asked, answered, stated and promised to the draft of one document."""

from collections.abc import Mapping

from graph_loader.model.dates import last_day
from graph_loader.model.record import Actor, Commitment, Exchange, Statement
from graph_loader.resolve.caption import caption
from graph_loader.resolve.cast import Cast
from graph_loader.resolve.draft import Draft


def add_exchanges(exchanges: tuple[Exchange, ...], items: Mapping[str, str], draft: Draft, cast: Cast) -> None:
    """Adds the questions, to whom they were put, and their answers in order."""
    for position, exchange in enumerate(exchanges, start=1):
        question = draft.own("Question", exchange, name=caption(exchange.reading), act=exchange.act, position=position)
        _put_under(question, exchange.item, items, draft)
        _tie("ASKED", exchange.askers, question, draft, cast)
        for actor in exchange.addressees:
            draft.edge("PUT_TO", question, cast.actor(actor), stated=exchange.addressees_stated)
        for turn, response in enumerate(exchange.responses, start=1):
            answer = draft.own("Answer", response, name=caption(response.reading), position=turn)
            draft.edge("ANSWERS", answer, question)
            _tie("GAVE", response.speakers, answer, draft, cast)


def add_statements(statements: tuple[Statement, ...], items: Mapping[str, str], draft: Draft, cast: Cast) -> None:
    """Adds the attributed remarks."""
    for position, statement in enumerate(statements, start=1):
        node = draft.own("Statement", statement, name=caption(statement.reading), act=statement.act, position=position)
        _put_under(node, statement.item, items, draft)
        _tie("MADE", statement.speakers, node, draft, cast)


def add_commitments(commitments: tuple[Commitment, ...], items: Mapping[str, str], draft: Draft, cast: Cast) -> None:
    """Adds what somebody is going to do, with its owners and when it is due."""
    for position, commitment in enumerate(commitments, start=1):
        end = last_day(commitment.due_date)
        node = draft.own(
            "Commitment",
            commitment,
            name=caption(commitment.reading),
            kind=commitment.kind,
            strength=commitment.strength,
            number=commitment.number,
            owner_text=commitment.owner_text,
            due_text=commitment.due_text,
            due=commitment.due_date,
            due_by=end.isoformat() if end else None,
            position=position,
        )
        _put_under(node, commitment.item, items, draft)
        _tie("OWNS", commitment.owners, node, draft, cast)


def _put_under(node: str, item: str | None, items: Mapping[str, str], draft: Draft) -> None:
    if item is not None and item in items:
        draft.edge("UNDER", node, items[item])


def _tie(kind: str, actors: tuple[Actor, ...], node: str, draft: Draft, cast: Cast) -> None:
    for actor in actors:
        draft.edge(kind, cast.actor(actor), node)
