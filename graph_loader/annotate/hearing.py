"""Holds what is being said where a document is heard: the open exchange, the turn, and who has the floor."""

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.actors import ActorIndex, ActorList
from graph_loader.annotate.extensions import text_in
from graph_loader.annotate.genders import Genders
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.open_exchange import OpenExchange, Turn
from graph_loader.annotate.question_sources import QuestionSource
from graph_loader.annotate.sides import Sides
from graph_loader.annotate.thanks import Thanked
from graph_loader.annotate.utterances import UtteranceReader
from graph_loader.annotate.words import words_of
from graph_loader.model.record import Actor

_APPOSED_WORDS = 8


@dataclass(frozen=True, slots=True)
class SpeechLabels:
    """Holds the labels that part what is said from what is recorded."""

    findings: Labels
    actions: Labels
    decisions: Labels


@dataclass(slots=True)
class Hearing:
    """Is one document while it is heard block by block: what was found so far, and what is being said."""

    doc: Doc
    index: ActorIndex
    reader: UtteranceReader
    labels: SpeechLabels
    genders: Genders
    sides: Sides
    exchanges: list[OpenExchange] = field(default_factory=list)
    statements: list[Turn] = field(default_factory=list)
    open: OpenExchange | None = None
    turn: Turn | None = None
    asking: bool = False
    """Is set while the words of a question may go on: behind a colon."""
    floor: tuple[Actor, ...] = ()
    """Holds whom a pronoun may mean."""
    told_of: bool = False
    """Is set where the floor is that of one who is only told of since somebody spoke."""
    prior: tuple[Actor, ...] = ()
    """Holds who spoke right before the open question was put, and may be `she` who answers it."""
    thanked: Thanked | None = None
    """Holds whom the sentence thanks, or brings in, whose subject has the floor."""
    outside: bool = False
    """Is set while a visit before the meeting is told of, on which `she asked` somebody."""
    asked_as: str = ""
    said_as: str = ""
    """Hold the pronouns by which somebody last asked and last spoke."""
    said_by: tuple[Actor, ...] = ()
    """Holds who last spoke, by whatever words."""
    asker: tuple[Actor, ...] = ()
    askers: set[Actor] = field(default_factory=set)
    answerers: set[Actor] = field(default_factory=set)
    intruder: Turn | None = None
    """Is the last turn of somebody who put in a word behind the answer of another."""
    mergeable: bool = True
    """Tells whether a further question of the same asker goes on with the open one."""
    item: str | None = None
    block: int = 0
    listed: bool = False
    listers: tuple[Actor, ...] = ()
    """Holds who puts the questions of a list, behind `Members asked the following:`."""
    entry: bool = False
    """Tells whether the block is an entry of a list with letters or numbers."""
    in_findings: bool = False
    label: str = ""
    answered_here: bool = False
    may_credit: bool = False
    """Is set in a block with the label of a question or answer, where names in brackets say whose it is."""
    source: QuestionSource | None = None
    read_to: int = 0

    @property
    def distance(self) -> int:
        """Gives how many blocks lie between here and the open exchange, none when there is none."""
        return self.block - self.open.block if self.open is not None else 0

    def close(self) -> None:
        """Ends the exchange and the turn that are open."""
        self.open = None
        self.end_turn()

    def end_turn(self) -> None:
        """Ends the turn, so that nothing more is added to it."""
        self.turn, self.asking = None, False

    def _apposed(self, sentence: Span) -> ActorList | None:
        """Gives who is named between commas behind a few small words: `A resident, Mr Ash, was invited to speak`."""
        words = words_of(sentence.doc)
        if words.lowers[sentence.start] not in {"a", "an", "another", "one"}:
            return None
        head = range(sentence.start, min(sentence.end, sentence.start + _APPOSED_WORDS))
        comma = next((at for at in head if words.texts[at] == ","), None)
        if comma is None:
            return None
        found = self.index.list_at(comma + 1)
        closed = found is not None and found.end + 1 < sentence.end and sentence.doc[found.end].text == ","
        return replace(found, end=found.end + 1) if found is not None and closed else None

    def subject_of(self, sentence: Span) -> ActorList | None:
        """Gives the actors at the head of a sentence, if a verb may follow them."""
        subject = self.index.list_at(sentence.start) or self._apposed(sentence)
        is_subject = subject is not None and subject.end < sentence.end and may_be_verb(sentence.doc[subject.end])
        return subject if is_subject else None


def may_be_verb(token: Token) -> bool:
    """Tells whether a verb may stand behind a name, rather than `to`, `and`, a comma or a possessive."""
    return token.is_alpha and token.is_lower and token.text not in {"to", "and", "or", "of", "for", "with"}


def chars_of(span: Span) -> tuple[int, int]:
    """Gives where a span begins and ends, in characters of the `Doc`."""
    return span.start_char, span.end_char


def ends_in_colon(span: Span) -> bool:
    """Tells whether a sentence leads in what follows it."""
    return text_in(span).rstrip().endswith((":", ":-"))
