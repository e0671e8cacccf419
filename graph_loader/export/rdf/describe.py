"""Describes a dataset in VoID and DCAT by what is in it: no clock has a say, so that equal graphs give equal bytes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_loader.export.rdf.plan import Plans, relation_class
from graph_loader.export.rdf.terms import expand, is_iri, literals, named

TITLE = "Questions, answers and commitments in the minutes of public meetings"
# Names of SPDX's list bear a version, but for the best known.
_SPDX = re.compile(r"(?:[A-Za-z][A-Za-z0-9.]*-)+\d[\d.]*(?:-[A-Za-z0-9.-]+)?|MIT|ISC|Unlicense")
_VOCABULARIES = ("dcat", "dcterms", "foaf", "kg", "oa", "opengov", "org", "prov", "schema", "skos", "time", "void")


@dataclass(frozen=True, slots=True)
class About:
    """Is what the publisher says of a dataset."""

    title: str = TITLE
    licence: str = ""
    """An IRI, the short name that SPDX lists, or words."""


def description(
    about: About, plans: Plans, entities: Mapping[str, int], triples: int, dates: tuple[str, str] | None
) -> Iterator[str]:
    """Gives the description as N-Triples, to be put in the default graph."""
    dataset = f"<{plans.base}dataset>"
    text, number = literals(f"@{plans.schema.rdf.language}"), literals(f"^^{named('xsd:integer')}")

    def line(subject: str, term: str, value: str) -> str:
        return f"{subject} {named(term)} {value} .\n"

    for term in ("void:Dataset", "dcat:Dataset", "prov:Entity"):
        yield line(dataset, "rdf:type", named(term))
    yield line(dataset, "dcterms:title", text(about.title))
    yield line(dataset, "rdfs:label", text(about.title))
    if about.licence:
        yield line(dataset, *_licence(about.licence))
    if dates:
        first, last = dates
        date = literals(f"^^{named('edtf:EDTF')}")
        yield line(dataset, "dcterms:date", date(last))
        period = f"<{plans.base}dataset.period>"
        yield line(dataset, "dcterms:temporal", period)
        yield line(period, "rdf:type", named("dcterms:PeriodOfTime"))
        yield line(period, "dcat:startDate", date(first))
        yield line(period, "dcat:endDate", date(last))
    yield line(dataset, "void:uriSpace", literals("")(plans.base))
    yield line(dataset, "dcterms:conformsTo", f"<{expand('kg:ontology')}>")
    for prefix in _VOCABULARIES:
        yield line(dataset, "void:vocabulary", f"<{plans.schema.prefixes[prefix]}>")
    yield line(dataset, "void:triples", number(str(triples)))
    yield line(
        dataset, "void:entities", number(str(sum(entities[label] for label in plans.nodes if label in entities)))
    )
    classes = {label: f"kg:{label}" for label in plans.nodes} | {kind: relation_class(kind) for kind in plans.links}
    for name, term in classes.items():
        if count := entities.get(name):
            part = f"<{plans.base}dataset.{term.removeprefix('kg:')}>"
            yield line(dataset, "void:classPartition", part)
            yield line(part, "void:class", named(term))
            yield line(part, "void:entities", number(str(count)))


def _licence(licence: str) -> tuple[str, str]:
    if is_iri(licence):
        return "dcterms:license", f"<{licence}>"
    if _SPDX.fullmatch(licence):
        return "dcterms:license", f"<https://spdx.org/licenses/{licence}>"
    return "dcterms:rights", literals("")(licence)
