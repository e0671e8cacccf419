"""Lists the printed forms by which a document names who acts: people, posts, bodies and groups.

A form that could stand for two people stands for nobody; a post whose holder the document does not name stays a post.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from graph_loader.annotate.acronyms import find_acronyms
from graph_loader.annotate.person_names import surname_of
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.role_parts import parts_of
from graph_loader.annotate.words import words_of
from graph_loader.model.ids import name_key
from graph_loader.model.record import Actor, Person

_SHORT_FORM = 4
_LEAST_ACRONYM = 2
_LEADS = {"of", "for", "with"}
_PREPOSITIONS = {"of", "for", "to", "the", "in", "at", "on"}


def actor_forms(doc: Doc, profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields each printed form with the actor it stands for; a later form overrides an earlier equal one."""
    people = [person for person in doc._.people if person.name]
    yield from _role_initials(people, profile)
    yield from _body_forms(doc, profile)
    yield from lone_head_forms(people, profile)
    yield from lone_title_forms(people, profile)
    yield from short_title_forms(people, profile)
    yield from title_forms(people, profile)
    yield from _acting_forms(people, profile)
    yield from _defined_posts(doc, profile)
    yield from _chair_forms(doc, profile)
    yield from _with_letters(doc, profile, _person_forms(people, profile))


def _with_letters(doc: Doc, profile: Profile, forms: Iterable[tuple[str, Actor]]) -> Iterator[tuple[str, Actor]]:
    """Yields forms of names, with and without such letters behind them as the document prints: Mrs Hale OBE."""
    printed = words_of(doc).places
    letters = [each for each in (*profile.roles.post_nominals, *profile.roles.letters) if each.lower() in printed]
    for form, actor in forms:
        yield form, actor
        yield from ((f"{form} {each}", actor) for each in letters if form[-1:].islower())


def _body_forms(doc: Doc, profile: Profile) -> Iterator[tuple[str, Actor]]:
    series = doc._.meeting.series if doc._.meeting else None
    for word in profile.roles.collective:
        bare = word.removeprefix("the ")
        bare = bare[0].upper() + bare[1:]
        own_name = series if series and name_key(series).split()[-1:] == name_key(word).split()[-1:] else bare
        yield word, Actor(own_name, "body")
        yield bare.upper(), Actor(own_name, "body")
    for body in doc._.bodies:
        for form in (body.name, *body.aliases):
            yield form, Actor(body.name, "body")
    if doc._.stand_in:
        for noun in profile.organisations.stand_ins:
            yield f"the {noun}", Actor(doc._.stand_in, "body")
            yield f"The {noun}", Actor(doc._.stand_in, "body")


