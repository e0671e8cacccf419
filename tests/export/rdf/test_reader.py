"""An export can be loaded again, from every format, and gives the very graph that it was made of, whatever is in it."""

import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_loader.cli.main import main
from graph_loader.errors import ReadError
from graph_loader.export.json_dump import dump
from graph_loader.export.rdf.elements import Element, Link, elements
from graph_loader.export.rdf.formats import FORMATS, write_rdf
from graph_loader.export.rdf.plan import DEFAULT_BASE
from graph_loader.export.rdf.reader import read_rdf
from graph_loader.export.rdf.terms import as_segment, from_segment, literals, unescaped
from graph_loader.model.graph import Edge, Node, canonical_json
from graph_loader.model.schema import Property, load_schema
from graph_loader.store import Store, open_store


def canonical(nodes: list[Node], edges: list[Edge]) -> tuple[list[str], list[str]]:
    """Gives a graph in one order, as text."""
    return (
        sorted(canonical_json([node.label, node.id, node.properties]) for node in nodes),
        sorted(canonical_json([edge.type, edge.start, edge.end, edge.properties]) for edge in edges),
    )


def parts(found: list[Element]) -> tuple[list[Node], list[Edge]]:
    """Parts elements into nodes and edges."""
    return [one for one in found if isinstance(one, Node)], [one.edge for one in found if isinstance(one, Link)]


def read_back(found: list[Element], name: str, folder: Path, base: str = DEFAULT_BASE) -> tuple[list[Node], list[Edge]]:
    """Writes elements in a format and reads the file."""
    path = folder / f"graph.{FORMATS[name].ending}"
    path.write_bytes(b"".join(write_rdf(found, name, base=base)))
    return read_rdf(path)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_leads_back(name: str, found: list[Element], tmp_path: Path) -> None:
    assert canonical(*read_back(found, name, tmp_path)) == canonical(*parts(found))


def test_a_base_of_ones_own_leads_back(found: list[Element], tmp_path: Path) -> None:
    assert canonical(*read_back(found, "nquads", tmp_path, "https://example.org/#")) == canonical(*parts(found))


def test_what_is_loaded_is_the_graph_that_was_exported(graph: Store, found: list[Element], tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_bytes(b"".join(write_rdf(found, "nquads")))
    result = CliRunner().invoke(main, ["load", str(path), "--graph", str(tmp_path / "again")])
    assert result.exit_code == 0, result.stderr
    with open_store(tmp_path / "again", read_only=True) as again:
        assert "".join(dump(again)) == "".join(dump(graph))
    refused = CliRunner().invoke(main, ["load", str(path), "--graph", str(tmp_path / "again")])
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
    assert refused.stderr.startswith("Error: There is something in ")


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_in_a_graph_come_back(name: str, hostile: Store, tmp_path: Path) -> None:
    whole = list(elements(hostile))
    assert canonical(*read_back(whole, name, tmp_path)) == canonical(*parts(whole))


FOREIGN = {
    "other.ttl": "@prefix foaf: <http://xmlns.com/foaf/0.1/> . <http://example.org/a> foaf:name 'A' .",
    "empty.nq": "",
    "broken.ttl": "@prefix : <",
    "words.nt": "Ada asked Ben.",
    "page.rdf": "<html><body>minutes</body></html>",
    "data.jsonld": '{"@id": "http://example.org/a", "http://xmlns.com/foaf/0.1/name": "A"}',
    "list.jsonld": "[1, 2",
    "ours.ttl": "<http://e.org/q> a <https://w3id.org/minutes-graph/Question> ; "
    "<http://purl.org/dc/terms/identifier> 'q' .",
}


@pytest.mark.parametrize("name", [*FOREIGN, "absent.ttl"])
def test_a_foreign_file_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    if name in FOREIGN:
        (tmp_path / name).write_text(FOREIGN[name], encoding="utf-8")
    result = load(tmp_path / name, tmp_path)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1), result.stderr
    assert result.stderr.startswith(f"Error: {tmp_path / name} ")
    assert not (tmp_path / "graph").exists()


def load(path: Path, folder: Path) -> Result:
    """Runs `kg load` on a file, into a graph in a folder."""
    return CliRunner().invoke(main, ["load", str(path), "--graph", str(folder / "graph")])


