from collections.abc import Callable

import pytest

from graph_loader.errors import ReadError
from graph_loader.model.layout import Layout

Shown = list[tuple[str, str, str]]

CASES: dict[str, tuple[str, Shown]] = {
    "headings and emphasis": (
        "<h1>Drainage Board</h1><p><b>Floods</b> – it\n rained on the 3<sup>rd</sup>.<p><u>Droughts</u>",
        [
            ("heading", "", "Drainage Board"),
            ("paragraph", "", "Floods – it rained on the 3rd."),
            ("heading", "", "Droughts"),
        ],
    ),
    "lists": (
        "<ul><li>Pumps are old.<li>Drains are new.</ul><ol start=3><li>Ask the farmers about it now.</ol>",
        [
            ("bullet", "", "Pumps are old."),
            ("bullet", "", "Drains are new."),
            ("paragraph", "3.", "Ask the farmers about it now."),
        ],
    ),
    "tables": (
        "<table><tr><th>Text</th><th>Action</th></tr><tr><td>The clerk is to write to the farmers about the drains"
        " again.<p>It rained.</td><td>BF</td></tr></table>",
        [
            ("cell", "", "Text"),
            ("action_column", "", "Action"),
            ("cell", "", "The clerk is to write to the farmers about the drains again."),
            ("cell", "", "It rained."),
            ("action_column", "", "BF"),
        ],
    ),
    "line breaks": (
        "<p>Ada Moss<br>Ben Frith<br><br>Cy Reed</p>",
        [("paragraph", "", "Ada Moss"), ("paragraph", "", "Ben Frith"), ("paragraph", "", "Cy Reed")],
    ),
    "set text": (
        "<pre>Ada Moss\nBen Frith</pre>",
        [("paragraph", "", "Ada Moss"), ("paragraph", "", "Ben Frith")],
    ),
    "menus and scripts": (
        "<nav>Home</nav><script>var a = '<p>';</script><style>p {}</style><p hidden>No</p><p>It rained.</p>"
        + "<ul>"
        + "<li><a href=x>News</a></li>" * 5
        + "</ul><div role=navigation>More</div>",
        [("paragraph", "", "It rained.")],
    ),
    "the page's main part": (
        "<div>Council of Marl</div><main><p>It rained.</p></main><p>Cookies</p>",
        [("paragraph", "", "It rained.")],
    ),
    "entities": ("<p>R&amp;D &lt;b&gt; &pound;5&nbsp;each</p>", [("paragraph", "", "R&D <b> £5 each")]),
}


@pytest.mark.parametrize(("page", "blocks"), CASES.values(), ids=CASES)
def test_blocks(shown: Callable[..., Shown], page: str, blocks: Shown) -> None:
    assert shown(f"<html><head><title>x</title></head><body>{page}</body></html>", "page.html") == blocks


def test_the_text_is_what_a_browser_shows(read: Callable[..., Layout]) -> None:
    layout = read("<html><nav>Home page</nav><p>It\n  rained.</p><table><tr><td>a<td>b<tr><td>c</table>", "page.html")
    assert layout.text == "It rained.\na\tb\nc"
    assert [(repair.kind, repair.note) for repair in layout.repairs] == [("menu", "left out 'Home page'")]


def test_tags_nested_beyond_reading_are_refused_and_not_cut_off(shown: Callable[..., Shown]) -> None:
    with pytest.raises(ReadError, match="too deep"):
        shown("<html>" + "<div>" * 5000 + "It rained.", "page.html")


@pytest.mark.parametrize("page", ["<html>" + "<div>" * 1000 + "It rained.", "<html><p>It rained.<table><td></p></b>"])
def test_hostile_nesting(shown: Callable[..., Shown], page: str) -> None:
    assert [text for _, _, text in shown(page, "page.html")] == ["It rained."]
