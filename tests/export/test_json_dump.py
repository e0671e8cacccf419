"""The dump is JSON, whole and in one order."""

import json
from collections.abc import Callable

from graph_loader.export.json_dump import dump
from graph_loader.export.pseudonyms import Pseudonyms
from graph_loader.export.rows import Whole, nodes
from graph_loader.model.graph import Contribution
from graph_loader.store import Store


def test_an_empty_graph_is_valid_json(store: Store) -> None:
    assert json.loads("".join(dump(store))) == {"nodes": [], "edges": []}


def test_nodes_and_edges_are_all_there_and_sorted(store: Store, minutes: Callable[..., Contribution]) -> None:
    contributions = [minutes(content, date=f"201{content}-01-01") for content in "31"]
    for contribution in contributions:
        store.write(contribution)
    whole = json.loads("".join(dump(store)))
    counts = store.counts()
    assert len(whole["nodes"]) + len(whole["edges"]) == sum(counts.values())
    assert whole["nodes"] == sorted(whole["nodes"], key=lambda node: (node["label"], node["id"]))
    ends = [(edge["type"], edge["start"], edge["end"]) for edge in whole["edges"]]
    assert ends == sorted(ends)
    assert {node["id"] for node in whole["nodes"]} == {node.id for one in contributions for node in one.nodes}


def test_every_node_and_edge_stands_on_its_own_line(store: Store, minutes: Callable[..., Contribution]) -> None:
    store.write(minutes())
    lines = "".join(dump(store)).splitlines()
    assert [line for line in lines if not line.startswith("{")] == ['],"edges":[', "]}"]
    assert len(lines) == sum(store.counts().values()) + 3


def test_hostile_words_are_read_back_from_json(hostile: Store) -> None:
    """Half a pair of characters, which no file can hold, is written as JSON escapes it."""
    read = json.loads("".join(dump(hostile)).encode("utf-8", "backslashreplace"))
    quotes = {node["properties"]["text"] for node in read["nodes"] if node["label"] == "Question"}
    assert quotes == {node.properties["text"] for node in Whole(hostile).labelled("Question")}
    assert any("\ud800" in quote for quote in quotes)


def test_hostile_words_take_pseudonyms(hostile: Store) -> None:
    names = Pseudonyms(hostile, ("participant",), "salt")
    people = list(nodes(hostile, "Person", names))
    assert people and all(str(person.properties["name"]).startswith("Participant ") for person in people)
    assert len(list(nodes(hostile, "Question", names))) == len(list(nodes(hostile, "Question")))
