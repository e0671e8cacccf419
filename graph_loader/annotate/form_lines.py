"""Tells the lines of a printed form, which come back under item after item, from headings.

`Licence: 44`, `Licence: 45` and `Licence: 46` are a field, `GRANTED` below each of them is what came of it.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from graph_loader.model.ids import fold
from graph_loader.model.layout import Block
from graph_loader.read.markers import is_numbered

_MOST_FIELD_WORDS = 4
_MOST_WORDS = 12
_OFTEN = 3
_LOG = 10
"""How many blocks begin with a speaker's name, each said more than twice, in a log of what was said."""
_TWICE = 2
"""How often a line in capitals comes back: hardly any section is called the same twice."""


class FormLines:
    """Counts what comes back among the blocks of one document."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        blocks = list(blocks)
        self._seen = Counter(key for block in blocks for key in {_field(block), _line(block)} if key)
        labels = Counter(label for block in blocks if (label := _speaker(block)))
        self._is_log = sum(count for count in labels.values() if count >= _OFTEN) >= _LOG
        ends = pairwise(blocks)
        self._has_outcomes = sum(self.holds(block) and _ends_item(block, after) for block, after in ends) >= _TWICE

    def holds(self, block: Block) -> bool:
        """Tells whether a block is a field of a form or what is printed again and again; a numbered one never is."""
        if self._is_log and _speaker(block):
            return True
        line = _line(block)
        often = _TWICE if "capitals" in block.emphasis else _OFTEN
        return self._seen[_field(block)] >= _OFTEN or (bool(line) and self._seen[line] >= often)

    def heads_log(self, blocks: list[Block], at: int) -> bool:
        """Tells a heading by its markup right above the first speaker of a log, whatever it is called: `Content`."""
        block, following = blocks[at], blocks[at + 1 : at + 2]
        marked = block.kind == "heading" and block.level > 0 and not block.marker and not block.emphasis
        return self._is_log and marked and bool(following and _speaker(following[0]))

    def is_outcome(self, blocks: list[Block], at: int, first: int) -> bool:
        """Tells what came of an item, in capitals at its end, where what is printed again and again stands there."""
        return self._has_outcomes and first < at < len(blocks) - 1 and _ends_item(blocks[at], blocks[at + 1])


def _ends_item(block: Block, following: Block) -> bool:
    """Tells whether a line in bold capitals stands right before the next numbered block."""
    return block.emphasis >= {"bold", "capitals"} and not block.marker and is_numbered(following.marker)


def _speaker(block: Block) -> str:
    """Gives the one word with a colon that is set off at the head of a block, as a log has its speakers."""
    label = block.text[: block.lead].strip()
    behind = label.endswith(":") or block.text[block.lead :].lstrip().startswith(":")
    return label.strip(": ") if label and behind and not block.marker and " " not in label else ""


def _field(block: Block) -> str:
    """Gives the words before the colon of a plain line, with the colon; nothing for another block."""
    label, colon, _ = block.text.partition(":")
    plain = not block.marker and block.kind == "paragraph" and not block.emphasis and not block.lead
    return f"{fold(label)}:" if plain and colon and len(label.split()) <= _MOST_FIELD_WORDS else ""


def _line(block: Block) -> str:
    short = not block.marker and block.kind in {"paragraph", "heading"} and len(block.text.split()) <= _MOST_WORDS
    return fold(block.text.replace("&", "and")) if short else ""
