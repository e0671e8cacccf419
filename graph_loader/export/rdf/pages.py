"""Writes a page of the docs for each term of our own, and one that lists them."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from graph_loader.export.rdf.terms import expand
from graph_loader.export.rdf.vocabulary import Term, vocabulary

_NAMES = {"class": "Class", "object": "Property", "data": "Property", "datatype": "Datatype"}
_HEAD = """\
# Terms of the vocabulary

All terms of our own namespace, `{namespace}`, made from `schema/graph.yaml` by `make schema`. How they
are used together with public vocabularies is in [RDF](../rdf.md).

| term | meaning |
|---|---|
"""


def pages() -> dict[str, str]:
    """Gives the text of every page by its path under `docs/terms/`: classes and properties may differ in case alone."""
    terms = vocabulary()
    made = {path_of(term): "\n".join(_page(term)) + "\n" for term in terms}
    rows = [f"| [`{term.term}`]({path_of(term)}) | {' '.join(term.definitions[:1])} |\n" for term in terms]
    return {"README.md": _HEAD.format(namespace=expand("kg:")) + "".join(rows)} | made


def path_of(term: Term) -> str:
    """Gives the path of a term's page."""
    folder = "classes" if term.kind == "class" else "properties"
    return PurePosixPath(folder, f"{term.name}.md").as_posix()


def _page(term: Term) -> Iterator[str]:
    yield f"# {term.term}\n"
    yield f"{_NAMES[term.kind]} <{expand(term.term)}>: {term.label}.\n"
    yield from (f"- {words}" for words in term.definitions)
    if term.values:
        yield f"\nIts value is one of {', '.join(f'`{value}`' for value in term.values)}."
    yield f"\n```turtle\n{term.example}\n```\n"
    for title, names in (
        ("Narrower than", term.parents),
        ("Of", term.domains),
        ("Leads to", term.ranges),
        ("Implies", term.implies),
        ("Implies, the other way round", term.implies_back),
        ("See also", term.see),
    ):
        if names:
            yield f"{title}: {', '.join(name if '//' in name else f'`{name}`' for name in names)}.\n"
