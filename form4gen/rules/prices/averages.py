"""PR: average prices, as the staff allows them for trades of one day through a broker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TypeGuard

from form4gen.accounts.confirmations import fills_of
from form4gen.accounts.ranges import TRADES, lies_within, range_of
from form4gen.law.authorities import FORM_4, STAFF_LETTER_2008
from form4gen.law.codes import CODES
from form4gen.law.thresholds import AVERAGE_RANGE
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction, Transaction
from form4gen.model.wording import number
from form4gen.prose.prices import speaks_of_average, told_range
from form4gen.prose.texts import told
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_LETTER = STAFF_LETTER_2008.at("on aggregate reporting")


_SUB_CENT = -3
"""The exponent of a price with three decimals."""


_ROUND_LOT = Decimal(100)


@rule(
    "PR106",
    name="weighted average without one-dollar range",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    since=STAFF_LETTER_2008.since,
    sources=(_LETTER, FORM_4.at("Instruction 4(a)(ii)")),
)
def weighted_average_without_one_dollar_range(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A weighted average price must state the range of prices it covers, and the range must not exceed one dollar.

    The staff lets one row stand for several trades of a day only within a range of one dollar that a footnote
    tells. Exactly one dollar is an advisory: whether the staff counts it in is not clear, and examples run from
    14.01 to 15.00. Read in the footnotes on the price of purchases and sales (P, S); several ranges, ranges in
    words and other currencies are let pass; an amount whose digits are no number is a warning, and so is a wide
    range that several rows share. EDGAR reads no text.

    Remedy: State the lowest and highest price in the footnote. If they are more than one dollar apart, split the
    row into ranges of one dollar or less, each with its own footnote.
    """
    price, filing = row.transaction_price_per_share, circumstances.filing
    text = filing.notes_of(price.footnotes)
    if row.code not in TRADES or not speaks_of_average(text):
        return
    found = told_range(text)
    if found.unreadable:
        message = f"The footnote on {row.name} gives an amount that is no number: {found.unreadable}."
        yield Breach(price.at, message, found.unreadable, severity=WARNING)
    elif found.is_certain and found.amounts < 2 and _is_averaged(text):  # noqa: PLR2004  a range has two ends
        if row is _first_with(price.footnotes, filing) and told_range(told(row, filing)).amounts < 2:  # noqa: PLR2004
            message = f"The footnote on {row.name} tells of an average price, but not of its range."
            yield Breach(price.at, message, expected="the lowest and the highest price")
    elif found.is_certain and len(found.ranges) == 1:
        yield from _too_wide(row, filing, *found.ranges[0])


def _first_with(footnotes: tuple[str, ...], filing: Filing) -> Transaction:
    """The first row whose price cites these footnotes: a fault of theirs is told once."""
    return next(
        row
        for row in filing.transactions
        if row.code in TRADES and row.transaction_price_per_share.footnotes == footnotes
    )


def _cites(footnotes: tuple[str, ...], filing: Filing) -> int:
    return sum(bool({*footnotes} & {*row.transaction_price_per_share.footnotes}) for row in filing.transactions)


def _is_averaged(text: str) -> bool:
    """Whether the trades had several prices: not one and the same, and not those of a plan's reinvested dividends."""
    return "averag" in text.casefold() and not _one_price().search(text)


def _too_wide(row: Transaction, filing: Filing, low: Decimal, high: Decimal) -> Iterator[Breach]:
    if high - low >= AVERAGE_RANGE:
        is_shared = _cites(row.transaction_price_per_share.footnotes, filing) > 1
        severity = ADVISORY if high - low == AVERAGE_RANGE else WARNING if is_shared else None
        yield Breach(
            row.transaction_price_per_share.at,
            f"The footnote on {row.name} averages prices from {number(low)} to {number(high)}. One row covers a range "
            "of one dollar at most.",
            found=f"{number(low)} to {number(high)}",
            expected=f"at most {number(AVERAGE_RANGE)} between them",
            arithmetic=f"{number(high)} - {number(low)} = {number(high - low)}",
            severity=severity,
        )


