"""Reads tables of actions: a head row that names a column of actions and one of owners, and a row for each action."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph_loader.annotate.extensions import BLOCKS
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.profile import Profile
from graph_loader.model.layout import Block


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Is one row of a table of actions: the cell that says what is to be done, by whom and by when, if printed."""

    action: Span
    owner: Span | None
    due: Span | None


class ActionTables:
    """Holds the tables of actions of one document."""

    def __init__(self, doc: Doc, profile: Profile) -> None:
        words = profile.commitments
        self._heads = {
            "action": Labels(words.action_labels),
            "owner": Labels(words.owner_heads),
            "due": Labels(words.due_heads),
        }
        cells: dict[int, list[Span]] = {}
        for span in doc.spans[BLOCKS]:
            if span._.detail.table is not None:
                cells.setdefault(span._.detail.table, []).append(span)
        self._tables: dict[int, tuple[int, Mapping[str, int], list[Span]]] = {}
        for table, spans in cells.items():
            head = self._head(spans)
            if head is not None:
                self._tables[table] = (*head, spans)

    def holds(self, block: Block) -> bool:
        """Tells whether a block is a cell of a table of actions, its head row included."""
        return block.table in self._tables and (block.row or 0) >= self._tables[block.table][0]

    def rows(self) -> Iterator[ActionRow]:
        """Yields the rows of all tables in order."""
        for head_row, columns, spans in self._tables.values():
            for row in dict.fromkeys(span._.detail.row for span in spans):
                if row <= head_row:
                    continue
                found = {name: _cell(spans, row, column) for name, column in columns.items()}
                if found["action"] is not None:
                    yield ActionRow(found["action"], found["owner"], found.get("due"))

    def _head(self, spans: Collection[Span]) -> tuple[int, dict[str, int]] | None:
        """Finds the row whose cells are labels, among them an action's and an owner's, and which column is which."""
        by_row: dict[int, dict[str, int]] = {}
        for span in spans:
            block: Block = span._.detail
            for name, labels in self._heads.items():
                if labels.alone(block.text):
                    by_row.setdefault(block.row or 0, {}).setdefault(name, block.column or 0)
        for row, columns in by_row.items():
            if {"action", "owner"} <= columns.keys():
                return row, columns
        return None


def _cell(spans: Collection[Span], row: int, column: int) -> Span | None:
    """Gives a cell's blocks as one span."""
    found = [span for span in spans if (span._.detail.row, span._.detail.column) == (row, column)]
    return found[0].doc[found[0].start : found[-1].end] if found else None
