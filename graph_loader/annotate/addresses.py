"""Tells by which of `Mr`, `Mrs`, `Dr` and the like a document addresses somebody, and who can be meant by one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from graph_loader.annotate.profile import Profile
from graph_loader.model.record import Person

_REACH = 40
"""How many characters before a name the titles in front of it are looked for."""
_MARKS = "().,*"


class Addresses:
    """Holds the titles in front of the names of one document, as its text prints them."""

    def __init__(self, text: str, profile: Profile) -> None:
        self._text = text
        roles = profile.roles
        ranks = {
            word.casefold() for rank, short in roles.ranks.items() for form in (rank, *short) for word in form.split()
        }
        self._honorifics = {word.casefold() for word in roles.honorifics}
        self._titles = ranks | self._honorifics
        self._pronouns = {word.casefold(): pronoun for word, pronoun in profile.speech.title_pronouns.items()}

    def narrowed(self, people: Mapping[int, Person], printed: str) -> list[int]:
        """Gives the keys of those whom a printed name with its titles can mean.

        Whom the document calls `Mr` cannot be meant by `Mrs`; of several it is the one who alone bears the title.
        """
        said = set(self._among(printed.split()))
        if not said:
            return [*people]
        borne = {key: self._borne(person) for key, person in people.items()}
        gender = self._told(said)
        fitting = [key for key in people if not gender or gender & (self._told(borne[key]) or gender)]
        alike = [key for key in fitting if said & borne[key]]
        return alike if len(alike) == 1 else fitting

    def _told(self, titles: Iterable[str]) -> set[str]:
        return {self._pronouns[title] for title in titles if title in self._pronouns}

    def _borne(self, person: Person) -> set[str]:
        """Gives the titles in front of the places that name a person."""
        before = (self._text[max(0, mark.start - _REACH) : mark.start].split() for mark in person.mentions)
        return {title for words in before for title in self._among(reversed(words))}

    def _among(self, words: Iterable[str]) -> Iterator[str]:
        """Yields the forms of address among the titles with which words begin."""
        bare = (word.strip(_MARKS).casefold() for word in words)
        return (word for word in takewhile(self._titles.__contains__, bare) if word in self._honorifics)
