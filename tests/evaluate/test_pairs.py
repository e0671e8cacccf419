"""Which record belongs to which gold, and what is said of files that are neither."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph_loader.errors import KgError, UsageError
from graph_loader.evaluate import read_pairs


def put(path: Path, document: str, **more: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"document": document, "meeting": {}} | more), encoding="utf-8")
    return path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("a", "b", "c"):
        put(tmp_path / "gold" / f"{name}.gold.json", f"{name} gold")
    for name in ("d", "c", "a"):
        put(tmp_path / "records" / f"{name}.json", f"{name} record")
    return tmp_path / "gold", tmp_path / "records"


def test_files_come_in_pairs(tmp_path: Path) -> None:
    paths = [put(tmp_path / name, name) for name in ("b", "2", "a", "1")]
    read = read_pairs(paths)
    assert [(gold.document, record.document) for gold, record in read.pairs] == [("b", "2"), ("a", "1")]
    assert read.alone == ()


def test_folders_are_matched_by_name(folders: tuple[Path, Path]) -> None:
    read = read_pairs(folders)
    assert [(gold.document, record.document) for gold, record in read.pairs] == [
        ("a gold", "a record"),
        ("c gold", "c record"),
    ]
    assert read.alone == ("b", "d")


def test_one_folder_may_hold_both(folders: tuple[Path, Path]) -> None:
    gold, _ = folders
    put(gold / "a.json", "a record")
    assert [record.document for _, record in read_pairs([gold, gold]).pairs] == ["a record"]


def test_records_on_lines_are_matched_by_their_documents(folders: tuple[Path, Path], tmp_path: Path) -> None:
    lines = [json.dumps({"document": name, "meeting": {"venue": name}}) for name in ("c", "a")]
    (tmp_path / "found.jsonl").write_text("\n".join([*lines, ""]), encoding="utf-8")
    read = read_pairs([folders[0], tmp_path / "found.jsonl"])
    assert [(gold.document, record.meeting.venue) for gold, record in read.pairs] == [("a gold", "a"), ("c gold", "c")]


def test_a_single_record_may_be_indented(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "found.json").write_text(json.dumps({"document": "c", "meeting": {}}, indent=2), encoding="utf-8")
    assert [record.document for _, record in read_pairs([folders[0], tmp_path / "found.json"]).pairs] == ["c"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "one.json is neither gold nor a record: Invalid JSON"),
        (b"\xff\xfe", "one.json is neither gold nor a record: Invalid JSON"),
        (b"[]", "one.json is neither gold nor a record: Input should be an object"),
        (b"{}", "one.json is neither gold nor a record: document: Field required."),
        (b'{"document": "x", "meeting": {}, "people": [{}]}', "people.0.name: Field required."),
        (b'{"document": "x", "meeting": {}, "exchanges": [{"act": "asked"}]}', "exchanges.0.quote: Field required."),
        (b'{"document": "x", "meeting": {}, "items": {}}', "items: Input should be a valid"),
        (b"[" * 100_000, "one.json is neither gold nor a record: Invalid JSON"),
    ],
)
def test_what_is_neither_is_said_with_the_place(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "one.json").write_bytes(content)
    with pytest.raises(KgError) as raised:
        read_pairs([tmp_path / "one.json", tmp_path / "one.json"])
    assert said in str(raised.value)
    assert str(raised.value).endswith("Give gold, and what `kg extract` prints.")


def test_paths_that_make_no_pairs_are_wrong_usage(folders: tuple[Path, Path]) -> None:
    one = put(folders[0].parent / "one.json", "x")
    for paths in ([one], [one, folders[1]], [*folders, one, one]):
        with pytest.raises(UsageError):
            read_pairs(paths)


def test_nothing_that_belongs_together_is_an_error(folders: tuple[Path, Path], tmp_path: Path) -> None:
    for other in (tmp_path, put(tmp_path / "found.jsonl", "elsewhere")):
        with pytest.raises(KgError, match="belongs to gold"):
            read_pairs([folders[0], other])
    with pytest.raises(KgError, match=r"cannot be read: No such file"):
        read_pairs([folders[0], tmp_path / "nowhere.jsonl"])


def test_two_records_of_one_document_are_an_error(folders: tuple[Path, Path], tmp_path: Path) -> None:
    line = json.dumps({"document": "a", "meeting": {}})
    (tmp_path / "found.jsonl").write_text(f"{line}\n{line}\n", encoding="utf-8")
    with pytest.raises(KgError, match="two records of a"):
        read_pairs([folders[0], tmp_path / "found.jsonl"])
