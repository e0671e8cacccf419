"""Works out the numbers and bullets that Word prints in front of list paragraphs, which their text does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Label:
    """Is what stands before a list paragraph and how deep the list is nested, 1 the outermost."""

    text: str
    depth: int
    bullet: bool


@dataclass(slots=True)
class Numbering:
    """Counts a document's lists in the order of its paragraphs; `part` is the root of its numbering definitions."""

    part: Any
    counts: dict[str, list[int]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, Any]]] = field(default_factory=dict)
    """The number of a list → its definition's own number and the definition's levels."""

    def __post_init__(self) -> None:
        if self.part is None:
            return
        definitions = {
            one.get(qn("w:abstractNumId"), ""): {
                int(level.get(qn("w:ilvl"))): level for level in one.iterfind(qn("w:lvl"))
            }
            for one in self.part.iterfind(qn("w:abstractNum"))
        }
        for one in self.part.iterfind(qn("w:num")):
            definition = _value(one, "w:abstractNumId")
            self.lists[one.get(qn("w:numId"), "")] = definition, definitions.get(definition, {})

    def label(self, properties: Any) -> Label | None:
        """Gives the label of the next paragraph of the list that `properties` (a `w:numPr`) names, and counts it."""
        level = int(_value(properties, "w:ilvl") or 0)
        definition, levels = self.lists.get(_value(properties, "w:numId"), ("", {}))
        if level not in levels or not 0 <= level < _DEEPEST:
            return None
        counts = self.counts.setdefault(definition, [0] * _DEEPEST)
        counts[level] = counts[level] + 1 if counts[level] else _start(levels[level])
        counts[level + 1 :] = [0] * (_DEEPEST - level - 1)
        bullet = _value(levels[level], "w:numFmt") == "bullet"
        return Label(_fill(levels, level, counts), level + 1, bullet)


def _value(element: Any, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val"), "")


def _start(level: Any) -> int:
    start = _value(level, "w:start")
    return int(start) if start.isdigit() else 1


def _fill(levels: dict[int, Any], level: int, counts: list[int]) -> str:
    """Puts the counts into a pattern such as `%1.%2`."""
    pattern = _value(levels[level], "w:lvlText")
    for place in range(level + 1):
        if f"%{place + 1}" in pattern and place in levels:
            number = counts[place] or _start(levels[place])
            pattern = pattern.replace(f"%{place + 1}", _written(number, _value(levels[place], "w:numFmt")))
    return pattern.strip()


def _written(number: int, style: str) -> str:
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman"):
        roman = "".join(_roman(number))
        return roman if style == "lowerRoman" else roman.upper()
    return str(number)


def _roman(number: int) -> Iterator[str]:
    for value, letters in (*_ROMAN, *_ROMAN_LOW):
        yield letters * (number // value)
        number %= value
