"""Reads speech whose speaker stands inside or behind it: `"In May," said the Clerk`, `Would it last, they asked?`."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph_loader.annotate.speakers import Sentence, Speaker, speaker_at
from graph_loader.annotate.speech_words import SpeechWords
from graph_loader.model.record import Actor

_OPENING = frozenset({'"', "“", "‘", "'"})
_CLOSING = frozenset({'"', "”", "’", "'"})
_STOPS = frozenset({",", "?", "!", "…"})
_ENDS = frozenset({",", ".", "?", ":", ";"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """Is who says a sentence that is not opened by its speaker, by which act, and whether it asks."""

    speaker: Speaker
    act: str
    asks: bool
    addressees: tuple[Actor, ...] = ()


def quoted_speech(sentence: Sentence, words: SpeechWords) -> Quoted | None:
    """Finds who says the words of a sentence that begins with a quotation mark or as a question does.

    Behind a closing quotation mark the speaker stands on either side of the verb, elsewhere before it and between
    two commas or at the end.
    """
    head = sentence.words[0]
    if head in _OPENING:
        said = next(_attributions(sentence, words, _closings(sentence)), None)
        asks = "?" in sentence.words
    else:
        asks = head in words.inverted or (head in words.interrogatives and sentence.words[-1] == "?")
        commas = (at + 1 for at, word in enumerate(sentence.words) if word == ",")
        said = next((each for each in _attributions(sentence, words, commas) if each[2]), None) if asks else None
    if said is None and head not in _OPENING and (inverted := _said_at_end(sentence, words)):
        return inverted
    if said is None:
        return None
    speaker, act, is_asking, asked = said
    return Quoted(speaker, "asked" if asks and not is_asking else act, asks, asked)


def _said_at_end(sentence: Sentence, words: SpeechWords) -> Quoted | None:
    """Reads `They were not, said the Clerk.`: the verb before its speaker, with whom the sentence ends.

    In `The Chair, for all, thanked the Clerk.` it is the Clerk who is told.
    """
    comma = max((at for at, word in enumerate(sentence.words[:-2]) if word == ","), default=None)
    if comma is None or sentence.words[comma + 1] not in words.said_first:
        return None
    opening = speaker_at(sentence, 0, words)
    if opening is not None and words.verb_after(sentence.words, opening.end) is not None:
        # `AB asked when; by May, said CD.`
        return None
    verb = _verb(sentence, words, comma + 1)
    speaker = speaker_at(sentence, verb[2], words) or _last(sentence, verb[2]) if verb and not verb[1] else None
    ends = speaker is not None and sentence.words[speaker.end : speaker.end + 1] in {(), (".",)}
    return Quoted(speaker, verb[0], asks=False) if verb and speaker and ends else None


def _closings(sentence: Sentence) -> Iterator[int]:
    """Yields the positions behind a closing quotation mark that a comma or the like stands before."""
    for at in range(2, len(sentence.words) - 1):
        if sentence.words[at] in _CLOSING and sentence.words[at - 1] in _STOPS:
            yield at + 1


def _attributions(
    sentence: Sentence, words: SpeechWords, places: Iterator[int]
) -> Iterator[tuple[Speaker, str, bool, tuple[Actor, ...]]]:
    """Yields who is said to speak at the places, by which act, whether the verb is one of asking, and who is asked."""
    for at in places:
        if at >= len(sentence.words) - 1:
            return
        verb = _verb(sentence, words, at)
        speaker = speaker_at(sentence, verb[2] if verb else at, words) or _last(sentence, verb[2] if verb else at)
        if speaker is None:
            continue
        found = verb or _verb(sentence, words, speaker.end)
        end = speaker.end if verb else found[2] if found else 0
        asked = sentence.actors_at(end) if found and found[1] and end < len(sentence.words) else None
        end = asked.end - sentence.span.start if asked else end
        if found and (end >= len(sentence.words) or sentence.words[end] in _ENDS):
            yield speaker, found[0], found[1], asked.actors if asked else ()


def _verb(sentence: Sentence, words: SpeechWords, at: int) -> tuple[str, bool, int] | None:
    """Gives act, whether it asks, and end of the reporting verb at a position."""
    for table, asks in ((words.questions, True), (words.remarks, False)):
        found = table.match(sentence.words, at)
        if found and found[1] == at + 1:
            return found[0], asks, found[1]
    return None


def _last(sentence: Sentence, at: int) -> Speaker | None:
    """Gives the actors with whom the sentence ends: `"…," said the Mayor`."""
    found = sentence.actors_at(at)
    end = found.end - sentence.span.start if found else 0
    return Speaker(found.actors, "", at, end) if found and end >= len(sentence.words) else None
