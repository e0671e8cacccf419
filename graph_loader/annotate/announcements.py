"""Tells whether the words behind a modal announce what can be checked: a deed, done by somebody or to something."""

from spacy.tokens import Span

from graph_loader.annotate.due import DueWords, due_within
from graph_loader.annotate.phrases import PhraseTable
from graph_loader.annotate.plans import Plans
from graph_loader.annotate.profile_acts import Commitments

_NONE = frozenset({"no", "any", "not"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
CLAUSE_MARKS = frozenset({",", ";", ":", "that", "and", "but", "–", "—"})
"""What parts the clauses of a sentence."""
_CLAUSE_OPENERS = CLAUSE_MARKS | {"which", "who", "whom"}
_UNTIL = frozenset({"by", "from", "before", "within"})
_TOLD_AGAIN = frozenset({"will", "would"})
_THAT_WORDS = 12
_ABSENCE_WORDS = 3
"""How far behind `will be` a word of absence or age stands: `will be on annual leave`, `will be forty years old`."""
_PLAN_WORDS = 14
"""How far behind the verb of a plan under way the date stands: `is recruiting two more vetters by May`."""


class Announcements:
    """Knows with the words of one profile what is a deed, a state or an effect."""

    def __init__(self, words: Commitments) -> None:
        self._deeds, self._effects = frozenset(words.deeds), frozenset(words.effects)
        self._agents = self._deeds - frozenset(words.thing_deeds)
        self._tasks_done, self._events = PhraseTable({"deed": words.deed_phrases}), PhraseTable({"event": words.events})
        self._states, self._absences = frozenset(words.states), frozenset(words.absences)
        self._feelings, self._willing = frozenset(words.feelings), frozenset(words.willing)
        self._opinions, self._obligations = frozenset(words.opinions), frozenset(words.obligations)
        self._refusals, self._adverbs = frozenset(words.refusals), frozenset(words.adverbs)
        self._participles, self._due_words = frozenset(words.participles), DueWords.of(words)
        self._places = (self._due_words.prepositions | {"with", "under"}) - {"no"}
        self._plans, self._receptions = Plans(words), frozenset(words.receptions)

    def announced(self, modal: str, at: int, words: list[str], before: int, sentence: Span) -> bool:
        """Tells whether the words behind a modal can be checked: a deed, done by the subject or to it, or a date.

        The modal stands from `before` to `at`.
        """
        if self._is_no_plan(modal, words, before, at):
            return False
        is_told = self._tasks_done.match(words, at) is not None
        if is_told or modal in {"expected", "hoped", "undertaken", "under_way"}:
            reach = at + _PLAN_WORDS if modal == "under_way" else len(words)
            return is_told or modal == "undertaken" or self.is_dated(sentence[:reach], at)
        passive = False
        while at < len(words) and (words[at] in self._adverbs or words[at] in self._refusals):
            if words[at] in self._refusals:
                return False
            passive |= words[at] == "be"
            at += 1
        if at >= len(words):
            return False
        if passive and self._absences & set(words[at : at + _ABSENCE_WORDS]):
            return False
        done = self._is_done(words, at) if passive else self._is_act(modal, words, at)
        return done or (self.is_dated_around(sentence, words, at, before) and words[at] not in self._feelings)

    def is_dated_around(self, sentence: Span, words: list[str], at: int, modal: int) -> bool:
        """Tells whether a day stands behind a position, or opens the clause: `that by May the hall would be open`."""
        start = next((at + 1 for at in range(modal - 1, -1, -1) if words[at] in _CLAUSE_OPENERS), 0)
        return self.is_dated(sentence, at) or (words[start] in _UNTIL and self.is_dated(sentence, start))

    def is_dated(self, sentence: Span, at: int) -> bool:
        """Tells whether a day stands behind a position, before a mark behind which the sentence begins anew."""
        start, behind = sentence[min(at, len(sentence) - 1)].idx, sentence[at:]
        end = next((token.idx for token in behind if token.text in {";", ":"}), sentence.end_char)
        return due_within(sentence.doc, start, end, self._due_words) is not None

    def is_passive(self, words: list[str], at: int) -> bool:
        """Tells whether what is announced is done to the subject: `be sent`, but not `be with the Board`."""
        if self.is_receiving(words, at):
            return True
        while at < len(words) and words[at] in self._adverbs:
            if words[at] == "be" and self._tasks_done.match(words, at) is None:
                following = next((word for word in words[at + 1 :] if word not in self._adverbs), "")
                return not following.endswith("ing") and following not in self._willing | self._places | {"a", "an"}
            at += 1
        return False

    def is_receiving(self, words: list[str], at: int) -> bool:
        """Tells whether the subject only gets what is announced, which somebody else gives: `Members would receive`."""
        while at < len(words) and words[at] in self._adverbs:
            at += 1
        return at < len(words) and words[at] in self._receptions

    def is_of_people(self, words: list[str], verb: int) -> bool:
        """Tells whether the verb behind a modal tells what only people do."""
        while verb < len(words) and words[verb] in self._adverbs:
            verb += 1
        return bool(self._agents & set(words[verb : verb + 1]))

    def _is_no_plan(self, modal: str, words: list[str], before: int, at: int) -> bool:
        """Tells `no plans to close`, `she expected to see`, who does nothing, and what one thinks right from a plan."""
        if modal == "intended":
            return words[before - 1] in _NONE
        if modal == "expected" and words[at : at + 1] == ["that"] and _TOLD_AGAIN & set(words[at : at + _THAT_WORDS]):
            # `It is expected that it will open`: the clause behind `that` has a modal of its own.
            return True
        if modal == "expected" and words[before] in self._obligations:
            is_going_on = words[at : at + 1] and words[at].endswith("ing")
            if is_going_on or self._opinions & set(words[:before]):
                return True
        is_done = words[at : at + 1] == ["be"] and at + 1 < len(words) and self._is_done(words, at + 1)
        is_effect = bool(self._effects & set(words[at : at + 1])) and not is_done
        return modal == "expected" and words[before - 1] not in _BE and is_effect

    def _is_act(self, modal: str, words: list[str], at: int) -> bool:
        verb = words[at]
        if self._tasks_done.match(words, at) is not None or self._events.match(words, at) is not None:
            return True
        if modal in {"reported", "agreed"}:
            return verb in self._deeds or (modal == "agreed" and self._plans.is_doing(verb))
        return verb.isalpha() and verb not in self._effects and verb not in self._states

    def _is_done(self, words: list[str], at: int) -> bool:
        """Tells whether `be` is followed by a participle of a deed, or by a thing that there will be."""
        word = words[at]
        if word in self._willing and words[at + 1 : at + 2] == ["to"]:
            return bool(self._deeds & set(words[at + 2 : at + 3]))
        if word in {"a", "an"}:
            return words[:1] == ["there"] or "there" in words[max(0, at - 5) : at]
        if word in self._states or word in {f"{effect}ing" for effect in self._effects}:
            return False
        return word.endswith(("ed", "en", "ing")) or word in self._participles
