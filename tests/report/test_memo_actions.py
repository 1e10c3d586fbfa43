"""What to do, and the findings behind it: folded by cause, named in the words of the form, each fact once."""

from __future__ import annotations

from typing import Any

import pytest
from memo_samples import memo_on, sample
from page_reader import filing
from report_samples import finding, report

from form4gen.api.rules import explanations
from form4gen.location import ROOT
from form4gen.report.memo import Memo, memo
from form4gen.report.memo_items import title_of
from form4gen.rules.catalogue import Edgar, Severity

ERROR, WARNING, ADVISORY = Severity
HELD = "Securities Acquired, Disposed of, or Beneficially Owned"
BALANCE = "sharesOwnedFollowingTransaction"
WRONG = {f"/nonDerivativeTable/1/{BALANCE}": 52600}
ROWS = ROOT / "nonDerivativeTable"


def _memo(*findings: Any) -> Memo:
    return memo(report(*findings), filing(), explanations())


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def _late(rows: int) -> list[Any]:
    return [
        finding("DL101", WARNING, at=ROWS / row / "transactionDate")._replace(
            cell=f"Table I, row {row + 1}, column 2, Transaction Date", found=None, expected=None, arithmetic=None
        )
        for row in range(rows)
    ]


def test_an_action_says_what_to_do_where_and_why() -> None:
    (first, second) = memo_on(sample(**WRONG)).steps
    assert (first.title, first.start) == ("Correct before filing", 1)
    (step,) = first.steps
    assert (step.number, step.severity, step.tag, step.has_details) == (1, "error", "Error", True)
    assert _plain(step.words) == "Change the balance of Table I, row 2 to 51,600."
    assert _plain(step.where).startswith("Table I, row 2, column 5: The running balance does not add up: 57,000 \u2212")
    assert (second.title, second.start) == ("Have in hand before you file", 2)


def test_advice_without_values_is_complete_on_page_one_with_its_source() -> None:
    made = memo_on(sample())
    ((step,),) = [group.steps for group in made.steps]
    assert step.where.endswith("Regulation S-T\u00a0302(b)(1), (2); Rule\u00a016a-3(i).")
    assert not step.has_details
    assert made.items == ()


@pytest.mark.parametrize(
    "change", [{"expected": "5"}, {"arithmetic": "2 + 3 = 5"}], ids=["an expected value", "arithmetic"]
)
def test_advice_with_values_is_explained_further_below(change: dict[str, str]) -> None:
    bare = finding("AD101", ADVISORY)._replace(expected=None, arithmetic=None)
    assert _memo(bare).items == ()
    made = _memo(bare._replace(**change))
    assert [step.has_details for group in made.steps for step in group.steps] == [True]
    assert len(made.items) == 1


def test_findings_of_one_cause_are_one_action_and_one_finding() -> None:
    made = _memo(*_late(52))
    ((step,),) = [group.steps for group in made.steps]
    assert (step.tag, _plain(step.where)) == ("Warning, 52 rows", "Table I, rows 1\u201352: late filing.")
    assert made.folded == "52 findings have this cause."
    ((detail,),) = [item.details for item in made.items]
    assert _plain(detail.place) == "Rows 1\u201352, column 2, Transaction Date"
    assert dict(line for line in detail.lines if len(line) == 2)["Finding"].endswith("The same in 51 other places.")
    assert _memo(*_late(2)).items[0].details[0].lines[0][1].endswith("The same in one other place.")
    assert _memo(*_late(3)).items[0].details[0].lines[0][1].endswith("The same in two other places.")


def test_findings_that_are_not_folded_are_not_counted() -> None:
    assert _memo(finding()).folded == ""
    assert _memo(finding(), *_late(3)).folded == "Four findings have these two causes."


def test_a_place_of_many_ranges_is_a_number_of_rows() -> None:
    odd = [each for each in _late(14) if int(each.at.tokens[1]) % 2]
    ((step,),) = [group.steps for group in _memo(*odd).steps]
    assert _plain(step.where) == "Seven rows of Table I: late filing."


@pytest.mark.parametrize(
    ("rows", "words"),
    [(9, "Nine rows of Table I, column 2"), (10, "In 10 rows of Table I, column 2")],
)
def test_no_figure_follows_the_number_of_an_action(rows: int, words: str) -> None:
    odd = [each for each in _late(2 * rows) if int(each.at.tokens[1]) % 2]
    ((detail,),) = [item.details for item in _memo(*odd).items]
    assert _plain(detail.place).startswith(words)


@pytest.mark.parametrize(
    ("is_on_record", "titles"),
    [
        (False, ["Correct before filing", "Act today", "Have in hand before you file"]),
        (True, ["Correct in a Form 4/A", "Filed late", "Have in hand"]),
    ],
)
def test_what_to_do_about_a_form_on_file_is_not_what_to_do_before_filing(
    titles: list[str], *, is_on_record: bool
) -> None:
    found = (finding(), *_late(1), finding("SG109", ADVISORY)._replace(expected=None, arithmetic=None))
    made = memo(report(*found)._replace(is_on_record=is_on_record), None, explanations())
    assert [group.title for group in made.steps] == titles


