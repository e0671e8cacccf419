"""Finds named programmes: operations, plans, strategies, campaigns, systems and products that are being delivered."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.acronyms import acronyms_of, find_acronyms, tie_by_initials
from graph_loader.annotate.deliveries import Deliveries
from graph_loader.annotate.entities import Mention, Ties, entity_key, merge, outermost, printed_name
from graph_loader.annotate.known_names import KnownNames
from graph_loader.annotate.name_phrases import NamePhrases
from graph_loader.annotate.profile import Profile, load_profile
from graph_loader.annotate.words import words_of
from graph_loader.model.acronym import stem_of
from graph_loader.model.record import Programme

_OPERATION_WORDS = 3


@Language.factory(
    "kg_programmes",
    assigns=["doc._.programmes"],
    requires=["doc.sents", "doc._.bodies"],
    default_config={"profile": "general"},
)
def create_programmes(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that names the programmes."""
    finder = _ProgrammeFinder(nlp, load_profile(profile))

    def programmes(doc: Doc) -> Doc:
        doc._.programmes = tuple(finder.find(doc))
        return doc

    return programmes


class _ProgrammeFinder:
    def __init__(self, nlp: Language, profile: Profile) -> None:
        known = {name: ("programme", forms) for name, forms in profile.names.known_programmes.items()}
        self._known = KnownNames(nlp, known, "programme.known", lower=True)
        self._phrases = NamePhrases(nlp, profile)
        self._distinctive = frozenset(profile.names.distinctive)
        self._deliveries = Deliveries(nlp, profile)
        self._prefixes = {
            form.casefold(): name for name, forms in profile.names.programme_prefixes.items() for form in (name, *forms)
        }

    def find(self, doc: Doc) -> Iterator[Programme]:
        """Yields the programmes in the order of the text."""
        expansions = find_acronyms(doc)
        operations = list(self._operations(doc))
        known = list(self._known.find(doc))
        # A phrase that begins in the middle of a known name is no other: the Right Lights, Right Place pilot.
        inside = {at for mention in known for at in range(mention.span.start + 1, mention.span.end)}
        mentions = [
            *known,
            *(Mention(span, "programme", "programme.operation") for span, _ in operations),
        ]
        mentions += [
            Mention(phrase.span, "programme", "programme.head_noun", 0.9)
            for phrase in self._phrases.find(doc)
            if phrase.kind == "programme" and phrase.span.start not in inside
        ]
        mentions += [Mention(span, "programme", "programme.definite", 0.7) for span in self._phrases.find_definite(doc)]
        mentions += self._deliveries.find(doc)
        bodies = {entity_key(form) for body in doc._.bodies for form in (body.name, *body.aliases)}
        mentions = [mention for mention in mentions if entity_key(mention.name) not in bodies]
        named = (mention.span for mention in mentions if len(mention.span) > 2)
        expansions |= tie_by_initials(
            doc, named, expansions.keys() | {form for body in doc._.bodies for form in body.aliases}
        )
        mentions += self._expanded(doc, mentions, expansions)
        same = self._known.same | {printed_name(span): full for span, full in operations} | _without_heads(mentions)
        for entity in merge(outermost(mentions), Ties(expansions, same, self._distinctive)):
            yield Programme(name=entity.name, aliases=entity.forms[1:], mentions=entity.mentions)

    def _operations(self, doc: Doc) -> Iterator[tuple[Span, str]]:
        """Gives `Op Redstart` with its full form, `Operation Redstart`."""
        words = words_of(doc)
        for at in words.at(self._prefixes):
            if not words.texts[at][0].isupper():
                continue
            end = at + 1
            while end < len(doc) and end - at <= _OPERATION_WORDS and self._names(doc[end]):
                end += 1
            if end > at + 1:
                yield doc[at:end], f"{self._prefixes[words.lowers[at]]} {doc[at + 1 : end].text}"

    def _names(self, token: Token) -> bool:
        plain = token.is_alpha and token.text[0].isupper() and not token.is_sent_start
        return plain and self._phrases.head_kind(token) is None and not self._phrases.is_opener(token)

    def _expanded(self, doc: Doc, mentions: list[Mention], expansions: Mapping[str, Span]) -> Iterator[Mention]:
        """Gives the expansions that end in a head noun in any case, and every place of a programme's acronym."""
        named = {entity_key(mention.name) for mention in mentions}
        shorts = set()
        for short, span in expansions.items():
            if entity_key(printed_name(span)) in named or self._phrases.expansion_kind(span) == "programme":
                shorts.add(short)
                yield Mention(span, "programme", "programme.expansion")
        for token in acronyms_of(doc):
            if (stem := stem_of(token.text)) in shorts:
                yield Mention(doc[token.i : token.i + 1], "programme", "programme.acronym", 1.0, stem)


def _without_heads(mentions: Iterable[Mention]) -> dict[str, str]:
    """Ties `the Marle Connect system` to Marle Connect where that is a programme by itself."""
    names = dict.fromkeys(mention.name for mention in mentions)
    keys = {entity_key(name) for name in names}
    parts = ((name, *name.rpartition(" ")) for name in names)
    return {name: stem for name, stem, _, head in parts if head.islower() and entity_key(stem) in keys}
