"""Short forms and successions in a graph: they follow from the documents, and queries by one name find the other."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_loader.errors import UsageError
from graph_loader.export.json_dump import dump
from graph_loader.export.links import links
from graph_loader.model.graph import Contribution
from graph_loader.model.record import Body, Meeting, Person, Succession
from graph_loader.query.names import resolve_name
from graph_loader.resolve.corrections import Correction, Corrections
from graph_loader.resolve.corrections.model import Link, Names
from graph_loader.store import Store

Minutes = Callable[..., Contribution]
TRUST = "Brookvale Parks Trust"
SLOW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
EDGES = """
MATCH (s)-[r:STANDS_FOR|SUCCEEDED_BY]->(e) RETURN s.name AS short, e.name AS full, r.documents AS documents
ORDER BY short, full, documents
"""


def alone(minutes: Minutes, content: str, date: str, **changes: Any) -> Contribution:
    """Gives minutes that have the acronym and no more."""
    return minutes(content, date=date, people=(), programmes=(), bodies=(Body(name="BPT"),), **changes)


def names(store: Store, given: str) -> list[str]:
    return resolve_name(store, given, ["Body"])


def test_queries_by_the_one_name_find_the_other(store: Store, minutes: Minutes) -> None:
    for one in (minutes("a"), alone(minutes, "b", "2020-02-02")):
        store.write(one)
    assert names(store, TRUST) == [TRUST]
    store.link()
    assert store.rows(EDGES) == [{"short": "BPT", "full": TRUST, "documents": ["document-b"]}]
    assert names(store, TRUST) == names(store, "BPT") == ["BPT", TRUST]
    (across,) = (entry for entry in links(store)["bodies_across"] if entry["name"] == TRUST)
    assert across["members"] == [{"document": "a", "as": TRUST}, {"document": "b", "as": "BPT"}]


def test_what_stands_for_two_names_in_two_contexts_is_followed_in_neither(store: Store, minutes: Minutes) -> None:
    elsewhere = {"meeting": Meeting(series="Bus Panel", title="Bus Panel", date="2020-05-05", chair="Ola Penn")}
    other = (Body(name="Bus Passenger Team", aliases=("BPT",)),)
    for one in (
        minutes("a"),
        alone(minutes, "b", "2020-02-02"),
        minutes("c", people=(), bodies=other, **elsewhere),
        alone(minutes, "d", "2020-06-06", meeting=Meeting(series="Bus Panel", date="2020-06-06", chair="Ola Penn")),
    ):
        store.write(one)
    store.link()
    assert store.rows(EDGES) == [
        {"short": "BPT", "full": TRUST, "documents": ["document-b"]},
        {"short": "BPT", "full": "Bus Passenger Team", "documents": ["document-d"]},
    ]
    assert names(store, TRUST) == [TRUST]
    store.retract("d")
    store.link()
    assert names(store, TRUST) == ["BPT", TRUST]


def test_a_person_can_say_that_it_is_not_so(store: Store, minutes: Minutes) -> None:
    for one in (minutes("a"), alone(minutes, "b", "2020-02-02")):
        store.write(one)
    says = Names.model_validate({"body": ["BPT", TRUST]})
    store.link(Corrections((Correction("c.yaml", 1, "not_same", says),)))
    assert store.rows(EDGES) == []
    with pytest.raises(UsageError):
        names(store, "Bus Passenger Team")


def rejection(kind: str, start: str, end: str) -> Corrections:
    says = Link.model_validate({"from": start, "to": end, "type": kind, "is": "rejected"})
    return Corrections((Correction("c.yaml", 1, "link", says),))


def test_a_tie_between_names_can_be_rejected_and_comes_back(store: Store, minutes: Minutes) -> None:
    became = (succession("Brookvale Parks Trust", "Brookvale Green Trust"),)
    green = (Body(name="Brookvale Green Trust"), Body(name=TRUST, aliases=("BPT",)))
    for one in (minutes("a"), alone(minutes, "b", "2020-02-02"), minutes("c", bodies=green, successions=became)):
        store.write(one)
    store.link()
    before = "".join(dump(store))
    ends = "MATCH (s)-[r:STANDS_FOR|SUCCEEDED_BY]->(e) RETURN type(r) AS kind, s.id AS start, e.id AS end ORDER BY kind"
    ties = store.rows(ends)
    assert [row["kind"] for row in ties] == ["STANDS_FOR", "SUCCEEDED_BY"]
    for gone, left in (ties, ties[::-1]):
        store.link(rejection(**gone))
        assert store.rows(ends) == [left]
        store.link()
        assert "".join(dump(store)) == before


def succession(earlier: str, later: str) -> Succession:
    quote = f"{earlier} became {later}."
    return Succession(
        kind="body", earlier=earlier, later=later, quote=quote, reading=quote, start=0, end=9, rule="test"
    )


@SLOW
@given(data=st.data())
def test_the_order_of_loading_and_linking_has_no_say(fresh: Any, minutes: Minutes, data: st.DataObject) -> None:
    followed = {
        "bodies": (Body(name=TRUST), Body(name="Parks Board")),
        "successions": (succession(TRUST, "Parks Board"),),
    }
    all_of_them = [
        minutes("a"),
        alone(minutes, "b", "2020-02-02"),
        alone(minutes, "c", "2021-02-02"),
        minutes("d", date="2022-02-02", **followed),
    ]
    with fresh() as store:
        for one in all_of_them:
            store.write(one)
        store.link()
        at_once = "".join(dump(store))
        assert len(store.rows(EDGES)) == 2
    with fresh() as store:
        for one in data.draw(st.permutations(all_of_them)):
            store.write(one)
            if data.draw(st.booleans()):
                store.link()
        taken = data.draw(st.sampled_from(all_of_them))
        store.retract(taken.document.id)
        if data.draw(st.booleans()):
            store.link()
        store.write(taken)
        store.link()
        assert "".join(dump(store)) == at_once


def test_a_lone_surname_is_another_one_in_another_series(store: Store, minutes: Minutes) -> None:
    jane, fox = Person(name="Jane Fox", attendance="present"), Person(name="Fox", attendance="present")
    elsewhere = Meeting(series="Bus Panel", date="2020-06-06", chair="Ola Penn")
    store.write(minutes("a", people=(jane,)))
    store.write(minutes("b", people=(fox,), date="2020-02-02"))
    store.write(minutes("c", people=(fox,), meeting=elsewhere))
    store.link()
    found = store.rows("MATCH (s:Person)-[r:STANDS_FOR]->(e:Person) RETURN s.name AS s, e.name AS e, r.documents AS d")
    assert found == [{"s": "Fox", "e": "Jane Fox", "d": ["document-b"]}]
    assert len(store.rows("MATCH (p:Person {name: 'Fox'}) RETURN p.id AS id")) == 2
    # Rows are found by names: one that means another person somewhere is not taken for hers.
    assert resolve_name(store, "Jane Fox", ["Person"]) == ["Jane Fox"]
    store.retract("c")
    assert resolve_name(store, "Jane Fox", ["Person"]) == ["Fox", "Jane Fox"]
