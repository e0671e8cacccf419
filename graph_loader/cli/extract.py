"""Is `kg extract`: prints what documents say, as JSON, without a graph."""

import json
from contextlib import closing
from functools import partial
from pathlib import Path

import click

from graph_loader.cli.failures import tell_error
from graph_loader.cli.options import reading_options
from graph_loader.cli.sources import Reading, find_sources
from graph_loader.errors import KgError


@click.command("extract", epilog='Example: kg extract minutes/2018-05.pdf | jq ".commitments[].quote"')
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@reading_options
def command(paths: tuple[str, ...], reading: Reading) -> int:
    """Print what documents say as JSON, without a graph.

    The record of a document holds its meeting, people, bodies, programmes, items, questions with answers, statements
    and promises, each with the exact words and where they stand. One record is printed indented, several one on a line.

    FILE is a .txt, .md, .html, .pdf or .docx file, a folder of them, or - for standard input.
    """
    from graph_loader.cli.jobs import make_all
    from graph_loader.extract import extract_record

    sources, errors = find_sources(paths, Path(), reading.max_size)
    for error in errors:
        tell_error(str(error))
    indent = 2 if len(sources) == 1 else None
    failed = len(errors)
    with closing(make_all(partial(extract_record, model=reading.model), sources, reading)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome.result, KgError):
                failed += 1
                tell_error(str(outcome.result))
            else:
                click.echo(json.dumps(outcome.result.to_dict(), ensure_ascii=False, indent=indent))
    return min(failed, 1)
