"""Finds who asked whom what and what was answered, and the attributed remarks that are neither.

The speech of minutes is reported in order, so one pass keeps the open exchange and the turn that is being spoken:
a remark by somebody else than the asker answers, sentences without a speaker belong to the turn before them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.actors import ActorIndex
from graph_loader.annotate.agenda import behind_heading, item_at
from graph_loader.annotate.extensions import blocks_of, text_in
from graph_loader.annotate.genders import Genders
from graph_loader.annotate.labels import Labels, question_label
from graph_loader.annotate.open_exchange import OpenExchange, Turn
from graph_loader.annotate.profile import load_profile
from graph_loader.annotate.question_sources import OPENING_QUOTES, QuestionSource, asked_in, own_words
from graph_loader.annotate.sentences import sentences_of
from graph_loader.annotate.sides import Sides
from graph_loader.annotate.utterances import Utterance, UtteranceReader
from graph_loader.model.layout import Block
from graph_loader.model.record import Actor


@Language.factory(
    "kg_speech_acts",
    assigns=["doc._.exchanges", "doc._.statements"],
    requires=["doc.sents", "doc._.actors", "doc._.items"],
    default_config={"profile": "general"},
)
def create_speech_acts(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that finds exchanges and statements."""
    loaded = load_profile(profile)
    reader = UtteranceReader(loaded)
    labels = _Labels(
        findings=Labels(loaded.speech.findings),
        actions=Labels([*loaded.commitments.action_labels, *loaded.commitments.next_step_labels]),
        decisions=Labels(loaded.commitments.resolution_labels),
    )

    def speech_acts(doc: Doc) -> Doc:
        genders, sides = Genders(doc._.people, loaded.speech.title_pronouns), Sides(doc._.people, loaded.roles.ranks)
        hearing = _Hearing(doc, reader, labels, genders, sides)
        for span, block in blocks_of(doc):
            hearing.hear(span, block)
        hearing.close()
        doc._.exchanges = tuple(open_.exchange(doc, f"x{i}") for i, open_ in enumerate(hearing.exchanges, 1))
        doc._.statements = tuple(turn.statement(doc) for turn in hearing.statements)
        return doc

    return speech_acts


_DECISION_WORDS = 8
"""How long at most a sentence is that says only that a body took note: `The Board noted the report`."""
_ANSWER_BLOCKS = 2
"""How many blocks behind a question its answer may begin."""


@dataclass(frozen=True, slots=True)
class _Labels:
    """Holds the labels that part what is said from what is recorded."""

    findings: Labels
    actions: Labels
    decisions: Labels


