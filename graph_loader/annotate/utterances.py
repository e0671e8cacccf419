"""Reads one sentence of reported speech: who speaks, by which act, to whom."""

from dataclasses import replace
from typing import Literal

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorIndex, ActorList
from graph_loader.annotate.answer_clauses import AnswerClauses, end_of_question
from graph_loader.annotate.bare_answers import is_bare_answer
from graph_loader.annotate.noun_questions import is_unread_question
from graph_loader.annotate.other_times import was_asked_before
from graph_loader.annotate.phrases import folded_words
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.question_sources import QuestionSource, read_question_source
from graph_loader.annotate.questions import (
    Question,
    active_question,
    agent_behind,
    agentless_question,
    implied_question,
    printed_question,
    reply_source,
)
from graph_loader.annotate.quoted import quoted_speech
from graph_loader.annotate.second_speakers import second_clause
from graph_loader.annotate.sentence_signs import SentenceSigns
from graph_loader.annotate.speakers import POSSESSIVE, Sentence, Speaker, find_speaker, find_unnamed, speaker_at
from graph_loader.annotate.speech_words import PASSIVES, SpeechWords, after_aside
from graph_loader.annotate.stances import read_view
from graph_loader.annotate.subjects import SubjectReader
from graph_loader.annotate.tacked_speakers import tacked_speaker
from graph_loader.annotate.thanks import Thanked, read_thanked
from graph_loader.annotate.utterance import NOBODY, Utterance, asked_by, sentence_of
from graph_loader.model.record import Actor

_NO_VERBS = frozenset(
    {"and", "or", "of", "to", "for", "from", "with", "in", "on", "at", "by", "as", "who", "whose", "that"}
)
"""Words behind a name by which it is no subject yet, or not the subject of the sentence."""
_CLAUSE_OPENERS = frozenset({"who", "which", "that", "whose", "where", "when", "because", "if", ";", ":"})
"""Words behind which another may be the subject of what follows."""
_IMPERSONAL = frozenset({"it", "this", "there", "that"})
_CLAUSE_JOINTS = frozenset({(",", "and"), (",", "but"), (",", "so")})
_LABEL_MARKS = frozenset({":", "–", "—", "-"})
_ASIDE_WORDS = 5
"""Within how many words behind a name its bracket closes: `(Cllr Ash, by email)`."""
_GIVEN_WORDS = 4
"""How far into a sentence the answer that is given stands: `A full explanation was provided`."""
_QUESTION_MARKS = frozenset({";", ":", "–", "—", "-", ","})


