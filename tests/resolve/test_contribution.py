"""What one record contributes to the graph: who is who, what hangs on what, and the words for it."""

from collections.abc import Callable
from typing import Any

import pytest

from graph_loader.model.graph import Contribution
from graph_loader.model.record import (
    Actor,
    Body,
    Commitment,
    Evidence,
    Exchange,
    Item,
    Meeting,
    Person,
    Programme,
    Record,
    Response,
    Statement,
)
from graph_loader.model.schema import load_schema
from graph_loader.resolve.contribution import contribution

Make = Callable[..., Record]
SEEN: dict[str, Any] = {"start": 0, "end": 1, "rule": "test", "quote": "x", "reading": "x"}


def edges(of: Contribution, kind: str) -> list[tuple[str, str]]:
    """Gives the names at both ends of every edge of a type, sorted."""
    names = {node.id: str(node.properties["name"]) for node in of.nodes}
    return sorted((names[edge.start], names[edge.end]) for edge in of.edges if edge.type == kind)


def names(of: Contribution, label: str) -> list[str]:
    return sorted(str(node.properties["name"]) for node in of.nodes if node.label == label)


def said(*speakers: Actor) -> dict[str, Any]:
    return {"statements": (Statement(item=None, act="stated", speakers=speakers, **SEEN),)}


def holder(name: str, role: str | None, organisation: str | None = None, **more: Any) -> Person:
    return Person(name=name, role=role, organisation=organisation, **more)


def test_every_piece_is_declared_in_the_schema(record: Make) -> None:
    whole, schema = contribution(record()), load_schema()
    labels = {node.id: node.label for node in whole.nodes}
    for node in whole.nodes:
        declared = schema.nodes[node.label].properties
        assert {"id", *node.properties} <= declared.keys()
        assert {name for name, one in declared.items() if one.required} <= {"id", *node.properties}
    for edge in whole.edges:
        kind = schema.relationships[edge.type]
        assert (labels[edge.start] in kind.start, labels[edge.end] in kind.end) == (True, True)
        assert edge.properties.keys() <= kind.properties.keys()
        assert {name for name, one in kind.properties.items() if one.required} <= edge.properties.keys()


def test_the_same_record_contributes_the_same(record: Make) -> None:
    assert contribution(record()) == contribution(record())


def test_where_a_document_lies_is_no_part_of_its_digest(record: Make) -> None:
    here, there = contribution(record("a", "x/a.txt")), contribution(record("a", "y/b.txt"))
    assert here.document.properties["digest"] == there.document.properties["digest"]
    assert (here.nodes[1:], here.edges) == (there.nodes[1:], there.edges)
    other = contribution(record("a", programmes=()))
    assert other.document.properties["digest"] != here.document.properties["digest"]


def test_equal_words_in_one_document_are_two_nodes(record: Make) -> None:
    statement = Statement(item=None, act="stated", **SEEN)
    whole = contribution(record(statements=(statement, statement)))
    assert len({node.id for node in whole.nodes if node.label == "Statement"}) == 2


def test_evidence_is_kept_to_the_letter(record: Make) -> None:
    quote, reading = "Tom  asked\n<p>why</p> …", "Tom asked why …"
    evidence = {"reading": reading, "start": 7, "end": 30, "rule": "verb", "confidence": 0.5}
    exchange = Exchange(id="x", item=None, act="asked", quote=quote, **evidence)  # type: ignore[arg-type]
    (question,) = [node for node in contribution(record(exchanges=(exchange,))).nodes if node.label == "Question"]
    kept = {name: question.properties[name] for name in ("text", "name", *evidence)}
    assert kept == {"text": quote, "name": reading, **evidence}


@pytest.mark.parametrize(
    ("actor", "fields", "label", "name"),
    [
        pytest.param(Actor("Ines Holt", "person"), {}, "Person", "Ines Holt", id="a person the list leaves out"),
        pytest.param(
            Actor("Head of Parks", "post"),
            {"people": (holder("Ines Holt", "Head of Parks", "Parks Trust"),)},
            "Post",
            "Head of Parks",
            id="a role stays a role though somebody holds it",
        ),
        pytest.param(
            Actor("Parks Trust", "body"), {"bodies": (Body(name="Parks Trust"),)}, "Body", "Parks Trust", id="a body"
        ),
        pytest.param(
            Actor("PT", "body"),
            {"bodies": (Body(name="Parks Trust", aliases=("PT",)),)},
            "Body",
            "Parks Trust",
            id="by short form",
        ),
        pytest.param(
            Actor("Parks Trust", "body"),
            {"people": (holder("Ines Holt", "Head", "Parks Trust"),)},
            "Body",
            "Parks Trust",
            id="an employer",
        ),
        pytest.param(Actor("Members", "body"), {}, "Body", "Members", id="a collective"),
    ],
)
def test_an_actor_is_who_the_document_says(
    record: Make, actor: Actor, fields: dict[str, Any], label: str, name: str
) -> None:
    whole = contribution(record(**{"people": (), "bodies": (), **fields, **said(actor)}))
    (maker,) = [edge.start for edge in whole.edges if edge.type == "MADE"]
    assert [(node.label, node.properties["name"]) for node in whole.nodes if node.id == maker] == [(label, name)]


