"""Tells which blocks head an agenda item, and which of their words are the heading."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span

from graph_loader.annotate.form_lines import FormLines
from graph_loader.annotate.heading_looks import (
    is_body,
    is_clause,
    is_lettered,
    is_of_list,
    is_parted,
    is_run_in,
    is_time,
    only_capitals,
)
from graph_loader.annotate.heading_splits import (
    MOST_PLAIN_WORDS,
    MOST_WORDS,
    split_capitals,
    split_lead,
    split_question,
    split_run_in,
)
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.profile import Profile
from graph_loader.model.ids import fold
from graph_loader.model.layout import Block
from graph_loader.read.markers import is_glyph, is_numbered

_STOPS = " :–—-"
_POINTER = re.compile(r"(?:item|point|page|paragraph|para|section|minute) \d[\d.]*[a-z]?, ", re.IGNORECASE)
"""How a line begins that points to a place elsewhere: `Item 6, Point 3: change …`."""
_NUMBER = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|\d{1,4}/\d{2,4}(?:/\d{1,3})?|[A-Z]{1,5}\d{0,4}[/.](?:\d{2,4}/)?\d{1,4}"
    r"|[A-Z]\d{0,2}|[a-z]|[ivx]{1,4}"
)
_LABELLED = re.compile(r"(?P<label>[A-Z][a-z]+(?: [a-z]+)?) (?P<count>\d{1,2}): \S")
"""How headings begin that are counted by a label of their own: `Discussion topic 2: …`."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){2,}$")
"""How a title ends whose full stop is no sentence's: `A.O.B.`, `Report by Jo Hale, T.D.`"""
_SAYS = re.compile(
    r"(?:That|No|There|It|He|She|They|We|The meeting|Seconded|(?:Proposed|Seconded|Moved)(?: by|:)|Q\.|A\.)\s"
)
"""How a line begins that says something, be it ever so short: `No interests given`, `Seconded by Cllr Ash`."""
_ACTED = re.compile(r"[^\W\d_a-z][\w.'’]*\s[a-z]+ed\b")
"""What a subject with its verb looks like: `JH tabled`, `Members noted`."""
_SUM = re.compile(r"[£€$]\s?\d|(?:\s[-+]?\d[\d,.]*%?){2}$")
_COUNT = re.compile(r"^\d+ \(")
_COUNTED = re.compile(r"\s(?:no\.?\s?)?[A-Z]{0,4}\d[\d/.-]*$", re.IGNORECASE)
"""What a label is counted by: `RESOLVED 19/41`, `Action 3`."""
_AIDE = re.compile(r"\s?[-–—]\s[a-z]")
"""What parts a line of a list from its gist: `Town Clerk - asking for dates`."""
_FURNITURE = re.compile(
    r"(?:question|q|page|slide|appendix|annex|enclosure|paper) [\da-z]{1,3}|.*\bpdf\b.*\d ?[km]b", re.I
)

