"""The report that a person reads."""

from __future__ import annotations

import re
from typing import Any

import pytest
from report_samples import finding, report

from form4gen import __version__
from form4gen.location import ROOT
from form4gen.report.concise import concise
from form4gen.report.excerpt import excerpt
from form4gen.report.filing_time import TimeBasis
from form4gen.report.ink import Ink
from form4gen.report.needs import lines
from form4gen.report.record import Spot
from form4gen.report.text import text
from form4gen.report.wrapping import wrapped
from form4gen.rules.applying import EXCLUDED
from form4gen.rules.catalogue import Edgar, Severity, catalogue

WHOLE = f"""\
form4.json: checked as of Mon, Nov 9, 2026, 4:05 p.m. ET
Do not file: 1 error
form4gen {__version__}; no settings

What to do

Correct before filing
  1. Correct `sharesOwnedFollowingTransaction` or the row before it.
     Table I, row 2, column 5, Amount Beneficially Owned (Error; HB102)

Errors

HB102  error  EDGAR does not check this
       Table I, row 2, column 5, Amount Beneficially Owned
       form4.json:40:9  /nonDerivativeTable/1/sharesOwnedFollowingTransaction

       The balance does not follow from the row before it.

       found      150,320
       expected   153,020
       arithmetic 227,927 - 74,907 = 153,020
       source     Form 4 Instruction 4(a)(ii)
       remedy     Correct `sharesOwnedFollowingTransaction` or the row before it.

2 rules applied, 0 not checked (data missing), 0 not applicable, 0 could not run: 1 error, 0 warnings, 0 advisories
"""


def test_a_finding_is_told_with_place_values_arithmetic_citation_and_remedy() -> None:
    assert text(report(finding())) == WHOLE


def test_nothing_found_is_a_headline_and_the_counts() -> None:
    assert text(report()).splitlines() == [
        "form4.json: checked as of Mon, Nov 9, 2026, 4:05 p.m. ET",
        "No errors, warnings or advisories",
        f"form4gen {__version__}; no settings",
        "",
        (
            "2 rules applied, 0 not checked (data missing), 0 not applicable, 0 could not run: "
            "0 errors, 0 warnings, 0 advisories"
        ),
    ]


def test_what_no_filing_holds_and_was_not_given_is_told_with_the_rules_that_ask_for_it() -> None:
    lacking = {"HB107": "needs prior filings", "AD101": "needs prior filings"}
    told = text(report(not_applicable={"TC105": "nothing on this form for the rule to check"}, not_run=lacking))
    assert (
        "\nNot checked\n\nNot checked, because these facts are not in the document:\n\n"
        "AD101 (short-swing profit), HB107 (balance differs from prior filing) - needs prior filings:\n"
        "       give each with --prior FILE (JSON, ownership XML or a full submission).\n\n"
    ) in told
    assert "TC105" not in told
    assert told.endswith(
        "2 rules applied, 2 not checked (data missing), 1 not applicable, 0 could not run: 0 errors, 0 warnings, "
        "0 advisories\n"
    )


def test_each_piece_of_data_that_a_rule_needs_has_words_on_how_to_supply_it() -> None:
    for each in catalogue().values():
        if each.wants:
            (line,) = lines({each.id: f"needs {', '.join(each.wants)}"})
            assert line.startswith(f"{each.id} ({each.name}) - needs ")
            for name in each.wants:
                assert ("the filing time" if name == "context.filedAt" else name) in line
            assert line.count(", and ") >= len(each.wants) - 1
            assert re.search(r": .+\.$", line)
    assert list(lines({"XX101": "needs context.moon"})) == ["XX101 - needs context.moon."]


def test_two_pieces_of_data_are_named_together() -> None:
    assert list(lines({"FP102": "needs context.issuerIsForeignPrivate, context.issuerJurisdiction"})) == [
        (
            "FP102 (possible qualifying-jurisdiction exemption) - needs context.issuerIsForeignPrivate and "
            "context.issuerJurisdiction: true or false, and where the issuer is incorporated."
        )
    ]


@pytest.mark.parametrize(
    ("facts", "head"),
    [
        ({}, "checked as of Mon, Nov 9, 2026, 4:05 p.m. ET"),
        ({"is_on_record": True}, "checked as of Mon, Nov 9, 2026, 4:05 p.m. ET"),
        ({"time_basis": TimeBasis.CLOCK}, "checked as of now, Mon, Nov 9, 2026, 4:05 p.m. ET"),
        ({"time_basis": TimeBasis.CONTEXT}, "checked as of Mon, Nov 9, 2026, 4:05 p.m. ET"),
        ({"time_basis": TimeBasis.CONTEXT, "is_on_record": True}, "filed Mon, Nov 9, 2026, 4:05 p.m. ET"),
        ({"time_basis": TimeBasis.HEADER, "is_on_record": True}, "filed Mon, Nov 9, 2026, 4:05 p.m. ET"),
        ({"time_basis": TimeBasis.HEADER_DATE}, "filed Nov 9, 2026 (the header gives the date but no time)"),
        (
            {"time_basis": TimeBasis.SIGNATURE},
            "checked as of the signature date, Nov 9, 2026, because the file gives no filing time",
        ),
    ],
)
def test_the_head_says_where_the_filing_time_comes_from(facts: dict[str, Any], head: str) -> None:
    assert text(report()._replace(**facts)).splitlines()[0] == f"form4.json: {head}"


