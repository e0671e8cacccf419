"""Loads the RDF of a graph that somebody else made, for `kg load`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph_loader.cli.progress import Tally
    from graph_loader.store import Place

_ENDINGS = (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf")


def take_rdf(paths: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Parts RDF files, which their endings tell, from all other paths."""
    datasets = [Path(path) for path in paths if path.lower().endswith(_ENDINGS)]
    return datasets, [path for path in paths if not path.lower().endswith(_ENDINGS)]


def load_rdf(path: Path, graph: "Place", tally: "Tally") -> None:
    """Makes a new graph of an export; raises KgError when the file is none or there is a graph already."""
    from graph_loader.export.rdf.reader import read_rdf
    from graph_loader.store.copying import open_copy

    nodes, edges = read_rdf(path)
    with open_copy(graph, "A dataset makes a graph of its own: name a new folder with --graph.") as empty:
        empty.fill(nodes, edges)
    labels = [node.label for node in nodes]
    tally.done["added"] += labels.count("Document")
    for label in ("Question", "Answer", "Statement", "Commitment"):
        tally.found[f"{label.lower()}s"] += labels.count(label)
