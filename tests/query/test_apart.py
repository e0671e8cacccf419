"""What queries show of bodies that have nothing to do with each other, and of a post that several hold at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from arcadedb_embedded import open_database

from graph_loader.query.catalogue import load_catalogue
from graph_loader.query.run import run_query
from graph_loader.store import Store, open_store

MEETINGS = (
    ("ropes-2018", "ropes", "2018-05-01"),
    ("ropes-2019", "ropes", "2019-06-04"),
    ("nets-2024", "nets", "2024-02-06"),
    ("alone-2020", None, "2020-03-03"),
)
HELD = (
    ("Member", "Ann", "2018", "2019", False),
    ("Member", "Bob", "2018", "2018", False),
    ("Member", "Cid", "2020", "2020", False),
    ("Clerk", "Dee", "2018", "2019", False),
    ("Clerk", "Eve", "2019", "2019", True),
    ("Clerk", "Fay", "2020", "2021", False),
)
DOCUMENT = """
CREATE (d:Document {id: $id, name: $id, linked: $linked})
CREATE (m:Meeting {id: $id + ' meeting', name: $id, date: $date})-[:RECORDED_IN]->(d)
CREATE (c:Commitment {id: $id + ' promise', reading: $id, folded: $id, kind: 'promise', document: $id, date: $date})
SET c.position = 1
CREATE (c)-[:RECORDED_IN]->(d)
"""
TENURE = """
MERGE (p:Post {id: $post}) SET p.name = $post
MERGE (who:Person {id: $who}) SET who.name = $who
CREATE (who)-[:HELD {first_seen: $first, last_seen: $last, acting: $acting}]->(p)
"""


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Gives a graph of three contexts, the meetings of which come one after the other."""
    folder: Path = tmp_path_factory.mktemp("apart") / "graph"
    with open_store(folder, create=True):
        pass
    with open_database(str(folder)) as database, database.transaction():
        for one, linked, date in MEETINGS:
            database.command("opencypher", DOCUMENT, {"id": one, "linked": linked, "date": date})
        for post, who, first, last, acting in HELD:
            says: dict[str, Any] = {"post": post, "who": who, "first": first, "last": last, "acting": acting}
            database.command("opencypher", TENURE, says)
    with open_store(folder, read_only=True) as store:
        yield store


def test_silence_lasts_until_the_latest_meeting_of_the_same_context(apart: Store) -> None:
    rows = run_query(apart, load_catalogue()["open-commitments"], {})
    assert {row["commitment"]: row["no_report_until"] for row in rows} == {
        "ropes-2018": "2019-06-04",
        "ropes-2019": "2019-06-04",
        "nets-2024": "2024-02-06",
        "alone-2020": "2020-03-03",
    }
    assert len(rows) == len(MEETINGS)


def test_a_post_that_several_hold_at_once_has_no_succession(apart: Store) -> None:
    rows = run_query(apart, load_catalogue()["succession"], {})
    assert [(row["post"], row["person"], row["successor"]) for row in rows] == [
        ("Clerk", "Dee", "Fay"),
        ("Clerk", "Eve", "Fay"),
    ]
    assert rows[0]["others_meanwhile"] == ["Eve"]
