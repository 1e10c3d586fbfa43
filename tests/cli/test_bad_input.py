"""Whatever is fed to the command line, the answer is a finding and an exit code, never a traceback."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import IN_TIME, TECOGEN, changed, run
from hypothesis import given, settings
from hypothesis import strategies as st

TECOGEN_JSON: dict[str, Any] = json.loads(Path(TECOGEN).read_text("utf-8"))
JUNK: tuple[Any, ...] = (
    None, 3, -1, True, "", "x", "2017-02-30", "0001-01-01", "1" * 40, [], [None], {}, {"a": 1}, {"value": None},
    {"value": 5, "footnotes": ["F9"]}, 10**29, 1e-10, float("inf"), "\u202e", "<script>", "{{7*7}}", "\u6f22\u5b57",
)  # fmt: skip

Steps = tuple[str | int, ...]


def _places(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    if steps:
        yield steps
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in members:
        yield from _places(inner, (*steps, step))


def _with(steps: Steps, junk: Any) -> str:
    document = copy.deepcopy(TECOGEN_JSON)
    parent: Any = document
    for step in steps[:-1]:
        parent = parent[step]
    parent[steps[-1]] = junk
    return json.dumps(document)


def _answers(content: str | bytes) -> None:
    result = run("validate", "-", *IN_TIME, stdin=content)
    assert result.exit_code in {0, 1}, result.stderr
    assert result.stderr == ""
    assert " 0 could not run: " in result.stdout
    if result.exit_code == 1:
        assert "\nErrors\n" in result.stdout


@settings(max_examples=150)
@given(steps=st.sampled_from(list(_places(TECOGEN_JSON))), junk=st.sampled_from(JUNK))
def test_a_wrong_value_in_any_field_is_answered(steps: Steps, junk: Any) -> None:
    _answers(_with(steps, junk))


@settings(max_examples=60)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)))
def test_any_json_is_answered(value: Any) -> None:
    _answers(json.dumps(value))


@pytest.mark.parametrize("cut", [1, 50, 500, -2])
def test_a_text_cut_off_is_answered_with_its_line(cut: int) -> None:
    result = run("validate", "-", *IN_TIME, stdin=Path(TECOGEN).read_bytes()[:cut])
    assert result.exit_code == 1
    assert "JS101  error  not yet a filing" in result.stdout


def test_twelve_decimals_stay_exact_and_are_told(tmp_path: Path) -> None:
    path = changed(tmp_path, {"row.transactionPricePerShare": "2.640000000001"})
    result = run("validate", path, *IN_TIME)
    assert result.exit_code == 1
    assert "2.640000000001" in result.stdout


def test_a_filing_of_the_largest_size_is_drawn_as_a_draft_with_every_row_and_note(tmp_path: Path) -> None:
    rows = [TECOGEN_JSON["nonDerivativeTable"][0] | {"securityTitle": f"Class {number}"} for number in range(60)]
    owners = [TECOGEN_JSON["reportingOwners"][0] | {"rptOwnerName": f"Fund {number}"} for number in range(12)]
    notes = {f"F{number}": f"Note {number}. ".ljust(1000, "x") for number in range(1, 100)}
    path = changed(tmp_path, {"nonDerivativeTable": rows, "reportingOwners": owners, "footnotes": notes})
    assert run("render", path, *IN_TIME, "--html").exit_code == 1
    result = run("render", path, *IN_TIME, "--html", "--draft", "-o", str(tmp_path))
    assert result.exit_code == 0
    page = (tmp_path / "form4.html").read_text("utf-8")
    assert all(f"Class {number}" in page for number in range(60))
    assert all(f"Fund {number}" in page for number in range(12))
    assert all(f"Note {number}. " in page for number in range(1, 100))
