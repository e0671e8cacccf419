"""Splits into sentences by rule: a block's border always ends one, then punctuation that no abbreviation explains."""

from collections.abc import Callable, Iterator
from typing import cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from thinc.types import Ints2d

from graph_loader.annotate.extensions import BLOCKS
from graph_loader.annotate.profile import Profile, load_profile

_END = {".", "?", "!", "…", "..."}
_CLOSING = {'"', "'", "”", "’", ")", "]"}
_OPENING = {'"', "'", "“", "‘", "(", "["}


@Language.factory("kg_sentences", assigns=["doc.sents"], default_config={"profile": "general"})
def create_sentences(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that sets the sentence starts."""
    abbreviations = _abbreviations(load_profile(profile))

    def sentences(doc: Doc) -> Doc:
        block_starts = {span.start for span in doc.spans[BLOCKS]}
        starts = [token.i in block_starts or _begins_sentence(token, abbreviations) for token in doc]
        # All at once: `Token.is_sent_start` walks the whole document at every assignment. -1 says that none begins.
        marks = numpy.where(starts, 1, -1).astype("uint64").reshape(-1, 1)
        return doc.from_array(["SENT_START"], cast(Ints2d, marks))

    return sentences


def sentences_of(block: Span) -> Iterator[Span]:
    """Yields the sentences of one block in order, without the white space that ends it."""
    start = block.start
    for token in block[1:]:
        if token.is_sent_start:
            yield block.doc[start : token.i]
            start = token.i
    yield block.doc[start : block.end]


def _abbreviations(profile: Profile) -> frozenset[str]:
    short = [*profile.roles.honorifics, *(form for forms in profile.roles.ranks.values() for form in forms)]
    return frozenset(form.rstrip(".").casefold() for form in short)


def _begins_sentence(token: Token, abbreviations: frozenset[str]) -> bool:
    if token.i == 0 or token.is_space or (token.is_punct and token.text not in _OPENING):
        return False
    end = token.i - 1
    while end > 0 and (token.doc[end].text in _CLOSING or token.doc[end].is_space):
        end -= 1
    stop = token.doc[end]
    if stop.text not in _END or not (token.text[0].isupper() or token.text[0].isdigit() or token.text in _OPENING):
        return False
    return stop.text != "." or not _is_abbreviation(stop, abbreviations)


def _is_abbreviation(stop: Token, abbreviations: frozenset[str]) -> bool:
    """Tells whether a full stop belongs to the word before it: an initial, a rank, a title."""
    if stop.i == 0 or stop.doc[stop.i - 1].whitespace_:
        return False
    word = stop.doc[stop.i - 1].text
    return (len(word) == 1 and word.isupper()) or word.casefold() in abbreviations
