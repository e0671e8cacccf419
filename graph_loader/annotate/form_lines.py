"""Tells the lines of a printed form, which come back under item after item, from headings.

`Licence: 44`, `Licence: 45` and `Licence: 46` are a field, `GRANTED` below each of them is what came of it.
"""

from collections import Counter
from collections.abc import Iterable

from graph_loader.model.ids import fold
from graph_loader.model.layout import Block

_MOST_FIELD_WORDS = 4
_MOST_WORDS = 12
_OFTEN = 3
_TWICE = 2
"""How often a line in capitals comes back: hardly any section is called the same twice."""


class FormLines:
    """Counts what comes back among the blocks of one document."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._seen = Counter(key for block in blocks for key in {_field(block), _line(block)} if key)

    def holds(self, block: Block) -> bool:
        """Tells whether a block is a field of a form or what is printed again and again; a numbered one never is."""
        line = _line(block)
        often = _TWICE if "capitals" in block.emphasis else _OFTEN
        return self._seen[_field(block)] >= _OFTEN or (bool(line) and self._seen[line] >= often)


def _field(block: Block) -> str:
    """Gives the words before the colon of a plain line, with the colon; nothing for another block."""
    label, colon, _ = block.text.partition(":")
    plain = not block.marker and block.kind == "paragraph" and not block.emphasis and not block.lead
    return f"{fold(label)}:" if plain and colon and len(label.split()) <= _MOST_FIELD_WORDS else ""


def _line(block: Block) -> str:
    short = not block.marker and block.kind in {"paragraph", "heading"} and len(block.text.split()) <= _MOST_WORDS
    return fold(block.text) if short else ""
