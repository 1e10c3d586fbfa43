"""The page of a form with what changed since another form: old values deleted, new ones inserted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TypeVar

from form4gen.model.filing import Filing
from form4gen.records import NamedTuple
from form4gen.render.cells import table_i_row, table_ii_row
from form4gen.render.columns import OWNERS, TABLE_I, TABLE_II
from form4gen.render.fitting import PageCell, column_shares, place_shares
from form4gen.render.page import Note, Owner, Signature, as_row, page, place_of
from form4gen.render.revised_rows import Rows
from form4gen.render.revision import Aligned, Pen, Runs

T = TypeVar("T")


class RevisedOwner(NamedTuple):
    """An owner with what changed; a box that changed is text."""

    name: str
    street: tuple[str, ...]
    city: str
    state: str
    zip_code: str
    country: str
    is_director: bool | str
    is_ten_percent_owner: bool | str
    is_officer: bool | str
    is_other: bool | str
    director: str
    ten_percent_owner: str
    officer: str
    other: str
    specified: str
    address: str


class RevisedPage(NamedTuple):
    """What the templates of the form print, with what changed."""

    running_head: str
    no_longer_subject: bool | str
    rule_10b5_1: bool | str
    owner: RevisedOwner
    owners: tuple[RevisedOwner, ...]
    is_single: bool | str
    is_joint: bool | str
    issuer: str
    symbol: str
    foreign_symbol: str
    earliest_transaction: str
    original_filed: str
    table_i: tuple[tuple[PageCell, ...], ...]
    table_ii: tuple[tuple[PageCell, ...], ...]
    notes: tuple[Note, ...]
    remarks: str
    signatures: tuple[Signature, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...]


def revised_page(old: Filing, new: Filing, lists: dict[str, tuple[Aligned, ...]], runs: Runs) -> RevisedPage:
    """The page of ``new`` with what changed since ``old``; ``lists`` has the elements of each list by its key."""
    pen = Pen(runs)
    was, now = page(old), page(new)
    rows = Rows(old, new, lists["footnotes"], pen)
    tables = (
        rows.of(
            TABLE_I, lists["nonDerivativeTable"], (old.non_derivative_table, new.non_derivative_table), table_i_row
        ),
        rows.of(TABLE_II, lists["derivativeTable"], (old.derivative_table, new.derivative_table), table_ii_row),
    )
    owners = _pairs(lists["reportingOwners"], was.owners, now.owners, Owner())
    signed = _pairs(lists["ownerSignatures"], was.signatures, now.signatures, Signature("", ""))
    return RevisedPage(
        running_head=now.running_head,
        no_longer_subject=pen.box(was.no_longer_subject, now.no_longer_subject),
        rule_10b5_1=pen.box(was.rule_10b5_1, now.rule_10b5_1),
        owner=_revised_owner(pen, was.owner, now.owner),
        owners=tuple(_revised_owner(pen, *pair) for pair in owners),
        is_single=pen.box(was.is_single, now.is_single),
        is_joint=pen.box(was.is_joint, now.is_joint),
        issuer=pen.text(was.issuer, now.issuer),
        symbol=pen.text(was.symbol, now.symbol),
        foreign_symbol=pen.text(was.foreign_symbol, now.foreign_symbol),
        earliest_transaction=pen.text(was.earliest_transaction, now.earliest_transaction),
        original_filed=pen.text(was.original_filed, now.original_filed),
        table_i=tables[0][0],
        table_ii=tables[1][0],
        notes=rows.notes(),
        remarks=pen.words(was.remarks, now.remarks),
        signatures=tuple(Signature(*map(pen.text, before, after)) for before, after in signed),
        columns=(
            ("one col", tables[0][1]),
            ("two col", tables[1][1]),
            ("owners col", column_shares(OWNERS, [_both(as_row(before), as_row(after)) for before, after in owners])),
            ("thirds span", place_shares([_both(place_of(was.owner), place_of(now.owner))])),
        ),
    )


def _revised_owner(pen: Pen, old: Owner, new: Owner) -> RevisedOwner:
    return RevisedOwner(
        name=pen.text(old.name, new.name),
        street=tuple(pen.text(*lines) for lines in zip_longest(old.street, new.street, fillvalue="")),
        city=pen.text(old.city, new.city),
        state=pen.text(old.state, new.state),
        zip_code=pen.text(old.zip_code, new.zip_code),
        country=pen.text(old.country, new.country),
        is_director=pen.box(old.is_director, new.is_director),
        is_ten_percent_owner=pen.box(old.is_ten_percent_owner, new.is_ten_percent_owner),
        is_officer=pen.box(old.is_officer, new.is_officer),
        is_other=pen.box(old.is_other, new.is_other),
        director=pen.text(old.director, new.director),
        ten_percent_owner=pen.text(old.ten_percent_owner, new.ten_percent_owner),
        officer=pen.text(old.officer, new.officer),
        other=pen.text(old.other, new.other),
        specified=pen.text(old.specified, new.specified),
        address=pen.text(old.address, new.address),
    )


def _pairs(lines: Iterable[Aligned], old: Sequence[T], new: Sequence[T], missing: T) -> list[tuple[T, T]]:
    """The elements of a list in both forms, with a blank one where it is missing."""
    return [
        (missing if each.old is None else old[each.old], missing if each.new is None else new[each.new])
        for each in lines
    ]


def _both(old: Iterable[str], new: Iterable[str]) -> tuple[str, ...]:
    """The texts of a row, each as long as with what changed in it."""
    return tuple(now if was == now else f"{was} {now}" for was, now in zip(old, new, strict=True))
