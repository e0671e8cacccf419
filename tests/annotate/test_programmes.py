from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Annotate = Callable[..., Doc]


@pytest.fixture
def programmes_of(annotate_lines: Annotate) -> Callable[[str], Doc]:
    return lambda text: annotate_lines(text, "kg_sentences", "kg_bodies", "kg_programmes")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The use of Op Redstart was discussed.", ["Op Redstart"]),
        ("Operation Long Bridge is up and running.", ["Operation Long Bridge"]),
        ("Project Lark was late.", ["Project Lark"]),
        ("Performance against the Safer Norland Plan:", ["Safer Norland Plan"]),
        ("It is part of the National Harbour Action Plan.", ["National Harbour Action Plan"]),
        ("The actions in the QRS delivery plan are limited.", ["QRS delivery plan"]),
        ("The Police and Crime Plan was noted.", ["Police and Crime Plan"]),
        ("The Street Profiles are shared.", ["Street Profiles"]),
        ("Phase one of the tenant portal shift project is over.", ["tenant portal shift project"]),
        ("Savings come from the transformation programme.", ["transformation programme"]),
        ("Case builder has been introduced in the north.", ["Case builder"]),
        ("The work leads to the move to the Marle Connect Hubway in June.", ["Marle Connect Hubway"]),
        ("It goes into a new programme, Contact Tomorrow, in May. Contact Tomorrow is big.", ["Contact Tomorrow"]),
        ("The ‘tell us once’ function is off.", ["tell us once"]),
        ("The single online home (SOH) is live. SOH is used.", ["single online home"]),
        ("The Right Care, Right Person pilot is over.", ["Right Care, Right Person"]),
        ("A new pilot, TramLink, began; the app, again, did not.", ["TramLink"]),
        ("It was Road Safety Week, and a bad week.", ["Road Safety Week"]),
    ],
)
def test_named_programmes(programmes_of: Callable[[str], Doc], text: str, expected: list[str]) -> None:
    assert [programme.name for programme in programmes_of(text)._.programmes] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Recruitment and the plan were discussed; a communications strategy is needed.",
        "The Action Plan, the Action Log and the new model were noted.",
        "The Head of Digital Strategy and the Project Manager spoke.",
        "The Project Board met under the training programme.",
        "Additional training has been introduced. Home working has been rolled out.",
        "The criminal justice system and the whole programme are slow.",
        "The Service Quality Board met.",
        "The External Audit Plan and the Transition plan were noted.",
    ],
)
def test_what_is_no_programme(programmes_of: Callable[[str], Doc], text: str) -> None:
    assert [programme.name for programme in programmes_of(text)._.programmes] == []


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Op Redstart began. Operation Redstart is over.", "Op Redstart", ("Operation Redstart",)),
        ("The Norland QRS strategy is new. The QRS strategy is good.", "Norland QRS strategy", ("QRS strategy",)),
        (
            "The move to the Marle Connect is due. The Marle Connect system is slow.",
            "Marle Connect system",
            ("Marle Connect",),
        ),
        ("The Lane Safety Plan (LSP) is out. LSP is read.", "Lane Safety Plan", ("LSP",)),
    ],
)
def test_a_programme_is_one_however_it_is_written(
    programmes_of: Callable[[str], Doc], text: str, name: str, aliases: tuple[str, ...]
) -> None:
    (programme,) = programmes_of(text)._.programmes
    assert (programme.name, programme.aliases) == (name, aliases)


def test_a_run_in_heading_names_what_is_rolled_out(programmes_of: Callable[[str], Doc]) -> None:
    text = "<b>Pocket notebook app</b> – The lead officer will review the roll out of pocket notebook app in May.\n"
    (programme,) = programmes_of(text)._.programmes
    assert programme.name.casefold() == "pocket notebook app"
