"""A key under the name that people give it is recognized, by the object in which it is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from form4gen.api.load import load, schema
from form4gen.intake.known_keys import known_keys
from form4gen.intake.other_names import _ALSO, _NAMES, known_as
from form4gen.intake.wording import letters_of

PLACES: dict[str, Any] = {
    "top": lambda named: named,
    "issuer": lambda named: {"issuer": named},
    "owner": lambda named: {"reportingOwners": [named]},
    "table I": lambda named: {"nonDerivativeTable": [named]},
    "holding": lambda named: {"nonDerivativeTable": [{"kind": "holding"} | named]},
    "table II": lambda named: {"derivativeTable": [named]},
    "cell": lambda named: {"derivativeTable": [{"transactionShares": named}]},
    "signature": lambda named: {"ownerSignatures": [named]},
    "power": lambda named: {"powersOfAttorney": [named]},
    "context": lambda named: {"context": named},
}


def remedy(place: str, name: str) -> str:
    raw = json.dumps({"documentType": "4"} | PLACES[place]({name: 1}))
    (finding,) = (each for each in load(raw.encode()).findings if each.rule == "JS106")
    return finding.remedy


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("top", [
            ("owners", "reportingOwners"), ("date", "periodOfReport"), ("signature", "ownerSignatures"),
            ("footnote", "footnotes"), ("form_type", "documentType"), ("transactions", "nonDerivativeTable"),
            ("TableII", "derivativeTable"), ("10b5-1", "aff10b5One"), ("poa", "powersOfAttorney"),
            ("document_type", "documentType"), ("PeriodOfReport", "periodOfReport"),
        ]),
        ("issuer", [
            ("cik", "issuerCik"), ("name", "issuerName"), ("ticker", "issuerTradingSymbol"),
            ("symbol", "issuerTradingSymbol"), ("ticker_symbol", "issuerTradingSymbol"),
        ]),
        ("owner", [
            ("cik", "rptOwnerCik"), ("name", "rptOwnerName"), ("title", "officerTitle"), ("zip", "rptOwnerZipCode"),
            ("ten_percent_owner", "isTenPercentOwner"),
        ]),
        ("table I", [
            ("price", "transactionPricePerShare"), ("shares", "transactionShares"), ("date", "transactionDate"),
            ("code", "transactionCode"), ("title", "securityTitle"), ("AorD", "transactionAcquiredDisposedCode"),
            ("security", "securityTitle"), ("ownership", "directOrIndirectOwnership"),
            ("balance", "sharesOwnedFollowingTransaction"), ("acquired_disposed", "transactionAcquiredDisposedCode"),
            ("nature", "natureOfOwnership"), ("transaction_price_per_share", "transactionPricePerShare"),
        ]),
        ("table II", [
            ("price", "transactionPricePerShare"), ("strike", "conversionOrExercisePrice"),
            ("expiry", "expirationDate"), ("underlying_shares", "underlyingSecurityShares"),
        ]),
        ("holding", [
            ("shares", "sharesOwnedFollowingTransaction"),
        ]),
        ("cell", [
            ("footnote", "footnotes"),
        ]),
        ("signature", [
            ("name", "signatureName"), ("date", "signatureDate"), ("signature", "signatureName"),
        ]),
        ("power", [
            ("agents", "attorneys"),
        ]),
        ("context", [
            ("filing_date", "filedAt"),
        ]),
    ],
)  # fmt: skip
def test_a_name_that_people_use_leads_to_the_key_of_its_place(place: str, names: list[tuple[str, str]]) -> None:
    assert [(name, remedy(place, name)) for name, _ in names] == [(name, f"Use `{key}`.") for name, key in names]


@pytest.mark.parametrize(
    ("place", "name", "words"),
    [
        ("top", "cik", "Use `issuerCik` in the issuer or `rptOwnerCik` in a reporting owner."),
        ("top", "price", "Use `transactionPricePerShare` in a row of Table I or a row of Table II."),
        ("issuer", "owners", "Use `reportingOwners` in the document itself."),
        ("table I", "strike", "Use `conversionOrExercisePrice` in a row of Table II."),
        ("table I", "type", "Use `kind` or `transactionCode`."),
        ("owner", "relationship", "Use `isDirector`, `isOfficer`, `isTenPercentOwner` or `isOther`."),
        ("holding", "price", 'A holding does not have this key. Delete it, or set `"kind": "transaction"`.'),
        ("top", "transaction_date", "This key belongs in: Row of Table I, Row of Table II, Trade confirmation."),
        ("top", "officerTitles", "Use `officerTitle` if that is what you mean. This key belongs in: Reporting owner."),
        ("top", "isuer", "Use `issuer` if that is what you mean."),
        (
            "issuer", "zzz",
            "The accepted keys are issuerCik, issuerForeignTradingSymbol, issuerName, issuerTradingSymbol.",
        ),
        ("top", "zzz", "Run `form4gen schema` to see the accepted keys."),
    ],
)  # fmt: skip
def test_a_name_that_belongs_elsewhere_or_is_not_clear_leads_to_where_it_may_belong(
    place: str, name: str, words: str
) -> None:
    assert remedy(place, name) == words


@pytest.mark.parametrize("name", ["footnote", "footnotes", "notes"])
def test_a_footnote_of_a_row_belongs_to_one_of_its_cells(name: str) -> None:
    assert '{"value": 12.42, "footnotes": ["F1"]}' in remedy("table I", name)


def test_every_key_with_other_names_is_one_of_the_schema_and_each_name_is_in_plain_letters() -> None:
    root = json.loads(schema())
    keys = {key for part in (root, *root["$defs"].values()) for key in known_keys(part, {})}
    for names in (_NAMES, _ALSO):
        assert names.keys() <= keys
        for key, others in names.items():
            assert all(letters_of(other) == other for other in others.split())
            assert letters_of(key) not in others.split()


def test_no_name_is_that_of_another_key_of_the_same_object() -> None:
    root = json.loads(schema())
    for part in (root, *root["$defs"].values()):
        keys = known_keys(part, {})
        assert not [key for key in keys if key in _NAMES and known_as(key, keys - {key})]
