from collections.abc import Callable

import pytest

from graph_loader.model.layout import Layout

CONTEXT = "The board identified four findings. There were being results. Actions are needed. Clients cope.\n\n"
SHREDS = "kle the ?\ns ago. n\nntified, eing\need to\ndings\nsults in be\nents and\nope\n"


def test_half_lost_lines_are_a_gap(read: Callable[..., Layout]) -> None:
    layout = read(f"{CONTEXT}{SHREDS}\nmanage the floods. It rained.")
    assert [block.text for block in layout.blocks] == [CONTEXT.strip(), "manage the floods. It rained."]
    assert [layout.text[gap.start : gap.end] for gap in layout.gaps] == [SHREDS.strip()]


@pytest.mark.parametrize(
    "lines",
    [
        "apples\noranges\nplums\ncherries\nmedlars",
        "web pages are little\ncpu is big\nfile is small\nshould it be changed\ncan it be",
        "12\n15\n17\n19",
        "Ada Moss\nBen Frith\nCy Reed\nDee Ash",
    ],
    ids=["words", "notes", "numbers", "names"],
)
def test_short_lines_are_no_gap(read: Callable[..., Layout], lines: str) -> None:
    layout = read(f"{CONTEXT}{lines}\n")
    assert layout.gaps == ()
    assert [block.text for block in layout.blocks][1:] == lines.splitlines()


@pytest.mark.parametrize(
    ("row", "text", "kinds"),
    [
        ("Ac\ttions arising:", "Actions arising:", ["cut_word"]),
        ("Th\tere were none.", "There were none.", ["cut_word"]),
        ("Ac\ttions arising:\nFir\tndings:", "ndings:", ["cut_word", "debris"]),
        ("Ac\ttions arising:\nap\tHow sure is the board?", "How sure is the board?", ["cut_word", "debris"]),
    ],
)
def test_fragments_in_the_first_cell(read: Callable[..., Layout], row: str, text: str, kinds: list[str]) -> None:
    layout = read(f"{CONTEXT}\tSome words.\n{row}\n")
    assert layout.blocks[-1].text == text
    assert [repair.kind for repair in layout.repairs] == kinds


@pytest.mark.parametrize(
    "row", ["AM\tsaid that it rained.", "Ada\tpumps are old.", "HE\tto see to the pumps.", "Ada\tSaid that it rained."]
)
def test_speakers_and_owners_are_no_fragments(read: Callable[..., Layout], row: str) -> None:
    layout = read(f"{CONTEXT}He said that he had to.\n\n\tSome words.\n{row}\n")
    assert [block.text for block in layout.blocks][-2:] == row.split("\t")


def test_a_line_that_lost_its_head_is_not_joined_to_a_whole_one(read: Callable[..., Layout]) -> None:
    rows = "Ac\ttions arising:\n2\tBuilding a much safer upper valley – Floods and droughts\nWe\test Marl is wet.\n"
    assert [block.text for block in read(CONTEXT + rows).blocks][-1] == "est Marl is wet."
