"""Makes the short captions that stand in the circles of a graph picture."""

import re

LENGTH = 60
_TAG = re.compile(r"<[^<>]*>")


def caption(text: str) -> str:
    """Gives the first whole words of a text, without tags or line breaks, at most LENGTH characters and an ellipsis."""
    words = " ".join(_TAG.sub(" ", text).split())
    if len(words) <= LENGTH:
        return words
    head = words[: LENGTH + 1].rpartition(" ")[0] or words[:LENGTH]
    return f"{head.rstrip(' ,;:')} …"
