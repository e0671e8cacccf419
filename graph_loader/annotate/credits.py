"""Reads who asks and who answers in brackets behind a question or answer with a label: `Q: Is it new? (AB)`."""

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorList
from graph_loader.annotate.hearing import Hearing
from graph_loader.annotate.open_exchange import Turn
from graph_loader.annotate.remarks import add_answer

_CLOSING = {"(": ")", "[": "]"}


def take_credit(hearing: Hearing, sentence: Span) -> Span | None:
    """Takes the names in brackets at the head of a sentence for who asked or answered; gives what stands behind.

    That is so only right behind a question or an answer that has a label and nobody's name.
    """
    found = _in_brackets(hearing, sentence)
    if found is None or not hearing.may_credit or hearing.distance:
        return sentence
    question, turn = hearing.open, hearing.turn
    if turn is not None and (not turn.speakers or turn.act == "finding"):
        # `A: The Board pays. (AB)`: whom the answer begins with does not give it.
        turn.speakers = found.actors
        hearing.answerers.update(found.actors)
    elif question is not None and question.printed and not (question.askers or question.responses):
        question.askers = found.actors
        hearing.askers.update(found.actors)
    else:
        return sentence
    rest = sentence.doc[found.end + 1 : sentence.end]
    while len(rest) and rest[0].is_punct and rest[0].text not in _CLOSING:
        rest = rest[1:]
    return _take_labelled_answer(hearing, rest) if len(rest) else None


def _in_brackets(hearing: Hearing, sentence: Span) -> ActorList | None:
    """Gives the people whom brackets at the head of a sentence name, if they hold nothing else."""
    closing = _CLOSING.get(sentence[0].text)
    found = hearing.index.list_at(sentence.start + 1) if closing and len(sentence) > 2 else None
    if found is None or found.end >= sentence.end or sentence.doc[found.end].text != closing:
        return None
    return None if any(actor.kind == "body" for actor in found.actors) else found


def _take_labelled_answer(hearing: Hearing, rest: Span) -> Span | None:
    """Takes in the answer that goes on in the same paragraph behind `A:`; gives back what is none."""
    label = hearing.label.strip()
    is_answer = len(rest) > 2 and rest[0].text == f"A{label[1:].rstrip(':.')}" and rest[1].text in {":", "."}
    if not is_answer or hearing.open is None or hearing.open.responses:
        return rest
    words = rest[2:]
    add_answer(hearing, Turn("finding", (), words.start_char, words.end_char))
    return None
