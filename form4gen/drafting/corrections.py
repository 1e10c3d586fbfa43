"""The values of a row as corrected, and the words of the footnote that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from form4gen.drafting.asked import Correction
from form4gen.drafting.positions import decimal_of
from form4gen.errors import UnusableInputError
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.placeholders import placeholder
from form4gen.model.rows import DerivativeTransaction, Row, Transaction
from form4gen.model.wording import day, dollars, number

_KEYS = {
    "security": "securityTitle", "exercise_price": "conversionOrExercisePrice", "on": "transactionDate",
    "code": "transactionCode", "shares": "transactionShares", "price": "transactionPricePerShare",
    "mark": "transactionAcquiredDisposedCode", "exercisable": "exerciseDate", "expires": "expirationDate",
    "underlying": "underlyingSecurityTitle", "owned": "sharesOwnedFollowingTransaction",
    "ownership": "directOrIndirectOwnership", "nature": "natureOfOwnership",
}  # fmt: skip
"""The key that each field of a correction corrects."""

_WORDS = {
    "securityTitle": "title", "conversionOrExercisePrice": "exercise price", "transactionDate": "transaction date",
    "transactionCode": "code", "transactionShares": "number", "transactionTotalValue": "value",
    "transactionPricePerShare": "price", "transactionAcquiredDisposedCode": "mark", "exerciseDate": "date exercisable",
    "expirationDate": "expiration date", "underlyingSecurityTitle": "underlying class",
    "underlyingSecurityShares": "number of underlying shares", "sharesOwnedFollowingTransaction": "balance",
    "valueOwnedFollowingTransaction": "balance", "directOrIndirectOwnership": "form of ownership",
    "natureOfOwnership": "nature of ownership",
}  # fmt: skip
_IN_DOLLARS = ("transactionPricePerShare", "conversionOrExercisePrice", "transactionTotalValue")


def word(key: str) -> str:
    """A cell as messages and footnotes name it: ``price``."""
    return _WORDS[key]


def old_value(row: Row, key: str) -> Any:
    """The value that a row reports under a key."""
    return getattr(row, row.fields[key].attribute).value


def corrected_values(row: Row, correction: Correction, shift: Decimal | None) -> Iterator[tuple[str, Any]]:
    """The values that differ from those of the row, by key; ``shift`` is by how much its balance changes.

    Raises UnusableInputError for a value that such a row does not have.
    """
    for field, key in _KEYS.items():
        value = getattr(correction, field)
        if value in (None, ""):
            continue
        real = _unit(row, key)
        if real not in row.fields:
            raise UnusableInputError(f"{row.name} is a {row.kind} and has no {_WORDS[key]}. Correct --row.")
        if value != old_value(row, real):
            yield real, value
    if correction.shares is not None and isinstance(row, DerivativeTransaction):
        yield from _underlying(row, correction.shares)
    if shift and correction.owned is None:
        yield _unit(row, "sharesOwnedFollowingTransaction"), _balance(row, shift)


def _unit(row: Row, key: str) -> str:
    """The key of an amount or balance that is stated in value, not in shares."""
    if key == "sharesOwnedFollowingTransaction" and row.owned_following is row.value_owned_following_transaction:
        return "valueOwnedFollowingTransaction"
    if key == "transactionShares" and isinstance(row, DerivativeTransaction) and row.transaction_shares.value is None:
        return "transactionTotalValue"
    return key


def _balance(row: Row, shift: Decimal) -> Decimal:
    found = EXACT.add(row.owned_following.value or Decimal(0), shift)
    if found < 0:
        raise UnusableInputError(
            f"The balance of {row.name} would be {number(found)}. Correct --shares, or give --owned."
        )
    return found


def _underlying(row: DerivativeTransaction, shares: Decimal) -> Iterator[tuple[str, Decimal]]:
    """The underlying shares of a corrected number, at the ratio of the row, if they are exact."""
    before, whole = row.underlying_security_shares.value, row.transaction_shares.value
    if before and whole:
        found = decimal_of(Fraction(before) / Fraction(whole) * Fraction(shares))
        if found is not None and found != before:
            yield "underlyingSecurityShares", found


def explanation(row: Row, differing: Sequence[str], because: str, filing: Filing, original: date) -> str:
    """The footnote of a corrected row: what was reported, and why it was wrong; a placeholder if nothing is known."""
    form = "amendment before this one" if filing.is_amendment else f"original form, filed on {day(original)},"
    if differing:
        what = joined([f"the {_WORDS[key]}" for key in differing])
        before = joined([f"{_a(_WORDS[key])} of {shown(key, old_value(row, key))}" for key in differing])
        return f"This amendment corrects {what}. The {form} reported {before}. {because}".strip()
    if because:
        return f"This amendment concerns this line of the {form.removesuffix(',')}. {because}"
    return placeholder("what this amendment corrects in this row, and what the original reported")


def joined(words: Sequence[str]) -> str:
    """Words as a sentence lists them: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def shown(key: str, value: Any) -> str:
    """A value as the footnote gives it."""
    if isinstance(value, Decimal):
        return dollars(value) if key in _IN_DOLLARS else number(value)
    if isinstance(value, date):
        return day(value)
    return f'"{value}"' if value else "nothing"


def _a(words: str) -> str:
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def first_cell(row: Row) -> str:
    """The cell that cites the footnote of a row in which no value is corrected."""
    return "transactionCode" if isinstance(row, Transaction) else _unit(row, "sharesOwnedFollowingTransaction")