def test_findings_are_grouped_by_severity_and_stand_in_the_order_of_the_document() -> None:
    told = text(
        report(
            finding("HB102", Severity.ADVISORY, line=1, at=ROOT / "a"),
            finding("TC101", Severity.WARNING, line=30, at=ROOT / "b"),
            finding("RO102", Severity.ERROR, line=20, at=ROOT / "c"),
            finding("HD101", Severity.ERROR, line=3, at=ROOT / "d"),
        )
    )
    heads = re.findall(r"^(Errors|Warnings|Advisories|Accepted|[A-Z]{2}\d{3}(?=  ))", told, re.MULTILINE)
    assert heads == ["Errors", "HD101", "RO102", "Warnings", "TC101", "Advisories", "HB102"]


def test_an_accepted_finding_stands_apart_with_the_reason_and_by_whom() -> None:
    told = text(report(finding(accepted=True), finding("TC101", line=1)))
    before, _, after = told.partition("\nAccepted by override\n")
    assert "TC101" in before
    assert "HB102" not in before
    assert "accepted   by A. Counsel: A split in between" in after
    assert "remedy" not in after
    assert told.endswith(": 1 error, 0 warnings, 0 advisories (1 accepted)\n")


@pytest.mark.parametrize(
    ("edgar", "words"),
    [
        (Edgar.SUSPENDS, "EDGAR suspends the filing"),
        (Edgar.WARNS, "EDGAR accepts the filing with a warning"),
        (Edgar.ACCEPTS, "EDGAR does not check this"),
        (Edgar.UNKNOWN, "EDGAR's response is not published"),
        (None, "not yet a filing"),
    ],
)
def test_each_reaction_of_edgar_has_words(edgar: Edgar | None, words: str) -> None:
    assert f"HB102  error  {words}\n" in text(report(finding(edgar=edgar)))


def test_a_rule_that_could_not_run_is_told_loudly_with_its_reason() -> None:
    told = text(report(could_not_run={"TC105": "KeyError: 'x'"}))
    assert (
        "\nCould not run\n\nA fault in form4gen stopped 1 rule. The filing was NOT checked for it; do not rely" in told
    )
    assert "\nTC105  KeyError: 'x'\n" in told
    assert "1 could not run" in told
    two = " ".join(text(report(could_not_run={"TC105": "x", "TC106": "x"})).split())
    assert "stopped 2 rules. The filing was NOT checked for them; do not rely on this report until they are" in two


def test_rules_that_were_not_selected_are_counted_apart() -> None:
    told = text(report(not_applicable={"DL101": "not in force on 1999-01-01"}, not_run={"TC105": EXCLUDED}))
    assert ", 1 not applicable, 1 excluded, 0 could not run: " in told


def test_colors_follow_the_severity_and_are_absent_unless_asked_for() -> None:
    warning = finding("TC101", Severity.WARNING, at=ROOT / "remarks")
    one = report(finding(severity=Severity.ERROR), warning, finding(accepted=True))
    assert "\x1b" not in text(one)
    colored = text(one, color=True)
    assert "\x1b[31;1merror\x1b[0m" in colored
    assert "\x1b[33;1mwarning\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == text(one)


def test_a_file_name_cannot_send_commands_to_the_terminal() -> None:
    told = text(report(finding(), file="a\x1b[2J\u202eb.json"))
    assert "\x1b" not in told
    assert "a\\x1b[2J\\u202eb.json:40:9" in told


def test_a_key_of_the_document_cannot_send_commands_to_the_terminal() -> None:
    odd = finding()._replace(cell="a\r\x1b[2J\u202eb", at=ROOT / "a\r\x1b[2J\u202eb")
    for shown in (text(report(odd)), concise(report(odd))):
        assert not re.search("[\r\x1b\u202e]", shown)
        assert "a\\r\\x1b[2J\\u202eb" in shown
    assert "/a\\r\\x1b[2J\\u202eb\n" in text(report(odd))


def test_a_finding_without_a_written_place_names_the_file_alone() -> None:
    assert "\n       form4.json  /nonDerivativeTable/1/" in text(report(finding(line=None)))


def test_one_of_a_thing_is_singular() -> None:
    told = text(report(finding(severity=Severity.WARNING), finding("TC101", Severity.ADVISORY)))
    assert told.endswith("0 errors, 1 warning, 1 advisory\n")


def test_lines_break_at_blanks_and_keep_within_the_width() -> None:
    assert wrapped("aa bb cc", 5) == ["aa bb", "cc"]
    assert wrapped("aa bb cc", 6, "- ", "  ") == ["- aa", "  bb", "  cc"]
    assert wrapped("a very/long/path/that/stays/whole b", 9) == ["a", "very/long/path/that/stays/whole", "b"]
    assert wrapped("", 9, "label ") == ["label"]


@pytest.mark.parametrize("sign", ["\u200b", "\u00a0", "\u3164", "\u202e", "\x1b", "\x85"])
def test_the_line_of_a_finding_has_a_mark_for_a_character_that_nobody_sees(sign: str) -> None:
    line = f'\t"issuerName": "TECO{sign}GEN"'
    spot = Spot(line, line.index('"TECO'), 0, len(line))
    shown, marks = excerpt(finding(line=7), spot, Ink(color=False), 80)
    assert shown.endswith('|  "issuerName": "TECO\ufffdGEN"')
    assert marks.count("^") == len('"TECO?GEN"')