def test_a_role_is_the_post_of_its_one_employer(record: Make) -> None:
    people = (holder("Ines Holt", "Head of Parks", "Parks Trust"),)
    whole = contribution(record(people=people, **said(Actor("Head of Parks", "post"))))
    assert edges(whole, "MADE") == [("Head of Parks", "x")]
    assert edges(whole, "OF") == [("Head of Parks", "Parks Trust")]
    assert names(whole, "Post") == ["Head of Lawns", "Head of Parks"]


def test_a_role_with_two_employers_is_neither_ones(record: Make) -> None:
    people = (holder("Ines Holt", "Clerk", "Parks Trust"), holder("Una Reed", "Clerk", "Lake Trust"))
    whole = contribution(record(people=people, exchanges=(), **said(Actor("Clerk", "post"))))
    (maker,) = [edge.start for edge in whole.edges if edge.type == "MADE"]
    assert maker not in {edge.start for edge in whole.edges if edge.type == "OF"}
    assert names(whole, "Post") == ["Clerk", "Clerk", "Clerk"]


def test_a_title_or_collective_of_another_series_is_another(record: Make) -> None:
    def ids(series: str) -> set[str]:
        meeting = Meeting(series=series, date="2020-01-01")
        actors = said(Actor("Clerk", "post"), Actor("Members", "body"))
        whole = contribution(record(meeting=meeting, people=(), bodies=(), exchanges=(), **actors))
        return {edge.start for edge in whole.edges if edge.type == "MADE"}

    assert len(ids("Parks Scrutiny")) == 2
    assert ids("Parks Scrutiny") == ids("PARKS SCRUTINY")
    assert not ids("Parks Scrutiny") & ids("Lakes Scrutiny")


@pytest.mark.parametrize(
    "changes",
    [{"series": "Lake Scrutiny"}, {"date": "2020-01-02"}, {"chair": "Una Reed"}],
    ids=["another series", "another day", "another chair"],
)
def test_meetings_are_one_only_when_series_day_and_chair_are(record: Make, changes: dict[str, str]) -> None:
    said = {"series": "Parks Scrutiny", "date": "2020-01-01", "chair": "Tom Ferreira"}

    def node(content: str, **fields: Any) -> str:
        whole = contribution(record(content, meeting=Meeting(**fields)))
        return next(node.id for node in whole.nodes if node.label == "Meeting")

    assert node("a", **said) == node("b", **said)
    assert node("a", **said) != node("a", **(said | changes))
    assert node("a", **(said | {"chair": None})) != node("b", **(said | {"chair": None}))


@pytest.mark.parametrize(
    ("role", "post"),
    [
        ("Councillor, Cabinet Member for Parks", "Cabinet Member for Parks"),
        ("Councillor, Chairman", "Chairman"),
        ("Councillor, Clerk, Chairman", "Clerk"),
        ("Councillor", "Councillor"),
        ("Acting Head of Parks", "Head of Parks"),
        ("Head of Parks (Acting)", "Head of Parks"),
        ("Temporary Deputy Clerk", "Deputy Clerk"),
        ("Clerk, Acting", "Clerk"),
        ("Acting", "Acting"),
        ("Head of Acting", "Head of Acting"),
        ("Acting Head of Parks, Chair", "Head of Parks"),
        ("Head of Parks, chair", "Head of Parks"),
        ("Chair", "Chair"),
        ("Chair, Chairman", "Chair, Chairman"),
        ("Chair of Finance", "Chair of Finance"),
    ],
)
def test_an_acting_holder_holds_the_post_itself(record: Make, role: str, post: str) -> None:
    whole = contribution(record(people=(holder("Ines Holt", role, acting=True),), exchanges=()))
    assert edges(whole, "HELD") == [("Ines Holt", post)]
    (held,) = [edge.properties for edge in whole.edges if edge.type == "HELD"]
    assert (held["acting"], held["as_written"], held["first_seen"]) == (True, [role], "2019-03-05")


def test_attendance_says_who_was_there_and_who_was_not(record: Make) -> None:
    people = (
        Person(name="Ines Holt", role="Head of Parks", attendance="present"),
        Person(name="Una Reed", attendance="apologies"),
        Person(name="Bo Lind", attendance="minutes"),
        Person(name="Tom Ferreira", attendance="mentioned"),
    )
    meeting = Meeting(title="Ponds", chair="INES HOLT", minutes_by="Bo Lind")
    whole = contribution(record(people=people, meeting=meeting))
    status = {edge.properties["status"] for edge in whole.edges if edge.type == "ATTENDED"}
    assert edges(whole, "ATTENDED") == [("Ines Holt", "Ponds"), ("Una Reed", "Ponds")]
    assert status == {"present", "apologies"}
    assert (edges(whole, "CHAIRED"), edges(whole, "TOOK_MINUTES")) == ([("Ines Holt", "Ponds")], [("Bo Lind", "Ponds")])


