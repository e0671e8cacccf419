"""Tells which people sit on one side of the table, by the rank that the minutes print with their names."""

from collections.abc import Collection, Iterable

from graph_loader.model.record import Actor, Person


class Sides:
    """Holds the ranks of each person: two councillors sit on one side, a councillor and an inspector do not."""

    def __init__(self, people: Collection[Person], ranks: Collection[str]) -> None:
        self._posts = {person.name for person in people if person.role and set(person.role.split(", ")) - set(ranks)}
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

    def _ranks_of(self, actor: Actor) -> frozenset[str]:
        return self._ranks.get(actor.name, frozenset())
