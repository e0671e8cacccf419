"""Reads real minutes that lie beside the project, where they do; nothing of their words is kept here."""

from pathlib import Path

import pytest

from graph_loader.errors import ReadError
from graph_loader.read import find_documents, read_document

SHARED = Path(__file__).parents[2].parent / "shared"
DOCUMENTS = find_documents([SHARED / "seeds", SHARED / "other-minutes"]) if SHARED.is_dir() else []

pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="the real minutes are not beside the project")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_real_minutes_are_read_whole(path: Path) -> None:
    if "no_text" in path.name:
        with pytest.raises(ReadError, match="no text"):
            read_document(path)
        return
    layout = read_document(path)
    read = sum(len(block.text) for block in layout.blocks)
    # What is not in blocks is white space, markup, markers, and what repairs and gaps account for.
    accounted = sum(repair.end - repair.start for repair in layout.repairs)
    accounted += sum(gap.end - gap.start for gap in layout.gaps)
    assert read + accounted > 0.85 * len(" ".join(layout.text.split()))
    for block in layout.blocks:
        assert block.start <= block.offsets[0] and block.offsets[-1] < block.end
        assert not block.text.startswith(("<", "\t")) and "</" not in block.text
