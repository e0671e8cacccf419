"""Parts a block into the words of a heading and what runs on behind them."""

import re

from graph_loader.model.layout import Block

MOST_WORDS = 16
MOST_PLAIN_WORDS = 12
"""How long a heading may be that nothing sets off but standing alone above running text."""
_MOST_RUN_IN_WORDS = 8
_RUN_IN = re.compile(r" ?[–—:] | - ")
_QUESTION = re.compile(
    r" (?=(?:How|What|Why|When|Where|Who|Which|Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Could|Will|Would|Should) )"
)


def split_lead(block: Block) -> int | None:
    """Parts a heading that is set off from what runs on behind it, unless that only ends the same phrase."""
    text = block.text
    whole = text[block.lead : block.lead + 1] == " " and text[block.lead : block.lead + 2].strip().islower()
    if whole and block.marker and len(text.split()) <= MOST_PLAIN_WORDS and text.rstrip()[-1:].isalnum():
        return None
    return block.lead if 0 < block.lead < len(text) else None


def split_question(block: Block) -> int | None:
    """Parts `Safer Vales – Burglary How confident is …?` before the question."""
    question = _QUESTION.search(block.text)
    if question is None or not block.text.rstrip().endswith("?"):
        return None
    return question.start() if len(block.text[: question.start()].split()) <= MOST_WORDS else None


def split_capitals(block: Block) -> int | None:
    """Parts a phrase in capitals from the mixed case behind it."""
    end = words = longer = 0
    for match in re.finditer(r"\S+", block.text):
        letters = [char for char in match.group() if char.isalpha()]
        if letters and not all(char.isupper() for char in letters):
            break
        words += bool(letters)
        longer += len(letters) > 1
        end = match.end()
        if match.group().endswith(":"):
            break
    # A word with a colon in a heading is a part of it: `MSG-7: Size of frames`.
    is_phrase = (words >= 2 and longer > 0) or (
        words == 1 and block.text[:end].endswith(":") and block.kind != "heading"
    )
    return end if is_phrase and end < len(block.text) else None


def split_run_in(block: Block) -> int | None:
    """Parts a few words before a dash or colon from a whole sentence behind it."""
    text = block.text
    # A heading by its markup is one as a whole.
    if block.kind == "heading" and block.level and not block.marker and not block.emphasis:
        return None
    if len(text.split()) <= MOST_WORDS and text.rstrip()[-1:] not in {".", "?", "!"}:
        return None
    dash = _RUN_IN.search(text)
    return dash.start() if dash and len(text[: dash.start()].split()) <= _MOST_RUN_IN_WORDS else None
