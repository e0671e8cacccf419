"""Finds the short forms by which a document speaks of the people in its lists: first names, initials, posts."""

import re
from collections import Counter
from dataclasses import dataclass

from graph_loader.annotate.person_names import NameReader, initials_of
from graph_loader.annotate.profile import given_names, word_like_given_names
from graph_loader.model.record import Person

_SPEECH = (
    r"(?:\s?:|\s(?:to\b|[a-z]+(?:ed|es)\b|said\b|gave\b|will\b|has\b|had\b|is\b|was\b)"
    r"|\s?[/,&]\s?[A-Z]{2,4}\b|\sand\s[A-Z]|\)|\s*$)"
)
# A post that is named alone: no name follows, nor what it is the post of.
_THE = r"(?<!in )(?<!took )(?<!take )(?<!from )(?<!vacated )\b[Tt]he "
_ALONE = r"(?![\w-]|[’']s\s[A-Z]|\s[A-Z]|\s(?:of|for|to)\s(?:the\s)?[A-Z])"


@dataclass(frozen=True, slots=True)
class Usage:
    """Is where one short form stands for one person: the person's place in the list, characters of the `Doc`."""

    person: int
    alias: str
    start: int
    end: int


def used_forms(text: str, people: list[Person], names: NameReader, chair: str | None = None) -> list[Usage]:
    """Gives the unlisted short forms that stand for exactly one of the people, everywhere that they are used."""
    listed = [(at, person) for at, person in enumerate(people) if person.attendance != "mentioned"]
    taken = {alias for person in people for alias in person.aliases} | names.spelled.keys()
    found: list[Usage] = []
    forms = Counter(form for _, person in listed for form in {initials_of(person.name), _first(person.name)})
    everyone = Counter(_first(person.name) for person in people)
    for at, person in listed:
        first, initials = _first(person.name), initials_of(person.name)
        if first and everyone[first] == 1 and first not in taken and len(person.name.split()) > 1:
            found += [Usage(at, first, *span) for span in _first_name_places(text, first)]
        if len(initials) > 1 and forms[initials] == 1 and initials not in taken:
            found += [Usage(at, initials, *span) for span in _initials_places(text, initials)]
    return [*found, *_post_forms(text, listed, names, people), *_bare_posts(text, listed, names, chair)]


def _bare_posts(text: str, listed: list[tuple[int, Person]], names: NameReader, chair: str | None) -> list[Usage]:
    """Finds `the Commissioner`, `the clerk`: the last word of a longer post, where one person alone can be meant."""
    forms = {at: _bare_forms(person, names, chair) for at, person in listed}
    holders = Counter(form for some in forms.values() for form in some)
    holders.update(person.role for _, person in listed if person.role)
    return [
        Usage(at, match["form"], *match.span("form"))
        for at, some in forms.items()
        for form in some
        if holders[form] == 1
        for match in re.finditer(rf"{_THE}(?P<form>{re.escape(form)}|{re.escape(form.lower())}){_ALONE}", text)
    ]


def _bare_forms(person: Person, names: NameReader, chair: str | None) -> list[str]:
    """Gives the shorter forms of each of a person's posts; who chairs and has another post is `the Chair` as well."""
    parts = (person.role or "").split(", ")
    bare = [form for part in parts if (form := names.bare_post(part))]
    leads = person.name == chair and person.role not in names.chairs
    return list(dict.fromkeys([*bare, *(names.chairs if leads else [])]))


def _post_forms(text: str, listed: list[tuple[int, Person]], names: NameReader, people: list[Person]) -> list[Usage]:
    """Finds the profile's short forms of a post that one person holds, where the document uses them unexplained."""
    printed = {alias for person in people for alias in person.aliases}
    holders = Counter(person.role for _, person in listed if person.role)
    found: list[Usage] = []
    for at, person in listed:
        if person.role is None or holders[person.role] != 1 or person.attendance == "minutes":
            continue
        # `T/DCC` stands for the Temporary Deputy Chief Constable.
        temporary = person.acting and person.role.partition(" ")[0] in ("Temporary", "Acting")
        post = person.role.partition(" ")[2] if temporary else person.role
        prefix = "[TA]/" if temporary else ""
        for form, title in names.spelled.items():
            if (
                title == post
                and form.isupper()
                and len(form) > 1
                and form not in printed
                and form in names.posts & names.leading_titles
            ):
                pattern = re.compile(rf"(?<![\w/]){prefix}{re.escape(form)}(?![\w/]|\s[A-Z][a-z])")
                found += [Usage(at, match.group(), *match.span()) for match in pattern.finditer(text)]
    return found


def _first(name: str) -> str:
    first = name.split(maxsplit=1)[0].rstrip(".")
    return first if len(first) > 1 else ""


def _first_name_places(text: str, first: str) -> list[tuple[int, int]]:
    """Finds a first name used alone; one that is a word as well counts only before a colon."""
    behind = (
        r"(?=\s?:)" if first.casefold() in word_like_given_names() else r"(?!\s(?:[A-Z]\.?\s)?[^\W\d_a-z])(?![\w’'-]*-)"
    )
    speaks = re.search(rf"(?m)(?:^|[.!?] ){re.escape(first)}{_SPEECH}", text)
    if first.casefold() not in given_names() and not speaks:
        return []
    pattern = re.compile(rf"(?<![\w’'.-]){re.escape(first)}(?!\w){behind}")
    return [
        match.span()
        for match in pattern.finditer(text)
        if not re.search(r"(?:[A-Z][\w’']*|\b[A-Z]\.) $", text[max(0, match.start() - 20) : match.start()])
    ]


def _initials_places(text: str, initials: str) -> list[tuple[int, int]]:
    """Finds initials used as those of a speaker or an owner: at the head of a line, or behind a label."""
    pattern = re.compile(rf"(?m)(?:^|(?<=[:.] )|(?<=[:.]  )|(?<=/)|(?<=/ )){re.escape(initials)}(?={_SPEECH})")
    return [match.span() for match in pattern.finditer(text)]
