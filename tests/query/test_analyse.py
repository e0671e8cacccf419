"""The network of those who ask and answer."""

import random

import pytest

from graph_loader.query.analyse import MEASURES, Tie, analyse, measures
from graph_loader.store import Store


def ties(*pairs: str) -> list[Tie]:
    return [Tie(pair[0], pair[1], f"q{number}", "2018-01-01") for number, pair in enumerate(pairs)]


# Two groups of three, with d between them.
TWO = ties("ab", "bc", "ca", "cd", "de", "ef", "fg", "ge")


def test_who_stands_between_two_groups_is_in_the_middle() -> None:
    found = {row["id"]: row for row in measures(TWO)}
    assert max(found, key=lambda one: found[one]["betweenness"]) == "d"
    assert found["d"] == {
        "id": "d", "asked": 1, "answered": 1, "partners": 2, "degree": 0.3333, "betweenness": 0.6, "community": 1,
    }  # fmt: skip
    assert found["a"]["community"] == found["b"]["community"] != found["f"]["community"] == found["g"]["community"]


def test_the_order_has_no_say_and_a_question_counts_once() -> None:
    shuffled = random.Random(1).sample(TWO, len(TWO))
    assert measures([*shuffled, shuffled[0]]) == measures(TWO)
    assert measures([]) == []


def test_a_joint_answer_is_a_tie_with_each() -> None:
    found = {row["id"]: (row["asked"], row["answered"]) for row in measures([Tie("a", one, "q", None) for one in "bc"])}
    assert found == {"a": (1, 0), "b": (0, 1), "c": (0, 1)}


def test_rows_have_names_and_posts(graph: Store) -> None:
    rows = analyse(graph)
    assert [(row["name"], row["posts"], row["asked"], row["answered"], row["partners"]) for row in rows][:2] == [
        ("Ben Roe", ["Chief Constable"], 0, 3, 3),
        ("Ada Hill", ["Commissioner"], 2, 0, 2),
    ]
    assert all(tuple(row) == MEASURES for row in rows)


def test_each_year_stands_by_itself(graph: Store) -> None:
    rows = analyse(graph, by_year=True)
    assert {row["year"] for row in rows} == {"2018", "2019"}
    assert [(row["name"], row["posts"]) for row in rows if row["year"] == "2019"] == [
        ("Ben Roe", ["Chief Constable"]),
        ("Zoë Ábelard", ["Commissioner"]),
    ]
    assert [row["posts"] for row in rows if (row["year"], row["name"]) == ("2018", "Cy Day")] == [
        ["Deputy Chief Constable"]
    ]


@pytest.mark.parametrize(("start", "end", "people"), [("2019", None, 2), (None, "2017-12-31", 0), ("2020", "2021", 0)])
def test_a_span_of_time_leaves_out_the_rest(graph: Store, start: str, end: str, people: int) -> None:
    assert len(analyse(graph, start, end)) == people


def test_an_empty_graph_has_nobody(empty: Store) -> None:
    assert analyse(empty) == analyse(empty, by_year=True) == []
