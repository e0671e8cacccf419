"""Fills the canned queries in SPARQL with what a user looks for, as `kg query` does with those in Cypher."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import pyoxigraph as ox

from graph_loader.errors import UsageError
from graph_loader.export.rdf.sparql import ask
from graph_loader.model.resources import resource_folder
from graph_loader.query.catalogue import Parameter, Query
from graph_loader.query.names import choose_names
from graph_loader.query.values import first_day, last_day, word_beginnings

_GIVEN = re.compile(r"VALUES \?given_(\w+) \{[^}]*\}")
_WORD_STARTS = r"(^|[^\p{L}\p{M}\p{N}\p{Pc}])"
_MEANINGS = """
SELECT DISTINCT ?short ?name ?document {
  ?r a kg:StandsFor ; kg:from/rdfs:label ?short ; kg:to/rdfs:label ?name ; prov:wasDerivedFrom ?document
}
"""


def canned(query: Query, given: Mapping[str, str], whole: ox.Store) -> str:
    """Gives a canned query in SPARQL, filled with what a user looks for in a dataset.

    Raises UsageError for other parameters, and for a name that nothing in the dataset has.
    """
    odd = [name for name in given if name not in query.parameters]
    missing = [name for name, one in query.parameters.items() if one.required and name not in given]
    if odd or missing:
        what = f"takes no {odd[0]}" if odd else f"needs {missing[0]}"
        hint = f"It takes {', '.join(query.parameters)}." if query.parameters else ""
        raise UsageError(f"{query.name} {what}.", hint)
    text = (resource_folder("queries") / "sparql" / f"{query.name}.rq").read_text(encoding="utf-8")
    found = {name: _values(whole, query.parameters[name], value) for name, value in given.items()}

    def fill(match: re.Match[str]) -> str:
        values = " ".join(str(ox.Literal(value)) for value in found.get(match[1], ()))
        return f"VALUES ?given_{match[1]} {{ {values} }}"

    return _GIVEN.sub(fill, text)


def _values(whole: ox.Store, parameter: Parameter, text: str) -> list[str]:
    match parameter.type:
        case "name":
            return choose_names(_InDataset(whole, parameter.of), text, parameter.of)
        case "words":
            return [_WORD_STARTS + beginning for beginning in word_beginnings(text)]
        case "from":
            return [first_day(text)]
        case "to" | "date":
            return [last_day(text)]
        case _:
            return [text]


class _InDataset:
    """Gives the names in a dataset."""

    def __init__(self, whole: ox.Store, labels: Collection[str]) -> None:
        self._whole = whole
        self._nodes = (
            f"VALUES ?class {{ {' '.join(f'kg:{label}' for label in labels)} }} ?n a ?class ; rdfs:label ?name"
        )

    def _rows(self, query: str) -> list[tuple[str, ...]]:
        return [tuple(row.values()) for row in ask(self._whole, query)[1]]

    def alike(self, _wanted: str) -> list[str]:
        return self.known()

    def known(self) -> list[str]:
        return sorted(name for (name,) in self._rows(f"SELECT DISTINCT ?name {{ {self._nodes} }}"))

    def aliases(self) -> Iterable[tuple[str, Collection[str]]]:
        query = f"SELECT DISTINCT ?name ?alias {{ {self._nodes} ; skos:altLabel|dcterms:title ?alias }}"
        return [(name, (alias,)) for name, alias in self._rows(query)]

    def meanings(self) -> Iterable[tuple[str, str, Collection[str]]]:
        return [(short, name, (document,)) for short, name, document in self._rows(_MEANINGS)]

    def documents(self, names: Sequence[str]) -> Iterable[tuple[str, str]]:
        literals = " ".join(f"{ox.Literal(name)}" for name in names)
        labels = "VALUES ?class { kg:Person kg:Body kg:Programme } ?n a ?class ; rdfs:label ?label"
        query = f"""
        SELECT DISTINCT ?name ?document {{
          {labels} ; prov:wasDerivedFrom ?document . ?document a kg:Document
          BIND (STR(?label) AS ?name) VALUES ?name {{ {literals} }}
        }}"""
        return [(name, document) for name, document in self._rows(query)]
