"""Differences in words, as a person reads them."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.form import form, option
from accounts.histories import holding, trade

from form4gen.drafting.comparison import compare
from form4gen.drafting.comparison_json import plain
from form4gen.drafting.comparison_words import in_words, listed, sentence
from form4gen.model.filing import Filing

BUY = trade("P", "A", "2026-03-02", 100, 1100, transactionPricePerShare=11.8)
POWER = {"principal": {"name": "Jane Sample"}, "attorneys": [{"name": "Sam Sample"}, {"office": "Clerk"}]}


def lines(old: Filing, new: Filing) -> list[str]:
    return [sentence(each) for each in listed(compare(old, new).differences)]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"transactionPricePerShare": 11.9}, "Table I, row 1, column 4, Price: 11.80 \u2192 11.90"),
        ({"transactionPricePerShare": "11.80355"}, "Table I, row 1, column 4, Price: 11.80 \u2192 11.80355"),
        ({"transactionPricePerShare": 0}, "Table I, row 1, column 4, Price: 11.80 \u2192 0"),
        ({"transactionPricePerShare": "1200"}, "Table I, row 1, column 4, Price: 11.80 \u2192 1,200.00"),
        ({"transactionShares": "2000.50"}, "Table I, row 1, column 4, Amount: 100 \u2192 2,000.5"),
        ({"transactionShares": "2000.00"}, "Table I, row 1, column 4, Amount: 100 \u2192 2,000"),
        (
            {"transactionDate": "2026-03-05"},
            "Table I, row 1, column 2, Transaction Date: Mar 2, 2026 \u2192 Mar 5, 2026",
        ),
        ({"equitySwapInvolved": True}, "Table I, row 1, column 3, Code: no \u2192 yes"),
        (
            {"natureOfOwnership": "By  Trust"},
            "Table I, row 1, column 7, Nature of Indirect Beneficial Ownership: (blank) \u2192 By Trust",
        ),
        ({"exemption": "16b-5"}, "Table I, row 1, exemption: (blank) \u2192 16b-5"),
    ],
)  # fmt: skip
def test_a_value_is_named_as_on_the_form(changes: dict[str, Any], line: str) -> None:
    assert lines(form(BUY), form(BUY | changes)) == [line]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({"documentType": "4/A"}, "Form type: 4 \u2192 4/A"),
        ({"aff10b5One": True}, "Check box: Rule 10b5-1(c): not checked \u2192 checked"),
        ({"remarks": "See exhibit."}, "Remarks: (blank) \u2192 See exhibit."),
        ({"owner": {"officerTitle": "Clerk"}}, "Item 5, reporting person 1, Officer title: (blank) \u2192 Clerk"),
        (
            {"context": {"filedAt": "2026-11-09T16:05"}},
            "Context, filedAt: (blank) \u2192 Mon, Nov 9, 2026, 4:05 p.m. ET",
        ),
        ({"context": {"issuerIsForeignPrivate": False}}, "Context, issuerIsForeignPrivate: (blank) \u2192 no"),
        ({"powersOfAttorney": [POWER]}, "Power of attorney 1 added: of Jane Sample, Sam Sample, Clerk"),
        ({"exhibits": [{"documentType": "EX-99", "documentName": "a.txt"}]}, "Exhibit 1 added: EX-99, a.txt"),
        (
            {"overrides": [{"rule": "PR101", "place": "", "reason": "so", "by": "Counsel"}]},
            "Override 1 added: rule PR101, reason so, by Counsel",
        ),
        (
            {"context": {"marketPrices": [{"date": "2026-03-02", "low": 11.8}]}},
            "Context, marketPrices 1 added: date Mar 2, 2026, low 11.8",
        ),
    ],
)  # fmt: skip
def test_what_is_outside_the_tables_is_named_too(keys: dict[str, Any], line: str) -> None:
    assert lines(form(BUY), form(BUY, **keys)) == [line]


def test_a_row_is_named_by_its_number_in_the_second_filing_with_the_one_that_it_had() -> None:
    assert lines(form(BUY), form(holding(5), BUY | {"transactionShares": 101})) == [
        "Table I, row 1 added: Common Stock, 5 held, D",
        "Table I, row 2 (was 1), column 4, Amount: 100 \u2192 101",
    ]
    other = BUY | {"transactionCode": "S", "transactionAcquiredDisposedCode": "D"}
    assert lines(form(BUY, other), form(other, BUY)) in (
        ["Table I, row 1 moved (row 2 in A)"],
        ["Table I, row 2 moved (row 1 in A)"],
    )


def test_an_added_row_is_shown_with_what_tells_it_from_others() -> None:
    award = option("A", "A", natureOfOwnership="By Trust", directOrIndirectOwnership="I")
    del award["transactionPricePerShare"], award["transactionAcquiredDisposedCode"]
    assert lines(form(BUY), form(BUY, award, BUY)) == [
        "Table I, row 2 added: Common Stock, code P, Mar 2, 2026, 100 (A), at 11.80, 1,100 held after, D",
        "Table II, row 1 added: Call Option, code A, Sep 10, 2026, 2,000, at (blank), 1,000 held after, I By Trust",
    ]
    assert lines(form({"kind": "transaction"}), form()) == [
        "Table I, row 1 removed: (blank), code (blank), (blank), (blank), at (blank), (blank) held after"
    ]


def test_persons_and_signatures_are_named() -> None:
    signed = [{"signatureName": name} for name in ("Jane Sample", "John Sample")]
    jane = {"rptOwnerCik": "1", "rptOwnerName": "Sample Jane", "isOfficer": True}
    old = form(BUY, reportingOwners=[jane], ownerSignatures=signed[:1])
    new = form(BUY, reportingOwners=[{"rptOwnerCik": "2"}, jane | {"isOfficer": False}], ownerSignatures=signed)
    assert lines(old, new) == [
        "Items 1 and 5, reporting person 1 added: no name, CIK 2",
        "Item 5, reporting person 2 (was 1), Officer: checked \u2192 not checked",
        "Signature 2 added: John Sample, (blank)",
    ]


def test_the_words_of_a_footnote_are_shown_where_they_changed() -> None:
    text = (
        "Weighted average of sales at prices from $41.00 to {} a share, each on the New York Stock Exchange, in a day."
    )
    old, new = ({"transactionPricePerShare": {"value": 5, "footnotes": [note]}} for note in ("F1", "F2"))
    first = form(BUY | old, footnotes={"F1": text.format("$41.95"), "F3": "None."})
    second = form(BUY | new, footnotes={"F2": text.format("$42.05")})
    renumbered, changed, removed = lines(first, second)
    assert renumbered == "Explanation of Responses renumbered: 1 \u2192 2"
    assert changed == (
        "Explanation of Responses, footnote 2 (was 1): \u2026 sales at prices from $41.00 to [-$41.95-] {+$42.05+} "
        "a share, each on the New \u2026"
    )
    assert removed == "Explanation of Responses, footnote 3 removed: None."


@pytest.mark.parametrize(("length", "is_side_by_side"), [(59, True), (60, True), (61, False)])
def test_short_texts_are_shown_side_by_side(length: int, is_side_by_side: bool) -> None:  # noqa: FBT001
    old, new = "a " * 10, f"{'a ' * 10}{'b' * (length - 20)}"
    [line] = lines(form(BUY, remarks=old), form(BUY, remarks=new))
    assert ("\u2192" in line) is is_side_by_side
    assert ("{+b" in line) is not is_side_by_side


def noted(*notes: str) -> dict[str, Any]:
    row: dict[str, Any] = BUY | {"transactionPricePerShare": {"value": 11.8, "footnotes": list(notes)}}
    return row


def test_the_footnotes_of_a_cell_are_shown_by_their_numbers() -> None:
    notes = {"F1": "One.", "F2": "Two.", "note": "Three."}
    cell = "Table I, row 1, column 4, Price, footnotes:"
    assert lines(form(noted("F1"), footnotes=notes), form(noted("F1", "note"), footnotes=notes)) == [
        f"{cell} (1) \u2192 (1) (note)"
    ]
    assert lines(form(noted("F1"), footnotes=notes), form(noted(), footnotes=notes)) == [f"{cell} (1) \u2192 (none)"]
    old, new = form(noted("F1"), footnotes={"F1": "One."}), form(noted("F1"), footnotes={"F1": "Quite different."})
    assert lines(old, new)[0] == f"{cell} (1) \u2192 (1), another"


def test_footnotes_that_only_have_other_numbers_are_one_line() -> None:
    old = form(noted("F1", "F2"), footnotes={"F1": "One.", "F2": "Two."})
    new = form(noted("F2", "F3"), footnotes={"F2": "One.", "F3": "Two."})
    assert lines(old, new) == ["Explanation of Responses renumbered: 1 \u2192 2, 2 \u2192 3"]
    assert sentence(in_words(compare(old, new).differences[0])) == (
        "Explanation of Responses, footnote 2 moved (footnote 1 in A)"
    )


def test_a_part_is_written_for_a_program_as_our_json_has_it() -> None:
    row = BUY | {
        "transactionPricePerShare": {"footnotes": ["F1"]},
        "transactionShares": {"value": "7.50", "footnotes": ["F1"]},
    }
    filing = form(
        row, context={"filedAt": "2026-11-09T16:05", "issuerIsForeignPrivate": True}, powersOfAttorney=[POWER]
    )
    assert plain(filing.non_derivative_table[0]) == {
        "kind": "transaction",
        "securityTitle": "Common Stock",
        "sharesOwnedFollowingTransaction": "1100",
        "directOrIndirectOwnership": "D",
        "transactionDate": "2026-03-02",
        "transactionCode": "P",
        "transactionShares": {"value": "7.50", "footnotes": ["F1"]},
        "transactionPricePerShare": {"footnotes": ["F1"]},
        "transactionAcquiredDisposedCode": "A",
    }
    assert plain(filing.context) == {"filedAt": "2026-11-09T16:05:00", "issuerIsForeignPrivate": True}
    assert plain(filing.powers_of_attorney[0]) == POWER
