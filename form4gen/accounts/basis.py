"""On which basis each transaction row has to be reported, decided once for a filing.

The first of these that answers, wins: the law of the day, the status of the person and the issuer, an exemption from
Section 16(a), the code. Whatever judges lateness, the V, or whether a row belongs on the form asks this.
"""

from __future__ import annotations

from functools import cache

from form4gen.accounts.basis_codes import by_code
from form4gen.accounts.basis_exempt import exempt_from_16a
from form4gen.accounts.basis_status import Status, by_status
from form4gen.accounts.basis_values import Decision, Ground, unclear
from form4gen.law.authorities import FORM_4, RELEASE_34_37260
from form4gen.law.exemptions import RULES_OF_1996
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.model.wording import day

Bases = dict[Transaction, Decision]


def bases(filing: Filing, prior: tuple[Filing, ...] = ()) -> Bases:
    """The basis of every transaction row; ``prior`` are the earlier filings of the same persons, the oldest first."""

    @cache
    def own(row: Transaction, form: Filing) -> Decision:
        return exempt_from_16a(row, form) or by_code(row, form, prior)

    status = Status(filing, prior, own)
    return {row: _of_the_day(row) or by_status(row, status) or own(row, filing) for row in filing.transactions}


def _of_the_day(row: Transaction) -> Decision | None:
    """The rows of which the law of today says nothing."""
    when = row.transaction_date.value
    if when is None:
        return unclear(Ground.LAW, "The transaction date is missing.", FORM_4.at("Instruction 4(a)(ii)"))
    if when < RULES_OF_1996:
        why = f"The rules of 1991 applied before {day(RULES_OF_1996)}; form4gen does not know them."
        return unclear(Ground.LAW, why, RELEASE_34_37260.at("on its effective date"))
    return None
