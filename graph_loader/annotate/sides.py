"""Tells which people sit on one side of the table, by the rank that the minutes print with their names."""

from collections.abc import Collection, Iterable

from graph_loader.model.record import Actor, Person

_CHAIRS = ("Chair", "Chairman", "Chairperson", "Chairwoman", "Vice-Chair", "Vice Chair", "Vice-Chairman")


class Sides:
    """Holds the ranks of each person: two councillors sit on one side, a councillor and an inspector do not.

    `scrutineers` are the titles of those who hold others to account, in groups; the first group of which somebody is
    there counts: a commissioner does so before his force, but not before a panel of councillors.
    """

    def __init__(
        self, people: Collection[Person], ranks: Collection[str], scrutineers: Iterable[Collection[str]] = ()
    ) -> None:
        there = [person for person in people if person.attendance == "present"]
        groups = ({person.name for person in there if _bears(person, titles)} for titles in scrutineers)
        self._scrutineers = next((names for names in groups if names), set())
        self._posts = {person.name for person in people if person.role and set(person.role.split(", ")) - set(ranks)}
        self._in_charge = {
            person.name for person in people if set((person.role or "").split(", ")) - {*ranks, *_CHAIRS, ""}
        }
        self._ranks = {
            person.name: frozenset(part for part in (person.role or "").split(", ") if part in ranks)
            for person in people
        }

    def share(self, some: Collection[Actor], others: Iterable[Actor]) -> bool:
        """Tells whether each of some, of whom there is one at least, bears a rank that one of the others bears."""
        borne = {rank for actor in others for rank in self._ranks_of(actor)}
        return bool(some) and all(borne & self._ranks_of(actor) for actor in some)

    def hold_no_post(self, actors: Iterable[Actor]) -> bool:
        """Tells whether nobody among some holds a post beside a rank, as the chair and who is in charge of roads do."""
        return not any(actor.name in self._posts for actor in actors)

    def are_in_charge(self, actors: Collection[Actor]) -> bool:
        """Tells whether each of those given holds a post beside a rank, other than to chair: a cabinet member."""
        return bool(actors) and all(actor.name in self._in_charge for actor in actors)

    def scrutinise(self, actors: Collection[Actor]) -> bool:
        """Tells whether those given, of whom there is one at least, are there to hold others to account."""
        return bool(actors) and all(actor.name in self._scrutineers for actor in actors)

    def _ranks_of(self, actor: Actor) -> frozenset[str]:
        return self._ranks.get(actor.name, frozenset())


def _bears(person: Person, titles: Collection[str]) -> bool:
    """Tells whether somebody bears one of some titles and holds no post beside it, as a cabinet member does."""
    role = (person.role or "").split(", ")
    return bool(set(role) & set(titles)) and set(role) <= {*titles, *_CHAIRS}
