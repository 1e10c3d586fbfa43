"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from form4gen.cli.clock import EXAMPLE, parsed

_Command = Callable[..., Any]


def examples(*lines: str) -> str:
    """What stands below the options of a command's help."""
    return "\n".join(("\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)))


def filed_at(command: _Command) -> _Command:
    """``--filed-at``."""
    text = f"When the filing is sent: {EXAMPLE}. Default: the filing's context.filedAt, else now."
    return click.option("--filed-at", callback=parsed, metavar="TIME", help=text)(command)


def form(command: _Command) -> _Command:
    """``--format``."""
    text = "For a person or for a program."
    return click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=text)(command)
