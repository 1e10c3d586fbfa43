"""PR: the price of an exercise in both tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from heapq import merge
from itertools import groupby, islice

from form4gen.accounts.beside import Given, given_beside
from form4gen.accounts.pairing import EXERCISES
from form4gen.law.authorities import FORM_4
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction
from form4gen.model.wording import dollars
from form4gen.rules.catalogue import ACCEPTS, ERROR, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_LISTED = 5
_NOT_STATED = "column 2 of Table II states no exercise price"


@rule(
    "PR103",
    name="price in column 8 on exercise",
    on=DerivativeTransaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(iii)"),),
)
def price_in_column_8_on_exercise(row: DerivativeTransaction) -> Iterator[Breach]:
    """On an exercise or conversion, the price belongs in column 2 of Table II; column 8 must not state one.

    Column 8 is for the price of the derivative security itself. The form leaves it blank; EDGAR requires a number
    or a footnote, and accepts 0. A derivative security acquired on the exercise of another has its own price there.

    Remedy: Report the exercise price in column 2 and enter 0 in column 8, where EDGAR does not accept a blank.
    """
    price = row.transaction_price_per_share
    if row.code in EXERCISES and not row.is_acquired and price.value is not None and price.value > 0:
        message = (
            f"{row.name}: column 8 states a price of {dollars(price.value)} on an exercise or conversion. The "
            "exercise or conversion price belongs in column 2."
        )
        is_repeated = price.value == row.conversion_or_exercise_price.value
        yield Breach(price.at, message, dollars(price.value), "0", suggested=Decimal(0) if is_repeated else None)


@rule(
    "PR104",
    name="Table I price differs from exercise price",
    on=NonDerivativeTransaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(i), (iii)"), FORM_4.at("Instruction 5")),
    certainty=MEDIUM,
)
def table_i_price_differs_from_exercise_price(
    row: NonDerivativeTransaction, circumstances: Circumstances
) -> Iterator[Breach]:
    """Shares acquired on exercise are reported in Table I at the exercise price stated in column 2 of Table II.

    No instruction says that the two prices are the same; it follows from what each column is for. This is an error
    only where one option of that code, class and day covers exactly these shares. It is a warning where the price
    fits none of several, and where a conversion or a unit without an exercise price brings shares at a price. A
    price rounded to its last decimal, a cent or less, is the same. No finding is made where either price has a
    footnote, or for appreciation rights. EDGAR does not check this.

    Remedy: Correct the price in Table I or the exercise price in column 2. Use one Table I row for each exercise
    price, and 0 for restricted stock units.
    """
    price = row.transaction_price_per_share
    given = given_beside(row, circumstances.filing) if row.is_acquired else []
    if price.value is None or price.footnotes or not given:
        return
    if any(each.is_explained or each.prices.have(price.value) for each in given):
        return
    is_option = row.code != "C" and all(each.are_priced for each in given)
    if not is_option and not price.value:
        return
    is_pair = (
        sum(each.number for each in given) == 1 and given[0].first.underlying.value == row.transaction_shares.value
    )
    expected = _listed(each.prices.sorted for each in given)
    yield Breach(
        price.at,
        f"{row.name} reports the shares at {dollars(price.value)}, but {_said(given)}.",
        found=dollars(price.value),
        expected=expected,
        severity=None if is_option and is_pair else WARNING,
        suggested=given[0].first.conversion_or_exercise_price.value if is_option and is_pair else None,
    )


def _said(given: list[Given]) -> str:
    """What column 2 of Table II says in numbers; a footnote in place of one states none."""
    if not any(each.stated for each in given):
        return _NOT_STATED
    stated = _listed(each.stated for each in given)
    or_none = " or not stated" if any(each.has_unstated for each in given) else ""
    return f"the exercise price in column 2 of Table II is {stated}{or_none}"


def _listed(prices: Iterable[tuple[Decimal, ...]]) -> str:
    """The lowest prices in order, and whether there are more."""
    found = list(islice((price for price, _ in groupby(merge(*prices))), _LISTED + 1))
    listed = [dollars(price) for price in found[:_LISTED]]
    return " or ".join((*listed, "another one") if len(found) > _LISTED else listed)
