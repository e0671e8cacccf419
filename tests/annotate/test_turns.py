"""Whose a promise is that names nobody: the body's whose minutes these are, unless one of another body makes it."""

import pytest

from graph_loader.annotate.choose import Choice
from graph_loader.extract import extract_record
from graph_loader.read import read_bytes

TRUST, COUNCIL = "Marle Community NHS Trust", "Marle Borough Council"
MINUTES = """\
{body}

Minutes of the {board} held on 4 May 2022

Present: Ada Moss (Chair), Ben Hale ({officer}), Cy Dunn (Chief Inspector), Eve Tarn (Headteacher, Hale Academy Trust)

1. Bay

Ada Moss asked when the bay would open. {answer}
"""


@pytest.mark.parametrize(
    ("body", "board", "officer", "profile"),
    [
        (TRUST, "Trust Board", "Chief Nurse", "nhs-board"),
        (COUNCIL, "Highways Committee", "Monitoring Officer", "uk-local-government"),
    ],
)
@pytest.mark.parametrize(
    ("answer", "is_its_own"),
    [
        ("Ben Hale said that the bay would be opened by July 2022.", True),
        ("The bay will be opened by July 2022.", True),
        ("Cy Dunn said that the bay would be opened by July 2022.", False),
        ("Eve Tarn said that the bay would be opened by July 2022.", False),
        ("The Environment Agency said that the bay would be opened by July 2022.", False),
    ],
)
def test_whose_a_promise_without_an_agent_is(
    body: str, board: str, officer: str, profile: str, answer: str, *, is_its_own: bool
) -> None:
    text = MINUTES.format(body=body, board=board, officer=officer, answer=answer)
    record = extract_record(read_bytes(text.encode(), "minutes.txt"), Choice(profile, "test"))
    (promise,) = record.commitments
    assert [owner.name for owner in promise.owners] == ([body] if is_its_own else [])


def test_what_guests_say_is_their_own_bodys() -> None:
    text = """\
Marle Joint Policing Committee

Minutes of the meeting held on 4 May 2022

Present

Marle County Council:
Cllr. A. Moss (Chair)
Mr. Ben Hale

Community Forum:
Ms. Eve Tarn

1. Bay

Cllr. Moss asked when the bay would open. Mr. Hale said that the bay would be opened by July 2022.
"""
    record = extract_record(read_bytes(text.encode(), "minutes.txt"), Choice("general", "test"))
    assert [[owner.name for owner in each.owners] for each in record.commitments] == [["Marle County Council"]]
