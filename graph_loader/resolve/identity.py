"""Decides what is one and the same node across documents: the ids of everything that documents share.

Identity is an exact key of folded words, never a likeness; what is too general to mean one thing everywhere is kept
apart by the series of meetings it is spoken of in, or by the document where the series is not known.
"""

from graph_loader.model.ids import name_key, stable_id
from graph_loader.model.record import Meeting, Record


def key(name: str) -> str:
    """Folds a name; one that the folding leaves empty, as in another script, stands for itself."""
    return name_key(name) or name.casefold().strip()


def scope(record: Record) -> str:
    """Names the setting in which a bare title or a collective means the same from one document to the next."""
    return f"series {key(record.meeting.series)}" if record.meeting.series else f"document {record.source.id}"


def meeting_id(meeting: Meeting, document: str) -> str:
    """Gives the id of a meeting: its series, date and chair, else its document.

    The chair tells two bodies' meetings apart that bear one general name on one day.
    """
    if meeting.series and meeting.date and meeting.chair:
        return stable_id("meeting", key(meeting.series), meeting.date, key(meeting.chair))
    return stable_id("meeting", document)


def person_id(name: str, setting: str = "") -> str:
    """Gives the id of the person of that name; a lone surname or first name means the same one only within a scope."""
    lone = [setting] if setting and len(name.split()) == 1 else []
    return stable_id("person", key(name), *lone)


def post_id(title: str, setting: str) -> str:
    """Gives the id of a post: its title in an organisation or, where that is not known, in a scope."""
    return stable_id("post", key(title), setting)


def body_id(name: str, setting: str = "") -> str:
    """Gives the id of a body; a collective such as the members is one only within a scope."""
    return stable_id("body", key(name), *([setting] if setting else []))


def programme_id(name: str) -> str:
    """Gives the id of the programme of that name."""
    return stable_id("programme", key(name))
