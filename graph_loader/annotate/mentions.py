"""Finds names of people in running text: behind a rank or title, by a given name, or as the name of a case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_loader.annotate.abbreviations import SURELY_INITIALS, are_initials
from graph_loader.annotate.date_parsing import MONTH
from graph_loader.annotate.person_names import COLLAR, LONGEST_LEAD, NameReader, initials_of, matches_initials
from graph_loader.annotate.profile import Profile, given_names, word_like_given_names
from graph_loader.model.ids import fold

_TOKEN = r"[^\W\d_a-z](?:[^\W\d_]*[’'-])?[^\W\d_]*"
_INITIAL = r"(?:[A-Z]\.?\s?){1,2}(?=[A-Z])"
_PARTICLE = r"(?:(?:van|von|de|der|den|di|le|la|Ó|Ní|Mac|bin|al)\s){1,3}"
_NAME = re.compile(
    rf"(?:{_INITIAL})?(?:{_PARTICLE})?{_TOKEN}(?:\s[A-Z]\.(?=\s[A-Z]))?(?:\s(?:{_PARTICLE})?{_TOKEN}){{0,2}}"
)
# Ahead of where it matches, so that `Director Jo` does not take the `Jo` away from `Jo Hale`.
_PAIR = re.compile(rf"(?<![\w’'.-])(?=(?P<name>(?P<given>{_TOKEN})\s(?:[A-Z]\.\s)?(?:{_PARTICLE})?{_TOKEN})(?![\w-]))")
_POSSESSIVE = re.compile(r"[’']s\b")
_ACTS = re.compile(r"\s(?:said|asked|was|is|has|had)\b")
_DATE = re.compile(rf"{MONTH}\s\d")
_LABEL = re.compile(r"(?m)^(?P<names>[^\W\d_a-z][^\n:.;]{1,80}):\s*(?:\n|$)")
_TELLS = re.compile(r"\s(?:then\s|also\s)?(?:said|says|gave|told|[a-z]{2,}ed)\b")
_INITIALS = r"\s\((?P<code>[A-Z][A-Za-z]{1,3})\)"
_DEFINED = re.compile(
    rf"(?<![\w’'.-])(?=(?P<name>{_TOKEN}(?: [A-Z]\.)?(?: (?:{_PARTICLE})?{_TOKEN}){{1,2}}){_INITIALS})"
)
_GIVEN = re.compile(r"\s\((?:[A-Z]\.?\s?){1,4}\)")
_CODE = re.compile(_INITIALS)
_APPOSITION = re.compile(rf",\s(?P<role>[^,.;()\n]{{3,70}}?)(?:{_INITIALS}(?=[,.;\s]|$)|(?=[,.;)]|$))")
_JOINS = re.compile(
    r"(?:,\s[^,.;:()\n]{3,70})?,?\s(?:(?:also|then|now|both)\s)?(?:"
    r"(?:joined|entered|left)\s(?:the\s(?:meeting|call|room|session|discussion)\b|for\s(?:this|item|minute|agenda)\b"
    r"|at\s\d|(?:via|by)\s(?:Teams|Zoom|phone|telephone|video))"
    r"|attended\s(?:the\smeeting\b|for\s(?:this|the|item|minute|agenda)\b)|(?:was|were)\s(?:also\s)?in\sattendance\b)",
    re.IGNORECASE,
)
_APPOINTED = re.compile(
    r"\s(?:(?:has|have|had)\sbeen|was|is)\sappointed\s(?:as\s|to\sbe\s)?(?:the\s|an?\s)?"
    r"(?P<role>[A-Z][^,.;()\n]{2,60}?)(?=\s(?:and|from|with|to|in|on|for)\s[a-z\d]|[,.;)]|$)"
)
# A post in capitals in front of a name: `Planning Director Jo Hale`, `the Data Consultants (Jo Hale)`.
_POST_BEFORE = re.compile(r"(?P<role>(?:[A-Z][\w&’'-]* (?:(?:of|for|and|&) )?){1,5})(?P<bracket>\()?$")
_BEFORE_REACH = 80
_FORM = re.compile(r"(?m)^(?P<role>[A-Z][A-Za-z -]{3,40}):\s(?P<name>[^\n:;,]{4,60})$")
_SPEAKS = re.compile(
    r"\s(?:[a-z]+ed|said|says|is|was|has|had|will|would|and|who|then|also|gave|spoke|from|to)\b|[,.;:)]|[’']s\b|$"
)

_THANKED = re.compile(
    rf"\b(?:thanked|congratulated|welcomed|thanks to|tribute to)\s(?P<name>{_TOKEN}\s{_TOKEN})"
    r"\s(?:for|on|upon|to)\s(?:all\s)?(?:his|her)\b"
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """Is one name in running text: characters of the `Doc` with titles in front, and those of the bare name."""

    name: str
    start: int
    end: int
    name_start: int
    titles: tuple[str, ...] = ()
    role: str | None = None
    printed: str = ""
    rule: str = "titled_name"
    codes: tuple[str, ...] = ()
    """Initials in brackets behind the name or its post."""
    initials: str = ""
    """Initials in brackets behind a surname, with the brackets, that may tell whose it is: ` (R. G.)`."""
    joins: bool = False
    """Tells whether the words behind say that somebody came to the meeting, or left it."""


@dataclass(frozen=True, slots=True)
class _Behind:
    """Is what the words behind a name say of its bearer."""

    role: str | None
    codes: tuple[str, ...]
    joins: bool


class MentionFinder:
    """Finds names with the ranks and head nouns of one profile."""

    def __init__(self, profile: Profile, names: NameReader) -> None:
        self._names = names
        forms = sorted({*names.leading_titles, *profile.roles.honorifics}, key=len, reverse=True)
        acting = "|".join(re.escape(word) for word in profile.roles.acting)
        self._title = re.compile(
            rf"(?<![\w/’'-])(?:(?:{acting}) ?)?(?:{'|'.join(map(re.escape, forms))})(?:\.|\b) "
            rf"(?:{COLLAR})?(?=[^\W\d_a-z])"
        )
        nouns = "|".join(map(re.escape, profile.roles.case_nouns))
        self._case = re.compile(rf"\bthe\s(?P<name>{_TOKEN}\s{_TOKEN})(?:[’']s)?\s(?:{nouns})\b")
        self._duties = {word.casefold() for word in profile.roles.duties}
        self._place_words = {word.casefold() for word in profile.roles.place_words}
        self._asides = frozenset(profile.roles.asides)
        self._ranks = {fold(form) for rank, short in profile.roles.ranks.items() for form in (rank, *short)}

    def find(self, text: str, surnames: frozenset[str]) -> list[NameMention]:
        """Gives the names in a text in order, none overlapping; `surnames` are those of people known already."""
        common = frozenset(re.findall(r"(?<![\w’'])[a-z]{3,}", text))
        found = [*self._speakers(text), *self._titled(text, surnames, common), *self._cases(text, common)]
        found += [*self._given(text, common), *self._defined(text), *self._forms(text), *self._thanked(text)]
        kept: list[NameMention] = []
        for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept

    def _titled(self, text: str, surnames: frozenset[str], common: frozenset[str]) -> Iterator[NameMention]:
        end = 0
        for match in self._title.finditer(text):
            if match.start() < end:
                continue
            start, titles, _, honorific = self._names.leading(text[match.start() : match.start() + LONGEST_LEAD])
            start += match.start()
            name = self._bare(text, start)
            if name is None or _DATE.match(text, start):
                continue
            printed = text[match.start() : start].strip()
            initials = are_initials(name, SURELY_INITIALS) and printed.endswith((".", "s"))
            if initials or (printed.endswith("s.") and len(printed) > 3 and printed[:-2].isupper()):
                # `… with the PCSOs. DH said …`: a name begins the next sentence, and no rank goes with it.
                continue
            end = start + len(name)
            # Capitals may be anything but a rank, unless somebody speaks: `PC Moss said`, but `a PC World voucher`.
            rank = printed.title() if _TELLS.match(text, end) else printed
            if not self._is_sure(name, rank, honorific, surnames, common):
                continue
            lettered, more = self._names.behind_letters(text, end)
            told, titles = self._behind(text, name, lettered), (*titles, *(each for each in more if each not in titles))
            printed = text[match.start() : end]
            given = _GIVEN.match(text, end) if " " not in name else None
            mention = NameMention(
                name, match.start(), end, start, titles, told.role, printed, codes=told.codes, joins=told.joins
            )
            yield replace(mention, initials=given.group() if given else "")

    def _bare(self, text: str, start: int) -> str | None:
        """Gives the longest name that begins at a place, shortened word by word until no word is of another kind."""
        match = _NAME.match(text, start)
        if match is None:
            return None
        # No name goes on in the next block; what stands behind a possessive is what the person has.
        printed = match.group().split("\n", maxsplit=1)[0]
        whole = self._names.without_letters(_POSSESSIVE.split(printed, maxsplit=1)[0].rstrip("’'-").split(" "))
        words = [*whole]
        while words and not self._names.is_name(" ".join(words), 1):
            words.pop()
        # A name cut short by a word of another kind was none: `Chief Constable Steering Board`.
        return " ".join(words) if words and len(words) == len(whole) else None

    def _is_sure(
        self, name: str, printed: str, honorific: bool, surnames: frozenset[str], common: frozenset[str]
    ) -> bool:
        words = name.split()
        if fold(words[-1]) in surnames or honorific:
            return True
        if any(word.casefold() in common for word in words):
            return False
        ranked = fold(printed) in self._ranks
        if len(words) == 1:
            return ranked and not printed.replace("/", "").isupper()
        return ranked or words[0].casefold() in given_names() or len(words[0].rstrip(".")) == 1

    def _cases(self, text: str, common: frozenset[str]) -> Iterator[NameMention]:
        for match in self._case.finditer(text):
            words = match["name"].split()
            known = words[0].casefold() in given_names()
            strange = any(
                word.casefold() in common or word.casefold() in self._place_words or word.isupper() for word in words
            )
            if self._names.is_name(match["name"]) and (known or not strange):
                start, end = match.span("name")
                yield NameMention(match["name"], start, end, start, printed=match["name"], rule="case_name")

    def _speakers(self, text: str) -> Iterator[NameMention]:
        """Yields names printed before what they say, as in a scribe's log, whose initials are so printed as well."""
        labels = {label.strip() for match in _LABEL.finditer(text) for label in match["names"].split(",")}
        for match in _LABEL.finditer(text):
            for part in re.finditer(r"[^,]+", match["names"]):
                name = part.group().strip()
                sure = (
                    name.split()[0].casefold() in given_names() - word_like_given_names() or initials_of(name) in labels
                )
                if sure and self._names.is_prose_name(name):
                    start = match.start("names") + part.start() + part.group().index(name)
                    yield NameMention(name, start, start + len(name), start, printed=name, rule="speaker_label")

    def _given(self, text: str, common: frozenset[str]) -> Iterator[NameMention]:
        """Yields a common given name with a surname behind it, where neither is part of a longer name."""
        for match in _PAIR.finditer(text):
            given, name = match["given"].casefold(), match["name"].rstrip("’'-")
            surname = name.split()[-1]
            if given not in given_names() or surname.isupper() or surname.casefold() in common:
                continue
            if given in word_like_given_names() and not _ACTS.match(text, match.end("name")):
                continue
            if not self._names.is_prose_name(name) or not _SPEAKS.match(text, match.start() + len(name)):
                continue
            before = self._role_before(text, match.start())
            if not before and re.search(r"[A-Z][\w’'&-]* $", text[max(0, match.start() - 20) : match.start()]):
                continue
            yield self._plain(text, name, match.start(), before)

    def _defined(self, text: str) -> Iterator[NameMention]:
        """Yields a name with its initials in brackets, by a given name or where somebody comes to the meeting."""
        around = (
            match
            for code in _CODE.finditer(text)
            for match in _DEFINED.finditer(text, max(0, code.start() - _BEFORE_REACH), code.end())
            if match.end("code") == code.end("code")
        )
        for match in around:
            name = match["name"]
            if not matches_initials(match["code"], name) or not self._names.is_prose_name(name):
                continue
            mention = self._plain(text, name, match.start(), self._role_before(text, match.start()))
            if mention.joins or name.split()[0].casefold() in given_names() - word_like_given_names():
                yield mention

    def _plain(self, text: str, name: str, start: int, before: str | None) -> NameMention:
        """Makes the mention of a name with no title, whose post may stand behind it or before."""
        end = start + len(name)
        told = self._behind(text, name, end)
        return NameMention(
            name, start, end, start, (), told.role or before, name, "given_name", codes=told.codes, joins=told.joins
        )

    def _thanked(self, text: str) -> Iterator[NameMention]:
        """Yields whom `thanked Jo Hale for her years in post` shows to be a person."""
        for match in _THANKED.finditer(text):
            name = match["name"]
            if self._names.is_prose_name(name):
                start, end = match.span("name")
                yield NameMention(name, start, end, start, printed=name, rule="thanked_name")

    def _forms(self, text: str) -> Iterator[NameMention]:
        """Yields the people of a form, each on a line behind a post: `Attorney: Jo Hale`."""
        for match in _FORM.finditer(text):
            name = self._names.read(match["name"].strip())
            if name is not None and self._names.is_role(match["role"]) and len(name.name.split()) > 1:
                start, end = match.start("name") + name.start, match.start("name") + name.end
                role = match["role"] if match["role"].split()[-1].casefold() not in self._duties else None
                yield NameMention(name.name, start, end, start, role=role, printed=name.name, rule="form_line")

    def _role_before(self, text: str, start: int) -> str | None:
        """Gives the post in capitals that stands right before a name, or before a name in brackets."""
        match = _POST_BEFORE.search(text[max(0, start - _BEFORE_REACH) : start])
        if match is None:
            return None
        words = match["role"].split()
        while words and words[0] in {"The", "A", "An", "Our", "Its"}:
            words.pop(0)
        role = " ".join(words).removesuffix("s") if match["bracket"] else " ".join(words)
        return role if len(words) > 1 and self._names.ends_role(role) else None

    def _is_rank_of_next(self, role: re.Match[str], text: str) -> bool:
        """Tells whether a post is the short rank of whoever is named behind it: `to Mr Ash, Chief Supt. Birch said`."""
        start = role.start("role")
        name, titles, _, _ = self._names.leading(text[start : start + LONGEST_LEAD])
        return bool(titles) and start + name > role.end("role") and text[start + name : start + name + 1].isalpha()

    def _behind(self, text: str, name: str, end: int) -> _Behind:
        """Reads initials, a post, or both behind a name, and whether its bearer comes or goes."""
        bracket = _CODE.match(text, end)
        codes = {bracket["code"]: bracket.end()} if bracket and matches_initials(bracket["code"], name) else {}
        end = max(codes.values(), default=end)
        match = self._role_behind(text, end)
        if match is not None:
            end = match.end()
            code = match.groupdict().get("code")
            codes |= {code: end} if code and matches_initials(code, name) else {}
        return _Behind(match["role"].strip() if match else None, tuple(codes), _JOINS.match(text, end) is not None)

    def _role_behind(self, text: str, end: int) -> re.Match[str] | None:
        match = _APPOSITION.match(text, end)
        if match is None or re.search(r"\b(?:and|said|whom?|which|by)\b", match["role"]):
            match = _APPOINTED.match(text, end)
        if match and (match["role"].split()[0] in self._asides or self._is_rank_of_next(match, text)):
            return None
        return match if match and self._names.is_role(match["role"]) else None
