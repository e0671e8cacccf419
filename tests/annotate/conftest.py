"""Gives the annotate tests a way to run chosen components over a few lines of made-up minutes."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graph_loader.annotate.pipeline import annotate
from graph_loader.model.layout import Layout
from graph_loader.model.record import Meeting, Person
from graph_loader.read import read_bytes

PEOPLE = (
    Person(name="Ada Moss", role="Police and Crime Commissioner", aliases=("PCC",), attendance="present"),
    Person(name="Ben Hale", role="Chief Constable", aliases=("CC",), attendance="present"),
    Person(name="Cy Dunn", role="Assistant Chief Constable", aliases=("ACC", "CD"), attendance="present"),
    Person(name="Eve Tarn", role="Councillor", attendance="present"),
)

Annotate = Callable[..., Doc]


@pytest.fixture(scope="session")
def annotate_lines() -> Annotate:
    """Gives `run(text, *components, people=…, stand_in=…, meeting=…)`, which annotates the text as a file would be."""

    known: dict[str, Any] = {}

    # Registered once: of two components with one name spaCy keeps the first.
    @Language.component("known_people")
    def known_people(doc: Doc) -> Doc:
        doc._.people, doc._.stand_in, doc._.meeting = known["people"], known["stand_in"], known["meeting"]
        return doc

    def run(
        text: str,
        *components: str,
        people: Sequence[Person] = PEOPLE,
        stand_in: str | None = "Norland Police",
        meeting: Meeting | None = None,
        profile: str = "uk-policing",
    ) -> Doc:
        nlp = spacy.blank("en")
        known.update(people=tuple(people), stand_in=stand_in, meeting=meeting or Meeting(date="2020-03-03"))
        nlp.add_pipe("known_people")
        for name in components:
            import_module(f"graph_loader.annotate.{name.removeprefix('kg_')}")
            nlp.add_pipe(name, config={"profile": profile})
        layout: Layout = read_bytes(text.encode(), "minutes.txt")
        return annotate(nlp, layout)

    return run
