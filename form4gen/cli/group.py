"""The group of commands, and how an exception in any of them reaches the user."""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from typing import Any

import click

from form4gen import __version__
from form4gen.cli import options
from form4gen.cli.faults import report_fault, report_interruption
from form4gen.cli.streams import GONE, write_error
from form4gen.docstrings import docstring
from form4gen.errors import UnusableInputError

# By task, in the order of work. A command's module is imported when it is called, so that no command is slowed by the
# imports of another.
_TASKS = {
    "Prepare a filing": {
        "new": "Print a starting document, blank or for transaction codes.",
        "next": "Write the next Form 4 from the last ones.",
        "amend": "Write the Form 4/A that corrects a filed form.",
        "import": "Convert a filed Form 4 (EDGAR XML or full submission) to JSON.",
        "fills": "Turn a broker's list of trades or vests into rows of a filing.",
    },
    "Check it": {
        "validate": "Check a filing against Section 16 rules and EDGAR's requirements.",
        "deadline": "Show when a Form 4 for a trade is due.",
        "rules": "List the rules, or explain one.",
    },
    "Print and file it": {
        "render": "Print the form as HTML and PDF, with its exhibits.",
        "export": "Write EDGAR XML, exhibits and a submission file.",
    },
    "Work in the browser": {
        "workbench": "Edit the forms of a folder, with every check beside them.",
    },
    "Look back": {
        "ledger": "Show a person's holdings over all forms.",
        "diff": "Show what changed between two filings.",
        "audit": "Check many filings, and sum up what is found.",
    },
    "Set up": {
        "schema": "Print the JSON Schema of a filing or of a report.",
        "doctor": "Check that everything PDF output needs is installed.",
    },
}
_COMMANDS = {name: line for commands in _TASKS.values() for name, line in commands.items()}
_MODULES = {"import": "import_filing"}  # a Python keyword cannot name a module


_EXAMPLES = ("form4gen new --code P > form4.json", "form4gen validate form4.json", "form4gen validate filed.xml")
_EPILOG = f"""{options.examples(*_EXAMPLES)}

\b
Exit codes:
  0   no errors
  1   the filing has errors
  2   could not run: wrong usage, unreadable file, missing library or a fault of the computer
  70  internal error in form4gen
  With several inputs, the most severe code is returned.
"""


class _Commands(click.Group):
    """The group of commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002  the same
        command: click.Command = import_module(f"form4gen.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        command.help = docstring(command.callback) if command.callback else None
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS:
            from difflib import get_close_matches  # noqa: PLC0415  only a wrong name needs it

            near = get_close_matches(args[0], _COMMANDS, 1)
            hint = f"Did you mean {near[0]}?" if near else f"The commands are {', '.join(_COMMANDS)}."
            ctx.fail(f"There is no command {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  the same
        wide = max(map(len, _COMMANDS))
        for task, commands in _TASKS.items():
            with formatter.section(task):
                formatter.write_dl([(name.ljust(wide), line) for name, line in commands.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            ctx.exit(_report_usage(error))
        except click.exceptions.Exit:
            raise
        except (KeyboardInterrupt, click.Abort):  # the second at a prompt
            ctx.exit(report_interruption())
        except Exception as error:  # noqa: BLE001  no traceback reaches a user
            ctx.exit(report_fault(error))


def _report_usage(error: click.ClickException) -> int:
    """Write what click says of a mistake in the command line; its exit code."""
    words = StringIO()
    error.show(words)
    write_error(words.getvalue().rstrip("\n"))
    return error.exit_code


def run_by_click() -> int:
    """Run the command line of this process; its exit code."""
    try:
        return form4gen.main(prog_name="form4gen", standalone_mode=False) or 0
    except click.ClickException as error:
        return _report_usage(error)
    except click.Abort:  # the user ended a question
        return report_interruption()
    except SystemExit:  # click's way to say that the reader of its own output is gone
        raise UnusableInputError(f"Cannot write to standard output: {GONE}") from None


@click.group(
    help="Check, print and export SEC Form 4 filings.",
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EPILOG,
)
@click.version_option(__version__, prog_name="form4gen", message="%(prog)s %(version)s")
def form4gen() -> None:
    """Take a command, which does the work."""
