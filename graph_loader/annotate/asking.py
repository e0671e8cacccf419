"""Takes in the questions that are heard: each opens an exchange, unless it goes on with the one that is open."""

from spacy.tokens import Span

from graph_loader.annotate.extensions import char_span
from graph_loader.annotate.floor import asked_of
from graph_loader.annotate.hearing import Hearing, chars_of, ends_in_colon
from graph_loader.annotate.open_exchange import OpenExchange, Turn
from graph_loader.annotate.phrases import folded_words
from graph_loader.annotate.question_sources import asked_in
from graph_loader.annotate.utterance import Utterance
from graph_loader.model.record import Actor

_ASKING = frozenset({"whether", "if", "why"})


def is_retort(hearing: Hearing, utterance: Utterance, speakers: tuple[Actor, ...]) -> bool:
    """Tells whether somebody doubts the question that is still open instead of answering it.

    Of those who came for the same body as the asker, who queried `whether` or `why` asks another.
    """
    question = hearing.open
    if question is not None and _ASKING & set(folded_words(utterance.span)):
        homes = {person.name: person.organisation for person in hearing.doc._.people}
        asking = {homes.get(actor.name) for actor in question.askers} - {None}
        if asking & {homes.get(actor.name) for actor in speakers}:
            return False
    waiting = question is not None and not question.responses and question.askers != speakers and hearing.distance == 0
    return waiting and bool(speakers) and utterance.act in {"queried", "challenged"} and not utterance.addressees


def is_appeal(hearing: Hearing, utterance: Utterance) -> bool:
    """Tells whether who answers calls on others: `He said that it was so, and he urged members to write.`"""
    turn, question, signs = hearing.turn, hearing.open, hearing.reader.signs
    if question is None or utterance.act != "requested" or utterance.speakers:
        return False
    pronoun = utterance.pronoun or signs.asking_pronoun(utterance.span)
    if pronoun not in {"he", "she"}:
        return False
    if turn is None:
        return not question.responses and hearing.distance == 0 and signs.says_first(utterance.span)
    goes_on = hearing.said_as in {"", pronoun} and not set(utterance.addressees) & set(turn.speakers)
    fits = all(hearing.genders.fits(actor, pronoun) for actor in turn.speakers)
    return goes_on and fits and turn in question.responses


def take_question(hearing: Hearing, utterance: Utterance, askers: tuple[Actor, ...]) -> None:
    """Takes in a question by whom the words or a pronoun name."""
    hearing.asker, hearing.asked_as = askers or hearing.asker, utterance.pronoun
    start, end = chars_of(utterance.span)
    before = hearing.turn
    hearing.turn, hearing.asking = None, ends_in_colon(utterance.span)
    is_free = not (utterance.speakers or utterance.pronoun or utterance.by_somebody)
    is_printed = is_free and utterance.is_own_words
    if is_printed and not askers:
        askers = hearing.listers or _still_asking(hearing, utterance, before)
    if hearing.asking and not hearing.listed:
        hearing.listers = askers
    question = hearing.open
    if is_free and question is not None and _is_part_of(hearing, question, utterance):
        question.end = end
        return
    if question is not None and _goes_on(hearing, question, utterance, askers):
        question.end, question.block = end, hearing.block
        question.addressees = question.addressees or utterance.addressees
        return
    addressees = tuple(actor for actor in asked_of(hearing, utterance) if actor not in askers)
    hearing.mergeable, hearing.in_findings = True, False
    strange, may_ask = utterance.to_stranger, before.speakers if before and is_printed and not askers else ()
    opened = OpenExchange(utterance.act, askers, addressees, start, end, hearing.block, is_printed, strange, may_ask)
    _open(hearing, opened)


def _is_part_of(hearing: Hearing, question: OpenExchange, utterance: Utterance) -> bool:
    """Tells whether a question with no asker of its own belongs to the one in front of it, which has no answer yet."""
    told_alike = not question.askers and question.act == utterance.act
    return hearing.distance == 0 and not question.responses and (utterance.is_own_words or told_alike)


def _goes_on(hearing: Hearing, question: OpenExchange, utterance: Utterance, askers: tuple[Actor, ...]) -> bool:
    """Tells whether the same asker goes on with the open question, which nobody has answered yet.

    Of two paragraphs in which nobody is said to ask, each may tell of somebody else.
    """
    same = hearing.mergeable and not question.responses and question.askers == askers
    put_on = utterance.addressees in ((), question.addressees) and utterance.to_stranger <= question.to_stranger
    is_alike = utterance.is_own_words or (hearing.distance == 0 and question.act == utterance.act)
    told = bool(askers) or (is_alike and not utterance.by_somebody)
    return same and put_on and told and hearing.distance <= 1


def _still_asking(hearing: Hearing, utterance: Utterance, turn: Turn | None) -> tuple[Actor, ...]:
    """Gives who puts a free question behind a remark of his own.

    That is who is quoted behind a label, else one who asks elsewhere, or is there to ask, and answers nothing.
    """
    if turn is None or not turn.speakers or set(turn.speakers) & set(utterance.addressees):
        return ()
    speakers = set(turn.speakers)
    if turn.direct or speakers <= hearing.askers - hearing.answerers:
        return turn.speakers
    is_thanks = hearing.reader.signs.is_courtesy(char_span(hearing.doc, turn.start, turn.end))
    may_ask = hearing.sides.scrutinise(turn.speakers) and not speakers & hearing.answerers and not is_thanks
    return turn.speakers if may_ask else ()


def ask_in_writing(hearing: Hearing, words: Span, askers: tuple[Actor, ...]) -> None:
    """Opens the exchange of a written question, by the one whom the line before its words names."""
    hearing.close()
    hearing.in_findings, hearing.mergeable, hearing.read_to = True, False, words.end_char
    hearing.asker, hearing.floor = askers, ()
    addressees = asked_in(words, hearing.index)
    _open(hearing, OpenExchange("asked", askers, addressees, *chars_of(words), hearing.block, printed=True))


def _open(hearing: Hearing, question: OpenExchange) -> None:
    hearing.open = question
    hearing.exchanges.append(question)
    hearing.askers.update(question.askers)
