"""Tells which words are printed as acronyms are."""


def is_acronym(text: str) -> bool:
    """Tells whether a word is printed as an acronym is: two to nine characters, mostly capitals, perhaps a plural s."""
    if not text[:1].isupper() or text[1:].islower():
        return False
    stem = text[:-1] if text.endswith("s") else text
    capitals = sum(char.isupper() for char in stem)
    return 2 <= len(stem) <= 9 and capitals >= 2 and capitals >= len(stem) - 1 and stem.isalnum()


def stem_of(acronym: str) -> str:
    """Drops the plural s: `QRTs` is `QRT`."""
    return acronym[:-1] if acronym.endswith("s") and len(acronym) > 2 else acronym
