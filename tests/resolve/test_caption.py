"""Captions are short, whole words, and read as one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.resolve.caption import LENGTH, caption


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Why are the ponds dry?", "Why are the ponds dry?"),
        (" Why\nare  the\tponds dry? ", "Why are the ponds dry?"),
        ("one two, " * 8, "one two, one two, one two, one two, one two, one two, one …"),
        ("x" * 61, "x" * 60 + " …"),
        ("ponds < lakes", "ponds < lakes"),
        ("", ""),
    ],
)
def test_a_caption_is_the_first_whole_words(text: str, short: str) -> None:
    assert caption(text) == short


@given(st.text())
def test_a_caption_is_never_long(text: str) -> None:
    assert len(caption(text)) <= LENGTH + 2
