"""Joins what a document says of one person: by equal names, or by initial and surname where only one person fits."""

from dataclasses import replace

from graph_loader.model.ids import name_key
from graph_loader.model.record import Attendance, Person

_WEIGHT: dict[Attendance, int] = {"apologies": 3, "present": 2, "minutes": 1, "mentioned": 0}


def add_person(people: list[Person], person: Person) -> Person:
    """Adds a person to the list or joins them with the one that they are, and gives the result."""
    at = find_person(people, person.name)
    if at is not None:
        people[at] = _joined(people[at], person)
        return people[at]
    at = _find_lone(people, person)
    if at is None:
        people.append(person)
        return person
    # The list with the whole name says who was there; `Apologies for lateness` are no apologies for absence.
    full = max(people[at], person, key=lambda each: len(each.name))
    people[at] = replace(_joined(people[at], person), attendance=full.attendance)
    return people[at]


def find_person(people: list[Person], name: str) -> int | None:
    """Gives the place of the person whom a name means: equal names first, else one initial and surname that fits."""
    key = name_key(name)
    exact = [at for at, person in enumerate(people) if name_key(person.name) == key]
    if exact:
        return exact[0]
    fitting = [at for at, person in enumerate(people) if _fits(name_key(person.name).split(), key.split())]
    return fitting[0] if len(fitting) == 1 else None


def _find_lone(people: list[Person], person: Person) -> int | None:
    """Gives the place of the only one of whom one has no more than the surname, and a post or rank of the other."""
    fitting = [at for at, other in enumerate(people) if _is_lone_form(person, other) or _is_lone_form(other, person)]
    return fitting[0] if len(fitting) == 1 else None


def _is_lone_form(lone: Person, full: Person) -> bool:
    """Tells whether `Supt Ash` of one list is the `Supt Jo Ash, Head of Roads` of another."""
    one, other = name_key(lone.name).split(), name_key(full.name).split()
    if len(one) != 1 or len(other) < 2 or one[0] != other[-1] or not (lone.role and full.role):
        return False
    return set(lone.role.split(", ")) <= set(full.role.split(", "))


def _fits(one: list[str], other: list[str]) -> bool:
    """Tells whether two names differ only in that one has initials for given names, or none in the middle."""
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1] or not _abbreviates(one[0], other[0]):
        return False
    middle, others = one[1:-1], other[1:-1]
    if not middle or not others:
        return all(len(word) == 1 for word in (*middle, *others)) or min(len(one[0]), len(other[0])) == 1
    return len(middle) == len(others) and all(map(_abbreviates, middle, others))


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and min(len(one), len(other)) == 1)


def _joined(one: Person, other: Person) -> Person:
    status = max((one.attendance, other.attendance), key=lambda attendance: _WEIGHT[attendance])
    return replace(
        one,
        name=max(one.name, other.name, key=len) if name_key(one.name) != name_key(other.name) else one.name,
        role=one.role or other.role,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        attendance=status,
        acting=one.acting or (one.role is None and other.acting),
        organisation=one.organisation or other.organisation,
        mentions=tuple(dict.fromkeys((*one.mentions, *other.mentions))),
    )
