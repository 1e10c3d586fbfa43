"""Rows that give and receive the same securities on the same day."""

from __future__ import annotations

from typing import Any

from accounts.form import form, row

from form4gen.accounts.mirrored import mirrored


def gift(mark: str, through: str = "") -> dict[str, Any]:
    held = {"directOrIndirectOwnership": "I", "natureOfOwnership": through} if through else {}
    return row("G", mark, **held)


def pairs(*rows: dict[str, Any]) -> list[tuple[int, int]]:
    return [(given.number, received.number) for given, received in mirrored(form(*rows))]


def test_a_row_never_pairs_with_one_held_the_same_way() -> None:
    assert pairs(gift("D"), gift("A")) == []
    assert pairs(gift("D"), gift("A"), gift("A", "By Trust")) == [(1, 3)]


def test_each_row_pairs_once_with_the_first_that_is_held_otherwise() -> None:
    assert pairs(gift("D"), gift("A", "By Trust"), gift("D"), gift("A", "By Spouse")) == [(1, 2), (3, 4)]
    assert pairs(gift("D"), gift("D"), gift("A", "By Trust")) == [(1, 3)]


def test_a_first_row_held_the_same_way_is_kept_for_others() -> None:
    rows = gift("A"), gift("D"), gift("A", "By Trust"), gift("D", "By Trust"), gift("A", "By Trust")
    assert pairs(*rows) == [(2, 3), (4, 1)]
