"""Finds the short forms by which a document speaks of the people in its lists: first names, initials, posts."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from graph_loader.annotate.person_names import NameReader, initials_of
from graph_loader.annotate.profile import given_names, word_like_given_names
from graph_loader.model.record import Person

_WORD = re.compile(r"\w+")
_SPEECH = (
    r"(?:\s?:|\s(?:to\b|[a-z]+(?:ed|es)\b|said\b|gave\b|will\b|has\b|had\b|is\b|was\b)"
    r"|\s?[/,&]\s?[A-Z]{2,4}\b|\sand\s[A-Z]|\)|\s*$)"
)
# A post that is named alone: no name follows, nor what it is the post of.
_THE = r"(?<=\b[Tt]he )"
# A seat that somebody takes or speaks from is not who sits there.
_THE_SEAT = "".join(rf"(?<!{word} [Tt]he )" for word in ("in", "took", "take", "from", "vacated"))
_LABEL = r"(?:^|(?<=[:–-] ))"
_ACTS = r"(?:\s?$|\s(?:to|will)\s(?!the\b)[a-z])"
_ALONE = r"(?![\w-]|[’']s\s[A-Z]|\s[A-Z]|\s(?:of|for|to)\s(?:the\s)?[A-Z])"


@dataclass(frozen=True, slots=True)
class Usage:
    """Is where one short form stands for one person: the person's place in the list, characters of the `Doc`."""

    person: int
    alias: str
    start: int
    end: int


class _Text:
    """Holds a text with the places of its words, so that a form costs no more than the places of its first word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(text):
            self._places[word.group()].append(word.start())

    def matches(self, pattern: str, *forms: str) -> list[re.Match[str]]:
        """Gives, in order, where a pattern matches that begins with the first word of one of the forms."""
        compiled = re.compile(pattern, re.MULTILINE)
        firsts = {first.group() for form in forms if (first := _WORD.search(form))}
        places = sorted(at for first in firsts for at in self._places.get(first, ()))
        return [match for at in places if (match := compiled.match(self.text, at))]


def used_forms(text: str, people: list[Person], names: NameReader, chair: str | None = None) -> list[Usage]:
    """Gives the unlisted short forms that stand for exactly one of the people, everywhere that they are used."""
    listed = [(at, person) for at, person in enumerate(people) if person.attendance != "mentioned"]
    taken = {alias for person in people for alias in person.aliases} | names.spelled.keys()
    printed = _Text(text)
    found: list[Usage] = []
    forms = Counter(form for _, person in listed for form in {initials_of(person.name), _first(person.name)})
    everyone = Counter(_first(person.name) for person in people)
    for at, person in listed:
        first, initials = _first(person.name), initials_of(person.name)
        if first and everyone[first] == 1 and first not in taken and len(person.name.split()) > 1:
            found += [Usage(at, first, *span) for span in _first_name_places(printed, first)]
        if len(initials) > 1 and forms[initials] == 1 and initials not in taken:
            found += [Usage(at, initials, *span) for span in _initials_places(printed, initials)]
    return [*found, *_post_forms(printed, listed, names, people), *_bare_posts(printed, listed, names, chair)]


def _bare_posts(text: _Text, listed: list[tuple[int, Person]], names: NameReader, chair: str | None) -> list[Usage]:
    """Finds `the Commissioner`, `the clerk`: the last word of a longer post, where one person alone can be meant."""
    forms = {at: _bare_forms(person, names, chair) for at, person in listed}
    holders = Counter(form for some in forms.values() for form in some)
    holders.update(person.role for _, person in listed if person.role)
    return [
        Usage(at, match.group("form"), *match.span("form"))
        for at, some in forms.items()
        for form in some
        if holders[form] == 1
        for match in _post_places(text, form, names)
    ]


def _post_places(text: _Text, form: str, names: NameReader) -> list[re.Match[str]]:
    """Gives where a post is named alone: behind `the`, or as who is to act, alone in a cell or behind a label."""
    seat = _THE_SEAT if form in names.chairs else ""
    lower, printed = re.escape(form.lower()), re.escape(form)
    spoken = text.matches(rf"{seat}{_THE}(?P<form>{printed}|{lower}){_ALONE}", form, form.lower())
    return spoken if form in names.chairs else [*spoken, *text.matches(rf"{_LABEL}(?P<form>{printed}){_ACTS}", form)]


def _bare_forms(person: Person, names: NameReader, chair: str | None) -> list[str]:
    """Gives the shorter forms of each of a person's posts; who chairs and has another post is `the Chair` as well."""
    parts = (person.role or "").split(", ")
    bare = [form for part in parts if (form := names.bare_post(part))]
    leads = person.name == chair and person.role not in names.chairs
    return list(dict.fromkeys([*bare, *(names.chairs if leads else [])]))


