"""What is generated from the schema is up to date, explains every term, and holds together."""

import copy
import json
from pathlib import Path

import owlrl
import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from graph_loader.export.rdf.elements import Element, Link
from graph_loader.export.rdf.formats import write_rdf
from graph_loader.export.rdf.generate import generated
from graph_loader.export.rdf.terms import expand
from graph_loader.export.rdf.vocabulary import vocabulary
from graph_loader.model.graph import Node
from graph_loader.model.resources import resource_folder

ROOT = resource_folder("schema").parent
KG = rdflib.Namespace(expand("kg:"))
OA = rdflib.Namespace(expand("oa:"))
Graph = rdflib.Graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ROOT / "schema" / "ontology.ttl")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ROOT / "schema" / "shapes.ttl")


@pytest.fixture(scope="module")
def exported(found: list[Element]) -> Graph:
    return Graph().parse(data=b"".join(write_rdf(found, "turtle")), format="turtle")


@pytest.mark.parametrize("name", [name for name in generated() if name.startswith("schema/")])
def test_the_generated_files_are_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == generated()[name]


def test_the_pages_of_the_terms_are_up_to_date() -> None:
    wanted = {name: text for name, text in generated().items() if name.startswith("docs/")}
    there = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in _pages()}
    assert there == wanted


def _pages() -> list[Path]:
    return [*(ROOT / "docs" / "terms").rglob("*.md")]


def test_every_term_is_explained(ontology: Graph) -> None:
    terms = {KG[term.name] for term in vocabulary()}
    for term in terms:
        assert all((term, fact, None) in ontology for fact in (RDF.type, RDFS.label, SKOS.definition, SKOS.example))
    assert {subject for subject in ontology.subjects() if isinstance(subject, rdflib.URIRef)} == {*terms, KG.ontology}


@pytest.mark.parametrize(
    ("term", "wider", "turned_round"),
    [
        ("kg:attended", [], ["schema:attendee"]),
        ("kg:asked", [], ["dcterms:creator"]),
        ("kg:answers", ["schema:parentItem"], []),
        ("kg:correction", ["prov:used"], []),
        # Whoever chairs a meeting need not organise it, and who sends apologies does not attend.
        ("kg:chaired", [], []),
        ("kg:sentApologies", [], []),
    ],
)
def test_only_what_always_holds_is_stated_as_wider(
    ontology: Graph, term: str, wider: list[str], turned_round: list[str]
) -> None:
    found = list(ontology.objects(rdflib.URIRef(expand(term)), RDFS.subPropertyOf))
    inverses = [ontology.value(one, OWL.inverseOf) for one in found if isinstance(one, rdflib.BNode)]
    assert [str(one) for one in found if isinstance(one, rdflib.URIRef)] == list(map(expand, wider))
    assert [str(one) for one in inverses] == list(map(expand, turned_round))


def test_every_example_is_turtle() -> None:
    prefixes = {name: iri for name, iri in _context().items() if isinstance(iri, str) and iri.startswith("http")}
    prefixes |= {"kg": expand("kg:"), "id": "https://example.org/"}
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items() if not name.startswith("@"))
    for term in vocabulary():
        assert list(ox.parse(head + term.example, format=ox.RdfFormat.TURTLE)), term


def _context() -> dict[str, object]:
    whole: dict[str, dict[str, object]] = json.loads((ROOT / "schema" / "context.jsonld").read_text(encoding="utf-8"))
    return whole["@context"]


def test_every_term_of_ours_in_an_export_is_in_the_ontology(exported: Graph, ontology: Graph) -> None:
    used = {term for triple in exported for term in triple if isinstance(term, rdflib.URIRef) and term in KG}
    ours = {term for term in used if "/" not in term.removeprefix(str(KG))}
    assert ours - {KG.ontology, rdflib.URIRef(str(KG))} <= set(ontology.subjects())


def test_an_export_conforms_to_the_shapes(exported: Graph, shapes: Graph) -> None:
    conforms, _, text = pyshacl.validate(exported, shacl_graph=shapes)
    assert conforms, text


BREAKS: dict[str, tuple[str, str, str | rdflib.Literal | None]] = {
    "a question without words": ("kg:Question", "kg:reading", None),
    "a kind that there is not": ("kg:Commitment", "kg:kind", rdflib.Literal("threat")),
    "a person who is asked by a document": ("kg:Question", "kg:putTo", "kg:Document"),
    "a date in words": ("kg:Commitment", "dcterms:date", rdflib.Literal("May", datatype=expand("edtf:EDTF"))),
    "words that end before they start": ("oa:TextPositionSelector", "oa:end", rdflib.Literal(-1)),
    "a mention of nobody": ("kg:Mentions", "kg:to", None),
    "evidence without an origin": ("kg:Answer", "kg:evidence", None),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_graph_does_not_conform(name: str, broken: Graph, shapes: Graph) -> None:
    kind, term, given = BREAKS[name]
    graph = copy.deepcopy(broken)
    subject = next(graph.subjects(RDF.type, rdflib.URIRef(expand(kind))))
    value: rdflib.term.Node | None = given if isinstance(given, rdflib.Literal) else None
    if given and value is None:
        value = next(graph.subjects(RDF.type, rdflib.URIRef(expand(given))))
    predicate = rdflib.URIRef(expand(term))
    graph.remove((subject, predicate, None))
    if value is not None:
        graph.add((subject, predicate, value))
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert not conforms
    assert isinstance(report, Graph)


@pytest.fixture(scope="module")
def broken(found: list[Element]) -> Graph:
    """Gives the part of a graph that one document says: small enough to be looked at again and again."""
    document = next(one.id for one in found if isinstance(one, Node) and one.label == "Document")

    def belongs(one: Element) -> bool:
        if isinstance(one, Link):
            return one.edge.properties.get("document") == document
        return one.properties.get("document", document) == document

    data = b"".join(write_rdf([one for one in found if belongs(one)], "turtle"))
    return Graph().parse(data=data, format="turtle")


def test_a_reasoner_finds_no_contradiction(broken: Graph, ontology: Graph) -> None:
    whole = broken + ontology
    closure = owlrl.OWLRL_Semantics(whole, axioms=False, daxioms=False, rdfs=True)
    closure.closure()
    assert closure.error_messages == []
    assert not list(whole.subjects(RDF.type, OWL.Nothing))


def test_a_reasoner_finds_a_contradiction_that_is_there(ontology: Graph) -> None:
    whole = Graph() + ontology
    both = rdflib.URIRef("https://example.org/both")
    whole.add((both, RDF.type, KG.Person))
    whole.add((both, RDF.type, KG.Document))
    closure = owlrl.OWLRL_Semantics(whole, axioms=False, daxioms=False, rdfs=True)
    closure.closure()
    assert closure.error_messages
