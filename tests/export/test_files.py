"""A file is written whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_loader.errors import KgError
from graph_loader.export.files import write_file


def test_a_file_takes_the_place_of_one_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for text in (b"first", b"second"):
        write_file(path, [text, b"!"])
        assert path.read_bytes() == text + b"!"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("a fault in the writer")])
def test_a_failure_leaves_what_was_there(tmp_path: Path, error: Exception) -> None:
    def failing() -> Iterator[bytes]:
        yield b"half"
        raise error

    path = tmp_path / "file"
    path.write_bytes(b"before")
    with pytest.raises(KgError if isinstance(error, OSError) else ValueError):
        write_file(path, failing())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_told_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(KgError) as refused:
        write_file(tmp_path / "no" / "file", [b""], "Choose another.")
    assert str(refused.value).endswith("cannot be written: No such file or directory. Choose another.")


def test_a_link_still_leads_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write_file(tmp_path / "link", [b"after"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"after"


def test_a_full_disk_is_told_in_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no such device here")
    with pytest.raises(KgError, match="No space left on device"):
        write_file(Path("/dev/full"), [b"x" * 100_000])
