"""GraphML, GEXF and networkx hold the whole graph, and others read it back."""

import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader import to_networkx
from graph_loader.errors import StoreError
from graph_loader.export.gexf import gexf
from graph_loader.export.graphml import graphml
from graph_loader.export.network import network
from graph_loader.export.rows import Whole
from graph_loader.export.text import clean, escape
from graph_loader.model.graph import Contribution
from graph_loader.store import Store

Minutes = Callable[..., Contribution]


def _graphml(store: Store) -> str:
    return "".join(graphml(store))


def _gexf(store: Store) -> str:
    return "".join(gexf(Whole(store)))


def _nodes(store: Store) -> int:
    return sum(number for name, number in store.counts().items() if not name.isupper())


def _edges(store: Store) -> int:
    return sum(number for name, number in store.counts().items() if name.isupper())


def test_networkx_gives_every_node_and_edge_with_label_and_type(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    graph = network(store)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (_nodes(store), _edges(store))
    (person,) = (says for _, says in graph.nodes(data=True) if says["label"] == "Person" and says["name"] == "Una Reed")
    assert person["aliases"] == []
    asked = [(start, end) for start, end, says in graph.edges(data=True) if says["type"] == "ASKED"]
    assert [graph.nodes[start]["name"] for start, _ in asked] == ["Tom Ferreira"]


def test_to_networkx_reads_a_folder(folder: Path, tmp_path: Path) -> None:
    assert to_networkx(folder).number_of_nodes() > 10
    assert nx.utils.graphs_equal(to_networkx(str(folder)), to_networkx(folder))
    with pytest.raises(StoreError):
        to_networkx(tmp_path / "nothing")


def test_graphml_is_read_back_with_all_properties(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    read = nx.read_graphml(io.BytesIO(_graphml(store).encode()), force_multigraph=True)
    whole = network(store)
    assert set(read.nodes) == set(whole.nodes)
    assert read.number_of_edges() == whole.number_of_edges()
    for one, says in whole.nodes(data=True):
        assert set(read.nodes[one]) == set(says)
        assert all(read.nodes[one][name] == value for name, value in says.items() if not isinstance(value, list))


def test_gexf_is_read_back_with_labels_types_and_days(store: Store, minutes: Minutes) -> None:
    store.write(minutes("a", date="2018-01-09"))
    store.write(minutes("b", date="2019-03"))
    read = nx.read_gexf(io.BytesIO(_gexf(store).encode()))
    assert (read.number_of_nodes(), read.number_of_edges()) == (_nodes(store), _edges(store))
    by_type = {says["node_type"]: says for _, says in read.nodes(data=True) if "Una" in says["label"]}
    assert (by_type["Person"]["start"], by_type["Person"]["end"]) == ("2018-01-09", "2019-03-31")
    ends = {(says["start"], says["end"]) for _, says in read.nodes(data=True) if says["node_type"] == "Commitment"}
    assert ends == {("2018-01-09", "2019-04-30"), ("2019-03-01", "2019-04-30")}
    held = {(says.get("start"), says.get("end")) for *_, says in read.edges(data=True) if says["edge_type"] == "HELD"}
    assert held == {("2018-01-09", "2019-03-31")}


def test_gexf_uses_only_what_its_version_has(hostile: Store) -> None:
    """What stands here is read off the schema of GEXF 1.3: its elements, with attributes that they may have."""
    names = {
        "gexf": {"version"},
        "graph": {"mode", "defaultedgetype", "idtype", "timeformat", "timerepresentation"},
        "attributes": {"class", "mode"},
        "attribute": {"id", "title", "type"},
        "nodes": set(),
        "node": {"id", "label", "start", "end"},
        "edges": set(),
        "edge": {"id", "source", "target", "kind", "label", "start", "end"},
        "attvalues": set(),
        "attvalue": {"for", "value"},
    }
    root = ElementTree.fromstring(_gexf(hostile).encode())
    found: dict[str, set[str]] = {}
    for element in root.iter():
        found.setdefault(element.tag.removeprefix("{http://gexf.net/1.3}"), set()).update(element.attrib)
    assert found == names
    assert [child.tag.partition("}")[2] for child in root[0]] == ["attributes", "attributes", "nodes", "edges"]
    kinds = {one.get("type") for one in root.iter("{http://gexf.net/1.3}attribute")}
    assert kinds <= {"string", "long", "double", "boolean"}
    declared = {group.get("class"): {one.get("id") for one in group} for group in root[0][:2]}
    for kind, elements in (("node", root[0][2]), ("edge", root[0][3])):
        assert {value.get("for") for element in elements for value in element[0]} <= declared[kind]


def test_what_has_no_date_is_always_there(store: Store, minutes: Minutes) -> None:
    store.write(minutes("a", date=None))
    questions = [line for line in _gexf(store).splitlines() if 'value="Question"' in line]
    assert questions
    assert not any(" start=" in line for line in questions)


@pytest.mark.parametrize("write", [_graphml, _gexf])
def test_hostile_words_leave_the_xml_whole(write: Callable[[Store], str], hostile: Store) -> None:
    text = write(hostile)
    root = ElementTree.fromstring(text.encode())
    kept = {node.text for node in root.iter() if node.text} | {node.get("value") for node in root.iter()}
    quotes = {str(node.properties["text"]) for node in Whole(hostile).labelled("Question")}
    assert len(quotes) > 10
    assert {clean(quote) for quote in quotes} <= kept
    assert write(hostile) == text


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_read_back_from_xml(text: str) -> None:
    root = ElementTree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>'.encode())
    assert (root.text or "", root.get("b")) == (clean(text), clean(text))
    assert len(clean(text)) == len(text)
