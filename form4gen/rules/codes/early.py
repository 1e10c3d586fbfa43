"""TC: early rows, small acquisitions, rows that move nothing, and discretionary transactions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from form4gen.law.authorities import FORM_4, RELEASE_33_11138, RULE_16A, RULE_16B
from form4gen.law.codes import CODES, may_be_early
from form4gen.law.thresholds import SIX_MONTHS, SMALL_ACQUISITION
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import day, number
from form4gen.prose.texts import told
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "TC109",
    name="V mark on a non-deferrable transaction",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(
        RULE_16A.at("16a-3(f), (g)(1), (g)(5)"),
        FORM_4.at("Instruction 4(a)(i)(3)"),
        FORM_4.at("Instruction 4(a)(ii), note"),
        FORM_4.at("Instruction 8"),
        RELEASE_33_11138.at("(2022), on gifts"),
    ),
)
def v_mark_on_a_non_deferrable_transaction(row: Transaction) -> Iterator[Breach]:
    """Only a transaction that may be deferred to Form 5 may be marked V (reported earlier than required).

    That fits gifts received, inheritances, voting trusts, small acquisitions and other exempt transactions (J), not
    trades, awards, exercises and withholding, and no gift made since 27 February 2023. Whether an expired short
    position (E) may is not established. A grant (A) is a warning only: some give that code to what comes of
    dividends and savings plans, which need no report and may be told at any time. EDGAR accepts the mark on any
    row.

    Remedy: Remove the V mark (set ``transactionFormType`` to "4"). If the row is a small acquisition of $10,000 or
    less under Rule 16a-6, use code L.
    """
    traded = row.transaction_date.value
    if not row.is_early or traded is None or row.code not in CODES:
        return
    if may_be_early(row.code, is_acquired=not row.is_disposed, day=traded) is False:
        yield Breach(
            row.at / "transactionFormType",
            f"{row.name} is marked V, but code {row.code} ({CODES[row.code].name}) can never wait for a Form 5, so it "
            "cannot be early.",
            found="5",
            expected="4",
            severity=WARNING if row.code == "A" else None,
        )


def _has_small_acquisition(filing: Filing) -> bool:
    return any(row.code == "L" for row in filing.transactions)


@rule(
    "TC110",
    name="code L outside Rule 16a-6",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("prior",),
    in_part=True,
    concerns=_has_small_acquisition,
    sources=(RULE_16A.at("16a-6(a), (b)"),),
)
def code_l_outside_rule_16a_6(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Code L is for acquisitions, other than from the issuer, of $10,000 or less in six months.

    The rows of code L of this form are added up to each row; what an earlier Form 4 or 5 reported is left out by
    the rule itself. A sale within six months after the purchase ends the deferral, on this form or a prior one. A
    row without the early mark is an advisory: once another trade within six months has made the purchase
    reportable, it is due like any other. EDGAR checks none of this.

    Remedy: If the deferral is lost, report the acquisition within two business days after the day it was lost. If
    Rule 16a-6 applies, keep code L and mark the row V (``transactionFormType`` "5").
    """
    if row.code != "L":
        return
    filing, at = circumstances.filing, row.transaction_code.at
    if row.is_disposed:
        yield Breach(row.transaction_acquired_disposed_code.at, f"{row.name}: code L is an acquisition.", "D", "A")
    terms = _recent(row, filing)
    if sum(terms) > SMALL_ACQUISITION:
        yield Breach(
            at,
            f"{row.name}: code L is for {number(SMALL_ACQUISITION)} dollars or less in six months; this comes to "
            f"{number(sum(terms, Decimal(0)))}.",
            found=number(sum(terms, Decimal(0))),
            expected=f"at most {number(SMALL_ACQUISITION)}",
            arithmetic=" + ".join(number(term) for term in terms) + f" = {number(sum(terms, Decimal(0)))}",
        )
    if _from_issuer().search(filing.notes_of(row.footnotes)):
        yield Breach(at, f"{row.name}: code L is not for an acquisition from the issuer or its plan.", "L")
    if any(other.code in ("P", "S") and _are_within_months(other, row) for other in filing.transactions):
        message = f"{row.name}: another purchase or sale lies within six months, so the deferral of code L has ended."
        yield Breach(at, message, "L", "P")
    elif (sold := _sold_after(row, circumstances.prior)) is not None:
        message = f"{row.name}: the sale of {day(sold)}, on an earlier form, ended the deferral of code L."
        yield Breach(at, message, "L", "P")
    elif not row.is_early:
        yield Breach(at, f"{row.name}: code L usually has the early mark V.", severity=ADVISORY)


