from collections.abc import Callable

import pytest

from graph_loader.model.layout import Layout

PROSE = (
    "The clerk of the drainage board gave an account of the summer's works and said\n"
    "that the pumps at both ends of the valley had been taken apart, cleaned and put\n"
    "together again. The board thanked the engineers and asked for a written account\n"
    "of the costs before the winter.\n"
)
NOTES = [
    "pumps are old",
    "somebody ought to look at the lower ones before long, says the engineer",
    "money is there",
    "new ones would be three times as strong as those we have now",
    "drains are a different matter and nobody knows who owns them",
    "clerk to ask",
    "frogs are back in the upper valley after ten years or more of drought",
    "fish too",
    "next time the farmers are to be asked as well as the parishes, and early",
    "end of talk",
]
LONG = "The chair asked whether the pumps of the upper valley had been tested before the"

CASES: dict[str, tuple[str, list[str]]] = {
    "wrapped lines": (PROSE, [" ".join(PROSE.split())]),
    "wrapped lines with blank ones between": (PROSE.replace("\n", "\n\n"), [" ".join(PROSE.split())]),
    "a hyphen at a line's end, the whole word elsewhere": (
        PROSE.replace("said\n", "engi-\n").replace("that the", "neers that the"),
        [" ".join(PROSE.replace("said\n", "engineers\n").split())],
    ),
    "a hyphen that belongs to the word": (
        "The board noted that the upper valley's pumps would have to be tested and re-\n"
        "examined before the winter, and that the lower valley's would be sold in June.",
        [
            "The board noted that the upper valley's pumps would have to be tested and re-examined"
            " before the winter, and that the lower valley's would be sold in June."
        ],
    ),
    "a sentence cut by a page's foot": (
        f"{LONG}\n\nPage 2 of 7\n\n\twinter set in.\t\n3\tFLOODS OF THE WINTER\t",
        [f"{LONG} winter set in.", "FLOODS OF THE WINTER"],
    ),
    "a sentence cut by an empty cell": (
        f"\t<p>{LONG}</p>\t\n\n\t<p>winter set in.</p> <p>It was noted.</p>\t",
        [f"{LONG} winter set in.", "It was noted."],
    ),
    "a finished sentence": (f"{LONG} winter.\n\nnone were.", [f"{LONG} winter.", "none were."]),
    "an item after an unfinished one": (f"{LONG}\n\n- winter set in.", [LONG, "winter set in."]),
    "a label": ("Chair of the day\n\nthe vicar", ["Chair of the day", "the vicar"]),
    "names, one a line": (
        "Ada Moss, Drainage Board\nBen Frith, Parish of Upper Marl\nCy Reed, Farmers' Union",
        ["Ada Moss, Drainage Board", "Ben Frith, Parish of Upper Marl", "Cy Reed, Farmers' Union"],
    ),
    "an entry whose abbreviation has more letters than words": (
        "Ada Moss Chief Officer for the Upper Valley Drainage\n\nBoard (UVDB)\n\nBen Frith (BF)",
        ["Ada Moss Chief Officer for the Upper Valley Drainage Board (UVDB)", "Ben Frith (BF)"],
    ),
    "hanging lines of a bullet": (
        "- The board asked for a written account\n  of the costs.\n- None was given.",
        ["The board asked for a written account of the costs.", "None was given."],
    ),
    "notes that begin in lower case": (
        "\n\n".join(NOTES),
        NOTES,
    ),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES)
def test_paragraphs(read: Callable[..., Layout], text: str, blocks: list[str]) -> None:
    assert [block.text for block in read(text).blocks] == blocks


def test_the_mend_is_recorded_where_it_was_made(read: Callable[..., Layout]) -> None:
    layout = read(f"{LONG}\n\nPage 2 of 7\n\nwinter set in.")
    found = {repair.kind: layout.text[repair.start : repair.end] for repair in layout.repairs}
    assert found == {"sentence": "\n\nPage 2 of 7\n\n", "page_number": "Page 2 of 7"}


def test_words_of_a_mended_sentence_keep_their_places(read: Callable[..., Layout]) -> None:
    layout = read(f"{LONG}\n\nPage 2 of 7\n\nwinter set in.")
    block = layout.blocks[0]
    start, end = block.span(block.text.index("winter"), len(block.text))
    assert layout.text[start:end] == "winter set in."
    assert (block.start, block.end) == (0, len(layout.text))
