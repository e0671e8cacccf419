"""Holds an exchange in the making: the question, and the turns of those who answer it."""

from dataclasses import asdict, dataclass, field

from spacy.tokens import Doc

from graph_loader.annotate.agenda import item_at
from graph_loader.annotate.extensions import evidence_at
from graph_loader.model.record import Actor, Exchange, Response, Statement


@dataclass(slots=True)
class Turn:
    """Is one speaker's run of words: characters of the `Doc`; `lead_in` when it ended in a colon so far.

    It is `direct` when a label in front of it makes the words the speaker's own.
    """

    act: str
    speakers: tuple[Actor, ...]
    start: int
    end: int
    lead_in: bool = False
    listed: bool = False
    direct: bool = False

    def response(self, doc: Doc) -> Response:
        """Gives it as an answer."""
        mark = evidence_at(doc, self.start, self.end, f"speech.{self.act}")
        return Response(**asdict(mark), speakers=self.speakers)

    def statement(self, doc: Doc) -> Statement:
        """Gives it as a remark that answers nothing."""
        mark = evidence_at(doc, self.start, self.end, f"speech.{self.act}")
        return Statement(**asdict(mark), item=item_at(doc, self.start), act=self.act, speakers=self.speakers)


@dataclass(slots=True)
class OpenExchange:
    """Is a question and what has been answered so far; `printed` when the minutes give the asker's own words."""

    act: str
    askers: tuple[Actor, ...]
    addressees: tuple[Actor, ...]
    start: int
    end: int
    block: int
    printed: bool
    to_stranger: bool = False
    """Is set when it is put to somebody whom no list names, so that who answers first need not be the one asked."""
    may_ask: tuple[Actor, ...] = ()
    """Holds who made the remark in front of a question that nobody is said to ask, and so may ask it."""
    responses: list[Turn] = field(default_factory=list)

    def exchange(self, doc: Doc, id: str) -> Exchange:
        """Gives it as it stands; where nobody is said to be asked, that is who answers first."""
        stated = bool(self.addressees)
        first = self.responses[0].speakers if self.responses and not self.to_stranger else ()
        mark = evidence_at(
            doc, self.start, self.end, "speech.printed_question" if self.printed else f"speech.{self.act}"
        )
        return Exchange(
            **asdict(mark),
            id=id,
            item=item_at(doc, self.start),
            act=self.act,
            askers=self.askers,
            addressees=self.addressees or tuple(actor for actor in first if actor not in self.askers),
            addressees_stated=stated,
            responses=tuple(turn.response(doc) for turn in self.responses),
        )
