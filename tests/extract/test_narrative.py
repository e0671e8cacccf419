"""What stands under agenda items and nobody is said to have said."""

from graph_loader.extract import extract_record
from graph_loader.read import read_bytes

MINUTES = """# Harbour Committee

Date: 4 March 2019

## 1. Moorings

The chains of the east moorings were renewed in January. The Harbour Master said that the west ones would follow.
Two boats had sunk since the last meeting.

ACTION: Clerk to write to the owners.

## 2. Lights

None.
"""


def test_it_is_what_nobody_is_said_to_have_said() -> None:
    record = extract_record(read_bytes(MINUTES.encode(), "minutes.md"))
    assert [(under.item, under.sentences) for under in record.narrative] == [
        (
            "1",
            ("The chains of the east moorings were renewed in January.", "Two boats had sunk since the last meeting."),
        )
    ]
