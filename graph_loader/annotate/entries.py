"""Reads one person out of a list: name, ranks, capacity, short form, organisation, and who leads or writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_loader.annotate.fields import Line
from graph_loader.annotate.person_names import NameReader, PersonName, matches_initials
from graph_loader.annotate.profile import given_names
from graph_loader.annotate.profile_structure import Minutes
from graph_loader.model.ids import fold

BRACKETS = re.compile(r"[(\[]([^()\[\]]*)(?:[)\]]|$)")
# The last form is what is left of brackets: what follows them is said of the name before them.
_DASH = re.compile(r"\s[-–—]+\s?|\s?[–—]\s|:\s|\t|\s{3,}(?:[-–—]+\s)?")
_CODE = re.compile(r"(?:[TA]/)?[A-Z][a-z]?[A-Z&][A-Za-z]{0,4}")
_CHAIR = re.compile(
    r"(?:(?:acting|in the|meeting)\s)?(?:chair(?:man|person|woman)?|convenor|convener|presiding|presided)",
    re.IGNORECASE,
)
_CHAIR_POST = re.compile(
    r"(?!vice|deputy|former|past|assistant|associate)[a-z]+\schair(?:man|person|woman)?", re.IGNORECASE
)
_TOOK_CHAIR = re.compile(r",?\s(?:who\s)?(?:took|was in|in)\sthe\schair$", re.IGNORECASE)
_MINUTES = re.compile(
    r"(?:who )?(?:taking |took |for |recording )?(?:the )?"
    r"(?:minutes?|notes?|scribe)(?:[- ](?:taker|secretary|taking))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Is one person in a list; `start` and `end` are the bare name's characters of the `Doc`.

    `roles` are as printed, ranks before the name first; `codes` are short forms printed behind the name.
    """

    name: str
    start: int
    end: int
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    organisation: str | None = None
    acting: bool = False
    chairs: bool = False
    takes_minutes: bool = False
    honorific: bool = False
    printed: str = ""
    """The name with the titles in front of it, where it is but a surname: Cllr Ash."""
    stands_in: bool = False
    """Tells whether somebody in a list of apologies came, in place of another."""
    noted: bool = False
    """Tells whether something stands in brackets behind the name."""

    @property
    def is_described(self) -> bool:
        """Tells whether the list says more of the person than the name."""
        return bool(self.titles or self.roles or self.codes or self.organisation or self.honorific or self.noted)