def test_what_follows_from_a_finding_is_named_with_it() -> None:
    made = memo_on(sample(**(WRONG | {"/nonDerivativeTable/2/transactionShares": 5600})))
    (item,) = [item for item in made.items if item.title.startswith("Table I.")]
    assert all(len(line) in (2, 4) for detail in item.details for line in detail.lines)
    lead = finding()
    after = finding(at=ROWS / 2 / BALANCE)._replace(
        cell="Table I, row 3, column 5, Amount Beneficially Owned", follows=(lead.rule, lead.at)
    )
    beside = finding("HB103", WARNING)._replace(remedy="other", message="The balance includes nothing.")
    lines = dict(line for line in _memo(lead, after, beside).items[0].details[0].lines if len(line) == 2)
    assert _plain(lines["Follows from it"]) == "Table I, row 3, column 5, Amount Beneficially Owned"
    assert lines["Also"] == "The balance includes nothing."


def test_short_values_stand_side_by_side_and_long_ones_below_each_other() -> None:
    (item,) = _memo(finding()).items
    assert item.details[0].lines[0] == ("Found", "150,320", "Expected", "153,020")
    long = _memo(finding()._replace(found="x" * 25)).items[0].details[0].lines
    assert long[:2] == (("Found", "x" * 25), ("Expected", "153,020"))
    edge = _memo(finding()._replace(found="x" * 24)).items[0].details[0].lines
    assert len(edge[0]) == 4


def test_the_message_is_repeated_only_where_no_value_is_shown() -> None:
    assert "Finding" not in {line[0] for line in _memo(finding()).items[0].details[0].lines}
    bare = _memo(finding()._replace(found=None, expected=None)).items[0].details[0].lines
    assert bare[0] == ("Finding", "The balance does not follow from the row before it.")


def test_a_fault_of_the_document_has_its_line() -> None:
    made = _memo(finding("JS101", edgar=None, line=7)._replace(found=None, expected=None))
    assert made.items[0].details[0].lines[0][1].endswith("(line 7)")


def test_findings_are_in_the_order_of_the_form_with_the_number_of_their_action() -> None:
    cells = {
        "Signature 1, Date": ROOT / "ownerSignatures" / 0 / "signatureDate",
        "Table I, row 1": ROWS / 0,
        "Item 3": ROOT / "periodOfReport",
        "Item 5, reporting person 1, Officer Title": ROOT / "reportingOwners" / 0 / "officerTitle",
    }
    found = [
        finding("HB102", ERROR, at=at)._replace(cell=cell, remedy=cell, edgar=Edgar.ACCEPTS)
        for cell, at in cells.items()
    ]
    suspended = found[1]._replace(edgar=Edgar.SUSPENDS)
    items = _memo(found[0], suspended, *found[2:]).items
    assert [item.title.partition(".")[0] for item in items] == ["Item 3", "Item 5", "Table I", "Signatures"]
    assert [detail.number for item in items for detail in item.details] == [3, 2, 1, 4]
    assert [_plain(detail.place) for item in items for detail in item.details] == [
        "Item 3", "Reporting person 1, Officer Title", "Row 1", "Signature 1, Date",
    ]  # fmt: skip


def test_rules_and_their_sources_are_named_once() -> None:
    beside = finding("HB101", ERROR)._replace(remedy="other")
    detail = _memo(finding(), beside).items[0].details[0]
    assert detail.rules == "Rules HB101, HB102"
    assert ("Source", "Form\u00a04 Instruction 4(a)(ii)") in detail.lines


def test_accepted_findings_are_apart_with_reason_and_name_and_never_an_action() -> None:
    made = _memo(finding(accepted=True))
    assert (made.steps, made.items) == ((), ())
    (detail,) = made.accepted
    assert (detail.number, detail.tag, _plain(detail.place)) == (
        0, "Error", "Table I, row 2, column 5, Amount Beneficially Owned",
    )  # fmt: skip
    assert ("Accepted", "A split in between (by A. Counsel)") in detail.lines
    assert "Remedy" not in {line[0] for line in detail.lines}


def test_an_accepted_finding_for_which_edgar_suspends_says_so() -> None:
    (detail,) = _memo(finding(edgar=Edgar.SUSPENDS, accepted=True)).accepted
    assert detail.tag == "Error, EDGAR suspends"


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
)
def test_a_cell_belongs_to_a_part_of_the_form(cell: str, title: str) -> None:
    assert title_of(cell) == title


def test_a_message_that_begins_with_its_cell_still_names_the_reporting_person() -> None:
    one = sample(**{"/reportingOwners/0/officerTitle": "Chief Executive Officer and President"})
    found = [step.where for group in memo_on(one).steps for step in group.steps]
    words = "Item 5, reporting person 1, Officer title: 37 characters; EDGAR\u2019s limit is 30 (7 over)."
    assert words in map(_plain, found)
