"""Splits into sentences by rule: a block's border always ends one, then punctuation that no abbreviation explains."""

import re
from bisect import bisect_left, bisect_right
from calendar import day_name, month_name
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.types import Ints2d

from graph_loader.annotate.abbreviations import SURELY_INITIALS, abbreviations, are_initials
from graph_loader.annotate.date_parsing import MONTHS, WEEKDAYS
from graph_loader.annotate.extensions import BLOCKS
from graph_loader.annotate.profile import load_profile
from graph_loader.annotate.words import words_of

_STARTS, _SENTENCES = "kg_sentence_starts", "kg_sentences"
_END = {".", "?", "!", "…", "..."}
_CLOSING = {'"', "'", "”", "’", ")", "]"}
_QUOTES = {('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'")}
_MOST_CLOSING = 8
"""How many closing marks between a stop and the next sentence are stepped over."""
_MOST_WORDS = 400
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "it", "he", "she", "they"})
_OPENERS = frozenset({"there", "that", "those", "we", "in", "on", "at", "if", "when", "both", "members"})
_OPENING = {'"', "'", "“", "‘", "(", "["}
QUOTE_ENDS = frozenset(closing for _, closing in _QUOTES)
"""The marks that close words in quotation marks."""
_BEFORE_FIGURES = frozenset(name.casefold() for name in {*MONTHS, *WEEKDAYS} - {*month_name, *day_name})
_BEFORE_FIGURES |= {"no", "nos", "para", "paras", "p", "pp", "approx", "ca", "art", "vol", "fig", "ext", "tel"}
"""What is shortened before a figure: `on Mon. 14 Oct.`, `para. 3`."""
_SUM_END = re.compile(r"\d ?(?:k|m|bn)\.$")
"""A sum at the end of a sentence, whose stop is no word of its own: `£1.2m.`"""
_SHORT_ENDS = frozenset({"a.m.", "p.m.", "etc."})
"""What is shortened with a stop that may end a sentence as well, if no day goes on behind it."""
_DAYS = frozenset(name.casefold() for name in {*MONTHS, *WEEKDAYS})
_ASKER_WORDS = 5
"""How many words may name who asks, or whom, behind a question in quotation marks."""


