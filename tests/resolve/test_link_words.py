"""Where the sentences of a passage end that links are told by."""

import pytest

from graph_loader.resolve.links.words import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("C. Dunn said that it was. He left.", ["C. Dunn said that it was.", "He left."]),
        ("Cllr. Ash asked Mr. Birch why; it was so.", ["Cllr. Ash asked Mr. Birch why;", "it was so."]),
        ("We met the Superintendents. Rain fell.", ["We met the Superintendents.", "Rain fell."]),
        ("It opened in May. Rain fell.", ["It opened in May.", "Rain fell."]),
    ],
)
def test_a_sentence_ends_behind_no_initial_and_no_title(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts
