"""Takes in the remarks that are heard: each goes on with the turn, answers the open question, or is a statement."""

from spacy.tokens import Span

from graph_loader.annotate.answering import ANSWER_BLOCKS, answers, is_apart, is_decision, is_say_of_fellow
from graph_loader.annotate.hearing import Hearing, chars_of, ends_in_colon
from graph_loader.annotate.open_exchange import OpenExchange, Turn
from graph_loader.annotate.utterance import Utterance
from graph_loader.model.record import Actor

_DECISION_WORDS = 8
"""How long at most a sentence is that says only that a body took note: `The Board noted the report`."""


def take_remark(hearing: Hearing, utterance: Utterance, speakers: tuple[Actor, ...]) -> None:
    """Takes in a remark by whom the words or a pronoun name."""
    lead_in = hearing.in_findings or ends_in_colon(utterance.span)
    turn = Turn(utterance.act, speakers, *chars_of(utterance.span), lead_in, hearing.listed, utterance.is_direct)
    if _goes_on(hearing, utterance, speakers) and hearing.turn is not None:
        hearing.turn.end = turn.end
        hearing.turn.lead_in |= turn.lead_in
    elif not (speakers or utterance.pronoun or utterance.addressees or utterance.span[0].text.isupper()):
        hearing.end_turn()
    elif hearing.open is not None and _is_asker_still(hearing, utterance, speakers):
        if not _may_be_prior(hearing, utterance):
            hearing.open.end = turn.end
    elif answers(hearing, utterance, turn):
        add_answer(hearing, turn)
    elif len(utterance.span) <= _DECISION_WORDS and is_decision(hearing, turn):
        hearing.end_turn()
    else:
        _state(hearing, utterance.span, turn)


def _goes_on(hearing: Hearing, utterance: Utterance, speakers: tuple[Actor, ...]) -> bool:
    """Tells whether a remark goes on with the turn: its speaker is meant by a pronoun, or by the same as before."""
    before, hearing.said_as, hearing.said_by = hearing.said_as, utterance.pronoun, speakers
    same = hearing.turn is not None and hearing.turn.speakers == speakers
    unnamed = not before and utterance.pronoun in hearing.reader.pronouns
    return same and bool(utterance.pronoun) and (bool(speakers) or unnamed or before == utterance.pronoun)


def _is_asker_still(hearing: Hearing, utterance: Utterance, speakers: tuple[Actor, ...]) -> bool:
    """Tells whether who raised a matter goes on: `Mrs Ash raised the issue of noise. She said that it …`."""
    question = hearing.open
    if question is None or question.responses or question.addressees or hearing.turn is not None:
        return False
    asker = question.askers
    if speakers not in ((), asker):
        return False
    alone = len(asker) == 1 and asker[0].kind == "person" and hearing.distance == 0
    stated = utterance.act == "stated" and utterance.pronoun in {"he", "she"} and not utterance.speakers
    return alone and stated and hearing.genders.fits(asker[0], utterance.pronoun)


def _may_be_prior(hearing: Hearing, utterance: Utterance) -> bool:
    """Tells whether `she` may be who spoke before the question as well as who asked it: `AB said no. CD asked why.`"""
    prior = hearing.prior
    return len(prior) == 1 and prior[0].kind != "body" and hearing.genders.fits(prior[0], utterance.pronoun)


def add_answer(hearing: Hearing, turn: Turn) -> None:
    """Adds a turn to the answers of the open question, which its turn it is to speak."""
    if hearing.open is not None:
        _take_back(hearing, hearing.open, turn)
        new = turn.act == "stated" and not set(turn.speakers) & (hearing.answerers | set(hearing.open.addressees))
        hearing.intruder = turn if hearing.open.responses and new else None
        hearing.open.responses.append(turn)
        hearing.answerers.update(turn.speakers)
        hearing.open.block = hearing.block
    hearing.turn, hearing.asking = turn, False


def _take_back(hearing: Hearing, question: OpenExchange, turn: Turn) -> None:
    """Makes statements of what others who are there to ask had to say, once somebody answers who is not."""
    if not turn.speakers or hearing.sides.scrutinise(turn.speakers):
        return
    said = [response for response in question.responses if is_say_of_fellow(hearing, question, response)]
    question.responses[:] = [response for response in question.responses if response not in said]
    hearing.statements += said
    hearing.answerers.difference_update(speaker for response in said for speaker in response.speakers)


def _state(hearing: Hearing, span: Span, turn: Turn) -> None:
    question, distance = hearing.open, hearing.distance
    apart = distance > 0 and (is_apart(hearing, turn) or hearing.reader.signs.is_courtesy(span))
    if question is not None and (question.responses or apart or distance > ANSWER_BLOCKS):
        hearing.open = None
    hearing.turn, hearing.asking = turn, False
    if turn.speakers:
        hearing.statements.append(turn)
