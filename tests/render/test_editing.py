"""The page as it is edited is the page as it is printed, with attributes added."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from page_reader import filing

from form4gen.intake.structure import structure
from form4gen.location import Place
from form4gen.model.cell_names import cell_name
from form4gen.render.html import html
from form4gen.resources import path_of

EXAMPLES = sorted(path.stem for path in Path(path_of("schemas", "examples")).glob("*.json"))
ONE = re.compile(r' data-at="([^"]*)" data-kind="([a-z]+)" data-place="([^"]*)"')
SEVERAL = re.compile(r' data-parts="([^"]*)"')
OWNER = {"rptOwnerName": "SAMPLE JANE Q", "rptOwnerStreet1": "1 SAMPLE PLAZA", "isOfficer": True, "officerTitle": "CFO"}


def stripped(page: str) -> str:
    return SEVERAL.sub("", ONE.sub("", page))


def many_owners(count: int, **changes: Any) -> Any:
    owners = [OWNER | {"rptOwnerCik": f"{number:010}"} for number in range(1, count + 1)]
    return structure({"documentType": "4", "reportingOwners": owners} | changes)


def places(page: str) -> dict[str, tuple[str, str]]:
    """The kind and the name of each place of a page, by pointer; of two columns for one value, the last."""
    found = {unescape(at): (kind, unescape(name)) for at, kind, name in ONE.findall(page)}
    for parts in SEVERAL.findall(page):
        found |= {at: (kind, name) for at, kind, name, *_ in json.loads(unescape(parts))}
    return found


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("name", EXAMPLES)
def test_without_its_attributes_the_page_that_is_edited_is_the_page_that_is_printed(name: str, *, draft: bool) -> None:
    form = filing(base=name)
    page = html(form, draft=draft, edit=True)
    assert stripped(page) == html(form, draft=draft)
    assert page != stripped(page)


@pytest.mark.parametrize("count", [0, 1, 2, 10])
def test_it_is_so_for_any_number_of_owners_and_for_an_empty_filing(count: int) -> None:
    form = many_owners(count)
    assert stripped(html(form, edit=True)) == html(form)


def test_a_blank_form_has_places_for_its_first_owner() -> None:
    found = places(html(structure({"documentType": "4"}), edit=True))
    assert found["/reportingOwners/0/rptOwnerName"] == ("text", "Item 1, reporting person 1, Name")


def test_a_printed_page_has_no_such_attribute() -> None:
    assert " data-at=" not in html(filing())
    assert " data-parts=" not in html(filing())


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_cell_of_a_row_has_its_pointer_and_the_name_that_findings_use(name: str) -> None:
    form = filing(base=name)
    found = places(html(form, edit=True))
    for row in form.rows:
        for cell in row.cells:
            if cell.value is not None and cell.at.token not in ("transactionTimeliness", "transactionTotalValue"):
                if (cell.at.token, row.table) == ("transactionAcquiredDisposedCode", "Table II"):
                    continue  # the letter is the column in which the amount is
                assert found[cell.at.pointer][1] == cell_name(cell.at)


def test_the_values_of_a_shared_line_are_listed_with_what_is_between_them() -> None:
    form = many_owners(1, issuer={"issuerName": "Example <Corp>", "issuerTradingSymbol": "XMPL"})
    parts = [json.loads(unescape(each)) for each in SEVERAL.findall(html(form, edit=True))]
    assert ["/issuer/issuerName", "text", "Item 2, Issuer Name", "Example <Corp>", "", ""] in parts[1]
    assert parts[1][1][3:] == ["XMPL", " [ ", " ]"]
    assert [each[0].rpartition("/")[2] for each in parts[0]] == ["rptOwnerStreet1", "rptOwnerStreet2"]


def test_a_filers_words_cannot_leave_an_attribute() -> None:
    form = many_owners(2, issuer={"issuerName": "\"><script>alert('x')</script>"}, footnotes={'"><b>': "x"})
    page = html(form, edit=True)
    assert "<script>" not in page
    assert stripped(page) == html(form)


def test_a_holding_has_no_transaction_to_edit() -> None:
    form = structure({"documentType": "4", "nonDerivativeTable": [{"kind": "holding", "securityTitle": "Common"}]})
    found = places(html(form, edit=True))
    assert found["/nonDerivativeTable/0/transactionDate"][0] == "none"
    assert found["/nonDerivativeTable/0/sharesOwnedFollowingTransaction"][0] == "amount"


def test_a_column_for_shares_or_value_has_the_place_of_the_one_that_is_given() -> None:
    row: dict[str, Any] = {"kind": "holding", "valueOwnedFollowingTransaction": Decimal(5)}
    form = structure({"documentType": "4", "derivativeTable": [row]})
    assert "/derivativeTable/0/valueOwnedFollowingTransaction" in places(html(form, edit=True))


def test_the_state_has_the_place_of_the_value_that_is_printed() -> None:
    abroad = OWNER | {"rptOwnerNonUSStateTerritory": "Bavaria"}
    described = OWNER | {"rptOwnerStateDescription": "GERMANY"}
    found = places(html(structure({"documentType": "4", "reportingOwners": [abroad, described]}), edit=True))
    assert found["/reportingOwners/0/rptOwnerNonUSStateTerritory"][0] == "state"
    assert found["/reportingOwners/1/rptOwnerStateDescription"][0] == "state"
    assert found["/reportingOwners/1/rptOwnerStateDescription"][1] == cell_name(
        Place() / "reportingOwners" / 1 / "rptOwnerStateDescription"
    )
