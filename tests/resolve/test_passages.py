"""What the linking of documents sees of what they contribute."""

import random
from collections.abc import Callable

import pytest

from graph_loader.model.graph import Contribution, Edge, Node
from graph_loader.resolve.passage import Passage
from graph_loader.resolve.passages import PASSAGE_EDGES, PASSAGE_LABELS, passages

Minutes = Callable[..., Contribution]


@pytest.fixture
def parts(minutes: Minutes) -> tuple[list[Node], list[Edge]]:
    """Gives the nodes and edges of two documents of one series, with the labels of their items."""
    both = minutes("late", date="2020-01-14"), minutes("early")
    nodes = [node for one in both for node in one.nodes]
    return [_labelled(node) for node in nodes], [edge for one in both for edge in one.edges]


def _labelled(node: Node) -> Node:
    labels = {"issues": ["pond cleaning"]} if node.label == "AgendaItem" else {}
    return Node(node.label, node.id, {**node.properties, **labels})


def by_kind(found: list[Passage], kind: str) -> list[Passage]:
    return [passage for passage in found if passage.kind == kind]


def test_passages_say_what_linking_needs(parts: tuple[list[Node], list[Edge]]) -> None:
    nodes, edges = parts
    names = {node.id: node.properties["name"] for node in nodes}
    found = passages(nodes, edges)
    item, inner = by_kind(found, "item")[:2]
    assert (item.text, item.date, item.document, item.position) == ("Ponds", "2019-03-05", "document-early", 15)
    assert (item.item, inner.item, item.labels) == (None, item.id, ("pond cleaning",))
    assert [names[node] for node in item.named] == ["Brookvale Parks Trust"]
    assert ([names[node] for node in inner.named], inner.named_as) == (["Operation Pond"], ("Operation Pond",))
    question = by_kind(found, "question")[0]
    assert (question.item, [names[node] for node in question.actors]) == (item.id, ["Tom Ferreira"])
    assert [names[node] for node in question.named] == ["Brookvale Parks Trust"]
    assert question.named_as == ("BPT",)
    answer = by_kind(found, "answer")[0]
    assert (answer.item, {names[node] for node in answer.actors}) == (item.id, {"Ines Holt", "Members"})
    assert [by_kind(found, "statement")[0].item, by_kind(found, "statement")[0].commitment_kind] == [inner.id, None]
    commitment = by_kind(found, "commitment")[0]
    assert (commitment.item, commitment.due, commitment.commitment_kind) == (None, "2019-04", "action")


def test_they_come_by_date_and_place_in_whatever_order_the_parts_came(parts: tuple[list[Node], list[Edge]]) -> None:
    nodes, edges = parts
    found = passages(nodes, edges)
    assert [(one.date, one.position) for one in found] == sorted((one.date, one.position) for one in found)
    for seed in range(5):
        some = random.Random(seed)
        again = some.sample(nodes, len(nodes)), some.sample(edges, len(edges))
        assert passages(*again) == found
    assert passages(nodes * 2, edges * 2) == found


def test_only_what_is_declared_is_needed(parts: tuple[list[Node], list[Edge]]) -> None:
    nodes, edges = parts
    few = [node for node in nodes if node.label in PASSAGE_LABELS]
    assert passages(few, [edge for edge in edges if edge.type in PASSAGE_EDGES]) == passages(nodes, edges)
