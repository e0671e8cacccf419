"""Writes text so that Markdown shows it as it is, with nothing in it that formats, links, hides or runs."""

import re

from graph_loader.export.text import clean

_SIGN = re.compile(r"[\\`*_\[\]<>#|^${}!]|==|%%|~~|::|^[-+]|^\d+(?=[.)])")
_OFF = str.maketrans(
    {"[": "(", "]": ")", "|": "/", "<": "‹", ">": "›", "\\": "/", "`": "'", "*": "·", "$": "S", "#": "№"}
)


def plain(text: str) -> str:
    """Gives text on one line, with every sign of Markdown, HTML and Obsidian escaped."""
    line = " ".join(clean(text).split()).replace("&", "&amp;")
    return _SIGN.sub(_escaped, line)


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    # Of a number that would begin a list, the point or bracket behind it is the sign.
    return f"{sign}\\" if sign.isdecimal() else "".join(f"\\{char}" for char in sign)


def link(page: str, text: str) -> str:
    """Gives a link to a page of the vault; signs cannot be escaped within one, so others stand for them."""
    label = " ".join(clean(text).split()).translate(_OFF)
    return f"[[{page}|{label}]]"
