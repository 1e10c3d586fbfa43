"""The CCCs of the reporting persons: from the environment, otherwise typed on a terminal. They are never shown."""

from __future__ import annotations

import os

import click

from form4gen.api.filings import Ccc
from form4gen.api.load import Filing
from form4gen.cli.confidential import remember
from form4gen.cli.streams import can_ask, write_error
from form4gen.errors import UnusableInputError
from form4gen.redaction.sealed import CCC_VARIABLE
from form4gen.report.wrapping import printable
from form4gen.signals import has_arrived

_TRIES = 3


def credentials(filing: Filing) -> dict[str, Ccc]:
    """The CCC of each reporting person by CIK. Raises UnusableInputError when one is missing and cannot be typed."""
    known = _from_environment()
    owners = {owner.rpt_owner_cik: owner.name for owner in filing.reporting_owners if owner.rpt_owner_cik}
    return {cik: known.get(cik.lstrip("0")) or _asked(cik, printable(name)) for cik, name in owners.items()}


def _from_environment() -> dict[str, Ccc]:
    found: dict[str, Ccc] = {}
    for variable, text in sorted(os.environ.items()):
        cik = variable.removeprefix(CCC_VARIABLE).lstrip("0")
        if not variable.startswith(CCC_VARIABLE) or not text:
            continue
        if cik in found and found[cik].revealed() != text:
            message = f"{variable} and another variable give different CCCs for the same CIK. Unset one of them."
            raise UnusableInputError(message)
        try:
            found[cik] = Ccc(text)
        except UnusableInputError as error:
            message = f"{variable}: {error}"
            raise UnusableInputError(message) from None
    return found


def _asked(cik: str, name: str) -> Ccc:
    variable = f"{CCC_VARIABLE}{cik.lstrip('0')}"
    if not can_ask():
        message = (
            f"No CCC for {name} (CIK {cik}). Set the environment variable {variable}, or run this in a terminal to "
            "type it, with a file as INPUT."
        )
        raise UnusableInputError(message)
    for _ in range(_TRIES):
        try:
            typed = click.prompt(f"CCC of {name} (CIK {cik}), not shown", hide_input=True, err=True)
        except click.Abort:
            if has_arrived():
                raise
            break  # the end of the input
        remember(typed)
        try:
            return Ccc(typed)
        except UnusableInputError as error:
            write_error(f"form4gen: {error}")
    message = f"No CCC for {name} (CIK {cik}). Set the environment variable {variable}."
    raise UnusableInputError(message)
