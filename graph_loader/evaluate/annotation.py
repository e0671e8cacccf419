"""Reads what is compared, gold and records: JSON of one shape, of which only what is scored is kept."""

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph_loader.errors import KgError


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True)


class Part(_Data):
    """Is one entry of a list; `words` says which: a name, a title or a quote."""

    words: str
    required: bool = True
    """False for what is borderline: to find it or to miss it counts for nothing. Gold alone says so."""


class Named(Part):
    """Is a body or a programme."""

    words: str = Field(validation_alias="name")
    aliases: tuple[str, ...] = ()


class NamedPerson(Named):
    """Is a person."""

    role: str | None = None
    attendance: str | None = None


class Heading(Part):
    """Is an agenda item."""

    words: str = Field(validation_alias="title")


class Quoted(Part):
    """Is anything that is known by its quote."""

    words: str = Field(validation_alias="quote")


class Speech(Quoted):
    """Is an answer or a statement."""

    speakers: tuple[str, ...] = ()


class Asking(Quoted):
    """Is a question with its answers."""

    act: str | None = None
    askers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    responses: tuple[Speech, ...] = ()


class Promise(Quoted):
    """Is a commitment of any kind."""

    kind: str | None = None
    owners: tuple[str, ...] = ()
    due_date: str | None = None


class Following(_Data):
    """Is the meeting after this one."""

    date: str | None = None
    time: str | None = None
    subject: str | None = None


class Session(_Data):
    """Is the meeting that the document records."""

    date: str | None = None
    start_time: str | None = None
    venue: str | None = None
    chair: str | None = None
    minutes_by: str | None = None
    theme: str | None = None
    next_meeting: Following | None = None


class Annotation(_Data):
    """Is what a reader or the extraction finds in one document; other keys are left aside."""

    document: str
    meeting: Session
    people: tuple[NamedPerson, ...] = ()
    bodies: tuple[Named, ...] = ()
    programmes: tuple[Named, ...] = ()
    items: tuple[Heading, ...] = ()
    exchanges: tuple[Asking, ...] = ()
    statements: tuple[Speech, ...] = ()
    commitments: tuple[Promise, ...] = ()


def parse_annotation(data: bytes, name: str) -> Annotation:
    """Reads one annotation from its JSON; raises KgError that names the place of the first error."""
    try:
        return Annotation.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        what = f"{name} is neither gold nor a record: {f'{place}: ' if place else ''}{first['msg'].rstrip('.')}."
        raise KgError(what, "Give gold, and what `kg extract` prints.") from error
