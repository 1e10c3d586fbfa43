"""Which line a transaction is of: the only one, the one that words name, or a new one; never one that is guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from drafting.build import DAY, SALE, drafted, given, held, holding, option, table, trade

from form4gen.drafting.asked import Trade
from form4gen.errors import UnusableInputError

TRUST = holding(50, directOrIndirectOwnership="I", natureOfOwnership="By Trust")
CHILD = holding(70, directOrIndirectOwnership="I", natureOfOwnership="By Trust for Child")
OPTION = {"securityTitle": "Stock Option (right to buy)", "exerciseDate": "2023-03-01"}
CHEAP = option("M", "D", **OPTION, conversionOrExercisePrice=18.25, expirationDate="2030-03-01")
DEAR = option("M", "D", **OPTION, conversionOrExercisePrice=21.5, expirationDate="2031-03-01")
SHARES = trade("P", "A", "2026-09-10", 100, 1000)
ONE = Decimal(1)


def sale(*words: str, **values: Any) -> Trade:
    return SALE._replace(shares=ONE, line=words, **values)


@pytest.mark.parametrize(
    ("words", "balance"),
    [
        (("direct",), 999),  # indirect is another word
        (("By Trust for Child",), 69),
        (("by  trust", "indirect", "child"), 69),
        (("Table I, Common Stock, indirect, By Trust",), 49),  # a whole name goes before a longer one
        (("form4.json, Table I, row 2",), 49),
        (("70",), 69),
    ],
)
def test_words_of_a_name_a_balance_or_a_source_choose_a_line(words: tuple[str, ...], balance: int) -> None:
    assert table(drafted(held(SHARES, TRUST, CHILD), trades=(sale(*words),)))[0][-1] == balance


def test_several_lines_that_may_be_meant_are_listed() -> None:
    with pytest.raises(UnusableInputError) as refusal:
        drafted(held(SHARES, TRUST, CHILD), trades=(sale("By Trust"),))
    assert str(refusal.value) == (
        "Several lines of Table I may be meant by --line 'By Trust'. Choose one with --line and words of its name.\n"
        "  Table I, Common Stock, indirect, By Trust (50; form4.json, Table I, row 2)\n"
        "  Table I, Common Stock, indirect, By Trust for Child (70; form4.json, Table I, row 3)"
    )
    with pytest.raises(UnusableInputError, match=r"Several lines of Table I may be meant\. Choose"):
        drafted(held(SHARES, TRUST), trades=(sale(),))


def test_words_that_fit_no_line_are_named_with_the_lines_that_there_are() -> None:
    with pytest.raises(UnusableInputError) as refusal:
        drafted(held(SHARES), trades=(sale("By Spouse"),))
    assert str(refusal.value) == (
        "No line of Table I is known that fits --line 'By Spouse'. Give words of a name below, or describe a new line "
        "with --security.\n  Table I, Common Stock, direct (1,000; form4.json, Table I, row 1)"
    )


def test_a_long_list_of_lines_is_cut() -> None:
    rows = [holding(5, directOrIndirectOwnership="I", natureOfOwnership=f"By Fund {number}") for number in range(21)]
    with pytest.raises(UnusableInputError, match=r"and 2 more$"):
        drafted(held(SHARES, *rows), trades=(sale(),))


def test_an_empty_line_is_not_meant_where_another_holds_something() -> None:
    empty = trade("S", "D", "2026-09-10", 100, 0, directOrIndirectOwnership="I", natureOfOwnership="By Trust")
    assert table(drafted(held(SHARES, empty), trades=(sale(),)))[0][-1] == 999


def test_a_grant_is_chosen_by_its_price() -> None:
    draft = drafted(held(SHARES, CHEAP, DEAR), trades=(Trade("M", DAY, ONE, line=("21.5",)),))
    assert draft.document["derivativeTable"][0]["conversionOrExercisePrice"] == Decimal("21.5")
    assert draft.document["nonDerivativeTable"][0]["transactionPricePerShare"] == Decimal("21.5")
    assert draft.left[0].why == "another class or grant than those traded (--all-holdings lists it)"


def test_words_of_a_grant_alone_lead_to_table_ii() -> None:
    draft = drafted(held(SHARES, CHEAP), trades=(Trade("G", DAY, ONE, mark="D", line=("option",)),))
    assert [row[-1] for row in table(draft, "II")] == [999]
    assert table(draft) == []


def test_a_code_of_table_ii_alone_is_reported_there() -> None:
    draft = drafted(held(SHARES, CHEAP), trades=(Trade("H", DAY, ONE, ONE),))
    assert [row[0] for row in table(draft, "II")] == ["H"]


def test_a_table_that_is_given_is_the_only_one() -> None:
    draft = drafted(held(SHARES, CHEAP), trades=(Trade("M", DAY, ONE, table="II"),))
    assert (len(table(draft, "II")), len(table(draft))) == (1, 0)


def test_a_code_is_refused_where_no_form_has_it() -> None:
    with pytest.raises(UnusableInputError, match=r"'Q' is not a transaction code\. The codes are A, C, D,"):
        drafted(held(), trades=(Trade("Q"),))
    with pytest.raises(UnusableInputError, match=r"Code H is not used in Table I\."):
        drafted(held(), trades=(Trade("H", table="I"),))


def test_a_new_grant_is_a_line_of_its_own() -> None:
    grant = Trade(
        "A", DAY, Decimal(600), security="Stock Option (right to buy)", exercise_price=Decimal(30), expires=DAY,
        exercisable=DAY, underlying="Common Stock",
    )  # fmt: skip
    draft = drafted(held(SHARES, CHEAP), trades=(grant, grant))
    assert [row[-1] for row in table(draft, "II")] == [600, 1200]  # what is described alike is one line
    assert draft.document["derivativeTable"][0]["exerciseDate"] == "2026-11-12"
    assert draft.checks == (
        "Table II, Stock Option (right to buy), direct is on no earlier form. Confirm that nothing was held before.",
    )
    assert "Table II, Stock Option (right to buy), direct: 0 + 600 = 600" in {each.what for each in draft.taken}


def test_the_terms_of_a_new_grant_that_are_not_given_are_left_to_fill_in() -> None:
    draft = drafted(held(SHARES), trades=(Trade("A", DAY, ONE, underlying="Common Stock"),))
    (row,) = draft.document["derivativeTable"]
    for key in ("securityTitle", "conversionOrExercisePrice", "exerciseDate", "expirationDate"):
        assert row[key].startswith("FILL IN: ")


def test_a_line_that_is_described_as_it_is_known_is_continued() -> None:
    spouse = Trade("P", DAY, ONE, ONE, security="Common Stock", nature="By Spouse")
    draft = drafted(
        held(SHARES, holding(9, directOrIndirectOwnership="I", natureOfOwnership="By Spouse")), trades=(spouse,)
    )
    assert [row[-1] for row in table(draft)] == [10, 1000]
    new = drafted(held(SHARES), trades=(spouse,))
    assert [row[-1] for row in table(new)] == [1, 1000]
    assert new.document["nonDerivativeTable"][0]["natureOfOwnership"] == "By Spouse"


@pytest.mark.parametrize(
    ("changed", "is_known"),
    [
        ({}, True),
        ({"exercise_price": Decimal(18)}, False),
        ({"exercisable": DAY}, False),
        ({"expires": DAY}, False),
        ({"underlying": "Class B Stock"}, False),
        ({"underlying": ""}, True),
        ({"security": "Warrant"}, False),
        ({"ownership": "I"}, False),
        ({"is_new": True}, False),
    ],
)
def test_a_grant_is_the_known_one_only_if_every_term_is_the_same(changed: dict[str, Any], *, is_known: bool) -> None:
    row = CHEAP | {"transactionShares": 10, "sharesOwnedFollowingTransaction": 40}
    described = Trade(
        "A", DAY, ONE, security=OPTION["securityTitle"], exercise_price=Decimal("18.25"),
        exercisable=date(2023, 3, 1), expires=date(2030, 3, 1), underlying="Common Stock",
    )._replace(**changed)  # fmt: skip
    assert table(drafted(held(row), trades=(described,)), "II")[0][-1] == (41 if is_known else 1)


def test_lines_that_differ_only_in_footnotes_are_told_apart_by_the_row_that_states_them() -> None:
    first = trade(
        "A", "A", "2026-09-10", 10, 10, securityTitle={"value": "Common Stock", "footnotes": ["Grant of 2025."]}
    )
    second = trade(
        "A", "A", "2026-09-10", 20, 20, securityTitle={"value": "Common Stock", "footnotes": ["Grant of 2026."]}
    )
    notes = {"Grant of 2025.": "Grant of 2025.", "Grant of 2026.": "Grant of 2026."}
    before = held(first, second, footnotes=notes)
    described = Trade("S", DAY, ONE, ONE, security="Common Stock")
    with pytest.raises(
        UnusableInputError, match=r"Several lines fit what --security describes\. Choose one with --line"
    ):
        drafted(before, trades=(described,))
    draft = drafted(before, trades=(described._replace(line=("form4.json, Table I, row 2",)),))
    assert [row[-1] for row in table(draft)] == [19, 10]


def test_the_shares_of_an_exercise_go_to_the_line_of_the_same_holder() -> None:
    by_trust = {"directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust"}
    draft = drafted(held(SHARES, TRUST, CHILD, CHEAP | by_trust), trades=(Trade("M", DAY, ONE),))
    assert [row[-1] for row in table(draft)] == [51, 1000, 70]
    unnamed = CHEAP | {"directOrIndirectOwnership": "I"}
    with pytest.raises(
        UnusableInputError, match=r"Several lines of Table I may be meant by --code M of Table II, Stock"
    ):
        drafted(held(SHARES, TRUST, CHILD, unnamed), trades=(Trade("M", DAY, ONE),))


def test_a_purchase_of_a_person_who_holds_nothing_is_of_a_class_to_fill_in() -> None:
    nothing = given("form3.json", "2026-09-10", documentType="3", noSecuritiesOwned=True)
    draft = drafted(nothing, trades=(Trade("P", DAY, ONE, ONE),))
    assert draft.document["nonDerivativeTable"][0]["securityTitle"].startswith("FILL IN: ")
    with pytest.raises(UnusableInputError, match=r"No line of Table I is known\. Give words"):
        drafted(nothing, trades=(Trade("S", DAY, ONE, ONE),))


def test_an_expired_and_empty_grant_is_no_line_that_may_be_meant() -> None:
    over = CHEAP | {"expirationDate": "2026-11-11", "sharesOwnedFollowingTransaction": 0}
    with pytest.raises(UnusableInputError, match="No line of Table II is known"):
        drafted(held(SHARES, over), trades=(Trade("M", DAY, ONE),))


def test_a_sale_of_a_line_that_no_form_shows_leaves_its_balance_to_fill_in() -> None:
    draft = drafted(held(SHARES), trades=(Trade("S", DAY, ONE, ONE, security="Class B Stock"),))
    assert str(table(draft)[0][-1]).startswith("FILL IN: ")
    assert draft.checks[-1] == (
        "No form shows Table I, Class B Stock, direct, so its balance is left to fill in. Give the forms that do, "
        "or --owned."
    )


@pytest.mark.parametrize(("owned", "confirms"), [(899, True), (900, False), (901, True)])
def test_a_balance_that_is_given_is_taken_and_one_that_the_forms_do_not_lead_to_is_confirmed(
    owned: int, *, confirms: bool
) -> None:
    draft = drafted(held(SHARES), trades=(Trade("S", DAY, Decimal(100), ONE, owned=Decimal(owned)),))
    assert table(draft)[0][-1] == owned
    assert any(check.startswith(f"--owned gives {owned} for ") for check in draft.checks) is confirms


def test_a_balance_can_be_given_for_a_line_that_no_form_shows() -> None:
    draft = drafted(
        held(SHARES), trades=(Trade("S", DAY, Decimal(100), ONE, security="Class B Stock", owned=Decimal(50)),)
    )
    assert table(draft)[0][-1] == 50
    assert not any("--owned gives" in check for check in draft.checks)
