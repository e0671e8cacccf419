"""Is `kg analyse`: measures the network of those who ask and answer."""

from pathlib import Path

import click

from graph_loader.cli.options import format_option, graph_option
from graph_loader.cli.output import Style, write_rows
from graph_loader.cli.reader import read_graph


@click.command("analyse", epilog="Example: kg analyse --from 2018 --to 2022 --by-year --format csv")
@click.option("--from", "start", metavar="DATE", help="The first day. For example: 2018")
@click.option("--to", "end", metavar="DATE", help="The last day. For example: 2022-06")
@click.option("--by-year", is_flag=True, help="Measure each year by itself.")
@format_option
@graph_option
def command(start: str | None, end: str | None, by_year: bool, style: Style, graph: Path) -> None:
    """Measure who asks and who answers whom.

    Two are partners where the one answers a question of the other. A row tells for each person, post or body: how many
    questions they asked and answered, how many partners they have, and as shares from 0 to 1 the degree (of all others,
    how many are partners) and the betweenness (of the shortest ways between two others, how many lead by them; from
    1,000 on an estimate). Those of one community ask and answer one another more than others; its number says no more
    than that. What has no recorded answer, or nobody who gives it, is not counted.
    """
    from graph_loader.query.analyse import MEASURES, analyse
    from graph_loader.query.values import first_day, last_day

    span = first_day(start) if start else None, last_day(end) if end else None
    with read_graph(graph) as store:
        rows = analyse(store, *span, by_year=by_year)
    write_rows(("year", *MEASURES) if by_year else MEASURES, rows, style)
