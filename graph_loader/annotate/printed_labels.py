"""Reads the labels that minutes print in front of questions and answers: `Q1.`, `A1.`, `Findings:`, `Response:`."""

from spacy.tokens import Span

from graph_loader.annotate.extensions import text_in
from graph_loader.annotate.hearing import Hearing
from graph_loader.annotate.labels import question_label
from graph_loader.annotate.sentences import sentences_of
from graph_loader.model.layout import Block

_DIGITS = "0123456789"
_LABEL_WORDS = 2
"""How many words a label has at most that stands alone behind a printed question, whatever it says."""


def heads_findings(hearing: Hearing, block: Block) -> bool:
    """Tells whether a block is the label of an answer: a known one, or any short one behind a printed question."""
    if hearing.labels.findings.alone(block.text):
        return True
    question = hearing.open
    unanswered = question is not None and question.printed and not question.responses
    return unanswered and block.text.rstrip().endswith(":") and len(block.text.split()) <= _LABEL_WORDS


def behind_label(hearing: Hearing, span: Span) -> list[Span]:
    """Gives the sentences of a block, without the label of a question or an answer that runs in: `A: It is`."""
    sentences, text = sentences_of(span), text_in(span)
    at = hearing.labels.findings.head(text) if hearing.open is not None else None
    label = question_label(text)
    if at is None:
        at = _labelled_part(hearing, label, text)
    else:
        hearing.in_findings = True
    hearing.label = label
    hearing.may_credit = bool(label) or (at is not None and text.startswith("A"))
    if at is None:
        return sentences
    return [part for each in sentences if (part := _from_char(each, span.start_char + at)) is not None]


def _labelled_part(hearing: Hearing, label: str, text: str) -> int | None:
    """Gives where the words behind `Q. ` begin, and those behind the `A. ` of its answer, which its block ends."""
    if label:
        hearing.in_findings = False
        hearing.end_turn()
        return len(label)
    before = hearing.label
    # `Q4. ` may be answered behind `A4. ` or behind `A. `.
    forms = [f"A{rest}" for rest in (before[1:], before[1:].lstrip(_DIGITS)) if rest.strip()]
    answered = next((form for form in forms if text.startswith(form) and len(text) > len(form)), "")
    is_answer = bool(answered)
    if is_answer or hearing.answered_here:
        hearing.in_findings, hearing.answered_here = is_answer, is_answer
    return len(answered) if is_answer else None


def _from_char(span: Span, char: int) -> Span | None:
    """Gives the tokens of a span that begin at a character of the `Doc` or behind it."""
    start = next((token.i for token in span if token.idx >= char), span.end)
    return span.doc[start : span.end] if start < span.end else None