class EntryReader:
    """Reads people with the words of one profile."""

    def __init__(self, names: NameReader, minutes: Minutes) -> None:
        self._names = names
        self._notes = re.compile("|".join(rf"\b{re.escape(note)}\b" for note in minutes.presence_notes), re.IGNORECASE)
        self._nothing = {fold(text) for text in minutes.nothing}

    def person(self, part: Line) -> Entry | None:
        """Reads one person with the role in front, behind, or in brackets; None when no name is to be found."""
        bare = BRACKETS.sub(lambda match: " " * len(match.group()), part.columns)
        pieces = [Line(bare[start:end], part.start + start, part.block).part(0) for start, end in _between(_DASH, bare)]
        found, rest = self._named(pieces[0]), pieces[1:]
        bracket = BRACKETS.search(part.text)
        if found is None and (pair := self._names.read_behind_field(pieces[0].text, bracket[1] if bracket else "")):
            found = self.with_role(_entry(pair[0], pieces[0]), pair[1])
        if found is None and len(pieces) > 1 and self._names.is_organisation(pieces[0].text):
            # `Quay Council – Jo Hale`: the body comes first.
            named = self._named(pieces[1])
            found, rest = named and self.in_organisation(named, pieces[0].text), pieces[2:]
        if found is None and self._names.is_role(pieces[0].text):
            found, rest = self._behind_role(part, pieces)
        if found is None:
            return None
        for piece in rest:
            # Two letters behind a post are initials, also where they are not those of the name.
            code = self.with_code(found, piece.text, sure=bool(found.roles) and len(piece.text) == 2)
            found = code or self.described(found, piece.text, guess=True)
        return self._bracketed(found, part.text)

    def described(self, entry: Entry, text: str, *, guess: bool) -> Entry:
        """Adds words behind a name: posts, bodies, brackets; with `guess`, what is neither is an organisation."""
        entry, text = self._bracketed(entry, text), self._without_brackets(text).strip(" ,;:.")
        if took := _TOOK_CHAIR.search(text):
            entry, text = replace(entry, chairs=True), text[: took.start()]
        if not text or fold(text) in self._nothing:
            return entry
        post, dash, tail = text.rpartition(" – ") if " – " in text else text.rpartition(" - ")
        if dash and _CHAIR.fullmatch(tail):
            entry, text = self._leading(entry, tail), post
        elif dash and _CODE.fullmatch(tail) and _abbreviates(tail, post.partition(", ")[0]):
            # `Deputy Commissioner - DPC`: a dash does what brackets do, but `Staff Officer - PCC` is whose officer.
            entry, text = replace(entry, codes=(*entry.codes, tail)), post
        role, _, rest = text.partition(", ")
        parted = rest and not self._names.is_title(text) and not self._names.is_field(rest)
        if parted and self._names.is_role(role) and not self._names.is_role(rest):
            told = self._names.is_told_of(role) and not self._names.is_organisation(rest)
            entry, text = (entry if told else self.in_organisation(entry, rest)), role
        if _CHAIR.fullmatch(text) or _MINUTES.fullmatch(text):
            return self._leading(entry, text)
        in_charge = self._names.is_field(text) and (entry.titles or entry.roles)
        if in_charge or self._names.is_role(text):
            return replace(entry, roles=(*entry.roles, text))
        # `Head of Service, Learning Disability`: what such a post is of needs no name of a body.
        guess = guess and not (entry.roles and self._names.is_told_of(entry.roles[-1]))
        return self.in_organisation(entry, text) if guess or self._names.is_organisation(text) else entry

    def with_role(self, entry: Entry, text: str) -> Entry:
        """Adds what the column of capacities says, whatever its words."""
        described = self.described(entry, text, guess=False)
        bare = self._without_brackets(text).strip(" ,;:.")
        is_new = described.roles == entry.roles and described.organisation == entry.organisation
        if is_new and bare and not described.chairs and not described.takes_minutes and fold(bare) not in self._nothing:
            return replace(described, roles=(*described.roles, bare))
        return described

    def in_organisation(self, entry: Entry, text: str) -> Entry:
        """Adds the organisation, unless one is known already or the words begin like no name."""
        text = text.strip(" ,;:.")
        return replace(entry, organisation=entry.organisation or text) if text and text[0].isupper() else entry

    def sent_by(self, entry: Entry, text: str) -> Entry:
        """Adds what the column of organisations says, with who leads or writes in brackets: `Quay Council (Chair)`."""
        bracket = BRACKETS.search(text)
        inside = bracket[1].strip() if bracket else ""
        if bracket and (_CHAIR.fullmatch(inside) or _MINUTES.fullmatch(inside)):
            entry, text = self._leading(entry, inside), text[: bracket.start()]
        return self.in_organisation(entry, text)

    def with_code(self, entry: Entry, text: str, *, sure: bool = False) -> Entry | None:
        """Takes words of their own that are initials, the name's own unless `sure`; None when they are not."""
        is_code = _CODE.fullmatch(text) is not None and (sure or matches_initials(text, entry.name))
        return replace(entry, codes=(*entry.codes, text)) if is_code else None

    def settled(self, entries: list[Entry]) -> list[Entry]:
        """Settles what each short form in brackets is: initials, a post's short form, or an organisation."""
        codes = [code for entry in entries for code in entry.codes]
        initials = sum(matches_initials(code, entry.name) for entry in entries for code in entry.codes)
        return [self._settled(entry, codes, initials) for entry in entries]

    def is_certain(self, entry: Entry) -> bool:
        """Tells whether a name is one beyond its capitals: by a rank, a role, initials or a given name."""
        said = entry.titles or entry.roles or entry.codes or entry.honorific
        first, *_ = entry.name.split()
        initials = any(len(word.rstrip(".")) == 1 for word in entry.name.split()[:-1])
        return bool(said) or initials or first.casefold() in given_names()

    def _settled(self, entry: Entry, codes: list[str], initials: int) -> Entry:
        for code in entry.codes:
            own = matches_initials(code, entry.name)
            if own or self._names.is_short_form(code, " ".join(entry.roles)):
                titled = any(_abbreviates(code, title) for title in entry.titles)
                # Where the list prints the initials of others too, `Bo Moss (BM)` is no Brigade Manager.
                listed = own and initials > 1
                if not entry.roles and not titled and not listed and code in self._names.spelled:
                    entry = replace(entry, roles=(self._names.spelled[code],))
                continue
            lone = not entry.roles and initials < 2
            if codes.count(code) > 1 or (lone and self._names.is_organisation(code)):
                others = tuple(other for other in entry.codes if other != code)
                entry = replace(entry, codes=others, organisation=entry.organisation or code)
        return entry

    def _named(self, piece: Line) -> Entry | None:
        if name := self._names.read(piece.text):
            return _entry(name, piece)
        if pair := self._names.read_with_role(piece.text):
            return self.with_role(_entry(pair[0], piece), pair[1])
        return None

    def _behind_role(self, part: Line, pieces: list[Line]) -> tuple[Entry | None, list[Line]]:
        """Reads `Finance Director (Ms J Hale)` and `Finance Director – Jo Hale`."""
        for at, piece in enumerate(pieces[1:], 1):
            if piece.text and (found := self._named(piece)):
                return self.with_role(found, pieces[0].text), pieces[at + 1 :]
        bracket = BRACKETS.search(part.text)
        inside = bracket and self._named(part.part(bracket.start(1), bracket.end(1)))
        # `Partner Member (Primary Care)`: what the holder of the post is there for may be printed as names are.
        inside = inside if inside and self.is_certain(replace(inside, roles=())) else None
        return (self.with_role(inside, pieces[0].text), []) if inside else (None, [])

    def _bracketed(self, entry: Entry, text: str) -> Entry:
        """Takes what stands in brackets into the entry: a short form, a role, an organisation, a note on presence."""
        for match in BRACKETS.finditer(text):
            entry, inside = replace(entry, noted=True), match[1].strip(" .,;:*")
            code, comma, rest = inside.partition(", ")
            if comma and _CODE.fullmatch(code) and matches_initials(code, entry.name):
                # `Jo Hale (JH, Quay Council)`: behind the initials stands what a dash could lead in.
                entry = self.described(replace(entry, codes=(*entry.codes, code)), rest, guess=True)
                continue
            rank, _, initials = inside.rpartition(" ")
            if rank in self._names.spelled and matches_initials(initials, entry.name):
                # `ACC Jo Hale (ACC JH)`
                entry = replace(entry, codes=(*entry.codes, initials, inside))
                continue
            known = inside in entry.codes or (fold(inside) in fold(entry.name) and not inside.isupper())
            if not inside or known:
                continue
            if _CODE.fullmatch(inside) or self._names.is_abbreviation(inside):
                entry = replace(entry, codes=(*entry.codes, inside))
            elif not any((self._notes.search(inside), re.search(r"\d", inside), self._names.is_field(inside))) and (
                not self._qualifies(inside)
            ):
                entry = self.described(entry, inside, guess=False)
        return entry

    def _without_brackets(self, text: str) -> str:
        kept = BRACKETS.sub(lambda match: match.group() if self._qualifies(match[1]) else " ", text)
        return re.sub(r"\s+", " ", kept)

    def _qualifies(self, inside: str) -> bool:
        """Tells whether bracketed words belong to the role before them: `Executive Officer (Corporate)`."""
        inside = inside.strip()
        if _MINUTES.fullmatch(inside) or _CHAIR.fullmatch(inside):
            return False
        plain = inside.istitle() and inside.replace(" ", "").isalpha() and len(inside) > 5
        other = self._names.is_role(inside) or self._names.is_organisation(inside) or self._names.is_name(inside)
        return plain and not other and not self._notes.search(inside)

    def _leading(self, entry: Entry, text: str) -> Entry:
        if _MINUTES.fullmatch(text):
            return replace(entry, takes_minutes=True)
        if text.casefold() in {"presiding", "presided"}:
            return replace(entry, chairs=True)
        return replace(entry, chairs=True, roles=(*entry.roles, re.sub("^in the ", "", text, flags=re.IGNORECASE)))


def _abbreviates(code: str, role: str) -> bool:
    """Tells whether a code is the first letters of a role's words, with or without the small ones."""
    words = role.split()
    plain = "".join(word[0] for word in words)
    return code.casefold() in {plain.casefold(), "".join(filter(str.isupper, plain)).casefold()}


def is_chair(role: str) -> bool:
    """Tells whether a role is nothing but the chair of the meeting."""
    return _CHAIR.fullmatch(role) is not None


def is_chair_post(role: str) -> bool:
    """Tells whether a post is to chair a body as a whole: Clinical Chair, but neither Vice Chair nor Chair of Roads."""
    return _CHAIR_POST.fullmatch(role.strip()) is not None


def _entry(name: PersonName, line: Line) -> Entry:
    start = line.start + name.start
    end, printed = line.start + name.end, " ".join(line.text[: name.end].split())
    printed = printed if len(name.name.split()) == 1 else ""
    return Entry(name.name, start, end, name.titles, acting=name.acting, honorific=name.honorific, printed=printed)


def _between(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in pattern.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
