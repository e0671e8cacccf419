"""Finds the people whom the text names beside the attendance lists, and every place that names a person."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc

from graph_loader.annotate.addresses import Addresses
from graph_loader.annotate.aliases import used_forms
from graph_loader.annotate.extensions import evidence_at, text_of
from graph_loader.annotate.mentions import MentionFinder, NameMention
from graph_loader.annotate.merging import find_person
from graph_loader.annotate.person_names import NameReader, name_reader
from graph_loader.annotate.profile import load_profile
from graph_loader.model.ids import fold
from graph_loader.model.record import Evidence, Meeting, Person

_IN_CHAIR = re.compile(
    r"(?:,\s[^,.;:\n]{3,40})?,?\s(?:took the chair|presided|chaired the meeting"
    r"|was in the chair|in the chair|called the meeting to order)\b"
    r"(?!\s(?:for|of|until|from)\b)",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:respectfully\ssubmitted|(?:minutes|notes)\s(?:taken|recorded|prepared)\sby)[,:]?\s+", re.IGNORECASE
)
_CONFIDENCE = {
    "titled_name": 0.9,
    "speaker_label": 0.9,
    "form_line": 0.8,
    "case_name": 0.8,
    "thanked_name": 0.8,
    "given_name": 0.7,
}


@Language.factory(
    "kg_people",
    assigns=["doc._.people", "doc._.meeting"],
    requires=["doc._.people", "doc._.meeting"],
    default_config={"profile": "general"},
)
def create_people(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that finds the people named in the text."""
    names = name_reader(profile)
    loaded = load_profile(profile)
    finder = MentionFinder(loaded, names)

    def people(doc: Doc) -> Doc:
        listed = sorted((mark.start, mark.end) for person in doc._.people for mark in person.mentions)
        addresses = Addresses(doc._.layout.text, loaded)
        gathering = _Gathering(doc, names, addresses, list(doc._.people), listed)
        surnames = frozenset(fold(person.name.split()[-1]) for person in doc._.people)
        for mention in finder.find(text_of(doc), surnames):
            gathering.take(mention)
        chair, scribe = gathering.led(doc._.meeting)
        gathering.attend(chair)
        gathering.take_short_forms(chair)
        held = doc._.meeting.date if doc._.meeting else None
        doc._.people = tuple(_with_title_of(person, held, loaded.roles.renamed) for person in gathering.people)
        doc._.meeting = replace(doc._.meeting, chair=chair, minutes_by=scribe) if doc._.meeting else None
        return doc

    return people


