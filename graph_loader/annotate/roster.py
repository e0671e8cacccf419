"""Reads lists of people, in whatever layout: who they are, in what capacity, and whether they were there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph_loader.annotate.fields import Field, Line
from graph_loader.annotate.person_names import NameReader, PersonName, matches_initials
from graph_loader.annotate.profile import Minutes
from graph_loader.model.ids import fold

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)(?:[)\]]|$)")
_DASH = re.compile(r"\s[-–—]+\s?|\s?[–—]\s|:\s")
_SEPARATOR = re.compile(r"[,;]\s*(?:and\s)?|\s(?:and|&)\s")
_CODE = re.compile(r"(?:[TA]/)?[A-Z][a-z]?[A-Z&][A-Za-z]{0,4}")
_SENTENCE = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
_APOLOGIES_FROM = re.compile(r".{0,120}?\b(?:from|by):?\s+", re.IGNORECASE)
_GONE = re.compile(
    r"\s(?:was|were|had|has|have|sent|gave|tendered|also|attended|joined|left|arrived|submitted|who)\b.*$", re.DOTALL
)
_CHAIR = re.compile(r"(?:(?:acting|in the|meeting)\s)?(?:chair(?:man|person|woman)?|convenor|convener)", re.IGNORECASE)
_MINUTES = re.compile(
    r"(?:minutes?|notes?|scribe|minute[- ]taker|note[- ]taker|minutes secretary|minute secretary)", re.I
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Is one person in a list; `start` and `end` are the bare name's characters of the `Doc`.

    `roles` are as printed, titles before the name first; `codes` are short forms printed behind the name.
    """

    name: str
    start: int
    end: int
    roles: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    organisation: str | None = None
    acting: bool = False
    chairs: bool = False
    takes_minutes: bool = False
    titles: tuple[str, ...] = ()


