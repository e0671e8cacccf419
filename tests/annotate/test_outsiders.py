import pytest

from graph_loader.model.record import Person
from tests.annotate.conftest import COMMITMENTS, FORCE, PEOPLE, Annotate

DIRECTORS = (
    Person(name="Dora Finch", role="Director of Estates", attendance="present"),
    Person(name="Gus Orme", role="Deputy Director of Estates", attendance="present"),
)


def owned(annotate_lines: Annotate, text: str, **more: object) -> list[tuple[list[str], str | None]]:
    """Gives the owners of the commitments of a text with the words that name them."""
    found = annotate_lines(text, *COMMITMENTS, **more)._.commitments
    return [([actor.name for actor in each.owners], each.owner_text) for each in found]


@pytest.mark.parametrize(
    ("text", "owner_text"),
    [
        ("The supplier would deliver the vans by May.", "The supplier"),
        ("The ACC said that the college had agreed to it and would publish dates in May.", "the college"),
        ("Barn England was leading on this and would report in May.", "Barn England"),
        ("The ACC said that Barn England was leading on this and would report in May.", "Barn England"),
        ("The vans are of Vantis, and Vantis would bring them in May.", "Vantis"),
        ("The county council was late and it would write by May.", "The county council"),
        ("The chair of the Barn Committee had agreed and would write by May.", "The chair of the Barn Committee"),
        ("The supplier had said that the vans would be delivered in May.", None),
        ("The landlord had called in March and his survey would be published in May.", FORCE),
        ("The contractor had called in March and its survey would be published in May.", None),
        ("The ACC said that the contractor's survey would be published in May.", None),
        ("The Barn Trust would open a shop in May.", "The Barn Trust"),
        ("Mr Wray would bring a list by May.", "Mr Wray"),
        ("By May the supplier would deliver the vans.", "the supplier"),
        ("The residents would be visited in May.", FORCE),
        ("The union would be consulted by May.", FORCE),
        ("A group of residents will be formed in May.", FORCE),
        ("Barn House would open in May.", FORCE),
        ("The vans were late and would run in May.", FORCE),
        ("The officers would report in May.", FORCE),
        ("The force would report in May.", FORCE),
        ("The constabulary was late and would report in May.", FORCE),
        ("Patrols would begin in May.", FORCE),
        ("The CC told members that the vans would be sold in May.", FORCE),
    ],
)
def test_whose_deed_it_is(annotate_lines: Annotate, text: str, owner_text: str | None) -> None:
    ((owners, words),) = owned(annotate_lines, text)
    assert owners == ([FORCE] if owner_text == FORCE else [])
    assert owner_text in {words, FORCE}


def test_what_others_say_with_no_day_is_no_promise(annotate_lines: Annotate) -> None:
    assert owned(annotate_lines, "The union had said that the vans would be washed.") == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The Head of Barns would write to the owners.", "Head of Barns"),
        ("The ACC said that the Head of Barns was late and would write to the owners.", "Head of Barns"),
        ("The Director of Roads undertook to write to the owners.", "Director of Roads"),
        ("The Chair of the Barn Committee would write to the owners.", "Chair of the Barn Committee"),
        ("The Director undertook to write to the owners.", "Dora Finch"),
        ("The Director will write to the owners.", "Dora Finch"),
        ("The Director of Estates undertook to write to the owners.", "Dora Finch"),
    ],
)
def test_posts_that_give_a_promise(annotate_lines: Annotate, text: str, post: str) -> None:
    ((owners, _),) = owned(annotate_lines, text, people=(*PEOPLE, *DIRECTORS))
    assert owners == [post]


@pytest.mark.parametrize(
    "other",
    [
        Person(name="Ivy Nash", role="Director of Roads", attendance="apologies"),
        Person(name="Ivy Nash", role="Finance Director", attendance="mentioned"),
    ],
)
def test_one_of_two_directors_is_nobody(annotate_lines: Annotate, other: Person) -> None:
    people = (*PEOPLE, *DIRECTORS, other)
    assert owned(annotate_lines, "The Director undertook to write.", people=people) == [([], None)]


def test_what_a_programme_does_is_the_bodys_own(annotate_lines: Annotate) -> None:
    text = "Norland Police\n\nNorland Police will report. {} is new. The ACC said that the {} would report by May.\n"
    parts = ("kg_sentences", "kg_bodies", "kg_programmes", *COMMITMENTS[1:])
    for name, owners in (("Harbour Watch Programme", [FORCE]), ("Harbour Watch Society", ["Harbour Watch Society"])):
        found = annotate_lines(text.format(name, name), *parts)._.commitments
        assert [[actor.name for actor in each.owners] for each in found][-1:] == [owners]
