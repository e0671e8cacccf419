"""Joins wrapped lines to paragraphs, and makes whole the sentences that a page break or a cell's border has cut."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from graph_loader.model.layout import Repair
from graph_loader.read.piece import Draft, Piece
from graph_loader.read.run import Run, chain
from graph_loader.read.sentence import continues, is_unfinished, leans_on
from graph_loader.read.vocabulary import count_words, words_of
from graph_loader.read.wrapping import Wrapping, measure_wrapping

_FEWEST_WORDS = 7
_FEWEST_WORDS_OF_ENTRY = 5
# Where every line is followed by a blank one, these may as well end a paragraph as a line.
_ENDING = re.compile(r"[:)]$")
_ABBREVIATED = re.compile(r"((?:[A-Z][\w'’-]{1,30} ){1,3})\(([A-Za-z]{2,6})\)")


def join_lines(draft: Draft) -> None:
    """Puts the lines of a paragraph, and the parts of a cut sentence, into one piece each."""
    vocabulary = count_words(piece.run.text for piece in draft.pieces)
    wrapping = measure_wrapping(draft.pieces)
    joined: list[_Growing] = []
    growing: _Growing | None = None
    for piece in draft.pieces:
        reason = _reason(growing, piece, wrapping) if growing and not piece.aside else ""
        if growing and reason:
            if reason == "sentence":
                draft.repairs.append(growing.repair(piece))
            growing.add(piece, vocabulary)
            continue
        joined.append(_Growing(piece))
        # An owner beside the text does not part the text.
        growing = growing if piece.aside else joined[-1]
    draft.pieces = [one.whole(draft.text) for one in joined]


@dataclass(slots=True)
class _Growing:
    """Is a paragraph to which lines are being added: its first line, its last one, and the runs of all."""

    head: Piece
    tail: Piece = field(init=False)
    parts: list[tuple[str, Run]] = field(init=False)
    words: int = field(init=False)

    def __post_init__(self) -> None:
        self.tail = self.head
        self.parts = [("", self.head.run)]
        self.words = len(self.head.run.words())

    def add(self, piece: Piece, vocabulary: Counter[str]) -> None:
        """Sets a line behind the last one; a hyphen goes where the document writes the whole word without it."""
        glue, last = " ", self.parts[-1][1]
        if last.text.endswith("-") and last.text[-2:-1].isalpha() and continues(piece.run.text):
            whole = words_of(last.text[:-1])[-1] + words_of(piece.run.text)[0]
            if vocabulary[whole]:
                self.parts[-1] = (self.parts[-1][0], last.slice(0, -1))
            glue = ""
        self.parts.append((glue, piece.run))
        self.tail = piece
        self.words += len(piece.run.words())

    def repair(self, piece: Piece) -> Repair:
        """Describes the mend of a sentence that goes on in `piece`."""
        before, after = self.tail.run.text[-25:], piece.run.text[:25]
        return Repair(
            "sentence", self.tail.run.offsets[-1] + 1, piece.run.offsets[0], f"joined {before!r} and {after!r}"
        )

    def whole(self, source: str) -> Piece:
        """Gives the paragraph as one piece."""
        if self.head is self.tail:
            return self.head
        return replace(self.head, run=chain(source, self.parts), end=self.tail.end)


def _reason(growing: _Growing, piece: Piece, wrapping: Wrapping) -> str:
    """Gives `wrap` or `sentence` when `piece` carries on what is growing, else nothing."""
    head, tail = growing.head, growing.tail
    if piece.marker or piece.level or piece.after == "gap" or head.level or (piece.depth and piece.after == "block"):
        return ""
    if piece.run.text.startswith("…") or (piece.run.styles[0] and not piece.run.style()):
        # A scribe's mark for the same speaker's next remark, or a name set off at the head of a new one.
        return ""
    if _is_wrapped(head, tail, piece, wrapping):
        return "wrap"
    return "sentence" if _goes_on(growing, piece, wrapping) else ""


def _is_wrapped(head: Piece, tail: Piece, piece: Piece, wrapping: Wrapping) -> bool:
    if piece.cell is not None or tail.cell is not None:
        return piece.full is not None and piece.cell == tail.cell and bool(tail.full) and piece.after == "line"
    next_line = piece.after == "line" or (piece.after == "blank" and wrapping.blank_between)
    if not next_line or tail.run.style() != piece.run.style():
        return False
    if piece.after == "blank" and not continues(piece.run.text) and _ENDING.search(tail.run.text):
        return False
    if piece.after == "blank" and _lists_on(tail.run.text, piece.run.text):
        return True
    hanging = bool(head.marker) and piece.after == "line" and piece.indent > head.indent
    return hanging or wrapping.is_full(tail, piece)


def _goes_on(growing: _Growing, piece: Piece, wrapping: Wrapping) -> bool:
    """Says whether `piece` is plainly the rest of an unfinished sentence, whatever stands between."""
    tail, text, line = growing.tail, growing.tail.run.text, piece.run.text
    if not is_unfinished(text) or not _same_column(tail, piece):
        return False
    leaning = leans_on(text)
    if piece.after == "cut":
        return leaning
    if piece.cell is None and (_completes(text, line) or line.startswith("(")):
        return True
    if piece.after == "page" and piece.cell is None and wrapping.is_full(tail, piece):
        return True
    if continues(line):
        return leaning or (growing.words >= _FEWEST_WORDS and not wrapping.notes)
    return leaning and text[-1:].isalpha() and growing.words >= _FEWEST_WORDS and line[:1].isalpha()


def _lists_on(text: str, line: str) -> bool:
    """Says whether a list of names parted by commas runs over to the next line."""
    return text.endswith(",") or (text.count(",") >= 3 and "," in line and is_unfinished(text))


def _completes(text: str, line: str) -> bool:
    """Says whether a short line ends in an abbreviation of more letters than it has words: its head is in `text`."""
    found = _ABBREVIATED.fullmatch(line)
    if found is None or text.endswith(")") or len(text.split()) < _FEWEST_WORDS_OF_ENTRY:
        return False
    words, letters = found.groups()
    return len([letter for letter in letters if letter.isupper()]) > len(words.split())


def _same_column(tail: Piece, piece: Piece) -> bool:
    left, right = tail.cell, piece.cell
    if left is None or right is None:
        return True
    if (left.table, left.row) == (right.table, right.row):
        return left.column == right.column
    return left.column == right.column or left.table != right.table
