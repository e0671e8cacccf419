"""Builds the spaCy pipeline of a profile and runs it over layouts."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from graph_loader.annotate.extensions import BLOCKS, TEXT, char_span, joined_text
from graph_loader.annotate.tokens import make_doc
from graph_loader.annotate.trained import NONE, find_trained
from graph_loader.model.layout import Layout

# In this order: each component says in `requires` what an earlier one must have assigned; `kg_x` lives in module `x`.
COMPONENTS = (
    "kg_sentences",
    "kg_meeting",
    "kg_attendance",
    "kg_people",
    "kg_dates",
    "kg_bodies",
    "kg_programmes",
    "kg_actors",
    "kg_agenda",
    "kg_speech_acts",
    "kg_commitments",
)


@cache
def build_pipeline(profile: str, model: str = NONE) -> Language:
    """Builds the rule pipeline of the named profile, with a trained pipeline to help; one object for one choice.

    `model` names an installed package or is `auto` or `none`. Raises KgError when there is no such package.
    """
    nlp = spacy.blank("en")
    nlp.max_length = 50_000_000
    for name in COMPONENTS:
        import_module(f"graph_loader.annotate.{name.removeprefix('kg_')}")
        nlp.add_pipe(name, config={"profile": profile})
    if find_trained(model) is not None:
        nlp.add_pipe("kg_subjects", before="kg_speech_acts", config={"model": model})
    return nlp


def annotate(nlp: Language, layout: Layout) -> Doc:
    """Annotates one layout."""
    text = joined_text(layout)
    doc = make_doc(nlp, text)
    doc.user_data[TEXT] = text
    doc._.layout = layout
    doc.spans[BLOCKS] = SpanGroup(doc, name=BLOCKS, spans=list(_block_spans(doc, layout)))
    with _uncollected():
        for _, component in nlp.pipeline:
            doc = component(doc)
    return doc


@contextmanager
def _uncollected() -> Iterator[None]:
    """Lets no cycles be looked for meanwhile: one document makes few, and looking takes a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _block_spans(doc: Doc, layout: Layout) -> Iterator[Span]:
    char = 0
    for block in layout.blocks:
        yield char_span(doc, char, char + len(block.text))
        char += len(block.text) + 1
