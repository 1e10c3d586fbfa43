"""What a filing has and its page does not show: every value has a place where it can be edited."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from form4gen.api.editing import field_of, place_of
from form4gen.api.unprinted import Shown, entry_name, titled, unprinted
from form4gen.resources import path_of


def example(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(path_of("schemas", "examples", name)).read_text("utf-8"))
    return found


def shown_in(node: object) -> Iterator[Shown]:
    if isinstance(node, Shown):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from shown_in(each)


def values(document: dict[str, Any]) -> dict[str, str]:
    return {each.at: each.value for each in shown_in(tuple(unprinted(document)))}


def leaves(value: Any, at: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{at}/{key}")
    elif isinstance(value, list) and at.endswith("witnesses"):
        for number, each in enumerate(value):
            yield from leaves(each if isinstance(each, dict) else {"name": each}, f"{at}/{number}")
    elif isinstance(value, list) and (not value or isinstance(value[0], dict)):
        for number, each in enumerate(value):
            yield from leaves(each, f"{at}/{number}")
    else:
        yield at


@pytest.mark.parametrize("name", sorted(path.name for path in Path(path_of("schemas", "examples")).glob("*.json")))
def test_every_value_of_powers_exhibits_context_and_overrides_can_be_edited(name: str) -> None:
    document = example(name)
    found = values(document)
    for key in ("powersOfAttorney", "exhibits", "context", "overrides"):
        assert set(leaves(document.get(key, {}), f"/{key}")) <= set(found)
    assert all(field_of(document, place_of(at)) is not None for at in found)


def test_the_power_of_the_tecogen_form_is_shown_as_a_person_types_it() -> None:
    found = values(example("tecogen-2017.json"))
    assert found["/powersOfAttorney/0/signedOn"] == "11/17/2014"
    assert found["/powersOfAttorney/0/scope/forms"] == "3, 4, 5, ID"
    assert found["/powersOfAttorney/0/scope/amendments"] == "X"
    assert found["/reportingOwners/0/rptOwnerNonUSAddressFlag"] == ""
    assert found["/issuer/issuerCik"] == "0001537435"


def test_a_witness_who_is_only_named_is_shown_by_name() -> None:
    assert values(example("amendment.json"))["/powersOfAttorney/0/witnesses/0/name"] != ""


def test_titles_are_those_of_the_schema() -> None:
    assert titled(place_of("/powersOfAttorney/0/principal/name")).title == "Name"
    assert titled(place_of("/context/filedAt")).title == "Filing time"
    assert titled(place_of("/nothing/at/all")).title == "all"
    assert entry_name(place_of("/context/plans/1")) == "Rule 10b5-1 plan 2"
    assert entry_name(place_of("/nonDerivativeTable/1")) == "Table I, row 2"


def test_an_override_is_added_by_accepting_a_finding_alone() -> None:
    found = unprinted({"documentType": "4"})
    assert found.overrides.one == ""
    assert [each.one for each in found.records] == ["Power of attorney", "Exhibit"]


def test_a_document_of_other_shapes_is_read_as_far_as_it_goes() -> None:
    odd = {"documentType": "4", "reportingOwners": "x", "nonDerivativeTable": ["x"], "context": 5, "exhibits": {}}
    assert unprinted(odd).rows == ()
