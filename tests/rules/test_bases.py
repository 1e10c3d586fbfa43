"""The filings that cases change by one fault have none themselves."""

from __future__ import annotations

import pytest
from case_files import BASES, document_of, filed_at

from form4gen.intake.structure import structure
from form4gen.rules.engine import check

# An amendment that corrects a price always reminds of what follows from it.
REMINDERS = {"amendment": [("AM106", "/dateOfOriginalSubmission")]}
NAMES = sorted(path.stem for path in BASES.glob("*.json"))


def test_there_are_bases() -> None:
    assert {"amendment", "exercise", "gift", "grant", "joint"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_rule_of_the_catalogue_but_a_reminder_fires_on_a_base(name: str) -> None:
    outcome = check(structure(document_of({"base": name})), filed_at({}))
    assert outcome.could_not_run == {}
    assert [(finding.rule, finding.at.pointer) for finding in outcome.findings] == REMINDERS.get(name, [])
