"""Every format says the same, to two parsers, and says it in the same bytes each time."""

from collections.abc import Iterator
from typing import cast

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from graph_loader.export.rdf.describe import About
from graph_loader.export.rdf.elements import Element, elements
from graph_loader.export.rdf.formats import FORMATS, write_rdf
from graph_loader.model.graph import Node
from graph_loader.store import Store

RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "nquads": "nquads",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}


def by_oxigraph(data: bytes, name: str) -> set[ox.Quad]:
    """Gives what pyoxigraph reads."""
    return set(ox.parse(data, format=ox.RdfFormat.from_extension(FORMATS[name].ending)))


def by_rdflib(data: bytes, name: str) -> set[ox.Quad]:
    """Gives what rdflib reads, as terms of pyoxigraph."""
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=RDFLIB[name])
    return {ox.Quad(_iri(s), _iri(p), _term(o), _graph(g)) for s, p, o, g in dataset.quads()}


def _graph(name: rdflib.term.Node | None) -> ox.NamedNode | ox.DefaultGraph:
    is_named = isinstance(name, rdflib.URIRef) and name != DATASET_DEFAULT_GRAPH_ID
    return ox.NamedNode(str(name)) if is_named else ox.DefaultGraph()


def _iri(term: rdflib.term.Node) -> ox.NamedNode:
    assert isinstance(term, rdflib.URIRef)
    return ox.NamedNode(str(term))


def _term(term: rdflib.term.Node) -> ox.NamedNode | ox.Literal:
    if isinstance(term, rdflib.URIRef):
        return _iri(term)
    assert isinstance(term, rdflib.Literal)
    datatype = ox.NamedNode(term.datatype) if term.datatype and not term.language else None
    return ox.Literal(str(term), datatype=datatype, language=term.language)


def triples(quads: set[ox.Quad]) -> set[ox.Triple]:
    """Gives quads without their graphs."""
    return {quad.triple for quad in quads}


def nodes(found: list[Element], *labels: str) -> list[Node]:
    """Gives the nodes, of some labels or of all."""
    return [one for one in found if isinstance(one, Node) and (not labels or one.label in labels)]


@pytest.fixture(scope="session")
def lines(found: list[Element]) -> set[ox.Quad]:
    """Gives what the N-Quads of the graph say."""
    return by_oxigraph(b"".join(write_rdf(found, "nquads")), "nquads")


@pytest.mark.parametrize("name", FORMATS)
def test_two_parsers_read_the_same_from_every_format(name: str, found: list[Element], lines: set[ox.Quad]) -> None:
    data = b"".join(write_rdf(found, name))
    read = by_oxigraph(data, name)
    assert by_rdflib(data, name) == read
    assert triples(read) == triples(lines)
    if FORMATS[name].graphs:
        assert read == lines


def test_two_parsers_read_the_same_of_hostile_words(hostile: Store) -> None:
    whole = list(elements(hostile))
    lines = by_oxigraph(b"".join(write_rdf(whole, "nquads")), "nquads")
    for name in FORMATS:
        data = b"".join(write_rdf(whole, name))
        assert triples(by_rdflib(data, name)) == triples(by_oxigraph(data, name)) == triples(lines), name


@pytest.mark.parametrize("name", FORMATS)
def test_equal_graphs_give_equal_bytes(name: str, found: list[Element]) -> None:
    assert list(write_rdf(found, name)) == list(write_rdf(found, name))


def test_there_is_no_blank_node_and_a_graph_for_each_document(lines: set[ox.Quad], found: list[Element]) -> None:
    assert not [
        quad for quad in lines if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
    ]
    documents = {node.id for node in nodes(found, "Document")}
    named = {str(quad.graph_name)[1:-1].partition("/id/graph.")[2] for quad in lines}
    assert named - {"shared", "linked", ""} == documents


def _values(lines: Iterator[bytes], term: str) -> list[str]:
    store = ox.Store()
    for line in lines:
        store.load(line, format=ox.RdfFormat.N_QUADS)
    query = f"SELECT ?value {{ <https://w3id.org/minutes-graph/id/dataset> {term} ?value }}"
    return [row["value"].value for row in cast(ox.QuerySolutions, store.query(query))]


@pytest.mark.parametrize(
    ("licence", "term", "value"),
    [
        ("CC-BY-4.0", "dcterms:license", "https://spdx.org/licenses/CC-BY-4.0"),
        ("MIT", "dcterms:license", "https://spdx.org/licenses/MIT"),
        ("OGL-UK-3.0", "dcterms:license", "https://spdx.org/licenses/OGL-UK-3.0"),
        ("no-such-licence", "dcterms:rights", "no-such-licence"),
        ("https://example.org/terms", "dcterms:license", "https://example.org/terms"),
        ("ask the clerk", "dcterms:rights", "ask the clerk"),
    ],
)
def test_the_licence_is_told(licence: str, term: str, value: str) -> None:
    prefix = "<http://purl.org/dc/terms/"
    written = write_rdf([], "nquads", about=About(licence=licence))
    assert _values(written, term.replace("dcterms:", prefix) + ">") == [value]


def test_the_description_counts_and_dates_by_the_data(found: list[Element], lines: set[ox.Quad]) -> None:
    def told(term: str) -> list[str]:
        return _values(write_rdf(found, "nquads"), term)

    assert told("<http://rdfs.org/ns/void#entities>") == [str(len(nodes(found)))]
    dates = [str(node.properties["date"]) for node in nodes(found, "Meeting") if "date" in node.properties]
    assert told("<http://purl.org/dc/terms/date>") == [max(dates)]
    said = triples({quad for quad in lines if not isinstance(quad.graph_name, ox.DefaultGraph)})
    assert told("<http://rdfs.org/ns/void#triples>") == [str(len(said))]


def test_another_base_changes_the_iris_alone(found: list[Element], lines: set[ox.Quad]) -> None:
    base = "https://example.org/minutes#"
    moved = b"".join(write_rdf(found, "nquads", base=base)).decode()
    again = moved.replace(base, "https://w3id.org/minutes-graph/id/").encode()
    assert by_oxigraph(again, "nquads") == lines
