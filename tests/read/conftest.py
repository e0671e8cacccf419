"""Reads made-up text and shows its blocks in a form that fits into a table of cases."""

from collections.abc import Callable

import pytest

from graph_loader.model.layout import Layout
from graph_loader.read import read_bytes

Read = Callable[..., Layout]
Shown = list[tuple[str, str, str]]


@pytest.fixture
def read() -> Read:
    def read_text(text: str | bytes, name: str = "minutes.txt", **options: int) -> Layout:
        return read_bytes(text.encode() if isinstance(text, str) else text, name, **options)

    return read_text


@pytest.fixture
def shown(read: Read) -> Callable[..., Shown]:
    """Gives each block of a text as its kind, marker and words."""

    def show(text: str | bytes, name: str = "minutes.txt") -> Shown:
        return [(block.kind, block.marker, block.text) for block in read(text, name).blocks]

    return show
