"""Opens files and streams, finds out what they are and hands them to the reader of their format."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from graph_loader.errors import ReadError
from graph_loader.model.ids import stable_id
from graph_loader.model.layout import Document, Layout
from graph_loader.read.builder import build_layout
from graph_loader.read.decode import decode
from graph_loader.read.docx import read_docx
from graph_loader.read.html import read_html
from graph_loader.read.pdf import read_pdf
from graph_loader.read.piece import Draft
from graph_loader.read.text import read_text

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_SIZE = 10_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?(?:<!--.{0,500}?-->\s{0,50})?<(?:!doctype html|html|head|body)\b", re.I | re.S)
SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".docx": _DOCX,
}


def read_document(path: Path, *, name: str | None = None, max_size: int = MAX_SIZE) -> Layout:
    """Reads one file; `name` is the path that the document keeps, the one given unless told.

    Raises `ReadError` when the file is missing, too large (`max_size` in bytes and in characters) or gives no text.
    """
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough to refuse it; a pipe does not say how much there is.
            data = file.read(max_size + 1)
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
    return read_bytes(data, name or str(path), max_size=max_size)


def read_bytes(data: bytes, name: str, *, max_size: int = MAX_SIZE) -> Layout:
    """Reads a document from its bytes; what it is shows in them or, for text, in the suffix of `name`."""
    if len(data) > max_size:
        raise _too_large(name, max_size)
    if not data.strip():
        raise ReadError(f"{name} is empty.", "Give a file with minutes in it.")
    media_type = _media_type(data, name)
    draft = _READERS[media_type](data, name, max_size)
    if len(draft.text) > max_size:
        raise _too_large(name, max_size)
    layout = build_layout(_document(data, name, media_type), draft)
    if not layout.blocks:
        raise ReadError(f"{name} has no words in it that can be read.", "Check that it holds minutes.")
    return layout


def find_documents(paths: Sequence[Path]) -> list[Path]:
    """Gives the files among `paths` as they are and, sorted, those of a known format in the folders among them.

    Hidden files and folders are left out. Raises `ReadError` for a path that does not exist and for a folder with
    nothing to read in it.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise ReadError(f"{path} does not exist.", "Check the path.")
        inside = _documents_in(path) if path.is_dir() else [path]
        if not inside:
            known = ", ".join(SUFFIXES)
            raise ReadError(f"The folder {path} has nothing in it that can be read.", f"Give files of {known}.")
        found += inside
    return list(dict.fromkeys(found))


def _documents_in(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def _media_type(data: bytes, name: str) -> str:
    """Finds out what the bytes are, whatever the name's suffix says; the suffix parts the sorts of text."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        return _DOCX
    if data.startswith(_OLE):
        hint = "Save it as .docx without a password."
        raise ReadError(f"{name} is an old .doc file or a Word document with a password.", hint)
    if data.startswith(b"{\\rtf"):
        raise ReadError(f"{name} is a Rich Text file.", "Save it as .docx.")
    if _HTML.match(data[:1024].lstrip()):
        return "text/html"
    if _is_json(data):
        raise ReadError(f"{name} is JSON: data, and no minutes.", "Give the minutes that it was made from.")
    declared = SUFFIXES.get(Path(name).suffix.lower(), "text/plain")
    if declared in ("application/pdf", _DOCX):
        raise ReadError(f"{name} is no {Path(name).suffix[1:].upper()} file, or its head is lost.", "Fetch it again.")
    return declared


def _is_json(data: bytes) -> bool:
    """Tells whether it is a JSON object or list, or has one object in each line."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"{", b"[")):
        return False
    return _parsed(start) is not None or isinstance(_parsed(start.partition(b"\n")[0]), dict)


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _read_plain(data: bytes, name: str, max_size: int) -> Draft:
    text, repairs = decode(data, name)
    draft = read_text(text)
    draft.repairs += repairs
    return draft


_READERS: dict[str, Callable[[bytes, str, int], Draft]] = {
    "text/plain": _read_plain,
    "text/markdown": _read_plain,
    "text/html": read_html,
    "application/pdf": read_pdf,
    _DOCX: read_docx,
}


def _document(data: bytes, name: str, media_type: str) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    short = "standard input" if name == "-" else Path(name).stem
    return Document(stable_id("document", digest), short, name, digest, media_type)


def _too_large(name: str, max_size: int) -> ReadError:
    return ReadError(f"{name} is larger than {max_size:,} bytes.", "Raise --max-size, or split the file.")
