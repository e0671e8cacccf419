"""Every example is read whole: each quote of the gold stands in the words of its blocks, page breaks and tags gone."""

import html
import re
from pathlib import Path

import pytest

from graph_loader.read import read_document

MINUTES = Path(__file__).parents[2] / "examples" / "minutes"


def words(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", html.unescape(re.sub(r"<[^>]+>", " ", text))), ""])


@pytest.mark.parametrize("path", sorted(MINUTES.iterdir()), ids=lambda path: path.name)
def test_every_quote_is_read_whole(path: Path, quotes: dict[str, list[str]]) -> None:
    blocks = read_document(path).blocks
    read = words(" ".join(block.text for block in blocks if block.kind != "action_column"))
    assert quotes[path.stem]
    assert [quote for quote in quotes[path.stem] if words(quote) not in read] == []
