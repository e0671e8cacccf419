"""Minutes of fire authorities: ranks in two letters, the Chief Fire Officer, bodies and programmes of the sector."""

import pytest

from graph_loader.annotate.choose import Choice
from graph_loader.extract import extract_record
from graph_loader.model.record import Person, Record
from graph_loader.read import read_bytes
from tests.annotate.conftest import COMMITMENTS, SPEECH, Annotate, exchanges, plain

HEAD = "MARLE FIRE AUTHORITY\n\nMinutes of the meeting held on 4 May 2023\n\n"
OFFICERS = (
    Person(name="Ann Costa", role="Councillor", attendance="present"),
    Person(name="Owen Rask", role="Chief Fire Officer", aliases=("CFO",), attendance="present"),
    Person(name="Nadia Foxley", role="Area Manager", attendance="present"),
    Person(name="Ruth Selby", role="Area Manager", attendance="present"),
    Person(name="Paul Tait", role="Group Manager", attendance="present"),
)
COMMISSIONED = (
    Person(name="Ada Moss", role="Police, Fire and Crime Commissioner", aliases=("PFCC",), attendance="present"),
    Person(name="Ben Hale", role="Deputy Police, Fire and Crime Commissioner", attendance="present"),
    *OFFICERS[1:],
)


def record(text: str, profile: str = "uk-fire") -> Record:
    return extract_record(read_bytes((HEAD + text).encode(), "minutes.txt"), Choice(profile, "test"))


