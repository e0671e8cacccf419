"""Says what stands on the page of a person, a body, a programme, an issue and a meeting."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from graph_loader.export.lookup import Lookup, shown
from graph_loader.export.vault.markdown import link, plain
from graph_loader.export.vault.titles import FOLDERS, titles
from graph_loader.model.graph import Edge, Node

_BY: Mapping[str, tuple[str, str]] = {
    "ASKED": ("Questions", "asked"),
    "GAVE": ("Answers", "answered"),
    "MADE": ("Statements", "stated"),
    "OWNS": ("Commitments", "is to act"),
}
_WHO: Mapping[str, str] = {"Question": "ASKED", "Answer": "GAVE", "Statement": "MADE", "Commitment": "OWNS"}
_LATER: Mapping[str, str] = {
    "FOLLOWS_UP": "takes up",
    "REPORTED_ON_IN": "spoken of in",
    "RECURS_AS": "comes back in",
}
_CALLED = {"AgendaItem": "Agenda item"}
_FACTS = ("date", "start_time", "venue", "theme", "chair", "minutes_by", "next_date")


class Pages:
    """Writes the text of every page; a page links to each that it names."""

    def __init__(self, graph: Lookup) -> None:
        self._graph = graph
        self.paths: dict[str, str] = {}
        for label, folder in FOLDERS.items():
            names = titles((node.id, graph.name(node.id)) for node in graph.labelled(label))
            self.paths |= {one: f"{folder}/{name}" for one, name in names.items()}

    def body(self, one: str) -> Iterator[str]:
        """Yields the lines of a page below its head."""
        node = self._graph.nodes[one]
        yield f"# {plain(self._graph.name(one))}"
        yield from _CONTENT[node.label](self, node)

    def start(self) -> Iterator[str]:
        """Yields the lines of the page that leads to all others."""
        yield "# Minutes"
        for label, folder in FOLDERS.items():
            nodes = self._graph.labelled(label)
            yield from ("", f"## {folder}", "")
            order = sorted(nodes, key=lambda node: (shown(node.properties.get("date")), self.paths[node.id]))
            yield from (f"- {self.to(node.id)}" for node in order)

    def to(self, one: str) -> str:
        """Gives a link to the page of a node, or its name where it has none."""
        name = self._graph.name(one)
        return link(self.paths[one], name) if one in self.paths else plain(name)

    def actors(self, ones: Iterable[str]) -> str:
        """Gives links to all of some actors."""
        return ", ".join(self.to(one) for one in sorted(set(ones), key=self._graph.name))

    def person(self, node: Node) -> Iterator[str]:
        """Yields what a person was, attended, said and took on."""
        held = self._graph.out(node.id, "HELD")
        yield from _section("Posts", (f"- {plain(self._graph.post(edge.end))}: {_held(edge)}" for edge in held))
        yield from self.actor(node)
        attended = sorted(self._graph.out(node.id, "ATTENDED"), key=lambda edge: self._graph.date(edge.end))
        yield from _section(
            "Meetings", (f"- {self.to(edge.end)}: {shown(edge.properties['status'])}" for edge in attended)
        )
        yield from self.mentions(node)

    def named(self, node: Node) -> Iterator[str]:
        """Yields what is known of a body or a programme."""
        posts = self._graph.into(node.id, "OF")
        yield from _section("Posts", (f"- {plain(self._graph.name(edge.start))}" for edge in posts))
        yield from self.actor(node)
        yield from self.mentions(node)

    def actor(self, node: Node) -> Iterator[str]:
        """Yields what somebody said and took on, by kind and date, with the words."""
        for kind, (title, _) in _BY.items():
            said = [self._graph.nodes[edge.end] for edge in self._graph.out(node.id, kind)]
            yield from _section(title, (line for one in self._in_order(said) for line in self.quote(one)))

    def mentions(self, node: Node) -> Iterator[str]:
        """Yields where somebody or something is named."""
        places: dict[tuple[str, str], int] = {}
        for edge in self._graph.into(node.id, "MENTIONS"):
            document = shown(edge.properties["document"])
            where = self._meeting_of(document), shown(self._graph.nodes[edge.start].properties.get("title"))
            places[where] = places.get(where, 0) + 1
        yield from _section(
            "Named in",
            (
                f"- {meeting}{f', {plain(title)}' if title else ''} ({times})"
                for (meeting, title), times in sorted(places.items())
            ),
        )

    def issue(self, node: Node) -> Iterator[str]:
        """Yields the agenda items about an issue in order, with what was said under each."""
        items = [self._graph.nodes[edge.start] for edge in self._graph.into(node.id, "CONCERNS")]
        for item in self._in_order(items):
            yield from ("", f"## {self._meeting_of(item.id)}", *self.quote(item))
            yield from self._under(item)

    def meeting(self, node: Node) -> Iterator[str]:
        """Yields when and where a meeting was, who was there, and all that was said, item by item."""
        facts = ((name, shown(node.properties.get(name))) for name in _FACTS)
        yield ""
        yield from (f"- {name.replace('_', ' ')}: {plain(value)}" for name, value in facts if value)
        documents = [self._graph.nodes[edge.end] for edge in self._graph.out(node.id, "RECORDED_IN")]
        yield from (f"- source: {plain(shown(one.properties['paths']))}" for one in documents)
        there = self._graph.into(node.id, "ATTENDED")
        for status in ("present", "apologies"):
            people = self.actors(edge.start for edge in there if edge.properties["status"] == status)
            yield from _section(status.capitalize(), [people] if people else [])
        for document in documents:
            items = self._recorded(document, "AgendaItem")
            for item in items:
                yield from ("", f"## {plain(self._graph.name(item.id))}", *self._concerns(item))
                yield from self._under(item)
            loose = self._recorded(document, "Question", "Statement", "Commitment")
            loose = [one for one in loose if not self._graph.out(one.id, "UNDER")]
            yield from _section("Under no item", (line for one in loose for line in self.quote(one)))

    def _recorded(self, document: Node, *labels: str) -> list[Node]:
        nodes = (self._graph.nodes[edge.start] for edge in self._graph.into(document.id, "RECORDED_IN"))
        return self._in_order(node for node in nodes if node.label in labels)

    def _concerns(self, item: Node) -> Iterator[str]:
        about = self.actors(edge.end for edge in self._graph.out(item.id, "CONCERNS"))
        yield from ("", f"About {about}") if about else ()

    def _under(self, item: Node) -> Iterator[str]:
        said = (self._graph.nodes[edge.start] for edge in self._graph.into(item.id, "UNDER"))
        for one in self._in_order(said):
            yield from self.quote(one)

    def quote(self, node: Node) -> Iterator[str]:
        """Yields the words of what is said, who says so, and where the words are."""
        who = self.actors(edge.start for edge in self._graph.into(node.id, *self._kinds(node)))
        does = _BY[_WHO[node.label]][1] if node.label in _WHO else ""
        to = self.actors(edge.end for edge in self._graph.out(node.id, "PUT_TO"))
        head = " ".join(part for part in (f"**{who}**" if who else "", does if who else "", to) if part)
        due = shown(node.properties.get("due"))
        yield from ("", f"> {plain(shown(node.properties['reading']))}", ">", f"> — {self._source(node)}")
        # The id behind the sign is an anchor: notes can link to the words.
        yield from ("", f"{head or _CALLED.get(node.label, node.label)}{f', due {due}' if due else ''} ^{node.id}")
        yield from self._later(node)
        answers = [self._graph.nodes[edge.start] for edge in self._graph.into(node.id, "ANSWERS")]
        for answer in self._in_order(answers):
            yield from self.quote(answer)

    def _later(self, node: Node) -> Iterator[str]:
        """Yields what later minutes say of it, with why that is thought."""
        links = [edge for kind in _LATER for edge in self._graph.out(node.id, kind)]
        if links:
            yield ""
        for edge in sorted(links, key=lambda edge: (self._graph.date(edge.end), edge.end)):
            words, why = plain(self._graph.words_of(edge)), plain(shown(edge.properties.get("reason")))
            yield f"- {_LATER[edge.type]} {self._meeting_of(edge.end)}: {words} (linked because: {why})"

    @staticmethod
    def _kinds(node: Node) -> tuple[str, ...]:
        return (_WHO[node.label],) if node.label in _WHO else ()

    def _source(self, node: Node) -> str:
        says = node.properties
        document = self._graph.name(shown(says["document"]))
        return f"{self._meeting_of(node.id)}, {plain(document)}, characters {says['start']} to {says['end']}"

    def _meeting_of(self, one: str) -> str:
        """Gives links to the meetings that a document records, or at which something is said."""
        return ", ".join(self.to(meeting) for meeting in self._graph.meetings(one)) or "undated"

    def _in_order(self, nodes: Iterable[Node]) -> list[Node]:
        def place(node: Node) -> tuple[str, str, int, str]:
            says = node.properties
            return self._graph.date(node.id), shown(says["document"]), int(str(says["start"])), node.id

        return sorted(nodes, key=place)


def _held(edge: Edge) -> str:
    says = edge.properties
    first, last = shown(says.get("first_seen")), shown(says.get("last_seen"))
    return f"seen {first} to {last}{', acting' if says.get('acting') else ''}" if first else "undated"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yields lines under a heading, and nothing where there are none."""
    found = list(lines)
    if found:
        yield from ("", f"## {title}", *([] if found[0] == "" else [""]), *found)


_CONTENT: Mapping[str, Callable[[Pages, Node], Iterator[str]]] = {
    "Person": Pages.person,
    "Body": Pages.named,
    "Programme": Pages.named,
    "Issue": Pages.issue,
    "Meeting": Pages.meeting,
}
