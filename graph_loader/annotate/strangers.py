"""Reads whom a question is put to where no list names them: a post as it is printed, or nobody who is known."""

from graph_loader.annotate.abbreviations import are_initials
from graph_loader.annotate.speakers import INSIDE_TITLES, LONGEST_TITLE, Sentence, unlisted_post
from graph_loader.annotate.speech_words import SpeechWords
from graph_loader.model.record import Actor

_ARTICLES = frozenset({"the", "a", "an", "its", "their", "our"})
_OF_QUESTIONS = frozenset({"a", "an", "another", "one", "further", "two", "several", "some"})
_TO = frozenset({"of", "to", "for", "from"})
_BEFORE_CLAUSE = frozenset({"about", "for", "on", "to", "that", "which"})


def stranger_asked(sentence: Sentence, verb: int, words: SpeechWords) -> tuple[Actor, ...] | None:
    """Gives the post that no list names behind `asked`, nobody for other strangers, None where nobody strange stands.

    `asked the Head of Barns why …` has a post, `asked ZQ about …` and `asked the Barn Trust how …` have none.
    """
    if not sentence.words[verb].startswith("ask"):
        return None
    start = behind_noun(sentence, verb + 1, words)
    if start >= len(sentence.words) or sentence.actors_at(start) is not None:
        return None
    post = unlisted_post(sentence, start, words)
    first = start + (sentence.words[start] in _ARTICLES)
    end = post.end if post is not None else _end_of_name(sentence, first)
    if sentence.words[end : end + 1] and sentence.words[end] not in words.clauses | _BEFORE_CLAUSE:
        return None
    if post is not None:
        return None if _is_plural(sentence.words[end - 1], words) else post.actors
    name = sentence.part(first, end)
    is_name = len(name) > 0 and (first > start or len(name) > 1 or are_initials(name.text))
    return () if is_name and not _is_plural(sentence.words[end - 1], words) else None


def behind_noun(sentence: Sentence, start: int, words: SpeechWords) -> int:
    """Gives where `asked a question of AB` begins to say whom it asks, `start` where it has no such noun."""
    at = start
    while at < len(sentence.words) and sentence.words[at] in _OF_QUESTIONS:
        at += 1
    noun = sentence.words[at : at + 1]
    is_noun = bool(noun) and noun[0] in words.question_nouns and bool(_TO & set(sentence.words[at + 1 : at + 2]))
    return at + 2 if is_noun else start


def _end_of_name(sentence: Sentence, start: int) -> int:
    end = start
    reach = min(len(sentence.words), start + LONGEST_TITLE)
    while end < reach and (sentence.span[end].text[0].isupper() or (end > start and _is_inside(sentence, end))):
        end += 1
    return end


def _is_inside(sentence: Sentence, at: int) -> bool:
    """Tells whether a small word stands inside a name: the Office of Barns."""
    following = sentence.span[at + 1 : at + 2].text
    return sentence.words[at] in INSIDE_TITLES and following[:1].isupper()


def _is_plural(word: str, words: SpeechWords) -> bool:
    """Tells whether it is put to several of whom one may answer: the Officers."""
    return word.endswith("s") and word.removesuffix("s") in words.heads
