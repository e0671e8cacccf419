"""Sums up scores: precision, recall and F1 of each measure over all documents, with intervals by resampling."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph_loader.evaluate.entries import HEADLINE, MEASURES, RECALL_ONLY, Entry

DRAWS, SEED = 1000, 1
_INTERVAL = (2.5, 97.5)
Counts = NDArray[np.int64]
Figures = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """Is what one measure comes to; between `low` and `high` lies its F1 in 95 of 100 draws of like documents.

    A measure in which nothing can be made up has recall alone, and its interval; the headline is a mean of F1 alone.
    """

    measure: str
    precision: float | None
    recall: float | None
    f1: float | None
    low: float
    high: float
    tp: int | None = None
    fp: int | None = None
    fn: int | None = None


def figures(documents: Sequence[Sequence[Entry]]) -> list[Figure]:
    """Gives every measure in order, then the headline; what no document has anything of is nought throughout.

    The documents are drawn with replacement, and of each drawn one its entries: with many documents the differences
    between them make the interval, with one those between its entries. The same scores give the same intervals.
    """
    counts = [_counts(entries) for entries in documents]
    whole = np.array([sum(one.sum(axis=0) for one in counts)])
    score = _scores(whole, np.zeros(len(MEASURES)))
    drawn = _scores(_draw(counts), score[0])
    rows = [_figure(*row) for row in zip(MEASURES, whole[0].tolist(), _intervals(drawn), strict=True)]
    headline = [MEASURES.index(measure) for measure in HEADLINE]
    ((low, high),) = _intervals(drawn[:, headline].mean(axis=1, keepdims=True))
    return [*rows, Figure("headline", None, None, float(score[0, headline].mean()), low, high)]


def _counts(entries: Sequence[Entry]) -> Counts:
    """Gives for each entry and measure how often it is right, made up and missed."""
    rows = [[(one.tp[name], one.fp[name], one.fn[name]) for name in MEASURES] for one in entries]
    return np.array(rows, dtype=np.int64).reshape(-1, len(MEASURES), 3)


def _draw(counts: Sequence[Counts]) -> Counts:
    """Gives the counts of each measure in each draw."""
    random = np.random.default_rng(SEED)
    times = random.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=DRAWS)
    totals = np.zeros((DRAWS, len(MEASURES), 3), dtype=np.int64)
    for document, one in enumerate(counts):
        if size := len(one):
            # Drawn twice, a document gives twice as many entries: the sum of draws of one size is one draw of all.
            weights = random.multinomial(times[:, document] * size, np.full(size, 1 / size))
            totals += np.tensordot(weights, one, axes=1)
    return totals


def _scores(counts: Counts, otherwise: Figures) -> Figures:
    """Gives the F1 of each measure, recall where it has no other, and `otherwise` where there is nothing to count."""
    tp, fp, fn = np.moveaxis(counts, -1, 0)
    recall = np.isin(MEASURES, RECALL_ONLY)
    right, all_of_it = np.where(recall, tp, 2 * tp), np.where(recall, tp + fn, 2 * tp + fp + fn)
    return np.where(all_of_it > 0, right / np.maximum(all_of_it, 1), otherwise)


def _intervals(drawn: Figures) -> list[tuple[float, float]]:
    low, high = np.percentile(drawn, _INTERVAL, axis=0)
    return [(float(one), float(other)) for one, other in zip(low, high, strict=True)]


def _figure(measure: str, counts: Sequence[int], interval: tuple[float, float]) -> Figure:
    tp, fp, fn = counts
    recall = _share(tp, tp + fn)
    if measure in RECALL_ONLY:
        return Figure(measure, None, recall, None, *interval, tp, None, fn)
    return Figure(measure, _share(tp, tp + fp), recall, _share(2 * tp, 2 * tp + fp + fn), *interval, tp, fp, fn)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
