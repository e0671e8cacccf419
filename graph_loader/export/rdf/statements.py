"""Writes the elements of a graph as N-Quads, or without graph names as N-Triples: all other forms are made of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from graph_loader.export.rdf.elements import Element, Link
from graph_loader.export.rdf.plan import ENDING, SUBJECT, Field, LinkPlan, Plan, Plans
from graph_loader.export.rdf.terms import as_segment, named
from graph_loader.model.graph import Edge, Node
from graph_loader.model.ids import stable_id

_FIRST, _REST, _NIL = named("rdf:first"), named("rdf:rest"), named("rdf:nil")


def implied(names: Iterable[str], start: Node, end: Node) -> dict[str, Any]:
    """Gives what a relationship says by its ends alone: their document and date."""
    found = {name: _of(start, name) or _of(end, name) for name in names}
    return {name: value for name, value in found.items() if value}


def _of(node: Node, name: str) -> Any:
    return node.id if (name, node.label) == ("document", "Document") else node.properties.get(name)


class Statements:
    """Writes elements and counts what it has written, by class, for the description of the dataset."""

    def __init__(self, plans: Plans, *, graphs: bool) -> None:
        self._plans = plans
        self._graphs = graphs
        self.entities: Counter[str] = Counter()
        """How many nodes there are of each label and relationship type."""
        self.triples = 0
        self.dates: tuple[str, str] | None = None
        """The first and the last date of a meeting."""

    def lines(self, elements: Iterable[Element]) -> Iterator[str]:
        """Gives for each element all its lines as one text."""
        for _, group in groupby(elements, key=_place):
            several = list(group)
            told: Counter[str] = Counter()
            for element in several:
                if isinstance(element, Node):
                    text = self._node(element)
                else:
                    text = self._link(element, told, alone=len(several) == 1)
                self.triples += text.count("\n")
                yield text

    def ending(self, graph: str) -> str:
        """Gives what ends each line of a graph that is named by a document's id, `shared` or `linked`."""
        return f" <{self._plans.base}graph.{as_segment(graph)}> .\n" if self._graphs else " .\n"

    def _node(self, node: Node) -> str:
        plan = self._plans.nodes[node.label]
        self.entities[node.label] += 1
        if node.label == "Meeting" and (day := node.properties.get("date")):
            dates = (*(self.dates or ()), str(day))
            self.dates = min(dates), max(dates)
        document = node.id if node.label == "Document" else node.properties.get("document")
        ending = self.ending(str(document or plan.scope))
        text = _written(plan, f"<{self._plans.iri(node.id)}", {**node.properties, "id": node.id}, ending)
        return text + self._graph(node) if node.label == "Document" else text

    def _graph(self, document: Node) -> str:
        """Says of a document's graph what it was made from and by."""
        graph = f"<{self._plans.base}graph.{as_segment(document.id)}>"
        iri, ending = self._plans.iri(document.id), self.ending(document.id)
        return (
            f"{graph} {named('rdf:type')} {named('prov:Entity')}{ending}"
            f"{graph} {named('prov:wasDerivedFrom')} <{iri}>{ending}"
            f"{graph} {named('prov:wasGeneratedBy')} <{iri}.extraction>{ending}"
        )

    def _link(self, link: Link, told: Counter[str], *, alone: bool) -> str:
        edge, plan = link.edge, self._plans.links[link.edge.type]
        start, end = f"<{self._plans.iri(edge.start)}>", f"<{self._plans.iri(edge.end)}>"
        ending = self.ending(str(edge.properties.get("document") or plan.node.scope))
        facts = [
            f"{end} {term} {start}" if inverse else f"{start} {term} {end}"
            for term, inverse, where in plan.directs
            if all(edge.properties.get(name) == value for name, value in where.items())
        ]
        triples = [fact + ending for fact in facts] if alone else self._new(facts, ending, told)
        if alone and plan.alone and edge.properties == implied(plan.implied, link.start, link.end):
            return "".join(triples)
        self.entities[edge.type] += 1
        one = _relation_id(plan, edge)
        told[one] += 1
        subject = f"<{self._plans.base}relation.{one}{f'-{told[one]}' if told[one] > 1 else ''}"
        triples += [f"{subject}> {term} {start}{ending}" for term in plan.start]
        triples += [f"{subject}> {term} {end}{ending}" for term in plan.end]
        return "".join(triples) + _written(plan.node, subject, edge.properties, ending)

    def _new(self, facts: list[str], ending: str, told: Counter[str]) -> list[str]:
        """Gives the triples that were not told in this graph before."""
        new = [fact for fact in facts if not told[fact + ending]]
        # What two documents say stands in both their graphs, and is one triple.
        self.triples -= sum(1 for fact in new if told[fact])
        triples = [fact + ending for fact in new]
        told.update({*facts, *triples})
        return triples


def _place(element: Element) -> tuple[str, ...]:
    """Gives what several relationships between the same ends have in common."""
    if isinstance(element, Node):
        return (element.label, element.id)
    return (element.edge.type, element.edge.start, element.edge.end)


def _relation_id(plan: LinkPlan, edge: Edge) -> str:
    """Gives an id from what tells a relationship apart from others between the same ends."""
    keys = [str(edge.properties.get(name, "")) for name in plan.keys]
    return stable_id(edge.type.lower().replace("_", "-"), edge.start, edge.end, *keys)


def _written(plan: Plan, subject: str, properties: Mapping[str, Any], ending: str) -> str:
    texts = [plan.template]
    needed: set[str] = set()
    for field in plan.fields:
        value = properties.get(field.name)
        if value is None:
            continue
        if field.name in plan.needs:
            needed |= plan.needs[field.name]
        if field.declared.type == "strings":
            texts += _several(field, subject, value, ending)
            continue
        written = field.write(value)
        for predicate in field.predicates:
            texts.append(f"{subject}{field.suffix}> {predicate} {written}{ending}")
    if needed:
        texts += [part.template for part in plan.parts if part.name in needed]
    return "".join(texts).replace(SUBJECT, subject).replace(ENDING, ending)


def _several(field: Field, subject: str, values: list[str], ending: str) -> Iterator[str]:
    owner = f"{subject}{field.suffix}>"
    if not field.listed:
        for predicate in field.predicates:
            yield from (f"{owner} {predicate} {field.write(value)}{ending}" for value in values)
        return
    cells = [*(f"{subject}.{field.name}.{number}>" for number in range(1, len(values) + 1)), _NIL]
    for predicate in field.predicates:
        yield f"{owner} {predicate} {cells[0]}{ending}"
    for cell, rest, value in zip(cells, cells[1:], values, strict=False):
        yield f"{cell} {_FIRST} {field.write(value)}{ending}{cell} {_REST} {rest}{ending}"
