"""``form4gen new``."""

from __future__ import annotations

import re

import click

from form4gen.api.codes import CODES, MARKS, Code
from form4gen.api.starting import NOBODY, Party, starting, written
from form4gen.cli import options, outputs
from form4gen.cli.streams import STANDARD, write_output

_MOST_OWNERS = 10  # EDGAR takes no more


def _codes(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> list[Code]:
    return [_code(each) for letters in given for each in letters.split(",")]


def _code(given: str) -> Code:
    letter = given.strip().upper()
    if letter in MARKS:
        raise click.BadParameter(f"{letter} is not a transaction code: {MARKS[letter].instead}.")
    if letter not in CODES:
        raise click.BadParameter(f"{given!r} is not a transaction code. The codes are {', '.join(CODES)}.")
    return CODES[letter]


def _issuer(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> Party:
    """The issuer, of which each text gives the CIK, the symbol or the name."""
    known: dict[str, str] = {}
    for text in given:
        cik, rest = _cik_and_rest(text)
        is_symbol = re.fullmatch(r"[A-Z][A-Z0-9.-]{0,5}", rest) is not None
        for key, value in (("cik", cik), ("symbol" if is_symbol else "name", rest)):
            if value and key in known:
                raise click.BadParameter(f"{known[key]!r} and {value!r} are both read as the issuer's {key}.")
            known |= {key: value} if value else {}
    return Party(**known)


def _owners(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> list[Party]:
    owners = [Party(*_cik_and_rest(text)) for text in given]
    ciks = [owner.cik for owner in owners if owner.cik]
    if len(set(ciks)) < len(ciks):
        raise click.BadParameter("The same CIK is given twice. Give each reporting person once.")
    return owners


def _cik_and_rest(text: str) -> tuple[str, str]:
    """The CIK with which a text begins, with ten digits, and what follows it."""
    found = re.fullmatch(r"(?:(?:CIK\s*)?(?P<cik>[0-9]+)(?:\s+|$))?(?P<rest>.*)", text.strip(), re.DOTALL)
    cik, rest = (found["cik"] or "", found["rest"]) if found else ("", text)
    if (cik and (len(cik) > 10 or not cik.strip("0"))) or not (cik or rest):  # noqa: PLR2004  digits of a CIK
        raise click.BadParameter(f"{text!r} is neither a CIK (1 to 10 digits, not all zeros) nor a name.")
    return cik.zfill(10) if cik else "", rest


@click.command(
    "new",
    epilog=options.examples(
        "form4gen new --code P -o form4.json",
        "form4gen new --code M --code S --issuer XMPL --owner 'SAMPLE JANE Q' > form4.json",
        "form4gen new --code P --owner 9990002 --owner 9990003 --power > joint.json",
        "form4gen new --amendment > form4a.json",
    ),
)
@click.option(
    "--code", "codes", multiple=True, metavar="CODE", callback=_codes, help="Transaction code to prepare rows for. "
    "Repeatable; the rows come in this order."
)  # fmt: skip
@click.option(
    "--issuer", multiple=True, metavar="TEXT", callback=_issuer,
    help="The issuer's CIK, trading symbol (a word of up to six capitals) or name. Repeatable.",
)  # fmt: skip
@click.option(
    "--owner", "known", multiple=True, metavar="TEXT", callback=_owners,
    help="A reporting person's CIK or name, or both. Repeatable for a joint filing.",
)  # fmt: skip
@click.option(
    "--owners", "count", type=click.IntRange(1, _MOST_OWNERS), metavar="N", help="Number of reporting persons."
)
@click.option("--power", is_flag=True, help="Add a power of attorney to sign, under which an attorney-in-fact signs.")
@click.option("--amendment", is_flag=True, help="Prepare a Form 4/A.")
@click.option("-o", "--output", "target", default=STANDARD, metavar="OUT", help="Output file; - (the default) is "
              "standard output.")  # fmt: skip
@options.force
def command(
    codes: list[Code],
    issuer: Party,
    known: list[Party],
    count: int | None,
    power: bool,  # noqa: FBT001  click passes each by name
    amendment: bool,  # noqa: FBT001
    target: str,
    force: bool,  # noqa: FBT001
) -> None:
    """Print a starting document: blank, or with the rows that transaction codes need.

    Where a value belongs, there is a text that begins with "FILL IN: " and says what to enter. Replace each one, or
    delete its key to leave the box blank; `form4gen validate` names all that are left. With --power, `form4gen render
    --draft --pdf` prints the instrument to sign. An editor explains and completes every key if form4.schema.json is in
    the same folder (`form4gen schema > form4.schema.json`).
    """
    blank = (count or 1) - len(known)
    if count is not None and blank < 0:
        raise click.UsageError(f"--owners {count} is fewer than the {len(known)} reporting persons given with --owner.")
    owners = [*known, *[NOBODY] * blank]
    text = written(starting(codes, amendment=amendment, issuer=issuer, owners=owners, power=power))
    if target == STANDARD:
        write_output(text)
        return
    outputs.write(outputs.place(target, source=STANDARD, force=force), text.encode(), replaces=force)
    write_output(f"{target}\n")