def title_forms(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields posts: the profile's titles and the roles of the people listed, held by whom the document says."""
    holders: dict[str, list[Person]] = {}
    for person in people:
        for title in titles_of(person.role, profile):
            holders.setdefault(name_key(title), []).append(person)
    known = {title: [title, *short] for title, short in profile.roles.titles.items()}
    for person in people:
        for title in titles_of(person.role, profile):
            known.setdefault(title, [title])
    for title, forms in known.items():
        actor = _holder(title, holders.get(name_key(title), []))
        for form in forms:
            if form not in profile.roles.post_nominals:
                yield form, actor
                yield from ((other, actor) for other in _other_and(form))
                if " " not in form and len(form) > _SHORT_FORM:
                    yield form.upper(), actor
                    if actor.kind == "person":
                        yield f"the {form}", actor


def short_title_forms(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields `Commissioner` for the one whose title ends so.

    Deputies, assistants and chiefs are left aside, and so is what follows `of`: a Chief Superintendent is not the
    Superintendent, and the Chair of the Roads Panel is not the Roads Panel.
    """
    substitutes = set(profile.roles.substitutes)
    holders: dict[str, set[str]] = {}
    for person in people:
        parts = parts_of(person.role, profile.roles.titles) if person.attendance != "mentioned" else []
        words = parts[0].split() if parts else []
        for start in range(1, len(words)):
            short = " ".join(words[start:])
            if not (substitutes | _PREPOSITIONS) & set(words[:start]):
                holders.setdefault(short, set()).add(person.name)
    for form, names in holders.items():
        if len(names) == 1 and form[0].isupper() and form not in profile.roles.general:
            yield form, Actor(next(iter(names)), "person")


def lone_title_forms(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields what stands behind `the` for the one who can be meant by it, if no name follows.

    These are a rank in short (`the Supt.`), a title without what it is for (`the Cabinet Member`) and the profile's
    own words for a post (`the Chief`).
    """
    holders: dict[str, set[str]] = {}
    for person in people:
        if person.attendance == "mentioned":
            continue
        for title in titles_of(person.role, profile):
            for form in {*_rank_forms(title, profile), *_leading(title), *profile.roles.spoken.get(title, [])}:
                holders.setdefault(form, set()).add(person.name)
    for form, names in holders.items():
        if len(names) == 1:
            yield from ((f"{article} {form}", Actor(min(names), "person")) for article in ("the", "The"))


def lone_head_forms(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields `the Director` for the Director of Roads, where no other director is named; a deputy is none."""
    heads = {*profile.roles.heads} - {*profile.roles.chairs, *profile.roles.general}
    substitutes, leading = {*profile.roles.substitutes}, set[str]()
    holders: dict[str, set[str]] = {}
    for person in people:
        for title in titles_of(person.role, profile):
            words = title.split()
            end = next((at for at, word in enumerate(words) if _leads(word)), len(words))
            if end and words[end - 1] in heads and not substitutes & set(words[: end - 1]):
                holders.setdefault(words[end - 1], set()).add(person.name)
                leading |= {words[end - 1]} if end < len(words) and person.attendance != "mentioned" else set()
    for form, names in holders.items():
        if form in leading and len(names) == 1:
            yield from ((f"{article} {form}", Actor(min(names), "person")) for article in ("the", "The"))


def _rank_forms(title: str, profile: Profile) -> Iterator[str]:
    for form in (title, *profile.roles.ranks[title]) if title in profile.roles.ranks else ():
        yield from (form, f"{form}.")


def _leads(word: str) -> bool:
    """Tells a word that begins what a post is for: `of`, `for`, or a bracket as in `Director (Roads)`."""
    return word in _LEADS or word.startswith("(")


def _leading(title: str) -> Iterator[str]:
    """Yields the two words or more in front of `for`, `of` or a bracket: the Cabinet Member for Housing."""
    words = title.split()
    end = next((at for at, word in enumerate(words) if _leads(word)), 0)
    if end > 1:
        yield " ".join(words[:end])


def _acting_forms(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields `T/DCC` and `A/DCC` for the one who holds the post for the time being."""
    prefixes = [prefix for prefix in profile.roles.acting if prefix.endswith("/")]
    for title, shorts in profile.roles.titles.items():
        holders = {person.name for person in people if person.acting and (person.role or "").endswith(f" {title}")}
        if len(holders) == 1:
            yield from ((f"{prefix}{short}", Actor(min(holders), "person")) for prefix in prefixes for short in shorts)


def _role_initials(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields the initials of a post, with the small words in small letters: `HoC` for the Head of Contact."""
    holders: dict[str, set[str]] = {}
    for person in people:
        for title in titles_of(person.role, profile) if person.attendance != "mentioned" else ():
            if initials := _post_initials(title):
                holders.setdefault(initials, set()).add(person.name)
    yield from ((form, Actor(next(iter(names)), "person")) for form, names in holders.items() if len(names) == 1)


def titles_of(role: str | None, profile: Profile) -> list[str]:
    """Gives a role and, where commas or `and` set apart several posts, each of them: `Clerk and Finance Officer`.

    With a body in front, the title alone is one as well: the Chief Executive is the `Quay Council Chief Executive`.
    """
    if not role:
        return []
    parts = parts_of(role, profile.roles.titles)
    joined = [part.strip() for part in role.replace(" & ", " and ").split(" and ")]
    if len(parts) == 1 and all(part.split()[-1:] and part.split()[-1] in profile.roles.heads for part in joined):
        parts = joined
    whole = [role, *parts] if len(parts) > 1 else [role]
    return [*whole, *(title for part in parts for title in _without_body(part, profile))]


def _without_body(role: str, profile: Profile) -> Iterator[str]:
    """Yields the known title behind the name or the acronym of a body: `OPCC Chief Executive`."""
    endings = (title for title in profile.roles.titles if role.endswith(f" {title}"))
    title = max(endings, key=len, default="")
    body = role[: len(role) - len(title)].split() if title else []
    known = profile.organisations.known
    is_acronym = len(body) == 1 and body[0].isupper() and len(body[0]) > _LEAST_ACRONYM
    is_named = body[-1:] and body[-1] in {*profile.names.organisation_heads, *profile.names.board_heads}
    is_post = " ".join(body) in {*profile.roles.titles, *profile.roles.ranks, *profile.roles.acting}
    if not is_post and (is_acronym or is_named or " ".join(body) in known):
        yield title


def _other_and(title: str) -> Iterator[str]:
    """Yields `Vans and Radios Manager` for `Vans & Radios Manager`, and the other way round."""
    for here, there in ((" & ", " and "), (" and ", " & ")):
        if here in title:
            yield title.replace(here, there)


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


def _chair_forms(doc: Doc, profile: Profile) -> Iterator[tuple[str, Actor]]:
    chair = doc._.meeting.chair if doc._.meeting else None
    actor = Actor(chair, "person") if chair else Actor("Chair", "post")
    for word in profile.roles.chairs:
        yield word, actor
        yield f"the {word}", actor


def _shorter_names(name: str) -> list[str]:
    """Gives a name with an initial in front, and without the initials in its middle: J. Fox, Jane Fox."""
    first, *middle, last = name.split() if len(name.split()) > 1 else (name, name)
    initials = all(len(word.rstrip(".")) == 1 for word in middle)
    short = [f"{first[0]}. {last}", f"{first[0]} {last}"] if len(first.rstrip(".")) > 1 and initials else []
    return [*short, *([f"{first} {last}"] if middle and initials else [])] if first != last else []


def _is_case(person: Person) -> bool:
    unlisted = person.attendance == "mentioned" and not person.role
    return unlisted and any(mention.rule == "case_name" for mention in person.mentions)


def surnames(people: Iterable[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    """Yields the surnames that one person alone bears and who that is, leaving out whom a case is named after."""
    people = [person for person in people if person.name]
    cases = {person.name for person in people if _is_case(person)}
    for surname, names in _by_surname(people, _particles(profile)).items():
        if len(names) == 1 and not names & cases and surname.split()[-1][0].isupper():
            yield surname, Actor(min(names), "person")


def _particles(profile: Profile) -> frozenset[str]:
    return frozenset(word.casefold() for word in profile.roles.particles)


def _by_surname(people: Iterable[Person], particles: frozenset[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for person in people:
        found.setdefault(surname_of(person.name, particles), set()).add(person.name)
    return found


def _own_forms(title: str, profile: Profile) -> list[str]:
    """Gives how a post stands before the name of its holder: Lead Nurse, `AM` for Area Manager, Assistant Director."""
    short = [*profile.roles.titles.get(title, ()), *profile.roles.ranks.get(title, ())]
    return [title, *short, *_leading(title), *filter(None, [_post_initials(title)])]


def _post_initials(title: str) -> str:
    """Gives the initials of a post of several words, the small words in small letters: `HoC`."""
    words = title.replace("-", " ").split()
    initials = "".join(word[0] for word in words)
    return initials if len(words) > 1 and initials.isalpha() else ""


def _person_forms(people: list[Person], profile: Profile) -> Iterator[tuple[str, Actor]]:
    particles = _particles(profile)
    by_surname = _by_surname(people, particles)
    titles = [*profile.roles.honorifics, *profile.roles.ranks]
    titles += [short for forms in profile.roles.ranks.values() for short in forms]
    titles += [f"{title}." for title in titles if not title.endswith(".")]
    taken: dict[str, Actor | None] = {}
    for person in people:
        # Who is only named for a case, as its victim, says and does nothing; the name still is no other's.
        actor = None if _is_case(person) else Actor(person.name, "person")
        surname = surname_of(person.name, particles)
        # Of whom the document has but a surname that others bear too, the title tells who is meant: Mrs Hale.
        is_bare = surname == person.name and len(by_surname[surname]) > 1
        forms = [*person.aliases] if is_bare else [person.name, *person.aliases]
        is_sole = len(by_surname[surname]) == 1 and surname.split()[-1][0].isupper()
        if is_sole:
            forms += [f"{title} {surname}" for title in titles]
        own = [form for title in titles_of(person.role, profile) for form in _own_forms(title, profile)]
        forms += [f"{title} {person.name}" for title in (own if is_bare else (*titles, *own))]
        if is_sole:
            forms += [f"{title} {surname}" for title in own]
        # `ACC MY said`: the rank, and the initials in place of the name.
        initials = [form for form in person.aliases if form.isupper() and form.isalpha() and len(form) <= _SHORT_FORM]
        forms += [f"{title} {form}" for title in own for form in initials if title != form]
        for form in forms:
            taken[form] = actor if taken.get(form, actor) == actor else None
    shorter: dict[str, set[str]] = {}
    for person in people:
        for form in _shorter_names(person.name) if not _is_case(person) else ():
            shorter.setdefault(form, set()).add(person.name)
    found = {form: Actor(min(names), "person") for form, names in shorter.items() if len(names) == 1}
    yield from ((form, actor) for form, actor in (found | taken).items() if actor is not None)
