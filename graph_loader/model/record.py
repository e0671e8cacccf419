"""Defines the record: what one document says, as plain data with the exact words and offsets of every fact.

Offsets are 0-based, end-exclusive, in characters of the document's text, and `quote` is exactly that slice.
Names of actors are full canonical names of people, titles of posts whose holder the document does not name,
or names of bodies.
"""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Attendance = Literal["present", "apologies", "minutes", "mentioned"]
BodyKind = Literal["organisation", "board", "team"]
CommitmentKind = Literal["action", "promise", "next_step"]
Privacy = Literal["public_office", "staff", "participant", "third_party"]
ActorKind = Literal["person", "post", "body"]
Strength = Literal["firm", "intended", "hoped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Is the exact words in the document, where they stand, the rule that found them and how sure it is (0 to 1).

    `reading` is the same words as a reader sees them: on one line, without tags and page breaks.
    """

    quote: str
    reading: str
    start: int
    end: int
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """Is who did or does something: a named person, a post whose holder is not named, or a body."""

    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """Says when and where the next meeting is to be, with dates in ISO form."""

    date: str | None = None
    time: str | None = None
    subject: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Says which meeting the document records; `evidence` maps a field's name to the words that gave it."""

    series: str | None = None
    title: str | None = None
    date: str | None = None
    start_time: str | None = None
    venue: str | None = None
    chair: str | None = None
    minutes_by: str | None = None
    theme: str | None = None
    next_meeting: NextMeeting | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Is one person whom the document names; `mentions` begins with the one in the attendance list if there is one.

    `privacy` says as what: holder of an elected or chief office, staff of a body, somebody who takes part and of whom
    the minutes say no more, or a third party such as a victim, who is only spoken of and never an actor. Aliases hold
    in this document; by the names in `known_as` a correction says that the person goes everywhere.
    """

    name: str
    role: str | None = None
    aliases: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    attendance: Attendance = "mentioned"
    acting: bool = False
    organisation: str | None = None
    privacy: Privacy = "participant"
    mentions: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Is one named organisation, board or team, with every place that names it."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: BodyKind = "organisation"
    mentions: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Is one named programme, operation, plan, strategy or system, with every place that names it."""

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Evidence):
    """Says that one of the document's bodies or programmes gave way to another one, or goes by another name since."""

    kind: Literal["body", "programme"]
    earlier: str
    later: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Evidence):
    """Is one heading of the agenda; `id` is unique in the document, `parent` is an earlier item's id."""

    id: str
    number: str | None = None
    title: str
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Evidence):
    """Is one speaker's turn in answer to a question; no speakers means that the minutes do not say."""

    speakers: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(Evidence):
    """Is one question, challenge or request with its answers, in order."""

    id: str
    item: str | None
    act: str
    askers: tuple[Actor, ...] = ()
    addressees: tuple[Actor, ...] = ()
    addressees_stated: bool = False
    responses: tuple[Response, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Evidence):
    """Is one attributed remark that is neither question nor answer."""

    item: str | None
    act: str
    speakers: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Evidence):
    """Is one thing that somebody is going to do; `due_date` is ISO 8601 or EDTF, `due_text` the words that gave it."""

    id: str
    item: str | None
    kind: CommitmentKind
    strength: Strength = "firm"
    owners: tuple[Actor, ...] = ()
    owner_text: str | None = None
    due_text: str | None = None
    due_date: str | None = None
    number: str | None = None
    """The number by which the body keeps account of an action: `3/22`; or its place in a list of one meeting: `3`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemIssues:
    """Names in short lower-case labels what one agenda item is about."""

    item: str
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemNarrative:
    """Is what stands under one agenda item and nobody is said to have said, sentence by sentence, as readers see it."""

    item: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Says which bytes the record was made from and what could not be read in them."""

    id: str
    path: str
    sha256: str
    media_type: str
    characters: int
    repairs: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Is all that one document says: the contract between the extraction and everything after it.

    `profile` is the name or the file of the profile it was read with, `profile_reason` says why that one, and
    `profile_digest` is a hash of all that the profile held.
    """

    document: str
    source: Source
    pipeline: str
    profile: str
    profile_reason: str = ""
    profile_digest: str = ""
    meeting: Meeting
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    programmes: tuple[Programme, ...] = ()
    successions: tuple[Succession, ...] = ()
    items: tuple[Item, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    item_issues: tuple[ItemIssues, ...] = ()
    narrative: tuple[ItemNarrative, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Gives the record as JSON-ready data, each actor as its name."""
        plain: dict[str, Any] = _names_of_actors(asdict(self))
        return plain


def _names_of_actors(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"name", "kind"}:
            return value["name"]
        return {key: _names_of_actors(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_names_of_actors(inner) for inner in value]
    return value
