"""Says what one reported act in a sentence is: a question or a remark, by whom, to whom."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorIndex
from graph_loader.annotate.phrases import folded_words
from graph_loader.annotate.questions import Question
from graph_loader.annotate.sentences import QUOTE_ENDS
from graph_loader.annotate.speakers import Sentence
from graph_loader.model.record import Actor

NOBODY = "it"
"""The pronoun of a remark that is made by somebody, though nobody can say by whom."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Is one reported act in a sentence; `pronoun` is set when the speaker is only `he`, `she` or `they`."""

    kind: Literal["question", "remark"]
    act: str
    span: Span
    speakers: tuple[Actor, ...] = ()
    pronoun: str = ""
    addressees: tuple[Actor, ...] = ()
    asked_pronoun: str = ""
    by_somebody: bool = False
    """Is set when a question is put by somebody whom nobody can name."""
    is_direct: bool = False
    """Is set when the words are the speaker's own, behind a label."""
    not_by: tuple[Actor, ...] = ()
    """Holds who speaks before in the same sentence, and whom a pronoun here does not mean."""
    to_stranger: bool = False
    """Is set when a question is put to somebody whom no list names."""

    @property
    def is_own_words(self) -> bool:
        """Tells whether a question is printed as it was put."""
        return self.span[-1].text == "?" or self.span[-1].text in QUOTE_ENDS


def sentence_of(span: Span, index: ActorIndex) -> Sentence:
    """Makes a sentence of its words and the actors that are named in it."""
    return Sentence(span, folded_words(span), index)


def asked_by(asked: Question) -> Utterance:
    """Makes the utterance of a question that was read."""
    return Utterance(
        "question",
        asked.act,
        asked.span,
        asked.askers,
        asked.pronoun,
        asked.addressees,
        asked.asked_pronoun,
        asked.by_somebody,
        to_stranger=asked.to_stranger,
    )
