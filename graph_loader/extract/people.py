"""Completes the people of a document: to which organisation each belongs, and as what the minutes name them."""

from collections.abc import Iterable
from dataclasses import replace
from re import split

from spacy.tokens import Doc

from graph_loader.annotate.profile import Profile
from graph_loader.extract.privacy import acting_people, privacy_of
from graph_loader.model.ids import fold, name_key
from graph_loader.model.record import Body, Person

_STAND_IN = "@stand_in"
_PARTS = r" (?:for|to|of) (?:the )?|, | [-–—] |/"


def people_of(doc: Doc, profile: Profile) -> tuple[Person, ...]:
    """Gives the annotated people classed; one with no organisation printed gets the one of the post, or none."""
    finder = _OrganisationOfPost(doc._.bodies, doc._.stand_in, profile)
    acting = acting_people(doc._.exchanges, doc._.statements, doc._.commitments)
    placed = (
        person if person.organisation or not person.role else replace(person, organisation=finder.find(person.role))
        for person in doc._.people
    )
    return tuple(replace(person, privacy=privacy_of(person, acting, profile.roles)) for person in placed)


class _OrganisationOfPost:
    """Holds which post belongs to which body of one document."""

    def __init__(self, bodies: Iterable[Body], stand_in: str | None, profile: Profile) -> None:
        self._bodies = {
            name_key(form): body.name
            for body in bodies
            if body.kind == "organisation"
            for form in (body.name, *body.aliases)
        }
        self._acting = [fold(word) for word in profile.roles.acting]
        self._titles = {fold(short): fold(title) for title, shorts in profile.roles.titles.items() for short in shorts}
        self._posts: dict[str, str | None] = {}
        for organisation, titles in profile.organisations.posts.items():
            known = (organisation, *profile.organisations.known.get(organisation, ()))
            printed = next((self._bodies[key] for key in map(name_key, known) if key in self._bodies), organisation)
            name = stand_in if organisation == _STAND_IN else printed
            self._posts |= {fold(title): name for title in titles}

    def find(self, role: str) -> str | None:
        """Gives the organisation of a role; None when no part of the role tells, or two parts tell differently."""
        parts = [self._plain(part) for part in split(_PARTS, role)]
        named = {self._bodies[name_key(part)] for part in parts if name_key(part) in self._bodies}
        told = named or {name for part in parts if (name := self._posts.get(part))}
        return next(iter(told)) if len(told) == 1 else None

    def _plain(self, part: str) -> str:
        """Folds one part of a role, drops that it is acting and spells a short title out."""
        words = fold(part).split()
        while words and words[0] in self._acting:
            words = words[1:]
        plain = " ".join(words)
        return self._titles.get(plain, plain)
