import html
import re
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph_loader.errors import ReadError
from graph_loader.model.layout import Layout
from graph_loader.read import read_bytes

ENTITY = re.compile(r"&#?\w{1,31};")
WORDS = [
    "The chair asked the engineer",
    "about the pumps of the",
    "upper valley.",
    "winter",
    "Ac",
    "tions",
    "kle",
    "the ?",
]
PRINTED = [
    "HE / CEx",
    "ACTION",
    "FLOODS AND DAMS",
    "Page 2 of 3",
    "27 April",
    "1.",
    "2.1",
    "a)",
    "12",
    "•",
    "-",
    "–",
    "…",
]
BLANKS = ["\t", "\t\t", "\n", "\n\n", "\r\n", "\f", " ", "  ", "      ", "\u00a0", "\u200b", "\u00ad", "\x00", "\ufffe"]
TAGS = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<u>",
    "</u>",
    "<ul>",
    "<li>",
    "</ul>",
    "<br>",
    "<br/>",
    "<h2>",
    "</h2>",
    "<x>",
    "<p",
]
ENTITIES = ["&amp;", "&nbsp;", "&lt;", "&fjlig;", "&bogus;", "&#8211;", "<sup>th</sup>"]
MARKDOWN = [
    "**",
    "*",
    "_",
    "__",
    "##",
    "# ",
    "[a](b)",
    "![a](b)",
    "\\*",
    "> ",
    "---",
    "-----",
    "|",
    "|a|b|",
    "(",
    ")",
    ",",
    ":",
]
BITS = [*WORDS, *PRINTED, *BLANKS, *TAGS, *ENTITIES, *MARKDOWN, "é", "𝒳"]
TEXTS = st.lists(st.sampled_from(BITS) | st.text(max_size=6), max_size=60).map("".join)


def check(layout: Layout) -> None:
    """Checks what every layout promises."""
    text, used, last = layout.text, set[int](), -1
    entities = [place for found in ENTITY.finditer(text) for place in range(*found.span())]
    for block in layout.blocks:
        assert block.text == " ".join(block.text.split()) != ""
        assert len(block.offsets) == len(block.text)
        assert all(first < second for first, second in zip(block.offsets, block.offsets[1:], strict=False))
        assert last < block.start <= block.offsets[0] <= block.offsets[-1] < block.end <= len(text)
        assert not used.intersection(block.offsets)
        assert 0 <= block.lead < len(block.text)
        for char, place in zip(block.text, block.offsets, strict=True):
            assert char in (" ", text[place]) or (place in entities and char in html.unescape(text))
        used.update(block.offsets)
        last = block.start
    marked = [(mark.start, mark.end) for mark in layout.repairs] + [(gap.start, gap.end) for gap in layout.gaps]
    assert all(0 <= start <= end <= len(text) for start, end in (*marked, *layout.pages))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["a.txt", "a.html"]))
@example("<p0\x1f>", "a.txt")
@example("<quay  note>", "a.txt")
def test_every_layout_keeps_its_promises(text: str, name: str) -> None:
    data = (f"<html><body>{text}" if name == "a.html" else text).encode("utf-8", "replace")
    try:
        layout = read_bytes(data, name)
    except ReadError:
        return
    check(layout)
    assert layout == read_bytes(data, name)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["the pumps were old,", "It rained.", "ask the farmers", "a"]), min_size=1, max_size=30)
)
def test_no_word_is_lost(lines: list[str]) -> None:
    layout = read_bytes("\n".join(lines).encode(), "a.txt")
    assert " ".join(block.text for block in layout.blocks).split() == " ".join(lines).split()


HOSTILE = {
    "a million tabs": "\t" * 1_000_000 + "end",
    "one paragraph": "The chair asked when the pumps would be tested. " * 3200,
    "open tags": "<p " * 100_000,
    "nested tags": "<b><ul><li>" * 50_000 + "end",
    "ampersands": "&" * 200_000,
    "stars": "**a " * 100_000,
    "brackets": "![" * 100_000,
    "stops": "1." * 100_000,
    "underscores": "_a" * 100_000,
    "blanks": "a" + " " * 1_000_000 + "b",
    "fences": "---\na: b\n" * 3000,
    "hyphens": "infor-\nmation " * 5000,
    "shreds": "kle the\n" * 8000,
    "shreds of many words": "".join(f"{chr(97 + place % 26)}{place:x} the\n" for place in range(20000)),
    "groups of shreds": "".join(f"x{place:x} a\ny{place:x} b\nz{place:x} c\nv{place:x} d\n\n" for place in range(4000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_more_than_seconds(read: Callable[..., Layout], text: str) -> None:
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 10
