"""Finds the narrow last column that names owners of actions, and owners that flattening has glued into a sentence."""

import re
from collections import defaultdict
from dataclasses import replace

from graph_loader.read.piece import Draft, Piece
from graph_loader.read.sentence import is_unfinished

_INITIALS = r"(?:[A-Z]/)?[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,2}|ALL|All"
_OWNERS = re.compile(rf"(?:{_INITIALS})(?:\s?(?:[/,&+;-]|and|\s)\s?(?:{_INITIALS})){{0,7}}")
_GLUED = re.compile(rf"((?:{_INITIALS})(?:\s?/\s?(?:{_INITIALS})){{1,5}}) (?=[a-z])")
_HEAD = re.compile(
    r"actions?(?: ?/? ?(?:by|for|owner|points?|required|who|lead))?|by whom|owners?|lead|who|responsib(?:le|ility)",
    re.IGNORECASE,
)
_LOOSE_LENGTH = 32
_LONG_ROW = 12
_WIDE_GAP = 4
_FEWEST_WORDS = 5


def find_action_column(draft: Draft) -> None:
    """Marks as `aside` the pieces that name owners beside the text, and splits glued ones off."""
    asides = _owner_cells(draft.pieces)
    headed = any(piece.aside or is_head(piece.run.text) for piece in draft.pieces)
    pieces: list[Piece] = []
    for place, piece in enumerate(draft.pieces):
        if place in asides:
            pieces.append(replace(piece, aside=True))
        elif piece.cell is None and not piece.aside:
            before = next((one for one in reversed(pieces) if not one.aside), None)
            pieces += _split(draft, piece, before if headed else None)
        else:
            pieces.append(piece)
    draft.pieces = pieces


def is_head(text: str) -> bool:
    """Says whether words are the head of a column of owners."""
    return len(text) < 24 and bool(_HEAD.fullmatch(text.rstrip(":")))


def is_owners(text: str) -> bool:
    """Says whether words are nothing but initials or abbreviations of posts, parted by strokes or commas."""
    return len(text) <= 60 and bool(_OWNERS.fullmatch(text))


def _owner_cells(pieces: list[Piece]) -> set[int]:
    """Gives the places of the cells in owners' columns: last in the table, narrow, beside running text."""
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    last: dict[int, int] = defaultdict(int)
    row_words: dict[tuple[int, int], int] = defaultdict(int)
    for place, piece in enumerate(pieces):
        if piece.cell is not None:
            columns[piece.cell.table, piece.cell.column].append(place)
            last[piece.cell.table] = max(last[piece.cell.table], piece.cell.column)
            row_words[piece.cell.table, piece.cell.row] += len(piece.run.words())
    found: set[int] = set()
    headed: set[int] = set()
    # Headed columns first: where one page's table has the head, the next page's has the column without it.
    outer = [(table, column) for table, column in columns if column and column == last[table]]
    for table, column in sorted(outer, key=lambda place: not is_head(pieces[columns[place][0]].run.text)):
        cells = [pieces[place] for place in columns[table, column]]
        if _is_owners_column(cells, row_words, known=column in headed):
            found.update(columns[table, column])
            headed |= {column} if is_head(cells[0].run.text) else set()
    return found


def _is_owners_column(cells: list[Piece], row_words: dict[tuple[int, int], int], known: bool) -> bool:
    heads = [cell for cell in cells if is_head(cell.run.text)]
    rest = [cell for cell in cells if not is_head(cell.run.text)]
    if heads and heads[0] is cells[0]:
        narrow = sum(len(cell.run) <= _LOOSE_LENGTH and not cell.run.text.endswith(".") for cell in rest)
        return narrow * 5 >= len(rest) * 4
    beside = [row_words[cell.cell.table, cell.cell.row] for cell in rest if cell.cell]
    return all(is_owners(cell.run.text) for cell in rest) and (known or sum(beside) >= _LONG_ROW * len(rest))


def _split(draft: Draft, piece: Piece, before: Piece | None) -> list[Piece]:
    """Splits owners off the head of a continued sentence, or off the end of a line that a wide gap parts from it."""
    glued = _GLUED.match(piece.run.text)
    if glued and before and piece.after != "gap" and is_unfinished(before.run.text):
        owners, rest = piece.cut(0, glued.end(1)), replace(piece.cut(glued.end()))
        draft.repair("glued_owner", owners, f"parted the owners {owners.run.text!r} from the sentence they stood in")
        return [replace(owners, aside=True), rest]
    place = _wide_gap(piece)
    if len(piece.run.words()) >= _FEWEST_WORDS and place and is_owners(piece.run.text[place:]):
        return [piece.cut(0, place), replace(piece.cut(place), aside=True, after="line")]
    return [piece]


def _wide_gap(piece: Piece) -> int:
    """Gives the place behind the last gap of four or more blanks in the source; 0 when there is none."""
    offsets, place = piece.run.offsets, piece.run.text.rfind(" ", len(piece.run) - 24)
    while place > 0 and offsets[place + 1] - offsets[place] < _WIDE_GAP:
        place = piece.run.text.rfind(" ", max(0, len(piece.run) - 24), place)
    return place + 1 if place > 0 else 0
