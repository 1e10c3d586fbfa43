"""Findings of one cause are one finding, and nothing of them is lost."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from report_samples import finding, report

from form4gen.law.authorities import RULE_16A
from form4gen.location import ROOT
from form4gen.report.as_json import as_json
from form4gen.report.causes import causes
from form4gen.report.concise import concise
from form4gen.report.places import folded, spans
from form4gen.report.spread import spread
from form4gen.report.text import text
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.engine import Finding

TABLE = ROOT / "nonDerivativeTable"


def price(row: int, rule: str = "PR110", **facts: object) -> Finding:
    at = TABLE / (row - 1) / "transactionPricePerShare"
    return finding(rule, at=at, line=row)._replace(cell=f"Table I, row {row}, column 4, Price", **facts)  # type: ignore[arg-type]


def test_rows_with_the_same_rule_and_remedy_are_one_cause() -> None:
    (cause,) = causes([price(row) for row in range(1, 32)])
    assert cause.cells == "Table I, rows 1-31, column 4, Price"
    assert len(cause.all) == 31
    two = causes([price(1), price(2, remedy="Something else.")])
    assert [each.cells for each in two] == [f"Table I, row {row}, column 4, Price" for row in (1, 2)]


def test_another_rule_on_the_same_rows_is_another_cause_unless_it_is_on_exactly_the_same_cells() -> None:
    assert len(causes([price(1), price(2), price(1, "PR202", remedy="Round.")])) == 2
    (same,) = causes([price(1), price(1, "PR202", remedy="Round.", edgar=Edgar.SUSPENDS)])
    assert (same.lead.rule, same.edgar) == ("PR202", Edgar.SUSPENDS)
    assert [each.rule for each in same.others] == ["PR110"]


def test_the_most_severe_finding_leads_and_sources_are_joined() -> None:
    other = price(1, "PR202", remedy="Round.", sources=(RULE_16A.at("16a-3"),), severity=Severity.ERROR)
    (cause,) = causes([price(1, severity=Severity.WARNING), other])
    assert (cause.lead.rule, cause.severity) == ("PR202", Severity.ERROR)
    assert [str(source) for source in cause.sources] == ["Rule 16a-3", "Form 4 Instruction 4(a)(ii)"]


def test_lateness_and_advice_are_never_part_of_the_correction_of_a_cell() -> None:
    late = price(1, "DL101", severity=Severity.WARNING, remedy="File.")
    other = price(1, "DL108", severity=Severity.WARNING, remedy="Correct the year.")
    advice = price(1, "AD103", severity=Severity.WARNING, remedy="Confirm.")
    advisory = price(1, "PR114", severity=Severity.ADVISORY, remedy="Check.")
    assert [each.lead.rule for each in causes([late, other, advice, advisory])] == ["DL101", "DL108", "AD103", "PR114"]


def test_a_follower_is_part_of_what_it_follows_from() -> None:
    lead = price(3, "TC102", severity=Severity.WARNING, remedy="Correct the mark.")
    follower = price(4, "HB102", follows=("TC102", lead.at))
    (cause,) = causes([follower, lead])
    assert (cause.lead, cause.others, cause.severity) == (lead, (follower,), Severity.ERROR)
    assert "This also causes HB102: Table I, row 4, column 4, Price." in text(report(lead, follower))
    (alone,) = causes([follower])
    assert alone.lead is follower


def test_each_place_is_still_listed_for_machines() -> None:
    many = [price(row) for row in range(1, 32)]
    told = json.loads(as_json(report(*many)))
    assert [each["pointer"] for each in told["findings"]] == [each.at.pointer for each in many]
    (action,) = told["actions"]
    assert action["findings"] == list(range(31))
    assert action["cells"] == "Table I, rows 1-31, column 4, Price"
    assert (told["counts"]["error"], told["verdict"]["errors"]) == (31, 1)


def test_a_machine_reads_the_suggestion_and_the_number_of_the_leading_finding() -> None:
    lead = price(3, "TC102", suggested="D")
    told = json.loads(as_json(report(lead, price(4, "HB102", follows=("TC102", lead.at)))))["findings"]
    assert told[0]["suggestion"] == {"pointer": lead.at.pointer, "value": "D"}
    assert (told[0]["follows"], told[1]["follows"], told[1]["suggestion"]) == (None, 0, None)


def test_the_text_and_the_concise_report_show_one_finding_with_every_place() -> None:
    one = report(*(price(row) for row in range(1, 32)))
    told = text(one)
    assert told.count("\nPR110  error") == 1
    assert "Table I, rows 1-31, column 4, Price" in told
    assert "; also lines 2, 3, 4, 5, 6, 7, 8, 9 and 22 more" in told
    assert told.endswith(": 31 errors, 0 warnings, 0 advisories (1 cause)\n")
    assert len(concise(one).splitlines()) == 2
    assert "; also line 2\n" in text(report(price(1), price(2)))


def test_what_others_say_of_the_same_cell_is_shown_below() -> None:
    told = text(report(price(1), price(1, "PR202", remedy="Round.", message="Too many digits.")))
    assert "\n       PR202: Too many digits.\n" in told


def test_found_and_expected_are_the_common_value_or_the_few_or_their_range() -> None:
    def expected(*values: str | None) -> str | None:
        (cause,) = causes([price(row, expected=value) for row, value in enumerate(values, 1)])
        return cause.expected

    assert expected("1", "1", "1", "1") == "1"
    assert expected(None, None) is None
    assert expected("1", "2", None, "3") == "1; 2; 3"
    assert expected("51,600", "9", "100.5", "10") == "9 to 51,600"
    assert expected("a", "b", "c", "d", "e") == "a; b; c; and 2 others"


def test_days_and_numbers_have_a_range_after_the_words_that_they_share() -> None:
    assert spread(["filed by 10:00 p.m. ET on Tue, Nov 3, 2026", "filed by 10:00 p.m. ET on Tue, Jan 13, 2026"]) == (
        "filed by 10:00 p.m. ET on Tue, Jan 13, 2026, to Tue, Nov 3, 2026"
    )
    assert spread(["Nov 5, 2026", "Jan 9, 2026", "Aug 21, 2026"]) == "Jan 9, 2026, to Nov 5, 2026"
    assert spread(["$9.50", "$10"]) == "$9.50 to $10"
    assert spread(["at most 3", "at most 12"]) == "at most 3 to 12"
    assert spread(["Nov 5, 2026", "soon"]) is None
    assert spread(["Nov 05, 2026", "Nov 6, 2026"]) is None
    assert spread(["x", "y"]) is None
    assert spread(["5,001,x + 1", "7,002,y - 2"]) is None
    assert spread(["NaN", "Infinity", "1"]) is None


@given(st.lists(st.text(alphabet="0123456789,. $xJanov+-=\u00a0", max_size=30), min_size=1, max_size=5))
def test_any_values_have_a_range_or_none(values: list[str]) -> None:
    found = spread(values)
    assert found is None or isinstance(found, str)


def test_cells_that_differ_in_a_number_are_named_together() -> None:
    assert folded(["Form 4"]) == "Form 4"
    assert folded([f"Table I, row {row}, column 2, Transaction Date" for row in (1, 2, 4)]) == (
        "Table I, rows 1-2, 4, column 2, Transaction Date"
    )
    owners = [f"Item 5, reporting person {owner}, {box}" for owner in (4, 5, 6) for box in ("Director", "Officer")]
    assert folded(owners) == "Item 5, reporting persons 4-6, Director and Officer"
    assert folded([f"Explanation of Responses, footnote F{note}" for note in (91, 92, 99)]) == (
        "Explanation of Responses, footnotes F91-F92, F99"
    )
    assert folded([f"Power of attorney {one}, Scope" for one in (1, 2)]) == "Powers of attorney 1-2, Scope"
    assert folded(["Item 2, Issuer CIK", "Item 3, Date"]) == "Item 2, Issuer CIK; Item 3, Date"
    assert folded(["a", "b", "c", "d"]) == "a; b; c; d"
    assert folded(["a", "b", "c", "d", "e"]) == "a; b; c; and 2 other places"


def test_more_than_the_given_ranges_are_counted() -> None:
    odd = [f"Table I, row {row}, column 4, Price" for row in range(1, 9, 2)]
    assert folded(odd, ranges=4) == "Table I, rows 1, 3, 5, 7, column 4, Price"
    assert folded(odd, ranges=3) == "4 rows of Table I, column 4, Price"
    assert folded([f"Signature {one}" for one in (1, 3, 5)], ranges=2) == "3 signatures"


@given(st.sets(st.integers(1, 200), min_size=1))
def test_ranges_hold_exactly_the_numbers(numbers: set[int]) -> None:
    found = spans(sorted(numbers))
    assert [each for first, last in found for each in range(first, last + 1)] == sorted(numbers)
    assert all(after[0] > before[1] + 1 for before, after in pairwise(found))


@given(st.lists(st.tuples(st.sampled_from(("PR110", "HB102", "DL101")), st.integers(1, 5)), max_size=30))
def test_no_finding_is_lost(drawn: list[tuple[str, int]]) -> None:
    found = [price(row, rule) for rule, row in drawn]
    kept = [each for cause in causes(found) for each in cause.all]
    assert sorted((each.rule, each.line or 0) for each in kept) == sorted(drawn)
