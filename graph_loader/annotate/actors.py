"""Finds who acts: names, posts, initials, bodies and groups in a document, each resolved as far as the document says.

A post whose holder the document does not name stays a post; short forms that stand for two people stand for nobody.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from graph_loader.annotate.acronyms import find_acronyms
from graph_loader.annotate.profile import Profile, load_profile
from graph_loader.model.ids import name_key
from graph_loader.model.record import Actor, Person

_ARTICLES = {"the", "a", "an", "our", "its", "both"}
_AND = {"and", "&", "/", ",", "+"}


@dataclass(frozen=True, slots=True)
class ActorList:
    """Is one mention of one or more actors joined by `and`; offsets are tokens of the `Doc`, end-exclusive."""

    actors: tuple[Actor, ...]
    start: int
    end: int


@Language.factory(
    "kg_actors",
    assigns=["doc._.actors"],
    requires=["doc._.people", "doc._.meeting", "doc._.bodies"],
    default_config={"profile": "general"},
)
def create_actors(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that indexes the actors of a document."""
    loaded = load_profile(profile)

    def actors(doc: Doc) -> Doc:
        doc._.actors = ActorIndex(nlp, doc, loaded)
        return doc

    return actors


class ActorIndex:
    """Holds every place of a document where an actor is named."""

    def __init__(self, nlp: Language, doc: Doc, profile: Profile) -> None:
        self._doc = doc
        self._at: dict[int, tuple[Actor, int]] = {}
        forms = dict(_forms(doc, profile))
        titles = {form for form, _ in _title_forms(list(doc._.people), profile)}
        exact, folded = PhraseMatcher(doc.vocab), PhraseMatcher(doc.vocab, attr="LOWER")
        for form in forms:
            (exact if _needs_case(form) else folded).add(form, [nlp.make_doc(form)])
        for matcher in (folded, exact):
            for match, start, end in matcher(doc):
                form = doc.vocab.strings[match]
                if form in titles and _is_tail(doc, start):
                    continue
                if start not in self._at or end >= self._at[start][1]:
                    self._at[start] = forms[form], end

    def at(self, start: int) -> tuple[Actor, int] | None:
        """Gives the actor named at a token and where its name ends, with or without an article in front."""
        if start >= len(self._doc):
            return None
        while start not in self._at and start + 1 < len(self._doc) and self._doc[start].lower_ in _ARTICLES:
            start += 1
        return self._at.get(start)

    def list_at(self, start: int) -> ActorList | None:
        """Gives the actors listed from a token on: `the CC and DCC`, `PCC / CC`, `the Chair, Cllr Hale and JT`."""
        found = self.at(start)
        if found is None:
            return None
        actors, end = [found[0]], found[1]
        while (following := self.at(self._after_joins(end))) and self._after_joins(end) > end:
            if following[0] not in actors:
                actors.append(following[0])
            end = following[1]
        return ActorList(tuple(actors), start, end)

    def within(self, span: Span) -> Iterator[ActorList]:
        """Yields the lists of actors in a span, left to right, none overlapping."""
        position = span.start
        while position < span.end:
            found = self.list_at(position)
            if found is None or found.end > span.end:
                position += 1
                continue
            yield found
            position = found.end

    def _after_joins(self, end: int) -> int:
        joined = end
        while joined < len(self._doc) and self._doc[joined].lower_ in _AND and joined < end + 2:
            joined += 1
        return joined


def _is_tail(doc: Doc, start: int) -> bool:
    """Tells whether a capitalised word in front makes a title the tail of another: the local Area Superintendent."""
    if start == 0 or doc[start - 1].is_sent_start or doc[start - 1].is_stop:
        return False
    return doc[start - 1].text.istitle() and doc[start - 1].is_alpha


def _needs_case(form: str) -> bool:
    """Tells whether a form means an actor only as it is printed: PO is a post, `po` is not; Chair, but not `chair`."""
    return " " not in form


