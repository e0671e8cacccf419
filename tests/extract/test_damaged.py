"""Checks that cut, shuffled, doubled and run-together minutes are read without fail, every quote as it stands."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_loader.errors import ReadError
from graph_loader.extract import extract_record
from graph_loader.model.layout import Layout
from graph_loader.model.record import Record
from graph_loader.read import read_bytes

ROOT = Path(__file__).resolve().parents[2]
MINUTES = [*sorted((ROOT / "examples/minutes").glob("*.md")), *sorted((ROOT / "tests/gold/tuning").glob("*.txt"))]
TEXTS = [path.read_text(encoding="utf-8") for path in MINUTES]

Damage = Callable[[str, Any], str]


def cut(text: str, chance: Any) -> str:
    first, second = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[first:second]


def shuffle(text: str, chance: Any) -> str:
    lines = text.splitlines()
    chance.shuffle(lines)
    return "\n".join(lines)


def double(text: str, chance: Any) -> str:
    blocks = text.split("\n\n")
    at = chance.randrange(len(blocks))
    return "\n\n".join([*blocks[: at + 3], *blocks[at:]])


def run_together(text: str, chance: Any) -> str:
    blank: str = chance.choice([" ", "\n", "\n\n", "\t"])
    return blank.join(text.split())


def drop_lines(text: str, chance: Any) -> str:
    return "\n".join(line for line in text.splitlines() if chance.random() < 0.7)


def shout(text: str, chance: Any) -> str:
    return "\n".join(chance.choice([line, line.upper(), line.lower(), line.title()]) for line in text.splitlines())


def break_words(text: str, chance: Any) -> str:
    marks = ["", "", "\n", "  ", ":", " - ", "(", ")", "/", ",", ".", "*", "’", "é", "\u200b"]
    return "".join(char + (chance.choice(marks) if chance.random() < 0.03 else "") for char in text)


DAMAGES: list[Damage] = [cut, shuffle, double, run_together, drop_lines, shout, break_words]


def evidence_in(value: Any) -> Iterator[dict[str, Any]]:
    """Yields whatever in a record's data carries a quote."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from evidence_in(inner)


def check(layout: Layout, record: Record) -> None:
    for evidence in evidence_in(record.to_dict()):
        assert 0 <= evidence["start"] <= evidence["end"] <= len(layout.text)
        assert layout.text[evidence["start"] : evidence["end"]] == evidence["quote"]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(TEXTS), st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=3), st.randoms())
def test_damaged_minutes_are_read_without_fail(text: str, damages: list[Damage], chance: Any) -> None:
    for damage in damages:
        text = damage(text[:6000], chance)
    try:
        layout = read_bytes(text.encode(), "minutes.txt")
    except ReadError:
        return
    check(layout, extract_record(layout, None))