def listed(text: str, profile: str = "uk-fire") -> list[tuple[str, str | None]]:
    found = record(f"{text}\n\n1. Minutes\n\nThe minutes were agreed.", profile)
    return [(person.name, person.role) for person in found.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Present:\nCFO Owen Rask", [("Owen Rask", "Chief Fire Officer")]),
        (
            "Present:\nCFO Owen Rask – Chief Fire Officer/Chief Executive\nDCFO Martin Teal\nT/ACFO Shirin Vance",
            [
                ("Owen Rask", "Chief Fire Officer and Chief Executive"),
                ("Martin Teal", "Deputy Chief Fire Officer"),
                ("Shirin Vance", "Temporary Assistant Chief Fire Officer"),
            ],
        ),
        (
            "Present:\nAM Nadia Foxley – Head of Response\nGM Paul Tait – Training\nSM Al Bo\nWM Jo Hurst\nCM Lee Ark",
            [
                ("Nadia Foxley", "Area Manager, Head of Response"),
                ("Paul Tait", "Group Manager, Training"),
                ("Al Bo", "Station Manager"),
                ("Jo Hurst", "Watch Manager"),
                ("Lee Ark", "Crew Manager"),
            ],
        ),
        (
            "Officers: AMs N Foxley and R Selby, A/GM P Tait, Mrs D Pym (Treasurer)",
            [
                ("N Foxley", "Area Manager"),
                ("R Selby", "Area Manager"),
                ("P Tait", "Acting Group Manager"),
                ("D Pym", "Treasurer"),
            ],
        ),
        ("Present:\nMr K Lowe – Clerk and Monitoring Officer", [("K Lowe", "Clerk and Monitoring Officer")]),
        ("Present:\nACO Jo Wylie\nDACO Ross Hagg", [
            ("Jo Wylie", "Assistant Chief Officer"), ("Ross Hagg", "Deputy Assistant Chief Officer"),
        ]),
        # Initials that are a rank's letters as well, in a list of initials.
        (
            "Present:\nBo Moss (BM)\nAl Marsh (AM)\nKit Dell (KD) – Chair",
            [("Bo Moss", None), ("Al Marsh", None), ("Kit Dell", "Chair")],
        ),
    ],
)  # fmt: skip
def test_who_is_listed(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert listed(text) == expected


def test_elsewhere_the_letters_mean_what_they_meant() -> None:
    assert listed("Present:\nCFO Owen Rask", "uk-local-government") == [("Owen Rask", "Chief Finance Officer")]
    assert listed("Present:\nCFO Owen Rask", "uk-policing") == [("Owen Rask", "Chief Finance Officer")]


def test_who_leads_the_authority_is_no_committee_of_it() -> None:
    text = (
        "Present:\nCllr P Ash (Chair)\nO Rask – Chief Fire Officer/Chief Executive\n\n1. Minutes\n\nThey were agreed."
    )
    assert record(text).meeting.series == "Marle Fire Authority"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cllr Costa asked why crews were late. AM Foxley said that five stations were short.",
            [("asked", ["Ann Costa"], ["Nadia Foxley"], [["Nadia Foxley"]])],
        ),
        (
            "In reply to Cllr Costa, AM Selby and GM Tait stated that it was so.",
            [("asked", ["Ann Costa"], ["Ruth Selby", "Paul Tait"], [["Ruth Selby", "Paul Tait"]])],
        ),
        (
            "Cllr Costa asked why. The Chief Fire Officer replied that it was so.",
            [("asked", ["Ann Costa"], ["Owen Rask"], [["Owen Rask"]])],
        ),
        # Of two Area Managers neither is the one.
        (
            "Cllr Costa asked why. The Area Manager replied that it was so.",
            [("asked", ["Ann Costa"], ["Area Manager"], [["Area Manager"]])],
        ),
        # A time of day is no rank.
        (
            "It rained at 10.30 am. Cllr Costa asked why. The CFO replied that it was so.",
            [("asked", ["Ann Costa"], ["Owen Rask"], [["Owen Rask"]])],
        ),
    ],
)
def test_who_asks_and_who_answers(annotate_lines: Annotate, text: str, expected: list[object]) -> None:
    doc = annotate_lines(text, *SPEECH, people=OFFICERS, stand_in=None, profile="uk-fire")
    assert exchanges(doc) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Commissioner asked whether it was so. The CFO said that it was.",
            [("asked", ["Ada Moss"], ["Owen Rask"], [["Owen Rask"]])],
        ),
        # The comma belongs to the title: nobody is the police.
        ("Police said that it was so. The CFO asked why.", [("asked", ["Owen Rask"], [], [])]),
    ],
)
@pytest.mark.parametrize("profile", ["uk-fire", "uk-policing"])
def test_a_commissioner_of_police_and_fire(
    annotate_lines: Annotate, text: str, expected: list[object], profile: str
) -> None:
    doc = annotate_lines(text, *SPEECH, people=COMMISSIONED, stand_in=None, profile=profile)
    assert exchanges(doc) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SM Breck was thanked. AM Foxley undertook to send a breakdown by the end of June 2020.",
            [("promise", ["Nadia Foxley"], "2020-06-30")],
        ),
        ("ACTION: GM Tait to write to the NFCC.", [("action", ["Paul Tait"], None)]),
        ("RESOLVED: That the CFO write to the FBU.", [("action", ["Owen Rask"], None)]),
        # Nobody of the service promises what somebody else will do.
        (
            "AM Foxley said that the hospital would replace its detectors in June 2020.",
            [("promise", [], "2020-06")],
        ),
        ("The AM Tait mentioned had been sold.", []),
    ],
)
def test_who_promises(annotate_lines: Annotate, text: str, expected: list[object]) -> None:
    doc = annotate_lines(text, *COMMITMENTS, people=OFFICERS, stand_in=None, profile="uk-fire")
    assert [plain(found) for found in doc._.commitments] == expected


@pytest.mark.parametrize(
    ("text", "bodies", "programmes"),
    [
        (
            "HMICFRS, the NFCC, the FBU and the Building Safety Regulator had written.",
            ["HMICFRS", "NFCC", "FBU", "Building Safety Regulator"],
            [],
        ),
        ("The Emergency Services Network was late.", [], ["Emergency Services Network"]),
        ("The CRMP and the Firefighters' Pension Scheme were noted.", [], ["CRMP", "Firefighters' Pension Scheme"]),
        ("The Health and Safety Committee met the FBU.", ["Health and Safety Committee", "FBU"], []),
        # What every fire service has or counts is no body and no programme.
        ("The Fire and Rescue Service fitted ADFs, and AFAs and RTCs fell. SM Foxley came at 10 AM.", [], []),
        ("The Retained Duty System and the Fire Station were old.", [], []),
    ],
)  # fmt: skip
def test_bodies_and_programmes(annotate_lines: Annotate, text: str, bodies: list[str], programmes: list[str]) -> None:
    doc = annotate_lines(
        text, "kg_sentences", "kg_bodies", "kg_programmes", people=(), stand_in=None, profile="uk-fire"
    )
    assert ([body.name for body in doc._.bodies], [each.name for each in doc._.programmes]) == (bodies, programmes)
