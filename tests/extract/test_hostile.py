"""Checks that the work grows no faster than the text, whatever stands in it: counted in calls, not in seconds."""

import sys

import pytest

from graph_loader.annotate.choose import Choice
from graph_loader.extract import extract_record
from graph_loader.read import read_bytes

UNITS = {
    "one sentence": "The CC said that the PCC asked the ACC whether ",
    "names": "Ada Moss, Ben Hale and Cy Dunn ",
    "initials": "AM / BH / CD to ask AM, ",
    "dates": "by the end of May 2020/21 or in 3 months' time ",
    "brackets": "Single Online Home (SOH) (",
    "labels": "ACTION: AM: ",
    "headings": "1. The Plan\n\n",
    "questions": "He asked why? She said so.\n",
}
FEW = 20


def calls(text: str) -> int:
    """Counts the calls that it takes to extract a text."""
    layout, count = read_bytes(text.encode(), "minutes.txt"), 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        extract_record(layout, Choice("uk-policing", "test"))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_text_takes_little_more_than_twice_the_work(unit: str) -> None:
    extract_record(read_bytes(unit.encode(), "minutes.txt"), Choice("uk-policing", "test"))
    few, many, most = (calls(unit * (FEW * times)) for times in (1, 2, 4))
    assert most - many <= 2.8 * max(many - few, FEW)
