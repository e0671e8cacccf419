"""Takes out what is printed for the page and not for the reader: page numbers, rulers, running heads, menus."""

import re
from collections import Counter
from dataclasses import replace

from graph_loader.model.layout import Repair
from graph_loader.read.piece import Draft, Piece
from graph_loader.read.run import chain

_RULER = re.compile(r"[-–—=_*~.·#\s]{3,}")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\|?\s*p\s*a\s*g\s*e\s*\|?\s*\d{1,4}|\d{1,4}\s*\|\s*p\s*a\s*g\s*e",
    re.IGNORECASE,
)
_OF_PAGES = re.compile(r"\d{1,4}\s*of\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]")
_INLINE_NUMBER = re.compile(r"\bPage \d{1,3} of \d{1,3}\b")
_LONG_TEXT = 400
_WIDE = 3
"""How many characters of the source a gap between two columns takes at least, less one."""
_LONGEST_HEAD = 120
_LONE_NUMBER = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
_ASIDE = (
    r"skip to (?:main )?content|back to top|print this page|share this page|get involved|ask a question|contact us"
    r"|about us|sign in|log ?in|cookie settings|find out more|accept all(?: cookies)?|reject all(?: cookies)?"
)
_MENU = re.compile(
    rf"{_ASIDE}|you are here:.*|(?:we|this (?:web)?site) uses? cookies.{{0,200}}"
    r"|sign up (?:to|for) our .{0,60}|follow us on .{0,60}",
    re.IGNORECASE,
)
_END_OF_PAGE = re.compile(
    r"(?:was|is) this page (?:helpful|useful).{0,40}|did you find what you were looking for.{0,40}"
    r"|is there anything wrong with this page.{0,40}",
    re.IGNORECASE,
)
"""What a site asks of its reader: nothing of the minutes stands below."""
_MENU_WORDS = re.compile(
    r"home|menu|print|email|about(?: us)?|news|contact(?: us)?|search|sitemap|site map|register|privacy(?: policy)?"
    r"|cookies?(?: policy)?|accessibility|terms(?: and conditions| of use)?|facebook|twitter|instagram|youtube|linkedin"
    r"|follow us|subscribe|careers|jobs|publications|documents|meetings|events|feedback|help|faqs?"
    rf"|freedom of information|{_ASIDE}",
    re.IGNORECASE,
)
_PATH_SIGNS = re.compile(r"\s([|>»›])\s")


def drop_noise(draft: Draft) -> None:
    """Leaves out pieces that are no part of the minutes' words and records each as a repair."""
    running = _running_words(draft.pieces)
    menu = _menu_places(draft.pieces) | _behind_end(draft.pieces)
    kept: list[Piece] = []
    left_out = False
    for place, piece in enumerate(draft.pieces):
        kind = _noise(piece) or ("menu" if place in menu else "")
        if not kind and _at_page_edge(draft.pieces, place):
            kind = _edge_noise(piece, running) if kept else ""
        if kind:
            draft.repair(kind, piece, f"left out {piece.run.text[:60]!r}")
            left_out = True
        else:
            whole = _without_page_numbers(draft, _without_asides(draft, piece))
            kept.append(replace(whole, after="page") if left_out else whole)
            left_out = False
    draft.pieces = kept


def _noise(piece: Piece) -> str:
    text = piece.run.text
    if _is_page_number(piece):
        return "page_number"
    if _RULER.fullmatch(text):
        return "ruler"
    if piece.cell is None and (_MENU.fullmatch(text) or _is_path(text) or _is_row_of_links(piece)):
        return "menu"
    return ""


def _edge_noise(piece: Piece, running: set[str]) -> str:
    """Says what a line at a page's border is; at the head of the document it may be the only title, and stays."""
    if _LONE_NUMBER.fullmatch(piece.run.text):
        return "page_number"
    return "running_head" if _key(piece) in running else ""


def _is_path(text: str) -> bool:
    """Says whether a line is a row of links: `Home | About us | Contact`, `Home > Meetings > 2019`."""
    signs = set(_PATH_SIGNS.findall(text)) if len(text) < 200 else set()
    if len(signs) != 1 or text.endswith("."):
        return False
    parts = re.split(f" {re.escape(signs.pop())} ", text)
    known = sum(bool(_MENU_WORDS.fullmatch(part.strip())) for part in parts)
    return len(parts) >= 3 and known >= (2 if " | " in text else 1) and all(len(part.split()) <= 4 for part in parts)


