"""Tells which remarks answer the open question: by another than the asker, close enough, and not about a new matter."""

from graph_loader.annotate.agenda import item_at
from graph_loader.annotate.hearing import Hearing
from graph_loader.annotate.open_exchange import OpenExchange, Turn
from graph_loader.annotate.utterance import Utterance
from graph_loader.model.record import Actor

_REPLIES = frozenset({"responded", "replied"})
_CONSENTS = _REPLIES | {"acknowledged", "confirmed"}
ANSWER_BLOCKS = 2
"""How many blocks behind a question its answer may begin."""


def answers(hearing: Hearing, utterance: Utterance, turn: Turn) -> bool:
    """Tells whether a remark answers the open question, rather than give thanks or tell what a body said outside."""
    says_so = turn.act in _REPLIES or hearing.reader.signs.is_reply(utterance.span)
    if not _is_answer(hearing, turn, says_so or turn.act in hearing.reader.following):
        return False
    if not says_so and (_is_of_another(hearing, turn) or _is_by_unknown(hearing, utterance, turn)):
        return False
    if _is_noting(hearing, utterance, turn) or hearing.reader.signs.is_bare_noting(utterance.span):
        return False
    if hearing.reader.signs.is_unasked(utterance.span):
        return False
    if _is_support(hearing, utterance, turn):
        return False
    return not (_is_new_thanks(hearing, utterance) or _is_news_of_body(hearing, utterance, turn))


def _is_support(hearing: Hearing, utterance: Utterance, turn: Turn) -> bool:
    """Tells whether one who sits beside the asker takes his stand: `Cllr Ash supported this and said …`."""
    question = hearing.open
    if question is None or set(turn.speakers) & set(question.addressees):
        return False
    return hearing.sides.share(turn.speakers, question.askers) and hearing.reader.signs.is_support(utterance.span)


def _is_answer(hearing: Hearing, turn: Turn, replies: bool) -> bool:
    """Tells whether a remark may be an answer, by who makes it, where it stands, and whether it says that it replies.

    In a new block, once there is an answer, only what follows one up (`The ACC added`) is another.
    """
    question, distance = hearing.open, hearing.distance
    if question is None or set(turn.speakers) & {*question.askers, *question.may_ask}:
        return False
    if question.responses:
        aside = is_decision(hearing, turn) or _is_fellow(hearing, question, turn)
    else:
        last = hearing.turn.speakers if hearing.turn is not None else ()
        asker_went_on = bool(last) and set(last) <= set(question.askers)
        aside = not replies and asker_went_on and is_say_of_fellow(hearing, question, turn)
    if aside:
        return False
    if distance and not hearing.in_findings and turn.act == "added" and _goes_on_reporting(hearing, question, turn):
        return False
    if distance and not hearing.in_findings and not replies and _is_elsewhere(hearing, question, turn):
        return False
    if not question.responses or distance == 0:
        return distance <= ANSWER_BLOCKS or hearing.in_findings
    return distance == 1 and (replies or hearing.in_findings)


def _goes_on_reporting(hearing: Hearing, question: OpenExchange, turn: Turn) -> bool:
    """Tells whether `AB added` in another paragraph goes on with what AB said before anything was asked.

    He has answered nothing of what is open, nor is he asked.
    """
    if set(turn.speakers) & (_heard(question) | set(question.addressees)):
        return False
    item = item_at(hearing.doc, question.start)
    said = (each for each in hearing.statements if each.start < question.start and each.speakers == turn.speakers)
    return any(item_at(hearing.doc, each.start) == item for each in said)


def _is_elsewhere(hearing: Hearing, question: OpenExchange, turn: Turn) -> bool:
    """Tells whether a remark in another paragraph, which does not say that it replies, is about something else.

    Where nobody is said to ask, that may be anything; who sits beside the asker and holds no post has a say of his own.
    """
    if not (question.askers or question.addressees or question.printed):
        return True
    fellow = hearing.sides.share(turn.speakers, question.askers) and hearing.sides.hold_no_post(turn.speakers)
    return (fellow and not set(turn.speakers) & set(question.addressees)) or is_apart(hearing, turn)


