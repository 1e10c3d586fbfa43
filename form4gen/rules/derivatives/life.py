"""DV: dates, ratios and totals of derivative securities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from form4gen.accounts.pairing import EXERCISES
from form4gen.accounts.terms import exercisable_on, expires_on
from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction
from form4gen.model.wording import day, number
from form4gen.prose.reading import notes_of, notes_on, read
from form4gen.prose.texts import words
from form4gen.rules.catalogue import ACCEPTS, ERROR, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_ROUNDING = Decimal("0.01")
"""Two ratios that differ by a smaller part than this are the same ratio, rounded."""


_CONTRACT = Decimal(100)
"""Shares covered by one exchange-traded put or call contract."""


_ONE_FOR_ONE = ("option_title", "unit_title", "warrant_title", "phantom_title")
"""Securities that mostly cover one share each."""


_SETTLED_AFTER_VESTING = ("unit_title", "phantom_title", "deferred_title", "restricted_title", "performance_title")
"""Securities that are settled, not exercised."""


_EARLY = ("vesting_mentioned", "early_exercise_mentioned", "conversion_mentioned")
"""Notes that explain an exercise before the date exercisable."""


@rule(
    "DV104",
    name="exercise outside the derivative's term",
    on=DerivativeTransaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(iii)"),),
)
def exercise_outside_the_derivatives_term(row: DerivativeTransaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A derivative security is exercised no earlier than its date exercisable and no later than its expiration date.

    An exercise after the expiration date is an error; for stock units, which are settled after they vest, it is a
    warning. The deemed execution date counts if it is earlier. An exercise before the date exercisable is a
    warning, unless a footnote on the row explains the vesting. Aug 8, 1988 means that there is no date. EDGAR does not
    check this.

    Remedy: Correct the dates. If vesting was accelerated, explain it in a footnote.
    """
    traded, opens, expires = row.transaction_date.value, exercisable_on(row), expires_on(row)
    if row.code not in EXERCISES or not row.is_disposed or traded is None:
        return
    if expires is not None and min(traded, row.deemed_execution_date.value or traded) > expires:
        yield Breach(
            row.expiration_date.at,
            f"{row.name} was exercised, converted or settled on {day(traded)}, after its expiration date "
            f"({day(expires)}).",
            found=day(expires),
            expected=f"{day(traded)} or later",
            severity=WARNING if read(row.security_title.value).says(*_SETTLED_AFTER_VESTING) else ERROR,
        )
    elif opens is not None and traded < opens and not notes_of(row, circumstances.filing).excuses(*_EARLY):
        yield Breach(
            row.exercise_date.at,
            f"{row.name} was exercised, converted or settled on {day(traded)}, before its date exercisable "
            f"({day(opens)}).",
            found=day(opens),
            expected=f"{day(traded)} or earlier",
        )


@rule(
    "DV106",
    name="mismatched derivative and underlying amounts",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(iii)"),),
)
def mismatched_derivative_and_underlying_amounts(filing: Filing) -> Iterator[Breach]:
    """Columns 5 and 7 report the same number of securities unless a footnote states another ratio.

    Compared for options, units, warrants and phantom shares without a footnote. Also compared: rows with the same
    title, exercise price and expiration date, whose ratios may differ by one percent. A put or call contract may
    cover 100 shares. EDGAR does not check this.

    Remedy: Correct the number, or state the ratio in a footnote.
    """
    ratios: dict[tuple[str, Decimal | None, date | None], Decimal] = {}
    for row in filing.derivative_table:
        amount = row.transaction_shares.value if isinstance(row, DerivativeTransaction) else None
        underlying = row.underlying_security_shares
        if not isinstance(row, DerivativeTransaction) or not amount or underlying.value is None or _has_note(row):
            continue
        strike, expires = row.conversion_or_exercise_price.value, row.expiration_date.value
        ratio = underlying.value / amount
        known = ratios.setdefault((words(row.security_title.value), strike, expires), ratio)
        title = read(row.security_title.value)
        is_contract = ratio == _CONTRACT and title.says("put_or_call_title")
        if title.says(*_ONE_FOR_ONE) and underlying.value != amount and not is_contract:
            yield Breach(
                underlying.at,
                f"{row.name}: column 5 reports {number(amount)} {row.security_title.value}, but column 7 reports "
                f"{number(underlying.value)} underlying shares, and no footnote states the ratio. Check both numbers.",
                found=number(underlying.value),
                expected=number(amount),
            )
        elif strike is not None and expires is not None and abs(ratio - known) > _ROUNDING * known:
            message = (
                f"{row.name}: {number(amount)} derivative securities cover {number(underlying.value)} shares, a "
                "different ratio from the earlier row with the same title, exercise price and expiration date."
            )
            yield Breach(underlying.at, message, number(underlying.value), number((known * amount).normalize()))


