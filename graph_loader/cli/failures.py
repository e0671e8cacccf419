"""Tells every failure in one line on standard error, and gives the exit status that goes with it."""

import io
import os
import signal
import sys
import traceback
from collections.abc import Callable
from types import FrameType
from typing import Any

import click

from graph_loader.errors import KgError

INTERRUPTED = 130
TERMINATED = 143


def exit_status(run: Callable[[], Any]) -> int:
    """Runs a command, tells what fails, and gives the exit status: 0 fine, 1 failed, 2 wrong usage, 130 interrupted."""
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Half a character, as broken files and their names have them, must not keep the rest from being written.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = run()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough; what is left in the buffer must go nowhere, quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return _report(error)
    return status if isinstance(status, int) else 0


def tell_error(text: str) -> None:
    """Writes `Error: …` on one line of standard error, with nothing in it that could steer a terminal."""
    click.echo(f"Error: {one_line(text)}", err=True)


def one_line(text: str) -> str:
    """Gives a text with a space for whatever could break the line or steer a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _report(error: Exception) -> int:
    match error:
        case KgError():
            tell_error(str(error))
            return error.exit_code
        case click.exceptions.NoArgsIsHelpError():
            error.show()
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "kg"
            tell_error(f"{error.format_message().rstrip('.')}. Try `{command} --help`.")
        case click.ClickException():
            tell_error(error.format_message())
        case click.Abort():
            tell_error("Interrupted.")
            return INTERRUPTED
        case _:
            _tell_unexpected(error)
    return error.exit_code if isinstance(error, click.ClickException) else 1


def _tell_unexpected(error: Exception) -> None:
    if os.environ.get("KG_DEBUG"):
        traceback.print_exception(error)
    first = next(iter(str(error).splitlines()), "")
    tell_error(f"This should not have happened: {type(error).__name__}: {first}. Set KG_DEBUG=1 to see where.")


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(TERMINATED)
