"""Whether whatever in the graph is not as in its source is caught, and nothing else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from graph_loader.model.schema import load_schema
from graph_loader.query.verify import verify
from graph_loader.store import open_store

Kg = Callable[..., Result]
EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"


@pytest.fixture
def loaded(kg: Kg, minutes: Path) -> Path:
    """Gives the folder of three documents that are in the graph."""
    assert kg("load", minutes, "--jobs", 1).exit_code == 0
    return minutes


def lies(kg: Kg) -> list[str]:
    """Runs the check, which must fail, and gives what it prints."""
    result = kg("verify")
    found = result.stdout.splitlines()
    assert result.exit_code == 1
    assert result.stderr.endswith(f": {len(found)} not as in the source.\n")
    return found


def test_what_was_loaded_holds(kg: Kg, loaded: Path) -> None:
    result = kg("verify")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Checked 3 documents with ")
    assert result.stderr.endswith(" quotations: all as in the source.\n")


def test_every_format_holds(kg: Kg, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    assert kg("load", "examples", "--jobs", 1).exit_code == 0
    assert kg("verify").exit_code == 0


def test_a_graph_and_its_minutes_can_move_together(kg: Kg, loaded: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for folder in ("kg-graph", "minutes"):
        (tmp_path / folder).rename(tmp_path / "elsewhere" / folder)
    assert kg("verify", "--graph", "elsewhere/kg-graph").exit_code == 0


def test_a_flipped_byte_is_caught(kg: Kg, loaded: Path) -> None:
    data = bytearray((loaded / "001.txt").read_bytes())
    data[-1] ^= 1
    (loaded / "001.txt").write_bytes(data)
    (found,) = lies(kg)
    assert found.startswith("minutes/001.txt: document-")
    assert found.endswith(": the file is not the one that was loaded: its hash is another.")


def test_a_flipped_byte_in_a_quotation_is_caught_twice(kg: Kg, loaded: Path) -> None:
    text = (loaded / "001.txt").read_text(encoding="utf-8")
    (loaded / "001.txt").write_text(text.replace("staff were new", "staff were few"), encoding="utf-8")
    hash_, answer = lies(kg)
    assert "its hash is another" in hash_
    assert answer.startswith("minutes/001.txt: answer-")
    assert "staff were few" in answer.partition(", not ")[0]
    assert "staff were new" in answer.partition(", not ")[2]


def test_a_source_that_is_gone_or_empty_is_said(kg: Kg, loaded: Path) -> None:
    (loaded / "000.txt").unlink()
    (loaded / "002.txt").write_bytes(b"")
    gone, empty = lies(kg)
    assert gone.startswith("minutes/000.txt: document-")
    assert gone.endswith("cannot be read: No such file or directory.")
    assert empty.endswith("minutes/002.txt is empty.")


def test_a_second_path_of_the_same_bytes_is_checked_too(kg: Kg, loaded: Path) -> None:
    shutil.copy(loaded / "000.txt", loaded / "copy.txt")
    assert kg("load", loaded, "--jobs", 1).exit_code == 0
    assert kg("verify").exit_code == 0
    (loaded / "copy.txt").unlink()
    (found,) = lies(kg)
    assert found.startswith("minutes/copy.txt: document-")


def test_whatever_the_schema_says_to_be_quoted_is_checked(kg: Kg, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    kg("load", "examples", "--jobs", 1)
    schema = load_schema()
    quoted = [
        *(f"(q:{name})" for name, node in schema.nodes.items() if "text" in node.properties),
        *(f"()-[q:{name}]->()" for name, one in schema.relationships.items() if "text" in one.properties),
    ]
    with open_store(Path("kg-graph"), read_only=True) as store:
        count = "MATCH {} WHERE q.text IS NOT NULL RETURN count(q) AS n"
        numbers = [store.rows(count.format(pattern))[0]["n"] for pattern in quoted]
        assert all(numbers)
        assert sum(checked.quotations for checked in verify(store, Path())) == sum(numbers)
