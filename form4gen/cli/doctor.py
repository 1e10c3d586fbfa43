"""``form4gen doctor``."""

from __future__ import annotations

import click

from form4gen.api.drawing import diagnosis
from form4gen.cli import options
from form4gen.cli.streams import write_output


@click.command("doctor", epilog=options.examples("form4gen doctor"))
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check that everything PDF output needs is installed, and show how to install what is missing.

    Loads each library and prints a test page. Exits with 2 if something is missing.
    """
    parts = diagnosis()
    wide = max(len(part.name) for part in parts)
    for part in parts:
        write_output(f"{'ok' if part.is_well else 'MISSING':7}  {part.name:{wide}}  {part.found}\n")
    remedies = dict.fromkeys(part.remedy for part in parts if part.remedy)
    if all(part.is_well for part in parts):
        write_output("\nEverything needed is installed.\n")
        return
    write_output(
        "\nSomething is missing. Run:\n" if remedies else "\nEvery part is installed, but no page can be printed.\n"
    )
    for remedy in remedies:
        write_output(f"  {remedy}\n")
    ctx.exit(2)
