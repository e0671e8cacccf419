"""Looks up what a Word document's styles say: a heading's level, a list, bold and underlined letters."""

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from graph_loader.read.run import BOLD, UNDERLINE

_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_OFF = frozenset(("0", "false", "off", "none"))
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """Is how one paragraph is set: its heading level (0 for none), its list properties, its letters' flags."""

    level: int
    list: Any
    flags: int


@dataclass(slots=True)
class Styles:
    """Is a document's style definitions; `root` is their `w:styles` element."""

    root: Any
    by_id: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.by_id = {style.get(qn("w:styleId"), ""): style for style in self.root.iterfind(qn("w:style"))}

    def look(self, paragraph: Any) -> Look:
        """Gives the look of a paragraph from its own properties and its styles."""
        own = paragraph.find(qn("w:pPr"))
        chain = self._chain(own, "w:pStyle")
        sources = [source for source in (own, *(style.find(qn("w:pPr")) for style in chain)) if source is not None]
        numbers = [number for source in sources if (number := source.find(qn("w:numPr"))) is not None]
        return Look(_level(sources, chain), numbers[0] if numbers else None, _flags(chain))

    def run_flags(self, run: Any, inherited: int) -> int:
        """Gives the flags of a run's letters; what the run does not say it takes from `inherited`."""
        own = run.find(qn("w:rPr"))
        flags = inherited | _flags(self._chain(own, "w:rStyle"))
        for name, flag in (("w:b", BOLD), ("w:u", UNDERLINE)):
            said = None if own is None else own.find(qn(name))
            if said is not None:
                flags = flags & ~flag if said.get(qn("w:val"), "1") in _OFF else flags | flag
        return flags

    def _chain(self, properties: Any, name: str) -> list[Any]:
        """Gives the style that the properties name, and those that it is based on, nearest first."""
        chain: list[Any] = []
        named = None if properties is None else properties.find(qn(name))
        while named is not None and len(chain) < _LONGEST_CHAIN:
            style = self.by_id.get(named.get(qn("w:val"), ""))
            if style is None:
                break
            chain.append(style)
            named = style.find(qn("w:basedOn"))
        return chain


def _level(sources: list[Any], chain: list[Any]) -> int:
    for source in sources:
        outline = source.find(qn("w:outlineLvl"))
        if outline is not None and outline.get(qn("w:val"), "9").isdigit():
            level = int(outline.get(qn("w:val"))) + 1
            return level if level <= 9 else 0
    for style in chain:
        name = style.find(qn("w:name"))
        text = "" if name is None else name.get(qn("w:val"), "").casefold()
        found = _HEADING_NAME.fullmatch(text)
        if found or text in _TITLES:
            return int(found[1]) if found else _TITLES[text]
    return 0


def _flags(chain: list[Any]) -> int:
    """Gives the flags that a chain of styles sets; the nearest style that says anything counts."""
    flags = 0
    for name, flag in (("w:b", BOLD), ("w:u", UNDERLINE)):
        for style in chain:
            said = style.find(f"{qn('w:rPr')}/{qn(name)}")
            if said is not None:
                flags |= 0 if said.get(qn("w:val"), "1") in _OFF else flag
                break
    return flags
