"""The built examples are what the script makes of their sources, and hold what they are built for."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
BUILT = sorted(path.name for path in (EXAMPLES / "minutes").iterdir() if path.suffix in {".pdf", ".docx"})
PDFS = [name for name in BUILT if name.endswith(".pdf")]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rebuilt")
    subprocess.run([sys.executable, str(EXAMPLES / "build.py"), str(folder)], check=True)
    return folder


def members(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    """Unpacks a Word file: machines pack the same members into different bytes."""
    with zipfile.ZipFile(path) as packed:
        return [(member.filename, member.date_time, packed.read(member)) for member in packed.infolist()]


def test_every_source_is_built_and_nothing_else(rebuilt: Path) -> None:
    assert sorted(path.name for path in rebuilt.iterdir()) == BUILT
    assert sorted(Path(name).stem for name in BUILT) == sorted(path.stem for path in EXAMPLES.glob("source/*.toml"))


@pytest.mark.parametrize("name", BUILT)
def test_a_rebuilt_file_equals_the_one_checked_in(name: str, rebuilt: Path) -> None:
    old, new = EXAMPLES / "minutes" / name, rebuilt / name
    if name.endswith(".docx"):
        assert members(new) == members(old)
    else:
        assert new.read_bytes() == old.read_bytes()


@pytest.mark.parametrize("name", PDFS)
def test_the_first_page_of_a_pdf_ends_in_the_middle_of_a_sentence_above_a_footer(name: str) -> None:
    with pypdfium2.PdfDocument(EXAMPLES / "minutes" / name) as document:
        pages = [page.get_textpage().get_text_range().splitlines() for page in document]
    assert len(pages) > 1
    for number, lines in enumerate(pages, 1):
        assert lines[-1].endswith(f"Page {number} of {len(pages)}")
    assert pages[0][-2][-1] not in ".:?!"
    assert pages[1][0][0].islower()
