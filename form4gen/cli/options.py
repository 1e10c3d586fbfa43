"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from form4gen.cli.clock import EXAMPLE, time_of
from form4gen.errors import UnusableInputError

_Command = Callable[..., Any]


def examples(*lines: str) -> str:
    """What stands below the options of a command's help."""
    return "\n".join(("\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)))


def inputs(command: _Command) -> _Command:
    """The inputs: one, ``-`` for standard input, or several."""
    return click.argument("paths", nargs=-1, required=True, metavar="INPUT...")(command)


def jobs(command: _Command) -> _Command:
    """``--jobs``."""
    text = "How many workers share several inputs. Default: one for each core; 1 works in one process."
    return click.option("--jobs", type=click.IntRange(min=1), metavar="N", help=text)(command)


def filed_at(command: _Command) -> _Command:
    """``--filed-at``."""
    text = f"When the filing is sent: {EXAMPLE}. Default: the filing's context.filedAt, else now."
    return click.option("--filed-at", callback=_time, metavar="TIME", help=text)(command)


def _time(_: click.Context, __: click.Parameter, text: str | None) -> datetime | None:
    try:
        return None if text is None else time_of(text)
    except UnusableInputError as error:
        raise click.BadParameter(str(error)) from None


def form(*others: str) -> Callable[[_Command], _Command]:
    """``--format``: text and JSON, and what else the command can print."""
    text = "For a person or for a program."
    choice = click.Choice(["text", "json", *others])
    return click.option("--format", "form", type=choice, default="text", help=text)


def config(command: _Command) -> _Command:
    """``--config`` and ``--no-config``."""
    text = (
        "Settings of a firm. Default: form4gen.toml, or [tool.form4gen] in pyproject.toml, from INPUT's folder upward."
    )
    command = click.option("--no-config", is_flag=True, help="Look for no settings file.")(command)
    return click.option("--config", metavar="FILE", help=text)(command)


def templates(command: _Command) -> _Command:
    """``--templates``."""
    text = "Draw the page with the templates of your firm in DIR; docs/templates.md says what may be in it."
    return click.option("--templates", metavar="DIR", help=text)(command)


def check_templates(folder: str | None, *, form: bool, closing: bool) -> None:
    """Raise UnusableInputError where templates are given and no page is drawn with them."""
    if folder is not None and closing:
        raise UnusableInputError(
            "--templates does not go with --closing: the archive keeps the form as form4gen draws it."
        )
    if folder is not None and not form:
        raise UnusableInputError("--templates is for the page, and none is drawn: give --html or --pdf with it.")
