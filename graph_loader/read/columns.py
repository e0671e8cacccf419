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
_LOOSE_WORDS = 3
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
    known: set[int] = set()
    # Headed columns first: where one page's table has the head, the next page's has the column without it.
    outer = [(table, column) for table, column in columns if column and column == last[table]]
    for table, column in sorted(outer, key=lambda place: not is_head(pieces[columns[place][0]].run.text)):
        cells = [pieces[place] for place in columns[table, column]]
        beside = [row_words[table, cell.cell.row] for cell in cells if cell.cell]
        if _is_owners_column(cells, sum(beside) >= _LONG_ROW * len(cells), column in known):
            found.update(columns[table, column])
            known.add(column)
    return found


def _is_owners_column(cells: list[Piece], beside_text: bool, known: bool) -> bool:
    """Says whether cells name owners; `known` is a column in which another table of the document has owners."""
    rest = [cell.run.text for cell in cells if not is_head(cell.run.text)]
    if is_head(cells[0].run.text):
        return sum(len(text) <= _LOOSE_LENGTH and not text.endswith(".") for text in rest) * 5 >= len(rest) * 4
    if known and beside_text and all(len(text.split()) <= _LOOSE_WORDS and text.istitle() for text in rest):
        return True
    return (known or beside_text) and all(is_owners(text) for text in rest)


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
    offsets, first = piece.run.offsets, max(0, len(piece.run) - 24)
    place = piece.run.text.rfind(" ", first)
    while place > 0 and offsets[place + 1] - offsets[place] < _WIDE_GAP:
        place = piece.run.text.rfind(" ", first, place)
    return place + 1 if place > 0 else 0