def _has_note(row: DerivativeTransaction) -> bool:
    """Whether the title, the price, the amount or the underlying shares cite a footnote."""
    cells = (row.security_title, row.conversion_or_exercise_price, row.transaction_shares)
    return any(cell.footnotes for cell in (*cells, row.underlying_security_title, row.underlying_security_shares))


@rule(
    "DV110",
    name="balance combines different options",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(i)"), RULE_16A.at("16a-4(a)")),
    certainty=MEDIUM,
)
def balance_combines_different_options(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """Column 9 is the total for one class of derivative securities, with one exercise price and expiration date.

    The staff treats derivative securities with identical terms as one class (2007). This finds two consecutive rows
    with the same title and different terms where the second total is the first plus or minus the second amount. With
    prior filings it also finds a grant on new terms whose total exceeds the grant. A footnote on the total that
    calls it a total of several grants is accepted. EDGAR does not check this.

    Remedy: Report a separate total in column 9 for each exercise price and expiration date.
    """
    rows = [row for row in filing.derivative_table if isinstance(row, DerivativeTransaction)]
    for one, two in pairwise(rows):
        held, before = two.shares_owned_following_transaction, one.shares_owned_following_transaction.value
        amount = two.transaction_shares.value
        if not before or held.value is None or not amount or not _are_two_classes(one, two):
            continue
        signed = amount if two.is_acquired else -amount
        if held.value == before + signed and not notes_on(held, filing).excuses("total_mentioned"):
            sign = "+" if two.is_acquired else "-"
            yield Breach(
                held.at,
                f"{two.name}: column 9 carries on the total of {one.name}, which has a different exercise price or "
                "expiration date.",
                found=number(held.value),
                arithmetic=f"{number(before)} {sign} {number(amount)} = {number(held.value)}",
            )
    if circumstances.prior:
        yield from _lumped_with_earlier_grants(filing, circumstances.prior)


def _lumped_with_earlier_grants(filing: Filing, prior: Iterable[Filing]) -> Iterator[Breach]:
    known = {_terms(row) for other in prior for row in other.derivative_table}
    for row in filing.derivative_table:
        if not isinstance(row, DerivativeTransaction):
            continue
        terms, held, amount = _terms(row), row.shares_owned_following_transaction, row.transaction_shares.value
        is_fresh = row.code == "A" and row.is_acquired and None not in terms and terms not in known
        known.add(terms)
        if not is_fresh or held.value is None or not amount or held.value <= amount:
            continue
        if not notes_on(held, filing).excuses("total_mentioned"):
            yield Breach(
                held.at,
                f"{row.name} grants {number(amount)} at an exercise price and expiration date that no prior filing "
                f"supplied shows, but column 9 reports {number(held.value)}. Count only securities with the same "
                "exercise price and expiration date.",
                found=number(held.value),
                expected=number(amount),
            )


def _terms(row: DerivativeTransaction | DerivativeHolding) -> tuple[Decimal | None, date | None]:
    return row.conversion_or_exercise_price.value, row.expiration_date.value


def _are_two_classes(one: DerivativeTransaction, two: DerivativeTransaction) -> bool:
    if words(one.security_title.value) != words(two.security_title.value):
        return False
    if one.direct_or_indirect_ownership.value != two.direct_or_indirect_ownership.value:
        return False
    terms = (
        (one.conversion_or_exercise_price.value, two.conversion_or_exercise_price.value),
        (one.expiration_date.value, two.expiration_date.value),
    )
    return any(left is not None and right is not None and left != right for left, right in terms)