def _columns(piece: Piece) -> list[tuple[int, int]]:
    """Gives where the parts of a line begin and end that wide gaps in the source part."""
    text, offsets = piece.run.text, piece.run.offsets
    if piece.cell is not None or len(text) > _LONG_TEXT or not offsets or offsets[-1] - offsets[0] < len(text) + _WIDE:
        return []
    spaces = (at for at in range(1, len(text) - 1) if text[at] == " ")
    gaps = [at for at in spaces if offsets[at + 1] - offsets[at - 1] > _WIDE]
    return list(zip([0, *(at + 1 for at in gaps)], [*gaps, len(text)], strict=True)) if gaps else []


def _is_row_of_links(piece: Piece) -> bool:
    """Says whether a line is a menu whose entries stand far apart: `Home    About    Get involved`."""
    parts = [piece.run.text[start:end] for start, end in _columns(piece)]
    known = sum(bool(_MENU_WORDS.fullmatch(part)) for part in parts)
    return known >= 2 and 2 * known >= len(parts) and all(len(part.split()) <= 4 for part in parts)


def _without_asides(draft: Draft, piece: Piece) -> Piece:
    """Takes a link off the end of a line that is something else: `Drainage Meeting    Get involved`."""
    columns = _columns(piece)
    while len(columns) > 1 and re.fullmatch(_ASIDE, piece.run.text[slice(*columns[-1])], re.IGNORECASE):
        start, end = columns.pop()
        draft.repair("menu", piece.cut(start, end), f"left out {piece.run.text[start:end]!r}")
        piece = piece.cut(0, columns[-1][1])
    return piece


def _behind_end(pieces: list[Piece]) -> set[int]:
    """Finds what stands below the question whether a page was of use, in its second half."""
    half = range(len(pieces) // 2, len(pieces))
    end = next((place for place in half if _END_OF_PAGE.fullmatch(pieces[place].run.text)), None)
    return set() if end is None else {place for place in range(end, len(pieces)) if pieces[place].cell is None}


def _menu_places(pieces: list[Piece]) -> set[int]:
    """Finds the menus of a web page that stand one entry a line: from the first known entry to the last."""
    found: set[int] = set()
    entries: list[int] = []
    for place, piece in enumerate([*pieces, None]):
        if piece is not None and piece.cell is None and _MENU_WORDS.fullmatch(piece.run.text.strip("-*•· ")):
            entries.append(place)
        elif piece is None or piece.cell is not None or len(piece.run.words()) > 4:
            if len(entries) >= 3 and len(entries) * 2 > entries[-1] - entries[0]:
                found.update(range(entries[0], entries[-1] + 1))
            entries = []
    return found


def _without_page_numbers(draft: Draft, piece: Piece) -> Piece:
    """Takes page numbers out of a long text that flattening has made of several pages."""
    found = list(_INLINE_NUMBER.finditer(piece.run.text)) if len(piece.run) > _LONG_TEXT else []
    if not found:
        return piece
    bounds = [0, *(bound for number in found for bound in number.span()), len(piece.run)]
    parts = [piece.run.slice(start, end).strip() for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    for number in found:
        start, end = piece.run.offsets[number.start()], piece.run.offsets[number.end() - 1] + 1
        draft.repairs.append(Repair("page_number", start, end, f"left out {number.group()!r}"))
    return replace(piece, run=chain(draft.text, [(" ", part) for part in parts if part.text]))


def _running_words(pieces: list[Piece]) -> set[str]:
    """Finds the short lines that stand beside half of the page borders and three at least, digits aside."""
    seen = Counter(_key(piece) for place, piece in enumerate(pieces) if _at_page_edge(pieces, place))
    borders = sum(piece.after == "page" or _is_page_number(piece) for piece in pieces)
    return {key for key, count in seen.items() if count >= max(3, borders / 2)}


def _at_page_edge(pieces: list[Piece], place: int) -> bool:
    """Says whether a line stands right beside a page's end or a page number, or at the head of the document."""
    piece = pieces[place]
    sentence = piece.run.text.endswith((".", "?", "!"))
    if piece.cell is not None or sentence or len(piece.run) > _LONGEST_HEAD or _is_page_number(piece):
        return False
    before = place > 0 and _is_page_number(pieces[place - 1])
    after = place + 1 < len(pieces) and (pieces[place + 1].after == "page" or _is_page_number(pieces[place + 1]))
    return place == 0 or piece.after == "page" or before or after


def _is_page_number(piece: Piece) -> bool:
    text = piece.run.text
    return len(text) < 40 and bool(_PAGE_NUMBER.fullmatch(text) or (piece.cell is None and _OF_PAGES.fullmatch(text)))


def _key(piece: Piece) -> str:
    return _DIGITS.sub("0", piece.run.text.casefold())
