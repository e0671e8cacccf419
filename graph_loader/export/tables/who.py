"""Lays out who and what the minutes name, and when they met."""

from collections.abc import Iterator

from graph_loader.export.lookup import Lookup
from graph_loader.export.tables.table import Layouts, Make, Row, says

_OF_A_MEETING = "date series title theme start_time venue chair minutes_by next_date"


def _documents(graph: Lookup) -> Iterator[Row]:
    for node in graph.labelled("Document"):
        yield {
            "date": graph.date(node.id),
            "document": graph.name(node.id),
            "meeting": graph.meeting(node.id),
            **says(node.properties, "paths", "profile", "unreadable", "sha256"),
            "id": node.id,
        }


def _meetings(graph: Lookup) -> Iterator[Row]:
    for node in graph.labelled("Meeting"):
        attended = graph.into(node.id, "ATTENDED")
        there = {
            status: graph.names(edge.start for edge in attended if edge.properties["status"] == status)
            for status in ("present", "apologies")
        }
        said = says(node.properties, *_OF_A_MEETING.split())
        yield {"meeting": graph.name(node.id), **said, **there, "documents": graph.documents(node.id), "id": node.id}


def _attendance(graph: Lookup) -> Iterator[Row]:
    for node in graph.labelled("Meeting"):
        for edge in graph.into(node.id, "ATTENDED"):
            shows = says(edge.properties, "status", "capacity", "acting")
            ids = {"person_id": edge.start, "meeting_id": node.id}
            at = {"date": graph.date(node.id), "meeting": graph.name(node.id), "person": graph.name(edge.start)}
            yield {**at, **shows, **ids}


def _people(graph: Lookup) -> Iterator[Row]:
    for node in graph.labelled("Person"):
        posts = sorted({graph.post(edge.end) for edge in graph.out(node.id, "HELD")})
        counts = {
            "meetings": len({edge.end for edge in graph.out(node.id, "ATTENDED")}),
            "questions_asked": len(graph.out(node.id, "ASKED")),
            "answers_given": len(graph.out(node.id, "GAVE")),
            "commitments_owned": len(graph.out(node.id, "OWNS")),
        }
        yield {
            "name": graph.name(node.id),
            **says(node.properties, "privacy", "aliases"),
            "posts": "; ".join(posts),
            **graph.seen(node.id),
            **{name: str(count) for name, count in counts.items()},
            "documents": graph.documents(node.id),
            "id": node.id,
        }


def _posts(graph: Lookup) -> Iterator[Row]:
    """Yields a row for each time that somebody is seen in a post, and one for a post in which nobody is."""
    for node in graph.labelled("Post"):
        post = {"post": graph.name(node.id), **says(node.properties, "organisation", "series"), "id": node.id}
        held = graph.into(node.id, "HELD")
        nobody = {"holder": "", "acting": "", "first_seen": "", "last_seen": "", "as_written": ""}
        if not held:
            yield {**post, **nobody}
        for edge in held:
            shows = says(edge.properties, "acting", "first_seen", "last_seen", "as_written")
            yield {**post, "holder": graph.name(edge.start), **shows}


def _named(label: str) -> Make:
    def rows(graph: Lookup) -> Iterator[Row]:
        for node in graph.labelled(label):
            said = says(node.properties, *(("kind", "aliases") if label == "Body" else ("aliases",)))
            yield {
                "name": graph.name(node.id),
                **said,
                **graph.seen(node.id),
                "mentions": str(len(graph.into(node.id, "MENTIONS"))),
                "documents": graph.documents(node.id),
                "id": node.id,
            }

    return rows


WHO: Layouts = {
    "documents": (
        "date document meeting paths profile unreadable sha256 id",
        _documents,
    ),
    "meetings": (
        "date meeting series title theme start_time venue chair minutes_by present apologies next_date documents id",
        _meetings,
    ),
    "attendance": (
        "date meeting person status capacity acting person_id meeting_id",
        _attendance,
    ),
    "people": (
        "name privacy aliases posts first_seen last_seen meetings questions_asked answers_given "
        "commitments_owned documents id",
        _people,
    ),
    "posts": (
        "post organisation series first_seen last_seen holder acting as_written id",
        _posts,
    ),
    "bodies": (
        "name kind aliases first_seen last_seen mentions documents id",
        _named("Body"),
    ),
    "programmes": (
        "name aliases first_seen last_seen mentions documents id",
        _named("Programme"),
    ),
}
