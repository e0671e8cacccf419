"""Takes printed numbers and bullets off the head of pieces: `2.1`, `1a`, `4c`, `a)`, `(iii)`, `•`, `–`."""

import re
from dataclasses import replace

from graph_loader.read.minute_numbers import coded_end, coded_series, plain_series
from graph_loader.read.piece import Draft, Piece
from graph_loader.read.sentence import is_unfinished, leans_on

_GLYPH = "[→⇒•▪▫■□●○◦‣⁃➢➤►▶✓✔·\uf000-\uf0ff]"
_LETTERS = "(?:[a-z]|x?(?:ix|iv|v?i{1,3}))"
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}"
# In front of words on one line; what may follow keeps years, dates, times, sums and initials out. Of three numbers
# between slashes (`05/19/4`) the middle one is no month, or the last one no year.
_LEADING = re.compile(
    rf"""
      (?P<glyph>{_GLYPH}[ ]? | [-–—*o][ ]+(?=\S))
    | (?P<number>\(\d{{1,2}}\)[ ]? | {_NUMBER}[.)](?![\d.])[ ]? | \d{{1,3}}(?:\.\d{{1,3}}){{1,4}}[ ]?(?=[A-Z“"‘'(])
        | \d{{1,2}}[a-h][.)]?[ ](?=[A-Z]) | \d{{1,4}}/\d{{2,3}}(?:\.\d{{1,2}})?[.:]?[ ](?=[A-Z])
        | \d{{1,4}}/(?:1[3-9]|[2-9]\d)/\d{{1,3}}[.:]?[ ](?=[A-Z]) | \d{{1,2}}/\d{{2}}/\d[.:]?[ ](?=[A-Z]))
    | (?P<letter>\({_LETTERS}\)[ ]? | {_LETTERS}[.)][ ] | [a-z]\)(?=[A-Z]) | \([A-Z]\)[ ] | [A-Z]\)[ ])
    | (?P<bare>\d{{1,3}},?[ ](?=[A-Z]))
    """,
    re.VERBOSE,
)
# In a cell of its own a marker needs no punctuation; references such as 12/23 occur there too.
_ALONE = re.compile(
    rf"{_GLYPH}+|[-–—*o]|\(?{_NUMBER}[a-z]?[.):]{{0,2}}|\(?{_LETTERS}[.)]|\(?[A-Z]\)|\d{{1,3}}/\d{{2,4}}|\d{{1,2}}[a-h]"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
_GLYPHS = re.compile(rf"{_GLYPH}+|[-–—*]")
_POINTED = re.compile(rf"{_NUMBER}[.)]|\({_LETTERS}\)|{_LETTERS}[.)]")
_FIRST_NUMBER = re.compile(r"\(?(\d{1,3})")
# `Agenda item 4: Finance`, `ITEM 4 FINANCE`: the number is the marker.
_ITEM = re.compile(rf"(?i:(?:agenda\s)?item\s(?:no\.?\s?)?)(?P<number>{_NUMBER})(?:\s?[:.–—-]\s?|\s)(?=\S)")
_NO_MARKER = re.compile(
    r"\d{1,2}(?:/\d{2})?[ ](?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
    r"|\d{1,2}\.\d\d[ ]?(?:[ap]\.?m|hrs|hours|–|-)",
    re.IGNORECASE,
)


def take_markers(draft: Draft) -> None:
    """Moves each leading marker from a piece's words to its `marker`, also from a cell or line of its own."""
    taken: list[Piece] = []
    top, letter = 0, ""
    series = coded_series(piece.run.text for piece in draft.pieces)
    plain = plain_series(piece.run.text for piece in draft.pieces)
    for piece in _take_lone(draft.pieces, series):
        before = taken[-1] if taken else None
        marked = (
            piece if piece.marker else _take_coded(piece, series) or _take_leading(piece, before, (top, letter), plain)
        )
        top = _top(marked.marker, top)
        letter = marked.marker if marked.marker.strip("().").isalpha() else letter
        if marked.run.text:
            taken.append(marked)
    draft.pieces = taken


def is_glyph(marker: str) -> bool:
    """Says whether a marker is a bullet's sign, neither a number nor a letter."""
    return bool(marker) and not any(char.isalnum() for char in marker if char != "o")


def is_bullet(marker: str) -> bool:
    """Says whether a marker is a glyph or a letter, and so makes its words a bullet; numbers do not."""
    return bool(marker) and not is_numbered(marker)


def is_numbered(marker: str) -> bool:
    """Says whether a marker is a number, be it behind letters: `2.1`, `TB/11`."""
    return any(char.isdigit() for char in marker)


def is_lone_marker(text: str) -> bool:
    """Says whether the whole text is a marker, as in a cell of its own."""
    return len(text) <= 12 and bool(_ALONE.fullmatch(text))


def _take_lone(pieces: list[Piece], series: frozenset[str]) -> list[Piece]:
    """Gives a marker that has a cell or a line of its own to the words that follow it; a bullet without words goes."""
    kept: list[Piece] = []
    for piece in pieces:
        last, before = kept[-1] if kept else None, kept[-2] if len(kept) > 1 else None
        lone = last if last and (_is_lone(last, before) or _is_coded(last, series)) else None
        if lone and _belongs(lone, piece):
            kept[-1] = replace(piece, marker=lone.run.text, after=lone.after, indent=lone.indent)
            continue
        if lone and _GLYPHS.fullmatch(lone.run.text):
            kept.pop()
        kept.append(piece)
    return kept[:-1] if kept and _GLYPHS.fullmatch(kept[-1].run.text) else kept


def _is_lone(piece: Piece, before: Piece | None) -> bool:
    if piece.marker or len(piece.run) > 12:
        return False
    if piece.cell is None:
        return bool(_GLYPHS.fullmatch(piece.run.text) or _POINTED.fullmatch(piece.run.text))
    first = before is None or before.cell is None or _row(before) != _row(piece)
    return bool(_GLYPHS.fullmatch(piece.run.text) or (first and _ALONE.fullmatch(piece.run.text)))


def _is_coded(piece: Piece, series: frozenset[str]) -> bool:
    return not piece.marker and len(piece.run) == coded_end(piece.run.text, series)


def _belongs(lone: Piece, piece: Piece) -> bool:
    if _ALONE.fullmatch(piece.run.text) or (piece.level and not lone.level):
        return False
    if lone.cell is None or piece.cell is None:
        # A dash that a blank line follows is an empty bullet; a round bullet may have its words behind one.
        return lone.cell is piece.cell and (piece.after == "line" or lone.run.text not in "-–—*")
    return _row(lone) == _row(piece)


def _row(piece: Piece) -> tuple[int, int] | None:
    return (piece.cell.table, piece.cell.row) if piece.cell else None


def _take_coded(piece: Piece, series: frozenset[str]) -> Piece | None:
    end = coded_end(piece.run.text, series)
    return replace(piece.cut(end), marker=piece.run.text[:end].strip(" .:")) if 0 < end < len(piece.run) else None


def _take_leading(piece: Piece, before: Piece | None, above: tuple[int, str], plain: frozenset[int]) -> Piece:
    """Takes a number, letter or glyph that leads; `above` are the last number and the last letter before it."""
    top, letter = above
    item = _ITEM.match(piece.run.text)
    if item and (item.group()[-2:].strip(" ") in {":", ".", "–", "—", "-"} or piece.run.text.isupper()):
        return replace(piece.cut(item.end()), marker=f"{item['number']}.")
    found = _LEADING.match(piece.run.text)
    if not found or _NO_MARKER.match(piece.run.text):
        return piece
    counted = _FIRST_NUMBER.match(found["number"] or found["bare"] or "")
    first = int(counted[1]) if counted else 0
    lettered = found["letter"] or ""
    in_order = first in (1, top, top + 1) or lettered.strip(" ().") in {"a", "i"} or _is_next(letter, lettered)
    # The last but one of a list ends in `and`: what counts on from it is a marker all the same.
    counted_on = found["letter"] or found["number"]
    listed = counted_on and before is not None and _is_next(before.marker, counted_on)
    if not (found["glyph"] or listed) and before is not None and _runs_on(before, piece, in_order):
        return piece
    if found["bare"] and first != top + 1 and first not in plain:
        return piece
    return replace(piece.cut(found.end()), marker=found.group().strip(" ,"))


def _is_next(marker: str, following: str) -> bool:
    """Says whether a marker comes right behind another: `(ii)` behind `(i)`, `b)` behind `a)`, `(3)` behind `(2)`."""
    if marker[:1] == following[:1] == "(" and marker[1:-1].isdigit() and following.strip(" ()").isdigit():
        return int(following.strip(" ()")) == int(marker[1:-1]) + 1
    one, other = marker.strip(" ().").lower(), following.strip(" ().").lower()
    if one in _ROMAN and other in _ROMAN and _ROMAN.index(other) == _ROMAN.index(one) + 1:
        return True
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def _runs_on(before: Piece, piece: Piece, in_order: bool) -> bool:
    """Says whether a line with a number at its head is the rest of the sentence on the line before."""
    if piece.after != "line" or piece.cell is not None or not is_unfinished(before.run.text):
        return False
    if before.run.text.isupper() and piece.run.text.startswith("("):
        # A heading in capitals stands above a list; it does not run on into it.
        return False
    return not in_order or leans_on(before.run.text)


def _top(marker: str, top: int) -> int:
    number = _FIRST_NUMBER.match(marker)
    return int(number[1]) if number else top
