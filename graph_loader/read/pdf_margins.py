"""Finds what a PDF's pages have in common: the right border, the line pitch, the owners' column, running heads."""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph_loader.read.columns import is_head, is_owners
from graph_loader.read.pdf_lines import Segment

_LONG_LINE = 6
_LONGEST_OWNER = 32
_EDGE = 0.12
# The width of a space in heights of the line.
_SPACE = 0.25
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page )?[-–]? ?\d{1,4} ?[-–]?(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE)

Page = Sequence[Sequence[Segment]]
Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Margins:
    """Says in points where text ends at the right, how far lines are apart and where the owners' column begins."""

    right: float
    borders: dict[int, float]
    """Where lines that begin at one left border, rounded, end; tables and indented text have borders of their own."""
    pitch: float
    owners: float | None
    running: frozenset[Place]
    heights: tuple[float, ...]

    def is_full(self, segment: Segment, after: Segment) -> bool:
        """Says whether the next line's first word would have crossed the right border."""
        word = after.words[0]
        border = self.borders.get(round(after.left), self.borders.get(round(segment.left), self.right))
        return segment.right + _SPACE * segment.height + word.right - word.left >= border

    def is_owner(self, segment: Segment) -> bool:
        """Says whether a segment stands in the owners' column."""
        return self.owners is not None and segment.left >= self.owners - 4 and len(segment.text) <= _LONGEST_OWNER

    def noise(self, line: Sequence[Segment]) -> str:
        """Gives the kind of repair when a line is a running head or foot or a page's number, else nothing."""
        height = self.heights[line[0].page - 1]
        if not _at_edge(line, height) or (line[0].page == 1 and line[0].bottom > height / 2):
            # The head of the first page stays, for it may be the only title.
            return ""
        if _PAGE_NUMBER.fullmatch(_text(line)):
            return "page_number"
        return "running_head" if _place(line) in self.running else ""


def find_margins(pages: Sequence[Page], heights: Sequence[float]) -> Margins:
    """Measures the pages of a document; `heights` are the pages' own."""
    running = _running(pages, heights)
    bare = Margins(0.0, {}, 0.0, None, running, tuple(heights))
    lines = [line for page in pages for line in page if not bare.noise(line)]
    long = sorted(
        (segment for line in lines for segment in line if len(segment.words) >= _LONG_LINE), key=lambda one: one.right
    )
    right = max((line[-1].right for line in lines), default=0.0)
    if long:
        right = long[len(long) * 97 // 100].right
    return Margins(right, _borders(long), _pitch(lines), _owners(lines, long), running, tuple(heights))


def _borders(long: Iterable[Segment]) -> dict[int, float]:
    """Gives for each left border of three long lines or more their right one; a few lines may stick out."""
    rights: dict[int, list[float]] = defaultdict(list)
    for segment in long:
        rights[round(segment.left)].append(segment.right)
    return {left: found[-1 - len(found) // 20] for left, found in rights.items() if len(found) >= 3}


def _running(pages: Sequence[Page], heights: Sequence[float]) -> frozenset[Place]:
    """Finds the lines with the same words, numbers aside, at the same height of at least two in five pages."""
    seen: Counter[Place] = Counter()
    for page, height in zip(pages, heights, strict=True):
        seen.update({_place(line) for line in page if _at_edge(line, height)})
    least = max(2, len(pages) * 2 // 5)
    return frozenset(place for place, count in seen.items() if count >= least)


def _at_edge(line: Sequence[Segment], height: float) -> bool:
    return not height * _EDGE < line[0].bottom < height * (1 - _EDGE)


def _place(line: Sequence[Segment]) -> Place:
    return round(line[0].bottom / 6), _DIGITS.sub("0", _text(line).casefold())


def _text(line: Iterable[Segment]) -> str:
    return " ".join(segment.text for segment in line)


def _pitch(lines: Sequence[Sequence[Segment]]) -> float:
    steps = [above[0].bottom - below[0].bottom for above, below in pairwise(lines) if above[0].page == below[0].page]
    near = [step for step in steps if 4 < step < 40]
    return statistics.median_low(near) if near else 14.0


def _owners(lines: Sequence[Sequence[Segment]], long: Sequence[Segment]) -> float | None:
    """Finds the left border of a narrow last column: it has a head, or names owners twice or more."""
    border = long[len(long) * 9 // 10].right - 10 if long else float("inf")
    last = [line[-1] for line in lines if line[-1].left >= border]
    heads = [segment for segment in last if is_head(segment.text)]
    owners = [segment for segment in last if is_owners(segment.text)]
    if not heads and len(owners) < 2:
        return None
    return min(segment.left for segment in (*heads, *owners))
