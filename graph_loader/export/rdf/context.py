"""Makes the JSON-LD context: our own terms as bare words, all others by prefix, each with the type of its values."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from graph_loader.export.rdf.plan import Plans, datatype, directs
from graph_loader.export.rdf.terms import expand
from graph_loader.model.schema import Schema, load_schema

ID, LANGUAGE = "@id", "@language"
_DATASET = {
    "prov:wasGeneratedBy": ID,
    "dcterms:license": ID,
    "dcterms:temporal": ID,
    "dcterms:conformsTo": ID,
    "void:vocabulary": ID,
    "void:classPartition": ID,
    "void:class": ID,
    "void:triples": "xsd:integer",
    "void:entities": "xsd:integer",
    "rdf:rest": ID,
}
"""What the description of the dataset says beside the terms of the schema."""


@cache
def coercions() -> Mapping[str, str]:
    """Gives for each predicate, by IRI, the one kind of values that it has: ID, LANGUAGE or a datatype."""
    found: dict[str, set[str]] = {}
    for term, kind in (*_declared(load_schema()), *_DATASET.items()):
        found.setdefault(expand(term), set()).add(kind)
    single = {iri: next(iter(kinds)) for iri, kinds in found.items() if len(kinds) == 1}
    return {iri: kind if kind.startswith("@") else expand(kind) for iri, kind in single.items() if kind != "xsd:string"}


def shortened(iri: str) -> str:
    """Gives a predicate, class or datatype as the context lets it be written."""
    for prefix, start in _prefixes():
        if iri.startswith(start):
            name = iri.removeprefix(start)
            return name if prefix == "kg" else f"{prefix}:{name}"
    return iri


def context() -> dict[str, Any]:
    """Gives the whole context."""
    schema = load_schema()
    made: dict[str, Any] = {"id": "@id", "type": "@type", "@vocab": schema.prefixes["kg"]}
    made |= {prefix: iri for prefix, iri in schema.prefixes.items() if prefix != "kg"}
    for iri, kind in sorted(coercions().items(), key=lambda item: shortened(item[0])):
        value = {LANGUAGE: schema.rdf.language} if kind == LANGUAGE else {"@type": shortened(kind)}
        made[shortened(iri)] = {"@id": iri, **value}
    return made


@cache
def _prefixes() -> list[tuple[str, str]]:
    return sorted(load_schema().prefixes.items(), key=lambda item: -len(item[1]))


def _declared(schema: Schema) -> Iterator[tuple[str, str]]:
    plans = Plans()
    for plan in (*plans.nodes.values(), *(link.node for link in plans.links.values())):
        for field in plan.fields:
            is_node = field.rdf.iri is not None or field.listed
            kind = ID if is_node else LANGUAGE if field.rdf.text else datatype(field.declared, field.rdf)
            yield from ((term, kind) for term in field.terms)
    for part in schema.rdf.parts.values():
        yield from ((term, ID) for term in (part.link, part.back) if term)
    for kind, one in schema.relationships.items():
        terms = (*(direct.term for direct in directs(kind, one)), "kg:from", "kg:to", *one.rdf.start, *one.rdf.end)
        yield from ((term, ID) for term in terms)
