"""Finds where a second speaker begins in one sentence: `AB said that it was old, and CD asked how old.`

What follows may also be part of what the first one says: `AB said that the board and CD agreed to it.` A clause is the
second speaker's own only where a clause that is finished stands before it, and a verb of reporting in it.
"""

from graph_loader.annotate.speakers import Sentence, Speaker, speaker_at
from graph_loader.annotate.speech_words import SpeechWords
from graph_loader.model.record import Actor

_STRONG_JOINTS = frozenset({"but", "although", "though", "whereupon", "while", "whilst", "whereas", ";", "–", "—"})
"""What joins two clauses and never two names."""
_WEAK_JOINTS = frozenset({"and", ","})
_BOUNDARIES = frozenset({",", ";", ":", "–", "—", "that"})
_SUBORDINATORS = frozenset(
    {
        "when",
        "if",
        "as",
        "since",
        "because",
        "although",
        "though",
        "after",
        "before",
        "until",
        "once",
        "where",
        "unless",
    }
)
_EARLIER = frozenset({"had", "has", "have", "having", "would", "will", "to", "did", "could", "should"})
"""Words before a verb by which it tells of another time, as in `AB said that CD had asked`."""
_QUOTES = frozenset({'"', "“", "”"})
_ENDS = frozenset({".", ";", ",", "with", "this", "and"})
_NO_DEEDS = frozenset({"it", "this", "that", "the", "a", "an", "them"})
_SHORTLY = frozenset({"said", "replied", "answered", "agreed", "disagreed", "concurred"})
_PREPOSITIONS = frozenset({"on", "about", "of", "to", "for", "with", "upon", "regarding", "concerning", "over"})
_PLAIN = frozenset({"said", "added", "asked", "replied", "responded"})
_OBJECTS = {"he": "him", "she": "her"}
_OPENINGS = frozenset({"to", "on", "as", "in", "for", "of", "with", "regarding", "about", "at"})
_OPENING_WORDS = 10
"""How many words may stand between a semicolon and the comma before a speaker: `; to the second, CD said`."""
_LEAST_LETTERS = 3
_LONG_CLAUSE = 6
"""How many words before `and AB said` hardly are a name, so that they must be a clause."""
_ASKED = frozenset({"him", "her", "them"})
_SHORT_SAID = 3
"""How many words without a verb may be all that somebody says: `AB said six and CD said ten`."""


def second_clause(sentence: Sentence, speakers: tuple[Actor, ...], words: SpeechWords) -> int | None:
    """Gives where the clause of another speaker than those given begins, None where there is none for certain.

    That may be before his name: `…; to the second, CD said that …`.
    """
    if _QUOTES & set(sentence.words):
        return None
    first = first_report(sentence, words)
    if first is None:
        return None
    for at in range(first + 2, len(sentence.words) - 1):
        if sentence.words[at - 1] not in _STRONG_JOINTS | _WEAK_JOINTS and not _is_to_which(sentence, at):
            continue
        speaker = speaker_at(sentence, at, words)
        if speaker is None or not _is_another(sentence, speaker, speakers, first):
            continue
        opening = _opening_clause(sentence, at, words)
        if opening is not None and _speaks_now(sentence, speaker, first, words):
            return opening
        if is_own_clause(sentence, speaker, first, words):
            return at
    return None


def _is_another(sentence: Sentence, speaker: Speaker, speakers: tuple[Actor, ...], first: int) -> bool:
    """Tells whether one who speaks is named and none of others, or is she to whom something was given or told."""
    if speaker.actors:
        return not set(speaker.actors) & set(speakers)
    if sentence.words[speaker.start - 1] == ";":
        # Who is meant by `; she said` is told as it is behind a full stop.
        return True
    return bool(speakers) and _OBJECTS.get(speaker.pronoun, "") in sentence.words[first : speaker.start]


def _opening_clause(sentence: Sentence, at: int, words: SpeechWords) -> int | None:
    """Gives where `; to the second, …` begins, if that stands before a position."""
    if sentence.words[at - 1] != ",":
        return None
    stops = (there for there in range(at - 2, max(0, at - _OPENING_WORDS), -1) if sentence.words[there] == ";")
    stop = next(stops, None)
    if stop is None or sentence.words[stop + 1] not in _OPENINGS:
        return None
    return None if any(is_finite(word, words) for word in sentence.words[stop + 1 : at]) else stop + 1


def _speaks_now(sentence: Sentence, speaker: Speaker, first: int, words: SpeechWords) -> bool:
    verb = words.verb_after(sentence.words, speaker.end)
    return verb is not None and _may_speak(sentence, speaker, words) and _tells_now(sentence, speaker, verb, first)


def first_report(sentence: Sentence, words: SpeechWords) -> int | None:
    """Gives where the first verb of reporting stands."""
    return next((at for at in range(len(sentence.words)) if words.is_reporting(sentence.words, at)), None)


