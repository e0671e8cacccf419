"""What an agenda item is about, by its heading."""

import pytest

from graph_loader.annotate.profile import load_profile
from graph_loader.extract.issues import item_issues
from graph_loader.model.record import Item

PARTS = [
    ("1", "Ferries", None),
    ("1.1", "Fares", "1"),
    ("1.1.1", "Children", "1.1"),
    ("1.2", "Crews", "1"),
    ("2", "Moorings", None),
    ("2.1", "The east side", "2"),
]
SEEN = {"quote": "x", "reading": "x", "start": 0, "end": 1, "rule": "test"}


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Rural Crime", "rural crime"),
        ("Holding to account – Vetting", "vetting"),
        ("Ferry Review – Update", "ferry review"),
        ("Harbour Lights: Change to LED", "harbour lights: change to led"),
        ("Holding to account – Harbour Lights – Repairs", "harbour lights: repairs"),
        ("Lighting (to include the harbour)", "lighting"),
        ("Mooring fees / matters arising", "mooring fees / matters arising"),
        ("To receive an update from Superintendent Ash on Ferry Fares", "ferry fares"),
        ("Presentation by the Clerk, Ann Poll, regarding the East Side", "the east side"),
        ("Discuss Mooring Strategy", "mooring strategy"),
        ("Feedback on moorings", "moorings"),
        ("Update on the east side", "the east side"),
        ("Report of the Harbour Master", "report of the harbour master"),
        ("Report stage", "report stage"),
        ("Notes and queries", "notes and queries"),
        ("HC.12 Moorings", "moorings"),
        ("HC/13b: Minutes", None),
        ("To receive an update from the Chief Superintendent", None),
        ("Question submitted by Councillor Ash", None),
        ("Election of Vice-Chairman", None),
        ("AOB", None),
        ("Any Other Business", None),
        ("MATTERS ARISING AND ITEMS BROUGHT FORWARD", None),
        ("Minutes of the last meeting", None),
        ("Welcome, introductions and apologies", None),
        ("Date of next meeting", None),
        ("Confirmation of next meeting (type, date, venue)", None),
        ("Operational update", None),
        ("Items brought forward from the meeting in May", None),
    ],
)
def test_standing_headings_are_about_nothing(title: str, label: str | None) -> None:
    item = Item(id="1", title=title, **SEEN)  # type: ignore[arg-type]
    found = item_issues([item], load_profile("uk-policing"))
    assert [each.issues for each in found] == ([(label,)] if label else [])


def test_a_larger_item_is_about_what_its_parts_are_unless_one_is_a_heading_within() -> None:
    items = [Item(id=one, title=title, parent=parent, **SEEN) for one, title, parent in PARTS]  # type: ignore[arg-type]
    assert [each.item for each in item_issues(items, load_profile("general"))] == ["1.1", "1.1.1", "1.2", "2.1"]
