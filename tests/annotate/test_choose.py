"""Which profile a document's own words call for, and the reason given."""

import pytest

from graph_loader.annotate.choose import BY_WORDS, Choice, choose_profile
from graph_loader.read import read_bytes

FEW = "markers: fewer than 2 of any profile"


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("The PCC asked the Chief Constable.", Choice("uk-policing", "markers: PCC, Chief Constable")),
        ("The PCC asked the Clerk.", Choice("general", FEW)),
        ("Nothing was said.", Choice("general", FEW)),
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
        # A fire authority is made of councillors, who speak of what councils speak of as well.
        (
            "Marle Fire and Rescue Authority. Cllr Moss asked the DCFO about on-call availability and the precept.",
            Choice("uk-fire", "markers: Fire and Rescue Authority, DCFO, on-call availability"),
        ),
        # As many of it as of the one that it extends: the one that holds the words of both.
        (
            "Hale Fire Authority. Cllr Moss thanked the Clerk to the Authority for the paper on the precept.",
            Choice("uk-fire", "markers: Fire Authority, Clerk to the Authority"),
        ),
        # Who holds a fire service to account is a commissioner of police too.
        (
            "Fire Scrutiny Board. The PFCC asked the DCFO and the ACFO about the CRMP and HMICFRS.",
            Choice("uk-fire", "markers: Fire Scrutiny Board, DCFO, ACFO, CRMP"),
        ),
        # Others who speak of the fire service are none.
        (
            "Hale County Council. Cllr Moss told the Scrutiny Committee that the Fire and Rescue Service fits alarms. "
            "The Chief Fire Officer and the Cabinet Member thanked the firefighters for the dwelling fires put out.",
            Choice("uk-local-government", "markers: Cllr, Cabinet Member, Scrutiny Committee"),
        ),
        (
            "Police, Fire and Crime Panel. The PFCC told of the Chief Constable, the Chief Fire Officer and the CRMP.",
            Choice("uk-policing", "markers: Chief Constable, PFCC, Police, Fire and Crime Panel"),
        ),
        ("The Chief Fire Officer gave a talk to the Women's Institute.", Choice("general", FEW)),
        # Case and line breaks are no matter, parts of words are none.
        ("the TRUST\nBOARD and the chief  nurse", Choice("nhs-board", "markers: Trust Board, Chief Nurse")),
        ("PCCs and HMICFRSx", Choice("general", FEW)),
    ],
)
def test_the_profile_with_most_markers_is_chosen(text: str, choice: Choice) -> None:
    assert choose_profile(read_bytes(text.encode(), "minutes.txt")) == choice
    assert choice.reason.startswith(BY_WORDS)
