"""``form4gen new``."""

from __future__ import annotations

import json

import click

from form4gen.api.codes import CODES, MARKS, Code
from form4gen.cli import options
from form4gen.cli.starting import starting
from form4gen.cli.streams import write_output

_LONGEST_CIK = 10


def _known(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[Code, ...]:
    return tuple(_code(each) for each in given)


def _code(given: str) -> Code:
    letter = given.strip().upper()
    if letter in MARKS:
        raise click.BadParameter(f"{letter} is not a transaction code: {MARKS[letter].instead}.")
    if letter not in CODES:
        raise click.BadParameter(f"{given!r} is not a transaction code. The codes are {', '.join(CODES)}.")
    return CODES[letter]


def _cik(given: str) -> str:
    """The CIK in ten digits."""
    cik = given.strip()
    if not (cik.isascii() and cik.isdigit() and len(cik) <= _LONGEST_CIK and int(cik)):
        raise click.BadParameter(f"{given!r} is not a CIK. A CIK is 1 to 10 digits, such as 0001537435.")
    return cik.zfill(_LONGEST_CIK)


def _issuer(_: click.Context, __: click.Parameter, given: str | None) -> str:
    return "" if given is None else _cik(given)


def _owners(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(_cik(each) for each in given)
    if len(set(found)) < len(found):
        raise click.BadParameter("The same CIK is given twice. Give each reporting person once.")
    return found


@click.command(
    "new",
    epilog=options.examples(
        "form4gen new --code M --code S > sale.json",
        "form4gen new --code P --issuer 1537435 --owner 1625781 --power > purchase.json",
        "form4gen new --amendment > form4a.json",
    ),
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="CODE",
    callback=_known,
    help="Prepare rows for this transaction code. Repeatable.",
)
@click.option("--issuer", metavar="CIK", callback=_issuer, help="The issuer's CIK.")
@click.option(
    "--owner",
    "owners",
    multiple=True,
    metavar="CIK",
    callback=_owners,
    help="A reporting person's CIK. Repeatable, for a joint filing.",
)
@click.option("--power", is_flag=True, help="Prepare a power of attorney, to be signed, for each reporting person.")
@click.option("--amendment", is_flag=True, help="Prepare a Form 4/A.")
def command(
    codes: tuple[Code, ...],
    issuer: str,
    owners: tuple[str, ...],
    power: bool,  # noqa: FBT001  click passes each by name
    amendment: bool,  # noqa: FBT001
) -> None:
    """Print a starting document: blank, or with the rows that transaction codes need.

    Replace each text that begins with TODO, or delete its key; `form4gen validate` lists those that are left. With
    --power, `form4gen render --draft --pdf` prints the instrument to sign. The "$schema" line lets an editor offer
    completion if form4.schema.json is in the same folder (`form4gen schema > form4.schema.json`).
    """
    document = starting(codes, amendment=amendment, issuer=issuer, owners=owners, power=power)
    write_output(json.dumps(document, indent=2) + "\n")
