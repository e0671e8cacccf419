"""Writes sorted triples as JSON-LD that reads as JSON: a context, and one object for each thing."""

import json
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from graph_loader.export.rdf.context import ID, LANGUAGE, coercions, context, shortened
from graph_loader.export.rdf.plan import Plans
from graph_loader.export.rdf.terms import expand

_TYPE, _STRING = expand("rdf:type"), expand("xsd:string")


def as_jsonld(quads: list[ox.Quad], plans: Plans) -> bytes:
    """Gives the document, a line for each thing."""
    base = plans.base if plans.base.endswith("/") else ""
    whole = context() | ({"@base": base} if base else {})
    things = groupby(quads, key=lambda quad: str(_value(quad.subject)))
    lines = [_json(_thing(subject, list(found), base, plans.schema.rdf.language)) for subject, found in things]
    body = ",\n".join(lines)
    return f'{{"@context":{_json(whole)},\n"@graph":[\n{body}\n]}}\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _thing(subject: str, quads: list[ox.Quad], base: str, language: str) -> dict[str, Any]:
    thing: dict[str, Any] = {"id": _relative(subject, base)}
    for predicate, found in groupby(quads, key=lambda quad: str(quad.predicate.value)):
        if predicate == _TYPE:
            thing["type"] = [shortened(_value(quad.object)) for quad in found]
            continue
        values = [_object(quad.object, coercions().get(predicate), base, language) for quad in found]
        thing[shortened(predicate)] = values[0] if len(values) == 1 else values
    return thing


def _object(term: Any, kind: str | None, base: str, language: str) -> Any:
    if not isinstance(term, ox.Literal):
        iri = _relative(_value(term), base)
        return iri if kind == ID else {"id": iri}
    if term.language:
        plain = kind == LANGUAGE and term.language == language
        return term.value if plain else {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return term.value if kind is None else {"@value": term.value}
    plain = term.datatype.value == kind
    return term.value if plain else {"@value": term.value, "@type": shortened(term.datatype.value)}


def _relative(iri: str, base: str) -> str:
    return iri.removeprefix(base) if base and len(iri) > len(base) else iri


def _value(term: Any) -> str:
    return str(term.value)
