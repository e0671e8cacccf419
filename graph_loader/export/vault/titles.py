"""Finds for every page a file name that every file system takes, and that no two pages share on any of them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from graph_loader.export.text import clean

FOLDERS: Mapping[str, str] = {
    "Person": "People",
    "Body": "Bodies",
    "Programme": "Programmes",
    "Issue": "Issues",
    "Meeting": "Meetings",
}
"""The labels that have pages, and the folders where these are."""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]%`$]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 120
"""How many bytes of a name are kept: with its ending and its id it stays below what file systems take."""


def titles(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Gives the file name of each page of one folder, without its ending, by the page's id.

    Pages whose names a file system could take for one bear their ids as well: no page's name hangs on the order.
    """
    safe = {one: safe_name(name) for one, name in names}
    times = Counter(map(_key, safe.values()))
    return {one: f"{name} ({one})" if times[_key(name)] > 1 or not name else name for one, name in safe.items()}


def safe_name(name: str) -> str:
    """Gives a name without what some file system or Obsidian forbids; empty when nothing is left."""
    text = unicodedata.normalize("NFC", clean(name))
    # Marks that turn the direction of writing, and line ends, make a file name look like another.
    text = "".join(char if unicodedata.category(char)[0] not in "CZ" else " " for char in text)
    text = " ".join(_FORBIDDEN.sub(" ", text).split())
    text = text.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    return f"_{text}" if _RESERVED.fullmatch(text) else text


def _key(name: str) -> str:
    return unicodedata.normalize("NFKD", name).casefold()
