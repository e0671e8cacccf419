"""Finds what a bad copy has cut: half-lost lines become gaps, a word cut by a cell's border is made whole."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from graph_loader.model.layout import Gap
from graph_loader.read.piece import Draft, Piece
from graph_loader.read.run import chain
from graph_loader.read.vocabulary import words_of

_LONGEST_SHRED = 40
_FEWEST_SHREDS = 4
_SHORTEST_ENDING = 3
_LONGEST_WORD = 30
_FRAGMENT = re.compile(r"[A-Za-z.,]{1,4}(?: [A-Za-z.,]{1,4}){0,2}")


def mark_damage(draft: Draft) -> None:
    """Takes half-lost lines out as gaps and mends or drops the fragments that stand in the first cell of a row."""
    known = _known_words(draft.pieces)
    _cut_gaps(draft, known)
    _mend_fragments(draft, known)


def _known_words(pieces: Iterable[Piece]) -> Counter[str]:
    """Counts the words that are surely whole: not the first of a piece that begins in lower case."""
    known: Counter[str] = Counter()
    for piece in pieces:
        known.update(words_of(piece.run.text)[_is_lower(piece) :])
    return known


def _is_lower(piece: Piece) -> bool:
    return piece.run.text[:1].islower()


def _cut_gaps(draft: Draft, known: Counter[str]) -> None:
    endings = _Endings(known)
    groups: list[list[Piece]] = []
    for piece in draft.pieces:
        if groups and piece.after == "line" and _may_be_shred(piece) and _may_be_shred(groups[-1][-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    kept: list[Piece] = []
    lost = False
    for group in groups:
        if lost:
            group[0] = replace(group[0], after="gap")
        lost = _are_shreds(group, known, endings)
        if lost:
            draft.gaps.append(Gap(group[0].start, group[-1].end, "lines cut off at the side", group[0].page))
        else:
            kept += group
    draft.pieces = kept


def _may_be_shred(piece: Piece) -> bool:
    return not (piece.cell or piece.level or piece.depth or piece.marker) and len(piece.run) <= _LONGEST_SHRED


class _Endings:
    """Knows how the document's whole words end; it looks them up no sooner than the first question is put."""

    def __init__(self, known: Counter[str]) -> None:
        self._known = known

    def __contains__(self, ending: str) -> bool:
        return ending in self._all

    @cached_property
    def _all(self) -> frozenset[str]:
        words = [word for word in self._known if len(word) <= _LONGEST_WORD]
        return frozenset(word[start:] for word in words for start in range(1, len(word) - _SHORTEST_ENDING + 1))


def _are_shreds(group: list[Piece], known: Counter[str], endings: _Endings) -> bool:
    """Says whether most of at least four short lines begin in the middle of a word.

    Such a beginning is in lower case, occurs nowhere else as a word, and for some lines ends a word that does occur.
    """
    if len(group) < _FEWEST_SHREDS or not _may_be_shred(group[0]):
        return False
    inside = _known_words(group)
    heads = [words_of(piece.run.text)[0] for piece in group if _is_lower(piece)]
    cut = [head for head in heads if known[head] <= inside[head]]
    return len(cut) * 2 >= len(group) and sum(head in endings for head in set(cut)) >= 2


def _mend_fragments(draft: Draft, known: Counter[str]) -> None:
    # A fragment is taken for debris only in a document that shows by other signs that its left side was cut.
    beside = [pair for pair in pairwise(draft.pieces) if _stand_together(*pair)]
    damaged = bool(draft.gaps) or any(_is_one_word(*pair, known) for pair in beside)
    kept: list[Piece] = []
    for piece in draft.pieces:
        fragment = kept[-1] if kept else None
        if fragment is None or not _stand_together(fragment, piece):
            kept.append(piece)
        elif _is_one_word(fragment, piece, known):
            run = chain(draft.text, [("", fragment.run), ("", piece.run)])
            kept[-1] = replace(piece, run=run, start=fragment.start, after=fragment.after)
            draft.repair("cut_word", kept[-1], f"joined {fragment.run.text!r} and {words_of(piece.run.text)[0]!r}")
        elif damaged and _is_debris(fragment, piece, known):
            kept[-1] = replace(piece, after="cut")
            draft.repair("debris", fragment, f"left out the fragment {fragment.run.text!r}")
        else:
            kept.append(piece)
    draft.pieces = kept


def _stand_together(fragment: Piece, piece: Piece) -> bool:
    """Says whether a fragment of a few letters stands in the first cell of a row and words in the second."""
    left, right = fragment.cell, piece.cell
    if left is None or right is None or fragment.marker or piece.marker:
        return False
    if (left.table, left.row, left.column, right.column) != (right.table, right.row, 0, 1):
        return False
    return bool(_FRAGMENT.fullmatch(fragment.run.text)) and len(piece.run) > len(fragment.run)


def _is_one_word(fragment: Piece, piece: Piece, known: Counter[str]) -> bool:
    words = words_of(piece.run.text)
    if not words or not fragment.run.text.isalpha() or not _is_lower(piece):
        return False
    whole = (fragment.run.text + words[0]).casefold()
    return known[whole] > known[words[0]]


def _is_debris(fragment: Piece, piece: Piece, known: Counter[str]) -> bool:
    """Says whether a fragment is the rest of words that the text beside it has lost, and no speaker's initials."""
    words = words_of(piece.run.text)
    headless = bool(words) and _is_lower(piece) and not known[words[0]]
    stump = fragment.run.text.islower() and not any(known[word] for word in words_of(fragment.run.text))
    return headless or stump
