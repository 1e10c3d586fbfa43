from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from corpus import xsd_folder
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from ownership_documents import document, holding, owner, row

from form4gen.edgar.split import split
from form4gen.edgar.writer import ownership_xml
from form4gen.errors import UnusableInputError
from form4gen.intake.structure import structure
from form4gen.model.fields import Node
from form4gen.model.filing import Filing


def parts_of(**changes: Any) -> tuple[Filing, ...]:
    return split(structure(document(**changes)))


def sizes(parts: tuple[Filing, ...]) -> list[tuple[int, int, int]]:
    return [(len(part.reporting_owners), len(part.non_derivative_table), len(part.derivative_table)) for part in parts]


def derivative(**changes: Any) -> dict[str, Any]:
    return row(underlyingSecurityTitle="Common Stock", exerciseDate="2027-01-01", expirationDate="2030-01-01") | changes


@pytest.mark.parametrize("changes", [
    {"nonDerivativeTable": [row()] * 30},
    {"derivativeTable": [derivative()] * 30},
    {"reportingOwners": [owner(number) for number in range(1, 11)]},
    {"reportingOwners": []},
])  # fmt: skip
def test_a_filing_within_the_limits_stays_as_it_is(changes: dict[str, Any]) -> None:
    filing = structure(document(**changes))
    assert split(filing) == (filing,)


@pytest.mark.parametrize(("rows", "parts"), [(30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4)])
def test_rows_beyond_thirty_go_to_the_next_part(rows: int, parts: int) -> None:
    found = parts_of(nonDerivativeTable=[row()] * rows)
    assert len(found) == parts
    assert sum(len(part.non_derivative_table) for part in found) == rows
    assert all(len(part.non_derivative_table) <= 30 for part in found)


def test_both_tables_are_divided_side_by_side() -> None:
    found = parts_of(nonDerivativeTable=[row()] * 31, derivativeTable=[derivative()] * 70)
    assert sizes(found) == [(1, 30, 30), (1, 1, 30), (1, 0, 10)]


def test_owners_beyond_ten_repeat_the_rows() -> None:
    owners = [owner(number) for number in range(1, 22)]
    assert sizes(parts_of(reportingOwners=owners)) == [(10, 1, 0), (10, 1, 0), (1, 1, 0)]
    assert sizes(parts_of(reportingOwners=owners[:11], nonDerivativeTable=[row()] * 31)) == [
        (10, 30, 0), (10, 1, 0), (1, 30, 0), (1, 1, 0),
    ]  # fmt: skip


def test_every_part_has_a_transaction() -> None:
    found = parts_of(nonDerivativeTable=[row(), row(), *[holding()] * 29])
    assert sizes(found) == [(1, 1, 0), (1, 30, 0)]
    late = parts_of(nonDerivativeTable=[*[holding()] * 40, row()], derivativeTable=[derivative()])
    assert [len(part.transactions) for part in late] == [1, 1]


def test_a_report_whose_parts_would_lack_a_transaction_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="each needs a transaction"):
        parts_of(nonDerivativeTable=[row(), *[holding()] * 30])
    with pytest.raises(UnusableInputError, match="each needs a transaction"):
        parts_of(nonDerivativeTable=[row(), row(), *[holding()] * 50])
    with pytest.raises(UnusableInputError, match="each needs a transaction"):
        parts_of(nonDerivativeTable=[row(), row(), row(), *[holding()] * 61], derivativeTable=[derivative()])


def test_a_person_who_has_left_section_16_may_report_holdings_alone() -> None:
    table = [row(), *[holding()] * 30]
    assert sizes(parts_of(nonDerivativeTable=table, notSubjectToSection16=True)) == [(1, 30, 0), (1, 1, 0)]
    owners = [owner(number) for number in range(1, 12)]
    alone = parts_of(nonDerivativeTable=[], notSubjectToSection16=True, reportingOwners=owners)
    assert sizes(alone) == [(10, 0, 0), (1, 0, 0)]


def test_footnotes_go_with_their_rows_and_are_numbered_anew() -> None:
    table = [row() for _ in range(31)]
    table[0] |= {"transactionShares": {"value": Decimal(5), "footnotes": ["F3", "F1"]}}
    table[30] |= {
        "transactionPricePerShare": {"footnotes": ["F3"]},
        "securityTitle": {"value": "x", "footnotes": ["F2"]},
    }
    first, second = parts_of(nonDerivativeTable=table, footnotes={"F1": "one", "F2": "two", "F3": "three"})
    assert first.note_texts == {"F1": "one", "F2": "three"}
    assert first.non_derivative_table[0].transaction_shares.footnotes == ("F2", "F1")  # type: ignore[union-attr]
    assert second.note_texts == {"F1": "two", "F2": "three"}
    (last,) = second.non_derivative_table
    assert last.security_title.footnotes == ("F1",)
    assert last.security_title.at.pointer == "/nonDerivativeTable/0/securityTitle"
    assert second.footnotes[0].at.pointer == "/footnotes/F1"


