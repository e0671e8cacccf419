"""Counts a document's words, so that a piece of a cut word can be told from a word without guessing."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Counts the words of the texts with case folded."""
    return Counter(word for text in texts for word in words_of(text))


def words_of(text: str) -> list[str]:
    """Gives the words of a text with case folded."""
    return [word.casefold() for word in _WORD.findall(text)]
