"""What each query that is to be drawn finds in three made-up meetings, with every parameter that it has."""

from typing import Any

import pytest

from graph_loader.query.catalogue import TOPICS, load_catalogue, load_pictures
from graph_loader.query.run import run_query
from graph_loader.store import Store

PEOPLE = {"Ada Hill", "Ben Roe", "Cy Day", "Odile Marsh", "Zoë Ábelard"}
ASKED, TAKEN, PROMISES, CAME = "who-asks-whom", "questions-taken-up", "promises-and-owners", "what-became-of-promises"
ISSUE, AROUND, POSTS = "issue-through-the-meetings", "around-a-person", "posts-and-holders"
PROGRAMME, MEETING = "where-a-programme-is-named", "one-meeting"
MAY, JUNE = "Oversight Meeting May 2018, 2018-05-22", "Oversight Meeting June 2019, 2019-06-11"

# Picture, parameters, a label, and the names of the nodes with it that are drawn.
CASES: list[tuple[str, dict[str, str], str, set[str]]] = [
    (ASKED, {}, "Person", PEOPLE),
    (ASKED, {"person": "Odile Marsh"}, "Person", {"Odile Marsh", "Ben Roe"}),
    (ASKED, {"issue": "staffing"}, "Person", {"Ada Hill", "Ben Roe", "Cy Day"}),
    (ASKED, {"from": "2019"}, "Person", {"Zoë Ábelard", "Ben Roe"}),
    (ASKED, {"to": "2018"}, "Person", PEOPLE - {"Zoë Ábelard"}),
    (TAKEN, {}, "Person", {"Ada Hill", "Zoë Ábelard"}),
    (TAKEN, {"asked_by": "Odile Marsh"}, "Person", set()),
    (TAKEN, {"asked_by": "Ada Hill"}, "Person", {"Ada Hill", "Zoë Ábelard"}),
    (TAKEN, {"issue": "gave up"}, "Question", {"Ada asked how many gave up.", "Zoë asked Ben about a café."}),
    (TAKEN, {"from": "2019"}, "Question", set()),
    (TAKEN, {"to": "2017"}, "Question", set()),
    (PROMISES, {}, "Person", {"Ben Roe", "Cy Day"}),
    (PROMISES, {"owner": "Cy Day"}, "AgendaItem", {"Call waiting"}),
    (PROMISES, {"kind": "next_step"}, "AgendaItem", {"Estates"}),
    (PROMISES, {"issue": "kite"}, "Person", {"Ben Roe"}),
    (PROMISES, {"from": "2019"}, "AgendaItem", {"Front counters"}),
    (PROMISES, {"to": "2018"}, "AgendaItem", {"Call waiting", "Estates"}),
    (CAME, {}, "Person", {"Ben Roe", "Cy Day"}),
    (CAME, {"owner": "Cy Day"}, "Statement", {"Cy reported on calls."}),
    (CAME, {"issue": "kite"}, "Statement", set()),
    (CAME, {"from": "2019"}, "Person", set()),
    (CAME, {"to": "2018"}, "Person", {"Ben Roe", "Cy Day"}),
    (ISSUE, {"issue": "buildings"}, "Meeting", {MAY, JUNE}),
    (ISSUE, {"issue": "buildings", "from": "2019"}, "Meeting", {JUNE}),
    (ISSUE, {"issue": "buildings", "to": "2018"}, "AgendaItem", {"Estates"}),
    (AROUND, {"person": "Odile Marsh"}, "Post", {"Chief Constable", "Member"}),
    (AROUND, {"person": "Cy Day", "from": "2019"}, "Statement", {"Cy reported on calls."}),
    (AROUND, {"person": "Cy Day", "to": "2018"}, "Statement", set()),
    (POSTS, {}, "Person", {*PEOPLE, "Dee Moss"}),
    (POSTS, {"person": "Cy Day"}, "Person", {"Ben Roe", "Cy Day"}),
    (POSTS, {"post": "Chief Constable"}, "Body", {"Riverford Police"}),
    (POSTS, {"body": "Riverford Police"}, "Person", {"Ben Roe", "Cy Day"}),
    (PROGRAMME, {}, "Meeting", {MAY, JUNE}),
    (PROGRAMME, {"programme": "Project Kite"}, "AgendaItem", {"Call waiting", "Front counters"}),
    (PROGRAMME, {"from": "2019"}, "Meeting", {JUNE}),
    (PROGRAMME, {"to": "2018"}, "Meeting", {MAY}),
    (MEETING, {}, "Person", {"Ben Roe", "Cy Day", "Zoë Ábelard"}),
    (MEETING, {"meeting": MAY}, "AgendaItem", {"Call waiting", "Estates"}),
]


def drawn(rows: list[dict[str, Any]], label: str) -> set[str]:
    """Gives the names of the nodes of one label on all paths."""
    return {part["name"] for row in rows for part in row["path"] if part.get("label") == label}


@pytest.mark.parametrize(("name", "given", "label", "expected"), CASES)
def test_a_picture_shows(graph: Store, name: str, given: dict[str, str], label: str, expected: set[str]) -> None:
    assert drawn(run_query(graph, load_pictures()[name], given), label) == expected


def test_every_parameter_of_every_picture_is_tried() -> None:
    tried = {(name, parameter) for name, given, _, _ in CASES for parameter in given}
    declared = {(name, parameter) for name, picture in load_pictures().items() for parameter in picture.parameters}
    assert declared - tried == {("where-it-says-so", "id")}


@pytest.mark.parametrize("name", sorted(load_pictures()))
def test_every_row_is_a_path(graph: Store, name: str) -> None:
    required = {"issue": "buildings", "person": "Ben Roe", "id": "document-first"}
    picture = load_pictures()[name]
    given = {key: required[key] for key, parameter in picture.parameters.items() if parameter.required}
    rows = run_query(graph, picture, given)
    assert rows
    assert set(picture.columns) == {"path"}
    for row in rows:
        assert ["label" in part for part in row["path"]] == [place % 2 == 0 for place in range(len(row["path"]))]


@pytest.mark.parametrize("name", sorted(load_pictures()))
def test_an_empty_graph_has_nothing_to_draw(empty: Store, name: str) -> None:
    picture = load_pictures()[name]
    values: dict[str, Any] = dict.fromkeys(picture.parameters) | {"issue": ["x"], "person": ["x"], "id": "x"}
    assert empty.rows(picture.statement, {key: values[key] for key in picture.parameters}) == []


def test_from_anything_a_picture_leads_to_a_document(graph: Store) -> None:
    for node in graph.rows("MATCH (n) RETURN n.id AS id ORDER BY id"):
        rows = run_query(graph, load_pictures()["where-it-says-so"], {"id": node["id"]})
        assert drawn(rows, "Document"), node


def test_every_topic_has_queries_and_pictures() -> None:
    for queries in (load_catalogue(), load_pictures()):
        assert {query.topic for query in queries.values()} == set(TOPICS)


def test_no_two_queries_share_a_title() -> None:
    titles = [query.title for queries in (load_catalogue(), load_pictures()) for query in queries.values()]
    assert len(set(titles)) == len(titles)
