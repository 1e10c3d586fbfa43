"""TC: what else a transaction code requires, and duplicate or empty transactions."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import lru_cache

from form4gen.accounts.lines import amount_of, line_of
from form4gen.law.authorities import FORM_4, RULE_16B
from form4gen.law.codes import CODES
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.rows import Transaction
from form4gen.prose.reading import all_notes, read
from form4gen.prose.rows import names_row
from form4gen.rules.catalogue import ACCEPTS, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "TC106",
    name="Rule 16b-3 code without officer or director",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16B.at("16b-3(a), (d), (e), (f)"), FORM_4.at("Instruction 8")),
)
def rule_16b_3_code_without_officer_or_director(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Codes A, D, F, I and M rely on Rule 16b-3 and are for officers and directors only.

    A ten percent holder normally uses P, S, X, O, C or J. No finding is made where the form mentions a director by
    deputization, a former officer or director, or a separate report by the individual, or where a reporting person
    has no box checked (RO101). EDGAR does not check this.

    Remedy: Change the code, or state in a footnote the basis for the exemption.
    """
    filing = circumstances.filing
    if row.code not in CODES or not CODES[row.code].rests_on_rule_16b_3 or not _are_others(filing):
        return
    if filing.not_subject_to_section16 or _is_exempt(filing):
        return
    yield Breach(
        row.transaction_code.at,
        f"{row.name}: code {row.code} relies on Rule 16b-3, which exempts only officers and directors, but no "
        "reporting person is either. A ten percent holder normally uses P, S, X, O, C or J.",
        found=row.code,
    )


@lru_cache(maxsize=4)
def _are_others(filing: Filing) -> bool:
    """Whether there are reporting persons, all with a box checked and none an officer or a director."""
    owners = filing.reporting_owners
    return bool(owners) and not filing.has_officer_or_director and all(map(_has_role, owners))


@lru_cache(maxsize=4)
def _is_exempt(filing: Filing) -> bool:
    """Whether the form mentions a director by deputization, a former officer or director, or a separate report."""
    roles = [read(text) for owner in filing.reporting_owners for text in (owner.officer_title, owner.other_text)]
    if any(role.excuses("left_office", "deputized", "board_seat") for role in roles):
        return True
    return all_notes(filing).excuses("deputized", "former", "separate_report", "board_seat")


def _has_role(owner: ReportingOwner) -> bool:
    return owner.is_ten_percent_owner or owner.is_other


@rule(
    "TC108",
    name="code J without description",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"),),
)
def code_j_without_description(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A transaction with code J must be described in the Explanation of Responses.

    J means "other", so the code alone says nothing. Any footnote on the row satisfies the rule, and so do Remarks
    that name the row, its class, code J or the transactions reported. EDGAR does not check this.

    Remedy: Add a footnote that states what happened, the consideration, and any exemption relied on.
    """
    if row.code == "J" and not row.footnotes and not _is_named(row, circumstances.filing.remarks or ""):
        message = (
            f"{row.name} has code J (other) but no footnote. Instruction 8 requires a description of the transaction."
        )
        yield Breach(row.transaction_code.at, message, found="J", expected="a footnote that describes the transaction")


def _is_named(row: Transaction, remarks: str) -> bool:
    return read(remarks).excuses("transaction_described") or names_row(remarks, row)


@rule(
    "TC116",
    name="duplicate transaction row",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(ii)"),),
)
def duplicate_transaction_row(filing: Filing) -> Iterator[Breach]:
    """A transaction may be reported only once.

    A duplicate is read as two trades and must be corrected by amendment. Rows are the same when class, date, code,
    mark, amount, price, ownership and the amount owned afterwards are the same, in Table II also the terms, and
    they cite the same footnotes. EDGAR does not check this.

    Remedy: Delete one row. If both transactions occurred, correct the balances or distinguish them in a footnote.
    """
    first: dict[Hashable, Transaction] = {}
    for row in filing.transactions:
        earlier = first.setdefault(_all_of(row), row)
        if earlier is not row:
            yield Breach(row.at, f"{row.name} is identical to {earlier.name}, so the trade would be counted twice.")


def _all_of(row: Transaction) -> Hashable:
    cells = (row.transaction_date, row.transaction_acquired_disposed_code, row.transaction_price_per_share)
    values = [(cell.value, frozenset(cell.footnotes)) for cell in (*cells, row.owned_following)]
    return (line_of(row), row.code, amount_of(row), row.is_early, frozenset(row.footnotes), *values)
