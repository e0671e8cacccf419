import pytest
import spacy
from spacy.tokens import Doc

from graph_loader.annotate.profile import load_profile
from graph_loader.extract.people import people_of
from graph_loader.model.record import Body, Person

PROFILE = load_profile("uk-policing")


def _doc(role: str | None, organisation: str | None = None, stand_in: str | None = "Norland Police") -> Doc:
    doc = spacy.blank("en")("")
    doc._.people = (Person(name="Ada Moss", role=role, organisation=organisation),)
    doc._.bodies = (Body(name="Norland Police", aliases=("the force",)), Body(name="OPCC"), Body(name="Gwent Police"))
    doc._.stand_in = stand_in
    return doc


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Chief Constable", "Norland Police"),
        ("Temporary Assistant Chief Constable", "Norland Police"),
        ("Superintendent, Coastal Area", "Norland Police"),
        ("Police and Crime Commissioner", "OPCC"),
        ("Chief Executive for the Police and Crime Commissioner", "OPCC"),
        ("Chief Executive for the PCC", "OPCC"),
        ("Chief Constable of Gwent Police", "Gwent Police"),
        # Both the force's rank and the commissioner's office: the reader cannot tell.
        ("Inspector, Staff Officer - Police and Crime Commissioner", None),
        ("Staff Officer", None),
        ("His Majesty's Inspector", None),
        (None, None),
    ],
)
def test_the_organisation_follows_from_the_post(role: str | None, expected: str | None) -> None:
    (person,) = people_of(_doc(role), PROFILE)
    assert person.organisation == expected


def test_a_printed_organisation_stays() -> None:
    (person,) = people_of(_doc("Chief Constable", "Marle Police"), PROFILE)
    assert person.organisation == "Marle Police"


def test_nobody_belongs_to_an_unknown_body() -> None:
    (person,) = people_of(_doc("Chief Constable", stand_in=None), PROFILE)
    assert person.organisation is None
