"""Reads the lines of a PDF page by geometry: words from characters, segments of a line where the gaps are wide.

Coordinates are in points, y rising from the foot of the page.
"""

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

# In heights of the line: a gap this wide parts two cells, a narrower one does where other rows have a cell's start.
_CELL_GAP = 2.0
_ALIGNED_GAP = 0.7
_WORD_GAP = 0.12
_BOLD_WEIGHT = 600
# What pdfium gives for a hyphen at a line's end.
_HYPHENS = {"\x02": "-", "\ufffe": "-"}


@dataclass(frozen=True, slots=True)
class Word:
    """Is one word of a page with its box and whether it is set in bold."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Is the words of one line that stand together, in reading order; it holds at least one word."""

    words: tuple[Word, ...]
    page: int

    @property
    def left(self) -> float:
        """Is the left border of the first word."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Is the right border of the last word."""
        return self.words[-1].right

    @property
    def bottom(self) -> float:
        """Is the foot of the tallest word, which raised letters do not move."""
        return max(self.words, key=lambda word: word.top - word.bottom).bottom

    @property
    def height(self) -> float:
        """Is the height of the tallest word."""
        return max(word.top - word.bottom for word in self.words)

    @property
    def text(self) -> str:
        """Is the words with a space between them, none where they touch."""
        return "".join(f"{glue}{word.text}" for glue, word in self.spaced())

    def spaced(self) -> Iterator[tuple[str, Word]]:
        """Gives each word with what parts it from the one before."""
        before: Word | None = None
        gap = _WORD_GAP * self.height
        for word in self.words:
            touching = before is None or word.left - before.right < gap
            yield "" if touching else " ", word
            before = word


def read_lines(page: pdfium.PdfPage, number: int) -> list[list[Segment]]:
    """Gives the lines of a page in the order of its content, each as its segments from left to right."""
    rows = _rows(_words(page.get_textpage()))
    starts = _cell_starts(rows)
    return [[Segment(tuple(words), number) for words in _split(row, starts)] for row in rows]


def _words(textpage: pdfium.PdfTextPage) -> Iterator[Word]:
    """Gives the words of a page in the order of its content; white space ends a word."""
    box = pdfium_c.FS_RECTF()
    letters: list[tuple[str, int, tuple[float, float, float, float]]] = []
    for place in range(textpage.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(textpage, place)
        char = _HYPHENS.get(chr(code), chr(code))
        if char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn"):
            if letters:
                yield _word(textpage, letters)
            letters = []
            continue
        pdfium_c.FPDFText_GetLooseCharBox(textpage, place, box)
        letters.append((char, place, (box.left, box.right, box.bottom, box.top)))
    if letters:
        yield _word(textpage, letters)


def _word(textpage: pdfium.PdfTextPage, letters: Sequence[tuple[str, int, tuple[float, float, float, float]]]) -> Word:
    lefts, rights, bottoms, tops = zip(*(box for _, _, box in letters), strict=True)
    text = "".join(char for char, _, _ in letters)
    return Word(text, min(lefts), max(rights), min(bottoms), max(tops), _is_bold(textpage, letters[0][1]))


def _is_bold(textpage: pdfium.PdfTextPage, place: int) -> bool:
    if pdfium_c.FPDFText_GetFontWeight(textpage, place) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium_c.FPDFText_GetFontInfo(textpage, place, name, len(name), None)
    return b"bold" in name.value.lower()


def _rows(words: Iterator[Word]) -> list[list[Word]]:
    """Puts words that follow one another on one line into one row."""
    rows: list[list[Word]] = []
    tallest: Word | None = None
    for word in words:
        if tallest and _on_one_line(tallest, word) and word.left >= rows[-1][-1].right - 1:
            rows[-1].append(word)
            tallest = max(tallest, word, key=lambda one: one.top - one.bottom)
        else:
            rows.append([word])
            tallest = word
    return rows


def _on_one_line(tallest: Word, word: Word) -> bool:
    shared = min(tallest.top, word.top) - max(tallest.bottom, word.bottom)
    return shared * 2 >= min(tallest.top - tallest.bottom, word.top - word.bottom)


def _cell_starts(rows: Sequence[Sequence[Word]]) -> list[float]:
    """Gives the left borders at which words stand behind a wide gap in two rows or more."""
    starts = Counter(
        round(after.left) for row in rows for before, after in pairwise(row) if _gap(before, after) >= _CELL_GAP
    )
    return [start for start, count in starts.items() if count >= 2]


def _gap(before: Word, after: Word) -> float:
    return (after.left - before.right) / max(after.top - after.bottom, 1.0)


def _split(row: Sequence[Word], starts: Sequence[float]) -> list[list[Word]]:
    cells = [[row[0]]]
    for before, after in pairwise(row):
        gap = _gap(before, after)
        aligned = gap >= _ALIGNED_GAP and any(abs(start - after.left) <= 2 for start in starts)
        if gap >= _CELL_GAP or aligned:
            cells.append([])
        cells[-1].append(after)
    return cells
