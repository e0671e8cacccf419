"""Makes the short captions that stand in the circles of a graph picture."""

LENGTH = 60


def caption(text: str) -> str:
    """Gives the first whole words of a text, on one line, at most LENGTH characters and an ellipsis."""
    words = " ".join(text.split())
    if len(words) <= LENGTH:
        return words
    head = words[: LENGTH + 1].rpartition(" ")[0] or words[:LENGTH]
    return f"{head.rstrip(' ,;:')} …"
