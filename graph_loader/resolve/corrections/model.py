"""Defines what a correction can say: one model for each kind, and each entry with the place where it is written."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from graph_loader.model.dates import last_day
from graph_loader.model.graph import digest
from graph_loader.model.schema import load_schema

NODE_ID = re.compile(r"[a-z]+-[0-9a-f]{16}")
NameKind = Literal["person", "body", "programme", "issue"]
LinkType = Literal["RECURS_AS", "REPORTED_ON_IN", "FOLLOWS_UP", "CONCERNS", "STANDS_FOR", "SUCCEEDED_BY"]
OF_NAMES = ("STANDS_FOR", "SUCCEEDED_BY")
"""The links between people, bodies and programmes."""
FACT_LABELS = ("question", "answer", "statement", "commitment", "agendaitem")
Words = Annotated[str, Field(min_length=1, max_length=1000, pattern=r"\w")]


_LIKE_ID = re.compile(
    "(person|post|body|programme|issue|meeting|document|agendaitem|question|answer|statement|commitment)"
    "-(?=[a-z]*[0-9])[0-9a-z]{8,}"
)


def check_id(given: str, *kinds: str) -> None:
    """Refuses what is written like an id, and is one that nothing can have, or one of another kind of thing."""
    if not _LIKE_ID.fullmatch(given):
        return
    kind = given.partition("-")[0]
    if kind not in kinds:
        wanted = f"one that begins with {' or '.join(f'{kind}-' for kind in kinds)}" if kinds else "a name"
        raise ValueError(f"has an id of another kind, {given!r}: {wanted} is needed")
    if not NODE_ID.fullmatch(given):
        raise ValueError(f"has an unknown id, {given!r}: behind the dash an id has 16 digits from 0 to f")


class Strict(BaseModel):
    """Is one mapping of a corrections file; an unknown key is an error, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _named(given: Any) -> Any:
    return {"name": given} if isinstance(given, str) else given


class Named(Strict):
    """Is a name or an id, in all documents or in those that are listed."""

    name: Words
    documents: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _of_documents(self) -> Self:
        for document in self.documents:
            check_id(document, "document")
        return self


class Names(Strict):
    """Is two or more names of one kind; the first is the one that stays."""

    person: tuple[Annotated[Named, BeforeValidator(_named)], ...] | None = None
    body: tuple[Annotated[Named, BeforeValidator(_named)], ...] | None = None
    programme: tuple[Annotated[Named, BeforeValidator(_named)], ...] | None = None
    issue: tuple[Annotated[Named, BeforeValidator(_named)], ...] | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = [names for names in (self.person, self.body, self.programme, self.issue) if names is not None]
        if len(given) != 1:
            raise ValueError("must have one key: person, body, programme or issue")
        if len(given[0]) < 2:
            raise ValueError("must list two names or more")
        for named in given[0]:
            check_id(named.name, self.kind)
        return self

    @property
    def kind(self) -> NameKind:
        """Gives what the names are names of."""
        kinds: tuple[NameKind, ...] = ("person", "body", "programme", "issue")
        return next(kind for kind in kinds if getattr(self, kind) is not None)

    @property
    def named(self) -> tuple[Named, ...]:
        """Gives the names."""
        names: tuple[Named, ...] = getattr(self, self.kind)
        return names


def _listed(given: Any) -> Any:
    return [given] if isinstance(given, str) else given


class Alias(Strict):
    """Is one name and other forms of it."""

    person: Words | None = None
    body: Words | None = None
    programme: Words | None = None
    also: Annotated[tuple[Words, ...], BeforeValidator(_listed), Field(min_length=1)]

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if len([name for name in (self.person, self.body, self.programme) if name is not None]) != 1:
            raise ValueError("must have one of the keys person, body, programme")
        for name in (self.name, *self.also):
            check_id(name)
        return self

    @property
    def kind(self) -> NameKind:
        """Gives what the names are names of."""
        return "person" if self.person else "body" if self.body else "programme"

    @property
    def name(self) -> str:
        """Gives the name itself."""
        return str(self.person or self.body or self.programme)


class Place(Strict):
    """Is one thing that a document says: by its id, or by the document and words of it."""

    id: Words | None = None
    document: Words | None = None
    quote: Words | None = None
    labels: ClassVar[tuple[str, ...]] = FACT_LABELS
    """Of what an id can be."""

    @model_validator(mode="after")
    def _id_or_words(self) -> Self:
        if (self.id is None) == (self.document is None) or (self.document is None) != (self.quote is None):
            raise ValueError("must say where: either id, or document and quote")
        if self.document:
            check_id(self.document, "document")
        label = self.id.partition("-")[0] if self.id and NODE_ID.fullmatch(self.id) else None
        if self.id and label not in self.labels:
            *others, last = ("item" if label == "agendaitem" else label for label in self.labels)
            raise ValueError(f"has an unknown id, {self.id!r}: one of a {', '.join(others)} or {last} is needed")
        return self


