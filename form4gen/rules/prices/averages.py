"""PR: average prices, which the staff allows for one day's trades through a broker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from form4gen.accounts.confirmations import fills_of
from form4gen.accounts.ranges import TRADES, agrees_with_range, is_averaged, range_of
from form4gen.law.authorities import FORM_4, STAFF_LETTER_2008
from form4gen.law.codes import CODES
from form4gen.law.thresholds import AVERAGE_RANGE
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction, Transaction
from form4gen.model.wording import dollars, number
from form4gen.prose.prices import prices_in
from form4gen.prose.reading import all_notes, notes_on
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.typed import TypeGuard

_LETTER = STAFF_LETTER_2008.at("on aggregate reporting")


_SUB_CENT = -3
"""The exponent of a price with three decimals."""


_ROUND_LOT = Decimal(100)


_REWRITE = "Correct the amount in the footnote."
_STATE = "State the lowest and highest price in the footnote."
_SPLIT = "Split the row into ranges of one dollar or less, each with its own footnote."
_CONSIDER = "Consider splitting the row into ranges of less than one dollar, each with its own footnote."
_EACH = "Report each transaction at its own price."
_DISCLOSE = "Add the weighted average footnote with its range, or report each trade on its own row."


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

    The staff allows one row for several trades of a day only within a range of one dollar that a footnote states.
    Whether that includes exactly one dollar is not settled, so it is an advisory. The footnotes on the prices of
    purchases and sales (P, S) are read; several ranges, ranges in words and other currencies are left out. An
    unreadable amount is a warning, and so is a wide range that several rows share. EDGAR does not check this.

    Remedy: State the lowest and highest price in the footnote. If they are more than one dollar apart, split the
    row into ranges of one dollar or less, each with its own footnote.
    """
    price, filing = row.transaction_price_per_share, circumstances.filing
    if row.code not in TRADES or not is_averaged(row, filing):
        return
    found = prices_in(filing.notes_of(price.footnotes))
    if found.unreadable:
        message = f"The footnote to the price in {row.name} contains an unreadable amount: {found.unreadable}."
        yield Breach(price.at, message, found.unreadable, severity=WARNING, remedy=_REWRITE)
    elif found.is_certain and found.amounts < 2:  # noqa: PLR2004  a range has two ends
        if _lacks_a_range(row, filing):
            message = (
                f"The footnote to the price in {row.name} says that the price is an average but does not state the "
                "range of prices."
            )
            yield Breach(price.at, message, expected="the lowest and the highest price", remedy=_STATE)
    elif found.is_certain and len(found.ranges) == 1:
        yield from _too_wide(row, filing, *found.ranges[0])


@lru_cache(maxsize=4)
def _first_with(filing: Filing) -> dict[tuple[str, ...], Transaction]:
    """The first row whose price cites some footnotes; a fault of theirs is reported once."""
    found: dict[tuple[str, ...], Transaction] = {}
    for row in filing.transactions:
        if row.code in TRADES:
            found.setdefault(row.transaction_price_per_share.footnotes, row)
    return found


@lru_cache(maxsize=4)
def _on_several_prices(filing: Filing) -> frozenset[str]:
    """The footnotes that the prices of several rows cite."""
    times = Counter(note for row in filing.transactions for note in set(row.transaction_price_per_share.footnotes))
    return frozenset(note for note, number in times.items() if number > 1)


def _lacks_a_range(row: Transaction, filing: Filing) -> bool:
    """Whether an average of several prices has no range in any footnote of the row or in the Remarks."""
    price = row.transaction_price_per_share
    notes = notes_on(price, filing)
    if row is not _first_with(filing)[price.footnotes] or not notes.says("average_price"):
        return False
    elsewhere = prices_in(f"{filing.notes_of(row.footnotes)}\n{filing.remarks or ''}")
    return not notes.excuses("one_price") and elsewhere.amounts < 2  # noqa: PLR2004  a range has two ends


