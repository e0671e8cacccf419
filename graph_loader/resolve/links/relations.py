"""Makes an edge of a match, of the type that the kinds of its passages call for."""

from graph_loader.model.dates import last_day
from graph_loader.model.graph import Edge, Value
from graph_loader.resolve.links.signs import Match
from graph_loader.resolve.links.spoken_dates import months_between
from graph_loader.resolve.passage import Passage


def edge_of(match: Match) -> Edge:
    """Makes the edge: a follow-up goes from the later question to what it takes up, all others from the earlier."""
    earlier, later = match.earlier, match.later
    says: dict[str, Value] = {"reason": "; ".join(match.reasons), "score": match.score}
    months = months_between(earlier.date, later.date)
    if months is not None:
        says["months"] = months
    if later.kind == "question":
        return Edge("FOLLOWS_UP", later.id, earlier.id, says)
    if later.kind == "commitment" and earlier.kind != "commitment":
        more: dict[str, Value] = {"sentence": match.sentence} if earlier.kind == "item" else {}
        return Edge("RECURS_AS", earlier.id, later.id, {**says, **more, "relation": "taken_up"})
    if later.kind == "commitment":
        return Edge("RECURS_AS", earlier.id, later.id, {**says, "relation": _relation(earlier, later)})
    if match.sentence != later.text:
        says["sentence"] = match.sentence
    return Edge("REPORTED_ON_IN", earlier.id, later.id, says)


def _relation(earlier: Passage, later: Passage) -> str:
    due, again = last_day(earlier.due), last_day(later.due)
    if due and again and due < again:
        return "date_moved"
    actions = earlier.commitment_kind == later.commitment_kind == "action"
    return "carried_forward" if actions else "restated"
