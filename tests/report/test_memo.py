"""The pre-filing memorandum: what it says, and that its page is sound."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import html5lib
import pytest
from page_reader import Drawn, filing
from report_samples import FILED_AT, finding, report

from form4gen import __version__
from form4gen.api.check import validate
from form4gen.api.drawing import render_pdf
from form4gen.api.reports import report_html, report_of
from form4gen.api.rules import explanations
from form4gen.intake.document import Document
from form4gen.location import ROOT
from form4gen.model.filing import Filing
from form4gen.report.filing_time import TimeBasis
from form4gen.report.memo import Memo, memo
from form4gen.report.memo_facts import facts_of
from form4gen.report.memo_items import title_of
from form4gen.report.record import Report
from form4gen.rules.applying import EXCLUDED
from form4gen.rules.catalogue import Severity
from form4gen.rules.settings import Settings

ERROR, WARNING, ADVISORY = Severity
HELD = "Securities Acquired, Disposed of, or Beneficially Owned"
BALANCE = "sharesOwnedFollowingTransaction"


def _memo(*findings: Any, of: Filing | None = None, **options: Any) -> Memo:
    return memo(report(*findings, **options), of or filing(), explanations())


@cache
def _whole() -> Report:
    from form4gen.api.load import Loaded  # noqa: PLC0415  only this builds a document by hand

    changes = {"base": "exercise-and-sale", f"/nonDerivativeTable/2/{BALANCE}": 54000}
    loaded = Loaded(Document("{}", {}, ()), filing(**changes), ())
    outcome = validate(loaded, FILED_AT, ignore=("AD",))
    return report_of("form4.json", FILED_AT, loaded, outcome)


@cache
def _page() -> str:
    return report_html(_whole(), filing(base="exercise-and-sale"))


def test_a_document_that_is_no_filing_is_said_not_to_be_one() -> None:
    fault = report(finding("JS101", edgar=None, at=ROOT))
    made = memo(fault, None, explanations())
    assert [caption for caption, _ in made.facts] == ["File", "Checked as of", "Checked by"]
    assert made.title == "Form 4 pre-filing memorandum: form4.json"


def test_the_title_names_the_issuer_and_the_first_owner() -> None:
    head = "Form 4 pre-filing memorandum: "
    assert _memo().title == f"{head}TECOGEN INC., Benjamin Locke M."
    assert _memo(of=filing(base="joint-funds")).title.endswith(", Sample Growth Fund I LP and 3 others")
    assert _memo(of=filing(**{"/issuer": {}, "/reportingOwners": [{}, {}]})).title == (
        f"{head}reporting person 1 and 1 other"
    )
    assert _memo(of=filing(**{"/issuer": {}, "/reportingOwners": []})).title == f"{head}form4.json"


@pytest.mark.parametrize(
    ("facts", "caption", "words"),
    [
        ({"time_basis": TimeBasis.CLOCK}, "Checked as of", "now, Mon, Nov 9, 2026, 4:05 p.m. ET"),
        ({"time_basis": TimeBasis.HEADER, "is_on_record": True}, "Filed", "Mon, Nov 9, 2026, 4:05 p.m. ET"),
        (
            {"time_basis": TimeBasis.SIGNATURE, "is_on_record": True},
            "Checked as of",
            "the signature date, Nov 9, 2026, because the file gives no filing time",
        ),
    ],
)
def test_the_facts_say_where_the_filing_time_comes_from(facts: dict[str, Any], caption: str, words: str) -> None:
    made = memo(report()._replace(**facts), None, explanations())
    assert dict(made.facts)[caption] == words


def test_the_facts_of_the_filing_are_told() -> None:
    assert dict(_memo().facts) == {
        "Checked by": f"form4gen {__version__}; no settings",
        "Form": "4",
        "Issuer": "TECOGEN INC. [TGEN], CIK 0001537435",
        "Reporting person": "Benjamin Locke M., CIK 0001625781, officer (Co-CEO)",
        "Earliest transaction": "Tue, Nov 14, 2017",
        "Table I": "1 transaction, 0 holdings",
        "Table II": "0 transactions, 0 holdings",
        "Signature": "Benjamin Locke, Tue, Nov 14, 2017",
        "File": "form4.json",
        "Checked as of": "Mon, Nov 9, 2026, 4:05 p.m. ET",
    }


def test_an_amendment_several_owners_and_the_boxes_are_told() -> None:
    one = filing(
        base="joint-funds",
        **{
            "/documentType": "4/A",
            "/dateOfOriginalSubmission": "2026-11-05",
            "/notSubjectToSection16": True,
            "/aff10b5One": True,
            "/reportingOwners/0/isDirector": True,
            "/reportingOwners/0/isOther": True,
            "/reportingOwners/0/isOfficer": True,
            "/reportingOwners/0/isTenPercentOwner": True,
        },
    )
    told = list(facts_of(one))
    assert ("Form", "4/A, original filed Thu, Nov 5, 2026") in told
    assert ("Box checked", "no longer subject to Section 16") in told
    assert ("Box checked", "transaction made pursuant to a Rule 10b5-1(c) plan") in told
    owners = [words for caption, words in told if caption == "Reporting person"]
    assert len(owners) == len(one.reporting_owners) > 1
    assert owners[0].endswith(", director, officer (not stated), 10% owner, other (not stated)")


def test_what_the_filing_does_not_say_is_told_as_not_given() -> None:
    told = dict(
        facts_of(
            filing(
                remove=("/periodOfReport",),
                **{
                    "/issuer": {},
                    "/reportingOwners": [{}],
                    "/ownerSignatures": [{}],
                },
            )
        )
    )
    assert told["Issuer"] == "not stated, CIK not stated"
    assert told["Reporting person"] == "not stated, CIK not stated"
    assert told["Earliest transaction"] == "not stated"
    assert told["Signature"] == "not stated, not stated"


def test_version_and_settings_are_among_the_facts() -> None:
    one = report(settings=Settings("form4gen.toml", ignore=("AD",)))
    words = f"form4gen {__version__}; settings from form4gen.toml: without AD"
    assert ("Checked by", words) in memo(one, filing(), explanations()).facts


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("Item 1, reporting person 2, Name", "Item 1. Name and Address of Reporting Person"),
        ("Items 1 and 5, reporting person 1", "Items 1 and 5. Reporting Person and Relationship to Issuer"),
        ("Item 2, Issuer CIK", "Item 2. Issuer Name and Ticker or Trading Symbol"),
        ("Item 2a, Foreign Trading Symbol", "Item 2a. Foreign Trading Symbol"),
        ("Table I, row 2, column 4, Price", f"Table I. Non-Derivative {HELD}"),
        ("Table II", f"Table II. Derivative {HELD}"),
        ("Explanation of Responses, footnote F1", "Explanation of Responses"),
        ("Signature 2, Date", "Signatures"),
        ("Signature", "Signatures"),
        ("Power of attorney 1, grantedOn", "Powers of Attorney"),
        ("Override 1", "Overrides"),
        ("Form 4", "The form as a whole"),
        ("Check box: Rule 10b5-1(c)", "The form as a whole"),
    ],
)  # fmt: skip
def test_a_cell_belongs_to_a_part_of_the_form(cell: str, title: str) -> None:
    assert title_of(cell) == title


def test_findings_stand_under_the_parts_in_the_order_of_the_form_the_gravest_first() -> None:
    cells = ("Signature 1, Date", "Table I, row 1", "Form 4", "Item 3", "Table I, row 2")
    severities = (ERROR, ADVISORY, ERROR, WARNING, ERROR)
    groups = _memo(
        *(finding(severity=grave)._replace(cell=cell) for cell, grave in zip(cells, severities, strict=True))
    ).findings
    assert [(group.title.split(".")[0], [entry.cell for entry in group.entries]) for group in groups] == [
        ("The form as a whole", ["Form 4"]),
        ("Item 3", ["Item 3"]),
        ("Table I", ["Table I, row 2", "Table I, row 1"]),
        ("Signatures", ["Signature 1, Date"]),
    ]


def test_a_finding_is_told_with_reaction_values_citation_remedy_and_place() -> None:
    ((entry,),) = [group.entries for group in _memo(finding()).findings]
    assert (entry.rule, entry.severity, entry.reaction) == ("HB102", "error", "EDGAR does not check this")
    assert dict(entry.facts) == {
        "Finding": "The balance does not follow from the row before it.",
        "Found": "150,320",
        "Expected": "153,020",
        "Arithmetic": "227,927 - 74,907 = 153,020",
        "Source": "Form 4 Instruction 4(a)(ii)",
    }
    assert entry.remedy == "Correct `sharesOwnedFollowingTransaction` or the row before it."
    assert entry.place == f"/nonDerivativeTable/1/{BALANCE}, line 40"


def test_an_accepted_finding_stands_apart_with_its_reason() -> None:
    made = _memo(finding(accepted=True))
    assert made.findings == ()
    (entry,) = made.accepted
    assert ("Accepted", "by A. Counsel: A split in between") in entry.facts
    assert entry.remedy == ""


def test_a_finding_without_a_place_is_of_the_whole_document() -> None:
    ((entry,),) = [group.entries for group in _memo(finding(at=ROOT, line=None)).findings]
    assert entry.place == "the whole document"


def test_what_was_checked_and_what_was_not_is_told_with_titles_and_reasons() -> None:
    made = _memo(not_run={"TC105": EXCLUDED, "DL103": "needs x", "DL101": "needs x"})
    assert [rule for rule, _ in made.applied] == ["HB102", "RO102"]
    assert all(title == explanations()[rule].title for rule, title in made.applied)
    assert [(group.title, [rule for rule, _ in group.rules]) for group in made.silent] == [
        ("Excluded by settings", ["TC105"]),
        ("Needs x", ["DL101", "DL103"]),
    ]


def test_a_rule_that_is_not_in_the_catalogue_has_no_title() -> None:
    assert _memo(not_applicable={"XX999": "no row"}).silent[0].rules == (("XX999", ""),)


def test_the_catalogue_is_named_with_a_digest_that_changes_with_it() -> None:
    known = explanations()
    words = memo(report(), filing(), known).catalogue
    assert re.fullmatch(
        rf"form4gen {re.escape(__version__)}, catalogue of {len(known)} rules, digest [0-9a-f]{{16}}", words
    )
    other = known | {"RO102": known["RO102"]._replace(severity=WARNING)}
    assert memo(report(), filing(), other).catalogue != words


def test_the_authorities_are_named_in_full_once_each() -> None:
    assert _memo(finding(), finding()).authorities == ("Form 4, SEC 1474 (03-26), with its General Instructions",)


def test_the_page_holds_every_part() -> None:
    text = " ".join(Drawn(_page()).text.split())
    for words in (
        "Do not file: 1 error",
        "51,600 - 6,600 = 45,000",
        "HB102 error Table I, row 3, column 5",
        "Table I, rows 1-3; Table II, row 1",
        "Class A Common Stock, indirect, By Sample Family Trust",
        "Exercised (code M) on Nov 5, 2026 Table II disposes of 12,000, Table I acquires 12,000",
        "What was checked",
        "What was not checked, and why",
        "Excluded by settings",
        "Authorities cited",
        "This is not legal advice.",
        f"form4gen {__version__}, catalogue of ",
    ):
        assert words in text, words


def test_a_page_on_nothing_says_so() -> None:
    empty = report()._replace(outcome=report().outcome._replace(applied=()))
    text = " ".join(Drawn(report_html(empty, None)).text.split())
    assert "No open findings." in text
    assert "No rule was applied." in text
    assert "Every rule was applied." in text
    assert "Deadlines" not in text
    assert "Balances" not in text
    assert "Authorities cited" not in text


def test_a_rule_that_could_not_run_is_told_on_the_page() -> None:
    page = report_html(report(could_not_run={"TC105": "KeyError: 'x'"}), filing())
    assert "An internal error stopped these rules." in page
    assert "KeyError: &#39;x&#39;" in page


def test_the_page_is_html_and_stands_alone() -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(_page())
    drawn = Drawn(_page())
    assert not {"script", "img", "link", "iframe", "object"} & set(drawn.tags)
    assert dict(drawn.attributes)["html"]["lang"] == "en-US"
    assert not re.search(r"(src|href|url\(|@import|https?:)", _page())
    assert drawn.tags.count("h1") == 1


def test_every_table_has_header_cells() -> None:
    tables = re.findall(r"<table.*?</table>", _page(), re.DOTALL)
    assert len(tables) > 4
    for table in tables:
        assert re.search(r'<th [^>]*scope="(row|col|colgroup)"', table)
        assert len(re.findall(r"<th\b", table)) == len(re.findall(r"<th [^>]*scope=", table))


def test_what_a_filer_typed_is_escaped_everywhere() -> None:
    hostile = '<script>alert(1)</script>"{{77*77777}}\x07'
    one = filing(**{"/issuer/issuerName": hostile, "/reportingOwners/0/rptOwnerName": hostile})
    page = report_html(report(finding()._replace(message=hostile, found=hostile), file=hostile), one)
    assert "<script" not in page
    assert "5988829" not in page
    assert "\x07" not in page
    assert page.count("&lt;script&gt;") >= 4


def test_backticks_of_our_own_words_mark_names() -> None:
    page = report_html(report(finding()), filing())
    assert "Correct <code>sharesOwnedFollowingTransaction</code> or the row before it." in page
    assert "`" not in page


def test_the_pdf_is_made_of_the_same_page() -> None:
    drawn = render_pdf(_page())
    assert drawn.content.startswith(b"%PDF-")
    assert drawn.missing == ()