@Language.factory("kg_sentences", assigns=["doc.sents"], default_config={"profile": "general"})
def create_sentences(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that sets the sentence starts."""
    loaded = load_profile(profile)
    shortened = abbreviations(loaded)
    asking = frozenset(form for forms in loaded.speech.questions.values() for form in forms if form.isalpha())

    def sentences(doc: Doc) -> Doc:
        texts = words_of(doc).texts
        blocks = [span.start for span in doc.spans[BLOCKS]]
        capitals = (at for at, text in enumerate(texts) if _may_begin(text))
        begun = (
            at
            for at in capitals
            if _begins_sentence(doc, at, shortened) and not (at > 1 and _names_asker(texts, at, asking))
        )
        starts = list(_with_cuts(sorted({*blocks, *begun}), len(texts)))
        doc.user_data[_STARTS] = starts
        # All at once: `Token.is_sent_start` walks the whole document at every assignment. -1 says that none begins.
        marks = numpy.full((len(doc), 1), -1).astype("uint64")
        marks[starts] = 1
        return doc.from_array(["SENT_START"], cast(Ints2d, marks))

    return sentences


def sentence_starts(doc: Doc) -> list[int]:
    """Gives the tokens at which the sentences of a document begin, in order."""
    starts: list[int] = doc.user_data[_STARTS]
    return starts


def sentences_of(block: Span) -> list[Span]:
    """Gives the sentences of one block in order, without the white space that ends it."""
    known: dict[int, list[Span]] = block.doc.user_data.setdefault(_SENTENCES, {})
    if block.start not in known:
        starts = sentence_starts(block.doc)
        inside = starts[bisect_right(starts, block.start) : bisect_left(starts, block.end)]
        borders = [block.start, *inside, block.end]
        known[block.start] = [block.doc[start:end] for start, end in pairwise(borders)]
    return known[block.start]


def is_quotation(text: str) -> bool:
    """Tells whether a block is nothing but quoted words: a wording that was put before the meeting."""
    bare = text.strip(" .;,")
    return len(bare) > 1 and (bare[0], bare[-1]) in _QUOTES and bare[0] not in bare[1:-1] and len(bare.split()) > 2


def _with_cuts(starts: list[int], end: int) -> Iterator[int]:
    """Yields the starts, and within a sentence longer than any that is read one for each part of it.

    So the rules, some of which look at every word of a sentence for another, take a time linear in the document.
    """
    for start, following in zip(starts, [*starts[1:], end], strict=True):
        yield from range(start, following, _MOST_WORDS)


def _may_begin(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or text in _OPENING


def _begins_sentence(doc: Doc, at: int, shortened: frozenset[str]) -> bool:
    """Tells whether a word that may begin a sentence stands behind a stop that ends one."""
    texts = words_of(doc).texts
    # A mark opens when it stands close to the word behind it: the sentence then begins at the mark.
    if (texts[at] in _OPENING and doc[at].whitespace_) or (texts[at - 1] in _OPENING and not doc[at - 1].whitespace_):
        return False
    before = range(at - 1, max(-1, at - 1 - _MOST_CLOSING), -1)
    stop = next((i for i in before if texts[i] not in _CLOSING and not texts[i].isspace()), None)
    if stop is None:
        return False
    if len(texts[stop]) == 2 and texts[stop][0].isupper() and texts[stop][1] == ".":
        return _begins_behind_letter(doc[at].lower_, shortened)
    if _SUM_END.search(" ".join(texts[max(0, stop - 1) : stop + 1])):
        return True
    if texts[stop].casefold() in _SHORT_ENDS:
        return texts[at].isalpha() and texts[at].casefold() not in _DAYS
    return texts[stop] in _END and (texts[stop] != "." or not _is_abbreviation(doc, stop, at, shortened))


def _names_asker(texts: Sequence[str], at: int, asking: Collection[str]) -> bool:
    """Tells whether the words behind a quoted question say who asked it: `"Is it new?" Jo Ash asked.`."""
    if texts[at - 1] not in QUOTE_ENDS or texts[at - 2] not in {"?", "!"}:
        return False
    verb = next((i for i, text in enumerate(texts[at + 1 : at + 1 + _ASKER_WORDS], at + 1) if text in asking), None)
    if verb is None or not _END.isdisjoint(texts[at:verb]):
        return False
    asked = list(takewhile(lambda text: text[0].isupper() or text == "the", texts[verb + 1 : verb + 1 + _ASKER_WORDS]))
    return "".join(texts[verb + 1 + len(asked) : verb + 2 + len(asked)]).strip() in {"", ".", ",", ";"}


def _begins_behind_letter(word: str, shortened: frozenset[str]) -> bool:
    """Tells whether a title or an article begins a sentence behind a letter: `… in Appendix B. Mr Hale said …`."""
    return word in shortened or word in _ARTICLES or word in _OPENERS


def _is_abbreviation(doc: Doc, stop: int, following: int, shortened: frozenset[str]) -> bool:
    """Tells whether a full stop belongs to the word before it: a rank, a title, an initial that a name follows."""
    if stop == 0 or doc[stop - 1].whitespace_:
        return False
    word, behind = doc[stop - 1].text, doc[following].text
    if are_initials(behind, SURELY_INITIALS):
        # Initials stand for somebody by themselves: `We met the DCI. DH said …`.
        return False
    if doc[following].lower_ in _ARTICLES | _OPENERS:
        # `… by the Supt. They said …`
        return False
    if word.isupper() and (len(word) == 1 or word.casefold() in shortened):
        # `Appendix B. The …`, `a new PC. It …`, but `A. Hale` and `PC. Hale`.
        return not _begins_behind_letter(doc[following].lower_, shortened)
    if doc[following].text[0].isdigit() and word.casefold() in _BEFORE_FIGURES:
        return True
    # `at 10 am. The …` ends a sentence, though AM may be a rank.
    of_figure = word.islower() and stop > 1 and doc[stop - 2].text[0].isdigit()
    return word.casefold() in shortened and not of_figure
