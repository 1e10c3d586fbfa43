"""``form4gen new``."""

from __future__ import annotations

import json

import click

from form4gen.cli import options
from form4gen.cli.starting import ROWS, starting
from form4gen.cli.streams import say

# Printed like codes, but not codes to EDGAR (Ownership XML Technical Specification 5.5, 3.6).
_NOT_CODES = {
    "K": 'K is not a code of its own: give the code of the trade, and write "equitySwapInvolved": true in its row.',
    "V": 'V is not a code of its own: give the code of the trade, and write "transactionFormType": "5" in its row.',
}


def _known(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
    code = given.strip().upper() if given is not None else None
    if code is not None and code not in ROWS:
        raise click.BadParameter(_NOT_CODES.get(code) or f"{given!r} is not a code; the codes are {', '.join(ROWS)}.")
    return code


@click.command(
    "new", epilog=options.examples("form4gen new --code M > option.json", "form4gen new --amendment > form4a.json")
)
@click.option("--code", metavar="CODE", callback=_known, help="The transaction code to write rows for.")
@click.option("--amendment", is_flag=True, help="A Form 4/A.")
def command(code: str | None, amendment: bool) -> None:  # noqa: FBT001  click passes it by name
    """Print a starting JSON: blank, or with the rows that a transaction with this code needs.

    Empty texts and {} are to be filled in; `form4gen validate` names each that is still missing. The first line is
    for an editor that finds the schema beside the file (`form4gen schema > form4.schema.json`).
    """
    say(json.dumps(starting(code, amendment=amendment), indent=2) + "\n")
