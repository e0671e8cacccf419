"""Finds what a bad copy has cut: half-lost lines become gaps, a word cut by a cell's border is made whole."""

import re
from collections import Counter
from dataclasses import replace

from graph_loader.model.layout import Gap
from graph_loader.read.piece import Draft, Piece
from graph_loader.read.run import chain
from graph_loader.read.vocabulary import count_words, words_of

_LONGEST_SHRED = 40
_FEWEST_SHREDS = 4
_FRAGMENT = re.compile(r"[A-Za-z.,]{1,4}(?: [A-Za-z.,]{1,4}){0,2}")


def mark_damage(draft: Draft) -> None:
    """Takes half-lost lines out as gaps and mends or drops the fragments that stand in the first cell of a row."""
    vocabulary = count_words(piece.run.text for piece in draft.pieces)
    _cut_gaps(draft, vocabulary)
    _mend_fragments(draft, vocabulary)


def _cut_gaps(draft: Draft, vocabulary: Counter[str]) -> None:
    kept: list[Piece] = []
    shreds: list[Piece] = []
    lost = False
    for piece in [*draft.pieces, None]:
        if piece is not None and _may_be_shred(piece) and (not shreds or piece.after == "line"):
            shreds.append(piece)
            continue
        if _are_shreds(shreds, vocabulary):
            draft.gaps.append(Gap(shreds[0].start, shreds[-1].end, "lines cut off at the side", shreds[0].page))
            lost = True
        else:
            kept += shreds
        shreds = []
        if piece is not None:
            again = _may_be_shred(piece)
            piece = replace(piece, after="gap") if lost else piece
            lost = False
            (shreds if again else kept).append(piece)
    draft.pieces = kept


def _may_be_shred(piece: Piece) -> bool:
    return piece.cell is None and not (piece.level or piece.depth) and len(piece.run) <= _LONGEST_SHRED


def _are_shreds(pieces: list[Piece], vocabulary: Counter[str]) -> bool:
    """Says whether most of at least four lines begin in the middle of a word that the document knows nowhere else."""
    if len(pieces) < _FEWEST_SHREDS:
        return False
    own = count_words(piece.run.text for piece in pieces)
    cut = sum(_begins_cut(piece.run.text, vocabulary, own) for piece in pieces)
    return cut * 2 >= len(pieces)


def _begins_cut(text: str, vocabulary: Counter[str], own: Counter[str]) -> bool:
    words = words_of(text)
    if not words or not text[0].isalpha() or not text[0].islower():
        return False
    return vocabulary[words[0]] <= own[words[0]]


def _mend_fragments(draft: Draft, vocabulary: Counter[str]) -> None:
    kept: list[Piece] = []
    for piece in draft.pieces:
        fragment = kept[-1] if kept else None
        if fragment is None or not _stand_together(fragment, piece):
            kept.append(piece)
        elif _is_one_word(fragment, piece, vocabulary):
            run = chain(draft.text, [("", fragment.run), ("", piece.run)])
            kept[-1] = replace(piece, run=run, start=fragment.start, after=fragment.after)
            draft.repair("cut_word", kept[-1], f"joined {fragment.run.text!r} and {words_of(piece.run.text)[0]!r}")
        elif _is_debris(fragment, piece, vocabulary):
            kept[-1] = replace(piece, after=fragment.after)
            draft.repair("debris", fragment, f"left out the fragment {fragment.run.text!r}")
        else:
            kept.append(piece)
    draft.pieces = kept


def _stand_together(fragment: Piece, piece: Piece) -> bool:
    left, right = fragment.cell, piece.cell
    if left is None or right is None or fragment.marker or piece.marker:
        return False
    if (left.table, left.row, left.column, right.column) != (right.table, right.row, 0, 1):
        return False
    return bool(_FRAGMENT.fullmatch(fragment.run.text)) and len(piece.run) > len(fragment.run)


def _is_one_word(fragment: Piece, piece: Piece, vocabulary: Counter[str]) -> bool:
    words = words_of(piece.run.text)
    if not words or not fragment.run.text.isalpha() or not piece.run.text[0].islower():
        return False
    return vocabulary[(fragment.run.text + words[0]).casefold()] > 0 and vocabulary[words[0]] <= 1


def _is_debris(fragment: Piece, piece: Piece, vocabulary: Counter[str]) -> bool:
    """Says whether a fragment is the rest of words that the text beside it has lost, and no speaker's initials."""
    words = words_of(piece.run.text)
    headless = bool(words) and piece.run.text[0].islower() and vocabulary[words[0]] <= 1
    stump = fragment.run.text.islower() and all(vocabulary[word] <= 1 for word in words_of(fragment.run.text))
    return headless or stump
