"""Describes one document as it was read: its text, and the blocks, repairs and gaps found in that text.

All offsets are 0-based, end-exclusive, in characters of `Layout.text`.
"""

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "bullet", "cell", "action_column"]
Emphasis = Literal["bold", "underline", "capitals"]


@dataclass(frozen=True, slots=True)
class Document:
    """Names one source: `id` follows from its bytes alone, `name` is the file's stem."""

    id: str
    name: str
    path: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Block:
    """Is one run of words that belong together (a paragraph, a heading, a bullet, a table cell).

    `text` holds the words as a reader sees them: no tags, entities decoded, lines joined by one space, a sentence
    that a page break split made whole. `offsets[i]` is where `text[i]` stands in `Layout.text`, rising with `i`;
    `start` and `end` enclose the block there.
    """

    kind: BlockKind
    text: str
    offsets: tuple[int, ...] = field(repr=False)
    start: int
    end: int
    page: int = 1
    marker: str = ""
    """The printed bullet or number in front of the words, not part of `text`: `•`, `2.1`, `a)`."""
    level: int = 0
    """The nesting of a heading or bullet, 1 the outermost; 0 when nothing shows it."""
    emphasis: frozenset[Emphasis] = frozenset()
    """How the whole block is set off."""
    lead: int = 0
    """How many characters at the head of `text` are set off from the rest, as a run-in heading is; 0 when none."""
    table: int | None = None
    row: int | None = None
    column: int | None = None
    """The cell's place; rows and columns count from 0 inside the table."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Gives the offsets in `Layout.text` of `text[start:end]`; the run must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Repair:
    """Records one mend that the reading made: what kind, where, and in a few words what was done."""

    kind: str
    start: int
    end: int
    note: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Marks a region that cannot be read: half-lost lines, a page with no text layer; it is never guessed at."""

    start: int
    end: int
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Is one document's text with everything the reading found in it; blocks stand in reading order."""

    document: Document
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[tuple[int, int], ...] = ()
    repairs: tuple[Repair, ...] = ()
    gaps: tuple[Gap, ...] = ()
