import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from graph_loader.errors import ReadError
from graph_loader.model.ids import stable_id
from graph_loader.model.layout import Layout
from graph_loader.read import find_documents, read_bytes, read_document

WORDS = "The chair of the drainage board asked when the pumps would be tested. It rained. "


def pdf(text: str = WORDS, password: str = "") -> bytes:
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=11)
    if text:
        page.multi_cell(0, 6, text)
    else:
        page.rect(10, 10, 50, 50, style="F")
    if password:
        page.set_encryption(owner_password=password, user_password=password)
    return bytes(page.output())


def word(text: str = WORDS) -> bytes:
    document, out = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def repacked(change: Callable[[str, bytes], bytes]) -> bytes:
    """Gives a Word document with its parts changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(word())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def bomb() -> bytes:
    return repacked(lambda name, data: data + b" " * 210_000_000 if name == "word/document.xml" else data)


def with_entities() -> bytes:
    attack = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    return repacked(lambda name, data: attack + data[data.index(b"?>") + 2 :] if name == "word/document.xml" else data)


def without_relations() -> bytes:
    return repacked(lambda name, data: b"" if name == "_rels/.rels" else data)


def archive() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as other:
        other.writestr("readme.txt", WORDS)
    return out.getvalue()


BAD = {
    "empty": (lambda: b" \n", "a.txt", "is empty"),
    "binary": (lambda: bytes(range(256)) * 9, "a.txt", "binary"),
    "not UTF-8": (lambda: b"\xff\x81\x8d" * 90, "a.txt", "not UTF-8"),
    "broken UTF-16": (lambda: b"\xff\xfe\x00\xd8\x00", "a.txt", "not UTF-8"),
    "rulers alone": (lambda: b"-----\n\n*****\n", "a.md", "no words"),
    "PDF with a password": (lambda: pdf(password="x"), "a.pdf", "password"),
    "PDF without text": (lambda: pdf(""), "a.pdf", "scanned"),
    "half a PDF": (lambda: pdf()[:700], "a.pdf", "truncated"),
    "PDF in name alone": (WORDS.encode, "a.pdf", "is no PDF"),
    "half a DOCX": (lambda: word()[:-2000], "a.docx", "truncated"),
    "DOCX without text": (lambda: word(" "), "a.docx", "no text"),
    "DOCX with entities": (with_entities, "a.docx", "declares entities"),
    "DOCX with a lost part": (without_relations, "a.docx", "damaged"),
    "another archive": (archive, "a.docx", "is no Word document"),
    "Rich Text": (lambda: rb"{\rtf1\ansi " + WORDS.encode(), "a.txt", "Rich Text"),
    "JSON": (lambda: b'\xef\xbb\xbf{"nodes": [], "edges": []}\n', "a.json", "JSON"),
    "JSON in lines": (lambda: b'{"id": 1}\n{"id": 2}\n', "a.txt", "JSON"),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.docx", "old .doc"),
    "HTML without text": (lambda: b"<html><body><nav>Home</nav><script>1</script></body></html>", "a.html", "no text"),
}


@pytest.mark.parametrize(("make", "name", "message"), BAD.values(), ids=BAD)
def test_bad_input_is_refused_with_a_hint(make: Callable[[], bytes], name: str, message: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_bytes(make(), name)
    assert message in raised.value.message
    assert name in raised.value.message
    assert raised.value.hint.endswith(".")


@pytest.mark.parametrize("first", ["[1]", "{", '[Draft] "Notes"', "{Minutes}"])
def test_a_bracket_at_the_start_makes_no_data_of_minutes(first: str) -> None:
    assert WORDS.split(maxsplit=1)[0] in read_bytes(f"{first}\n{WORDS}".encode(), "a.txt").text


def test_large_input_is_refused() -> None:
    with pytest.raises(ReadError, match="larger than 1,000 bytes"):
        read_bytes(WORDS.encode() * 20, "a.txt", max_size=1000)
    long = pdf(WORDS * 300)
    with pytest.raises(ReadError, match="characters"):
        read_bytes(long, "a.pdf", max_size=len(long))


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    data = bomb()
    assert len(data) < 1_000_000
    with pytest.raises(ReadError, match="unpacks to"):
        read_bytes(data, "a.docx")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_document(tmp_path / "a.txt")


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS * 10)
    with pytest.raises(ReadError, match="larger than 100 bytes"):
        read_document(tmp_path / "a.txt", max_size=100)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such file")
def test_a_stream_without_end_is_not_read_to_it() -> None:
    with pytest.raises(ReadError, match="larger than 100 bytes"):
        read_document(Path("/dev/zero"), max_size=100)


@pytest.mark.parametrize(
    ("data", "text", "repairs"),
    [
        (WORDS.encode("utf-8-sig"), WORDS, []),
        (WORDS.encode("utf-16"), WORDS, []),
        ("It cost £5 – too much".encode("cp1252"), "It cost £5 – too much", ["encoding"]),
    ],
    ids=["UTF-8 with a mark", "UTF-16 with a mark", "Windows-1252"],
)
def test_encodings(read: Callable[..., Layout], data: bytes, text: str, repairs: list[str]) -> None:
    layout = read(data)
    assert layout.text == text
    assert [repair.kind for repair in layout.repairs] == repairs


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (WORDS.encode(), "text/plain"),
        (b"<!DOCTYPE html><p>It rained.", "text/html"),
        (pdf(), "application/pdf"),
        (word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
    ids=["text", "HTML", "PDF", "DOCX"],
)
def test_the_type_shows_in_the_bytes(data: bytes, media_type: str) -> None:
    document = read_bytes(data, "-").document
    assert (document.media_type, document.name, document.path) == (media_type, "standard input", "-")


def test_a_document_is_named_by_its_bytes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WORDS)
    first, second = read_document(tmp_path / "a.txt"), read_document(tmp_path / "b.txt", name="kept/b.txt")
    assert first.document.id == second.document.id == stable_id("document", first.document.sha256)
    assert (first.document.name, second.document.name, second.document.path) == ("a", "b", "kept/b.txt")
    assert first.blocks == second.blocks


def test_folders_give_their_documents_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.MD", "a.pdf", ".hidden/3.txt", "b/.4.txt", "b/~$5.docx", "b/6.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WORDS)
    found = find_documents([tmp_path, tmp_path / "b" / "6.png", tmp_path / "a.pdf"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a.pdf", "b/1.MD", "b/2.txt", "b/6.png"]


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="nothing in it"):
        find_documents([tmp_path])
    with pytest.raises(ReadError, match="does not exist"):
        find_documents([tmp_path / "none"])
