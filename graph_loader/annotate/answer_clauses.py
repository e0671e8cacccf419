"""Reads the answer that stands in the sentence of its question: `Members asked why and the Clerk explained that …`."""

from dataclasses import replace

from graph_loader.annotate.interruptions import is_bare_decision
from graph_loader.annotate.questions import Question, agent_behind
from graph_loader.annotate.quoted import quoted_speech
from graph_loader.annotate.second_speakers import first_report, is_own_clause
from graph_loader.annotate.speakers import Sentence, Speaker, speaker_at
from graph_loader.annotate.speech_words import PASSIVES, SpeechWords
from graph_loader.annotate.utterance import NOBODY, Utterance, asked_by, sentence_of
from graph_loader.model.record import Actor

_THESE = frozenset({"these", "those", "they", "this", "it", "both", "all"})
_TO_DO = frozenset({"will", "would"})
_ANSWER_STOPS = frozenset({";", "-", "–", "—"})
_ANSWER_JOINS = _ANSWER_STOPS | {"and", "but", ","}


class AnswerClauses:
    """Reads answers behind questions with the words of one profile."""

    def __init__(self, words: SpeechWords) -> None:
        self._words, self._pronouns = words, words.pronouns

    def with_answer(self, sentence: Sentence, asked: Question, asker: Speaker) -> tuple[Utterance, ...]:
        """Reads `Members asked about pay and the Clerk explained that …`: the answer in the question's own sentence."""
        at = asker.end + 1
        while at < len(sentence.words):
            answerer = speaker_at(sentence, at, self._words) if _may_answer(sentence, at) else None
            verb = self._words.verb_after(sentence.words, answerer.end) if answerer else None
            found = self._words.remarks.match(sentence.words, verb) if verb is not None else None
            behind_stop = sentence.words[at - 1] in _ANSWER_STOPS
            if (
                answerer
                and found
                and (
                    behind_stop
                    or found[0] in self._words.answers
                    or self._is_told(sentence, answerer, found[1])
                    or self._is_own(sentence, answerer, asked)
                    or self._is_other(sentence, answerer, asker, found[1])
                )
                and answerer.actors != asker.actors
            ):
                question = replace(asked_by(asked), span=sentence.part(0, end_of_question(sentence, at)))
                answer = sentence.part(answerer.start, len(sentence.words))
                return question, Utterance("remark", found[0], answer, answerer.actors, answerer.pronoun)
            attached = self._attached(sentence, at, asker)
            if attached is not None:
                return replace(asked_by(asked), span=sentence.part(0, end_of_question(sentence, at))), attached
            nobody = self.said_impersonally(sentence, at) if sentence.words[at - 1] in {"and", ";"} else None
            if nobody is not None:
                return replace(asked_by(asked), span=sentence.part(0, at - 1)), nobody
            if sentence.words[at - 1] == "and" and (told := self.told(sentence, at)) is not None:
                question = replace(asked_by(asked), span=sentence.part(0, at - 1))
                answer, speakers = sentence.part(at, len(sentence.words)), self.tellers(sentence, at)
                by = "" if asker.actors or speakers else NOBODY
                return question, Utterance("remark", told, answer, speakers, by, addressees=asker.actors)
            if (replied := self._replied_to(sentence, at) or self._said_behind(sentence, at)) is not None:
                return replace(asked_by(asked), span=sentence.part(0, at - 1)), replied
            listed = sentence.actors_at(at)
            at = listed.end - sentence.span.start if listed else at + 1
        return (asked_by(asked),)

    def told_by_asked(self, sentence: Sentence, asked: Question, subject: Speaker) -> tuple[Utterance, ...]:
        """Reads `The Clerk was asked whether it was so, and (she) said that …`: who was asked answers at once."""
        if (asked.addressees, asked.asked_pronoun) != (subject.actors, subject.pronoun):
            return ()
        for at in range(subject.end + 2, len(sentence.words) - 2):
            if sentence.words[at - 1] != "and":
                continue
            verb = at + (sentence.words[at] in self._pronouns)
            found = self._words.remarks.match(sentence.words, verb)
            if found is not None and self._opens_speech(sentence, found[1]):
                question = replace(asked_by(asked), span=sentence.part(0, end_of_question(sentence, at)))
                answer = sentence.part(at, len(sentence.words))
                return question, Utterance("remark", found[0], answer, subject.actors, subject.pronoun)
        return ()

    def said_impersonally(self, sentence: Sentence, at: int) -> Utterance | None:
        """Reads `… and it was confirmed that …`: an answer by whom nobody can name."""
        if at + 2 >= len(sentence.words) or sentence.words[at] not in self._words.impersonal:
            return None
        if is_bare_decision(sentence.words[at:], self._words):
            return None
        found = self._words.remarks.match(sentence.words, at + 2) if sentence.words[at + 1] in PASSIVES else None
        clause = sentence.part(at, len(sentence.words))
        return Utterance("remark", found[0], clause, pronoun=NOBODY) if found else None

    def told(self, sentence: Sentence, at: int) -> str | None:
        """Gives the act of `was assured that`, `were told by`: what is said to the subject."""
        found = self._words.remarks.match(sentence.words, at + 1) if sentence.words[at] in PASSIVES else None
        is_told = found is not None and sentence.words[found[1] : found[1] + 1] in {("that",), ("by",), ("of",)}
        return found[0] if found is not None and is_told else None

    def tellers(self, sentence: Sentence, at: int) -> tuple[Actor, ...]:
        """Gives who tells it in `was told by the Clerk that …`, from the position of `was` on."""
        found = self._words.remarks.match(sentence.words, at + 1)
        return agent_behind(sentence, found[1]) if found else ()

    def _said_behind(self, sentence: Sentence, at: int) -> Utterance | None:
        """Reads `…; by May, she said.` and `…; by May, said AB.`: the answer before who gives it."""
        end = len(sentence.words) - (sentence.words[-1] == ".")
        if sentence.words[at - 1] not in _ANSWER_STOPS or end < at + 4:
            return None
        answer = sentence.part(at, len(sentence.words))
        quoted = quoted_speech(sentence_of(answer, sentence.index), self._words)
        if quoted is not None and not quoted.asks:
            return Utterance("remark", quoted.act, answer, quoted.speaker.actors, quoted.speaker.pronoun)
        comma = max((there for there in range(at, end) if sentence.words[there] == ","), default=None)
        speaker = speaker_at(sentence, comma + 1, self._words) if comma is not None else None
        is_last = speaker is not None and not speaker.is_unnamed and speaker.end == end - 1
        found = self._words.remarks.match(sentence.words, end - 1) if is_last else None
        return Utterance("remark", found[0], answer, speaker.actors, speaker.pronoun) if found and speaker else None

    def _replied_to(self, sentence: Sentence, at: int) -> Utterance | None:
        """Reads `… and these were responded to by the Clerk`: the answer in the passive."""
        words = sentence.words[at : at + 5]
        is_passive = sentence.words[at - 1] in {"and", ";"} and words[1:2] and words[1] in PASSIVES
        if not is_passive or len(words) < 5 or words[0] not in _THESE or words[2] not in self._words.replied:
            return None
        speakers = agent_behind(sentence, at + 3 + (words[3] == "to"))
        clause = sentence.part(at, len(sentence.words))
        return Utterance("remark", "responded", clause, speakers) if speakers else None

    def _is_own(self, sentence: Sentence, answerer: Speaker, asked: Question) -> bool:
        """Tells whether `and AB agreed` is a clause of its own behind a question, and no part of what is asked.

        It may be `he` only where somebody is said to be asked.
        """
        if not (answerer.actors or asked.addressees or asked.asked_pronoun):
            return False
        verb = first_report(sentence, self._words)
        return verb is not None and is_own_clause(sentence, answerer, verb, self._words)

    def _is_other(self, sentence: Sentence, answerer: Speaker, asker: Speaker, end: int) -> bool:
        """Tells whether `and she said that` stands behind what `he` asked: that is another than who asks."""
        return {answerer.pronoun, asker.pronoun} == {"he", "she"} and self._opens_speech(sentence, end)

    def _is_told(self, sentence: Sentence, answerer: Speaker, end: int) -> bool:
        """Tells whether a clause tells the answer of somebody named, whatever its verb.

        `AB asked if it would last, the CC said …` has a comma alone; behind `and`, what is said must follow the verb.
        """
        before = sentence.words[answerer.start - 1]
        spliced = before == "," and sentence.words[answerer.end] == "said"
        return bool(answerer.actors) and (spliced or (before == "and" and self._opens_speech(sentence, end)))

    def _opens_speech(self, sentence: Sentence, at: int) -> bool:
        """Tells whether what is said begins at a position: `said that …`, `said she would …`."""
        return sentence.words[at : at + 1] in {("that",), ("to",), *((word,) for word in self._pronouns)}

    def _attached(self, sentence: Sentence, at: int, asker: Speaker) -> Utterance | None:
        """Reads `…, with the Clerk confirming that it had`, `…, which AB agreed to do` and `…, which AB will do`."""
        joint = sentence.words[at - 1]
        if joint not in {"with", "which"}:
            return None
        answerer = speaker_at(sentence, at, self._words)
        if answerer is None or answerer.is_unnamed or answerer.actors == asker.actors:
            return None
        verb, clause = sentence.words[answerer.end], sentence.part(at, len(sentence.words))
        if joint == "with":
            given = verb in self._words.answering
        else:
            given = sentence.words[answerer.end + 1 : answerer.end + 2] in {("to",), (".",), ()}
            given = given and self._words.remarks.match(sentence.words, answerer.end) is not None
            given = given and (sentence.words[at - 2] == "," or verb in self._words.replied)
            given = given or (verb in _TO_DO and sentence.words[at - 2] == ",")
        return Utterance("remark", "responded", clause, answerer.actors, answerer.pronoun) if given else None


def _may_answer(sentence: Sentence, at: int) -> bool:
    """Tells whether a clause with an answer may begin at a position: behind `and`, a dash, a comma, or `to which`."""
    return sentence.words[at - 1] in _ANSWER_JOINS or sentence.words[max(0, at - 2) : at] == ("to", "which")


def end_of_question(sentence: Sentence, at: int) -> int:
    """Gives where a question ends before the clause at a position: before `and`, a comma, or `, to which`."""
    end = at - 2 if sentence.words[at - 2 : at] == ("to", "which") else at - 1
    return end - (sentence.words[end - 1] == ",")