@rule(
    "PR107",
    name="average price outside its stated range",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    since=STAFF_LETTER_2008.since,
    sources=(_LETTER,),
)
def average_price_outside_its_stated_range(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A weighted average price must lie within the range its footnote states.

    Otherwise the footnote belongs to another row, or one of the numbers is mistyped. Only a single readable range
    in dollars is compared; half a unit of the last digit of its ends is let pass as rounding. EDGAR reads no text.

    Remedy: Correct the price or the range, or move the footnote to its own row.
    """
    price, found = row.transaction_price_per_share, range_of(row, circumstances.filing)
    if price.value is not None and found is not None and not lies_within(price.value, *found):
        low, high = found
        yield Breach(
            price.at,
            f"{row.name}: the average price {number(price.value)} is not between {number(low)} and {number(high)}. Is "
            "the footnote on the wrong row?",
            found=number(price.value),
            expected=f"{number(low)} to {number(high)}",
        )


@rule(
    "PR108",
    name="weighted average without undertaking",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    since=STAFF_LETTER_2008.since,
    sources=(_LETTER,),
)
def weighted_average_without_undertaking(filing: Filing) -> Iterator[Breach]:
    """A form that reports weighted average prices must undertake to provide full trade details on request.

    The staff wants an undertaking to give the SEC staff, the issuer or a security holder the number of shares at
    each price. Once on the form is enough, in a footnote or in the remarks. EDGAR reads no text.

    Remedy: Add to a price footnote: "The reporting person undertakes to provide, upon request by the SEC staff, the
    issuer or a security holder of the issuer, full information regarding the number of shares purchased or sold at
    each separate price."
    """
    averaged = [
        row
        for row in filing.transactions
        if row.code in TRADES and speaks_of_average(filing.notes_of(row.transaction_price_per_share.footnotes))
    ]
    if averaged and not _undertaking().search(filing.all_text):
        message = "The form reports average prices without the promise to give the details of the trades on request."
        yield Breach(averaged[0].transaction_price_per_share.at, message)


@rule(
    "PR109",
    name="average price undisclosed or misplaced",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(ii)"), _LETTER),
    certainty=MEDIUM,
)
def average_price_undisclosed_or_misplaced(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Only purchases and sales may be reported at an average price, and the average and its range must be disclosed.

    The staff's letter speaks of trades through a broker (P, S) alone. And a price with three or more decimals, for
    a hundred shares or more and without a footnote, looks like an average; prices below one dollar are quoted so.
    Both are advisories: single trades at parts of a cent are real. Where ``context.tradeConfirmations`` tells the
    fills of the row, several prices without a footnote are a warning, and one price is none.

    Remedy: For a purchase or sale, add the weighted average footnote with its range, or report each trade on its
    own row. For any other code, report each transaction at its own price.
    """
    price, shares = row.transaction_price_per_share, row.transaction_shares.value
    if row.code not in TRADES:
        if row.code in CODES and price.value and speaks_of_average(circumstances.filing.notes_of(price.footnotes)):
            message = f"{row.name} (code {row.code}) gives an average price; the staff allows it for P and S."
            yield Breach(price.at, message, number(price.value))
        return
    if price.footnotes:
        return
    fills = fills_of(row, circumstances.filing) if isinstance(row, NonDerivativeTransaction) else ()
    filled = sorted({fill.price for fill in fills})
    if len(filled) > 1:
        message = (
            f"{row.name} was filled at {len(filled)} prices from {number(filled[0])} to {number(filled[-1])}. Say that "
            "the price is an average, with its range."
        )
        yield Breach(price.at, message, expected="a footnote with the range", severity=WARNING)
    elif not filled and (shares or 0) >= _ROUND_LOT and _is_odd(price.value):
        message = f"{row.name}: the price {number(price.value)} looks like an average. If so, say it with its range."
        yield Breach(price.at, message, number(price.value))


def _is_odd(price: Decimal | None) -> TypeGuard[Decimal]:
    return price is not None and price >= 1 and int(price.normalize().as_tuple().exponent) <= _SUB_CENT


@cache
def _one_price() -> re.Pattern[str]:
    return re.compile(r"same price|single price|(?:each|all) at \$|reinvest", re.IGNORECASE)


@cache
def _undertaking() -> re.Pattern[str]:
    return re.compile(
        r"undertak|agrees? to|\bwill (?:be )?(?:provide|supp|furnish|make)|(?:up)?on (?:\w+ )?request", re.IGNORECASE
    )
