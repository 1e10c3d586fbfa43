"""HB: holdings, balances and the form of ownership."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from decimal import Decimal
from functools import lru_cache

from form4gen.accounts.lines import amount_of, balance_of, line_of
from form4gen.law.authorities import FORM_4, OWNERSHIP_XML
from form4gen.law.unseen import visible
from form4gen.model.filing import Filing
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import number
from form4gen.prose.balances import explains_other_change
from form4gen.prose.natures import leaves_holder_open
from form4gen.prose.reading import notes_of, read
from form4gen.rules.catalogue import ACCEPTS, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_LOTS = ("restricted_title", "unit_title", "performance_title")
"""Securities of which each grant may be a line of its own."""


@rule(
    "HB101",
    name="impossible post-transaction balance",
    on=Row,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(i)"),),
)
def impossible_post_transaction_balance(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    """The post-transaction balance includes what was acquired, in the same unit, and is not negative.

    The balance is the total of the class after the transaction. Short positions are left out, and so are rows that
    repeat one closing balance (HB102) and rows whose footnote explains another change, such as an exempt transfer.
    EDGAR's schema refuses a negative number. EDGAR does not check the rest.

    Remedy: Recompute the post-transaction balance (column 5 of Table I, column 9 of Table II) for this class and
    form of ownership. Report it in the unit of the transaction.
    """
    held = row.owned_following
    if held.value is not None and held.value < 0:
        message = f"The post-transaction balance is negative ({number(held.value)})."
        yield Breach(held.at, message, number(held.value), edgar=SUSPENDS)
    elif isinstance(row, Transaction):
        yield from _too_little(row, circumstances)
        if _is_value_for_shares(row):
            amount = number(row.transaction_shares.value or Decimal(0))
            yield Breach(
                row.value_owned_following_transaction.at,
                f"{row.name} reports {amount} shares, but its post-transaction balance is a dollar value.",
                expected="sharesOwnedFollowingTransaction",
                remedy="Enter the balance as a number of shares (``sharesOwnedFollowingTransaction``).",
            )


def _too_little(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    amount, balance = amount_of(row), balance_of(row)
    if not row.is_acquired or amount is None or balance is None or balance >= amount:
        return
    filing = circumstances.filing
    is_short = read(row.security_title.value).excuses("short_position")
    if is_short or notes_of(row, filing).excuses("short_position") or explains_other_change(row, filing):
        return
    if _closing_balances(filing)[line_of(row), balance] > 1:
        return
    yield Breach(
        row.owned_following.at,
        f"The post-transaction balance is {number(balance)} after {number(amount)} were acquired. "
        "It must include the securities acquired.",
        found=number(balance),
        expected=f"at least {number(amount)}",
    )


@lru_cache(maxsize=4)
def _closing_balances(filing: Filing) -> Counter[Hashable]:
    """How many rows of a holding line report the same balance."""
    return Counter((line_of(row), balance_of(row)) for row in filing.transactions)


def _is_value_for_shares(row: Transaction) -> bool:
    value, title = row.value_owned_following_transaction, read(row.security_title.value)
    is_alone = value.value is not None and row.shares_owned_following_transaction.value is None
    return is_alone and row.transaction_shares.value is not None and not title.says("debt_title")


@rule(
    "HB103",
    name="nature inconsistent with ownership form",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 4(b)(iii)"), OWNERSHIP_XML.at("3.3 cm(5)")),
)
def nature_inconsistent_with_ownership_form(row: Row) -> Iterator[Breach]:
    """Indirect ownership (I) must state its nature; direct ownership (D) must leave the nature blank.

    The form must show whether a spouse, a trust or a fund holds the securities. A footnote does not replace the
    text. EDGAR suspends a filing with either fault.

    Remedy: For I, state through whom the securities are held, for example "By Spouse". For D, clear the nature, and
    use a footnote if you need one.
    """
    nature, form = row.nature_of_ownership, row.direct_or_indirect_ownership.value
    text = visible(nature.value)
    if form == "I" and not text:
        yield Breach(
            nature.at,
            "Ownership is indirect (I), but the nature of indirect ownership is blank.",
            remedy='State through whom the securities are held, for example "By Spouse".',
        )
    elif form == "D" and text:
        yield Breach(
            nature.at,
            f'Ownership is direct (D), but the nature of indirect ownership is "{text}".',
            found=text,
            remedy="Clear the nature, and use a footnote if you need one. If the securities are held indirectly, "
            "change the ownership form to I.",
        )


@rule(
    "HB106",
    name="duplicate holding line",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(i)"), FORM_4.at("Instruction 4(b)(iii)")),
)
def duplicate_holding_line(filing: Filing) -> Iterator[Breach]:
    """Report each holding once: as a holding, or as a transaction that shows the post-transaction balance.

    A reader cannot tell which of two balances for the same class, form and nature of ownership (in Table II also
    price, dates and underlying title) is right. Lines that differ in a footnote are different lines, and lots of
    restricted stock or units may be reported apart. Lines that do not name the holder ("By Trust") are left to HB105.
    EDGAR does not check this.

    Remedy: Delete the holding row. If the two lines have different holders, name each ("By the 2019 Family Trust").
    """
    transactions: dict[Hashable, Row] = {}
    for transaction in filing.transactions:
        transactions.setdefault(line_of(transaction), transaction)
    holdings: dict[Hashable, Row] = {}
    for row in filing.rows:
        if isinstance(row, Transaction) or read(row.security_title.value).excuses(*_LOTS):
            continue
        line = line_of(row)
        other = transactions.get(line) or holdings.get(line)
        holdings.setdefault(line, row)
        if other is not None and not leaves_holder_open(row, filing):
            yield Breach(
                row.at,
                f"{row.security_title.value or 'This class'} is reported here as a holding ({_held(row)}) and in "
                f"{other.name} as a {other.kind} with the same form and nature of ownership ({_held(other)}).",
                found=_held(row),
                expected=_held(other),
            )


def _held(row: Row) -> str:
    value = row.owned_following.value
    return "no balance" if value is None else number(value)
