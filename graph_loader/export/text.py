"""Makes text fit to stand in any file: in XML so that every parser reads the same text again."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_ESCAPED = re.compile(r'[&<>"\t\n\r]')


def clean(text: str) -> str:
    """Gives the text with a replacement character for what XML does not allow: half a pair, a zero byte."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def escape(text: str) -> str:
    """Gives the text as it stands in an element or between the quotes of an attribute."""
    return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], clean(text))