def _post_forms(text: _Text, listed: list[tuple[int, Person]], names: NameReader, people: list[Person]) -> list[Usage]:
    """Finds the profile's short forms of a post that one person holds, where the document uses them unexplained."""
    printed = {alias for person in people for alias in person.aliases}
    holders = Counter(person.role for _, person in listed if person.role)
    shorts = names.posts & names.leading_titles
    found: list[Usage] = []
    for at, person in listed:
        if person.role is None or holders[person.role] != 1 or person.attendance == "minutes":
            continue
        # `T/DCC` stands for the Temporary Deputy Chief Constable.
        temporary = person.acting and person.role.partition(" ")[0] in ("Temporary", "Acting")
        post = person.role.partition(" ")[2] if temporary else person.role
        prefix = "[TA]/" if temporary else ""
        for form, title in names.spelled.items():
            if title == post and form.isupper() and len(form) > 1 and form not in printed and form in shorts:
                pattern = rf"(?<![\w/]){prefix}{re.escape(form)}(?![\w/]|\s[A-Z][a-z])"
                firsts = ("T", "A") if temporary else (form,)
                found += [Usage(at, match.group(), *match.span()) for match in text.matches(pattern, *firsts)]
    return found


def _first(name: str) -> str:
    first = name.split(maxsplit=1)[0].rstrip(".")
    return first if len(first) > 1 else ""


def _first_name_places(text: _Text, first: str) -> list[tuple[int, int]]:
    """Finds a first name used alone; one that is a word as well counts only before a colon."""
    behind = (
        r"(?=\s?:)" if first.casefold() in word_like_given_names() else r"(?!\s(?:[A-Z]\.?\s)?[^\W\d_a-z])(?![\w’'-]*-)"
    )
    speaks = text.matches(rf"(?:^|(?<=[.!?] )){re.escape(first)}{_SPEECH}", first)
    if first.casefold() not in given_names() and not speaks:
        return []
    return [
        match.span()
        for match in text.matches(rf"(?<![\w’'.-]){re.escape(first)}(?!\w){behind}", first)
        if not re.search(r"(?:[A-Z][\w’']*|\b[A-Z]\.) $", text.text[max(0, match.start() - 20) : match.start()])
    ]


def _initials_places(text: _Text, initials: str) -> list[tuple[int, int]]:
    """Finds initials used as those of a speaker or an owner: at the head of a line, or behind a label."""
    before = r"(?:^|(?<=[:.] )|(?<=[:.]  )|(?<=/)|(?<=/ ))"
    form = re.escape(initials)
    # `SC – write to the owners` at the head of a line, and `… to the owners (SC)` at the end of one.
    owns = rf"(?:^{form}(?=\s[–—-]\s[a-z])|(?<=[a-z.,] [(\[]){form}(?=[)\]]\.?\s*$))"
    return [match.span() for match in text.matches(rf"(?:{before}{form}(?={_SPEECH})|{owns})", initials)]
