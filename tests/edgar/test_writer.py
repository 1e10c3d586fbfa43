from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from lxml import etree
from ownership_documents import document, holding, owner, row

from form4gen.edgar.writer import ownership_xml
from form4gen.errors import UnusableInputError
from form4gen.intake.structure import structure


def written(*, public: bool = False, **changes: Any) -> bytes:
    return ownership_xml(structure(document(**changes)), public=public)


def text_at(path: str, **changes: Any) -> list[str | None]:
    return [element.text for element in etree.fromstring(written(**changes)).iterfind(f".//{path}")]


def test_a_filing_is_written_one_element_a_line() -> None:
    assert written(nonDerivativeTable=[holding(natureOfOwnership={"value": "By Spouse", "footnotes": ["F1"]})],
                   footnotes={"F1": "a"}, notSubjectToSection16=True) == b"""<?xml version="1.0"?>
<ownershipDocument>
    <documentType>4</documentType>
    <periodOfReport>2026-11-05</periodOfReport>
    <notSubjectToSection16>1</notSubjectToSection16>
    <issuer>
        <issuerCik>0000000001</issuerCik>
        <issuerTradingSymbol>EXMP</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0000000002</rptOwnerCik>
        </reportingOwnerId>
        <reportingOwnerRelationship>
            <isDirector>1</isDirector>
            <isOfficer>0</isOfficer>
            <isTenPercentOwner>0</isTenPercentOwner>
            <isOther>0</isOther>
        </reportingOwnerRelationship>
    </reportingOwner>
    <aff10b5One>0</aff10b5One>
    <nonDerivativeTable>
        <nonDerivativeHolding>
            <securityTitle>
                <value>Common Stock</value>
            </securityTitle>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction>
                    <value>7</value>
                </sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature>
                <directOrIndirectOwnership>
                    <value>I</value>
                </directOrIndirectOwnership>
                <natureOfOwnership>
                    <value>By Spouse</value>
                    <footnoteId id="F1"/>
                </natureOfOwnership>
            </ownershipNature>
        </nonDerivativeHolding>
    </nonDerivativeTable>
    <footnotes>
        <footnote id="F1">a</footnote>
    </footnotes>
    <ownerSignature>
        <signatureName>/s/ Jane Sample</signatureName>
        <signatureDate>2026-11-06</signatureDate>
    </ownerSignature>
</ownershipDocument>
"""  # fmt: skip


def test_the_public_form_adds_what_edgar_adds() -> None:
    changes = {"reportingOwners": [owner(2, rptOwnerStateDescription="GERMANY")]}
    added = [
        line.strip()
        for line in set(written(public=True, **changes).splitlines()) - set(written(**changes).splitlines())
    ]
    assert sorted(added) == [
        b"</reportingOwnerAddress>",
        b"<issuerName>Example Corp</issuerName>",
        b"<reportingOwnerAddress>",
        b"<rptOwnerName>Sample Jane 2</rptOwnerName>",
        b"<rptOwnerStateDescription>GERMANY</rptOwnerStateDescription>",
        b"<schemaVersion>X0609</schemaVersion>",
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("2.50", "2.50"),
        ("1E+5", "100000"),
        ("0.00010", "0.0001"),
        ("17.000000", "17.0000"),
        ("1.23456", "1.23456"),
        ("-0", "0"),
        ("-0.0", "0.0"),
        ("-1", "-1"),
        ("999999999999.9999", "999999999999.9999"),
    ],
)
def test_a_number_is_written_without_loss(number: str, text: str) -> None:
    cells = row(transactionPricePerShare=Decimal(number))
    assert text_at("transactionPricePerShare/value", nonDerivativeTable=[cells]) == [text]


@pytest.mark.parametrize("text", ["A & B <c> \"d\" 'e'", "one\ntwo\r\nthree\tfour", "Zo\xeb \u2014 \U0001f600"])
def test_any_text_comes_back_from_ascii_as_it_was(text: str) -> None:
    raw = written(remarks=text)
    assert raw.isascii()
    assert etree.fromstring(raw).findtext("remarks") == text
    assert sum(b"remarks" in line for line in raw.splitlines()) == 1


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x7f", "\ud800", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_refused_with_its_place(sign: str) -> None:
    with pytest.raises(UnusableInputError, match=rf"U\+{ord(sign):04X} that follows '<remarks>before'"):
        written(remarks=f"before{sign}after")


@pytest.mark.parametrize(
    ("address", "flag"),
    [
        ({}, []),
        ({"rptOwnerCity": "Berlin", "rptOwnerCountry": "2M"}, ["true"]),
        ({"rptOwnerNonUSStateTerritory": "Bavaria"}, ["true"]),
        ({"rptOwnerCity": "Waltham", "rptOwnerState": "MA"}, ["false"]),
        ({"rptOwnerCity": "Berlin", "rptOwnerNonUSAddressFlag": True}, ["true"]),
        ({"rptOwnerCountry": "2M", "rptOwnerNonUSAddressFlag": False}, ["false"]),
        ({"rptOwnerNonUSAddressFlag": True}, ["true"]),
    ],
)
def test_an_address_says_in_words_whether_it_is_in_the_united_states(address: dict[str, Any], flag: list[str]) -> None:
    assert text_at("rptOwnerNonUSAddressFlag", reportingOwners=[owner(2, **address)]) == flag


@pytest.mark.parametrize(
    ("cells", "coding"),
    [
        ({}, ["4", "P", "0"]),
        ({"transactionFormType": "5", "equitySwapInvolved": True}, ["5", "P", "1"]),
        ({"transactionCode": {"footnotes": ["F1"]}}, ["4", "0", None]),
        ({"transactionCode": ""}, []),
        ({"transactionCode": "", "transactionFormType": "5"}, ["5", "0"]),
        ({"transactionCode": "", "equitySwapInvolved": True}, ["4", "1"]),
    ],
)
def test_the_coding_of_a_transaction_says_what_its_absence_means(
    cells: dict[str, Any], coding: list[str | None]
) -> None:
    assert text_at("transactionCoding/*", nonDerivativeTable=[row(**cells)]) == coding


def test_a_nature_of_ownership_with_only_a_footnote_gets_the_value_that_edgar_wants() -> None:
    rows = [row(natureOfOwnership={"footnotes": ["F1"]}, transactionPricePerShare={"footnotes": ["F1"]})]
    raw = written(nonDerivativeTable=rows, footnotes={"F1": "a"})
    assert [child.tag for child in etree.fromstring(raw).find(".//natureOfOwnership")] == ["value", "footnoteId"]
    assert [child.tag for child in etree.fromstring(raw).find(".//transactionPricePerShare")] == ["footnoteId"]


def test_what_is_empty_is_left_out() -> None:
    raw = written(remarks="", derivativeTable=[], footnotes={}, nonDerivativeTable=[row(natureOfOwnership="")])
    for name in (b"remarks", b"derivativeTable", b"footnotes", b"natureOfOwnership", b"reportingOwnerAddress"):
        assert b"<" + name not in raw


def test_an_amendment_names_the_day_of_the_original() -> None:
    raw = written(documentType="4/A", dateOfOriginalSubmission="2026-11-01")
    assert b"<dateOfOriginalSubmission>2026-11-01</dateOfOriginalSubmission>" in raw


def test_what_no_column_of_the_form_says_is_not_written() -> None:
    told = written(nonDerivativeTable=[row(exemption="16b-5", deferralEndedOn="2026-11-05")])
    assert told == written(nonDerivativeTable=[row()])
