"""Hears one sentence after another: what is asked or said in it, or to whose words it belongs."""

from dataclasses import replace

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorList
from graph_loader.annotate.answering import ANSWER_BLOCKS
from graph_loader.annotate.asking import is_appeal, is_retort, take_question
from graph_loader.annotate.credits import take_credit
from graph_loader.annotate.extensions import block_span_of, text_in
from graph_loader.annotate.floor import pass_floor, speakers_of, take_subject
from graph_loader.annotate.hearing import Hearing, chars_of, ends_in_colon
from graph_loader.annotate.open_exchange import Turn
from graph_loader.annotate.remarks import add_answer, take_remark
from graph_loader.annotate.utterance import Utterance
from graph_loader.annotate.words import DASHES, words_of
from graph_loader.model.layout import Block

_TO_DO = frozenset({"to", "would", "will"})
"""Words behind somebody's name that say what he is to do."""
_HEADING_WORDS = 6
"""How soon in a sentence the colon stands behind what it is about."""


def hear_sentence(hearing: Hearing, sentence: Span, block: Block) -> None:
    """Takes in the next sentence."""
    if hearing.asking and hearing.open is not None and not hearing.listed and hearing.distance > 0:
        # `Cllr Hale asked:` and, in a paragraph of its own, the words in quotation marks.
        hearing.open.end, hearing.open.block = sentence.end_char, hearing.block
        return
    if hearing.reader.signs.is_motion(sentence) or hearing.reader.signs.is_bare_decision(sentence):
        hearing.close()
        return
    if hearing.reader.signs.is_movement(sentence):
        _interrupt(hearing, sentence)
        return
    if hearing.reader.signs.is_procedure(sentence):
        hearing.end_turn()
        return
    rest = take_credit(hearing, sentence)
    if rest is None:
        return
    sentence = without_heading(hearing, rest)
    in_list = block.kind == "bullet" and hearing.turn is not None and hearing.turn.lead_in
    utterances = _utterances(hearing, sentence, in_list) or _listed(hearing, sentence, block)
    if utterances:
        _take_all(hearing, utterances)
    elif hearing.open is not None and not in_list and hearing.reader.may_ask(sentence, hearing.index):
        # What is said behind a question that cannot be read answers that one, and none before it.
        hearing.close()
        take_subject(hearing, sentence)
    else:
        _go_on(hearing, sentence)


def without_heading(hearing: Hearing, sentence: Span) -> Span:
    """Gives a sentence without the few words of what it is about: `Bonfires: Mr Ash said …`."""
    head = words_of(sentence.doc).texts[sentence.start : min(sentence.end, sentence.start + _HEADING_WORDS)]
    if ":" not in head[1:] or hearing.index.list_at(sentence.start) is not None:
        return sentence
    colon = sentence.start + head.index(":", 1)
    rest = sentence.doc[colon + 1 : sentence.end]
    if not len(rest):
        return sentence
    subject = hearing.subject_of(rest)
    if subject is None or any(actor.kind == "body" for actor in subject.actors):
        return sentence
    label = text_in(sentence.doc[sentence.start : colon])
    if hearing.labels.decisions.alone(label):
        return sentence
    if not hearing.labels.actions.alone(label):
        return rest
    # `Action 4: the Clerk agreed to write` is the action, `Action 4: the Clerk said …` what came of it.
    heard = hearing.reader.read(rest, hearing.index)
    return rest if heard and heard[0].act != "acknowledged" else sentence


def _interrupt(hearing: Hearing, sentence: Span) -> None:
    """Lets who comes or goes end the turn, not the question; `he` then is nobody, but for one who comes to present."""
    is_first = hearing.turn is None and hearing.open is None
    hearing.end_turn()
    hearing.floor, hearing.thanked = (), None
    if is_first:
        take_subject(hearing, sentence)


def _utterances(hearing: Hearing, sentence: Span, in_list: bool) -> tuple[Utterance, ...]:
    """Gives what is asked or said in a sentence; in a list under a lead-in, which is one turn, only what is asked."""
    reader, index = hearing.reader, hearing.index
    labelled = reader.read_labelled(sentence, index) if hearing.item is not None else ()
    utterances = labelled or (() if in_list else _reply_behind_dash(hearing, sentence)) or reader.read(sentence, index)
    if in_list:
        return utterances if any(utterance.kind == "question" for utterance in utterances) else ()
    return utterances or reader.read_printed(sentence, index) or _reply(hearing, sentence)


