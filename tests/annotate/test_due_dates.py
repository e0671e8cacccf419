import pytest

from tests.annotate.conftest import COMMITMENTS, Annotate


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The ACC will write to the owners during May.", "2020-05"),
        ("The ACC would write to the owners: the PCC noted that the wall fell over Easter.", None),
        ("The wall fell during May and the ACC will write to the owners.", None),
        ("The ACC will send members the figures for May to July.", None),
        ("The ACC will bring the report for the last quarter of 2020.", None),
        ("ACTION: the ACC to provide detection rates for April to June.", None),
        ("The ACC will arrange a visit for July.", "2020-07"),
        ("The ACC will have the figures for July by September.", "2020-09"),
        ("ACTION 5 – CD – mend the pump – Friday", "2020-03-06"),
        ("ACTION 5 – CD – mend the pump – next May", "2020-05"),
        ("ACTION 5 – CD – mend the pump – see the list", None),
        ("ACTION 5 – CD – mend the pump – and the other one by the gate in the barn", None),
    ],
)
def test_when_a_commitment_is_due(annotate_lines: Annotate, text: str, due: str | None) -> None:
    assert [found.due_date for found in annotate_lines(text, *COMMITMENTS)._.commitments] == [due]
