"""Knows who is who in one document: which node each person, role and organisation of its record stands for."""

from graph_loader.annotate.profile import load_profile
from graph_loader.model.record import Actor, Person, Privacy, Record
from graph_loader.resolve.draft import Draft
from graph_loader.resolve.identity import body_id, key, people_scope, person_id, post_id, scope


class Cast:
    """Puts the people, posts and bodies of one record into the draft and finds them again by name.

    A role whose holder the document does not name stays a post: nobody is guessed.
    """

    def __init__(self, record: Record, draft: Draft) -> None:
        self._draft = draft
        self._scope = scope(record)
        self._people_scope = people_scope(record)
        self._series = record.meeting.series
        roles = load_profile(record.profile).roles
        self._acting = frozenset(word.casefold() for word in roles.acting)
        self._ranks = frozenset(rank.casefold() for rank in roles.ranks)
        self._chairs = frozenset(word.casefold() for word in roles.chairs)
        self._bodies = _bodies_by_key(record)
        self._employers = self._employers_by_title(record.people)

    def actor(self, actor: Actor) -> str:
        """Gives the node of whoever asks, answers, states or owns."""
        if actor.kind == "person":
            return self.person(actor.name)
        return self.post(actor.name) if actor.kind == "post" else self._speaking_body(actor.name)

    def person(
        self,
        name: str,
        aliases: tuple[str, ...] = (),
        known_as: tuple[str, ...] = (),
        privacy: Privacy | None = None,
    ) -> str:
        """Gives the node of a person named in full; of the aliases, only forms of the surname hold elsewhere too."""
        surname = key(name).split()[-1:]
        elsewhere = {*known_as, *(alias for alias in aliases if key(alias).split()[-1:] == surname)}
        node = self.person_id(name)
        return self._draft.share(
            "Person", node, short_forms=aliases, name=name, aliases=tuple(sorted(elsewhere)), privacy=privacy
        )

    def person_id(self, name: str) -> str:
        """Gives the id of the person whom the document calls so."""
        return person_id(name, self._people_scope)

    def hold(self, person: Person) -> None:
        """Says which post a person is shown in, if any."""
        if person.role:
            seen = self._draft.date
            dates = {"first_seen": seen, "last_seen": seen}
            post = self.post(person.role, person.organisation)
            start = self.person_id(person.name)
            self._draft.share_edge("HELD", start, post, acting=person.acting, as_written=(person.role,), **dates)

    def post(self, title: str, organisation: str | None = None) -> str:
        """Gives the node of a post; without an organisation, that of all holders of the title in the document."""
        title = self._itself(title)
        employers = self._employers.get(key(title), {})
        if organisation is None and len(employers) == 1:
            (organisation,) = employers.values()
        if organisation is None:
            return self._draft.share("Post", post_id(title, self._scope), name=title, series=self._series)
        body = self.body(organisation)
        post = self._draft.share("Post", post_id(title, body), name=title, organisation=organisation)
        self._draft.share_edge("OF", post, body)
        return post

    def body(self, name: str, kind: str = "organisation") -> str:
        """Gives the node of the body that the record calls so, by whichever of its names, else a new one."""
        known = self._bodies.get(key(name))
        if known:
            return known
        return self._draft.share("Body", body_id(name), name=name, kind=kind, aliases=())

    def _speaking_body(self, name: str) -> str:
        employs = any(key(name) in employers for employers in self._employers.values())
        if employs or key(name) in self._bodies:
            return self.body(name)
        node = body_id(name, self._scope)
        return self._draft.share("Body", node, name=name, kind="collective", aliases=())

    def _employers_by_title(self, people: tuple[Person, ...]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for person in people:
            if person.role and person.organisation:
                employers = found.setdefault(key(self._itself(person.role)), {})
                employers.setdefault(key(person.organisation), person.organisation)
        return found

    def _itself(self, title: str) -> str:
        """Gives the title of the post, acting or not.

        Where there is more, neither a rank is part of it nor, but for one who has no other post, to chair the meeting:
        `Councillor, Cabinet Member for Roads` is the Cabinet Member, `Councillor, Chairman` is the Chairman.
        """
        unranked = [part for part in title.split(", ") if part.casefold() not in self._ranks]
        other = [part for part in unranked if part.casefold() not in self._chairs]
        return self._without_acting(", ".join(other or unranked) or title)

    def _without_acting(self, title: str) -> str:
        """Gives the title of the post itself: `Temporary Head of Parks` and `T/Head of Parks` are `Head of Parks`."""
        head, slash, rest = title.partition("/")
        if slash and rest and f"{head}/".casefold() in self._acting:
            return rest.strip()
        words = title.split()
        said = [place for place, word in enumerate(words) if word.strip("(),").casefold() in self._acting]
        # Elsewhere in a title the word means something else: a head of acting heads the drama department.
        dropped = [place for place in said if place == 0 or words[place][0] == "(" or words[place - 1][-1] == ","]
        kept = " ".join(word for place, word in enumerate(words) if place not in dropped)
        return kept.rstrip(", ") or title


def _bodies_by_key(record: Record) -> dict[str, str]:
    """Maps every name of the record's bodies to a node; a short form of two of them is none's."""
    names = {key(body.name): body_id(body.name) for body in record.bodies}
    aliases: dict[str, set[str]] = {}
    for body in record.bodies:
        for alias in body.aliases:
            aliases.setdefault(key(alias), set()).add(body_id(body.name))
    return {alias: min(owners) for alias, owners in aliases.items() if len(owners) == 1} | names
