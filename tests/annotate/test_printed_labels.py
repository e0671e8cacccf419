import pytest

from tests.annotate.conftest import CC, COUNCIL, SPEECH, Annotate, Heard, exchanges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Q. Was it dear?\n\nA. Very.\n\nIt is kept in the barn.\n\nQ. Who paid?\n\nA. The Clerk said the county.",
            [("asked", [], [], [[]]), ("asked", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="letters before question and answer",
        ),
        pytest.param(
            "Q1 Was it dear?\n\nA1 Very.\n\nQ2 Who paid?\n\nA2 The Clerk said the county.",
            [("asked", [], [], [[]]), ("asked", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="letters and numbers before question and answer",
        ),
    ],
)
def test_letters_stand_before_question_and_answer(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert (
        exchanges(annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government"))
        == expected
    )


def test_printed_questions_have_no_asker(annotate_lines: Annotate) -> None:
    text = (
        "4. Safer Valleys – Burglary\n\nHow confident is the CC that burglary will fall?\n\nFindings:\n\n"
        "- The CC is confident that it will.\n- Patrols have doubled.\n"
    )
    assert exchanges(annotate_lines(text, *SPEECH)) == [("asked", [], [CC], [[CC]])]


def test_the_label_of_an_answer_is_no_part_of_it(annotate_lines: Annotate) -> None:
    doc = annotate_lines("Q: How many vans are there?\n\nA: The CC said that there were four.", *SPEECH)
    assert exchanges(doc) == [("asked", [], [CC], [[CC]])]
    assert [response.quote for response in doc._.exchanges[0].responses] == ["The CC said that there were four."]
