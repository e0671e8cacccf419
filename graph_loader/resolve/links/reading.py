"""Goes through the passages of a context document by document, in the order of their dates, and weighs their terms."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import log

from graph_loader.resolve.links.topics import Topics
from graph_loader.resolve.links.words import phrases, terms
from graph_loader.resolve.passage import Passage

_AT_LEAST = 150
"""As of how many passages the first few are weighed: they say little of how rare a word is."""
_FEWEST, _OFTEN = 5, 1.5
"""Of how many passages on an issue their words are counted, and how soon a word that stands in many tells nothing."""


@dataclass(frozen=True)
class Minutes:
    """Is all that one document says, in its order."""

    document: str
    date: str | None
    passages: tuple[Passage, ...]

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        """Finds a passage by its id."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def under(self) -> dict[str, list[Passage]]:
        """Gives what stands under each item and its parts."""
        found: defaultdict[str, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            if passage.item and passage.kind != "item":
                found[passage.item].append(passage)
        for part in reversed(self.passages):
            if part.kind == "item" and part.item and part.id in found:
                found[part.item] += found[part.id]
        return dict(found)

    @property
    def items(self) -> Iterator[Passage]:
        """Yields the items that are about something."""
        return (passage for passage in self.passages if passage.kind == "item" and passage.labels)


def in_order(passages: Iterable[Passage]) -> list[Minutes]:
    """Groups passages by document, the earliest first, those without a date last."""
    rank = sorted(passages, key=_place)
    return [
        Minutes(of, date, tuple(group)) for (_, date, of), group in groupby(rank, key=lambda each: _place(each)[:3])
    ]


def _place(passage: Passage) -> tuple[bool, str, str, int, str]:
    return (passage.date is None, passage.date or "", passage.document, passage.position, passage.id)


class Rarity:
    """Weighs terms, from 0 for one that stands everywhere to 1, by the passages that it was shown.

    It knows those of the documents up to the one at hand only: what is linked among these never depends on later ones.
    """

    def __init__(self, topics: Topics) -> None:
        self._topics = topics
        self._passages = 0
        self._holding: Counter[str] = Counter()
        self._in_issue: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self._of_issue: Counter[int] = Counter()

    def add(self, minutes: Minutes) -> None:
        """Counts the terms and names in one document's passages."""
        self._passages += len(minutes.passages)
        for passage in minutes.passages:
            self._holding.update({*self.terms(passage.text), *map(named_term, passage.named)})
            self._holding.update(self.phrases(passage.text).keys())
            self._passages += len(passage.narrative)
            for sentence in passage.narrative:
                self._holding.update({*self.terms(sentence), *self.phrases(sentence)})

    def terms(self, text: str) -> list[str]:
        """Gives the terms of a text."""
        return [term for term, _ in self._terms(text)]

    def worded(self, text: str) -> dict[str, str]:
        """Gives the terms of a text, each with the first word for it."""
        return dict(reversed(self._terms(text)))

    def phrases(self, text: str) -> dict[str, str]:
        """Gives the pairs of words of a text that stand beside each other, each with its words."""
        return phrases(self._topics.nameless(text), self._topics.particles)

    def _terms(self, text: str) -> list[tuple[str, str]]:
        forms = self._topics.forms
        return [(forms.get(term, term), word) for term, word in terms(self._topics.nameless(text), self._topics.common)]

    def add_issues(self, minutes: Minutes, issues: Mapping[str, int]) -> None:
        """Counts the same for each issue by itself; `issues` numbers that of each item."""
        for passage in minutes.passages:
            issue = issues.get(passage.id if passage.kind == "item" else passage.item or "")
            if issue is not None:
                for text in (passage.text, *passage.narrative):
                    self._of_issue[issue] += 1
                    self._in_issue[issue].update({*self.terms(text), *map(named_term, passage.named)})

    def within(self, issue: int | None, term: str) -> float:
        """Gives the weight of a term under one issue: what all say of it tells nothing apart there."""
        said = self._of_issue[issue] if issue is not None else 0
        share = self._in_issue[issue][term] / said if issue is not None and said >= _FEWEST else 0.0
        return self.of(term) * (1 - min(1.0, share * _OFTEN))

    def of(self, term: str) -> float:
        """Gives the weight of one term."""
        passages = max(self._passages, _AT_LEAST)
        return max(0.0, log((passages + 1) / (self._holding[term] + 1)) / log(passages + 2))


def astray(minutes: Minutes, rarity: Rarity) -> frozenset[str]:
    """Gives the actions that share no word with all else under their item: in a list at the end, or out of place."""
    found: set[str] = set()
    for item, under in minutes.under.items():
        actions = [each for each in under if each.commitment_kind == "action"]
        if actions:
            heading = minutes.by_id.get(item)
            rest = [each.text for each in under if each.commitment_kind != "action"]
            rest += [heading.text, *heading.narrative] if heading else []
            said = {term for text in rest for term in rarity.terms(text)}
            found.update(each.id for each in actions if said.isdisjoint(rarity.terms(each.text)))
    return frozenset(found)


def named_term(node: str) -> str:
    """Makes the term of a programme or body named."""
    return f"#{node}"
