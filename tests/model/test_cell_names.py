"""A place has the name that the form prints there."""

from __future__ import annotations

import pytest
from filing_shape import Spot, spots

from form4gen.location import ROOT
from form4gen.model.cell_names import cell_name, cell_or_line
from form4gen.model.rows import NOT_ON_THE_FORM


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        ((), "Form 4"),
        (("documentType",), "Form type"),
        (("periodOfReport",), "Item 3, Date of Earliest Transaction Required to be Reported"),
        (("dateOfOriginalSubmission",), "Item 4, If Amendment, Date Original Filed"),
        (("aff10b5One",), "Check box: Rule 10b5-1(c)"),
        (("issuer",), "Item 2"),
        (("issuer", "issuerCik"), "Item 2, Issuer CIK"),
        (("issuer", "issuerForeignTradingSymbol"), "Item 2a, Foreign Trading Symbol"),
        (("issuer", "ticker"), "Item 2, ticker"),
        (("reportingOwners",), "Items 1 and 5, reporting person"),
        (("reportingOwners", 1), "Items 1 and 5, reporting person 2"),
        (("reportingOwners", 0, "rptOwnerCity"), "Item 1, reporting person 1, City"),
        (("reportingOwners", 0, "officerTitle"), "Item 5, reporting person 1, Officer title"),
        (("nonDerivativeTable",), "Table I"),
        (("nonDerivativeTable", 1), "Table I, row 2"),
        (("nonDerivativeTable", 1, "kind"), "Table I, row 2, kind"),
        (("nonDerivativeTable", 1, "exemption"), "Table I, row 2, exemption"),
        (("nonDerivativeTable", 1, "transactionPricePerShare"), "Table I, row 2, column 4, Price"),
        (("nonDerivativeTable", 1, "transactionPricePerShare", "footnotes", 0), "Table I, row 2, column 4, Price"),
        (("derivativeTable", 0, "exerciseDate", "value"), "Table II, row 1, column 6, Date Exercisable"),
        (("derivativeTable", "oddKey"), "Table II"),
        (("footnotes",), "Explanation of Responses"),
        (("footnotes", "F1"), "Explanation of Responses, footnote F1"),
        (("remarks",), "Remarks"),
        (("ownerSignatures", 0, "signatureDate"), "Signature 1, Date"),
        (("powersOfAttorney", 0, "attorneys", 1, "name"), "Power of attorney 1, attorneys, 1, name"),
        (("exhibits", 0), "Exhibit 1"),
        (("overrides", 2, "reason"), "Override 3, reason"),
        (("context", "filedAt"), "context, filedAt"),
        ((0, "a"), "/0/a"),
    ],
)
def test_a_place_is_named(steps: tuple[str | int, ...], name: str) -> None:
    place = ROOT
    for step in steps:
        place /= step
    assert cell_name(place) == name


@pytest.mark.parametrize(
    "spot",
    [
        spot
        for spot in spots()
        if spot.steps[0] in ("nonDerivativeTable", "derivativeTable") and len(spot.steps) == 3
        if spot.field.key not in NOT_ON_THE_FORM
    ],
    ids=lambda spot: "/".join(map(str, spot.steps)),
)
def test_every_cell_of_both_tables_has_a_column(spot: Spot) -> None:
    table = "Table I" if spot.steps[0] == "nonDerivativeTable" else "Table II"
    assert cell_name(ROOT / spot.steps[0] / 0 / spot.steps[2]).startswith(f"{table}, row 1, column ")


def test_a_fault_of_the_whole_text_is_named_by_its_line() -> None:
    assert cell_or_line(ROOT, 3) == "Line 3"
    assert cell_or_line(ROOT / "remarks", 3) == "Remarks"
