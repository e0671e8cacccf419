"""Reads lists of people in whatever layout: tables, a person a line, running lists, sentences."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph_loader.annotate.deputies import DeputyReader
from graph_loader.annotate.entries import BRACKETS, Entry, EntryReader, is_chair
from graph_loader.annotate.fields import GROUP_LEAD, Field, Line
from graph_loader.annotate.person_names import LONGEST_LEAD, NameReader
from graph_loader.annotate.profile import given_names
from graph_loader.annotate.profile_structure import Minutes
from graph_loader.annotate.roster_lines import LEAD, bare_list, depth, grouped, in_table, without_lead
from graph_loader.model.ids import fold

_SEPARATOR = re.compile(r"[,;]\s*(?:and\s)?|\s(?:and|&)\s")
_AFTER_BRACKET = re.compile(r"\)\s+(?=[^\W\d_a-z])")
_SENTENCE = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
_SHORT_FORM = re.compile(r"\s\([A-Z&]{2,8}\)$")
_DASH = re.compile(r"\s[-–—]\s")
_ARTICLE = re.compile(r"(?:the|his|her|its|their|our)\s", re.IGNORECASE)
_FOR = re.compile(r"(?:and\s)?(?:for|representing|on behalf of)\s(?:the\s)?(?P<body>[^\W\d_a-z].+)")
_STANDS_IN = re.compile(r"\s(?:(?:as\s)?(?:a\s)?substitut(?:e|ing)\sfor|for|in place of|on behalf of|deputising for)\s")
_POST_FOR = re.compile(r"[a-z]\s(?:for|of)\s[^,;()]+$")
# What tells in a list of apologies of somebody who did come after all, or who sent none.
_NO_APOLOGY = re.compile(
    r"\b(?:arrived|joined|left|entered|attended|substitut|present|(?:without|no|not)\s(?:\w+\s)?apolog)", re.IGNORECASE
)
_GROUP_WORDS = 10
_REACH = 2000
"""How many characters back a rank in the plural is looked for that all names of a list share."""
_PROSE_WORDS = 25
# What somebody says ends a list of people, but for apologies: `The Clerk reported that Cllr Ash was ill`.
_REPORT = re.compile(r"\b(?:said|told|\w{2,20}ed)\s(?:that|whether|why|how)\b")
# What somebody asks or thanks somebody for ends any list.
_ASKED = re.compile(
    r"[^\W\d_]\s(?:asked|enquired|inquired|queried|replied|told|thanked)\s"
    r"(?:the|if|whether|why|how|what|when|who|where|which|about|for|that|[A-Z][a-z]+)\b"
)


class RosterReader:
    """Reads lists of people with the words of one profile."""

    def __init__(self, names: NameReader, minutes: Minutes) -> None:
        self._names = names
        self._entries = EntryReader(names, minutes)
        self._deputies = DeputyReader(minutes)
        self._nothing = {fold(text) for text in minutes.nothing}
        self._columns = {fold(head) for heads in minutes.columns.values() for head in heads}

    def read(self, field: Field, columns: Mapping[tuple[int, int], str]) -> list[Entry]:
        """Reads the people of a field in order, up to where the list plainly ends, then who came for one of them."""
        if field.name != "apologies":
            return self._read(field, columns)
        parted = [self._deputies.parted(line, self.read_line) for line in field.lines]
        entries = self._read(replace(field, lines=tuple(line for line, _ in parted)), columns)
        came = (each for line, deputies in parted for each in deputies if any(_in_front(each, line, entries)))
        return [*entries, *(replace(entry, stands_in=True) for each in came for entry in self.read_line(each))]

    def _read(self, field: Field, columns: Mapping[tuple[int, int], str]) -> list[Entry]:
        entries: list[Entry] = []
        organisation: str | None = None
        rank = self._names.shared_rank(field.label)
        post = shared = ""
        strange = 0
        groups = self._paired(list(grouped(part for line in field.lines for part in self._people_lines(line))))
        one_each = sum(len(group) == 1 and self._is_one(group[0]) for group in groups) >= max(2, len(groups) // 2)
        for group in groups:
            reported = _ASKED.search(group[0].text) or (field.name != "apologies" and _REPORT.search(group[0].text))
            if entries and reported:
                # `Mr Ash, in reply, said that …`: the list is over, and what goes on is the meeting.
                break
            found = (
                self._row(group, columns)
                if len(group) > 1 or in_table(group[0])
                else self._line(group[0], one_each, absent=field.name == "apologies")
            )
            is_heading = group[0].block.kind == "heading" and not entries
            if strange or is_heading or (entries and not _is_alike(found, entries)):
                found = [entry for entry in found if self._entries.is_certain(entry)]
            found = [self._under_head(entry, rank, post or shared) for entry in found]
            entries += [replace(entry, organisation=entry.organisation or organisation) for entry in found]
            post = "" if found else post
            if found or self._is_empty(group):
                strange = 0
            elif len(group) == 1 and self._is_group_head(group[0].text):
                head = group[0].text.strip(" :")
                organisation, rank = self._organisation(head), self._names.shared_rank(head)
                shared = self._names.shared_post(head)
                post = head if self._names.is_role(head) and not head.endswith("s") else ""
            elif (strange := strange + 1) > 2 or len(group[0].text.split()) > _PROSE_WORDS:
                break
        return self._entries.settled(entries)

    def read_line(self, line: Line) -> list[Entry]:
        """Reads the people of the one line of a field such as `Chair:`."""
        return self._entries.settled(self._line(line, one_each=self._is_one(line)))

    def _people_lines(self, line: Line) -> Iterator[Line]:
        """Parts a line where a line of the source begins with a person and the one before it is finished.

        So it is behind a wide gap, where a person stands on either side: a list set in two columns.
        """
        line = replace(line, text=self._names.bare_titles(line.text))
        start = 0
        for at in sorted((*line.breaks, *line.gaps)) if line.block.table is None else ():
            before = line.text[start:at].rstrip()
            unfinished = before.endswith((",", ";", "&", "and")) or depth(before) > 0
            beside = at in line.breaks or self._begins_with_person(line.part(start, at))
            if not unfinished and beside and self._begins_with_person(line.part(at)):
                yield line.part(start, at)
                start = at
        yield line.part(start)

    def _begins_with_person(self, line: Line) -> bool:
        gap = line.part(0, min(line.gaps, default=None))
        entry = self._entries.person(next((part for part, _ in self._parts(gap)), gap))
        return entry is not None and self._entries.is_certain(entry)

    def _paired(self, groups: list[list[Line]]) -> list[list[Line]]:
        """Makes rows of lines that are a bare name and a post by turns, as a table of two columns leaves them."""
        width = sum(1 for _ in itertools.takewhile(lambda group: fold(group[0].text) in self._columns, groups))
        rows = [[group[0] for group in groups[at : at + width]] for at in range(width, len(groups), width or 1)]
        headed = [*itertools.takewhile(lambda row: any(self._names.read(cell.text) for cell in row), rows)]
        if width > 2 and headed:
            return [*headed, *groups[width * (len(headed) + 1) :]]
        kinds = [self._kind(group) for group in groups]
        paired: list[list[Line]] = []
        at = 0
        while at < len(groups):
            end = at + 1
            while end < len(groups) and kinds[end - 1] and kinds[end] and kinds[end] != kinds[end - 1]:
                end += 1
            # One pair may be two lines that have nothing to do with each other, and an odd line belongs to neither.
            if end - at < 4 or ((end - at) % 2 and kinds[at] == "role"):
                paired += groups[at:end]
            else:
                run = [group[0] for group in groups[at:end]]
                paired += [run[first : first + 2] for first in range(0, len(run), 2)]
            at = end
        return paired

    def _kind(self, group: list[Line]) -> str:
        """Tells a line that is a bare name from one that is a post, and both from any other."""
        text = BRACKETS.sub("", group[0].text).strip()
        if len(group) > 1 or in_table(group[0]):
            return ""
        if (name := self._names.read(text)) and not name.titles and "," not in text:
            return "name"
        return "role" if self._names.is_role(text) and self._entries.person(group[0]) is None else ""

    def _row(self, cells: list[Line], columns: Mapping[tuple[int, int], str]) -> list[Entry]:
        """Reads a row of a table: first the cell that names people, then what the others say of them."""
        kinds = [
            columns.get((cell.block.table or 0, cell.block.column or 0)) if in_table(cell) else None for cell in cells
        ]
        order = sorted(range(len(cells)), key=lambda at: (kinds[at] != "name", at))
        named = next(
            (at for at in order if kinds[at] in (None, "name") and self._line(cells[at], one_each=False)), None
        )
        if named is None:
            return []
        found = self._line(cells[named], one_each=False)
        if len(found) > 1:
            return found
        entry = found[0]
        for at, cell in enumerate(cells):
            if at == named:
                continue
            if kinds[at] == "organisation":
                entry = self._entries.sent_by(entry, cell.text)
            elif kinds[at] == "initials":
                entry = self._entries.with_code(entry, cell.text, sure=True) or entry
            else:
                entry = self._entries.with_code(entry, cell.text) or self._entries.with_role(entry, cell.text)
        return [entry]

    def _line(self, line: Line, one_each: bool, *, absent: bool = False) -> list[Entry]:
        entries: list[Entry] = []
        behind = self._behind_group_head(line)
        head = line.text[: behind.start - line.start].strip(" :–—-")
        rank = self._names.shared_rank(head) if head else None
        one_each = one_each and not self._holds_several(behind)
        for sentence in self._sentences(behind):
            if absent and entries and _NO_APOLOGY.search(sentence.text):
                continue
            found = self._list(bare_list(sentence), one_each, rank)
            if entries and not found:
                break
            entries += found
        if behind is line:
            return entries
        post, organisation = self._names.shared_post(head), self._organisation(head)
        under = [self._under_head(entry, rank, post) for entry in entries]
        return [replace(entry, organisation=entry.organisation or organisation) for entry in under]

    def _sentences(self, line: Line) -> Iterator[Line]:
        """Parts a line behind the full stops that end a sentence: those of initials and shortened ranks do not."""
        start = 0
        for match in _SENTENCE.finditer(line.text):
            last = line.text[start : match.start()].split()[-1:]
            rank = line.text[match.start() - len(last[0]) :].lstrip("(")[:LONGEST_LEAD] if last else ""
            if len(rank.partition(".")[0]) > 2 and not self._names.leading(rank)[0]:
                yield line.part(start, match.start())
                start = match.end()
        yield line.part(start)

    def _under_head(self, entry: Entry, rank: str | None, post: str = "") -> Entry:
        """Gives a person what the head of the list says of everybody in it, or of the one below it."""
        if rank and not entry.titles and all(map(is_chair, entry.roles)):
            return replace(entry, titles=(rank,))
        if not post or entry.titles or entry.roles:
            return entry
        # What stands in brackets behind a name with no post of its own is whom it stands for, if not its initials.
        [settled] = self._entries.settled([entry])
        return self._entries.with_role(settled, post)

    def _behind_group_head(self, line: Line) -> Line:
        """Leaves out a head that names a group: `Co-opted members: Mr A Hale and Ms B Dray`."""
        if dash := self._group_before_dash(line.text):
            return line.part(dash)
        head, colon, rest = line.text.partition(":")
        is_head = colon and rest.strip() and len(head.split()) <= _GROUP_WORDS and "," not in head and not depth(head)
        # Capitals before a colon head a group, also where they could be a name: `NORTH EAST: Cllrs Ash, Birch`.
        named = not head.isupper() and self._names_one(line.part(0, len(head)), rest)
        # `Chief Constable: Jo Hale` names one, `Officers: Jo Hale` may name more.
        post = self._names.is_role(head) and not head.endswith("s") and self._names.read(rest.strip()) is not None
        return line.part(len(head) + 1) if is_head and not named and not post else line

    def _group_before_dash(self, text: str) -> int:
        """Gives where the people begin behind `For Quay Council – ` or `Co-opted Members – `; 0 without such a head."""
        dash = _DASH.search(text)
        head = text[: dash.start()].strip() if dash else ""
        plural = self._names.shared_rank(head) or self._names.shared_post(head)
        return dash.end() if dash and (GROUP_LEAD.match(head) or plural) else 0

    def _names_one(self, head: Line, rest: str) -> bool:
        """Tells `Jo Hale: Clerk` from a group that only looks like a name, whose people bear ranks behind the colon."""
        first = BRACKETS.sub("", _SEPARATOR.split(rest, maxsplit=1)[0]).strip()
        ranked = self._names.read(first) if self._names.leading(first)[1] else None
        return ranked is None and self._entries.person(head) is not None

    def _list(self, line: Line, one_each: bool, shared_rank: str | None) -> list[Entry]:
        """Reads one running list; who follows a rank in the plural bears it, up to the name behind `and`."""
        entries: list[Entry] = []
        rank: tuple[str, ...] = (shared_rank,) if shared_rank else ()
        plural = bool(rank)
        waiting = body = ""
        unread = False
        # Where semicolons part the people, commas part what is said of one of them.
        parted = ";" in line.text and "," in line.text
        for part, after_and in self._parts(line):
            begins = parted and _is_behind_semicolon(part, line)
            waiting = "" if begins else waiting
            unread = parted and (begins or unread)
            if (named := _FOR.fullmatch(part.text)) and self._names.is_organisation(named["body"]):
                body = named["body"]
                continue
            if role := self._role_in_front(part.text):
                if parted and entries and not unread and not part.text.startswith(("the", "The")):
                    entries[-1] = self._entries.with_role(entries[-1], role)
                else:
                    waiting = role
                continue
            entry = self._person(part, line, may_be_told=one_each and bool(entries) and not plural)
            rank, plural = ((), False) if begins and plural and _ends_rank(entry, entries) else (rank, plural)
            shared = self._sharing(part, rank, entry)
            if shared and (plural or len(shared.name.split()) == 1):
                entries.append(shared)
                rank, unread = () if after_and else rank, False
            elif entry is not None:
                plural = self._is_plural(part.text)
                rank = entry.titles if plural or len(entry.name.split()) == 1 else ()
                entry = self._entries.with_role(entry, waiting) if waiting else entry
                entries.append(self._entries.in_organisation(entry, body))
                waiting, unread = "", False
            elif entries and not (unread or self._is_other(entries[-1], part.text)):
                entries[-1] = self._entries.described(entries[-1], part.text, guess=one_each)
            elif self._names.is_role(part.text):
                waiting = part.text
            elif part.text.casefold() in given_names():
                entries.append(Entry(part.text, part.start, part.end))
        return entries

    def _is_other(self, entry: Entry, text: str) -> bool:
        """Tells a post whose holder is not named, and a stranger, from what the one before is: `DCC Hale, CFO`."""
        bare, bracket, _ = (piece.strip() for piece in text.partition("("))
        known = (self._names.is_role, self._names.is_organisation, self._names.is_field)
        if bracket and bare[:1].isupper() and not any(kind(bare) for kind in known):
            return True
        return bool(entry.titles) and " " not in entry.name and self._names.is_abbreviation(text.strip(" ."))

    def _person(self, part: Line, line: Line, *, may_be_told: bool) -> Entry | None:
        """Reads the person of a part, where words may be told of the one before only by rank, title or semicolon."""
        entry = self._entries.person(self._without_principal(part))
        if entry is None or not may_be_told:
            return entry
        certain = _is_behind_semicolon(part, line) and self._entries.is_certain(entry)
        return entry if entry.titles or entry.honorific or certain else None

    def _without_principal(self, part: Line) -> Line:
        """Cuts away for whom somebody came: `Cllr Jo Hale for Cllr Ash`."""
        for match in _STANDS_IN.finditer(part.text):
            if self._names.leading(part.text[match.end() :])[0] and self._names.read(part.text[: match.start()]):
                return part.part(0, match.start())
        return part

    def _role_in_front(self, text: str) -> str:
        """Gives the post in `the Deputy Commissioner, Jo Hale`: with an article it belongs to the name behind it."""
        article = _ARTICLE.match(text)
        bare = text[article.end() :].strip(" .") if article else ""
        return bare if bare and self._names.is_role(bare) and not self._names.read_with_role(bare) else ""

    def _sharing(self, part: Line, rank: tuple[str, ...], entry: Entry | None) -> Entry | None:
        """Gives the person of a part who bears the rank of those before, having none of their own."""
        if not rank:
            return None
        if entry is not None:
            return None if entry.titles or not all(map(self._is_chairing, entry.roles)) else replace(entry, titles=rank)
        bare = BRACKETS.sub("", part.text).strip(" .,")
        return Entry(bare, part.start, part.start + len(bare), rank) if self._names.is_name(bare, 1) else None

    def _is_chairing(self, role: str) -> bool:
        """Tells a part in the meeting that members have besides what they are: Chair, Vice-Chair."""
        return re.split(r"[\s-]", role)[-1].casefold() in {word.casefold() for word in self._names.chairs}

    def _parts(self, line: Line) -> Iterator[tuple[Line, bool]]:
        """Yields the parts of a list between commas and, where a person follows, `and`; brackets hold together."""
        text = self._with_commas(line.text)
        whole = self._names.title_spans(text)
        start, joined = 0, False
        for match in _SEPARATOR.finditer(text):
            inside = depth(text[start : match.start()]) > 0 or text[match.end() :].startswith("(")
            if match.start() < start or inside or any(at <= match.start() < end for at, end in whole):
                continue
            if match.group()[0] not in ",;" and not self._splits(text[start : match.start()], text, match.end()):
                continue
            part = without_lead(line.part(start, match.start()))
            if part.text:
                yield part, joined
            start, joined = match.end(), "and" in match.group() or "&" in match.group()
        part = without_lead(line.part(start))
        if part.text.strip(" ."):
            yield part, joined

    def _with_commas(self, text: str) -> str:
        """Puts a comma, in place of a space, where a person follows a bracket or a name with none between them."""
        for match in reversed(list(_AFTER_BRACKET.finditer(text))):
            following = BRACKETS.split(_SEPARATOR.split(text[match.end() :], maxsplit=1)[0], maxsplit=1)[0]
            # Behind a semicolon a post begins what is said of one more: `; Assistant Director (Roads) Jo Hale`.
            before = BRACKETS.sub("", text[: match.start() + 1].rpartition(";")[2]).strip()
            if self._names.read(following.strip(" .")) and not self._names.is_role(before):
                text = text[: match.end() - 1] + "," + text[match.end() :]
        for start, _ in reversed(self._names.plural_rank_spans(text)):
            before = _SEPARATOR.split(text[:start])[-1].strip()
            if start and text[start - 1] == " " and self._names.read(before):
                text = text[: start - 1] + "," + text[start:]
        return text

    def _splits(self, left: str, text: str, after: int) -> bool:
        """Tells whether `and` joins two people, not two words of a post or a body."""
        bare = BRACKETS.sub("", _SEPARATOR.split(text[after:], maxsplit=1)[0]).strip(" .")
        bare = LEAD.sub("", bare, count=1) if LEAD.match(bare) else bare
        bare = re.split(r"\s[-–—]\s", bare, maxsplit=1)[0]
        if self._names.read(bare) or self._names.read_with_role(bare) or self._role_in_front(bare):
            # `Member for Streets and Quiet Lanes`: words that begin like no name go on with what the post is for.
            return self._names.is_certain(bare) or not _POST_FOR.search(left)
        ranked = self._names.leading(text.lstrip())[0] > 0 or bool(
            self._names.plural_rank_spans(text[max(0, after - _REACH) : after])
        )
        before = BRACKETS.sub("", left).strip()
        before = before[self._names.leading(before)[0] :]
        return ranked and self._names.is_name(bare, 1) and self._names.is_name(before, 1)

    def _is_one(self, line: Line) -> bool:
        """Tells whether a line holds one person with what is said of them, and no running list."""
        parts = [part for part, _ in self._parts(line)]
        if not parts or len(parts) > 3 or self._is_plural(parts[0].text) or self._entries.person(parts[0]) is None:
            return False
        return not any(map(self._entries.is_certain, self._people(parts[1:])))

    def _holds_several(self, line: Line) -> bool:
        """Tells a running list from one person with what is said of them: two more of its parts are names for certain.

        What is said of somebody, a post or a body, is hardly ever called as people are, twice on end never.
        """
        others = self._people(part for part, _ in itertools.islice(self._parts(line), 1, None))
        return sum(self._entries.is_certain(entry) and not self._names.is_role(entry.name) for entry in others) > 1

    def _people(self, parts: Iterable[Line]) -> list[Entry]:
        """Gives those of the parts of a line that can be read as a person."""
        return [entry for part in parts if (entry := self._entries.person(part))]

    def _is_plural(self, text: str) -> bool:
        """Tells whether a rank in the plural leads: `Cllrs Ash`, `Council Members Jo Hale`."""
        first = text.split(maxsplit=1)[0].rstrip(".")
        one = first.endswith(("s", "í")) and first not in {"Mrs", "Ms", "Miss"}
        return one or any(start == 0 for start, _ in self._names.plural_rank_spans(text))

    def _is_empty(self, group: list[Line]) -> bool:
        """Tells whether a line says that there is nobody, or only heads the columns."""
        words = [fold(cell.text) for cell in group]
        return all(word in self._nothing or set(word.split()) <= self._columns for word in words)

    def _is_group_head(self, text: str) -> bool:
        is_short = len(text.split()) <= _GROUP_WORDS
        named = GROUP_LEAD.match(text) or self._names.is_organisation(text.strip())
        return is_short and (text.rstrip().endswith(":") or bool(named))

    def _organisation(self, text: str) -> str | None:
        bare = _SHORT_FORM.sub("", GROUP_LEAD.sub("", self._names.without_presence(text)))
        return bare if self._names.is_organisation(bare) else None


def _ends_rank(entry: Entry | None, entries: list[Entry]) -> bool:
    """Tells whether a semicolon ends those who share a rank: `Councillors J Ash, K Birch; Ms Jo Hale`."""
    return entry is not None and entry.honorific and len(entries) > 1


def _is_behind_semicolon(part: Line, line: Line) -> bool:
    return line.text[: part.start - line.start].rstrip().endswith(";")


def _in_front(part: Line, line: Line, entries: list[Entry]) -> Iterator[bool]:
    """Tells of each person whether they stand in front of words of the same line."""
    return (line.start <= entry.start < part.start for entry in entries)


def _is_alike(found: list[Entry], entries: list[Entry]) -> bool:
    """Tells whether people are described as those before them are: names alone do not follow names with roles."""
    described = sum(entry.is_described for entry in entries)
    return described * 2 <= len(entries) or all(entry.is_described for entry in found)