@pytest.mark.parametrize(("notes", "parts"), [(98, 1), (99, 1), (100, 2)])
def test_footnotes_beyond_ninety_nine_go_to_the_next_part(notes: int, parts: int) -> None:
    table = [
        row(securityTitle={"value": "x", "footnotes": [f"F{n}" for n in range(i, notes + 1, 10)]}) for i in range(1, 11)
    ]
    found = parts_of(nonDerivativeTable=table, footnotes={f"F{number}": "x" for number in range(1, notes + 1)})
    assert len(found) == parts
    assert all(len(part.footnotes) <= 99 for part in found)


def test_a_row_that_cites_more_footnotes_than_a_filing_may_have_is_refused() -> None:
    ids = [f"F{number}" for number in range(1, 101)]
    table = [row(securityTitle={"value": "x", "footnotes": ids})]
    with pytest.raises(UnusableInputError, match="99 footnotes"):
        parts_of(nonDerivativeTable=table, footnotes=dict.fromkeys(ids, "x"))


@pytest.mark.parametrize("changes", [
    {"nonDerivativeTable": [row(securityTitle={"value": "x", "footnotes": ["F1"]})] * 31},
    {"nonDerivativeTable": [row()] * 31, "footnotes": {"F1": "x"}},
])  # fmt: skip
def test_a_footnote_that_belongs_to_no_row_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(UnusableInputError, match="belong to no part: F1"):
        parts_of(**changes)


def test_the_remarks_say_which_part_it_is_and_why() -> None:
    found = parts_of(nonDerivativeTable=[row()] * 61, remarks="See Exhibit 24.")
    assert found[1].remarks == (
        "Part 2 of 3. EDGAR accepts at most 30 rows in a table in one filing. This report, with 1 reporting person(s), "
        "61 rows in Table I, 0 rows in Table II and 0 footnotes, is divided into 3 filings that must be read together."
        "\n\nSee Exhibit 24."
    )
    many = parts_of(nonDerivativeTable=[row()] * 31, reportingOwners=[owner(number) for number in range(1, 12)])
    assert "at most 10 reporting persons and 30 rows in a table in one filing" in (many[3].remarks or "")


def test_remarks_that_leave_no_room_for_that_are_refused() -> None:
    table = [row()] * 31
    room = 2000 - len(parts_of(nonDerivativeTable=table, remarks="x")[0].remarks or "") + 1
    for length in (room - 1, room):
        assert len(parts_of(nonDerivativeTable=table, remarks="x" * length)[0].remarks or "") == 2000 - room + length
    with pytest.raises(UnusableInputError, match="Shorten them by 1 characters"):
        parts_of(nonDerivativeTable=table, remarks="x" * (room + 1))


def test_each_part_states_the_earliest_date_of_its_own_rows() -> None:
    table = [row()] * 30 + [
        row(transactionDate="2026-11-06"),
        row(transactionDate="2026-11-01", transactionFormType="5"),
    ]
    assert [part.period_of_report for part in parts_of(nonDerivativeTable=table)] == [
        date(2026, 11, 5),
        date(2026, 11, 6),
    ]
    early = [row()] * 30 + [row(transactionFormType="5")]
    assert [part.period_of_report for part in parts_of(nonDerivativeTable=early)] == [date(2026, 11, 5)] * 2
    other = parts_of(nonDerivativeTable=table, periodOfReport="2026-10-01")
    assert [part.period_of_report for part in other] == [date(2026, 10, 1)] * 2


def test_signatures_and_powers_go_with_their_owners() -> None:
    owners = [owner(number) for number in range(1, 12)]
    signatures = [{"signatureName": f"S{number}", "signatureDate": "2026-11-06"} for number in range(1, 12)]
    powers = [
        {"id": "a", "principal": {"cik": "1"}},
        {"id": "b", "principal": {"cik": "0000000011"}},
        {"id": "c"},
    ]
    first, second = parts_of(reportingOwners=owners, ownerSignatures=signatures, powersOfAttorney=powers)
    assert [each.signature_name for each in second.owner_signatures] == ["S11"]
    assert len(first.owner_signatures) == 10
    assert [each.id for each in first.powers_of_attorney] == ["a", "c"]
    assert [each.id for each in second.powers_of_attorney] == ["b", "c"]


