"""Decodes the bytes of a text file: UTF-8 first, then UTF-16 with its mark, then Windows-1252 if it looks like text."""

import codecs
import re

from graph_loader.errors import ReadError
from graph_loader.model.layout import Repair

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What Windows-1252 makes of binary data: control characters, or letters foreign to the language beside each other.
_IMPLAUSIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]|[À-ÿ]{4}")


def decode(data: bytes, name: str) -> tuple[str, list[Repair]]:
    """Gives the text of a file and, where its encoding was guessed, a repair that says so.

    Raises `ReadError` for binary data and for bytes that are plausible in no encoding.
    """
    if data.startswith(_UTF16_MARKS):
        try:
            return data.decode("utf-16"), []
        except UnicodeDecodeError as error:
            raise _not_text(name) from error
    if b"\x00" in data:
        raise ReadError(f"{name} is a binary file, not text.", "Give minutes as .txt, .md, .html, .pdf or .docx.")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _decode_windows(data, name)


def _decode_windows(data: bytes, name: str) -> tuple[str, list[Repair]]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _not_text(name) from error
    if _IMPLAUSIBLE.search(text):
        raise _not_text(name)
    return text, [Repair("encoding", 0, len(text), "read as Windows-1252, for it is no UTF-8")]


def _not_text(name: str) -> ReadError:
    return ReadError(f"{name} is not UTF-8 text.", "Save it as UTF-8, or give the PDF or DOCX it was made from.")
