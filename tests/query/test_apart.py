"""What queries show of bodies that have nothing to do with each other, and of a post that several hold at once."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph_loader.cli.output import cell_text
from graph_loader.export.rdf.canned import canned
from graph_loader.export.rdf.elements import elements
from graph_loader.export.rdf.formats import write_rdf
from graph_loader.export.rdf.sparql import ask, dataset
from graph_loader.model.graph import Edge, Node
from graph_loader.query.catalogue import load_catalogue
from graph_loader.query.run import run_query
from graph_loader.store import Store

# A meeting, the bodies to whose series it belongs, its day, and until when there is no report of what it promised.
MEETINGS: tuple[tuple[str, tuple[str, ...], str | None, str | None], ...] = (
    ("ropes-2018", ("ropes",), "2018-05-01", "2019-06-04"),
    ("ropes-2019", ("ropes",), "2019-06-04", "2019-06-04"),
    ("nets-2024", ("nets",), "2024-02-06", "2024-02-06"),
    ("nets-undated", ("nets",), None, "2024-02-06"),
    ("both-2017", ("nets", "ropes", "knots"), "2017-01-10", "2024-02-06"),
    ("knots-undated", ("hooks", "knots"), None, "2017-01-10"),
    ("hooks-undated", ("hooks",), None, None),
    ("alone-2020", (), "2020-03-03", "2020-03-03"),
    ("alone-undated", (), None, None),
)
# A post, who held it from when to when, and whether acting.
TENURES = (
    ("Member", "Ann", "2018", "2019", False),
    ("Member", "Bob", "2018", "2019", False),
    ("Member", "Cid", "2020", "2020", False),
    # Two came at once, of whom neither followed.
    ("Warden", "Kay", "2018", "2018", False),
    ("Warden", "Lee", "2019", "2019", False),
    ("Warden", "Mia", "2019", "2020", False),
    # One stood in while the other one was still there.
    ("Clerk", "Dee", "2018", "2019", False),
    ("Clerk", "Eve", "2019", "2019", True),
    ("Clerk", "Fay", "2020", "2021", False),
    # One stood in when the other one had gone, and stayed.
    ("Chair", "Guy", "2018", "2018", False),
    ("Chair", "Hal", "2019", "2019", True),
    ("Chair", "Hal", "2020", "2021", False),
    ("Chair", "Ida", "2022", "2022", False),
    # One was there on the day that showed the other one for the last time.
    ("Dean", "Una", "2018", "2019", False),
    ("Dean", "Val", "2019", "2020", False),
    ("Dean", "Wes", "2021", "2021", False),
)
FOLLOWED = [
    ("Chair", "Guy", "Hal", []),
    ("Chair", "Hal", "Ida", []),
    ("Clerk", "Dee", "Fay", ["Eve"]),
    ("Dean", "Val", "Wes", []),
]
QUERIES = load_catalogue()


@pytest.fixture
def apart(store: Store) -> Store:
    """Gives a graph of several series, and of posts with one holder or more, on every engine."""
    store.fill(_nodes(), _edges())
    return store


def _nodes() -> Iterator[Node]:
    for name, _, date, _ in MEETINGS:
        yield Node("Document", f"document-{name}", {"name": name})
        held: dict[str, Any] = {"name": name, **({"date": date} if date else {})}
        yield Node("Meeting", f"meeting-{name}", held)
        words: dict[str, Any] = {"reading": name, "text": name, "kind": "promise", "strength": "firm", "position": 1}
        yield Node("Commitment", name, {**held, **words, "document": f"document-{name}"})
    for body in sorted({body for _, bodies, _, _ in MEETINGS for body in bodies}):
        yield Node("Body", body, {"name": body})
    for label, at in (("Post", 0), ("Person", 1)):
        yield from (Node(label, name, {"name": name}) for name in sorted({str(tenure[at]) for tenure in TENURES}))


def _edges() -> Iterator[Edge]:
    for name, bodies, _, _ in MEETINGS:
        document = f"document-{name}"
        yield Edge("RECORDED_IN", name, document, {"document": document})
        yield Edge("RECORDED_IN", f"meeting-{name}", document, {"document": document})
        yield from (Edge("PART_OF", f"meeting-{name}", body, {"document": document}) for body in bodies)
    for post, who, first, last, acting in TENURES:
        says: dict[str, Any] = {"first_seen": first, "last_seen": last, "acting": acting, "as_written": [post]}
        yield Edge("HELD", who, post, says)


def test_silence_lasts_until_the_latest_meeting_of_the_same_series(apart: Store) -> None:
    rows = run_query(apart, QUERIES["open-commitments"], {})
    assert {row["commitment"]: row["no_report_until"] for row in rows} == {
        name: until for name, _, _, until in MEETINGS
    }
    assert len(rows) == len(MEETINGS)


def test_nobody_follows_anybody_while_somebody_else_holds_the_post(apart: Store) -> None:
    rows = run_query(apart, QUERIES["succession"], {})
    shown = [(row["post"], row["person"], row["successor"], row["others_meanwhile"]) for row in rows]
    assert shown == FOLLOWED


@pytest.mark.parametrize("name", ["open-commitments", "succession"])
def test_sparql_tells_the_same_of_them(apart: Store, name: str) -> None:
    whole = dataset(write_rdf(elements(apart), "nquads"))
    _, rows = ask(whole, canned(QUERIES[name], {}, whole))
    wanted = run_query(apart, QUERIES[name], {})
    assert [[*map(cell_text, row.values())] for row in rows] == [[*map(cell_text, row.values())] for row in wanted]
