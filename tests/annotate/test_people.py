from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph_loader.annotate.merging import find_person
from graph_loader.annotate.person_names import matches_initials, name_reader
from graph_loader.model.record import Meeting, Person

Annotate = Callable[..., Doc]

LISTED = (
    Person(name="Ann Bell", role="Chief Constable", aliases=("CC",), attendance="present"),
    Person(name="T. Ash", role="Councillor", attendance="present"),
    Person(name="Una Cole", attendance="present"),
    Person(name="Will Cole", role="Clerk", attendance="present"),
)


def mentioned(annotate: Annotate, text: str, **known: object) -> list[tuple[str, str | None]]:
    doc = annotate(text, "kg_people", people=LISTED, **known)
    return [(person.name, person.role) for person in doc._.people if person.attendance == "mentioned"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The PCC had met with HMI Wilma Dray.", [("Wilma Dray", "His Majesty's Inspector")]),
        (
            "Mr Finch and Ms. Rosa Quill, Chair of the Roads Panel, spoke.",
            [("Finch", None), ("Rosa Quill", "Chair of the Roads Panel")],
        ),
        ("Ms Rosa Quill, with the support of the Clerk, asked why.", [("Rosa Quill", None)]),
        ("It was raised in light of the Sarah Vane case.", [("Sarah Vane", None)]),
        ("Chief Inspector Otto Lund will attend.", [("Otto Lund", "Chief Inspector")]),
        ("The Planning Director Jenny Quill spoke.", [("Jenny Quill", "Planning Director")]),
        ("The Data Consultants (Jenny Quill) wrote.", [("Jenny Quill", "Data Consultant")]),
        ("Jenny Quill has been appointed as the Road Manager and starts in May.", [("Jenny Quill", "Road Manager")]),
        ("Mayor Otto J. Lund\n\nRoads Board", [("Otto J. Lund", "Mayor")]),
        ("Quay Cafe\n\nManager: Oda Quist\n\nOwner: Wim Lund", [("Oda Quist", "Manager"), ("Wim Lund", None)]),
        ("Closing time: Tea Room\n\nClerk: To be named", []),
        ("Thanks went to Jenny Quill, who had run the day.", [("Jenny Quill", None)]),
        # A rank, a given name and thanks each find her: one mention.
        ("They thanked Sgt Jenny Quill for all her work.", [("Jenny Quill", "Sergeant")]),
        ("They thanked Jenny Quill, Road Manager, and Mr Quill.", [("Jenny Quill", "Road Manager")]),
        ("PC Lund replied that he would.", [("Lund", "Police Constable")]),
        ("There were 88 PCSOs. He knew of more. One Supt. This was new. A report by the DI. She said so.", []),
        ("A report by PCSOs. Kinver had more of them.", []),
        ("Cllr. Kinver and Ms. Will spoke.", [("Kinver", "Councillor"), ("Will", None)]),
        ("The PC World voucher and a PC Stand were bought.", []),
        ("A meeting in the PCC Conference Room was agreed.", []),
        ("The CC Steering Board and the Chief Constable Award were noted.", []),
        ("They live in Victoria Road and Charlotte Square.", []),
        ("Grant Funding and Mark Schemes were discussed.", []),
        ("The interim Roads Director spoke, and the Superintendent agreed.", []),
        ("The local Superintendent. There had been no press.", []),
        ("The West Norland case was closed.", []),
    ],
)
def test_only_names_of_people_are_mentioned(
    annotate_lines: Annotate, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert mentioned(annotate_lines, text, meeting=Meeting(date="2023-03-28")) == expected


def test_a_title_is_the_one_borne_on_the_day(annotate_lines: Annotate) -> None:
    text = "The PCC had met with HMI Wilma Dray."
    before = mentioned(annotate_lines, text, meeting=Meeting(date="2017-03-28"))
    assert before == [("Wilma Dray", "Her Majesty's Inspector")]


@pytest.mark.parametrize(
    ("text", "chair", "minutes_by"),
    [
        ("Cllr Ash called the meeting to order.", "T. Ash", None),
        ("Cllr. Ivo Ní Broin, Cathaoirleach, presided.", "Ivo Ní Broin", None),
        ("Respectfully submitted,\n\nUna Cole, Clerk", None, "Una Cole"),
        ("The report was respectfully submitted to the board.", None, None),
    ],
)
def test_the_text_says_who_led_and_who_wrote(
    annotate_lines: Annotate, text: str, chair: str | None, minutes_by: str | None
) -> None:
    meeting = annotate_lines(text, "kg_people", people=LISTED, meeting=Meeting(date="2023-03-28"))._.meeting
    assert (meeting.chair, meeting.minutes_by) == (chair, minutes_by)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AB thanked Oriel Fenn for her eight years in the post.", ["Oriel Fenn"]),
        ("Members congratulated Oriel Fenn on his award.", ["Oriel Fenn"]),
        ("AB thanked Marle Council for its grant.", []),
        ("AB thanked Oriel Fenn for the slides.", []),
    ],
)
def test_whom_a_meeting_thanks_for_what_is_hers_is_a_person(
    annotate_lines: Annotate, text: str, expected: list[str]
) -> None:
    assert [person.name for person in annotate_lines(text, "kg_people", people=())._.people] == expected


