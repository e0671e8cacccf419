"""Builds the PDF and DOCX minutes in `minutes/` from the made-up data in `source/`: same data, same bytes.

Run as `python examples/build.py [FOLDER]`; FOLDER is `examples/minutes` unless given.
"""

import io
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

import docx
from docx.document import Document
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from pydantic import BaseModel, ConfigDict

HERE = Path(__file__).resolve().parent
MADE = datetime(2024, 6, 1, tzinfo=UTC)
"""The moment written into every file, so that the clock leaves no trace in the bytes."""


class Attendee(NamedTuple):
    """Is one line of an attendance list; `short` is the abbreviation of the role, `note` says who chairs."""

    name: str
    role: str
    short: str
    note: str

    @property
    def capacity(self) -> str:
        """Joins the role, its abbreviation and the note: `Chief Constable (CC)`."""
        role = f"{self.role} ({self.short})" if self.short else self.role
        return f"{role} – {self.note}" if self.note else role


class Item(BaseModel):
    """Is one agenda item; blank lines divide its body, `- ` begins a bullet and ` || ` an owner."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str
    heading: str
    body: str


class Source(BaseModel):
    """Is the data of one meeting, as its TOML file holds it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    layout: Literal["docx", "pdf"]
    title: str
    footer: str
    facts: list[tuple[str, str]]
    present: list[Attendee]
    apologies: list[Attendee]
    items: list[Item]


class Passage(NamedTuple):
    """Is one paragraph or bullet of an item, with the owner that stands beside or behind an action."""

    text: str
    bullet: bool
    owner: str


def passages(body: str) -> Iterator[Passage]:
    """Splits the body of an item into its paragraphs and bullets."""
    for line in filter(None, map(str.strip, body.splitlines())):
        text, _, owner = line.partition(" || ")
        yield Passage(text.removeprefix("- "), text.startswith("- "), owner)


class MinutesPdf(FPDF):
    """Lays minutes out on A4: words to the left, owners of actions in the right margin, a running footer."""

    WORDS = 138.0
    """The width of the column of words, in millimetres."""
    OWNER_AT = 165.0
    """Where the owner column begins, in millimetres from the left edge."""
    LINE = 5.8
    """The height of a line, in millimetres."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        # The clock, the library's version and the machine's own way to compress would show in the bytes.
        self.set_creation_date(MADE)
        self.set_producer("examples/build.py")
        self.set_compression(False)
        self.core_fonts_encoding = "windows-1252"
        self.set_title(source.title)
        self.set_margins(20, 18)
        self.set_auto_page_break(True, margin=24)
        self.add_page()

    def footer(self) -> None:
        """Draws the running footer with the number of the page."""
        self.set_y(-16)
        self.set_font("Helvetica", size=8)
        self.cell(100, 5, self.source.footer)
        self.cell(70, 5, f"Page {self.page_no()} of {{nb}}", align="R")

    def words(self, text: str, style: Literal["", "B"] = "", indent: float = 0.0) -> None:
        """Sets a paragraph in the column of words, from page to page where it must."""
        self.set_font("Helvetica", style, 11)
        self.set_x(self.l_margin + indent)
        self.multi_cell(self.WORDS - indent, self.LINE, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def action(self, passage: Passage) -> None:
        """Sets an action, of three lines at most, whole on one page and its owner level with the first line."""
        if self.will_page_break(3 * self.LINE):
            self.add_page()
        top = self.get_y()
        self.words(passage.text, "B")
        below = self.get_y()
        self.set_xy(self.OWNER_AT, top)
        self.cell(0, self.LINE, passage.owner)
        self.set_y(below)

    def item(self, item: Item) -> None:
        """Sets a heading and what stands under it."""
        self.ln(2.5)
        if self.will_page_break(4 * self.LINE):
            self.add_page()
        self.words(f"{item.number} {item.heading}", "B")
        for passage in passages(item.body):
            self.ln(2.5)
            if passage.owner:
                self.action(passage)
            elif passage.bullet:
                self.words(f"• {passage.text}", indent=6)
            else:
                self.words(passage.text)


def build_pdf(source: Source) -> bytes:
    """Lays the minutes out as a PDF."""
    pdf = MinutesPdf(source)
    pdf.words("Office of the Police and Crime Commissioner for Ellershire", "B")
    pdf.words(source.title, "B")
    pdf.ln(3)
    for label, value in source.facts:
        pdf.words(f"{label}: {value}")
    for label, people in (("Present:", source.present), ("Apologies:", source.apologies)):
        pdf.ln(2)
        pdf.words(label, "B")
        for person in people:
            note = f", {person.note}" if person.note else ""
            pdf.words(f"{person.role} {person.name} ({person.short}){note}")
    pdf.set_x(pdf.OWNER_AT)
    pdf.set_font("Helvetica", "B", 11)
    pdf.cell(0, pdf.LINE, "Owner", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    for item in source.items:
        pdf.item(item)
    return bytes(pdf.output())


def build_docx(source: Source) -> bytes:
    """Lays the minutes out as a Word file."""
    document = docx.Document()
    document.core_properties.title = source.title
    document.core_properties.author = "Office of the Police and Crime Commissioner for Ellershire"
    document.core_properties.created = document.core_properties.modified = MADE.replace(tzinfo=None)
    document.sections[0].footer.paragraphs[0].text = source.footer
    document.add_heading(source.title, 0)
    for label, value in source.facts:
        line = document.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(value)
    _attendance_table(document, source)
    for item in source.items:
        document.add_heading(f"{item.number} {item.heading}", 1 + item.number.count("."))
        for passage in passages(item.body):
            text = f"{passage.text} ({passage.owner})" if passage.owner else passage.text
            line = document.add_paragraph(style="List Bullet" if passage.bullet else None)
            line.add_run(text).bold = bool(passage.owner)
    packed = io.BytesIO()
    document.save(packed)
    return _without_clock(packed)


def _attendance_table(document: Document, source: Source) -> None:
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    rows = [("", "Name", "Capacity")]
    for label, people in (("Attendance", source.present), ("Apologies", source.apologies)):
        rows += [(label if nth == 0 else "", person.name, person.capacity) for nth, person in enumerate(people)]
    for nth, row in enumerate(rows):
        cells = table.rows[0].cells if nth == 0 else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text


def _without_clock(packed: io.BytesIO) -> bytes:
    """Packs an archive anew with the same date on every member."""
    result = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, MADE.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


def build_all(folder: Path) -> None:
    """Builds every source into `folder`, one file each, named as its source is."""
    for path in sorted((HERE / "source").glob("*.toml")):
        source = Source.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        data = build_pdf(source) if source.layout == "pdf" else build_docx(source)
        (folder / f"{path.stem}.{source.layout}").write_bytes(data)


if __name__ == "__main__":
    build_all(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "minutes")
