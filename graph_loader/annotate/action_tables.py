"""Reads tables of actions: a row for each, with whose it is, by when and how it stands.

A head row names the columns of actions and of owners; where there is none, what stands in the cells tells them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph_loader.annotate.extensions import blocks_of
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.owners import owners_only
from graph_loader.annotate.profile import Profile
from graph_loader.model.layout import Block

_FEWEST_ROWS = 2
"""How many rows at least a table has whose cells tell what its columns hold."""


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
            "status": Labels(words.status_heads),
        }
        self._soon = frozenset(words.soon)
        self._colours = frozenset(words.rag)
        self._closed, self._deeds = frozenset(words.closed), frozenset(words.deeds)
        cells: dict[int, list[tuple[Span, Block]]] = {}
        for span, block in blocks_of(doc):
            if block.table is not None:
                cells.setdefault(block.table, []).append((span, block))
        self._tables: dict[int, tuple[int, Mapping[str, int], Rows]] = {}
        for table, found in cells.items():
            head = self._head(block for _, block in found) or self._told_by_cells(_rows(found))
            if head is not None:
                self._tables[table] = (*head, _rows(found))

    def holds(self, block: Block) -> bool:
        """Tells whether a block is a cell of a table of actions, its head row included."""
        return block.table in self._tables and (block.row or 0) >= self._tables[block.table][0]

    def rows(self) -> Iterator[ActionRow]:
        """Yields the rows of all tables in order, but those whose status says that they are done."""
        for head_row, columns, rows in self._tables.values():
            for row, cells in rows.items():
                found = {name: cells.get(column) for name, column in columns.items()}
                if row > head_row and found["action"] is not None and not self._is_done(found.get("status")):
                    yield ActionRow(found["action"], found["owner"], found.get("due"))

    def _is_done(self, status: Span | None) -> bool:
        """Tells whether the status of an action begins with a word of its end: `Complete – sent on 2 May`."""
        words = [token.lower_ for token in status or () if token.is_alpha and token.lower_ not in self._colours]
        return bool(words) and words[0] in self._closed

    def _told_by_cells(self, rows: Rows) -> tuple[int, dict[str, int]] | None:
        """Tells the columns of a table without a head row: in one each cell tells a deed, in one it names owners."""
        columns: dict[int, list[Span]] = {}
        for cells in rows.values():
            for column, cell in cells.items():
                columns.setdefault(column, []).append(cell)
        whole = {column: cells for column, cells in columns.items() if len(cells) == len(rows) >= _FEWEST_ROWS}
        action = next((column for column, cells in whole.items() if all(map(self._tells_deed, cells))), None)
        owner = next((column for column, cells in whole.items() if all(map(_names_owner, cells))), None)
        if action is None or owner is None:
            return None
        due = next(
            (column for column, cells in columns.items() if column > action and any(map(self._says_when, cells))), None
        )
        return min(rows) - 1, {"action": action, "owner": owner} | ({"due": due} if due is not None else {})

    def _says_when(self, cell: Span) -> bool:
        """Tells whether a cell holds a time, or says that there is none but soon: ASAP."""
        return _is_dated(cell) or cell.text.strip(" .").casefold() in self._soon

    def _tells_deed(self, cell: Span) -> bool:
        words = [token.lower_ for token in cell[:2]]
        return words[0] in self._deeds or (words[0] == "to" and bool(self._deeds & set(words[1:])))

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


def _names_owner(cell: Span) -> bool:
    owners = owners_only(cell, cell.doc._.actors)
    return owners is not None and bool(owners.actors)


def _is_dated(cell: Span) -> bool:
    return any(cell.start_char <= mention.start_char < cell.end_char for mention in cell.doc._.dates)


def _rows(cells: Iterable[tuple[Span, Block]]) -> Rows:
    """Gives the cells by row and column; a cell of several blocks is one span."""
    rows: dict[int, dict[int, Span]] = {}
    for span, block in cells:
        row = rows.setdefault(block.row or 0, {})
        column = block.column or 0
        row[column] = span.doc[row[column].start : span.end] if column in row else span
    return rows
