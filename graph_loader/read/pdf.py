"""Reads a PDF's text layer: lines, cells, the column of owners at the right margin, running heads and page numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium

from graph_loader.errors import ReadError
from graph_loader.model.layout import Gap, Repair
from graph_loader.read.markers import is_lone_marker
from graph_loader.read.pdf_lines import Segment, read_lines
from graph_loader.read.pdf_margins import Margins, find_margins
from graph_loader.read.pdf_tables import Tables
from graph_loader.read.piece import Break, Cell, Draft, Piece
from graph_loader.read.run import BOLD, Run
from graph_loader.read.writer import TextWriter

# In line pitches: how far the next line of a paragraph is, and how far owners may stand from the line they are beside.
_NEXT_LINE = 1.3
_LEVEL = 0.75
_END_MARK = b"%%EOF"


@dataclass(frozen=True, slots=True)
class _Line:
    """Is one line, or the owners beside one; `noise` is the kind of repair when it is left out."""

    segments: tuple[Segment, ...]
    aside: bool = False
    noise: str = ""

    @property
    def bottom(self) -> float:
        return self.segments[0].bottom


def read_pdf(data: bytes, name: str, max_size: int) -> Draft:
    """Gives the draft of a PDF; its text is the lines in reading order, with tabs between cells and form feeds.

    Raises `ReadError` when the file is damaged, needs a password, has no text layer or more than `max_size` characters.
    """
    document = _open(data, name)
    try:
        pages, heights = _pages(document, name, max_size)
    finally:
        document.close()
    if not any(pages):
        raise ReadError(f"{name} is a scanned PDF with no text layer.", "Run text recognition (OCR) over it first.")
    margins = find_margins(pages, heights)
    written = _Pages(margins, Tables(margins.pitch))
    for number, page in enumerate(pages, 1):
        written.write(number, _in_reading_order(list(_lines(page, margins)), margins))
    return written.writer.draft()


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    damaged = ReadError(f"{name} is a damaged or truncated PDF.", "Fetch it again, or print it to a new PDF.")
    if _END_MARK not in data[-4096:]:
        raise damaged
    try:
        document = pdfium.PdfDocument(data)
        if len(document):
            return document
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(f"{name} is protected by a password.", "Save a copy without one.") from error
        raise damaged from error
    raise damaged


def _pages(document: pdfium.PdfDocument, name: str, max_size: int) -> tuple[list[list[list[Segment]]], list[float]]:
    pages: list[list[list[Segment]]] = []
    heights: list[float] = []
    size = 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError as error:
            raise ReadError(f"Page {number} of {name} is damaged.", "Fetch it again.") from error
        lines = read_lines(page, number)
        size += sum(len(word.text) + 1 for line in lines for segment in line for word in segment.words)
        if size > max_size:
            raise ReadError(f"{name} has more than {max_size:,} characters.", "Raise --max-size, or split the file.")
        pages.append([_merge_marker(line) for line in lines])
        heights.append(page.get_height())
    return pages, heights


def _merge_marker(line: list[Segment]) -> list[Segment]:
    """Puts a number or bullet that hangs before a line together with the line's words."""
    if len(line) > 1 and is_lone_marker(line[0].text) and any(char.isalpha() for char in line[1].text):
        return [Segment(line[0].words + line[1].words, line[0].page), *line[2:]]
    return line


def _lines(page: Sequence[Sequence[Segment]], margins: Margins) -> Iterator[_Line]:
    for line in page:
        if noise := margins.noise(line):
            yield _Line(tuple(line), noise=noise)
            continue
        words = tuple(segment for segment in line if not margins.is_owner(segment))
        owners = tuple(segment for segment in line if margins.is_owner(segment))
        yield from (_Line(part, aside=part is owners) for part in (words, owners) if part)


