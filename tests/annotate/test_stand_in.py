from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph_loader.model.record import Meeting

Annotate = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Safer Gwent Plan was noted. The force will report.", "Gwent Police"),
        ("The Gwent Police and Crime Panel met. The CC visited Cleveland Police.", "Gwent Police"),
        ("Ada Moss, Police and Crime Commissioner for Gwent, opened the meeting.", "Gwent Police"),
        ("Norland Police will write to everyone. Norland is a large county.", "Norland Police"),
        ("Drones: Norland Constabulary has one drone.", "Norland Constabulary"),
        # A force that is only visited is not the one held to account.
        (
            "\n\n".join(["Nothing to note."] * 14) + "\n\nThe CC visited Gwent Police. The force will learn from it.",
            None,
        ),
        ("His Majesty's Inspectorate of Constabulary has written. The force will report.", None),
        ("The force will report.", None),
        # A fire authority of the same place is no force.
        ("Gwent Fire and Rescue Authority\n\n" + "\n\n".join(["Nothing."] * 14) + "\n\nGwent Police had agreed.", None),
    ],
)
def test_whom_the_force_stands_for(annotate_lines: Annotate, text: str, expected: str | None) -> None:
    assert annotate_lines(text, "kg_sentences", "kg_bodies")._.stand_in == expected


def test_the_force_and_its_place_are_forms_of_its_name(annotate_lines: Annotate) -> None:
    text = "The Safer Gwent Plan was noted. The force will report. Many forces, Gwent among them, do so."
    (body,) = annotate_lines(text, "kg_sentences", "kg_bodies")._.bodies
    assert (body.name, set(body.aliases)) == ("Gwent Police", {"the force", "Gwent"})
    assert [mention.quote for mention in body.mentions] == ["The force", "Gwent"]


def test_the_place_of_a_post_is_no_form_of_the_force(annotate_lines: Annotate) -> None:
    text = "The Police and Crime Commissioner for Gwent spoke. Gwent Police has grown."
    doc = annotate_lines(text, "kg_sentences", "kg_bodies")
    assert [body.aliases for body in doc._.bodies if body.name == "Gwent Police"] == [()]


def test_another_place_counts_beside_forces_only(annotate_lines: Annotate) -> None:
    beside = annotate_lines(
        "Gwent Police has grown. The report compared Gwent and Cleveland; both forces must improve.",
        "kg_sentences",
        "kg_bodies",
    )
    assert [body.name for body in beside._.bodies] == ["Gwent Police", "Cleveland Police"]
    apart = annotate_lines("Gwent Police has grown. A lorry was stopped in Cleveland.", "kg_sentences", "kg_bodies")
    assert [body.name for body in apart._.bodies] == ["Gwent Police"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marle Harbour Trust met. Marle Harbour Trust has grown. The chair said that the Trust would act.",
            "Marle Harbour Trust",
        ),
        ("Marle Town Council met. Marle Town Council wrote to the County Council. The Council agreed.", None),
        ("Marle Town Council met. The Council agreed.", None),
        ("Marle Harbour Trust met. Marle Harbour Trust has grown.", None),
    ],
)
def test_whom_a_bare_head_noun_stands_for(annotate_lines: Annotate, text: str, expected: str | None) -> None:
    assert annotate_lines(text, "kg_sentences", "kg_bodies", profile="general")._.stand_in == expected


@pytest.mark.parametrize(
    ("text", "profile", "expected"),
    [
        # It is named once, on a line of its own at the head, and no bare noun is printed.
        ("Marle Community NHS Trust\n\nMinutes of the Trust Board\n\nThe bay will open in May.", "nhs-board", True),
        ("The Trust Board met.\n\nMarle Community NHS Trust sent a letter.", "nhs-board", False),
        ("Marle Teaching Health Board\n\nThe chair said that the Health Board would act.", "nhs-board", True),
        # In its own minutes it stays the Council, whatever other councils are spoken of.
        ("Marle Town Council\n\nThe Hale County Council wrote. The Council agreed.", "uk-local-government", True),
    ],
)
def test_the_minutes_of_a_body_name_it_at_their_head(
    annotate_lines: Annotate, text: str, profile: str, *, expected: bool
) -> None:
    stand_in = annotate_lines(text, "kg_sentences", "kg_bodies", profile=profile)._.stand_in
    assert stand_in == (text.partition("\n")[0] if expected else None)


def test_a_body_is_known_by_each_noun_that_its_name_ends_in(annotate_lines: Annotate) -> None:
    text = "Marle Parish Council\n\nThe Council agreed. A letter to the Parish Council was read."
    (body,) = annotate_lines(text, "kg_sentences", "kg_bodies", profile="uk-local-government")._.bodies
    assert (body.name, set(body.aliases)) == ("Marle Parish Council", {"the Council", "the Parish Council"})


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("The Marle Fire and Rescue Service wrote. The Service would act.", {"the Service"}),
        # Of two services, or of one of another place, none is meant.
        ("The Marle Fire and Rescue Service met the Marle Ambulance Service. The Service would act.", set()),
        ("The Hale Fire and Rescue Service wrote. The Service would act.", set()),
    ],
)
def test_a_sister_of_the_body_goes_by_its_noun_too(annotate_lines: Annotate, text: str, alias: set[str]) -> None:
    text = f"Marle Fire Authority\n\nThe Authority agreed. {text}"
    doc = annotate_lines(text, "kg_sentences", "kg_bodies", profile="uk-fire")
    own, service, *_ = doc._.bodies
    assert (doc._.stand_in, set(own.aliases)) == ("Marle Fire Authority", {"the Authority"})
    assert set(service.aliases) == alias


def test_the_board_is_the_board_whose_minutes_these_are(annotate_lines: Annotate) -> None:
    text = "The Marle Harbour Board met the Pilotage Panel. The Board agreed; the Panel did not."
    meeting = Meeting(series="Marle Harbour Board")
    bodies = annotate_lines(text, "kg_sentences", "kg_bodies", meeting=meeting, profile="general")._.bodies
    assert [(body.name, body.aliases) for body in bodies] == [
        ("Marle Harbour Board", ("the Board",)),
        ("Pilotage Panel", ()),
    ]
