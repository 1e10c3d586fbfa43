"""``form4gen new``."""

from __future__ import annotations

import json

import click

from form4gen.api.codes import CODES, MARKS, Code
from form4gen.cli import options
from form4gen.cli.starting import starting
from form4gen.cli.streams import say


def _known(_: click.Context, __: click.Parameter, given: str | None) -> Code | None:
    if given is None:
        return None
    letter = given.strip().upper()
    if letter in MARKS:
        raise click.BadParameter(f"{letter} is not a code of its own: {MARKS[letter].instead}.")
    if letter not in CODES:
        raise click.BadParameter(f"{given!r} is not a code; the codes are {', '.join(CODES)}.")
    return CODES[letter]


@click.command(
    "new", epilog=options.examples("form4gen new --code M > option.json", "form4gen new --amendment > form4a.json")
)
@click.option("--code", metavar="CODE", callback=_known, help="The transaction code to write rows for.")
@click.option("--amendment", is_flag=True, help="A Form 4/A.")
def command(code: Code | None, amendment: bool) -> None:  # noqa: FBT001  click passes it by name
    """Print a starting JSON: blank, or with the rows that a transaction with this code needs.

    Empty texts and {} are to be filled in; `form4gen validate` names each that is still missing. The first line is
    for an editor that finds the schema beside the file (`form4gen schema > form4.schema.json`).
    """
    say(json.dumps(starting(code, amendment=amendment), indent=2) + "\n")