def _listed(hearing: Hearing, sentence: Span, block: Block) -> tuple[Utterance, ...]:
    """Reads `- how it was spent.` in a list of what somebody asks, behind an answer to what stands before it."""
    question = hearing.open
    if not hearing.listers or question is None or not question.responses or question.askers != hearing.listers:
        return ()
    is_first = block.kind == "bullet" and sentence.start_char == block_span_of(sentence).start_char
    asks = is_first and sentence[0].lower_ in hearing.reader.clauses
    return (Utterance("question", "asked", sentence, hearing.listers),) if asks else ()


def _take_all(hearing: Hearing, utterances: tuple[Utterance, ...]) -> None:
    before = hearing.floor
    hearing.outside &= bool(utterances[0].pronoun)
    if hearing.outside and _asks_stranger(hearing, utterances[0]):
        return
    for utterance in utterances[1:] if _replies_to_open(hearing, utterances) else utterances:
        _take(hearing, utterance)
        is_answered = utterance.kind == "question" and utterance is utterances[0] and len(utterances) == 2
        if is_answered and not set(before) & set(utterance.speakers):
            # `In reply to the Clerk, he said …`: he is who spoke before, for the question names nobody else.
            hearing.floor = hearing.floor or before


def _asks_stranger(hearing: Hearing, utterance: Utterance) -> bool:
    """Tells whether a question on a visit is put to somebody whom nobody knows."""
    is_put_to_nobody = utterance.kind == "question" and not utterance.addressees
    return is_put_to_nobody and hearing.reader.signs.asks_stranger(utterance.span)


def _take(hearing: Hearing, utterance: Utterance) -> None:
    if is_appeal(hearing, utterance):
        utterance = replace(utterance, kind="remark", act="stated", addressees=())
        speakers = hearing.turn.speakers if hearing.turn is not None else speakers_of(hearing, utterance)
    else:
        speakers = speakers_of(hearing, utterance)
    if utterance.kind == "question" and not is_retort(hearing, utterance, speakers):
        take_question(hearing, utterance, speakers)
    else:
        take_remark(hearing, utterance, speakers)
    pass_floor(hearing, utterance, speakers)


def _replies_to_open(hearing: Hearing, utterances: tuple[Utterance, ...]) -> bool:
    """Tells whether `In reply to the queries raised, the CC said …` answers what was asked before."""
    if len(utterances) != 2 or hearing.open is None or hearing.open.responses:
        return False
    question, answer = utterances
    within = question.span.start <= answer.span.start and answer.span.end == question.span.end
    near = hearing.distance <= ANSWER_BLOCKS
    return near and within and question.kind == "question" and not (question.speakers or question.pronoun)


def _reply(hearing: Hearing, sentence: Span) -> tuple[Utterance, ...]:
    """Takes what one who asks nothing is said to do right behind a question for the reply, whatever the verb."""
    question, turn = hearing.open, hearing.turn
    if question is None or (turn is not None and turn.lead_in) or hearing.in_findings or hearing.distance:
        return ()
    if not question.responses and (bare := hearing.reader.read_bare(sentence)):
        return bare
    pronoun = sentence[0].lower_
    if pronoun in hearing.reader.pronouns and pronoun != hearing.asked_as and not question.responses:
        return (Utterance("remark", "replied", sentence, pronoun=pronoun),)
    subject = hearing.subject_of(sentence)
    if subject is None or hearing.reader.signs.is_brought_in(sentence.doc[subject.end : sentence.end]):
        return ()
    return _replied_by(hearing, sentence, subject)


def _reply_behind_dash(hearing: Hearing, sentence: Span) -> tuple[Utterance, ...]:
    """Reads `AB – by May.` right behind a question: a reply, whatever verbs stand in it."""
    subject, question = hearing.index.list_at(sentence.start), hearing.open
    if subject is None or subject.end >= sentence.end or question is None or hearing.in_findings or hearing.distance:
        return ()
    if sentence.doc[subject.end].text not in DASHES or set(subject.actors) & set(question.askers):
        return ()
    return (Utterance("remark", "replied", sentence, subject.actors),)


def _replied_by(hearing: Hearing, sentence: Span, subject: ActorList) -> tuple[Utterance, ...]:
    """Takes a sentence for the reply of its subject, unless that is one who asks or speaks already, or a body."""
    speaking = hearing.turn.speakers if hearing.turn is not None else ()
    others = set(subject.actors) - hearing.askers - set(speaking)
    if len(others) < len(subject.actors) or any(actor.kind == "body" for actor in subject.actors):
        return ()
    return (Utterance("remark", "replied", sentence, subject.actors),)


