"""Makes terms of words, so that `the call-backs offered` and `offering a call-back` have the same ones."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from graph_loader.annotate.abbreviations import abbreviations
from graph_loader.annotate.profile import load_profile
from graph_loader.model.ids import fold
from graph_loader.resolve.links.spoken_dates import MONTHS

_ENDINGS = ("ation", "ement", "ment", "ness", "ing", "ate", "ion", "ed", "ly", "er", "or", "e")
_OF_DOERS = ("er", "or")
_SPELT_TWICE = ("nce", "ice")
"""So end nouns whose verbs have an s: licence and licensing, advice and advised."""
_NO_ENDING = ("ply", "ier")
"""So end verbs, and those who do what they say: `supply` is no form of `sup`, nor is a supplier what was supplied."""
_FORMS = ("ing", "ed", "e")
_SHORTEST = 3
_LONG_BEFORE_AT = 5
"""Beyond how many letters what is left of `vacated` is that of `vacate` too, but not that of `chatted` or `treated`."""
_NAME_WITHIN = re.compile(r"(?<=[\w,;)] )[A-Z][a-z]+")
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_TIMES = frozenset(["spring", "summer", "autumn", "winter", "christmas", "easter"])
_OF_DATES = _DAYS | _TIMES | MONTHS.keys()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Takes the usual endings off a folded word; what is left need be no word."""
    if word.endswith("ies") and len(word) > _SHORTEST + 2:
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        word = word[:-1]
    if word.endswith(_SPELT_TWICE):
        word = f"{word[:-2]}se"
    for ending in _ENDINGS:
        if word.endswith(_NO_ENDING):
            break
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST + (ending in _OF_DOERS):
            word = word.removesuffix(ending)
            if ending in _FORMS and word.endswith("at") and len(word) > _LONG_BEFORE_AT and word[-3] not in "aeo":
                word = word[:-2]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiosl":
        word = word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > _SHORTEST else word


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """Takes what a form adds to a folded word off it, and no more: a letter is no form of `let`."""
    if word.endswith("ies") and len(word) > _SHORTEST + 2:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        word = word[:-1]
    for ending in _FORMS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiosl":
        word = word[:-1]
    return f"{word[:-1]}y" if word.endswith("i") else word


@lru_cache(maxsize=8_192)
def terms(text: str, common: frozenset[str] = frozenset()) -> tuple[tuple[str, str], ...]:
    """Gives the terms of a text in order, each with its word: stems, without common ones, dates and small numbers."""
    return tuple((stem(word), word) for word in fold(text).split() if _tells(word) and plain(word) not in common)


def content(text: str, particles: frozenset[str]) -> frozenset[str]:
    """Gives the plain forms of all words of a text that have some length, but for particles."""
    long = (word for word in fold(text).split() if len(word) >= _SHORTEST)
    return frozenset(plain(word) for word in long if word not in particles)


def phrases(text: str, particles: frozenset[str]) -> dict[str, str]:
    """Gives the pairs of words that stand beside each other but for particles, as stems, each with its words."""
    found: dict[str, str] = {}
    before = ""
    for word in fold(text).split():
        if word in particles or word in _OF_DATES:
            continue
        if before and not (before.isdigit() and word.isdigit()):
            found.setdefault(f"{stem(before)} {stem(word)}", f"{before} {word}")
        before = word
    return found


def plain_of(words: Iterable[str]) -> frozenset[str]:
    """Gives the plain forms of all the words of some phrases."""
    return frozenset(plain(word) for phrase in words for word in fold(phrase).split())


def sentences(text: str) -> list[str]:
    """Parts a text behind its stops, but for those of initials and of titles before a name."""
    return _ends().split(text)


@cache
def _ends() -> re.Pattern[str]:
    titles = sorted(word for word in abbreviations(load_profile("general")) if word.isalpha())
    printed = (form for title in titles for form in dict.fromkeys((title.capitalize(), title.upper())))
    kept = "".join(rf"(?<!\b{form}\.)" for form in (*printed, "[A-Z]"))
    return re.compile(rf"(?<=[.;:?!]){kept}\s+(?=\S)")


def _tells(word: str) -> bool:
    if word.isdigit():
        return len(word) == 3 or len(word) > 4
    return len(word) > 2 and word not in _OF_DATES and not word[:2].isdigit()


def names_within(text: str) -> frozenset[str]:
    """Gives the stems of the words that stand capitalised inside a sentence, as names of places and people do."""
    return frozenset(stem(fold(word)) for word in _NAME_WITHIN.findall(text))
