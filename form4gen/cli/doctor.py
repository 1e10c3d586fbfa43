"""``form4gen doctor``."""

from __future__ import annotations

import click

from form4gen.api.drawing import diagnosis
from form4gen.cli import options
from form4gen.cli.streams import say


@click.command("doctor", epilog=options.examples("form4gen doctor"))
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what drawing needs, what of it is here, and what mends the rest.

    Libraries are loaded, and a page is drawn, each in a process of its own. Ends with 2 when something is missing.
    """
    parts = diagnosis()
    wide = max(len(part.name) for part in parts)
    for part in parts:
        say(f"{'ok' if part.is_well else 'NO':2}  {part.name:{wide}}  {part.found}\n")
    remedies = dict.fromkeys(part.remedy for part in parts if part.remedy)
    if all(part.is_well for part in parts):
        say("\nNothing is missing.\n")
        return
    say(
        "\nSomething is missing. Run this once:\n" if remedies else "\nAll parts are there, yet no page can be drawn.\n"
    )
    for remedy in remedies:
        say(f"  {remedy}\n")
    ctx.exit(2)
