"""What is taken for the same: words, names, times, and who is paired with whom."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.evaluate.annotation import Heading, Named
from graph_loader.evaluate.likeness import align, overlap, same_name, same_time, same_words


def named(name: str, *aliases: str) -> Named:
    return Named.model_validate({"name": name, "aliases": aliases})


def headings(titles: Sequence[str], required: bool = True) -> list[Heading]:
    return [Heading.model_validate({"title": title, "required": required}) for title in titles]


@pytest.mark.parametrize(
    ("one", "other", "degree"),
    [
        ("The ponds are green.", "the PONDS are green", 1.0),
        ("the 28<sup>th</sup> &amp; last", "the 28 th last", 1.0),
        ("ponds and lakes", "ponds or rivers", 1 / 3),
        ("ponds ponds", "ponds", 2 / 3),
        ("ponds", "lakes", 0.0),
        ("", "", 0.0),
        (None, "ponds", 0.0),
    ],
)
def test_overlap_counts_words(one: str | None, other: str, degree: float) -> None:
    assert overlap(one, other) == pytest.approx(degree)


@given(st.text(), st.text())
def test_overlap_is_a_share_and_has_no_sides(one: str, other: str) -> None:
    assert 0 <= overlap(one, other) == overlap(other, one) <= 1


@pytest.mark.parametrize(
    ("gold", "found", "degree"),
    [
        (named("The Parks Board"), named("parks board"), 1.0),
        (named("Brookvale Parks Trust", "BPT"), named("BPT"), 0.9),
        (named("BPT"), named("Brookvale Parks Trust", "BPT"), 0.9),
        (named("Parks Board"), named("Brookvale Parks Board"), 0.7),
        (named("Parks"), named("Brookvale Parks"), 0.0),
        (named("Parks Board"), named("Lakes Board"), 0.0),
        (named("A", "X"), named("B", "X"), 0.0),
    ],
)
def test_names_are_alike_by_degrees(gold: Named, found: Named, degree: float) -> None:
    assert same_name(gold, found) == degree


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("2021-09-23", "2021-09-23", True),
        ("2021-09-23", "2021-09", True),
        ("2021", "2021-09", True),
        ("2019-06/2019-07", "2019-07-01", True),
        ("2022/2023", "2023", True),
        ("2021-09", "2021-10", False),
        ("2021-09", "20", False),
        ("2021-09", None, False),
        (None, "2021-09", False),
        (None, None, True),
    ],
)
def test_times_are_the_same_as_precisely_as_both_tell(wanted: str | None, got: str | None, same: bool) -> None:
    assert same_time(wanted, got) is same


def test_the_likest_are_paired_and_each_once() -> None:
    pairs = align(headings(["green ponds", "green ponds today"]), headings(["green ponds today", "lakes"]), same_words)
    told = [(pair.gold and pair.gold.words, pair.found and pair.found.words) for pair in pairs]
    assert told == [("green ponds", None), ("green ponds today", "green ponds today"), (None, "lakes")]


def test_what_is_required_goes_before_what_is_borderline() -> None:
    golds = [*headings(["ponds"], required=False), *headings(["ponds"])]
    assert [pair.found is not None for pair in align(golds, headings(["ponds"]), same_words)] == [False, True]
