"""Opens files and streams, finds out what they are and hands them to the reader of their format."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from graph_loader.errors import ReadError
from graph_loader.model.ids import stable_id
from graph_loader.model.layout import Document, Layout
from graph_loader.read.builder import build_layout
from graph_loader.read.decode import decode
from graph_loader.read.pdf import read_pdf
from graph_loader.read.piece import Draft
from graph_loader.read.text import read_text

MAX_SIZE = 10_000_000
SUFFIXES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
}


def read_document(path: Path, *, name: str | None = None, max_size: int = MAX_SIZE) -> Layout:
    """Reads one file; `name` is the path that the document keeps, the one given unless told.

    Raises `ReadError` when the file is missing, too large (`max_size` in bytes and in characters) or gives no text.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= max_size else b""
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
    if size > max_size:
        raise _too_large(str(path), max_size)
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
    return build_layout(_document(data, name, media_type), draft)


def find_documents(paths: Sequence[Path]) -> list[Path]:
    """Gives the files among `paths` and, sorted, those of a known format in the folders among them."""
    return list(paths)


def _media_type(data: bytes, name: str) -> str:
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    return SUFFIXES.get(Path(name).suffix.lower(), "text/plain")


def _read_plain(data: bytes, name: str, max_size: int) -> Draft:
    text, repairs = decode(data, name)
    draft = read_text(text)
    draft.repairs += repairs
    return draft


_READERS: dict[str, Callable[[bytes, str, int], Draft]] = {
    "text/plain": _read_plain,
    "text/markdown": _read_plain,
    "application/pdf": read_pdf,
}


def _document(data: bytes, name: str, media_type: str) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return Document(stable_id("document", digest), Path(name).stem, name, digest, media_type)


def _too_large(name: str, max_size: int) -> ReadError:
    return ReadError(f"{name} is larger than {max_size:,} bytes.", "Raise --max-size, or split the file.")
