"""PR113: purchases and sales against the trade confirmations behind them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from form4gen.accounts.confirmations import Lot, fill_of, lots, trades
from form4gen.accounts.market import has_trades
from form4gen.accounts.ranges import lies_within, range_of, rounding_of
from form4gen.accounts.settlement import settled_rows
from form4gen.law.authorities import FORM_4, STAFF_LETTER_2008
from form4gen.model.filing import Filing
from form4gen.model.wording import day, dollars, number
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule

_COMPLETE = (
    "Complete the recorded confirmation: date, code, number and price before commissions "
    "(``context.tradeConfirmations``)."
)
_PLACE = (
    "Correct the row that it names, or delete that (``place``) so that the fill is assigned by its day, code, class "
    "and price."
)


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

    The fills in ``context.tradeConfirmations`` are added in exact decimals; an average is compared to half a unit
    of the last digit that the form gives, or half a cent if that is less. A fill belongs to the row it names, or
    else to the row of its day, code and class whose price or stated range it fits. Where a fill fits none or
    several, the day's number and dollars are compared as a whole. Nothing is compared while a fill lacks its day,
    code, number or price.

    Two faults are advisories: fills that no row reports (not reported for an amendment, or where rows report them on
    the day of settlement, see DL112), and a stated range wider than the fills, since some filers state the bounds of a
    bucket. EDGAR does not check this.

    Remedy: Correct the row or its footnote, or complete the recorded confirmations, with prices before commissions
    (``context.tradeConfirmations``).
    """
    unclear = list(_unclear(filing))
    yield from unclear or _unreported(filing)
    for lot in lots(filing):
        first = lot.rows[0]
        if lot.reported_shares not in (None, lot.shares):
            yield Breach(
                first.transaction_shares.at,
                f"{lot.name}: {number(lot.reported_shares)} shares are reported, but the confirmed fills total "
                f"{number(lot.shares)}.",
                found=number(lot.reported_shares),
                expected=number(lot.shares),
                arithmetic=lot.sum_of_shares,
            )
        elif lot.other_dollars is not None:
            yield _other_price(lot, lot.other_dollars)
        if len(lot.rows) == 1:
            yield from _other_day_or_code(lot)
            yield from _other_range(lot, filing)


def _unclear(filing: Filing) -> Iterator[Breach]:
    known = {None, *(row.at.pointer for row in trades(filing))}
    for source in filing.context.trade_confirmations:
        if fill_of(source) is None:
            message = (
                "This trade confirmation lacks its date, code, number or price. No fills are compared until it is "
                "complete."
            )
            yield Breach(source.at, message, remedy=_COMPLETE)
        elif source.place not in known:
            message = (
                "This trade confirmation names a row that is not a purchase or sale in Table I. No fills are compared "
                "until that is corrected."
            )
            yield Breach(source.at / "place", message, found=source.place, remedy=_PLACE)


def _unreported(filing: Filing) -> Iterator[Breach]:
    """The fills of a day and code that no row reports, on a form that is not an amendment."""
    if filing.is_amendment:
        return
    on_their_day = {fill.source.at for lot in lots(filing) for fill in lot.fills}
    reported = on_their_day | {fill.source.at for each in settled_rows(filing) for fill in each.lot.fills}
    seen: set[tuple[date, str]] = set()
    for source in filing.context.trade_confirmations:
        fill = fill_of(source)
        if fill is not None and source.at not in reported and (fill.when, fill.code) not in seen:
            seen.add((fill.when, fill.code))
            message = f"No row of Table I reports the fills of {day(fill.when)} (code {fill.code})."
            yield Breach(source.at, message, severity=ADVISORY)


def _other_price(lot: Lot, reported_total: Decimal) -> Breach:
    price = lot.rows[0].transaction_price_per_share
    if len(lot.rows) == 1:
        reported, filled = dollars(price.value or Decimal(0)), dollars(lot.average)
        message = f"{lot.name} reports {reported}, but the confirmed fills average {filled}."
    else:
        reported, filled = dollars(reported_total), dollars(lot.dollars)
        message = f"{lot.name} report {reported}, but the confirmed fills total {filled}."
    return Breach(price.at, message, reported, filled, lot.sum_of_dollars)


def _other_day_or_code(lot: Lot) -> Iterator[Breach]:
    """Fills that name their row may have another day or code than the row."""
    row = lot.rows[0]
    for when in sorted({fill.when for fill in lot.fills} - {row.transaction_date.value}):
        message = (
            f"{lot.name}: a fill assigned to this row was executed on {day(when)}, not on the row's transaction date."
        )
        yield Breach(row.transaction_date.at, message, expected=day(when))
    for code in {fill.code for fill in lot.fills} - {row.code}:
        message = f"{lot.name} has code {row.code}, but a fill assigned to it has code {code}."
        yield Breach(row.transaction_code.at, message, row.code, code)


def _other_range(lot: Lot, filing: Filing) -> Iterator[Breach]:
    stated = range_of(lot.rows[0], filing)
    if stated is None:
        return
    is_beyond = not (lies_within(lot.low, *stated) and lies_within(lot.high, *stated))
    is_narrower = lot.low - stated[0] > rounding_of(stated[0]) or stated[1] - lot.high > rounding_of(stated[1])
    if is_beyond or is_narrower:
        filled, said = (f"{dollars(low)} to {dollars(high)}" for low, high in ((lot.low, lot.high), stated))
        yield Breach(
            lot.rows[0].transaction_price_per_share.at,
            f"{lot.name}: the confirmed fills range from {filled}, but the footnote states {said}.",
            found=said,
            expected=filled,
            severity=None if is_beyond else ADVISORY,
        )
