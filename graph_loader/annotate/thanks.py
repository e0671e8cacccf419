"""Reads whom a sentence thanks, welcomes, introduces or invites: who is named there may be meant by `he` or `she`."""

from dataclasses import dataclass

from graph_loader.annotate.speakers import POSSESSIVE, Sentence
from graph_loader.annotate.speech_words import PASSIVES, SpeechWords
from graph_loader.model.record import Actor

_OBJECT_WORDS = 7
"""How many words behind the verb may say who is thanked."""
_OBJECT_ENDS = frozenset({"for", "to", "from", "with", "on", "at", "in", "who", "that", "and", ",", ".", ";", "("})
_OBJECTS = {"him": "he", "her": "she"}
_ARTICLES = frozenset({"the", "a", "an", "our", "its", "his", "her", "their", "both", "new"})
_LONGEST_INITIALS = 4


@dataclass(frozen=True, slots=True)
class Thanked:
    """Is whom a sentence thanks or brings in: people and posts named, and whether somebody else may be meant."""

    actors: tuple[Actor, ...]
    unnamed: bool
    pronoun: str = ""
    """Is the one pronoun that may stand for them, where the sentence shows it: `thanked him`, `and his team`."""
    brings_in: bool = False
    """Is set when they are brought in to speak: introduced, invited or welcomed."""


def read_thanked(sentence: Sentence, words: SpeechWords) -> Thanked | None:
    """Reads whom a sentence thanks, by its first verb or one joined to another; things and groups are nobody."""
    said = sentence.words
    for at in range(1, len(said)):
        verb = words.thanks.match(said, at) if said[at - 1] not in PASSIVES else None
        if verb is None:
            continue
        if words.is_joined(said, at) or not any(words.is_reporting(said, before) for before in range(1, at)):
            thanked = _thanked_at(sentence, verb[1], verb[0] == "introductions", words)
            if thanked is not None:
                return thanked
    return None


def _thanked_at(sentence: Sentence, start: int, brings_in: bool, words: SpeechWords) -> Thanked | None:
    text = sentence.words
    while start < len(text) and text[start] in {"both", "back", "all", "again"}:
        start += 1
    if start >= len(text):
        return None
    pronoun = _OBJECTS.get(text[start], "")
    if pronoun and (start + 1 == len(text) or text[start + 1] in _OBJECT_ENDS):
        return Thanked((), True, pronoun, brings_in)
    found = sentence.actors_at(start)
    if found is None:
        return Thanked((), True, "", brings_in) if _is_somebody(sentence, start, brings_in, words) else None
    end = found.end - sentence.span.start
    people = tuple(actor for actor in found.actors if actor.kind != "body")
    if not people or text[end : end + 1] in POSSESSIVE:
        return None
    further = end + 1 if text[end : end + 1] in {("and",), (",",)} else len(text)
    unnamed = further < len(text) and _is_somebody(sentence, further, brings_in, words)
    shown = words.possessives.get(text[end + 1], "") if text[end : end + 1] in {("and",), ("for",)} else ""
    return Thanked(people, unnamed, shown if shown != "they" else "", brings_in)


def _is_somebody(sentence: Sentence, start: int, brings_in: bool, words: SpeechWords) -> bool:
    """Tells whether a phrase may call somebody whom no list names: a post, initials, or else a name that is thanked."""
    for at in range(start, min(start + _OBJECT_WORDS, len(sentence.words))):
        word, text = sentence.words[at], sentence.span[at].text
        if word in _OBJECT_ENDS or (word,) in POSSESSIVE:
            return False
        initials = text.isupper() and len(text) <= _LONGEST_INITIALS and at == start
        if word in words.heads or initials or (text[0].isupper() and not brings_in and word not in _ARTICLES):
            return not _is_owner(sentence, at + 1)
    return False


def _is_owner(sentence: Sentence, end: int) -> bool:
    return sentence.words[end : end + 1] in POSSESSIVE
