"""Unties `the Chair` from the chair of the meeting where somebody else takes the chair in its course."""

from collections.abc import Collection

from graph_loader.annotate.words import Words
from graph_loader.model.record import Actor

_TAKES = frozenset({"took", "takes", "assumed", "assumes", "resumed", "resumes"})


def untie_chairs(places: dict[int, tuple[Actor, int]], words: Words, chairs: Collection[str]) -> None:
    """Makes `the Chair` a post behind `Cllr Ash took the Chair`, until the one meant by it before takes it again.

    For how long somebody else has the chair is seldom said, so it stands for neither.
    """
    behind = {end: actor for actor, end in places.values()}
    lowers, away = {chair.lower() for chair in chairs}, False
    for at in range(1, len(words.texts) - 2):
        is_taken = words.lowers[at] in _TAKES and words.lowers[at + 1] == "the" and words.lowers[at + 2] in lowers
        sitting, taker = places.get(at + 1) if is_taken else None, behind.get(at)
        if sitting is not None and taker is not None and taker.kind == sitting[0].kind == "person":
            away = taker != sitting[0]
        elif away:
            _untie(places, words, at + 1, chairs)


def _untie(places: dict[int, tuple[Actor, int]], words: Words, at: int, chairs: Collection[str]) -> None:
    """Makes the mention at a token the post, if it is `Chair` or `the Chair` and no more."""
    found = places.get(at)
    if found is None or found[1] > at + 2 or words.texts[found[1] - 1] not in chairs:
        return
    if found[1] == at + 1 or words.lowers[at] == "the":
        places[at] = Actor(words.texts[found[1] - 1], "post"), found[1]
