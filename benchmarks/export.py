"""Measures how fast N-Quads are written, and that the memory for it does not grow with the graph.

Run as `python benchmarks/export.py`; it takes a minute or two and ends with 1 when a bar is missed. The graph is made
up piece by piece, as the store gives it. Every size is written in a process of its own; rdflib builds and writes a
graph of some of the same triples in the same run, and pyoxigraph reads the file. Times are of the processor.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import click
import pyoxigraph as ox
import rdflib

from graph_loader.export.rdf.elements import Element, Link
from graph_loader.export.rdf.formats import write_rdf
from graph_loader.model.graph import Edge, Node

SIZES = (100_000, 1_000_000)
TIMES, MEMORY = 5.0, 10
"""How many times as fast as rdflib it is to be, and by how many megabytes the memory may grow between the sizes."""
_COMPARED = 200_000
_QUESTIONS, _PEOPLE = 40, 8
_EVIDENCE = {"start": 100, "end": 220, "rule": "speech.asked", "confidence": 0.9}


def made_up(triples: int) -> Iterator[Element]:
    """Gives the documents of a graph of at least so many triples, one behind the other."""
    # Each document has the same number of them.
    each = sum(piece.count(b"\n") for piece in write_rdf(_document(0), "nquads")) - 60
    for number in range(triples // each + 1):
        yield from _document(number)


def main() -> int:
    """Prints the measures and tells whether the bars are met."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        written = [_apart(_write, path, size) for size in SIZES]
        for seconds, megabytes, count in written:
            click.echo(f"{count:9,} triples {seconds:7.2f} s {count / seconds:9,.0f} each second {megabytes:5.0f} MB")
        seconds, megabytes, count = written[-1]
        ours, theirs = count / seconds, _apart(_rdflib, path, _COMPARED)
        click.echo(f"rdflib builds and writes {theirs:9,.0f} each second")
        start = time.process_time()
        read = sum(1 for _ in ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS))
        click.echo(f"pyoxigraph reads {read:,} of them in {time.process_time() - start:.2f} s")
    bars = (
        (ours / theirs >= TIMES, f"{ours / theirs:.1f} times as fast as rdflib (at least {TIMES:.0f})"),
        (megabytes - written[0][1] <= MEMORY, f"memory grows by {megabytes - written[0][1]:.0f} MB (at most {MEMORY})"),
        (read >= count >= SIZES[-1], f"all of {count:,} triples are read"),
    )
    for met, what in bars:
        click.echo(f"{'met   ' if met else 'MISSED'} {what}")
    return 0 if all(met for met, _ in bars) else 1


def _apart(measure: Callable[[Path, int], Any], path: Path, size: int) -> Any:
    """Measures in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(measure, path, size).result()


def _write(path: Path, triples: int) -> tuple[float, float, int]:
    """Gives seconds, megabytes at the peak and the number of lines."""
    start, count = time.process_time(), 0
    with path.open("wb") as file:
        for piece in write_rdf(made_up(triples), "nquads"):
            count += piece.count(b"\n")
            file.write(piece)
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, count


def _rdflib(path: Path, triples: int) -> float:
    """Gives how many triples a second rdflib builds a graph of and writes."""
    quads = list(islice(ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS), triples))
    start = time.process_time()
    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    graph.serialize(path.with_suffix(".nt"), format="nt", encoding="utf-8")
    return triples / (time.process_time() - start)


def _term(term: Any) -> rdflib.URIRef | rdflib.Literal:
    if not isinstance(term, ox.Literal):
        return rdflib.URIRef(term.value)
    return rdflib.Literal(term.value, term.language, None if term.language else term.datatype.value)


def _document(number: int) -> Iterator[Element]:
    source, date = f"document-{number:016x}", f"{2000 + number % 25}-05-{number % 28 + 1:02}"
    document = Node(
        "Document",
        source,
        {
            "name": f"minutes {number}",
            "paths": [f"minutes/{number}.txt"],
            "sha256": "0" * 64,
            "media_type": "text/plain",
            "characters": 9000,
            "pipeline": "rules",
            "profile": "general",
            "profile_reason": "markers",
            "profile_digest": "0",
            "repairs": [],
            "unreadable": [],
            "digest": "0",
        },
    )
    yield document
    people = [
        Node("Person", f"person-{number * _PEOPLE + one:016x}", {"name": f"Person {one}", "aliases": []})
        for one in range(_PEOPLE)
    ]
    yield from people
    for one in range(_QUESTIONS):
        words = f"Person {one} asked in {date} why the {one}th pond was\tnot cleaned, “as promised” before the summer."
        says = {"name": words[:40], "document": source, "text": words, "reading": words, **_EVIDENCE, "date": date}
        question = Node(
            "Question", f"question-{number * _QUESTIONS + one:016x}", {**says, "act": "asked", "position": 1}
        )
        yield question
        asker = people[one % _PEOPLE]
        yield Link(Edge("ASKED", asker.id, question.id, {"document": source}), asker, question)
        yield Link(Edge("PUT_TO", question.id, people[0].id, {"document": source, "stated": True}), question, people[0])
        yield Link(Edge("RECORDED_IN", question.id, source, {"document": source, "date": date}), question, document)


if __name__ == "__main__":
    sys.exit(main())
