"""Finds the names that a profile knows: names of several words in any case, single words only as they are written."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from graph_loader.annotate.entities import Mention


class KnownNames:
    """Holds names with their kinds and other forms; `same` maps every other form to its name.

    With `lower` a name of several words is found in lower case too, as products are printed.
    """

    def __init__(
        self, nlp: Language, known: Mapping[str, tuple[str, Sequence[str]]], rule: str, *, lower: bool = False
    ) -> None:
        self.same = {form: name for name, (_, forms) in known.items() for form in forms}
        self._kinds = {form: kind for name, (kind, forms) in known.items() for form in (name, *forms)}
        self._rule = rule
        self._lower = lower
        self._folded, self._exact = PhraseMatcher(nlp.vocab, attr="LOWER"), PhraseMatcher(nlp.vocab)
        for form in self._kinds:
            # Printed minutes write either apostrophe.
            patterns = [nlp.make_doc(text) for text in dict.fromkeys((form, form.replace("'", "’")))]
            (self._folded if len(patterns[0]) > 1 else self._exact).add(form, patterns)

    def find(self, doc: Doc) -> Iterator[Mention]:
        """Yields the places of the names, the longest where two overlap."""
        spans = [*self._folded(doc, as_spans=True), *self._exact(doc, as_spans=True)]
        for span in filter_spans(spans):
            if self._lower or not span.text.islower():
                yield Mention(doc[span.start : span.end], self._kinds[span.label_], self._rule)
