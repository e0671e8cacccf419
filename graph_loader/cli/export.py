"""Is `kg export`: writes the whole graph in a form that other tools take."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli import export_rdf
from graph_loader.cli.exporting import output_option, reading, write_bytes, write_text
from graph_loader.errors import UsageError

if TYPE_CHECKING:
    from graph_loader.export.rows import Names
    from graph_loader.store import Store


@click.group("export", epilog="Example: kg export json -o graph.json")
def command() -> None:
    """Write the whole graph for other tools."""


command.add_command(export_rdf.command)


@command.command(
    "json", short_help="Write JSON in one order, line by line.", epilog="Example: kg export json -o graph.json"
)
@output_option
@reading
def export_json(store: "Store", names: "Names", output: Path | None) -> None:
    """Write every node and relationship as JSON, in one order: equal graphs give equal bytes."""
    from graph_loader.export.json_dump import dump

    write_text(dump(store, names), output)


@command.command(
    "links", short_help="Write what documents say together.", epilog="Example: kg export links | jq '.issue_threads'"
)
@output_option
@reading
def export_links(store: "Store", names: "Names", output: Path | None) -> None:
    """Write as JSON what only several documents say together.

    These are the issues that come back, with the agenda items about them; commitments and questions that recur or are
    spoken of later, each with why it is linked; people, bodies and programmes with the documents that name them, and
    posts with their holders.
    """
    import json

    from graph_loader.export.links import links

    write_text([json.dumps(links(store, names), ensure_ascii=False, indent=1), "\n"], output)


@command.command(
    "graphml", short_help="Write GraphML, for network tools.", epilog="Example: kg export graphml -o graph.graphml"
)
@output_option
@reading
def export_graphml(store: "Store", names: "Names", output: Path | None) -> None:
    """Write every node and relationship as GraphML, with all their properties; lists are JSON."""
    from graph_loader.export.graphml import graphml

    write_text(graphml(store, names), output)


@command.command(
    "gexf", short_help="Write GEXF, for Gephi and its timeline.", epilog="Example: kg export gexf -o graph.gexf"
)
@output_option
@reading
def export_gexf(store: "Store", names: "Names", output: Path | None) -> None:
    """Write the graph as GEXF 1.3, with the days from and to which each node is seen."""
    from graph_loader.export.gexf import gexf
    from graph_loader.export.rows import Whole

    write_text(gexf(Whole(store, names)), output)


@command.command(
    "csv", short_help="Write tables, for any spreadsheet.", epilog="Example: kg export csv tables/ && ls tables/"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--bom", is_flag=True, help="Begin each file with a byte order mark, by which Excel knows UTF-8.")
@reading
def export_csv(store: "Store", names: "Names", folder: Path, bom: bool) -> None:
    """Write tables into the folder DIR, one file each: people, questions with answers, commitments, evidence and so on.

    A cell that a spreadsheet could take for a formula begins with an apostrophe.
    """
    from graph_loader.export.csv_tables import write_csv
    from graph_loader.export.lookup import Lookup

    write_csv(Lookup(store, names), folder, bom=bom)


@command.command(
    "neo4j-import",
    short_help="Write CSV for Neo4j's own bulk import.",
    epilog="Example: kg export neo4j-import import/",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@reading
def export_neo4j_import(store: "Store", names: "Names", folder: Path) -> None:
    """Write CSV files into the folder DIR from which `neo4j-admin` makes a whole database, the quickest first load.

    The line to run there while the server is stopped is printed; it takes no bad row, and replaces all that the
    database neo4j holds. Behind it stands the line to run when the server is started again, for the indexes and for
    empty lists, which the import leaves out.
    """
    from graph_loader.export.neo4j_import import AFTER, write_import

    line = write_import(store, folder, names)
    click.echo(f"In {folder}, while the server is stopped; all that its database neo4j holds is replaced:", err=True)
    click.echo(line)
    click.echo("Then, when it runs again:", err=True)
    click.echo(f"cypher-shell --file {AFTER}")


@command.command("xlsx", short_help="Write the tables as a workbook.", epilog="Example: kg export xlsx -o minutes.xlsx")
@output_option
@reading
def export_xlsx(store: "Store", names: "Names", output: Path | None) -> None:
    """Write the same tables as `kg export csv` into one Excel workbook."""
    from graph_loader.export.lookup import Lookup
    from graph_loader.export.workbook import workbook

    if output is None and sys.stdout.isatty():
        raise UsageError("A workbook cannot be shown here.", "Name its file: -o minutes.xlsx.")
    write_bytes([workbook(Lookup(store, names))], output)


@command.command(
    "vault", short_help="Write Markdown pages, for Obsidian.", epilog="Example: kg export vault minutes-vault/"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@reading
def export_vault(store: "Store", names: "Names", folder: Path) -> None:
    """Write a page for each person, body, programme, issue and meeting into the folder DIR, with links between them.

    Pages of an earlier export are written anew, and taken away when the graph has them no more. Notes of yours, and
    pages that you changed, are left as they are.
    """
    from graph_loader.cli.failures import one_line
    from graph_loader.export.lookup import Lookup
    from graph_loader.export.vault import write_vault

    outcome = write_vault(Lookup(store, names), folder)
    for path in outcome.left:
        click.echo(one_line(f"{path} is not as kg wrote it, and is left as it is."), err=True)
    click.echo(f"Pages: {outcome.pages} in {folder}, {len(outcome.removed)} old ones taken away.", err=True)


@command.command("ical", short_help="Write due dates, for a calendar.", epilog="Example: kg export ical -o due.ics")
@output_option
@reading
def export_ical(store: "Store", names: "Names", output: Path | None) -> None:
    """Write the due dates of commitments as a calendar.

    An event lasts for all days that a date can mean: one due in April for all of April. What has no date, or one that
    can mean more than a year, is left out and counted.
    """
    from graph_loader.export.calendar import calendar
    from graph_loader.export.lookup import Lookup

    outcome = calendar(Lookup(store, names))
    write_bytes([outcome.data], output)
    left_out = f"{outcome.undated} have no date, {outcome.too_vague} one that can mean more than a year"
    click.echo(f"Due dates: {outcome.events}. Left out: {left_out}.", err=True)
