"""Makes blocks of the joined pieces: decides what is a heading, a bullet or a cell, and how it is set off."""

import re
from collections.abc import Sequence

from graph_loader.model.layout import Block, BlockKind, Emphasis
from graph_loader.read.markers import is_bullet, is_glyph
from graph_loader.read.piece import Piece
from graph_loader.read.run import BOLD, UNDERLINE, Run

_MOST_HEADING_WORDS = 14
_MOST_HEADING_LETTERS = 110
_CAPITALS_HEAD = re.compile(r"[A-Z0-9 ,&()/'’–-]{8,90}(?:(?=\s+[A-Z][a-z])|:(?=\s))")
_LEVELS = re.compile(r"\d+")


def make_blocks(pieces: Sequence[Piece]) -> list[Block]:
    """Gives one block a piece, in order."""
    return [_block(pieces, place) for place in range(len(pieces))]


def _block(pieces: Sequence[Piece], place: int) -> Block:
    piece = pieces[place]
    emphasis = _emphasis(piece.run)
    kind = _kind(pieces, place, emphasis)
    cell = piece.cell
    return Block(
        kind=kind,
        text=piece.run.text,
        offsets=piece.run.offsets,
        start=piece.start,
        end=piece.end,
        page=piece.page,
        marker=piece.marker,
        level=_level(piece, kind),
        emphasis=emphasis,
        lead=_lead(piece.run, emphasis),
        table=cell.table if cell else None,
        row=cell.row if cell else None,
        column=cell.column if cell else None,
    )


def _kind(pieces: Sequence[Piece], place: int, emphasis: frozenset[Emphasis]) -> BlockKind:
    piece = pieces[place]
    if piece.aside:
        return "action_column"
    if piece.level or _is_heading(pieces, place, emphasis):
        return "heading"
    if is_bullet(piece.marker) or (piece.depth and not piece.marker):
        return "bullet"
    return "cell" if piece.cell else "paragraph"


def _is_heading(pieces: Sequence[Piece], place: int, emphasis: frozenset[Emphasis]) -> bool:
    piece = pieces[place]
    text = piece.run.text
    if is_glyph(piece.marker) or piece.depth or not _is_short(text) or _has_cells_beside(pieces, place):
        return False
    if emphasis and (piece.cell is None or piece.marker or "underline" in emphasis):
        return True
    numbered = bool(piece.marker) and not is_bullet(piece.marker)
    return numbered and not _lead(piece.run, emphasis) and not _is_listed(pieces, place)


def _has_cells_beside(pieces: Sequence[Piece], place: int) -> bool:
    """Says whether the row of a cell goes on with more text than owners, as that of a table of actions does."""
    cell = pieces[place].cell
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    if cell is None or after is None or after.cell is None or after.aside:
        return False
    return (after.cell.table, after.cell.row) == (cell.table, cell.row) and after.cell.column != cell.column


def _is_short(text: str) -> bool:
    words = len(text.split())
    if words > _MOST_HEADING_WORDS or len(text) > _MOST_HEADING_LETTERS or text[-1] in ".;,!":
        return False
    return "__" not in text and any(char.isalpha() for char in text)


def _is_listed(pieces: Sequence[Piece], place: int) -> bool:
    """Says whether a numbered piece stands beside another numbered one, and so may be an entry of a list.

    In a table only the next one counts, for there a number in front of a short cell is mostly an item's.
    """
    first = place + 1 if pieces[place].cell else max(0, place - 1)
    around = [pieces[other] for other in range(first, min(place + 2, len(pieces))) if other != place]
    depth = _depth(pieces[place].marker)
    return any(other.marker and not is_bullet(other.marker) and _depth(other.marker) == depth for other in around)


def _depth(marker: str) -> int:
    return len(_LEVELS.findall(marker))


def _level(piece: Piece, kind: BlockKind) -> int:
    if piece.level or piece.depth:
        return piece.level or piece.depth
    return _depth(piece.marker) if kind == "heading" else 0


def _emphasis(run: Run) -> frozenset[Emphasis]:
    found: set[Emphasis] = set()
    style = run.style()
    if style & BOLD:
        found.add("bold")
    if style & UNDERLINE:
        found.add("underline")
    if run.text.isupper() and any(len(word) >= 4 for word in re.findall("[A-Z]+", run.text)):
        found.add("capitals")
    return frozenset(found)


def _lead(run: Run, emphasis: frozenset[Emphasis]) -> int:
    if emphasis:
        return 0
    length = 0
    while length < len(run) and (
        run.styles[length] or (not run.text[length].isalnum() and length and run.styles[length - 1])
    ):
        length += 1
    if not run.styles or not run.styles[0]:
        capitals = _CAPITALS_HEAD.match(run.text)
        length = capitals.end() if capitals and _is_capital_head(capitals.group()) else 0
    while 0 < length < len(run) and run.text[length - 1 : length + 1].isalnum():
        # Word starts a new run in the middle of a word at times.
        length += 1
    return len(run.text[:length].rstrip()) if length < len(run) else 0


def _is_capital_head(head: str) -> bool:
    return sum(len(word) >= 4 for word in head.split()) >= 2
