"""Answers SPARQL queries from an export."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph_loader.errors import QueryError, ReadError
from graph_loader.export.rdf.terms import expand
from graph_loader.model.schema import load_schema

_NO_KEYWORDS = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|\'{3}(?:[^'\\]|\\.|'(?!''))*\'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'''
    r"""|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n\r]*""",
    re.DOTALL,
)
"""Matches strings, IRIs and comments."""
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_KEYWORD = re.compile(r"(?<![\w?$:@-])(?:SERVICE|FROM)(?![\w:-])", re.IGNORECASE)
_READ: Mapping[str, Callable[[str], Any]] = {
    expand("xsd:integer"): int,
    expand("xsd:nonNegativeInteger"): int,
    expand("xsd:double"): float,
    expand("xsd:decimal"): float,
    expand("xsd:boolean"): lambda text: text == "true",
}


def dataset(quads: Iterable[bytes]) -> ox.Store:
    """Gives a dataset of N-Quads, held in memory."""
    store = ox.Store()
    store.bulk_load(b"".join(quads), format=ox.RdfFormat.N_QUADS)
    return store


def dataset_of(path: Path) -> ox.Store:
    """Gives the dataset of an RDF file; raises ReadError."""
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:].lower()))
    except (OSError, SyntaxError, ValueError) as error:
        raise ReadError(
            f"{path} cannot be read as RDF: {error}.", "Give an export as `kg export rdf` wrote it."
        ) from error
    if not store:
        raise ReadError(f"{path} holds no RDF.", "Give an export as `kg export rdf` wrote it.")
    return store


def ask(store: ox.Store, query: str) -> tuple[list[str], list[dict[str, Any]]]:
    """Gives columns and rows of a query over all graphs, or over those that FROM names; raises QueryError.

    What would ask another machine is refused. The prefixes of the schema need not be declared. ASK gives one row,
    CONSTRUCT and DESCRIBE a row for each triple.
    """
    keywords = _keywords(query)
    if "SERVICE" in keywords:
        raise QueryError("SERVICE would ask another machine.", "Ask only what is in the graph or the file.")
    prefixes = dict(load_schema().prefixes)
    try:
        found = store.query(query, prefixes=prefixes, use_default_graph_as_union="FROM" not in keywords)
        if isinstance(found, ox.QueryBoolean):
            return ["answer"], [{"answer": bool(found)}]
        if isinstance(found, ox.QueryTriples):
            columns = ["subject", "predicate", "object"]
            return columns, [{name: _value(getattr(triple, name)) for name in columns} for triple in found]
        names = [variable.value for variable in found.variables]
        return names, [{name: _value(row[name]) for name in names} for row in found]
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        # What could stand in that place instead is a list of every sign of the language.
        reason = str(error).partition(": expected one of")[0]
        raise QueryError(f"The query is refused: {reason}.", "Mend it and try again.") from error


def _keywords(query: str) -> set[str]:
    """Gives those keywords of a query, in capitals, that lead to other data than all that is there."""
    bare = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), _NO_KEYWORDS.sub(" ", query))
    return {found.upper() for found in _KEYWORD.findall(bare)}


def _value(term: Any) -> Any:
    if isinstance(term, ox.Literal):
        return _READ.get(term.datatype.value, str)(term.value)
    return None if term is None else str(getattr(term, "value", term))
