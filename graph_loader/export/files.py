"""Writes what is exported to the disk: whole or not at all, whatever fails in between."""

import os
from collections.abc import Iterable
from pathlib import Path

from graph_loader.errors import KgError


def write_file(path: Path, pieces: Iterable[bytes], hint: str = "Choose another place.") -> None:
    """Writes a file, in place of one that is there; raises KgError, and leaves what was there, when it cannot be."""
    try:
        if path.exists() and not path.is_file():
            # A pipe or a device takes what comes; there is nothing to put in its place.
            with path.open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(Path(os.path.realpath(path)), pieces)
    except OSError as error:
        raise KgError(f"{path} cannot be written: {error.strerror}.", hint) from error


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
