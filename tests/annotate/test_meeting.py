from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph_loader.model.record import Meeting, NextMeeting

Annotate = Callable[..., Doc]

MONTHLY = """Monthly Scrutiny Meeting October 2018 – Meeting Notes

Date: Friday 26 October @ 10:00

Chair: Ada Moss

Minutes: Di Finch, Policy Officer, OPCC Venue Meeting Room 2 – Harbour House

1	MATTERS ARISING There were none.
2	CONFIRMATION OF NEXT MEETING TYPE / DATE / TIME / VENUE: Budget Meeting Tuesday 27 November at 10:00 am, Room 2
"""
PROCEEDINGS = """MINUTES OF PROCEEDINGS AT MEETING OF THE HARBOUR SAFETY COMMITTEE HELD IN THE

LONG ROOM, CUSTOM HOUSE, NORLAND, ON FRIDAY, 15TH APRIL, 2016 AT 2.30 P.M.

PRESENT

Councillors Ash and Birch

1. Minutes

The minutes of the meeting held on 23rd March, 2015 were confirmed.
"""
STACKED = """NORLAND COMMUNITY COUNCIL

MINUTES OF GENERAL MEETING

MONDAY 3 JULY 2023

Present: Ann Bell, Tom Ash

9. NEXT MEETING MONDAY 7 AUGUST AT 7 pm QUAY WORKSPACE
"""
ROWS = """BOARD MEETING MINUTES

Title of Meeting Norland Libraries – Board Meeting
Date 26th March 2013
Place Guild Offices, Marle
Time 9.30am – 1.00pm
Attendees Ann Bell (Chair), Tom Ash, Una Cole

1. Apologies
"""
HOSTED = """Norland District Council
MINUTES of the Works and Ways Committee
held on Tuesday 21 January 2020 at 6.30pm in the Council Chamber

Present: Councillors A. Birch and T. Ash
"""
PROSE = """Harbour Standards Board - Meeting 3 (25 March 2014)

This was the third meeting.

Date of Next Meeting 9th December 2014, 17:45. Only urgent business.
"""
NEXT_LINE = "Date of Next Meeting 9th December 2014, 17:45. Only urgent business."
THEMED = """Monthly Scrutiny Meeting July 2019 – Rural Crime – Meeting Notes

Date: 18th July @ 2pm
"""
PARISH = """Minutes of Marle Parish Council Meeting held in The Reading Room
At 7.30pm on Wednesday 10 July 2013

1. Present: Cllr A Ash

14. Date and Time of Next Meeting:
The next meeting will be on Wednesday 14 August 2013 at 7.30pm
"""


