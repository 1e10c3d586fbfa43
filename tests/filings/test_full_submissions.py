"""Full submissions, which give the hour of acceptance, the fiscal year and the attached powers of attorney."""

from __future__ import annotations

from case_files import EASTERN
from corpus import submissions

from form4gen.edgar.dump import dump
from form4gen.edgar.reader import read
from form4gen.errors import UnusableInputError
from form4gen.intake.document import read as read_json
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing
from form4gen.rules.catalogue import ADVISORY, catalogue
from form4gen.rules.engine import check

NEED_MORE_THAN_XML = ("DL101", "DL102", "DL109", "DL111", "SG105", "SG106", "SG107", "SG108", "SG109", "FN102", "FN104")


def _filings() -> list[tuple[str, Filing]]:
    found = []
    for path in submissions():
        try:
            found.append((path.name, structure(read_json(dump(read(path.read_bytes()).document).encode()).data)))
        except UnusableInputError:
            assert path.name == "0001225259-06-000003.txt"  # not well-formed as disseminated
    return found


def test_the_facts_of_full_submissions_cause_findings_only_on_late_forms() -> None:
    rules = [catalogue()[rule_id] for rule_id in NEED_MORE_THAN_XML]
    drawn = set()
    for name, filing in _filings():
        assert filing.context.filed_at is not None
        assert filing.context.issuer_fiscal_year_end is not None
        outcome = check(filing, filing.context.filed_at.replace(tzinfo=EASTERN), rules)
        assert outcome.could_not_run == {}
        drawn |= {(name, each.rule) for each in outcome.findings if each.severity is not ADVISORY}
    late = ("0001209191-14-029113.txt", "0001493152-25-009612.txt", "0001537179-14-000007.txt")
    assert drawn == {(name, "DL101") for name in late}


def test_powers_of_attorney_as_filed_are_complete() -> None:
    attached = [power for _, filing in _filings() for power in filing.powers_of_attorney]
    assert len(attached) == 2
    assert all(power.is_attached and power.text for power in attached)
