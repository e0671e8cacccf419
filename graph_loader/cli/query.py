"""Is `kg query`: lists the canned queries and runs one; each is a command made from the header of its file."""

from typing import TYPE_CHECKING, Any

import click

from graph_loader.cli.options import format_option, graph_option
from graph_loader.cli.output import Style, write_rows
from graph_loader.cli.reader import read_graph

if TYPE_CHECKING:
    from graph_loader.query.catalogue import Parameter, Query
    from graph_loader.store import Place


_METAVARS = {"name": "NAME", "words": "WORDS", "from": "DATE", "to": "DATE", "date": "DATE", "id": "ID"}


class Queries(click.Group):
    """Makes a command of each canned query when it is named or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Lists the queries by name."""
        from graph_loader.query.catalogue import load_catalogue

        return list(load_catalogue())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Makes the command of one query; raises UsageError that suggests near ones."""
        from graph_loader.query.catalogue import find_query

        return _command(find_query(cmd_name))


@click.group(
    "query",
    cls=Queries,
    invoke_without_command=True,
    epilog='Example: kg query who-asked-whom --person "Imelda Farrant" --from 2018',
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Answer a question; without a name, list them."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _command(query: "Query") -> click.Command:
    @graph_option
    @format_option
    def run(graph: "Place", style: Style, **given: str | None) -> None:
        from graph_loader.query.run import run_query

        with read_graph(graph) as store:
            rows = run_query(store, query, {name: text for name, text in given.items() if text is not None})
        write_rows(list(query.columns), rows, style)

    options = [_option(name, parameter) for name, parameter in query.parameters.items()]
    shared: list[click.Parameter] = run.__click_params__[::-1]  # type: ignore[attr-defined]
    return QueryCommand(query, callback=run, params=[*options, *shared])


class QueryCommand(click.Command):
    """Is one canned query; its help shows the columns and an example beside the parameters."""

    def __init__(self, query: "Query", **settings: Any) -> None:
        help_text = f"{query.title}.\n\n{query.summary}" + (f"\n\n{query.note}" if query.note else "")
        super().__init__(query.name, help=help_text, short_help=query.summary, **settings)
        self._query = query

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes what the columns mean, and the example."""
        with formatter.section("Columns"):
            formatter.write_dl(list(self._query.columns.items()))
        formatter.write_paragraph()
        # Never wrapped, so that it can be copied.
        formatter.write(f"Example: {self._query.example}\n")


def _option(name: str, parameter: "Parameter") -> click.Option:
    text = f"{parameter.description} For example: {parameter.example}"
    kind = click.Choice(parameter.choices) if parameter.type == "choice" else click.STRING
    return click.Option(
        [f"--{name.replace('_', '-')}", name],
        type=kind,
        metavar=_METAVARS.get(parameter.type),
        required=parameter.required,
        help=text,
    )
