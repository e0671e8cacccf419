"""Finds products that no head noun betrays by what is said of them: `the rollout of …`, `… has been introduced`."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.entities import Mention
from graph_loader.annotate.extensions import blocks_of
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentences_of
from graph_loader.annotate.words import words_of
from graph_loader.model.ids import fold

_AUXILIARIES = {"has", "have", "had", "is", "are", "was", "were"}
_PARTICIPLE_REACH = 4
_LONGEST = 5
_NAMING = {"called", "named", "entitled", "titled", "branded"}
_INNER_CAPITALS = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+")
"""Has capitals inside, as no common word has: TramLink."""
_OPENING, _CLOSING = {"'", "‘", "“", '"'}, {"'", "’", "”", '"'}


class Deliveries:
    """Holds a profile's words of delivery and finds what is delivered in one document."""

    def __init__(self, nlp: Language, profile: Profile) -> None:
        names = profile.names
        self._verbs = set(names.delivery_verbs)
        self._modifiers = set(names.generic_modifiers) | set(names.generic_topics)
        self._heads = {head.lower() for head in names.programme_heads}
        self._phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._phrases.add("delivery", [nlp.make_doc(phrase) for phrase in names.delivery_phrases])

    def find(self, doc: Doc) -> Iterator[Mention]:
        """Yields the products in no particular order."""
        headings = _headings(doc)
        delivered = [span for _, _, end in self._phrases(doc) for span in _object(doc, end, headings)]
        delivered += [
            span for block, _ in blocks_of(doc) for sentence in sentences_of(block) for span in self._subject(sentence)
        ]
        delivered += [*self._called(doc), *self._quoted(doc)]
        yield from (Mention(span, "programme", "programme.delivery", 0.6) for span in delivered)
        # Once it is known to be a product, every other place that names it counts.
        again = PhraseMatcher(doc.vocab, attr="LOWER")
        again.add("again", [_words(span) for span in delivered if len(span) > 1])
        yield from (Mention(doc[start:end], "programme", "programme.again", 0.6) for _, start, end in again(doc))

    def _called(self, doc: Doc) -> Iterator[Span]:
        """Gives what stands beside its kind: a new programme, Marle Connect; a campaign called Know Your Street."""
        words = words_of(doc)
        for at in words.at(self._heads):
            following = words.texts[at + 1] if at + 2 < len(words.texts) else ""
            if words.texts[at].islower() and (following == "," or following in _NAMING):
                yield from _capitals(doc, at + 2)
                if _INNER_CAPITALS.fullmatch(doc[at + 2].text):
                    yield doc[at + 2 : at + 3]

    def _subject(self, sentence: Span) -> Iterator[Span]:
        """Gives what a sentence says to have been introduced: two to four words with no article in front."""
        words, start, end = words_of(sentence.doc), sentence.start, sentence.end
        opening = range(start, min(end, start + _LONGEST))
        auxiliary = next((at for at in opening if words.texts[at] in _AUXILIARIES), start)
        if auxiliary - start < 2:
            return
        subject = sentence.doc[start:auxiliary]
        after = words.lowers[auxiliary + 1 : min(end, auxiliary + _PARTICIPLE_REACH)]
        if not self._verbs.isdisjoint(after) and self._is_product(subject):
            yield subject

    def _is_product(self, span: Span) -> bool:
        plain = all(token.is_alpha and not token.is_stop for token in span)
        return plain and span[0].lower_ not in self._modifiers and not span[-1].lower_.endswith(("s", "ing"))

    def _quoted(self, doc: Doc) -> Iterator[Span]:
        """Gives what stands in quotation marks before a head noun: the ‘Know Your Neighbour’ campaign."""
        for head in words_of(doc).at(self._heads):
            close = doc[max(0, head - 1)]
            if close.i >= 2 and close.text in _CLOSING and close.whitespace_:
                start = next((i for i in range(close.i - 1, max(-1, close.i - 8), -1) if _opens(doc[i])), None)
                if start is not None and start + 1 < close.i:
                    yield doc[start + 1 : close.i]


def _opens(token: Token) -> bool:
    return token.text in _OPENING and not token.whitespace_ and (token.i == 0 or bool(token.nbor(-1).whitespace_))


def _object(doc: Doc, start: int, headings: dict[str, Span]) -> Iterator[Span]:
    """Gives two or more capitalised words after `the rollout of`, or words that are a heading of the document."""
    if start < len(doc) and doc[start].lower_ == "the":
        start += 1
    named = list(_capitals(doc, start))
    yield from named
    longer = (doc[start:stop] for stop in range(min(len(doc), start + _LONGEST), start + 1, -1))
    if not named:
        yield from (span for span in longer if fold(span.text) in headings)


def _capitals(doc: Doc, start: int) -> Iterator[Span]:
    """Gives the two or more capitalised words that stand at a place."""
    end = start
    while end < len(doc) and end - start < _LONGEST and doc[end].is_alpha and doc[end].text[0].isupper():
        end += 1
    if end - start >= 2:
        yield doc[start:end]


def _headings(doc: Doc) -> dict[str, Span]:
    """Gives the headings and run-in headings of two to five words by their folded text."""
    found: dict[str, Span] = {}
    for block, detail in blocks_of(doc):
        length = detail.lead or (len(detail.text) if detail.kind == "heading" else 0)
        words = detail.text[:length].rstrip(" –—-:").strip()
        span = doc.char_span(block.start_char, block.start_char + len(words)) if words else None
        if span is not None and 2 <= len(span) <= _LONGEST:
            found.setdefault(fold(span.text), span)
    return found


def _words(span: Span) -> Doc:
    # `Span.as_doc` walks the whole document.
    return Doc(span.doc.vocab, words=[token.text for token in span])
