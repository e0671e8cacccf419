"""Reads the title of minutes: the series of meetings, the one meeting of it, and the subject if it had one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph_loader.annotate.date_parsing import MONTH, WEEKDAY, YEAR, find_days
from graph_loader.annotate.fields import Line
from graph_loader.annotate.profile_structure import Minutes

_MONTH_YEAR = re.compile(rf"\b{MONTH}(?:[\s,]+{YEAR})")
_WEEKDAY = re.compile(rf"\b{WEEKDAY}")
_YEAR_ALONE = re.compile(r"(?:^|\s)(?:19|20)\d{2}(?=$|\s)")
_NUMBER = re.compile(r"(?:^|\s)(?:(?:no\.?|number|#)\s?)?\d{1,3}$", re.IGNORECASE)
_HELD = re.compile(r",?\s*\b(?:held|was held|to be held|at \d|on (?=\w+day))\b.*$", re.IGNORECASE | re.DOTALL)
_DASH = re.compile(r"\s*[–—]\s*|\s+-+\s+|\s*[:|]\s+")
_SMALL = frozenset(["of", "the", "and", "for", "in", "at", "to", "on", "by", "with", "from", "a", "an"])
_TRIM = " ,;:.–—-|*()%#"


@dataclass(frozen=True, slots=True)
class Title:
    """Is what the title says; `line` is where it stands."""

    series: str
    title: str
    line: Line
    theme: str | None = None
    theme_line: Line | None = None


class TitleReader:
    """Knows the words of titles of one profile."""

    def __init__(self, minutes: Minutes, posts: Iterable[str] = ()) -> None:
        self._posts = tuple(post.casefold() for post in posts)
        words = "|".join(re.escape(words) for words in sorted(minutes.title_words, key=len, reverse=True))
        self._frame = re.compile(rf"^(?:{words})(?!\w)|(?<!\w)(?:{words})$", re.IGNORECASE)
        self._words = {word.casefold() for word in minutes.meeting_words}
        self._kinds = {word.casefold() for word in minutes.meeting_kinds}
        self._hosts = {word.casefold() for word in minutes.meeting_hosts}
        labels = "|".join(re.escape(label) for label in sorted(minutes.theme_labels, key=len, reverse=True))
        self._theme = re.compile(rf"\b(?:{labels})\b[^:–—-]*(?:[:–—]|\s-\s)\s*(?P<theme>\S.*)$", re.IGNORECASE)

    def read(self, lines: Iterable[Line]) -> Title | None:
        """Reads the title out of the lines at the head of the minutes, the first of them that names a meeting."""
        lines = list(lines)
        title = self._named(lines)
        themed = ((line, theme) for line in lines if (theme := self._theme_of(line.text)) and theme in line.text)
        line, theme = next(themed, (None, None))
        return title and replace(title, theme=theme, theme_line=line)

    def _named(self, lines: Iterable[Line]) -> Title | None:
        found: list[Title] = []
        for line in lines:
            series = self._series(line.text)
            title = self._without_frame(_without_dates(line.text, months=False))
            if not series or not self._names_meeting(series) or not _is_headline(series):
                continue
            here = Title(calm(_closed(series)), calm(_closed(title)), line)
            if not found and not self._is_kind(series):
                found.append(here)
                continue
            # A second line may say what kind of meeting the body above it held, or which of its committees met.
            if self._is_kind(series):
                return self._together(found, here)
            return here if self._is_hosted(found[0].series, series) else found[0]
        return found[0] if found else None

    def _series(self, text: str) -> str:
        series = self._without_frame(_without_dates(text, months=True))
        # `Harbour Board - Meeting 3` is the third meeting of the series `Harbour Board`.
        body, _, kind = series.rpartition(" - ")
        return body if body and kind.casefold() in self._kinds else series

    def _without_frame(self, text: str) -> str:
        """Takes away what is said of the minutes, not of the meeting: `MINUTES OF …`, `… – Meeting Notes`."""
        segments = [segment.strip(_TRIM) for segment in _DASH.split(text)]
        kept = [bare for segment in segments if (bare := self._unframed(segment)) and len(bare) > 1]
        names = [segment for segment in kept if self._names_meeting(segment)]
        if names and names[0] != kept[0] and len(names[0].split()) < 3:
            names.insert(0, kept[0])
        months = [segment for segment in kept if _MONTH_YEAR.fullmatch(segment)]
        return " ".join([" - ".join(names or kept[:1]), *months])

    def _unframed(self, segment: str) -> str:
        bare = _HELD.sub("", segment).strip(_TRIM)
        while (shorter := self._frame.sub("", bare).strip(_TRIM)) != bare:
            bare = shorter
        return re.sub(r"\s+", " ", bare)

    def _theme_of(self, text: str) -> str | None:
        """Gives the subject in a title: behind `Thematic …:`, or between the month and `– Meeting Notes`."""
        if match := self._theme.search(self._unframed(text)):
            return match["theme"].strip(_TRIM)
        segments = [segment.strip(_TRIM) for segment in _DASH.split(text)]
        middle = [
            segment for segment in segments[1:-1] if segment and _without_dates(segment, months=True).strip(_TRIM)
        ]
        framed = len(segments) > 2 and not self._unframed(segments[-1])
        subjects = [segment for segment in middle if not self._names_meeting(segment) and not segment.isdigit()]
        return subjects[0] if framed and len(subjects) == 1 else None

    def _is_hosted(self, host: str, series: str) -> bool:
        """Tells whether the committee of a second line meets under the body of the first: its council, its trust.

        A board may have committees, and no committee has a board. Who leads the body is none: its Chief Executive.
        """
        if series.casefold().endswith(self._posts):
            return False
        last, *_ = reversed(host.casefold().split())
        meets = next((word for word in reversed(series.casefold().split()) if word not in self._kinds), "")
        if last == "board" and meets.endswith("committee"):
            return True
        return last in self._hosts and meets in self._words - self._hosts - self._kinds

    def _together(self, found: list[Title], kind: Title) -> Title:
        if not found:
            return kind
        first = found[0]
        if first.series.casefold().split()[-1] in self._kinds:
            return first
        return Title(f"{first.series} {kind.series}", f"{first.title} {kind.title}", first.line)

    def _names_meeting(self, text: str) -> bool:
        words = [word.casefold().strip(_TRIM) for word in text.split()]
        return any(word in self._words or word.removesuffix("s") in self._words for word in words)

    def _is_kind(self, series: str) -> bool:
        """Tells whether words name only a kind of meeting (`General Meeting`), not a body or a series."""
        words = series.casefold().split()
        bodies = self._words - self._kinds
        return 2 <= len(words) <= 3 and words[-1] in self._kinds and not bodies & set(words)


def _closed(text: str) -> str:
    """Closes the bracket at the end of a title, which the marks around it were cut away with."""
    return f"{text})" if text.count("(") > text.count(")") else text


def _is_headline(text: str) -> bool:
    """Tells whether words are printed as a title is: few, and a third of the longer ones at least with a capital."""
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(text.split()) <= 14 and sum(word[0].isupper() for word in longer) * 3 >= len(longer)


def _without_dates(text: str, months: bool) -> str:
    """Takes away printed days, and months with their years when `months` is set."""
    for day in reversed(list(find_days(text))):
        if day.year or day.weekday is not None:
            text = text[: day.start] + " " + text[day.end :]
    if months:
        text = _YEAR_ALONE.sub(" ", _MONTH_YEAR.sub(" ", text))
        text = _NUMBER.sub("", text.strip(_TRIM))
    bare = re.sub(r"\(\s*\)", " ", _WEEKDAY.sub(" ", text)).strip(_TRIM)
    return re.sub(r"\s(?:of|on|for|held|dated)$", "", bare, flags=re.IGNORECASE)


def calm(text: str) -> str:
    """Writes a title in capitals as one would in a list: each word with a capital but the small ones."""
    if not text.isupper():
        return text
    words = text.split()
    return " ".join(_calm_word(word, at) for at, word in enumerate(words))


def _calm_word(word: str, at: int) -> str:
    lower = word.lower()
    return lower if at and lower in _SMALL else lower[:1].upper() + lower[1:]
