"""Takes words apart so that a name is found however it is spaced, dotted, hyphened, accented or marked up."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")


@dataclass(frozen=True, slots=True)
class Token:
    """Is a run of letters and digits with its place in the text."""

    letters: str
    start: int
    end: int


@lru_cache(maxsize=1 << 15)
def letters(text: str) -> str:
    """Gives the letters and digits of a text, folded."""
    if text.isascii():
        return "".join(char for char in text if char.isalnum()).lower()
    return "".join(char for char in unicodedata.normalize("NFKD", text).casefold() if char.isalnum())


def tokens(text: str) -> Iterator[list[Token]]:
    """Yields the tokens of a text and, where it holds tags, those without what stands in these."""
    yield _tokens(text)
    if "<" in text:
        yield _tokens(_TAG.sub(lambda tag: " " * len(tag[0]), text))


def _tokens(text: str) -> list[Token]:
    found = (Token(letters(word[0]), *word.span()) for word in _WORD.finditer(text))
    return [token for token in found if token.letters]
