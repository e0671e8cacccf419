"""Writes the graph as the CSV files that `neo4j-admin database import full` takes, and the line that runs it."""

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph_loader.errors import KgError
from graph_loader.export.files import write_file
from graph_loader.export.rows import AS_THEY_ARE, Names, Whole
from graph_loader.model.graph import Properties
from graph_loader.model.schema import FOLDED, Property, constraints_cypher, load_schema
from graph_loader.store import Store
from graph_loader.store.pieces import found_by
from graph_loader.store.server import MARK

_TYPES = {
    "string": "string",
    "strings": "string[]",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "edtf": "string",
    "date": "date",
}
_DELIMITERS = "\x1f\x1e\x1d|;^~"
"""Characters that may part the elements of a list, the first that no element holds."""


def write_import(store: Store, folder: Path, names: Names = AS_THEY_ARE) -> str:
    """Writes a file for each label and relationship type that is there, and gives the line to run in that folder."""
    whole, schema = Whole(store, names), load_schema()
    delimiter = _delimiter(whole)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder} cannot be made: {error.strerror}.", "Choose another folder.") from error
    # Newer releases take no bare name for a file of the folder they run in.
    options = [f"--array-delimiter=U+{ord(delimiter):04X}"]
    for label, node in schema.nodes.items():
        declared = {name: about for name, about in node.properties.items() if name != "id"}
        if node.folded:
            declared[FOLDED] = _FOLDED
        rows = [([one.id], {**one.properties, **found_by(one)}) for one in whole.labelled(label)]
        if rows:
            _write(folder / f"node-{label}.csv", ["id:ID"], declared, rows, delimiter)
            options.append(f"--nodes={label}=./node-{label}.csv")
    # Without it the database would be taken for somebody else's.
    _write(folder / f"node-{MARK}.csv", ["id:ID"], _MARK_PROPERTIES, [(["kg"], {"revision": "imported"})], delimiter)
    options.append(f"--nodes={MARK}=./node-{MARK}.csv")
    for kind, relationship in schema.relationships.items():
        found = [([edge.start, edge.end], edge.properties) for edge in whole.edges if edge.type == kind]
        if found:
            file = f"relationship-{kind}.csv"
            _write(folder / file, [":START_ID", ":END_ID"], relationship.properties, found, delimiter)
            options.append(f"--relationships={kind}=./{file}")
    write_file(folder / AFTER, [constraints_cypher(schema).encode(), *_empty_lists(whole)])
    return " ".join([_COMMAND, *map(shlex.quote, options)])


def _empty_lists(whole: Whole) -> Iterator[bytes]:
    """Yields statements for the lists with nothing in them, which the import leaves out."""
    schema = load_schema()
    for label, node in schema.nodes.items():
        for name in _lists(node.properties):
            ids = [one.id for one in whole.labelled(label) if one.properties.get(name) == []]
            if ids:
                yield f"UNWIND {json.dumps(ids)} AS id MATCH (n:{label} {{id: id}}) SET n.{name} = [];\n".encode()
    for kind, relationship in schema.relationships.items():
        for name in _lists(relationship.properties):
            ends = [[one.start, one.end] for one in whole.edges if one.type == kind and one.properties.get(name) == []]
            starts = "|".join(relationship.start)
            if ends:
                pattern = f"(s:{starts} {{id: ends[0]}})-[r:{kind}]->(e {{id: ends[1]}})"
                statement = (
                    f"UNWIND {json.dumps(ends)} AS ends MATCH {pattern} WHERE r.{name} IS NULL SET r.{name} = [];\n"
                )
                yield statement.encode()


def _lists(declared: Mapping[str, Property]) -> list[str]:
    return [name for name, about in declared.items() if about.type == "strings"]


AFTER = "after-import.cypher"
_COMMAND = (
    "neo4j-admin database import full neo4j --overwrite-destination --id-type=string --multiline-fields=true"
    " --bad-tolerance=0 --report-file=./import.report"
)
_FOLDED = Property(type="string", description="By what it is found.")
_MARK_PROPERTIES = {"revision": Property(type="string", description="What changes with every document.")}


def _write(
    path: Path,
    ids: list[str],
    declared: Mapping[str, Property],
    rows: Iterable[tuple[list[str], Properties]],
    delimiter: str,
) -> None:
    columns = [f"{name}:{_TYPES[about.type]}" for name, about in declared.items()]

    def lines() -> Iterator[bytes]:
        yield f"{','.join([*ids, *columns])}\n".encode()
        for keys, says in rows:
            cells = [*map(_quoted, keys), *(_cell(says.get(name), delimiter) for name in declared)]
            yield f"{','.join(cells)}\n".encode()

    write_file(path, lines())


def _cell(value: Any, delimiter: str) -> str:
    """Gives a value as the import reads it; what is not there is an empty cell, without quotation marks."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _quoted(delimiter.join(value))
    return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _delimiter(whole: Whole) -> str:
    """Gives a character that no element of a list holds; raises KgError where there is none."""
    said = [*(node.properties for node in whole.nodes.values()), *(edge.properties for edge in whole.edges)]
    lists = (value for properties in said for value in properties.values() if isinstance(value, list))
    held = {char for elements in lists for element in elements for char in element}
    free = next((char for char in _DELIMITERS if char not in held), None)
    if free is None:
        raise KgError("No character is free to part the elements of lists.", "Use `kg copy` to move this graph.")
    return free
