from collections.abc import Callable

import pytest

from graph_loader.model.layout import Layout


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Page 5 of 5", "page_number"),
        ("- 12 -", "page_number"),
        ("P a g e | 3", "page_number"),
        ("----------", "ruler"),
        ("Skip to main content", "menu"),
        ("Home > Meetings > 2019", "menu"),
        ("Home | About us | Contact", "menu"),
        ("- Home\n- About us\n- Floods\n- Contact us", "menu"),
        ("Home    About    Your Board    Get involved    Contact", "menu"),
        ("We use cookies to make this site work.", "menu"),
    ],
)
def test_lines_for_the_page_are_left_out(read: Callable[..., Layout], line: str, kind: str) -> None:
    layout = read(f"It rained.\n\n{line}\n\nIt stopped.")
    assert [block.text for block in layout.blocks] == ["It rained.", "It stopped."]
    assert {repair.kind for repair in layout.repairs} == {kind}
    assert "\n".join(layout.text[repair.start : repair.end] for repair in layout.repairs) == line


def test_nothing_below_the_question_whether_a_page_was_of_use_stays(read: Callable[..., Layout]) -> None:
    layout = read("It rained.\n\nIt stopped.\n\nWas this page helpful?   Yes   No\n\nWhat would you ask the Board?")
    assert [block.text for block in layout.blocks] == ["It rained.", "It stopped."]


def test_a_link_beside_a_title_is_left_out(read: Callable[..., Layout]) -> None:
    assert read("Drainage Meeting     Get involved\n\nIt rained.").blocks[0].text == "Drainage Meeting"
    assert read("The Board will get involved\n\nIt rained.").blocks[0].text == "The Board will get involved"


def test_running_heads_beside_page_numbers_are_left_out(read: Callable[..., Layout]) -> None:
    pages = "\n\n".join(f"It rained on day {day}.\n\nDrainage Board\nPage {day} of 3" for day in (1, 2, 3))
    assert [block.text for block in read(pages).blocks] == [f"It rained on day {day}." for day in (1, 2, 3)]


def test_words_that_recur_elsewhere_stay(read: Callable[..., Layout]) -> None:
    text = "\n\n".join(f"Application {place} was read.\n\nGRANTED" for place in (1, 2, 3))
    assert [block.text for block in read(text).blocks].count("GRANTED") == 3


@pytest.mark.parametrize(
    "line", ["2017/18", "Ada Moss | Chair | DB", "Ada Moss    Contact    Chair", "Home\n\nNews", "12 of the pumps"]
)
def test_lines_for_the_reader_stay(read: Callable[..., Layout], line: str) -> None:
    assert not read(f"It rained.\n\n{line}\n\nIt stopped.").repairs


def test_the_first_running_head_stays_as_the_title(read: Callable[..., Layout]) -> None:
    pages = "\f".join(f"Drainage Board\n\nIt rained for the {day} time.\n" for day in ("first", "second", "third"))
    assert [block.text for block in read(pages).blocks] == [
        "Drainage Board",
        *(f"It rained for the {day} time." for day in ("first", "second", "third")),
    ]


def test_page_numbers_inside_a_flattened_text(read: Callable[..., Layout]) -> None:
    said = "The chair of the board asked the engineer when the pumps of the valley would be tested. " * 5
    layout = read(f"{said}It was Page 2 of 3 noted. {said}")
    assert "It was noted." in layout.blocks[0].text
    assert [layout.text[repair.start : repair.end] for repair in layout.repairs] == ["Page 2 of 3"]
