"""The readers of values: what they find in a text, and that no text can make them slow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from re import _constants, _parser  # type: ignore[attr-defined]  # the parts of an expression, as re sees them
from typing import Any

import pytest

from form4gen.prose import days, drafts, plans, prices, private, references, rows
from form4gen.prose.natures import identifies_no_holder, names_two_holders
from form4gen.prose.reading import Readings, read
from form4gen.prose.titles import terms_of

READERS = (days, drafts, plans, prices, private, references, rows)


def _expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in READERS:
        for name, value in vars(module).items():
            if name.startswith("_") and getattr(value, "__module__", "") == module.__name__ and _makes(value):
                yield f"{module.__name__}.{name}", value()


def _makes(value: Callable[..., Any]) -> bool:
    return getattr(value, "__annotations__", {}).get("return") == "re.Pattern[str]"


def test_every_expression_of_a_reader_is_seen() -> None:
    assert len(dict(_expressions())) == 18


@pytest.mark.parametrize("expression", [pytest.param(value, id=name) for name, value in _expressions()])
def test_every_repetition_of_an_expression_is_bounded(expression: re.Pattern[str]) -> None:
    """So the work at one place of a text has a bound, and all of it grows with the text."""
    assert max(_repetitions(_parser.parse(expression.pattern, expression.flags)), default=0) <= 99


def _repetitions(parts: Any) -> Iterator[int]:
    for kind, value in parts:
        if kind in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}:
            yield int(value[1])
        for inner in value if isinstance(value, tuple) else ():
            if isinstance(inner, _parser.SubPattern):
                yield from _repetitions(inner)
            elif isinstance(inner, list):
                for branch in inner:
                    if isinstance(branch, _parser.SubPattern):
                        yield from _repetitions(branch)


def test_an_endless_repetition_would_be_seen() -> None:
    for endless in ("a+", "(?:a|b*)c", "(?=a*)", "(?P<x>(a{2,}))"):
        assert max(_repetitions(_parser.parse(endless))) > 99


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Adopted on March 5, 2025.", [date(2025, 3, 5)]),
        ("Adopted on the 5th day of March, 2025.", [date(2025, 3, 5)]),
        ("Adopted 3/5/25 and 2025-03-06.", [date(2025, 3, 5), date(2025, 3, 6)]),
        ("Adopted on February 30, 2025.", []),
        ("Adopted in March 2025.", []),
    ],
)
def test_days_are_read(text: str, found: list[date]) -> None:
    assert list(days.days_in(text)) == found


def test_the_date_of_adoption_is_the_one_beside_the_word() -> None:
    assert plans.adoption_dates("On May 1, 2025 sold; the plan was adopted on March 5, 2025.") == [date(2025, 3, 5)]
    assert plans.adoption_dates("On March 5, 2025 the plan was adopted.") == [date(2025, 3, 5)]
    assert plans.adoption_dates("The plan was adopted.") == []
    assert plans.impossible_adoption_dates("The plan was adopted on February 30, 2025.") == ["February 30, 2025"]


@pytest.mark.parametrize(("between", "found"), [(79, 1), (80, 1), (81, 0)])
def test_a_date_far_from_the_word_is_not_that_of_adoption(between: int, found: int) -> None:
    assert len(plans.adoption_dates(f"dated{'.' * between}March 5, 2025")) == found
    assert len(plans.adoption_dates(f"March 5, 2025{'.' * between}dated")) == found


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("123-45-6789", ["a Social Security number"]),
        ("SSN: 123456789", ["a Social Security number"]),
        ("account no. : # 12345", ["an account number"]),
        ("account 12345", []),
        ("born 5 May 2020", ["a date of birth"]),
        ("jane@example.com", ["an email address"]),
        ("617-555-0100", ["a telephone number"]),
        ("617-555-0100-1", []),
        ("minor son, John", ["the name of a minor child"]),
        ("minor son", []),
        ("", []),
    ],
)
def test_private_information_is_found(text: str, what: list[str]) -> None:
    assert [each.what for each in private.private_information(text)] == what


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See footnotes 1, 2 and 3.", [("See footnotes 1, 2 and 3", "footnote", ("1", "2", "3"))]),
        ("See Exhibit 99.1", [("See Exhibit 99.1", "exhibit", ("99",))]),
        ("see the remarks; see note", [("see the remarks", "remarks", ()), ("see note", "footnote", ())]),
        ("See note 5 to the financial statements", []),
        ("The note", []),
    ],
)
def test_references_are_found(text: str, found: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert list(references.references(text)) == found


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Price is TBD.", "TBD"),
        ("Sold [ ] shares", "[ ]"),
        ("Name: ____", "____"),
        ("[sic]", ""),
        ("XXX", ""),
        ("", ""),
    ],
)
def test_the_mark_of_a_draft_is_found(text: str, mark: str) -> None:
    assert drafts.draft_mark(text) == mark


@pytest.mark.parametrize(
    ("nature", "note", "identifies_none"),
    [
        ("Indirect", "Held by the Doe Trust.", True),
        ("By Trust", "", True),
        ("By Trust", "Held by the Doe Trust.", False),
        ("By Trust", "Held by Doe Holdings LLC.", True),
        ("By Family", "Held by the Doe family.", False),
        ("By LLC", "Held by Doe Holdings LLC.", False),
        ("By Partnership", "Held by the Doe partnership.", False),
        ("By Doe Trust", "", False),
        ("Doe Ltd. Trust. Trust", "", False),
    ],
)
def test_a_nature_identifies_a_holder_or_not(nature: str, note: str, *, identifies_none: bool) -> None:
    assert identifies_no_holder(nature, Readings((read(note),))) is identifies_none


@pytest.mark.parametrize(
    ("nature", "names_two"),
    [("By spouse and son", True), ("By spouse; by son", True), ("By PG&amp;E plan", False), ("By spouse", False)],
)
def test_a_nature_names_two_holders_or_not(nature: str, *, names_two: bool) -> None:
    assert names_two_holders(nature) is names_two


def test_the_terms_of_a_title_leave_out_case_order_and_words_for_stock() -> None:
    assert terms_of("Shares of Common Stock") == terms_of("Ordinary Share") == {"stock", "common"}
    assert terms_of("Class A Common Stock") != terms_of("Class B Common Stock")
    assert terms_of(None) == frozenset()
