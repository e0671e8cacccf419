"""Tells which people sit on one side of the table, by the rank that the minutes print with their names."""

from collections.abc import Collection, Iterable

from graph_loader.annotate.profile_structure import Roles
from graph_loader.annotate.role_parts import parts_of
from graph_loader.model.record import Actor, Person


class Sides:
    """Holds the ranks of each person: two councillors sit on one side, a councillor and an inspector do not.

    Of those who hold others to account the first group of which somebody is there counts: a commissioner does so before
    his force, but not before a panel of councillors. The staff of his office sit with him.
    """

    def __init__(self, people: Collection[Person], roles: Roles) -> None:
        self._titles, self._chairs = [*roles.titles], roles.chairs
        there = [person for person in people if person.attendance == "present"]
        ranks, posts = set(roles.ranks), {person.name: self._posts_of(person) for person in people}
        groups = (
            {person.name for person in there if self._roles(person) & set(titles) and posts[person.name] <= set(titles)}
            for titles in roles.scrutineers
        )
        self._scrutineers = next((names for names in groups if names), set())
        of_office = {
            person.name for person in there if any(word in (person.organisation or "") for word in roles.offices_asking)
        }
        self._asking_side = self._scrutineers | of_office
        self._posts = {person.name for person in people if self._roles(person) - ranks}
        self._in_charge = {name for name, held in posts.items() if held - ranks}
        self._ranks = {person.name: frozenset(self._roles(person) & ranks) for person in people}

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

    def are_asking_side(self, actors: Collection[Actor]) -> bool:
        """Tells whether those given, one at least, hold others to account or are of the office of who does."""
        return bool(actors) and all(actor.name in self._asking_side for actor in actors)

    def answers(self, actors: Collection[Actor]) -> bool:
        """Tells whether none of those given sits with those who hold others to account, where some do."""
        return bool(self._scrutineers) and not any(actor.name in self._asking_side for actor in actors)

    def _ranks_of(self, actor: Actor) -> frozenset[str]:
        return self._ranks.get(actor.name, frozenset())

    def _roles(self, person: Person) -> set[str]:
        return set(parts_of(person.role, self._titles))

    def _posts_of(self, person: Person) -> set[str]:
        """Gives the roles beside that of leading the meeting, or of standing in for who does: `Vice-Chair`."""
        ends = {role: role.replace("-", " ").rsplit(maxsplit=1)[-1] for role in self._roles(person)}
        return {role for role, end in ends.items() if end not in self._chairs}
