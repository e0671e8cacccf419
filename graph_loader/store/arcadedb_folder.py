"""Opens and closes the folder in which the embedded engine keeps a graph, and keeps other processes out of it.

A lock file of our own lies in every graph's folder: whoever writes holds it alone, readers share it. The engine's own
lock does not keep a writer out while a reader reads.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import jpype
from arcadedb_embedded import ArcadeDBError, Database

from graph_loader.errors import StoreError
from graph_loader.store.jvm import start_engine

LOCK = "kg-graph.lock"
_RELOAD = "Load the minutes into a new folder."
_WHOLE = 0x7FFF_FFFF_FFFF_FFFF
_CLASS_NAMES = re.compile(r"\b(?:java|com|org)\.[\w.$]+: ")


@contextmanager
def open_folder(path: Path, *, create: bool, read_only: bool, security: Any = None) -> Iterator[Database]:
    """Opens the graph in a folder and closes it at the end; raises StoreError that says why it cannot be opened.

    With an engine's `security`, it holds its users to what they may do.
    """
    start_engine()
    check_folder(path, create=create)
    with ExitStack() as stack:
        stack.enter_context(_locked(path, shared=read_only))
        database = _open(path, read_only, security)
        stack.callback(database.close)
        yield database


def check_folder(path: Path, *, create: bool) -> None:
    """Refuses a folder that holds something else, and makes a new one if that is asked for."""
    if (path / LOCK).is_file():
        if any(path.glob("*.bucket")) and not (path / "schema.json").is_file():
            raise StoreError(f"The graph in {path} is damaged: its schema is missing.", _RELOAD)
        return
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise StoreError(f"{path} is no graph.", "Give the folder of a graph, or an empty or new one to load into.")
    if not create:
        raise StoreError(f"There is no graph in {path}.", "Load minutes first: kg load FOLDER.")
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / LOCK).touch()
    except OSError as error:
        raise StoreError(f"{path} cannot be made: {error.strerror}.", "Choose another folder with --graph.") from error


@contextmanager
def _locked(path: Path, *, shared: bool) -> Iterator[None]:
    mode = "r" if shared else "rw"
    try:
        channel = jpype.JClass("java.io.RandomAccessFile")(str(path.absolute() / LOCK), mode).getChannel()
    except jpype.JException as error:
        raise StoreError(f"{path} cannot be opened: {error.getMessage()}.", "Check its permissions.") from error
    with closing(channel):
        try:
            lock = channel.tryLock(0, _WHOLE, shared)
        except jpype.JException as error:
            raise _in_use(path) from error
        if lock is None:
            raise _in_use(path)
        yield


def _open(path: Path, read_only: bool, security: Any) -> Database:
    """Opens the engine's files, made anew if there are none; those of a broken-off process are mended first."""
    # The engine keeps the working directory that it was started in, so a relative path may mean another place to it.
    factory = jpype.JClass("com.arcadedb.database.DatabaseFactory")(str(path.absolute()))
    if security is not None:
        factory.setSecurity(security)
    modes = jpype.JClass("com.arcadedb.engine.ComponentFile$MODE")
    try:
        if read_only and (path / "schema.json").is_file() and not (path / "database.lck").exists():
            return Database(factory.open(modes.READ_ONLY))
        database = Database(factory.open() if factory.exists() else factory.create())
        database.set_wal_flush("yes_full")
        return database
    except (jpype.JException, ArcadeDBError) as error:
        reason = engine_reason(error)
        if "locked" in reason:
            raise _in_use(path) from error
        raise StoreError(f"The graph in {path} cannot be opened: {reason}.", _RELOAD) from error


def engine_reason(error: Exception) -> str:
    """Gives the first line of the innermost message in an engine's error, without class names and full stop."""
    cause: Any = error.__cause__ if isinstance(error, ArcadeDBError) else error
    reason = str(error)
    while isinstance(cause, jpype.JException):
        reason = str(cause.getMessage() or reason)
        cause = cause.getCause()
    return _CLASS_NAMES.sub("", reason).strip().splitlines()[0].rstrip(".")


def _in_use(path: Path) -> StoreError:
    return StoreError(f"The graph in {path} is in use.", "Wait until the other command has ended, then try again.")
