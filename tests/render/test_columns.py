"""How wide the columns are, and where a line of a cell may end."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_reader import Drawn, filing

from form4gen.render.columns import OWNERS, PLACE, PLACE_ON_A_USUAL_TELEPHONE, TABLE_I, TABLE_II, Plan, shares
from form4gen.render.fitting import Mark, PageCell, fitted, place_shares
from form4gen.render.html import html
from form4gen.render.measure import width
from form4gen.resources import text_of

HEADS = Plan(("a", "b", "c"), (50, 30, 20), room=10_000, margin=100)
WORDS = st.lists(st.tuples(st.integers(1, 3000), st.sampled_from([0, 278])), max_size=9).map(tuple)
MARK = Mark("(1)", "note-1", "", "Footnote (1)")


def _cell(text: str = "", marks: int = 0, gap: str = " ") -> PageCell:
    return PageCell(text, (text,), (MARK,) * marks, gap)


def _row(*cells: PageCell) -> tuple[PageCell, ...]:
    return (*cells, *(_cell() for _ in range(11 - len(cells))))


def _points(share: str) -> float:
    return float(share) / 100 * TABLE_I.room


def test_a_text_is_as_wide_as_in_arial() -> None:
    assert width("11/14/2017") == 8 * 556 + 2 * 278
    assert width("iW.") == 222 + 944 + 278
    assert width("\u0416") == width("\u2014") == 722
    assert width("\u6f22") == 2700  # the box with its code point


@pytest.mark.parametrize(("table", "plan"), [("one", TABLE_I), ("two", TABLE_II), ("owners", OWNERS)])
def test_no_word_of_a_head_is_wider_than_its_column_at_its_narrowest(table: str, plan: Plan) -> None:
    head = html(filing(base="joint-funds")).split(f'aria-labelledby="{table}"')[1].split("</thead>")[0]
    spans, columns = [], plan.floors
    first, second = (re.findall("<th.*?</th>", row) for row in head.split('<tr class="title">')[1].split("<tr")[1:3])
    place = 0
    for each in first:
        count = int(found[1]) if (found := re.search(r'colspan="(\d+)"', each)) else 1
        spans.append((each, sum(columns[place : place + count])))
        if count > 1:
            spans += zip([second.pop(0) for _ in range(count)], columns[place : place + count], strict=True)
        place += count
    assert (place, second) == (len(columns), [])
    for each, room in spans:
        for word in re.split(r"\s+|\0", unescape(re.sub("<[^>]+>", "", each.replace("<wbr>", "\0")))):
            assert width(word) * plan.head_size + plan.margin <= room, word


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6))
def test_no_column_is_narrower_than_its_words_and_the_whole_is_the_page(
    rows: list[tuple[tuple[tuple[int, int], ...], ...]],
) -> None:
    found = [float(each) for each in shares(HEADS, rows)]
    assert sum(found) == pytest.approx(100, abs=0.02)
    needs = [max((word for row in rows for word, _ in row[column]), default=0) + HEADS.margin for column in range(3)]
    if sum(max(each, 600) for each in needs) <= HEADS.room:
        assert all(share * 100 >= need - 2 for share, need in zip(found, needs, strict=True))


def test_a_table_without_a_row_has_its_usual_columns() -> None:
    assert [float(each) for each in shares(TABLE_I, [])] == pytest.approx(TABLE_I.usual, abs=0.02)


def test_a_title_of_thirty_characters_is_on_one_line_where_other_columns_are_empty() -> None:
    title = "Series A Convertible Preferred"
    assert len(title) == 30  # and shares have two decimals, ten units of the width of the page
    row = {"securityTitle": title, "natureOfOwnership": "By Sample Family Trust"}
    tables: dict[str, Any] = {
        "/nonDerivativeTable": [row], "/derivativeTable": [row | {"underlyingSecurityTitle": title}]
    }  # fmt: skip
    page = html(filing(**tables))
    for table, plan in (("one", TABLE_I), ("two", TABLE_II)):
        share = re.search(rf"\.{table} col:nth-child\(1\) {{ width: ([\d.]+)%", page)
        assert share is not None
        assert float(share[1]) / 100 * plan.room >= width(title) + plan.margin - 10


def test_the_column_whose_rows_have_more_lines_is_widened_first() -> None:
    long, short = ((1000, 278),) * 12, ((1000, 278),) * 3
    several = shares(HEADS, [((), short, long)])
    assert float(several[2]) > float(several[1]) > 20
    assert shares(HEADS, [((), short, long)] * 3) == several


def test_a_text_of_very_many_words_widens_no_column_beyond_the_page() -> None:
    found = shares(HEADS, [((), (), ((500, 278),) * 100_000)] * 3)
    assert sum(map(float, found)) == pytest.approx(100, abs=0.02)


@pytest.mark.parametrize(
    ("cell", "pieces"),
    [
        (_cell("2,000"), ("2,000",)),
        (_cell("$ 2.64"), ("$\u00a02.64",)),
        (_cell("$ 2.64", 2), ("$\u00a02.64",)),
        (_cell("100 $ 9", 1), ("100 ", "$\u00a09")),
        (_cell("By Sample Family Trust", 1), ("By Sample Family ", "Trust")),
        (_cell("By Sample Family Trust"), ("By Sample Family Trust",)),
        (_cell("", 2), ("",)),
        (_cell("x" * 30), ("x" * 30,)),
        (_cell("x" * 31), ("x" * 30, "x")),
        (_cell(f"By {'x' * 61} and", 1), (f"By {'x' * 30}", "x" * 30, "x ", "and")),
    ],
)
def test_a_line_of_a_cell_ends_at_a_blank_but_not_before_the_marks(cell: PageCell, pieces: tuple[str, ...]) -> None:
    (row,), _ = fitted(TABLE_I, [_row(cell)])
    assert row[0].pieces == pieces
    assert row[0].is_whole


def test_where_the_marks_have_no_room_beside_the_texts_they_begin_a_line_together() -> None:
    crowded = _row(*[_cell("1,234,567.1234", 3)] * 8)
    assert [cell.pieces for cell in fitted(TABLE_I, [crowded[:7] + crowded[:4]])[0][0]] == [
        ("1,234,567.1234 ", "")
    ] * 11
    (row,), _ = fitted(TABLE_I, [_row(_cell("11/14/2017", 40, ""), _cell("11/14/2017", 20, ""))])
    assert (row[0].pieces, row[0].is_whole) == (("11/14/2017", ""), True)


def test_where_nothing_else_helps_a_number_ends_a_line_after_a_comma_and_a_word_after_twelve_letters() -> None:
    cell = _cell("123,456,789,012,345,678.1234", 1)
    (row,), found = fitted(TABLE_I, [(*[cell] * 10, _cell("x" * 13))])
    assert row[0].pieces == ("123,", "456,", "789,", "012,", "345,", "678.1234 ", "")
    assert row[10].pieces == ("x" * 12, "x")
    assert not row[0].is_whole
    assert sum(map(float, found)) == pytest.approx(100, abs=0.1)


def test_city_state_and_postal_code_take_what_they_need() -> None:
    usual = place_shares([("", "", "")])
    long = place_shares([("SPRINGFIELDVILLE", "IL", "62701")])
    assert float(long[0]) > float(usual[0])
    assert sum(map(float, long)) == pytest.approx(96.5, abs=0.05)


@pytest.mark.parametrize(
    ("city", "code", "telephone"),
    [
        ("MOUNTAIN VIEW", "94043", PLACE.room),
        ("SOUTH SAN FRANCISCO", "94080", PLACE_ON_A_USUAL_TELEPHONE),
        ("RANCHO SANTA", "92688-1234", PLACE_ON_A_USUAL_TELEPHONE),
    ],
)
def test_a_city_of_several_words_has_one_line_on_a_telephone_if_that_breaks_no_word_on_a_narrower_one(
    city: str, code: str, telephone: int
) -> None:
    widths = [float(each) / sum(PLACE.usual) for each in place_shares([(city, "CA", code)])]
    assert widths[0] * telephone >= width(city)
    assert widths[2] * PLACE.room >= width(code)


def test_where_a_city_takes_two_lines_on_any_telephone_no_postal_code_is_broken_for_it() -> None:
    widths = [float(each) / sum(PLACE.usual) for each in place_shares([("RANCHO SANTA MARGARITA", "CA", "92688-1234")])]
    assert widths[0] * PLACE_ON_A_USUAL_TELEPHONE < width("RANCHO SANTA MARGARITA")
    assert widths[2] * PLACE.room >= width("92688-1234")


def test_marks_that_may_part_are_drawn_with_a_place_where_a_line_may_end() -> None:
    row: dict[str, Any] = {
        "transactionDate": {"value": "2017-11-14", "footnotes": [f"F{number}" for number in range(1, 100)]}
    }
    changes: dict[str, Any] = {"/nonDerivativeTable": [row, row]}
    page = html(filing(**changes))
    assert "11/14/2017<wbr><sup>(1)</sup><wbr><sup>(2)</sup>" in page
    assert '<span class="run">' not in page.split("<tbody>")[1]
    assert Drawn(page).rows(0)[0][1].startswith("11/14/2017(1)(2)")
    assert "white-space: nowrap" in text_of("templates", "form4.css").split(".run {")[1].split("}")[0]