@dataclass(frozen=True, slots=True)
class _Gathering:
    """Adds mentions to the people of one document."""

    doc: Doc
    names: NameReader
    addresses: Addresses
    people: list[Person]
    listed: list[tuple[int, int]]
    """Where in the text the attendance lists name people, in order."""
    ends: dict[int, int] = field(default_factory=dict)
    """Where in the `Doc` mentions end, and whose each of them is."""
    marked: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """Where in the text each of the people is named, in order, none inside another."""

    def take(self, mention: NameMention) -> None:
        """Adds a mention to whoever it means, or as that of somebody new."""
        mention = self._told_by_initials(mention)
        mark = evidence_at(self.doc, mention.name_start, mention.end, mention.rule, _CONFIDENCE[mention.rule])
        meant = self._who(mention)
        if not meant:
            if self._is_listed(mark):
                return
            self.people.append(self._newcomer(mention, mark))
            meant = [len(self.people) - 1]
        if len(meant) != 1:
            return
        at = meant[0]
        self.ends[mention.end] = at
        person = self.people[at]
        if self._covers(at, mark):
            return
        alias = (mention.printed,) if mention.titles or mention.name_start > mention.start else ()
        alias = () if self.names.plural_rank_spans(mention.printed) else alias
        fullest = max(person.name, mention.name, key=len)
        shorter = len(mention.name.split()) < len(fullest.split()) or len(fullest.split()) == 1
        alias = alias if shorter or mention.printed.endswith(mention.initials or " ") else ()
        self.people[at] = replace(
            person,
            name=fullest,
            role=person.role or self._role(mention),
            aliases=tuple(dict.fromkeys((*person.aliases, *mention.codes, *alias))),
            attendance="present" if mention.joins and person.attendance == "mentioned" else person.attendance,
            mentions=(*person.mentions, mark),
        )

    def _told_by_initials(self, mention: NameMention) -> NameMention:
        """Takes initials behind a surname for a part of the name, where one alone of its bearers has them."""
        letters = "".join(filter(str.isalpha, mention.initials))
        bearers = [person for person in self.people if self._bears(person.name, mention.name)] if letters else []
        fitting = [person.name for person in bearers if _given_initials(person.name).startswith(letters)]
        if len(fitting) != 1 or len(bearers) == 1:
            return replace(mention, initials="")
        printed = mention.printed + mention.initials
        return replace(mention, name=fitting[0], printed=printed, end=mention.end + len(mention.initials))

    def _is_listed(self, mark: Evidence) -> bool:
        """Tells whether words take in a name that a list of people holds: a column beside it was read along."""
        at = bisect_right(self.listed, mark.start, key=lambda span: span[1])
        return at < len(self.listed) and self.listed[at][0] < mark.end

    def _covers(self, at: int, mark: Evidence) -> bool:
        """Tells whether words lie inside others by which the same person is named; else remembers them."""
        if at not in self.marked:
            known: list[tuple[int, int]] = []
            for start, end in sorted({(each.start, -each.end) for each in self.people[at].mentions}):
                if not known or -end > known[-1][1]:
                    known.append((start, -end))
            self.marked[at] = known
        known = self.marked[at]
        # Of words that none lies inside, the last to begin before a place ends last.
        before = bisect_right(known, mark.start, key=lambda span: span[0])
        if before and mark.end <= known[before - 1][1]:
            return True
        after = before
        while after < len(known) and known[after][1] <= mark.end:
            after += 1
        known[before:after] = [(mark.start, mark.end)]
        return False

    def attend(self, chair: str | None) -> None:
        """Takes whoever led the meeting for somebody who was there."""
        at = find_person(self.people, chair) if chair else None
        if at is not None and self.people[at].attendance == "mentioned":
            self.people[at] = replace(self.people[at], attendance="present")

    def take_short_forms(self, chair: str | None) -> None:
        """Adds first names, initials and posts' short forms by which the text speaks of the people listed."""
        for usage in used_forms(text_of(self.doc), self.people, self.names, chair):
            mark = evidence_at(self.doc, usage.start, usage.end, "short_form", 0.9)
            person = self.people[usage.person]
            if not self._covers(usage.person, mark):
                aliases = tuple(dict.fromkeys((*person.aliases, usage.alias)))
                self.people[usage.person] = replace(person, aliases=aliases, mentions=(*person.mentions, mark))

    def led(self, meeting: Meeting | None) -> tuple[str | None, str | None]:
        """Gives chair and minute-taker by their fullest names."""
        if meeting is None:
            return None, None
        return self._fullest(meeting.chair) or self._in_chair(), self._fullest(meeting.minutes_by) or self._wrote()

    def _in_chair(self) -> str | None:
        """Gives the one of whom the text says that they led the meeting: `Cllr Ash took the chair.`"""
        found = (self.ends.get(match.start()) for match in _IN_CHAIR.finditer(text_of(self.doc)))
        return next((self.people[at].name for at in found if at is not None), None)

    def _wrote(self) -> str | None:
        """Gives the one whose name stands under the minutes as the writer's: `Respectfully submitted, Jo Hale`."""
        text = text_of(self.doc)
        behind = [text[match.end() : match.end() + 80] for match in _WROTE.finditer(text)]
        signed = [words[self.names.leading(words)[0] :] for words in behind]
        return next((person.name for words in signed for person in self.people if words.startswith(person.name)), None)

    def _fullest(self, name: str | None) -> str | None:
        at = find_person(self.people, name) if name else None
        return name if at is None else self.people[at].name

    def _who(self, mention: NameMention) -> list[int]:
        """Gives the places of the people whom a mention can mean: one is certain, none is somebody new."""
        surname = self.names.surname(mention.name)
        is_full = surname != mention.name
        if is_full and (at := find_person(self.people, mention.name)) is not None:
            return [at]
        same = [at for at, person in enumerate(self.people) if self._bears(person.name, surname)]
        if is_full:
            same = [at for at in same if len(self.people[at].name.split()) == 1]
        ranks = {fold(title) for title in mention.titles}
        ranked = [at for at in same if ranks & {fold(part) for part in (self.people[at].role or "").split(", ")}]
        if ranked or is_full:
            return self._narrowed(ranked, mention)
        loose = [at for at in same if not ranks or self.people[at].role is None]
        return self._narrowed(loose or [at for at in same if self._is_near(mention, self.people[at])], mention)

    def _narrowed(self, places: list[int], mention: NameMention) -> list[int]:
        return self.addresses.narrowed({at: self.people[at] for at in places}, mention.printed)

    def _bears(self, name: str, surname: str) -> bool:
        """Tells whether a name ends in a surname, or in its last word where the particles were left out."""
        return fold(surname) in {fold(self.names.surname(name)), fold(name.rsplit(maxsplit=1)[-1])}

    def _is_near(self, mention: NameMention, person: Person) -> bool:
        """Tells whether a title before a surname is part of the person's role: Commissioner of Lands Commissioner."""
        role = fold(person.role or "").split()
        if person.role and self.names.is_short_form(mention.printed.split()[0], person.role):
            return True
        return all(fold(title).split()[-1] in role for title in mention.titles)

    def _newcomer(self, mention: NameMention, mark: Evidence) -> Person:
        alias = (mention.printed,) if self.names.surname(mention.name) == mention.name != mention.printed else ()
        role = self._role(mention)
        # Who is printed as a speaker was there, where no list says who was.
        speaks = mention.rule == "speaker_label" and not any(
            mark.rule == "attendance" for person in self.people for mark in person.mentions
        )
        return Person(
            attendance="present" if speaks or mention.joins else "mentioned",
            name=mention.name,
            role=role,
            aliases=(*mention.codes, *alias),
            acting=bool(role) and self.names.is_acting(role or ""),
            mentions=(mark,),
        )

    def _role(self, mention: NameMention) -> str | None:
        roles = [*mention.titles, *([self.names.expand(mention.role)] if mention.role else [])]
        return ", ".join(roles) or None


def _given_initials(name: str) -> str:
    """Gives the initials of the names before the last: RG of R. G. Hale."""
    return "".join(word[0] for word in name.replace(".", " ").split()[:-1])


def _with_title_of(person: Person, held: str | None, renamed: Mapping[str, tuple[str, str]]) -> Person:
    """Gives a post the title that it bore on the meeting's day; without a day, its title now."""
    role = person.role
    for title, (since, before) in renamed.items():
        if role and held and held < since:
            role = role.replace(title, before)
    return replace(person, role=role)