class End(Place):
    """Is one end of a link: something said, or a person, body or programme by its id."""

    labels: ClassVar[tuple[str, ...]] = (*FACT_LABELS, "person", "body", "programme")


class Whom(Strict):
    """Is who it is, with its kind where the document cannot tell that."""

    name: Words
    kind: Literal["person", "post", "body"] | None = None

    @model_validator(mode="after")
    def _by_name(self) -> Self:
        check_id(self.name)
        return self


def _whom(given: Any) -> Any:
    given = [] if given == "nobody" else given
    listed = given if isinstance(given, list) else [given]
    return [_one(one) for one in listed]


def _one(given: Any) -> Any:
    if isinstance(given, dict) and len(given) == 1 and given.keys() <= {"person", "post", "body"}:
        ((kind, name),) = given.items()
        return {"name": name, "kind": kind}
    return _named(given)


Whoever = Annotated[tuple[Whom, ...], BeforeValidator(_whom)]


class Actors(Place):
    """Says who owns a commitment, or who asked, answered or stated something."""

    whom: Whoever = Field(alias="is")


def _edtf(given: Any) -> Any:
    if isinstance(given, str) and given != "none" and last_day(given) is None:
        raise ValueError("must be a date such as 2024-05-31, 2024-05 or 2024, or none")
    return given


class Due(Place):
    """Says when a commitment is due; `none` for no date."""

    date: Annotated[Words, BeforeValidator(_edtf)] = Field(alias="is")


def _place(given: Any) -> Any:
    return {"id": given} if isinstance(given, str) else given


At = Annotated[End, BeforeValidator(_place)]


class Link(Strict):
    """Confirms or rejects that one thing is linked with another."""

    start: At = Field(alias="from")
    end: At | None = Field(alias="to", default=None)
    issue: Words | None = None
    type: LinkType | None = None
    relation: Literal["restated", "carried_forward", "date_moved"] | None = None
    verdict: Literal["confirmed", "rejected"] = Field(alias="is")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.end is None) == (self.issue is None):
            raise ValueError("must have one of the keys to, issue")
        if self.verdict == "confirmed" and self.type in OF_NAMES:
            raise ValueError("can only be rejected: write same or alias to say that one name is another's")
        if self.verdict == "confirmed" and self.end is not None and self.type in (None, "CONCERNS"):
            raise ValueError("must have type: RECURS_AS, REPORTED_ON_IN or FOLLOWS_UP")
        if self.issue:
            check_id(self.issue, "issue")
        self._fitting("CONCERNS" if self.issue else self.type)
        return self

    def _fitting(self, kind: str | None) -> None:
        """Refuses ids between which there is no such link."""
        if kind:
            relationship = load_schema().relationships[kind]
            for place, labels in ((self.start, relationship.start), (self.end, relationship.end)):
                if place and place.id:
                    check_id(place.id, *(label.lower() for label in labels))


class Suppress(Strict):
    """Takes a name out of all that the graph shows."""

    names: Annotated[tuple[Words, ...], BeforeValidator(_listed), Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        return {"names": given} if isinstance(given, str | list) else given

    @model_validator(mode="after")
    def _by_name(self) -> Self:
        for name in self.names:
            check_id(name)
        return self


class Rename(Strict):
    """Gives an issue another name."""

    issue: Words
    to: Words

    @model_validator(mode="after")
    def _of_issue(self) -> Self:
        check_id(self.issue, "issue")
        return self


KINDS: dict[str, type[Strict]] = {
    "same": Names,
    "not_same": Names,
    "alias": Alias,
    "owner": Actors,
    "speaker": Actors,
    "due": Due,
    "link": Link,
    "suppress": Suppress,
    "rename": Rename,
}
"""The key by which an entry says what it is, and the model of what stands behind it."""


@dataclass(frozen=True)
class Correction:
    """Is one entry of a corrections file, with the place where it stands."""

    file: str
    line: int
    kind: str
    says: Strict

    @property
    def where(self) -> str:
        """Gives file and line."""
        return f"{self.file}:{self.line}"

    @cached_property
    def digest(self) -> str:
        """Hashes what it says, wherever it stands."""
        return digest([self.kind, self.says.model_dump(mode="json")])

    @property
    def ids(self) -> tuple[str, ...]:
        """Gives the ids of nodes that it names."""
        says = self.says
        places = [says.start, says.end] if isinstance(says, Link) else [says] if isinstance(says, Place) else []
        names = [place.id for place in places if place and place.id]
        names += [named.name for named in says.named] if isinstance(says, Names) else []
        names += [says.issue] if isinstance(says, Link | Rename) and says.issue else []
        return tuple(name for name in names if NODE_ID.fullmatch(name))

    @property
    def of_links(self) -> bool:
        """Tells whether it is about what several documents say together."""
        return self.kind in ("link", "rename") or (isinstance(self.says, Names) and self.says.kind == "issue")
