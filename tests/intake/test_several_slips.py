"""Several slips in one text are each reported, at their own places, and nothing else is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from form4gen.intake.document import read
from form4gen.intake.syntax import slips_in

FILING = {
    "documentType": "4",
    "periodOfReport": "2026-11-25",
    "issuer": {"issuerCik": "0009990001", "issuerName": "Example Corp", "issuerTradingSymbol": "XMPL"},
    "reportingOwners": [
        {"rptOwnerCik": "0009990002", "rptOwnerName": "SAMPLE JANE Q", "rptOwnerCity": "Springfield", "isOfficer": True}
    ],
    "aff10b5One": False,
    "nonDerivativeTable": [
        {
            "securityTitle": "Common Stock",
            "transactionDate": "2026-11-25",
            "transactionShares": 3000,
            "transactionPricePerShare": {"value": 12.42, "footnotes": ["F1", "F2"]},
            "sharesOwnedFollowingTransaction": 45000,
        },
        {"kind": "holding", "securityTitle": "Common Stock", "sharesOwnedFollowingTransaction": 700},
    ],
    "footnotes": {"F1": "The price is a weighted average.", "F2": "Held by a trust."},
    "ownerSignatures": [{"signatureName": "/s/ Jane Q. Sample", "signatureDate": "2026-11-26"}],
}
LINES = json.dumps(FILING, indent=2).split("\n")

Slip = Callable[[str], tuple[str, int] | None]


def _rewritten(form: str, text: str, group: int = 1) -> Slip:
    """The slip that writes ``text`` in place of a group of a line of that form; the fault is where the group begins."""

    def slip(line: str) -> tuple[str, int] | None:
        found = re.fullmatch(form, line)
        if found is None:
            return None
        return line[: found.start(group)] + found.expand(text) + line[found.end(group) :], found.start(group) + 1

    return slip


SLIPS: dict[str, Slip] = {
    "no comma": _rewritten(r'.*[}\]"0-9el](,)', ""),
    "comma before the end": _rewritten(r'.*"[^",]*"()', ","),
    "typographic key": _rewritten(r' *("(\w+)"): .*', "\u201c\\2\u201d"),
    "single quotation marks": _rewritten(r'.*: ("([^"]*)"),?', r"'\2'"),
    "key without quotation marks": _rewritten(r' *("(\w+)"): .*', r"\2"),
    "equals sign": _rewritten(r' *"\w+"(:) .*', "="),
    "no colon": _rewritten(r' *"\w+"(:) .*', ""),
    "digits in groups": _rewritten(r".*: (\d+),?", "3,000"),
    "plus sign": _rewritten(r".*: ()\d+,?", "+"),
    "word of Python": _rewritten(r".*: (true|false),?", "True"),
    "comment": _rewritten(r".*[^,{\[] *()", "// checked"),
    "semicolon": _rewritten(r'.*["0-9e](,)', ";"),
    "two commas": _rewritten(r".*,()", ","),
    "raw tab": _rewritten(r'.*: "[^" ]*( ).*', "\t"),
    "unknown escape": _rewritten(r'.*: "[^" ]*() .*', r"\\q"),
    "footnote after a number": _rewritten(r".*: \d+(),?", "(1)"),
    "date without quotation marks": _rewritten(r'.*: ("([\d-]{10})"),?', r"\2"),
}


def _is_last(number: int) -> bool:
    return number + 1 < len(LINES) and LINES[number + 1].lstrip()[:1] in ("}", "]")


POSSIBLE = [
    (number, name)
    for number, line in enumerate(LINES)
    for name, slip in SLIPS.items()
    if slip(line) is not None and (name != "comma before the end" or _is_last(number))
]
BRACKETS = [number for number, line in enumerate(LINES) if line.strip().rstrip(",") in ("}", "]")]


@given(st.lists(st.sampled_from(POSSIBLE), min_size=1, max_size=8, unique_by=lambda each: each[0]))
def test_each_slip_is_reported_at_its_place_and_nothing_else_is(chosen: list[tuple[int, str]]) -> None:
    lines, places = list(LINES), []
    for number, name in chosen:
        slipped = SLIPS[name](lines[number])
        assert slipped is not None
        lines[number], column = slipped
        places.append((number + 1, column))
    problems = read("\n".join(lines).encode()).problems
    assert [(problem.line, problem.column) for problem in problems] == sorted(places)


@given(st.sampled_from(BRACKETS), st.lists(st.sampled_from(POSSIBLE), max_size=4, unique_by=lambda each: each[0]))
def test_a_bracket_left_out_is_reported_where_it_belongs_whatever_else_is_wrong(
    left_out: int, chosen: list[tuple[int, str]]
) -> None:
    chosen = [each for each in chosen if each[0] not in (left_out - 1, left_out) and each != (left_out + 1, "no colon")]
    lines = list(LINES)
    for number, name in chosen:
        lines[number] = (SLIPS[name](lines[number]) or ("", 0))[0]
    bracket = lines[left_out].strip().rstrip(",")
    lines[left_out] = ""
    problems = read("\n".join(lines).encode()).problems
    (missing,) = (problem for problem in problems if problem.message.startswith(f"A {bracket} is missing here"))
    assert (missing.line, missing.column) == (left_out, len(lines[left_out - 1]) + 1)
    assert len(problems) - len(chosen) in (1, 2)  # the comma after the bracket is missing too


@given(st.sampled_from(BRACKETS), st.sampled_from("}]"))
def test_a_bracket_too_many_is_reported_where_it_is(number: int, bracket: str) -> None:
    lines = list(LINES)
    line = lines[number].rstrip(",")
    lines[number] = f"{line}{bracket}{lines[number][len(line) :]}"
    problems = read("\n".join(lines).encode()).problems
    assert any(problem.line in (number + 1, number + 2) for problem in problems)


def test_the_whole_document_has_no_slip() -> None:
    assert slips_in("\n".join(LINES), 100).listed == []
