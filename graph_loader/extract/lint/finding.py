"""Says what a finding about minutes is, and finds its place in them."""

from dataclasses import dataclass

from graph_loader.model.layout import Block


@dataclass(frozen=True, slots=True)
class Finding:
    """Is one thing that is wrong with minutes: by which rule, in which words, where they stand, what to do.

    Offsets are 0-based, end-exclusive, in characters of the document's text; `words` are as a reader sees them.
    """

    rule: str
    words: str
    start: int
    end: int
    advice: str


def finding_at(rule: str, block: Block, start: int, end: int, advice: str) -> Finding:
    """Makes a finding of characters of a block; the run must not be empty."""
    return Finding(rule, block.text[start:end], *block.span(start, end), advice)
