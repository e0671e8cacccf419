"""The worked examples of `docs/rdf.md` give what stands there."""

import csv
import io
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph_loader.cli.output import cell_text
from graph_loader.export.rdf.elements import Element
from graph_loader.export.rdf.formats import write_rdf
from graph_loader.export.rdf.sparql import ask, dataset

TEXT = (Path(__file__).parents[3] / "docs" / "rdf.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```sparql\n(.*?)^```\n\n```csv\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def examples(found: list[Element]) -> ox.Store:
    return dataset(write_rdf(found, "nquads"))


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == TEXT.count("```sparql") >= 5


@pytest.mark.parametrize("loaded", ["examples"], indirect=True)
@pytest.mark.parametrize("query", [query for query, _ in EXAMPLES])
def test_an_example_gives_its_rows(query: str, examples: ox.Store) -> None:
    columns, rows = ask(examples, query)
    wanted = list(csv.reader(io.StringIO(dict(EXAMPLES)[query])))
    assert [columns, *([cell_text(value) for value in row.values()] for row in rows)] == wanted
