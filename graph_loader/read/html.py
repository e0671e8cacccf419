"""Reads HTML: a page's own text without menus, with its headings, lists, tables and emphasis."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from graph_loader.errors import ReadError
from graph_loader.read.decode import decode
from graph_loader.read.piece import Break, Cell, Draft, Piece
from graph_loader.read.run import BOLD, UNDERLINE, Run
from graph_loader.read.writer import TextWriter

_UNREAD = re.compile("head|script|style|noscript|template|svg|iframe|object|select|option|button|input|textarea|math")
_MENU = re.compile("nav|aside|form")
_MENU_ROLE = re.compile("navigation|search|banner|contentinfo|complementary")
_BLOCK = re.compile(
    "p|div|section|article|main|header|footer|blockquote|pre|address|figure|figcaption|center|body|html|hr"
    "|h[1-6]|[ou]l|dl|dt|dd|li|table|thead|tbody|tfoot|tr|t[dh]|caption|details|summary|fieldset|legend"
)
_HEADING = re.compile("h([1-6])")
_STYLES = {
    "bold": re.compile("b|strong|th|dt"),
    "underline": re.compile("u|ins"),
    "pre": re.compile("pre"),
    "item": re.compile("li"),
}


def read_html(data: bytes, name: str, max_size: int) -> Draft:
    """Gives the draft of an HTML page; its text is the words that a browser shows, menus left out and recorded.

    Raises `ReadError` when it is no text, shows no words or nests too deep. The size of the file bounds its text, so
    that `max_size` is not used.
    """
    text, repairs = decode(data, name)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise ReadError(f"{name} nests its tags too deep to be read whole.", "Save the page as text.")
    page = _Page()
    if tree is not None:
        page.read(_main_part(tree))
    if not page.writer.pieces:
        raise ReadError(f"{name} shows no text.", "Save the page with its text, or give the document it links to.")
    draft = page.writer.draft()
    draft.repairs += repairs
    return draft


def _main_part(tree: Any) -> Any:
    """Gives the element that holds the page's own text, where the page marks it."""
    for path in (".//main", ".//*[@role='main']"):
        found = tree.findall(path)
        if len(found) == 1 and "".join(found[0].itertext()).strip():
            return found[0]
    return tree


@dataclass(slots=True)
class _Table:
    """Counts one open table's rows and columns."""

    number: int
    row: int = -1
    column: int = -1


@dataclass(slots=True)
class _Page:
    """Walks the elements in order and writes what lies between two block borders as one piece."""

    writer: TextWriter = field(default_factory=TextWriter)
    spans: list[tuple[str, int]] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    """For each open list the number of its last entry, None where entries bear no numbers."""
    table_count: int = 0
    open_tags: Counter[str] = field(default_factory=Counter)
    level: int = 0
    marker: str = ""
    after: Break = "line"

    def read(self, root: Any) -> None:
        """Writes all that the element shows."""
        walk = etree.iterwalk(root, events=("start", "end"))
        unread: Any = None
        for event, element in walk:
            if event == "start" and _is_unread(element):
                self._leave_out(element)
                unread = element
                walk.skip_subtree()
            elif event == "start":
                self._start(element.tag, element)
                self._text(element.text)
            else:
                if element is not unread:
                    self._end(element.tag)
                if element is not root:
                    self._text(element.tail)
        self._flush("block")

    def _text(self, text: str | None) -> None:
        style = (BOLD if self.open_tags["bold"] else 0) | (UNDERLINE if self.open_tags["underline"] else 0)
        for place, line in enumerate((text or "").split("\n") if self.open_tags["pre"] else [text or ""]):
            if place:
                self._flush("line")
            self.spans.append((line, style))

    def _start(self, tag: str, element: Any) -> None:
        if tag == "br":
            self._flush("line" if any(text.strip() for text, _ in self.spans) else "block")
        elif _BLOCK.fullmatch(tag):
            self._flush("block")
        if found := _HEADING.fullmatch(tag):
            self.level = int(found[1])
        elif tag in ("ul", "ol"):
            self.lists.append(_first_number(element) - 1 if tag == "ol" else None)
        elif tag == "li":
            self._start_item()
        elif tag == "table":
            self.tables.append(_Table(self.table_count))
            self.table_count += 1
        elif tag in ("tr", "td", "th") and self.tables:
            self._start_cell(tag)
        self._count(tag, 1)

    def _end(self, tag: str) -> None:
        if _BLOCK.fullmatch(tag):
            self._flush("block")
        if _HEADING.fullmatch(tag):
            self.level = 0
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "table" and self.tables:
            self.tables.pop()
        self._count(tag, -1)

    def _count(self, tag: str, step: int) -> None:
        for style, tags in _STYLES.items():
            if tags.fullmatch(tag):
                self.open_tags[style] += step

    def _start_item(self) -> None:
        if self.lists and self.lists[-1] is not None:
            self.lists[-1] += 1
            self.marker = f"{self.lists[-1]}."

    def _start_cell(self, tag: str) -> None:
        table = self.tables[-1]
        if tag == "tr":
            table.row, table.column = table.row + 1, -1
            return
        table.column += 1
        table.row = max(table.row, 0)
        if table.column and self.writer.pieces:
            self.writer.between = "\t"

    def _flush(self, after: Break) -> None:
        table = self.tables[-1] if self.tables else None
        cell = Cell(table.number, table.row, table.column) if table and table.column >= 0 else None
        depth = len(self.lists) if self.open_tags["item"] and not self.marker else 0
        like = Piece(Run(), 0, 0, after=self.after, marker=self.marker, level=self.level, depth=depth, cell=cell)
        if self.writer.add(self.spans, replace(like, full=False)):
            self.after, self.marker = after, ""
        elif after == "block":
            self.after = after
        self.spans = []

    def _leave_out(self, element: Any) -> None:
        self._flush("block")
        if _MENU.fullmatch(element.tag) or element.get("role"):
            self.writer.leave_out("menu", " ".join(" ".join(element.itertext()).split()))


def _is_unread(element: Any) -> bool:
    """Says whether a browser hides an element's words, or shows them as a menu."""
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    menu = _MENU.fullmatch(element.tag) or _MENU_ROLE.fullmatch(element.get("role", ""))
    return bool(hidden or menu or _UNREAD.fullmatch(element.tag) or _is_link_list(element))


def _is_link_list(element: Any) -> bool:
    """Says whether a list is a menu: four entries or more, each nothing but a link."""
    if element.tag not in ("ul", "ol") or len(element) < 4:
        return False
    return all(len(item) == 1 and item[0].tag == "a" and not (item.text or "").strip() for item in element)


def _first_number(element: Any) -> int:
    start = element.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
