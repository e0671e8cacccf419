"""Is `kg lint`: says what is wrong with minutes themselves."""

from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click

from graph_loader.cli.failures import tell_error
from graph_loader.cli.options import format_option, reading_options
from graph_loader.cli.output import Row, Style, write_rows
from graph_loader.cli.sources import Reading, find_sources
from graph_loader.errors import KgError

_COLUMNS = ("document", "rule", "words", "start", "end", "advice")


@click.command("lint", epilog="Example: kg lint minutes/2018-05.pdf")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@format_option
@reading_options
def command(paths: tuple[str, ...], style: Style, reading: Reading) -> int:
    """Say what is wrong with minutes themselves.

    Found are weekdays that do not fit their dates, a title that does not fit the meeting's date, a next meeting in the
    past, people present and absent, short forms that contradict the list of people, mean two of them or nobody, actions
    without an owner, and what cannot be read. Each comes with its words, their offsets and what to do.

    FILE is a .txt, .md, .html, .pdf or .docx file, a folder of them, or - for standard input. That something is wrong
    with minutes is no failure: the exit status is 1 only when a file cannot be read.
    """

    from graph_loader.cli.jobs import make_all
    from graph_loader.extract.lint import lint_document

    sources, errors = find_sources(paths, Path(), reading.max_size)
    rows: list[Row] = []
    with closing(make_all(partial(lint_document, model=reading.model), sources, reading)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome.result, KgError):
                errors.append(outcome.result)
            else:
                rows += [{"document": outcome.source.name, **asdict(finding)} for finding in outcome.result]
    if rows or len(errors) < len(sources):
        write_rows(_COLUMNS, rows, style, nothing="No rule finds anything wrong.")
    for error in errors:
        tell_error(str(error))
    return 1 if errors else 0
