"""Tells how sentences begin that say what those who met decided: `It was agreed that`, `The Cabinet agreed to`."""

from collections.abc import Sequence

from spacy.tokens import Doc

from graph_loader.annotate.phrases import PhraseTable
from graph_loader.annotate.profile import Profile

_OWN = "kg_own_words"
_ARTICLES = frozenset({"the", "all", "both"})
_WHOLE = frozenset({"full", "joint", "whole", "present", "other", "assembled", "entire"})
_NAME_WORDS = 6
"""How many words the name of those who met may have in front of its noun: the Joint Hale Valley Roads Committee."""


class Decisions:
    """Knows how one profile's minutes record decisions, whichever body met."""

    def __init__(self, profile: Profile) -> None:
        words, names = profile.commitments, profile.names
        self._openers = {"that": PhraseTable({"": words.agreed_openers}), "to": PhraseTable({"": words.decided_to})}
        self._verbs = {"that": PhraseTable({"": words.agreed_that}), "to": PhraseTable({"": words.agreed_to})}
        self._bodies = frozenset(form.split()[-1].casefold() for form in profile.roles.collective)
        self._bodies |= frozenset(head.casefold() for head in (*names.board_heads, *words.deciders))
        self._adverbs = frozenset(profile.speech.between) | frozenset(words.adverbs) | {"unanimously"}

    def that(self, doc: Doc, words: Sequence[str], at: int) -> int | None:
        """Gives where the words behind `the Board agreed that` begin, if they open at a position."""
        return self._behind(doc, words, at, "that")

    def to(self, doc: Doc, words: Sequence[str], at: int) -> int | None:
        """Gives where the words behind `the Board agreed to` begin, if they open at a position."""
        return self._behind(doc, words, at, "to")

    def _behind(self, doc: Doc, words: Sequence[str], at: int, how: str) -> int | None:
        opened = self._openers[how].match(words, at)
        if opened is not None:
            return opened[1]
        verb = self._verb(words, at, _own_words(doc))
        found = self._verbs[how].match(words, verb) if verb is not None else None
        return found[1] if found is not None else None

    def _verb(self, words: Sequence[str], at: int, own: frozenset[str]) -> int | None:
        """Gives where the verb of those who met stands, if they are the subject at a position."""
        at += bool(_ARTICLES & set(words[at : at + 1]))
        for noun in range(at, min(at + _NAME_WORDS, len(words))):
            word = words[noun].casefold()
            if word in self._bodies:
                verb = next((there for there in range(noun + 1, len(words)) if words[there] not in self._adverbs), noun)
                if any(table.match(words, verb) for table in self._verbs.values()):
                    return verb
            if word not in own | _WHOLE:
                return None
        return None


def _own_words(doc: Doc) -> frozenset[str]:
    """Gives the words of the name of what met, put together once."""
    known: frozenset[str] | None = doc.user_data.get(_OWN)
    if known is None:
        meeting = doc._.meeting
        name = (meeting.series or meeting.title or "") if meeting else ""
        known = doc.user_data[_OWN] = frozenset(name.casefold().split())
    return known
