"""Mutations of codes, letters, amounts and prices in the rows."""

from __future__ import annotations

import copy
from decimal import Decimal

from mutations.mutation import Draft, Row, cited, drop, mutation, number_of, put, value_of

LETTER = "transactionAcquiredDisposedCode"
PRICE = "transactionPricePerShare"
AMOUNT = "transactionShares"
BALANCE_BREAKS = "the balance was right for the true letter"
TOO_SMALL = "a balance after a disposal does not hold what is now said to be acquired"
PAIR = "the two sides of the exercise no longer match"
AVERAGE = "an average price is for purchases and sales"
MADE_UP = "the price was made up"


@mutation("a sale is marked as acquired", "TC102", HB102=BALANCE_BREAKS)
def _(draft: Draft) -> str | None:
    row = draft.first("S", 1)
    if row and (number_of(row.row, "sharesOwnedFollowingTransaction") or 0) > (number_of(row.row, AMOUNT) or 0):
        put(row.row, LETTER, "A")
        return f"{row.at}/{LETTER}"
    return None


@mutation("a purchase is marked as disposed of", "TC102", HB102=BALANCE_BREAKS)
def _(draft: Draft) -> str | None:
    if row := draft.first("P", 1):
        put(row.row, LETTER, "D")
        return f"{row.at}/{LETTER}"
    return None


@mutation("a grant is marked as disposed of", "TC102")
def _(draft: Draft) -> str | None:
    row = draft.first("A")
    if row and len(list(draft.rows())) == 1:
        put(row.row, LETTER, "D")
        return f"{row.at}/{LETTER}"
    return None


@mutation("a withholding is marked as acquired", "TC102", HB102=BALANCE_BREAKS)
def _(draft: Draft) -> str | None:
    if row := draft.first("F", 1):
        put(row.row, LETTER, "A")
        return f"{row.at}/{LETTER}"
    return None


@mutation("an exercised option is marked as acquired", "TC103", HB101=TOO_SMALL, PR104=PAIR)
def _(draft: Draft) -> str | None:
    row = draft.first("M", 2)
    if row and not draft.tells("exchange", "reclassif"):
        put(row.row, LETTER, "A")
        return f"{row.at}/{LETTER}"
    return None


@mutation("a row is marked neither A nor D", "TC204")
def _(draft: Draft) -> str | None:
    if row := draft.first("PSAF", 1):
        row.row.pop(LETTER)
        return f"{row.at}/{LETTER}"
    return None


@mutation("the price of a sale is dropped", "PR101")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row and not draft.notes_on(row.row, PRICE):
        drop(row.row, PRICE)
        return f"{row.at}/{PRICE}"
    return None


@mutation("a sale is priced at 0", "PR101")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row and not cited(row.row):
        put(row.row, PRICE, 0)
        return f"{row.at}/{PRICE}"
    return None


@mutation("shares are withheld at 0", "PR105", PA104="the footnote of the vesting is gone")
def _(draft: Draft) -> str | None:
    row = draft.first("F", 1)
    if row and not draft.document.get("aff10b5One"):
        draft.bare(row.row)
        put(row.row, PRICE, 0)
        return f"{row.at}/{PRICE}"
    return None


@mutation("a gift has a price", "PR102")
def _(draft: Draft) -> str | None:
    if row := draft.first("G", 1):
        put(row.row, PRICE, "41.20")
        return f"{row.at}/{PRICE}"
    return None


@mutation("a price is over the maximum", "PR202", PR107=MADE_UP, PR110=MADE_UP)
def _(draft: Draft) -> str | None:
    if row := draft.first("PS", 1):
        put(row.row, PRICE, "1000000000000")
        return f"{row.at}/{PRICE}"
    return None


@mutation("a price has five decimals", "PR202", PR109="so exact a price looks like an average")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row and not draft.notes_on(row.row, PRICE):
        put(row.row, PRICE, format((number_of(row.row, PRICE) or Decimal(0)).quantize(Decimal(1)), "f") + ".12345")
        return f"{row.at}/{PRICE}"
    return None


@mutation("a row states no amount", "TC202")
def _(draft: Draft) -> str | None:
    row = draft.first("PSF", 1)
    if row and not draft.notes_on(row.row, AMOUNT):
        row.row.pop(AMOUNT)
        return f"{row.at}/{AMOUNT}"
    return None


@mutation("V is entered as a code", "TC101")
def _(draft: Draft) -> str | None:
    row = draft.first("PSAFG", 1)
    if row and not draft.document.get("aff10b5One"):
        put(row.row, "transactionCode", "V")
        return f"{row.at}/transactionCode"
    return None


@mutation("K is entered as a code", "TC101")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and not draft.document.get("aff10b5One"):
        put(row.row, "transactionCode", "K")
        return f"{row.at}/transactionCode"
    return None


@mutation("a code is in lower case", "TC101")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and not draft.document.get("aff10b5One"):
        put(row.row, "transactionCode", row.code.lower())
        return f"{row.at}/transactionCode"
    return None


@mutation("a row has no code", "TC201")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and not draft.document.get("aff10b5One"):
        drop(row.row, "transactionCode")
        return f"{row.at}/transactionCode"
    return None


@mutation("code J has no footnote", "TC108")
def _(draft: Draft) -> str | None:
    row = draft.first("PSG")
    is_plain = len(draft.owners) == 1 and not draft.document.get("aff10b5One") and not draft.document.get("remarks")
    if row and is_plain and draft.document["documentType"] == "4" and _is_plain(row.row):
        draft.bare(row.row)
        put(row.row, "transactionCode", "J")
        return f"{row.at}/transactionCode"
    return None


def _is_plain(row: Row) -> bool:
    return number_of(row, PRICE) is not None and value_of(row, "natureOfOwnership") is None


@mutation("a derivative's code H is used in Table I", "TC105", PR109=AVERAGE)
def _(draft: Draft) -> str | None:
    row = draft.first("S", 1)
    if row and not draft.document.get("aff10b5One"):
        put(row.row, "transactionCode", "H")
        return f"{row.at}/transactionCode"
    return None


@mutation("a row is entered twice", "TC116", HB102="the balance does not move twice")
def _(draft: Draft) -> str | None:
    table = draft.document.get("nonDerivativeTable", [])
    row = draft.first("PS", 1)
    if row and len(table) < 30:
        table.append(copy.deepcopy(row.row))
        return f"/nonDerivativeTable/{len(table) - 1}"
    return None


@mutation("timeliness E is entered on a row that is not early", "TC205")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and value_of(row.row, "transactionFormType") != "5":
        put(row.row, "transactionTimeliness", "E")
        return f"{row.at}/transactionTimeliness"
    return None


@mutation("an exercise is in Table II alone", "PA101")
def _(draft: Draft) -> str | None:
    exercise = draft.first("M", 2)
    if exercise is None or draft.first("M", 1) is None or draft.tells("cash", "cancel", "dividend", "settle"):
        return None
    for row in draft.transactions("M", 1):
        put(row.row, "transactionCode", "A")
    return exercise.at


@mutation("an exercise is in Table I alone", "PA102", FN101="the footnotes of the row that is gone are cited no more")
def _(draft: Draft) -> str | None:
    row = draft.first("M", 1)
    if row is None or draft.first("M", 2) is None:
        return None
    draft.document["derivativeTable"] = [each.row for each in draft.rows(2) if each.code != "M"]
    return f"{row.at}/transactionCode"
