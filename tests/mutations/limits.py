"""Mutations that break a limit of EDGAR's schema, or a custom of the form's columns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mutations.mutation import Draft, cite, drop, mutation, number_of, put, value_of
from mutations.signatures import attach

FOREIGN_SINCE = date(2026, 3, 18)
PRICE = "transactionPricePerShare"
NATURE = "natureOfOwnership"
UNDERLYING = "underlyingSecurityShares"


@mutation("column 7 has a number and a value", "DV201")
def _(draft: Draft) -> str | None:
    for row in draft.rows(2):
        if number_of(row.row, UNDERLYING):
            put(row.row, "underlyingSecurityValue", 1000)
            return f"{row.at}/underlyingSecurityValue"
    return None


@mutation("a grant has no price", "PR201")
def _(draft: Draft) -> str | None:
    row = draft.first("AM", 1)
    if row is None or draft.notes_on(row.row, PRICE):
        return None
    drop(row.row, PRICE)
    return f"{row.at}/{PRICE}"


@mutation("a footnote is on an empty nature of ownership", "HB205")
def _(draft: Draft) -> str | None:
    for row in draft.rows():
        if value_of(row.row, "directOrIndirectOwnership") == "D" and not row.row.get(NATURE) and draft.footnotes:
            cite(row.row, NATURE, next(iter(draft.footnotes)))
            return f"{row.at}/{NATURE}"
    return None


@mutation("a trade has a price with three decimals and no footnote", "PR109")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    price = number_of(row.row, PRICE) if row else None
    if row is None or price is None or draft.notes_on(row.row, PRICE):
        return None
    if price < 1 or (number_of(row.row, "transactionShares") or 0) < 100:
        return None
    put(row.row, PRICE, price.quantize(Decimal("0.01")) + Decimal("0.001"))
    return f"{row.at}/{PRICE}"


@mutation("11 cover letters are attached", "EX212")
def _(draft: Draft) -> str | None:
    for number in range(11):
        attach(draft, documentType="COVER", documentName=f"cover{number}.txt", text="A letter.")
    return "/exhibits"


@mutation("an exhibit is attached that the remarks do not list", "EX101")
def _(draft: Draft) -> str | None:
    if "exhibit" in draft.text.lower() or "ex-" in draft.text.lower():
        return None
    attach(draft, documentType="EX-99", documentName="letter.txt", text="A letter.")
    return "/remarks"


def _foreign(draft: Draft, **context: str) -> bool:
    """Make the issuer foreign, if its directors and officers file the form under the law of March 18, 2026."""
    is_in_time = draft.filed_at.date() >= FOREIGN_SINCE and draft.last_signed >= FOREIGN_SINCE
    if not is_in_time or not all(owner.get("isDirector") or owner.get("isOfficer") for owner in draft.owners):
        return False
    draft.document.setdefault("context", {}).update({"issuerIsForeignPrivate": True, **context})
    return True


@mutation("the issuer is of a qualifying jurisdiction", "FP102")
def _(draft: Draft) -> str | None:
    return "/issuer" if _foreign(draft, issuerJurisdiction="Canada") else None


@mutation("a title of a foreign private issuer names no kind of share", "FP106")
def _(draft: Draft) -> str | None:
    rows = list(draft.rows(1))
    if len(list(draft.rows())) != 1 or not rows or not _foreign(draft):
        return None
    put(rows[0].row, "securityTitle", "Class A Shares")
    return f"{rows[0].at}/securityTitle"
