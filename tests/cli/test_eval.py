"""How records are scored against gold from the command line."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Kg = Callable[..., Result]


@pytest.fixture
def gold(kg: Kg, minutes: Path, tmp_path: Path) -> Path:
    """Gives a folder of gold that says what is extracted, but for one question less in the first document."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for path in sorted(minutes.iterdir()):
        record = json.loads(kg("extract", path).stdout)
        if path.stem == "000":
            record["exchanges"] = []
        (folder / f"{path.stem}.gold.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


@pytest.fixture
def found(kg: Kg, minutes: Path, tmp_path: Path) -> Path:
    """Gives the file with the records of all documents."""
    (tmp_path / "found.jsonl").write_text(kg("extract", minutes, "--jobs", 1).stdout, encoding="utf-8")
    return tmp_path / "found.jsonl"


def test_what_is_extracted_is_scored(kg: Kg, gold: Path, found: Path) -> None:
    result = kg("eval", gold, found, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = {row["measure"]: row for row in json.loads(result.stdout)}
    assert (rows["questions"]["tp"], rows["questions"]["fp"], rows["questions"]["precision"]) == (2, 1, 0.667)
    assert rows["people"]["f1"] == rows["people"]["low"] == 1
    assert rows["headline"]["low"] <= rows["headline"]["f1"] <= rows["headline"]["high"]


def test_the_same_input_gives_the_same_bytes(kg: Kg, gold: Path, found: Path) -> None:
    assert kg("eval", gold, found).stdout_bytes == kg("eval", gold, found).stdout_bytes != b""


def test_what_differs_is_listed(kg: Kg, gold: Path, found: Path) -> None:
    result = kg("eval", gold, found, "--misses", "--format", "csv")
    (row,) = csv.DictReader(result.stdout.splitlines())
    assert (row["document"], row["measure"], row["kind"]) == ("000", "questions", "made up")
    assert row["words"].startswith("Ada Hill asked the Chief Constable")


def test_no_difference_is_said(kg: Kg, gold: Path) -> None:
    paths = [gold / "001.gold.json"] * 2
    assert kg("eval", *paths, "--misses").stderr == "Nothing is missed or made up.\n"


def test_gold_without_a_record_is_told(kg: Kg, gold: Path, found: Path) -> None:
    (gold / "other.gold.json").write_text("not even read", encoding="utf-8")
    assert kg("eval", gold, found).stderr == "Left out, for want of gold or of a record: other.\n"


@pytest.mark.parametrize(
    ("paths", "status", "said"),
    [
        (["minutes/000.txt"], 2, "Error: There is gold without a record. Give GOLD RECORD in pairs, or two folders.\n"),
        (["minutes/000.txt"] * 2, 1, "Error: minutes/000.txt is neither gold nor a record: Invalid JSON"),
        (["nowhere.json"] * 2, 1, "Error: nowhere.json cannot be read: No such file or directory. Check the path.\n"),
    ],
)
def test_what_cannot_be_scored_is_one_line(kg: Kg, minutes: Path, paths: list[str], status: int, said: str) -> None:
    result = kg("eval", *paths)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1
