import pytest

from tests.annotate.conftest import ACC, COUNCIL, FORUM, PCC, SPEECH, Annotate


def test_remarks_that_answer_nothing_are_statements(annotate_lines: Annotate) -> None:
    doc = annotate_lines("The PCC welcomed the report. It was long. The ACC noted that it was late.", *SPEECH)
    found = [(s.act, [actor.name for actor in s.speakers], s.quote) for s in doc._.statements]
    assert found == [
        ("welcomed", [PCC], "The PCC welcomed the report. It was long."),
        ("acknowledged", [ACC], "The ACC noted that it was late."),
    ]


def test_who_is_thanked_at_the_end_says_nothing(annotate_lines: Annotate) -> None:
    text = "Councillor Costa, for all, thanked Joy Lunn."
    doc = annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government")
    assert [[actor.name for actor in said.speakers] for said in doc._.statements] == [["Ann Costa"]]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("A guest said that it was damp. He said that it was cold.", 1),
        ("She thought that it was damp. It was suggested that it be sold.", 2),
    ],
)
def test_what_nobody_named_says_is_one_answer_until_another_speaks(
    annotate_lines: Annotate, said: str, count: int
) -> None:
    doc = annotate_lines(f"Mr Tennant asked why it leaked. {said}", *SPEECH, people=FORUM, profile="general")
    assert len(doc._.exchanges[0].responses) == count
