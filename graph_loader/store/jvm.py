"""Starts the Java engine that travels inside a Python package, quietly and once for the process."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jpype
from arcadedb_embedded.jvm import start_jvm

_LOGGING = Path(__file__).with_name("logging.properties")
_OPTIONS = (
    # The signals are Python's, so that Ctrl-C and SIGTERM close the graph on the way out.
    "-Xrs",
    f"-Djava.util.logging.config.file={_LOGGING}",
    # A statement reads the graph, no files and no addresses.
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)
# The quick compiler and the plain collector: loads and queries take two thirds of the processor time.
_FAST = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def start_engine() -> None:
    """Starts the engine unless it runs, without any port; ARCADEDB_JVM_ARGS takes the place of our choice of speed."""
    if not jpype.isJVMStarted():
        os.environ.setdefault("ARCADEDB_JVM_ERROR_FILE", str(Path(tempfile.gettempdir()) / "hs_err_pid%p.log"))
        fast = () if "ARCADEDB_JVM_ARGS" in os.environ else _FAST
        with _silent_stderr():
            start_jvm(jvm_args=(*_OPTIONS, *fast))


@contextmanager
def _silent_stderr() -> Iterator[None]:
    """Keeps the engine's warning about its own modules off the terminal; errors still come as exceptions."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
