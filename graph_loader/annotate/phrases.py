"""Finds the phrases of a profile in runs of words; `…` in a phrase stands for a gap of up to ten words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Span

from graph_loader.annotate.words import words_of

_GAP = "…"
_GAP_WORDS = 10


def folded_words(span: Span) -> tuple[str, ...]:
    """Gives a span's words in lower case, but initials as printed: IF is a speaker, `if` is none.

    Where most words are in capitals, capitals mean nothing and all are lowered. Each span's are put together once.
    """
    known: dict[tuple[int, int], tuple[str, ...]] = span.doc.user_data.setdefault("kg_folded_words", {})
    place = span.start, span.end
    if place not in known:
        known[place] = _folded(span)
    return known[place]


def _folded(span: Span) -> tuple[str, ...]:
    words = words_of(span.doc)
    texts, lowers = words.texts[span.start : span.end], words.lowers[span.start : span.end]
    shouted = 2 * sum(map(str.isupper, texts)) > len(texts)
    if shouted:
        return tuple(lowers)
    pairs = zip(texts, lowers, strict=True)
    return tuple(text if text.isupper() and len(text) > 1 else lower for text, lower in pairs)


class PhraseTable:
    """Maps phrases to names; where several fit at one place the name given first wins, then the longest phrase."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[str, ...], bool]]] = defaultdict(list)
        for name, forms in phrases.items():
            for form in sorted(forms, key=len, reverse=True):
                words = tuple(form.casefold().split())
                self._by_first[words[0]].append((name, words, _GAP in words))

    def may_begin(self, word: str) -> bool:
        """Tells whether a phrase begins with a word."""
        return word in self._by_first

    def match(self, words: Sequence[str], start: int) -> tuple[str, int] | None:
        """Gives the name and the end of the phrase that begins at `start`, or None; `words` are case-folded."""
        if start >= len(words):
            return None
        candidates = self._by_first.get(words[start])
        if candidates is None:
            return None
        second = words[start + 1] if start + 1 < len(words) else ""
        for name, phrase, apart in candidates:
            end = start + len(phrase)
            if apart:
                gapped = _match_apart(words, start, phrase)
                if gapped is not None:
                    return name, gapped
            # The first word is the same already.
            elif len(phrase) == 1 or (phrase[1] == second and tuple(words[start:end]) == phrase):
                return name, end
        return None


def _match_apart(words: Sequence[str], start: int, phrase: Sequence[str]) -> int | None:
    position = start
    gap = False
    for wanted in phrase:
        if wanted == _GAP:
            gap = True
            continue
        reach = min(len(words), position + (_GAP_WORDS + 1 if gap else 1))
        found = next((at for at in range(position, reach) if words[at] == wanted), None)
        if found is None:
            return None
        position, gap = found + 1, False
    return position