def _go_on(hearing: Hearing, sentence: Span) -> None:
    """Adds a sentence in which nothing is said to be asked or said to the turn or the question that it belongs to."""
    question, turn = hearing.open, hearing.turn
    if _ends_for_another(hearing, sentence):
        return
    if hearing.in_findings and question is not None and turn is None:
        leading = hearing.index.list_at(sentence.start)
        speakers, lead_in = leading.actors if leading else (), not hearing.answered_here
        add_answer(hearing, Turn("finding", speakers, *chars_of(sentence), lead_in, hearing.listed))
    elif turn is not None and _is_none_of(hearing, turn, sentence):
        hearing.end_turn()
    elif turn is not None:
        turn.end = sentence.end_char
        if (pronoun := sentence[0].lower_) in {"he", "she"} and len(turn.speakers) == 1:
            hearing.said_as, hearing.said_by = pronoun, turn.speakers
        if question is not None and turn in question.responses:
            question.block = hearing.block
        turn.lead_in |= ends_in_colon(sentence)
    elif hearing.asking and question is not None and not question.responses:
        question.end, question.block = sentence.end_char, hearing.block
    elif question is not None and hearing.distance == 0 and not question.responses and sentence[-1].text == "?":
        # `Ms Ash had two questions. First, was it new?`
        question.end = sentence.end_char
    elif question is not None and hearing.distance == 0:
        # Whoever wrote this down may mean it for the answer: what is asked behind it is another question.
        hearing.mergeable = False
    hearing.outside |= hearing.reader.signs.is_of_visit(sentence)
    take_subject(hearing, sentence)


def _ends_for_another(hearing: Hearing, sentence: Span) -> bool:
    """Ends what is said where others bring up what concerns them, or somebody is let speak; tells whether it does."""
    answered = hearing.open is not None and bool(hearing.open.responses)
    if (answered or hearing.turn is not None) and hearing.reader.signs.is_raised(sentence):
        # An answer is over, and so is what it answered.
        if answered:
            hearing.close()
        hearing.end_turn()
        return True
    subject = hearing.subject_of(sentence)
    if subject is None or not hearing.reader.signs.is_brought_in(sentence.doc[subject.end : sentence.end]):
        return False
    # `Mr Ash was invited to speak.`: whoever asked before does so no more.
    hearing.close()
    take_subject(hearing, sentence)
    return True


def _is_none_of(hearing: Hearing, turn: Turn, sentence: Span) -> bool:
    """Tells whether a sentence that says nothing itself is no part of what is being said."""
    return (
        _is_of_another(hearing, turn, sentence)
        or _acts_another(hearing, turn, sentence)
        or _is_to_act(hearing, turn, sentence)
        or _is_of_other_sex(hearing, turn, sentence)
    )


def _is_to_act(hearing: Hearing, turn: Turn, sentence: Span) -> bool:
    """Tells whether a sentence says what another is to do, or what those who meet did: `Mr Ash would write to them.`"""
    if turn.lead_in or hearing.in_findings:
        return False
    if hearing.reader.signs.is_of_meeting(sentence):
        return True
    subject = hearing.subject_of(sentence)
    if subject is None or set(subject.actors) & set(turn.speakers):
        return False
    return all(actor.kind == "person" for actor in subject.actors) and sentence.doc[subject.end].lower_ in _TO_DO


def _is_of_other_sex(hearing: Hearing, turn: Turn, sentence: Span) -> bool:
    """Tells whether `He …` stands behind what she says, or was said as `she`."""
    pronoun = sentence[0].lower_
    if pronoun not in {"he", "she"} or len(turn.speakers) != 1 or turn.lead_in:
        return False
    said_as = hearing.said_as if hearing.said_by == turn.speakers else ""
    return not hearing.genders.fits(turn.speakers[0], pronoun) or {said_as, pronoun} == {"he", "she"}


def _acts_another(hearing: Hearing, turn: Turn, sentence: Span) -> bool:
    """Tells whether a sentence behind a statement tells what another does in the meeting: `Cllr Ash stood over it.`

    What somebody `had done` or `was` is part of what the statement tells.
    """
    question, subject = hearing.open, hearing.subject_of(sentence)
    if subject is None or not turn.speakers or turn.lead_in or (question is not None and turn in question.responses):
        return False
    others = all(actor.kind == "person" and actor not in turn.speakers for actor in subject.actors)
    verb = sentence.doc[subject.end].lower_
    return others and (verb == "did" or hearing.reader.signs.is_deed(verb))


def _is_of_another(hearing: Hearing, turn: Turn, sentence: Span) -> bool:
    """Tells whether a sentence behind an answer is none of it.

    It says how the answer left one who asked, `Cllr Ash remained concerned.`, or what somebody named does where
    nobody is known to answer.
    """
    question, subject = hearing.open, hearing.subject_of(sentence)
    if question is None or turn not in question.responses or subject is None or hearing.in_findings:
        return False
    unknown = not turn.speakers and all(actor.kind == "person" for actor in subject.actors)
    return unknown or set(subject.actors) <= set(question.askers)
