"""Tells what only happens in the middle of an exchange from what is said there: who leaves or joins, what is noted."""

from collections.abc import Sequence

from graph_loader.annotate.speech_words import PASSIVES, SpeechWords

_SUBJECT_WORDS = 10
"""How far into a sentence the verb stands that tells who comes or goes."""
_ALL = frozenset({"all", "all present", "all members", "everybody", "everyone", "those present"})
_STOPS = frozenset({".", ",", ";", ")", "]"})
_BEFORE_OTHERS = frozenset({"had", "has", "have", "who", "which", "that", "to", "would", "not", "never", "why", "when"})
"""Words before a verb of coming or going by which it is no news of this meeting: `who left`, `had joined`."""


def is_movement(words: Sequence[str], speech: SpeechWords) -> bool:
    """Tells whether a sentence says that somebody comes, goes or adjourns, and reports nothing beside it."""
    head = words[1:_SUBJECT_WORDS]
    if not any(speech.movements.may_begin(word) or word in speech.arrivals for word in head):
        return False
    for at in range(1, min(len(words), _SUBJECT_WORDS)):
        found = speech.movements.match(words, at)
        if found is None and not _is_timed(words, at, speech):
            if speech.is_reporting(words, at):
                return False
            continue
        end = found[1] if found else at + 1
        told = any(speech.is_reporting(words, behind) for behind in range(end, len(words)))
        return words[at - 1] not in _BEFORE_OTHERS and not told
    return False


def is_bare_decision(words: Sequence[str], speech: SpeechWords) -> bool:
    """Tells whether words say only that something was agreed or noted, by nobody named: `This was agreed.`"""
    is_passive = len(words) > 1 and words[0] in speech.impersonal and words[1] in PASSIVES
    at = 2 if is_passive else 0
    while at < len(words) and (words[at] in speech.decided or (at > 2 and words[at] == "and")):
        at += 1
    if at == 2 * is_passive:
        return False
    by = " ".join(words[at + 1 :]).rstrip(" .") if words[at : at + 1] in (("by",), ["by"]) else ""
    return by in speech.collective | _ALL or all(word in _STOPS for word in words[at:])


def _is_timed(words: Sequence[str], at: int, speech: SpeechWords) -> bool:
    """Tells whether `arrived`, `joined` or the like stands alone or before the time of day."""
    if words[at] not in speech.arrivals:
        return False
    behind = [*words[at + 1 : at + 3], "", ""]
    return behind[0] in _STOPS | {""} or (behind[0] == "at" and behind[1][:1].isdigit())
