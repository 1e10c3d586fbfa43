"""What holds of every comparison: it is complete, it says nothing of what is the same, and it can be turned around."""

from __future__ import annotations

import copy
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from corpus import all_xml
from drafting.patching import normal, patched
from hypothesis import given
from hypothesis import strategies as st
from near_limits import filings

from form4gen.drafting.comparison import compare
from form4gen.drafting.comparison_values import Difference, Sort
from form4gen.edgar.reader import read
from form4gen.errors import UnusableInputError
from form4gen.intake.document import read as read_json
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing
from form4gen.resources import path_of

EXAMPLES = ("amendment", "exercise-and-sale", "foreign-director", "joint-funds", "rsu-grant", "tecogen-2017")


def example(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(Path(path_of("schemas", "examples", f"{name}.json")).read_text("utf-8"))
    return document


def built(document: dict[str, Any]) -> Filing:
    return structure(read_json(json.dumps(document, default=str).encode()).data)


def steps_in(value: Any, steps: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [steps] if steps else []
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in entries:
        found += steps_in(each, (*steps, key))
    return found


LISTS = (
    "reportingOwners", "nonDerivativeTable", "derivativeTable", "ownerSignatures", "powersOfAttorney", "overrides",
)  # fmt: skip


@st.composite
def edited(draw: st.DrawFn, document: dict[str, Any]) -> dict[str, Any]:
    """The document with rows in another order, left out or repeated, footnotes renumbered, and texts changed."""
    result = copy.deepcopy(document)
    for key in LISTS:
        elements = result.get(key, [])
        if elements and draw(st.booleans()):
            chosen = draw(st.lists(st.sampled_from(range(len(elements))), max_size=len(elements) + 2))
            result[key] = [copy.deepcopy(elements[number]) for number in chosen]
    if result.get("footnotes") and draw(st.booleans()):
        names = draw(st.permutations(list(result["footnotes"])))
        new = dict(zip(result["footnotes"], names, strict=True))
        result["footnotes"] = {new[note]: text for note, text in result["footnotes"].items()}
        _renumber(result["nonDerivativeTable"] + result["derivativeTable"], new)
    texts = [steps for steps in steps_in(result) if isinstance(_at(result, steps), str) and _is_free(steps)]
    for steps in draw(st.lists(st.sampled_from(texts), max_size=4)):
        _at(result, steps[:-1])[steps[-1]] = draw(
            st.sampled_from(("", "x", "by a trust", _at(result, steps) + " more"))
        )
    return result


def _renumber(rows: list[dict[str, Any]], new: dict[str, str]) -> None:
    for row in rows:
        for cell in row.values():
            if isinstance(cell, dict):
                cell["footnotes"] = [new.get(note, note) for note in cell.get("footnotes", [])]


def _at(value: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        value = value[step]
    return value


def _is_free(steps: tuple[str | int, ...]) -> bool:
    """Whether a text may be any text: neither a date nor a choice."""
    free = (
        "securityTitle",
        "natureOfOwnership",
        "rptOwnerName",
        "rptOwnerCik",
        "signatureName",
        "remarks",
        "name",
        "id",
    )
    return steps[-1] in free or steps[0] == "footnotes"


def turned(each: Difference) -> tuple[Any, ...]:
    swapped = {Sort.ADDED: Sort.REMOVED, Sort.REMOVED: Sort.ADDED}
    return (swapped.get(each.sort, each.sort), each.new_at, each.old_at, each.new, each.old)


def plain(each: Difference) -> tuple[Any, ...]:
    return (each.sort, each.old_at, each.new_at, each.old, each.new)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_filing_does_not_differ_from_itself_nor_from_a_copy(name: str) -> None:
    filing = built(example(name))
    assert compare(filing, filing).differences == ()
    assert compare(filing, built(example(name))).differences == ()


@given(st.data(), st.sampled_from(EXAMPLES))
def test_the_differences_applied_to_the_first_filing_make_the_second(data: st.DataObject, name: str) -> None:
    first = built(data.draw(edited(example(name))))
    second = built(data.draw(edited(example(name))))
    assert patched(first, second) == normal(second)


@given(filings(), filings())
def test_so_they_do_for_two_filings_that_have_little_in_common(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = structure(one), structure(other)
    assert patched(first, second) == normal(second)


@given(st.data(), st.sampled_from(EXAMPLES))
def test_the_other_way_around_everything_differs_in_the_opposite_sense(data: st.DataObject, name: str) -> None:
    first = built(data.draw(edited(example(name))))
    second = built(data.draw(edited(example(name))))
    there, back = compare(first, second).differences, compare(second, first).differences
    # Which of two rows that changed places was moved is a matter of taste; how many were is not.
    assert sorted((plain(each) for each in there if each.sort is not Sort.MOVED), key=repr) == sorted(
        (turned(each) for each in back if each.sort is not Sort.MOVED), key=repr
    )
    assert len(there) == len(back)


def test_a_real_filing_does_not_differ_from_itself_and_the_next_one_is_made_of_it() -> None:
    real = []
    for path in all_xml():
        try:
            real.append(structure(read(path.read_bytes()).document))
        except UnusableInputError:  # one of them is not well-formed
            continue
    assert len(real) > 300
    for filing, other in pairwise(real):
        assert compare(filing, filing).differences == ()
        assert patched(filing, other) == normal(other)
