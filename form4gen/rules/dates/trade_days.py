"""DL: transaction dates that are probably wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from form4gen.accounts.basis_values import Basis
from form4gen.law.authorities import CARE, FORM_4, RULE_16A
from form4gen.law.exchange import closed_day
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import day, weekday
from form4gen.prose.days import days_in
from form4gen.prose.markets import is_off_market
from form4gen.prose.reading import notes_of
from form4gen.prose.texts import told, words
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_LONG_AGO = timedelta(days=366)

_FAR_APART = timedelta(days=60)

_EXPLAINED = ("late", "lookback", "correction", "previously_unreported")
"""What words may say of a row that comes from another time."""

_OF_ANOTHER_TIME = (Basis.FORM_5, Basis.LOOK_BACK)
"""Bases on which an old row is nothing unusual."""


@rule(
    "DL104",
    name="trade on a non-trading day",
    on=NonDerivativeTransaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(ii)"), FORM_4.at("Instruction 8"), RULE_16A.at("16a-3(g)(1)")),
)
def trade_on_a_non_trading_day(row: NonDerivativeTransaction, circumstances: Circumstances) -> Iterator[Breach]:
    """An open-market purchase or sale is dated on its trade date, a day on which US stock markets were open.

    The trade date is not the settlement date or the date of the broker's statement. The stock exchanges' calendar
    counts, not EDGAR's. Silent where a footnote on the row or the remarks describe a private, negotiated, or off-market
    trade, an offering, a tender, a merger, or an employee or shareholder plan, and where the issuer is listed abroad
    (Item 2a, or ``context.issuerForeignListing``) or has no trading symbol. A Rule 10b5-1 plan is no exception, because
    it trades in the market. Table II is left out, because most derivatives trade privately. EDGAR takes any day.

    Remedy: Enter the trade date. If the trade was private, say so in a footnote.
    """
    traded, filing = row.transaction_date.value, circumstances.filing
    if row.code not in ("P", "S") or traded is None:
        return
    closed = closed_day(traded)
    if closed is None or _is_listed_abroad(filing) or not _is_listed(filing):
        return
    if not is_off_market(notes_of(row, filing)):
        what = "purchase" if row.code == "P" else "sale"
        yield Breach(
            row.transaction_date.at,
            f"{row.name} reports a {what} on {weekday(traded)}, when US stock markets were closed ({closed.name}). "
            "Report the trade date, not the settlement or statement date.",
            found=weekday(traded),
        )


def _is_listed_abroad(filing: Filing) -> bool:
    listing = words(filing.context.issuer_foreign_listing)
    return bool(filing.issuer.issuer_foreign_trading_symbol) or listing not in ("", "none")


def _is_listed(filing: Filing) -> bool:
    symbol = (filing.issuer.issuer_trading_symbol or "").strip(" []()").casefold()
    return symbol not in ("", "none", "n/a", "na", "n.a.", "not applicable", "not listed")


@rule(
    "DL108",
    name="implausible transaction date",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(ii)"), CARE.at("on dates far from the others")),
    certainty=MEDIUM,
)
def implausible_transaction_date(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """Transaction dates on one form are normally close to one another and to the signature date.

    A date more than 366 days before the first signature, or more than 60 days before the latest transaction, usually
    has the wrong year. Silent for rows that may wait for Form 5 or are reported under Rule 16a-2(a), and where a
    footnote on the row or the remarks mention a late or earlier report, or give the same day. EDGAR compares no dates.

    Remedy: Correct the year, or explain the late row in a footnote.
    """
    signed = filing.first_signed
    end = signed or circumstances.filed_on
    dated = [
        (row, traded)
        for row in filing.transactions
        if (traded := row.transaction_date.value) is not None and traded <= end and not row.is_early
        if circumstances.dues[row].basis not in _OF_ANOTHER_TIME
    ]
    latest = max((traded for _, traded in dated), default=end)
    for row, traded in dated:
        message = _how_far(traded, latest, end, "signed" if signed else "filed")
        if message and traded not in days_in(told(row, filing)) and not notes_of(row, filing).excuses(*_EXPLAINED):
            yield Breach(
                row.transaction_date.at,
                f"{row.name} is dated {day(traded)}, {message}. Check the year.",
                day(traded),
            )


def _how_far(traded: date, latest: date, end: date, what: str) -> str:
    if latest - traded > _FAR_APART:
        return f"more than 60 days before another row ({day(latest)})"
    return f"more than a year before the form was {what} ({day(end)})" if end - traded > _LONG_AGO else ""
