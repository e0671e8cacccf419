"""Reads a Word document: paragraphs, headings, lists with their printed numbers, tables, emphasis."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from graph_loader.errors import ReadError
from graph_loader.read.docx_numbers import Numbering
from graph_loader.read.docx_styles import Styles
from graph_loader.read.markers import is_lone_marker
from graph_loader.read.piece import Cell, Draft, Piece
from graph_loader.read.run import Run
from graph_loader.read.writer import TextWriter

# The unpacked parts of an honest document are this many times its greatest permitted size at most.
_UNPACKED = 20
_DAMAGED = (
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    EOFError,
    RuntimeError,
)
_REMOVED = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:sectPr", "w:tcPr", "w:pPr")))
_SYMBOL = re.compile("[0-9A-Fa-f]{4}")


def read_docx(data: bytes, name: str, max_size: int) -> Draft:
    """Gives the draft of a Word document; its text is the paragraphs with their printed numbers, tabs between cells.

    Raises `ReadError` when the file is no Word document or damaged, holds no words, or unpacks to far more than
    `max_size`.
    """
    try:
        _check_parts(data, name, max_size)
        document = docx.Document(BytesIO(data))
        body = document.element.body
    except _DAMAGED as error:
        raise ReadError(f"{name} is a damaged or truncated Word document.", "Open and save it again.") from error
    story = _Story(Styles(document.styles.element), Numbering(_numbering(document)))
    story.read(body)
    if not story.writer.pieces:
        raise ReadError(f"{name} has no text in it.", "If it shows a picture of the minutes, run OCR over it first.")
    return story.writer.draft()


def _check_parts(data: bytes, name: str, max_size: int) -> None:
    """Refuses an archive of another kind, and one whose parts say that they unpack to too much.

    Python never unpacks more than they say.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if not any(part.filename.startswith("word/") for part in parts):
            raise ReadError(
                f"{name} is no Word document, but another kind of archive.", "Unpack it, or save it as .docx."
            )
        total = sum(part.file_size for part in parts)
        if total > _UNPACKED * max_size or len(parts) > 10_000:
            raise ReadError(
                f"{name} unpacks to {total:,} bytes in {len(parts)} parts, far more than minutes need.",
                "If you trust it, raise --max-size.",
            )
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part)[:4096]:
                raise ReadError(f"{name} declares entities, as no Word document does.", "Do not trust this file.")


def _numbering(document: Any) -> Any:
    found = [part.target_part for part in document.part.rels.values() if part.reltype.endswith("/numbering")]
    return etree.fromstring(found[0].blob, etree.XMLParser(resolve_entities=False, no_network=True)) if found else None


@dataclass(slots=True)
class _Story:
    """Walks the body in order and writes each paragraph, line and cell as a piece."""

    styles: Styles
    numbering: Numbering
    writer: TextWriter = field(default_factory=TextWriter)
    table_count: int = 0
    tab_row: Cell | None = None
    """The last row that tabs alone set up; the next paragraph with tabs carries its table on."""
    page: int = 1

    def read(self, container: Any, cell: Cell | None = None) -> None:
        """Writes the paragraphs and tables in a body, a cell or a content control."""
        for element in container.iterchildren():
            if element.tag == qn("w:p"):
                self._paragraph(element, cell)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag not in _REMOVED:
                # Content controls, insertions and custom marks only enclose what is printed.
                self.read(element, cell)

    def _table(self, table: Any) -> None:
        number = self._new_table()
        for row, line in enumerate(_own(table, "w:tr", "w:tbl")):
            column = 0
            for cell in _own(line, "w:tc", "w:tr"):
                if column and self.writer.pieces:
                    self.writer.between = "\t"
                self.read(cell, Cell(number, row, column))
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                column += 1 if span is None else max(1, int(span.get(qn("w:val"), "1")))
            self.writer.between = "\n" if self.writer.pieces else ""

    def _new_table(self) -> int:
        self.table_count, self.tab_row = self.table_count + 1, None
        return self.table_count - 1

    def _paragraph(self, paragraph: Any, cell: Cell | None) -> None:
        look = self.styles.look(paragraph)
        label = self.numbering.label(look.list) if look.list is not None else None
        like = Piece(Run(), 0, 0, after="block", level=look.level, cell=cell, full=False)
        if label:
            like = replace(like, marker=label.text, depth=label.depth if label.bullet else 0, indent=label.depth)
        for line in self._lines(paragraph, look.flags):
            if self._line(line, like):
                like = replace(like, after="line", marker="")

    def _line(self, cells: list[list[tuple[str, int]]], like: Piece) -> bool:
        """Writes one printed line; tabs part cells, but for the tab behind a number."""
        words = ["".join(text for text, _ in cell).strip() for cell in cells]
        shown = [cell for cell, text in zip(cells, words, strict=True) if text]
        like = replace(like, page=self.page)
        numbered = len(shown) == 2 and is_lone_marker(next(text for text in words if text))
        if like.cell or like.level or len(shown) < 2 or numbered:
            self.tab_row = self.tab_row if not shown else None
            return self.writer.add([span for cell in shown for span in (*cell, (" ", 0))], like)
        before = self.tab_row or Cell(self._new_table(), -1, 0)
        self.tab_row = replace(before, row=before.row + 1)
        for column, cell in enumerate(shown):
            self.writer.add(cell, replace(like, cell=replace(self.tab_row, column=column)))
            self.writer.between = "\t"
        self.writer.between = "\n"
        return True

    def _lines(self, paragraph: Any, flags: int) -> Iterator[list[list[tuple[str, int]]]]:
        """Gives a paragraph's lines, each as its cells, each as its spans of text with their flags."""
        line: list[list[tuple[str, int]]] = [[]]
        for run in paragraph.iter(qn("w:r")):
            if _is_removed(run, paragraph):
                continue
            style = self.styles.run_flags(run, flags)
            for child in run.iterchildren():
                if child.tag == qn("w:tab"):
                    line.append([])
                elif child.tag in (qn("w:br"), qn("w:cr"), qn("w:lastRenderedPageBreak")):
                    self._count_page(child)
                    if child.tag != qn("w:lastRenderedPageBreak"):
                        yield line
                        line = [[]]
                else:
                    line[-1].append((_shown(child), style))
        yield line

    def _count_page(self, mark: Any) -> None:
        if mark.tag == qn("w:lastRenderedPageBreak"):
            self.page += 1


def _own(element: Any, name: str, border: str) -> Iterator[Any]:
    """Gives the descendants of that name which belong to the element itself and not to one like it further in."""
    for found in element.iter(qn(name)):
        if next(found.iterancestors(qn(border))) is element:
            yield found


def _is_removed(run: Any, paragraph: Any) -> bool:
    """Says whether a run was deleted in a tracked change, or stands in a text box that the paragraph carries."""
    for above in run.iterancestors():
        if above is paragraph:
            return False
        if above.tag in _REMOVED:
            return True
    return False


def _shown(child: Any) -> str:
    if child.tag == qn("w:t"):
        return child.text or ""
    if child.tag == qn("w:sym"):
        code = child.get(qn("w:char"), "")
        return chr(int(code, 16)) if _SYMBOL.fullmatch(code) else ""
    return "-" if child.tag == qn("w:noBreakHyphen") else ""
