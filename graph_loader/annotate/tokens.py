"""Makes the tokens of a text in a time that grows with its length, whatever stands in it."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

_LONGEST_RUN = 200
"""How many characters may stand without a space between them before they are cut."""
_CUT = 100
_RUN = re.compile(r"\S+")


def make_doc(nlp: Language, text: str) -> Doc:
    """Makes the tokens of a text; the text of the `Doc` is always the text given.

    spaCy takes brackets and other marks off the ends of a run without spaces one by one and looks at all the rest each
    time, which is quadratic: a run that no word can have is cut before.
    """
    if max(map(len, text.split()), default=0) <= _LONGEST_RUN:
        return nlp.make_doc(text)
    tokens = [token for piece in _pieces(text) for token in nlp.make_doc(piece)]
    words, spaces = [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    """Parts a text inside its overlong runs, so that no piece begins with white space."""
    runs = (run.span() for run in _RUN.finditer(text))
    cuts = [at for start, end in runs if end - start > _LONGEST_RUN for at in range(start + _CUT, end, _CUT)]
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        yield text[start:end]
