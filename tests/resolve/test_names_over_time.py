"""Which short forms stand for which names, and which bodies followed which, among documents of one context."""

import random
from typing import Any

import pytest

from graph_loader.resolve.identity import body_id, programme_id
from graph_loader.resolve.names_over_time import Known, known_names, names_over_time
from graph_loader.resolve.naming import Followed, Naming

BOARD, CRB = "Crime Review Board", "CRB"


def naming(document: str, name: str, *aliases: str, label: str = "Body", **more: Any) -> Naming:
    one = body_id(name) if label == "Body" else programme_id(name)
    date = f"20{document}-03-05"
    return Naming(label=label, id=one, document=document, date=date, name=name, aliases=aliases, **more)


def found(*namings: Naming, known: Known = Known()) -> list[tuple[Any, ...]]:  # noqa: B008
    names = {each.id: each.name for each in namings}
    shuffled = random.Random(len(namings)).sample(namings, len(namings))
    edges = names_over_time(namings, known)
    assert sorted(edges, key=str) == sorted(names_over_time(shuffled, known), key=str)
    return [(edge.type, names[edge.start], names[edge.end], edge.properties) for edge in edges]


def test_an_acronym_alone_stands_for_the_one_name_that_has_it() -> None:
    assert found(naming("18", BOARD, CRB), naming("19", CRB), naming("20", CRB)) == [
        (
            "STANDS_FOR",
            CRB,
            BOARD,
            {
                "documents": ["19", "20"],
                "reason": "minutes of 2018-03-05 give CRB as short for Crime Review Board",
                "score": 0.9,
            },
        )
    ]


def test_an_acronym_of_two_names_stands_for_none() -> None:
    assert found(naming("18", BOARD, CRB), naming("19", CRB), naming("20", "Coastal Repair Bureau", CRB)) == []
    assert found(naming("18", BOARD, CRB), naming("19", CRB), naming("20", "Crab", CRB, label="Programme")) == []


def test_an_acronym_stands_for_nothing_of_another_kind_and_words_are_no_acronym() -> None:
    assert found(naming("18", BOARD, CRB, label="Programme"), naming("19", CRB)) == []
    assert found(naming("18", BOARD, "Board"), naming("19", "Board")) == []


def programme(document: str, name: str) -> Naming:
    return naming(document, name, label="Programme")


def test_a_programme_is_known_without_the_word_that_says_so() -> None:
    known = known_names(["general"])
    watch, whole = programme("18", "Harbour Watch"), programme("19", "Harbour Watch programme")
    ((kind, start, end, says),) = found(watch, whole, programme("20", "Quay Lights scheme"), known=known)
    assert (kind, start, end, says["score"], says["documents"]) == ("STANDS_FOR", watch.name, whole.name, 0.8, ["18"])
    reason = "minutes of 2019-03-05 name the Harbour Watch programme, the same name with “programme” behind it"
    assert says["reason"] == reason


@pytest.mark.parametrize(
    "others",
    [
        # Two that it may be; a project of a plan is not the plan; a body is no programme; a longer name is another.
        ["Harbour Watch programme", "Harbour Watch system"],
        ["Harbour Watch Board"],
        ["New Harbour Watch programme"],
        ["Harbour Watch plan project"],
    ],
)
def test_a_programme_that_may_be_another_stands_for_none(others: list[str]) -> None:
    given = [programme("18", "Harbour Watch"), *(programme("19", name) for name in others)]
    assert found(*given, known=known_names(["general"])) == []


def test_a_project_of_a_plan_is_not_the_plan() -> None:
    plan, project = programme("18", "Estates Plan"), programme("19", "Estates Plan project")
    assert found(plan, project, known=known_names(["general"])) == []


def test_what_a_profile_knows_as_one_is_tied_when_both_are_there() -> None:
    known = known_names(["uk-policing"])
    short, full = naming("18", "IOPC"), naming("19", "Independent Office for Police Conduct")
    ((kind, start, end, says),) = found(short, full, known=known)
    assert (kind, start, end, says["score"]) == ("STANDS_FOR", short.name, full.name, 1.0)
    assert found(short, known=known) == []


def test_who_followed_whom_is_told_by_the_words() -> None:
    followed = (Followed(body_id("Harbour Board"), "The Quay Trust became the Harbour Board.", "2019"),)
    board, trust = naming("19", "Harbour Board"), naming("19", "Quay Trust", followed=followed)
    assert found(naming("18", "Quay Trust"), board, trust) == [
        (
            "SUCCEEDED_BY",
            "Quay Trust",
            "Harbour Board",
            {
                "date": "2019",
                "documents": ["19"],
                "reason": "minutes of 2019-03-05 say: “The Quay Trust became the Harbour Board.”",
                "score": 0.9,
            },
        )
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "day"),
    [("Police Authority", "OPCC", "2012-11-22"), ("SOCA", "National Crime Agency", "2013-10-07")],
)
def test_what_police_bodies_gave_way_to(earlier: str, later: str, day: str) -> None:
    ((kind, start, end, says),) = found(naming("10", earlier), naming("19", later), known=known_names(["uk-policing"]))
    assert (kind, start, end, says["date"]) == ("SUCCEEDED_BY", earlier, later, day)
    assert found(naming("10", f"Quay {earlier}"), naming("19", later), known=known_names(["uk-policing"])) == []


def test_who_followed_whom_is_told_by_the_profile_whatever_form_the_minutes_use() -> None:
    ((kind, start, end, says),) = found(
        naming("15", "HMIC"), naming("19", "HMICFRS"), known=known_names(["uk-policing"])
    )
    assert (kind, start, end, says["date"], says["documents"]) == (
        "SUCCEEDED_BY",
        "HMIC",
        "HMICFRS",
        "2017-07-19",
        ["15"],
    )