def test_initials_stand_for_a_person_in_their_document_alone(record: Make) -> None:
    people = (Person(name="Ines Holt", aliases=("IH", "Head", "Cllr Holt")),)
    whole = contribution(record(people=people))
    (person,) = [node for node in whole.nodes if node.properties["name"] == "Ines Holt"]
    assert person.properties["aliases"] == ["Cllr Holt"]
    (recorded,) = [edge for edge in whole.edges if edge.type == "RECORDED_IN" and edge.start == person.id]
    assert recorded.properties["aliases"] == ["Cllr Holt", "Head", "IH"]


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        ("J. Smith", True),
        ("J.A. Smith", True),
        ("JP Smith", True),
        ("J. de Wet", True),
        ("Smith", True),
        ("Jane Smith", False),
        ("Jo Smith", False),
        ("J. Edgar Smith", False),
        ("JO SMITH", False),
    ],
)
def test_initials_mean_another_one_in_the_board_of_another_body(record: Make, name: str, apart: bool) -> None:
    def person_of(trust: str) -> set[str]:
        heads = Body(name=trust, mentions=(Evidence(quote=trust, reading=trust, start=0, end=9, rule="test"),))
        people = (Person(name=name, mentions=(Evidence(quote=name, reading=name, start=30, end=39, rule="test"),)),)
        return {
            node.id for node in contribution(record(people=people, bodies=(heads,))).nodes if node.label == "Person"
        }

    assert (person_of("Saltmere Trust") != person_of("Foxholm Trust")) == apart
    assert person_of("Saltmere Trust") == person_of("Saltmere Trust")


def test_items_hang_on_their_parents_and_mentions_on_the_heading_before_them(record: Make) -> None:
    def at(start: int, quote: str) -> dict[str, Any]:
        return {"quote": quote, "reading": quote, "start": start, "end": start + len(quote), "rule": "test"}

    items = (Item(id="1", title="Ponds", **at(10, "Ponds")), Item(id="2", title="Ducks", parent="1", **at(50, "Ducks")))
    mentions = tuple(Evidence(**at(start, "Pond Plan")) for start in (1, 20, 60))
    plan = Programme(name="Pond Plan", mentions=mentions)
    whole = contribution(record(items=items, programmes=(plan,), people=(), bodies=(), path="m/notes.txt"))
    assert edges(whole, "MENTIONS") == [("Ducks", "Pond Plan"), ("Ponds", "Pond Plan"), ("notes", "Pond Plan")]
    assert ("Ducks", "Ponds") in edges(whole, "PART_OF")
    assert ("Ponds", "Parks Scrutiny, 2019-03-05") in edges(whole, "PART_OF")
    assert ("Parks Scrutiny, 2019-03-05", "Parks Scrutiny") in edges(whole, "PART_OF")


def test_answers_keep_their_order_and_their_speakers(record: Make) -> None:
    turns = tuple(Response(speakers=(Actor(name, "person"),), **SEEN) for name in ("Una Reed", "Ines Holt"))
    whole = contribution(record(exchanges=(Exchange(id="x", item="nowhere", act="asked", responses=turns, **SEEN),)))
    order = {node.id: node.properties["position"] for node in whole.nodes if node.label == "Answer"}
    givers = {edge.start: order[edge.end] for edge in whole.edges if edge.type == "GAVE"}
    people = {node.id: node.properties["name"] for node in whole.nodes if node.label == "Person"}
    assert {people[giver]: position for giver, position in givers.items()} == {"Una Reed": 1, "Ines Holt": 2}


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("2019-04-03", "2019-04-03"),
        ("2019-04", "2019-04-30"),
        ("2019-06/2019-07", "2019-07-31"),
        ("soon", None),
        (None, None),
    ],
)
def test_a_commitment_is_due_by_the_last_day_its_words_can_mean(
    record: Make, due: str | None, last: str | None
) -> None:
    promise = Commitment(id="c", item=None, kind="promise", due_date=due, **SEEN)
    (node,) = [node for node in contribution(record(commitments=(promise,))).nodes if node.label == "Commitment"]
    assert (node.properties.get("due"), node.properties.get("due_by")) == (due, last)


def test_names_in_another_script_are_not_one(record: Make) -> None:
    whole = contribution(record(people=(Person(name="Νίκος Λύρας"), Person(name="Анна Лис")), exchanges=(), **said()))
    assert {"Νίκος Λύρας", "Анна Лис"} <= set(names(whole, "Person"))
