"""HB: holdings, balances and the form of ownership."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from decimal import Decimal
from functools import cache

from form4gen.accounts.lines import amount_of, balance_of, line_of
from form4gen.law.authorities import FORM_4, OWNERSHIP_XML
from form4gen.model.filing import Filing
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import number
from form4gen.prose.balances import tells_of_other_change
from form4gen.rules.catalogue import ACCEPTS, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "HB101",
    name="impossible post-transaction balance",
    on=Row,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(i)"),),
)
def impossible_post_transaction_balance(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    """A balance includes what was just acquired, counts it in the same unit, and is not negative.

    The balance is the total of the class after the transaction, so it includes what the row adds. Silent for short
    positions, for rows that show one closing balance (HB102 speaks of that), and where a footnote tells of another
    change, such as a transfer that is exempt. EDGAR compares nothing, but its schema knows no negative number.

    Remedy: Recompute the post-transaction balance (column 5 of Table I, column 9 of Table II) for this class and
    form of ownership. Report it in the unit of the transaction.
    """
    held = row.owned_following
    if held.value is not None and held.value < 0:
        yield Breach(held.at, f"A balance of {number(held.value)} cannot be held.", number(held.value), edgar=SUSPENDS)
    elif isinstance(row, Transaction):
        yield from _too_little(row, circumstances)
        if _is_value_for_shares(row):
            amount = number(row.transaction_shares.value or Decimal(0))
            yield Breach(
                row.value_owned_following_transaction.at,
                f"The row counts {amount} shares, but its balance is given as a value in dollars.",
                expected="sharesOwnedFollowingTransaction",
            )


def _too_little(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    amount, balance = amount_of(row), balance_of(row)
    if not row.is_acquired or amount is None or balance is None or balance >= amount:
        return
    text = f"{row.security_title.value or ''}\n{circumstances.filing.notes_of(row.footnotes)}"
    if _short_position().search(text) or tells_of_other_change(row, circumstances.filing):
        return
    if any(_is_closing_balance(other, row) for other in circumstances.filing.transactions):
        return
    yield Breach(
        row.owned_following.at,
        f"{number(amount)} were acquired, but {number(balance)} are held afterwards: "
        "the balance includes what was acquired.",
        found=number(balance),
        expected=f"at least {number(amount)}",
    )


def _is_closing_balance(other: Transaction, row: Transaction) -> bool:
    return other is not row and line_of(other) == line_of(row) and balance_of(other) == balance_of(row)


def _is_value_for_shares(row: Transaction) -> bool:
    value, title = row.value_owned_following_transaction, row.security_title.value or ""
    is_alone = value.value is not None and row.shares_owned_following_transaction.value is None
    return is_alone and row.transaction_shares.value is not None and not _debt().search(title)


@cache
def _short_position() -> re.Pattern[str]:
    return re.compile(r"\bshort\b|obligation to|\bwritten\b|\bwrote\b", re.IGNORECASE)


@cache
def _debt() -> re.Pattern[str]:
    return re.compile(r"\bnotes?\b|debenture|\bbonds?\b|\bloans?\b|\bdebt\b|indebtedness", re.IGNORECASE)


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

    Whether a spouse, a trust or a fund holds the securities decides whose they are. A footnote in the cell does not
    stand for the words. EDGAR suspends both faults.

    Remedy: For I, state through whom the securities are held, for example "By Spouse". For D, clear the nature, and
    use a footnote if you need one.
    """
    nature, form = row.nature_of_ownership, row.direct_or_indirect_ownership.value
    text = (nature.value or "").strip()
    if form == "I" and not text:
        yield Breach(nature.at, "Ownership is indirect (I), but the nature of ownership does not say through whom.")
    elif form == "D" and text:
        yield Breach(nature.at, f'Ownership is direct (D), but its nature is "{text}".', found=text)


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

    Of two balances for the same class, form and nature of ownership (in Table II also price, dates and underlying
    title) a reader cannot tell which is right. Lines that differ in a footnote count as different, and lots of
    restricted stock or units may be shown apart. EDGAR does not compare.

    Remedy: Delete the holding row. If the two lines have different holders, name each ("By the 2019 Family Trust").
    """
    transactions: dict[Hashable, Row] = {}
    for transaction in filing.transactions:
        transactions.setdefault(line_of(transaction), transaction)
    holdings: dict[Hashable, Row] = {}
    for row in filing.rows:
        if isinstance(row, Transaction) or _lot().search(row.security_title.value or ""):
            continue
        line = line_of(row)
        other = transactions.get(line) or holdings.get(line)
        holdings.setdefault(line, row)
        if other is not None:
            yield Breach(
                row.at,
                f"{row.security_title.value or 'This class'} stands here as a holding ({_held(row)}) and in "
                f"{other.name} as a {other.kind} of the same line ({_held(other)}).",
                found=_held(row),
                expected=_held(other),
            )


def _held(row: Row) -> str:
    value = row.owned_following.value
    return "no balance" if value is None else number(value)


@cache
def _lot() -> re.Pattern[str]:
    return re.compile(r"restricted|\bRSUs?\b|\bunits?\b|performance", re.IGNORECASE)
