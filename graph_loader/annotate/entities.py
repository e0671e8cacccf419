"""Merges the places that name one thing into one entity with its fullest name, its other forms and every mention."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph_loader.annotate.acronyms import acronyms_of, is_shouted
from graph_loader.annotate.extensions import evidence
from graph_loader.model.acronym import is_acronym, stem_of
from graph_loader.model.ids import name_key
from graph_loader.model.record import Evidence

_SMALL = {"and", "of", "for", "the", "in", "on", "to", "with"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Is one place that names something: the words, the kind of thing, what found it and how sure it is."""

    span: Span
    kind: str
    rule: str
    confidence: float = 1.0
    form: str | None = None
    """The name of the thing when the printed words are not it."""
    alias: str | None = None
    """What the printed words are when they are no name by themselves: a place-name, `the force`."""

    @property
    def name(self) -> str:
        """Gives the name as a reader would write it: no article in front, white space folded, capitals undone."""
        return self.form or printed_name(self.span)


@dataclass(frozen=True, slots=True)
class Entity:
    """Is one thing with all its mentions; `forms` are its names as printed, the fullest first."""

    kind: str
    forms: tuple[str, ...]
    mentions: tuple[Evidence, ...]

    @property
    def name(self) -> str:
        """Gives the fullest form."""
        return self.forms[0]


def printed_name(span: Span) -> str:
    """Gives a span's words without a leading article; words in a text all in capitals get title case."""
    words = span.text.split()
    if words and words[0].casefold() == "the":
        words = words[1:]
    if len(words) > 1 and all(is_shouted(token) or not token.is_alpha for token in span):
        known = _acronyms_of(span.doc)
        words = [
            word.lower() if word.lower() in _SMALL else word if word in known else _capitalized(word) for word in words
        ]
    return " ".join(words)


def entity_key(name: str) -> str:
    """Gives the key under which a name's case variants and plurals are one."""
    if is_acronym(name):
        return stem_of(name).casefold()
    return " ".join(
        word if word.endswith("ss") or len(word) < 4 else word.removesuffix("s") for word in name_key(name).split()
    )


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Drops mentions inside longer ones; of two with the same words the first is kept."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or mention.span.end > kept[-1].span.end:
            kept.append(mention)
    return kept


@dataclass(frozen=True, slots=True)
class Ties:
    """Says which names are one: acronyms with their expansions, and names with the name a profile knows (`same`).

    `distinctive` words keep a name apart from the shorter one that it ends with.
    """

    acronyms: Mapping[str, Span]
    same: Mapping[str, str]
    distinctive: frozenset[str] = frozenset()

    def keys(self) -> dict[str, str]:
        """Maps the key of every tied form to the key that it is tied to."""
        tied = {entity_key(form): entity_key(name) for form, name in self.same.items()}
        return tied | {short.casefold(): entity_key(printed_name(span)) for short, span in self.acronyms.items()}


def merge(mentions: Iterable[Mention], ties: Ties) -> list[Entity]:
    """Groups mentions by key, ties acronyms to their expansions and short forms to the one long form they end.

    `same` maps names to the name that a profile knows for the same thing.

    The entities stand in the order of their first mentions.
    """
    ordered = sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end))
    tied = ties.keys()
    keys = [_follow(tied, entity_key(mention.name)) for mention in ordered]
    longer = _long_forms(dict.fromkeys(keys), ties.distinctive)
    groups: dict[str, list[Mention]] = defaultdict(list)
    for key, mention in zip(keys, ordered, strict=True):
        groups[longer.get(key, key)].append(mention)
    return [_entity(group) for group in groups.values()]


def _follow(tied: Mapping[str, str], key: str) -> str:
    """Follows a tie from acronym to expansion and from there to the known name."""
    once = tied.get(key, key)
    return tied.get(once, once)


def _entity(group: list[Mention]) -> Entity:
    counts = Counter(mention.name for mention in group)
    forms: dict[str, str] = {}
    for form in sorted(counts, key=lambda form: (is_acronym(form), -len(form.split()), -counts[form], form)):
        forms.setdefault(name_key(form), form)
    for mention in group:
        if mention.alias:
            forms.setdefault(name_key(mention.alias), mention.alias)
    evidences = dict.fromkeys(evidence(mention.span, mention.rule, mention.confidence) for mention in group)
    kinds = Counter(mention.kind for mention in group if not mention.form) or Counter(mention.kind for mention in group)
    return Entity(kinds.most_common(1)[0][0], tuple(forms.values()), tuple(evidences))


def _long_forms(keys: Iterable[str], distinctive: frozenset[str]) -> dict[str, str]:
    """Maps a key of two words or more to the only key that ends with it: `harbour group` to `old harbour group`."""
    ends: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        words = key.split()
        for cut in range(1, len(words) - 1):
            if words[cut - 1] not in distinctive:
                ends[" ".join(words[cut:])].append(key)
    single = {key: ends[key] for key in keys if key in ends}
    longest: dict[str, str] = {}
    for key, candidates in single.items():
        best = max(candidates, key=len)
        if all(best == other or best.endswith(f" {other}") for other in candidates):
            longest[key] = best
    return longest


def _acronyms_of(doc: Doc) -> set[str]:
    """Gives the acronyms that the document prints in text that is not all capitals, or in brackets."""
    known: set[str] | None = doc.user_data.get("kg_printed_acronyms")
    if known is None:
        candidates = [token for token in acronyms_of(doc) if token.i]
        known = {token.text for token in candidates if token.nbor(-1).text == "(" or not is_shouted(token)}
        known |= {token.text for token in candidates if not set(token.lower_) & set("aeiouy")}
        doc.user_data["kg_printed_acronyms"] = known
    return known


def _capitalized(word: str) -> str:
    """Gives a word in capitals as a name has it: O'Hale, but Mayor's."""
    return re.sub(r"(?<=['’])S$", "s", word.title())
