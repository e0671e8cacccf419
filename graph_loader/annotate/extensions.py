"""Declares what the components keep on spaCy's objects, and how tokens lead back to the document's text.

The `Doc` is made of the blocks' words, one block a line. `doc._.layout` is the layout, `doc._.meeting` the meeting,
`doc._.people`, `doc._.bodies`, `doc._.programmes`, `doc._.exchanges`, `doc._.statements` and `doc._.commitments` are
record entries, `doc._.items` the agenda, `doc._.dates` the dates, `doc._.actors` the index of who acts,
`doc._.subjects` the reader of subjects, if there is a trained parser, and `doc._.stand_in` the name of the body that
`the force` stands for. Blocks are `doc.spans["kg_blocks"]`; `blocks_of` gives each with its `Block`.
"""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph_loader.model.layout import Block, Layout
from graph_loader.model.record import Evidence

BLOCKS = "kg_blocks"
TEXT = "kg_text"

for _name in ("layout", "meeting", "stand_in", "actors", "subjects"):
    Doc.set_extension(_name, default=None, force=True)
for _name in ("people", "bodies", "programmes", "dates", "items", "exchanges", "statements", "commitments"):
    Doc.set_extension(_name, default=(), force=True)


@dataclass(frozen=True, slots=True)
class _Places:
    """Is where each block begins in the `Doc`, and the source: asking a `Doc` for an extension costs far more."""

    starts: list[int]
    blocks: tuple[Block, ...]
    source: str


def joined_text(layout: Layout) -> str:
    """Gives the text of the `Doc`: every block's words on a line of their own."""
    return "\n".join(block.text for block in layout.blocks)


def char_span(doc: Doc, start_char: int, end_char: int) -> Span:
    """Gives the tokens that characters of the `Doc` touch; the run must not be empty."""
    span = doc.char_span(start_char, end_char, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no tokens at {start_char}-{end_char}")
    return span


def blocks_of(doc: Doc) -> list[tuple[Span, Block]]:
    """Gives the blocks in order, each with its tokens, put together once."""
    if "kg_block_pairs" not in doc.user_data:
        doc.user_data["kg_block_pairs"] = list(zip(doc.spans[BLOCKS], doc._.layout.blocks, strict=True))
    pairs: list[tuple[Span, Block]] = doc.user_data["kg_block_pairs"]
    return pairs


def block_span_of(span: Span) -> Span:
    """Gives the tokens of the block in which a span begins."""
    blocks = blocks_of(span.doc)
    return blocks[bisect_right(_places(span.doc).starts, span.start_char) - 1][0]


def block_before(span: Span) -> tuple[Span, Block] | None:
    """Gives the block before the one in which a span begins, None for the first."""
    at = bisect_right(_places(span.doc).starts, span.start_char) - 1
    return blocks_of(span.doc)[at - 1] if at > 0 else None


def text_of(doc: Doc) -> str:
    """Gives the text of the `Doc`, made once: `Doc.text` joins all tokens anew at every call."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def text_in(span: Span) -> str:
    """Gives the text of a span, cut out of that of the `Doc`: `Span.text` joins its tokens anew at every call."""
    return text_of(span.doc)[span.start_char : span.end_char]


def source_offsets(doc: Doc, start_char: int, end_char: int) -> tuple[int, int]:
    """Gives the offsets in the document's text of characters of the `Doc`; the run must hold a word."""
    text = text_of(doc)[start_char:end_char]
    start_char += len(text) - len(text.lstrip())
    end_char -= len(text) - len(text.rstrip())
    begin, first = _block_at(doc, start_char)
    start, _ = first.span(start_char - begin, start_char - begin + 1)
    begin, last = _block_at(doc, end_char - 1)
    _, end = last.span(end_char - 1 - begin, end_char - begin)
    return start, end


def evidence(span: Span, rule: str, confidence: float = 1.0) -> Evidence:
    """Quotes a span as it stands in the document's text."""
    return evidence_at(span.doc, span.start_char, span.end_char, rule, confidence)


def evidence_at(doc: Doc, start_char: int, end_char: int, rule: str, confidence: float = 1.0) -> Evidence:
    """Quotes characters of the `Doc` as they stand in the document's text."""
    start, end = source_offsets(doc, start_char, end_char)
    quote = _places(doc).source[start:end]
    reading = " ".join(text_of(doc)[start_char:end_char].split())
    return Evidence(quote=quote, reading=reading, start=start, end=end, rule=rule, confidence=confidence)


def _block_at(doc: Doc, char: int) -> tuple[int, Block]:
    """Gives the block that holds a character of the `Doc`, and the character at which it begins."""
    places = _places(doc)
    at = bisect_right(places.starts, char) - 1
    return places.starts[at], places.blocks[at]


def _places(doc: Doc) -> _Places:
    known: _Places | None = doc.user_data.get("kg_places")
    if known is None:
        layout: Layout = doc._.layout
        starts = [span.start_char for span, _ in blocks_of(doc)]
        known = doc.user_data["kg_places"] = _Places(starts, layout.blocks, layout.text)
    return known
