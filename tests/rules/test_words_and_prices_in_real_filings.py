"""What the rules on titles, words, prices, derivative terms and advice find in real filings, each hit looked at."""

from __future__ import annotations

from collections import defaultdict
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

OURS = {
    "HD103", "HD106", "HD107", "RO104", "RO105", "RO107", "RO108", "RO109", "TC104", "TC107", "TC109", "TC110", "TC111",
    "TC112", "TC113", "TC114", "TC115", "TC117", "TC118", "PR103", "PR104", "PR106", "PR107", "PR108", "PR109", "PR110",
    "PR111", "PR112", "DV104", "DV106", "DV107", "DV108", "DV109", "DV110", "EX101", "FP101", "FP102", "FP103", "FP105",
    "FP106", "AD102", "AD103", "AD104", "AD105", "AD106",
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
        everything += [(path.name[: -len("-76476057.xml")], finding) for finding in outcome.findings]
    return everything


def _filings(severity: Severity) -> dict[str, set[str]]:
    filings: dict[str, set[str]] = defaultdict(set)
    for name, each in found():
        if each.severity is severity:
            filings[each.rule].add(name)
    return filings


def test_no_accepted_filing_is_said_to_be_suspended() -> None:
    assert [(name, each.rule) for name, each in found() if each.edgar is Edgar.SUSPENDS] == []


def test_the_only_errors_are_averages_without_a_range_a_price_outside_its_range_and_an_early_conversion() -> None:
    errors = _filings(Severity.ERROR)
    # The footnotes of one firm of 2012 and 2013 promise the details and tell no range.
    assert {name[:6] for name in errors.pop("PR106")} == {"4-LNKD", "4-YELP"}
    # 1,005.129 where the footnote tells 1,005.600 to 1,006.390; a conversion that is marked V.
    assert errors == {"PR107": {"4-TSLA-2021-12-09"}, "TC109": {"4-LNKD-2013-01-02"}}


def test_the_only_warnings_are_slips_of_the_filers() -> None:
    assert _filings(Severity.WARNING) == {
        "HD106": {"4-MSFT-2023-09-13"},  # the underlying security is called Common
        "HD107": {"4-SQ-2024-06-18", "4-SQ-2024-07-01", "4-SQ-2024-08-06"},  # a double blank in one title
        "PR106": {"4-TSLA-2021-11-09"},  # "$1,1140.890"
    }


def test_advice_is_given_on_sales_late_reports_joint_filers_and_moves_to_a_trust() -> None:
    advised = _filings(Severity.ADVISORY)
    assert {rule: len(filings) for rule, filings in advised.items()} == {
        "AD103": 19, "AD105": 11, "PR106": 1, "PR109": 1, "RO108": 1, "TC114": 5,
    }  # fmt: skip
    assert {name[:4] for name in advised["TC114"]} == {"4-EB"}
    assert advised["PR106"] == {"4-GOOG-2022-04-13"}
    assert advised["RO108"] == {"4-PDEX-2025-01-23"}
