"""What is otherwise in one graph than in another."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph_loader.errors import UsageError
from graph_loader.model.graph import Edge, Node, Properties
from graph_loader.model.record import Actor, Commitment, Person, Record
from graph_loader.query.changes import changes
from graph_loader.query.snapshot import Snapshot, read_dump
from graph_loader.resolve.contribution import contribution

INES, TOM = Actor("Ines Holt", "person"), Actor("Tom Ferreira", "person")


def snapshot(*records: Record) -> Snapshot:
    contributions = [contribution(record) for record in records]
    nodes = {node.id: node for one in contributions for node in one.nodes}
    return Snapshot(tuple(nodes.values()), tuple(edge for one in contributions for edge in one.edges))


def told(old: Snapshot, new: Snapshot) -> list[tuple[Any, ...]]:
    rows = changes(old, new)
    backwards = Snapshot(new.nodes[::-1], new.edges[::-1])
    assert changes(old, backwards) == rows
    return [(row["what"], row["change"], row["who"], row["words"], row["before"], row["after"]) for row in rows]


def promise(words: str, due: str | None = None, said: str | None = None) -> Commitment:
    evidence = {"quote": words, "reading": words, "start": 140, "end": 140 + len(words), "rule": "test"}
    return Commitment(
        id="c1", item=None, kind="action", owners=(INES,), due_text=said, due_date=due, **evidence  # type: ignore[arg-type]
    )  # fmt: skip


def test_nothing_changed(record: Any) -> None:
    assert told(snapshot(record("a"), record("b")), snapshot(record("b"), record("a"))) == []


def test_documents_come_and_go_with_what_they_say(record: Any) -> None:
    one = record("a", exchanges=(), commitments=(promise("IH to mow"),))
    new = replace(one, people=(*one.people, Person(name="Bo Lind", role="Gardener", attendance="present")))
    grown = told(snapshot(), snapshot(new))
    assert grown[0] == ("document", "added", None, "a", None, None)
    assert ("person", "new", ["Bo Lind"], None, None, None) in grown
    assert ("post", "new", ["Bo Lind"], "Gardener", None, None) in grown
    assert grown[-1] == ("promise", "new", ["Ines Holt"], "IH to mow", None, None)
    gone = told(snapshot(new), snapshot())
    assert {row[1] for row in gone} == {"gone", "removed"}
    assert len(gone) == len(grown)


def test_questions_come_with_who_asks(record: Any) -> None:
    without = replace(record("a"), exchanges=())
    asked = ("question", "new", ["Tom Ferreira"], "Tom asked when the ponds of a would be cleaned.", None, None)
    assert told(snapshot(without), snapshot(record("a"))) == [asked]


def test_a_document_read_anew_keeps_what_its_words_say(record: Any) -> None:
    before = record(
        "a", "minutes/x.txt", exchanges=(), commitments=(promise("IH to mow by April", "2019-04", "by April"),)
    )
    moved = promise("IH to mow by May", "2019-05", "by May")
    after = record("b", "minutes/x.txt", exchanges=(), commitments=(moved, promise("IH to dig")))
    assert told(snapshot(before), snapshot(after)) == [
        ("document", "changed", None, "x", None, None),
        ("promise", "new", ["Ines Holt"], "IH to dig", None, None),
        ("due date", "changed", ["Ines Holt"], "IH to mow by May", "2019-04", "2019-05"),
    ]


def test_a_date_that_moved_in_a_later_meeting_is_told_once(record: Any) -> None:
    whole = snapshot(
        record("a", exchanges=(), commitments=(promise("IH to mow", "2019-04"),)),
        record("b", exchanges=(), commitments=(promise("IH to mow it", "2019-06"),), date="2019-05-01"),
    )
    first, later = sorted(whole.of("Commitment"), key=lambda node: str(node.properties["date"]))
    says: Properties = {"relation": "date_moved", "score": 0.9, "reason": "mow"}
    linked = Snapshot(whole.nodes, (*whole.edges, Edge("RECURS_AS", first.id, later.id, says)))
    assert told(whole, linked) == [("due date", "moved", ["Ines Holt"], "IH to mow it", "2019-04", "2019-06")]
    assert told(linked, linked) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x", "is no JSON"),
        ("[" * 5000, "is no JSON"),
        ("[]", "is no dump"),
        ('{"nodes": [{"label": "Person", "id": "a", "properties": 1}], "edges": []}', "is no dump"),
        ('{"nodes": [{"label": "Cat", "id": "a", "properties": {}}], "edges": []}', "in no graph"),
    ],
)
def test_what_is_no_dump_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "graph.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        read_dump(path)


def test_who_owns_asks_and_answers_it_now_is_told(record: Any) -> None:
    before = record("a", commitments=(promise("IH to mow"),))
    (exchange,) = before.exchanges
    (answer, *others) = exchange.responses
    after = replace(
        before,
        exchanges=(replace(exchange, askers=(), responses=(replace(answer, speakers=(INES, TOM)), *others)),),
        commitments=(replace(before.commitments[0], owners=(TOM,)),),
    )
    asked, said = exchange.reading, answer.reading
    assert told(snapshot(before), snapshot(after)) == [
        ("question", "asker", [], asked, "Tom Ferreira", None),
        ("answer", "speaker", ["Ines Holt", "Tom Ferreira"], said, "Ines Holt, Members", "Ines Holt, Tom Ferreira"),
        ("promise", "owner", ["Tom Ferreira"], "IH to mow", "Ines Holt", "Tom Ferreira"),
    ]


def test_who_bears_the_name_of_somebody_that_is_gone_is_told() -> None:
    ines = Node("Person", "person-1", {"name": "Ines Holt"})
    two = Snapshot((ines, Node("Person", "person-2", {"name": "I. Holt"})), ())
    one = Snapshot((Node("Person", "person-1", {"name": "Ines Holt", "aliases": ["I. Holt"]}),), ())
    assert told(two, one) == [("person", "gone", ["I. Holt"], None, None, "Ines Holt")]
    assert told(one, two) == [("person", "new", ["I. Holt"], None, "Ines Holt", None)]


def test_an_issue_that_has_another_name_is_told() -> None:
    old, new = (Snapshot((Node("Issue", "issue-1", {"name": name}),), ()) for name in ("ponds", "The ponds"))
    assert told(old, new) == [("issue", "renamed", None, "The ponds", "ponds", "The ponds")]


def test_a_link_that_a_person_rejected_or_confirmed_is_told(record: Any) -> None:
    whole = snapshot(record("a"), record("b", date="2019-07-09"))
    first, later = sorted(whole.of("Commitment"), key=lambda node: str(node.properties["date"]))
    says: Properties = {"relation": "restated", "score": 0.6, "reason": "test"}
    linked, sure = (
        replace(whole, edges=(*whole.edges, Edge("RECURS_AS", first.id, later.id, {**says, "score": score})))
        for score in (0.6, 1.0)
    )
    words, tie = later.properties["reading"], f"restated: {first.properties['reading']}"
    assert told(linked, whole) == [("link", "gone", None, words, tie, None)]
    assert told(whole, linked) == [("link", "new", None, words, None, tie)]
    assert told(linked, sure) == [("link", "confirmed", None, words, tie, tie)]
    alone = replace(
        whole, edges=(*whole.edges, Edge("RECURS_AS", first.id, later.id, {"score": 1.0, "reason": "test"}))
    )
    assert told(whole, alone) == [("link", "new", None, words, None, f"again: {first.properties['reading']}")]
