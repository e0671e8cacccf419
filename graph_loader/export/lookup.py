"""Finds in the whole graph what a reader wants beside a node: its name, its date, its meeting, its documents."""

from collections.abc import Iterable
from functools import cached_property

from graph_loader.export.rows import Whole
from graph_loader.model.graph import Edge, Node, Value


def shown(value: Value | None) -> str:
    """Gives a value as people read it: nothing for what is not known, a semicolon between the parts of a list."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return "; ".join(value)
        case _:
            return str(value)


class Lookup(Whole):
    """Answers what the tables and pages ask of the graph, with empty text for what is not known."""

    def name(self, one: str) -> str:
        """Gives the caption of a node."""
        return shown(self.nodes[one].properties["name"])

    def names(self, ones: Iterable[str]) -> str:
        """Gives the captions of nodes, each once, in the order of the alphabet."""
        return "; ".join(sorted({self.name(one) for one in ones}))

    def date(self, one: str) -> str:
        """Gives the date of what is said, or of the meeting that a document records."""
        node = self.nodes[one]
        if node.label == "Document":
            return "; ".join(sorted({shown(meeting.properties.get("date")) for meeting in self._recorded.get(one, ())}))
        return shown(node.properties.get("date"))

    def meeting(self, one: str) -> str:
        """Gives the name of the meeting that a document records, or at which something is said."""
        return self.names(self.meetings(one))

    def meetings(self, one: str) -> list[str]:
        """Gives the ids of the meetings that a document records, or at which something is said."""
        document = shown(self.nodes[one].properties.get("document", one))
        return sorted(meeting.id for meeting in self._recorded.get(document, ()))

    @cached_property
    def _recorded(self) -> dict[str, list[Node]]:
        """Holds the meetings that each document records."""
        found: dict[str, list[Node]] = {}
        for meeting in self.labelled("Meeting"):
            for edge in self.out(meeting.id, "RECORDED_IN"):
                found.setdefault(edge.end, []).append(meeting)
        return found

    def documents(self, one: str) -> str:
        """Gives the names of the documents that speak of a node."""
        return self.names(edge.end for edge in self.out(one, "RECORDED_IN"))

    def seen(self, one: str) -> dict[str, str]:
        """Gives the dates of the first and the last meeting whose minutes speak of a node."""
        dates = sorted(shown(edge.properties.get("date")) for edge in self.out(one, "RECORDED_IN"))
        dates = [date for date in dates if date] or [""]
        return {"first_seen": dates[0], "last_seen": dates[-1]}

    def post(self, one: str) -> str:
        """Gives the name of a post with that of the body that it belongs to."""
        of = shown(self.nodes[one].properties.get("organisation"))
        return f"{self.name(one)}, {of}" if of else self.name(one)

    def item(self, one: str) -> str:
        """Gives the title of the agenda item under which something is said."""
        return self.names(edge.end for edge in self.out(one, "UNDER"))

    def said(self, node: Node) -> dict[str, str]:
        """Gives when and where something is said."""
        position = shown(node.properties["position"])
        return {
            "date": self.date(node.id),
            "meeting": self.meeting(node.id),
            "item": self.item(node.id),
            "position": position,
        }

    def words(self, one: str) -> str:
        """Gives the words of what is said, as a reader sees them, or the caption of anything else."""
        return shown(self.nodes[one].properties.get("reading")) or self.name(one)

    def words_of(self, link: Edge) -> str:
        """Gives the words at the later end of a link: the sentence where it names one."""
        return shown(link.properties.get("sentence")) or self.words(link.end)
