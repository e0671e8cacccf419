"""Reads tables of actions: a head row that names a column of actions and one of owners, and a row for each action."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph_loader.annotate.extensions import blocks_of
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.profile import Profile
from graph_loader.model.layout import Block


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Is one row of a table of actions: the cell that says what is to be done, by whom and by when, if printed."""

    action: Span
    owner: Span | None
    due: Span | None


Rows = Mapping[int, Mapping[int, Span]]
"""Maps the number of a row and of a column to the cell."""


class ActionTables:
    """Holds the tables of actions of one document."""

    def __init__(self, doc: Doc, profile: Profile) -> None:
        words = profile.commitments
        self._heads = {
            "action": Labels(words.action_labels),
            "owner": Labels(words.owner_heads),
            "due": Labels(words.due_heads),
        }
        cells: dict[int, list[tuple[Span, Block]]] = {}
        for span, block in blocks_of(doc):
            if block.table is not None:
                cells.setdefault(block.table, []).append((span, block))
        self._tables: dict[int, tuple[int, Mapping[str, int], Rows]] = {}
        for table, found in cells.items():
            head = self._head(block for _, block in found)
            if head is not None:
                self._tables[table] = (*head, _rows(found))

    def holds(self, block: Block) -> bool:
        """Tells whether a block is a cell of a table of actions, its head row included."""
        return block.table in self._tables and (block.row or 0) >= self._tables[block.table][0]

    def rows(self) -> Iterator[ActionRow]:
        """Yields the rows of all tables in order."""
        for head_row, columns, rows in self._tables.values():
            for row, cells in rows.items():
                found = {name: cells.get(column) for name, column in columns.items()}
                if row > head_row and found["action"] is not None:
                    yield ActionRow(found["action"], found["owner"], found.get("due"))

    def _head(self, cells: Iterable[Block]) -> tuple[int, dict[str, int]] | None:
        """Finds the row whose cells are labels, among them an action's and an owner's, and which column is which."""
        by_row: dict[int, dict[str, int]] = {}
        for block in cells:
            for name, labels in self._heads.items():
                if labels.alone(block.text):
                    by_row.setdefault(block.row or 0, {}).setdefault(name, block.column or 0)
        for row, columns in by_row.items():
            if {"action", "owner"} <= columns.keys():
                return row, columns
        return None


def _rows(cells: Iterable[tuple[Span, Block]]) -> Rows:
    """Gives the cells by row and column; a cell of several blocks is one span."""
    rows: dict[int, dict[int, Span]] = {}
    for span, block in cells:
        row = rows.setdefault(block.row or 0, {})
        column = block.column or 0
        row[column] = span.doc[row[column].start : span.end] if column in row else span
    return rows
