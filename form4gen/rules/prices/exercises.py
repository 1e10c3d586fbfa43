"""PR: the price of an exercise in both tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from form4gen.accounts.pairing import EXERCISES, are_alike
from form4gen.accounts.ranges import agree
from form4gen.law.authorities import FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Transaction
from form4gen.model.wording import number
from form4gen.prose.reading import read
from form4gen.rules.catalogue import ACCEPTS, ERROR, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

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
            f"{row.name}: column 8 states a price of ${number(price.value)} on an exercise or conversion. The "
            "exercise or conversion price belongs in column 2."
        )
        is_repeated = price.value == row.conversion_or_exercise_price.value
        yield Breach(price.at, message, f"${number(price.value)}", "0", suggested=Decimal(0) if is_repeated else None)


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
    given = _given(row, circumstances.filing)
    if row.code not in EXERCISES or not row.is_acquired or price.value is None or price.footnotes or not given:
        return
    strikes = {each.conversion_or_exercise_price.value or Decimal(0) for each in given}
    if any(agree(price.value, strike) for strike in strikes) or any(_is_explained(each) for each in given):
        return
    is_option = row.code != "C" and all(each.conversion_or_exercise_price.value for each in given)
    if not is_option and not price.value:
        return
    is_pair = len(given) == 1 and given[0].underlying.value == row.transaction_shares.value
    expected = _listed(strikes)
    yield Breach(
        price.at,
        f"{row.name} reports the shares at ${number(price.value)}, but {_said(given)}.",
        found=f"${number(price.value)}",
        expected=expected,
        severity=None if is_option and is_pair else WARNING,
        suggested=next(iter(strikes)) if is_option and is_pair else None,
    )


def _said(given: list[DerivativeTransaction]) -> str:
    """What column 2 of Table II says in numbers; a footnote in place of one states none."""
    values = [each.conversion_or_exercise_price.value for each in given]
    stated = {value for value in values if value is not None}
    if not stated:
        return _NOT_STATED
    return (
        f"the exercise price in column 2 of Table II is {_listed(stated)}{' or not stated' if None in values else ''}"
    )


def _listed(strikes: set[Decimal]) -> str:
    return " or ".join(f"${number(strike)}" for strike in sorted(strikes))


def _given(row: Transaction, filing: Filing) -> list[DerivativeTransaction]:
    return [
        other
        for other in filing.transactions
        if isinstance(other, DerivativeTransaction)
        and other.is_disposed
        and other.code == row.code
        and other.transaction_date.value == row.transaction_date.value
        and are_alike(other.underlying_security_title.value, row.security_title.value)
    ]


def _is_explained(row: DerivativeTransaction) -> bool:
    """Whether the price has a footnote, is missing (which DV101 reports), or is that of an appreciation right."""
    price = row.conversion_or_exercise_price
    is_explained = price.is_blank or (price.value is not None and bool(price.footnotes))
    return is_explained or read(row.security_title.value).excuses("appreciation_right_title")
