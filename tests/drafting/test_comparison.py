"""What a comparison takes for the same, and what for a difference."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.form import form, option
from accounts.histories import holding, trade

from form4gen.drafting.comparison import compare
from form4gen.drafting.comparison_values import Difference
from form4gen.model.filing import Filing

BUY = trade("P", "A", "2026-03-02", 100, 1100, transactionPricePerShare=11.8)
SELL = trade("S", "D", "2026-03-03", 50, 1050, transactionPricePerShare=12)


def shown(each: Difference) -> tuple[str, str | None, str | None]:
    return (
        each.sort.value,
        each.old_at.pointer if each.old_at else None,
        each.new_at.pointer if each.new_at else None,
    )


def found(old: Filing, new: Filing) -> list[tuple[str, str | None, str | None]]:
    return [shown(each) for each in compare(old, new).differences]


def priced(row: dict[str, Any], price: Any, *notes: str) -> dict[str, Any]:
    return row | {"transactionPricePerShare": {"value": price, "footnotes": list(notes)}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"transactionPricePerShare": "11.8"}, {"transactionPricePerShare": "11.80"}),
        ({"securityTitle": "Common  Stock "}, {"securityTitle": "Common Stock"}),
        ({"natureOfOwnership": ""}, {}),
        ({"transactionFormType": "4"}, {}),
        ({"equitySwapInvolved": False}, {}),
    ],
)
def test_another_spelling_of_the_same_value_is_no_difference(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert found(form(BUY | old), form(BUY | new)) == []


def test_a_cik_with_other_zeros_and_an_address_without_its_flag_are_no_difference() -> None:
    domestic = {"rptOwnerCik": "1999911", "rptOwnerNonUSAddressFlag": False}
    assert found(form(BUY, owner=domestic), form(BUY, owner={"rptOwnerCik": "0001999911"})) == []
    foreign = {"rptOwnerCountry": "X0", "rptOwnerNonUSAddressFlag": True}
    assert found(form(BUY, owner=foreign), form(BUY, owner={"rptOwnerCountry": "X0"})) == []
    denied = {"rptOwnerCountry": "X0", "rptOwnerNonUSAddressFlag": False}
    assert len(found(form(BUY, owner=denied), form(BUY, owner={"rptOwnerCountry": "X0"}))) == 1


def test_a_cell_differs_at_its_place_in_each_filing() -> None:
    differences = found(form(BUY, SELL), form(SELL, holding(5), BUY | {"transactionPricePerShare": "11.90"}))
    price = "/nonDerivativeTable/{}/transactionPricePerShare"
    assert ("changed", price.format(0), price.format(2)) in differences
    assert [each for each in differences if each[0] == "added"] == [("added", None, "/nonDerivativeTable/1")]
    assert sum(each[0] == "moved" for each in differences) == 1


def test_the_differences_of_a_row_come_in_the_order_of_its_columns() -> None:
    changes = {
        "natureOfOwnership": "By Trust",
        "transactionPricePerShare": 3,
        "transactionDate": "2026-03-05",
        "sharesOwnedFollowingTransaction": 7,
    }
    keys = [each.at.tokens[-1] for each in compare(form(BUY), form(BUY | changes)).differences]
    assert keys == [
        "transactionDate",
        "transactionPricePerShare",
        "sharesOwnedFollowingTransaction",
        "natureOfOwnership",
    ]


def test_a_row_that_is_inserted_moves_no_other() -> None:
    assert found(form(BUY, SELL), form(holding(5), BUY, SELL)) == [("added", None, "/nonDerivativeTable/0")]
    assert found(form(holding(5), BUY, SELL), form(BUY, SELL)) == [("removed", "/nonDerivativeTable/0", None)]


def test_of_rows_in_another_order_the_fewest_are_moved() -> None:
    rows = [BUY | {"transactionShares": number} for number in range(1, 6)]
    assert found(form(*rows), form(*rows[1:], rows[0])) == [("moved", "/nonDerivativeTable/0", "/nonDerivativeTable/4")]


def test_rows_that_only_a_footnote_tells_apart_are_matched_by_it() -> None:
    first, second = (holding({"value": 5, "footnotes": [note]}) for note in ("Trust A", "Trust B"))
    assert found(form(first, second), form(second, first)) == [
        ("moved", "/nonDerivativeTable/1", "/nonDerivativeTable/0")
    ]


def test_a_renumbered_footnote_is_the_same_footnote() -> None:
    old = form(priced(BUY, 5, "F1"), footnotes={"F1": "An average."})
    new = form(priced(BUY, 5, "F2"), footnotes={"F1": "New.", "F2": "An average."})
    assert found(old, new) == [
        ("added", None, "/footnotes/F1"),
        ("moved", "/footnotes/F1", "/footnotes/F2"),
    ]


def test_a_footnote_whose_text_changed_is_known_by_the_cell_that_cites_it_and_by_its_words() -> None:
    old = form(priced(BUY, 5, "F1"), footnotes={"F1": "An average of prices from $4 to $6."})
    new = form(
        priced(BUY, 5, "F1", "F2"),
        footnotes={"F1": "Bought by the spouse.", "F2": "An average of prices from $4 to $7."},
    )
    assert found(old, new) == [
        ("footnotes", *["/nonDerivativeTable/0/transactionPricePerShare"] * 2),
        ("added", None, "/footnotes/F1"),
        ("moved", "/footnotes/F1", "/footnotes/F2"),
        ("changed", "/footnotes/F1", "/footnotes/F2"),
    ]


def test_a_footnote_with_other_words_at_the_same_cell_is_another_footnote() -> None:
    old = form(priced(BUY, 5, "F1"), footnotes={"F1": "An average of prices."})
    new = form(priced(BUY, 5, "F1"), footnotes={"F1": "Bought by the spouse of an officer."})
    assert [each[0] for each in found(old, new)] == ["footnotes", "removed", "added"]


def test_a_cell_with_very_many_footnotes_is_compared_in_their_order() -> None:
    old_notes = {f"F{number}": f"Trade number {number} at a price." for number in range(9)}
    new_notes = {name: text.replace("price", "cost") for name, text in old_notes.items()}
    old = form(priced(BUY, 5, *old_notes), footnotes=old_notes)
    new = form(priced(BUY, 5, *new_notes), footnotes=new_notes)
    assert {each[0] for each in found(old, new)} == {"changed"}
    assert all(old_at == new_at for _, old_at, new_at in found(old, new))


def test_equal_footnotes_are_told_apart_by_what_cites_them_and_a_missing_one_by_its_id() -> None:
    notes = {"F1": "Same.", "F2": "Same."}
    old = form(priced(BUY, 5, "F1"), priced(SELL, 6, "F2", "F9"), footnotes=notes)
    new = form(priced(BUY, 5, "F2"), priced(SELL, 6, "F1", "F8"), footnotes=notes)
    assert [each[0] for each in found(old, new)] == ["footnotes", "moved", "moved"]


def test_case_and_closing_punctuation_of_a_footnote_do_not_make_another_one() -> None:
    assert found(
        form(priced(BUY, 5, "a"), footnotes={"a": "An average."}),
        form(priced(BUY, 5, "b"), footnotes={"b": "an Average"}),
    ) == [("moved", "/footnotes/a", "/footnotes/b"), ("changed", "/footnotes/a", "/footnotes/b")]


def test_owners_are_matched_by_cik_and_without_one_by_name() -> None:
    jane, john = (
        {"rptOwnerCik": cik, "rptOwnerName": name} for cik, name in (("1", "Sample Jane"), ("2", "Sample John"))
    )
    nameless = {"rptOwnerName": "SAMPLE JOHN", "isDirector": True}
    old, new = (
        form(BUY, reportingOwners=[jane, john]),
        form(BUY, reportingOwners=[nameless, jane | {"isOfficer": True}]),
    )
    assert found(old, new) == [
        ("moved", "/reportingOwners/1", "/reportingOwners/0"),
        ("changed", "/reportingOwners/1/rptOwnerCik", "/reportingOwners/0/rptOwnerCik"),
        ("changed", "/reportingOwners/1/rptOwnerName", "/reportingOwners/0/rptOwnerName"),
        ("changed", "/reportingOwners/1/isDirector", "/reportingOwners/0/isDirector"),
        ("changed", "/reportingOwners/0/isOfficer", "/reportingOwners/1/isOfficer"),
    ]
    assert [each[0] for each in found(form(BUY, reportingOwners=[jane]), form(BUY, reportingOwners=[john]))] == [
        "removed", "added",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "sorts"),
    [
        (["Jane Sample"], ["John Sample"], ["changed"]),
        (["Jane Sample", "John Sample"], ["John Sample", "Jane Sample"], ["moved"]),
        (["Jane Sample", "John Sample"], ["J. Doe", "A. Roe"], ["removed", "removed", "added", "added"]),
        (["Jane Sample"], [], ["removed"]),
    ],
)
def test_signatures_are_matched_by_name(old: list[str], new: list[str], sorts: list[str]) -> None:
    def signed(names: list[str]) -> Filing:
        filing: Filing = form(BUY, ownerSignatures=[{"signatureName": name} for name in names])
        return filing

    assert sorted(each[0] for each in found(signed(old), signed(new))) == sorted(sorts)


def test_a_power_is_matched_by_its_principal_and_compared_to_the_last_field() -> None:
    def power(name: str, **more: Any) -> dict[str, Any]:
        return {"principal": {"name": name}, "attorneys": [{"name": "Sam Sample"}], **more}

    old = form(BUY, powersOfAttorney=[power("Jane Sample"), power("Alex Poe")])
    new = form(
        BUY,
        powersOfAttorney=[
            power("Alex Poe", attorneys=[{"name": "Pat Specimen"}, {"name": "Sam Sample", "office": "Clerk"}]),
            power("Jane Sample", scope={"issuer": {"name": "Example Corp"}}, notary={"name": "Nora"}),
        ],
    )
    assert found(old, new)[1:] == [
        ("added", None, "/powersOfAttorney/0/attorneys/0"),
        ("changed", "/powersOfAttorney/1/attorneys/0/office", "/powersOfAttorney/0/attorneys/1/office"),
        ("added", None, "/powersOfAttorney/1/scope/issuer"),
        ("added", None, "/powersOfAttorney/1/notary"),
    ]
    assert ("removed", "/powersOfAttorney/1/notary", None) in found(new, old)


def test_exhibits_records_and_overrides_are_compared_too() -> None:
    old = form(
        BUY,
        exhibits=[{"documentType": "EX-99", "documentName": "a.txt", "text": "one"}],
        context={"marketPrices": [{"date": "2026-03-02", "securityTitle": "Common Stock", "low": 11}]},
        overrides=[{"rule": "PR101", "place": "", "reason": "so", "by": "Counsel"}],
    )
    new = form(
        BUY,
        exhibits=[{"documentType": "EX-99", "documentName": "a.txt", "text": "two"}],
        context={"marketPrices": [{"date": "2026-03-02", "securityTitle": "Common Stock", "low": 12}]},
        overrides=[{"rule": "PR101", "place": "", "reason": "thus", "by": "Counsel"}],
    )
    assert [each[1] for each in found(old, new)] == [
        "/exhibits/0/text", "/context/marketPrices/0/low", "/overrides/0/reason",
    ]  # fmt: skip


def test_keys_that_are_left_out_are_not_compared() -> None:
    old, new = form(BUY, remarks="one"), form(BUY, remarks="two")
    comparison = compare(old, new, ("remarks",))
    assert (comparison.differences, comparison.unused) == ((), ("remarks",))


def test_rows_of_both_tables_are_matched_within_their_table() -> None:
    old, new = form(BUY, option("P", "A")), form(option("P", "A", transactionPricePerShare=2), BUY)
    assert found(old, new) == [("changed", *["/derivativeTable/0/transactionPricePerShare"] * 2)]


def test_the_work_grows_with_the_rows_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    from form4gen.drafting import comparison_values  # noqa: PLC0415  the function that every step calls

    plain = comparison_values.comparable

    def counted(key: str, value: Any) -> Any:
        nonlocal steps
        steps += 1
        return plain(key, value)

    for module in ("comparison", "comparison_values", "comparison_matching"):
        monkeypatch.setattr(f"form4gen.drafting.{module}.comparable", counted)
    found_steps = []
    for count in (50, 100):
        rows = [priced(BUY, number, f"Note {number}") for number in range(count)]
        others = [priced(BUY, number + 1000, f"Remark {number}") for number in reversed(range(count))]
        steps = 0
        compare(form(*rows), form(*others))
        found_steps.append(steps)
    assert found_steps[1] < 2.2 * found_steps[0]
