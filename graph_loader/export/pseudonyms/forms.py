"""Says in which forms a name can stand in words: whole, turned, with initials, as surname or given name alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph_loader.annotate.profile import load_profile
from graph_loader.export.pseudonyms.tokens import letters
from graph_loader.model.ids import fold

_INITIALS = 4
"""Up to how many capitals are initials, which count only as they are printed: NO is not `no`."""
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Form:
    """Is one form of one person's name, or of a name that is to be kept."""

    letters: str
    bearer: str
    """The person's id; empty for a name that is no person's."""
    document: str = ""
    """The one document in which it means the person; empty where it does so everywhere."""
    printed: str = ""
    """For initials, how they are printed."""
    alone: bool = False
    """Whether it is a word of the name alone, which may be a common word too."""


def whole_names(bearer: str, names: Iterable[str]) -> Iterator[Form]:
    """Yields the forms that mean a person in every document: of each name, also turned round and with initials."""
    for words in map(_words, names):
        if len(words) > 1:
            *given, last = words
            initials = [word[0] for word in given]
            for parts in (words, [last, *given], [given[0], last], [*initials, last], [initials[0], last]):
                yield Form(letters("".join(parts)), bearer)


def words_alone(names: Iterable[str]) -> tuple[set[str], set[str]]:
    """Gives the words of a person's names that can stand alone, folded: surnames, and given names."""
    surnames: set[str] = set()
    given: set[str] = set()
    for words in map(_words, names):
        if words:
            last = {letters(words[-1]), *map(letters, re.split(r"[-‐‑–]", words[-1]))}
            surnames |= {word for word in last if len(word) >= _SHORTEST}
            given |= {word for word in map(letters, words[:-1]) if len(word) > _SHORTEST}
    return surnames, given - surnames


def short_forms(bearer: str, names: Iterable[str], aliases: Iterable[str], document: str) -> Iterator[Form]:
    """Yields those aliases in one document that are forms of the name, without the posts that stand for the person."""
    words = [fold(name).split() for name in names]
    known = {word for name in words for word in name}
    initials = {(name[0][0], name[-1][0]) for name in words if len(name) > 1}
    for alias in aliases:
        joined = letters(alias)
        if not joined:
            continue
        if alias.isupper() and len(joined) <= _INITIALS:
            if (joined[0], joined[-1]) in initials:
                yield Form(joined, bearer, document, "".join(char for char in alias if char.isalnum()))
        elif known & set(fold(alias).split()):
            yield Form(joined, bearer, document, alone=len(_words(alias)) < 2)


def _words(name: str) -> list[str]:
    """Gives the words of a name without honorifics and ranks."""
    return [word for word in re.split(r"[\s,.]+", name) if letters(word) and fold(word) not in _before_names()]


@cache
def _before_names() -> frozenset[str]:
    roles = load_profile("general").roles
    ranks = [word for rank, short in roles.ranks.items() for word in (rank, *short)]
    return frozenset(fold(word) for word in (*roles.honorifics, *ranks))
