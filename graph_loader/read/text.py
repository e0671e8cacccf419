"""Reads plain text and Markdown: the text stays as it is, its lines and table cells become pieces."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from graph_loader.model.layout import Repair
from graph_loader.read.columns import is_head
from graph_loader.read.markup import scan
from graph_loader.read.piece import Break, Cell, Draft, Piece
from graph_loader.read.run import Run

_HASHES = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*$")
_QUOTE = re.compile(r"[ ]{0,3}()>[ ]?")
_PIPE_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_PIPE_RULE = re.compile(r"[ \t]*\|[ \t:|-]*-[ \t:|-]*\|[ \t]*$")
_ROWS = ("row", "pipes", "bars", "spaced")
_GAP = re.compile(r"[ ]{2,}")
_FEWEST_COLUMNS = 3
_OFF = 4
"""How many characters a cell may begin beside the head of its column."""
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n((?:[^\n]*\n){1,80}?)---[ \t]*(?:\r?\n|$)")
_FRONT_LINE = re.compile(r"[\w.-]+[ \t]*:.*|[ \t]+.*|-[ \t].*|#.*|\s*")


@dataclass(frozen=True, slots=True)
class _Line:
    """Is one line of the file: its place without the line break, and what it is."""

    start: int
    end: int
    kind: str
    page: int


def read_text(text: str) -> Draft:
    """Gives the draft of a text or Markdown file; `Draft.text` is `text` unchanged."""
    draft = Draft(text, [])
    body = _skip_front_matter(draft)
    lines = _lines(text)
    rows = _Rows()
    after: Break = "line"
    for before, line in pairwise([_Line(0, 0, "blank", 1), *lines]):
        if line.page != before.page:
            after = "page"
        if line.kind not in _ROWS and line.kind != "empty row":
            rows.pause()
        if line.start < body or line.kind in ("blank", "empty row"):
            after = after if after == "page" or line.kind != "blank" else "blank"
            continue
        found = _cells(text, line, rows) if line.kind in _ROWS else _plain(text, line)
        if found:
            draft.pieces += [replace(found[0], after=after), *found[1:]]
            after = "line"
    draft.pages = _page_bounds(lines)
    return draft


@dataclass(slots=True)
class _Rows:
    """Counts tables and rows: rows that follow one another with no other line between make one table."""

    table: int = -1
    row: int = -1
    open: bool = False

    def next(self) -> tuple[int, int]:
        """Moves to the next row, of a new table if the last one has ended."""
        if not self.open:
            self.table, self.row, self.open = self.table + 1, -1, True
        self.row += 1
        return self.table, self.row

    def pause(self) -> None:
        """Ends the table."""
        self.open = False


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    place, page = 0, 1
    for whole in text.splitlines(keepends=True):
        bare = whole.rstrip("\r\n\f\v\x85\u2028\u2029\x1c\x1d\x1e")
        lines.append(_Line(place, place + len(bare), _kind(bare), page))
        page += whole.endswith("\f")
        place += len(whole)
    return _settle(_settle(_spaced(text, _barred(text, lines)))[::-1])[::-1]


def _barred(text: str, lines: list[_Line]) -> list[_Line]:
    """Takes lines that bars part into as many cells as a line beside them for table rows: `Ref | Action | Owner`."""
    bars = [text.count(" | ", line.start, line.end) if line.kind == "line" else 0 for line in lines]
    beside = [{*bars[max(0, at - 1) : at], *bars[at + 1 : at + 2]} for at in range(len(bars))]
    return [
        replace(line, kind="bars") if count > 1 and count in near else line
        for line, count, near in zip(lines, bars, beside, strict=True)
    ]


def _spaced(text: str, lines: list[_Line]) -> list[_Line]:
    """Takes lines for table rows whose cells begin under those of a head row with a column of owners.

    Such a table has three columns at least: `Action    Owner    Due`.
    """
    settled: list[_Line] = []
    starts: list[int] = []
    for line in lines:
        words = text[line.start : line.end]
        places = [0, *(gap.end() for gap in _GAP.finditer(words.rstrip()))] if line.kind == "line" else []
        if len(places) >= _FEWEST_COLUMNS and any(is_head(cell) for cell in _GAP.split(words.strip())[1:]):
            starts = places
        elif len(places) < _FEWEST_COLUMNS or not _are_under(places, starts):
            starts = []
        settled.append(replace(line, kind="spaced") if starts else line)
    return settled


def _are_under(places: list[int], starts: list[int]) -> bool:
    """Tells whether cells begin under those of the head; with as many of them they may be a little off."""
    if len(places) == len(starts):
        return all(abs(place - start) <= _OFF for place, start in zip(places, starts, strict=True))
    return all(any(abs(place - start) <= 1 for start in starts) for place in places)


def _kind(line: str) -> str:
    inner = line.strip("\ufeff")
    if not inner.strip():
        return "empty row" if "\t" in inner else "blank"
    if "\t" in inner.strip() or (inner.startswith("\t") and inner.endswith("\t")):
        return "row"
    if _PIPE_ROW.match(inner) and inner.count("|") >= 3:
        return "pipes"
    return "maybe row" if inner.startswith("\t") or inner.endswith("\t") else "line"


def _settle(lines: list[_Line]) -> list[_Line]:
    """Takes a line with a tab at one end for a table row when the line before it is one."""
    settled: list[_Line] = []
    before = "blank"
    for line in lines:
        before = "row" if line.kind == "maybe row" and before == "row" else line.kind
        settled.append(replace(line, kind=before))
    return settled


def _cells(text: str, line: _Line, rows: _Rows) -> list[Piece]:
    if line.kind == "pipes" and _PIPE_RULE.match(text[line.start : line.end]):
        return []
    table, row = rows.next()
    first, mark = line.start, "\t"
    if line.kind == "bars":
        mark = "|"
    if line.kind == "pipes":
        first, mark = text.index("|", line.start) + 1, "|"
    blank = Piece(Run(), line.start, line.end, page=line.page)
    pieces: list[Piece] = []
    parts = _split_at_gaps(text, line) if line.kind == "spaced" else _split(text, first, line.end, mark)
    for column, (start, end) in enumerate(parts):
        pieces.extend(_pieces(text, start, end, replace(blank, cell=Cell(table, row, column))))
    return pieces


def _split(text: str, start: int, end: int, mark: str) -> list[tuple[int, int]]:
    parts = []
    while (stop := text.find(mark, start, end)) != -1:
        parts.append((start, stop))
        start = stop + 1
    parts.append((start, end))
    return parts


def _split_at_gaps(text: str, line: _Line) -> list[tuple[int, int]]:
    gaps = list(_GAP.finditer(text, line.start, line.end))
    starts, ends = [line.start, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), line.end]
    return list(zip(starts, ends, strict=True))


def _plain(text: str, line: _Line) -> list[Piece]:
    words = text[line.start : line.end]
    blank = Piece(Run(), line.start, line.end, page=line.page, indent=_indent(words))
    head = _HASHES.match(words) or _QUOTE.match(words)
    start = head.end() if head else 0
    if head and head[1]:
        words = _CLOSING_HASHES.sub("", words)
        blank = replace(blank, level=len(head[1]))
    return _pieces(text, line.start + start, line.start + len(words), blank)


def _pieces(text: str, start: int, end: int, blank: Piece) -> list[Piece]:
    """Makes pieces of the scraps between `start` and `end`, alike in all that `blank` says."""
    return [
        replace(
            blank,
            run=scrap.run,
            start=scrap.start,
            end=scrap.end,
            after=scrap.after,
            level=scrap.level or blank.level,
            depth=scrap.depth,
        )
        for scrap in scan(text, start, end)
    ]


def _indent(words: str) -> int:
    expanded = words.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _skip_front_matter(draft: Draft) -> int:
    """Gives the place where the text proper begins, behind a block of YAML at the head of the file."""
    found = _FRONT_MATTER.match(draft.text)
    if not found or not all(_FRONT_LINE.fullmatch(line) for line in found[1].splitlines()):
        return 0
    draft.repairs.append(Repair("front_matter", 0, found.end(), "left out the YAML block at the head"))
    return found.end()


def _page_bounds(lines: list[_Line]) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    for line in lines:
        if line.page > len(bounds):
            bounds.append((line.start, line.end))
        bounds[-1] = (bounds[-1][0], line.end)
    return bounds
