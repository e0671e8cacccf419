"""Tells plans that are under way, `is recruiting two by May`, and standing arrangements, `will meet quarterly`."""

from collections.abc import Iterator, Sequence

from graph_loader.annotate.profile_acts import Commitments

_BE = frozenset({"is", "are", "was", "were"})
_FREQUENCY_WORDS = 6


class Plans:
    """Knows the words of one profile that tell of plans and of what is done again and again."""

    def __init__(self, words: Commitments) -> None:
        self._doing = frozenset(form for deed in words.deeds for form in _participles(deed))
        self._doing = (self._doing - frozenset(words.going_on)) | frozenset(words.doing)
        self._adverbs = frozenset(words.adverbs) - {"be"}
        self._standing, self._frequencies = frozenset(words.standing), frozenset(words.frequencies)

    def under_way(self, words: Sequence[str], at: int) -> int | None:
        """Gives where the participle stands in `is recruiting`, if a form of `be` at a position begins such a plan."""
        if words[at] not in _BE:
            return None
        at += 1
        while at < len(words) and words[at] in self._adverbs:
            at += 1
        return at if at < len(words) and words[at] in self._doing else None

    def is_doing(self, word: str) -> bool:
        """Tells whether a word is the participle of a deed: `publishing`."""
        return word in self._doing

    def is_standing(self, words: Sequence[str], verb: int) -> bool:
        """Tells whether words behind a modal only say how often a body meets: `will meet quarterly`."""
        meets = self._standing & set(words[verb : verb + 2])
        return bool(meets) and bool(self._frequencies & set(words[verb : verb + _FREQUENCY_WORDS]))


def _participles(deed: str) -> Iterator[str]:
    yield f"{deed}ing"
    yield f"{deed.removesuffix('e')}ing"
    yield f"{deed}{deed[-1]}ing"
