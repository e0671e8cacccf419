"""Finds the subject of a clause: the words in front of its verb, or in front of the verb that it is joined to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph_loader.annotate.profile import Profile

_IRREGULAR = frozenset({"said", "says", "thought"})
_THAT = frozenset({"that", ":", ";"})
_MARKS = frozenset({",", "and", "but", "so", "while", "–", "—", "-", "("})
_JOINS = frozenset({"and", "but", "so", "then", ","})
_PASSIVES = frozenset({"was", "were", "been", "be"})
_BEHIND_VERB = frozenset(
    {"and", "but", "that", "the", "a", "an", "to", "by", "for", "in", "on", "with", "it", "its", ","}
)
"""What follows a verb in `-ed` that is no part of the subject: `The firm apologised and would write`."""
_SMALL = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "some", "both"})


def telling_verbs(forms: Iterable[str]) -> frozenset[str]:
    """Gives the verbs in the past by which forms of speech open, and the commonest that do not end in `-ed`."""
    return frozenset(form.split()[0] for form in forms if form.split()[0].endswith("ed")) | _IRREGULAR


@dataclass(frozen=True, slots=True)
class Subject:
    """Is the words of a subject, from one position of its sentence to another."""

    start: int
    end: int


class ClauseSubjects:
    """Finds subjects with the words of one profile."""

    def __init__(self, profile: Profile) -> None:
        words, speech = profile.commitments, profile.speech
        self._adverbs = frozenset(words.adverbs)
        self._no_heads = (frozenset(words.relatives) | frozenset(words.prepositions)) - {"the", "no"}
        acts = (*speech.remarks.values(), *speech.questions.values(), words.agreed, words.undertaken)
        self._telling = telling_verbs(form for forms in acts for form in forms)
        self._verbs = frozenset(profile.minutes.finite_verbs) | self._telling

    def of_verb(self, words: Sequence[str], verb: int) -> Subject | None:
        """Gives the subject of the verb or modal at a position, None where none can be told."""
        end = verb
        while end > 0 and words[end - 1] in self._adverbs:
            end -= 1
        return next(self._subjects(words, end, is_joined=words[end - 1] in _JOINS), None) if end else None

    def of_teller(self, words: Sequence[str], start: int) -> Subject | None:
        """Gives who tells the clause that begins at a position, if it is told by somebody: `The firm said that …`."""
        at = start - 1 - (words[start - 1] == "that")
        if at < 1 or words[at] not in self._telling or words[at - 1] in _PASSIVES:
            return None
        return self.of_verb(words, at)

    def before(self, words: Sequence[str], start: int) -> Subject | None:
        """Gives the subject of the last verb before a position."""
        verb = next((at for at in range(start - 1, 0, -1) if words[at] in self._verbs), None)
        return self.of_verb(words, verb) if verb is not None else None

    def _subjects(self, words: Sequence[str], end: int, *, is_joined: bool) -> Iterator[Subject]:
        """Yields what may be the subject of a verb that stands at a position, the nearest first.

        Behind `In May` with no comma an article opens it.
        """
        marks = _THAT | _MARKS | self._telling
        starts = [at for at in range(end - 1, -1, -1) if at == 0 or words[at - 1] in marks]
        starts += [at for at in range(end - 1, 0, -1) if words[at] in _SMALL and not is_joined]
        for start in starts:
            if words[start] in self._no_heads | self._verbs:
                continue
            stop = next((at for at in range(start, end) if self._is_verb(words, start, at)), end)
            stop = next((at for at in range(start + 1, stop) if words[at] in {"which", "who", "that", ","}), stop)
            while stop > start and words[stop - 1] in self._adverbs | _MARKS:
                stop -= 1
            if stop > start and (not is_joined or stop < end - 1):
                yield Subject(start, stop)

    def _is_verb(self, words: Sequence[str], start: int, at: int) -> bool:
        if words[at] in self._verbs:
            return True
        is_past = words[at].endswith("ed") and bool(_BEHIND_VERB & set(words[at + 1 : at + 2]))
        return is_past and not set(words[start:at]) <= _SMALL
