"""``form4gen new``."""

from __future__ import annotations

import json

import click

from form4gen.api.codes import CODES, MARKS, Code
from form4gen.cli import options
from form4gen.cli.starting import starting
from form4gen.cli.streams import write_output


def _known(_: click.Context, __: click.Parameter, given: str | None) -> Code | None:
    if given is None:
        return None
    letter = given.strip().upper()
    if letter in MARKS:
        raise click.BadParameter(f"{letter} is not a transaction code: {MARKS[letter].instead}.")
    if letter not in CODES:
        raise click.BadParameter(f"{given!r} is not a transaction code. The codes are {', '.join(CODES)}.")
    return CODES[letter]


@click.command(
    "new", epilog=options.examples("form4gen new --code M > option.json", "form4gen new --amendment > form4a.json")
)
@click.option("--code", metavar="CODE", callback=_known, help="Transaction code to prepare rows for.")
@click.option("--amendment", is_flag=True, help="Prepare a Form 4/A.")
def command(code: Code | None, amendment: bool) -> None:  # noqa: FBT001  click passes it by name
    """Print a starting document: blank, or with the rows that a transaction code needs.

    Fill in the empty texts and {}; `form4gen validate` lists what is still missing. The "$schema" line lets an editor
    offer completion if form4.schema.json is in the same folder (`form4gen schema > form4.schema.json`).
    """
    write_output(json.dumps(starting(code, amendment=amendment), indent=2) + "\n")
