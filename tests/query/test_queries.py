"""What each canned query finds in three made-up meetings, with every parameter that it has."""

from typing import Any

import pytest

from graph_loader.query.catalogue import load_catalogue
from graph_loader.query.run import run_query
from graph_loader.store import Store

WAIT, GAVE_UP, STAFF = "Ada asked Ben why callers wait six minutes.", "Ada asked how many gave up.", "staffing"
OVERTIME, RESPONSE, CAFE = "overtime", "Members asked the force about response.", "Zoë asked Ben about a café."
NOTHING = "Someone asked about nothing."
QUESTIONS = [
    WAIT,
    GAVE_UP,
    "Ada asked Ben about staffing.",
    "Odile asked the CC about overtime.",
    RESPONSE,
    CAFE,
    NOTHING,
]
REPORT, KITE, OPEN = "Cy to report on call waiting by July 2018.", "Ben promised that Project Kite", "Ben will open"
SURVEY = "Next steps include a survey."
MAY, JUNE = "Oversight Meeting May 2018, 2018-05-22", "Oversight Meeting June 2019, 2019-06-11"

# Query, parameters, a column, and what it holds, row by row; a word stands for the text that holds it.
CASES: list[tuple[str, dict[str, str], str, list[Any]]] = [
    ("who-asked-whom", {}, "question", QUESTIONS),
    ("who-asked-whom", {"person": "ada hill"}, "question", [WAIT, GAVE_UP, STAFF]),
    ("who-asked-whom", {"person": "cy day"}, "question", [WAIT, STAFF, RESPONSE]),
    ("who-asked-whom", {"person": "zoe abelard"}, "question", [CAFE]),
    ("who-asked-whom", {"post": "the chief constable"}, "question", [WAIT, STAFF, OVERTIME, CAFE]),
    ("who-asked-whom", {"post": "clerk"}, "question", []),
    ("who-asked-whom", {"body": "RP"}, "question", [WAIT, STAFF, OVERTIME, RESPONSE, CAFE]),
    ("who-asked-whom", {"asked_by": "Members"}, "question", [RESPONSE]),
    ("who-asked-whom", {"put_to": "BEN ROE"}, "question", [WAIT, STAFF, CAFE]),
    ("who-asked-whom", {"answered_by": "Cy Day"}, "question", [WAIT, STAFF, RESPONSE]),
    ("who-asked-whom", {"issue": "Wait"}, "question", QUESTIONS[:5]),
    ("who-asked-whom", {"issue": "wait ben"}, "question", [WAIT, STAFF]),
    ("who-asked-whom", {"issue": "demand"}, "question", QUESTIONS[:5]),
    ("who-asked-whom", {"issue": "cafe"}, "question", [CAFE]),
    ("who-asked-whom", {"issue": "ait"}, "question", []),
    ("who-asked-whom", {"from": "2019"}, "question", [CAFE]),
    ("who-asked-whom", {"to": "2018"}, "question", QUESTIONS[:5]),
    ("who-asked-whom", {"from": "2018-05-22", "to": "2018-05-22"}, "question", QUESTIONS[:5]),
    ("who-asked-whom", {"from": "2018-06", "to": "2019-05"}, "question", []),
    ("who-asked-whom", {}, "put_to_stated", [True, False, True, True, True, False, False]),
    ("questions-without-an-answer", {}, "question", [GAVE_UP, NOTHING]),
    ("questions-without-an-answer", {}, "answer", ["no answer recorded"] * 2),
    ("questions-without-an-answer", {}, "taken_up_on", [["2019-06-11"], []]),
    ("questions-without-an-answer", {"asked_by": "Ada Hill"}, "question", [GAVE_UP]),
    ("questions-without-an-answer", {"put_to": "Ben Roe"}, "question", []),
    ("questions-without-an-answer", {"issue": "call gave"}, "question", [GAVE_UP]),
    ("questions-without-an-answer", {"from": "2018"}, "question", [GAVE_UP]),
    ("questions-without-an-answer", {"to": "2017"}, "question", []),
    ("answered-by-someone-else", {}, "question", [WAIT, STAFF]),
    ("answered-by-someone-else", {}, "asked_answered_too", [True, False]),
    ("answered-by-someone-else", {}, "answered_by_others", [["Cy Day"], ["Cy Day"]]),
    ("answered-by-someone-else", {"put_to": "Ben Roe"}, "question", [WAIT, STAFF]),
    ("answered-by-someone-else", {"put_to": "Ada Hill"}, "question", []),
    ("answered-by-someone-else", {"answered_by": "Cy Day"}, "question", [WAIT, STAFF]),
    ("answered-by-someone-else", {"answered_by": "Ben Roe"}, "question", []),
    ("answered-by-someone-else", {"from": "2019"}, "question", []),
    ("answered-by-someone-else", {"to": "2018-05"}, "question", [WAIT, STAFF]),
    ("open-commitments", {}, "commitment", [KITE, OPEN, SURVEY]),
    ("open-commitments", {}, "no_report_until", ["2019-06-11"] * 3),
    ("open-commitments", {"owner": "ben roe"}, "commitment", [KITE, OPEN]),
    ("open-commitments", {"kind": "next_step"}, "commitment", [SURVEY]),
    ("open-commitments", {"issue": "kite spring"}, "commitment", [KITE]),
    ("open-commitments", {"from": "2019"}, "commitment", [OPEN]),
    ("open-commitments", {"to": "2018"}, "commitment", [KITE, SURVEY]),
    ("commitments-past-their-date", {}, "commitment", [REPORT, KITE]),
    ("commitments-past-their-date", {}, "compared_with", ["2019-06-11"] * 2),
    ("commitments-past-their-date", {"on": "2018-07-31"}, "commitment", []),
    ("commitments-past-their-date", {"on": "2018-08-01"}, "commitment", [REPORT]),
    ("commitments-past-their-date", {"on": "2018"}, "compared_with", ["2018-12-31"]),
    ("commitments-past-their-date", {"on": "2021"}, "commitment", [REPORT, KITE, OPEN]),
    ("commitments-past-their-date", {"owner": "Cy Day"}, "commitment", [REPORT]),
    ("commitments-past-their-date", {"kind": "promise"}, "commitment", [KITE]),
    ("commitments-past-their-date", {"issue": "report"}, "commitment", [REPORT]),
    ("commitments-past-their-date", {"from": "2019"}, "commitment", []),
    ("commitments-past-their-date", {"to": "2018"}, "commitment", [REPORT, KITE]),
    ("recurring-promises", {}, "commitment", [KITE]),
    ("recurring-promises", {}, "later_commitment", [OPEN]),
    ("recurring-promises", {"owner": "Ben Roe"}, "months", [12]),
    ("recurring-promises", {"owner": "Cy Day"}, "months", []),
    ("recurring-promises", {"issue": "spring"}, "months", [12]),
    ("recurring-promises", {"issue": "survey"}, "months", []),
    ("recurring-promises", {"from": "2019"}, "months", []),
    ("recurring-promises", {"to": "2018"}, "months", [12]),
    ("issue-over-the-years", {"issue": "café"}, "words", [CAFE]),
    ("issue-over-the-years", {"issue": "kite"}, "words", [KITE, OPEN]),
    ("issue-over-the-years", {"issue": "kite", "from": "2019"}, "words", [OPEN]),
    ("issue-over-the-years", {"issue": "kite", "to": "2018"}, "words", [KITE]),
    ("issue-over-the-years", {"issue": "demand"}, "kind", ["item", *["question"] * 5, "action", "promise"]),
    ("issue-over-the-years", {"issue": "call"}, "found_by", ["item", "words", *["item"] * 4, "words", "item"]),
    ("issue-over-the-years", {"issue": "estates", "to": "2018"}, "kind", ["item", "next_step"]),
    ("who-held-which-post", {"post": "chief constable"}, "person", ["Ben Roe", "Ben Roe", "Cy Day"]),
    ("who-held-which-post", {"post": "chief constable"}, "acting", [False, True, False]),
    ("who-held-which-post", {"person": "Cy Day"}, "post", ["Chief Constable", "Deputy Chief Constable"]),
    ("who-held-which-post", {"body": "Riverford Police"}, "person", ["Ben Roe", "Ben Roe", "Cy Day", "Cy Day"]),
    ("who-held-which-post", {"from": "2019"}, "person", ["Ben Roe", "Cy Day", "Zoë Ábelard"]),
    ("who-held-which-post", {"to": "2018", "post": "Commissioner"}, "person", ["Ada Hill"]),
    ("recurring-promises", {}, "relation", ["date_moved"]),
    ("slipped-dates", {}, "due", ["2019-03/2019-05"]),
    ("slipped-dates", {"owner": "Ben Roe"}, "later_due", ["2020"]),
    ("slipped-dates", {"owner": "Cy Day"}, "due", []),
    ("slipped-dates", {"issue": "spring"}, "commitment", [KITE]),
    ("slipped-dates", {"issue": "survey"}, "commitment", []),
    ("slipped-dates", {"from": "2019"}, "commitment", []),
    ("slipped-dates", {"to": "2018"}, "later_commitment", [OPEN]),
    ("never-mentioned-again", {}, "commitment", [SURVEY]),
    ("never-mentioned-again", {}, "later_meetings", [1]),
    ("never-mentioned-again", {}, "silent_until", ["2019-06-11"]),
    ("never-mentioned-again", {"owner": "Cy Day"}, "commitment", []),
    ("never-mentioned-again", {"kind": "action"}, "commitment", []),
    ("never-mentioned-again", {"issue": "survey estates"}, "commitment", [SURVEY]),
    ("never-mentioned-again", {"from": "2019"}, "commitment", []),
    ("never-mentioned-again", {"to": "2018"}, "commitment", [SURVEY]),
    ("same-question-again", {}, "question", [GAVE_UP, STAFF]),
    ("same-question-again", {}, "how", ["taken_up", "asked_again"]),
    ("same-question-again", {}, "answers", [0, 1]),
    ("same-question-again", {"how": "asked_again"}, "question", [STAFF]),
    ("same-question-again", {"asked_by": "zoe abelard"}, "later_asked_by", [["Zoë Ábelard"]] * 2),
    ("same-question-again", {"asked_by": "Odile Marsh"}, "question", []),
    ("same-question-again", {"issue": "staffing"}, "later_question", [CAFE]),
    ("same-question-again", {"from": "2019"}, "question", []),
    ("same-question-again", {"to": "2018"}, "later_date", ["2019-06-11"] * 2),
    ("followed-through", {}, "action", [REPORT]),
    ("followed-through", {}, "next_date", ["2019-06-11"]),
    ("followed-through", {"kind": "promise"}, "next_date", ["2019-06-11", None]),
    ("followed-through", {"kind": "promise"}, "later_meetings", [1, 0]),
    ("followed-through", {"owner": "Ben Roe"}, "action", []),
    ("followed-through", {"issue": "waiting"}, "next_meeting", [JUNE]),
    ("followed-through", {"from": "2019"}, "action", []),
    ("followed-through", {"to": "2018"}, "action", [REPORT]),
    ("names-over-time", {}, "name", ["Change Board"]),
    ("names-over-time", {"name": "Crime Bureau"}, "relation", ["succeeded by"]),
    ("names-over-time", {"name": "change board"}, "documents", [1]),
    ("names-over-time", {"name": "Project Kite"}, "name", []),
    ("succession", {}, "person", ["Ben Roe", "Ada Hill"]),
    ("succession", {}, "successor", ["Cy Day", "Zoë Ábelard"]),
    ("succession", {"post": "commissioner"}, "last_seen", ["2018-05-22"]),
    ("succession", {"post": "commissioner"}, "first_seen", ["2019-06-11"]),
    ("succession", {"person": "Cy Day"}, "post", ["Chief Constable"]),
    ("succession", {"body": "RP"}, "others_meanwhile", [[]]),
    ("succession", {"from": "2020"}, "post", []),
    ("succession", {"to": "2018"}, "post", []),
    ("who-works-with-whom", {}, "answerer", ["Cy Day", "Ben Roe", "Cy Day", "Ben Roe", "Ben Roe"]),
    ("who-works-with-whom", {}, "questions", [2, 1, 1, 1, 1]),
    ("who-works-with-whom", {"person": "Zoe Abelard"}, "first_date", ["2019-06-11"]),
    ("who-works-with-whom", {"from": "2019"}, "asker", ["Zoë Ábelard"]),
    ("who-works-with-whom", {"to": "2018"}, "asker", ["Ada Hill", "Ada Hill", "Members", "Odile Marsh"]),
    ("issue-over-the-years", {"issue": "estates"}, "found_by", ["item", "item", "thread", "thread", "thread"]),
    ("issue-over-the-years", {"issue": "front counters"}, "words", ["2. Estates", SURVEY, "1. Front", CAFE, OPEN]),
    ("who-held-which-post", {"post": "chief constable"}, "next_shown", ["2019-06-11", None, None]),
    ("attendance", {"from": "2019"}, "person", ["Ben Roe", "Cy Day", "Zoë Ábelard"]),
    ("attendance", {"from": "2019"}, "status", [["present"], ["apologies"], ["present"]]),
    ("attendance", {"to": "2018"}, "chaired", [True, False, False, False, False]),
    ("attendance", {"to": "2018"}, "took_minutes", [False, False, False, True, False]),
    ("attendance", {"person": "Ben Roe"}, "acting", [False, True]),
    ("attendance", {"status": "apologies"}, "person", ["Odile Marsh", "Cy Day"]),
    ("attendance", {"meeting": "oversight meeting june 2019"}, "person", ["Ben Roe", "Cy Day", "Zoë Ábelard"]),
    ("programme-history", {}, "mentions", [2, 1]),
    ("programme-history", {"programme": "kite"}, "date", ["2018-05-22", "2019-06-11"]),
    ("programme-history", {"from": "2019"}, "item", ["Front counters"]),
    ("programme-history", {"to": "2018"}, "item", ["Call waiting"]),
    ("bodies-and-their-mentions", {}, "body", ["Change Board", "Riverford Police"]),
    ("bodies-and-their-mentions", {}, "as_written", [["Change Board"], ["the force"]]),
    ("bodies-and-their-mentions", {"body": "the Change-Board"}, "items", [["Estates"]]),
    ("bodies-and-their-mentions", {"kind": "board"}, "body", ["Change Board"]),
    ("bodies-and-their-mentions", {"from": "2019"}, "body", []),
    ("bodies-and-their-mentions", {"to": "2018"}, "mentions", [1, 1]),
    ("person-timeline", {"person": "Dee Moss"}, "event", ["took_minutes"]),
    ("person-timeline", {"person": "Zoe Abelard"}, "event", ["chaired", "present", "asked"]),
    ("person-timeline", {"person": "Chief Constable"}, "event", ["was_asked"]),
    ("person-timeline", {"person": "Cy Day", "from": "2019"}, "event", ["apologies", "stated"]),
    ("person-timeline", {"person": "Cy Day", "to": "2018"}, "event", ["present", *["answered"] * 4, "took_on"]),
    ("person-timeline", {"person": "Cy Day", "from": "2019"}, "item", [None, "Front counters"]),
    ("meeting-summary", {}, "questions", [5, 1, 1]),
    ("meeting-summary", {}, "without_answer", [1, 0, 1]),
    ("meeting-summary", {"meeting": "Undated Meeting"}, "date", [None]),
    ("meeting-summary", {"from": "2019"}, "present", [["Ben Roe", "Zoë Ábelard"]]),
    ("meeting-summary", {"to": "2018"}, "apologies", [["Odile Marsh"]]),
]