class RosterReader:
    """Reads lists of people with the words of one profile."""

    def __init__(self, names: NameReader, minutes: Minutes, given_names: frozenset[str]) -> None:
        self._names = names
        self._given = given_names
        self._notes = re.compile("|".join(rf"\b{re.escape(note)}\b" for note in minutes.presence_notes), re.I)
        self._nothing = {fold(text) for text in minutes.nothing}
        self._columns = {fold(head) for heads in minutes.columns.values() for head in heads}

    def read(self, field: Field, columns: Mapping[tuple[int, int], str]) -> list[Entry]:
        """Reads the people of a field in order, up to where the list plainly ends."""
        entries: list[Entry] = []
        organisation: str | None = None
        strange = 0
        groups = list(_groups(field.lines))
        one_each = sum(len(group) == 1 and self._is_one(group[0]) for group in groups) >= max(2, len(groups) // 2)
        for group in groups:
            found = self._row(group, columns) if group[0].block.table is not None else self._line(group[0], one_each)
            if strange or (entries and not _is_alike(found, entries)):
                found = [entry for entry in found if self._is_certain(entry)]
            entries += [replace(entry, organisation=entry.organisation or organisation) for entry in found]
            if found or self._is_empty(group):
                strange = 0
            elif len(group) == 1 and self._is_group_head(group[0].text):
                organisation = (
                    group[0].text.strip(" :") if self._names.is_organisation(group[0].text.strip(" :")) else None
                )
            elif (strange := strange + 1) > 2 or len(group[0].text.split()) > 25:
                break
        return entries

    def read_line(self, line: Line) -> list[Entry]:
        """Reads the people of one line of a field that names one person, or a few."""
        return self._line(line, one_each=True) if self._is_one(line) else self._line(line, one_each=False)

    def _row(self, cells: list[Line], columns: Mapping[tuple[int, int], str]) -> list[Entry]:
        """Reads a row of a table: by the heads of its columns, else the first cell that names people, then the rest."""
        kinds = {cell: columns.get((cell.block.table or 0, cell.block.column or 0)) for cell in cells}
        named = next((cell for cell in cells if kinds[cell] == "name"), None)
        found = self._line(named, one_each=False) if named else []
        for cell in () if found else cells:
            if found := self._line(cell, one_each=False):
                named = cell
                break
        if len(found) != 1:
            return found
        entry = found[0]
        for cell in cells:
            if cell is not named and kinds[cell] == "initials" and _CODE.fullmatch(cell.text):
                entry = replace(entry, codes=(*entry.codes, cell.text))
            elif cell is not named:
                entry = self._described(entry, cell.text, kinds[cell] or "role")
        return [entry]

    def _described(self, entry: Entry, text: str, kind: str) -> Entry:
        """Adds what a cell, or the words behind a name, say about its bearer."""
        if kind == "organisation":
            return replace(entry, organisation=text.strip(" ,;"))
        entry, text = self._without_brackets(entry, text)
        role, _, rest = text.partition(", ")
        if rest and self._names.is_role(role) and not self._names.is_role(rest) and rest[0].isupper():
            entry, text = replace(entry, organisation=rest.strip(" ,;")), role
        text = text.strip(" ,;:.")
        if not text or fold(text) in self._nothing:
            return entry
        if kind == "role" or self._names.is_role(text):
            is_body = not self._names.is_role(text) and self._names.is_organisation(text)
            if not is_body:
                return replace(entry, roles=(*entry.roles, text))
        elif not (self._names.is_organisation(text) or kind == "either") or not text[0].isupper():
            return entry
        return replace(entry, organisation=entry.organisation or text)

    def _line(self, line: Line, one_each: bool) -> list[Entry]:
        entries: list[Entry] = []
        for sentence in _sentences(line):
            entries += self._list(_bare_list(sentence), one_each)
        return self._with_codes(entries)

    def _list(self, line: Line, one_each: bool) -> list[Entry]:
        """Reads one running list; who follows a plural rank bears it up to the name behind `and`."""
        entries: list[Entry] = []
        rank: tuple[str, ...] = ()
        waiting = ""
        for part, after_and in self._parts(line):
            entry = self._person(part) if not (one_each and entries) else None
            shared = rank and self._sharing(part, rank)
            if entry is not None and (entry.titles or not shared):
                rank = entry.titles if _is_plural_rank(part.text) or len(entry.name.split()) == 1 else ()
                entries.append(replace(entry, roles=(*entry.roles, waiting)) if waiting else entry)
                waiting = ""
            elif shared:
                entries.append(shared)
                rank = () if after_and else rank
            elif entries:
                entries[-1] = self._described(entries[-1], part.text, "either" if one_each else "")
            elif self._names.is_role(part.text):
                waiting = part.text
            else:
                given = self._given_name(part)
                entries += [given] if given else []
        return entries

    def _sharing(self, part: Line, rank: tuple[str, ...]) -> Entry | None:
        bare = _BRACKETS.sub("", part.text).strip(" .,")
        if not self._names.is_name(bare, 1):
            return None
        return Entry(bare, part.start, part.start + len(bare), rank, titles=rank)

    def _given_name(self, part: Line) -> Entry | None:
        return Entry(part.text, part.start, part.end) if part.text.casefold() in self._given else None

    def _parts(self, line: Line) -> Iterator[tuple[Line, bool]]:
        """Yields the parts of a list between commas and, where a person follows, `and`; brackets hold together."""
        text = self._with_commas(line.text)
        start, joined = 0, False
        for match in _SEPARATOR.finditer(text):
            if match.start() < start or _depth(text[start : match.start()]) > 0 or text[match.end() :].startswith("("):
                continue
            soft = match.group()[0] not in ",;"
            if soft and not self._splits(text[start : match.start()], text[match.end() :]):
                continue
            part = Line(line.text[start : match.start()], line.start + start, line.block).part(0)
            if part.text:
                yield part, joined
            start, joined = match.end(), "and" in match.group() or "&" in match.group()
        part = Line(line.text[start:], line.start + start, line.block).part(0)
        if part.text.strip(" ."):
            yield part, joined

    def _with_commas(self, text: str) -> str:
        """Puts a comma, in place of a space, before a plural rank that follows a name with none between them."""
        return re.sub(r"(?<=[a-z])\s(?=(?:Cllrs|Councillors|Messrs|Superintendents|Senators)\b)", ",", text)

    def _splits(self, left: str, right: str) -> bool:
        """Tells whether `and` joins two people, not two words of a post or a body."""
        following = _SEPARATOR.split(right, maxsplit=1)[0]
        bare = _BRACKETS.sub("", _DASH.split(following, maxsplit=1)[0]).strip(" .")
        if self._names.read(bare) or self._names.read_with_role(bare):
            return True
        return self._names.is_name(bare, 1) and self._names.is_name(left.split()[-1], 1)

    def _is_one(self, line: Line) -> bool:
        """Tells whether a line holds one person with what is said of them, and no running list."""
        parts = [part for part, _ in self._parts(line)]
        if not parts or len(parts) > 3 or self._person(parts[0]) is None:
            return False
        return not any(self._is_surely_person(part) for part in parts[1:])

    def _is_surely_person(self, part: Line) -> bool:
        entry = self._person(part)
        return entry is not None and self._is_certain(entry)

    def _is_certain(self, entry: Entry) -> bool:
        """Tells whether a name is one beyond its capitals: by a title, a role, or a given name."""
        return bool(entry.roles or entry.titles or entry.codes) or entry.name.split()[0].casefold() in self._given

    def _person(self, part: Line) -> Entry | None:
        """Reads one person with the role in front, behind, or in brackets."""
        bare = _BRACKETS.sub(lambda match: " " * len(match.group()), part.text)
        pieces = [Line(bare[start:end], part.start + start, part.block).part(0) for start, end in _between(_DASH, bare)]
        found = self._named(pieces[0])
        rest = pieces[1:]
        if found is None and self._names.is_role(pieces[0].text):
            found, rest = self._behind_role(part, pieces)
        if found is None:
            return None
        entry, _ = self._without_brackets(found, part.text)
        for piece in rest:
            if piece.text:
                entry = self._described(entry, piece.text, "either")
        return entry

    def _named(self, piece: Line) -> Entry | None:
        if name := self._names.read(piece.text):
            return _entry(name, piece)
        if pair := self._names.read_with_role(piece.text):
            return replace(_entry(pair[0], piece), roles=(*pair[0].titles, pair[1]))
        return None

    def _behind_role(self, part: Line, pieces: list[Line]) -> tuple[Entry | None, list[Line]]:
        """Reads `Finance Director (Ms J Hale)` and `Finance Director – Jo Hale`."""
        for at, piece in enumerate(pieces[1:], 1):
            if piece.text and (found := self._named(piece)):
                return replace(found, roles=(*found.roles, pieces[0].text.strip(" ,;"))), pieces[at + 1 :]
        bracket = _BRACKETS.search(part.text)
        inside = bracket and self._named(part.part(bracket.start(1), bracket.end(1)))
        return (replace(inside, roles=(*inside.roles, pieces[0].text.strip(" ,;"))), []) if inside else (None, [])

    def _without_brackets(self, entry: Entry, text: str) -> tuple[Entry, str]:
        """Takes what stands in brackets into the entry: a short form, a role, an organisation, a note on presence."""
        for match in _BRACKETS.finditer(text):
            inside = match[1].strip(" .,;:*")
            if not inside or fold(inside) in fold(entry.name).split():
                continue
            entry = self._bracketed(entry, inside)
        bare = _BRACKETS.sub(lambda match: match.group() if self._qualifies(match[1]) else "", text)
        return entry, re.sub(r"\s+", " ", bare).strip(" ,;")

    def _bracketed(self, entry: Entry, inside: str) -> Entry:
        if _CHAIR.fullmatch(inside):
            return replace(entry, chairs=True, roles=(*entry.roles, inside))
        if _MINUTES.fullmatch(inside):
            return replace(entry, takes_minutes=True)
        if _CODE.fullmatch(inside) and not inside.casefold() in self._given:
            return replace(entry, codes=(*entry.codes, inside))
        if self._notes.search(inside) or re.search(r"\d", inside):
            return entry
        if self._names.is_role(inside):
            return self._described(entry, inside, "")
        return self._described(entry, inside, "either" if "," in inside else "")

    def _qualifies(self, inside: str) -> bool:
        """Tells whether bracketed words belong to the role: `Executive Officer (Corporate)`."""
        inside = inside.strip()
        plain = inside.istitle() and inside.replace(" ", "").isalpha() and not self._names.is_role(inside)
        return plain and len(inside) > 5 and not self._notes.search(inside) and not self._names.is_name(inside)

    def _with_codes(self, entries: list[Entry]) -> list[Entry]:
        """Settles what a short form in brackets is: initials, a post's short form, or an organisation."""
        codes = [code for entry in entries for code in entry.codes]
        initials = sum(matches_initials(code, entry.name) for entry in entries for code in entry.codes)
        return [self._settled(entry, codes, initials) for entry in entries]

    def _settled(self, entry: Entry, codes: list[str], initials: int) -> Entry:
        for code in entry.codes:
            role = " ".join(entry.roles)
            if matches_initials(code, entry.name):
                continue
            if code in self._names.spelled and not entry.roles:
                entry = replace(entry, roles=(self._names.spelled[code],))
            elif not self._names.is_short_form(code, role) and (
                codes.count(code) > 1 or self._names.is_organisation(code) and not entry.roles and initials < 2
            ):
                rest = tuple(other for other in entry.codes if other != code)
                entry = replace(entry, codes=rest, organisation=entry.organisation or code)
        return entry

    def _is_empty(self, group: list[Line]) -> bool:
        words = [fold(cell.text) for cell in group]
        return all(word in self._nothing or word in self._columns or not word for word in words) or all(
            set(word.split()) <= self._columns for word in words
        )

    def _is_group_head(self, text: str) -> bool:
        return len(text.split()) <= 10 and (text.rstrip().endswith(":") or self._names.is_organisation(text.strip()))


def _entry(name: PersonName, line: Line) -> Entry:
    return Entry(
        name.name,
        line.start + name.start,
        line.start + name.end,
        name.titles,
        acting=name.acting,
        titles=name.titles,
    )


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yields the cells of each row of a table together, and other lines by themselves, broken ones made whole."""
    group: list[Line] = []
    for line in lines:
        in_table = line.block.table is not None
        if group and in_table and (line.block.table, line.block.row) == (group[0].block.table, group[0].block.row):
            group.append(line)
            continue
        if group and not in_table and _is_broken(group[-1], line):
            # Neighbouring blocks stand in the `Doc` with one character between them: offsets hold.
            group = [Line(f"{group[-1].text}\n{line.text}", group[-1].start, group[-1].block)]
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _is_broken(line: Line, following: Line) -> bool:
    """Tells whether a line runs on in the next block: it ends in a comma or inside brackets, or the next begins so."""
    if line.block.table is not None or following.start != line.end + 1:
        return False
    unfinished = line.text.endswith((",", " and", "&")) or _depth(line.text) > 0
    return unfinished or following.text.startswith(("(", "and "))


def _sentences(line: Line) -> Iterator[Line]:
    start = 0
    for match in _SENTENCE.finditer(line.text):
        last = line.text[start : match.start()].split()[-1:]
        if last and len(last[0].strip("(")) > 4:
            yield line.part(start, match.start())
            start = match.end()
    yield line.part(start)


def _bare_list(line: Line) -> Line:
    """Cuts away what makes a list a sentence: `Apologies were received from …`, `… was present for item 3`."""
    start = 0
    if re.match(r"(?:apologies|regrets|received|an apology|absence)\b", line.text, re.IGNORECASE):
        lead = _APOLOGIES_FROM.match(line.text)
        start = lead.end() if lead else 0
    elif lead := re.match(r"(?:received\s)?from:?\s", line.text, re.IGNORECASE):
        start = lead.end()
    gone = _GONE.search(_BRACKETS.sub(lambda match: "x" * len(match.group()), line.text), start)
    return line.part(start, gone.start() if gone else None)


def _between(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in pattern.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _depth(text: str) -> int:
    return text.count("(") + text.count("[") - text.count(")") - text.count("]")


def _is_plural_rank(text: str) -> bool:
    return text.split()[0].rstrip(".").endswith("s") and not text.split()[0].startswith(("Mrs", "Ms", "Miss"))


def _is_alike(found: list[Entry], entries: list[Entry]) -> bool:
    """Tells whether people are described as those before them are: names alone do not follow names with roles."""
    described = sum(bool(entry.roles or entry.codes or entry.organisation) for entry in entries)
    return described * 2 <= len(entries) or all(entry.roles or entry.codes or entry.organisation for entry in found)
