"""The report that a person reads."""

from __future__ import annotations

import re

import pytest
from report_samples import finding, report

from form4gen.report.record import NOT_SELECTED
from form4gen.report.text import text
from form4gen.report.wrapping import wrapped
from form4gen.rules.catalogue import Edgar, Severity

WHOLE = """\
form4.json, filed 2026-11-09 16:05 US Eastern

Errors

HB102  error  EDGAR accepts it
       Table I, row 2, column 5, Amount Beneficially Owned
       form4.json:40:9  /nonDerivativeTable/1/sharesOwnedFollowingTransaction

       The balance does not follow from the row before it.

       found      150,320
       expected   153,020
       arithmetic 227,927 - 74,907 = 153,020
       source     Form 4 Instruction 4(a)(ii)
       remedy     Correct `sharesOwnedFollowingTransaction` or the row before it.

2 rules applied, 0 not applicable, 0 could not run; 1 error, 0 warnings, 0 advisories, 0 accepted
"""


def test_a_finding_is_told_with_place_values_arithmetic_citation_and_remedy() -> None:
    assert text(report(finding())) == WHOLE


def test_nothing_found_is_a_headline_and_the_counts() -> None:
    assert text(report()).splitlines() == [
        "form4.json, filed 2026-11-09 16:05 US Eastern",
        "",
        "2 rules applied, 0 not applicable, 0 could not run; 0 errors, 0 warnings, 0 advisories, 0 accepted",
    ]


def test_what_no_filing_holds_and_was_not_given_is_told_with_the_rules_that_ask_for_it() -> None:
    lacking = {"HB107": "for want of prior filings", "TC105": "nothing of the kind it speaks of"}
    told = text(report(not_applicable=lacking | {"AD101": "for want of prior filings"}))
    assert "\nNot checked\n\nfor want of prior filings: AD101, HB107\n\n" in told
    assert "TC105" not in told


def test_findings_are_grouped_by_severity_and_stand_in_the_order_of_the_document() -> None:
    told = text(
        report(
            finding("HB102", Severity.ADVISORY, line=1),
            finding("TC101", Severity.WARNING, line=30),
            finding("RO102", Severity.ERROR, line=20),
            finding("HD101", Severity.ERROR, line=3),
        )
    )
    heads = re.findall(r"^(Errors|Warnings|Advisories|Accepted|[A-Z]{2}\d{3}(?=  ))", told, re.MULTILINE)
    assert heads == ["Errors", "HD101", "RO102", "Warnings", "TC101", "Advisories", "HB102"]


def test_an_accepted_finding_stands_apart_with_the_reason_and_by_whom() -> None:
    told = text(report(finding(accepted=True), finding("TC101", line=1)))
    before, _, after = told.partition("\nAccepted\n")
    assert "TC101" in before
    assert "HB102" not in before
    assert "accepted   by A. Counsel: A split in between" in after
    assert "remedy" not in after
    assert told.endswith("1 error, 0 warnings, 0 advisories, 1 accepted\n")


@pytest.mark.parametrize(
    ("edgar", "words"),
    [
        (Edgar.SUSPENDS, "EDGAR suspends it"),
        (Edgar.WARNS, "EDGAR warns of it"),
        (Edgar.ACCEPTS, "EDGAR accepts it"),
        (Edgar.UNKNOWN, "what EDGAR does is not published"),
        (None, "EDGAR has nothing to read yet"),
    ],
)
def test_each_reaction_of_edgar_has_words(edgar: Edgar | None, words: str) -> None:
    assert f"HB102  error  {words}\n" in text(report(finding(edgar=edgar)))


def test_a_rule_that_could_not_run_is_told_loudly_with_its_reason() -> None:
    told = text(report(could_not_run={"TC105": "KeyError: 'x'"}))
    assert "COULD NOT RUN" in told
    assert "\nTC105  KeyError: 'x'\n" in told
    assert "1 could not run" in told


def test_rules_that_were_not_selected_are_counted_apart() -> None:
    told = text(report(not_applicable={"TC105": NOT_SELECTED, "DL101": "not in force on 1999-01-01"}))
    assert "2 not applicable (1 not selected), 0 could not run" in told


def test_colours_follow_the_severity_and_are_absent_unless_asked_for() -> None:
    one = report(finding(severity=Severity.ERROR), finding("TC101", Severity.WARNING), finding(accepted=True))
    assert "\x1b" not in text(one)
    coloured = text(one, colour=True)
    assert "\x1b[31;1merror\x1b[0m" in coloured
    assert "\x1b[33;1mwarning\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]+m", "", coloured) == text(one)


def test_a_file_name_cannot_send_commands_to_the_terminal() -> None:
    told = text(report(finding(), file="a\x1b[2J\u202eb.json"))
    assert "\x1b" not in told
    assert "a\\x1b[2J\\u202eb.json:40:9" in told


def test_a_finding_without_a_written_place_names_the_file_alone() -> None:
    assert "\n       form4.json  /nonDerivativeTable/1/" in text(report(finding(line=None)))


def test_one_of_a_thing_is_singular() -> None:
    told = text(report(finding(severity=Severity.WARNING), finding(severity=Severity.ADVISORY)))
    assert told.endswith("0 errors, 1 warning, 1 advisory, 0 accepted\n")


def test_lines_break_at_blanks_and_keep_within_the_width() -> None:
    assert wrapped("aa bb cc", 5) == ["aa bb", "cc"]
    assert wrapped("aa bb cc", 6, "- ", "  ") == ["- aa", "  bb", "  cc"]
    assert wrapped("a very/long/path/that/stays/whole b", 9) == ["a", "very/long/path/that/stays/whole", "b"]
    assert wrapped("", 9, "label ") == ["label"]
