from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph_loader.model.record import Meeting, Person

Annotate = Callable[..., Doc]


def _bodies(doc: Doc) -> list[tuple[str, str]]:
    return [(body.name, body.kind) for body in doc._.bodies]


@pytest.fixture
def bodies_of(annotate_lines: Annotate) -> Callable[..., Doc]:
    return lambda text, profile="uk-policing": annotate_lines(text, "kg_sentences", "kg_bodies", profile=profile)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Service Quality Board met in May.", [("Service Quality Board", "board")]),
        ("It was taken to the Finance and Audit Committee.", [("Finance and Audit Committee", "board")]),
        ("However, Executive Board papers were late.", [("Executive Board", "board")]),
        ("The CC and Executive Board agreed.", [("Executive Board", "board")]),
        ("The Harbour Watch team was praised.", [("Harbour Watch team", "team")]),
        ("This is led by Business Services who will report.", [("Business Services", "team")]),
        ("The Ministry of Ferries wrote.", [("Ministry of Ferries", "organisation")]),
        (
            "She chairs the Quayside Association of Small Traders.",
            [("Quayside Association of Small Traders", "organisation")],
        ),
        ("The Dockers' Federation was consulted.", [("Dockers' Federation", "organisation")]),
        ("The Children's Services Panel met.", [("Children's Services Panel", "board")]),
        ("The Harbour Board's Pilotage Panel met.", [("Harbour Board", "board"), ("Pilotage Panel", "board")]),
        ("A paper from the Serious Violence Unit was read.", [("Serious Violence Unit", "team")]),
        ("The Police and Crime Panel asked for it.", [("Police and Crime Panel", "organisation")]),
        ("The Harbour Plan Group met.", [("Harbour Plan Group", "board")]),
        ("A cheque for the Friends of the Pier came.", [("Friends of the Pier", "organisation")]),
        ("The Friends of the county came.", []),
        ("The Bank of Quayland’s Pier branch closed.", [("Bank of Quayland", "organisation")]),
        ("The College of St Mary's Pier wrote.", [("College of St Mary's Pier", "organisation")]),
        ("The Institute of Children's Health met.", [("Institute of Children's Health", "organisation")]),
        ("The Harbour Guard was thanked.", [("Harbour Guard", "organisation")]),
        ("The Vale of Quay Hospitals Trust wrote.", [("Vale of Quay Hospitals Trust", "organisation")]),
        ("The Chair of Quay Trust wrote.", [("Quay Trust", "organisation")]),
        ("Convene Complaints Sub-Committee by May.", [("Complaints Sub-Committee", "board")]),
        ("It will go to the Dec board and the Jan committee.", []),
        ("OFFICE OF THE QUAY AND PIER COMMISSION", [("Office of the Quay and Pier Commission", "organisation")]),
    ],
)
def test_capitals_that_end_in_a_head_noun(bodies_of: Annotate, text: str, expected: list[tuple[str, str]]) -> None:
    assert _bodies(bodies_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Board agreed that the force and its partners would tell communities.",
        "The Chief Constable and the Police and Crime Commissioner met.",
        "They met in the Harbour Board Room.",
        "The Next Meeting is at the Quayside Community Centre.",
        "The Support Services Manager reported on the Action Plan.",
        "An Organised Crime Group was disrupted and the OCG was jailed.",
        "The IT in the control room and CCTV are old.",
        "ANY OTHER BUSINESS AND DATE OF NEXT MEETING",
        "NEXT meeting: 4 May. The POLICE report was read.",
        "They met on Microsoft Teams.",
        "The Executive Officer, Corporate Services, spoke.",
        "MW asked whether RJ was content. RJ said that he was.",
    ],
)
def test_what_is_no_body(bodies_of: Annotate, text: str) -> None:
    assert _bodies(bodies_of(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers have been returned to the QPU to fill posts.", [("QPU", "team")]),
        ("She will revisit QPT teams in June.", [("QPT", "team")]),
        ("Progress made by the QRGMU will continue.", [("QRGMU", "team")]),
        ("The number of QNT officers has risen. QNTs have plans.", [("QNT", "team")]),
        ("The oversight of current QJAG arrangements. QJAGS are better.", [("QJAG", "board")]),
        ("The CPS and HMICFRS were told.", [("CPS", "organisation"), ("HMICFRS", "organisation")]),
    ],
)
def test_acronyms_that_act_as_bodies(bodies_of: Annotate, text: str, expected: list[tuple[str, str]]) -> None:
    assert _bodies(bodies_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It goes to Cabinet in May, and the Cabinet agreed.", [("Cabinet", "board")]),
        ("The Cabinet Member spoke; the drinks cabinet and the President's Cabinet Room did not.", []),
    ],
)
def test_a_word_that_is_a_whole_name(bodies_of: Annotate, text: str, expected: list[tuple[str, str]]) -> None:
    assert _bodies(bodies_of(text, "uk-local-government")) == expected
    assert _bodies(bodies_of(text)) == []


