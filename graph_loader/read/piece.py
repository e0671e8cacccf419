"""Holds what the format readers hand over: a text and the pieces in it, with every mark that the format shows."""

from dataclasses import dataclass, field, replace
from typing import Literal

from graph_loader.model.layout import Gap, Repair
from graph_loader.read.run import Run

Break = Literal["line", "blank", "block", "page", "cut", "gap"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Is a place in a table; all three count from 0, tables through the document."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Is one line, one cell or one tagged paragraph, as the format gives it; `start` and `end` enclose its run."""

    run: Run
    start: int
    end: int
    page: int = 1
    after: Break = "line"
    """What parts it from the piece before: the next line, a blank line, a tag, a page's end, lost
    words at its own head (`cut`), an unreadable region (`gap`)."""
    marker: str = ""
    level: int = 0
    """The level of a heading that markup or style declares; 0 when it declares none."""
    depth: int = 0
    """The nesting of a list item that markup or style declares; 0 when it declares none."""
    indent: int = 0
    cell: Cell | None = None
    full: bool | None = None
    """Whether the line reaches the right border; None when the format does not show it."""
    aside: bool = False
    """Whether it stands in a column of owners beside the text."""

    def cut(self, start: int, end: int | None = None) -> "Piece":
        """Keeps the characters from `start` up to `end` of the run, without white space at the ends."""
        run = self.run.slice(start, end).strip()
        first = run.offsets[0] if run.offsets and start else self.start
        last = run.offsets[-1] + 1 if run.offsets and end is not None else self.end
        return replace(self, run=run, start=first, end=last)


@dataclass(slots=True)
class Draft:
    """Is a layout in the making: the passes of the builder replace `pieces` and add to `repairs` and `gaps`."""

    text: str
    pieces: list[Piece]
    pages: list[tuple[int, int]] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    def repair(self, kind: str, piece: Piece, note: str) -> None:
        """Records a mend over the extent of one piece."""
        self.repairs.append(Repair(kind, piece.start, piece.end, note))
