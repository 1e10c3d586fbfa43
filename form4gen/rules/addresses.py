"""State and country codes in the address of a reporting person."""

from __future__ import annotations

from collections.abc import Container

from form4gen.law.places import (
    code_named,
    countries,
    name_of,
    states,
)
from form4gen.model.filing import ReportingOwner

# The schemas take an empty element here, and one of one or two blanks.
BLANK = ("", " ", "  ")


def has_address(owner: ReportingOwner) -> bool:
    """Whether any line of the address but the state and the country is given."""
    lines = (owner.rpt_owner_street1, owner.rpt_owner_street2, owner.rpt_owner_city, owner.rpt_owner_zip_code)
    return any(lines)


def meant(typed: str, codes: Container[str]) -> str | None:
    """The code of the list that was typed with blanks, or by its name."""
    return next((code for code in (typed.strip(), code_named(typed)) if code and code in codes), None)


def hint(typed: str) -> str:
    """What the typed code or name means to EDGAR, as a sentence with a blank before it, or nothing."""
    if typed in countries():
        return f" It is the country {name_of(typed)} and belongs into rptOwnerCountry."
    if typed in states():
        return f" It is the US state {name_of(typed)} and belongs into rptOwnerState."
    bare, code = typed.strip(), code_named(typed)
    if name_of(bare):
        return f" Write {bare} without blanks."
    return f" EDGAR's code of {bare} is {code}." if code else ""
