"""Reads one sentence of reported speech: who speaks, by which act, to whom."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorIndex, ActorList
from graph_loader.annotate.phrases import PhraseTable
from graph_loader.annotate.profile import Profile, Speech
from graph_loader.model.record import Actor

UtteranceKind = Literal["question", "remark"]

_SUBJECT_REACH = 40
"""How many words may stand before the speaker in an opening clause."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Is one reported act in a sentence; `pronoun` is set when the speaker is only `he`, `she` or `they`."""

    kind: UtteranceKind
    act: str
    span: Span
    speakers: tuple[Actor, ...] = ()
    pronoun: str = ""
    addressees: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class _Subject:
    actors: tuple[Actor, ...]
    pronoun: str
    start: int
    end: int


class UtteranceReader:
    """Reads utterances with the phrases of one profile."""

    def __init__(self, profile: Profile) -> None:
        speech: Speech = profile.speech
        self._questions = PhraseTable(speech.questions)
        self._remarks = PhraseTable(speech.remarks)
        self._between = frozenset(speech.between)
        self._joins = frozenset(speech.joins)
        self._pronouns = frozenset(speech.pronouns)
        self._interrogatives = frozenset(speech.interrogatives)
        self._inverted = frozenset(speech.inverted)
        self._openers = frozenset(speech.openers)
        self._asked_openers, self._reply_openers = frozenset(speech.asked_openers), frozenset(speech.reply_openers)
        self._question_nouns, self._clauses = frozenset(speech.question_nouns), frozenset(speech.reported_clauses)
        self._tell = frozenset(speech.tell)

    def read(self, sentence: Span, index: ActorIndex) -> tuple[Utterance, ...]:
        """Gives the utterances of a sentence in order: none, one, or a question with its answer in one sentence."""
        words = _words(sentence)
        implied = self._implied_question(sentence, words, index)
        subject = self._subject(sentence, words, index)
        if subject is None:
            return self._late_question(sentence, words, index) or self._agentless_question(sentence, words, index)
        if implied is not None and implied.span.end <= subject.start:
            answer = sentence.doc[subject.start : sentence.end]
            return implied, Utterance("remark", "responded", answer, subject.actors, subject.pronoun)
        spoken = self._question(sentence, words, subject, index) or self._remark(sentence, words, subject)
        return (spoken,) if spoken else ()

    def printed_question(self, sentence: Span, index: ActorIndex) -> Utterance | None:
        """Reads a sentence that is itself a question, with whom it is about as addressee and no asker."""
        start = self._interrogative_start(sentence)
        if start is None or sentence[-1].text != "?":
            return None
        span = sentence.doc[start : sentence.end]
        addressed = next((found for found in index.within(span) if found.start - start <= 4), None)
        addressees = tuple(actor for actor in addressed.actors if actor.kind != "body") if addressed else ()
        return Utterance("question", "asked", span, addressees=addressees)

    def _interrogative_start(self, sentence: Span) -> int | None:
        """Finds the capitalised question word that opens the sentence, perhaps after a title run on before it."""
        if sentence[-1].text != "?":
            return None
        return next(
            (token.i for token in sentence if token.text.istitle() and token.lower_ in self._interrogatives), None
        )

    def _subject(self, sentence: Span, words: list[str], index: ActorIndex) -> _Subject | None:
        """Finds the first actor or pronoun at the head of a clause that a reporting verb follows."""
        for start in self._clause_starts(sentence):
            subject = self._subject_at(sentence, words, start, index)
            if subject and self._verb(words, subject.end - sentence.start) is not None:
                return subject
        return None

    def _clause_starts(self, sentence: Span) -> list[int]:
        """Gives the tokens at which the main clause may begin: the head, or behind a comma or an opening word."""
        doc, reach = sentence.doc, min(sentence.end - 1, sentence.start + _SUBJECT_REACH)
        starts = [at + 1 for at in range(sentence.start, reach) if doc[at].text in {",", ";"}]
        starts += [
            at + 1 for at in range(sentence.start, min(reach, sentence.start + 3)) if doc[at].lower_ in self._openers
        ]
        return sorted({sentence.start, *starts})

    def _subject_at(self, sentence: Span, words: list[str], start: int, index: ActorIndex) -> _Subject | None:
        word = words[start - sentence.start]
        if word in self._pronouns:
            return _Subject((), word, start, start + 1)
        found = index.list_at(start) or self._unlisted_actor(sentence, start)
        return _Subject(found.actors, "", found.start, found.end) if found and found.end < sentence.end else None

    def _unlisted_actor(self, sentence: Span, start: int) -> ActorList | None:
        """Takes a capitalised phrase after an article for a post or body that no list names, if a verb follows."""
        doc = sentence.doc
        if doc[start].lower_ != "the" or start + 1 >= sentence.end or not doc[start + 1].text[0].isupper():
            return None
        end = start + 1
        while end < sentence.end and (doc[end].text[0].isupper() or doc[end].lower_ in {"of", "and", "for", "&", "-"}):
            end += 1
        if end - start > 9 or doc[end - 1].lower_ in {"of", "and", "for", "&", "-"}:
            return None
        return ActorList((Actor(doc[start + 1 : end].text, "post"),), start, end)

    def _verb(self, words: list[str], position: int) -> int | None:
        """Finds where a reporting verb begins, over words that may stand between speaker and verb."""
        position = _after_aside(words, position)
        for at in range(position, min(position + 4, len(words))):
            if self._questions.match(words, at) or self._remarks.match(words, at):
                return at
            if words[at] not in self._between and not self._is_passive(words, at):
                return None
        return None

    def _is_passive(self, words: list[str], at: int) -> bool:
        return words[at] in {"was", "were", "been"} and self._questions.match(words, at + 1) is not None

    def _question(self, sentence: Span, words: list[str], subject: _Subject, index: ActorIndex) -> Utterance | None:
        verb = self._verb(words, subject.end - sentence.start)
        if verb is None:
            return None
        if verb > subject.end - sentence.start and self._is_passive(words, verb - 1):
            return self._passive_question(sentence, words, subject, verb, index)
        asked = self._asked_at(sentence, words, subject, verb, index)
        return asked or self._inverted_question(sentence, words, subject, verb, index)

    def _asked_at(
        self, sentence: Span, words: list[str], subject: _Subject, verb: int, index: ActorIndex
    ) -> Utterance | None:
        """Reads the first question verb of a speaker: the one at `verb`, or a later one joined to it."""
        for at in range(verb, len(words)):
            found = self._questions.match(words, at)
            if found and (at == verb or self._is_joined(words, at)):
                addressees = self._addressees(sentence, found[1], at, subject, index)
                act = self._asked_or_requested(found[0], sentence, words, found[1], index)
                return Utterance("question", act, sentence, subject.actors, subject.pronoun, addressees)
        return None

    def _late_question(self, sentence: Span, words: list[str], index: ActorIndex) -> tuple[Utterance, ...]:
        """Reads `The PCC had been told that … and queried …`: only a later verb of the speaker reports a question."""
        subject = self._subject_at(sentence, words, sentence.start, index)
        if subject is None or not self._is_predicate(words, subject.end - sentence.start):
            return ()
        asked = self._asked_at(sentence, words, subject, subject.end - sentence.start, index)
        return (asked,) if asked else ()

    def _is_predicate(self, words: list[str], at: int) -> bool:
        """Tells whether a verb follows the speaker rather than a possessive, a comma or another noun."""
        return words[at] in self._between or words[at] in {"was", "is", "were"} or words[at].endswith("ed")

    def _inverted_question(
        self, sentence: Span, words: list[str], subject: _Subject, verb: int, index: ActorIndex
    ) -> Utterance | None:
        """Reads `added that as …, could the Board be better used`: a question by its word order alone."""
        subjects = self._pronouns | {"the", "we"}
        for at in range(verb + 1, len(words) - 2):
            if words[at] in self._inverted and words[at - 1] == "," and words[at + 1] in subjects:
                return Utterance("question", "asked", sentence, subject.actors, subject.pronoun)
        return None

    def _passive_question(
        self, sentence: Span, words: list[str], subject: _Subject, verb: int, index: ActorIndex
    ) -> Utterance | None:
        """Reads `The CC was asked whether …`, with the asker when `by` names one."""
        found = self._questions.match(words, verb)
        if found is None:
            return None
        act, end = found
        start = sentence.start + end
        agent = index.list_at(start + 1) if start < sentence.end and words[end : end + 1] == ["by"] else None
        act = self._asked_or_requested(act, sentence, words, end, index)
        return Utterance("question", act, sentence, agent.actors if agent else (), addressees=subject.actors)

    def _agentless_question(self, sentence: Span, words: list[str], index: ActorIndex) -> tuple[Utterance, ...]:
        """Reads `It was queried whether …` and `Clarification was sought …`: a question with no asker named."""
        for at in range(1, min(len(words), 14)):
            found = self._questions.match(words, at)
            if found and words[at - 1] in {"was", "were", "been"} and words[0] not in self._interrogatives:
                start = sentence.start + found[1]
                agent = index.list_at(start + 1) if words[found[1] : found[1] + 1] == ["by"] else None
                if words[0] == "it" or agent:
                    return (Utterance("question", found[0], sentence, agent.actors if agent else ()),)
        return ()

    def _implied_question(self, sentence: Span, words: list[str], index: ActorIndex) -> Utterance | None:
        """Reads `When asked …, the force said` and `In reply to Members' queries, …`: a question inside an opener."""
        comma = next((at for at, word in enumerate(words[:_SUBJECT_REACH]) if word == ","), None)
        if comma is None or words[0] not in {
            "when",
            "in",
            "on",
            "asked",
            "being",
            "responding",
            "replying",
            "answering",
        }:
            return None
        opener = sentence[:comma]
        if words[0] in {"when", "asked", "on", "being"}:
            at = next((at for at in range(min(4, comma)) if self._questions.match(words, at)), None)
            if at is None:
                return None
            found = self._questions.match(words, at)
            agent = next((index.list_at(sentence.start + i + 1) for i in range(at, comma) if words[i] == "by"), None)
            return Utterance("question", found[0] if found else "asked", opener, agent.actors if agent else ())
        return self._reply_opener(opener, words[:comma], index)

    def _reply_opener(self, opener: Span, words: list[str], index: ActorIndex) -> Utterance | None:
        to = words.index("to") if "to" in words[:4] else None
        if to is None or not self._question_nouns & set(words):
            return None
        asker = next(iter(index.within(opener)), None)
        return Utterance("question", "asked", opener, asker.actors if asker else ())

    def _remark(self, sentence: Span, words: list[str], subject: _Subject) -> Utterance | None:
        verb = self._verb(words, subject.end - sentence.start)
        found = self._remarks.match(words, verb) if verb is not None else None
        return Utterance("remark", found[0], sentence, subject.actors, subject.pronoun) if found else None

    def _is_joined(self, words: list[str], at: int) -> bool:
        before = words[max(0, at - 3) : at]
        while before and (before[-1] in self._between or before[-1] in self._pronouns):
            before.pop()
        return bool(before) and before[-1] in self._joins

    def _addressees(
        self, sentence: Span, end: int, verb: int, subject: _Subject, index: ActorIndex
    ) -> tuple[Actor, ...]:
        """Gives whom a question is put to: right after the verb, after `from`/`of`, or as subject of its clause."""
        others = [found for found in index.within(sentence) if found.start > sentence.start + verb]
        words = _words(sentence)
        for found in others:
            before = words[found.start - sentence.start - 1]
            at_verb = found.start - (sentence.start + verb) <= 1
            in_clause = before in self._clauses
            if at_verb or (before in {"from", "of"} and found.start < sentence.start + end + 3) or in_clause:
                actors = tuple(a for a in found.actors if a not in subject.actors)
                return actors if at_verb else tuple(a for a in actors if a.kind != "body")
        return ()

    def _asked_or_requested(self, act: str, sentence: Span, words: list[str], end: int, index: ActorIndex) -> str:
        """Tells a question from a request to do something: `asked the CC to explain` from `asked the CC to arrange`."""
        if act not in {"asked", "requested"}:
            return act
        found = index.list_at(sentence.start + end)
        after = found.end - sentence.start if found else end
        if words[after : after + 1] == ["to"] and after + 1 < len(words):
            return "asked" if words[after + 1] in self._tell else "requested"
        return act


def _words(span: Span) -> list[str]:
    return [token.lower_ for token in span]


def _after_aside(words: list[str], position: int) -> int:
    """Steps over an aside between two commas or brackets that follows a name: `Mr Hale, Clerk, said`."""
    closing = {",": ",", "(": ")"}.get(words[position] if position < len(words) else "")
    if closing is None:
        return position
    for at in range(position + 2, min(position + 10, len(words))):
        if words[at] == closing:
            return at + 1
    return position
