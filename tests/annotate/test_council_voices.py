"""Tests whose words they are where councillors, cabinet members and officers speak one after the other."""

import pytest

from graph_loader.model.record import Person
from tests.annotate.conftest import COMMITMENTS, SPEECH, Annotate, exchanges

COMMITTEE = (
    Person(name="Ann Costa", role="Councillor", aliases=("AC",), attendance="present"),
    Person(name="Ida Rudd", role="Councillor, Cabinet Member for Safer Streets", attendance="present"),
    Person(name="Jo Corrie", role="Superintendent", aliases=("JC",), attendance="present"),
    Person(name="Una Tennant", role="Officer", aliases=("Ms Tennant",), attendance="present"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cllr Costa asked the Cabinet Member for Safer Streets what was done. "
            "The Cabinet Member for Safer Streets replied that it was late.",
            [("asked", ["Ann Costa"], ["Ida Rudd"], [["Ida Rudd"]])],
            id="a cabinet member is no cabinet",
        ),
        pytest.param(
            "Cllr Costa asked the Superintendent whether it was so. He said that it was, and he urged all to write.",
            [("asked", ["Ann Costa"], ["Jo Corrie"], [["Jo Corrie"]])],
            id="who answers calls on others in the same sentence",
        ),
        pytest.param(
            "Cllr Costa asked whether it was so. Superintendent Corrie said that it was. He urged residents to write.",
            [("asked", ["Ann Costa"], ["Jo Corrie"], [["Jo Corrie"]])],
            id="and in another",
        ),
        pytest.param(
            "Cllr Costa asked the Superintendent whether it was so. He said that it was. The survey was late, and he "
            "urged Members to write.",
            [("asked", ["Ann Costa"], ["Jo Corrie"], [["Jo Corrie"]])],
            id="and behind something else",
        ),
        pytest.param(
            "Cllr Costa asked about lamps. The Superintendent read out the question and advised that he would write.",
            [("asked", ["Ann Costa"], [], [])],
            id="who reads a question out does not answer it",
        ),
        pytest.param(
            "Cllr Costa asked whether it was so. Superintendent Corrie said that it was. She urged Superintendent "
            "Corrie to write.",
            [
                ("asked", ["Ann Costa"], ["Jo Corrie"], [["Jo Corrie"]]),
                ("requested", ["Ann Costa"], ["Jo Corrie"], []),
            ],
            id="who asked calls on who answered",
        ),
        pytest.param(
            "Cllr Costa, referring to the recent inspection by the Inspectorate of Quays and Locks and Weirs and all "
            "of its Services, asked why. Superintendent Corrie said so.",
            [("asked", ["Ann Costa"], ["Jo Corrie"], [["Jo Corrie"]])],
            id="a long aside",
        ),
    ],
)
def test_who_asks_and_who_answers(annotate_lines: Annotate, text: str, expected: list[object]) -> None:
    doc = annotate_lines(text, *SPEECH, people=COMMITTEE, stand_in=None, profile="uk-local-government")
    assert exchanges(doc) == expected


def test_who_was_she_in_one_paragraph_is_not_he_in_the_next(annotate_lines: Annotate) -> None:
    text = "Cllr Costa asked Cllr Rudd why. She replied that it was late.\n\nThe lock was old. He replied that it was."
    doc = annotate_lines(text, *SPEECH, people=COMMITTEE, stand_in=None, profile="uk-local-government")
    assert not any("He replied" in each.quote for each in doc._.statements)


@pytest.mark.parametrize(
    ("text", "speaker", "quote"),
    [
        (
            "It was predicted by Ms Tennant that it would rise. Concern was expressed by Cllr Costa about funds.",
            "Una Tennant",
            "It was predicted by Ms Tennant that it would rise.",
        ),
        (
            "Ms Tennant said that it was late. Cllr Costa did not hold with that.",
            "Una Tennant",
            "Ms Tennant said that it was late.",
        ),
        (
            "Cllr Costa remained of the view that it was late.",
            "Ann Costa",
            "Cllr Costa remained of the view that it was late.",
        ),
    ],
)
def test_who_says_what_and_no_more(annotate_lines: Annotate, text: str, speaker: str, quote: str) -> None:
    doc = annotate_lines(text, *SPEECH, people=COMMITTEE, stand_in=None, profile="uk-local-government")
    assert [(each.quote, [actor.name for actor in each.speakers]) for each in doc._.statements] == [(quote, [speaker])]


@pytest.mark.parametrize(
    "tail",
    [
        "Ms Tennant would write to the owner.",
        "The Committee discussed this at length.",
        "There were no new declarations.",
        "The meeting was quorate.",
        "Action closed.",
    ],
)
def test_what_the_minutes_tell_is_none_of_what_was_said(annotate_lines: Annotate, tail: str) -> None:
    doc = annotate_lines(f"JC said that it was so. {tail}", *SPEECH, people=COMMITTEE)
    assert [each.quote for each in doc._.statements] == ["JC said that it was so."]


@pytest.mark.parametrize("rank", ["PCSOs", "DCI", "PCSO", "Superintendents"])
def test_initials_behind_a_rank_begin_a_sentence(annotate_lines: Annotate, rank: str) -> None:
    doc = annotate_lines(f"AC spoke of the {rank}. JC was grateful and said that it was so.", *SPEECH, people=COMMITTEE)
    assert [[actor.name for actor in each.speakers] for each in doc._.statements][-1] == ["Jo Corrie"]


OFFICERS = (
    Person(name="Nadia Foxley", role="Area Manager", attendance="present"),
    Person(name="Farah Noone", role="Detective Superintendent", attendance="present"),
    Person(name="Joe Lusk", role="Lead Nurse", attendance="present"),
    Person(name="Colm Brierley", role="Assistant Director of Housing", attendance="present"),
    Person(name="Ida Bell", role="Assistant Commissioner", attendance="present"),
    Person(name="Tom Cray", role="Wing Commander", attendance="present"),
    Person(name="Una Cray", role="Clerk", attendance="present"),
)


@pytest.mark.parametrize(
    ("form", "speaker"),
    [
        ("AM Foxley", "Nadia Foxley"),
        ("Area Manager Foxley", "Nadia Foxley"),
        ("D Supt Noone", "Farah Noone"),
        ("D/Supt Noone", "Farah Noone"),
        ("Lead Nurse Lusk", "Joe Lusk"),
        ("Assistant Director Brierley", "Colm Brierley"),
        ("AC Bell", "Ida Bell"),
        ("Wg Cdr Tom Cray", "Tom Cray"),
        ("Wing Commander Cray", None),  # Two bear the name.
        ("HMP Foxley", None),
        ("AD Foxley", None),  # Another's post.
    ],
)
def test_a_post_before_a_surname_is_its_holder(annotate_lines: Annotate, form: str, speaker: str | None) -> None:
    doc = annotate_lines(f"{form} said that the roof was dry.", *SPEECH, people=OFFICERS, stand_in=None)
    said = [actor.name for each in doc._.statements for actor in each.speakers if actor.kind == "person"]
    assert said == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Cllr Rudd said so. She and Ms Tennant would meet the owner in May.", [["Ida Rudd", "Una Tennant"]]),
        ("Cllr Rudd said so. A decision was expected in May.", []),
        ("Cllr Rudd said that the outcome was due in May.", []),
    ],
)
def test_who_promises(annotate_lines: Annotate, text: str, owners: list[list[str]]) -> None:
    doc = annotate_lines(text, *COMMITMENTS, people=COMMITTEE, stand_in=None, profile="uk-local-government")
    assert [[actor.name for actor in each.owners] for each in doc._.commitments] == owners