@pytest.mark.parametrize(("name", "given", "column", "expected"), CASES)
def test_a_query_finds(graph: Store, name: str, given: dict[str, str], column: str, expected: list[Any]) -> None:
    found = [row[column] for row in run_query(graph, load_catalogue()[name], given)]
    assert len(found) == len(expected), found
    for value, wanted in zip(found, expected, strict=True):
        assert value == wanted or (isinstance(wanted, str) and wanted in value)


def test_every_parameter_of_every_query_is_tried() -> None:
    tried = {(name, parameter) for name, given, _, _ in CASES for parameter in given}
    declared = {(name, parameter) for name, query in load_catalogue().items() for parameter in query.parameters}
    assert declared - tried == {("evidence", "id")}


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_the_header_names_the_columns_in_order(graph: Store, name: str) -> None:
    query = load_catalogue()[name]
    values: dict[str, Any] = dict.fromkeys(query.parameters)
    required = {"issue": [" "], "person": ["Ben Roe"], "id": "document-first"}
    values |= {key: required[key] for key, parameter in query.parameters.items() if parameter.required}
    rows = graph.rows(query.statement, values)
    assert rows
    assert {tuple(row) for row in rows} == {tuple(query.columns)}


def test_joint_and_later_answers_stand_in_order_with_their_speakers(graph: Store) -> None:
    question = run_query(graph, load_catalogue()["who-asked-whom"], {"answered_by": "Cy Day"})[0]
    assert [(answer["by"], answer["words"]) for answer in question["answers"]] == [
        (["Ben Roe", "Cy Day"], "Ben and Cy said that Project Kite would help."),
        (["Cy Day"], "Cy added that staff were new."),
    ]
    assert (question["asked_by"], question["put_to"]) == (["Ada Hill"], ["Ben Roe"])


