"""What a correction of a link is between, whichever way round it is written."""

from typing import Any

import pytest

from graph_loader.resolve.corrections.facts import Spoken
from graph_loader.resolve.corrections.links import ends_of
from graph_loader.resolve.corrections.model import Link

FIRST, LATER = frozenset({"first"}), frozenset({"later"})
SPOKEN = [
    Spoken("agendaitem-0000000000000001", FIRST, ("Soundings",)),
    Spoken("answer-0000000000000002", FIRST, ("He would publish the soundings.",)),
    Spoken("commitment-0000000000000003", FIRST, ("He would publish the soundings.",)),
    Spoken("statement-0000000000000004", LATER, ("The survey had been printed.",)),
    Spoken("question-0000000000000005", LATER, ("Whether they were out.",)),
    Spoken("commitment-0000000000000006", LATER, ("To print the survey.",)),
]
PROMISE = {"document": "first", "quote": "publish the soundings"}
PRINTED = {"document": "later", "quote": "had been printed"}
ASKED = {"document": "later", "quote": "whether they were"}
TO_PRINT = {"document": "later", "quote": "to print"}


@pytest.mark.parametrize(
    ("start", "end", "kind", "found"),
    [
        # An answer has the same words, but such a link is between commitments.
        (PROMISE, TO_PRINT, "RECURS_AS", ("commitment-0000000000000003", "commitment-0000000000000006")),
        (PROMISE, PRINTED, "REPORTED_ON_IN", ("commitment-0000000000000003", "statement-0000000000000004")),
        (PRINTED, PROMISE, "REPORTED_ON_IN", ("commitment-0000000000000003", "statement-0000000000000004")),
        (PROMISE, ASKED, "FOLLOWS_UP", ("question-0000000000000005", "commitment-0000000000000003")),
        (PRINTED, ASKED, None, ("statement-0000000000000004", "question-0000000000000005")),
        # Not clear what is meant, of a kind that no such link has, or one thing alone.
        (PROMISE, TO_PRINT, None, ()),
        (PRINTED, ASKED, "REPORTED_ON_IN", ()),
        (PROMISE, {"document": "later", "quote": "gone"}, "RECURS_AS", ()),
        (PROMISE, PROMISE, "RECURS_AS", ()),
    ],
)
def test_ends(start: Any, end: Any, kind: Any, found: tuple[str, ...]) -> None:
    link = Link.model_validate({"from": start, "to": end, "type": kind, "is": "rejected"})
    assert ends_of(link, SPOKEN) == found


def test_an_issue_concerns_an_item() -> None:
    heading = {"document": "first", "quote": "soundings"}
    link = Link.model_validate({"from": heading, "issue": "silt", "is": "rejected"})
    assert ends_of(link, SPOKEN) == ("agendaitem-0000000000000001",)
