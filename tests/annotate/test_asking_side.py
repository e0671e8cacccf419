"""Tests who of those at the table is there to ask, and what becomes of what he says beside the answers."""

import pytest

from graph_loader.model.record import Person
from tests.annotate.conftest import SPEECH, Annotate, exchanges

OFFICE = "Office of the Police and Crime Commissioner"
TABLE = (
    Person(
        name="Ada Moss",
        role="Police and Crime Commissioner",
        aliases=("AM", "Commissioner"),
        attendance="present",
        organisation=OFFICE,
    ),
    Person(name="Eve Tarn", role="Chief Executive", aliases=("ET",), attendance="present", organisation=OFFICE),
    Person(name="Cy Dunn", role="Assistant Chief Constable", aliases=("CD",), attendance="present"),
)


@pytest.mark.parametrize(
    ("remark", "answerers"),
    [
        ("AM noted that it was late.", [["Cy Dunn"]]),
        ("AM accepted this.", [["Cy Dunn"]]),
        ("AM confirmed that it was late.", [["Cy Dunn"]]),
        ("AM replied that it was late.", [["Cy Dunn"], ["Ada Moss"]]),
        ("AM added that it was late.", [["Cy Dunn"], ["Ada Moss"]]),
    ],
)
def test_what_the_askers_side_says_behind_an_answer(
    annotate_lines: Annotate, remark: str, answerers: list[list[str]]
) -> None:
    doc = annotate_lines(f"ET asked about vans. CD said that two were new. {remark}", *SPEECH, people=TABLE)
    assert exchanges(doc)[0] == ("asked", ["Eve Tarn"], ["Cy Dunn"], answerers)


@pytest.mark.parametrize("verb", ["noted that it was late", "accepted this", "observed that it was late"])
def test_she_who_asks_behind_such_a_remark_is_who_made_it(annotate_lines: Annotate, verb: str) -> None:
    text = f"ET asked about vans. CD said that two were new.\n\nAM {verb}. She asked when there would be more."
    assert exchanges(annotate_lines(text, *SPEECH, people=TABLE))[1] == ("asked", ["Ada Moss"], [], [])


def test_she_is_not_he_who_answered(annotate_lines: Annotate) -> None:
    text = "AM asked CD about vans. He said that two were new. She said that she was grateful."
    doc = annotate_lines(text, *SPEECH, people=TABLE)
    assert exchanges(doc) == [("asked", ["Ada Moss"], ["Cy Dunn"], [["Cy Dunn"]])]
    assert doc._.statements[0].quote == "She said that she was grateful."
    assert [actor.name for actor in doc._.statements[0].speakers] == ["Ada Moss"]


@pytest.mark.parametrize(
    "procedure",
    [
        "Apologies had been received from ET.",
        "There were no declarations of interest.",
        "The minutes of the meeting of 4 May were agreed, and it was noted that they were late.",
        "The next meeting would be held in June.",
    ],
)
def test_what_every_meeting_does_is_said_by_nobody(annotate_lines: Annotate, procedure: str) -> None:
    doc = annotate_lines(f"AM welcomed everyone. {procedure}", *SPEECH, people=TABLE)
    assert [each.quote for each in doc._.statements] == ["AM welcomed everyone."]


def test_what_came_of_a_numbered_action_is_told(annotate_lines: Annotate) -> None:
    text = (
        "Action 41: CD reported that the vans were new. Action 43: AM said that she had no list and asked when it came."
    )
    doc = annotate_lines(text, *SPEECH, "kg_dates", "kg_commitments", people=TABLE)
    assert [actor.name for each in doc._.statements for actor in each.speakers] == ["Cy Dunn"]
    assert [heard[1] for heard in exchanges(doc)] == [["Ada Moss"]]
    assert doc._.commitments == ()


def test_a_numbered_action_is_one(annotate_lines: Annotate) -> None:
    doc = annotate_lines("Action 41: CD agreed to list the vans.", *SPEECH, "kg_dates", "kg_commitments", people=TABLE)
    assert [[actor.name for actor in each.owners] for each in doc._.commitments] == [["Cy Dunn"]]
