"""Whom a shorter form of a name means in other documents of one context."""

import random
from typing import Any

import pytest

from graph_loader.resolve.identity import key, person_id, words_of
from graph_loader.resolve.naming import Naming
from graph_loader.resolve.people_over_time import is_short_for, people_over_time


def naming(document: str, name: str, series: str | None = "Roads Panel", **more: Any) -> Naming:
    one = person_id(name, series or document)
    date = f"20{document}-03-05"
    return Naming(label="Person", id=one, document=document, date=date, name=name, series=series, **more)


def found(*namings: Naming, apart: frozenset[frozenset[str]] = frozenset()) -> list[tuple[str, str]]:
    names = {each.id: each.name for each in namings}
    shuffled = random.Random(len(namings)).sample(namings, len(namings))
    edges = people_over_time(namings, apart)
    assert edges == people_over_time(shuffled, apart)
    return sorted((names[edge.start], names[edge.end]) for edge in edges)


@pytest.mark.parametrize(
    ("short", "full", "is_so"),
    [
        ("Jane Fox", "Jane A. Fox", True),
        ("J. Fox", "Jane Fox", True),
        ("J.A. Fox", "Jane Ann Fox", True),
        ("J. Fox", "Jane A. Fox", True),
        ("Jane A. Fox", "Jane Ann Fox", True),
        ("Fox", "Jane Fox", True),
        ("Jane", "Jane Fox", True),
        ("Jane A. Fox", "Jane B. Fox", False),
        ("Jane A. Fox", "Jane Fox", False),
        ("Jane Fox", "Jane Marsh Fox", False),
        ("Jane Fox", "Jane-Ann Fox", False),
        ("Jan Fox", "Jane Fox", False),
        ("J. Fox", "Una Fox", False),
        ("J", "Jane Fox", False),
        ("Jane Fox", "Jane Fox", False),
        ("Fox", "Fox", False),
    ],
)
def test_which_names_can_be_short_for_others(short: str, full: str, is_so: bool) -> None:
    assert is_short_for(words_of(short), words_of(full)) == is_so


def test_a_name_without_initials_is_that_of_the_one_with_them() -> None:
    assert found(naming("18", "Jane A. Fox"), naming("19", "Jane Fox", "Ferry Panel")) == [("Jane Fox", "Jane A. Fox")]


def test_two_with_other_initials_are_two_and_the_name_without_is_neither() -> None:
    assert found(naming("18", "Jane A. Fox"), naming("19", "Jane B. Fox"), naming("20", "Jane Fox")) == []


def test_whoever_stands_beside_the_other_in_one_document_is_not_the_same() -> None:
    assert found(naming("18", "Jane A. Fox"), naming("19", "Jane Fox"), naming("19", "Jane A. Fox")) == []


CLERK = [naming(year, "Cy Dunn") for year in ("18", "19", "20")]


def test_initials_and_lone_names_hold_in_one_series() -> None:
    listed = naming("18", "Jane Fox")
    short = [naming("19", "J. Fox"), naming("20", "Fox")]
    assert found(listed, *short, *CLERK) == [("Fox", "Jane Fox"), ("J. Fox", "Jane Fox")]
    assert found(listed, naming("19", "J. Fox", "Ferry Panel"), naming("20", "Fox", "Ferry Board"), *CLERK) == []
    assert found(naming("18", "Jane Fox", None), naming("19", "Fox", None), *CLERK) == []
    assert found(listed, naming("19", "Una Fox"), naming("20", "Fox"), *CLERK) == []
    assert found(listed, naming("19", "John Fox"), naming("20", "J. Fox"), *CLERK) == []


def test_nobody_beside_both_and_the_boards_of_one_name_can_be_of_two_bodies() -> None:
    assert (
        found(naming("18", "Jane Fox"), naming("19", "J. Fox"), naming("18", "Cy Dunn"), naming("19", "Ida Moss")) == []
    )


def test_the_fullest_name_is_meant() -> None:
    chain = (naming("18", "Jane A. Fox"), naming("19", "Jane Fox"), naming("20", "J. Fox"))
    assert found(*chain, *CLERK) == [("J. Fox", "Jane A. Fox"), ("Jane Fox", "Jane A. Fox")]


def test_a_third_party_of_one_name_is_nobody_who_sits_there() -> None:
    assert found(naming("18", "Jane Fox"), naming("19", "Fox", privacy="third_party")) == []


def test_a_person_can_say_that_it_is_not_so() -> None:
    apart = frozenset({frozenset((key("Jane Fox"), key("Jane A. Fox")))})
    assert found(naming("18", "Jane A. Fox"), naming("19", "Jane Fox"), apart=apart) == []


def test_it_is_told_why() -> None:
    (edge,) = people_over_time([naming("18", "Jane A. Fox"), naming("19", "Jane Fox")])
    assert edge.properties == {
        "documents": ["19"],
        "reason": "minutes of 2018-03-05 name Jane A. Fox, and no other of that name is in this context",
        "score": 0.9,
    }
