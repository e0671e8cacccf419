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
from graph_loader.model.record import Commitment, Meeting, Person
from graph_loader.read import read_bytes

PEOPLE = (
    Person(name="Ada Moss", role="Police and Crime Commissioner", aliases=("PCC",), attendance="present"),
    Person(name="Ben Hale", role="Chief Constable", aliases=("CC",), attendance="present"),
    Person(name="Cy Dunn", role="Assistant Chief Constable", aliases=("ACC", "CD"), attendance="present"),
    Person(name="Eve Tarn", role="Councillor", attendance="present"),
)
PCC, CC, ACC = (person.name for person in PEOPLE[:3])
FORCE = "Norland Police"
COUNCIL = (
    Person(name="Ann Costa", role="Councillor", attendance="present"),
    Person(name="Bob Oakes", role="Councillor", attendance="present"),
    Person(name="Dee Firth", role="Surveyor", attendance="present"),
    Person(name="Joy Lunn", role="Clerk", attendance="present"),
)
FORUM = (
    Person(name="Bill Tennant", role="Trader", aliases=("Mr Tennant",), attendance="present"),
    Person(name="Effie Dow", role="Convener", aliases=("Convener",), attendance="present"),
    Person(name="Nazia Rahman", role="Surveyor", aliases=("Ms Rahman",), attendance="present"),
    Person(name="Mark Leckie", role="Warden", aliases=("Mr Leckie",), attendance="present"),
)
SPEECH = ("kg_sentences", "kg_actors", "kg_agenda", "kg_speech_acts")
"""The components that speech acts need, and they themselves."""
COMMITMENTS = ("kg_sentences", "kg_dates", "kg_actors", "kg_agenda", "kg_speech_acts", "kg_commitments")
"""The components that commitments need, and they themselves."""

Annotate = Callable[..., Doc]
Plain = tuple[str, list[str], str | None]
"""A commitment as the tests tell of it: kind, owners, due date."""
Heard = tuple[str, list[str], list[str], list[list[str]]]
"""An exchange as the tests tell of it: act, askers, addressees, the speakers of each answer."""


def exchanges(doc: Doc) -> list[Heard]:
    """Gives the exchanges of a document, with names for people."""
    return [
        (
            x.act,
            [actor.name for actor in x.askers],
            [actor.name for actor in x.addressees],
            [[actor.name for actor in response.speakers] for response in x.responses],
        )
        for x in doc._.exchanges
    ]


def plain(found: Commitment) -> Plain:
    """Gives a commitment with names for people."""
    return found.kind, [actor.name for actor in found.owners], found.due_date


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
        stand_in: str | None = FORCE,
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
