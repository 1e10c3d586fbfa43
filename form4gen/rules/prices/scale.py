"""PR: a total in place of a price per share."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from form4gen.accounts.beside import lowest_strikes
from form4gen.accounts.market import is_far, market_on
from form4gen.accounts.totals import (
    Compared,
    Priced,
    class_of,
    earlier_prices,
    is_total_of,
    prices_of,
)
from form4gen.law.authorities import FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import day, dollars
from form4gen.prose.prices import dollars_in
from form4gen.prose.reading import read
from form4gen.records import NamedTuple
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_ENORMOUS = Decimal(100_000)


_COMMON = Decimal(20_000)
"""More than common stock costs; a share of preferred stock may be sold for more."""


_DEBT = Decimal(10_000)
"""More than one note costs where notes are counted by number."""


_DOUBTFUL = Decimal(5_000)
"""The price from which it is compared with exercise prices and with the amounts in the footnotes of an award."""


_MANY = Decimal(100)
"""The number of shares from which an enormous price is more likely a total."""


_DEAR = "BRK"
"""The beginning of the symbol of the one issuer whose share costs more."""


class _Other(NamedTuple):
    """What a price is compared with: how the message puts it, and the price or prices expected."""

    words: str
    near: str


class _Around(NamedTuple):
    """The form, its other prices, and the latest price of each class on earlier forms."""

    filing: Filing
    others: Compared
    earlier: Mapping[Hashable, tuple[Decimal, date]]


@rule(
    "PR110",
    name="total in place of price per share",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 5"),),
    certainty=MEDIUM,
)
def total_in_place_of_price_per_share(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """Prices must be reported per share, not in total.

    A Table I price of code P, S or F is compared with the low and high of its day in ``context.marketPrices``, or
    else a price of code P, S, F or D with at least two others of its class within ten days: more than five times
    their median, or less than a fifth of it, is a finding. So is a price more than 20 times that of a sale or
    withholding of the same class and day. Where the other price is that of a purchase, of the latest earlier form, or
    of an option exercised that day, the price must also be plausible once it is divided by the number of shares.
    These prices, and the amounts in its footnotes, are also read for an award (A).

    For a hundred shares or more, $100,000 is a finding by itself, $20,000 for common stock in Table I (except
    Berkshire Hathaway's), and $10,000 for debt that Table II reports by number; other prices of debt are left out.
    Derivative securities are compared only at one exercise price and expiration. EDGAR does not check this.

    Remedy: If the figure is a total, divide it by the number of shares. Otherwise check the decimal point and the
    class.
    """
    priced = prices_of(filing)
    around = _Around(filing, Compared(priced), earlier_prices(priced, circumstances.prior))
    is_dear = (filing.issuer.issuer_trading_symbol or "").strip().upper().startswith(_DEAR)
    for each in priced:
        row, price, market = each.row, dollars(each.price), _market(each.row, filing)
        other = None if _is_debt(row) else _other(each, market, around)
        if other is not None:
            message = (
                f"{row.name} reports a price of {price}, but {other.words}. Report the price per share, not the total."
            )
            yield Breach(row.transaction_price_per_share.at, message, found=price, expected=other.near)
        elif each.price >= _most(row) and (row.transaction_shares.value or 0) >= _MANY and not is_dear and not market:
            message = f"{row.name} reports a price of {price} per share, which appears to be the total."
            yield Breach(row.transaction_price_per_share.at, message, price)


def _most(row: Transaction) -> Decimal:
    """The price from which a price for many shares is a finding by itself."""
    if _is_debt(row):
        return _DEBT if isinstance(row, DerivativeTransaction) else Decimal("Infinity")
    title = read(row.security_title.value)
    is_common = title.says("ordinary_share") and not title.excuses("other_class")
    return _COMMON if is_common and not isinstance(row, DerivativeTransaction) else _ENORMOUS


def _is_debt(row: Transaction) -> bool:
    return read(row.security_title.value).excuses("debt_title")


def _market(row: Transaction, filing: Filing) -> tuple[Decimal, Decimal] | None:
    if isinstance(row, DerivativeTransaction) or row.code == "D":
        return None
    return market_on(row.transaction_date.value, row.security_title.value, filing)


def _other(each: Priced, market: tuple[Decimal, Decimal] | None, around: _Around) -> _Other | None:
    """The first price that shows this one to be a total, or misplaced."""
    if market is not None:
        near = f"{dollars(market[0])} to {dollars(market[1])}"
        is_high = each.row.code != "A" or each.price > market[1]
        found = is_high and is_far(each.price, *market)
        return _Other(f"the market traded at {near} that day", near) if found else None
    usual = around.others.usual_price(each)
    if usual is not None and is_far(each.price, usual, usual):
        near = f"near {dollars(usual)}"
        return _Other(f"comparable rows are {near}", near)
    return next(_single(each, around), None)


def _single(each: Priced, around: _Around) -> Iterator[_Other]:
    """The single prices beside which this one is too high."""
    other = around.others.lower_of_that_day(each)
    if other is not None:
        yield _Other(
            f"{other.row.name}, of the same day, reports {_dollars(other.price)}", f"near {_dollars(other.price)}"
        )
    before = around.earlier.get(class_of(each.row))
    if before is not None and is_total_of(each, before[0]):
        near = f"near {_dollars(before[0])}"
        yield _Other(f"an earlier form reports {_dollars(before[0])} for {day(before[1])}", near)
    if each.price >= _DOUBTFUL and (each.row.transaction_shares.value or 0) >= _MANY:
        for strike in lowest_strikes(each.row, around.filing):
            if is_total_of(each, strike, is_floor=True):
                yield _Other(f"the exercise price is {_dollars(strike)}", f"at least {_dollars(strike)}")
        if each.row.code == "A" and each.price in dollars_in(around.filing.notes_of(each.row.footnotes)):
            yield _Other("its footnote gives that as an amount in all", "the amount divided by the number")


def _dollars(price: Decimal) -> str:
    return dollars(price)