def test_a_past_date_shows_what_was_reported_and_judges_nothing(graph: Store) -> None:
    row = run_query(graph, load_catalogue()["commitments-past-their-date"], {"owner": "Cy Day"})[0]
    assert [(report["date"], report["words"]) for report in row["reported"]] == [
        ("2019-06-11", "Cy reported on calls.")
    ]
    assert (row["due"], row["due_as_written"], row["owners"]) == ("2018-07", "by July 2018", ["Cy Day"])


def test_a_programme_brings_what_was_said_where_it_is_named(graph: Store) -> None:
    row = run_query(graph, load_catalogue()["programme-history"], {"to": "2018"})[0]
    assert [(fact["kind"], fact["words"][:7]) for fact in row["said"]] == [
        ("answer", "Ben and"),
        ("promise", "Ben pro"),
    ]


def test_evidence_leads_from_any_id_to_a_document(graph: Store) -> None:
    evidence = load_catalogue()["evidence"]
    nodes = graph.rows("MATCH (n) RETURN n.id AS id, n.text AS text ORDER BY id")
    assert len(nodes) > 30
    for node in nodes:
        rows = run_query(graph, evidence, {"id": node["id"]})
        assert rows, node
        assert {row["id"] for row in rows} == {node["id"]}
        assert {row["document"] for row in rows} <= {"first", "second", "third"}
        if node["text"]:
            assert [row["words"] for row in rows] == [node["text"]]


