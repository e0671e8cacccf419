"""Turns text with inline markup (HTML tags, entities, Markdown emphasis and links) into visible characters."""

import html
import re
from dataclasses import dataclass, field

from graph_loader.read.piece import Break
from graph_loader.read.run import BOLD, UNDERLINE, Run

# Every quantifier is bounded or runs over one class of characters, so that hostile text costs linear time.
_TOKEN = re.compile(
    r"""
      (?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]{0,11})(?:\s[^<>]{0,400})?/?>)
    | (?P<comment><!--[^<>]{0,400}-->)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
    | (?P<image>!\[[^\[\]\n]{0,200}\]\([^()\n]{0,400}\))
    | (?P<link>\[(?P<label>[^\[\]\n]{1,200})\]\([^()\n]{0,400}\))
    | (?P<raised>\$?\^\{(?P<raise>\w{1,4})\}\$?)
    | (?P<escape>\\(?=[*_\#\[\].()!-]))
    | (?P<strong>\*\*+)
    | (?P<slant>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\W_])|(?<=[^\W_])_(?!\w))
    | (?P<space>[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)
    | (?P<unseen>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+)
    | (?P<plain>[A-Za-z0-9,.;:?'"/@%=+-]+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SPACED = re.compile(r"\s+|\S+")
_STRONG = re.compile(r"\*\*+")
_BULLET_GLYPHS = re.compile("[•▪▫■□●○◦‣⁃➢➤►▶✓✔\uf000-\uf0ff]")
_BLOCK_TAG = re.compile(
    "p|div|li|ul|ol|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|hr|blockquote|section|article|header|footer|pre|h[1-6]"
)
_BOLD_TAG = re.compile("b|strong")
_UNDERLINE_TAG = re.compile("u|ins")
_BARE_TAG = re.compile(
    "i|em|sup|sub|span|a|font|small|big|s|del|strike|code|tt|abbr|cite|q|mark|center|label|body|html"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_OPENING = frozenset("“‘([{<«£€$#")


@dataclass(frozen=True, slots=True)
class Scrap:
    """Is the visible characters between two breaks, enclosed by `start` and `end`; `after` says what comes before."""

    run: Run
    start: int
    end: int
    after: Break
    level: int
    depth: int


def scan(text: str, start: int, end: int) -> list[Scrap]:
    """Reads `text[start:end]` as one cell or line and gives its scraps; those without visible characters are left out.

    White space folds to one space, zero-width and control characters go, a tag that HTML does not know stays text.
    """
    scanner = _Scanner(text, start, strong_left=len(_STRONG.findall(text, start, end)) // 2 * 2)
    for token in _TOKEN.finditer(text, start, end):
        scanner.feed(token)
    scanner.flush(end, "line")
    return scanner.scraps


@dataclass(slots=True)
class _Scanner:
    source: str
    begin: int
    strong_left: int = 0
    scraps: list[Scrap] = field(default_factory=list)
    after: Break = "line"
    level: int = 0
    depth: int = 0
    item: bool = False
    bold: int = 0
    underline: int = 0
    text: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    styles: bytearray = field(default_factory=bytearray)

    def feed(self, token: re.Match[str]) -> None:
        """Takes in one token."""
        match token.lastgroup:
            case "tag":
                self._tag(token)
            case "entity":
                self._entity(token)
            case "link":
                self._words(token["label"], token.start("label"))
            case "raised":
                self._words(token["raise"], token.start("raise"))
            case "strong":
                self._strong()
            case "space":
                self._space(token.start())
            case "plain":
                self._words(token.group(), token.start())
            case "other":
                self._other(token.group(), token.start())

    def flush(self, place: int, after: Break) -> None:
        """Ends the scrap in hand at `place` and says what comes before the next one."""
        while self.text and self.text[-1] == " ":
            self.text.pop()
            self.offsets.pop()
            self.styles.pop()
        if self.text:
            run = Run("".join(self.text), tuple(self.offsets), bytes(self.styles))
            depth = max(self.depth, 1) if self.item else 0
            self.scraps.append(Scrap(run, self.begin, place, self.after, self.level, depth))
            self.text, self.offsets, self.styles = [], [], bytearray()
            self.after = after
        elif after == "block" or self.after != "block":
            # Two line breaks in a row part paragraphs.
            self.after = "block" if self.scraps else after
        self.begin = place

    def _tag(self, token: re.Match[str]) -> None:
        name, closing = token["name"].lower(), token.group().startswith("</")
        step = -1 if closing else 1
        if _BOLD_TAG.fullmatch(name):
            self.bold = max(0, self.bold + step)
        elif _UNDERLINE_TAG.fullmatch(name):
            self.underline = max(0, self.underline + step)
        elif name == "br":
            self.flush(token.start(), "line")
        elif _BLOCK_TAG.fullmatch(name):
            self.flush(token.end() if closing else token.start(), "block")
            self._block(name, closing, step)
        elif not _BARE_TAG.fullmatch(name):
            for part in _SPACED.finditer(token.group()):
                place = token.start() + part.start()
                if part.group().isspace():
                    self._space(place)
                else:
                    self._words(part.group(), place)

    def _block(self, name: str, closing: bool, step: int) -> None:
        if name in _HEADINGS:
            self.level = 0 if closing else _HEADINGS[name]
        elif name in ("ul", "ol"):
            self.depth = max(0, self.depth + step)
        elif name == "li":
            self.item = not closing

    def _entity(self, token: re.Match[str]) -> None:
        plain = html.unescape(token.group())
        if plain.isspace():
            self._space(token.start())
        elif plain == token.group() or not plain.isprintable():
            self._words(token.group(), token.start())
        else:
            # A quotation from an opening sign on takes in the whole entity, and so does one up to a closing sign.
            place = token.start() if plain in _OPENING else token.end() - len(plain)
            self._words(plain, place)

    def _strong(self) -> None:
        # A last one without a partner is a slip of the pen and sets nothing off.
        if self.strong_left:
            self.bold = 0 if self.bold else 1
            self.strong_left -= 1

    def _space(self, place: int) -> None:
        if self.text and self.text[-1] != " ":
            self._words(" ", place)

    def _other(self, char: str, place: int) -> None:
        if _BULLET_GLYPHS.match(char) and (not self.text or self.text[-1] == " "):
            self.flush(place, "block")
        self._words(char, place)

    def _words(self, words: str, place: int) -> None:
        self.text.extend(words)
        self.offsets.extend(range(place, place + len(words)))
        self.styles.extend(bytes([(BOLD if self.bold else 0) | (UNDERLINE if self.underline else 0)]) * len(words))
