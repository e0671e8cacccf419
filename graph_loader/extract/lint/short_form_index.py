"""Knows what the short forms of one document mean, and where they stand."""

import re
from functools import cached_property

from graph_loader.annotate.person_names import name_reader
from graph_loader.annotate.profile import load_profile
from graph_loader.model.layout import Block, Layout
from graph_loader.model.record import Body, Person, Programme, Record

SHORT = r"[A-Z]{2,4}"
OWNERS = re.compile(rf"(?P<forms>{SHORT}(?:\s?[/,&]\s?{SHORT}){{0,5}})(?P<task>\sto\s[a-z])?")
"""Finds short forms at the head of a text, and whether they are to do something: `AB/CD to report`."""
_EXPLAINED = re.compile(rf"\(\s?[\"'“‘]?({SHORT})[\"'”’]?\s?\)|\b({SHORT})\s\(")


class ShortFormIndex:
    """Holds the people listed in one document and what its short forms mean."""

    def __init__(self, layout: Layout, record: Record) -> None:
        self._layout = layout
        self._record = record
        self._names = name_reader(record.profile)
        self.profile = load_profile(record.profile)
        self.listed = [person for person in record.people if _places(person)]
        """The people on the attendance lists."""
        self.list_end = max((end for person in self.listed for _, end in _places(person)), default=0)
        """Where the lists end, in the document's text."""

    def list_start(self, person: Person) -> int:
        """Gives where a listed person is first listed."""
        return min(start for start, _ in _places(person))

    @cached_property
    def known(self) -> frozenset[str]:
        """Gives the names and short forms that mean something, as far as the document and the profile say."""
        record, names, organisations = self._record, self.profile.names, self.profile.organisations
        entries: tuple[Person | Body | Programme, ...] = (*record.people, *record.bodies, *record.programmes)
        told = (form for entry in entries for form in (entry.name, *entry.aliases))
        sector = (*organisations.known.items(), *names.known_programmes.items(), *names.programme_prefixes.items())
        shared = (form for name, forms in sector for form in (name, *forms))
        bodies = (name for group in names.known_bodies.values() for name in group)
        explained = (match[1] or match[2] for match in _EXPLAINED.finditer(self._layout.text))
        return frozenset((*told, *shared, *bodies, *explained, *self._names.spelled, *names.thing_acronyms))

    def short_forms(self, person: Person) -> list[str]:
        """Gives the short forms that can stand for a listed person: those listed, and those of the post."""
        posts = (form for form, title in self._names.spelled.items() if title == person.role)
        return list(dict.fromkeys(form for form in (*person.aliases, *posts) if re.fullmatch(SHORT, form)))

    def is_initials(self, form: str, person: Person) -> bool:
        """Tells whether a short form can be meant only as the initials of a person, not as a post or a body."""
        means_post = any(self._names.is_short_form(form, role) for role in (person.role, person.organisation) if role)
        return re.fullmatch(SHORT, form) is not None and not means_post and form not in self._bodies

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(form for body in self._record.bodies for form in (body.name, *body.aliases))

    def first(self, form: str, after: int, *, alone: bool = False) -> tuple[Block, int] | None:
        """Gives the block and the place in it where a form first stands behind an offset of the document's text.

        It must stand `alone`, with no name behind it, if that is asked for.
        """
        pattern = re.compile(rf"(?<![\w/]){re.escape(form)}(?![\w/])" + (r"(?!\s[A-Z])" if alone else ""))
        for block in self._layout.blocks:
            for match in pattern.finditer(block.text) if block.end > after else ():
                if block.offsets[match.start()] >= after:
                    return block, match.start()
        return None


def _places(person: Person) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in person.mentions if mention.rule == "attendance"]
