"""Findings that only follow from another, and suggestions that are certain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from case_base import filing
from case_files import filed_at
from mutations.mutation import Draft, all_mutations
from sound_filings import shipped

from form4gen.intake.structure import structure
from form4gen.location import parse_pointer
from form4gen.model.filing import Filing
from form4gen.model.wording import number
from form4gen.rules.catalogue import catalogue
from form4gen.rules.consequences import traced
from form4gen.rules.engine import Finding, check

BASE = "exercise-and-sale"
ROW = "/nonDerivativeTable/{}/{}"
MARK, BALANCE, SHARES = "transactionAcquiredDisposedCode", "sharesOwnedFollowingTransaction", "transactionShares"


def found(changes: dict[str, Any], base: str = BASE, remove: tuple[str, ...] = ()) -> dict[tuple[str, str], Finding]:
    return by_place(filing(changes, base, remove))


def by_place(one: Filing) -> dict[tuple[str, str], Finding]:
    at, rules = filed_at({}), catalogue().values()
    return {(each.rule, each.at.pointer): each for each in traced(check(one, at).findings, one, at, rules)}


def test_a_mark_against_its_code_leads_and_the_balance_that_it_breaks_follows() -> None:
    one = found({ROW.format(4, MARK): "A"})
    lead, follower = one["TC102", ROW.format(4, MARK)], one["HB102", ROW.format(4, BALANCE)]
    assert (lead.suggested, lead.follows) == ("D", None)
    assert (follower.suggested, follower.follows) == (None, ("TC102", lead.at))


def test_many_wrong_marks_each_lead_the_balance_of_their_row() -> None:
    one = found({ROW.format(row, MARK): "A" for row in (1, 2, 4)})
    for row in (1, 2, 4):
        follower = one["HB102", ROW.format(row, BALANCE)]
        assert follower.follows == ("TC102", one["TC102", ROW.format(row, MARK)].at)


def test_what_follows_from_a_follower_follows_from_the_first() -> None:
    last = {ROW.format(2, MARK): "A", ROW.format(2, SHARES): 42000, ROW.format(2, BALANCE): 9600}
    one = found(last, remove=("/nonDerivativeTable/4", "/nonDerivativeTable/3"))
    lead = ("TC102", one["TC102", ROW.format(2, MARK)].at)
    assert one["HB102", ROW.format(2, BALANCE)].follows == one["HB101", ROW.format(2, BALANCE)].follows == lead


def test_a_mark_with_which_the_balance_comes_out_is_not_changed_for_certain() -> None:
    one = found({ROW.format(2, MARK): "A", ROW.format(2, BALANCE): 58200, ROW.format(3, BALANCE): 61200,
                 ROW.format(4, BALANCE): 60096})  # fmt: skip
    assert one["TC102", ROW.format(2, MARK)].suggested is None


def test_a_balance_is_certain_where_the_rows_below_continue_from_it() -> None:
    one = found({ROW.format(1, BALANCE): 52600})
    assert one["HB102", ROW.format(1, BALANCE)].suggested == Decimal(51600)


def test_a_balance_is_not_certain_where_the_rows_below_continue_from_the_wrong_one() -> None:
    shifted = {ROW.format(row, BALANCE): held for row, held in ((1, 52600), (2, 46000), (3, 49000), (4, 47896))}
    assert found(shifted)["HB102", ROW.format(1, BALANCE)].suggested is None


def test_a_wrong_balance_beside_a_wrong_mark_is_still_certain() -> None:
    one = found({ROW.format(1, BALANCE): 52600, ROW.format(2, MARK): "A"})
    assert one["HB102", ROW.format(1, BALANCE)].suggested == Decimal(51600)
    assert one["HB102", ROW.format(2, BALANCE)].follows is not None


def test_a_balance_that_no_amount_explains_follows_from_what_doubts_the_amount() -> None:
    one = found({ROW.format(4, SHARES): 3104})
    assert one["HB102", ROW.format(4, BALANCE)].follows == ("PA104", one["PA104", ROW.format(4, SHARES)].at)
    assert one["HB102", ROW.format(4, BALANCE)].suggested is None


def test_a_row_entered_twice_leads_the_balance_that_does_not_move_twice() -> None:
    twice = found({"/nonDerivativeTable/-": filing_row(4)})
    assert twice["HB102", ROW.format(6, BALANCE)].follows == ("TC116", twice["TC116", "/nonDerivativeTable/6"].at)


def filing_row(number_of_row: int) -> dict[str, Any]:
    document = next(each for each in shipped() if each.name.startswith(BASE)).document
    row: dict[str, Any] = document["nonDerivativeTable"][number_of_row]
    return {key: f"{value:f}" if isinstance(value, Decimal) else value for key, value in row.items()}


def test_an_impossible_balance_leads_the_next_row() -> None:
    one = found({ROW.format(0, BALANCE): -1})
    assert one["HB102", ROW.format(1, BALANCE)].follows == ("HB101", one["HB101", ROW.format(0, BALANCE)].at)


def test_a_balance_is_not_certain_where_another_row_may_belong_to_the_line() -> None:
    one = found({ROW.format(1, "directOrIndirectOwnership"): "I"})
    assert ("HB103", ROW.format(1, "natureOfOwnership")) in one
    assert one["HB102", ROW.format(2, BALANCE)].suggested is None


def test_item_3_follows_from_a_date_that_is_doubted() -> None:
    one = found({ROW.format(1, "transactionDate"): "2025-11-05"})
    assert one["HD101", "/periodOfReport"].follows == ("DL108", one["DL108", ROW.format(1, "transactionDate")].at)
    assert one["HD101", "/periodOfReport"].suggested is None


def test_lateness_does_not_doubt_a_date() -> None:
    tables = ("/nonDerivativeTable/3", "/nonDerivativeTable/4", "/derivativeTable/1")
    one = found({f"{row}/transactionDate": "2026-10-30" for row in tables})
    assert ("DL101", "/nonDerivativeTable/3/transactionDate") in one
    assert one["HD101", "/periodOfReport"].suggested == date(2026, 10, 30)


def test_an_accepted_finding_suggests_nothing_to_others() -> None:
    override = {"rule": "TC102", "place": "/nonDerivativeTable/4", "reason": "Known", "by": "A. Counsel"}
    one = found({ROW.format(4, MARK): "A", "/overrides": [override]})
    assert one["HB102", ROW.format(4, BALANCE)].follows is None


def test_a_sound_form_is_checked_once() -> None:
    assert all(each.follows is None for each in by_place(filing(base=BASE)).values())


def _value(document: dict[str, Any], pointer: str) -> Any:
    value: Any = document
    for step in parse_pointer(pointer):
        value = value[int(step)] if isinstance(value, list) else value.get(step)
    return value["value"] if isinstance(value, dict) else value


def test_whatever_is_broken_in_a_sound_filing_each_suggestion_restores_what_was_there() -> None:
    """A V mark that is removed may have been absent; every other value is the one that the mutation replaced."""
    restored = 0
    for mutation in all_mutations():
        for sound in shipped():
            draft = Draft(sound.document, sound.filed_at)
            if mutation.apply(draft) is None:
                continue
            broken = structure(draft.document)
            before = {(each.rule, each.at) for each in check(structure(sound.document), sound.filed_at).findings}
            after = traced(check(broken, sound.filed_at).findings, broken, sound.filed_at, catalogue().values())
            for each in after:
                if (each.rule, each.at) in before or each.suggested is None or each.fix is not None:
                    continue
                original = _value(sound.document, each.at.pointer)
                original = "4" if original is None else original
                same = number(original) if isinstance(original, Decimal) else str(original)
                suggested = number(each.suggested) if isinstance(each.suggested, Decimal) else str(each.suggested)
                assert suggested == same, (mutation.name, sound.name, each)
                restored += 1
    assert restored > 40
