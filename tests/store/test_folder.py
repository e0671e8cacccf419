"""The folder of an embedded graph: who may open it, and what is left when a process ends in the middle."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from graph_loader.errors import QueryError, StoreError
from graph_loader.export.json_dump import dump
from graph_loader.store import open_store

# Loads documents without end and says when each is in.
LOADER = """
import sys
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from pathlib import Path
spec = spec_from_file_location("made_up", sys.argv[1])
made_up = module_from_spec(spec)
spec.loader.exec_module(made_up)
from graph_loader.resolve.contribution import contribution
from graph_loader.store import open_store
with open_store(Path(sys.argv[2]), create=True) as store:
    for number in count():
        store.write(contribution(made_up.made_up(str(number))))
        print(number, flush=True)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def start_load(folder: Path) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-c",
        textwrap.dedent(LOADER),
        str(Path(__file__).parents[1] / "conftest.py"),
        str(folder),
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder.parent)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("number", "status"), [("SIGTERM", 143), ("SIGINT", -2), ("SIGKILL", -9)])
def test_a_load_that_is_broken_off_keeps_every_finished_document(tmp_path: Path, number: str, status: int) -> None:
    load = start_load(tmp_path / "graph")
    assert load.stdout is not None
    for _ in range(3):
        load.stdout.readline()
    for read_only in (True, False):
        with pytest.raises(StoreError, match="is in use"), open_store(tmp_path / "graph", read_only=read_only):
            pass
    load.send_signal(getattr(signal, number))
    rest, _ = load.communicate(timeout=120)
    finished = 3 + len(rest.split())
    assert load.returncode == status
    assert names(tmp_path) == ["graph"]
    with open_store(tmp_path / "graph", read_only=True) as store:
        # The last document may have been written and not yet told.
        assert store.counts()["Document"] - finished in (0, 1)
        assert store.counts()["Question"] == store.counts()["Document"]


def test_readers_share_a_graph_and_a_writer_does_not(folder: Path) -> None:
    script = "import sys; from pathlib import Path; from graph_loader.store import open_store\n" + textwrap.dedent("""
        with open_store(Path(sys.argv[1]), read_only=sys.argv[2] == "read") as store:
            print(store.counts()["Document"])
        """)

    def other(mode: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script, str(folder), mode], capture_output=True, text=True, check=False
        )

    with open_store(folder, read_only=True) as store:
        assert other("read").stdout == f"{store.counts()['Document']}\n"
        assert "StoreError" in other("write").stderr


def test_a_reader_changes_no_data(folder: Path) -> None:
    def stamps() -> dict[str, tuple[int, int]]:
        # The engine writes its statistics anew when it closes.
        paths = [path for path in folder.iterdir() if path.name not in ("statistics.json", "last-tx-id.bin")]
        return {path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in paths}

    before = stamps()
    with open_store(folder, read_only=True) as store:
        assert store.rows("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 3}]
    assert stamps() == before


def test_a_reader_cannot_write(folder: Path) -> None:
    with open_store(folder, read_only=True) as store:
        before = "".join(dump(store))
        with pytest.raises(StoreError, match="cannot be written"):
            store.retract("a")
        assert "".join(dump(store)) == before


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x"])
def test_a_statement_reads_no_files_and_no_addresses(folder: Path, address: str) -> None:
    with open_store(folder, read_only=True) as store, pytest.raises(QueryError, match="disabled"):
        store.rows("LOAD CSV FROM $address AS line RETURN line", {"address": address})


def test_a_folder_with_something_else_in_it_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    for path in (tmp_path, tmp_path / "letter.txt"):
        for create in (True, False):
            with pytest.raises(StoreError, match="is no graph"), open_store(path, create=create):
                pass
    assert names(tmp_path) == ["letter.txt"]


def test_a_graph_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(StoreError, match="There is no graph"), open_store(path, read_only=True):
            pass
    assert names(tmp_path) == []


@pytest.mark.parametrize("lost", ["*.dict", "schema*.json"])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_graph_with_a_lost_file_is_damaged_and_not_empty(folder: Path, lost: str, read_only: bool) -> None:
    for path in folder.glob(lost):
        path.unlink()
    with pytest.raises(StoreError, match=r"cannot be opened|is damaged") as caught:
        open_store(folder, create=True, read_only=read_only).__enter__()
    assert "\n" not in str(caught.value)


def test_the_engine_is_loaded_by_nobody_who_opens_no_graph() -> None:
    script = "import graph_loader.store, graph_loader.export.json_dump, sys; print('jpype' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_opening_leaves_no_word_on_the_terminal(folder: Path, tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from graph_loader.store import open_store\n" + textwrap.dedent("""
        with open_store(Path(sys.argv[1])) as store:
            store.counts()
        """)
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert (done.stdout, done.stderr, names(tmp_path)) == ("", "", ["graph"])