_MOST_DIGITS = 3


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
        self._apologies = frozenset(fold(label) for label in minutes.labels.get("apologies", ()))
        self._no_items = frozenset(fold(label) for label in minutes.no_items)
        words = profile.commitments
        labels = (*words.action_labels, *profile.speech.findings)
        self._no_items |= {fold(label) for label in labels}
        self._outcomes = frozenset(fold(label) for label in (*words.resolution_labels, *words.decided))
        forms = [form for group in (profile.speech.questions, profile.speech.remarks) for form in group.values()]
        self._reporting = frozenset(form for each in forms for form in each if " " not in form)
        asked = (form for each in profile.speech.questions.values() for form in each)
        self._asking = frozenset(form for form in (*asked, "said", "replied") if " " not in form and form[-1] == "d")
        speech = profile.speech
        self._questions = frozenset(speech.question_nouns)
        spoken = {*speech.question_nouns, *speech.answer_nouns, *speech.view_nouns}
        self._spoken = frozenset(form for noun in spoken for form in (noun, f"{noun}s"))
        # What a motion says with its mover in front: `Cllr Ash proposed approval, seconded by Cllr Birch`.
        moved = "|".join(re.escape(form) for form in speech.moved if form.endswith("ed"))
        self._moved = re.compile(rf"\b(?:{moved or '(?!)'})\s(?!by\b).*\bseconded\b", re.IGNORECASE)
        self._standing = frozenset(fold(label) for label in minutes.standing_items)
        self._actions = Labels(profile.commitments.action_labels)
        self._next = sorted(fold(form) for form in minutes.next_meeting if not form.startswith("the "))
        self._finite_verbs = frozenset(minutes.finite_verbs)
        self._legal_forms = frozenset(form.casefold() for form in profile.names.legal_forms)
        roles = profile.roles
        self._ranks = frozenset(form for rank, short in roles.ranks.items() for form in (rank, *short))
        self._shortened = frozenset(word.casefold() for word in (*self._ranks, *roles.honorifics))
        self._subjects = frozenset(word.casefold() for word in ("the", *self._ranks, *roles.offices, *roles.chairs))
        self._nothing = tuple(
            f" {form.casefold().rstrip('.')}" for form in sorted(minutes.nothing, key=len, reverse=True)
        )

    def headings(self, pairs: list[tuple[Span, Block]], first: int) -> Iterator[Heading]:
        """Yields the headings among blocks and their tokens from number `first` on, in order."""
        blocks = [block for _, block in pairs]
        form = FormLines(blocks[first:])
        for at in range(first):
            # `1. Call to order` may stand above the list of those present.
            heading = self._heading(*pairs[at], blocks[at + 1]) if at + 1 < len(blocks) else None
            if heading and is_numbered(heading.number) and not heading.run_in and not self._heads_list(heading):
                yield heading
        lists = [block for block in blocks if self._actions.alone(block.text)]
        listing = False
        heads: dict[str, int] = {}
        for at in range(first, len(blocks)):
            if form.holds(blocks[at]) or form.is_outcome(blocks, at, first):
                continue
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            # What stands below these is no section: the actions one by one, or which meeting it will be and where.
            if lists == [blocks[at]]:
                listing = True
            heading = self._heading(*pairs[at], following)
            if heading is None and (form.heads_log(blocks, at) or _counts_on(heads, blocks[at])):
                heading = _whole(*pairs[at])
            if heading is None or (listing and not self._ends_list(heading, blocks[at].text)):
                continue
            if self._is_listed_below(blocks, at):
                continue
            listing = self._is_next(blocks[at].text)
            if labelled := _LABELLED.match(blocks[at].text):
                heads[labelled["label"]] = int(labelled["count"])
            yield heading

    def _is_listed_below(self, blocks: list[Block], at: int) -> bool:
        """Tells what a lead-in lists from a heading: lettered points, a plain line, cells that follow each other."""
        block, first = blocks[at], at
        if self._is_asked_in_list(blocks, at):
            return True
        while first and is_of_list(blocks[first - 1], block):
            first -= 1
        before = blocks[first - 1] if first else None
        if before is None or before.marker or is_numbered(block.marker):
            return False
        told = self._is_lead_in(before.text) or self._is_told(before.text)
        if is_lettered(block):
            return told and len(block.text.split()) <= MOST_WORDS and ": " not in block.text
        if block.marker or block.kind != "paragraph" or block.emphasis:
            beside = blocks[at + 1 : at + 2] if first == at else blocks[at - 1 : at]
            return told and not block.marker and any(is_of_list(other, block) for other in beside)
        runs_on = before.text.rstrip().endswith(":") and len(before.text.split()) > MOST_PLAIN_WORDS
        return runs_on and first == at and ": " in block.text

    def _is_asked_in_list(self, blocks: list[Block], at: int) -> bool:
        """Tells the numbered questions below `Cllr Ash had three questions:` from numbered items; 1 and 2 are there."""
        count = blocks[at].marker.strip("().")
        first = at - int(count) + 1 if count.isdigit() and len(count) < _MOST_DIGITS else 0
        if first < 1 or not blocks[first - 1].text.rstrip().endswith(":"):
            return False
        run = blocks[first : max(at + 1, first + 2)]
        counted = all(block.marker.strip("().") == str(number) for number, block in enumerate(run, 1))
        words = {word.strip(":,.").casefold() for word in blocks[first - 1].text.split()}
        return counted and len(run) > 1 and bool(words & (self._asking | self._questions))

    def _ends_list(self, heading: Heading, text: str) -> bool:
        return heading.block.kind == "heading" or is_numbered(heading.number) or self._is_next(text)

    def _is_next(self, text: str) -> bool:
        """Tells whether words announce the next meeting."""
        folded = fold(text)
        return any(folded.startswith(form) for form in self._next)

    def _heading(self, span: Span, block: Block, following: Block | None) -> Heading | None:
        if block.kind == "action_column" or not any(char.isalpha() for char in block.text):
            return None
        title, rest = self._split(block)
        number = block.marker.strip("().") if _NUMBER.fullmatch(block.marker.strip("().")) else ""
        if not title or self._is_label(title, number) or not self._is_title(title, block):
            return None
        if self._actions.head(block.text) is not None or self._is_lead_in(block.text):
            return None
        if not number and self._is_whose(block.text):
            return None
        if not self._is_set_off(block, title, rest, number, following):
            return None
        start = span.start_char + block.text.index(title)
        return Heading(start, start + len(title), number, block, bool(rest))

    def _split(self, block: Block) -> tuple[str, str]:
        """Parts a block into the words of a heading and what runs on behind them."""
        ways = (
            *(split_lead, self._split_nothing, split_question, split_capitals, self._split_known, split_run_in),
            self._split_stop,
        )
        for way in ways:
            at = way(block)
            if at is not None:
                title, rest = block.text[:at].strip(_STOPS), block.text[at:].strip(_STOPS)
                # `**Elective care.** Two patients …`: the stop parts the heading from the text.
                return (title[:-1] if rest and title.endswith(".") and self._is_phrase(title[:-1]) else title), rest
        return block.text.strip(_STOPS), ""

    def _split_stop(self, block: Block) -> int | None:
        """Parts `b) Budget and precept. The Clerk presented …` behind the stop, where a phrase stands before it."""
        at = block.text.find(". ") if block.marker and not is_glyph(block.marker) else -1
        return at + 1 if at > 0 and self._is_phrase(block.text[:at]) else None

    def _is_phrase(self, title: str) -> bool:
        """Tells a few words that only name a thing from a short sentence and from a shortened word."""
        words = title.split()
        if not 0 < len(words) <= MOST_PLAIN_WORDS or len(words[-1]) < 3 or words[-1].casefold() in self._shortened:
            return False
        said = any(word in self._reporting for word in words) or self._has_verb(words) or _ACTED.search(title)
        return not said and not self._tells(title) and words[0].casefold() not in self._subjects

    def _split_nothing(self, block: Block) -> int | None:
        """Parts `AOB None` before the words that say that there is nothing."""
        text = block.text.casefold().rstrip(". ")
        ending = next((form for form in self._nothing if text.endswith(form)), None)
        return len(text) - len(ending) + 1 if ending else None

    def _split_known(self, block: Block) -> int | None:
        colon = block.text.find(": ")
        head = block.text[: max(colon, 0)]
        return colon if colon > 0 and (self._is_known(head) or self._is_next(head)) else None

    def _heads_list(self, heading: Heading) -> bool:
        """Tells a numbered `Present` above its list from an item; apologies that are numbered are one."""
        folded = fold(heading.block.text)
        return folded in self._labels and folded not in self._apologies

    def _is_label(self, title: str, number: str) -> bool:
        """Tells a label from a heading: `Minutes: J. Hale` and `2. RESOLVED` are labels, `4. Decisions` is an item."""
        folded = fold(_COUNTED.sub("", title))
        if folded in self._outcomes:
            return not number or any(word.endswith("ed") for word in folded.split())
        return folded in self._no_items or (not number and folded in self._labels)

    def _is_lead_in(self, text: str) -> bool:
        """Tells a lead-in (`The CC responded that:`) from a heading with a colon."""
        words = [word.strip(":,–-") for word in text.split()]
        said = "following" in words or any(word in self._reporting for word in words)
        return said and text.rstrip().endswith((":", ":-", ":–"))

    def _is_whose(self, text: str) -> bool:
        """Tells whether a line says whose question or answer follows: `Cllr Ash's question to the Clerk:`."""
        words = text.rstrip(" :–-").split() if text.rstrip().endswith((":", ":-", ":–")) else []
        whose = (at for at, word in enumerate(words[:-1]) if word.endswith(("'s", "’s", "s'", "s’")))
        return any(self._spoken.intersection(words[at + 1 : at + 3]) for at in whose)

    def _tells(self, title: str) -> bool:
        """Tells whether a plain line says that somebody did something: `The Chair welcomed the new members`."""
        words = title.split()
        verbs = (at for at, word in enumerate(words[1:5], 1) if word in self._reporting)
        behind = next((words[at + 1 : at + 2] for at in verbs), ["by"])
        return bool(_SAYS.match(title)) or (
            words[0].casefold().rstrip(".") in self._subjects and behind not in ([], ["by"])
        )

    def _is_told(self, text: str) -> bool:
        """Tells whether a short line says what somebody with a rank did: `Cllr Ash raised two matters`."""
        words = text.split()[: MOST_WORDS + 1]
        if len(words) > MOST_WORDS or words[0].rstrip(".") not in self._ranks:
            return False
        at = next((at for at, word in enumerate(words) if word[0].islower()), len(words))
        return 1 < at < len(words) - 1 and words[at] in self._reporting and words[at + 1] != "by"

    def _is_known(self, title: str) -> bool:
        return any(fold(title).startswith(standing) for standing in self._standing)

    def _is_title(self, title: str, block: Block) -> bool:
        """Tells whether words can be a title: short, begun like one, and with no finite verb or closing stop."""
        words = title.split()
        shortest = 1 if block.kind == "heading" and title.isupper() else 2
        if not any(len(word) > shortest and word[0].isalpha() for word in words) or len(words) > MOST_WORDS + 6:
            return False
        if not (title[0].isupper() or title[0].isdigit() or title[0] in "'‘“\"("):
            return False
        if is_time(title) or _POINTER.match(title) or _FURNITURE.fullmatch(title) or is_clause(title):
            return False
        if title in self._ranks or self._moved.search(title) or (self._is_told(title) and not block.marker):
            return False
        return self._is_closed(title) and (block.kind == "heading" or not self._has_verb(words[:-1]))

    def _is_closed(self, title: str) -> bool:
        """Tells whether a title ends as one does: with no stop but that of initials or of a company's form."""
        if title[-1] == ".":
            form = title[:-1].rpartition(" ")[2].casefold()
            return form in self._legal_forms or bool(_INITIALS.search(title))
        return title[-1] not in ";,_"

    def _has_verb(self, words: list[str]) -> bool:
        """Tells whether a finite verb stands among words; the one behind `to` is none."""
        pairs = zip(["", *words], words, strict=False)
        return any(word.casefold() in self._finite_verbs and before.casefold() != "to" for before, word in pairs)

    def _is_set_off(self, block: Block, title: str, rest: str, number: str, following: Block | None) -> bool:
        known = self._is_known(title) or self._is_next(title)
        if known or (block.kind == "heading" and (number or not only_capitals(block))):
            return True
        if block.kind == "bullet" and not number:
            return bool(block.emphasis and not rest) or 0 < block.lead < len(block.text)
        if number:
            return len(title.split()) <= MOST_WORDS or bool(block.emphasis)
        if rest:
            run_in = bool(block.lead) or rest.endswith("?") or is_run_in(title, rest)
            # `Jo Ash asked: …` leads in what was asked.
            return run_in and not self._tells(title) and title.rsplit(maxsplit=1)[-1] not in self._asking
        return (bool(block.emphasis) and not only_capitals(block)) or self._stands_alone(block, title, following)

    def _stands_alone(self, block: Block, title: str, following: Block | None) -> bool:
        """Tells a plain short line above running text from one of a list and from a short sentence."""
        if block.text.rstrip().endswith(",") or len(title.split()) > MOST_PLAIN_WORDS or self._tells(title):
            return False
        if (
            is_parted(block)
            or any(sign.search(title) for sign in (_AIDE, _SUM, _COUNT))
            or is_time(title.partition(": ")[2] or title)
        ):
            return False
        return following is not None and is_body(following, block)


def _counts_on(heads: Mapping[str, int], block: Block) -> bool:
    """Tells whether a plain line goes on with the counted headings above it: `Topic 4: Ferries` behind `Topic 3: …`."""
    found = _LABELLED.match(block.text)
    plain = block.kind == "paragraph" and not block.marker and len(block.text.split()) <= MOST_WORDS
    return bool(found and plain and block.text[-1] != "." and heads.get(found["label"]) == int(found["count"]) - 1)


def _whole(span: Span, block: Block) -> Heading:
    """Makes a heading of a whole block without the stops around it."""
    title = block.text.strip(_STOPS)
    start = span.start_char + block.text.index(title)
    return Heading(start, start + len(title), "", block, False)
