"""Turns what a user names on the command line into the documents to read."""

import hashlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_loader.errors import KgError, ReadError

AUTO = "auto"
"""Stands for the profile, and for the trained pipeline, where the user names none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Says how documents are read: with which profile, in how many processes, up to how many bytes each.

    `profile` is `auto` where the user names none; `model` is the trained pipeline that helps, `auto` or `none`.
    """

    profile: str
    jobs: int
    max_size: int
    model: str = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """Is one document to read: its file, or the bytes from standard input; `name` is the path that the graph keeps."""

    name: str
    path: Path | None = None
    data: bytes = b""


def find_sources(arguments: Sequence[str], beside: Path, max_size: int) -> tuple[list[Source], list[KgError]]:
    """Gives a source for each document that the arguments name, in order and once, and what is wrong with the rest."""
    from graph_loader.read import find_documents

    sources: dict[str, Source] = {}
    errors: list[KgError] = []
    for argument in arguments:
        if argument == "-":
            sources[argument] = _piped(max_size)
            continue
        try:
            paths = find_documents([Path(argument)])
        except KgError as error:
            errors.append(error)
            continue
        except OSError as error:
            errors.append(ReadError(f"{argument} cannot be read: {error.strerror}.", "Check its permissions."))
            continue
        for path in paths:
            name = stored_path(path, beside)
            sources.setdefault(name, Source(name, path))
    return list(sources.values()), errors


def _piped(max_size: int) -> Source:
    """Reads standard input; it has no path, so its bytes name it, and what is piped later does not take its place."""
    # One byte more than allowed is enough for the reader to refuse it.
    data = sys.stdin.buffer.read(max_size + 1)
    return Source(f"standard input ({hashlib.sha256(data).hexdigest()[:8]})", data=data)


def stored_path(path: Path, beside: Path) -> str:
    """Gives the path relative to a folder, with slashes, so that a graph and its minutes can move together."""
    try:
        return Path(os.path.relpath(path, beside)).as_posix()
    except ValueError:  # another drive
        return path.absolute().as_posix()
