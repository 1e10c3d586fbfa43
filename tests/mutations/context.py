"""Mutations of the context: a record that contradicts what the form says."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from mutations.dates import OFF_MARKET
from mutations.mutation import Draft, Placed, day_of, mutation, number_of, value_of

from form4gen.prose.plans import adoption_dates
from form4gen.prose.reading import read

DAY = "transactionDate"
PRICE = "transactionPricePerShare"
SHARES = "transactionShares"
EXIT = "notSubjectToSection16"
A_DAY = timedelta(days=1)
CENT = Decimal("0.01")


def _record(draft: Draft, key: str, value: Any) -> None:
    draft.document.setdefault("context", {})[key] = value


def _days(draft: Draft) -> list[date]:
    return [day for each in draft.transactions() if (day := day_of(each.row))]


def _under_a_plan(draft: Draft) -> tuple[Placed, str] | None:
    """A trade under a plan whose day of adoption its footnote gives, and the id of the footnote."""
    for row in draft.transactions("PS", 1):
        for key in row.row:
            for note in draft.notes_on(row.row, key):
                text = draft.footnotes[note]
                if read(text).says("plan_10b5_1") and adoption_dates(text):
                    return row, note
    return None


@mutation("the recorded plan ended on the day before the trade", "TP107")
def _(draft: Draft) -> str | None:
    found = _under_a_plan(draft)
    day = day_of(found[0].row) if found else None
    if found is None or day is None:
        return None
    _record(draft, "plans", [{"planEndDate": (day - A_DAY).isoformat()}])
    return f"{found[0].at}/{DAY}"


@mutation("the recorded plan was adopted on the day before the form's", "TP108")
def _(draft: Draft) -> str | None:
    found = _under_a_plan(draft)
    if found is None:
        return None
    adopted = min(adoption_dates(draft.footnotes[found[1]]))
    _record(draft, "plans", [{"planAdoptionDate": (adopted - A_DAY).isoformat()}])
    return f"/footnotes/{found[1]}"


def _priced(draft: Draft) -> tuple[Placed, Decimal] | None:
    """A trade in the market with a price of dollars."""
    row = draft.first("PS", 1)
    price = number_of(row.row, PRICE) if row else None
    if row is None or price is None or price < 1 or draft.tells(*OFF_MARKET, "negotiated", "underwrit", "repurchase"):
        return None
    return None if draft.tells("cad", "nis", "eur", "hk$", "c$") else (row, price)


def _tell_market(draft: Draft, row: Placed, low: Decimal, high: Decimal) -> None:
    day = {"date": value_of(row.row, DAY), "securityTitle": value_of(row.row, "securityTitle")}
    _record(draft, "marketPrices", [{**day, "low": low, "high": high}])


@mutation("the price is a cent above the high of the market", "PR114")
def _(draft: Draft) -> str | None:
    if found := _priced(draft):
        row, price = found
        _tell_market(draft, row, price / 2, price - CENT)
        return f"{row.at}/{PRICE}"
    return None


@mutation("the price is six times the high of the market", "PR110")
def _(draft: Draft) -> str | None:
    if found := _priced(draft):
        row, price = found
        _tell_market(draft, row, price / 7, price / 6)
        return f"{row.at}/{PRICE}"
    return None


def _fill(draft: Draft, shares: int, price: int) -> Placed | None:
    """A trade with one fill that names it, with so many shares and dollars more than the row says."""
    row = draft.first("PS", 1)
    number, dollars = (number_of(row.row, key) for key in (SHARES, PRICE)) if row else (None, None)
    if row is None or number is None or dollars is None or number < 2 or dollars <= 0:
        return None
    fill = {DAY: value_of(row.row, DAY), "transactionCode": row.code, "place": row.at}
    _record(draft, "tradeConfirmations", [{**fill, SHARES: number + shares, PRICE: dollars + price}])
    return row


@mutation("the fills come to one share less", "PR113")
def _(draft: Draft) -> str | None:
    row = _fill(draft, -1, 0)
    return f"{row.at}/{SHARES}" if row else None


@mutation("the fills come to a dollar more", "PR113")
def _(draft: Draft) -> str | None:
    row = _fill(draft, 0, 1)
    return f"{row.at}/{PRICE}" if row else None


def _tell_status(draft: Draft, **recorded: date) -> None:
    days = {key: day.isoformat() for key, day in recorded.items()}
    _record(draft, "ownerStatus", [{"rptOwnerCik": owner["rptOwnerCik"], **days} for owner in draft.owners])


@mutation("the exit box is on while the record says that the persons serve", "HD103")
def _(draft: Draft) -> str | None:
    draft.document[EXIT] = True
    _tell_status(draft, subjectSince=date(2000, 1, 3), form3FiledOn=date(2000, 1, 4))
    return f"/{EXIT}"


@mutation("by the record an exempt transaction came after the person left", "AD106")
def _(draft: Draft) -> str | None:
    row = draft.first("AFMD")
    day = day_of(row.row) if row else None
    if row is None or day is None:
        return None
    draft.document[EXIT] = True
    _tell_status(draft, subjectUntil=day - A_DAY)
    return f"{row.at}/{DAY}"


@mutation("no Form 3 is recorded", "AD107")
def _(draft: Draft) -> str | None:
    if not _days(draft):
        return None
    _tell_status(draft, subjectSince=min(_days(draft)) - timedelta(days=30))
    return "/reportingOwners/0"


@mutation("by the record a transaction is older than the status", "AD108")
def _(draft: Draft) -> str | None:
    row = draft.first()
    day = day_of(row.row) if row else None
    if row is None or day is None:
        return None
    _tell_status(draft, subjectSince=day + A_DAY, form3FiledOn=day + A_DAY)
    return f"{row.at}/{DAY}"


@mutation("the class was registered shortly before the first transaction", "AD109")
def _(draft: Draft) -> str | None:
    has_office = any(owner.get("isOfficer") or owner.get("isDirector") for owner in draft.owners)
    if not _days(draft) or not has_office or draft.first("ASFMX") is None:
        return None
    _record(draft, "issuerClassRegisteredOn", (min(_days(draft)) - timedelta(days=9)).isoformat())
    return ""
