"""Tells who at a meeting speaks for another body than the one held to account, and whether the meeting is theirs."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graph_loader.annotate.profile import Profile
from graph_loader.annotate.profile_structure import STAND_IN
from graph_loader.model.record import Actor


class Guests:
    """Holds the people and posts of one document for whom its stand-in does not answer."""

    def __init__(self, doc: Doc, profile: Profile) -> None:
        posts = profile.organisations.posts
        self._own_titles = posts.get(STAND_IN, [])
        self._titles = [title for name, titles in posts.items() if name != STAND_IN for title in titles]
        self._titles += profile.commitments.outside_posts
        self._ranks = frozenset(profile.roles.ranks)
        self._nouns = frozenset(noun.casefold() for noun in profile.organisations.stand_ins)
        self._people = frozenset(self._named(doc)) if doc._.stand_in else frozenset()
        self._own = frozenset(
            Actor(person.name, "person") for person in doc._.people if self._is_own(person.role or "")
        )
        series = (doc._.meeting.series or "").casefold() if doc._.meeting else ""
        self.is_theirs = any(word in series.split() for word in profile.commitments.outside_meetings)
        """Tells whether the meeting is one of another body, which has matters of its own: an audit committee."""

    def __contains__(self, actor: Actor) -> bool:
        """Tells whether an actor is known to be of another body."""
        return actor in self._people or (actor.kind == "post" and self.is_outside(actor.name))

    def is_outside(self, role: str) -> bool:
        """Tells whether a role is a post of another body: the Panel's Treasurer."""
        return not self._is_own(role) and any(title in role for title in self._titles)

    def is_own(self, actor: Actor) -> bool:
        """Tells whether an actor is known to belong to the body held to account."""
        return actor in self._own or (actor.kind == "post" and self._is_own(actor.name))

    def tells_of_own(self, sentence: Span) -> bool:
        """Tells whether a sentence speaks of the body held to account, or of one of its officers."""
        named = {actor for found in sentence.doc._.actors.within(sentence) for actor in found.actors}
        is_named = any(self.is_own(actor) for actor in named)
        return is_named or any(token.lower_ in self._nouns for token in sentence)

    def _is_own(self, role: str) -> bool:
        return any(title in role for title in self._own_titles)

    def _named(self, doc: Doc) -> Iterator[Actor]:
        """Yields the people of whom the document shows that they belong to another body.

        Another organisation is printed beside them, or they bear a rank, as councillors and police officers do, or hold
        a post of another body, and hold none of the body's posts.
        """
        names = _names(doc)
        for person in doc._.people:
            role = person.role or ""
            ranked = any(part in self._ranks for part in role.split(", ")) and not self._is_own(role)
            elsewhere = person.organisation is not None and person.organisation not in names
            if elsewhere or ranked or self.is_outside(role):
                yield Actor(person.name, "person")


def _names(doc: Doc) -> set[str]:
    """Gives what the body held to account is called."""
    aliases = {alias for body in doc._.bodies for alias in body.aliases if body.name == doc._.stand_in}
    return aliases | ({doc._.stand_in} if doc._.stand_in else set())
