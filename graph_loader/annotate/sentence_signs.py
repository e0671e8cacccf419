"""Tells by the words of a whole sentence what sort of remark it is: thanks, a motion, a reply, a new matter."""

from spacy.tokens import Span

from graph_loader.annotate.interruptions import is_bare_decision, is_movement
from graph_loader.annotate.phrases import folded_words
from graph_loader.annotate.speech_words import PASSIVES, SpeechWords

_COURTESY_WORDS = 12
"""How far into a sentence its first verb is looked for."""
_STRANGER_WORDS = 5
"""How far behind a verb of asking the clause begins that says what somebody is asked."""
_NO_STRANGER = frozenset({"about", "for", "that", "to", "him", "her", "them", "of", "on", "with"})
_REPLY_WORDS = 12
"""How far into a sentence it says that it replies."""
_MADE = PASSIVES | {"be", "being", "are", "is"}
_EARLIER = frozenset({"had", "has", "have"})
_ARTICLES = {("the",), ("a",), ("an",)}
_NOTED = frozenset({"this", "that", "it", ".", "both"})
_NOTING = frozenset({"noted", "notes"})
_MATTER_WORDS = 8
"""How far into a sentence the words stand by which a matter is brought up."""


class SentenceSigns:
    """Knows the words of one profile by which a sentence shows what it does."""

    def __init__(self, words: SpeechWords) -> None:
        self._words = words

    def is_courtesy(self, span: Span) -> bool:
        """Tells whether the first verb of a sentence thanks or praises somebody."""
        verbs = (word for word in folded_words(span)[:_COURTESY_WORDS] if self._words.is_reporting((word,), 0))
        return next(verbs, "") in self._words.courtesies

    def is_noting(self, span: Span) -> bool:
        """Tells whether the first verb of a sentence is that of taking note."""
        verbs = (word for word in folded_words(span)[:_COURTESY_WORDS] if self._words.is_reporting((word,), 0))
        return next(verbs, "") in _NOTING

    def is_brought_in(self, words: Span) -> bool:
        """Tells whether words behind a subject say that it is let speak or thanked: `was invited to speak`."""
        behind = folded_words(words)
        return behind[0] in PASSIVES and self._words.thanks.match(behind, 1) is not None

    def is_deed(self, word: str) -> bool:
        """Tells whether a word is the past form of a verb that is no auxiliary."""
        return word in self._words.past_verbs or (word.endswith("ed") and word not in self._words.finite)

    def is_of_meeting(self, span: Span) -> bool:
        """Tells whether a sentence tells what those who meet did: `The Board discussed it at length.`"""
        words = folded_words(span)
        end = next((size for size in (2, 1) if " ".join(words[:size]) in self._words.collective), None)
        return end is not None and end < len(words) and self.is_deed(words[end])

    def is_bare_noting(self, span: Span) -> bool:
        """Tells whether somebody only takes note: `AB noted this.`"""
        words = folded_words(span)
        at = next((at for at in range(1, min(len(words), _COURTESY_WORDS)) if words[at] in _NOTING), 0)
        return at > 0 and len(words) <= at + 3 and (not words[at + 1 :] or words[at + 1] in _NOTED)

    def is_unasked(self, span: Span) -> bool:
        """Tells whether somebody says what never is an answer: `Cllr Ash declared an interest`."""
        words = folded_words(span)[: 2 * _COURTESY_WORDS]
        return any(self._words.unasked.match(words, at) for at in range(1, len(words)))

    def is_support(self, span: Span) -> bool:
        """Tells whether somebody takes the stand of another: `Cllr Ash supported this and said …`."""
        words = folded_words(span)[:_COURTESY_WORDS]
        return any(self._words.supporting.match(words, at) for at in range(1, len(words)))

    def is_motion(self, span: Span) -> bool:
        """Tells whether a sentence says who moved and seconded something, which asks and answers nobody.

        `Twelve had been seconded by the college` and `four seconded to it` tell of staff.
        """
        words = folded_words(span)
        at = words.index("seconded") if "seconded" in words else len(words)
        behind = words[at + 1 : at + 3]
        if at == len(words) or behind[:1] == ("to",):
            return False
        by = behind[:1] == ("by",)
        moved = any(self._is_moving(words, place) for place in range(len(words)))
        if at and words[at - 1] in _MADE:
            told = any(self._is_told(words, place) for place in range(at))
            alone = by and not told and behind[1:] not in _ARTICLES
            return words[at - 1] in {"was", "were"} and (moved or alone)
        return moved or (by and (at == 0 or not span[at - 1].is_alpha or words[at - 1] == "and"))

    def _is_moving(self, words: tuple[str, ...], at: int) -> bool:
        """Tells whether something is moved by somebody: not `had moved to the coast` or `were moved to the yard`."""
        if words[at] not in self._words.moved:
            return False
        return at == 0 or words[at - 1] not in _MADE | _EARLIER or words[at + 1 : at + 2] == ("by",)

    def _is_told(self, words: tuple[str, ...], at: int) -> bool:
        return words[at] not in self._words.moved and self._words.is_reporting(words, at)

    def is_movement(self, span: Span) -> bool:
        """Tells whether a sentence only records who comes or goes: `Cllr Ash left the meeting.`"""
        return is_movement(folded_words(span), self._words)

    def is_bare_decision(self, span: Span) -> bool:
        """Tells whether a sentence only records that something was agreed: `This was agreed.`"""
        return is_bare_decision(folded_words(span), self._words)

    def is_procedure(self, span: Span) -> bool:
        """Tells whether a sentence only records what every meeting does: `Apologies had been received from AB.`"""
        words = folded_words(span)
        if self._words.procedure.match(words, 0) is None:
            return False
        active = (at for at in range(1, len(words)) if words[at - 1] not in PASSIVES)
        return not any(self._words.is_reporting(words, at) for at in active)

    def asking_pronoun(self, span: Span) -> str:
        """Gives `he` or `she` right before a verb of asking, or nothing: `The survey was late, and he urged …`."""
        words = folded_words(span)
        places = (at for at in range(len(words) - 1) if words[at] in {"he", "she"})
        return next((words[at] for at in places if self._words.questions.match(words, at + 1)), "")

    def says_first(self, span: Span) -> bool:
        """Tells whether a sentence begins by saying something: `He conceded that it was, and he urged …`."""
        return self._words.remarks.match(folded_words(span), 1) is not None

    def is_raised(self, span: Span) -> bool:
        """Tells whether a sentence says that some whom it does not name are concerned: `Concern was expressed`."""
        words = folded_words(span)[:_MATTER_WORDS]
        return any(self._words.raised.match(words, at) for at in range(len(words)))

    def is_of_visit(self, span: Span) -> bool:
        """Tells whether a sentence tells of a visit before the meeting: `She had visited the unit`."""
        words = folded_words(span)
        places = (at for at in range(1, min(len(words) - 1, _COURTESY_WORDS)) if words[at] == "had")
        return any(words[at + 1 + (words[at + 1] in self._words.between)] in self._words.occasions for at in places)

    def asks_stranger(self, span: Span) -> bool:
        """Tells whether a question is put to somebody whom no list names: `She asked staff how they record it`."""
        words = folded_words(span)
        verb = next((found for at in range(len(words)) if (found := self._words.questions.match(words, at))), None)
        if verb is None:
            return False
        behind = words[verb[1] : verb[1] + _STRANGER_WORDS]
        clause = next((at for at, word in enumerate(behind) if word in self._words.clauses), 0)
        return clause > 0 and not _NO_STRANGER & set(behind[:clause])

    def sent_in(self, span: Span) -> int | None:
        """Gives where a sentence says that somebody had sent a question in: `Mr Ash had submitted a question`."""
        words = folded_words(span)
        places = (at for at in range(1, len(words) - 2) if words[at - 1] in _EARLIER and words[at] in self._words.put)
        return next((at for at in places if self._words.question_nouns.keys() & set(words[at + 1 : at + 4])), None)

    def is_new_matter(self, span: Span) -> bool:
        """Tells whether somebody brings up a matter of his own: `Cllr Ash referred to the case of …`."""
        words = folded_words(span)[:_MATTER_WORDS]
        return any(self._words.matters.match(words, at) for at in range(1, len(words)))

    def is_reply(self, span: Span) -> bool:
        """Tells whether a sentence says that it replies: `In response, the Clerk said …`, `The Clerk, in reply, …`."""
        words = folded_words(span)[:_REPLY_WORDS]
        if words[0] in self._words.reply_openers - {"in"}:
            return True
        places = (at for at in range(len(words) - 2) if words[at] == "in" and (at == 0 or words[at - 1] == ","))
        return any(words[at + 1] in self._words.answer_nouns for at in places)

    def is_long_said(self, span: Span) -> bool:
        """Tells whether a sentence reports what somebody has said some time: of the meeting, minutes tell by `said`."""
        words = folded_words(span)[: _COURTESY_WORDS + 1]
        at = next((at for at in range(1, len(words)) if self._words.is_reporting(words, at)), 0)
        return words[at - 1] in {"has", "have"} if at else False
