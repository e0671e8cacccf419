"""Which profile a document's own words call for, and the reason given."""

import pytest

from graph_loader.annotate.choose import BY_WORDS, Choice, choose_profile
from graph_loader.read import read_bytes


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("The PCC asked the Chief Constable.", Choice("uk-policing", "markers: PCC, Chief Constable")),
        ("The PCC asked the Clerk.", Choice("general", "markers: fewer than 2 of any profile")),
        ("Nothing was said.", Choice("general", "markers: fewer than 2 of any profile")),
        (
            "Marle Parish Council met. Cllr Moss asked about the allotments.",
            Choice("uk-local-government", "markers: Cllr, Parish Council, allotments"),
        ),
        (
            "The Trust Board heard the Chief Nurse and one Non-Executive Director.",
            Choice("nhs-board", "markers: Trust Board, Non-Executive Director, Chief Nurse"),
        ),
        # As many of one as of another: neither.
        (
            "The PCC and the Chief Constable met the Chief Nurse and the Medical Director.",
            Choice("general", "markers: as many of nhs-board as of uk-policing"),
        ),
        # A panel of councillors that holds a commissioner to account belongs with the police.
        (
            "Police and Crime Panel. Cllr Moss asked the Police and Crime Commissioner for the Police and Crime Plan.",
            Choice(
                "uk-policing", "markers: Police and Crime Commissioner, Police and Crime Panel, Police and Crime Plan"
            ),
        ),
        # Case and line breaks are no matter, parts of words are none.
        ("the TRUST\nBOARD and the chief  nurse", Choice("nhs-board", "markers: Trust Board, Chief Nurse")),
        ("PCCs and HMICFRSx", Choice("general", "markers: fewer than 2 of any profile")),
    ],
)
def test_the_profile_with_most_markers_is_chosen(text: str, choice: Choice) -> None:
    assert choose_profile(read_bytes(text.encode(), "minutes.txt")) == choice
    assert choice.reason.startswith(BY_WORDS)