def test_a_body_is_one_however_it_is_written(bodies_of: Annotate) -> None:
    text = "UPDATE FROM THE SERVICE QUALITY BOARD (SQB)\n\nThe Service Quality Board met. SQB was told of costs.\n"
    (body,) = bodies_of(text)._.bodies
    assert (body.name, body.aliases) == ("Service Quality Board", ("SQB",))
    assert len(body.mentions) == 4


def test_two_boards_in_capitals_are_given_as_a_reader_would_write_them(bodies_of: Annotate) -> None:
    doc = bodies_of("4\tSENIOR OFFICER MEETING / EXECUTIVE BOARD - UPDATE\n\n\tNone\n")
    assert _bodies(doc) == [("Senior Officer Meeting", "board"), ("Executive Board", "board")]


def test_a_short_form_joins_the_one_long_form(bodies_of: Annotate) -> None:
    (body,) = bodies_of("The Old Harbour Group met. The Harbour Group agreed.")._.bodies
    assert (body.name, body.aliases) == ("Old Harbour Group", ("Harbour Group",))


def test_a_distinctive_word_keeps_two_names_apart(bodies_of: Annotate) -> None:
    doc = bodies_of("Marle Parish Council wrote to East Marle Parish Council.", profile="general")
    assert [name for name, _ in _bodies(doc)] == ["Marle Parish Council", "East Marle Parish Council"]


def test_the_short_form_of_somebodys_post_is_no_body(annotate_lines: Annotate) -> None:
    people = (Person(name="Una Cole", role="Director of Business Services", aliases=("DBS",), attendance="present"),)
    text = "Una Cole, Director of Business Services (DBS), spoke. DBS agreed."
    assert _bodies(annotate_lines(text, "kg_sentences", "kg_bodies", people=people)) == []


def test_mentions_quote_the_text(bodies_of: Annotate) -> None:
    doc = bodies_of("<p>The <u>Service Quality Board</u> (SQB) met Cleveland Police.</p>\n")
    for body in doc._.bodies:
        for mention in body.mentions:
            assert doc._.layout.text[mention.start : mention.end] == mention.quote
    assert [name for name, _ in _bodies(doc)] == ["Service Quality Board", "Cleveland Police"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Vale Ferries CIC - Board Meeting", [("Vale Ferries CIC", "organisation")]),
        ("Open Evening - Board Meeting", []),
        ("Vale Ferries CIC - a history", []),
        ("Vale Ferries in Winter - Board Meeting", []),
        (None, []),
    ],
)
def test_a_title_names_the_body_that_meets(
    annotate_lines: Annotate, title: str | None, expected: list[tuple[str, str]]
) -> None:
    text = "The boats of Vale Ferries are old. Vale’s Ferries CIC has four of them."
    doc = annotate_lines(text, "kg_sentences", "kg_bodies", meeting=Meeting(date="2020-03-03", title=title))
    assert _bodies(doc) == expected


def test_the_end_of_what_the_meetings_are_called_is_no_body(annotate_lines: Annotate) -> None:
    text = "HOLDING TO ACCOUNT MEETING\n\nThe Account Meeting of the Tide Board met."
    doc = annotate_lines(text, "kg_sentences", "kg_bodies", meeting=Meeting(series="Holding to Account Meeting"))
    assert "ACCOUNT" not in [name for name, _ in _bodies(doc)]
    assert ("Tide Board", "board") in _bodies(doc)


@pytest.mark.parametrize(
    ("series", "names"),
    [
        ("Commissioner's Delivery Board", ["Commissioner's Delivery Board"]),
        ("Joint Ethics and Quay Committee", ["Joint Ethics and Quay Committee"]),
        # A title that names more than the body, or what is no board, is none of its own.
        ("Harbour Trust - Delivery Board", []),
        ("Holding to Account Meeting", []),
    ],
)
def test_the_board_whose_minutes_these_are(annotate_lines: Annotate, series: str, names: list[str]) -> None:
    text = f"{series}\n\nIt was noted."
    doc = annotate_lines(text, "kg_sentences", "kg_bodies", meeting=Meeting(series=series), people=(), stand_in=None)
    assert [body.name for body in doc._.bodies if body.kind == "board"] == names
