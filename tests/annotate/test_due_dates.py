import pytest

from graph_loader.annotate.choose import Choice
from graph_loader.extract import extract_record
from graph_loader.read import read_bytes
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
        ("ACTION: CD to share March and June lists. Due: end of July", "2020-07-31"),
        ("ACTION: CD to share the lists. **Due:** one week", "2020-03-10"),
        ("ACTION: CD to share the lists. Timescale: two weeks. Owner: CD", "2020-03-17"),
        ("ACTION: CD to share the lists. Due: 31.05.2020", "2020-05-31"),
        ("ACTION 5 – CD – check whether it is insured – Friday", "2020-03-06"),
        ("The ACC will look into whether it can be done by May.", None),
        ("ACTION: CD to share the June lists. Timescale: as soon as possible", None),
        ("ACTION: CD to share the list of what is due: pumps, vans and a ladder by May", "2020-05"),
        ("The ACC will have the figures for July by September.", "2020-09"),
        ("ACTION 5 – CD – mend the pump – Friday", "2020-03-06"),
        ("ACTION 5 – CD – mend the pump – next May", "2020-05"),
        ("ACTION 5 – CD – mend the pump – see the list", None),
        ("ACTION 5 – CD – mend the pump – and the other one by the gate in the barn", None),
    ],
)
def test_when_a_commitment_is_due(annotate_lines: Annotate, text: str, due: str | None) -> None:
    assert [found.due_date for found in annotate_lines(text, *COMMITMENTS)._.commitments] == [due]


@pytest.mark.parametrize(
    ("line", "following"),
    [("8.1 Wednesday, 6 May 2020", "2020-05-06"), ("9. Barn\n\nIt was sold on Wednesday, 6 May 2020.", None)],
)
def test_the_next_meeting_below_a_number_of_its_heading(line: str, following: str | None) -> None:
    head = "Barn Board\n\nMinutes of 3 March 2020\n\n1. Vans\n\nAB to report.\n\n8. Date of next meeting"
    text = f"{head}\n\n{line}"
    found = extract_record(read_bytes(text.encode(), "minutes.txt"), Choice("general", "test")).meeting.next_meeting
    assert (found.date if found else None) == following
