"""Tells agendas, in which nobody has asked or promised anything yet, and what a web page asks from minutes."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from graph_loader.annotate.extensions import blocks_of, text_in, text_of
from graph_loader.model.record import Exchange, Statement

_HEAD_BLOCKS, _TITLE_WORDS, _LONGEST_TITLE = 12, 3, 12
_NOTICE = re.compile(
    r"\bnotice\sis\s(?:hereby\s)?given\b|\b(?:are|is)\s(?:hereby\s)?summoned\b|^summons\b", re.IGNORECASE
)
_MINUTES = re.compile(
    r"(?:(?:draft|unconfirmed|approved)\s)?(?:minutes|notes)\b(?!\s(?:and|&|or)\sagenda)", re.IGNORECASE
)
# What only minutes tell: who came, what was said and what was settled.
_HELD = re.compile(
    r"\b(?:RESOLVED|in\sattendance|apologies\s(?:for\sabsence\s)?(?:(?:was|were|had\sbeen)\s)?(?:received|sent|given)"
    r"|(?:was|were)\s(?:unanimously\s)?(?:agreed|resolved|noted|received|approved|proposed|seconded|present)"
    r"|(?:agreed|resolved|noted|reported|said|asked|explained|stated|confirmed|replied)\s(?:that|to|whether|why|how|if)"
    r"|(?:opened|closed|ended|thanked|welcomed|introduced)\s(?:the|everyone|all|at))\b"
    r"|(?i:\bpresent:)"
)
# An `is asked to` of an agenda says what the meeting is to do.
_TO_DO = re.compile(r"\b(?:is|are|be)\s(?:asked|requested|invited|recommended)\s\w+")

_TO_READER = re.compile(
    r"(?:would\syou\slike\sto\s(?:receive|subscribe|sign|get|give|hear|know|tell)|did\syou\sfind"
    r"|do\syou\swant\sto\s(?:receive|subscribe|sign|get))\b",
    re.IGNORECASE,
)
"""What a web page asks whoever reads it, around the minutes that it shows."""


def is_of_page(exchanges: Sequence[Exchange], statements: Sequence[Statement], at: int) -> bool:
    """Tells a question to the reader, before or behind all that is said, from one that is put in the meeting."""
    found = exchanges[at]
    if found.askers or found.addressees or found.responses or not _TO_READER.match(found.quote):
        return False
    starts = [other.start for other in (*exchanges, *statements) if other is not found]
    return not starts or not min(starts) < found.start < max(starts)


def is_agenda(doc: Doc) -> bool:
    """Tells whether a head that says so stands over a text in which nobody is there, says or settles anything."""
    answered = any(exchange.responses or exchange.rule != "speech.printed_question" for exchange in doc._.exchanges)
    if answered or doc._.statements or any(person.attendance != "mentioned" for person in doc._.people):
        return False
    return _is_headed(doc) and not _HELD.search(_TO_DO.sub("", text_of(doc)))


def _is_headed(doc: Doc) -> bool:
    """Tells whether the head names an agenda or gives notice before it names minutes."""
    for span, block in blocks_of(doc)[:_HEAD_BLOCKS]:
        text = text_in(span)
        if _NOTICE.search(text) or _is_title(text):
            return True
        if not block.marker and _MINUTES.match(text):
            return False
    return False


def _is_title(text: str) -> bool:
    words = [word.strip(".,:;()[]|–—-") for word in text.casefold().split()]
    return "agenda" in words[:_TITLE_WORDS] or (len(words) <= _LONGEST_TITLE and words[-1:] == ["agenda"])