def _recent(row: Transaction, filing: Filing) -> list[Decimal]:
    """What the row, and those of code L in the six months before it, cost."""
    return [
        shares * price
        for other in filing.transactions
        if other.code == "L"
        and (other is row or (_are_within_months(other, row) and _day(other) <= _day(row)))
        and (shares := other.transaction_shares.value) is not None
        and (price := other.transaction_price_per_share.value) is not None
    ]


def _sold_after(row: Transaction, prior: Iterable[Filing]) -> date | None:
    """The day of the first sale that an earlier form reports within six months after the row."""
    sales = (other for form in prior for other in form.transactions if other.code == "S" and other.is_disposed)
    return min(
        (_day(sale) for sale in sales if _day(sale) >= _day(row) and _are_within_months(sale, row)), default=None
    )


def _day(row: Transaction) -> date:
    return row.transaction_date.value or date.min


def _are_within_months(one: Transaction, other: Transaction) -> bool:
    first, last = sorted((_day(one), _day(other)))
    months = (last.year - first.year) * 12 + last.month - first.month
    return first > date.min and (months, last.day) < (SIX_MONTHS, first.day)


@rule(
    "TC115",
    name="transaction in zero securities",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(ii)"),),
    certainty=MEDIUM,
)
def transaction_in_zero_securities(row: Transaction) -> Iterator[Breach]:
    """A transaction must report an amount greater than zero.

    A row of 0 securities, and of no value, says nothing. EDGAR accepts it.

    Remedy: Delete the row, or make it a holding (``"kind": "holding"``). On an amendment that needs a row, restate
    an actual one.
    """
    value = row.transaction_total_value.value if isinstance(row, DerivativeTransaction) else None
    if row.transaction_shares.value == 0 and not value:
        yield Breach(row.transaction_shares.at, f"{row.name} moves 0 securities.", "0", "more than 0")


@rule(
    "TC118",
    name="discretionary transaction without plan named",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16B.at("16b-3(b)(1), (f)"), RULE_16A.at("16a-3(g)(3)")),
)
def discretionary_transaction_without_plan_named(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A discretionary transaction (code I) should identify the employee benefit plan.

    It is a move within, or a cash-out from, an issuer's stock fund that the person chose. The opposite election
    within six months, which takes the exemption away, is not seen here.

    Remedy: Name the plan in a footnote. Confirm that there was no opposite-way election in the past six months
    (Rule 16b-3(f)).
    """
    if row.code != "I":
        return
    own = f"{row.security_title.value or ''}\n{row.nature_of_ownership.value or ''}"
    if not _plan().search(f"{own}\n{told(row, circumstances.filing)}"):
        message = f"{row.name} has code I without a word on the plan. Name it; check the election of the other way."
        yield Breach(row.transaction_code.at, message, "I")


@cache
def _from_issuer() -> re.Pattern[str]:
    return re.compile(r"(?:from|by) the (?:issuer|company)|\bplan\b|\bESPP\b|award|grant", re.IGNORECASE)


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(r"401\(k\)|\bplans?\b|excess benefit|deferred compensation|savings|retirement", re.IGNORECASE)
