"""AD106: transactions after a reporting person has left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from form4gen.accounts.status import has_exit_box, recorded_end
from form4gen.law.authorities import RULE_16A
from form4gen.law.codes import CODES
from form4gen.law.short_swing import PERHAPS_NOT_EXEMPT, PURCHASES, SALES, can_match
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import day
from form4gen.prose.days import days_in
from form4gen.prose.texts import sentences
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
    """A transaction after the person has left office is reportable only if it can match one in office.

    That is, if it is not exempt, and less than six months after an opposite one of a director or officer (Rule
    16a-2(b)). The day of leaving is that of ``context.ownerStatus``, or else read from the text of a form with the
    exit box checked ("resigned effective" and the like). An exempt row is told of at once; a purchase or sale where
    prior filings are given and none of them, nor this form, has a row of the other way, in either table, that may
    not be exempt. Silent there for a ten percent owner. What no given form reports is not seen.

    Remedy: Have counsel decide whether to keep the row. A voluntary report is permitted.
    """
    filing, traded = circumstances.filing, row.transaction_date.value
    code, left = CODES.get(row.code), recorded_end(filing)
    if left is None and filing.not_subject_to_section16:
        left = _day_of_leaving(filing)
    if left is None or traded is None or code is None or traded <= left:
        return
    after = f"{row.name} ({day(traded)}, code {row.code}, {code.name}) came after the person left office on {day(left)}"
    if code.rests_on_rule_16b_3:
        message = f"{after}; an exempt transaction is then probably not reportable."
        yield Breach(row.transaction_date.at, message, found=day(traded))
    elif row.code in PURCHASES | SALES and circumstances.prior and not _has_opposite(row, traded, left, circumstances):
        message = f"{after}, and no given form has an opposite one of the six months before; it may not be reportable."
        yield Breach(row.transaction_date.at, message, found=day(traded))


def _has_opposite(row: Transaction, traded: date, left: date, circumstances: Circumstances) -> bool:
    """Whether a transaction in office may match the row, or the person may be subject without an office."""
    forms = (*circumstances.prior, circumstances.filing)
    return any(owner.is_ten_percent_owner for form in forms for owner in form.reporting_owners) or any(
        other.code in PURCHASES | SALES | PERHAPS_NOT_EXEMPT
        and (other.is_acquired != row.is_acquired or isinstance(other, DerivativeTransaction))
        for form in forms
        for other in form.transactions
        if (when := other.transaction_date.value) is not None and when <= left and can_match(when, traded)
    )


def _day_of_leaving(filing: Filing) -> date | None:
    days = [each for part in sentences(filing.all_text) if _leaves().search(part) for each in days_in(part)]
    return max(days, default=None)


@cache
def _leaves() -> re.Pattern[str]:
    return re.compile(
        r"\bresign(?:ed|ation)\b|\bretire[d]?\b|\bretirement from\b|ceased to (?:be|serve)|\bstepped down\b"
        r"|no longer (?:an? )?(?:director|officer|executive)",
        re.IGNORECASE,
    )
