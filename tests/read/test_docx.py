from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from graph_loader.model.layout import Layout


def saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def kinds(layout: Layout) -> list[tuple[str, str, str]]:
    return [(block.kind, block.marker, block.text) for block in layout.blocks]


def test_styles_and_lists(read: Callable[..., Layout]) -> None:
    document = docx.Document()
    document.add_heading("Drainage Board", 0)
    document.add_heading("Floods", 2)
    document.add_paragraph("Pumps are old.", "List Bullet")
    document.add_paragraph("Ask the farmers about the drains of the upper valley.", "List Number")
    document.add_paragraph("Ask the parishes about the drains of the lower valley.", "List Number")
    document.add_paragraph().add_run("Next steps").bold = True
    layout = read(saved(document))
    assert [(block.kind, block.level, block.text) for block in layout.blocks] == [
        ("heading", 1, "Drainage Board"),
        ("heading", 2, "Floods"),
        ("bullet", 1, "Pumps are old."),
        ("paragraph", 0, "Ask the farmers about the drains of the upper valley."),
        ("paragraph", 0, "Ask the parishes about the drains of the lower valley."),
        ("heading", 0, "Next steps"),
    ]
    assert [block.marker for block in layout.blocks][3:5] == ["1.", "2."]
    assert "1. Ask the farmers" in layout.text


def test_tables(read: Callable[..., Layout]) -> None:
    document = docx.Document()
    rows = (("Item", "Text", "ACTION"), ("1.", "The clerk is to write to the farmers about the drains.", "BF"))
    table = document.add_table(len(rows), 3)
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    table.cell(1, 1).add_paragraph("The chair thanked her.")
    layout = read(saved(document))
    assert [(block.kind, block.marker, block.text, block.row, block.column) for block in layout.blocks] == [
        ("cell", "", "Item", 0, 0),
        ("cell", "", "Text", 0, 1),
        ("action_column", "", "ACTION", 0, 2),
        ("cell", "1.", "The clerk is to write to the farmers about the drains.", 1, 1),
        ("cell", "", "The chair thanked her.", 1, 1),
        ("action_column", "", "BF", 1, 2),
    ]


def test_lines_tabs_and_run_in_heads(read: Callable[..., Layout]) -> None:
    document = docx.Document()
    document.add_paragraph("Ada Moss\nBen Frith")
    document.add_paragraph("Present:\tAda Moss\tChair")
    document.add_paragraph("2.\tFLOODS OF MAY")
    paragraph = document.add_paragraph()
    paragraph.add_run("Dro").bold = True
    paragraph.add_run("ughts – it did not rain.")
    layout = read(saved(document))
    assert kinds(layout) == [
        ("paragraph", "", "Ada Moss"),
        ("paragraph", "", "Ben Frith"),
        ("cell", "", "Present:"),
        ("cell", "", "Ada Moss"),
        ("cell", "", "Chair"),
        ("heading", "2.", "FLOODS OF MAY"),
        ("paragraph", "", "Droughts – it did not rain."),
    ]
    assert layout.blocks[-1].lead == len("Droughts")


def test_deleted_words_are_not_read_and_inserted_ones_are(read: Callable[..., Layout]) -> None:
    document = docx.Document()
    marked = f"<w:p {nsdecls('w')}>{{}}</w:p>".format(
        "<w:r><w:t>It </w:t></w:r>"
        "<w:del><w:r><w:delText>snowed</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>rained</w:t></w:r></w:ins>"
        "<w:r><w:t>.</w:t></w:r>"
    )
    document.element.body.insert(0, parse_xml(marked))
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>It stopped.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(control))
    assert [block.text for block in read(saved(document)).blocks] == ["It rained.", "It stopped."]


def test_the_text_is_the_same_each_time(read: Callable[..., Layout]) -> None:
    document = docx.Document()
    document.add_paragraph("It rained.")
    document.add_paragraph("It stopped.")
    data = saved(document)
    assert read(data) == read(data)
    assert read(data).text == "It rained.\nIt stopped."
