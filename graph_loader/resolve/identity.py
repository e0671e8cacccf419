"""Decides what is one and the same node across documents: the ids of everything that documents share.

Identity is an exact key of folded words, never a likeness; what is too general to mean one thing everywhere is kept
apart by the series of meetings it is spoken of in, or by the document where the series is not known.
"""

from graph_loader.model.ids import name_key, stable_id
from graph_loader.model.record import Record

_TWO, _OF_SURNAME = 2, 3


def key(name: str) -> str:
    """Folds a name; one that the folding leaves empty, as in another script, stands for itself."""
    return name_key(name) or name.casefold().strip()


def scope(record: Record) -> str:
    """Names the setting in which a bare title or a collective means the same from one document to the next."""
    return f"series {key(record.meeting.series)}" if record.meeting.series else f"document {record.source.id}"


def people_scope(record: Record) -> str:
    """Names the setting in which initials mean the same person: the series, of the organisation that heads the minutes.

    Many organisations have a board of directors, and each its own J. Smith.
    """
    starts = [item.start for item in record.items]
    starts += [person.mentions[0].start for person in record.people if person.mentions]
    top = min(starts, default=0)
    heading = [
        (body.mentions[0].start, key(body.name))
        for body in record.bodies
        if body.kind == "organisation" and body.mentions and body.mentions[0].start < top
    ]
    return f"{scope(record)} of {min(heading)[1]}" if heading else scope(record)


def meeting_id(record: Record) -> str:
    """Gives the id of a meeting: its series, date and chair, else its document.

    The chair tells two bodies' meetings apart that bear one general name on one day; where he has initials alone, the
    organisation that heads the minutes does.
    """
    meeting = record.meeting
    if meeting.series and meeting.date and meeting.chair:
        heading = [people_scope(record)] if _says_little(meeting.chair) else []
        return stable_id("meeting", key(meeting.series), meeting.date, key(meeting.chair), *heading)
    return stable_id("meeting", record.source.id)


def person_id(name: str, setting: str = "") -> str:
    """Gives the id of the person of that name; a lone name, or one with initials alone, means one only in a setting."""
    return stable_id("person", key(name), *([setting] if setting and _says_little(name) else []))


def _says_little(name: str) -> bool:
    """Tells whether a name is a lone one, or has initials before the surname and what belongs to that: `J. de Wet`."""
    given = [word for word in name.replace(".", " ").split()[:-1] if key(word)]
    first, *others = given or [""]
    initials = len(first) <= 1 or (len(first) == _TWO and first.isupper() and not name.isupper())
    return initials and all(len(word) <= _OF_SURNAME for word in others)


def words_of(name: str) -> tuple[str, ...]:
    """Gives the folded words of a name; a hyphened one is one word, and so is each initial."""
    return tuple(folded for word in name.replace(".", " ").split() if (folded := key(word)))


def post_id(title: str, setting: str) -> str:
    """Gives the id of a post: its title in an organisation or, where that is not known, in a scope."""
    return stable_id("post", key(title), setting)


def body_id(name: str, setting: str = "") -> str:
    """Gives the id of a body; a collective such as the members is one only within a scope."""
    return stable_id("body", key(name), *([setting] if setting else []))


def programme_id(name: str) -> str:
    """Gives the id of the programme of that name."""
    return stable_id("programme", key(name))
