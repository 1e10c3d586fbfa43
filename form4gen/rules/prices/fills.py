"""PR113: purchases and sales against the trade confirmations behind them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from form4gen.accounts.confirmations import Lot, fill_of, lots, trades
from form4gen.accounts.market import has_trades
from form4gen.accounts.ranges import lies_within, range_of, rounding_of
from form4gen.law.authorities import FORM_4, STAFF_LETTER_2008
from form4gen.model.filing import Filing
from form4gen.model.wording import day, number
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule


@rule(
    "PR113",
    name="row differs from its trade confirmations",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("trade_confirmations",),
    concerns=has_trades,
    sources=(FORM_4.at("Instruction 4(a)(ii)"), STAFF_LETTER_2008.at("on aggregate reporting")),
)
def row_differs_from_its_trade_confirmations(filing: Filing) -> Iterator[Breach]:
    """A purchase or sale must agree with its trade confirmations in number, price and price range.

    Compared with ``context.tradeConfirmations``, in exact decimals; the average to half a unit of the last digit
    that the form gives, which is a cent or less. A fill counts for the row that it names, or else for the one of
    its day, code and class whose price, or the range in the footnote on it, fits; where a fill fits none or
    several, number and dollars of the day are compared as a whole. A day without fills is let pass, and nothing is
    compared while a fill lacks its day, code, number or price. Two things are advisories: fills that no row
    reports, save in an amendment, for another form may; and a range in the footnote that is wider than the fills,
    for some give the bounds of a bucket. EDGAR knows no fills.

    Remedy: Correct the row or its footnote, or complete the confirmations in ``context.tradeConfirmations`` (prices
    before commissions).
    """
    unclear = list(_unclear(filing))
    yield from unclear or _unreported(filing)
    for lot in lots(filing):
        first = lot.rows[0]
        if lot.told_shares not in (None, lot.shares):
            yield Breach(
                first.transaction_shares.at,
                f"{lot.name}: the fills come to {number(lot.shares)}; the form says {number(lot.told_shares)}.",
                found=number(lot.told_shares),
                expected=number(lot.shares),
                arithmetic=lot.sum_of_shares,
            )
        elif lot.other_dollars is not None:
            yield _other_price(lot, lot.other_dollars)
        if len(lot.rows) == 1:
            yield from _other_day_or_code(lot)
            yield from _other_range(lot, filing)


def _unclear(filing: Filing) -> Iterator[Breach]:
    known = {row.at.pointer for row in trades(filing)}
    for told in filing.context.trade_confirmations:
        if fill_of(told) is None:
            yield Breach(
                told.at, "This fill lacks its day, code, number or price; nothing is compared until it is whole."
            )
        elif told.place not in {None, *known}:
            message = "This fill names no purchase or sale of Table I; nothing is compared until it does."
            yield Breach(told.at / "place", message, found=told.place)


def _unreported(filing: Filing) -> Iterator[Breach]:
    """The fills of a day and code that no row reports, in a form that reports all there was."""
    if filing.is_amendment:
        return
    reported = {fill.source.at for lot in lots(filing) for fill in lot.fills}
    told: set[tuple[date, str]] = set()
    for source in filing.context.trade_confirmations:
        fill = fill_of(source)
        if fill is not None and source.at not in reported and (fill.when, fill.code) not in told:
            told.add((fill.when, fill.code))
            message = f"No row of Table I reports the fills of {day(fill.when)} (code {fill.code})."
            yield Breach(source.at, message, severity=ADVISORY)


def _other_price(lot: Lot, dollars: Decimal) -> Breach:
    price = lot.rows[0].transaction_price_per_share
    if len(lot.rows) == 1:
        told, filled, what = number(price.value or Decimal(0)), number(lot.average), "average"
    else:
        told, filled, what = f"{number(dollars)} dollars", f"{number(lot.dollars)} dollars", "come to"
    message = f"{lot.name}: the fills {what} {filled}; the form says {told}."
    return Breach(price.at, message, told, filled, lot.sum_of_dollars)


def _other_day_or_code(lot: Lot) -> Iterator[Breach]:
    """Fills that name their row may be of another day or code than it."""
    row = lot.rows[0]
    for when in sorted({fill.when for fill in lot.fills} - {row.transaction_date.value}):
        yield Breach(row.transaction_date.at, f"{lot.name}: a fill is of {day(when)}.", expected=day(when))
    for code in {fill.code for fill in lot.fills} - {row.code}:
        yield Breach(row.transaction_code.at, f"{lot.name}: a fill has code {code}.", row.code, code)


def _other_range(lot: Lot, filing: Filing) -> Iterator[Breach]:
    told = range_of(lot.rows[0], filing)
    if told is None:
        return
    is_beyond = not (lies_within(lot.low, *told) and lies_within(lot.high, *told))
    is_narrower = lot.low - told[0] > rounding_of(told[0]) or told[1] - lot.high > rounding_of(told[1])
    if is_beyond or is_narrower:
        filled, said = (f"{number(low)} to {number(high)}" for low, high in ((lot.low, lot.high), told))
        yield Breach(
            lot.rows[0].transaction_price_per_share.at,
            f"{lot.name}: the fills are from {filled}; the footnote says {said}.",
            found=said,
            expected=filled,
            severity=None if is_beyond else ADVISORY,
        )
