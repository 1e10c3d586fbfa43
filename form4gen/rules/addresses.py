"""What the rules on the address of a reporting person share: its lines, and hints on state and country codes."""

from __future__ import annotations

from collections.abc import Container

from form4gen.law.iso_codes import CANADA, edgar_code_of
from form4gen.law.places import (
    code_named,
    countries,
    name_of,
    states,
)
from form4gen.model.filing import ReportingOwner

# The schemas accept an empty element here, and one of one or two spaces.
BLANK = ("", " ", "  ")


def has_address(owner: ReportingOwner) -> bool:
    """Whether any line of the address other than the state and the country is given."""
    lines = (owner.rpt_owner_street1, owner.rpt_owner_street2, owner.rpt_owner_city, owner.rpt_owner_zip_code)
    return any(lines)


def meant(typed: str, codes: Container[str]) -> str | None:
    """The code on the list that was typed with spaces around it, by its name, or as the ISO code of the country."""
    found = (typed.strip(), code_named(typed), edgar_code_of(typed) if typed not in states() else None)
    return next((code for code in found if code and code in codes), None)


def hint(typed: str) -> str:
    """What the typed code or name means to EDGAR, as a sentence with a space before it, or nothing."""
    if typed in countries():
        return f" It is EDGAR's code for the country {name_of(typed)} and belongs in the country field."
    if typed in states():
        return f" It is the code for the state {name_of(typed)} and belongs in the state field.{_of_iso_code(typed)}"
    bare, code = typed.strip(), code_named(typed)
    if name_of(bare):
        return f" Enter {bare} without spaces."
    return f" EDGAR's code for {bare} is {code}." if code else _of_iso_code(bare)


def _of_iso_code(typed: str) -> str:
    """What a code of ISO 3166 is to EDGAR, as a sentence with a space before it, or nothing."""
    code = edgar_code_of(typed)
    if code:
        return f" EDGAR's code for {name_of(code)} (ISO {typed.upper()}) is {code}."
    return " For Canada (ISO CA), EDGAR has a code for each province." if typed.upper() == CANADA else ""