def test_who_led_was_there(annotate_lines: Annotate) -> None:
    doc = annotate_lines("Cllr Ivo Finch presided. Cllr Oda Quist wrote.", "kg_people", people=(), meeting=Meeting())
    assert [(person.name, person.attendance) for person in doc._.people] == [
        ("Ivo Finch", "present"),
        ("Oda Quist", "mentioned"),
    ]


POSTS = (
    Person(name="Ann Bell", role="Police and Crime Commissioner", attendance="present"),
    Person(name="Tom Ash", role="Councillor", attendance="present"),
    Person(name="Una Cole", role="Temporary Deputy Chief Constable", acting=True, attendance="present"),
    Person(name="Will Dray", role="Clerk to the Board", attendance="present"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Commissioner asked the clerk.", {"Ann Bell": ("Commissioner",), "Will Dray": ("clerk",)}),
        ("The Commissioner of Lands and the Commissioner's Office wrote.", {}),
        ("T/DCC agreed. Then T/DCC Cole left.", {"Una Cole": ("T/DCC", "T/DCC Cole")}),
        ("Cllr Ash took the chair. The Chairman spoke.", {"Tom Ash": ("Cllr Ash", "Chairman")}),
        ("Cllr Ash took the chair for item 4. The Chairman spoke.", {"Tom Ash": ("Cllr Ash",)}),
        ("Mr Ash’s report was noted. Cllrs Ash and Bell left.", {"Tom Ash": ("Mr Ash",)}),
        ("TA – write to the owners\n\nA list to be sent to them (WD)", {"Tom Ash": ("TA",), "Will Dray": ("WD",)}),
        ("The Tenants’ Assembly (TA) wrote. TA – Lane End was shut.", {}),
    ],
)
def test_posts_named_alone_stand_for_their_only_holder(
    annotate_lines: Annotate, text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    doc = annotate_lines(text, "kg_people", people=POSTS, meeting=Meeting(date="2023-03-28"))
    aliases = {person.name: set(person.aliases) for person in doc._.people if person.aliases}
    assert aliases == {name: set(forms) for name, forms in expected.items()}


def test_short_forms_become_aliases_of_whom_they_mean(annotate_lines: Annotate) -> None:
    text = (
        "Chief Constable Bell replied to Councillor Ash. Ann said that she agreed.\n\n"
        "UC to write to Councillor Tom Ash.\n\nMr Cole left."
    )
    doc = annotate_lines(text, "kg_people", people=LISTED)
    assert {person.name: person.aliases for person in doc._.people} == {
        "Ann Bell": ("CC", "Chief Constable Bell", "Ann"),
        "Tom Ash": ("Councillor Ash",),
        "Una Cole": ("UC",),
        "Will Cole": (),
    }
    assert all(doc._.layout.text[mark.start : mark.end] == mark.quote for p in doc._.people for mark in p.mentions)


def test_a_post_used_by_its_unexplained_short_form_means_its_only_holder(annotate_lines: Annotate) -> None:
    people = (Person(name="Ann Bell", role="Assistant Chief Constable", attendance="present"),)
    doc = annotate_lines("The ACC responded. The ACC added that it was so.", "kg_people", people=people)
    assert doc._.people[0].aliases == ("ACC",)
    assert len(doc._.people[0].mentions) == 2


def test_speakers_of_a_log_without_a_list_were_there(annotate_lines: Annotate) -> None:
    doc = annotate_lines("Dave Moss:\n- agrees\n\nOona Quill:\n- objects\n\nOQ:\n- again\n", "kg_people", people=())
    assert [(person.name, person.attendance, person.aliases) for person in doc._.people] == [
        ("Dave Moss", "present", ()),
        ("Oona Quill", "present", ("OQ",)),
    ]


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("Cllr Mrs D Clegg", "D Clegg", ("Councillor",)),
        ("Acting Det Supt Jo O’Hara, QPM", "Jo O’Hara", ("Acting Detective Superintendent",)),
        ("Linda van den Berg", "Linda van den Berg", ()),
        ("Niall Ó Broin, T.D.", "Niall Ó Broin", ("Teachta Dála",)),
        ("T/ACC Jo Marsh-Lane", "Jo Marsh-Lane", ("Temporary Assistant Chief Constable",)),
    ],
)
def test_names_are_parted_from_what_stands_around_them(text: str, name: str, titles: tuple[str, ...]) -> None:
    read = name_reader("uk-policing").read(text)
    assert read is not None
    assert (read.name, read.titles, text[read.start : read.end]) == (name, titles, name)


