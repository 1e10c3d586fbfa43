"""The running ledger: each holding line over all forms, with its balances and what does not continue."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from accounts.form import option
from accounts.histories import entries_of, given, history, holding, ledger_of, trade
from hypothesis import given as with_examples
from hypothesis import strategies as st

from form4gen.accounts.filing_history import Given
from form4gen.accounts.running_ledger import EXPLAINED, OUT_OF_ORDER, SAME_DAY, SEVERAL, UNDERLYING

OPENING = given("3", "2026-01-05", holding(1000), documentType="3")
MARCH = given("march", "2026-03-03", trade("P", "A", "2026-03-02", 100, 1100))


def test_a_form_3_is_the_opening_balance_and_later_forms_continue_it() -> None:
    found = entries_of(OPENING, MARCH, given("may", "2026-05-05", trade("S", "D", "2026-05-04", 300, 800)))
    assert [(entry.change, entry.balance, entry.gap) for entry in found] == [
        (None, 1000, None),
        (100, 1100, None),
        (-300, 800, None),
    ]


@pytest.mark.parametrize(
    ("after", "is_gap"), [("799.5", False), ("799.4", True), (800, False), ("800.5", False), ("800.6", True)]
)
def test_half_a_share_is_rounding_and_more_is_a_gap(*, after: object, is_gap: bool) -> None:
    found = entries_of(MARCH, given("may", "2026-05-05", trade("S", "D", "2026-05-04", 300, after)))
    assert (found[1].gap is not None) is is_gap


def test_a_gap_says_what_is_missing_and_what_would_explain_it() -> None:
    less = entries_of(MARCH, given("may", "2026-05-05", trade("S", "D", "2026-05-04", 300, 700)))[1].gap
    assert less is not None
    assert (less.held, less.before, less.difference) == (1100, 1000, -100)
    assert less.reasons == (
        "A transaction between Mar 2, 2026 and May 4, 2026 on a form that is not among these files.",
        "A disposition exempt from reporting, such as under a domestic relations order.",
    )
    more = entries_of(MARCH, given("may", "2026-05-05", trade("S", "D", "2026-03-02", 300, 900)))[1].gap
    assert more is not None
    assert more.reasons == (
        "A transaction on Mar 2, 2026 on a form that is not among these files.",
        "An acquisition exempt from reporting, such as under an employee stock purchase plan.",
    )


@pytest.mark.parametrize(("before", "named"), [(2200, "A 2-for-1 split."), (550, "A 1-for-2 split.")])
def test_a_split_that_fits_is_named_first(before: int, named: str) -> None:
    gap = entries_of(MARCH, given("may", "2026-05-05", trade("S", "D", "2026-05-04", 300, before - 300)))[1].gap
    assert gap is not None
    assert gap.reasons[0] == named


@pytest.mark.parametrize(("before", "is_named"), [(2000, True), (500, False)])
def test_a_grant_that_vests_in_halves_is_no_reverse_split(*, before: int, is_named: bool) -> None:
    grant = option("A", "A", "2026-03-02", sharesOwnedFollowingTransaction=1000, transactionShares=1000)
    later = option("M", "D", "2026-05-04", sharesOwnedFollowingTransaction=before - 100, transactionShares=100)
    gap = entries_of(given("1", "2026-03-03", grant), given("2", "2026-05-05", later))[1].gap
    assert gap is not None
    assert any("split" in reason for reason in gap.reasons) is is_named
    assert gap.reasons[-1] == "Several grants combined in one line."


def test_shares_that_moved_to_another_line_of_the_class_are_named() -> None:
    trust = {"directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust"}
    before = given("1", "2026-03-03", holding(1000), holding(500, **trust))
    after = given("2", "2026-05-05", trade("S", "D", "2026-05-04", 100, 500), holding(900, **trust))
    direct, in_trust = (line.entries[1].gap for line in ledger_of(before, after))
    assert direct is not None
    assert in_trust is not None
    assert direct.reasons[0] == (
        "A change in the form of ownership: 400 moved to Table I, Common Stock, indirect, By Trust."
    )
    assert in_trust.reasons[0] == "A change in the form of ownership: 400 moved from Table I, Common Stock, direct."


def test_a_footnote_that_explains_another_change_is_no_gap() -> None:
    note = "Includes 50 shares acquired under the issuer's employee stock purchase plan."
    balance = {"value": 850, "footnotes": [note]}
    found = entries_of(MARCH, given("may", "2026-05-05", trade("S", "D", "2026-05-04", 300, balance)))
    assert (found[1].gap, found[1].remark) == (None, EXPLAINED)


def test_a_trade_that_is_reported_late_is_not_compared_and_does_not_change_the_balance() -> None:
    late = given("late", "2026-06-01", trade("S", "D", "2026-02-01", 50, 5000))
    july = given("july", "2026-07-02", trade("S", "D", "2026-07-01", 100, 1000))
    found = entries_of(MARCH, late, july)
    assert [(entry.remark, entry.gap) for entry in found] == [("", None), (OUT_OF_ORDER, None), ("", None)]


def test_two_forms_of_one_day_are_not_compared() -> None:
    other = given("other", "2026-03-03", trade("P", "A", "2026-03-02", 10, 5000))
    assert [entry.remark for entry in entries_of(MARCH, other)] == ["", SAME_DAY]


def test_rows_of_one_form_that_do_not_add_up_are_a_gap() -> None:
    rows = trade("P", "A", "2026-03-02", 100, 1100), trade("P", "A", "2026-03-02", 100, 1300)
    gap = entries_of(given("1", "2026-03-03", *rows))[1].gap
    assert gap is not None
    assert gap.reasons == ("The rows of this form do not add up.",)


def test_a_row_without_a_balance_is_shown_and_not_compared() -> None:
    blank = trade("S", "D", "2026-05-04", 300, None) | {"sharesOwnedFollowingTransaction": {}}
    found = entries_of(MARCH, given("may", "2026-05-05", blank), given("june", "2026-06-05", holding(1100)))
    assert [(entry.balance, entry.before) for entry in found][1] == (None, None)
    assert found[2].gap is None


def test_a_row_without_a_mark_or_an_amount_states_only_a_balance() -> None:
    unmarked = trade("S", "D", "2026-05-04", 300, 1100) | {"transactionAcquiredDisposedCode": {}}
    (entry,) = entries_of(given("may", "2026-05-05", unmarked))
    assert (entry.change, entry.before) == (None, 1100)
    (entry,) = entries_of(given("may", "2026-05-05", trade("S", "D", "2026-05-04", {}, 1100)))
    assert entry.change is None


def test_a_row_without_a_trade_date_counts_on_the_day_of_its_form() -> None:
    (entry,) = entries_of(given("may", "2026-05-05", trade("S", "D", "2026-05-04", 300, 1) | {"transactionDate": {}}))
    assert entry.on == date(2026, 5, 5)


def test_a_form_3_states_the_underlying_shares_of_a_derivative() -> None:
    opening = option("A", "A") | {"kind": "holding", "underlyingSecurityShares": 2000}
    for key in [key for key in opening if key.startswith(("transaction", "sharesOwned"))]:
        del opening[key]
    exercise = option("M", "D", "2026-05-04", sharesOwnedFollowingTransaction=900, transactionShares=100)
    found = entries_of(given("3", "2026-01-05", opening, documentType="3"), given("may", "2026-05-05", exercise))
    assert [(entry.balance, entry.remark) for entry in found] == [(2000, ""), (900, UNDERLYING)]


def test_an_amended_row_counts_where_the_original_stood() -> None:
    amendment = given(
        "amendment",
        "2026-07-20",
        trade("P", "A", "2026-03-02", 150, 1150),
        documentType="4/A",
        dateOfOriginalSubmission="2026-03-03",
        periodOfReport="2026-03-03",
    )
    may = given("may", "2026-05-05", trade("S", "D", "2026-05-04", 300, 850))
    (line,) = ledger_of(OPENING, MARCH, may, amendment)
    assert [(entry.given.source, entry.balance) for entry in line.counted] == [
        ("3", 1000), ("amendment", 1150), ("may", 850),
    ]  # fmt: skip
    replaced = line.entries[1]
    assert (replaced.given.source, replaced.replaced_by) == ("march", amendment)
    assert line.entries[2].replaces is replaced.row
    assert [entry.gap for entry in line.entries] == [None] * 4
    entry = line.at(date(2026, 12, 31))
    assert entry is not None
    assert entry.given.source == "may"


def test_a_row_that_an_amendment_adds_is_an_entry_of_the_original_form() -> None:
    amendment = given(
        "amendment",
        "2026-07-20",
        trade("P", "A", "2026-03-02", 100, 1100),
        trade("P", "A", "2026-03-02", 25, 1125),
        documentType="4/A",
        dateOfOriginalSubmission="2026-03-03",
        periodOfReport="2026-03-03",
    )
    entries = entries_of(MARCH, amendment)
    assert [(entry.given.source, entry.balance, entry.gap) for entry in entries] == [
        ("march", 1100, None), ("amendment", 1100, None), ("amendment", 1125, None),
    ]  # fmt: skip
    assert entries[2].replaces is None


@pytest.mark.parametrize(("balance", "source"), [(1124, "amendment"), (1125, "march"), (1126, "amendment")])
def test_a_like_row_of_an_amendment_replaces_none_where_it_continues_the_balance(balance: int, source: str) -> None:
    amendment = given(
        "amendment",
        "2026-07-20",
        trade("P", "A", "2026-03-02", 25, balance),
        documentType="4/A",
        dateOfOriginalSubmission="2026-03-03",
        periodOfReport="2026-03-03",
    )
    (line,) = ledger_of(MARCH, amendment)
    assert line.counted[0].given.source == source


SPOUSE = {"directOrIndirectOwnership": "I"}


def _funds(name: str, signed: str, one: int, two: int) -> object:
    notes = "Held by Example Fund I, L.P.", "Held by Example Fund II, L.P."
    rows = [
        holding(held, **SPOUSE, natureOfOwnership={"value": "See footnote", "footnotes": [note]})
        for held, note in zip((one, two), notes, strict=True)
    ]
    return given(name, signed, *rows)


def test_lines_that_differ_only_in_footnotes_are_told_apart_by_their_words() -> None:
    one, two = ledger_of(_funds("1", "2026-03-03", 10, 20), _funds("2", "2026-05-05", 10, 25))  # type: ignore[arg-type]
    assert one.name.endswith("See footnote (Held by Example Fund I, L.P.)")
    assert [entry.gap is not None for entry in (*one.entries, *two.entries)] == [False, False, False, True]


def test_lines_that_even_footnotes_do_not_tell_apart_are_not_compared() -> None:
    rows = [holding(held, **SPOUSE) for held in (10, 20)]
    (line,) = ledger_of(given("1", "2026-03-03", *rows), given("2", "2026-05-05", *rows))
    assert [entry.remark for entry in line.entries] == ["", SEVERAL, SEVERAL, SEVERAL]


def test_a_long_footnote_is_cut_in_the_name_of_a_line() -> None:
    cells = [{"value": "See footnote", "footnotes": [letter * length]} for letter, length in (("a", 60), ("b", 61))]
    lines = ledger_of(given("1", "2026-03-03", *(holding(1, **SPOUSE, natureOfOwnership=cell) for cell in cells)))
    assert [line.name.rpartition(" (")[2] for line in lines] == [f"{'a' * 60})", f"{'b' * 60}...)"]


@pytest.mark.parametrize(
    ("day", "held"),
    [("2026-01-04", None), ("2026-01-05", 1000), ("2026-03-01", 1000), ("2026-03-02", 1100), ("2026-12-31", 1100)],
)
def test_the_holdings_of_a_day_are_those_at_its_end(day: str, held: int | None) -> None:
    (line,) = ledger_of(OPENING, MARCH)
    entry = line.at(date.fromisoformat(day))
    assert (entry and entry.balance) == held


@with_examples(st.lists(st.integers(1, 400), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_ledger_does_not_depend_on_the_order_of_the_files(amounts: list[int], order: random.Random) -> None:
    held, filings = 1000, [OPENING]
    for month, amount in enumerate(amounts, 2):
        held += amount
        day = f"2026-{month:02}-03"
        filings.append(given(day, day, trade("P", "A", day, amount, held)))
    expected = ledger_of(*filings)
    order.shuffle(filings)
    assert ledger_of(*filings) == expected
    assert all(entry.gap is None for entry in expected[0].entries)
    assert expected[0].entries[-1].balance == Decimal(1000 + sum(amounts))


def grant(day: str, shares: int, held: int, mark: str = "A") -> dict[str, Any]:
    """A row of Table II: so many units granted, or with D vested, and what is held afterwards."""
    code = "A" if mark == "A" else "M"
    return option(code, mark, day, transactionShares=shares, sharesOwnedFollowingTransaction=held)


def grants(name: str, day: str, *rows: dict[str, Any]) -> Given:
    return given(name, day, derivativeTable=list(rows))


def test_a_grant_that_states_its_own_balance_is_a_line_of_its_own() -> None:
    first = grants("first", "2026-03-03", grant("2026-03-02", 100, 100))
    second = grants("second", "2026-05-05", grant("2026-05-04", 40, 40))
    vested = grants("vested", "2026-06-05", grant("2026-06-04", 30, 70, "D"), grant("2026-06-04", 40, 0, "D"))
    lines = ledger_of(first, second, vested)
    assert [[entry.balance for entry in line.entries] for line in lines] == [[100, 70], [40, 0]]
    assert all(entry.gap is None for line in lines for entry in line.entries)
    assert [line.name.rpartition(", ")[0].rpartition(", ")[2] for line in lines] == ["100 of Mar 2", "40 of May 4"]
    assert [line.at(date(2026, 5, 31)).balance for line in lines] == [100, 40]  # type: ignore[union-attr]


@pytest.mark.parametrize(("held", "lines"), [(39, 1), (40, 2), (41, 1), (140, 1)])
def test_a_grant_with_another_balance_continues_the_line(held: int, lines: int) -> None:
    first = grants("first", "2026-03-03", grant("2026-03-02", 100, 100))
    second = grants("second", "2026-05-05", grant("2026-05-04", 40, held))
    found = ledger_of(first, second)
    assert len(found) == lines
    assert any(entry.gap for line in found for entry in line.entries) is (held in (39, 41))


def test_a_grant_after_all_was_used_up_continues_the_line() -> None:
    first = grants("first", "2026-03-03", grant("2026-03-02", 100, 0, "D"))
    second = grants("second", "2026-05-05", grant("2026-05-04", 40, 40))
    assert len(ledger_of(first, second)) == 1


def test_an_amended_grant_stays_in_its_line() -> None:
    first = grants("first", "2026-03-03", grant("2026-03-02", 100, 100))
    second = grants("second", "2026-05-05", grant("2026-05-04", 40, 40))
    amended = given(
        "amended", "2026-05-20", derivativeTable=[grant("2026-05-04", 45, 45)], documentType="4/A",
        dateOfOriginalSubmission="2026-05-05", periodOfReport="2026-05-05",
    )  # fmt: skip
    lines = ledger_of(first, second, amended)
    assert [[entry.balance for entry in line.entries] for line in lines] == [[100], [40, 45]]
    assert [[entry.balance for entry in line.counted] for line in lines] == [[100], [45]]


@pytest.mark.parametrize(
    ("note", "is_gap"),
    [("Includes 500 shares acquired under the employee stock purchase plan.", False), ("Held directly.", True)],
)
def test_a_footnote_on_a_holding_can_explain_the_change(*, note: str, is_gap: bool) -> None:
    held = holding({"value": 1600, "footnotes": ["F1"]})
    later = given("may", "2026-05-05", held, footnotes={"F1": note})
    (_, entry) = entries_of(MARCH, later)
    assert (entry.gap is not None) is is_gap


def test_the_forms_of_one_day_follow_the_balances_that_they_continue() -> None:
    rows = [trade("S", "D", "2026-05-04", 100, 1000), trade("S", "D", "2026-05-04", 100, 900)]
    rows += [trade("S", "D", "2026-05-04", 100, 800), trade("S", "D", "2026-05-04", 100, 700)]
    for seed in range(24):
        names = ["a", "b", "c", "d"]
        random.Random(seed).shuffle(names)  # noqa: S311  an order, not a secret
        forms = [given(name, "2026-05-05", row, remarks=name) for name, row in zip(names, rows, strict=True)]
        found = entries_of(MARCH, *forms)
        assert [entry.balance for entry in found] == [1100, 1000, 900, 800, 700]
        assert [entry.gap for entry in found] == [None] * 5


def test_an_amendment_comes_after_the_forms_of_its_day_whatever_it_continues() -> None:
    first = given("first", "2026-05-05", trade("S", "D", "2026-05-04", 100, 1000))
    second = given("second", "2026-05-05", trade("S", "D", "2026-05-04", 100, 900))
    amended = given(
        "amended", "2026-05-05", trade("S", "D", "2026-05-04", 10, 1090), documentType="4/A",
        dateOfOriginalSubmission="2026-04-01", periodOfReport="2026-03-30",
    )  # fmt: skip
    for forms in ((second, amended, first), (amended, first, second)):
        assert [form.given.source for form in history(*forms).forms] == ["first", "second", "amended"]


def test_forms_of_one_day_that_continue_each_other_in_a_circle_have_an_order_all_the_same() -> None:
    sale, purchase = trade("S", "D", "2026-05-04", 100, 1000), trade("P", "A", "2026-05-04", 100, 1100)
    forms = [given("one", "2026-05-05", sale), given("two", "2026-05-05", purchase)]
    assert entries_of(*forms) == entries_of(*reversed(forms))
