"""Claims join to the same whatever their order, grouping or number."""

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.model.graph import Edge, Node
from graph_loader.resolve.join import join_edges, join_nodes

TEXTS = st.sampled_from(["Pond Board", "POND BOARD", "The Pond Board", "Pond-Board", "Pond board"])
BODIES = st.fixed_dictionaries(
    {"name": TEXTS, "kind": st.sampled_from(["organisation", "board", "collective"])},
    optional={"aliases": st.lists(TEXTS, unique=True).map(sorted)},
).map(lambda says: Node("Body", "body-1", says))
DATES = st.sampled_from(["2018", "2018-03", "2019-03-05"])
TENURES = st.fixed_dictionaries(
    {"acting": st.booleans(), "as_written": st.lists(TEXTS, unique=True).map(sorted)},
    optional={"first_seen": DATES, "last_seen": DATES},
).map(lambda says: Edge("HELD", "person-1", "post-1", says))  # type: ignore[arg-type]


@given(BODIES, BODIES, BODIES)
def test_nodes_join_in_any_order_and_grouping(a: Node, b: Node, c: Node) -> None:
    assert join_nodes(a, b) == join_nodes(b, a)
    assert join_nodes(join_nodes(a, b), c) == join_nodes(a, join_nodes(b, c))
    assert join_nodes(join_nodes(a, b), b) == join_nodes(a, b)


@given(st.lists(TENURES, max_size=5), st.randoms())
def test_edges_join_in_any_order_and_grouping(claims: list[Edge], random: object) -> None:
    shuffled = sorted(claims, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert join_edges(claims) == join_edges(shuffled)
    assert join_edges(claims) == reduce(_add, claims, list[Edge]())


def _add(joined: list[Edge], claim: Edge) -> list[Edge]:
    return join_edges([*joined, claim])


@pytest.mark.parametrize(
    ("name", "one", "other", "joined"),
    [
        ("name", "POND BOARD", "Pond Board", "Pond Board"),
        ("name", "The Pond Board", "Pond Board", "Pond Board"),
        ("name", "Pond Board", "Pond & Lake Board", "Pond & Lake Board"),
        ("kind", "collective", "board", "board"),
        ("aliases", ["PB"], ["B", "PB"], ["B", "PB"]),
    ],
)
def test_the_better_claim_wins(name: str, one: object, other: object, joined: object) -> None:
    def claim(value: object) -> Node:
        return Node("Body", "body-1", {name: value})  # type: ignore[dict-item]

    assert join_nodes(claim(one), claim(other)).properties == {name: joined}


def test_a_tenure_runs_from_the_first_date_to_the_last_and_acting_is_another() -> None:
    def seen(date: str, acting: bool = False) -> Edge:
        return Edge(
            "HELD", "p", "q", {"acting": acting, "as_written": ["Clerk"], "first_seen": date, "last_seen": date}
        )

    substantive, acting = join_edges([seen("2019"), seen("2021-04"), seen("2020", acting=True)])
    assert (substantive.properties["first_seen"], substantive.properties["last_seen"]) == ("2019", "2021-04")
    assert (acting.properties["acting"], acting.properties["first_seen"]) == (True, "2020")