def _forms(doc: Doc, profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields each printed form with the actor it stands for; a later form overrides an earlier equal one."""
    people = [person for person in doc._.people if person.name]
    yield from _body_forms(doc, profile)
    yield from _title_forms(people, profile)
    yield from _defined_posts(doc, profile)
    yield from _chair_forms(doc)
    yield from _person_forms(people, profile)


def _body_forms(doc: Doc, profile: Profile) -> Iterator[tuple[str, Actor]]:
    series = doc._.meeting.series if doc._.meeting else None
    for word in profile.roles.collective:
        own_name = series if series and name_key(series).split()[-1:] == name_key(word).split()[-1:] else word
        yield word, Actor(own_name, "body")
    for body in doc._.bodies:
        for form in (body.name, *body.aliases):
            yield form, Actor(body.name, "body")
    if doc._.stand_in:
        for noun in profile.organisations.stand_ins:
            yield f"the {noun}", Actor(doc._.stand_in, "body")
            yield f"The {noun}", Actor(doc._.stand_in, "body")


def _title_forms(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields posts: the profile's titles and the roles of the people listed, held by whom the document says."""
    holders: dict[str, list[Person]] = {}
    for person in people:
        for title in _titles(person.role):
            holders.setdefault(name_key(title), []).append(person)
    known = {title: [title, *short] for title, short in profile.roles.titles.items()}
    for person in people:
        for title in _titles(person.role):
            known.setdefault(title, [title])
    for title, forms in known.items():
        actor = _holder(title, holders.get(name_key(title), []))
        for form in forms:
            if form not in profile.roles.post_nominals:
                yield form, actor


def _titles(role: str | None) -> list[str]:
    """Gives a role and, where commas set apart several posts, each of them."""
    if not role:
        return []
    parts = [part.strip() for part in role.split(",")]
    return [role, *parts] if len(parts) > 1 else parts


def _holder(title: str, people: Iterable[Person]) -> Actor:
    named = sorted({person.name for person in people if person.attendance != "mentioned"})
    return Actor(named[0], "person") if len(named) == 1 else Actor(title, "post")


def _defined_posts(doc: Doc, profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields posts that the document abbreviates itself: `the Interim Estates Director (ED)`."""
    listed = {alias for person in doc._.people for alias in person.aliases}
    for short, expansion in find_acronyms(doc).items():
        if expansion[-1].text not in profile.roles.heads or short in listed:
            continue
        start = expansion.start - (expansion.start > 0 and doc[expansion.start - 1].text in profile.roles.acting)
        actor = Actor(doc[start : expansion.end].text, "post")
        yield short, actor
        yield actor.name, actor


def _chair_forms(doc: Doc) -> Iterator[tuple[str, Actor]]:
    chair = doc._.meeting.chair if doc._.meeting else None
    actor = Actor(chair, "person") if chair else Actor("Chair", "post")
    for word in ("Chair", "Chairman", "Chairperson", "Chairwoman"):
        yield word, actor
        yield f"the {word}", actor


def _person_forms(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    by_surname: dict[str, set[str]] = {}
    for person in people:
        by_surname.setdefault(person.name.split()[-1], set()).add(person.name)
    titles = [*profile.roles.honorifics, *profile.roles.ranks]
    titles += [short for forms in profile.roles.ranks.values() for short in forms]
    taken: dict[str, Actor | None] = {}
    for person in people:
        actor = Actor(person.name, "person")
        surname = person.name.split()[-1]
        forms = [person.name, *person.aliases]
        if len(by_surname[surname]) == 1 and surname[0].isupper():
            forms += [f"{title} {surname}" for title in titles]
        forms += [f"{title} {person.name}" for title in titles]
        for form in forms:
            taken[form] = actor if taken.get(form, actor) == actor else None
    yield from ((form, actor) for form, actor in taken.items() if actor is not None)
