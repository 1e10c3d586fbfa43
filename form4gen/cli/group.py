"""The group of commands: which there are, and how a fault of any of them reaches the user."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from form4gen import __version__
from form4gen.cli import options
from form4gen.cli.faults import tell_fault, tell_interrupted

# A command is read from the module of its name when it is called, so that one command never pays for another.
_COMMANDS = {
    "validate": "Check a filing, with place, citation and remedy of every finding.",
    "render": "Draw the form as HTML and PDF, and write its exhibits.",
    "deadline": "Say when a trade of a day must be on file.",
    "import": "Read a Form 4 on record (EDGAR's XML, or a full submission) into JSON.",
    "export": "Write EDGAR's XML, the exhibits, and the file to transmit.",
    "schema": "Print the JSON Schema of a filing or of the report.",
    "rules": "List the rules, or explain one.",
    "doctor": "Say what drawing needs and what of it is missing here.",
    "new": "Print a starting JSON, blank or for a transaction code.",
}
_MODULES = {"import": "import_filing"}  # no module can be called as this word of Python


_EPILOG = f"""{options.examples("form4gen new --code P > form4.json", "form4gen validate form4.json")}

\b
Exit codes:
  0   no error found
  1   the filing has errors
  2   could not work: usage, a file, a missing library
  70  a bug in form4gen
  Of several inputs, the gravest decides.
"""


class _Commands(click.Group):
    """The group of commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002  the same
        command: click.Command = import_module(f"form4gen.cli.{_MODULES.get(cmd_name, cmd_name)}").command
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
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            ctx.exit(tell_interrupted())
        except Exception as error:  # noqa: BLE001  no traceback reaches a user
            ctx.exit(tell_fault(error))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EPILOG,
)
@click.version_option(__version__, prog_name="form4gen", message="%(prog)s %(version)s")
def form4gen() -> None:
    """Check an SEC Form 4 rule by rule, draw it, and write it for EDGAR."""
