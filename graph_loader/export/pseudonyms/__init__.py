"""Puts pseudonyms in the place of people's names, in everything that leaves the graph.

Every writer sends each node and edge through `Names` (`graph_loader/export/rows.py`), which are `AS_THEY_ARE`, or these
`Pseudonyms` where `kg export --pseudonymise` says so. A new writer takes `names` and has to do nothing more.
"""

import hmac
import json
import re
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache

from graph_loader.export.pseudonyms.finder import Finder
from graph_loader.export.pseudonyms.forms import whole_names, words_alone
from graph_loader.export.pseudonyms.people import Someone, common_words, forms_of, kept_names, people, recorded_in
from graph_loader.model.graph import Edge, Node, Properties, Value, canonical_json
from graph_loader.model.schema import load_schema
from graph_loader.store import Store

CLASSES = ("public_office", "staff", "participant", "third_party")
_CALLED = {"public_office": "Official", "staff": "Staff", "participant": "Participant", "third_party": "Person"}
_ID = re.compile(r"\b([a-z]+)-[0-9a-f]{16}\b")
_SIGNS = "BCDFGHJKLMNPQRSTVWXZ23456789"
_HASHES = frozenset({"digest", "linked", "corrections", "corrections_missed"})
"""Hashes of what holds names: with a guess at the name, they would tell whether it is right."""
_CODES = frozenset({"document", "sha256", "media_type", "pipeline", "profile_digest", "rule", "act"})
"""What is never in a human's words."""
_NAMES_PEOPLE = frozenset({"MENTIONS", "ATTENDED", "CHAIRED", "TOOK_MINUTES"})


class Pseudonyms:
    """Gives nodes and edges with a pseudonym for everybody of some privacy classes, and ids that tell no name.

    The salt alone says which pseudonym and id are whose: the same graph and salt give the same ones.
    """

    def __init__(self, store: Store, classes: Collection[str], salt: str) -> None:
        self._salt = salt.encode("utf-8", "surrogatepass")
        everybody = people(store)
        # Whom no document gives a class may be anybody.
        hidden = [one for one in everybody.values() if not one.privacy or one.privacy in classes]
        self._pseudonyms = self._chosen(hidden)
        self._recorded = recorded_in(store)
        surnames = {word for one in hidden for words in words_alone(one.names) for word in words}
        ordinary = common_words(store, surnames)
        forms = [form for one in everybody.values() for form in forms_of(one, ordinary)]
        whole = {form.letters for one in hidden for form in whole_names(one.id, one.names)}
        forms += [form for form in kept_names(store) if not any(name in form.letters for name in whole)]
        near = {one.id: frozenset(one.aliases) for one in everybody.values()}
        finder = Finder(forms, self._pseudonyms, near, ordinary)
        # The words of a document stand in several properties one after the other.
        self._replaced = lru_cache(maxsize=100)(finder.replaced)
        self._in_reason = finder.replaced_in_reason

    def _chosen(self, hidden: Iterable[Someone]) -> dict[str, str]:
        chosen: dict[str, str] = {}
        taken: set[str] = set()
        for one in sorted(hidden, key=lambda one: self._hash(one.id)):
            number = int(self._hash(one.id), 16)
            sign = ""
            while len(sign) < 4 or sign in taken:
                number, rest = divmod(number, len(_SIGNS))
                sign += _SIGNS[rest]
            taken.add(sign)
            chosen[one.id] = f"{_CALLED.get(one.privacy, 'Person')} {sign}"
        return chosen

    def _hash(self, text: str) -> str:
        return hmac.new(self._salt, text.encode("utf-8", "surrogatepass"), "sha256").hexdigest()

    def id(self, one: str) -> str:
        """Gives an id from which no name can be told; that of a document stays, for it hashes the file alone."""
        return _ID.sub(self._other_id, one)

    def _other_id(self, found: re.Match[str]) -> str:
        kind = found[1]
        return f"{kind}-{self._hash(found[0])[:16]}" if kind in self._kinds else found[0]

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(label.lower() for label in load_schema().nodes) - {"document"}

    def words(self, text: str, *documents: str) -> str:
        """Gives words of the documents, without documents those of any, with pseudonyms for names."""
        return self.id(self._replaced(text, documents))

    def node(self, node: Node) -> Node:
        """Gives a node without the names; whoever is not to be named keeps nothing but the pseudonym and the class."""
        documents = self._documents(node.id, node.properties)
        says = self._says(node.properties, documents)
        if node.id in self._pseudonyms:
            says |= {name: self._hidden(node.id)[name] for name in ("name", "aliases") if name in says}
        return Node(node.label, self.id(node.id), says)

    def edge(self, edge: Edge) -> Edge:
        """Gives an edge without the names."""
        documents = self._documents("", edge.properties)
        properties = dict(edge.properties)
        who = next((one for one in (edge.start, edge.end) if one in self._pseudonyms), "")
        if edge.type == "RECORDED_IN":
            properties = self._recorded_says(properties, edge.start, documents)
        says = self._says(properties, documents)
        if who and edge.type in _NAMES_PEOPLE:
            # A form of the name that nothing else has shown is taken for what it is: the naming of this person.
            known = {name for name in ("text", "reading") if says.get(name) == properties.get(name)}
            says |= {name: self._pseudonyms[who] for name in known if name in says}
        return Edge(edge.type, self.id(edge.start), self.id(edge.end), says)

    def _documents(self, one: str, says: Properties) -> tuple[str, ...]:
        """Gives the documents that a node or an edge says something of; none where these are not known."""
        several = says.get("documents")
        if isinstance(several, list):
            return tuple(several)
        document = says.get("document")
        return (str(document),) if document else tuple(self._recorded.get(one, ()))

    def _recorded_says(self, properties: dict[str, Value], one: str, documents: tuple[str, ...]) -> dict[str, Value]:
        """Gives what a document says of a node, without the short forms of a name that is not to be shown."""
        hidden = one in self._pseudonyms
        says = {name: value for name, value in properties.items() if not (hidden and name == "aliases")}
        if "claim" in says:
            claim = json.loads(str(says["claim"]))
            if hidden:
                claim["properties"] |= self._hidden(one)
            says["claim"] = canonical_json(self._inside(claim, documents))
        return says

    def _hidden(self, one: str) -> dict[str, Value]:
        return {"name": self._pseudonyms[one], "aliases": []}

    def _inside(self, value: object, documents: tuple[str, ...]) -> object:
        match value:
            case str():
                return self.words(value, *documents)
            case list():
                return [self._inside(inner, documents) for inner in value]
            case dict():
                return {name: self._inside(inner, documents) for name, inner in value.items()}
            case _:
                return value

    def _says(self, properties: Properties, documents: tuple[str, ...]) -> dict[str, Value]:
        return {name: self._value(name, value, documents) for name, value in properties.items()}

    def _value(self, name: str, value: Value, documents: tuple[str, ...]) -> Value:
        if name in _CODES or not isinstance(value, str | list) or name == "claim":
            return value
        if name in _HASHES:
            return [self._hash(one) for one in value] if isinstance(value, list) else self._hash(value)
        if isinstance(value, list):
            return [self.words(one, *documents) for one in value]
        if name == "reason":
            return self.id(self._in_reason(value, documents))
        return self.words(value, *documents)
