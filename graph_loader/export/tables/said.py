"""Lays out what was asked, answered, stated and promised, and the words that say so."""

from collections.abc import Iterator

from graph_loader.export.lookup import Lookup, shown
from graph_loader.export.tables.table import Layouts, Row, says


def _questions(graph: Lookup) -> Iterator[Row]:
    """Yields a row for each answer, and one for a question of which no answer is recorded."""
    for node in graph.labelled("Question"):
        put_to = graph.out(node.id, "PUT_TO")
        stated = sorted({shown(edge.properties.get("stated")) for edge in put_to})
        question = {
            **graph.said(node),
            "act": shown(node.properties["act"]),
            "asked_by": graph.names(edge.start for edge in graph.into(node.id, "ASKED")),
            "put_to": graph.names(edge.end for edge in put_to),
            "put_to_stated": "; ".join(stated),
            "question": shown(node.properties["reading"]),
            "id": node.id,
        }
        answers = [graph.nodes[edge.start] for edge in graph.into(node.id, "ANSWERS")]
        if not answers:
            yield {**question, "answer_number": "", "answered_by": "", "answer": "", "answer_id": ""}
        for answer in answers:
            yield {
                **question,
                "answer_number": shown(answer.properties["position"]),
                "answered_by": graph.names(edge.start for edge in graph.into(answer.id, "GAVE")),
                "answer": shown(answer.properties["reading"]),
                "answer_id": answer.id,
            }


def _statements(graph: Lookup) -> Iterator[Row]:
    for node in graph.labelled("Statement"):
        yield {
            **graph.said(node),
            "act": shown(node.properties["act"]),
            "made_by": graph.names(edge.start for edge in graph.into(node.id, "MADE")),
            "statement": shown(node.properties["reading"]),
            "id": node.id,
        }


def _commitments(graph: Lookup) -> Iterator[Row]:
    for node in graph.labelled("Commitment"):
        later = graph.out(node.id, "REPORTED_ON_IN", "RECURS_AS")
        said = sorted({(graph.date(edge.end), graph.words_of(edge)) for edge in later})
        yield {
            **graph.said(node),
            **says(node.properties, "kind", "strength"),
            "owners": graph.names(edge.start for edge in graph.into(node.id, "OWNS")),
            "owner_as_written": shown(node.properties.get("owner_text")),
            "commitment": shown(node.properties["reading"]),
            **says(node.properties, "due", "due_by"),
            "due_as_written": shown(node.properties.get("due_text")),
            "status_as_written": "\n".join(f"{date}: {words}" for date, words in said),
            "id": node.id,
        }


SAID: Layouts = {
    "questions": (
        "date meeting item position asked_by put_to put_to_stated act question answer_number answered_by "
        "answer id answer_id",
        _questions,
    ),
    "statements": (
        "date meeting item position made_by act statement id",
        _statements,
    ),
    "commitments": (
        "date meeting item position kind strength owners owner_as_written commitment due due_by "
        "due_as_written status_as_written id",
        _commitments,
    ),
}
