"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from form4gen.cli.clock import EXAMPLE, time_of
from form4gen.cli.heading import LONGEST, fits
from form4gen.cli.inputs import names_several
from form4gen.cli.streams import STANDARD
from form4gen.errors import UnusableInputError

if TYPE_CHECKING:
    from form4gen.cli.expanding import Inputs

_Command = Callable[..., Any]

HEADING = "--legend, --to, --matter and --prepared-by"
"""The options for the heading of a memorandum."""


def examples(*lines: str) -> str:
    """The examples below the options in a command's help."""
    return "\n".join(("\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)))


def inputs(command: _Command) -> _Command:
    """The inputs: one, ``-`` for standard input, or several."""
    return click.argument("paths", nargs=-1, required=True, metavar="INPUT...")(command)


def inputs_or_list(command: _Command) -> _Command:
    """The same, also from a list (``--files-from``), as one argument: see ``_inputs_of``."""

    @wraps(command)
    def called(*, paths: tuple[str, ...], listed: str | None, **rest: Any) -> None:
        command(inputs=_inputs_of(paths, listed), **rest)

    return click.argument("paths", nargs=-1, metavar="INPUT...")(files_from(called))


def files_from(command: _Command) -> _Command:
    """``--files-from``."""
    text = "Also read the inputs that FILE names, one per line; - for standard input."
    return click.option("--files-from", "listed", metavar="FILE", help=text)(command)


def check_any(paths: Sequence[str], listed: str | None) -> None:
    """Raise UsageError if no input is given."""
    if not paths and listed is None:
        raise click.UsageError("No input is given. Name a file, a folder or an archive, or a list with --files-from.")


def _inputs_of(paths: Sequence[str], listed: str | None) -> Inputs | Sequence[str] | str:
    """The inputs, if they are several; otherwise the only one, which is a file or standard input.

    Raises UsageError if there is none, and UnusableInputError if standard input is one of several or read twice.
    """
    check_any(paths, listed)
    if STANDARD in paths and (len(paths) > 1 or listed is not None):
        raise UnusableInputError("'-' (standard input) cannot be combined with other inputs.")
    if listed is not None or any(map(names_several, paths)):
        from form4gen.cli.expanding import Inputs  # noqa: PLC0415  most runs check one filing

        return Inputs(paths, listed)
    return paths if len(paths) > 1 else paths[0]


def output_folder(command: _Command) -> _Command:
    """``-o``, for a command that writes several files."""
    text = "Output folder; created if it does not exist. Default: the current folder."
    return click.option("-o", "--output", "folder", default=".", metavar="DIR", help=text)(command)


def output_file(command: _Command) -> _Command:
    """``-o``, for a command that writes one file."""
    text = "Output file; - (the default) is standard output."
    return click.option("-o", "--output", "target", default="-", metavar="OUT", help=text)(command)


def force(command: _Command) -> _Command:
    """``--force``."""
    return click.option("--force", is_flag=True, help="Overwrite existing files.")(command)


def jobs(command: _Command) -> _Command:
    """``--jobs``."""
    text = "Number of parallel processes for several inputs. Default: one per CPU core."
    return click.option("--jobs", type=click.IntRange(min=1), metavar="N", help=text)(command)


def filed_at(command: _Command) -> _Command:
    """``--filed-at``, for a command that reads a filing."""
    text = (
        f"Filing time to check against: {EXAMPLE}. Default: the filing time in INPUT; without one, the last signature "
        "date of a filing on record, otherwise now."
    )
    return click.option("--filed-at", callback=_time, metavar="TIME", help=text)(command)


def _time(_: click.Context, __: click.Parameter, text: str | None) -> datetime | None:
    try:
        return None if text is None else time_of(text)
    except UnusableInputError as error:
        raise click.BadParameter(str(error)) from None


def day(_: click.Context, __: click.Parameter, text: str | None) -> date | None:
    """Read the value of an argument or option that is a day."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  a day of the calendar
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date. Write 2026-11-05.") from None


def form(*others: str) -> Callable[[_Command], _Command]:
    """``--format``: text and JSON, and the other formats of the command."""
    choice = click.Choice(["text", "json", *others])
    return click.option("--format", "form", type=choice, default="text", help="Output format. Default: text.")


def rule_names(given: tuple[str, ...]) -> tuple[str, ...]:
    """The rules and families as the catalogue writes them; one option may give several, separated by commas."""
    return tuple(name.strip().upper() for names in given for name in names.split(",") if name.strip())


def config(command: _Command) -> _Command:
    """``--config`` and ``--no-config``."""
    text = (
        "Settings file. Default: the nearest form4gen.toml, or pyproject.toml with [tool.form4gen], in the current "
        "folder or above."
    )
    command = click.option("--no-config", is_flag=True, help="Ignore settings files.")(command)
    return click.option("--config", metavar="FILE", help=text)(command)


def heading(command: _Command) -> _Command:
    """``--legend``, ``--to``, ``--matter`` and ``--prepared-by``, which ``given_heading`` returns."""

    @wraps(command)
    def called(*, legend: str | None, to: str | None, matter: str | None, prepared_by: str | None, **rest: Any) -> None:
        given = {"legend": legend, "to": to, "matter": matter, "prepared_by": prepared_by}
        click.get_current_context().meta[HEADING] = {name: text for name, text in given.items() if text is not None}
        command(**rest)

    texts = {
        "--prepared-by": "Memorandum: who prepared it.",
        "--matter": "Memorandum: the matter.",
        "--to": "Memorandum: the addressee.",
        "--legend": 'Memorandum: a line at the top of each page, such as "Privileged and confidential".',
    }
    for option, text in texts.items():
        called = click.option(option, callback=_line, metavar="TEXT", help=text)(called)
    return called


def given_heading() -> dict[str, str]:
    """What the options of the heading give, by name."""
    found: dict[str, str] = click.get_current_context().meta[HEADING]
    return found


def _line(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
    if text is not None and not fits(text):
        raise click.BadParameter(f"Give one line of at most {LONGEST} characters.")
    return text


def templates(command: _Command) -> _Command:
    """``--templates``."""
    text = "Use your firm's templates in DIR (see docs/templates.md)."
    return click.option("--templates", metavar="DIR", help=text)(command)


def check_templates(folder: str | None, *, form: bool, closing: bool) -> None:
    """Raise UnusableInputError where templates are given but the form is not printed with them."""
    if folder is not None and closing:
        raise UnusableInputError("--templates cannot be used with --closing, which keeps form4gen's own layout.")
    if folder is not None and not form:
        raise UnusableInputError("--templates applies to the form: add --html or --pdf.")
