"""Finds phrases that look like names of bodies and programmes: capitals that end in a head noun of the profile.

The last head noun of a run of capitals decides: the Harbour Plan Group is a group, the Harbour Group Plan a plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.date_parsing import MONTHS
from graph_loader.annotate.extensions import blocks_of
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.role_parts import head_of
from graph_loader.annotate.words import words_of
from graph_loader.model.acronym import is_acronym
from graph_loader.model.ids import fold

_FOUND = "kg_name_phrases"
_JOINERS = {"and", "&", "of", "for", "-", "'s", "’s", "'", "’"}
_BARRIERS = {"of", "for"}
_LOWER_REACH = 3
_LONGEST_RUN = 60
"""How many words a run of capitalised words may have; a longer one is no name, and is parted."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Is one phrase that may be a name; `head` is its head noun, singular and in lower case."""

    span: Span
    kind: str
    head: str


class NamePhrases:
    """Holds a profile's head nouns and word lists, and finds the phrases of one document in one pass."""

    def __init__(self, nlp: Language, profile: Profile) -> None:
        names = profile.names
        self.kinds = {
            head.lower(): kind
            for kind in ("programme", "team", "organisation", "board")
            for head in getattr(names, f"{kind}_heads")
        }
        self._capital = {head.lower() for head in names.capital_heads}
        self._plural = {head.lower() for head in names.plural_heads}
        self._common = {head.lower() for head in names.common_heads}
        self._leading = {head.lower() for head in names.leading_heads}
        self._place_heads = set(names.place_heads)
        self._before_the = {head.lower() for head in names.leading_before_the}
        self._small = set(names.small_words)
        self._openers = {word.lower() for word in names.openers}
        self._outside = self._small | self._openers | _JOINERS
        self._function = self._small | _JOINERS
        self._followers = {word.lower() for word in names.place_followers}
        self._possessives = {fold(word) for word in names.possessives}
        self._modifiers = {word.lower() for word in names.generic_modifiers}
        self._topics = self._modifiers | {word.lower() for word in names.generic_topics}
        self._generic = {fold(phrase) for phrase in names.generic}
        self._endings = tuple(f" {fold(phrase)}" for phrase in names.generic_endings)
        self._posts = {head_of(title) for title in profile.roles.titles}
        self._roles = {short for forms in profile.roles.titles.values() for short in forms}
        self._compounds = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._compounds.add("compound", [nlp.make_doc(phrase) for phrase in names.compounds])

    def find_definite(self, doc: Doc) -> Iterator[Span]:
        """Yields lower-case names of programmes that `the` makes definite: `the tenant portal project`."""
        words = words_of(doc)
        for at in words.at(self._common):
            if not words.texts[at].islower():
                continue
            left = at
            while left and at - left < _LOWER_REACH + 1 and self._is_modifier(doc[left - 1]):
                left -= 1
            definite = left > 0 and words.lowers[left - 1] == "the"
            while left < at and words.lowers[left] in self._modifiers:
                left += 1
            if definite and left < at and not self.is_generic(doc[left : at + 1].text):
                yield doc[left : at + 1]

    def find(self, doc: Doc) -> tuple[Phrase, ...]:
        """Gives the phrases in the order of the text, looked for once; a phrase inside a longer one is not given."""
        if _FOUND not in doc.user_data:
            doc.user_data[_FOUND] = tuple(self._find(doc))
        found: tuple[Phrase, ...] = doc.user_data[_FOUND]
        return found

    def _find(self, doc: Doc) -> Iterator[Phrase]:
        bound = {i for _, start, end in self._compounds(doc) for i in range(start, end)}
        for block, _ in blocks_of(doc):
            for run in _runs(block, bound, self._articles(block)):
                yield from self._phrases(run, bound)

    def _articles(self, block: Span) -> set[int]:
        """Gives the places of `of the` behind a head noun that an article may follow: Friends of the Library."""
        words = words_of(block.doc)
        heads = (at for at in range(block.start, block.end - 3) if words.lowers[at] in self._before_the)
        named = (at for at in heads if words.texts[at + 3][0].isupper())
        return {at + gap for at in named if words.lowers[at + 1 : at + 3] == ["of", "the"] for gap in (1, 2)}

    def head_kind(self, token: Token) -> str | None:
        """Tells what kind of name a token can end, None when it is no head noun as it is printed."""
        word, capital = token.lower_, token.text[0].isupper()
        lemma = _lemma(word, self.kinds)
        if word != lemma and not (capital and lemma in self._plural):
            return None
        return None if lemma in self._capital and not capital else self.kinds.get(lemma)

    def expansion_kind(self, span: Span) -> str | None:
        """Tells what kind of name an acronym's expansion is, in any case: `street care team (SCT)`."""
        return None if self.is_generic(span.text) else self._kind(span[-1].lower_)

    def _kind(self, word: str) -> str | None:
        return self.kinds.get(_lemma(word, self.kinds))

    def is_common(self, text: str) -> bool:
        """Tells whether a phrase is among those of the profile that name nothing of their own: Residents."""
        return fold(text) in self._generic

    def is_generic(self, text: str) -> bool:
        """Tells whether a phrase has no name of its own: `Action Plan`, `Annual Review`, `Next Meeting`."""
        key = fold(text).removeprefix("the ")
        singular = key.removesuffix("s")
        if key in self._generic or singular in self._generic or f" {key}".endswith(self._endings):
            return True
        words = key.split()
        programme = self._kind(words[-1]) == "programme"
        return all(word in (self._topics if programme else self._modifiers) for word in words[:-1])

    def is_role(self, text: str) -> bool:
        """Tells whether an acronym stands for a post."""
        return text in self._roles or text.rstrip("s") in self._roles

    def _phrases(self, run: Span, bound: set[int]) -> Iterator[Phrase]:
        """Gives the phrases of one run: a head-first one if there is one, else those that end in a head noun."""
        lowers = words_of(run.doc).lowers
        may_head = (at for at in range(run.start, run.end) if at not in bound and self._kind(lowers[at]))
        heads = [token for at in may_head if self.head_kind(token := run.doc[at])]
        after = _next(run)
        if after is not None and after.is_lower and after.lower_ not in _JOINERS:
            yield from self._with_lower_head(run, after, bound)
        leading = list(self._head_first(run))
        yield from leading
        start = max((phrase.span.end for phrase in leading), default=run.start)
        for at, head in enumerate(heads):
            if head.i < start and leading:
                continue
            follower = heads[at + 1] if at + 1 < len(heads) else None
            if follower is not None and self._left(follower, start, bound) <= head.i and not _is_meeting(follower):
                continue
            if _is_meeting(head) and at and heads[at - 1].i == head.i - 1:
                continue
            left = self._left(head, start, bound)
            yield from self._checked(run.doc[left : head.i + 1], head)
            start = head.i + 1

    def _head_first(self, run: Span) -> Iterator[Phrase]:
        """Gives `Ministry of Ferries` and `County Association of Local Councils`."""
        lowers = words_of(run.doc).lowers
        for at in range(run.start, run.end):
            after = at + 1
            if lowers[at] in self._leading and after < run.end - 1 and lowers[after] in _BARRIERS:
                token = run.doc[at]
                left = self._left(token, run.start, set())
                after += lowers[after + 1] == "the"
                tail = run.doc[after + 1 : run.end]
                stops = (t.i for t in tail if t.lower_ in _BARRIERS or _is_meeting(t) or self._has(t, tail))
                end = next(stops, run.end)
                yield Phrase(run.doc[left:end], self.kinds.get(token.lower_, "organisation"), token.lower_)

    def _has(self, token: Token, tail: Span) -> bool:
        """Tells `the Bank of Quayland's Pier branch`, what a body has, from a possessive in its name."""
        if token.text not in {"'s", "’s"} or token.i == tail.start:
            return False
        owner, first = token.nbor(-1), token.nbor(-2)
        named = fold(owner.text) in self._possessives or first.lower_.rstrip(".") in {"st", "saint"}
        return not named and not any(self._kind(other.lower_) for other in tail if other.i > token.i)

    def _left(self, head: Token, start: int, bound: set[int]) -> int:
        """Walks left from a head noun over the words of its name, not beyond `start`, then drops openers."""
        doc, left = head.doc, head.i
        while left > start and not self._stops(doc[left - 1], bound):
            left -= 1
        while (
            left < head.i
            and self.is_opener(doc[left])
            and not (doc[left + 1].text == "-" and not doc[left].whitespace_)
        ):
            left += 1
        return left

    def _stops(self, token: Token, bound: set[int]) -> bool:
        after = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
        if token.i in bound or (after == "-" and not token.whitespace_):
            return False
        before = token.nbor(-1) if token.i else None
        if token.lower_ == "of" and before is not None and before.text in self._place_heads:
            return False
        if token.lower_ in _BARRIERS or token.lower_ in self._small:
            return True
        if token.lower_ in {"and", "&"} and before is not None:
            joined = token.lower_ == "&"
            post = before.lower_ in self._posts
            return not joined and (post or self._kind(before.lower_) is not None or is_acronym(before.text))
        if token.text in {"'s", "’s"} and before is not None:
            return fold(before.text) not in self._possessives
        return False

    def is_opener(self, token: Token) -> bool:
        """Tells whether a word may stand before a name but is no part of it."""
        return token.lower_ in self._outside or token.text in MONTHS or self.is_role(token.text)

    def _checked(self, span: Span, head: Token) -> Iterator[Phrase]:
        after = head.nbor(1) if head.i + 1 < len(head.doc) else None
        kind = self.head_kind(head)
        if kind is None or len(span) < 2 or self.is_generic(span.text) or self._is_post(span, kind, after):
            return
        if after is None or after.lower_ not in self._followers:
            yield Phrase(span, kind, _lemma(head.lower_, self.kinds))

    def _is_post(self, span: Span, kind: str, after: Token | None) -> bool:
        """Tells whether a phrase is part of a post: Support Services Manager, Head of Digital Strategy."""
        if kind in {"team", "programme"} and after is not None and after.is_title and after.lower_ in self._openers:
            return True
        before = span.doc[max(0, span.start - 2) : span.start]
        if kind == "team" and len(before) == 2 and before[1].text == "," and before[0].lower_ in self._openers:
            # `The Executive Officer, Corporate Services, said …`
            return before[0].is_title and after is not None and (after.is_punct or after.is_lower)
        headed = len(before) == 2 and before[1].lower_ == "of" and before[0].lower_ in self._openers
        return kind in {"programme", "team"} and headed and before[0].is_title

    def _with_lower_head(self, run: Span, after: Token, bound: set[int]) -> Iterator[Phrase]:
        """Gives `CCTV renewal plan` and `Harbour Watch team`: capitals, at most two more words, a head noun."""
        doc = run.doc
        end = min(len(doc), after.i + _LOWER_REACH)
        for token in doc[after.i : end]:
            kind = self.head_kind(token)
            if kind == "programme" and token.lower_ not in self.kinds:
                return
            if kind:
                left = self._left(token, run.start, bound)
                own = [t for t in doc[left : run.end] if not t.is_sent_start or is_acronym(t.text)]
                if any(t.text[0].isupper() for t in own) and not self.is_generic(doc[left : token.i + 1].text):
                    yield Phrase(doc[left : token.i + 1], kind, _lemma(token.lower_, self.kinds))
                return
            if not self._is_modifier(token):
                return

    def _is_modifier(self, token: Token) -> bool:
        """Tells whether a lower-case word can stand inside a name: no small word, no verb form in -ed or -s."""
        plain = token.is_alpha and token.lower_ not in self._function
        return plain and not token.lower_.endswith(("ed", "ly", "s"))


