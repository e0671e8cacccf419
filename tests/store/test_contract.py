"""What every store does, whatever engine keeps it."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph_loader.errors import QueryError, StoreError
from graph_loader.export.json_dump import dump
from graph_loader.model.graph import Contribution
from graph_loader.model.record import Actor
from graph_loader.model.schema import load_schema
from graph_loader.store import Store

Minutes = Callable[..., Contribution]


def graph(store: Store) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads("".join(dump(store)))
    return whole


def test_an_empty_store_has_nothing_in_it(store: Store) -> None:
    assert graph(store) == {"nodes": [], "edges": []}
    assert store.documents() == []
    assert set(store.counts().values()) == {0}


def test_what_is_written_is_what_was_contributed(store: Store, minutes: Minutes) -> None:
    contribution = minutes()
    assert store.write(contribution) == "added"
    written = graph(store)
    nodes = {(node["label"], node["id"]): node["properties"] for node in written["nodes"]}
    assert nodes == {(node.label, node.id): node.properties for node in contribution.nodes}
    edges = [[edge["type"], edge["start"], edge["end"], edge["properties"]] for edge in written["edges"]]
    expected = [[edge.type, edge.start, edge.end, edge.properties] for edge in contribution.edges]
    assert sorted(edges, key=str) == sorted(expected, key=str)


def test_a_question_is_found_with_all_its_people(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    statement = """
    MATCH (asker)-[:ASKED]->(q:Question)-[:UNDER]->(i:AgendaItem)-[:PART_OF]->(m:Meeting)
    MATCH (q)-[p:PUT_TO]->(addressee) MATCH (q)<-[:ANSWERS]-(a:Answer)<-[:GAVE]-(speaker)
    RETURN asker.name AS asker, addressee.name AS addressee, p.stated AS stated, labels(addressee)[0] AS label,
           speaker.name AS speaker, a.position AS position, i.name AS item, m.day AS day
    ORDER BY addressee, speaker
    """
    rows = [tuple(row.values()) for row in store.rows(statement)]
    assert rows == [
        ("Tom Ferreira", "Head of Lawns", False, "Post", "Ines Holt", 1, "Ponds", "2019-03-05"),
        ("Tom Ferreira", "Head of Lawns", False, "Post", "Members", 1, "Ponds", "2019-03-05"),
        ("Tom Ferreira", "Ines Holt", False, "Person", "Ines Holt", 1, "Ponds", "2019-03-05"),
        ("Tom Ferreira", "Ines Holt", False, "Person", "Members", 1, "Ponds", "2019-03-05"),
    ]


def test_the_same_again_changes_nothing(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    before = graph(store)
    assert store.write(minutes()) == "unchanged"
    assert graph(store) == before


def test_other_bytes_under_the_same_path_replace_the_old(store: Store, fresh: Any, minutes: Minutes) -> None:
    store.write(minutes("a", "minutes/march.txt"))
    assert store.write(minutes("b", "minutes/march.txt")) == "replaced"
    with fresh() as other:
        other.write(minutes("b", "minutes/march.txt"))
        assert graph(store) == graph(other)


def test_the_same_bytes_read_better_replace_what_was_read(store: Store, fresh: Any, minutes: Minutes) -> None:
    store.write(minutes("a"))
    assert store.write(minutes("a", statements=())) == "replaced"
    with fresh() as other:
        other.write(minutes("a", statements=()))
        assert graph(store) == graph(other)


def test_the_same_bytes_under_two_paths_are_one_document(store: Store, minutes: Minutes) -> None:
    assert store.write(minutes("a", "z/second.txt")) == "added"
    before = graph(store)
    assert store.write(minutes("a", "b/first.txt")) == "replaced"
    (document,) = store.documents()
    assert (document["name"], document["paths"]) == ("first", ["b/first.txt", "z/second.txt"])
    assert store.retract("b/first.txt") == ["document-a"]
    assert graph(store) == before


@pytest.mark.parametrize("given", ["document-b", "minutes/b.txt", "b"])
def test_retracting_leaves_what_other_documents_support(store: Store, minutes: Minutes, given: str) -> None:
    store.write(minutes("a"))
    before = graph(store)
    store.write(minutes("b", date="2021-01-02", people=()))
    assert graph(store) != before
    assert store.retract(given) == ["document-b"]
    assert graph(store) == before


def test_retracting_everything_leaves_nothing(store: Store, minutes: Minutes) -> None:
    for content in "ab":
        store.write(minutes(content))
    for content in "ab":
        store.retract(content)
    assert graph(store) == {"nodes": [], "edges": []}


@pytest.mark.parametrize(("given", "message"), [("nothing", "There is no document"), ("march", "names 2 documents")])
def test_a_document_that_is_not_one_is_refused(store: Store, minutes: Minutes, given: str, message: str) -> None:
    store.write(minutes("a", "2019/march.txt"))
    store.write(minutes("b", "2020/march.txt"))
    before = graph(store)
    with pytest.raises(StoreError, match=message):
        store.retract(given)
    assert graph(store) == before


def test_a_post_is_seen_from_the_first_document_to_the_last(store: Store, minutes: Minutes) -> None:
    for content, date in (("b", "2020-02-02"), ("a", "2018-01-01"), ("c", "2021-03-03")):
        store.write(minutes(content, date=date))
    statement = """
    MATCH (p:Person {name: 'Ines Holt'})-[h:HELD]->(post:Post)-[:OF]->(b:Body)
    RETURN post.name AS post, b.name AS body, h.first_seen AS first, h.last_seen AS last
    """
    row = {"post": "Head of Parks", "body": "Brookvale Parks Trust", "first": "2018-01-01", "last": "2021-03-03"}
    assert store.rows(statement) == [row]
    store.retract("c")
    assert store.rows(statement) == [row | {"last": "2020-02-02"}]


WHO_WAS_ASKED = """
MATCH (:Question {document: 'document-b'})-[r:PUT_TO]->(a)
RETURN a.name AS name, labels(a)[0] AS label, r.reason AS reason ORDER BY name
"""
UNNAMED: dict[str, Any] = {"date": "2020-02-02", "people": ()}


def test_a_post_named_alone_stands_for_whoever_holds_it_before_and_after(
    store: Store, minutes: Minutes, record: Callable[..., Any]
) -> None:
    asked = replace(record().exchanges[0], addressees=(Actor("Head of Parks", "post"),))
    for contribution in (
        minutes("a", date="2018-01-01"),
        minutes("b", **UNNAMED, exchanges=(asked,)),
        minutes("c", date="2021-03-03"),
    ):
        store.write(contribution)
    post = [{"name": "Head of Parks", "label": "Post", "reason": None}]
    assert store.rows(WHO_WAS_ASKED) == post
    before = graph(store)
    assert store.link() == 3
    reason = "Ines Holt is named as Head of Parks on 2018-01-01 and on 2021-03-03"
    assert store.rows(WHO_WAS_ASKED) == [{"name": "Ines Holt", "label": "Person", "reason": reason}]
    assert store.link() == 0
    store.retract("a")
    store.link()
    assert store.rows(WHO_WAS_ASKED) == post
    store.write(minutes("a", date="2018-01-01"))
    assert store.link() == 3
    assert graph(store) != before


def test_whoever_goes_with_a_document_leaves_the_post_behind(
    store: Store, minutes: Minutes, record: Callable[..., Any]
) -> None:
    asked = replace(record().exchanges[0], addressees=(Actor("Head of Parks", "post"),))
    store.write(minutes("b", **UNNAMED, exchanges=(asked,), statements=(), commitments=()))
    for content, date in (("a", "2018-01-01"), ("c", "2021-03-03")):
        store.write(minutes(content, date=date))
    store.link()
    store.retract("a")
    store.retract("c")
    assert [row["label"] for row in store.rows(WHO_WAS_ASKED)] == ["Post"]


def test_a_document_that_fails_leaves_no_trace(store: Store, minutes: Minutes) -> None:
    store.write(minutes("a"))
    before = graph(store)
    broken = minutes("b")
    question = next(node for node in broken.nodes if node.label == "Question")
    twice = Contribution(broken.path, (*broken.nodes, question), broken.edges)
    with pytest.raises(StoreError):
        store.write(twice)
    assert graph(store) == before
    assert store.write(broken) == "added"


def test_documents_come_by_date_with_what_could_not_be_read(store: Store, minutes: Minutes) -> None:
    for content, date in (("b", "2020-02-02"), ("a", "2021-01-01")):
        store.write(minutes(content, date=date))
    assert [(row["name"], row["date"], row["unreadable"]) for row in store.documents()] == [
        ("b", "2020-02-02", ["page 2"]),
        ("a", "2021-01-01", ["page 2"]),
    ]


def test_counts_name_every_label_and_type(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    counts, schema = store.counts(), load_schema()
    assert list(counts) == [*schema.nodes, *schema.relationships]
    assert (counts["Person"], counts["Answer"], counts["GAVE"], counts["RECURS_AS"]) == (3, 2, 2, 0)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (:Person {id: 'x', name: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Person) SET n.name = 'x' RETURN n",
        "MERGE (n:Person {id: 'x'}) RETURN n",
        "CALL () { CREATE (:Person {id: 'x'}) }",
        "FOREACH (i IN [1] | CREATE (:Person {id: 'x'}))",
        "CREATE INDEX x FOR (n:Person) ON (n.x)",
        "DROP CONSTRAINT person_id",
    ],
)
def test_rows_runs_no_statement_that_writes(store: Store, minutes: Minutes, statement: str) -> None:
    store.write(minutes())
    before = graph(store)
    with pytest.raises(QueryError):
        store.rows(statement)
    assert graph(store) == before


@pytest.mark.parametrize("statement", ["", "MATCH (n", "RETURN nothing", "RETURN $missing", "RETURN 1 / 0"])
def test_a_statement_that_cannot_run_is_refused_in_one_line(store: Store, statement: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.rows(statement)
    assert "\n" not in str(caught.value)
    assert "com.arcadedb" not in str(caught.value)


def test_rows_come_as_plain_data(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    (row,) = store.rows(
        "MATCH p = (c:Commitment)<-[o:OWNS]-(w:Person) RETURN c.due_by AS due, o, w, p, $x AS x", {"x": None}
    )
    assert json.loads(json.dumps(row)) == row
    assert (row["due"], row["x"]) == ("2019-04-30", None)
    assert row["w"]["label"] == "Person"
    assert (row["o"]["type"], row["o"]["from"]) == ("OWNS", row["w"]["id"])
    assert [step.get("type") or step["label"] for step in row["p"]] == ["Commitment", "OWNS", "Person"]


def test_words_may_be_long(store: Store, minutes: Minutes, record: Callable[..., Any]) -> None:
    words = "x" * 100_000
    contribution = minutes(exchanges=(replace(record().exchanges[0], quote=words, reading=words),))
    store.write(contribution)
    assert store.rows("MATCH (q:Question) RETURN q.text AS text") == [{"text": words}]
    assert store.write(contribution) == "unchanged"


@pytest.mark.parametrize("text", ["Zoë’s “café” 😀", "a\tb\nc\r\n", "$x {y} `z` 'q' \"d\" \\", "\u200b\u202eabc"])
def test_any_words_come_back_as_they_went_in(store: Store, minutes: Minutes, text: str) -> None:
    contribution = minutes(text)
    store.write(contribution)
    words = [node.properties["text"] for node in contribution.nodes if node.label == "Question"]
    assert [row["text"] for row in store.rows("MATCH (q:Question) RETURN q.text AS text")] == words
    assert store.write(contribution) == "unchanged"
