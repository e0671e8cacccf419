"""Finds who asked whom what and what was answered, and the attributed remarks that are neither.

The speech of minutes is reported in order, so one pass keeps the open exchange and the turn that is being spoken:
a remark by somebody else than the asker answers, sentences without a speaker belong to the turn before them.
"""

from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph_loader.annotate.agenda import behind_heading, item_at
from graph_loader.annotate.asking import ask_in_writing
from graph_loader.annotate.extensions import blocks_of
from graph_loader.annotate.genders import genders_of
from graph_loader.annotate.hearing import Hearing, SpeechLabels
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.listening import hear_sentence, without_heading
from graph_loader.annotate.notices import is_agenda, is_of_page
from graph_loader.annotate.printed_labels import behind_label, heads_findings
from graph_loader.annotate.profile import load_profile
from graph_loader.annotate.question_sources import OPENING_QUOTES, own_words
from graph_loader.annotate.sentences import sentences_of
from graph_loader.annotate.sides import Sides
from graph_loader.annotate.utterances import UtteranceReader
from graph_loader.model.layout import Block

_LABEL_WORDS = 4
"""How many words at most a heading behind a written answer has."""


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
    labels = SpeechLabels(
        findings=Labels(loaded.speech.findings),
        actions=Labels([*loaded.commitments.action_labels, *loaded.commitments.next_step_labels]),
        decisions=Labels(loaded.commitments.resolution_labels),
    )

    def speech_acts(doc: Doc) -> Doc:
        genders, sides = genders_of(doc, loaded), Sides(doc._.people, loaded.roles)
        hearing = Hearing(doc, doc._.actors, reader, labels, genders, sides)
        for span, block in blocks_of(doc):
            hear_block(hearing, span, block)
        hearing.close()
        doc._.statements = tuple(turn.statement(doc) for turn in hearing.statements)
        found = [open_.exchange(doc, "") for open_ in hearing.exchanges]
        kept = [each for at, each in enumerate(found) if not is_of_page(found, doc._.statements, at)]
        doc._.exchanges = tuple(replace(each, id=f"x{i}") for i, each in enumerate(kept, 1))
        if is_agenda(doc):
            doc._.exchanges = ()
        return doc

    return speech_acts


def hear_block(hearing: Hearing, span: Span, block: Block) -> None:
    """Takes in the next block."""
    hearing.block += 1
    if block.kind == "action_column" or span.end_char <= hearing.read_to:
        return
    _enter_item(hearing, span)
    if _is_label(hearing, span, block):
        return
    if hearing.labels.decisions.head(block.text) is not None:
        hearing.close()
    if not _continues(hearing, block):
        hearing.end_turn()
    hearing.outside = False
    if not _is_entry(block):
        hearing.listers = ()
    if _take_written_question(hearing, span, block):
        return
    hearing.listed = block.kind == "bullet" or (_is_entry(block) and (hearing.asking or bool(hearing.listers)))
    hearing.entry = hearing.listed and any(map(str.isalnum, block.marker))
    for sentence in behind_label(hearing, span):
        rest = behind_heading(sentence)
        if rest is not None:
            hear_sentence(hearing, rest, block)


def _enter_item(hearing: Hearing, span: Span) -> None:
    item = item_at(hearing.doc, span.end_char - 1)
    if item != hearing.item:
        hearing.item, hearing.in_findings, hearing.floor, hearing.asker = item, False, (), ()
        hearing.prior = ()
        hearing.thanked = None
        hearing.close()


def _is_label(hearing: Hearing, span: Span, block: Block) -> bool:
    """Takes in the label of an answer, of a decision or of an action; tells whether the block is one."""
    actions = hearing.labels.actions
    if heads_findings(hearing, block):
        hearing.in_findings, hearing.turn = hearing.open is not None, None
    elif hearing.labels.decisions.alone(block.text):
        hearing.close()
    elif hearing.in_findings and block.text.rstrip().endswith(":") and len(block.text.split()) <= _LABEL_WORDS:
        # `Supplementary questions:` behind a written answer.
        hearing.end_turn()
        hearing.in_findings = False
    elif actions.alone(block.text) or (actions.head(block.text) is not None and not _is_told(hearing, span)):
        hearing.end_turn()
        hearing.in_findings, hearing.mergeable = False, False
    else:
        return False
    return True


def _is_told(hearing: Hearing, span: Span) -> bool:
    """Tells whether a block with the label of an action begins with who tells what came of it."""
    first = next(iter(sentences_of(span)))
    return without_heading(hearing, first) is not first


def _continues(hearing: Hearing, block: Block) -> bool:
    """Tells whether a new block may go on with the turn: a list under a lead-in, until the list is over."""
    turn = hearing.turn
    if hearing.asking:
        return _is_entry(block) or block.text[:1] in OPENING_QUOTES
    if turn is None or not turn.lead_in:
        return False
    if block.kind == "bullet":
        turn.listed = True
    return block.kind == "bullet" or not turn.listed


def _is_entry(block: Block) -> bool:
    """Tells whether a block is a bullet, or has a number or a letter in front: `2.`, `(b)`, but not `4.2`."""
    mark = block.marker.strip("().")
    return block.kind == "bullet" or mark.isdigit() or (len(mark) == 1 and mark.isalpha())


def _take_written_question(hearing: Hearing, span: Span, block: Block) -> bool:
    """Takes in a line that says from whom a written question comes, or its words; tells whether it is one."""
    source = hearing.reader.read_source(span, hearing.index)
    if source is not None and source.end >= span.end:
        hearing.close()
        hearing.source = source
        return True
    source, hearing.source = source or hearing.source, None
    words = own_words(span.doc[max(span.start, source.end) : span.end]) if source is not None else None
    if source is None or words is None or hearing.reader.read(words, hearing.index):
        return False
    ask_in_writing(hearing, words, source.askers)
    for sentence in sentences_of(span):
        if sentence.start >= words.end:
            hear_sentence(hearing, sentence, block)
    return True