def _too_wide(row: Transaction, filing: Filing, low: Decimal, high: Decimal) -> Iterator[Breach]:
    if high - low >= AVERAGE_RANGE:
        is_shared = not _on_several_prices(filing).isdisjoint(row.transaction_price_per_share.footnotes)
        is_exact = high - low == AVERAGE_RANGE
        limit = (
            ", exactly one dollar. Whether the staff's limit includes exactly one dollar is not settled."
            if is_exact
            else ". One row may cover a range of at most one dollar."
        )
        yield Breach(
            row.transaction_price_per_share.at,
            f"The footnote to the price in {row.name} covers prices from {dollars(low)} to {dollars(high)}{limit}",
            found=f"{dollars(low)} to {dollars(high)}",
            expected=f"a range of at most ${number(AVERAGE_RANGE)}",
            arithmetic=f"{dollars(high)} - {dollars(low)} = {dollars(high - low)}",
            severity=ADVISORY if is_exact else WARNING if is_shared else None,
            remedy=_CONSIDER if is_exact else _SPLIT,
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

    Otherwise the footnote belongs to another row, or a number is mistyped. Only a single range in dollars is
    compared, to half a unit of the last digit of its ends or of the price. EDGAR does not check this.

    Remedy: Correct the price or the range, or move the footnote to its own row.
    """
    price, found = row.transaction_price_per_share, range_of(row, circumstances.filing)
    if price.value is not None and found is not None and not agrees_with_range(price.value, *found):
        low, high = found
        yield Breach(
            price.at,
            f"{row.name}: the average price {dollars(price.value)} is not between {dollars(low)} and {dollars(high)}, "
            "the range stated in its footnote. Either the price or range is wrong, or the footnote belongs to another "
            "row.",
            found=dollars(price.value),
            expected=f"{dollars(low)} to {dollars(high)}",
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

    The staff expects an undertaking to give the SEC staff, the issuer or a security holder the number of shares at
    each price. One on the form is enough, in a footnote or in the Remarks. EDGAR does not check this.

    Remedy: Add to a price footnote: "The reporting person undertakes to provide, upon request by the SEC staff, the
    issuer or a security holder of the issuer, full information regarding the number of shares purchased or sold at
    each separate price."
    """
    averaged = [row for row in filing.transactions if row.code in TRADES and is_averaged(row, filing)]
    if averaged and not all_notes(filing).excuses("undertaking"):
        message = (
            "The form reports weighted average prices but does not undertake to provide the number of shares traded at "
            "each price on request."
        )
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

    The staff's letter covers only trades through a broker (P, S). A price of one dollar or more with three or more
    decimals, for a hundred shares or more and without a footnote, looks like an average; single trades at fractions
    of a cent are real, so that is an advisory. Where ``context.tradeConfirmations`` gives the fills of the row,
    several prices without a footnote are a warning, and a single price is no finding. EDGAR does not check this.

    Remedy: For a purchase or sale, add the weighted average footnote with its range, or report each trade on its
    own row. For any other code, report each transaction at its own price.
    """
    price, shares = row.transaction_price_per_share, row.transaction_shares.value
    if row.code not in TRADES:
        if row.code in CODES and price.value and is_averaged(row, circumstances.filing):
            message = (
                f"{row.name} (code {row.code}) reports an average price. The staff's 2008 letter covers only purchases "
                "and sales (codes P and S)."
            )
            yield Breach(price.at, message, dollars(price.value), remedy=_EACH)
        return
    if price.footnotes:
        return
    fills = fills_of(row, circumstances.filing) if isinstance(row, NonDerivativeTransaction) else ()
    filled = sorted({fill.price for fill in fills})
    if len(filled) > 1:
        message = (
            f"{row.name} was filled at {len(filled)} prices from {dollars(filled[0])} to {dollars(filled[-1])}, but no "
            "footnote says that the price is an average."
        )
        yield Breach(price.at, message, expected="a footnote with the range", severity=WARNING, remedy=_DISCLOSE)
    elif not filled and (shares or 0) >= _ROUND_LOT and _is_odd(price.value):
        message = (
            f"{row.name}: the price {dollars(price.value)} looks like an average, but no footnote says so. If it is "
            "one, disclose it with its range."
        )
        yield Breach(price.at, message, dollars(price.value), remedy=_DISCLOSE)


def _is_odd(price: Decimal | None) -> TypeGuard[Decimal]:
    return price is not None and price >= 1 and int(price.normalize().as_tuple().exponent) <= _SUB_CENT
