"""Is `kg sparql`: runs a SPARQL query on the graph, or on an export of one."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.options import format_option, graph_option
from graph_loader.cli.output import Style, write_rows
from graph_loader.cli.reader import ending_at_once, read_graph
from graph_loader.errors import UsageError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from graph_loader.store import Place


_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


@click.command(
    "sparql", epilog="Example: kg sparql 'SELECT ?name { ?p a kg:Person ; rdfs:label ?name } ORDER BY ?name'"
)
@click.argument("query")
@click.option(
    "--file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What `kg export rdf` wrote, in place of the graph.",
)
@click.option(
    "--given",
    multiple=True,
    metavar="NAME=VALUE",
    help="What a canned query looks for, as `kg query` takes it; may be repeated.",
)
@format_option
@graph_option
def command(query: str, file: Path | None, given: tuple[str, ...], style: Style, graph: "Place") -> None:
    """Run one SPARQL query that only reads.

    QUERY is the query itself, the name of a canned one (`kg query` lists them), or - for standard input.

    It sees all named graphs at once, or those that FROM names; SERVICE, which would ask another machine, is refused.
    The prefixes of schema/graph.yaml need not be declared. Terms and worked examples are in docs/rdf.md, the canned
    queries in queries/sparql/.
    """
    from graph_loader.export.rdf.elements import elements
    from graph_loader.export.rdf.formats import write_rdf
    from graph_loader.export.rdf.sparql import ask, dataset, dataset_of

    with ending_at_once():
        if file is not None:
            whole = dataset_of(file)
        else:
            with read_graph(graph) as store:
                whole = dataset(write_rdf(elements(store), "nquads"))
        columns, rows = ask(whole, _text(query, given, whole))
    write_rows(columns, rows, style)


def _text(query: str, given: tuple[str, ...], whole: "ox.Store") -> str:
    from graph_loader.export.rdf.canned import canned
    from graph_loader.model.suggest import did_you_mean
    from graph_loader.query.catalogue import load_catalogue

    if query == "-":
        return sys.stdin.read()
    if query in load_catalogue():
        pairs = [one.partition("=") for one in given]
        wrong = [one for one, (name, sign, _) in zip(given, pairs, strict=True) if not (name and sign)]
        if wrong:
            raise UsageError(f"{wrong[0]!r} gives nothing.", "Write --given name=value.")
        return canned(load_catalogue()[query], {name: value for name, _, value in pairs}, whole)
    if _NAME.fullmatch(query):
        hint = did_you_mean(query, load_catalogue(), "`kg query` lists them.")
        raise UsageError(f"There is no canned query {query!r}.", hint)
    if given:
        raise UsageError("Only a canned query takes --given.", "Name one that `kg query` lists.")
    return query
