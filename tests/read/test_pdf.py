from collections.abc import Callable, Sequence

import pytest
from fpdf import FPDF

from graph_loader.model.layout import Layout

LONG = "The chair asked the engineer when the pumps of the upper valley would be tested again, and by whom."


class Sheet:
    """Sets words at given places of A4 pages, in points from the upper left corner."""

    def __init__(self) -> None:
        self.pdf = FPDF(unit="pt")
        self.pdf.set_auto_page_break(False)
        self.pdf.add_page()

    def put(self, left: float, top: float, words: str, style: str = "", size: int = 10) -> "Sheet":
        self.pdf.set_font("Helvetica", style=style, size=size)
        self.pdf.text(left, top, words)
        return self

    def lines(self, left: float, top: float, lines: Sequence[str], pitch: float = 13) -> "Sheet":
        for place, line in enumerate(lines):
            self.put(left, top + place * pitch, line)
        return self

    def page(self) -> "Sheet":
        self.pdf.add_page()
        return self

    def bytes(self) -> bytes:
        return bytes(self.pdf.output())


BODY = [
    "The chair asked the engineer when the pumps of the upper valley would be",
    "tested again, and by whom. The engineer said that the firm which had built",
    "them was to come in May.",
]


def kinds(layout: Layout) -> list[tuple[str, str, str]]:
    return [(block.kind, block.marker, block.text) for block in layout.blocks]


def test_paragraphs_and_headings(read: Callable[..., Layout]) -> None:
    sheet = Sheet().put(72, 60, "Drainage Board", "B", 14).put(72, 100, "1.", "B").put(100, 100, "Pumps", "B")
    sheet.lines(100, 130, BODY).lines(100, 185, BODY)
    assert kinds(read(sheet.bytes())) == [
        ("heading", "", "Drainage Board"),
        ("heading", "1.", "Pumps"),
        ("paragraph", "", " ".join(BODY)),
        ("paragraph", "", " ".join(BODY)),
    ]


def test_owners_stand_behind_the_paragraph_they_are_level_with(read: Callable[..., Layout]) -> None:
    sheet = Sheet().put(500, 60, "Action").lines(72, 90, BODY).lines(72, 145, BODY).lines(72, 200, BODY)
    sheet.put(500, 158, "HE/BF").put(500, 200, "ALL")
    body = ("paragraph", "", " ".join(BODY))
    assert kinds(read(sheet.bytes())) == [
        ("action_column", "", "Action"),
        body,
        body,
        ("action_column", "", "HE/BF"),
        body,
        ("action_column", "", "ALL"),
    ]


def test_owners_on_the_line_of_their_text(read: Callable[..., Layout]) -> None:
    sheet = Sheet().put(500, 60, "Action").lines(72, 90, BODY)
    sheet.put(72, 145, "The clerk will write to the firm.").put(500, 145, "BF")
    assert kinds(read(sheet.bytes()))[-2:] == [
        ("paragraph", "", "The clerk will write to the firm."),
        ("action_column", "", "BF"),
    ]


def test_cells_and_what_wraps_in_them(read: Callable[..., Layout]) -> None:
    sheet = Sheet().put(72, 60, "Date").put(200, 60, "5 May 2031").put(72, 74, "Present")
    sheet.lines(200, 74, ["Ada Moss (chair), Ben Frith, Cy Reed, Dee Ash, Eve Birch, Flo", "Cole (engineer)"], 14)
    sheet.put(72, 102, "Place").put(200, 102, "Pump house")
    layout = read(sheet.bytes())
    assert [(block.text, block.row, block.column) for block in layout.blocks] == [
        ("Date", 0, 0),
        ("5 May 2031", 0, 1),
        ("Present", 1, 0),
        ("Ada Moss (chair), Ben Frith, Cy Reed, Dee Ash, Eve Birch, Flo Cole (engineer)", 1, 1),
        ("Place", 2, 0),
        ("Pump house", 2, 1),
    ]


def test_a_sentence_over_two_pages_without_heads_and_feet(read: Callable[..., Layout]) -> None:
    sheet = Sheet()
    for number, lines in ((1, BODY[:2]), (2, BODY[2:]), (3, BODY)):
        if number > 1:
            sheet.page()
        sheet.put(72, 40, "Drainage Board").lines(72, 600, lines).put(300, 810, f"Page {number} of 3")
    layout = read(sheet.bytes())
    assert [(block.text, block.page) for block in layout.blocks] == [
        ("Drainage Board", 1),
        (" ".join(BODY), 1),
        (" ".join(BODY), 3),
    ]
    left_out = [(r.kind, layout.text[r.start : r.end]) for r in layout.repairs if r.kind != "sentence"]
    heads = [("running_head", "Drainage Board")] * 2
    assert sorted(left_out) == [("page_number", f"Page {number} of 3") for number in (1, 2, 3)] + heads


def test_raised_letters(read: Callable[..., Layout]) -> None:
    sheet = Sheet().put(72, 60, "Minutes of 26").put(72 + 61.7, 56, "th", size=6).put(72 + 70, 60, "May")
    assert [block.text for block in read(sheet.bytes()).blocks] == ["Minutes of 26th May"]


def test_a_page_without_words_is_a_gap(read: Callable[..., Layout]) -> None:
    sheet = Sheet().lines(72, 90, BODY).page()
    sheet.pdf.rect(10, 10, 50, 50, style="F")
    layout = read(sheet.bytes())
    assert [(gap.page, gap.reason) for gap in layout.gaps] == [(2, "page without a text layer")]
    assert len(layout.pages) == 2


@pytest.mark.parametrize("count", [1, 3])
def test_quotes_are_slices_of_the_text(read: Callable[..., Layout], count: int) -> None:
    layout = read(Sheet().lines(72, 90, BODY * count).bytes())
    for block in layout.blocks:
        start, end = block.span(0, len(block.text))
        assert " ".join(layout.text[start:end].split()) == block.text
