"""Finds who attended, who sent apologies, who chaired and who took the minutes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from graph_loader.annotate.entries import Entry, is_chair, is_chair_post
from graph_loader.annotate.extensions import evidence_at, text_of
from graph_loader.annotate.fields import ROSTERS, FieldReader, Line, column_heads
from graph_loader.annotate.merging import add_person
from graph_loader.annotate.person_names import NameReader, name_reader
from graph_loader.annotate.profile import Profile, load_profile
from graph_loader.annotate.roster import RosterReader
from graph_loader.model.record import Attendance, Meeting, Person

_RULE = "attendance"
_LEAST = 2


@Language.factory(
    "kg_attendance",
    assigns=["doc._.people", "doc._.meeting"],
    requires=["doc._.layout", "doc._.meeting"],
    default_config={"profile": "general"},
)
def create_attendance(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that reads the attendance lists."""
    loaded, names = load_profile(profile), name_reader(profile)
    finder = _Attendance(loaded, names, FieldReader(loaded.minutes), RosterReader(names, loaded.minutes))

    def attendance(doc: Doc) -> Doc:
        doc._.people, doc._.meeting = finder.find(doc)
        return doc

    return attendance


@dataclass(frozen=True, slots=True)
class _Attendance:
    profile: Profile
    names: NameReader
    fields: FieldReader
    rosters: RosterReader

    def find(self, doc: Doc) -> tuple[tuple[Person, ...], Meeting]:
        """Gives the people of the lists in the order in which they are named, and the meeting with who led it."""
        columns = column_heads(doc, self.profile.minutes.columns)
        people: list[Person] = []
        meeting: Meeting = doc._.meeting or Meeting()
        leads: list[tuple[str, Entry]] = []
        named: list[Entry] = []
        for field in self.fields.fields(doc):
            if field.name in ROSTERS:
                status = self._status(field.name, text_of(doc))
                entries = self.rosters.read(field, columns)
                for entry in entries:
                    add_person(people, self._person(doc, entry, "present" if entry.stands_in else status))
                    leads += [("chair", entry)] if entry.chairs and status == "present" else []
                    named += [entry] if status == "present" and any(map(is_chair_post, entry.roles)) else []
                    leads += [("minutes_by", entry)] if entry.takes_minutes else []
            elif field.name in ("chair", "minutes_by"):
                leads += [(field.name, entry) for entry in self._leads(field.lines[:1])]
        for entry in self._unlabelled(doc, columns):
            add_person(people, self._person(doc, entry, "present"))
            leads += [("chair", entry)] if entry.chairs else []
        leads += [("chair", entry) for entry in named if len(named) == 1]
        return self._with_leads(doc, people, meeting, leads)

    def _unlabelled(self, doc: Doc, columns: Mapping[tuple[int, int], str]) -> Iterator[Entry]:
        """Yields the people of lists under labels that no profile knows, where every line is one with a post."""
        for field in self.fields.unknown(doc):
            entries = self.rosters.read(field, columns)
            posted = [entry for entry in entries if entry.titles or entry.roles]
            if len(posted) == len(field.lines) >= _LEAST:
                yield from posted

    def _status(self, field: str, text: str) -> Attendance:
        if field == "membership":
            said = any(phrase in text.casefold() for phrase in self.profile.minutes.all_present)
            return "present" if said else "mentioned"
        return "present" if field == "present" else "apologies"

    def _leads(self, lines: Iterable[Line]) -> list[Entry]:
        found = [entry for line in lines for entry in self.rosters.read_line(line)]
        return found if len(found) == 1 else []

    def _with_leads(
        self, doc: Doc, people: list[Person], meeting: Meeting, leads: list[tuple[str, Entry]]
    ) -> tuple[tuple[Person, ...], Meeting]:
        """Adds chair and minute-taker to the people, and their names to the meeting; the first named of each counts."""
        for field, entry in leads:
            if getattr(meeting, field):
                continue
            status: Attendance = "present" if field == "chair" else "minutes"
            person = add_person(people, self._person(doc, entry, status))
            mark = evidence_at(doc, entry.start, entry.end, field)
            meeting = replace(meeting, **{field: person.name}, evidence=meeting.evidence | {field: mark})  # type: ignore[arg-type]
        return tuple(people), meeting

    def _surname_form(self, entry: Entry) -> tuple[str, ...]:
        """Gives `Cllr Ash` where the list has no more of the name; `Cllrs Ash` is said of several."""
        plural = self.names.plural_rank_spans(entry.printed)
        return (entry.printed,) if entry.printed not in ("", entry.name) and not plural else ()

    def _person(self, doc: Doc, entry: Entry, status: Attendance) -> Person:
        roles = [*entry.titles, *(self.names.expand(role) for role in entry.roles)]
        kept = [role for role in dict.fromkeys(roles) if not any(role != other and role in other for other in roles)]
        role = ", ".join(sorted(kept, key=is_chair)) or None
        return Person(
            name=entry.name,
            role=role,
            aliases=(*entry.codes, *self._surname_form(entry)),
            attendance=status,
            acting=entry.acting or any(self.names.is_acting(post) for post in kept if not is_chair(post)),
            organisation=entry.organisation,
            mentions=(evidence_at(doc, entry.start, entry.end, _RULE),),
        )
