"""AD106: transactions after a reporting person has left."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.basis_status import last_day
from form4gen.accounts.basis_values import Basis, Ground
from form4gen.accounts.status import has_exit_box
from form4gen.law.authorities import RULE_16A
from form4gen.law.codes import CODES
from form4gen.model.rows import Transaction
from form4gen.model.wording import day
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "AD106",
    name="transaction after leaving office",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("owner_status", "prior"),
    in_part=True,
    concerns=has_exit_box,
    sources=(RULE_16A.at("16a-2(a), (b)"), RULE_16A.at("16a-3(a), (b), (f)"), RULE_16A.at("16a-10")),
    certainty=MEDIUM,
)
def transaction_after_leaving_office(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A former director or officer reports only non-exempt transactions that can match one in office.

    That is, less than six months after an opposite transaction in office (Rule 16a-2(b)). A former 10% owner reports
    nothing. The day of leaving is that of ``context.ownerStatus``, or is read from the text of a form with the exit box
    checked ("resigned effective" and the like). A purchase or sale is questioned only where prior filings are given
    and neither they nor this form report an opposite transaction in office; what no given form reports is not seen.

    Remedy: Have counsel decide whether to keep the row. A voluntary report is permitted.
    """
    due, traded, left = circumstances.dues[row], row.transaction_date.value, last_day(circumstances.filing)
    decision = due.decisions[0]
    if decision.ground is not Ground.AFTER or decision.basis is not Basis.NOT_REPORTABLE:
        return
    assert traded is not None  # noqa: S101  a row without a date has no such ground
    assert left is not None  # noqa: S101  nor has a person who is not known to have left
    what = f"{row.name} (code {row.code}, {CODES[row.code].name}) is dated {day(traded)}, after the reporting person"
    yield Breach(row.transaction_date.at, f"{what} left ({day(left)}). {decision.reason}", found=day(traded))
