"""Gives the segments of PDF lines their cells: rows are lines with two segments or more and what wraps below them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph_loader.read.pdf_lines import Segment
from graph_loader.read.piece import Cell

_ALIGNED = 6.0
_CLOSE = 1.6


@dataclass(slots=True)
class Tables:
    """Follows the lines of a document in order and says for each in which cells its segments stand."""

    pitch: float
    table: int = -1
    row: int = -1
    starts: list[float] = field(default_factory=list)
    before: Segment | None = None

    def place(self, line: Sequence[Segment]) -> list[Cell | None]:
        """Gives the cells of a line's segments; a line of running text has none and ends the table."""
        near = self._is_near(line[0])
        if len(line) == 1:
            column = self._column(line[0]) if near else None
            cells: list[Cell | None] = [Cell(self.table, self.row, column) if column else None]
            self.before = line[0] if column else None
            return cells
        if not near:
            self.table, self.row, self.starts = self.table + 1, -1, []
        self.row += 1
        self.before = line[0]
        return [Cell(self.table, self.row, column) for column in self._columns(line)]

    def _is_near(self, segment: Segment) -> bool:
        before = self.before
        if before is None or before.page != segment.page:
            return False
        return before.bottom - segment.bottom <= max(_CLOSE * self.pitch, 2 * segment.height)

    def _column(self, segment: Segment) -> int | None:
        aligned = (column for column, start in enumerate(self.starts) if abs(start - segment.left) <= _ALIGNED)
        return next(aligned, None)

    def _columns(self, line: Sequence[Segment]) -> list[int]:
        columns: list[int] = []
        for segment in line:
            column = self._column(segment)
            least = columns[-1] + 1 if columns else 0
            columns.append(least if column is None else max(least, column))
            if column is None and columns[-1] == len(self.starts):
                self.starts.append(segment.left)
        return columns
