"""Tells what was asked some other time, or on some other occasion, from what was asked in the meeting."""

from collections.abc import Sequence

from graph_loader.annotate.date_parsing import MONTHS
from graph_loader.annotate.speakers import Sentence
from graph_loader.annotate.speech_words import SpeechWords

_TIME_WORDS = 6
_AGO_WORDS = 4
"""Where `ago` stands at most behind the head of a time: `some three months ago`."""
_YEAR_DIGITS = 4
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
        return bool(_time_at(sentence, asked.end - sentence.span.start, words))
    for at in range(start, min(start + _ASKED_WORDS, len(sentence.words))):
        if _time_at(sentence, at, words):
            return True
        if sentence.words[at] in words.clauses | words.inverted | _NO_ASKED:
            return False
    return False


def _opens_with_time(sentence: Sentence, words: SpeechWords) -> bool:
    """Tells whether a time in the past opens a sentence in which nothing is reported before its question."""
    end = _time_at(sentence, 0, words)
    asks = next((at for at in range(end, len(sentence.words)) if words.questions.match(sentence.words, at)), 0)
    return bool(end) and not any(words.remarks.match(sentence.words, at) for at in range(end, asks))


def _opens_with_occasion(sentence: Sentence, words: SpeechWords) -> bool:
    """Tells whether the clause up to the first comma tells of a visit or the like."""
    if sentence.words[0] not in _OCCASION_OPENERS or "," not in sentence.words[:_OCCASION_WORDS]:
        return False
    return bool(words.occasions & set(sentence.words[: sentence.words.index(",")]))


def _time_at(sentence: Sentence, at: int, words: SpeechWords) -> int:
    """Gives where a time in the past ends that begins at a position, 0 when none does."""
    said = sentence.words[at : at + _TIME_WORDS]
    lead = words.past_leads.match(said, 0)
    if lead is not None and lead[1] < len(said) and said[lead[1]] in words.past_units:
        return at + lead[1] + 1
    meeting = words.past_meetings.match(said, 0)
    size = meeting[1] if meeting is not None else _ago(said, words) or _in_month(said)
    return at + size if size else 0


def _ago(said: Sequence[str], words: SpeechWords) -> int:
    """Gives where `three months ago` or `some time ago` ends, 0 when it does not stand at the head."""
    ago = next((at for at in range(1, min(_AGO_WORDS, len(said))) if said[at] == "ago"), 0)
    return ago + 1 if ago and said[ago - 1].removesuffix("s") in words.past_units else 0


def _in_month(said: Sequence[str]) -> int:
    """Gives where `back in May`, `in May 2018` or `in 2018` ends, 0 when it does not stand at the head."""
    at = 1 if said[:1] == ("back",) else 0
    if said[at : at + 1] != ("in",) or at + 1 >= len(said):
        return 0
    is_month = said[at + 1].title() in MONTHS
    year = at + 1 + is_month
    is_year = year < len(said) and len(said[year]) == _YEAR_DIGITS and said[year].isdigit()
    return year + 1 if is_year else year if is_month else 0
