import pytest

from graph_loader.model.record import Person
from tests.annotate.conftest import SPEECH, Annotate, exchanges

HEAD = """Harbour Police and Crime Panel

Minutes of the meeting held on 4 May 2020

Present: Cllr Ann Bell (Chair)

In attendance:
Tom Ash, Police and Crime Commissioner
Una Cole, Deputy Police and Crime Commissioner
Mr Wim Dray, OPCC Chief Executive
Jo Elm, Assistant Director (Commissioning)
Kay Fox, IT Director
Ida Gill, Head of Fleet (Buying)
Ole Hale, Head of Fleet (Selling)
Ed Ide, Deputy Chief Officer
Bo Joy, Quay Council Monitoring Officer

1. Roads

"""


@pytest.mark.parametrize(
    ("words", "asker"),
    [
        ("The Chief Executive asked whether the road was open.", "Wim Dray"),
        ("The Monitoring Officer asked whether the road was open.", "Bo Joy"),
        ("The Assistant Director asked whether the road was open.", "Jo Elm"),
        ("Asked by the Deputy Commissioner whether the road was open, the Chair said that it was.", "Una Cole"),
        ("In reply to a question from the Deputy Commissioner about roads, the Chair said that it was.", "Una Cole"),
        ("In reply to a question from the Commissioner about roads, the Chair said that it was.", "Tom Ash"),
        # Two head the fleet, and a deputy is not the officer.
        ("The Head of Fleet asked whether the road was open.", None),
        ("The Chief Officer asked whether the road was open.", None),
        ("The Chief Executive of Quay Council asked whether the road was open.", None),
    ],
)
def test_a_post_is_spoken_of_without_its_body_or_field(annotate_lines: Annotate, words: str, asker: str | None) -> None:
    parts = ("kg_meeting", "kg_attendance", "kg_people", "kg_bodies", *SPEECH)
    doc = annotate_lines(f"{HEAD}{words}", *parts, people=())
    askers = {name for _, askers, *_ in exchanges(doc) for name in askers}
    assert askers & {person.name for person in doc._.people} == ({asker} if asker else set())


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Action | Owner | Due\nWrite to all | Clerk | June 2020\nTell all | Commissioner | 3 June 2020", ["Sue Lee"]),
        ("Action: Clerk to write to all.", ["Sue Lee"]),
        # What is said of the post or of another's is not who holds it.
        ("Clerk to the Council, Quay House, had written.", []),
        ("The town had no Clerk.", []),
    ],
)
def test_a_post_alone_stands_for_its_holder_where_somebody_is_to_act(
    annotate_lines: Annotate, words: str, names: list[str]
) -> None:
    listed = (Person(name="Sue Lee", role="Clerk to the Board", attendance="present"),)
    doc = annotate_lines(words, "kg_people", people=listed)
    assert [person.name for person in doc._.people if "Clerk" in person.aliases] == names
    assert [person.name for person in doc._.people] == ["Sue Lee"]
