"""Tells names of people from roles and organisations, and parts a name from the ranks and titles around it."""

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

from graph_loader.annotate.alternatives import alternatives
from graph_loader.annotate.profile import Profile, given_names, load_profile, word_like_given_names
from graph_loader.model.ids import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]{1,2}")
_BEFORE_FIELD = re.compile(r"\s(?:of|for|to|with)\s|\s[(–-]")
_PRESENT = re.compile(r"\s(?:present|in attendance|attending)$", re.IGNORECASE)
COLLAR = r"\d{2,5}\s"
"""The number of an officer, behind the rank: PC 4411 Jo Hale."""
_IN_PLACE = ("for ", "on behalf of ", "in place of ", "substituting ", "substitute for ")
"""What says whom somebody stands in for is no post."""
_LONGEST = 5
_MOST_CHARACTERS = 400
"""How long a name may be with all its titles, letters and its post; what is longer is not looked at."""
LONGEST_LEAD = 120
"""In how many characters all ranks and titles before a name are looked for."""
_TEMPORARY = re.compile(r"(?<!\w)[TA]/(?=[A-Z][a-z])")
_ACTING = {"T/": "Temporary", "(T)": "Temporary", "Temp": "Temporary", "A/": "Acting", "(A)": "Acting"}

_REMEMBERED = 4_096
"""How many texts a reader remembers having read."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """Is one name found in a text: offsets of the bare name there, the titles in front of it spelled out, in order."""

    name: str
    start: int
    end: int
    titles: tuple[str, ...] = ()
    acting: bool = False
    honorific: bool = False


class NameReader:
    """Reads names with the ranks, posts and head nouns of one profile."""

    def __init__(self, profile: Profile) -> None:
        roles, names = profile.roles, profile.names
        # Each line of a list is read several times, and the same people come again in the next minutes.
        self._with_role = lru_cache(_REMEMBERED)(self._read_with_role)
        self._role = lru_cache(_REMEMBERED)(self._names_role)
        self._heads = {word.casefold() for word in roles.heads}
        self._last_heads = {word.casefold() for word in roles.last_heads}
        self._any_heads = self._heads | self._last_heads
        self._told_of = set(roles.told_of)
        self._alone = {word.casefold() for word in roles.alone}
        self.chairs = list(roles.chairs)
        self._substitutes = {word.casefold() for word in roles.substitutes}
        self._particles = frozenset(word.casefold() for word in roles.particles)
        self._role_words = self._heads | {word.casefold() for word in roles.modifiers}
        self._fields = {word.casefold() for word in roles.fields}
        self._capacities = {fold(form) for form in roles.capacities}
        self._in_fields = (self._fields | self._role_words | {"and", "&"}) - self._heads
        bodies = [*names.board_heads, *names.organisation_heads, *names.team_heads, *names.place_followers]
        self._body_heads = {word.casefold() for word in bodies} - self._heads
        self._not_names = self._heads | self._body_heads | {word.casefold() for word in names.openers}
        self._not_names |= {word.casefold() for word in (*names.programme_heads, *names.programme_prefixes)}
        self._not_names |= {word.casefold() for word in roles.never_names}
        self._never_alone = {word.casefold() for word in roles.never_surnames}
        self._organisations = {
            fold(form) for name, short in profile.organisations.known.items() for form in (name, *short)
        }
        self._leading_heads = {word.casefold() for word in names.leading_heads}
        self._starts = tuple(start.casefold() + " " for start in (*roles.starts, *roles.titles, *roles.ranks))
        self.posts = {form for title, short in roles.titles.items() for form in (title, *short)}
        self.spelled = {
            form: title for title, short in (roles.ranks | roles.titles).items() for form in (title, *short)
        }
        self._ranks = {form: title for title, short in roles.ranks.items() for form in (title, *short)}
        self.leading_titles = self.spelled.keys() - set(roles.post_nominals)
        self._acting = {word.casefold() for word in roles.acting}
        self._compound = re.compile(alternatives(form for form in self.spelled if "," in form or " and " in form))
        plurals = (form for form in self.spelled if form.endswith("s"))
        self._plural = re.compile(rf"(?<![\w-])(?:{alternatives(plurals)})(?![\w-])")
        self._prefix = re.compile(self._prefix_pattern(profile))
        self._bracketed_title = re.compile(rf"\((?P<title>{alternatives(roles.honorifics)}\.?)\)(?=\s)")
        self._letters = {letters: self.spelled[letters] for letters in roles.post_nominals if letters in self.spelled}
        self._letters |= roles.letters
        nominals = alternatives([*roles.post_nominals, *roles.letters])
        self._post_nominal = re.compile(rf",?\s(?P<letters>{nominals})\.?(?=$|[\s,;])")
        self._nominals = {*roles.post_nominals, *roles.letters}
        shortened = (form for form in self.spelled if form.isupper() or "/" in form)
        self._abbreviation = re.compile(rf"(?<![\w/])(?P<acting>[TA]/)?(?P<form>{alternatives(shortened)})(?!\w)")

    def _prefix_pattern(self, profile: Profile) -> str:
        honorifics = alternatives(profile.roles.honorifics)
        acting = alternatives(profile.roles.acting)
        # Only a shortened title bears a full stop: that behind a whole word ends a sentence.
        whole = {*profile.roles.ranks, *profile.roles.titles}
        short = alternatives(
            form
            for form in self.leading_titles - whole
            if "/" in form or (len(form.split()[-1]) < 6 and form.split()[-1].casefold() not in self._heads)
        )
        titles = alternatives(self.leading_titles)
        title = rf"(?P<short>{short})\b\.?|(?P<title>{titles})\b"
        return rf"(?:(?P<acting>{acting})\s?|(?:{title}),?\s+(?:{COLLAR})?|(?P<honorific>{honorifics})\b\.?\s+)"

    def read(self, text: str) -> PersonName | None:
        """Reads a text that is a name and nothing else but ranks, titles and letters behind it."""
        if len(text) > _MOST_CHARACTERS:
            return None
        start, titles, acting, honorific = self.leading(text)
        nominals = [*self._post_nominal.finditer(text, start)]
        end = nominals[0].start() if nominals else len(text)
        bare = text[start:end].rstrip(" ,.;:*")
        least = 1 if titles or honorific else 2
        if not self.is_name(bare, least):
            return None
        titles += tuple(self._letters[found["letters"]] for found in nominals if found["letters"] in self._letters)
        return PersonName(_unshout(bare), start, start + len(bare), titles, acting, honorific)

    def read_with_role(self, text: str) -> tuple[PersonName, str] | None:
        """Reads a name with a post right behind or before it: `Jo Hale Policy Officer`, `Finance Director Jo Hale`."""
        return self._with_role(text)

    def _read_with_role(self, text: str) -> tuple[PersonName, str] | None:
        if len(text) > _MOST_CHARACTERS:
            return None
        words = list(re.finditer(r"\S+", text))
        start, *_ = self.leading(text)
        first = next((at for at, word in enumerate(words) if word.start() >= start), len(words))
        begins = words[first].group().casefold() if first < len(words) else ""
        certain = self.is_certain(text)
        for known in (True, False) if certain else (True,) if begins not in self._role_words else ():
            for count in range(2, min(_LONGEST, len(words) - first)):
                cut = words[first + count].start()
                role = text[cut:].strip()
                name = self.read(text[:cut].rstrip()) if self.is_role(role) else None
                # `Tree Cover Officer` is a post, unless the words in front are known to be somebody's name.
                if name and (certain or " " in role) and (not known or self._begins_role(role)):
                    return name, role
        for at in range(len(words) - 2, 0, -1):
            role, cut = text[: words[at].start()].rstrip(" ,"), words[at].start()
            name = self.read(text[cut:]) if self.ends_role(role) else None
            if name:
                return PersonName(name.name, cut + name.start, cut + name.end, name.titles, name.acting), role
        return None

    def read_behind_field(self, text: str, code: str) -> tuple[PersonName, str] | None:
        """Reads `Head of Roads Jo Hale`, whose post ends in no head noun: a given name ends it, or its short form."""
        words = list(re.finditer(r"\S+", text))
        for at in range(max(3, len(words) - _LONGEST), len(words) - 1):
            role, cut = text[: words[at].start()].rstrip(" ,"), words[at].start()
            name = self.read(text[cut:]) if (role.casefold() + " ").startswith(self._starts) else None
            known = words[at].group().casefold() in given_names() - word_like_given_names()
            if name and (known or _abbreviates(code, role)):
                return PersonName(name.name, cut + name.start, cut + name.end, name.titles, name.acting), role
        return None

    def bare_titles(self, text: str) -> str:
        """Gives a text as long as it was, with no brackets around `Mrs` and the like: `Cllr (Mrs) Jo Hale`."""
        return self._bracketed_title.sub(r" \g<title> ", text) if "(" in text else text

    def without_letters(self, words: list[str]) -> list[str]:
        """Drops the letters behind a name of two words or more: `Jo Hale OBE`."""
        end = len(words)
        while end > 1 and words[end - 1] in self._nominals:
            end -= 1
        return words[:end]

    def behind_letters(self, text: str, end: int) -> tuple[int, tuple[str, ...]]:
        """Gives where letters end that follow a name which ends at a place, and the posts that they stand for."""
        titles: list[str] = []
        while match := self._post_nominal.match(text, end):
            titles += [self._letters[match["letters"]]] if match["letters"] in self._letters else []
            end = match.end("letters")
        return end, tuple(titles)

    def is_name(self, text: str, least: int = 2) -> bool:
        """Tells whether words can be a bare name of at least so many words: no role, body or acronym among them."""
        words = text.split()
        if not least <= len(words) <= _LONGEST or not _is_surname(words[-1]) or self.is_field(text):
            return False
        if fold(text) in self._organisations or text.casefold() in self._never_alone:
            return False
        if text.isupper() and text in self.spelled:
            return False
        # Behind a given name any one word is a surname: there are people called Judge and House.
        # So it is behind a rank and initials: Cllr B Lane.
        shouting = itertools.takewhile(lambda word: word.isupper() and _INITIALS.fullmatch(word), words)
        initials = sum(1 for _ in shouting) if least == 1 else 0
        surnames = words[max(2, initials + 1) :] if initials or words[0].casefold() in given_names() else words
        if any(word.casefold().rstrip(".") in self._not_names for word in surnames):
            return False
        shouted = text.isupper()
        return all(self._is_name_word(word, shouted or (at == 0 and len(word) <= 2)) for at, word in enumerate(words))

    def is_certain(self, text: str) -> bool:
        """Tells whether a name is one beyond its capitals: titles, initials or a given name begin it."""
        start, *_ = self.leading(text)
        first = text[start:].split(maxsplit=1)[0] if text[start:].strip() else ""
        return start > 0 or first.casefold() in given_names() or bool(_INITIALS.fullmatch(first))

    def is_prose_name(self, text: str) -> bool:
        """Tells whether words can be a bare name in running text, where places begin with given names as well."""
        return self.is_name(text) and not any(word.casefold() in self._not_names for word in text.split()[1:])

    def surname(self, name: str) -> str:
        """Gives the last word of a name with the particles in front of it: van Dyke, Ní Bhell."""
        return surname_of(name, self._particles)

    def is_role(self, text: str) -> bool:
        """Tells whether words name a post: they end in a head noun, begin as posts do, or are a post's short form."""
        return self._role(text)

    def _names_role(self, text: str) -> bool:
        text = text.strip(" ,;:")
        if not text or len(text.split()) > 14 or text in self.spelled:
            return bool(text) and text in self.spelled
        folded = text.casefold() + " "
        if folded.startswith(_IN_PLACE):
            return False
        if folded.startswith(self._starts) or fold(text) in self._capacities:
            return True
        words = [word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", re.sub(r"\([^)]*\)", " ", text))]
        if words[:1] and words[0] in self._leading_heads and words[1:2] in (["of"], ["for"]):
            return False
        if not words or words[-1] in self._body_heads:
            return any(
                word in self._heads and after in {"of", "for", "to", "at"} for word, after in itertools.pairwise(words)
            )
        return (words[-1] in self._last_heads or any(word in self._heads for word in words)) and text[
            0
        ].isupper() | text[0].islower()

    def is_organisation(self, text: str) -> bool:
        """Tells whether words name an organisation: a known one, an acronym, or a phrase with such a head noun."""
        words = text.split()
        if not words or len(words) > 10 or not text[0].isupper() or self.is_role(text):
            return False
        acronym = (
            len(words) == 1 and len(text) > 1 and text.replace("&", "").isalnum() and sum(map(str.isupper, text)) > 1
        )
        heads = any(word.casefold().strip(",.") in self._body_heads for word in words)
        return fold(text) in self._organisations or acronym or heads or words[0] == "The"

    def is_field(self, text: str) -> bool:
        """Tells whether words only say what somebody is in charge of: Local Policing, People and Resources."""
        words = [word.casefold().strip(",") for word in text.split()]
        return any(word in self._fields for word in words) and all(word in self._in_fields for word in words)

    def is_told_of(self, role: str) -> bool:
        """Tells whether the words behind a post are what it is of, not who employs its holder: Head of Service."""
        return role in self._told_of

    def is_title(self, text: str) -> bool:
        """Tells whether words are, whole, the title of a known post: `Police, Fire and Crime Commissioner`."""
        return text.strip() in self.spelled

    def is_abbreviation(self, text: str) -> bool:
        """Tells whether words are the much shorter form of a known post or rank: PCC, Ch Supt, but not Vice Chair."""
        return 2 * len(text) <= len(self.spelled.get(text, ""))

    def title_spans(self, text: str) -> list[tuple[int, int]]:
        """Gives where titles of known posts stand in a text that hold a comma or `and` themselves."""
        return [match.span() for match in self._compound.finditer(text)]

    def plural_rank_spans(self, text: str) -> list[tuple[int, int]]:
        """Gives where ranks stand in the plural, as before a list of surnames: Councillors, Cllrs."""
        return [match.span() for match in self._plural.finditer(text)]

    @staticmethod
    def without_presence(head: str) -> str:
        """Cuts off what says that those under the head of a list were there: `Harbour Trust in attendance:`."""
        return _PRESENT.sub("", head.strip(" :"))

    def shared_rank(self, head: str) -> str | None:
        """Gives the rank that the head of a list gives to all in it: `Councillors`, `Commissioners present`."""
        plural = self.without_presence(head)
        if self._plural.fullmatch(plural):
            return self.spelled[plural]
        return self._ranks.get(plural.removesuffix("s")) if plural.endswith("s") else None

    def shared_post(self, head: str) -> str:
        """Gives the post that the head of a list gives to all in it: `Lay Members`, but not `Members` alone."""
        post = self.without_presence(head).removesuffix("s")
        plural = head.strip(" :").endswith("s") and len(post.split()) > 1 and not self.shared_rank(head)
        return post if plural and self.ends_role(post) else ""

    def bare_post(self, role: str) -> str | None:
        """Gives the form in which the holder of a longer post is spoken of: Commissioner, Deputy Mayor, Clerk."""
        words = _BEFORE_FIELD.split(role, maxsplit=1)[0].split()
        if not words or words[-1].casefold() not in self._alone:
            return None
        deputy = [words[0]] if len(words) > 1 and words[0].casefold() in self._substitutes else []
        form = " ".join([*deputy, words[-1]])
        return None if form == role else form

    def expand(self, role: str) -> str:
        """Spells out the short forms of posts and ranks in a role: `Staff Officer - PCC`."""

        def spell(match: re.Match[str]) -> str:
            return f"{_ACTING.get(match['acting'] or '', '')} {self.spelled[match['form']]}".strip()

        return self._abbreviation.sub(spell, _TEMPORARY.sub(lambda match: f"{_ACTING[match.group()]} ", role))

    def is_acting(self, role: str) -> bool:
        """Tells whether a role is a temporary, acting or interim one."""
        words = role.casefold().replace("(", " ").replace(")", " ").split()
        return any(word in self._acting or word.startswith(("t/", "a/")) for word in words)

    def is_short_form(self, code: str, role: str) -> bool:
        """Tells whether letters abbreviate a post: as the profile says, or by the initials of the role's words."""
        return code in self.spelled or _abbreviates(code, role)

    def leading(self, text: str) -> tuple[int, tuple[str, ...], bool, bool]:
        """Gives where the name behind its titles begins, the titles spelled out, whether acting, whether with `Mr`."""
        position, titles, acting, honorific = 0, [], "", False
        while match := self._prefix.match(text, position):
            if form := match["short"] or match["title"]:
                titles.append(f"{acting} {self.spelled[form]}".strip())
            acting = _ACTING.get(match["acting"] or "", match["acting"]) or acting
            honorific = honorific or bool(match["honorific"])
            position = match.end()
        return position, tuple(titles), bool(acting), honorific

    def _is_name_word(self, word: str, may_shout: bool) -> bool:
        is_initial = word[0].isupper() and _INITIALS.fullmatch(word) and (may_shout or len(word) < 3 or "." in word)
        if word.casefold() in self._particles or is_initial:
            return True
        if not _WORD.fullmatch(word) or not word[0].isupper():
            return False
        return may_shout or not word.isupper() or len(word) == 1

    def _begins_role(self, role: str) -> bool:
        first = re.match(r"[^\W\d_-]+", role)
        return (role.casefold() + " ").startswith(self._starts) or (
            first is not None and first.group().casefold() in self._role_words
        )

    def ends_role(self, role: str) -> bool:
        """Tells whether words end in the head noun of a post, as words in front of a name do."""
        last = role.rsplit(maxsplit=1)[-1].casefold() if role.split() else ""
        return last in self._any_heads and len(role.split()) <= 8


