"""Writes the pages of a vault, and never touches a note that is not ours.

A page of ours says in its second line what the text below hashes to. One of which this still holds may be written anew
or, when the graph has no such page any more, be taken away; everything else belongs to whoever keeps the vault.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from graph_loader.errors import KgError
from graph_loader.export.files import write_file
from graph_loader.export.lookup import Lookup
from graph_loader.export.text import clean
from graph_loader.export.vault.pages import Pages
from graph_loader.export.vault.titles import FOLDERS

START = "Minutes"
_OURS = re.compile(rb"---\nkg: ([0-9a-f]{64})\n(.*)", re.DOTALL)


@dataclass(slots=True)
class Outcome:
    """Says what became of the pages: how many there are, which old ones went, which notes stand in the way."""

    pages: int = 0
    removed: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    """Pages that somebody changed, or notes of the same name: they are left as they are."""


def write_vault(graph: Lookup, folder: Path) -> Outcome:
    """Writes a page for each person, body, programme, issue and meeting; raises KgError when one cannot be written."""
    outcome = Outcome()
    pages = {folder / f"{path}.md": data for path, data in _pages(graph)}
    try:
        for place in (folder, *(folder / name for name in FOLDERS.values())):
            place.mkdir(parents=True, exist_ok=True)
        for path, data in pages.items():
            if path.exists() and not _is_ours(path):
                outcome.left.append(path)
            elif not path.exists() or path.read_bytes() != data:
                write_file(path, [data])
        outcome.pages = len(pages) - len(outcome.left)
        for path in _stale(folder, pages):
            path.unlink()
            outcome.removed.append(path)
    except OSError as error:
        raise KgError(
            f"{error.filename or folder} cannot be used: {error.strerror}.", "Choose another folder."
        ) from error
    return outcome


def _stale(folder: Path, pages: Collection[Path]) -> list[Path]:
    """Gives the pages of ours that the graph does not have any more."""
    known = {str(path).casefold(): path for path in pages}
    there = (path for name in FOLDERS.values() for path in sorted((folder / name).glob("*.md")))
    return [path for path in there if path not in pages and _is_ours(path) and not _is_same(path, known)]


def _is_same(path: Path, known: Mapping[str, Path]) -> bool:
    """Tells whether a file is a page under another spelling of its name, where case does not tell files apart."""
    page = known.get(str(path).casefold())
    return page is not None and page.exists() and page.samefile(path)


def _is_ours(path: Path) -> bool:
    """Tells whether a file is a page of ours that nobody changed; a link to one is not."""
    if path.is_symlink() or not path.is_file():
        return False
    found = _OURS.fullmatch(path.read_bytes())
    return found is not None and hashlib.sha256(found[2]).hexdigest().encode() == found[1]


def _pages(graph: Lookup) -> Iterator[tuple[str, bytes]]:
    pages = Pages(graph)
    yield START, _page({}, pages.start())
    for one, path in pages.paths.items():
        says = graph.nodes[one].properties
        head = {name: says[name] for name in ("aliases", "kind", "privacy", "date") if says.get(name)}
        yield path, _page({"id": one, "type": graph.nodes[one].label, **head}, pages.body(one))


def _page(head: dict[str, object], lines: Iterable[str]) -> bytes:
    told = {
        name: [*map(clean, value)] if isinstance(value, list) else clean(str(value)) for name, value in head.items()
    }
    told = {"tags": ["minutes"], **told}
    front = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10**6)
    rest = f"{front}---\n\n{chr(10).join(lines)}\n".encode()
    return b"---\nkg: %s\n%s" % (hashlib.sha256(rest).hexdigest().encode(), rest)
