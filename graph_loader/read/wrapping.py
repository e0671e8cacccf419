"""Measures how a text is set: how wide its lines run, whether blank lines part wrapped lines, whether it is notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph_loader.read.piece import Piece
from graph_loader.read.sentence import continues, is_unfinished

_WIDEST = 160
_SHORTEST = 30
# Lines in a proportional type differ by about this much in their count of characters.
_SLACK = 0.88
_FEWEST_LINES = 10
# So many per cent of the other letters' width do capitals take in such a type.
_CAPITALS_EXTRA = 120


@dataclass(frozen=True, slots=True)
class Wrapping:
    """Says how wide full lines are in characters (0: lines are not wrapped), and what a blank line means."""

    width: int
    blank_between: bool
    """Every line, wrapped or not, is followed by a blank one."""
    notes: bool
    """Lines begin with lower-case letters as a matter of style, so that these do not show a cut sentence."""

    def is_full(self, line: Piece, after: Piece) -> bool:
        """Says whether the next line's first word had no room on this line."""
        if line.full is not None:
            return line.full
        first = after.run.text.partition(" ")[0]
        length = line.indent + len(line.run) + 1 + len(first)
        if self.blank_between and line.run.text.isupper():
            length = length * _CAPITALS_EXTRA // 100
        return bool(self.width) and length >= self.width * _SLACK


def measure_wrapping(pieces: Sequence[Piece]) -> Wrapping:
    """Measures the lines that stand in no table."""
    lines = [piece for piece in pieces if piece.cell is None and not piece.level]
    width = _width(lines)
    measured = Wrapping(width, False, False)
    pairs = [(line, after) for line, after in pairwise(lines) if not after.marker]
    apart = [pair for pair in pairs if pair[1].after == "blank" and measured.is_full(*pair)]
    wrapped = sum(is_unfinished(line.run.text) and continues(after.run.text) for line, after in apart)
    lower = sum(continues(after.run.text) and not measured.is_full(line, after) for line, after in pairs)
    notes = lower >= 4 and lower * 5 >= len(pairs)
    return Wrapping(width, not notes and wrapped >= 3 and wrapped * 4 >= len(apart), notes)


def _width(lines: Sequence[Piece]) -> int:
    lengths = sorted(line.indent + len(line.run) for line in lines if len(line.run) >= _SHORTEST)
    if len(lengths) < _FEWEST_LINES:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    close = sum(width * 0.8 <= length <= width * 1.1 for length in lengths)
    return width if width <= _WIDEST and close >= 3 and close * 4 >= len(lengths) else 0
