import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.annotate.acronyms import find_acronyms, is_shouted, tie_by_initials
from graph_loader.model.acronym import is_acronym

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Street Care Team (SCT) met", {"SCT": "Street Care Team"}),
        ("the SCT (Street Care Team) met", {"SCT": "Street Care Team"}),
        ("Safer Lanes Teams (SLTs) were set up", {"SLT": "Safer Lanes Teams"}),
        ("the Office for Harbour Records (OHR)", {"OHR": "Office for Harbour Records"}),
        ("the Crime and Safety Partnership (CSP)", {"CSP": "Crime and Safety Partnership"}),
        ("the street care team (SCT)", {"SCT": "street care team"}),
        ("Ada Moss (Chair) and Ben Hale (BH)", {"BH": "Ben Hale"}),
        ("costs rose (GBP) in May", {}),
        ("the SCT met", {}),
        ("a list (one, two, three", {}),
        ("(SCT)", {}),
    ],
)
def test_an_acronym_is_tied_to_its_expansion_in_either_order(text: str, expected: dict[str, str]) -> None:
    assert {short: span.text for short, span in find_acronyms(NLP(text)).items()} == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("QRT", True),
        ("QRTs", True),
        ("CoP", True),
        ("F1", False),
        ("Team", False),
        ("a", False),
        ("IT", True),
        ("x-y", False),
    ],
)
def test_what_is_printed_as_an_acronym(word: str, expected: bool) -> None:
    assert is_acronym(word) is expected


def test_capitals_mean_nothing_among_capitals() -> None:
    doc = NLP("UPDATE FROM THE BOARD. The SCT met.")
    assert [token.text for token in doc if is_acronym(token.text) and not is_shouted(token)] == ["SCT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Marle Parish Council met. MPC agreed.", {"MPC": "Marle Parish Council"}),
        # Two kinds of council: the letters could mean either.
        ("The Marle Parish Council met the Port Council. MPC agreed.", {}),
        ("The Marle Parish Council met. ABC agreed.", {}),
    ],
)
def test_initials_tie_an_acronym_only_where_one_name_fits(text: str, expected: dict[str, str]) -> None:
    doc = NLP(text)
    found = tie_by_initials(doc, [doc[1:4]], ())
    assert {short: span.text for short, span in found.items()} == expected


@given(st.text(alphabet="AB(c )s.’&-\n", max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    doc = NLP(text)
    for short, span in find_acronyms(doc).items():
        assert short
        assert span.text