def _is_of_another(hearing: Hearing, turn: Turn) -> bool:
    """Tells whether somebody else than who was asked to do a thing speaks in another paragraph.

    Where nobody was, whoever speaks there must consent, if one of those who meet asks, and not all of them. What the
    meeting asks somebody to do (`Mr Ash was asked to write`) no other answers in the same paragraph either.
    """
    question = hearing.open
    if question is None or hearing.in_findings or question.act != "requested":
        return False
    if hearing.distance == 0 and (question.askers or not question.addressees):
        return False
    if not question.addressees:
        return turn.act not in _CONSENTS and all(actor.kind == "person" for actor in question.askers)
    return not set(turn.speakers) & set(question.addressees)


def _is_by_unknown(hearing: Hearing, utterance: Utterance, turn: Turn) -> bool:
    """Tells whether `he` or `she` has a say about an answer and cannot be who gave it: that may be who asked."""
    answered = bool(hearing.open and hearing.open.responses)
    return answered and utterance.pronoun in {"he", "she"} and not turn.speakers


def _is_fellow(hearing: Hearing, question: OpenExchange, turn: Turn) -> bool:
    """Tells whether one on the asker's side has his say about an answer that came from the other side."""
    if turn.act in _REPLIES | {"added"} or set(turn.speakers) & set(question.addressees):
        return False
    answered, asking_side = _heard(question), hearing.sides.are_asking_side
    if asking_side(question.askers) and asking_side(turn.speakers):
        return bool(answered) and not any(asking_side((actor,)) for actor in answered)
    if turn.act in hearing.reader.following:
        return False
    share = hearing.sides.share
    is_fellow = share(turn.speakers, question.askers) and not share(turn.speakers, answered)
    return bool(answered) and is_fellow and not hearing.sides.are_in_charge(turn.speakers)


def is_say_of_fellow(hearing: Hearing, question: OpenExchange, turn: Turn) -> bool:
    """Tells whether one who is there to ask, as the asker is, has a say: it answers only if nobody else does."""
    sides = hearing.sides
    both = sides.scrutinise(question.askers) and sides.scrutinise(turn.speakers) and turn.act == "stated"
    return both and sides.hold_no_post(turn.speakers) and not set(turn.speakers) & set(question.addressees)


def is_apart(hearing: Hearing, turn: Turn) -> bool:
    """Tells whether a remark that does not say it answers begins a point or a matter of its own.

    That is the next entry of a lettered list, or somebody whom nobody asked brings up a matter.
    """
    if hearing.open is None or set(turn.speakers) & set(hearing.open.addressees):
        return False
    words = hearing.doc.char_span(turn.start, turn.end, alignment_mode="expand")
    return hearing.entry or (words is not None and hearing.reader.signs.is_new_matter(words))


def _is_new_thanks(hearing: Hearing, utterance: Utterance) -> bool:
    """Tells whether somebody thanks or praises in a paragraph of his own, or behind an answer, and answers nothing."""
    if hearing.open is not None and hearing.open.responses and not hearing.in_findings:
        return hearing.reader.signs.is_courtesy(utterance.span)
    return hearing.distance > 0 and not hearing.in_findings and hearing.reader.signs.is_courtesy(utterance.span)


def _is_noting(hearing: Hearing, utterance: Utterance, turn: Turn) -> bool:
    """Tells whether a body that nobody asked takes note: `Members noted the report`; what it agreed may be a reply."""
    return is_decision(hearing, turn) and hearing.reader.signs.is_noting(utterance.span)


def _is_news_of_body(hearing: Hearing, utterance: Utterance, turn: Turn) -> bool:
    """Tells whether a body that nobody asked has said something outside: `The union has said that …`."""
    return _is_unasked_body(hearing, turn) and hearing.reader.signs.is_long_said(utterance.span)


def is_decision(hearing: Hearing, turn: Turn) -> bool:
    """Tells whether a body that nobody asked is said to take note: `The Board noted the report`."""
    heard = _heard(hearing.open) if hearing.open is not None else set()
    return turn.act == "acknowledged" and not heard & set(turn.speakers) and _is_unasked_body(hearing, turn)


def _is_unasked_body(hearing: Hearing, turn: Turn) -> bool:
    asked = set(hearing.open.addressees) if hearing.open is not None else set()
    bodies = bool(turn.speakers) and all(actor.kind == "body" for actor in turn.speakers)
    return bodies and not asked & set(turn.speakers)


def _heard(question: OpenExchange) -> set[Actor]:
    return {actor for response in question.responses for actor in response.speakers}
