"""Reads the line that says from whom a written question comes: `Question 3 submitted by Cllr Ash:`."""

from dataclasses import dataclass

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorIndex
from graph_loader.annotate.phrases import folded_words
from graph_loader.annotate.sentences import sentences_of
from graph_loader.annotate.speech_words import SpeechWords
from graph_loader.model.record import Actor

_NOUN_WORDS = 6
"""How far into the line the noun stands: `4. Supplementary written question`."""
_SUFFIX_WORDS = 6
"""How many words may follow the name before the colon: `Mr Ash, T.D.:`."""
_NO_LEADS = frozenset({"a", "an", "the", "there", "in", "to"})
_FROM = frozenset({"from", "by"})
_STOPS = frozenset({":", ":-", "–", "—", "-"})
_QUOTATION_WORDS = 250
"""How long at most a question is that is quoted over several blocks."""
_CLOSING = {"“": "”", '"': '"', "‘": "’"}
OPENING_QUOTES = frozenset(_CLOSING)
"""The marks that open somebody's own words."""
_EMPHASIS = frozenset("*_")


@dataclass(frozen=True, slots=True)
class QuestionSource:
    """Is who puts a written question, if it is anybody the document lists; the question begins at token `end`."""

    askers: tuple[Actor, ...]
    end: int


def read_question_source(span: Span, index: ActorIndex, words: SpeechWords) -> QuestionSource | None:
    """Reads the head of a span: the noun of a question, `from` or `by`, a name, then a colon or the end."""
    line = folded_words(span)
    noun = next((at for at, word in enumerate(line[:_NOUN_WORDS]) if word in words.question_nouns), None)
    if noun is None or not all(_is_lead(span[at].text, line[at]) for at in range(noun)):
        return None
    source = next((at for at in range(noun + 1, min(noun + _NOUN_WORDS, len(line))) if line[at] in _FROM), None)
    if source is None or not all(word in words.put or not word.isalpha() for word in line[noun + 1 : source]):
        return None
    found = index.list_at(span.start + source + 1)
    behind = found.end - span.start if found else source + 1
    end = _end_of_line(span, line, behind, source + 1)
    return QuestionSource(found.actors if found else (), span.start + end) if end is not None else None


def own_words(span: Span) -> Span | None:
    """Gives the words of a written question from the head of a span on: a quotation, or up to the last `?` in it.

    A quotation may go on over the next blocks, a list as a rule.
    """
    if not len(span):
        return None
    if span[0].text in OPENING_QUOTES:
        return _quotation(span) or span
    asked = [sentence.end for sentence in sentences_of(span) if sentence[-1].text == "?"]
    return span.doc[span.start : asked[-1]] if asked else None


def _quotation(span: Span) -> Span | None:
    """Gives the quotation that a span opens, None when no mark closes it within reach."""
    doc = span.doc
    closing = _CLOSING[span[0].text]
    for token in doc[span.start + 1 : span.start + _QUOTATION_WORDS]:
        if token.text == closing and (closing != "’" or token.nbor(-1).is_punct):
            stop = token.i + 1
            return doc[span.start : stop + (stop < len(doc) and doc[stop].text == ".")]
        if token.text in OPENING_QUOTES:
            return None
    return None


def asked_in(words: Span, index: ActorIndex) -> tuple[Actor, ...]:
    """Gives whom a question names as asked in its own words: `May I ask the Clerk when …`."""
    ask = next((token.i for token in words[:-1] if token.lower_ == "ask"), None)
    found = index.list_at(ask + 1) if ask is not None else None
    return found.actors if found else ()


def _is_lead(text: str, word: str) -> bool:
    """Tells whether a word may stand before the noun: a number, a mark, or `Written`, but no article."""
    return not word.isalpha() or (word not in _NO_LEADS and text != "I")


def _end_of_line(span: Span, line: tuple[str, ...], behind: int, name: int) -> int | None:
    """Gives where the words behind the name and its colon begin; without one, only names and marks may follow."""
    for at in range(behind, min(behind + _SUFFIX_WORDS, len(line))):
        if line[at] in _STOPS:
            return _behind_emphasis(line, at + 1)
    names = all(word[:1].isupper() or not word.isalpha() for word in (token.text for token in span[name:]))
    return len(line) if names and len(line) - behind <= _SUFFIX_WORDS and len(line) > name else None


def _behind_emphasis(line: tuple[str, ...], at: int) -> int:
    while at < len(line) and set(line[at]) <= _EMPHASIS:
        at += 1
    return at