def test_particles_belong_to_the_surname(annotate_lines: Annotate) -> None:
    listed = (Person(name="E. Ní Bhell", role="Councillor", attendance="present"),)
    doc = annotate_lines("Cllr. Ní Bhell asked. Cllr Bhell agreed.", "kg_people", people=listed)
    assert [(person.name, person.aliases) for person in doc._.people] == [
        ("E. Ní Bhell", ("Cllr. Ní Bhell", "Cllr Bhell"))
    ]


@pytest.mark.parametrize(
    "text", ["Marle Parish Council", "Policy Officer", "NHS Norland", "the Clerk", "Quay Street", "J", "2 members", ""]
)
def test_what_is_no_name_is_not_read_as_one(text: str) -> None:
    assert name_reader("uk-policing").read(text) is None


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [("JH", "Jo Hale", True), ("JHal", "Jo Hale", True), ("KO", "Kate O'Hara", True), ("XY", "Jo Hale", False)],
)
def test_initials_match_their_name(code: str, name: str, expected: bool) -> None:
    assert matches_initials(code, name) is expected


def test_an_initial_fits_one_person_or_nobody() -> None:
    people = [Person(name="Tom Ash"), Person(name="Ada Cole"), Person(name="Alan Cole")]
    assert find_person(people, "T. Ash") == 0
    assert find_person(people, "A. Cole") is None
    assert find_person(people, "Thomas Ash") is None


@pytest.mark.parametrize(
    ("listed", "name", "at"),
    [
        (["Jane A. Fox"], "Jane Fox", 0),
        (["Jane Fox"], "Jane A. Fox", 0),
        (["Jane A. Fox", "Jane B. Fox"], "Jane Fox", None),
        (["Jane A. Fox"], "Jane B. Fox", None),
        (["Jane A. Fox"], "J. B. Fox", None),
        (["Jane Ann Fox"], "J. A. Fox", 0),
        (["Jane Marsh Fox"], "Jane Fox", None),
        (["Jane Fox", "John Fox"], "J. Fox", None),
        (["Jane Fox", "Una Fox"], "J. Fox", 0),
        (["Jane Fox"], "Fox", None),
    ],
)
def test_initials_are_folded_where_one_person_alone_fits(listed: list[str], name: str, at: int | None) -> None:
    assert find_person([Person(name=each) for each in listed], name) == at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rosa Quill, Estates Manager (RQ), joined the meeting.",
            ("Rosa Quill", "Estates Manager", ("RQ",), "present"),
        ),
        ("Rosa Quill (RQ), Estates Manager, left the call.", ("Rosa Quill", "Estates Manager", ("RQ",), "present")),
        ("Rosa Quill (RQ) joined the meeting at 10.15.", ("Rosa Quill", None, ("RQ",), "present")),
        ("Dr Rosa Quill (RQ) was in attendance.", ("Rosa Quill", None, ("RQ",), "present")),
        ("Oda Quist (OQ), Matron, attended for this item.", ("Oda Quist", "Matron", ("OQ",), "present")),
        ("Rosa Quill (RQ), Estates Manager, spoke.", ("Rosa Quill", "Estates Manager", ("RQ",), "mentioned")),
        ("Rosa Quill, Chief Constable (CC), joined the call.", ("Rosa Quill", "Chief Constable", ("CC",), "present")),
        # Whoever joins a body or leaves it need not be there, and other letters are not hers.
        ("Rosa Quill joined the Board in May.", ("Rosa Quill", None, (), "mentioned")),
        ("Rosa Quill (XB) joined the meeting.", None),
        ("Safer Streets (SS) was joined for a year.", None),
        ("The Royal Mail (RM) left the meeting.", None),
        ("Grant Funding (GF) was low.", None),
    ],
)
def test_initials_behind_a_name_in_the_text_and_who_joins(
    annotate_lines: Annotate, text: str, expected: tuple[str, str | None, tuple[str, ...], str] | None
) -> None:
    doc = annotate_lines(text, "kg_people", people=())
    found = [(person.name, person.role, person.aliases, person.attendance) for person in doc._.people]
    assert found == ([expected] if expected else [])


def test_who_joins_late_keeps_the_apologies_of_the_list(annotate_lines: Annotate) -> None:
    listed = (Person(name="Rosa Quill", attendance="apologies"),)
    doc = annotate_lines("Rosa Quill (RQ) joined the meeting at 11.", "kg_people", people=listed)
    assert [(person.attendance, person.aliases) for person in doc._.people] == [("apologies", ("RQ",))]
