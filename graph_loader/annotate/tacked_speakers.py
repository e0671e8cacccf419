"""Finds a second speaker who is tacked on: `…, who said that …`, `AB said that … and CD that …`."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph_loader.annotate.second_speakers import first_report, is_finite, is_report
from graph_loader.annotate.speakers import Sentence, speaker_at
from graph_loader.annotate.speech_words import SpeechWords
from graph_loader.model.record import Actor

_LONGEST_NAME = 8
_HANDED = frozenset({"turned", "deferred", "handed", "passed"})
"""Verbs by which one who speaks lets another speak: `turned to the Clerk, who thought so`."""
_SAID = frozenset({"said", "replied", "answered", "thought", "suggested", "felt"})
_JOINTS = frozenset({"who", "and", ";"})
"""Without one of these words nobody is tacked on."""
_GAPS = frozenset({"that", "about", "on", "of"})
"""Words behind the first verb that may stand behind the second name in place of a verb."""


@dataclass(frozen=True, slots=True)
class Tacked:
    """Is one who speaks from a position of the sentence on, without a clause that begins with his name."""

    start: int
    act: str
    actors: tuple[Actor, ...]


def tacked_speaker(sentence: Sentence, speakers: tuple[Actor, ...], words: SpeechWords) -> Tacked | None:
    """Gives the first of those whom a sentence tacks on to what others say, if they are none of these."""
    found = (each for each in _all(sentence, words) if not set(each.actors) & set(speakers))
    return min(found, key=lambda each: each.start, default=None)


def _all(sentence: Sentence, words: SpeechWords) -> Iterator[Tacked]:
    if _JOINTS.isdisjoint(sentence.words):
        return
    for at in range(2, len(sentence.words) - 2):
        if sentence.words[at] == "who" and sentence.words[at - 1] == ",":
            yield from _who(sentence, at, words)
    first = first_report(sentence, words)
    if first is not None:
        yield from _gapped(sentence, first, words)
    if first is None or sentence.words[first] in _SAID:
        yield from _elliptic(sentence, words)


def _who(sentence: Sentence, at: int, words: SpeechWords) -> Iterator[Tacked]:
    """Reads `It was for the Clerk, who said that …`; the subject of the sentence goes on behind such an aside."""
    found = words.remarks.match(sentence.words, at + 1)
    handed = bool(_HANDED & set(sentence.words[max(0, at - _LONGEST_NAME) : at]))
    if found is None or not (handed or is_report(sentence, at + 1, words)):
        return
    for start in range(1, at - 1):
        listed = sentence.actors_at(start) if start >= at - _LONGEST_NAME else None
        if listed is not None and listed.end - sentence.span.start == at - 1:
            is_one = len(listed.actors) == 1 and listed.actors[0].kind != "body"
            if is_one and sentence.words[start - 1] not in {",", ";"}:
                yield Tacked(at, found[0], listed.actors)
            return


def _gapped(sentence: Sentence, first: int, words: SpeechWords) -> Iterator[Tacked]:
    """Reads `The Clerk said that it was late and AB that it was dear`, `… spoke about pay and AB about rents`."""
    found = words.remarks.match(sentence.words, first)
    opener = "".join(sentence.words[found[1] : found[1] + 1]) if found else ""
    if found is None:
        return
    for at in range(found[1] + 2, len(sentence.words) - 2):
        speaker = speaker_at(sentence, at, words) if sentence.words[at - 1] == "and" else None
        if speaker is None or not speaker.actors or _is_listed(sentence, at):
            continue
        following = sentence.words[speaker.end]
        inside = sentence.words[found[1] : at - 1]
        is_said = following == "that" and any(is_finite(word, words) for word in inside)
        is_told = following == opener and opener in _GAPS - {"that"}
        if (is_said or is_told) and all(actor.kind != "body" for actor in speaker.actors):
            yield Tacked(at, found[0], speaker.actors)


def _elliptic(sentence: Sentence, words: SpeechWords) -> Iterator[Tacked]:
    """Reads `The Clerk said more staff; the Chair, better pay; and AB, a new lift.`"""
    if ":" in sentence.words:
        return
    for at in range(2, len(sentence.words) - 2):
        is_behind = sentence.words[at - 1] == ";" or sentence.words[at - 2 : at] == (";", "and")
        speaker = speaker_at(sentence, at, words) if is_behind else None
        if speaker is None or not speaker.actors or any(actor.kind == "body" for actor in speaker.actors):
            continue
        stop = next((there for there in range(speaker.end, len(sentence.words)) if sentence.words[there] in ";."), 0)
        said = sentence.words[speaker.end + 1 : stop]
        if sentence.words[speaker.end] == "," and said and not any(is_finite(word, words) for word in said):
            yield Tacked(at, "stated", speaker.actors)


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Tells whether a name stands right before `and`: `told the Chair and the Clerk that …`."""
    end = at - 1 - (sentence.words[at - 2] == ",")
    lists = (sentence.actors_at(start, end) for start in range(max(0, end - _LONGEST_NAME), end))
    return any(listed is not None and listed.end - sentence.span.start == end for listed in lists)