@cache
def name_reader(profile: str) -> NameReader:
    """Gives the reader of the named profile; the same object for the same name."""
    return NameReader(load_profile(profile))


def initials_of(name: str) -> str:
    """Gives the initials of a name of two words or more: JH, AWB of a hyphened surname."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def surname_of(name: str, particles: Collection[str]) -> str:
    """Gives the last word of a name with the particles in front of it, which are given in lower case."""
    words = name.split()
    first = len(words) - 1
    while first > 0 and words[first - 1].casefold() in particles:
        first -= 1
    return " ".join(words[first:])


def matches_initials(code: str, name: str) -> bool:
    """Tells whether letters are the initials of a name, the last one perhaps with more of the surname: JH, JHol."""
    words = [word for word in name.replace(".", " ").split() if word[0].isupper()]
    parts = [part for part in re.findall(r"[^\W\d_]+", name) if part[0].isupper()]
    if len(words) < 2 or not code.isalpha():
        return False
    spelled, surname = code.casefold(), words[-1].casefold()
    plain = {"".join(word[0] for word in some).casefold() for some in (words, parts, [words[0], words[-1]])}
    return spelled in plain or (
        spelled[0] == words[0][0].casefold() and len(spelled) > 1 and surname.startswith(spelled[1:])
    )


def _abbreviates(code: str, role: str) -> bool:
    """Tells whether letters are the initials of a role's words, of all of them or of those with a capital."""
    words = re.findall(r"[^\W\d_]+", role)
    initials = "".join(word[0] for word in words)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return code.casefold() in {initials.casefold(), capitals.casefold()}


def _is_surname(word: str) -> bool:
    if word.endswith(("’s", "'s")):
        return False
    return _WORD.fullmatch(word) is not None and len(word.rstrip(".")) > 1 and word[0].isupper()


def _unshout(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 4 else name
