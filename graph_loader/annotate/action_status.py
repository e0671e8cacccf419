"""Tells how an action stands that minutes still list: closed, reported on, or still to be done."""

from collections.abc import Sequence

from spacy.tokens import Span

from graph_loader.annotate.owners import NOBODY, Owners
from graph_loader.annotate.phrases import PhraseTable, folded_words
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentences_of
from graph_loader.annotate.words import DASHES, words_of
from graph_loader.model.ids import fold

_BEFORE_STATUS = DASHES | {":"}
_PAST = frozenset({"had", "has", "have", "was", "were"})
"""Verbs that tell what became of an action, where nobody is yet `to` do it."""
_FEW_WORDS = 8
"""In how many words at most is said that there is no action: `No further action.`"""


class ActionStatus:
    """Knows by the words of one profile what leaves nothing to do."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._closed, self._deeds = frozenset(words.closed), frozenset(words.deeds)
        self._told = PhraseTable(profile.speech.remarks)
        promised = (*words.agreed, *words.undertaken, *words.assigned)
        self._taken_on = frozenset(form.split()[-2] for form in promised if form.endswith(" to"))
        self._statuses = PhraseTable({"status": [*words.closed, *words.statuses]})
        self._nothing = tuple(fold(text) for text in words.nothing)

    def is_over(self, action: Span, bare: Span, block: Span) -> bool:
        """Tells whether the words behind a label say how an action stands, and not what is to be done.

        The `bare` ones are those without the number at their head.
        """
        return (
            self.is_closed(action)
            or self.is_reported_on(action, block)
            or self._is_told(bare)
            or self._is_status(folded_words(next(iter(sentences_of(action)))))
        )

    def is_closed(self, action: Span) -> bool:
        """Tells whether an entry ends by saying that it is done: `AB to thank the choir – done`."""
        words = words_of(action.doc)
        behind = range(action.end - 1, action.start, -1)
        said = next((words.lowers[at] for at in behind if words.texts[at - 1] in _BEFORE_STATUS), "")
        return said in self._closed

    def is_reported_on(self, action: Span, block: Span, owners: Owners = NOBODY) -> bool:
        """Tells whether the words behind an action say what came of it, as a log of earlier actions does.

        They say that it is closed, or begin with who reports: one of the owners, if these are given.
        """
        sentences = sentences_of(block)
        after = next((each for each in sentences if each.start > action.start and each[0].is_alpha), None)
        if after is None:
            return False
        if after[0].lower_ in self._closed:
            return True
        teller = action.doc._.actors.list_at(after.start)
        reports = teller is not None and set(teller.actors) <= set(owners.actors or teller.actors)
        return reports and self._is_told(after)

    def says_none(self, text: str) -> bool:
        """Tells whether a text says that there is no action."""
        folded = f" {fold(text)} "
        return len(folded.split()) <= _FEW_WORDS and any(f" {none} " in folded for none in self._nothing)

    def _is_told(self, sentence: Span) -> bool:
        """Tells whether a sentence begins with who tells something: `The Clerk reported that the pump was mended`."""
        teller = sentence.doc._.actors.list_at(sentence.start)
        if teller is None or teller.end >= sentence.end:
            return False
        return self._told.match(folded_words(sentence), teller.end - sentence.start) is not None

    def _is_status(self, words: Sequence[str]) -> bool:
        """Tells `Action 3: complete` and `Action 4: the Clerk had written` from what is still to be done."""
        if self._statuses.match(words, 0) is not None:
            return True
        at = next((at for at, word in enumerate(words[:-1]) if word in _PAST), None)
        if at is None or words[at + 1] == "to" or words[at + 1] in self._taken_on:
            return False
        return not ({"to"} | self._deeds) & set(words[:at])
