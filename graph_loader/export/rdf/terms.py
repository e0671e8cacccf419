"""Writes IRIs and literals as N-Triples does, and reads them back into the values of the graph.

XML 1.0 has no place for some characters, and UTF-8 none for half a surrogate pair; a text that holds one is written
with escapes, as a datatype of our own, so that it is the same in every format and nothing is lost.
"""

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

import pyoxigraph as ox

from graph_loader.model.schema import load_schema

_NEEDS_ESCAPE = re.compile(r'["\\\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_XML_OR_BACKSLASH = re.compile(r"[\\\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_PLAIN = re.compile(r"[A-Za-z0-9_~-]*")


def expand(term: str) -> str:
    """Gives the IRI of a term that is written with one of the schema's prefixes."""
    prefix, _, name = term.partition(":")
    return load_schema().prefixes[prefix] + name


def named(term: str) -> str:
    """Gives a term of the schema as N-Triples writes it."""
    return f"<{expand(term)}>"


def is_iri(text: str) -> bool:
    """Tells whether a text is an absolute IRI that every reader takes."""
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def as_segment(text: str) -> str:
    """Gives any text as one segment of an IRI, without dots: behind a dot we name the parts of a thing."""
    if _PLAIN.fullmatch(text):
        return text
    return quote(text, safe="", errors="surrogatepass").replace(".", "%2E")


def from_segment(segment: str) -> str:
    """Gives the text that was made a segment."""
    return unquote(segment, errors="surrogatepass")


def literals(ending: str) -> Callable[[str], str]:
    """Makes a writer of literals that end with this language tag or datatype, as N-Triples writes it; may be empty."""
    escaped = f'"^^{named("kg:escaped")}'
    whole = f'"{ending}'

    def write(text: str) -> str:
        if not _NEEDS_ESCAPE.search(text):
            return f'"{text}{whole}'
        if _NOT_XML.search(text):
            text = _NOT_XML_OR_BACKSLASH.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
            return f'"{_short(text)}{escaped}'
        return f'"{_short(text)}{whole}'

    return write


def _short(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("\n", "\\n").replace("\t", "\\t")


def unescaped(text: str) -> str:
    """Gives the text that stands in a literal of the datatype for escapes."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
