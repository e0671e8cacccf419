"""Finds promises in running text: somebody, or the body held to account, is going to do a checkable thing."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graph_loader.annotate.actions import Undertaking
from graph_loader.annotate.agenda import behind_heading
from graph_loader.annotate.due import due_within
from graph_loader.annotate.extensions import blocks_of
from graph_loader.annotate.owners import NOBODY, Owners, owners_by
from graph_loader.annotate.phrases import PhraseTable, folded_words
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import is_quotation, sentences_of
from graph_loader.annotate.turns import Turns
from graph_loader.model.record import CommitmentKind, Strength

_AGENT_WORDS = 5
_OWN_WORD = frozenset({"agreed", "undertaken"})
_STRENGTHS: dict[str, Strength] = {"intended": "intended", "expected": "intended", "hoped": "hoped"}
_NONE = frozenset({"no", "any", "not"})
_BEFORE = frozenset({"had", "previously", "already"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_JOINS = frozenset({"and", "so", "but"})
_FIRST_PERSON = frozenset({"we", "i"})
_THERE_WORDS = 2
"""How far `there` may stand from its modal: `there will`, `there also will`."""
_ABSENCE_WORDS = 3
"""How far behind `will be` a word of absence or age stands: `will be on annual leave`, `will be forty years old`."""
_CLAUSE_WORDS = 8
"""How far before the modal a word that opens a conditional clause is looked for."""


class PromiseReader:
    """Finds promises with the words of one profile."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._modals = PhraseTable(
            {
                "firm": words.firm,
                "reported": words.reported,
                "agreed": words.agreed,
                "undertaken": words.undertaken,
                "intended": words.intended,
                "expected": words.expected,
                "hoped": words.hoped,
            }
        )
        self._deeds, self._effects = frozenset(words.deeds), frozenset(words.effects)
        self._states, self._absences = frozenset(words.states), frozenset(words.absences)
        self._conditions, self._refusals = frozenset(words.conditions), frozenset(words.refusals)
        self._adverbs = frozenset(words.adverbs)
        self._participles, self._prepositions = frozenset(words.participles), frozenset(words.prepositions)
        self._finite_verbs = frozenset(profile.minutes.finite_verbs)
        self._purposes = frozenset(words.purposes)
        self._reported, self._relatives = frozenset(words.reported), frozenset(words.relatives)
        self._discussed = PhraseTable({"discussed": words.discussion_openers})
        self._agreed_openers = tuple(words.agreed_openers)
        self._profile = profile
        self._pronouns = frozenset(profile.speech.pronouns)

    def read(self, doc: Doc) -> Iterator[Undertaking]:
        """Yields the promises of a document in order, one a sentence; questions and headings hold none."""
        turns = Turns(doc, self._profile)
        for block, detail in blocks_of(doc):
            if detail.kind == "action_column" or is_quotation(detail.text):
                continue
            for sentence in sentences_of(block):
                rest = behind_heading(sentence)
                if rest is not None:
                    yield from self._promise(rest, turns)

    def _promise(self, sentence: Span, turns: Turns) -> Iterator[Undertaking]:
        words = list(folded_words(sentence))
        if words[-1] == "?":
            return
        for at in range(1, len(words)):
            found = self._modals.match(words, at)
            if found is None or not self._is_deed(found[0], words, at, found[1], sentence):
                continue
            if _is_of_next_meeting(words[max(0, at - _CLAUSE_WORDS) : at]):
                continue
            if found[0] in _OWN_WORD and words[at - 1] in _BEFORE:
                continue
            if turns.in_question(sentence[at].idx, sentence[at].idx + len(sentence[at])):
                continue
            joined_word = found[0] in _OWN_WORD and words[at - 1] in _JOINS
            if (self._is_conditional(words, at) and not joined_word) or self._is_description(words, at, found[1]):
                continue
            if found[0] in _OWN_WORD:
                owners = self._own_word(sentence, at, turns)
            else:
                owners = self._owners(sentence, words, at, found[1], turns)
            if owners is not None:
                agreed = self._is_agreed(words[:at])
                kind: CommitmentKind = "action" if agreed else "promise"
                rule = "action.agreed" if agreed else f"promise.{found[0]}"
                yield Undertaking(
                    kind, sentence.start_char, sentence.end_char, owners, rule, _STRENGTHS.get(found[0], "firm")
                )
                return

    def _is_agreed(self, words: list[str]) -> bool:
        """Tells whether the words before a modal are `It was agreed that the Clerk`, with no other clause between."""
        discussed = self._discussed.match(words, 0)
        decision = words[discussed[1] + (words[discussed[1] : discussed[1] + 1] == [","]) :] if discussed else words
        opener = next((form for form in self._agreed_openers if " ".join(decision).startswith(form)), None)
        return opener is not None and not self._finite_verbs & set(decision[len(opener.split()) :])

    def _is_conditional(self, words: list[str], at: int) -> bool:
        """Tells whether the modal stands in a clause that `if` or the like opens; `those who rang will` left it."""
        for before in range(at - 1, max(-1, at - 1 - _CLAUSE_WORDS), -1):
            if words[before] in {",", ";", ":"} and before < at - 1:
                return False
            if words[before] in self._conditions:
                return not any(word in self._finite_verbs for word in words[before + 1 : at])
        return False

    def _is_description(self, words: list[str], at: int, verb: int) -> bool:
        """Tells `the proposal is to use the barn` and `which is to use it`, what for, from `the barn is to be used`."""
        return words[verb - 1] == "to" and verb - at > 1 and words[at - 1] in self._purposes | self._relatives

    def _is_deed(self, modal: str, words: list[str], before: int, at: int, sentence: Span) -> bool:
        """Tells whether the words behind a modal can be checked: a deed, done by the subject or to it, or a date.

        The modal stands from `before` to `at`.
        """
        if self._is_no_plan(modal, words, before, at):
            return False
        if modal in {"expected", "hoped", "undertaken"}:
            return modal == "undertaken" or self._is_dated(sentence, at)
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
        done = self._is_done(words, at) if passive else self._is_act(modal, words[at])
        return done or self._is_dated(sentence, at)

    def _is_no_plan(self, modal: str, words: list[str], before: int, at: int) -> bool:
        """Tells `no plans to close` and `she expected to see`, who does nothing, from a plan."""
        if modal == "intended":
            return words[before - 1] in _NONE
        return modal == "expected" and words[before - 1] not in _BE and bool(self._effects & set(words[at : at + 1]))

    def _is_dated(self, sentence: Span, at: int) -> bool:
        start = sentence[min(at, len(sentence) - 1)].idx
        return due_within(sentence.doc, start, sentence.end_char, self._prepositions) is not None

    def _is_act(self, modal: str, verb: str) -> bool:
        if modal in {"reported", "agreed"}:
            return verb in self._deeds
        return verb.isalpha() and verb not in self._effects and verb not in self._states

    def _is_done(self, words: list[str], at: int) -> bool:
        """Tells whether `be` is followed by a participle of a deed, or by a thing that there will be."""
        word = words[at]
        if word in {"a", "an"}:
            return words[:1] == ["there"] or "there" in words[max(0, at - 5) : at]
        if word in self._states or word in {f"{effect}ing" for effect in self._effects}:
            return False
        return word.endswith(("ed", "en", "ing")) or word in self._participles

    def _owners(self, sentence: Span, words: list[str], modal: int, verb: int, turns: Turns) -> Owners | None:
        """Gives who is to do it; None when the subject is a thing that cannot promise."""
        if self._is_passive(words, verb):
            return self._agent(sentence, verb) or self._default(turns, sentence, modal)
        return self._subject_before(sentence, modal) or self._implied(sentence, words, modal, verb, turns)

    def _own_word(self, sentence: Span, modal: int, turns: Turns) -> Owners | None:
        """Gives who gives his word: the subject of `undertook to`, the head of the sentence, or who is speaking."""
        adjacent = self._subject_before(sentence, modal)
        before = sentence[modal - 1].lower_
        if adjacent is not None or before not in _JOINS | self._pronouns | _FIRST_PERSON:
            return adjacent
        head = sentence.doc._.actors.list_at(sentence.start)
        speakers = head.actors if head else turns.speakers_at(sentence[modal].idx)
        return Owners(speakers) if speakers else None

    def _implied(self, sentence: Span, words: list[str], modal: int, verb: int, turns: Turns) -> Owners | None:
        """Gives the owner whom no name in front of the modal tells: the speaker, who has the intention, or the body."""
        before = words[modal - 1]
        joined = before in _JOINS and words[verb] in self._deeds | {"be"}
        if joined and words[modal] not in self._reported and set(words[:modal]) & self._relatives:
            return None
        if joined or before in self._pronouns | _FIRST_PERSON:
            head = sentence.doc._.actors.list_at(sentence.start)
            speakers = head.actors if head else turns.speakers_at(sentence[modal].idx)
            return Owners(speakers) if speakers else None
        holder = next(iter(sentence.doc._.actors.within(sentence)), None) if "intention" in words[modal:verb] else None
        if holder is not None:
            return Owners(holder.actors)
        is_known = (
            (words[0] == "there" and modal <= _THERE_WORDS)
            or (words[modal] in {"is", "are"} and words[verb] in self._deeds)
            or "intention" in words[modal:verb]
            or self._is_dated(sentence, modal)
        )
        return self._default(turns, sentence, modal) if is_known else None

    def _subject_before(self, sentence: Span, modal: int) -> Owners | None:
        """Gives the actors right before the modal: `The CC and PCC would`, `The CC, and also the ACC, will`."""
        doc, start = sentence.doc, sentence.start + modal
        for found in doc._.actors.within(doc[sentence.start : start]):
            if start - found.end > _AGENT_WORDS:
                continue
            between = {token.lower_ for token in doc[found.end : start]}
            if between <= self._adverbs | _JOINS | {"that"}:
                return Owners(found.actors, doc[found.start : found.end].text)
        return None

    def _is_passive(self, words: list[str], at: int) -> bool:
        while at < len(words) and words[at] in self._adverbs:
            if words[at] == "be":
                following = next((word for word in words[at + 1 :] if word not in self._adverbs), "")
                return not following.endswith("ing") and following not in {"a", "an"}
            at += 1
        return False

    def _agent(self, sentence: Span, verb: int) -> Owners | None:
        """Gives the agent of a passive: nobody when the words behind `by` name nobody known, None without `by`."""
        reach = sentence[verb : verb + _AGENT_WORDS]
        by = next((token for token in reach if token.lower_ == "by"), None)
        due = due_within(sentence.doc, by.idx, sentence.end_char, self._prepositions) if by is not None else None
        if by is None or (due is not None and due.text.casefold().startswith("by")):
            return None
        return owners_by(reach)

    def _default(self, turns: Turns, sentence: Span, modal: int) -> Owners:
        """Gives the body held to account for what nobody is named to do, unless somebody else is speaking."""
        named = {actor for found in sentence.doc._.actors.within(sentence[:modal]) for actor in found.actors}
        if turns.body is None or turns.is_other_speaking(sentence[modal].idx) or turns.askers & named:
            return NOBODY
        return Owners((turns.body,), None)


def _is_of_next_meeting(words: list[str]) -> bool:
    """Tells whether the words before a modal make it say only when a next meeting is, which is no promise."""
    at = words.index("next") if "next" in words else len(words)
    return "meeting" in words[at + 1 : at + 4]
