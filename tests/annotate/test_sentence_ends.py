import pytest

from graph_loader.annotate.extensions import text_in
from tests.annotate.conftest import Annotate


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It was put to Committee Members. The Clerk agreed.", 2),
        ("Six were PCSOs. In her view it did not matter.", 2),
        ("There was no plan B. There was no time.", 2),
        ("He is a new PC. It is his first week.", 2),
        ("It was told to the Supt. They agreed.", 2),
        ("It was told to Insp. Hale and Cllrs. Ash and Birch.", 1),
        ("It was told to PC. Hale and A. Birch.", 1),
        ("It was in breach of ch. 138.", 1),
    ],
)
def test_where_sentences_end(annotate_lines: Annotate, text: str, count: int) -> None:
    doc = annotate_lines(text, "kg_sentences", profile="uk-local-government")
    assert len([text_in(sentence) for sentence in doc.sents]) == count


def test_a_time_of_day_may_end_a_sentence_where_its_letters_are_a_rank(annotate_lines: Annotate) -> None:
    doc = annotate_lines("It met at 10.30 am. The AM. Foxley came, and AM. Hale.", "kg_sentences", profile="uk-fire")
    assert [text_in(sentence) for sentence in doc.sents] == [
        "It met at 10.30 am.",
        "The AM. Foxley came, and AM. Hale.",
    ]
