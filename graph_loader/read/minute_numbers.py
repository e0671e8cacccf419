"""Finds the numbers with letters in front by which some minutes count their items: `TB/11`, `PC/19/23`, `FC24/7`."""

import re
from collections.abc import Iterable
from itertools import pairwise

_CODED = re.compile(
    r"(?P<series>[A-Z]{1,5}\d{0,4}/(?:\d{2,4}/)?)(?P<count>\d{1,4})(?![\d/-])[.:]?(?:\s(?=[A-Z“\"'‘(])|$)"
)
_LEAST = 3


def coded_series(texts: Iterable[str]) -> frozenset[str]:
    """Gives what stands before the count of numbers at the head of lines, where they count on one by one.

    References of planning applications and invoices look alike, but they jump.
    """
    counts: dict[str, list[int]] = {}
    for text in texts:
        if found := _CODED.match(text):
            counts.setdefault(found["series"], []).append(int(found["count"]))
    return frozenset(series for series, found in counts.items() if _counts_on(found))


def coded_end(text: str, series: frozenset[str]) -> int:
    """Gives where a number of one of the series ends that begins a text, with the space behind it; 0 for none."""
    found = _CODED.match(text) if series else None
    return found.end() if found and found["series"] in series else 0


def _counts_on(counts: list[int]) -> bool:
    steps = [second - first for first, second in pairwise(counts)]
    return steps.count(1) >= max(_LEAST - 1, len(steps) * 3 / 4)
