"""Reads remarks that are told by whose view they are: `In the Clerk's view it was safe.`"""

from graph_loader.annotate.speakers import POSSESSIVE, Sentence, Speaker, speaker_at
from graph_loader.annotate.speech_words import SpeechWords


def read_view(sentence: Sentence, words: SpeechWords) -> Speaker | None:
    """Gives by whose view a sentence opens, unless another is said to speak in it: `In his view, the Clerk said, …`."""
    if len(sentence.words) < 4:
        return None
    if sentence.words[:2] == ("according", "to"):
        return _according_to(sentence, words)
    if sentence.words[0] != "in":
        return None
    found = sentence.actors_at(1)
    if found is None and sentence.words[1] in words.possessives and sentence.words[2] in words.stances:
        holder = Speaker((), words.possessives[sentence.words[1]], 0, 3)
    else:
        end = found.end - sentence.span.start if found else 0
        owns = (
            sentence.words[end : end + 1] in POSSESSIVE and "".join(sentence.words[end + 1 : end + 2]) in words.stances
        )
        if found is None or not owns or any(actor.kind == "body" for actor in found.actors):
            return None
        holder = Speaker(found.actors, "", 0, end + 2)
    return None if _is_said_by_another(sentence, holder, words) else holder


def _according_to(sentence: Sentence, words: SpeechWords) -> Speaker | None:
    """Gives whom a sentence names behind `According to`, if that is somebody and not a report or a body."""
    found = sentence.actors_at(2)
    end = found.end - sentence.span.start if found else 0
    if (
        found is None
        or any(actor.kind == "body" for actor in found.actors)
        or sentence.words[end : end + 1] in POSSESSIVE
    ):
        return None
    holder = Speaker(found.actors, "", 0, end)
    return None if _is_said_by_another(sentence, holder, words) else holder


def _is_said_by_another(sentence: Sentence, holder: Speaker, words: SpeechWords) -> bool:
    """Tells whether somebody is said to speak between two commas behind, or where the view is only `his`."""
    for at in range(holder.end, len(sentence.words) - 1):
        speaker = speaker_at(sentence, at, words) if sentence.words[at - 1] == "," else None
        verb = words.verb_after(sentence.words, speaker.end) if speaker else None
        if verb is not None and (holder.pronoun or sentence.words[verb + 1 : verb + 2] == (",",)):
            return True
    return False
