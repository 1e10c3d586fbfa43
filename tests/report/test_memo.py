"""The pre-filing memorandum: whom it is about, what it says of the check, and that its page is sound."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

import html5lib
import pytest
from memo_samples import memo_on, page_on, sample
from page_reader import Drawn, filing
from report_samples import finding, report

from form4gen import __version__
from form4gen.accounts.ledger import ledger
from form4gen.api.drawing import render_pdf
from form4gen.api.reports import report_html
from form4gen.api.rules import explanations
from form4gen.location import ROOT
from form4gen.model.filing import Filing
from form4gen.report.filing_time import TimeBasis
from form4gen.report.memo import Memo, memo
from form4gen.report.memo_head import Person
from form4gen.report.memo_head import widths as widths_of
from form4gen.report.record import Report
from form4gen.rules.applying import NO_FILING
from form4gen.rules.catalogue import Severity
from form4gen.rules.listing import More
from form4gen.rules.settings import Heading, Settings

ERROR, WARNING, ADVISORY = Severity
BALANCE = "sharesOwnedFollowingTransaction"
OFF = {f"/nonDerivativeTable/2/{BALANCE}": 54000}
WHO = Heading("Privileged and confidential", "A. Partner", "Example Corp (00417-0012)", "B. Associate")


def _memo(*findings: Any, of: Filing | None = None, **options: Any) -> Memo:
    return memo(report(*findings, **options), of or filing(), explanations())


def _facts(one: Filing, **of_report: Any) -> dict[str, str]:
    found = dict(memo(report()._replace(**of_report), one, explanations()).facts)
    return {label: words.replace("\u00a0", " ") for label, words in found.items()}


@cache
def _page() -> str:
    return page_on(sample(**OFF), ignore=("AD",))


def _text(page: str) -> str:
    return " ".join(Drawn(page).text.split())


def test_a_document_that_is_no_filing_is_named_by_its_file() -> None:
    fault = report(finding("JS101", edgar=None, at=ROOT), not_run=dict.fromkeys(("HB102", "RO102"), NO_FILING))
    made = memo(fault, None, explanations())
    assert (made.subject, made.foot) == ("form4.json", "Form 4 pre-filing memorandum: form4.json")
    assert [label for label, _ in made.facts] == ["Checked as of"]
    assert made.verdict.heading == "Not yet a filing: one fault to correct"
    assert made.verdict.sentences == "The document cannot be read as a Form 4. No rule was run."
    assert (made.people, made.deadlines.lines, made.classes, made.averages, made.checked.families) == ((),) * 5


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (filing(), "Form 4 of Benjamin Locke M. for TECOGEN INC. (TGEN)"),
        (
            filing(base="joint-funds"),
            "Form 4 of Sample Growth Fund I LP and 3 others for Example Biotech, Inc. (XBIO)",
        ),
        (filing(base="amendment"), "Form 4/A of Specimen John for Example Corp (EXMP)"),
        (filing(**{"/issuer": {}, "/reportingOwners": [{}, {}]}), "Form 4 of reporting person 1 and 1 other"),
        (filing(**{"/issuer": {}, "/reportingOwners": []}), "Form 4"),
    ],
)
def test_the_subtitle_names_form_person_and_issuer(one: Filing, words: str) -> None:
    assert _memo(of=one).subject == words


def test_the_foot_names_issuer_and_person_in_at_most_60_characters() -> None:
    assert _memo().foot == "Form 4 pre-filing memorandum: TECOGEN INC., Benjamin Locke…"
    short = _memo(of=filing(**{"/issuer/issuerName": "Example"}))
    assert short.foot == "Form 4 pre-filing memorandum: Example, Benjamin Locke M."
    assert len(_memo().foot) <= 60


def test_legend_addressee_matter_and_preparer_are_printed_only_if_given() -> None:
    bare = _memo()
    assert (bare.legend, bare.head) == ("", ())
    given = _memo(settings=Settings(heading=WHO))
    assert given.legend == WHO.legend
    assert given.head == (
        ("To", WHO.to),
        ("Matter", WHO.matter),
        ("Prepared by", WHO.prepared_by),
        ("Date", "Nov\u00a09,\u00a02026"),
    )
    assert [label for label, _ in _memo(settings=Settings(heading=Heading(matter="x"))).head] == ["Matter", "Date"]
    assert _memo(settings=Settings(heading=Heading(legend="Draft"))).head == ()


@pytest.mark.parametrize(
    ("of_report", "label", "words"),
    [
        ({}, "Planned filing", "Mon, Nov 9, 2026, 4:05 p.m. ET."),
        ({"time_basis": TimeBasis.CLOCK}, "Checked as of", "now, Mon, Nov 9, 2026, 4:05 p.m. ET."),
        ({"time_basis": TimeBasis.HEADER, "is_on_record": True}, "Filed", "Mon, Nov 9, 2026, 4:05 p.m. ET."),
        ({"is_on_record": True}, "Checked as of", "Mon, Nov 9, 2026, 4:05 p.m. ET."),
        (
            {"time_basis": TimeBasis.SIGNATURE, "is_on_record": True},
            "Checked as of",
            "the signature date, Nov 9, 2026, because the file gives no filing time.",
        ),
    ],
)
def test_the_filing_time_is_given_with_its_source(of_report: dict[str, Any], label: str, words: str) -> None:
    assert _facts(filing(), **of_report)[label] == f"{words} No prior filing was given for comparison"


def test_the_filing_is_described_in_a_few_lines() -> None:
    assert _facts(filing()) == {
        "Issuer": "TECOGEN INC. (TGEN), CIK 0001537435",
        "Reporting person": "Benjamin Locke M., CIK 0001625781. Officer (Co-CEO)",
        "Reported": "Table I: 1 transaction",
        "Transactions": "Nov 14, 2017",
        "Planned filing": "Mon, Nov 9, 2026, 4:05 p.m. ET. No prior filing was given for comparison",
    }


def test_what_the_filing_does_not_state_is_said() -> None:
    empty = filing(remove=("/nonDerivativeTable",), **{"/issuer": {}, "/reportingOwners": [{}]})
    facts = _facts(empty)
    assert facts["Issuer"] == "not stated, CIK not stated"
    assert facts["Reporting person"] == "not stated, CIK not stated. No relationship checked"
    assert facts["Reported"] == "No row"
    assert facts["Transactions"] == "No transaction date"


def test_an_amendment_and_the_boxes_are_described() -> None:
    changes = {"/notSubjectToSection16": True, "/aff10b5One": True, "/dateOfOriginalSubmission": "2026-11-05"}
    facts = _facts(filing(base="amendment", **changes))
    assert facts["Amendment"] == "Original filed Nov 5, 2026"
    assert facts["Transactions"].endswith("The Rule 10b5-1(c) box is checked. The exit box is checked")
    without = filing(base="amendment", remove=("/dateOfOriginalSubmission",))
    assert _facts(without)["Amendment"] == "Filing date of the original not stated"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2026-11-05",) * 3, "Nov 5, 2026"),
        (("2026-11-05", "2026-11-06", "2026-11-06"), "Nov 5 and 6, 2026"),
        (("2026-11-05", "2026-11-06", "2026-11-09"), "Nov 5, 6 and 9, 2026"),
        (("2026-10-30", "2026-11-06", "2026-11-09"), "Oct 30 to Nov 9, 2026"),
        (("2025-12-30", "2026-01-02", "2026-01-05"), "Dec 30, 2025 to Jan 5, 2026"),
    ],
)
def test_the_transaction_dates_are_given_without_repeating_month_or_year(days: tuple[str, ...], words: str) -> None:
    one = filing(**{"/nonDerivativeTable": [{"kind": "transaction", "transactionDate": each} for each in days]})
    assert _facts(one)["Transactions"] == words


def test_several_reporting_persons_are_a_table_with_relationship_and_signature() -> None:
    made = memo_on(filing(base="joint-funds"))
    assert "Reporting person" not in dict(made.facts)
    assert [each.number for each in made.people] == [1, 2, 3, 4]
    assert made.people[1].relationship == "Other (Member of 10% group)"
    last = made.people[3]
    assert (last.name, last.cik, last.signature.replace("\u00a0", " ")) == (
        "ROE DANA", "0009990014", "/s/ Dana Roe, Sep 17, 2026",
    )  # fmt: skip
    alone = memo_on(filing(base="joint-funds", **{"/ownerSignatures": []})).people
    assert {each.signature for each in alone} == {"not stated"}


@pytest.mark.parametrize(
    ("relationship", "signature", "widths"),
    [
        (62, 110, (5, 18, 13, 25, 39)),
        (10, 110, (5, 18, 13, 18, 46)),
        (62, 10, (5, 21, 13, 43, 18)),
        (9, 9, (5, 46, 13, 18, 18)),
    ],
)
def test_a_column_of_persons_is_as_wide_as_its_longest_text_needs(
    relationship: int, signature: int, widths: tuple[int, ...]
) -> None:
    persons = [Person(1, "A" * 25, "0009990001", "B" * relationship, "C" * signature), Person(2, "A", "1", "B", "C")]
    found = widths_of(persons)
    assert sum(found) == 100
    assert min(found[1:2] + found[3:]) >= 18
    assert found == widths


def test_nobody_has_no_column() -> None:
    assert widths_of([]) == ()


def test_a_file_that_is_no_filing_is_named_without_its_folders() -> None:
    made = memo(report(file="/folder/sub/form4.json"), None, explanations())
    assert made.subject == "form4.json"
    assert made.foot == "Form 4 pre-filing memorandum: form4.json"


def test_the_filings_that_were_compared_are_named() -> None:
    earlier = sample(
        ("/context",), **{"/ownerSignatures/0/signatureDate": "2026-09-02", "/periodOfReport": "2026-09-01"}
    )
    older = sample(("/context",), **{"/ownerSignatures/0/signatureDate": "2026-08-03", "/periodOfReport": "2026-08-01"})
    one = dict(memo_on(sample(), prior=(earlier,)).facts)["Planned filing"].replace("\u00a0", " ")
    assert one.endswith("Compared with the Form 4 of Sep 2, 2026")
    two = dict(memo_on(sample(), prior=(older, earlier)).facts)["Planned filing"].replace("\u00a0", " ")
    assert two.endswith("Compared with 2 filings, the last the Form 4 of Sep 2, 2026")


def test_file_version_settings_and_catalogue_are_at_the_end() -> None:
    known = explanations()
    settings = Settings("form4gen.toml", ignore=("AD",))
    words = memo(report(settings=settings), filing(), known).made_by
    head = f"Made from form4.json by form4gen {re.escape(__version__)}; settings from form4gen.toml: without AD"
    assert re.fullmatch(rf"{head}; catalogue of {len(known)} rules, digest [0-9a-f]{{16}}", words)
    other = known | {"RO102": known["RO102"]._replace(severity=WARNING)}
    assert memo(report(settings=settings), filing(), other).made_by != words


def test_errors_that_only_settings_hold_back_are_in_the_verdict() -> None:
    made = _memo(excluded=(finding(),), settings=Settings("form4gen.toml", ignore=("HB",)))
    assert made.held_back == ("1 error is excluded by settings: HB102.",)
    assert made.verdict.heading == "Checked in part"
    page = report_html(report(excluded=(finding(),), settings=Settings("form4gen.toml", ignore=("HB",))), filing())
    assert "1 error is excluded by settings: HB102." in _text(page)


def test_findings_beyond_those_listed_are_counted() -> None:
    more = (
        More("DL101", WARNING, None, is_accepted=False, number=12),
        More("HB102", ERROR, None, is_accepted=True, number=3),
    )
    one: Report = report(finding())
    made = memo(one._replace(outcome=one.outcome._replace(more=more)), filing(), explanations())
    assert [line.partition(":")[0] for line in made.more] == ["DL101, warning"]
    assert [line.partition(":")[0] for line in made.more_accepted] == ["HB102, error"]


def test_the_page_has_every_part() -> None:
    text = _text(_page()).replace("\u00a0", " ")
    for words in (
        "Do not file: one error to correct",
        "1.DetailsChange the balance of Table I, row 3 to 45,000. Error",
        "51,600 \u2212 6,600 = 45,000",
        "Table I, rows 1\u20133; Table II, row 1",
        "Class A Common Stock, indirect, By Sample Family Trust",
        "Should be 45,000: see action 1.",
        "Exercised Nov 5, 2026 (M) 12,000 12,000 Table I, row 1; Table II, row 1 agree",
        "What was checked",
        "Information that would let more checks run",
        "Not legal advice",
        f"form4gen {__version__}; ",
    ):
        assert words in text, words


def test_the_page_on_a_document_that_is_no_filing_has_no_empty_part() -> None:
    fault = report(finding("JS101", edgar=None, at=ROOT), not_run=dict.fromkeys(("HB102", "RO102"), NO_FILING))
    text = _text(report_html(fault, None))
    assert "No check was run, because the document is not yet a filing." in text
    for words in ("Deadlines", "Balances", "Rules applied", "Family of checks", "Reporting persons"):
        assert words not in text


def test_a_rule_that_could_not_run_is_named_on_the_page() -> None:
    page = report_html(report(could_not_run={"TC105": "KeyError: 'x'"}), filing())
    assert "An internal error stopped these rules." in page
    assert "KeyError: &#39;x&#39;" in page


def test_the_page_is_html_and_complete_in_itself() -> None:
    html5lib.HTMLParser(strict=True).parse(_page())
    drawn = Drawn(_page())
    assert not {"script", "img", "link", "iframe", "object"} & set(drawn.tags)
    assert dict(drawn.attributes)["html"]["lang"] == "en-US"
    assert set(re.findall(r'(?:src|href)="([^"]*)"', _page())) == {"#f1"}
    assert not re.search(r"(url\(|@import|https?:)", _page())
    assert drawn.tags.count("h1") == 1


@pytest.mark.parametrize("accepted", [True, False])
def test_no_level_of_the_headings_is_skipped(accepted: bool) -> None:  # noqa: FBT001
    tags = Drawn(report_html(report(finding(accepted=accepted)), filing())).tags
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_header_cells() -> None:
    tables = re.findall(r"<table.*?</table>", _page(), re.DOTALL)
    assert len(tables) > 6
    for table in tables:
        assert re.search(r'<th [^>]*scope="(row|col|rowgroup)"', table)
        assert len(re.findall(r"<th\b", table)) == len(re.findall(r"<th [^>]*scope=", table))


def test_every_action_with_details_leads_to_its_finding() -> None:
    for target in re.findall(r'href="#(f\d+)"', _page()):
        assert f'id="{target}"' in _page()


def test_what_a_filer_typed_is_escaped_everywhere() -> None:
    hostile = '<script>alert(1)</script>"{{77*77777}}\x07'
    rows = {"securityTitle": hostile, "natureOfOwnership": hostile, "kind": "transaction", BALANCE: 5}
    head = Heading(hostile, hostile, hostile, hostile)
    one = filing(**{
        "/issuer/issuerName": hostile, "/reportingOwners/0/rptOwnerName": hostile,
        "/nonDerivativeTable": [rows | {"directOrIndirectOwnership": "I"}] * 14,
    })  # fmt: skip
    told = finding()._replace(message=hostile, found=hostile, expected=hostile, arithmetic=hostile, remedy=hostile)
    balances = tuple(ledger(one))
    page = report_html(report(told, file=hostile, settings=Settings(heading=head))._replace(balances=balances), one)
    assert "<script" not in page
    assert "5988829" not in page
    assert "\x07" not in page
    assert page.count("&lt;script&gt;") >= 12


def test_no_key_of_the_json_and_no_backtick_is_printed() -> None:
    told = finding()._replace(remedy=f"correct the balance (``{BALANCE}``) in ``form4.json``.")
    text = _text(report_html(report(told), filing()))
    assert "Correct the balance in \u201cform4.json\u201d." in text
    assert BALANCE not in text
    assert "`" not in text
    assert "line 40" not in text


def test_the_pdf_is_made_of_the_same_page() -> None:
    drawn = render_pdf(_page())
    assert drawn.content.startswith(b"%PDF-")
    assert drawn.missing == ()
