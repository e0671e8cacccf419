"""Turns the record of one document into all that it contributes to the graph."""

from bisect import bisect_right
from collections.abc import Iterable

from graph_loader.model.dates import exact_day
from graph_loader.model.graph import Contribution
from graph_loader.model.record import Body, Programme, Record, Succession
from graph_loader.resolve.caption import caption
from graph_loader.resolve.cast import Cast
from graph_loader.resolve.corrections import Corrected, Correction, Corrections, corrected
from graph_loader.resolve.corrections.hiding import hidden
from graph_loader.resolve.draft import Draft
from graph_loader.resolve.identity import body_id, key, meeting_id, programme_id
from graph_loader.resolve.speech import add_commitments, add_exchanges, add_statements

_NONE = Corrections()


def contribution(given: Record, corrections: Corrections = _NONE) -> Contribution:
    """Resolves one record by itself: the same record gives the same nodes and edges, whatever else is loaded."""
    applied = corrected(given, corrections)
    record = applied.record
    draft = Draft(record.source.id, record.meeting.date)
    cast = Cast(record, draft)
    _add_bodies(record.bodies, draft)
    _add_programmes(record.programmes, draft)
    _add_successions(record.successions, draft)
    for person in record.people:
        cast.person(person.name, person.aliases, person.known_as, person.privacy)
        cast.hold(person)
    meeting = _add_meeting(record, draft, cast)
    _add_attendance(record, meeting, draft, cast)
    items = _add_items(record, meeting, draft)
    add_exchanges(record.exchanges, items, draft, cast)
    add_statements(record.statements, items, draft, cast)
    add_commitments(record.commitments, items, draft, cast)
    _add_mentions(record, items, draft, cast)
    whole = _finish(applied, draft)
    return hidden(whole, applied.hidden) if applied.hidden else whole


def _add_bodies(bodies: tuple[Body, ...], draft: Draft) -> None:
    for body in bodies:
        aliases = tuple(sorted(set(body.aliases)))
        draft.share("Body", body_id(body.name), name=body.name, kind=body.kind, aliases=aliases)


def _add_programmes(programmes: tuple[Programme, ...], draft: Draft) -> None:
    for programme in programmes:
        aliases = tuple(sorted(set(programme.aliases)))
        draft.share("Programme", programme_id(programme.name), name=programme.name, aliases=aliases)


def _add_successions(successions: tuple[Succession, ...], draft: Draft) -> None:
    """Has the earlier of two bodies or programmes claim who followed it; the edge itself comes with the links."""
    for said in successions:
        one = body_id if said.kind == "body" else programme_id
        draft.claim_edge("SUCCEEDED_BY", one(said.earlier), one(said.later), sentence=said.reading, date=said.date)


def _add_meeting(record: Record, draft: Draft, cast: Cast) -> str:
    meeting = record.meeting
    title = meeting.title or meeting.series or "Meeting"
    day, following = exact_day(meeting.date), meeting.next_meeting
    node = draft.share(
        "Meeting",
        meeting_id(record),
        name=f"{title}, {meeting.date}" if meeting.date else title,
        date=meeting.date,
        day=day.isoformat() if day else None,
        series=meeting.series,
        title=meeting.title,
        start_time=meeting.start_time,
        venue=meeting.venue,
        chair=meeting.chair,
        minutes_by=meeting.minutes_by,
        theme=meeting.theme,
        next_date=following.date if following else None,
        next_time=following.time if following else None,
        next_subject=following.subject if following else None,
        next_venue=following.venue if following else None,
    )
    if meeting.series:
        draft.edge("PART_OF", node, cast.body(meeting.series, kind="series"))
    return node


def _add_attendance(record: Record, meeting: str, draft: Draft, cast: Cast) -> None:
    offices = {"CHAIRED": ("chair", record.meeting.chair), "TOOK_MINUTES": ("minutes_by", record.meeting.minutes_by)}
    for person in record.people:
        node, listed = cast.person_id(person.name), person.mentions[0] if person.mentions else None
        if person.attendance in ("present", "apologies"):
            role = {"capacity": person.role, "acting": person.acting}
            draft.edge("ATTENDED", node, meeting, listed, status=person.attendance, **role)
        for kind, (field, name) in offices.items():
            if name and key(name) == key(person.name):
                draft.edge(kind, node, meeting, record.meeting.evidence.get(field))


def _add_items(record: Record, meeting: str, draft: Draft) -> dict[str, str]:
    """Adds the agenda; gives each item's node by its id in the record."""
    nodes: dict[str, str] = {}
    issues = {about.item: about.issues for about in record.item_issues}
    narrative = {under.item: under.sentences for under in record.narrative}
    for position, item in enumerate(record.items, start=1):
        nodes[item.id] = draft.own(
            "AgendaItem",
            item,
            name=caption(item.title),
            number=item.number,
            title=item.title,
            position=position,
            issues=issues.get(item.id),
            narrative=narrative.get(item.id),
        )
        draft.edge("PART_OF", nodes[item.id], nodes.get(item.parent or "", meeting))
    return nodes


def _add_mentions(record: Record, items: dict[str, str], draft: Draft, cast: Cast) -> None:
    """Ties every naming of a person, body or programme to the item whose heading stands last before it."""
    headings = sorted((item.start, items[item.id]) for item in record.items)
    named = (
        *((cast.person_id(person.name), person.mentions) for person in record.people),
        *((body_id(body.name), body.mentions) for body in record.bodies),
        *((programme_id(programme.name), programme.mentions) for programme in record.programmes),
    )
    for node, mentions in named:
        for mention in mentions:
            above = bisect_right(headings, mention.start, key=lambda heading: heading[0])
            where = headings[above - 1][1] if above else draft.document
            draft.edge("MENTIONS", where, node, mention, date=draft.date)


def _finish(applied: Corrected, draft: Draft) -> Contribution:
    record = applied.record
    source = record.source
    return draft.finish(
        source.path,
        sha256=source.sha256,
        media_type=source.media_type,
        characters=source.characters,
        pipeline=record.pipeline,
        profile=record.profile,
        profile_reason=record.profile_reason,
        profile_digest=record.profile_digest,
        repairs=source.repairs,
        unreadable=source.unreadable,
        corrections=_digests(applied.concerned),
        corrections_missed=_digests(applied.missed),
    )


def _digests(corrections: Iterable[Correction]) -> tuple[str, ...] | None:
    return tuple(sorted({entry.digest for entry in corrections})) or None
