"""What the figures come to, and what the intervals say."""

from collections.abc import Callable
from typing import Any

import pytest

from graph_loader.evaluate import Entry, Figure, figures

Sheet = dict[str, Any]
Scored = Callable[[Sheet, Sheet], list[Entry]]


def of(documents: list[list[Entry]], measure: str) -> Figure:
    (figure,) = (figure for figure in figures(documents) if figure.measure == measure)
    return figure


def entry(tp: int = 0, fp: int = 0, fn: int = 0) -> Entry:
    made = Entry()
    made.tp["items"], made.fp["items"], made.fn["items"] = tp, fp, fn
    return made


def test_precision_recall_and_their_mean_are_those_of_all_entries() -> None:
    found = of([[entry(tp=1), entry(fp=1)], [entry(tp=1), entry(fn=1), entry(fn=1)]], "items")
    assert (found.tp, found.fp, found.fn) == (2, 1, 2)
    assert [found.precision, found.recall, found.f1] == pytest.approx([2 / 3, 1 / 2, 4 / 7])


def test_a_measure_with_nothing_in_it_is_nought() -> None:
    found = of([[entry(tp=1)]], "bodies")
    assert (found.precision, found.recall, found.f1, found.low, found.high) == (0, 0, 0, 0, 0)


def test_the_headline_is_the_mean_of_seven(gold: Sheet, scored: Scored) -> None:
    assert of([scored(gold, gold)], "headline").f1 == 1
    assert of([scored(gold, gold | {"bodies": []})], "headline").f1 == pytest.approx(6 / 7)


def test_what_is_found_of_one_kind_has_recall_alone(gold: Sheet, scored: Scored) -> None:
    found = of([scored(gold, gold | {"commitments": gold["commitments"][:1]})], "commitments.promise")
    assert (found.precision, found.recall, found.f1, found.fp) == (None, 0, None, None)


def test_the_interval_holds_the_figure_and_narrows_with_more_entries() -> None:
    few, many = ([[entry(tp=1), entry(tp=1), entry(fn=1)] * count] for count in (3, 300))
    for documents in (few, many):
        found = of(documents, "items")
        assert found.f1 is not None
        assert 0 < found.low < found.f1 < found.high <= 1
    one, other = of(few, "items"), of(many, "items")
    assert other.high - other.low < (one.high - one.low) / 4


def test_documents_that_differ_make_it_wide() -> None:
    good, bad = [entry(tp=1)] * 50, [entry(fn=1)] * 50
    mixed = [entry(tp=1), entry(fn=1)] * 25
    apart, alike = of([good, bad], "items"), of([mixed, mixed], "items")
    assert apart.high - apart.low > 2 * (alike.high - alike.low)


def test_the_same_scores_give_the_same_figures(gold: Sheet, scored: Scored) -> None:
    documents = [scored(gold, gold | {"people": gold["people"][:1]}), [entry(tp=1), entry(fp=1)], []]
    assert figures(documents) == figures(documents)