def _in_reading_order(lines: Sequence[_Line], margins: Margins) -> list[_Line]:
    """Puts the owners right behind the paragraph that they are level with."""
    paragraphs: list[list[_Line]] = []
    for line in lines:
        if line.aside:
            continue
        before = paragraphs[-1][-1] if paragraphs else None
        if before and not (line.noise or before.noise) and _continues_paragraph(before, line, margins):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    beside: dict[int, list[_Line]] = {}
    for line in lines:
        if line.aside:
            beside.setdefault(_level_with(line, paragraphs, margins.pitch), []).append(line)
    ordered = list(beside.get(-1, ()))
    for place, paragraph in enumerate(paragraphs):
        ordered += [*paragraph, *beside.get(place, ())]
    return ordered


def _continues_paragraph(before: _Line, line: _Line, margins: Margins) -> bool:
    first = line.segments[0].words[0].text
    step = before.bottom - line.bottom
    close = 0 < step <= _NEXT_LINE * margins.pitch and len(line.segments) == 1
    return close and not is_lone_marker(first) and margins.is_full(before.segments[-1], line.segments[0])


def _level_with(owners: _Line, paragraphs: Sequence[Sequence[_Line]], pitch: float) -> int:
    """Gives the place of the paragraph beside owners, else of the last one above them, else -1."""
    lines = [(line.bottom, place) for place, lines in enumerate(paragraphs) for line in lines if not line.noise]
    level = min(((abs(bottom - owners.bottom), place) for bottom, place in lines), default=(pitch, -1))
    if level[0] <= _LEVEL * pitch:
        return level[1]
    return max((place for bottom, place in lines if bottom > owners.bottom), default=-1)


@dataclass(slots=True)
class _Pages:
    """Writes the pages line by line and keeps the last line of text, and so knows how the next one follows it."""

    margins: Margins
    tables: Tables
    writer: TextWriter = field(default_factory=TextWriter)
    before: _Line | None = None
    last: int = 0
    """The place of the last piece of `before`."""

    def write(self, number: int, lines: Sequence[_Line]) -> None:
        """Writes one page; a page without words is a gap."""
        writer = self.writer
        if number > 1:
            writer.put("\f")
        start = writer.length
        for place, line in enumerate(lines):
            if place:
                writer.put("\n")
            self._write_line(line)
        if not lines:
            writer.gaps.append(Gap(start, start, "page without a text layer", number))
        writer.pages.append((start, writer.length))

    def _write_line(self, line: _Line) -> None:
        start = self.writer.length
        runs = list(self._runs(line.segments))
        if line.noise:
            words = " ".join(run.text for run in runs)
            self.writer.repairs.append(Repair(line.noise, start, self.writer.length, f"left out {words[:60]!r}"))
            return
        cells: list[Cell | None] = [None] if line.aside else self.tables.place(line.segments)
        after = self._break(line)
        if not line.aside:
            self._mark_full(line)
        for run, segment, cell in zip(runs, line.segments, cells, strict=False):
            place = Piece(run, run.offsets[0], run.offsets[-1] + 1, segment.page, after, cell=cell, aside=line.aside)
            self.writer.pieces.append(replace(place, indent=round(segment.left / 4), full=False))
            after = "block"
        if not line.aside:
            self.before, self.last = line, len(self.writer.pieces) - 1

    def _runs(self, segments: Sequence[Segment]) -> Iterator[Run]:
        for place, segment in enumerate(segments):
            if place:
                self.writer.put("\t")
            yield self.writer.run((glue + word.text, BOLD if word.bold else 0) for glue, word in segment.spaced())

    def _break(self, line: _Line) -> Break:
        if self.before is None or self.before.segments[0].page != line.segments[0].page:
            return "page" if self.before else "line"
        step = abs(self.before.bottom - line.bottom)
        return "line" if line.aside or step <= _NEXT_LINE * self.margins.pitch else "blank"

    def _mark_full(self, line: _Line) -> None:
        """Says of the line before whether this line's first word had no room on it."""
        if self.before:
            full = self.margins.is_full(self.before.segments[-1], line.segments[0])
            self.writer.pieces[self.last] = replace(self.writer.pieces[self.last], full=full)
