"""The canned queries give the same rows in SPARQL as in Cypher, for every parameter, in the same order."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from graph_loader.cli.main import main
from graph_loader.cli.output import cell_text
from graph_loader.errors import QueryError, UsageError
from graph_loader.export.rdf.canned import canned
from graph_loader.export.rdf.elements import Element, Link
from graph_loader.export.rdf.formats import write_rdf
from graph_loader.export.rdf.sparql import ask, dataset
from graph_loader.model.graph import Edge, Node
from graph_loader.query.catalogue import Parameter, load_catalogue
from graph_loader.query.run import run_query
from graph_loader.store import Store

WORDS = ("call", "rural crime")
DAYS = ("2018-06", "2021")
SECONDS = 4
"""Of the processor; on a quiet machine it is less than one."""


@pytest.fixture(scope="session")
def whole(found: list[Element]) -> ox.Store:
    """Gives what the N-Quads of the graph say."""
    return dataset(write_rdf(found, "nquads"))


def cases(store: Store, name: str) -> Iterator[dict[str, str]]:
    """Gives each parameter of a query, and none, with values that are in the graph."""
    query = load_catalogue()[name]
    given = {name: [*_values(store, one)] for name, one in query.parameters.items()}
    required = {name: given[name][0] for name, one in query.parameters.items() if one.required}
    yield required
    yield from (required | {name: value} for name, values in given.items() for value in values)


def _values(store: Store, parameter: Parameter) -> list[str]:
    match parameter.type:
        case "name":
            labels = "|".join(parameter.of)
            found = f"MATCH (n:{labels}) OPTIONAL MATCH (n)--(x) WITH n.name AS name, count(x) AS ties RETURN name"
            return [row["name"] for row in store.rows(f"{found} ORDER BY ties DESC, name LIMIT 2")]
        case "words":
            return list(WORDS)
        case "choice":
            return list(parameter.choices)
        case "id":
            each = "MATCH (n) WITH labels(n)[0] AS label, min(n.id) AS id RETURN id ORDER BY label"
            return [row["id"] for row in store.rows(each)]
        case _:
            return list(DAYS)


def as_text(rows: list[dict[str, Any]]) -> list[list[str]]:
    """Gives rows as a person reads them: SPARQL has no lists, and gives them so."""
    return [[cell_text(value) for value in row.values()] for row in rows]


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_sparql_gives_the_rows_of_cypher(name: str, loaded: Path, graph: Store, whole: ox.Store) -> None:
    query, rows = load_catalogue()[name], 0
    for given in cases(graph, name):
        wanted = run_query(graph, query, given)
        began = process_time()
        columns, got = ask(whole, canned(query, given, whole))
        assert process_time() - began < SECONDS, given
        assert columns == list(query.columns)
        assert as_text(got) == as_text(wanted), given
        rows += len(wanted)
    # The real documents do not hold something for every query.
    assert rows or "examples" not in str(loaded)


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_every_canned_query_runs_as_it_stands_in_its_file(name: str, whole: ox.Store) -> None:
    text = (Path(__file__).parents[3] / "queries" / "sparql" / f"{name}.rq").read_text(encoding="utf-8")
    found = whole.query(text, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        ('SELECT (1 AS ?a) (true AS ?b) ("x"@en AS ?c) ?d {}', ["a", "b", "c", "d"], [[1, True, "x", None]]),
        ("ASK { ?q a kg:Question }", ["answer"], [[False]]),
        (
            "CONSTRUCT { <urn:a> rdfs:label 1.5e0 } WHERE {}",
            ["subject", "predicate", "object"],
            [["urn:a", "http://www.w3.org/2000/01/rdf-schema#label", 1.5]],
        ),
    ],
)
def test_every_kind_of_query_has_rows(query: str, columns: list[str], rows: list[list[Any]]) -> None:
    names, found = ask(ox.Store(), query)
    assert (names, [list(row.values()) for row in found]) == (columns, rows)


@pytest.mark.parametrize(
    "query", ["SELECT", "INSERT DATA { <urn:a> <urn:a> <urn:a> }", "", "SELECT * { ?s none:x ?o }"]
)
def test_a_query_that_is_wrong_or_writes_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="refused"):
        ask(ox.Store(), query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.service SILENT<http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { # 'no string\n \\u0053ERVICE <http://127.0.0.1:1/#x> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "\\"" SERVICE ?p { ?s ?p "" } }',
    ],
)
def test_no_query_asks_another_machine(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE would ask another machine"):
        ask(ox.Store(), query)


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?service ?from "SERVICE" # SERVICE FROM\n }',
        "ASK { ?s kg:service <http://example.org/SERVICE> , '''a 'SERVICE' ''' , \"\"\"a\"\" FROM\"\"\" }",
    ],
)
def test_a_word_that_is_no_keyword_is_none(query: str) -> None:
    assert ask(ox.Store(), query)[1] == [{"answer": False}]


def test_from_names_the_graphs_that_are_asked() -> None:
    store = dataset([b"<a:1> <a:p> <a:o> <a:g> .\n<a:2> <a:p> <a:o> <a:h> .\n<a:3> <a:p> <a:o> .\n"])
    query = "SELECT ?s {} {{ ?s <a:p> ?o }} ORDER BY ?s"

    def told(given: str) -> str:
        return " ".join(row["s"] for row in ask(store, query.format(given))[1])

    assert told("") == "a:1 a:2 a:3"
    assert told("FROM <a:h>") == "a:2"
    assert told("from <a:g> from <a:h>") == "a:1 a:2"


@pytest.mark.parametrize(("given", "said"), [({"persn": "x"}, "takes no persn"), ({}, "needs issue")])
def test_what_a_canned_query_does_not_take_is_told(given: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        canned(load_catalogue()["issue-over-the-years"], given, ox.Store())


def test_a_name_is_found_as_kg_query_finds_it(loaded: Path, graph: Store, whole: ox.Store) -> None:
    if "examples" not in str(loaded):
        pytest.skip("it names people of the examples")
    query = load_catalogue()["person-timeline"]
    full = canned(query, {"person": "Tobias Wray"}, whole)
    assert ask(whole, full)[1]
    assert canned(query, {"person": "tobias  WRAY"}, whole) == full
    # An alias leads to the name, and a short form comes with the name that it stands for.
    bodies = load_catalogue()["bodies-and-their-mentions"]
    for body in ("FCC", "office of the police and crime commissioner"):
        wanted = run_query(graph, bodies, {"body": body})
        assert wanted
        assert as_text(ask(whole, canned(bodies, {"body": body}, whole))[1]) == as_text(wanted)


def test_a_value_cannot_break_out_of_its_place(whole: ox.Store) -> None:
    evidence = canned(load_catalogue()["evidence"], {"id": '" } ?x ?y ?z . # \\'}, whole)
    assert ask(whole, evidence)[1] == []
    with pytest.raises(UsageError, match="There is no person named"):
        canned(load_catalogue()["attendance"], {"person": '" } ?x ?y ?z . # \\'}, whole)


@pytest.fixture
def run(found: list[Element], tmp_path: Path) -> Callable[..., Any]:
    """Gives a function that runs `kg sparql` on an export."""
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"".join(write_rdf(found, "turtle")))
    return lambda *args, **more: CliRunner().invoke(main, ["sparql", *args, "--file", str(path)], **more)


def test_the_command_answers_from_a_file(run: Callable[..., Any], found: list[Element]) -> None:
    documents = sum(getattr(element, "label", "") == "Document" for element in found)
    query = "SELECT (COUNT(*) AS ?n) { ?d a kg:Document }"
    assert run(query, "--format", "csv").stdout == f"n\n{documents}\n"
    assert run("-", "--format", "csv", input=query).stdout == f"n\n{documents}\n"
    assert run("attendance", "--given", "status=apologies", "--format", "json").exit_code == 0
    assert run("attendance", "--given", "status").stderr.startswith("Error: 'status' gives nothing.")
    assert run("who-asked-who").stderr.startswith("Error: There is no canned query 'who-asked-who'.")
    assert run(query, "--given", "a=b").stderr.startswith("Error: Only a canned query takes --given.")


def test_a_file_without_rdf_is_told(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text('{"nodes":[],"edges":[]}', encoding="utf-8")
    result = CliRunner().invoke(main, ["sparql", "ASK {}", "--file", str(path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {path} holds no RDF.")


def test_the_command_answers_from_the_graph(folder: Path) -> None:
    query = "SELECT ?name { ?d a kg:Document ; rdfs:label ?name }"
    result = CliRunner().invoke(main, ["sparql", query, "--graph", str(folder), "--format", "csv"])
    assert (result.stdout, result.stderr) == ("name\na\n", "")


def test_without_its_graph_nothing_of_a_document_is_left(found: list[Element]) -> None:
    store = dataset(write_rdf(found, "nquads"))
    orphans = """
    SELECT ?thing {
      GRAPH <https://w3id.org/minutes-graph/id/graph.shared> { ?thing dcterms:identifier ?id }
      FILTER NOT EXISTS { GRAPH ?graph { ?thing prov:wasDerivedFrom ?document } }
    }"""
    assert ask(store, orphans)[1] == []
    iri = ask(store, "SELECT ?document { ?document a kg:Document } ORDER BY ?document LIMIT 1")[1][0]["document"]
    store.update(f"DROP GRAPH <{iri.replace('/id/', '/id/graph.')}>")
    assert ask(store, f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s oa:hasSource <{iri}> }} }}")[1] == [{"answer": False}]
    assert ask(store, orphans)[1]


def _holders(number: int, at_once: int) -> Iterator[Element]:
    """Gives a post that many people held, one after another or several at a time."""
    post = Node("Post", "post-1", {"name": "Member"})
    yield post
    people = [Node("Person", f"person-{one:03}", {"name": f"Member {one:03}", "aliases": []}) for one in range(number)]
    yield from people
    for one, person in enumerate(people):
        year = str(1800 + one // at_once)
        says: dict[str, Any] = {"first_seen": year, "last_seen": year, "acting": False, "as_written": ["Member"]}
        yield Link(Edge("HELD", person.id, post.id, says), person, post)


@pytest.mark.parametrize(("number", "at_once", "followed"), [(200, 1, 199), (200, 2, 0), (200, 100, 0)])
def test_who_followed_whom_is_told_of_a_post_that_many_held(number: int, at_once: int, followed: int) -> None:
    # It ends: where every pair of holders is compared with every third one, it takes minutes.
    whole = dataset(write_rdf(_holders(number, at_once), "nquads"))
    query = canned(load_catalogue()["succession"], {}, whole)
    began = process_time()
    assert len(ask(whole, query)[1]) == followed
    assert process_time() - began < SECONDS
