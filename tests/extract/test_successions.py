"""Where minutes say that a body or programme gave way to another one, or has another name."""

import pytest

from graph_loader.extract import extract_record
from graph_loader.read import read_bytes

HEAD = """Saltmere Harbour Conservancy

Minutes of the Harbour Users' Meeting held on 4 March 2024

Present: Ada Moss (Chair), Ben Hale (Harbour Master)

1. Bodies

"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "The Quay Trust (QT) was replaced by the Harbour Board in April 2021.",
            ("Quay Trust", "Harbour Board", "2021-04"),
        ),
        (
            "The Harbour Board, formerly known as the Moles Committee, met on 3 May.",
            ("Moles Committee", "Harbour Board", None),
        ),
        ("The Tide Forum has since been renamed the Water Forum.", ("Tide Forum", "Water Forum", None)),
        ("The Lamp Committee (now the Light Committee) had met.", ("Lamp Committee", "Light Committee", None)),
        ("The Ice Unit is now known as the Cold Unit.", ("Ice Unit", "Cold Unit", None)),
        ("Project Kite was superseded by Project Lark from May 2019.", ("Project Kite", "Project Lark", "2019-05")),
        ("The Harbour Board replaced the Quay Trust.", ("Quay Trust", "Harbour Board", None)),
        ("The Ice Unit had become the Cold Unit in May 2021.", ("Ice Unit", "Cold Unit", "2021-05")),
        ("The Rope Forum would be merged into the Cord Forum.", ("Rope Forum", "Cord Forum", None)),
        ("The Rope Forum changed its name to the Cord Forum.", ("Rope Forum", "Cord Forum", None)),
        ("The Eel Group had taken over from the Fish Group.", ("Fish Group", "Eel Group", None)),
        ("The Tide Forum is now the Water Forum.", ("Tide Forum", "Water Forum", None)),
        # What must not be found.
        ("The Tide Forum is now part of the Water Forum.", None),
        ("The Tide Forum is now the Water Forum’s client.", None),
        ("Ada Moss asked whether the Fish Group might become the Eel Group.", None),
        ("The Tide Forum has not been replaced by the Rope Forum.", None),
        ("Ada Moss asked whether the Fish Group would be replaced by the Eel Group.", None),
        ("It was proposed that the Fish Group be replaced by the Eel Group.", None),
        ("The Gull Panel replaced the Duck Panel chairman.", None),
        ("The Gull Panel replaced the Duck Panel’s lamps.", None),
        ("The Rope Panel, also known as the Cord Panel, met.", None),
        ("The Tide Forum was replaced by Project Lark.", None),
        ("The Tide Forum had met. It was replaced by the Rope Forum.", None),
        ("The chair of the Tide Forum was replaced by the Rope Forum.", None),
        ("The work of the Tide Forum, formerly the Rope Forum, goes on.", ("Rope Forum", "Tide Forum", None)),
        ("Ben Hale, formerly of the Tide Forum, now sits on the Rope Forum.", None),
    ],
)
def test_what_followed_what(words: str, said: tuple[str, str, str | None] | None) -> None:
    record = extract_record(read_bytes((HEAD + words + "\n").encode(), "minutes.txt"))
    found = [(each.earlier, each.later, each.date) for each in record.successions]
    assert found == ([said] if said else [])
    assert all(each.reading in words for each in record.successions)