def is_own_clause(sentence: Sentence, speaker: Speaker, first: int, words: SpeechWords) -> bool:
    """Tells whether a speaker behind a joint has a clause of his own, and none of what the verb at `first` reports."""
    verb = words.verb_after(sentence.words, speaker.end)
    if verb is None or not _speaks_now(sentence, speaker, first, words):
        return False
    before = sentence.words[speaker.start - 1]
    if before in _STRONG_JOINTS or _is_to_which(sentence, speaker.start):
        return True
    if _is_object(sentence, verb, words):
        return False
    behind_comma = before == "and" and sentence.words[speaker.start - 2] == ","
    end = speaker.start - 1 - behind_comma
    if _takes_no_clause(sentence, first, end, words):
        return before != "," or is_report(sentence, verb, words)
    if behind_comma:
        inside = sentence.words[first + 1 : end]
        return bool(speaker.pronoun) or "to" in inside or any(is_finite(word, words) for word in inside)
    return is_report(sentence, verb, words) and _is_finished(sentence, first, end, verb, words)


def _is_finished(sentence: Sentence, first: int, end: int, verb: int, words: SpeechWords) -> bool:
    """Tells whether the words before `and` are a clause that is over, or the few that are all that is said.

    What somebody else is told to have asked or said, or what happened `when` it did, may go on behind it.
    """
    start = next((at + 1 for at in range(end - 1, first, -1) if sentence.words[at] in _BOUNDARIES), first + 1)
    # `asked if it was`, `asked her if it was`: the word right behind the verb, or whom it names, opens what is asked.
    is_asked = start == first + 1 and words.questions.match(sentence.words, first) is not None
    opening = is_asked + (is_asked and sentence.words[start] in _ASKED)
    inside = _without_because_of(sentence.words[start + opening : end])
    # `explained what AB asked and CD said`: who says what may all be explained.
    opens = start == first + 1 and bool((words.interrogatives - words.finite) & set(inside[:1]))
    if opens or _SUBORDINATORS & set(inside):
        return False
    if any(_is_told_of(sentence, at, end, words) for at in range(start, end)):
        return False
    if any(is_finite(word, words) for word in inside):
        return True
    if len(inside) >= _LONG_CLAUSE and sentence.words[verb] in _PLAIN:
        return True
    return start == first + 1 and end - start <= _SHORT_SAID and sentence.words[first] in _SHORTLY


def _without_because_of(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for at, word in enumerate(words) if words[at : at + 2] != ("because", "of"))


def _is_told_of(sentence: Sentence, at: int, joint: int, words: SpeechWords) -> bool:
    """Tells whether the words before a joint say what somebody named asked or said, so that more may follow of that."""
    found = sentence.actors_at(at, joint)
    end = found.end - sentence.span.start if found else joint
    return end < joint and words.is_reporting(sentence.words, end)


def _takes_no_clause(sentence: Sentence, first: int, end: int, words: SpeechWords) -> bool:
    """Tells whether the first verb has a thing for its object: `AB presented the report and CD asked about it`."""
    asked = sentence.actors_at(first + 1, end)
    inside = sentence.words[asked.end - sentence.span.start if asked else first + 1 : end]
    is_object = sentence.words[first] in words.object_verbs or bool(_PREPOSITIONS & set(inside[:1]))
    openers = _SUBORDINATORS | words.interrogatives | words.finite | {"that"}
    return is_object and not openers & set(inside)


def _is_to_which(sentence: Sentence, at: int) -> bool:
    return at > 1 and sentence.words[at - 2 : at] == ("to", "which")


def _tells_now(sentence: Sentence, speaker: Speaker, verb: int, first: int) -> bool:
    """Tells whether a verb has the tense of the first and tells of this meeting: not `had said`, not `says`."""
    present = _is_present(sentence.words[verb]) and not _is_present(sentence.words[first])
    between = set(sentence.words[speaker.end : verb])
    return not (present or sentence.words[verb].endswith("ing") or between & _EARLIER)


def _is_object(sentence: Sentence, verb: int, words: SpeechWords) -> bool:
    """Tells `the letter that AB sent and CD answered was lost`, what somebody answered, from that he did."""
    is_cut = bool(words.finite & set(sentence.words[verb + 1 : verb + 2]))
    return is_cut and sentence.words[verb] not in words.finite


def _is_present(word: str) -> bool:
    return word.endswith("s") and word != "was"


def _may_speak(sentence: Sentence, speaker: Speaker, words: SpeechWords) -> bool:
    """Tells whether people or posts speak, or those who meet: of another body it may only be told what it said."""
    if all(actor.kind != "body" for actor in speaker.actors):
        return True
    return " ".join(sentence.words[speaker.start : speaker.end]) in words.collective


def is_finite(word: str, words: SpeechWords) -> bool:
    """Tells whether a word is, or may be, the verb by which a clause is finished."""
    return word in words.finite or word in words.past_verbs or (word.endswith("ed") and len(word) > _LEAST_LETTERS)


def is_report(sentence: Sentence, verb: int, words: SpeechWords) -> bool:
    """Tells whether what somebody asks or says follows the verb, or nothing: `CD agreed.`, `CD said that …`."""
    if words.questions.match(sentence.words, verb):
        return True
    found = words.remarks.match(sentence.words, verb)
    if found is None:
        return False
    following = "".join(sentence.words[found[1] : found[1] + 1])
    if following == "to":
        done = "".join(sentence.words[found[1] + 1 : found[1] + 2])
        return sentence.words[verb] in words.consents and done not in _NO_DEEDS
    opens = following in words.pronouns or following in {"that", "it", "there", ""} | _ENDS
    return (
        opens
        or found[0] in {"responded", "added", "explained"}
        or sentence.words[verb] in {"said", "thanked", "welcomed"}
    )
