"""Makes ids that depend on content alone, and keys under which two spellings of one name are equal."""

import hashlib
import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_LONGEST_NAME = 80
"""Up to how many characters a text is taken for a name or heading, which come again and again."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Folds case, accents, apostrophes, punctuation and white space, so that equal words compare equal."""
    return _fold_name(text) if len(text) <= _LONGEST_NAME else _fold(text)


def _fold(text: str) -> str:
    bare = text.replace("’", "'").replace("'", "")
    if not bare.isascii():
        bare = _NOT_ASCII.sub(_without_marks, unicodedata.normalize("NFKD", bare))
    return _NOT_WORD.sub(" ", bare.casefold()).strip()


_fold_name = lru_cache(maxsize=8192)(_fold)


def _without_marks(match: re.Match[str]) -> str:
    return "".join(char for char in match.group() if not unicodedata.combining(char))


def folded(text: str) -> str:
    """Folds a text, with a blank before each word; one that the folding leaves empty stands for itself."""
    return f" {fold(text) or text.casefold().strip()}"


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Folds a name and drops a leading article, so that `the Lamp-Lighting Board` is `lamp lighting board`."""
    return fold(name).removeprefix("the ")


def stable_id(kind: str, *parts: str) -> str:
    """Derives `kind-` and 16 hexadecimal digits from the parts alone: same content, same id, on every machine."""
    digest = hashlib.sha256("\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:16]}"
