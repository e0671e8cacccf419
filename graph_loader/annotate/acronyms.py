"""Ties acronyms to their expansions within one document: `Single Online Portal (SOP)` and `SOP (Single Online Portal)`.

An acronym whose expansion the document does not print is in no result: it stays an acronym.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.words import words_of
from graph_loader.model.acronym import is_acronym, stem_of
from graph_loader.model.ids import fold

_LONGEST_EXPANSION = 9
_SHOUT = 12


def find_acronyms(doc: Doc) -> dict[str, Span]:
    """Maps every acronym that the document expands to the expansion, the first one that it gives."""
    found: dict[str, Span] = {}
    for at in words_of(doc).at({"("}):
        for short, expansion in _pairs(doc, at):
            found.setdefault(short, expansion)
    return found


def tie_by_initials(doc: Doc, names: Iterable[Span], tied: Collection[str]) -> dict[str, Span]:
    """Maps the printed acronyms of three letters or more, but for those `tied` already, to the one name they spell.

    An acronym is left alone when the document has another phrase for its last two letters: `MPC` may be the Marle
    Parish Council, but not where a Policing Committee is spoken of as well.
    """
    spelled: dict[str, dict[str, Span]] = defaultdict(dict)
    endings: dict[str, set[str]] = defaultdict(set)
    spans = list(names)
    lasts = {span[-1].lower_ for span in spans}
    for span in spans:
        spelled[_initials(span)].setdefault(fold(span.text), span)
    for at in words_of(doc).at(lasts):
        token, before = doc[at], doc[max(0, at - 1)]
        if at and token.is_title and before.is_title and not before.is_stop:
            endings[_initials(doc[at - 1 : at + 1])].add(f"{before.lower_} {token.lower_}")
    printed = dict.fromkeys(stem_of(token.text) for token in acronyms_of(doc) if not is_shouted(token))
    shorts = [short for short in printed if len(short) > 2 and short not in tied]
    return {s: next(iter(spelled[s].values())) for s in shorts if len(spelled[s]) == 1 and len(endings[s[-2:]]) <= 1}


def _initials(span: Span) -> str:
    return "".join(token.text[0] for token in span if token.text[0].isalnum() and not token.is_stop).upper()


def acronyms_of(doc: Doc) -> list[Token]:
    """Gives the words of a document that are printed as acronyms are, in order, looked for once."""
    if "kg_acronyms" not in doc.user_data:
        places = [at for at, text in enumerate(words_of(doc).texts) if is_acronym(text)]
        doc.user_data["kg_acronyms"] = [doc[at] for at in places]
    tokens: list[Token] = doc.user_data["kg_acronyms"]
    return tokens


def is_shouted(token: Token) -> bool:
    """Tells whether a word stands in a run of three or more words in capitals, where capitals mean nothing."""
    texts, start, end = words_of(token.doc).texts, token.i, token.i + 1
    while start and end - start < _SHOUT and _is_capitals(texts[start - 1]):
        start -= 1
    while end < len(texts) and end - start < _SHOUT and _is_capitals(texts[end]):
        end += 1
    return sum(text.isalpha() for text in texts[start:end]) >= 3


def _is_capitals(text: str) -> bool:
    return text.isupper() or not (text.isalpha() or text.isspace())


def _pairs(doc: Doc, bracket: int) -> Iterator[tuple[str, Span]]:
    close = next((i for i in range(bracket + 1, min(bracket + 12, len(doc))) if doc[i].text == ")"), None)
    if close is None or bracket == 0:
        return
    inside, before = doc[bracket + 1 : close], doc[bracket - 1]
    if len(inside) == 1 and is_acronym(inside.text):
        expansion = _expansion_before(stem_of(inside.text), before)
        if expansion is not None:
            yield stem_of(inside.text), expansion
    elif len(inside) > 1 and is_acronym(before.text) and _spells(stem_of(before.text), list(inside)):
        yield stem_of(before.text), inside


def _expansion_before(acronym: str, last: Token) -> Span | None:
    """Gives the shortest run of words ending at `last` whose initials spell the acronym."""
    doc = last.doc
    for start in range(last.i, max(-1, last.i - _LONGEST_EXPANSION), -1):
        token = doc[start]
        if "\n" in token.text or token.text in {"(", ")", ".", ";", ":"}:
            return None
        starts = token.text[0].casefold() == acronym[0].casefold()
        if starts and _spells(acronym, list(doc[start : last.i + 1])):
            return doc[start : last.i + 1]
    return None


def _spells(acronym: str, tokens: list[Token]) -> bool:
    """Tells whether initials spell the acronym; small words may be left out, later letters of a word may be used."""
    letters = acronym.casefold()
    position = 0
    for token in tokens:
        if not token.text[0].isalnum():
            continue
        word = token.lower_
        if position < len(letters) and word[0] == letters[position]:
            position += 1
        elif not token.is_stop:
            return False
    if position == len(letters):
        return True
    return _spells_within(letters, tokens)


def _spells_within(letters: str, tokens: list[Token]) -> bool:
    """Allows letters from inside the words, each word that is not small giving at least its initial."""
    position = 0
    for token in tokens:
        word = token.lower_
        if not word[0].isalnum() or (token.is_stop and word[0] != letters[position : position + 1]):
            continue
        if word[0] != letters[position : position + 1]:
            return False
        for char in word:
            if position < len(letters) and char == letters[position]:
                position += 1
    return position == len(letters)
