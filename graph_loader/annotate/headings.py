"""Tells which blocks head an agenda item, and which of their words are the heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from graph_loader.annotate.extensions import BLOCKS
from graph_loader.annotate.profile import Profile
from graph_loader.model.ids import fold
from graph_loader.model.layout import Block

_MOST_WORDS = 16
_RUN_IN = re.compile(r" ?[–—:] | - ")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[A-Z]\d{0,2}|[a-z]|[ivx]{1,4}")
_VERBS = frozenset(
    "is are was were be been being has have had will would shall should can could may might must do does did".split()
)
_QUESTION = re.compile(
    r" (?=(?:How|What|Why|When|Where|Who|Which|Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Could|Will|Would|Should) )"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """Is the words of one heading: characters of the `Doc`, and the printed number in front of them."""

    start_char: int
    end_char: int
    number: str
    block: Block
    run_in: bool


class HeadingReader:
    """Finds headings with the labels of one profile."""

    def __init__(self, profile: Profile) -> None:
        minutes = profile.minutes
        self._labels = frozenset(fold(label) for labels in minutes.labels.values() for label in labels)
        self._no_items = frozenset(fold(label) for label in minutes.no_items) | self._labels
        self._no_items |= {fold(label) for label in (*profile.commitments.action_labels, *profile.speech.findings)}
        forms = [form for group in (profile.speech.questions, profile.speech.remarks) for form in group.values()]
        self._reporting = frozenset(form for each in forms for form in each if " " not in form)
        self._standing = frozenset(fold(label) for label in minutes.standing_items)
        self._nothing = sorted((text for text in minutes.nothing), key=len, reverse=True)

    def headings(self, blocks: list[Span], first: int) -> Iterator[Heading]:
        """Yields the headings from block number `first` on, in order."""
        for at in range(first, len(blocks)):
            following = blocks[at + 1]._.detail if at + 1 < len(blocks) else None
            heading = self._heading(blocks[at], following)
            if heading is not None:
                yield heading

    def _heading(self, span: Span, following: Block | None) -> Heading | None:
        block: Block = span._.detail
        if block.kind == "action_column" or not any(char.isalpha() for char in block.text):
            return None
        title, rest = self._split(block)
        number = block.marker.strip("().") if _NUMBER.fullmatch(block.marker.strip("().")) else ""
        if not title or fold(title) in self._no_items or not self._is_title(title) or self._is_lead_in(block.text):
            return None
        if not self._is_set_off(block, title, rest, number, following):
            return None
        start = span.start_char + block.text.index(title)
        return Heading(start, start + len(title), number, block, bool(rest))

    def _split(self, block: Block) -> tuple[str, str]:
        """Parts a block into the words of a heading and what runs on behind them."""
        text = block.text
        if block.lead and block.lead < len(text):
            return text[: block.lead].strip(" :–—-"), text[block.lead :].strip(" :–—-")
        for nothing in self._nothing:
            if fold(text) != fold(nothing) and text.casefold().rstrip(". ").endswith(
                " " + nothing.casefold().rstrip(".")
            ):
                return text[: text.casefold().rindex(nothing.casefold().rstrip("."))].strip(" :–—-"), nothing
        question = _QUESTION.search(text)
        if question and text.rstrip().endswith("?") and len(text[: question.start()].split()) <= _MOST_WORDS:
            return text[: question.start()].strip(" :–—-"), text[question.end() :]
        capitals = _capital_head(text)
        if capitals and capitals != text:
            return capitals.strip(" :–—-"), text[len(capitals) :].strip()
        colon = text.find(": ")
        if 0 < colon and self._is_known(text[:colon]):
            return text[:colon], text[colon + 2 :]
        if len(text.split()) > _MOST_WORDS or text.rstrip()[-1:] in {".", "?", "!"}:
            run_in = _RUN_IN.search(text)
            if run_in and len(text[: run_in.start()].split()) <= 8:
                return text[: run_in.start()].strip(), text[run_in.end() :].strip()
        return text.strip(" :–—-"), ""

    def _is_lead_in(self, text: str) -> bool:
        """Tells a lead-in (`The CC responded that:`) from a heading with a colon."""
        return text.rstrip().endswith(":") and any(word.strip(":,") in self._reporting for word in text.split())

    def _is_known(self, title: str) -> bool:
        return any(fold(title).startswith(standing) for standing in self._standing)

    def _is_title(self, title: str) -> bool:
        """Tells whether words can be a title: short, begun like one, and with no finite verb or closing stop."""
        words = title.split()
        if not words or len(words) > _MOST_WORDS + 6 or not any(len(word) > 2 and word[0].isalpha() for word in words):
            return False
        if not (title[0].isupper() or title[0].isdigit() or title[0] in "'‘“\"("):
            return False
        return title[-1] not in ".;," and not any(word.casefold() in _VERBS for word in words[:-1])

    def _is_set_off(self, block: Block, title: str, rest: str, number: str, following: Block | None) -> bool:
        if block.kind == "heading" or self._is_known(title):
            return True
        whole = not rest
        if block.kind == "bullet" and not number:
            return bool(block.emphasis) and whole or 0 < block.lead < len(block.text)
        if number:
            return len(title.split()) <= _MOST_WORDS
        if rest:
            return bool(block.lead) or rest.endswith("?") or _is_run_in(title, rest)
        if block.emphasis:
            return True
        if block.text.rstrip().endswith(",") or len(title.split()) > 12:
            return False
        return following is not None and _is_body(following)


def _is_run_in(title: str, rest: str) -> bool:
    """Tells a run-in heading before a dash (`Motorway Group – talks go on.`) from a sentence with a dash in it."""
    words = [word for word in title.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 2 and capitals >= len(words) - 1 and rest[-1:] in ".?!" and len(rest.split()) > 3


def _is_body(block: Block) -> bool:
    text = block.text.rstrip()
    return len(text.split()) > 8 or (text.endswith((".", "?", "!")) and len(text.split()) > 4) or bool(block.emphasis)


def _capital_head(text: str) -> str:
    """Gives the capital letters that a block begins with, when they are a phrase and mixed case follows."""
    end = 0
    words = 0
    for match in re.finditer(r"\S+", text):
        word = match.group()
        letters = [char for char in word if char.isalpha()]
        if letters and not all(char.isupper() for char in letters):
            break
        words += bool(letters)
        end = match.end()
        if word.endswith(":"):
            break
    head = text[:end].strip()
    return head if words >= 2 or (words == 1 and head.endswith(":")) else ""
