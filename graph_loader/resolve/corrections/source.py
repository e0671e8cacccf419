"""Reads YAML as plain data with the line of each part, and refuses whatever could make it more than it looks.

Texts stay texts, so that a date is what is written; anchors, aliases and tags are refused, and so is depth.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

MAX_SIZE = 1_000_000
_MAX_DEPTH = 10

Data = str | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]


class SourceError(Exception):
    """Says what is wrong with the YAML, and on which line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True)
class Parsed:
    """Is the data of one file, and the line on which each part begins, by the keys and numbers that lead there."""

    data: Data
    lines: dict[Path, int]

    def line(self, place: Path) -> int:
        """Gives the line of a part, or of the nearest part around it."""
        return next((self.lines[place[:end]] for end in range(len(place), -1, -1) if place[:end] in self.lines), 1)


def parse(text: str) -> Parsed:
    """Parses one YAML document; raises SourceError."""
    if len(text) > MAX_SIZE:
        raise SourceError(f"the file has more than {MAX_SIZE} characters", 1)
    lines: dict[Path, int] = {}
    try:
        _check(yaml.parse(text, Loader=yaml.SafeLoader))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        return Parsed([] if root is None else _plain(root, (), lines), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SourceError(f"it is no valid YAML: {error.problem}", mark.line + 1 if mark else 1) from error
    except yaml.YAMLError as error:
        raise SourceError(f"it is no valid YAML: {error}".replace("\n", " "), 1) from error


def _check(events: Iterator[yaml.Event]) -> None:
    depth = 0
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None):
            raise SourceError("anchors and aliases (& and *) are not allowed", line)
        if getattr(event, "tag", None):
            raise SourceError("tags (!) are not allowed", line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise SourceError("lists and mappings are too deep in one another", line)


def _plain(node: yaml.Node, place: Path, lines: dict[Path, int]) -> Data:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(inner, (*place, number), lines) for number, inner in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Data] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise SourceError("a key must be a word", key.start_mark.line + 1)
            if key.value in found:
                raise SourceError(f"the key {key.value!r} stands here twice", key.start_mark.line + 1)
            found[key.value] = _plain(value, (*place, key.value), lines)
        return found
    return str(node.value)