def test_a_signature_for_named_owners_goes_to_the_parts_of_those() -> None:
    owners = [owner(number) for number in range(1, 12)]
    signatures = [
        {"signatureName": "all", "signatureDate": "2026-11-06"},
        {"signatureName": "two", "signatureDate": "2026-11-06", "onBehalfOf": ["2", "0000000011"]},
        {"signatureName": "one", "signatureDate": "2026-11-06", "onBehalfOf": ["0000000001"]},
    ]
    first, second = parts_of(reportingOwners=owners, ownerSignatures=signatures)
    assert [each.signature_name for each in first.owner_signatures] == ["all", "two", "one"]
    assert [each.signature_name for each in second.owner_signatures] == ["all", "two"]


def test_one_signature_for_all_is_in_every_part() -> None:
    parts = parts_of(reportingOwners=[owner(number) for number in range(1, 12)])
    assert [len(part.owner_signatures) for part in parts] == [1, 1]


@st.composite
def large(draw: st.DrawFn) -> dict[str, Any]:
    """Reports with many owners, rows and footnotes, each note cited."""
    notes = [f"F{number}" for number in range(1, draw(st.integers(0, 12)) + 1)]
    cited = st.lists(st.sampled_from(notes), max_size=2, unique=True) if notes else st.just([])

    def table(kinds: tuple[Any, ...], most: int) -> list[dict[str, Any]]:
        count = draw(st.integers(0, most))
        titles = [{"value": f"Row {number}", "footnotes": draw(cited)} for number in range(count)]
        return [draw(st.sampled_from(kinds))(securityTitle=title) for title in titles]

    first = row(securityTitle={"value": "First", "footnotes": notes})
    second = [first, *table((row, row, holding), 70)]
    return document(
        reportingOwners=[owner(number) for number in range(1, draw(st.integers(1, 23)) + 1)],
        nonDerivativeTable=second,
        derivativeTable=table((derivative,), 40),
        footnotes={note: f"Text of {note}" for note in notes},
    )


@settings(max_examples=60)
@given(large())
def test_the_parts_together_are_the_whole(report: dict[str, Any]) -> None:
    filing = structure(report)
    try:
        parts = split(filing)
    except UnusableInputError:
        assert len(filing.transactions) < -(-len(filing.non_derivative_table) // 30) + 1
        return
    owners, rows_i, rows_ii = rejoined(parts)
    assert owners == [each.rpt_owner_cik for each in filing.reporting_owners]
    assert rows_i == [said(each, filing) for each in filing.non_derivative_table]
    assert rows_ii == [said(each, filing) for each in filing.derivative_table]
    fewest_of_rows = max(1, -(-len(rows_i) // 30), -(-len(rows_ii) // 30))
    assert len(parts) >= -(-len(owners) // 10) * fewest_of_rows
    for part in parts:
        assert len(part.reporting_owners) <= 10
        assert max(len(part.non_derivative_table), len(part.derivative_table)) <= 30
        assert part.transactions
        assert {note for each in part.rows for note in each.footnotes} == part.note_texts.keys()


@settings(max_examples=10)
@given(large())
def test_every_part_is_valid(report: dict[str, Any]) -> None:
    schema = etree.XMLSchema(etree.parse(str(xsd_folder() / "ownership4Document.xsd.xml")))
    report["derivativeTable"] = [
        each | {"conversionOrExercisePrice": Decimal(1), "underlyingSecurityShares": Decimal(1)}
        for each in report["derivativeTable"]
    ]
    try:
        parts = split(structure(report))
    except UnusableInputError:
        return
    for part in parts:
        assert schema.validate(etree.fromstring(ownership_xml(part))), schema.error_log


def rejoined(parts: tuple[Filing, ...]) -> tuple[list[Any], list[Any], list[Any]]:
    """The owners in order, and the rows in order of the parts of the first owners."""
    groups = list(dict.fromkeys(tuple(each.rpt_owner_cik for each in part.reporting_owners) for part in parts))
    by_group = [
        [part for part in parts if tuple(each.rpt_owner_cik for each in part.reporting_owners) == group]
        for group in groups
    ]
    tables = [
        (
            [said(each, part) for part in group for each in part.non_derivative_table],
            [said(each, part) for part in group for each in part.derivative_table],
        )
        for group in by_group
    ]
    assert all(table == tables[0] for table in tables)
    return [cik for group in groups for cik in group], *tables[0]


def said(node: Node, filing: Filing) -> Any:
    """A row with the words of its footnotes in place of their ids, and without its place."""
    cells = {}
    for field in node.fields.values():
        value = getattr(node, field.attribute)
        cells[field.key] = (
            (value.value, [filing.note_texts[note] for note in value.footnotes]) if field.is_cell else value
        )
    return type(node), cells
