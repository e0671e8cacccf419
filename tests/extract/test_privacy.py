import pytest

from graph_loader.extract import extract_record
from graph_loader.read import read_bytes

MINUTES = """Norland Accountability Meeting

Date: 4 May 2020

Present:
- Ada Moss (AM) – Police and Crime Commissioner (Chair)
- Ben Hale (BH) – Chief Constable
- Cy Dunn (CD) – Executive Assistant to the Commissioner
- Eve Tarn

1. Homicide

AM asked BH what had been learnt from the Ivy Marsh murder. BH said that a review was under way.
AM asked whether the family of Mr Marsh would see it. BH said that they would.
The inquest into the Ivy Marsh case had heard from Dr Noel Frost, pathologist. Ivy Marsh asked for help twice.

2. Thanks

Thanks were given to Rosie Bell, who had found the dog.
"""


def privacy() -> dict[str, str]:
    record = extract_record(read_bytes(MINUTES.encode(), "minutes.txt"))
    return {person.name: person.privacy for person in record.people}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Moss", "public_office"),
        ("Ben Hale", "public_office"),
        ("Cy Dunn", "staff"),
        ("Eve Tarn", "participant"),
        ("Ivy Marsh", "third_party"),
        ("Rosie Bell", "third_party"),
    ],
)
def test_the_privacy_class_says_as_what_a_person_is_named(name: str, expected: str) -> None:
    assert privacy()[name] == expected


def test_a_third_party_is_never_an_actor() -> None:
    record = extract_record(read_bytes(MINUTES.encode(), "minutes.txt"))
    askers = [[actor.name for actor in exchange.askers] for exchange in record.exchanges]
    assert askers[:2] == [["Ada Moss"], ["Ada Moss"]]
    assert not any("Ivy Marsh" in names for names in askers)
