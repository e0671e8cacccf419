"""The vault holds a page for whoever and whatever is named, and the user's notes stay as they are."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from graph_loader.errors import KgError
from graph_loader.export.lookup import Lookup
from graph_loader.export.text import clean
from graph_loader.export.vault import Outcome, write_vault
from graph_loader.export.vault.markdown import link, plain
from graph_loader.export.vault.titles import safe_name, titles
from graph_loader.model.graph import Contribution
from graph_loader.store import Store

Minutes = Callable[..., Contribution]
ANY = st.text(st.characters(exclude_categories=()))
LINK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)\]\]")


def written(store: Store, folder: Path) -> Outcome:
    return write_vault(Lookup(store), folder)


def pages(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.md")
    }


def tokens(markdown: str) -> list[Any]:
    """Gives all that a Markdown parser sees, also within lines."""
    return [inner for block in MarkdownIt().parse(markdown) for inner in (block, *(block.children or ()))]


def test_there_is_a_page_for_each_and_links_lead_to_them(store: Store, minutes: Minutes, tmp_path: Path) -> None:
    store.write(minutes())
    outcome = written(store, tmp_path)
    found = pages(tmp_path)
    assert outcome.pages == len(found)
    assert {"Minutes", "People/Ines Holt", "Bodies/Brookvale Parks Trust", "Programmes/Operation Pond"} <= set(found)
    links = {page for text in found.values() for page, _ in LINK.findall(text)}
    assert links == set(found) - {"Minutes"}
    ines = found["People/Ines Holt"]
    assert "> IH to clean the ponds of a by April" in ines
    assert "characters 140 to 175" in ines
    assert "- Head of Parks, Brookvale Parks Trust: seen 2019-03-05 to 2019-03-05" in ines
    front = yaml.safe_load(ines.split("---\n")[1])
    assert front["type"] == "Person"
    (meeting,) = (text for name, text in found.items() if name.startswith("Meetings/"))
    assert "**[[People/Tom Ferreira|Tom Ferreira]]** asked Head of Lawns, [[People/Ines Holt|Ines Holt]]" in meeting


def test_the_same_graph_gives_the_same_pages(store: Store, minutes: Minutes, tmp_path: Path) -> None:
    store.write(minutes())
    written(store, tmp_path / "a")
    written(store, tmp_path / "b")
    again = written(store, tmp_path / "b")
    assert pages(tmp_path / "a") == pages(tmp_path / "b")
    assert (again.removed, again.left) == ([], [])


def test_stale_pages_go_and_notes_and_changed_pages_stay(store: Store, minutes: Minutes, tmp_path: Path) -> None:
    store.write(minutes())
    written(store, tmp_path)
    notes = {
        tmp_path / "People" / "My note.md": "mine",
        tmp_path / "Own.md": "mine",
        tmp_path / "People" / "Una Reed.md": (tmp_path / "People" / "Una Reed.md").read_text() + "\nI know her.\n",
    }
    for path, text in notes.items():
        path.write_text(text)
    store.retract("document-a")
    store.write(minutes("b", people=(), bodies=(), programmes=(), statements=(), commitments=()))
    outcome = written(store, tmp_path)
    assert {path: path.read_text() for path in notes} == notes
    assert tmp_path / "Programmes" / "Operation Pond.md" in outcome.removed
    assert not (tmp_path / "Programmes" / "Operation Pond.md").exists()


def test_a_page_under_another_spelling_goes(store: Store, minutes: Minutes, tmp_path: Path) -> None:
    store.write(minutes())
    written(store, tmp_path)
    before, after = tmp_path / "People" / "Una Reed.md", tmp_path / "People" / "UNA REED.md"
    if after.exists():
        pytest.skip("case does not tell files apart here")
    before.rename(after)
    assert written(store, tmp_path).removed == [after]
    assert before.exists()


def test_a_note_in_the_way_of_a_page_is_left_and_told(store: Store, minutes: Minutes, tmp_path: Path) -> None:
    store.write(minutes())
    mine = tmp_path / "People" / "Una Reed.md"
    mine.parent.mkdir()
    mine.write_text("---\nkg: " + "0" * 64 + "\n---\nmine")
    outcome = written(store, tmp_path)
    assert outcome.left == [mine]
    assert mine.read_text().endswith("mine")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Una Reed", "Una Reed"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ('"<x>|#^[y]%', "x y"),
        ("../../etc", "etc"),
        ("CON", "_CON"),
        ("nul.md", "_nul.md"),
        ("a.", "a"),
        ("a\nb\x00c", "a b\N{REPLACEMENT CHARACTER}c"),
        ("\u202egnp.exe", "gnp.exe"),
        ("e\u0301", "é"),
        ("...", ""),
    ],
)
def test_file_names_are_safe(name: str, expected: str) -> None:
    assert safe_name(name) == expected


@given(st.dictionaries(st.text(min_size=1), ANY))
def test_no_two_pages_are_one_file(names: dict[str, str]) -> None:
    ids = {f"id-{number}": name for number, name in enumerate(names.values())}
    found = titles((one, name) for one, name in ids.items())
    assert set(found) == set(ids)
    assert len({title.casefold() for title in found.values()}) == len(ids)
    assert all(title and len(title.encode()) < 240 and "/" not in title for title in found.values())


@given(ANY)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    seen = tokens(f"> {plain(text)}")
    assert {token.type for token in seen} <= {
        *("blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special")
    }
    shown = "".join(token.content for token in seen if token.type in {"text", "text_special"})
    assert shown == " ".join(clean(text).split())


@given(ANY)
def test_a_link_is_one_link_whatever_it_says(text: str) -> None:
    assert LINK.fullmatch(link("People/X", f"x{text}"))


def test_hostile_words_leave_every_page_whole(hostile: Store, tmp_path: Path) -> None:
    written(hostile, tmp_path / "vault")
    found = pages(tmp_path / "vault")
    assert sum(name.startswith("Meetings/") for name in found) == 10
    for text in found.values():
        _, front, body = text.split("---\n", 2)
        assert isinstance(yaml.safe_load(front), dict)
        assert not {token.type for token in tokens(body)} & {"html_block", "html_inline", "link_open", "code_inline"}
    assert all(path.is_relative_to(tmp_path / "vault") for path in tmp_path.rglob("*.md"))


def test_a_folder_that_cannot_be_made_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(KgError, match="cannot be used"):
        written(store, tmp_path / "file" / "vault")
