import pytest

from graph_loader.annotate.choose import Choice
from graph_loader.extract import extract_record
from graph_loader.model.record import Person
from graph_loader.read import read_bytes
from tests.annotate.conftest import ACC, CC, COMMITMENTS, FORCE, PCC, Annotate


def owned(annotate_lines: Annotate, text: str, **more: object) -> list[tuple[list[str], str | None]]:
    """Gives the owners of the commitments of a text with the words that name them."""
    found = annotate_lines(text, *COMMITMENTS, **more)._.commitments
    return [([actor.name for actor in each.owners], each.owner_text) for each in found]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The CC agreed to meet the Barn Trust and would write to the owners in May.", [CC]),
        ("The CC agreed to thank the ACC and would write to the owners in May.", [CC]),
        ("The CC had met Barn Council and will write to the owners in May.", [CC]),
        ("The CC and the ACC will write to the owners.", [CC, ACC]),
        ("The CC was late, and the PCC and the ACC will write to the owners in May.", [PCC, ACC]),
        ("The PCC said that she could not give that answer today but would write to the owners.", [PCC]),
        ("The PCC said that she could not give that answer today but that the ACC would write in May.", [ACC]),
        ("The CC said he could not say that the pump was new but would write to the owners.", []),
    ],
)
def test_whose_verb_a_modal_goes_with(annotate_lines: Annotate, text: str, owners: list[str]) -> None:
    assert [name for names, _ in owned(annotate_lines, text) for name in names] == owners


NAMED = ("kg_sentences", "kg_dates", "kg_bodies", *COMMITMENTS[2:])
HEAD = "Norland Police\n\nPresent: CC Ben Hale\n\n"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "The CC had set up a Barn Safety Board under Cllr Tarn, which would publish a plan in May.",
            "Barn Safety Board",
        ),
        ("The CC had set up a Barn Safety Board, which would publish a plan in May.", "Barn Safety Board"),
        ("The CC had a contract with the Barn Board for a van, which would provide room by May.", None),
        ("The CC had set up a Barn Board with the Hale Board, which would publish a plan in May.", None),
        ("The CC had sent a paper to the Barn Board, which would provide dates by May.", None),
        ("The CC had written a plan, which would be published in May.", "Norland Police"),
        ("The CC had told the Barn Safety Board of a plan, which would be published in May.", "Norland Police"),
    ],
)
def test_whose_deed_a_clause_with_which_tells(annotate_lines: Annotate, text: str, owner: str | None) -> None:
    (found,) = annotate_lines(f"{HEAD}{text}", *NAMED)._.commitments
    assert [actor.name for actor in found.owners] == ([owner] if owner else [])


PANEL = """\
Norland Police and Crime Panel

Minutes of the meeting held on 3 March 2020

Present: Councillors J Tarn (Chair) and A Moss

In attendance: Ben Hale (Chief Constable), Ivy Nash (Monitoring Officer), Dee Wray (Analyst)

1. Vans

"""


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The Chief Constable said that a van would be bought in May.", ["Norland Police"]),
        ("The force was short of vans. A van would be bought for the force in May.", ["Norland Police"]),
        ("The Monitoring Officer confirmed that a hearing would be held in May.", []),
        ("The Panel's treasurer said that the grant would be claimed in May.", []),
        ("This was not known and a written answer would be sent to Members in May.", []),
        ("Cllr Tarn said that a letter would be written in May.", []),
        ("Dee Wray said that a letter would be written in May.", []),
        ("Dee Wray said that the force was late and that a van would be bought in May.", ["Norland Police"]),
    ],
)
def test_a_panel_has_matters_of_its_own(text: str, owners: list[str]) -> None:
    head = PANEL.replace("1. Vans", "1. Vans\n\nNorland Police had written to the force. Norland Police was thanked.")
    record = extract_record(read_bytes(f"{head}{text}".encode(), "minutes.txt"), Choice("uk-policing", "test"))
    assert [owner.name for each in record.commitments for owner in each.owners] == owners


@pytest.mark.parametrize(
    ("text", "owners", "words"),
    [
        ("It was agreed that the CC would be invited to the May meeting.", [], None),
        ("It was agreed that the vans would be mended by May.", [FORCE], None),
        ("The audit was on course to be signed off by May.", [], None),
        ("The van was on course to be mended by May.", [FORCE], None),
        ("Mr Wray gave a commitment that a test will be carried out by May.", [], "Mr Wray"),
        ("Mr Wray said that a test would be carried out by May.", [], None),
        ("The ACC said that a test would be carried out by May.", [FORCE], None),
        ("The ACC said that the vans would be inspected in May.", [FORCE], None),
        ("The CC gave a commitment that a test will be carried out by May.", [CC], "The CC"),
        ("The ACC said that inspectors would inspect the force from 12 May.", [], "inspectors"),
    ],
)
def test_what_the_body_held_to_account_does_not_answer_for(
    annotate_lines: Annotate, text: str, owners: list[str], words: str | None
) -> None:
    assert owned(annotate_lines, text) == [(owners, words)]


SEXES = (
    Person(name="Ada Moss", role="Police and Crime Commissioner", aliases=("PCC", "Ms Moss"), attendance="present"),
    Person(name="Eve Tarn", role="Councillor", aliases=("Cllr Tarn",), attendance="present"),
)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The PCC said that it was late. Cllr Tarn was not sure. After that she undertook to write.", []),
        ("The PCC said that it was late. Cllr Tarn was not sure. After that he undertook to write.", ["Eve Tarn"]),
        ("It was late. Cllr Tarn was not sure. After that she undertook to write.", ["Eve Tarn"]),
    ],
)
def test_whom_a_pronoun_may_mean_where_one_before_is_known(
    annotate_lines: Annotate, text: str, owners: list[str]
) -> None:
    assert [names for names, _ in owned(annotate_lines, text, people=SEXES)] == [owners]
