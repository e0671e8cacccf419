"""Finds the numbers by which some minutes count their items on from the meeting before: `TB/11`, `HC.12`, `73`."""

import re
from collections.abc import Iterable
from itertools import pairwise

_CODED = re.compile(
    r"(?P<series>[A-Z]{1,5}\d{0,4}[/.](?:\d{2,4}/)?)(?P<count>\d{1,4})(?![\d/-])[.:]?(?:\s(?=[A-Z“\"'‘(])|$)"
)
_PLAIN = re.compile(r"(\d{1,3}),?\s(?=[A-Z“\"'‘(])")
_LEAST = 3
_MOST_WORDS = 16


def coded_series(texts: Iterable[str]) -> frozenset[str]:
    """Gives what stands before the count of numbers at the head of lines, where they count on one by one.

    References of planning applications and invoices look alike, but they jump.
    """
    counts: dict[str, list[int]] = {}
    for text in texts:
        if found := _CODED.match(text):
            counts.setdefault(found["series"], []).append(int(found["count"]))
    return frozenset(series for series, found in counts.items() if _counts_on(found))


def plain_series(texts: Iterable[str]) -> frozenset[int]:
    """Gives the numbers at the head of short lines that count on one by one, with text below most of them.

    The numbers of houses and of what a table lists may count on as well, but follow each other line by line.
    """
    runs: dict[int, list[int]] = {}
    for line, text in enumerate(texts):
        found = _PLAIN.match(text)
        if found and len(text.split()) <= _MOST_WORDS and text.rstrip()[-1] not in ".,;":
            number = int(found[1])
            runs[number] = [*runs.pop(number - 1, ()), line]
    last, lines = max(runs.items(), key=lambda run: (len(run[1]), -run[0]), default=(0, []))
    apart = sum(second - first > 1 for first, second in pairwise(lines))
    enough = len(lines) >= _LEAST and apart * 2 >= len(lines) - 1
    return frozenset(range(last - len(lines) + 1, last + 1)) if enough else frozenset()


def coded_end(text: str, series: frozenset[str]) -> int:
    """Gives where a number of one of the series ends that begins a text, with the space behind it; 0 for none."""
    found = _CODED.match(text) if series else None
    return found.end() if found and found["series"] in series else 0


def _counts_on(counts: list[int]) -> bool:
    steps = [second - first for first, second in pairwise(counts)]
    return steps.count(1) >= max(_LEAST - 1, len(steps) * 3 / 4)
