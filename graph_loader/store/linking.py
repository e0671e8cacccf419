"""Makes anew what the documents of a context say together, where one of them came, went or changed.

What is made follows from the set of documents alone: each keeps a hash of what it was linked with, so that a context
that is as it was is left alone, and one that an interrupted load left behind is found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from graph_loader.annotate.profile import load_profile
from graph_loader.errors import KgError
from graph_loader.model.ids import fold
from graph_loader.resolve.context import context_digest, contexts
from graph_loader.resolve.corrections import Corrections
from graph_loader.resolve.corrections.links import correct_links
from graph_loader.resolve.links import link as links_among
from graph_loader.resolve.links import topics_of
from graph_loader.resolve.names_over_time import known_names, names_over_time
from graph_loader.resolve.people_over_time import people_over_time
from graph_loader.resolve.thread_changes import ThreadChange
from graph_loader.store.base import InTransaction, Tell
from graph_loader.store.corrections import called
from graph_loader.store.holders import resolve_holders
from graph_loader.store.links import read_namings, read_passages, write_links
from graph_loader.store.running import One, Row, Run

_DOCUMENTS = "MATCH (d:Document) RETURN d.id AS id, d.digest AS digest, d.linked AS linked, d.profile AS profile"
_SITTINGS = """
MATCH (d:Document)<-[:RECORDED_IN]-(m:Meeting) OPTIONAL MATCH (m)-[:PART_OF]->(b:Body)
RETURN d.id AS document, m.id AS meeting, b.id AS series, b.name AS name
"""
_PRESENT = "MATCH (p:Person)-[r:ATTENDED {status: 'present'}]->(:Meeting) RETURN r.document AS document, p.id AS person"
_HEADS = """
MATCH (d:Document)-[r:MENTIONS]->(n:Person|Body)
RETURN d.id AS document, labels(n)[0] AS label, n.kind AS kind, n.id AS id, r.start AS start ORDER BY start, id
"""
_SET_LINKED = "UNWIND $ids AS id MATCH (d:Document {id: id}) SET d.linked = $linked"


def link(run: One, in_transaction: InTransaction, corrections: Corrections, tell: Tell) -> int:
    """Links the documents of each context that changed, in one transaction each; gives how many documents that were.

    Tells what became of each issue that is no longer what it was, once that is in the graph.
    """
    documents = {row["id"]: row for row in run(_DOCUMENTS, {})}
    linked = 0
    for context in contexts(_ties(run, documents)):
        digest = context_digest((documents[one]["digest"] for one in context), corrections.links_digest)
        if any(documents[one]["linked"] != digest for one in context):
            profiles = {documents[one]["profile"] for one in context}
            changes: list[ThreadChange] = []
            in_transaction(partial(_link_context, _Job(context, profiles, corrections, digest, changes)))
            for change in changes:
                tell(change)
            linked += len(context)
    return linked


@dataclass(frozen=True, slots=True)
class _Job:
    """Is the linking of one context; it may be tried more than once, and the last time counts."""

    context: Sequence[str]
    profiles: Iterable[str]
    corrections: Corrections
    digest: str
    changes: list[ThreadChange]


def _link_context(job: _Job, run: Run) -> None:
    context = job.context
    resolve_holders(run, context)
    known = [profile for profile in sorted(job.profiles) if _is_there(profile)]
    passages = read_passages(run, context)
    found = links_among(passages, topics_of(known))
    namings = read_namings(run, context)
    names = [*names_over_time(namings, known_names(known)), *people_over_time(namings, job.corrections.people_apart)]
    found = replace(found, edges=(*found.edges, *names))
    links = correct_links(found, job.corrections, passages, called(run, context))
    job.changes[:] = write_links(run, context, links)
    run(_SET_LINKED, {"ids": context, "linked": job.digest})


def _is_there(profile: str) -> bool:
    """Tells whether a profile can still be loaded; a user's own may be gone since the documents were read."""
    try:
        load_profile(profile)
    except KgError:
        return False
    return True


def _ties(run: One, documents: Mapping[str, Row]) -> dict[str, set[str]]:
    """Gives what each document shares with others of its context: its meeting, the series of that, who was present."""
    ties: dict[str, set[str]] = {one: set() for one in documents}
    series: defaultdict[str, set[str]] = defaultdict(set)
    called: dict[str, str] = {}
    for row in run(_SITTINGS, {}):
        ties[row["document"]].add(row["meeting"])
        if row["series"]:
            series[row["series"]].add(row["document"])
            called[row["series"]] = fold(row["name"])
    heads = _heads(run)
    for one, sat in series.items():
        of_several = len({heads[document] for document in sat if document in heads}) > 1
        for document in sat:
            ties[document].add(f"{one} of {heads.get(document)}" if of_several else one)
    for document, name in _called_alike(series, called, heads):
        ties[document].add(name)
    for row in run(_PRESENT, {}):
        ties[row["document"]].add(row["person"])
    return ties


def _called_alike(
    series: Mapping[str, Iterable[str]], called: Mapping[str, str], heads: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yields documents of one organisation whose series are called alike, and how: `County Audit Board`, `Audit Board`.

    What two such names have in common is the whole of the shorter one, and more than a word.
    """
    sat: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one, documents in series.items():
        for document in documents:
            if document in heads:
                sat[heads[document], called[one]].add(document)
    for (head, name), documents in tuple(sat.items()):
        words = name.split()
        endings = (" ".join(words[at:]) for at in range(1, len(words) - 1))
        for ending in endings:
            if (head, ending) in sat:
                yield from ((document, f"{ending} of {head}") for document in documents | sat[head, ending])


def _heads(run: One) -> dict[str, str]:
    """Gives the organisation that heads each document, named before anybody: many have a board of directors."""
    first: dict[str, Row] = {}
    for row in run(_HEADS, {}):
        if row["label"] == "Person" or row["kind"] == "organisation":
            first.setdefault(row["document"], row)
    return {document: row["id"] for document, row in first.items() if row["label"] == "Body"}
