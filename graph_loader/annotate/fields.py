"""Splits minutes into the fields that their labels open: `Chair: …`, a cell `Attendance:`, a heading `PRESENT`."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from graph_loader.annotate.extensions import blocks_of
from graph_loader.annotate.profile_structure import Column, Minutes
from graph_loader.model.ids import fold
from graph_loader.model.layout import Block
from graph_loader.read.markers import is_numbered

ROSTERS = ("present", "apologies", "membership")
_HEAD_A_ROW = (*ROSTERS, "chair")
_HEAD_BLOCKS = 40
_PROSE_WORDS = 40
_LABEL_WORDS = 4
_LONGEST = 4000  # characters: what is longer is no field but a whole document in one paragraph
_STOP = re.compile(r"\s*(?:\([^)]{0,40}\)\s*)?(?:[:;]|[-–—](?=\s)|$)\s*")
_NUMBER = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?")
_FITS = {"date": re.compile(r"\d|(?i:mon|tue|wed|thu|fri|sat|sun)"), "time": re.compile(r"\d|@"), "minutes_by": None}
# What stands between the label of a list and its colon: `Also present for item 3:`, `Present at the meeting:`.
_NOTED = re.compile(r"\s+(?:for|from|until|at|by|via|on|as|in|with|representing)\b[^:.;,\n]{0,60}:\s*")
_LISTING = re.compile(r"\b(?:by|were)$", re.IGNORECASE)
GROUP_LEAD = re.compile(r"(?i:for|from|representing|on behalf of)\s(?:the\s)?(?=[^\W\d_a-z])")
_GROUP = re.compile(rf"{GROUP_LEAD.pattern}[^:;,.()\d]{{3,60}}:?")
_SPACE = re.compile(r" (?!$)")
_WIDE = re.compile(r"[ \u00a0]{3,}|[\t\n]")
_UPPER = re.compile(r"[^\W\d_a-z]|[@\d]")


@dataclass(frozen=True, slots=True)
class Line:
    """Is one run of words: `start` is where they begin in the `Doc`, `block` where they stand in the layout."""

    text: str
    start: int
    block: Block
    breaks: tuple[int, ...] = ()
    """Where in the text lines of the source begin, after the first."""
    gaps: tuple[int, ...] = ()
    """Where in the text a single space stands for the wide gap between two columns of the source."""

    @property
    def end(self) -> int:
        """Gives where the words end in the `Doc`."""
        return self.start + len(self.text)

    def part(self, start: int, end: int | None = None) -> "Line":
        """Gives a part of the line without the white space around it; offsets in the line's text."""
        text = self.text[start:end]
        begin = start + len(text) - len(text.lstrip())
        text = text.strip()
        breaks, gaps = (
            tuple(at - begin for at in places if begin < at < begin + len(text)) if places else ()
            for places in (self.breaks, self.gaps)
        )
        return Line(text, self.start + begin, self.block, breaks, gaps)

    @property
    def columns(self) -> str:
        """Gives the text with a tab wherever the source has a wide gap."""
        if not self.gaps:
            return self.text
        return "".join("\t" if at in self.gaps else char for at, char in enumerate(self.text))


