"""Tells for which people `he` and for which `she` may stand, by the forms of address that the minutes print."""

from collections.abc import Iterable, Mapping

from graph_loader.model.record import Actor, Person

_LONGEST_TITLE = 12


class Genders:
    """Holds the pronoun of each person whom `Mr`, `Mrs` or the like tells; all others may be either."""

    def __init__(self, people: Iterable[Person], titles: Mapping[str, str], text: str = "") -> None:
        self._pronouns: dict[str, set[str]] = {}
        for person in people:
            words = {word.rstrip(".") for form in (person.role or "", *person.aliases) for word in form.split()}
            words |= {before for mark in person.mentions if (before := _word_before(text, mark.start))}
            self._pronouns[person.name] = {titles[word] for word in words if word in titles}

    def fits(self, actor: Actor, pronoun: str) -> bool:
        """Tells whether `he` or `she` may stand for somebody; any other pronoun may."""
        known = self._pronouns.get(actor.name, set())
        return pronoun not in {"he", "she"} or not known or pronoun in known


def _word_before(text: str, start: int) -> str:
    """Gives the word that stands right before a place, without its stop: the Mr of `Mr. Hale`."""
    words = text[max(0, start - _LONGEST_TITLE) : start].split()
    return words[-1].rstrip(".") if words else ""
