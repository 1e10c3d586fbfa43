"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

import click

from form4gen.cli import declared
from form4gen.cli.declared import Option
from form4gen.cli.heading import HEADING, heading_of
from form4gen.cli.inputs import names_several
from form4gen.cli.streams import STANDARD
from form4gen.errors import UnusableInputError

if TYPE_CHECKING:
    from form4gen.cli.expanding import Inputs

_Command = Callable[..., Any]

_HEADING = "heading"
_LINES = frozenset(each.name for each in HEADING)


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


def of(*options: Option) -> Callable[[_Command], _Command]:
    """Options that are declared without click."""

    def added(command: _Command) -> _Command:
        for each in reversed(options):
            command = _by_click(each)(command)
        return command

    return added


def _by_click(option: Option) -> Callable[[_Command], _Command]:
    if option.is_switch:
        flags = "/".join(filter(None, (option.flag, option.opposite)))
        return click.option(flags, option.name, is_flag=True, default=option.default, help=option.help)
    return click.option(
        option.flag,
        option.name,
        type=click.Choice(option.choices) if option.choices else None,
        multiple=option.is_repeatable,
        default=option.default,
        metavar=option.metavar,
        callback=partial(_value, option.read),
        help=option.help,
    )


def _value(read: Callable[[str], Any] | None, _: click.Context, __: click.Parameter, given: Any) -> Any:
    try:
        return given if given is None or read is None else read(given)
    except UnusableInputError as error:
        raise click.BadParameter(str(error)) from None


filed_at = of(declared.FILED_AT)
"""``--filed-at``, for a command that reads a filing."""

config = of(declared.CONFIG, declared.NO_CONFIG)
"""``--config`` and ``--no-config``."""


def form(*others: str) -> Callable[[_Command], _Command]:
    """``--format``: text and JSON, and the other formats of the command."""
    return of(declared.form(*others))


def day(_: click.Context, __: click.Parameter, text: str | None) -> date | None:
    """Read the value of an argument or option that is a day."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  a day of the calendar
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date. Write 2026-11-05.") from None


def heading(command: _Command) -> _Command:
    """``--legend``, ``--to``, ``--matter`` and ``--prepared-by``, which ``given_heading`` returns."""

    @wraps(command)
    def called(**given: Any) -> None:
        click.get_current_context().meta[_HEADING] = heading_of(given)
        command(**{name: value for name, value in given.items() if name not in _LINES})

    return of(*HEADING)(called)


def given_heading() -> dict[str, str]:
    """What the options of the heading give, by name."""
    found: dict[str, str] = click.get_current_context().meta[_HEADING]
    return found


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