@dataclass(frozen=True, slots=True)
class Field:
    """Is one labelled field: its name, the label as printed, and the lines that stand under it, never empty ones."""

    name: str
    label: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Gives the words of the first line, or nothing."""
        return self.lines[0].text if self.lines else ""


@dataclass(slots=True)
class _OpenField:
    """Is a field in the making."""

    name: str
    label: str
    lines: list[Line]

    def closed(self) -> Field:
        return Field(self.name, self.label, tuple(self.lines))


_LISTED = re.compile(r"(?:were|was|included|comprised|are)\b:?\s*", re.I)
# Names that are the subject of apologies: `Jo Hale (unwell) and Cllr Ash had sent their apologies.`
_SENT = re.compile(
    r"[^\W\d_a-z](?:[^.;:\n]|(?<=\b\w)\.|(?<=\b[A-Z]\w)\.|(?<=\b[A-Z]\w\w\w)\.){3,160}?\s"
    r"(?:(?:sent|gave|given|tendered|submitted|offered)\s(?:(?:his|her|their)\s)?apologies"
    r"|(?:was|were)\sunable\sto\sattend)(?:\sfor\s(?:(?:his|her|their)\s)?absence)?(?=\.|$)"
)
_CAME = re.compile(
    r"[^\W\d_a-z](?:[^.;:\n]|(?<=\b\w)\.|(?<=\b[A-Z]\w)\.|(?<=\b[A-Z]\w\w\w)\.){3,400}?\s(?:was|were)\s(?:also\s)?"
    r"(?:present|in\sattendance)(?=\.|$)"
)
_SENT_BEHIND = re.compile(rf"(?P<end>(?<=[a-z\])]{{4}}[.;]\s))(?={_SENT.pattern})")
_PRESENCE = re.compile(r"present|attend", re.I)
# Who serves the meeting stands below the apologies without belonging to them: `Clerk: Jo Hale`.
_SERVES = re.compile(r"(?i:(?:[\w’']+\s){0,3}(?:clerk|secretary)(?:\sto\s[^:]{3,40})?):\s(?=[^\W\d_a-z])")


class FieldReader:
    """Knows the labels of one profile."""

    def __init__(self, minutes: Minutes) -> None:
        self._fields = {fold(label): name for name, labels in minutes.labels.items() for label in labels}
        self._label = re.compile(
            f"(?:{_any_of(label for labels in minutes.labels.values() for label in labels)})\\b", re.I
        )
        self._sent_to = {fold(label) for label in minutes.sent_to}
        self._columns = {fold(head): name for name, heads in minutes.columns.items() for head in heads}
        self._run_in = {fold(label) for label in minutes.run_in}
        bare = f"(?:{_any_of(minutes.run_in)})\\b"
        self._inside = re.compile(rf"(?<=\s)(?:(?i:{self._label.pattern})(?:\(s\))?\s?:|{bare}(?=\s[A-Z]))")
        self._regrets = re.compile(r"(?<=[;.,]\s)apologies\b(?=[^;:.]{0,60}\sfrom\s)", re.IGNORECASE)

    def fields(self, doc: Doc) -> list[Field]:
        """Gives the fields in order, found once; those that are no attendance list only from the head of the minutes.

        All components of a pipeline read with the labels of one profile.
        """
        known: list[Field] | None = doc.user_data.get("kg_fields")
        if known is None:
            known = doc.user_data["kg_fields"] = list(self._read(doc))
        return known

    def unknown(self, doc: Doc) -> Iterator[Field]:
        """Yields what stands in the head under other labels of a few words with a colon: it may be a list of people."""
        taken = {line.start for field in self.fields(doc) for line in field.lines}
        current: _OpenField | None = None
        head = (line for line, _ in takewhile(lambda each: each[1], self._lines(doc, self.head_end(doc))))
        for line in head:
            label = line.text.rstrip(" :")
            is_free = line.start not in taken and self._match(line.text, in_head=True) is None
            is_label = is_free and line.text.endswith(":") and len(label.split()) <= _LABEL_WORDS
            if current is not None and (not is_free or is_label):
                yield current.closed()
                current = None
            if is_label and fold(label) not in self._sent_to:
                current = _OpenField("present", label, [])
            elif current is not None:
                current.lines.append(line)
        yield from [current.closed()] if current else []

    def _read(self, doc: Doc) -> Iterator[Field]:
        head_end = self.head_end(doc)
        grouping = self._grouping(doc, head_end)
        current: _OpenField | None = None
        row: tuple[int | None, int | None] = (None, None)
        for line, in_head in self._lines(doc, head_end):
            begun = row[0] is not None and row == (line.block.table, line.block.row)
            row = line.block.table, line.block.row
            opened = self._opened(line, in_head, begun)
            if opened is None and not begun and line.block.table in grouping:
                opened = Field("present" if self._heads_group(line) else "", line.text, ())
            if opened is None and (in_head or (current and current.name == "present")):
                opened = _told(line)
            if opened is None and current and current.name == "apologies" and current.lines:
                opened = Field("present", "", (line,)) if _SERVES.match(line.text) else None
            if opened is None and in_head and _GROUP.fullmatch(line.text):
                # `For the Council` heads those who came for it, in a list or as the first words of one.
                if current is not None and current.name in ROSTERS:
                    current.lines.append(line)
                    continue
                opened = Field("present", "", (line,))
            if opened is not None:
                yield from [current.closed()] if current else []
                current = _OpenField(opened.name, opened.label, list(opened.lines)) if opened.name else None
            elif current is not None:
                if self._continues(current, line):
                    current.lines.append(line)
                else:
                    yield current.closed()
                    current = None
        yield from [current.closed()] if current else []

    def _grouping(self, doc: Doc, head_end: int) -> set[int]:
        """Gives the tables of the head with two columns where a cell says who those beside it are, more than once."""
        cells = [block for block in doc._.layout.blocks[:head_end] if block.table is not None]
        beside = {(block.table, block.row) for block in cells if block.column == 1}
        wide = {block.table for block in cells if (block.column or 0) > 1}
        found = Counter(
            block.table
            for block in cells
            if not block.column and (block.table, block.row) in beside and self._is_label(block.text, _HEAD_A_ROW)
        )
        return {table for table, times in found.items() if times > 1 and table is not None and table not in wide}

    def _heads_group(self, line: Line) -> bool:
        """Tells whether a first cell may be what those beside it are called: `Elected members`, `The Council`."""
        label = fold(line.text)
        return (
            line.block.column == 0
            and len(label.split()) <= _LABEL_WORDS
            and label not in self._sent_to
            and not any(char.isdigit() for char in label)
        )

    def head_end(self, doc: Doc) -> int:
        """Gives the number of the first block that is no more part of the head: the first item, or running prose."""
        blocks: tuple[Block, ...] = doc._.layout.blocks
        for at, block in enumerate(blocks[:_HEAD_BLOCKS]):
            if is_numbered(block.marker) and not self._is_label(block.text, ROSTERS):
                return at
            if len(block.text.split()) > _PROSE_WORDS and not self._is_label(block.text, self._fields.values()):
                return at
        return min(len(blocks), _HEAD_BLOCKS)

    def _is_label(self, text: str, names: object) -> bool:
        found = self._match(text, in_head=True)
        return found is not None and found[0] in list(names)  # type: ignore[call-overload]

    def _lines(self, doc: Doc, head_end: int) -> Iterator[tuple[Line, bool]]:
        source = doc._.layout.text
        for at, (span, block) in enumerate(blocks_of(doc)):
            in_head = at < head_end
            whole = Line(block.text, span.start_char, block, *_source_spaces(source, block))
            starts = [0, *(start for start in self._breaks(whole, in_head) if start)]
            for start, end in zip(starts, [*starts[1:], None], strict=True):
                line = whole.part(start, end)
                if line.text:
                    yield line, in_head

    def _breaks(self, line: Line, in_head: bool) -> Iterator[int]:
        """Yields where a label begins inside a block: behind a line break of the source, or in a line of the head."""
        opened = self._match(line.text, in_head)
        found = self._inside.finditer(line.text, opened[2]) if in_head and opened else ()
        inside = {match.start() for match in found}
        if opened and opened[0] == "present":
            inside |= {match.start() for match in self._regrets.finditer(line.text)}
            inside |= {match.end("end") for match in _SENT_BEHIND.finditer(line.text)}
        for at in sorted({*inside, *line.breaks}):
            begun = self._match(line.text[at:], in_head)
            serves = in_head and _SERVES.match(line.text, at) is not None
            if at in inside or serves or (begun is not None and (in_head or begun[0] in ROSTERS)):
                yield at

    def _opened(self, line: Line, in_head: bool, row_begun: bool) -> Field | None:
        if not row_begun and line.block.row == 0 and self._columns.get(fold(line.text)) == "name":
            return Field("present", "", ())
        found = self._match(line.text, in_head)
        if found is None or not (in_head or found[0] in ROSTERS):
            return None
        name, start, end = found
        # In a row, what stands behind another cell is what is said of that, not a label: `Jo Hale | Chair`.
        if row_begun and ":" not in line.text[start:end]:
            return None
        value = line.part(end, end + _LONGEST)
        return Field(name, line.text[start:end].strip(" :;-–—"), (value,) if value.text else ())

    def _match(self, text: str, in_head: bool) -> tuple[str, int, int] | None:
        """Gives the field that a text opens, and where its label begins and its value begins."""
        number = _NUMBER.match(text)
        start = number.end() if number else 0
        label = self._label.match(text, start)
        if label is None:
            return None
        name = self._fields[fold(label.group())]
        value = self._value(name, label, text, in_head)
        return None if value is None else (name, start, value)

    def _value(self, name: str, label: re.Match[str], text: str, in_head: bool) -> int | None:
        """Gives where the value of a label begins; None when the label is but the first word of a text."""
        stop = _STOP.match(text, label.end()) or (
            _NOTED.match(text, label.end()) if name in ROSTERS and in_head else None
        )
        if stop is not None:
            return stop.end()
        behind = text[label.end() :].lstrip()
        value = len(text) - len(behind)
        if name == "apologies" and label.group().casefold().endswith(" from"):
            return value
        if name == "present" and (listed := _listed(label.group(), behind, in_head)) is not None:
            return value + listed
        if _is_sentence(name, behind):
            return label.start()
        fits = _FITS.get(name, _UPPER) if name not in ROSTERS or fold(label.group()) in self._run_in else None
        return value if in_head and fits and fits.match(behind) and label.group()[0].isupper() else None

    def _continues(self, field: _OpenField, line: Line) -> bool:
        """Tells whether a line still stands under the field: only lists of people run over several blocks."""
        if field.name not in (*ROSTERS, "chair", "minutes_by"):
            return not field.lines
        block, last = line.block, field.lines[-1].block if field.lines else None
        if field.name not in ROSTERS:
            return not field.lines
        if last is not None and last.table is not None and block.table != last.table:
            return False
        # A list may be set in the type of headings, but a numbered heading, or one behind plain lines, is an item.
        # Five capitals in a line are the short form of a body rather than a heading.
        is_body = len(line.text) <= 5 and (line.text.isupper() or not block.marker)
        is_heading = block.kind == "heading" and not line.text.rstrip().endswith(":") and not is_body
        is_item = is_heading and (block.marker != "" or (last is not None and last.kind != "heading"))
        return not is_item and len(line.text.split()) <= 2 * _PROSE_WORDS


def _told(line: Line) -> Field | None:
    """Gives the field that a sentence about people makes: `Jo Hale sent her apologies`, `Jo Hale was present`."""
    if _SENT.match(line.text):
        return Field("apologies", "", (line,))
    return Field("present", "", (line,)) if _CAME.match(line.text) else None


def _listed(label: str, behind: str, in_head: bool) -> int | None:
    """Gives where the people begin behind words such as `Those present were`; None when there is no such verb."""
    if _LISTING.search(label):
        return 0
    # In the text, `Officers were asked` is a sentence, `Those present were` a list.
    listed = _LISTED.match(behind) if in_head or _PRESENCE.search(label) else None
    return listed.end() if listed else None


def _is_sentence(name: str, behind: str) -> bool:
    """Tells whether a label begins a sentence: `Apologies were received from …`."""
    return name == "apologies" and bool(re.match(r"(?:for|were|was|had|have|received|from)\b", behind))


def _any_of(phrases: Iterator[str] | list[str]) -> str:
    forms = sorted({re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases}, key=len, reverse=True)
    return "|".join(forms)


def _source_spaces(source: str, block: Block) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Gives where lines of the source begin in a block, and which of its spaces are wide gaps in the source."""
    offsets = block.offsets
    if not _WIDE.search(source, block.start, block.end):
        return (), ()
    spaces = [(at.start(), source[offsets[at.start()] : offsets[at.end()]]) for at in _SPACE.finditer(block.text)]
    breaks = tuple(at + 1 for at, space in spaces if "\n" in space)
    return breaks, tuple(at for at, space in spaces if "\n" not in space and _WIDE.search(space))


def column_heads(doc: Doc, columns: Mapping[Column, list[str]]) -> dict[tuple[int, int], str]:
    """Maps (table, column) to what the column holds, for each table whose first row is heads of columns."""
    names = {fold(head): name for name, heads in columns.items() for head in heads}
    found: dict[tuple[int, int], str] = {}
    for block in doc._.layout.blocks:
        if block.table is not None and block.row == 0 and block.column is not None and fold(block.text) in names:
            found[block.table, block.column] = names[fold(block.text)]
    return found
