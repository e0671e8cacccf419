"""Keeps the graph in a folder, in an engine inside this process: nothing to install, no port."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from arcadedb_embedded import ArcadeDBError, Database

from graph_loader.errors import QueryError, StoreError
from graph_loader.model.graph import Contribution, Edge, Node
from graph_loader.model.schema import constraints_cypher, load_schema
from graph_loader.resolve.corrections import Corrections
from graph_loader.store import filling, linking, reading, writing
from graph_loader.store.arcadedb_folder import engine_reason, open_folder
from graph_loader.store.arcadedb_values import plain
from graph_loader.store.base import NO_CORRECTIONS, Tell, Written, in_silence
from graph_loader.store.running import Row, Run

_LANGUAGE = "opencypher"


@contextmanager
def open_arcade(path: Path, *, create: bool, read_only: bool) -> Iterator["ArcadeStore"]:
    """Opens the graph in a folder and closes it at the end, whatever happens in between; raises StoreError."""
    with open_folder(path, create=create, read_only=read_only) as database:
        if not read_only:
            for line in constraints_cypher(load_schema()).splitlines()[1:]:
                database.command(_LANGUAGE, line.rstrip(";"))
        yield ArcadeStore(database)


class ArcadeStore:
    """Is a graph in the embedded engine."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._run = Run(self._command)

    def write(self, contribution: Contribution) -> Written:
        """Adds one document in one transaction."""
        with self._transaction():
            return writing.write(self._run, contribution)

    def retract(self, document: str) -> list[str]:
        """Takes out one document in one transaction."""
        with self._transaction():
            return writing.retract(self._run, document)

    def link(self, corrections: Corrections = NO_CORRECTIONS, tell: Tell = in_silence) -> int:
        """Links changed documents with those of their contexts, in one transaction for each context."""
        return linking.link(self._run, self._in_transaction, corrections, tell)

    def fill(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Adds nodes and edges as they are."""
        filling.fill(self._in_transaction, nodes, edges)

    def rows(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Gives the rows of a statement; the engine itself refuses one that writes."""
        try:
            return _rows(self._database.query(_LANGUAGE, statement, dict(parameters or {})))
        except ArcadeDBError as error:
            raise _refusal(error) from error

    def documents(self) -> list[Row]:
        """Gives the properties of every document and the date of its meeting."""
        return reading.documents(self.rows)

    def counts(self) -> dict[str, int]:
        """Counts nodes and relationships."""
        return reading.counts(self.rows)

    def _command(self, statement: str, parameters: Mapping[str, Any]) -> list[Row]:
        return _rows(self._database.command(_LANGUAGE, statement, dict(parameters)))

    def _in_transaction(self, change: Callable[[Run], None]) -> None:
        with self._transaction():
            change(self._run)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            with self._database.transaction():
                yield
        except ArcadeDBError as error:
            raise StoreError(f"The graph cannot be written: {engine_reason(error)}.", "Nothing was changed.") from error


def _rows(result: Any) -> list[Row]:
    return [] if result is None else [plain(row) for row in result.to_list()]


def _refusal(error: ArcadeDBError) -> QueryError:
    reason = engine_reason(error)
    if "is not idempotent" in reason:
        return QueryError("The statement writes to the graph.", "Only statements that read can be run.")
    return QueryError(f"The statement is refused: {reason}.", "Mend it and try again.")
