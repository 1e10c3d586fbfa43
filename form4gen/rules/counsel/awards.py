"""AD110: awards that depend on goals of the issuer and are reported before these are met."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import RULE_16A, STAFF_LETTER_1992
from form4gen.model.rows import DerivativeTransaction
from form4gen.prose.reading import notes_of
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, Breach, rule
from form4gen.rules.engine import Circumstances

_ACHIEVED = ("goals_met", "vesting_event", "fully_vested")
"""What a footnote says of an award whose number of securities is already determined."""


@rule(
    "AD110",
    name="performance award reported at grant",
    on=DerivativeTransaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-1(c)"), STAFF_LETTER_1992.at("on earnings targets")),
    certainty=MEDIUM,
)
def performance_award_reported_at_grant(row: DerivativeTransaction, circumstances: Circumstances) -> Iterator[Breach]:
    """An award that depends on the issuer's own results is reportable once the number of securities is determined.

    Until then it is not a derivative security (staff letter of 1992). Read from the footnotes of a grant (A) in Table
    II: goals such as earnings per share, revenue, EBITDA or return on equity. An award that depends only on the stock
    price, or on total shareholder return, is reportable at grant. Silent where a footnote says that the goals were
    achieved, and where the row is marked V. EDGAR does not check this.

    Remedy: Confirm with counsel whether to report the award now. If the goals have been achieved, say so in the
    footnote. A voluntary report is permitted.
    """
    notes = notes_of(row, circumstances.filing)
    quoted = notes.quoted("company_goals")
    if row.code == "A" and row.is_acquired and not row.is_early and quoted and not notes.excuses(*_ACHIEVED):
        yield Breach(
            row.transaction_code.at,
            f'{row.name} reports an award that depends on the issuer\'s results ("{quoted}"). It is not a derivative '
            "security until the number of securities is determined, and need not be reported before.",
            found=quoted,
        )
