"""Makes the tokens of a text in a time that grows with its length, whatever stands in it."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

_LONGEST_RUN = 200
"""How many characters may stand without a space between them before they are cut."""
_CUT = 100
_RUN = re.compile(r"\S+")
_BREAK = "\n"


def make_doc(nlp: Language, text: str) -> Doc:
    """Makes the tokens of a text, line by line; the text of the `Doc` is always the text given.

    Over a whole document spaCy takes thrice as long for its special cases, of which every line break is one. It takes
    brackets and other marks off the ends of a run without spaces one by one and looks at all the rest each time, which
    is quadratic: a run that no word can have is cut before.
    """
    words: list[str] = []
    spaces: list[bool] = []
    for number, line in enumerate(text.split(_BREAK)):
        if number:
            words.append(_BREAK)
            spaces.append(False)
        for piece in _pieces(line):
            for token in nlp.make_doc(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _pieces(line: str) -> Iterator[str]:
    """Parts a line inside its overlong runs, so that no piece begins with white space."""
    if max(map(len, line.split()), default=0) <= _LONGEST_RUN:
        yield line
        return
    runs = (run.span() for run in _RUN.finditer(line))
    cuts = [at for start, end in runs if end - start > _LONGEST_RUN for at in range(start + _CUT, end, _CUT)]
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        yield line[start:end]