def test_half_an_export_is_refused(found: list[Element], tmp_path: Path) -> None:
    lines = b"".join(write_rdf(found, "nquads")).splitlines(keepends=True)
    for count in (len(lines) // 3, len(lines) - 100):
        (tmp_path / "half.nq").write_bytes(b"".join(lines[:count]))
        with pytest.raises(ReadError, match="is not whole"):
            read_rdf(tmp_path / "half.nq")


HOSTILE = (
    "line one\nline two\r\nthree\ttabbed",
    "<script>alert('x')</script> & \"quotes\" ]]> <!-- --> &#10;",
    "\u202eright to left\u202c \u200f",
    "null \x00 bell \x07 escape \x1b[31m, delete \x7f\x85\u2028",
    "non-characters \ufffe \uffff \U0001ffff",
    "half a pair \ud800 and the other half \udfff",
    "back\\slash \\u0041 \\n \\",
    "e\u0301 is not é; 𝔘 漢字",
    "  spaces  before and behind  ",
    "",
    " ",
    "\n",
    "<http://example.org/a b> .\n<x> <y> <z> .",
    "@en^^<x>",
    "word " * 20_000,
)
CHARACTERS = st.characters(codec=None) | st.sampled_from("\x00\n\r\t\\\"'<>&@^{}|` .%/#?:\u202e\ud800\udc00\ufffe")
TEXTS = st.text(CHARACTERS, max_size=30) | st.sampled_from(HOSTILE)
IDS = st.text(CHARACTERS, min_size=1, max_size=12)
DATES = st.sampled_from(["2018", "2018-10", "2018-10-26", "2019-06/2019-07"])


def values(declared: Property) -> st.SearchStrategy[Any]:
    """Gives values of a property."""
    if declared.type in ("string", "strings") and declared.values:
        return st.sampled_from(declared.values)
    plain: dict[str, st.SearchStrategy[Any]] = {
        "string": TEXTS,
        "strings": st.lists(TEXTS, max_size=3),
        "integer": st.integers(0, 2**53),
        "float": st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
        "edtf": DATES,
        "date": st.just("2018-10-26"),
    }
    return plain[declared.type]


def said(properties: dict[str, Property]) -> st.SearchStrategy[dict[str, Any]]:
    """Gives properties of a node or edge: those that are required and some others."""
    given_ = {name: values(one) for name, one in properties.items() if name != "id"}
    required = {name: strategy for name, strategy in given_.items() if properties[name].required}
    optional = {name: strategy for name, strategy in given_.items() if name not in required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda says: _in_order(says, properties))


def _in_order(says: dict[str, Any], properties: dict[str, Property]) -> dict[str, Any]:
    """Sorts what is a set, as the graph keeps it."""
    sets = {name for name, one in properties.items() if one.type == "strings" and one.rdf and one.rdf.set}
    # A set that may be missing is never empty in a graph.
    whole = {name: sorted(set(value)) if name in sets else value for name, value in says.items()}
    return {name: value for name, value in whole.items() if value or name not in sets or properties[name].required}


@st.composite
def graphs(draw: Callable[..., Any]) -> list[Element]:
    """Gives small graphs of every label and type, with hostile words in every place."""
    schema = load_schema()
    nodes = {
        label: Node(label, f"{label}{draw(IDS)}", draw(said(dict(one.properties))))
        for label, one in schema.nodes.items()
    }
    links = []
    kinds = draw(st.lists(st.sampled_from(list(schema.relationships)), min_size=3, max_size=6))
    for kind in sorted(kinds):
        one = schema.relationships[kind]
        start, end = nodes[draw(st.sampled_from(one.start))], nodes[draw(st.sampled_from(one.end))]
        links.append(Link(Edge(kind, start.id, end.id, draw(said(dict(one.properties)))), start, end))
    in_order = sorted(links, key=lambda link: (link.edge.type, link.edge.start, link.edge.end))
    return [*nodes.values(), *in_order]


@settings(max_examples=25, deadline=None)
@given(whole=graphs(), name=st.sampled_from(list(FORMATS)))
def test_whatever_is_in_a_graph_comes_back(
    whole: list[Element], name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    assert canonical(*read_back(whole, name, folder)) == canonical(*parts(whole))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_a_literal_comes_back(text: str) -> None:
    for ending in ("", "@en"):
        line = f"<a:a> <a:a> {literals(ending)(text)} ."
        (quad,) = ox.parse(line, format=ox.RdfFormat.N_QUADS)
        assert isinstance(quad.object, ox.Literal)
        was_escaped = quad.object.datatype.value.endswith("escaped")
        assert (unescaped(quad.object.value) if was_escaped else quad.object.value) == text


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_a_segment_is_valid_and_comes_back(text: str) -> None:
    segment = as_segment(text)
    assert set(segment) <= {*string.ascii_letters, *string.digits, *"-_~%"}
    assert from_segment(segment) == text