class UtteranceReader:
    """Reads utterances with the words of one profile."""

    def __init__(self, profile: Profile) -> None:
        self._words = SpeechWords(profile)
        self._answers, self.signs = AnswerClauses(self._words), SentenceSigns(self._words)
        self._auxiliaries = frozenset(profile.minutes.finite_verbs)
        self.pronouns, self.following = self._words.pronouns, frozenset(profile.speech.following)
        self.clauses = self._words.clauses | self._words.interrogatives

    def read(self, span: Span, index: ActorIndex) -> tuple[Utterance, ...]:
        """Gives the utterances of a sentence in order: none, one, or a question with its answer in one sentence.

        What was asked some other time is none.
        """
        sentence = sentence_of(span, index)
        heard = self._parted(sentence, self._view_of(sentence) or self._read(sentence))
        if not heard and (tacked := self._tacked(sentence, ())):
            heard = (tacked[1],)
        heard = heard or self._behind_impersonal(sentence)
        asks = any(utterance.kind == "question" for utterance in heard)
        return () if asks and was_asked_before(sentence, self._words) else heard

    def _parted(self, sentence: Sentence, heard: tuple[Utterance, ...]) -> tuple[Utterance, ...]:
        """Gives the words of a second speaker at the end of a sentence to him: `AB said it was, and CD asked why.`"""
        last = heard[-1] if heard else None
        if last is None or last.kind != "remark" or last.span.end != sentence.span.end:
            return heard
        clause = sentence_of(last.span, sentence.index)
        at, tacked = second_clause(clause, last.speakers, self._words), self._tacked(clause, last.speakers)
        further: tuple[Utterance, ...] = ()
        if tacked is not None and (at is None or tacked[0] < at):
            at, further = tacked[0], (tacked[1],)
        elif at is not None:
            rest = sentence_of(clause.part(at, len(clause.words)), sentence.index)
            others = () if clause.words[at - 1] == ";" else last.speakers
            further = tuple(replace(each, not_by=others) for each in self._read(rest))
        if at is None or not further:
            return heard
        cut = replace(last, span=clause.part(0, end_of_question(clause, at)))
        return (*heard[:-1], cut, *self._parted(sentence_of(further[-1].span, sentence.index), further))

    def _tacked(self, sentence: Sentence, speakers: tuple[Actor, ...]) -> tuple[int, Utterance] | None:
        """Reads `…, who said that …` and `… and AB that …`, and where that begins."""
        found = tacked_speaker(sentence, speakers, self._words)
        if found is None:
            return None
        return found.start, Utterance(
            "remark", found.act, sentence.part(found.start, len(sentence.words)), found.actors
        )

    def _behind_impersonal(self, sentence: Sentence) -> tuple[Utterance, ...]:
        """Reads `It was not clear, and the Clerk undertook to ask.`: nobody says the first, somebody the second."""
        words = sentence.words
        if words[0] not in _IMPERSONAL:
            return ()
        for at in range(2, len(words) - 1):
            speaker = speaker_at(sentence, at, self._words) if words[at - 2 : at] in _CLAUSE_JOINTS else None
            named = speaker is not None and any(actor.kind == "person" for actor in speaker.actors)
            verb = self._words.verb_after(words, speaker.end) if speaker is not None and named else None
            found = self._words.remarks.match(words, verb) if verb is not None else None
            if speaker is not None and found:
                return (Utterance("remark", found[0], sentence.part(at, len(words)), speaker.actors),)
        return ()

    def _view_of(self, sentence: Sentence) -> tuple[Utterance, ...]:
        """Reads `In the Clerk's view it was safe.`: a remark by whose view it is."""
        view = read_view(sentence, self._words)
        return (Utterance("remark", "stated", sentence.span, view.actors, view.pronoun),) if view else ()

    def _read(self, sentence: Sentence) -> tuple[Utterance, ...]:
        span = sentence.span
        quoted = quoted_speech(sentence, self._words)
        if quoted is not None:
            kind: Literal["question", "remark"] = "question" if quoted.asks else "remark"
            said_by = quoted.speaker
            return (Utterance(kind, quoted.act, span, said_by.actors, said_by.pronoun, quoted.addressees),)
        subjects: SubjectReader | None = span.doc._.subjects
        speaker = find_speaker(sentence, self._words)
        if subjects and speaker and speaker.is_unnamed and not subjects.is_subject(sentence, speaker, self._words):
            speaker = None
        heard = self._said_by(sentence, speaker) if speaker else self._said_by_nobody(sentence)
        named = subjects.find_speaker(sentence, self._words) if subjects and not heard else None
        return self._said_by(sentence, named) if named else heard

    def _said_by_nobody(self, sentence: Sentence) -> tuple[Utterance, ...]:
        implied = implied_question(sentence, self._words)
        answer = self._unnamed_answer(sentence, implied[1]) if implied is not None else None
        if implied is not None and answer is not None:
            return asked_by(implied[0]), answer
        asked = self._late_question(sentence) or agentless_question(sentence, self._words)
        if asked is None:
            return self._given_last(sentence) or self._received(sentence) or self._late_remark(sentence)
        return self._answers.with_answer(sentence, asked, Speaker(asked.askers, asked.pronoun, 0, 1))

    def _given_last(self, sentence: Sentence) -> tuple[Utterance, ...]:
        """Reads `Six weeks, was the answer.`: a reply by somebody whom the words do not name."""
        for at in range(2, len(sentence.words) - 3):
            tail = sentence.words[at : at + 4]
            if (
                tail[0] == ","
                and tail[1] in PASSIVES | {"came"}
                and tail[2] == "the"
                and tail[3] in self._words.answer_nouns
            ):
                return (Utterance("remark", "responded", sentence.span, pronoun=NOBODY),)
        return ()

    def _unnamed_answer(self, sentence: Sentence, comma: int) -> Utterance | None:
        """Reads `…, the trust said that …`: the answer of somebody whom nobody can name."""
        clause = sentence.part(comma + 1, len(sentence.words))
        if not len(clause):
            return None
        rest = sentence_of(clause, sentence.index)
        aside = rest.words.index(",") if rest.words[0] == "who" and "," in rest.words[:-1] else None
        if aside is not None:
            # `In answer to AB, who had asked about damp, it was explained that …`
            return self._unnamed_answer(sentence, comma + 1 + aside)
        said = self._answers.said_impersonally(rest, 0)
        if said is not None:
            return said
        speaker = find_unnamed(rest, self._words)
        verb = self._words.verb_after(rest.words, speaker.end) if speaker else None
        found = self._words.remarks.match(rest.words, verb) if verb is not None else None
        return Utterance("remark", found[0], clause, pronoun=NOBODY) if found else None

    def _said_by(self, sentence: Sentence, speaker: Speaker) -> tuple[Utterance, ...]:
        implied = implied_question(sentence, self._words)
        if implied is not None and implied[1] <= speaker.start and self._may_reply(sentence, speaker, implied[0]):
            answer = sentence.part(speaker.start, len(sentence.words))
            return asked_by(implied[0]), Utterance("remark", "responded", answer, speaker.actors, speaker.pronoun)
        if speaker.start > 1 and sentence.words[speaker.start - 1] == ";":
            before = sentence_of(sentence.part(0, speaker.start - 1), sentence.index)
            raised = agentless_question(before, self._words)
            unnamed = find_unnamed(before, self._words) if raised is None else None
            raised = active_question(before, unnamed, self._words) if unnamed else raised
            if raised is not None:
                answer = sentence.part(speaker.start, len(sentence.words))
                return asked_by(raised), Utterance("remark", "responded", answer, speaker.actors, speaker.pronoun)
        source = reply_source(sentence, speaker.end, self._words)
        if source:
            return asked_by(source), Utterance("remark", "responded", sentence.span, speaker.actors, speaker.pronoun)
        asked = active_question(sentence, speaker, self._words)
        if asked is None:
            return self._remark(sentence, speaker)
        return self._answers.told_by_asked(sentence, asked, speaker) or self._answers.with_answer(
            sentence, asked, speaker
        )

    def _may_reply(self, sentence: Sentence, speaker: Speaker, asked: Question) -> bool:
        """Tells whether who speaks behind an opening clause answers it.

        Behind `In reply to …` that is plain; behind `Following a question from …` it takes a verb of answering, or
        what is said, and another than who asked.
        """
        if not self._words.opens_after(sentence.words):
            return True
        verb = self._words.verb_after(sentence.words, speaker.end)
        found = self._words.remarks.match(sentence.words, verb) if verb is not None else None
        if found is None or set(speaker.actors) & set(asked.askers):
            return False
        that = sentence.words[found[1] : found[1] + 1] == ("that",)
        that = that or verb is None or sentence.words[verb] in {"said", "thought"}
        return found[0] in self._words.answers or (that and not any(actor.kind == "body" for actor in speaker.actors))

    def read_labelled(self, span: Span, index: ActorIndex) -> tuple[Utterance, ...]:
        """Gives what a log writes behind a speaker's name and a colon: a question where it ends as one."""
        bracketed = self._bracketed_asker(span, index)
        if bracketed is not None:
            return (Utterance("question", "asked", span, bracketed.actors, is_direct=True),)
        found = index.list_at(span.start) or self._bracketed_label(span, index)
        mark = span.doc[found.end].text.removeprefix(")") if found is not None and found.end < span.end else ""
        if found is None or mark not in _LABEL_MARKS:
            return ()
        if any(actor.kind == "body" for actor in found.actors) or self._words.is_marked_off(
            folded_words(span), found.end - span.start
        ):
            return ()
        asks = span[-1].text == "?"
        named = index.list_at(found.end + 1)
        if named is not None and named.end >= span.end - span[-1].is_punct:
            # `Manager: Ada Moss` says who it is, not what he says.
            return ()
        if not asks and mark != ":":
            return ()
        kind: Literal["question", "remark"] = "question" if asks else "remark"
        return (Utterance(kind, "asked" if asks else "stated", span, found.actors, is_direct=True),)

    def _bracketed_label(self, span: Span, index: ActorIndex) -> ActorList | None:
        """Gives who is named in brackets before a colon: `Question (AB): Is it new?`, `(AB): Is it new?`."""
        nouns = self._words.question_nouns.keys() | self._words.answer_nouns
        start = span.start + (span[0].lower_ in nouns)
        found = index.list_at(start + 1) if start + 3 < span.end and span.doc[start].text == "(" else None
        if found is None or found.end + 1 >= span.end or span.doc[found.end].text not in {")", "):"}:
            return None
        return replace(found, end=found.end + (span.doc[found.end].text == ")"))

    def _bracketed_asker(self, span: Span, index: ActorIndex) -> ActorList | None:
        """Gives who is named in brackets at the head of a question: `(Cllr Ash, by email) Who pays?`"""
        asks = span[0].text == "(" and span[-1].text == "?" and len(span) > 1
        found = index.list_at(span.start + 1) if asks else None
        if found is None or any(actor.kind == "body" for actor in found.actors):
            return None
        closing = span.doc[found.end : min(found.end + _ASIDE_WORDS, span.end)]
        ends = bool(len(closing)) and closing[0].text in {")", ","} and any(token.text == ")" for token in closing)
        return found if ends else None

    def read_source(self, span: Span, index: ActorIndex) -> QuestionSource | None:
        """Gives from whom the written question comes that a block announces or holds."""
        return read_question_source(span, index, self._words)

    def read_bare(self, span: Span) -> tuple[Utterance, ...]:
        """Gives the answer that a sentence right behind a question is by whom nobody can tell.

        It says only that it is or is not so, or what somebody was told: `She was told to wait.`
        """
        words = folded_words(span)
        is_told = words[0] in self.pronouns and words[1:2] in {("was",), ("were",)}
        is_bare = is_bare_answer(words, self._auxiliaries) or (is_told and self._words.remarks.match(words, 2))
        return (Utterance("remark", "responded", span, pronoun=NOBODY),) if is_bare else ()

    def thanked_in(self, span: Span, index: ActorIndex) -> Thanked | None:
        """Gives whom a sentence thanks, introduces or invites."""
        return read_thanked(sentence_of(span, index), self._words)

    def may_ask(self, span: Span, index: ActorIndex) -> bool:
        """Tells whether a sentence that is not read reports a question all the same, put by whom nobody can tell."""
        return is_unread_question(sentence_of(span, index), self._words)

    def read_printed(self, span: Span, index: ActorIndex) -> tuple[Utterance, ...]:
        """Gives the question that a sentence is itself, with no asker, if it is one."""
        asked = printed_question(sentence_of(span, index), self._words)
        return (asked_by(asked),) if asked else ()

    def _late_question(self, sentence: Sentence) -> Question | None:
        """Reads `The PCC had been told that … and queried …`: only a later verb of the speaker reports a question."""
        speaker = self._subject(sentence)
        return active_question(sentence, speaker, self._words) if speaker else None

    def _late_remark(self, sentence: Sentence) -> tuple[Utterance, ...]:
        """Reads `Cllr Ash had the same complaints, and said that …`: only a later verb tells what is said."""
        speaker, words = self._subject(sentence), sentence.words
        if speaker is None or any(actor.kind == "body" for actor in speaker.actors):
            return ()
        for at in range(speaker.end, len(words) - 2):
            if words[at] in _CLAUSE_OPENERS:
                break
            found = self._words.remarks.match(words, at + 1) if words[at] in {"and", "but"} else None
            if found and words[found[1] : found[1] + 1] == ("that",):
                return (Utterance("remark", found[0], sentence.span, speaker.actors, speaker.pronoun),)
        return ()

    def _subject(self, sentence: Sentence) -> Speaker | None:
        """Gives who stands at the head of a sentence, if a verb may follow."""
        speaker = speaker_at(sentence, 0, self._words)
        if speaker is None:
            return None
        following = "".join(sentence.words[after_aside(sentence.words, speaker.end) :][:1])
        return speaker if following.isalpha() and following.islower() and following not in _NO_VERBS else None

    def _received(self, sentence: Sentence) -> tuple[Utterance, ...]:
        """Reads `The PCC was assured that …` and `It was confirmed that …`: a remark by whom `by` names, or nobody."""
        holder = sentence.actors_at(2) if sentence.words[:2] == ("it", "was") else None
        if holder is not None and self._is_view_of(sentence, holder.end - sentence.span.start):
            return (Utterance("remark", "stated", sentence.span, holder.actors),)
        if sentence.words[0] in self._words.impersonal and len(sentence.words) > 2 and sentence.words[1] in PASSIVES:
            said = self._words.remarks.match(sentence.words, 2)
            speakers = agent_behind(sentence, said[1]) if said else ()
            return (Utterance("remark", said[0], sentence.span, speakers, sentence.words[0]),) if said else ()
        giver = self._giver(sentence)
        if giver:
            return (Utterance("remark", "responded", sentence.span, giver),)
        hearer = speaker_at(sentence, 0, self._words)
        told = self._answers.told(sentence, hearer.end) if hearer is not None else None
        if hearer is None or told is None:
            return ()
        speakers = agent_behind(sentence, hearer.end + 2)
        impersonal = "" if speakers or hearer.actors else NOBODY
        return (Utterance("remark", told, sentence.span, speakers, impersonal, hearer.actors),)

    def _giver(self, sentence: Sentence) -> tuple[Actor, ...]:
        """Gives who gives an answer in `That assurance was given by the Clerk`."""
        at = next(
            (at for at, word in enumerate(sentence.words[:_GIVEN_WORDS]) if word in self._words.given_nouns), None
        )
        behind = sentence.words[at + 1 : at + 3] if at is not None else ()
        is_given = len(behind) == 2 and behind[0] in PASSIVES and behind[1] in self._words.given
        return agent_behind(sentence, at + 3) if is_given and at is not None else ()

    def _is_view_of(self, sentence: Sentence, end: int) -> bool:
        """Tells whether `It was the Clerk's view that …` is said by the one before a position."""
        behind = sentence.words[end : end + 2]
        return len(behind) == 2 and (behind[0],) in POSSESSIVE and behind[1] in self._words.answer_nouns

    def _remark(self, sentence: Sentence, speaker: Speaker) -> tuple[Utterance, ...]:
        verb = self._words.verb_after(sentence.words, speaker.end)
        found = self._words.remarks.match(sentence.words, verb) if verb is not None else None
        if found is None:
            return ()
        if sentence.words[-1] == "?" and _has_question(sentence, found[1], self._words):
            # `Cllr Ash said that it was late; what had changed?`
            return (Utterance("question", "asked", sentence.span, speaker.actors, speaker.pronoun),)
        actors = speaker.actors + self._as_did(sentence, found[1])
        return (Utterance("remark", found[0], sentence.span, actors, speaker.pronoun),)

    def _as_did(self, sentence: Sentence, start: int) -> tuple[Actor, ...]:
        """Gives who else says it in `The Clerk agreed, as did the Chair.`"""
        for at in range(start, len(sentence.words) - 3):
            if sentence.words[at : at + 3] == (",", "as", "did"):
                found = sentence.actors_at(at + 3)
                return found.actors if found else ()
        return ()


def _has_question(sentence: Sentence, start: int, words: SpeechWords) -> bool:
    """Tells whether a word that opens a question stands behind a mark: `…; what had changed?`, `…: is it safe?`."""
    opens = words.interrogatives | {"and", "but", "so"}
    places = (at for at in range(start, len(sentence.words) - 2) if sentence.words[at] in _QUESTION_MARKS)
    return any(sentence.words[at + 1] in opens for at in places)
