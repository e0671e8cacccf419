"""Reads a graph back from its own export, whatever the format; what is foreign in it is left aside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph_loader.errors import ReadError
from graph_loader.export.rdf.formats import FORMATS
from graph_loader.export.rdf.plan import Field, LinkPlan, Plan, Plans, relation_class
from graph_loader.export.rdf.statements import implied
from graph_loader.export.rdf.terms import as_segment, expand, unescaped
from graph_loader.model.graph import Edge, Node

ENDINGS = tuple(f".{one.ending}" for one in FORMATS.values())
_TYPE, _IDENTIFIER = expand("rdf:type"), expand("dcterms:identifier")
_ENTITIES = expand("void:entities")
_FIRST, _REST = expand("rdf:first"), expand("rdf:rest")
_FROM, _TO = expand("kg:from"), expand("kg:to")
_ESCAPED = expand("kg:escaped")

Facts = Mapping[str, Mapping[str, list[str]]]
"""Holds the objects of each subject and predicate, IRIs and the texts of literals alike."""


def read_rdf(path: Path) -> tuple[list[Node], list[Edge]]:
    """Gives the nodes and relationships of an export; raises ReadError for a file that is none."""
    facts = _facts(path)
    try:
        plans, nodes = _nodes(facts)
        edges = list(_edges(facts, plans, nodes))
    except (KeyError, ValueError, IndexError) as error:
        raise ReadError(f"{path} is not whole: {error}.", "Load an export as `kg export rdf` wrote it.") from error
    if not nodes:
        hint = f"Only what `kg export rdf` wrote can be loaded: it holds things of {expand('kg:')}."
        raise ReadError(f"{path} holds no graph of minutes.", hint)
    # The description stands at the end: where it is missing or counts otherwise, something else may be missing too.
    described = facts.get(f"{plans.base}dataset", {}).get(_ENTITIES, [])
    if described != [str(len(nodes))]:
        message = f"{path} is not whole: it holds {len(nodes)} things, of {''.join(described) or 'an unknown number'}."
        raise ReadError(message, "Load an export as `kg export rdf` wrote it.")
    return list(nodes.values()), edges


def _facts(path: Path) -> Facts:
    facts: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    kind = ox.RdfFormat.from_extension(path.suffix[1:].lower())
    try:
        for quad in ox.parse(path=str(path), format=kind):
            # The same triple may stand in several graphs.
            facts[_text(quad.subject)][quad.predicate.value][_text(quad.object)] = None
    except (OSError, SyntaxError, ValueError) as error:
        raise ReadError(
            f"{path} cannot be read as {kind.name if kind else 'RDF'}: {error}.", "Export it again."
        ) from error
    return {subject: {term: list(values) for term, values in says.items()} for subject, says in facts.items()}


def _text(term: Any) -> str:
    if isinstance(term, ox.Literal) and term.datatype.value == _ESCAPED:
        return unescaped(term.value)
    return str(getattr(term, "value", term))


def _nodes(facts: Facts) -> tuple[Plans, dict[str, Node]]:
    """Gives the nodes by IRI, and the plans for the base that their IRIs have."""
    plans = Plans()
    labels = {expand(f"kg:{label}"): label for label in plans.nodes}
    found: dict[str, str] = {}
    for iri, says in facts.items():
        for kind in says.get(_TYPE, ()):
            if kind in labels and says.get(_IDENTIFIER):
                found[iri] = labels[kind]
    for iri in found:
        plans = Plans(iri.removesuffix(as_segment(facts[iri][_IDENTIFIER][0])))
        break
    nodes = {}
    for iri, label in found.items():
        says = _properties(facts, plans.nodes[label], iri)
        nodes[iri] = Node(label, str(says.pop("id")), says)
    return plans, nodes


def _edges(facts: Facts, plans: Plans, nodes: Mapping[str, Node]) -> Iterator[Edge]:
    classes = {expand(relation_class(kind)): kind for kind in plans.links}
    told: set[tuple[str, str, str]] = set()
    for iri, says in facts.items():
        for kind in (classes[one] for one in says.get(_TYPE, ()) if one in classes):
            start, end = says[_FROM][0], says[_TO][0]
            told.add((kind, start, end))
            properties = _properties(facts, plans.links[kind].node, iri)
            yield Edge(kind, nodes[start].id, nodes[end].id, properties)
    for iri, start_node in nodes.items():
        for kind, link in _starting(plans, start_node.label):
            for other in facts[iri].get((link.alone or "")[1:-1], ()):
                if (kind, iri, other) not in told:
                    end_node = nodes[other]
                    yield Edge(kind, start_node.id, end_node.id, implied(link.implied, start_node, end_node))


def _starting(plans: Plans, label: str) -> Iterable[tuple[str, LinkPlan]]:
    return [
        (kind, link)
        for kind, link in plans.links.items()
        if link.alone and label in plans.schema.relationships[kind].start
    ]


def _properties(facts: Facts, plan: Plan, iri: str) -> dict[str, Any]:
    found = ((field.name, _value(facts, field, iri)) for field in plan.fields)
    return {name: value for name, value in found if value is not None}


def _value(facts: Facts, field: Field, iri: str) -> Any:
    texts = facts.get(f"{iri}{field.suffix}", {}).get(field.predicates[0][1:-1], [])
    if field.listed:
        return [field.read(text) for text in _listed(facts, texts[0])] if texts else None
    if field.declared.type == "strings":
        return sorted(map(field.read, texts)) if texts or field.declared.required else None
    return field.read(texts[0]) if texts else None


def _listed(facts: Facts, cell: str) -> Iterator[str]:
    while _FIRST in facts.get(cell, {}):
        yield facts[cell][_FIRST][0]
        cell = facts[cell][_REST][0]
