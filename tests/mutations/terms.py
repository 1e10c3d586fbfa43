"""Mutations of Table II, of titles, and of the pairs of rows that an exercise needs."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from mutations.mutation import Draft, Placed, cite, cited, day_of, drop, mutation, number_of, put, value_of

PRICE = "transactionPricePerShare"
STRIKE = "conversionOrExercisePrice"
TWO_NAMES = "the class has two names now"


def _first(draft: Draft, *keys: str, codes: str = "") -> Placed | None:
    """The first transaction of Table II that has a value and no footnote in these cells."""
    for row in draft.transactions(codes, 2):
        if all(value_of(row.row, key) is not None and not draft.notes_on(row.row, key) for key in keys):
            return row
    return None


@mutation("column 2 is blank", "DV101")
def _(draft: Draft) -> str | None:
    row = _first(draft, STRIKE)
    if row and "ption" in str(value_of(row.row, "securityTitle")):
        row.row.pop(STRIKE)
        return f"{row.at}/{STRIKE}"
    return None


@mutation("the expiration date is blank", "DV102")
def _(draft: Draft) -> str | None:
    if row := _first(draft, "expirationDate"):
        row.row.pop("expirationDate")
        return f"{row.at}/expirationDate"
    return None


@mutation("an option expires before it can be exercised", "DV103", DV104="and was exercised outside its life")
def _(draft: Draft) -> str | None:
    row = _first(draft, "exerciseDate", "expirationDate")
    day = day_of(row.row, "exerciseDate") if row else None
    if row and day:
        put(row.row, "expirationDate", (day - timedelta(days=1)).isoformat())
        return f"{row.at}/expirationDate"
    return None


@mutation("an option is exercised after it has expired", "DV104")
def _(draft: Draft) -> str | None:
    row = _first(draft, "expirationDate", codes="MX")
    day = day_of(row.row) if row else None
    first = day_of(row.row, "exerciseDate") if row else None
    if row and day and (first is None or first < day):
        put(row.row, "expirationDate", (day - timedelta(days=1)).isoformat())
        return f"{row.at}/expirationDate"
    return None


@mutation("column 7 names no security", "DV105")
def _(draft: Draft) -> str | None:
    if row := _first(draft, "underlyingSecurityTitle", codes="A"):
        row.row.pop("underlyingSecurityTitle")
        return f"{row.at}/underlyingSecurityTitle"
    return None


@mutation("an option covers a tenth of its number", "DV106", PA103="nor does Table I receive as many")
def _(draft: Draft) -> str | None:
    row = _first(draft, "underlyingSecurityShares", "transactionShares", codes="AM")
    amount = number_of(row.row, "transactionShares") if row else None
    if (
        row
        and not draft.tells("ratio", "convert", "director", "fee")
        and amount
        and amount > 100
        and "ption" in str(value_of(row.row, "securityTitle"))
    ):
        put(row.row, "underlyingSecurityShares", (amount / 10).to_integral_value())
        return f"{row.at}/underlyingSecurityShares"
    return None


@mutation("the title of an option does not state the right", "DV107")
def _(draft: Draft) -> str | None:
    row = draft.first("AM", 2)
    title = str(value_of(row.row, "securityTitle")).lower() if row else ""
    if row and "right to buy" in title and not draft.tells("right", "option", "purchase"):
        put(row.row, "securityTitle", "Employee Stock Option")
        return f"{row.at}/securityTitle"
    return None


@mutation("an option is reported in Table I", "DV108")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and not cited(row.row):
        put(row.row, "securityTitle", "Employee Stock Option (right to buy)")
        return f"{row.at}/securityTitle"
    return None


@mutation("column 8 repeats the price of an exercise", "PR103")
def _(draft: Draft) -> str | None:
    if row := _first(draft, STRIKE, codes="MX"):
        if not number_of(row.row, STRIKE):
            return None
        put(row.row, PRICE, str(number_of(row.row, STRIKE)))
        return f"{row.at}/{PRICE}"
    return None


@mutation("shares of an exercise cost another price than the option says", "PR104")
def _(draft: Draft) -> str | None:
    bought, option = list(draft.transactions("M", 1)), list(draft.transactions("M", 2))
    if len(bought) != 1 or len(option) != 1 or cited(bought[0].row) or draft.notes_on(option[0].row, STRIKE):
        return None
    if not number_of(option[0].row, STRIKE) or not number_of(bought[0].row, PRICE):
        return None
    put(bought[0].row, PRICE, str((number_of(bought[0].row, PRICE) or Decimal(0)) + Decimal("0.08")))
    return f"{bought[0].at}/{PRICE}"


@mutation("Table I receives a tenth of the exercised shares", "PA103", PA104="and less than was withheld")
def _(draft: Draft) -> str | None:
    bought, option = list(draft.transactions("M", 1)), list(draft.transactions("M", 2))
    amount = number_of(bought[0].row, "transactionShares") if bought else None
    if len(bought) != 1 or len(option) != 1 or not amount or cited(bought[0].row) or draft.tells("settle"):
        return None
    put(bought[0].row, "transactionShares", (amount / 10).to_integral_value())
    return f"{bought[0].at}/transactionShares"


@mutation("the shares of an exercise are marked as disposed of", "TC104")
def _(draft: Draft) -> str | None:
    row = draft.first("M", 1)
    if row and not cited(row.row):
        put(row.row, "transactionAcquiredDisposedCode", "D")
        return f"{row.at}/transactionAcquiredDisposedCode"
    return None


@mutation("a title is only Shares", "HD106")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and not cited(row.row):
        put(row.row, "securityTitle", "Shares")
        return f"{row.at}/securityTitle"
    return None


@mutation("one class is spelled two ways", "HD107")
def _(draft: Draft) -> str | None:
    rows = [each for each in draft.rows(1) if value_of(each.row, "securityTitle") == "Common Stock"]
    if len(rows) < 2:
        return None
    put(rows[-1].row, "securityTitle", "Common Stocks")
    return f"{rows[-1].at}/securityTitle"


@mutation("a row does not name its class", "HD204")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and not cited(row.row):
        row.row.pop("securityTitle")
        return f"{row.at}/securityTitle"
    return None


@mutation("a title has 61 characters", "HD205")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and len(list(draft.rows())) == 1:
        put(row.row, "securityTitle", "Common Stock of the Series A of the Example Holding Company I")
        return f"{row.at}/securityTitle"
    return None


@mutation("a transaction reports 0 shares", "TC115")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and not cited(row.row):
        put(row.row, "transactionShares", 0)
        return f"{row.at}/transactionShares"
    return None


@mutation("a small acquisition of 12,400 dollars", "TC110")
def _(draft: Draft) -> str | None:
    row = draft.first("P", 1)
    if row and not cited(row.row):
        put(row.row, "transactionCode", "L")
        put(row.row, "transactionShares", 1000)
        put(row.row, PRICE, "12.40")
        row.row["transactionFormType"] = "5"
        return f"{row.at}/transactionCode"
    return None


@mutation("K is entered on a row of Table I", "TC111")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row and not cited(row.row):
        row.row["equitySwapInvolved"] = True
        return f"{row.at}/equitySwapInvolved"
    return None


@mutation(
    "a discretionary transaction names no plan", "TC118", TC106="who is neither officer nor director has no such plan"
)
def _(draft: Draft) -> str | None:
    row = draft.first("S", 1)
    if row and not draft.tells("plan", "average"):
        put(row.row, "transactionCode", "I")
        return f"{row.at}/transactionCode"
    return None


@mutation("both a number and a value of derivatives are given", "TC203")
def _(draft: Draft) -> str | None:
    if row := _first(draft, "transactionShares"):
        row.row["transactionTotalValue"] = Decimal(1000)
        return f"{row.at}/transactionTotalValue"
    return None


@mutation("a footnote is attached to A or D in Table II", "TC206")
def _(draft: Draft) -> str | None:
    row = draft.first(table=2)
    if row is None or not draft.footnotes:
        return None
    cite(row.row, "transactionAcquiredDisposedCode", next(iter(draft.footnotes)))
    return f"{row.at}/transactionAcquiredDisposedCode"


@mutation("a total is entered as the price", "PR110", PR107="nor is it in the range of its footnote")
def _(draft: Draft) -> str | None:
    rows = [each for each in draft.transactions("PSF", 1) if number_of(each.row, PRICE)]
    if len(rows) < 3:
        return None
    put(rows[-1].row, PRICE, (number_of(rows[-1].row, PRICE) or Decimal(0)).to_integral_value() * 1000)
    return f"{rows[-1].at}/{PRICE}"


@mutation("the expiration date is given only in a footnote that is not cited", "DV102")
def _(draft: Draft) -> str | None:
    for row in draft.transactions(table=2):
        if draft.notes_on(row.row, "expirationDate"):
            drop(row.row, "expirationDate")
            row.row["expirationDate"].pop("footnotes")
            return f"{row.at}/expirationDate"
    return None
