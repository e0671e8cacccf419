"""Tells what was asked some other time, or on some other occasion, from what was asked in the meeting."""

import re

from graph_loader.annotate.speakers import Sentence
from graph_loader.annotate.speech_words import SpeechWords

_PAST = re.compile(
    r"(?:in )?(?:last|the previous) (?:year|month|week|spring|summer|autumn|winter|time)\b"
    r"|(?:(?:one|two|three|several|some|\d+) )?(?:years?|months?|weeks?) ago\b"
    r"|earlier (?:this|in the) (?:year|month|week)\b"
    r"|(?:back )?in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"(?: \d{4}\b)?|\d{4}\b)"
    r"|at (?:the|its|their|our) (?:last|previous) (?:meeting|session)\b"
)
_PAST_WORDS = 6
_OCCASION_OPENERS = frozenset({"when", "while", "during", "on", "after", "at"})
_OCCASION_WORDS = 14
_ASKED_WORDS = 4
"""How many words may say who was asked."""
_NO_ASKED = frozenset({"about", "for", "from", "of", "on", "to", "that", "over", "during", "since", "regarding", ","})


def was_asked_before(sentence: Sentence, words: SpeechWords) -> bool:
    """Tells whether a sentence that reports a question says that it was put some other time.

    The time opens the sentence or stands right behind the asking verb and whom it asks: `Last year the Board asked …`,
    `The Board asked the Clerk last year to …`; anywhere else it may belong to what is asked. An occasion opens it:
    `When she visited the unit, the PCC was asked …`.
    """
    if _opens_with_time(sentence, words) or _opens_with_occasion(sentence, words):
        return True
    matches = (words.questions.match(sentence.words, at) for at in range(1, len(sentence.words)))
    first = next((found for found in matches if found), None)
    return first is not None and _is_timed(sentence, first[1], words)


def _is_timed(sentence: Sentence, start: int, words: SpeechWords) -> bool:
    """Tells whether a time follows an asking verb, or the words for whom: `asked the force last year`.

    A time behind a preposition or the head of a clause is part of what is asked.
    """
    asked = sentence.actors_at(start)
    if asked is not None:
        return bool(_time_at(sentence, asked.end - sentence.span.start))
    for at in range(start, min(start + _ASKED_WORDS, len(sentence.words))):
        if _time_at(sentence, at):
            return True
        if sentence.words[at] in words.clauses | words.inverted | _NO_ASKED:
            return False
    return False


def _opens_with_time(sentence: Sentence, words: SpeechWords) -> bool:
    """Tells whether a time in the past opens a sentence in which nothing is reported before its question."""
    end = _time_at(sentence, 0)
    asks = next((at for at in range(end, len(sentence.words)) if words.questions.match(sentence.words, at)), 0)
    return bool(end) and not any(words.remarks.match(sentence.words, at) for at in range(end, asks))


def _opens_with_occasion(sentence: Sentence, words: SpeechWords) -> bool:
    """Tells whether the clause up to the first comma tells of a visit or the like."""
    if sentence.words[0] not in _OCCASION_OPENERS or "," not in sentence.words[:_OCCASION_WORDS]:
        return False
    return bool(words.occasions & set(sentence.words[: sentence.words.index(",")]))


def _time_at(sentence: Sentence, at: int) -> int:
    """Gives where a time in the past ends that begins at a position, 0 when none does."""
    found = _PAST.match(" ".join(sentence.words[at : at + _PAST_WORDS]))
    return at + len(found.group().split()) if found else 0
