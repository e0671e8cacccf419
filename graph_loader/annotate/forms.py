"""Finds the printed forms of one document's actors in its words.

spaCy's own matcher keeps every form that it ever saw in the vocabulary: one document's names would stay for all others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from spacy.language import Language

from graph_loader.annotate.words import Words

Tokenize = Callable[[str], tuple[str, ...]]


def tokenizer(nlp: Language) -> Tokenize:
    """Gives a function that parts a form into words as documents are parted; words seen before are looked up."""

    @lru_cache(maxsize=4096)
    def pieces(chunk: str) -> tuple[str, ...]:
        return tuple(token.text for token in nlp.make_doc(chunk))

    return lambda form: tuple(piece for chunk in form.split() for piece in pieces(chunk))


class FormTable:
    """Holds forms by their words, as they are printed or in lower case; of equal ones the last counts."""

    def __init__(self, tokenize: Tokenize, *, lower: bool) -> None:
        self._tokenize, self._lower = tokenize, lower
        self._forms: dict[tuple[str, ...], str] = {}
        self._lengths: dict[str, set[int]] = defaultdict(set)

    def add(self, form: str) -> None:
        """Adds one form."""
        words = self._tokenize(form)
        if self._lower:
            words = tuple(word.lower() for word in words)
        if words:
            self._forms[words] = form
            self._lengths[words[0].lower()].add(len(words))

    def find(self, words: Words) -> Iterator[tuple[str, int, int]]:
        """Yields each form found with the tokens where it begins and ends, of those at one place the longest last."""
        printed: Sequence[str] = words.lowers if self._lower else words.texts
        for first, lengths in self._lengths.items():
            for start in words.places.get(first, ()):
                for length in sorted(lengths):
                    form = self._forms.get(tuple(printed[start : start + length]))
                    if form is not None:
                        yield form, start, start + length
