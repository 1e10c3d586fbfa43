"""Every finding in a real filing is on file, somebody has looked at it, and few are false alarms.

``./start calibrate`` writes the file anew after a rule has changed; a new finding then waits for a verdict.
"""

from __future__ import annotations

from collections import Counter

import pytest
from calibration import EVERYTHING, ISSUER, PAGE, Count, counted, kept, ours_too_often, read_counts
from calibration_page import page
from real_filings import Hit, hits, outcomes, real_filings
from verdicts import VERDICTS, Judged, Verdict, merged, read_verdicts, written

from form4gen.model.rows import DerivativeTransaction
from form4gen.rules.catalogue import Edgar, catalogue

REWRITE = "run ./start calibrate, look at each new finding, and enter its verdict in tests/filings/verdicts.tsv"


@pytest.fixture(scope="module", name="judged")
def _judged() -> list[Judged]:
    return read_verdicts()


def test_the_real_filings_have_exactly_the_findings_on_file(judged: list[Judged]) -> None:
    found, on_file = Counter(hits()), Counter(each.hit for each in judged)
    assert (sorted(found - on_file), sorted(on_file - found)) == ([], []), REWRITE


def test_no_accepted_filing_is_said_to_be_suspended() -> None:
    assert len(real_filings()) >= 291
    suspended = [
        (name, finding.rule)
        for name, outcome in outcomes().items()
        for finding in outcome.findings
        if finding.edgar is Edgar.SUSPENDS
    ]
    assert suspended == []


def test_derivatives_that_real_filers_converted_into_another_class_cause_no_error() -> None:
    acquired = {
        each.name
        for each in real_filings()
        for row in each.filing.transactions
        if isinstance(row, DerivativeTransaction) and row.code in ("M", "C", "O", "X") and row.is_acquired
    }
    assert sorted(name[:6] for name in acquired) == ["4-PLTR", "4-ZNGA", "4-ZNGA", "4-ZNGA"]
    assert [hit for hit in hits() if hit.file in acquired and hit.severity == "error"] == []


def test_box_3_of_a_real_second_part_is_earlier_than_its_rows_without_a_finding() -> None:
    [second] = [each for each in real_filings() if each.name == "4-PLTR-2020-09-30-46422179.xml"]
    period, rows = second.filing.period_of_report, second.filing.transactions
    assert period is not None
    assert all(row.transaction_date.value is not None and row.transaction_date.value > period for row in rows)
    assert [hit for hit in hits() if hit.file == second.name and hit.rule == "HD101"] == []


def test_somebody_has_looked_at_each_finding_and_says_what_was_seen(judged: list[Judged]) -> None:
    assert [each.hit for each in judged if each.verdict is Verdict.UNREAD] == []
    assert [each.hit for each in judged if not each.reason] == []


def test_no_error_is_a_false_alarm(judged: list[Judged]) -> None:
    assert [each for each in judged if each.hit.severity == "error" and each.verdict is Verdict.OURS] == []


def test_no_warning_is_a_false_alarm_in_more_than_two_percent_of_the_filings(judged: list[Judged]) -> None:
    assert ours_too_often(judged, read_counts()[EVERYTHING].applied) == {}


def test_only_an_advisory_is_apt_without_anybody_at_fault(judged: list[Judged]) -> None:
    assert [each for each in judged if each.hit.severity != "advisory" and each.verdict is Verdict.APT] == []


def _warnings(*filings: str) -> list[Judged]:
    return [Judged(Hit(name, "HD105", "/issuer", "warning"), Verdict.OURS, "a class list") for name in filings]


@pytest.mark.parametrize(("filings", "too_often"), [(1, {}), (2, {}), (3, {"HD105": 3})])
def test_two_percent_of_a_hundred_filings_are_two_filings(filings: int, too_often: dict[str, int]) -> None:
    names = [f"{number}.xml" for number in range(filings)]
    assert ours_too_often([*_warnings(*names), *_warnings(*names)], 100) == too_often


def test_a_false_alarm_of_an_advisory_does_not_count_as_a_warning() -> None:
    advisories = [each._replace(hit=each.hit._replace(severity="advisory")) for each in _warnings("a", "b", "c")]
    assert ours_too_often(advisories, 100) == {}


def test_a_verdict_survives_a_new_severity_a_lost_finding_is_left_out_and_a_new_one_is_unread() -> None:
    kept, lost = _warnings("kept.xml", "lost.xml")
    new = Hit("new.xml", "HD105", "/issuer", "warning")
    graver = kept.hit._replace(severity="error")
    assert merged([new, graver], [kept, lost]) == [
        Judged(graver, Verdict.OURS, "a class list"),
        Judged(new, Verdict.UNREAD, ""),
    ]


def test_the_file_is_written_as_it_is_read(judged: list[Judged]) -> None:
    assert written(merged([each.hit for each in judged], judged)) == VERDICTS.read_text("utf-8")


def test_the_counts_on_file_are_those_of_the_real_filings() -> None:
    on_file = {rule: Count(*count[:3]) for rule, count in read_counts().items()}
    assert on_file == counted(), REWRITE


def test_the_page_says_what_is_on_file(judged: list[Judged]) -> None:
    assert PAGE.read_text("utf-8") == page(read_counts(), judged), REWRITE


def test_the_counts_on_file_are_of_rules_that_exist() -> None:
    rules = {each for each in read_counts() if not each.startswith(ISSUER)}
    assert {EVERYTHING} <= rules <= {EVERYTHING, *catalogue()}, REWRITE


def test_a_rule_without_a_count_is_listed_as_not_measured_yet_and_one_that_never_applied_is_not() -> None:
    counts = {EVERYTHING: Count(291, 1, 1), "RO102": Count(0, 0, 0), "RO103": Count(9, 0, 0), "RO104": Count(9, 1, 1)}
    lines = page(counts, []).splitlines()
    unmeasured = lines[lines.index("## Rules that were not measured yet") + 2]
    not_applied = lines[lines.index("## Rules that applied to no filing") + 4]
    silent = lines[lines.index("## Rules that found nothing") + 2]
    assert [name for name in ("RO101", "RO102", "RO103", "RO104") if name in unmeasured] == ["RO101"]
    assert [name for name in ("RO101", "RO102", "RO103", "RO104") if name in not_applied] == ["RO102"]
    assert [name for name in ("RO101", "RO102", "RO103", "RO104") if name in silent] == ["RO103"]


def test_without_the_filings_a_removed_rule_loses_its_count_and_a_new_one_gets_none() -> None:
    counts = {EVERYTHING: Count(291, 1, 1), "RO102": Count(9, 1, 1), "ZZ101": Count(9, 1, 1)}
    assert kept(counts) == {EVERYTHING: Count(291, 1, 1), "RO102": Count(9, 1, 1)}


def test_the_page_has_no_list_of_unmeasured_rules_when_all_were_measured() -> None:
    counts = dict.fromkeys((EVERYTHING, *catalogue()), Count(291, 0, 0))
    assert "not measured" not in page(counts, [])
