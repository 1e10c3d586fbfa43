"""The filings that cases change by one fault have none themselves."""

from __future__ import annotations

import pytest
from case_files import BASES, document_of, filed_at

from form4gen.intake.structure import structure
from form4gen.rules.engine import check

# A large sale always draws the reminder of Form 144.
REMINDERS = {
    "exercise": [("AD103", "/nonDerivativeTable/2/transactionCode")],
    "fund_group": [("AD103", "/nonDerivativeTable/0/transactionCode")],
    "joint": [("AD103", "/nonDerivativeTable/0/transactionCode")],
    "option_plan_sale": [("AD103", "/nonDerivativeTable/1/transactionCode")],
}
NAMES = sorted(path.stem for path in BASES.glob("*.json"))


def test_there_are_bases() -> None:
    assert {"amendment", "exercise", "gift", "grant", "joint"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_rule_of_the_catalogue_but_a_reminder_fires_on_a_base(name: str) -> None:
    outcome = check(structure(document_of({"base": name})), filed_at({}))
    assert outcome.could_not_run == {}
    assert [(finding.rule, finding.at.pointer) for finding in outcome.findings] == REMINDERS.get(name, [])
