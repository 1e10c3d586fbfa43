"""What the rules on relations between cells find in real filings that EDGAR accepted, each hit looked at."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from case_files import EASTERN
from corpus import filed_on, forms_4

from form4gen.edgar.dump import dump
from form4gen.edgar.reader import read
from form4gen.intake.document import read as read_json
from form4gen.intake.structure import structure
from form4gen.rules.catalogue import Edgar, Severity, catalogue
from form4gen.rules.engine import Finding, check

OURS = {"PA101", "PA102", "HB101", "HB102", "HB103", "HB106", "FN101", "DL101", "DL103", "DL107", "TP101", "TP102"} | {
    "AM101", "AM102", "AM103", "SG101", "SG107"
}  # fmt: skip


@cache
def found() -> list[tuple[str, Finding]]:
    rules = [rule for rule in catalogue().values() if rule.id in OURS]
    everything = []
    for path in forms_4():
        filing = structure(read_json(dump(read(path.read_bytes()).document).encode()).data)
        signed = max(each.signature_date for each in filing.owner_signatures if each.signature_date)
        day = filed_on(path.name) or signed.isoformat()
        outcome = check(filing, datetime.fromisoformat(f"{day}T21:00").replace(tzinfo=EASTERN), rules)
        assert outcome.could_not_run == {}
        everything += [(path.name, finding) for finding in outcome.findings]
    return everything


def test_no_accepted_filing_is_said_to_be_suspended() -> None:
    assert [(name, each.rule) for name, each in found() if each.edgar is Edgar.SUSPENDS] == []


def test_the_only_errors_are_a_sale_that_was_marked_as_acquired() -> None:
    errors = [(name, each.rule, each.at.pointer) for name, each in found() if each.severity is Severity.ERROR]
    slip = "/nonDerivativeTable/3/sharesOwnedFollowingTransaction"
    assert errors == [("4-LNKD-2013-03-05-8946a62c.xml", rule, slip) for rule in ("HB101", "HB102")]


def test_the_only_warnings_are_filings_that_were_late() -> None:
    warnings: dict[str, set[str]] = {each.rule: set() for _, each in found() if each.severity is Severity.WARNING}
    for name, each in found():
        if each.severity is Severity.WARNING:
            warnings[each.rule].add(name[: -len("-76476057.xml")])
    assert warnings == {
        "DL101": {
            "4-BETR-2024-12-09", "4-EAC-2014-04-17", "4-GLYE-2014-04-21", "4-JOBY-2022-07-05", "4-NTRA-2019-01-25",
            "4-NTRA-2019-05-16", "4-NTRA-2019-07-12", "4-NTRA-2022-04-08", "4-SQ-2021-07-13", "4-TSLA-2009-12-04",
            "4-U-2021-02-08",
        }
    }  # fmt: skip


def test_an_agent_who_signs_once_for_two_owners_is_only_pointed_out() -> None:
    advised = {(name[:6], each.rule) for name, each in found() if each.severity is Severity.ADVISORY}
    assert advised == {("4-LNKD", "SG101"), ("4-NTRA", "HB102")}
