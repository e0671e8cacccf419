"""Finds where minutes say that a body or programme gave way to another: `the Quay Trust, now the Harbour Board`."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.extensions import evidence, source_offsets
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.words import words_of
from graph_loader.model.record import Body, Programme, Succession

_FARTHEST = 8
"""How many words may stand on each side between the phrase and a name."""
_TO_DATE = 3
_BESIDE = frozenset({"(", ",", "formerly", "previously", "once", "now", "originally"})
"""How a phrase begins that stands beside a name, whatever that depends on."""
_MARKS = frozenset({",", "("})
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "from", "with", "by", "on"})


class _Named(NamedTuple):
    kind: Literal["body", "programme"]
    name: str


def successions_of(doc: Doc, profile: Profile) -> tuple[Succession, ...]:
    """Gives each two names of one kind that such a phrase stands between, once, in the order of the text."""
    finder = _Finder(doc, profile)
    found: dict[tuple[str, str, str], Succession] = {}
    for phrases, later_first in ((profile.names.succeeded_by, False), (profile.names.succeeds, True)):
        for span in finder.places(phrases):
            for each in finder.between(span, later_first):
                found.setdefault((each.kind, each.earlier, each.later), each)
    return tuple(sorted(found.values(), key=lambda each: (each.start, each.end, each.earlier, each.later)))


class _Finder:
    def __init__(self, doc: Doc, profile: Profile) -> None:
        self._doc = doc
        self._around = frozenset(profile.names.succession_words)
        self._doubts = frozenset(profile.names.succession_doubts)
        self._starts: dict[int, _Named] = {}
        self._ends: dict[int, _Named] = {}
        self._add("body", doc._.bodies)
        self._add("programme", doc._.programmes)

    def _add(self, kind: Literal["body", "programme"], things: Iterable[Body | Programme]) -> None:
        for thing in things:
            for mention in thing.mentions:
                self._starts.setdefault(mention.start, _Named(kind, thing.name))
                self._ends.setdefault(mention.end, _Named(kind, thing.name))

    def places(self, phrases: Iterable[str]) -> Iterator[Span]:
        """Yields where one of the phrases stands, word by word."""
        words = words_of(self._doc)
        for phrase in phrases:
            parts = phrase.split()
            for at in words.at({parts[0]}):
                if words.lowers[at : at + len(parts)] == parts:
                    yield self._doc[at : at + len(parts)]

    def between(self, phrase: Span, later_first: bool) -> Iterator[Succession]:
        """Yields what a phrase says of the names on both sides of it, if it stands between two."""
        sentence = phrase.sent
        before, after = self._before(phrase, sentence), self._after(phrase, sentence)
        if before is None or after is None or self._is_doubtful(sentence):
            return
        left, (right, end) = before, after
        if left.kind == right.kind and left.name != right.name:
            earlier, later = (right.name, left.name) if later_first else (left.name, right.name)
            said = evidence(sentence, "succession.phrase", 0.8)
            yield Succession(
                kind=left.kind,
                earlier=earlier,
                later=later,
                date=self._date(end, sentence),
                **{name: getattr(said, name) for name in said.__slots__},
            )

    def _before(self, phrase: Span, sentence: Span) -> _Named | None:
        for at in range(phrase.start - 1, max(sentence.start, phrase.start - _FARTHEST) - 1, -1):
            named = self._ends.get(self._offsets(self._doc[at])[1])
            if named:
                return None if self._is_of_another(named, at, phrase, sentence) else named
            if self._doc[at].lower_ not in self._around:
                return None
        return None

    def _is_of_another(self, named: _Named, end: int, phrase: Span, sentence: Span) -> bool:
        """Tells `the chair of the Quay Trust was replaced by …`, where it is the chair, from `…, formerly …`."""
        if phrase[0].lower_ in _BESIDE or self._doc[end + 1].text in _MARKS:
            return False
        start = end
        while start > sentence.start and self._starts.get(self._offsets(self._doc[start])[0]) != named:
            start -= 1
        before = start - 1 - (self._doc[start - 1].lower_ == "the")
        return before > sentence.start and self._doc[before].lower_ in _PREPOSITIONS

    def _after(self, phrase: Span, sentence: Span) -> tuple[_Named, int] | None:
        for at in range(phrase.end, min(sentence.end, phrase.end + _FARTHEST)):
            named = self._starts.get(self._offsets(self._doc[at])[0])
            if named:
                end = at
                while end < sentence.end and self._ends.get(self._offsets(self._doc[end])[1]) != named:
                    end += 1
                return (named, end + 1) if self._is_whole(end + 1) else None
            if self._doc[at].lower_ not in self._around:
                return None
        return None

    def _is_whole(self, end: int) -> bool:
        """Tells whether a name ends here: of `the Quay Trust chairman` the body is only a part."""
        if end >= len(self._doc):
            return True
        behind = self._doc[end]
        return not behind.text.startswith(("'", "’")) and (behind.is_stop or not behind.is_alpha)

    def _is_doubtful(self, sentence: Span) -> bool:
        # Only at the head of a sentence does a word have a capital that may be another one inside: May.
        return sentence[0].lower_ in self._doubts or any(token.text in self._doubts for token in sentence)

    def _date(self, end: int, sentence: Span) -> str | None:
        """Gives the date that stands right behind the second name: `in April 2019`."""
        if end >= sentence.end:
            return None
        last = self._doc[min(end + _TO_DATE, len(self._doc)) - 1].idx
        return next((date.value for date in self._doc._.dates if self._doc[end].idx <= date.start_char <= last), None)

    def _offsets(self, token: Token) -> tuple[int, int]:
        return source_offsets(self._doc, token.idx, token.idx + len(token)) if token.text.strip() else (-1, -1)
