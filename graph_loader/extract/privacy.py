"""Tells as what the minutes name a person, on which it hangs what may be published of them."""

import re
from collections.abc import Iterable, Sequence

from graph_loader.annotate.profile_structure import Roles
from graph_loader.model.ids import fold
from graph_loader.model.record import Actor, Commitment, Exchange, Person, Privacy, Statement

_BEHIND_POST = re.compile(r",|\s(?:of|for|to|with|on|at|in|[-–—])\s|\s?\(")


def acting_people(
    exchanges: Iterable[Exchange], statements: Iterable[Statement], commitments: Iterable[Commitment]
) -> frozenset[str]:
    """Gives the names of all people who ask, are asked, answer, state or own."""
    acting: list[Sequence[Actor]] = [owned.owners for owned in commitments]
    acting += [remark.speakers for remark in statements]
    for exchange in exchanges:
        acting += [exchange.askers, exchange.addressees, *(response.speakers for response in exchange.responses)]
    return frozenset(actor.name for actors in acting for actor in actors if actor.kind == "person")


def privacy_of(person: Person, acting: frozenset[str], roles: Roles) -> Privacy:
    """Gives the privacy class of a person; who is only spoken of, and as nothing, is a third party."""
    if person.role:
        return "public_office" if _is_office(person.role, roles.offices) else "staff"
    if person.organisation:
        return "staff"
    return "participant" if person.attendance != "mentioned" or person.name in acting else "third_party"


def _is_office(role: str, offices: Iterable[str]) -> bool:
    """Tells whether a role is an office or ends in one, before what it is for: an assistant to the mayor is none."""
    post, whole = fold(_BEHIND_POST.split(role, maxsplit=1)[0]), fold(role)
    named = [fold(office) for office in offices]
    return any(post == office or post.endswith(f" {office}") or whole == office for office in named)
