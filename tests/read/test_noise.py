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
    ],
)
def test_lines_for_the_page_are_left_out(read: Callable[..., Layout], line: str, kind: str) -> None:
    layout = read(f"It rained.\n\n{line}\n\nIt stopped.")
    assert [block.text for block in layout.blocks] == ["It rained.", "It stopped."]
    assert [(repair.kind, layout.text[repair.start : repair.end]) for repair in layout.repairs] == [(kind, line)]


def test_running_heads_beside_page_numbers_are_left_out(read: Callable[..., Layout]) -> None:
    pages = "\n\n".join(f"It rained on day {day}.\n\nDrainage Board\nPage {day} of 3" for day in (1, 2, 3))
    assert [block.text for block in read(pages).blocks] == [f"It rained on day {day}." for day in (1, 2, 3)]


def test_words_that_recur_elsewhere_stay(read: Callable[..., Layout]) -> None:
    text = "\n\n".join(f"Application {place} was read.\n\nGRANTED" for place in (1, 2, 3))
    assert [block.text for block in read(text).blocks].count("GRANTED") == 3
