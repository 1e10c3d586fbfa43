"""Private information of a broker's file: it enters no draft, no output and no error, whichever map reads the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from broker_files import HELD, OPTION, SIMPLE_MAP, UNIT_NOTES, UNITS, draft, filled, layout, simple, workbook
from hypothesis import given
from hypothesis import strategies as st

from form4gen.api.fills import Given, fills_json, fills_lines, shipped_maps
from form4gen.drafting.fills.column_map import ColumnMap
from form4gen.drafting.fills.values import shown
from form4gen.errors import UnusableInputError

PRIVATE = ("521-44-9906", "Z99-012345-7", "9900-1234", "X87654321", "4400123456789")
DAY = "11/05/2026"


def _text(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _each_map() -> Any:
    return pytest.mark.parametrize("found", shipped_maps(), ids=lambda found: found.name)


def _everything(content: bytes | str, own: str = "", **options: Any) -> Iterator[str]:
    """The new draft and every output; or the error."""
    into = draft(HELD, derivativeTable=[UNITS, OPTION], footnotes=UNIT_NOTES)
    try:
        found, _ = filled(content, into, own, given=Given("Common Stock", is_direct=True), **options)
    except UnusableInputError as error:
        yield str(error)
        return
    yield found.content.decode()
    yield from fills_lines(found)
    yield fills_json(found, None)


@_each_map()
@pytest.mark.parametrize("private", PRIVATE)
def test_the_columns_that_a_shipped_map_does_not_read_stay_private(found: ColumnMap, private: str) -> None:
    rows = layout(found, private)
    text = [] if found.sheet else [_text(rows)]
    for content in (*text, workbook({found.sheet or f"Account {private}": rows})):
        shown_texts = "\n".join(_everything(content, taxes="withheld", repeated="use"))
        assert private not in shown_texts
        if "purchase plan" not in shown_texts:
            assert "used in" in shown_texts


@_each_map()
@pytest.mark.parametrize("private", [each for each in PRIVATE if not each.isdigit()])
def test_an_error_about_a_cell_of_a_shipped_map_shows_nothing_private(found: ColumnMap, private: str) -> None:
    for role in ("day", "shares", "price", "amount", "symbol", "exercise_price"):
        content = workbook({found.sheet or "T": layout(found, private, **{role: private})})
        assert private not in "\n".join(_everything(content, taxes="withheld", repeated="use"))


@_each_map()
def test_a_file_without_a_column_of_a_shipped_map_lists_its_columns_without_what_is_private(found: ColumnMap) -> None:
    rows = layout(found, PRIVATE[0])
    rows[0] = [f"{name} {PRIVATE[1]}" for name in rows[0]]
    (error,) = _everything(_text(rows))
    assert error.startswith("No column map fits trades.csv.")
    assert PRIVATE[1] not in error


def test_the_name_of_an_account_is_not_shown_where_a_map_selects_by_it() -> None:
    own = SIMPLE_MAP.replace("[map.events]", 'account = "Acct"\n[map.only]\n"Acct" = ["Ours"]\n[map.events]')
    header = "Trade Date,Side,Quantity,Price,Acct"
    rows = ((DAY, "Sell", "1", "25", "Ours"), (DAY, "Sell", "1", "25", "SAMPLE FAMILY TRUST"))
    lines = list(_everything(simple(*rows, header=header), own))
    assert "  row 3: ignored because its Acct is not the one that the map selects" in lines
    assert "SAMPLE FAMILY" not in "\n".join(lines)


@pytest.mark.parametrize(("words", "quoted"), [
    ("9900-1234", "(number)"), ("990-123", "990-123"), ("2026-11-05", "2026-11-05"), ("11-05-2026", "11-05-2026"),
    ("Z99-012345-7", "Z(number)"), ("1,234,567.89", "1,234,567.89"), ("12 345 678", "(number)"),
    ("1234567.8901", "1234567.8901"), ("no.0521-44-9906", "no.0(number)"), ("x" * 55 + " 99001234", "x" * 55 + " (..."),
])  # fmt: skip
def test_a_long_number_is_not_quoted_and_a_day_or_an_amount_is(words: str, quoted: str) -> None:
    assert shown(words) == quoted


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_social_security_number_is_never_quoted(before: str, after: str) -> None:
    assert "521-44-9906" not in shown(f"{before}521-44-9906{after}")
