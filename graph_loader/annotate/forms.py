"""Finds the printed forms of one document's actors in its words.

spaCy's own matcher keeps every form that it ever saw in the vocabulary: one document's names would stay for all others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from spacy.language import Language

from graph_loader.annotate.words import Words

Tokenize = Callable[[str], tuple[str, ...]]


def tokenizer(nlp: Language) -> Tokenize:
    """Gives a function that parts what stands between two spaces into words, and remembers what it saw last."""

    @lru_cache(maxsize=4096)
    def tokenize(chunk: str) -> tuple[str, ...]:
        return tuple(token.text for token in nlp.make_doc(chunk))

    return tokenize


class FormTable:
    """Holds forms to be found in a document, as they are printed or in lower case; of equal ones the last counts."""

    def __init__(self, words: Words, tokenize: Tokenize, *, lower: bool) -> None:
        self._words, self._tokenize, self._lower = words, tokenize, lower
        self._forms: dict[tuple[str, ...], str] = {}
        self._lengths: dict[str, set[int]] = defaultdict(set)

    def add(self, form: str) -> None:
        """Adds one form, unless the document lacks one of its words."""
        words: list[str] = []
        for chunk in form.split():
            parts = self._tokenize(chunk)
            if any(part.lower() not in self._words.places for part in parts):
                return
            words += parts
        if words:
            self._forms[tuple(word.lower() for word in words) if self._lower else tuple(words)] = form
            self._lengths[words[0].lower()].add(len(words))

    def find(self) -> Iterator[tuple[str, int, int]]:
        """Yields each form found with the tokens where it begins and ends, of those at one place the longest last."""
        printed = self._words.lowers if self._lower else self._words.texts
        for first, lengths in self._lengths.items():
            for start in self._words.places[first]:
                for length in sorted(lengths):
                    form = self._forms.get(tuple(printed[start : start + length]))
                    if form is not None:
                        yield form, start, start + length
