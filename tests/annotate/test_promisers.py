import pytest

from tests.annotate.conftest import ACC, CC, COMMITMENTS, PCC, Annotate


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
        ("The CC had written a plan, which would be published in May.", "Norland Police"),
        ("The CC had told the Barn Safety Board of a plan, which would be published in May.", "Norland Police"),
    ],
)
def test_whose_deed_a_clause_with_which_tells(annotate_lines: Annotate, text: str, owner: str) -> None:
    (found,) = annotate_lines(f"{HEAD}{text}", *NAMED)._.commitments
    assert [actor.name for actor in found.owners] == [owner]
