"""Is the entry point of `kg`; it imports a command's module when that command is named or listed."""

import sys
from functools import partial
from importlib import import_module
from typing import Any

import click

from graph_loader.cli.failures import exit_status
from graph_loader.errors import UsageError

COMMANDS = (
    "load",
    "query",
    "analyse",
    "cypher",
    "sparql",
    "explain",
    "review",
    "diff",
    "status",
    "retract",
    "copy",
    "verify",
    "extract",
    "lint",
    "eval",
    "profile",
    "export",
    "serve",
    "browser-pack",
)


class Commands(click.Group):
    """Finds each command in the module of its name, as `command`; ends the process with the right exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Lists the commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Imports one command; raises UsageError that suggests near ones."""
        if cmd_name not in COMMANDS:
            from graph_loader.model.suggest import did_you_mean

            hint = did_you_mean(cmd_name, COMMANDS, "`kg --help` lists them.")
            raise UsageError(f"There is no command {cmd_name!r}.", hint)
        command: click.Command = import_module(f"graph_loader.cli.{cmd_name.replace('-', '_')}").command
        return command

    def main(self, *args: Any, **settings: Any) -> Any:
        """Runs a command line and exits; every failure is told in one line."""
        run = partial(super().main, *args, **(settings | {"prog_name": "kg", "standalone_mode": False}))
        sys.exit(exit_status(run))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: kg load minutes/ && kg query who-asked-whom",
)
@click.version_option(package_name="graph-loader", prog_name="kg")
def main() -> None:
    """Turn minutes of public meetings into a graph of who asked whom what, and who promised what by when."""