def fields(meeting: Meeting) -> tuple[str | None, ...]:
    return meeting.series, meeting.title, meeting.date, meeting.start_time, meeting.venue


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Monday 4 May 2020 at 13:30, Sycamore Room, Quay House", "Sycamore Room, Quay House"),
        ("Minutes of the meeting held on Monday 4 May 2020, 10.00am, Sycamore Room", "Sycamore Room"),
        ("Minutes of quarterly meeting, County Buildings, Norland, Monday, 4 May, 2020", "County Buildings, Norland"),
        ("Date: Monday 4 May 2020, 2.00pm – 3.30pm | Venue: Online", "Online"),
        ("Monday 4 May 2020, the Room over the Quay House", "Room over the Quay House"),
        ("Monday 4 May 2020, 10.00am", None),
    ],
)
def test_the_place_may_stand_in_the_line_of_the_day(annotate_lines: Annotate, line: str, venue: str | None) -> None:
    text = f"Harbour Safety Board\n\n{line}\n\n1. Minutes\n\nThe minutes were agreed."
    assert annotate_lines(text, "kg_meeting")._.meeting.venue == venue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            MONTHLY,
            (
                "Monthly Scrutiny Meeting",
                "Monthly Scrutiny Meeting October 2018",
                "2018-10-26",
                "10:00",
                "Meeting Room 2 – Harbour House",
            ),
        ),
        (
            PROCEEDINGS,
            (
                "Harbour Safety Committee",
                "Harbour Safety Committee",
                "2016-04-15",
                "14:30",
                "Long Room, Custom House, Norland",
            ),
        ),
        (
            STACKED,
            (
                "Norland Community Council General Meeting",
                "Norland Community Council General Meeting",
                "2023-07-03",
                None,
                None,
            ),
        ),
        (
            ROWS,
            (
                "Norland Libraries - Board Meeting",
                "Norland Libraries - Board Meeting",
                "2013-03-26",
                "09:30",
                "Guild Offices, Marle",
            ),
        ),
        (PROSE, ("Harbour Standards Board", "Harbour Standards Board - Meeting 3", "2014-03-25", None, None)),
        (
            PARISH,
            ("Marle Parish Council Meeting", "Marle Parish Council Meeting", "2013-07-10", "19:30", "Reading Room"),
        ),
        (
            HOSTED,
            ("Works and Ways Committee", "Works and Ways Committee", "2020-01-21", "18:30", "Council Chamber"),
        ),
        (
            "Norland Care Board\n\nQuality Committee – Minutes\n\nTuesday 21 January 2020\n",
            ("Quality Committee", "Quality Committee", "2020-01-21", None, None),
        ),
        (
            "Quality Committee\n\nNorland Care Board\n\nTuesday 21 January 2020\n",
            ("Quality Committee", "Quality Committee", "2020-01-21", None, None),
        ),
        (
            "Finance and Quays Committee (FQC)\n\nHeld online, 21/01/2025, 17:30\n",
            ("Finance and Quays Committee (FQC)", "Finance and Quays Committee (FQC)", "2025-01-21", "17:30", None),
        ),
        ("The council met to speak of bins.\n\nNothing was decided.", (None, None, None, None, None)),
    ],
)
def test_the_head_gives_the_meeting(annotate_lines: Annotate, text: str, expected: tuple[str | None, ...]) -> None:
    assert fields(annotate_lines(text, "kg_meeting")._.meeting) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MONTHLY, NextMeeting(date="2018-11-27", time="10:00", subject="Budget Meeting", venue="Room 2")),
        (STACKED, NextMeeting(date="2023-08-07", time="19:00", venue="QUAY WORKSPACE")),
        (PROSE, NextMeeting(date="2014-12-09", time="17:45")),
        (PARISH, NextMeeting(date="2013-08-14", time="19:30")),
        (PROSE.replace("Date of Next Meeting 9th", "Next 1:1: 9th"), NextMeeting(date="2014-12-09", time="17:45")),
        (
            PROSE.replace(NEXT_LINE, "The next Public Harbour Meeting takes place at 6pm on 9 December in Quay Hall."),
            NextMeeting(date="2014-12-09", time="18:00", venue="Quay Hall"),
        ),
        (PROSE.replace(NEXT_LINE, "The next steps for that meeting will be told on 9 December."), None),
        (
            PROSE.replace(
                NEXT_LINE, "The next Public Harbour Meeting takes place on 9 December, unless Tom Ash is away."
            ),
            NextMeeting(date="2014-12-09"),
        ),
        (
            PARISH.replace("2013 at 7.30pm", "2013") + "\nThe meeting closed at 8.40pm. Signed by Ann Bell\n",
            NextMeeting(date="2013-08-14"),
        ),
        (STACKED.replace("7 AUGUST", "3 JULY"), None),
        (
            PROSE.replace(NEXT_LINE, "8. Date of next meeting\n\n8.1 Tuesday 9 December 2014 at 6pm."),
            NextMeeting(date="2014-12-09", time="18:00"),
        ),
        (PROSE.replace(NEXT_LINE, "8. Date of next meeting\n\n9.1 The hall is shut on 9 December 2014."), None),
        (
            PROSE.replace(NEXT_LINE, "Tom Ash closed the meeting at 11:45. Next meeting: 9 December 2014."),
            NextMeeting(date="2014-12-09"),
        ),
        (
            PROSE.replace(NEXT_LINE, "Next public session\n\n9 December 2014, the open session on 8 December apart."),
            NextMeeting(date="2014-12-09"),
        ),
        (PROCEEDINGS, None),
    ],
)
def test_the_next_meeting_is_after_this_one(annotate_lines: Annotate, text: str, expected: NextMeeting | None) -> None:
    assert annotate_lines(text, "kg_meeting")._.meeting.next_meeting == expected


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        (THEMED, "Rural Crime"),
        (MONTHLY, None),
        (f"{MONTHLY}\n3. Holding to account – Serious Crime (SC)\n", "Serious Crime (SC)"),
        ("Scrutiny Board\n\nThematic Meeting: Burglary\n\nMonday 4 May 2020\n", "Burglary"),
    ],
)
def test_a_theme_is_only_what_the_title_or_its_heading_prints(
    annotate_lines: Annotate, text: str, theme: str | None
) -> None:
    assert annotate_lines(text, "kg_meeting")._.meeting.theme == theme


def test_every_field_quotes_its_words(annotate_lines: Annotate) -> None:
    doc = annotate_lines(MONTHLY, "kg_meeting")
    marks = doc._.meeting.evidence
    assert set(marks) == {"series", "title", "date", "start_time", "venue", "next_meeting"}
    assert marks["date"].quote == "Friday 26 October"
    assert all(doc._.layout.text[mark.start : mark.end] == mark.quote for mark in marks.values())


def test_a_paragraph_may_announce_the_next_meeting_and_its_theme(annotate_lines: Annotate) -> None:
    told = "The next Safety Meeting will take place on Tuesday 9 June 2020 at 6pm in Norland, on the theme of ropes."
    text = f"Harbour Safety Board\n\nDate: 4 May 2020\n\n1. Close\n\nThe Chair thanked everyone. {told}"
    found = annotate_lines(text, "kg_meeting")._.meeting.next_meeting
    assert (found.date, found.time, found.subject, found.venue) == ("2020-06-09", "18:00", "ropes", "Norland")


def test_a_committee_meets_under_its_council_also_where_its_line_ends_in_meeting(annotate_lines: Annotate) -> None:
    head = "MARLE COUNTY COUNCIL\n\nMINUTES OF HARBOUR COMMITTEE MEETING HELD IN COUNTY HALL ON MONDAY 4TH MAY 2020"
    meeting = annotate_lines(f"{head}\n\n1. Minutes\n\nThe minutes were agreed.", "kg_meeting")._.meeting
    assert (meeting.series, meeting.date) == ("Harbour Committee Meeting", "2020-05-04")
