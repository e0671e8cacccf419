"""Checks which numbers are those by which actions are followed from meeting to meeting."""

import pytest

from graph_loader.annotate.action_numbers import count_in, numbers_in, numbers_of
from graph_loader.extract import extract_record
from graph_loader.read import read_bytes


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("ACTION 16/21: ", "16/21"),
        ("**Action 3/22:** ", "3/22"),
        ("Ponds were deep.\n\n| Ref | Action |\n|---|---|\n| 22-14 | ", "22-14"),
        ("| 2/21 | March | ", "2/21"),
        ("| 2019/05/3 | ", "2019/05/3"),
        ("ACTION 4: ", None),
        ("9.2 ", None),
        ("Raised on 03/05/2019: ", None),
        ("| 03/05/19 | ", None),
        ("As minute 4/21 says, the ponds are deep. ", None),
        ("16/21\n\n", "16/21"),
    ],
)
def test_the_number_before_an_action_is_its_own(before: str, number: str | None) -> None:
    assert numbers_of(f"{before}Una to drain the pond.", [len(before)], [False]) == [number]


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("3. ", "3"),
        ("(3) ", "3"),
        ("Action 12: ", "12"),
        ("ACTION 4 – ", "4"),
        ("Ponds were deep.\n\n3. Una Reed – ", "3"),
        ("3) Una: ", "3"),
        ("| 3 | Una Reed | ", "3"),
        ("| 3 | ", "3"),
        ("Action: ", None),
        ("4. Ponds were deep. Action: ", None),
        ("4. Ponds. ACTION: ", None),
        ("4. Ponds – Action: ", None),
        ("16/21 ", "16/21"),
        ("03/05/2019 ", None),
        ("2019: ", None),
    ],
)
def test_an_action_of_a_list_has_its_place_in_it_for_number(before: str, number: str | None) -> None:
    assert numbers_of(f"{before}drain the pond.", [len(before)], [True]) == [number]


def test_a_number_of_two_actions_is_that_of_neither() -> None:
    text = "4/21 Una to drain it.\n4/21 Tom to fill it.\n5/21 Una to report."
    starts = [text.index(who) for who in ("Una", "Tom", "Una to report")]
    assert numbers_of(text, starts, [True] * 3) == [None, None, "5/21"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Action 3: complete.", "3"),
        ("Action 12 – the pond had been drained.", "12"),
        ("ACTION POINT 4. Closed.", "4"),
        ("Action 3/22: complete.", None),
        ("Action 1 is taken under item 4.", None),
        ("Una said that action 3: was done.", None),
    ],
)
def test_a_text_begins_with_the_action_of_the_last_list_that_it_speaks_of(text: str, count: str | None) -> None:
    assert count_in(text) == count


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("16/21: The paper had been circulated.", {"16/21"}),
        ("Actions 3/22 and 4/22 are closed.", {"3/22", "4/22"}),
        ("See item 19/21.", set()),
        ("On 03/05/2019 it was done, at a cost of 22/100.5.", set()),
    ],
)
def test_a_text_speaks_of_actions_by_their_numbers(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


def test_the_cell_before_an_action_in_a_table_is_its_number() -> None:
    text = (
        "Parks Board\n\n1. Actions\n\n| Ref | Action | Owner |\n|---|---|---|\n| 2/21 | Drain the pond | Una Reed |\n"
    )
    record = extract_record(read_bytes(text.encode(), "minutes.md"))
    assert [commitment.number for commitment in record.commitments] == ["2/21"]
