from collections.abc import Callable

import pytest

from graph_loader.model.layout import Layout

TALK = "The chair asked the engineer to bring the figures of the whole winter to the next meeting."

CASES: dict[str, tuple[str, list[str]]] = {
    "a headed column": (f"1.\tFLOODS\tACTION\n\t{TALK}\tHE\n\tNone.\tPump team", ["ACTION", "HE", "Pump team"]),
    "no head, but initials beside text": (f"\t{TALK}\tHE / CEx\n\t{TALK}\tALL", ["HE / CEx", "ALL"]),
    "a name of a post where other owners stand": (
        f"\t{TALK}\tHE\n\nA line between.\n\n\t{TALK}\tPump Lead",
        ["HE", "Pump Lead"],
    ),
    "the head on the first page alone": (f"1.\tFLOODS\tACTION\n\n\tSee to it.\tHE\n\n{TALK}", ["ACTION", "HE"]),
    "roles in an attendance list": ("\tName\tRole\n\tAda Moss\tHE\n\tBen Frith\tCEx", []),
    "numbers beside text": (f"\t{TALK}\t2019\n\t{TALK}\t14", []),
    "owners behind a wide gap": (f"{TALK}      HE/BF\n{TALK}", ["HE/BF"]),
    "an abbreviation at a sentence's end": (f"{TALK} It was put to the HE", []),
}


@pytest.mark.parametrize(("text", "owners"), CASES.values(), ids=CASES)
def test_owners(read: Callable[..., Layout], text: str, owners: list[str]) -> None:
    assert [block.text for block in read(text).blocks if block.kind == "action_column"] == owners


def test_owners_keep_the_row_of_their_text(read: Callable[..., Layout]) -> None:
    said, owners = read(f"\t{TALK}\tHE\n").blocks
    assert (said.table, said.row) == (owners.table, owners.row)


def test_glued_owners_are_parted_from_the_sentence(read: Callable[..., Layout]) -> None:
    text = "1.\tNone.\tACTION\n\nThe engineer said that the central pumps\n\nHE / CEx station is needed, but old."
    layout = read(text)
    mended, owners = layout.blocks[-2:]
    assert mended.text == "The engineer said that the central pumps station is needed, but old."
    assert (owners.kind, owners.text) == ("action_column", "HE / CEx")
    assert [layout.text[r.start : r.end] for r in layout.repairs if r.kind == "glued_owner"] == ["HE / CEx"]


@pytest.mark.parametrize(
    "text",
    [
        "The engineer said that the central pumps\n\nHE / CEx station is needed.",
        "1.\tNone.\tACTION\n\nThe pumps were sold.\n\nHE / CEx agreed to it.",
        "1.\tNone.\tACTION\n\nThe engineer said that the\n\nHE station is needed.",
    ],
    ids=["no column of owners", "a finished sentence before", "one abbreviation alone"],
)
def test_nothing_is_parted_without_need(read: Callable[..., Layout], text: str) -> None:
    assert not [repair for repair in read(text).repairs if repair.kind == "glued_owner"]
