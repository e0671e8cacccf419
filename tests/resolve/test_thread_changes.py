"""What became of issue threads when documents came or went."""

import pytest

from graph_loader.resolve.thread_changes import thread_changes

NAMES = {"x": "gulls", "y": "birds", "z": "geese"}


def pairs(words: str) -> list[tuple[str, str]]:
    """Gives `1x 2y` as the items 1 and 2 with the issues that they concern."""
    return [(word[0], word[1]) for word in words.split()]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("1x 2x", "1x 2x 3x", []),
        ("1x 2x", "1x 3y", []),
        ("", "1x", []),
        ("1x 2y", "1y 2y", ["the issue “gulls” (x) is now part of “birds” (y)"]),
        (
            "1x 2y",
            "1z 2z",
            ["the issue “gulls” (x) is now part of “geese” (z)", "the issue “birds” (y) is now part of “geese” (z)"],
        ),
        ("1x 2x", "1y 2y 3y", ["the issue “gulls” (x) goes on as “birds” (y)"]),
        ("1x 2x 3x", "1x 2y 3y", ["2 items of the issue “gulls” (x) are now an issue of their own, “birds” (y)"]),
        ("1x 2x 3y", "1x 2y 3y", ["1 item of the issue “gulls” (x) is now part of “birds” (y)"]),
        (
            "1x 2x",
            "1y 2z",
            [
                "1 item of the issue “gulls” (x) is now an issue of its own, “birds” (y)",
                "1 item of the issue “gulls” (x) is now an issue of its own, “geese” (z)",
            ],
        ),
        ("1x 1y", "1x 1y", []),
        ("1x 1y", "1x", []),
    ],
)
def test_it_is_told_in_words(before: str, after: str, told: list[str]) -> None:
    assert [str(change) for change in thread_changes(pairs(before), pairs(after), NAMES)] == told
    assert [str(change) for change in thread_changes(pairs(before)[::-1], pairs(after)[::-1], NAMES)] == told
