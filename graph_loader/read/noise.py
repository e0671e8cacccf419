"""Takes out what is printed for the page and not for the reader: page numbers, rulers, running heads, menus."""

import re
from collections import Counter
from dataclasses import replace

from graph_loader.read.piece import Draft, Piece

_RULER = re.compile(r"[-–—=_*~.·#\s]{3,}")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\|?\s*p\s*a\s*g\s*e\s*\|?\s*\d{1,4}|\d{1,4}\s*\|\s*p\s*a\s*g\s*e",
    re.IGNORECASE,
)
_OF_PAGES = re.compile(r"\d{1,4}\s*(?:of|/)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]")
_LONGEST_HEAD = 120
_LONE_NUMBER = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
_MENU = re.compile(
    r"skip to (?:main )?content|back to top|print this page|share this page|you are here:.*", re.IGNORECASE
)
_PATH_SIGNS = re.compile(r"\s[|>»›]\s")


def drop_noise(draft: Draft) -> None:
    """Leaves out pieces that are no part of the minutes' words and records each as a repair."""
    running = _running_words(draft.pieces)
    kept: list[Piece] = []
    left_out = False
    for place, piece in enumerate(draft.pieces):
        kind = _noise(piece) or ("running_head" if _key(piece) in running else "")
        if not kind and _LONE_NUMBER.fullmatch(piece.run.text) and _at_page_edge(draft.pieces, place):
            kind = "page_number"
        if kind:
            draft.repair(kind, piece, f"left out {piece.run.text[:60]!r}")
            left_out = True
        else:
            kept.append(replace(piece, after="page") if left_out else piece)
            left_out = False
    draft.pieces = kept


def _noise(piece: Piece) -> str:
    text = piece.run.text
    if _is_page_number(piece):
        return "page_number"
    if _RULER.fullmatch(text):
        return "ruler"
    if piece.cell is None and (_MENU.fullmatch(text) or _is_path(text)):
        return "menu"
    return ""


def _is_path(text: str) -> bool:
    """Says whether a line is a row of links: `Home | About us | Contact`, `Home > Meetings > 2019`."""
    parts = _PATH_SIGNS.split(text) if len(text) < 200 else []
    return len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts) and not text.endswith(".")


def _running_words(pieces: list[Piece]) -> set[str]:
    """Finds the short lines that stand beside half of the page borders and three at least, digits aside."""
    seen = Counter(_key(piece) for place, piece in enumerate(pieces) if _at_page_edge(pieces, place))
    borders = sum(piece.after == "page" or _is_page_number(piece) for piece in pieces)
    return {key for key, count in seen.items() if count >= max(3, borders / 2)}


def _at_page_edge(pieces: list[Piece], place: int) -> bool:
    """Says whether a line stands right beside a page's end or a page number."""
    piece = pieces[place]
    if piece.cell is not None or len(piece.run) > _LONGEST_HEAD or _is_page_number(piece):
        return False
    before = place > 0 and _is_page_number(pieces[place - 1])
    after = place + 1 < len(pieces) and (pieces[place + 1].after == "page" or _is_page_number(pieces[place + 1]))
    return piece.after == "page" or before or after


def _is_page_number(piece: Piece) -> bool:
    text = piece.run.text
    return len(text) < 40 and bool(_PAGE_NUMBER.fullmatch(text) or (piece.cell is None and _OF_PAGES.fullmatch(text)))


def _key(piece: Piece) -> str:
    return _DIGITS.sub("0", piece.run.text.casefold())
