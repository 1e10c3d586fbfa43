"""What a person types is understood as it is meant, or refused with what to type."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.api.editing import Field, Kind, date_of
from form4gen.workbench.typed import NotUnderstoodError, code_of, value_of

TODAY = date(2026, 11, 9)


def value(kind: Kind, text: str, *choices: str, today: date = TODAY) -> Any:
    return value_of(text, Field("key", "key", kind, choices=choices, absent=False), today)


@pytest.mark.parametrize(
    "text",
    ["11/6/26", "11/06/2026", "11/6", "11-6-26", "11.6.2026", "2026-11-06", "Nov 6, 2026", "nov. 6 2026", "6 Nov 2026",
     "November 6", "6 november", " 11/6/26 "],
)  # fmt: skip
def test_a_date_is_understood_in_any_usual_form(text: str) -> None:
    assert value(Kind.DATE, text) == "2026-11-06"


@pytest.mark.parametrize(
    ("today", "expected"), [(date(2026, 1, 3), "2025-12-30"), (date(2026, 12, 31), "2026-12-30"), (TODAY, "2026-12-30")]
)
def test_a_date_without_a_year_is_the_nearest_one(today: date, expected: str) -> None:
    assert value(Kind.DATE, "12/30", today=today) == expected


@pytest.mark.parametrize(
    "text", ["11/36/26", "13/1/26", "2/29/26", "0/1/26", "11/6/226", "tomorrow", "6.11.", "11/6/26/1"]
)
def test_what_is_no_day_is_refused_with_what_to_type(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"is not a day. Type month/day/year, such as 11/6/26"):
        value(Kind.DATE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,234.50", "1234.50"), ("$ 41.3862 (2)", "41.3862"), ("$1,234", "1234"), ("007", "7"), (".5", "0.5"), ("0", "0"),
     ("12,000", "12000"), ("3.", "3"), ("1 000", "1000"), ("-5", "-5")],
)  # fmt: skip
def test_a_number_is_understood_with_dollars_commas_and_marks(text: str, expected: str) -> None:
    assert str(value(Kind.NUMBER, text)) == expected


@pytest.mark.parametrize("text", ["12k", "1,23", "41,38", "1.2.3", "1e5", "NaN", "$", ".", "9" * 65, "\u0661"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="is not a number"):
        value(Kind.NUMBER, text)


@pytest.mark.parametrize(("text", "expected"), [("x", True), ("X", True), ("yes", True), ("", False), ("no", False)])
def test_a_box_takes_an_x_or_nothing(text: str, *, expected: bool) -> None:
    assert value(Kind.FLAG, text) is expected


def test_a_box_takes_nothing_else() -> None:
    with pytest.raises(NotUnderstoodError):
        value(Kind.FLAG, "maybe")


@pytest.mark.parametrize(("text", "expected"), [("d", "D"), ("A", "A"), ("disposed of", "D"), ("Acquired", "A")])
def test_a_choice_is_understood_by_letter_and_by_word(text: str, expected: str) -> None:
    assert value(Kind.TEXT, text, "A", "D") == expected


def test_a_choice_that_is_not_there_is_refused_with_the_list() -> None:
    with pytest.raises(NotUnderstoodError, match="not in the list: A, D"):
        value(Kind.TEXT, "Q", "A", "D")
    with pytest.raises(NotUnderstoodError):
        value(Kind.TEXT, "indirect", "A", "D")


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.NUMBER, Kind.TEXT, Kind.MOMENT, Kind.MONTH_DAY, Kind.TEXTS])
def test_nothing_typed_is_no_value(kind: Kind) -> None:
    assert value(kind, "") is None


def test_times_days_of_the_year_and_lists_are_understood() -> None:
    assert value(Kind.MOMENT, "2026-11-09 16:05") == "2026-11-09T16:05"
    assert value(Kind.MONTH_DAY, "12/31") == "12-31"
    assert value(Kind.TEXTS, "0001, 0002") == ["0001", "0002"]
    for kind, text in ((Kind.MOMENT, "noon"), (Kind.MONTH_DAY, "2/30")):
        with pytest.raises(NotUnderstoodError):
            value(kind, text)


def test_a_code_may_be_marked_as_an_equity_swap() -> None:
    assert code_of("s") == ("S", False)
    assert code_of("S/K") == ("S", True)
    assert code_of("") == (None, False)
    for text in ("Q", "S/Q", "SS"):
        with pytest.raises(NotUnderstoodError, match="The codes are"):
            code_of(text)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{m}/{d}/{y}", "{m:02}/{d:02}/{s:02}", "{y}-{m:02}-{d:02}"]),
)
def test_each_date_of_the_century_comes_back(day: date, form: str) -> None:
    text = form.format(m=day.month, d=day.day, y=day.year, s=day.year % 100)
    assert value(Kind.DATE, text) == day.isoformat()


@given(st.decimals(0, 10**15, allow_nan=False, places=4))
def test_each_number_comes_back_as_the_page_prints_it(number: Decimal) -> None:
    assert value(Kind.NUMBER, f"$ {number:,f}") == number


@given(st.text(max_size=80), st.sampled_from(list(Kind)))
def test_any_text_has_a_value_or_a_reason(text: str, kind: Kind) -> None:
    try:
        found = value(kind, text)
    except NotUnderstoodError:
        return
    assert kind is not Kind.DATE or found is None or date_of(found)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-09T16:05",
        "2026-11-09 16:05",
        "11/9/26 4:05 p.m.",
        "Nov 9, 2026 4:05pm",
        "11/9/26, 4:05 PM ET",
        "11/9 16:05",
    ],
)
def test_a_time_is_understood_in_any_usual_form(text: str) -> None:
    assert value(Kind.MOMENT, text) == "2026-11-09T16:05"


@pytest.mark.parametrize(
    ("text", "hour"), [("11/9/26 12 am", "00:00"), ("11/9/26 12 pm", "12:00"), ("11/9/26 1 pm", "13:00")]
)
def test_noon_is_12_p_m(text: str, hour: str) -> None:
    assert value(Kind.MOMENT, text) == f"2026-11-09T{hour}"


@pytest.mark.parametrize(
    "text", ["11/9/26", "16:05", "11/9/26 16", "11/9/26 25:05", "11/39/26 4:05 p.m.", "11/9/26 4:65 pm"]
)
def test_what_is_no_time_is_refused_with_what_to_type(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"is not a time\. Type 11/9/26 4:05 p\.m\."):
        value(Kind.MOMENT, text)


@pytest.mark.parametrize(
    ("text", "expected"), [("s", "S"), ("Sale", "S"), ("purch", "P"), ("gift", "G"), ("s / k", "S")]
)
def test_a_code_is_typed_as_its_letter_or_its_words(text: str, expected: str) -> None:
    assert code_of(text)[0] == expected


@pytest.mark.parametrize("text", ["ex", "expiration", "saleable", "Q", "S/Q"])
def test_words_that_no_code_or_several_codes_have_are_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="is not a transaction code"):
        code_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3, 4; 5", ["3", "4", "5"]), ("1 2", ["1", "2"]), ("the power of May, poa", ["the power of May", "poa"])],
)
def test_a_list_has_commas_between_its_entries(text: str, expected: list[str]) -> None:
    assert value(Kind.TEXTS, text) == expected
