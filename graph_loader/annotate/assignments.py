"""Finds tasks that a meeting gives to somebody in running text: `The Clerk was asked to write to the owners`."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import inf

from spacy.tokens import Doc, Span

from graph_loader.annotate.actions import Undertaking
from graph_loader.annotate.agenda import behind_heading
from graph_loader.annotate.extensions import blocks_of, source_offsets
from graph_loader.annotate.owners import NOBODY, Owners
from graph_loader.annotate.phrases import PhraseTable, folded_words
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentences_of

_RULE = "action.assigned"
_SUBJECT_WORDS = 12
"""How many words at most stand between `agreed that` and `be`."""


class AssignmentReader:
    """Finds tasks with the words of one profile; the owner must be named, and what was answered at once is no task."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._assigned = PhraseTable({_RULE: words.assigned})
        self._openers = PhraseTable({_RULE: words.agreed_openers})
        self._decided = PhraseTable({_RULE: words.decided_to})
        self._discussed = PhraseTable({_RULE: words.discussion_openers})
        self._deeds, self._participles = frozenset(words.deeds), frozenset(words.participles)
        self._decided_already, self._modals = frozenset(words.decided), frozenset(words.tasks)

    def read(self, doc: Doc) -> Iterator[Undertaking]:
        """Yields the tasks of a document in order, one a sentence."""
        answered = [(exchange.start, exchange.end) for exchange in doc._.exchanges if exchange.responses]
        for block, detail in blocks_of(doc):
            if detail.kind == "action_column":
                continue
            for sentence in sentences_of(block):
                rest = behind_heading(sentence)
                owners = self._owners(rest) if rest is not None else None
                if rest is None or owners is None:
                    continue
                start, end = source_offsets(doc, rest.start_char, rest.end_char)
                before = bisect_right(answered, (start, inf))
                if not before or answered[before - 1][1] < end:
                    yield Undertaking("action", rest.start_char, rest.end_char, owners, _RULE)

    def _owners(self, sentence: Span) -> Owners | None:
        """Gives who gets a task in a sentence, if the deed follows at once; nobody where the meeting names none."""
        words, index = folded_words(sentence), sentence.doc._.actors
        first = self._first(words)
        decided = self._decided.match(words, first)
        if decided and words[decided[1] : decided[1] + 1] and words[decided[1]] in self._deeds:
            return NOBODY
        opener = self._openers.match(words, first)
        if opener and self._is_passive_task(words, opener[1]):
            return NOBODY
        found = index.list_at(sentence.start + (opener[1] if opener else first))
        if found is None or found.end >= sentence.end:
            return None
        behind = found.end - sentence.start
        assigned = None if opener else self._assigned.match(words, behind)
        deed = behind if opener else assigned[1] if assigned else len(words)
        if deed >= len(words) or words[deed] not in self._deeds:
            return None
        return Owners(found.actors, sentence.doc[found.start : found.end].text)

    def _is_passive_task(self, words: Sequence[str], start: int) -> bool:
        """Tells whether `It was agreed that the shelter be repainted` sets a task, as `… be noted` does not."""
        at = next(
            (at for at in range(start + 1, min(start + _SUBJECT_WORDS, len(words) - 1)) if words[at] == "be"), None
        )
        if at is None or self._modals & set(words[start:at]) or words[at - 1] == "to":
            return False
        done = words[at + 1]
        return done not in self._decided_already and (done.endswith(("ed", "en")) or done in self._participles)

    def _first(self, words: Sequence[str]) -> int:
        """Gives where a sentence begins behind `Following discussion,`."""
        discussed = self._discussed.match(words, 0)
        return discussed[1] + (words[discussed[1] : discussed[1] + 1] == (",",)) if discussed else 0
