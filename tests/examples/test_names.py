"""Nothing in the examples is taken from the real minutes that the genre was learnt from."""

import re
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
RUN = re.compile(r"[A-Z][\w'’-]+(?: (?:(?:and|for|of|the) )*[A-Z][\w'’-]+)+")
# What every force and every set of minutes calls its posts, parts and headings.
GENRE = {
    "any other business",
    "assistant chief constable",
    "chief constable",
    "chief executive",
    "council chamber",
    "date of next meeting",
    "deputy chief constable",
    "deputy police and crime commissioner",
    "local policing",
    "meeting notes",
    "new year",
    "police and crime commissioner",
    "policy officer",
    "village hall",
}


@pytest.fixture(scope="module")
def real() -> str:
    """The words of the real minutes, as they are printed."""
    folders = [SHARED / "seeds", SHARED / "other-minutes"]
    if not all(folder.is_dir() for folder in folders):
        pytest.skip("the real minutes are not here")
    return "\n".join(text_of(path) for folder in folders for path in sorted(folder.iterdir()))


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    if path.suffix == ".docx":
        return "\n".join(part.text for part in docx.Document(str(path)).element.body.iter() if part.text)
    return path.read_text(encoding="utf-8", errors="replace")


def folded(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs_of_words(text: str, length: int) -> set[tuple[str, ...]]:
    words = folded(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_no_part_of_a_persons_name_occurs_there(gold: dict[str, Any], real: str) -> None:
    parts = {part for record in gold.values() for person in record["people"] for part in person["name"].split()}
    assert len(parts) > 20
    assert sorted(parts & set(re.findall(r"[\w'’-]+", real))) == []


def test_no_name_of_several_words_occurs_there(minutes: dict[str, str], real: str) -> None:
    there = " ".join(["", *folded(real), ""])
    spaced = re.sub(r"[ \t]+", " ", "\n".join(minutes.values()))
    # "The PCC and CC" names nobody: what holds abbreviations of posts alone is left out.
    runs = {run.removeprefix("The ") for run in RUN.findall(spaced)}
    names = {" ".join(folded(run)) for run in runs if re.search("[A-Z][a-z]", run)}
    assert len(names) > 40
    assert sorted(name for name in names - GENRE if " " in name and f" {name} " in there) == []


def test_no_sentence_is_taken_from_there(minutes: dict[str, str], real: str) -> None:
    ours = {run for text in minutes.values() for run in runs_of_words(text, 9)}
    assert sorted(ours & runs_of_words(real, 9)) == []
