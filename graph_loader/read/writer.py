"""Writes the text of a document whose format has none of its own (PDF, DOCX, HTML), and the pieces in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph_loader.model.layout import Gap, Repair
from graph_loader.read.piece import Draft, Piece
from graph_loader.read.run import Run

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")


@dataclass(slots=True)
class TextWriter:
    """Is a text that grows at its end, with the pieces, repairs and gaps found while it is written."""

    pieces: list[Piece] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    parts: list[str] = field(default_factory=list)
    between: str = ""
    """What is to be written between the last piece and the next."""

    def put(self, text: str) -> int:
        """Writes text that belongs to no piece, and gives the place where it begins."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def run(self, spans: Iterable[tuple[str, int]]) -> Run:
        """Writes spans, each with its flags, and gives them as one run: white space folded, none at the ends."""
        words: list[str] = []
        styles = bytearray()
        blank = True
        for text, style in spans:
            for part in re.split(r"(\s+)", _UNSEEN.sub("", text)):
                space = part.isspace()
                if part and not (space and blank):
                    words.append(" " if space else part)
                    styles += bytes([style]) * len(words[-1])
                    blank = space
        run = Run("".join(words), tuple(range(self.length, self.length + len(styles))), bytes(styles)).strip()
        self.put(run.text)
        return run

    def add(self, spans: Iterable[tuple[str, int]], like: Piece) -> bool:
        """Adds a piece with the words of the spans, in all else like `like`, behind `between` and its marker.

        Spans without words add nothing and give False.
        """
        shown = list(spans)
        if not any(_UNSEEN.sub("", text).strip() for text, _ in shown):
            return False
        self.put(self.between)
        start = self.put(f"{like.marker} " if like.marker else "")
        run = self.run(shown)
        self.pieces.append(replace(like, run=run, start=start, end=self.length))
        self.between = "\n"
        return True

    def leave_out(self, kind: str, words: str) -> None:
        """Records words of the source that are no part of the text, at the place where they stood."""
        self.repairs.append(Repair(kind, self.length, self.length, f"left out {words[:60]!r}"))

    def draft(self) -> Draft:
        """Gives what has been written."""
        return Draft("".join(self.parts), self.pieces, self.pages, self.repairs, self.gaps)
