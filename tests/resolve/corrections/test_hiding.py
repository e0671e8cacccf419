"""Which words are masked for a name, and which are not."""

import pytest

from graph_loader.resolve.corrections.hiding import is_quote, mask


@pytest.mark.parametrize(
    ("text", "names", "masked"),
    [
        ("Ada Moss said", ["Ada Moss"], "████████ said"),
        ("ADA  MOSS's boat", ["Ada Moss"], "█████████'s boat"),
        ("Ada\nMo-\nss.", ["Ada Moss"], "██████████."),
        ("Ad\u00e1 M\u200boss", ["Ada Moss"], "█████████"),
        ("<b>Ada</b> <b>Moss</b>", ["Ada Moss"], "<b>███████████████</b>"),
        ('<a title="Ada Moss">x</a>', ["Ada Moss"], '<a title="████████">x</a>'),
        ("Ada Mossman and Canada Moss", ["Ada Moss"], "Ada Mossman and Canada Moss"),
        ("I am AM", ["AM"], "I am ██"),
        ("Straße", ["Strasse"], "██████"),
        ("nobody", ["Ada Moss"], "nobody"),
    ],
)
def test_a_name_is_masked_however_it_is_written(text: str, names: list[str], masked: str) -> None:
    assert mask(text, names) == masked
    assert is_quote(masked, text)


@pytest.mark.parametrize(("words", "source"), [("███ said", "Ada told"), ("███", "Ada M"), ("Ada", "███")])
def test_other_words_are_no_quote(words: str, source: str) -> None:
    assert not is_quote(words, source)
