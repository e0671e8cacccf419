"""Finds the forms of names in words and puts pseudonyms in their place."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph_loader.annotate.profile import given_names
from graph_loader.export.pseudonyms.forms import Form
from graph_loader.export.pseudonyms.tokens import Token, letters, tokens

SEVERAL = "[name]"
"""Stands for a form that could mean several people, none of whom is to be named."""
_LONGEST = 100
"""How many letters a form has at the most: what is longer is a reading gone wrong, and stands nowhere else."""
_IN_ADDRESSES = frozenset("@._")
_QUOTED = re.compile(r"“[^“”]*”")
_LOWERED = re.compile(r"(?<![^\W_])(?<!\[)[^\W_]+(?:[-'’][^\W_]+)*(?![^\W_])")


class Finder:
    """Knows the forms that names have, in which documents they have them, and which of them are not to be shown."""

    def __init__(
        self,
        forms: Iterable[Form],
        pseudonyms: Mapping[str, str],
        near: Mapping[str, Collection[str]],
        ordinary: Collection[str],
    ) -> None:
        """`near` has for each person the documents that name them; `ordinary` words are no names at times."""
        self._pseudonyms = pseudonyms
        self._near = near
        self._ordinary = ordinary
        self._forms: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            if len(form.letters) <= _LONGEST:
                self._forms[form.letters].append(form)
        self._starts = {word[:end] for word in self._forms for end in range(1, len(word) + 1)}

    def replaced(self, text: str, documents: Collection[str] = ()) -> str:
        """Gives words of some documents, or of any, with a pseudonym for every name that is not to be shown."""
        places: dict[tuple[int, int], str | None] = {}
        for read in tokens(text):
            at = 0
            while at < len(read):
                end, instead = self._longest(text, documents, read, at)
                if end > at:
                    before = read[at - 1] if at and end == at + 1 else None
                    if instead and before and _is_given_name(text, before, read[at]):
                        # It is somebody else of that surname, or a form that is not known: nobody is named.
                        places[before.start, read[at].end] = SEVERAL
                    places[read[at].start, read[end - 1].end] = instead
                at = max(end, at + 1)
        if not any(places.values()):
            return text
        pieces, done = [], 0
        for (start, end), instead in sorted(places.items(), key=lambda found: (found[0][0], -found[0][1])):
            if start >= done and instead is not None:
                pieces += [text[done:start], instead]
                done = end
        return "".join([*pieces, text[done:]])

    def replaced_in_reason(self, text: str, documents: Collection[str] = ()) -> str:
        """Does the same for the reason of a link, which quotes words in lower case and without apostrophes."""

        def of_quote(quote: re.Match[str]) -> str:
            return _LOWERED.sub(lambda word: self._of_lowered(word[0], documents), quote[0])

        return _QUOTED.sub(of_quote, self.replaced(text, documents))

    def _of_lowered(self, word: str, documents: Collection[str]) -> str:
        """Gives what is to stand for a word that may be initials, or a name with the s of the possessive."""
        if not word.islower():
            return word
        joined = letters(word)
        for name in (joined, joined.removesuffix("s")):
            forms = self._forms.get(name, ())
            fits = [form for form in forms if not form.document or _among(form.document, documents)]
            instead = self._instead(fits, documents) if fits else None
            if instead:
                return instead
        return word

    def _longest(self, text: str, documents: Collection[str], read: list[Token], at: int) -> tuple[int, str | None]:
        """Gives behind which token the longest name that starts at one ends, and what is to stand there."""
        joined = ""
        best: tuple[int, str | None] = at, None
        for place in range(at, len(read)):
            joined += read[place].letters
            if joined not in self._starts:
                break
            if joined in self._forms:
                span = read[at].start, read[place].end
                forms = (form for form in self._forms[joined] if not form.document or _among(form.document, documents))
                fits = [form for form in forms if self._fits(form, text, *span)]
                if fits:
                    best = place + 1, self._instead(fits, documents)
        return best

    def _fits(self, form: Form, text: str, start: int, end: int) -> bool:
        found = text[start:end]
        if form.printed:
            return "".join(char for char in found if char.isalnum()) == form.printed
        if not form.alone or form.letters not in self._ordinary or not found.islower():
            return True
        # A common word that begins with no capital is a name within an address.
        around = {text[start - 1 : start], text[end : end + 1]}
        return "@" in around or ("@" in text and bool(around & _IN_ADDRESSES))

    def _instead(self, forms: list[Form], documents: Collection[str]) -> str | None:
        """Gives the pseudonym of whom the form means; none where it means somebody who may be named."""
        bearers = {form.bearer for form in forms}
        bearers = {one for one in bearers if not documents or self._is_near(one, documents)} or bearers
        hidden = {self._pseudonyms[one] for one in bearers if one in self._pseudonyms}
        # A surname of somebody who may be named, too, is most likely theirs; initials tell too little to keep them.
        if not hidden or (len(hidden) < len(bearers) and not forms[0].printed):
            return None
        return hidden.pop() if len(hidden) == 1 else SEVERAL

    def _is_near(self, one: str, documents: Collection[str]) -> bool:
        return any(document in documents for document in self._near.get(one, ()))


def _among(document: str, documents: Collection[str]) -> bool:
    return not documents or document in documents


def _is_given_name(text: str, token: Token, surname: Token) -> bool:
    """Tells whether the word before a surname is a given name or an initial that belongs to it."""
    word, between = text[token.start : token.end], text[token.end : surname.start]
    if between.strip(" .") or not word[:1].isupper():
        return False
    return len(word) == 1 or (not between.strip() and token.letters in given_names())