def test_evidence_gives_the_offsets_of_the_words(graph: Store) -> None:
    (question,) = graph.rows("MATCH (q:Question) WHERE q.text STARTS WITH 'Someone' RETURN q.id AS id")
    (row,) = run_query(graph, load_catalogue()["evidence"], {"id": question["id"]})
    assert (row["start"], row["end"], row["words"], row["shows"]) == (18, 46, NOTHING, "Question")
    assert row["paths"] == ["minutes/third.txt"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Programme", {"Project Kite"}),
        ("Issue", {"1. Call waiting"}),
        ("Post", {"Odile asked the CC about overtime.", None}),
    ],
)
def test_evidence_of_what_documents_share(graph: Store, label: str, expected: set[str | None]) -> None:
    words = {
        row["words"]
        for node in graph.rows("MATCH (n) WHERE labels(n)[0] = $label RETURN n.id AS id", {"label": label})
        for row in run_query(graph, load_catalogue()["evidence"], {"id": node["id"]})
    }
    assert expected <= words


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_an_empty_graph_has_no_rows(empty: Store, name: str) -> None:
    query = load_catalogue()[name]
    values: dict[str, Any] = dict.fromkeys(query.parameters) | {"issue": ["x"], "person": ["x"], "id": "x"}
    assert empty.rows(query.statement, {key: values[key] for key in query.parameters}) == []
