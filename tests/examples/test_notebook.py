"""The notebook runs from its first cell to its last, without a network, and draws what it says."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "examples" / "explore.ipynb"


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    """Gives the cells of the notebook, which travels without what they print."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_two_figures_are_drawn(cells: list[Any]) -> None:
    outputs = [output for cell in cells for output in cell.outputs]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 2
    assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]


def test_the_examples_are_all_loaded(cells: list[Any]) -> None:
    told = "".join(str(output.get("data", {}).get("text/plain", "")) for cell in cells for output in cell.outputs)
    assert "('Document', 10)" in told
    assert "'Imelda Farrant'" in told
