"""Who held a post on a day whose minutes do not say so."""

import pytest

from graph_loader.resolve.tenure import Holding, Tenures


def held(
    name: str, date: str, *, title: str = "Head of Parks", body: str | None = "trust", acting: bool = False
) -> Holding:
    return Holding(name.lower(), name, title, body, date, acting)


BEFORE, AFTER = held("Ines Holt", "2018-03-01"), held("Ines Holt", "2018-09-01")


@pytest.mark.parametrize(
    ("holdings", "date", "person"),
    [
        ([BEFORE, AFTER], "2018-05-01", "ines holt"),
        ([BEFORE, AFTER], "2018-05", "ines holt"),
        ([BEFORE], "2018-05-01", None),
        ([AFTER], "2018-05-01", None),
        ([BEFORE, AFTER], "2019-01-01", None),
        ([BEFORE, AFTER], "2018-03-01", None),
        ([BEFORE, held("Tom Ferreira", "2018-09-01")], "2018-05-01", None),
        ([BEFORE, held("Una Reed", "2018-04-01"), AFTER], "2018-05-01", None),
        ([BEFORE, held("Una Reed", "2018-09-01"), AFTER], "2018-05-01", None),
        ([BEFORE, held("Ines Holt", "2018-04-01", acting=True), AFTER], "2018-05-01", None),
        ([BEFORE, held("Ines Holt", "2018-09-01", body="other")], "2018-05-01", None),
        ([BEFORE, held("Ines Holt", "2018-09-01", title="HEAD OF PARKS")], "2018-05-01", "ines holt"),
    ],
    ids=[
        "same on both sides",
        "in a month",
        "nobody after",
        "nobody before",
        "after the last",
        "on a day that names the holder",
        "another after",
        "another in between",
        "two at a time",
        "acting before",
        "another body",
        "other letters",
    ],
)
def test_a_holder_is_told_only_between_two_meetings_that_agree(
    holdings: list[Holding], date: str, person: str | None
) -> None:
    found = Tenures(holdings).holder("Head of Parks", "trust", date)
    assert (found.person if found else None) == person


def test_the_reason_names_both_meetings() -> None:
    found = Tenures([AFTER, BEFORE]).holder("Head of Parks", "trust", "2018-05-01")
    assert found is not None
    assert found.reason == "Ines Holt is named as Head of Parks on 2018-03-01 and on 2018-09-01"


@pytest.mark.parametrize(
    ("others", "person"), [([], "ines holt"), ([held("Tom Ferreira", "2018-04-01", body="club")], None)]
)
def test_a_title_without_a_body_is_that_of_the_one_body_that_has_it(others: list[Holding], person: str | None) -> None:
    found = Tenures([BEFORE, AFTER, *others]).holder("Head of Parks", None, "2018-05-01")
    assert (found.person if found else None) == person
