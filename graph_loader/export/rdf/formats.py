"""Writes a graph in each RDF format: the line formats piece by piece, the others from the same lines, sorted."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph_loader.export.rdf.describe import About, description
from graph_loader.export.rdf.elements import Element
from graph_loader.export.rdf.jsonld import as_jsonld
from graph_loader.export.rdf.plan import DEFAULT_BASE, Plans
from graph_loader.export.rdf.statements import Statements
from graph_loader.export.rdf.terms import expand

_TYPE = expand("rdf:type")


@dataclass(frozen=True, slots=True)
class RdfFormat:
    """Is one format: the ending of its files, whether it names graphs, and how it is made of sorted quads."""

    ending: str
    graphs: bool
    write: Callable[[list[ox.Quad], Plans], bytes] | None = None
    """None for the formats of which the lines are a form as they are."""


def _through(target: ox.RdfFormat) -> Callable[[list[ox.Quad], Plans], bytes]:
    def write(quads: list[ox.Quad], plans: Plans) -> bytes:
        # XML and Turtle abbreviate by prefix; a base would make IRIs relative, which not every reader resolves.
        output: Iterable[ox.Quad] | Iterable[ox.Triple] = quads
        if not target.supports_datasets:
            output = [quad.triple for quad in quads]
        return ox.serialize(output, format=target, prefixes={**plans.schema.prefixes, "id": plans.base}) or b""

    return write


FORMATS = {
    "turtle": RdfFormat("ttl", False, _through(ox.RdfFormat.TURTLE)),
    "ntriples": RdfFormat("nt", False),
    "nquads": RdfFormat("nq", True),
    "trig": RdfFormat("trig", True, _through(ox.RdfFormat.TRIG)),
    "jsonld": RdfFormat("jsonld", False, as_jsonld),
    "rdfxml": RdfFormat("rdf", False, _through(ox.RdfFormat.RDF_XML)),
}


def write_rdf(
    elements: Iterable[Element], name: str, *, base: str = DEFAULT_BASE, about: About | None = None
) -> Iterator[bytes]:
    """Gives the whole export in pieces, the description of the dataset last."""
    chosen, plans = FORMATS[name], Plans(base)
    lines = _lines(elements, plans, about or About(), graphs=chosen.graphs)
    if chosen.write is None:
        yield from (text.encode() for text in lines)
        return
    quads = {quad for text in lines for quad in _parsed(text)}
    yield chosen.write(sorted(quads, key=_order), plans)


def _lines(elements: Iterable[Element], plans: Plans, about: About, *, graphs: bool) -> Iterator[str]:
    statements = Statements(plans, graphs=graphs)
    yield from statements.lines(elements)
    yield from description(about, plans, statements.entities, statements.triples, statements.dates)


def _parsed(text: str) -> Iterator[ox.Quad]:
    return ox.parse(io.BytesIO(text.encode()), format=ox.RdfFormat.N_QUADS)


def _order(quad: ox.Quad) -> tuple[bool, str, str, bool, str, str]:
    """Sorts by graph and subject, what a thing is first, the description of the dataset before all."""
    subject, predicate = str(quad.subject)[1:-1], quad.predicate.value
    named_graph = not isinstance(quad.graph_name, ox.DefaultGraph)
    return named_graph, str(quad.graph_name), subject, predicate != _TYPE, predicate, str(quad.object)
