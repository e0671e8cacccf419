"""Tells for which people `he` and for which `she` may stand, by the forms of address and pronouns that are printed."""

from collections.abc import Collection, Iterator
from itertools import chain, pairwise

from spacy.tokens import Doc

from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentence_starts
from graph_loader.annotate.words import words_of
from graph_loader.model.record import Actor, Person

_FOUND = "kg_genders"
_PRONOUNS = {"he": "he", "his": "he", "she": "she", "her": "she"}
_LONGEST_TITLE = 12


class Genders:
    """Holds the pronoun of each person whom `Mr`, `Mrs` or the like tells, or else what they say of themselves.

    All others may be either. `The PCC said that she` tells it where no remark of the PCC's goes on with `he`.
    """

    def __init__(self, doc: Doc, profile: Profile) -> None:
        speech, text = profile.speech, doc._.layout.text
        self._pronouns = {person.name: _addressed(person, speech.title_pronouns, text) for person in doc._.people}
        forms = chain.from_iterable((*speech.remarks.values(), *speech.questions.values()))
        told: dict[str, set[str]] = {}
        for actor, pronoun in _of_themselves(doc, {form for form in forms if form.isalpha()}):
            told.setdefault(actor.name, set()).add(pronoun)
        for name, pronouns in told.items():
            if not self._pronouns.get(name) and len(pronouns) == 1:
                self._pronouns[name] = pronouns

    def fits(self, actor: Actor, pronoun: str) -> bool:
        """Tells whether `he` or `she` may stand for somebody; any other pronoun may."""
        known = self._pronouns.get(actor.name, set())
        return pronoun not in {"he", "she"} or not known or pronoun in known

    def is_known(self, actor: Actor) -> bool:
        """Tells whether one pronoun alone is known to stand for somebody."""
        return len(self._pronouns.get(actor.name, set())) == 1


def genders_of(doc: Doc, profile: Profile) -> Genders:
    """Gives the genders of a document, told once."""
    if _FOUND not in doc.user_data:
        doc.user_data[_FOUND] = Genders(doc, profile)
    found: Genders = doc.user_data[_FOUND]
    return found


def _addressed(person: Person, titles: dict[str, str], text: str) -> set[str]:
    words = {word.rstrip(".") for form in (person.role or "", *person.aliases) for word in form.split()}
    words |= {before for mark in person.mentions if (before := _word_before(text, mark.start))}
    return {titles[word] for word in words if word in titles}


def _of_themselves(doc: Doc, reporting: Collection[str]) -> Iterator[tuple[Actor, str]]:
    """Yields each one person who opens a sentence, with the pronoun right behind what they do: `The PCC felt she`."""
    lowers = words_of(doc).lowers
    starts = sentence_starts(doc)
    for start, end in pairwise([*starts, len(lowers)]):
        if start + 3 > end:
            continue
        found = doc._.actors.list_at(start)
        if found is None or len(found.actors) > 1 or found.actors[0].kind != "person":
            continue
        if found.end + 2 >= end or lowers[found.end] not in reporting:
            continue
        is_that = lowers[found.end + 1] == "that"
        behind = lowers[found.end + 1 + is_that]
        # Whom somebody thanks is not who thanks: `Cllr Ash thanked her`.
        if behind in _PRONOUNS and (is_that or behind == _PRONOUNS[behind]):
            yield found.actors[0], _PRONOUNS[behind]


def _word_before(text: str, start: int) -> str:
    """Gives the word that stands right before a place, without its stop: the Mr of `Mr. Hale`."""
    words = text[max(0, start - _LONGEST_TITLE) : start].split()
    return words[-1].rstrip(".") if words else ""
