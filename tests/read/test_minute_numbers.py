from collections.abc import Callable

import pytest

from graph_loader.model.layout import Layout
from graph_loader.read.minute_numbers import coded_series, plain_series


@pytest.mark.parametrize(
    ("lines", "series"),
    [
        (["TB/11 Ferries", "It rained.", "TB/12 Piers", "TB/13. Dates"], {"TB/"}),
        (["PC/19/31. Ferries", "PC/19/32: Piers", "PC/19/33 Dates"], {"PC/19/"}),
        (["FC24/7 Ferries", "FC24/8", "FC24/9 Dates"], {"FC24/"}),
        (["TB/11 Ferries", "TB/11 was taken first.", "TB/12 Piers", "TB/13 Dates"], {"TB/"}),
        (["HC.11 Ferries", "HC.12 Piers", "HC.13 Dates"], {"HC."}),
        (["TB/11 Ferries", "TB/12 Piers"], set()),
        (["S/1234/19 Mill House", "S/1301/19 Forge", "S/1302/19 Farm"], set()),
        (["DC/19/1234 Mill House", "DC/19/1240 Forge", "DC/19/1241 Farm"], set()),
        (["A/B Ferries", "AB/CD Piers", "km/h Dates"], set()),
        (["TB/11 ferries", "TB/12 piers", "TB/13 dates"], set()),
    ],
)
def test_only_numbers_that_count_on_are_those_of_items(lines: list[str], series: set[str]) -> None:
    assert coded_series(lines) == series


@pytest.mark.parametrize(
    "text",
    ["TB/11 Ferries\n\nIt rained.\n\nTB/12 Piers\n\nTB/13 Dates\n", "TB/11\nFerries\n\nTB/12\nPiers\n\nTB/13\nDates\n"],
)
def test_they_are_markers_on_the_line_of_the_words_or_above_it(read: Callable[..., Layout], text: str) -> None:
    blocks = [(block.marker, block.text) for block in read(text).blocks if block.marker]
    assert blocks == [("TB/11", "Ferries"), ("TB/12", "Piers"), ("TB/13", "Dates")]
    assert not any(block.kind == "bullet" for block in read(text).blocks)


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["73 APOLOGIES", "There were none.", "74 Minutes", "Agreed.", "75 Ferries"], {73, 74, 75}),
        (["73 Apologies", "74 Minutes", "Agreed.", "12 May 2020", "75 Ferries", "It rained."], {73, 74, 75}),
        (["12 Mill Lane", "13 Mill Lane", "14 Mill Lane"], set()),
        (["73 Apologies", "None.", "74 Minutes"], set()),
        (["73 Apologies", "None.", "80 Minutes", "Agreed.", "91 Ferries"], set()),
        (["3 Boats were lost.", "It rained.", "4 Boats were found.", "It rained.", "5 Boats sailed."], set()),
    ],
)
def test_plain_numbers_count_on_above_their_text(lines: list[str], numbers: set[int]) -> None:
    assert plain_series(lines) == numbers


def test_items_may_be_counted_on_from_the_meeting_before(read: Callable[..., Layout]) -> None:
    text = "73 APOLOGIES\n\nNone.\n\n74 MINUTES\n\n(1) That they be agreed.\n\n75 Ferries\n\nIt rained.\n"
    blocks = [(block.marker, block.text) for block in read(text).blocks if block.marker[:1].isdigit()]
    assert blocks == [("73", "APOLOGIES"), ("74", "MINUTES"), ("75", "Ferries")]
