"""Who asks: members of the public, several with brackets behind each, who has a list, who goes on from a remark."""

import pytest

from graph_loader.annotate.profile_structure import Roles
from graph_loader.annotate.sides import Sides
from graph_loader.model.record import Actor, Person
from tests.annotate.conftest import ACC, COUNCIL, PCC, SPEECH, Annotate, Heard, exchanges

PUBLIC = (
    *COUNCIL,
    Person(name="Alan Prentice", aliases=("Mr Prentice",)),
    Person(name="Eve Tarn", role="Warden of Norland"),
)
CHAIR = Person(name="Gus Pell", role="Councillor, Chair", aliases=("Chair",), attendance="present")


def at_council(annotate_lines: Annotate, text: str) -> list[Heard]:
    doc = annotate_lines(text, *SPEECH, people=(*PUBLIC, CHAIR), stand_in=None, profile="uk-local-government")
    return exchanges(doc)


@pytest.mark.parametrize(
    ("asker", "names"),
    [
        ("Mr Alan Prentice of Quarry Lane", ["Alan Prentice"]),
        ("Mr Prentice of 12 Mill Street", ["Alan Prentice"]),
        ("Mr Prentice from the Norland Tenants’ Association", ["Alan Prentice"]),
        ("Mr Prentice, of Quarry Lane,", ["Alan Prentice"]),
        ("Cllr Oakes of Norland Parish Council", ["Bob Oakes"]),
        ("Two members of the public, Mr Prentice and Eve Tarn,", ["Alan Prentice", "Eve Tarn"]),
        ("Councillors Costa (cost), Oakes (staff) and Pell (time)", ["Ann Costa", "Bob Oakes", "Gus Pell"]),
        ("Cllr Costa (Lab) and Cllr Oakes (Con)", ["Ann Costa", "Bob Oakes"]),
        ("The Chair of Norland Parish Council", ["Chair of Norland Parish Council"]),
        ("Eve Tarn, Warden of Norland,", ["Eve Tarn"]),
        ("Eve Tarn, Warden of Norland, and Mr Prentice", ["Eve Tarn", "Alan Prentice"]),
        ("A friend of Mr Prentice", []),
        ("Cllr Costa (as to cost) and others", []),
    ],
)
def test_who_asks(annotate_lines: Annotate, asker: str, names: list[str]) -> None:
    text = f"{asker} asked when it would be mended. The Clerk said that it would be June."
    found = at_council(annotate_lines, text)
    assert [each[1] for each in found] in ([names], [names] if names else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cllr Pell had three questions:\n\n- What was it for?\n- Who chose it?\n\nThe Clerk said that she did.",
            [("asked", ["Gus Pell"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="bullets",
        ),
        pytest.param(
            "Cllr Costa raised two questions:\n\n1. What was it for?\n2. Who chose it?\n\nThe Clerk said that she did.",
            [("queried", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="numbers below a lead-in are no agenda",
        ),
        pytest.param(
            "Cllr Costa asked the following:\n\na) the cost\nb) who chose it\nc) when\n\nThe Clerk said that she did.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="the answer stands close behind the end of the list",
        ),
        pytest.param(
            "Cllr Costa had two questions:\n\n- What for? The Clerk said dogs.\n- Who chose it? Mrs Firth said it.",
            [
                ("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]]),
                ("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]]),
            ],
            id="each with its answer",
        ),
        pytest.param(
            "Cllr Costa had two questions. First, what was it for? Second, who chose it? The Clerk said that she did.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="in one paragraph",
        ),
        pytest.param(
            "Cllr Costa put a question to the Clerk about dogs. The Clerk said that there were none.",
            [("queried", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="to whom a question is put",
        ),
        pytest.param("Cllr Costa had no questions. The Clerk said that it was new.", [], id="no questions"),
        pytest.param(
            "The Clerk had answered questions from tenants. Mrs Firth said that it was new.",
            [],
            id="questions answered",
        ),
    ],
)
def test_who_has_questions(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert at_council(annotate_lines, text) == expected


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("The PCC said that people were worried. What would be done?", [PCC]),
        ("The PCC said that people were worried. She had had letters. What would be done?", [PCC]),
        ("The CC said that people were worried. What would be done?", []),
        ("The PCC thanked the CC. What would be done?", []),
        ("The PCC said that people were worried.\n\nWhat would be done?", []),
        ("The ACC asked why. The PCC said that it was late. The CC said that people were worried. Why was that?", []),
        ("The ACC asked why. The PCC said that it was late. The PCC said that people were worried. Why was that?", []),
    ],
)
def test_whose_question_behind_a_remark(annotate_lines: Annotate, text: str, asker: list[str]) -> None:
    people = (
        Person(name="Ada Moss", role="Police and Crime Commissioner", aliases=("PCC",), attendance="present"),
        Person(name="Ben Hale", role="Chief Constable", aliases=("CC",), attendance="present"),
        Person(name="Cy Dunn", role="Assistant Chief Constable", aliases=("ACC",), attendance="present"),
    )
    assert exchanges(annotate_lines(text, *SPEECH, people=people))[-1][1] == asker


def test_a_remark_by_an_officer_before_a_question_that_names_nobody(annotate_lines: Annotate) -> None:
    text = "The CC said that six had gone. Were they old? The ACC said that they were."
    assert exchanges(annotate_lines(text, *SPEECH)) == [("asked", [], [ACC], [[ACC]])]
    assert not annotate_lines(text, *SPEECH)._.exchanges[0].addressees_stated


CHAIRS = ["Chair", "Cathaoirleach"]
LEADERS = {"Una Dow": "Cathaoirleach", "Ola Dow": "Vice-Chair", "Ida Dow": "Vice Chair"}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ann Costa"], True),
        (["Gus Pell"], True),
        (["Ann Costa", "Gus Pell"], True),
        (["Lee Dow"], False),
        (["Ada Moss"], False),
        (["Ann Costa", "Joy Lunn"], False),
        ([], False),
    ],
)
def test_who_is_there_to_ask(names: list[str], expected: bool) -> None:
    leader = Person(name="Lee Dow", role="Councillor, Leader", attendance="present")
    commissioner = Person(name="Ada Moss", role="Police and Crime Commissioner", attendance="present")
    roles = Roles(
        ranks={"Councillor": []}, scrutineers=[["Councillor"], ["Police and Crime Commissioner"]], chairs=CHAIRS
    )
    sides = Sides((*COUNCIL, CHAIR, leader, commissioner), roles)
    assert sides.scrutinise([Actor(name, "person") for name in names]) == expected
    chairs = (Person(name=name, role=f"Councillor, {post}", attendance="present") for name, post in LEADERS.items())
    leading = Sides(tuple(chairs), roles)
    assert leading.scrutinise([Actor(name, "person") for name in LEADERS])
    assert not leading.are_in_charge([Actor(name, "person") for name in LEADERS])
    alone = Sides((commissioner,), roles)
    assert alone.scrutinise([Actor("Ada Moss", "person")])


@pytest.mark.parametrize("thanked", ["the Clerk", "the Clerk and Mrs Firth"])
def test_he_or_she_does_not_thank_herself(annotate_lines: Annotate, thanked: str) -> None:
    text = f"Cllr Costa asked about dogs. The Clerk said that there were none. She thanked {thanked}."
    doc = annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None)
    assert [[actor.name for actor in each.speakers] for each in doc._.statements] == [["Ann Costa"]]
    assert doc._.exchanges[0].responses[0].quote == "The Clerk said that there were none."