class _Hearing:
    """Goes through the blocks of one document and keeps what is being said."""

    def __init__(self, doc: Doc, reader: UtteranceReader, labels: _Labels, genders: Genders, sides: Sides) -> None:
        self._doc, self._genders, self._sides = doc, genders, sides
        self._index: ActorIndex = doc._.actors
        self._reader, self._labels = reader, labels
        self.exchanges: list[OpenExchange] = []
        self.statements: list[Turn] = []
        self._open: OpenExchange | None = None
        self._turn: Turn | None = None
        self._asking = False
        self._floor: tuple[Actor, ...] = ()
        self._entry = False
        self._asked_as = self._said_as = ""
        self._asker: tuple[Actor, ...] = ()
        self._askers: set[Actor] = set()
        self._answerers: set[Actor] = set()
        self._in_findings = False
        self._item: str | None = None
        self._block = 0
        self._listed = False
        self._mergeable = True
        self._label = ""
        self._answered_here = False
        self._intruder: Turn | None = None
        self._source: QuestionSource | None = None
        self._read_to = 0

    def hear(self, span: Span, block: Block) -> None:
        """Takes in the next block."""
        self._block += 1
        if block.kind == "action_column" or span.end_char <= self._read_to:
            return
        self._enter_item(span)
        if self._labels.findings.alone(block.text) or self._is_findings_label(block):
            self._in_findings, self._turn = self._open is not None, None
            return
        if self._labels.decisions.alone(block.text):
            self.close()
            return
        if self._labels.actions.alone(block.text) or self._labels.actions.head(block.text) is not None:
            self.end_turn()
            self._in_findings, self._mergeable = False, False
            return
        if not self._continues(block):
            self._turn, self._asking = None, False
        if self._take_written_question(span, block):
            return
        self._listed = block.kind == "bullet"
        self._entry = self._listed and any(map(str.isalnum, block.marker))
        for sentence in self._behind_label(span):
            rest = behind_heading(sentence)
            if rest is not None:
                self._hear_sentence(rest, block)

    def _take_written_question(self, span: Span, block: Block) -> bool:
        """Takes in a line that says from whom a written question comes, or its words; tells whether it is one."""
        source = self._reader.read_source(span, self._index)
        if source is not None and source.end >= span.end:
            self.close()
            self._source = source
            return True
        source, self._source = source or self._source, None
        words = own_words(span.doc[max(span.start, source.end) : span.end]) if source is not None else None
        if source is None or words is None or self._reader.read(words, self._index):
            return False
        self._ask_in_writing(words, source.askers)
        for sentence in sentences_of(span):
            if sentence.start >= words.end:
                self._hear_sentence(sentence, block)
        return True

    def _ask_in_writing(self, words: Span, askers: tuple[Actor, ...]) -> None:
        self.close()
        addressees = asked_in(words, self._index)
        self._open = OpenExchange("asked", askers, addressees, *_chars(words), self._block, printed=True)
        self.exchanges.append(self._open)
        self._in_findings, self._mergeable, self._read_to = True, False, words.end_char
        self._asker, self._floor = askers, ()
        self._askers.update(askers)

    def _behind_label(self, span: Span) -> list[Span]:
        """Gives the sentences of a block, without the label of a question or an answer that runs in: `A: It is`."""
        sentences, text = sentences_of(span), text_in(span)
        at = self._labels.findings.head(text) if self._open is not None else None
        label = question_label(text)
        if at is None:
            at = self._labelled_part(label, text)
        else:
            self._in_findings = True
        self._label = label
        if at is None:
            return sentences
        return [part for each in sentences if (part := _from_char(each, span.start_char + at)) is not None]

    def _labelled_part(self, label: str, text: str) -> int | None:
        """Gives where the words behind `Q. ` begin, and those behind the `A. ` of its answer, which its block ends."""
        if label:
            self._in_findings = False
            self.end_turn()
            return len(label)
        is_answer = bool(self._label) and text.startswith(f"A{self._label[1:]}") and len(text) > len(self._label)
        if is_answer or self._answered_here:
            self._in_findings, self._answered_here = is_answer, is_answer
        return len(self._label) if is_answer else None

    def _is_findings_label(self, block: Block) -> bool:
        """Takes any short label right behind a printed question for the head of its answer."""
        unanswered = self._open is not None and self._open.printed and not self._open.responses
        return unanswered and block.text.rstrip().endswith(":") and len(block.text.split()) <= 2

    def close(self) -> None:
        """Ends the exchange and the turn that are open."""
        self._open = None
        self.end_turn()

    def end_turn(self) -> None:
        """Ends the turn, so that nothing more is added to it."""
        self._turn, self._asking = None, False

    def _enter_item(self, span: Span) -> None:
        item = item_at(self._doc, span.end_char - 1)
        if item != self._item:
            self._item, self._in_findings, self._floor, self._asker = item, False, (), ()
            self.close()

    def _continues(self, block: Block) -> bool:
        """Tells whether a new block may go on with the turn: a list under a lead-in, until the list is over."""
        turn = self._turn
        if self._asking:
            return block.kind == "bullet" or block.text[:1] in OPENING_QUOTES
        if turn is None or not turn.lead_in:
            return False
        if block.kind == "bullet":
            turn.listed = True
        return block.kind == "bullet" or not turn.listed

    def _hear_sentence(self, sentence: Span, block: Block) -> None:
        if self._asking and self._open is not None and block.kind != "bullet" and self._block > self._open.block:
            # `Cllr Hale asked:` and, in a paragraph of its own, the words in quotation marks.
            self._open.end = sentence.end_char
            return
        in_list = block.kind == "bullet" and self._turn is not None and self._turn.lead_in
        if self._reader.is_motion(sentence):
            self.close()
            return
        labelled = self._reader.read_labelled(sentence, self._index) if self._item is not None else ()
        utterances = labelled or self._reader.read(sentence, self._index)
        if in_list and not any(utterance.kind == "question" for utterance in utterances):
            utterances = ()
        if not utterances and not in_list:
            utterances = self._reader.read_printed(sentence, self._index)
        if not utterances and not in_list:
            utterances = self._reply(sentence)
        if not utterances and self._open is not None and not in_list and self._reader.may_ask(sentence, self._index):
            # What is said behind a question that cannot be read answers that one, and none before it.
            self.close()
        elif not utterances:
            self._go_on(sentence)
        before = self._floor
        for utterance in utterances[1:] if self._replies_to_open(utterances) else utterances:
            self._take(utterance)
            if utterance.kind == "question" and not set(before) & set(utterance.speakers) and len(utterances) == 2:
                # `In reply to the Clerk, he said …`: he is who spoke before, for the question names nobody else.
                self._floor = self._floor or before

    def _replies_to_open(self, utterances: tuple[Utterance, ...]) -> bool:
        """Tells whether `In reply to the queries raised, the CC said …` answers what was asked before."""
        if len(utterances) != 2 or self._open is None or self._open.responses:
            return False
        question, answer = utterances
        within = question.span.start <= answer.span.start and answer.span.end == question.span.end
        near = self._block - self._open.block <= _ANSWER_BLOCKS
        return near and within and question.kind == "question" and not (question.speakers or question.pronoun)

    def _reply(self, sentence: Span) -> tuple[Utterance, ...]:
        """Takes what one who asks nothing is said to do right behind a question for the reply, whatever the verb."""
        lead_in = self._turn is not None and self._turn.lead_in
        if self._open is None or lead_in or self._in_findings or self._block != self._open.block:
            return ()
        if not self._open.responses and (bare := self._reader.read_bare(sentence)):
            return bare
        if sentence[0].lower_ in self._reader.pronouns and not self._open.responses:
            return (Utterance("remark", "replied", sentence, pronoun=sentence[0].lower_),)
        subject = self._index.list_at(sentence.start)
        if subject is None or subject.end >= sentence.end or not _may_answer(sentence.doc[subject.end]):
            return ()
        speaking = self._turn.speakers if self._turn is not None else ()
        others = set(subject.actors) - self._askers - set(speaking)
        if len(others) < len(subject.actors) or any(actor.kind == "body" for actor in subject.actors):
            return ()
        return (Utterance("remark", "replied", sentence, subject.actors),)

    def _go_on(self, sentence: Span) -> None:
        if self._in_findings and self._open is not None and self._turn is None:
            leading = self._index.list_at(sentence.start)
            speakers, lead_in = leading.actors if leading else (), not self._answered_here
            self._answer(Turn("finding", speakers, *_chars(sentence), lead_in, self._listed))
        elif self._turn is not None and self._is_of_another(sentence):
            self.end_turn()
        elif self._turn is not None:
            self._turn.end = sentence.end_char
            if self._open is not None and self._turn in self._open.responses:
                self._open.block = self._block
            self._turn.lead_in |= _ends_in_colon(sentence)
        elif self._asking and self._open is not None and not self._open.responses:
            self._open.end = sentence.end_char
        elif self._open is not None and self._open.block == self._block:
            # Whoever wrote this down may mean it for the answer: what is asked behind it is another question.
            self._mergeable = False
        self._take_subject(sentence)

    def _is_of_another(self, sentence: Span) -> bool:
        """Tells whether a sentence behind an answer is none of it.

        It says how the answer left one who asked, `Cllr Ash remained concerned.`, or what somebody named does where
        nobody is known to answer.
        """
        subject = self._index.list_at(sentence.start)
        if self._open is None or self._turn not in self._open.responses or subject is None or self._in_findings:
            return False
        is_subject = subject.end < sentence.end and _may_be_verb(sentence.doc[subject.end])
        persons = all(actor.kind == "person" for actor in subject.actors)
        unknown = self._turn is not None and not self._turn.speakers and persons
        return is_subject and (unknown or set(subject.actors) <= set(self._open.askers))

    def _take_subject(self, sentence: Span) -> None:
        """Lets a later `he` or `she` stand for the one person who is the subject of a sentence that reports nothing."""
        subject = self._index.list_at(sentence.start)
        if subject is None or subject.end >= sentence.end or not _may_be_verb(sentence.doc[subject.end]):
            return
        if all(actor.kind == "person" for actor in subject.actors):
            self._floor = subject.actors

    def _take(self, utterance: Utterance) -> None:
        speakers = self._speakers(utterance)
        if utterance.kind == "question" and not self._is_retort(utterance, speakers):
            self._asker, self._asked_as = speakers or self._asker, utterance.pronoun
            self._ask(utterance, speakers)
        else:
            self._remark(utterance, speakers)
        if not utterance.pronoun or speakers:
            asked = (
                utterance.addressees
                or self._asked(utterance)
                or (self._floor if utterance.asked_pronoun == "they" else ())
            )
            self._floor = asked if utterance.kind == "question" else speakers

    def _is_retort(self, utterance: Utterance, speakers: tuple[Actor, ...]) -> bool:
        """Tells whether somebody doubts the question that is still open instead of answering it."""
        waiting = (
            self._open is not None
            and not self._open.responses
            and self._open.askers != speakers
            and self._open.block == self._block
        )
        return waiting and bool(speakers) and utterance.act in {"queried", "challenged"} and not utterance.addressees

    def _speakers(self, utterance: Utterance) -> tuple[Actor, ...]:
        """Resolves a pronoun to whoever had the floor, if number fits and the question is not put to the same.

        While an exchange is open, who asks by a pronoun is its asker, and who answers by one is whom it was put to or
        who answered before; right behind somebody else who put in a word, it may be either.
        """
        if not utterance.pronoun or utterance.speakers:
            return utterance.speakers
        if utterance.kind == "question" and self._intruder is not None and self._turn is self._intruder:
            return ()
        floor = self._asker if utterance.kind == "question" and self._open is not None else self._floor
        if utterance.pronoun not in self._reader.pronouns:
            return ()
        if utterance.kind == "question" and self._open is not None and self._is_other(floor, utterance.pronoun):
            # `Mr Ash asked the Clerk why. She reminded him … and asked …`: she is not the one who asked before.
            floor = self._open.addressees
        several = len(floor) > 1 or any(actor.kind == "body" for actor in floor)
        fits = several == (utterance.pronoun == "they") and not set(floor) & set(utterance.addressees)
        return floor if fits and all(self._genders.fits(actor, utterance.pronoun) for actor in floor) else ()

    def _is_other(self, asker: tuple[Actor, ...], pronoun: str) -> bool:
        """Tells whether `he` or `she` stands for another than the one who asked before."""
        changed = {self._asked_as, pronoun} == {"he", "she"}
        return changed or not all(self._genders.fits(actor, pronoun) for actor in asker)

    def _ask(self, utterance: Utterance, askers: tuple[Actor, ...]) -> None:
        start, end = _chars(utterance.span)
        before = self._turn
        self._turn, self._asking = None, _ends_in_colon(utterance.span)
        printed = not utterance.speakers and not utterance.pronoun
        if printed and not askers and utterance.span[-1].text == "?":
            askers = self._still_asking(utterance, before)
        free = printed and self._open is not None and self._open.block == self._block
        own_words = utterance.span[-1].text == "?"
        if free and self._open is not None and not self._open.responses and (own_words or not self._open.askers):
            self._open.end = end
            return
        same = self._mergeable and self._open is not None and not self._open.responses and self._open.askers == askers
        put_on = self._open is not None and utterance.addressees in ((), self._open.addressees)
        # Of two paragraphs in which nobody is said to ask, each may tell of somebody else.
        put_on = put_on and (bool(askers) or own_words or (self._open is not None and self._open.block == self._block))
        if same and put_on and self._open is not None and self._block - self._open.block <= 1:
            self._open.end, self._open.block = end, self._block
            self._open.addressees = self._open.addressees or utterance.addressees
            return
        addressees = tuple(actor for actor in utterance.addressees or self._asked(utterance) if actor not in askers)
        self._mergeable, self._in_findings = True, False
        self._open = OpenExchange(utterance.act, askers, addressees, start, end, self._block, printed)
        self.exchanges.append(self._open)
        self._askers.update(askers)

    def _asked(self, utterance: Utterance) -> tuple[Actor, ...]:
        """Resolves the pronoun in `She was asked whether …` to the one person who had the floor."""
        alone = len(self._floor) == 1 and self._floor[0].kind != "body"
        pronoun = utterance.asked_pronoun
        return self._floor if pronoun in {"he", "she"} and alone and self._genders.fits(self._floor[0], pronoun) else ()

    def _still_asking(self, utterance: Utterance, turn: Turn | None) -> tuple[Actor, ...]:
        """Gives who puts a free question behind a remark of his own: one who asks elsewhere and answers nothing."""
        if turn is None or not turn.speakers or set(turn.speakers) & set(utterance.addressees):
            return ()
        return turn.speakers if set(turn.speakers) <= self._askers - self._answerers else ()

    def _remark(self, utterance: Utterance, speakers: tuple[Actor, ...]) -> None:
        lead_in = self._in_findings or _ends_in_colon(utterance.span)
        turn = Turn(utterance.act, speakers, *_chars(utterance.span), lead_in, self._listed)
        if self._goes_on(utterance, speakers) and self._turn is not None:
            self._turn.end = turn.end
            self._turn.lead_in |= turn.lead_in
        elif not (speakers or utterance.pronoun or utterance.addressees or utterance.span[0].text.isupper()):
            self.end_turn()
        elif self._open is not None and self._is_asker_still(utterance):
            self._open.end = turn.end
        elif self._is_answer(turn) and not (self._is_new_thanks(utterance) or self._is_news_of_body(utterance, turn)):
            self._answer(turn)
        elif len(utterance.span) <= _DECISION_WORDS and self._is_decision(turn):
            self.end_turn()
        else:
            self._state(turn)

    def _is_asker_still(self, utterance: Utterance) -> bool:
        """Tells whether who raised a matter goes on: `Mrs Ash raised the issue of noise. She said that it …`."""
        if self._open is None or self._open.responses or self._open.addressees or self._turn is not None:
            return False
        asker = self._open.askers
        alone = len(asker) == 1 and asker[0].kind == "person" and self._open.block == self._block
        stated = utterance.act == "stated" and utterance.pronoun in {"he", "she"} and not utterance.speakers
        return alone and stated and self._genders.fits(asker[0], utterance.pronoun)

    def _goes_on(self, utterance: Utterance, speakers: tuple[Actor, ...]) -> bool:
        """Tells whether a remark goes on with the turn: its speaker is meant by a pronoun, or by the same as before."""
        before, self._said_as = self._said_as, utterance.pronoun
        same = self._turn is not None and self._turn.speakers == speakers
        unnamed = not before and utterance.pronoun in self._reader.pronouns
        return same and bool(utterance.pronoun) and (bool(speakers) or unnamed or before == utterance.pronoun)

    def _is_answer(self, turn: Turn) -> bool:
        """Tells whether a remark answers the open question: by another than the asker, and close enough behind it.

        In a new block, once there is an answer, only what follows one up (`The ACC added`) is another.
        """
        if self._open is None or set(turn.speakers) & set(self._open.askers):
            return False
        if self._open.responses and (self._is_decision(turn) or self._is_fellow(turn)):
            return False
        distance = self._block - self._open.block
        if distance and not (self._open.askers or self._open.addressees or self._open.printed):
            # Where nobody is said to ask, the next paragraph may be about anything.
            return False
        if distance and not self._in_findings and turn.act not in self._reader.following and self._is_apart(turn):
            return False
        if not self._open.responses or distance == 0:
            return distance <= _ANSWER_BLOCKS or self._in_findings
        return distance == 1 and (turn.act in self._reader.following or self._in_findings)

    def _is_fellow(self, turn: Turn) -> bool:
        """Tells whether one on the asker's side has his say about an answer that came from the other side."""
        if self._open is None or turn.act in self._reader.following or set(turn.speakers) & set(self._open.addressees):
            return False
        answered = [actor for response in self._open.responses for actor in response.speakers]
        fellow = self._sides.share(turn.speakers, self._open.askers) and not self._sides.share(turn.speakers, answered)
        return fellow and bool(answered)

    def _is_apart(self, turn: Turn) -> bool:
        """Tells whether a remark that does not say it answers begins a point or a matter of its own.

        That is the next entry of a lettered list, or somebody whom nobody asked brings up a matter.
        """
        if self._open is None or set(turn.speakers) & set(self._open.addressees):
            return False
        words = self._doc.char_span(turn.start, turn.end, alignment_mode="expand")
        return self._entry or (words is not None and self._reader.is_new_matter(words))

    def _is_new_thanks(self, utterance: Utterance) -> bool:
        """Tells whether somebody thanks or praises in a paragraph of his own, which answers nothing."""
        distant = self._open is not None and self._block > self._open.block
        return distant and not self._in_findings and self._reader.is_courtesy(utterance.span)

    def _is_news_of_body(self, utterance: Utterance, turn: Turn) -> bool:
        """Tells whether a body that nobody asked has said something outside: `The union has said that …`."""
        asked = set(self._open.addressees) if self._open is not None else set()
        bodies = bool(turn.speakers) and all(actor.kind == "body" for actor in turn.speakers)
        return bodies and not asked & set(turn.speakers) and self._reader.is_long_said(utterance.span)

    def _is_decision(self, turn: Turn) -> bool:
        """Tells whether a body that nobody asked is said to take note: `The Board noted the report`."""
        heard = {actor for response in self._open.responses for actor in response.speakers} if self._open else set()
        bodies = bool(turn.speakers) and all(actor.kind == "body" for actor in turn.speakers)
        asked = self._open.addressees if self._open else ()
        return (
            bodies
            and turn.act == "acknowledged"
            and not heard & set(turn.speakers)
            and not set(asked) & set(turn.speakers)
        )

    def _answer(self, turn: Turn) -> None:
        if self._open is not None:
            new = turn.act == "stated" and not set(turn.speakers) & (self._answerers | set(self._open.addressees))
            self._intruder = turn if self._open.responses and new else None
            self._open.responses.append(turn)
            self._answerers.update(turn.speakers)
            self._open.block = self._block
        self._turn, self._asking = turn, False

    def _state(self, turn: Turn) -> None:
        apart = self._open is not None and self._block > self._open.block and self._is_apart(turn)
        if self._open is not None and (
            self._open.responses or apart or self._block - self._open.block > _ANSWER_BLOCKS
        ):
            self._open = None
        self._turn, self._asking = turn, False
        if turn.speakers:
            self.statements.append(turn)


def _may_answer(token: Token) -> bool:
    """Tells whether an answer may stand behind a name: a verb, or a dash as in `AB – by May`."""
    return _may_be_verb(token) or token.text in {"–", "—", "-"}


def _may_be_verb(token: Token) -> bool:
    """Tells whether a verb may stand behind a name, rather than `to`, `and`, a comma or a possessive."""
    return token.is_alpha and token.is_lower and token.text not in {"to", "and", "or", "of", "for", "with"}


def _from_char(span: Span, char: int) -> Span | None:
    """Gives the tokens of a span that begin at a character of the `Doc` or behind it."""
    start = next((token.i for token in span if token.idx >= char), span.end)
    return span.doc[start : span.end] if start < span.end else None


def _chars(span: Span) -> tuple[int, int]:
    return span.start_char, span.end_char


def _ends_in_colon(span: Span) -> bool:
    return text_in(span).rstrip().endswith((":", ":-"))
