"""Whether the figures are those of the scorer beside the gold of the real documents, to three places."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph_loader.evaluate import Figure, figures, read_pairs, score
from graph_loader.extract import extract_record
from graph_loader.read import read_document

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "gold" / "score.py"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
ROW = re.compile(r"^(\S.*?)\s+(\d\.\d{3})\s+(\d\.\d{3})\s+(\d\.\d{3})\s+(\d+)\s+(\d+)\s+(\d+)$", re.MULTILINE)
CALLED = {"answers (text + speaker)": "answers"}
Told = dict[str, tuple[float, ...]]

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the real documents and their scorer are not here")


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Gives gold and record of each real document in turn."""
    return list(written(tmp_path_factory.mktemp("records"), {path.stem: record(path) for path in SEEDS}))


@pytest.fixture(scope="module")
def spoilt(extracted: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Gives the same with mistakes of many kinds in the records."""
    records = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in extracted[1::2]}
    return list(written(tmp_path_factory.mktemp("spoilt"), {name: spoil(one) for name, one in records.items()}))


@pytest.fixture(scope="module")
def swapped(extracted: list[Path]) -> list[Path]:
    """Gives the gold of each document with the record of another."""
    records = extracted[1::2]
    return [path for pair in zip(extracted[::2], [*records[1:], records[0]], strict=True) for path in pair]


def record(path: Path) -> dict[str, Any]:
    return extract_record(read_document(path)).to_dict()


def written(folder: Path, records: dict[str, dict[str, Any]]) -> Iterator[Path]:
    for name, found in records.items():
        (folder / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
        yield from (SHARED / "gold" / f"{name}.gold.json", folder / f"{name}.json")


def spoil(value: Any) -> Any:
    """Takes every third entry out of each list, turns the order, and cuts every long text with an e in front."""
    if isinstance(value, dict):
        return {key: spoil(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [spoil(inner) for place, inner in enumerate(value) if place % 3 < 2][::-1]
    if isinstance(value, str) and len(value) > 40 and value[1] == "e":
        return value[: len(value) // 2]
    return value


def theirs(paths: list[Path]) -> tuple[Told, float]:
    run = [sys.executable, str(SCORER), *map(str, paths)]
    shown = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split("all documents")[1]
    rows = {name: tuple(map(float, told)) for name, *told in ROW.findall(shown)}
    return rows, float(shown.split("headline (mean F1 of 7 measures): ")[1])


def ours(paths: list[Path]) -> dict[str, Figure]:
    return {found.measure: found for found in figures([score(*pair) for pair in read_pairs(paths).pairs])}


@pytest.mark.parametrize("which", ["extracted", "spoilt", "swapped"])
def test_the_figures_are_those_of_the_scorer(request: pytest.FixtureRequest, which: str) -> None:
    paths = request.getfixturevalue(which)
    (rows, headline), own = theirs(paths), ours(paths)
    assert own.pop("headline").f1 == to_three_places(headline)
    for name, (precision, recall, f1, tp, fp, fn) in rows.items():
        found = own.pop(CALLED.get(name, name.lower().removesuffix(" (recall)")))
        assert (found.tp, found.fn, found.recall) == (tp, fn, to_three_places(recall)), name
        if not name.endswith(" (recall)"):
            assert found.fp == fp, name
            assert (found.precision, found.f1) == (to_three_places(precision), to_three_places(f1)), name
    # The scorer does not show a measure of which there is nothing.
    assert [found for found in own.values() if found.tp or found.fp or found.fn] == []


def to_three_places(shown: float) -> Any:
    return pytest.approx(shown, abs=0.00051)


def test_the_mistakes_tell(extracted: list[Path], spoilt: list[Path], swapped: list[Path]) -> None:
    good, worse, worst = (theirs(paths)[1] for paths in (extracted, spoilt, swapped))
    assert good > worse + 0.1 > worst