def _lemma(word: str, heads: dict[str, str]) -> str:
    return word if word in heads else word.removesuffix("s")


def _is_meeting(token: Token) -> bool:
    return token.lower_ in {"meeting", "meetings"}


def _next(run: Span) -> Token | None:
    return run.doc[run.end] if run.end < len(run.doc) else None


def _runs(block: Span, bound: set[int], articles: set[int]) -> Iterator[Span]:
    """Yields the runs of capitalised words, joined or not by small words, inside one block, as long as they may be."""
    doc, start, end = block.doc, None, 0
    texts = words_of(doc).texts
    for at in range(block.start, block.end):
        if texts[at][0].isupper() or (start is not None and (at in bound or at in articles)):
            if start is None or at > end + 2 or at - start >= _LONGEST_RUN or not _bridged(doc, end, at):
                if start is not None:
                    yield doc[start:end]
                start = at
            end = at + 1
    if start is not None:
        yield doc[start:end]


def _bridged(doc: Doc, end: int, start: int) -> bool:
    """Tells whether the tokens between two capitalised words hold them together in one name."""
    gap = words_of(doc).lowers[end:start]
    if not _JOINERS.issuperset(gap) or doc[start].is_sent_start:
        return False
    return "-" not in gap or not any(token.text == "-" and _stands_off(token) for token in doc[end:start])


def _stands_off(token: Token) -> bool:
    """Tells whether a space stands before or behind a word."""
    return bool(token.whitespace_ or token.nbor(-1).whitespace_)
