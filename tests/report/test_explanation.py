"""What the catalogue says of a rule."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from form4gen.law.authorities import FORM_4
from form4gen.model.filing import Filing
from form4gen.report.explanation import Explanation, explained, in_full, in_full_json, listing, listing_json, named
from form4gen.rules.catalogue import ACCEPTS, LOW, WARNING, Breach, Rule, Severity


def _example(_: Filing) -> Iterator[Breach]:
    """A filing has ``remarks``.

    The first reason.

    The second reason.

    Remedy: write ``remarks``.
    """
    yield from ()


EXAMPLE = {
    "case": "an empty text",
    "changes": ['`/remarks` is `""`', "filed 2026-11-09 at 12:00"],
    "cell": "Remarks",
    "pointer": "/remarks",
    "message": "The form has no remarks.",
    "arithmetic": None,
}
ONE = explained(
    Rule(
        "XX101", "a filing without remarks", _example, (Filing,), WARNING, ACCEPTS, (FORM_4.at("Item 1"),), LOW,
        date(2023, 2, 27), None,
        ("issuer_fiscal_year_end",),
    ),
    EXAMPLE,
)  # fmt: skip
FAULT = Explanation("JS101", "not json", Severity.ERROR, None, "Not JSON", "", "", "high", ())

WHOLE = """\
XX101  a filing without remarks
warning  EDGAR does not check this

A filing has `remarks`.

The first reason.

The second reason.

remedy     Write `remarks`.
source     Form 4 Item 1 (Form 4, SEC 1474 (03-26), with its General Instructions)
certainty  low
in force   for filings from Feb 27, 2023
needs      context.issuerFiscalYearEnd
example    An empty text: `/remarks` is `""`; filed 2026-11-09 at 12:00
finding    Remarks: The form has no remarks.
"""


def test_a_rule_is_explained_in_full() -> None:
    assert in_full(ONE) == WHOLE


def test_what_is_not_known_of_a_rule_has_no_line() -> None:
    assert in_full(FAULT) == "JS101  not json\nerror  not yet a filing\n\nNot JSON\n\ncertainty  high\n"


def test_the_last_day_of_a_rule_is_told() -> None:
    assert "in force   for filings from Feb 27, 2023 through Mar 17, 2026" in in_full(ONE._replace(until="2026-03-17"))
    assert "in force   for filings through Mar 17, 2026" in in_full(FAULT._replace(until="2026-03-17"))


def test_the_list_has_a_line_for_each() -> None:
    assert listing([FAULT, ONE]) == (
        "JS101  error     -               not json\nXX101  warning   does not check  a filing without remarks\n"
    )


def test_rules_are_found_by_the_words_of_their_names_or_else_by_beginnings() -> None:
    late, later, other = (FAULT._replace(name=name) for name in ("late filing", "Filing later than due", "typed name"))
    every = [late, later, other]
    assert named("LATE", every) == [late]
    assert named("filing", every) == [late, later]
    assert named("filing late", every) == [late]
    assert named("fil than", every) == [later]
    assert named("later typed", every) == []


def test_the_list_in_color_says_the_same() -> None:
    colored = listing([ONE], color=True)
    assert "\x1b[33;1mwarning" in colored
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == listing([ONE])


def test_a_program_gets_every_fact() -> None:
    told = json.loads(in_full_json(ONE))
    assert told == {
        "rule": "XX101",
        "name": "a filing without remarks",
        "family": "XX",
        "severity": "warning",
        "edgar": "accepts",
        "title": "A filing has `remarks`.",
        "why": "The first reason.\n\nThe second reason.",
        "remedy": "Write `remarks`.",
        "certainty": "low",
        "sources": [
            {
                "citation": "Form 4 Item 1",
                "authority": "Form 4, SEC 1474 (03-26), with its General Instructions",
                "place": "Item 1",
                "since": "2026-03-18",
            }
        ],
        "since": "2023-02-27",
        "until": None,
        "needs": ["context.issuerFiscalYearEnd"],
        "example": EXAMPLE,
    }
    assert json.loads(in_full_json(FAULT))["example"] is None
    assert json.loads(listing_json([FAULT, ONE])) == [json.loads(in_full_json(FAULT)), told]


def test_an_example_that_changes_nothing_says_so() -> None:
    assert ONE.example is not None
    bare = ONE._replace(example=ONE.example._replace(changes=()))
    assert "example    An empty text: nothing changed\n" in in_full(bare)
