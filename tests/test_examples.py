"""The shipped examples are sound filings, and together they use every field of the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeGuard
from zoneinfo import ZoneInfo

import pytest

from form4gen.api.check import Severity, validate
from form4gen.api.filings import import_filing
from form4gen.api.load import load
from form4gen.edgar.layout import OWNERSHIP_DOCUMENT, Leaf, Origin, Part
from form4gen.model.fields import Node
from form4gen.model.filing import Filing
from form4gen.model.rows import (
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
)
from form4gen.resources import path_of

EXAMPLES = sorted(Path(path_of("schemas", "examples")).glob("*.json"))
EASTERN = ZoneInfo("America/New_York")
ROWS: dict[str, tuple[type[Node], ...]] = {
    "nonDerivativeTable": (NonDerivativeTransaction, NonDerivativeHolding),
    "derivativeTable": (DerivativeTransaction, DerivativeHolding),
}
# The facts of a real example do not include its time of filing; it is checked as of the evening on which it was signed.
SIGNING_EVENINGS = {"tecogen-2017": datetime(2017, 11, 14, 20, 0)}  # noqa: DTZ001  made Eastern where it is used
# What the check says of a sound example, by rule and place: findings that counsel has accepted in the example itself,
# and advisories that no filing can answer.
_SIGNED_PAGE = ("SG109", "/ownerSignatures")
EXPECTED: dict[str, list[tuple[str, str]]] = {
    "amendment": [
        ("AM106", "/dateOfOriginalSubmission"),
        ("PR101", "/nonDerivativeTable/2/transactionPricePerShare"),
    ],
    "exercise-and-sale": [_SIGNED_PAGE],
    "foreign-director": [_SIGNED_PAGE],
    "joint-funds": [_SIGNED_PAGE],
    "rsu-grant": [_SIGNED_PAGE],
}


def _filing(path: Path) -> Filing:
    loaded = load(path.read_bytes())
    assert loaded.findings == ()
    assert loaded.filing is not None
    return loaded.filing


def _each_example() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@_each_example()
def test_an_example_is_a_filing_and_has_only_the_findings_that_are_listed(path: Path) -> None:
    filed_at = _filing(path).context.filed_at or SIGNING_EVENINGS[path.stem]
    outcome = validate(load(path.read_bytes()), filed_at.replace(tzinfo=EASTERN))
    found = [(finding.rule, finding.at.pointer) for finding in outcome.findings]
    assert found == EXPECTED.get(path.stem, [])
    assert all(finding.overridden or finding.severity is Severity.ADVISORY for finding in outcome.findings)
    assert not outcome.could_not_run


@_each_example()
def test_an_example_has_its_keys_in_the_order_of_the_form(path: Path) -> None:
    keys = [key for key in json.loads(path.read_text("utf-8")) if key != "$schema"]
    assert keys == [key for key in Filing.fields if key in keys]


@_each_example()
def test_an_example_names_the_schema_beside_it(path: Path) -> None:
    assert json.loads(path.read_text("utf-8"))["$schema"] == "../form4.schema.json"


def test_every_field_of_the_model_is_used_by_an_example() -> None:
    used = {name for path in EXAMPLES for name in _used(_filing(path), json.loads(path.read_text("utf-8")))}
    of_other_forms = {f"Filing.{leaf.tag}" for leaf in OWNERSHIP_DOCUMENT if _is_of_another_form(leaf)}
    assert sorted(set(_declared(Filing)) - used) == sorted(of_other_forms)


def _is_of_another_form(part: Part) -> TypeGuard[Leaf]:
    return isinstance(part, Leaf) and part.origin is Origin.OTHER_FORM


def _declared(model: type[Node]) -> Iterator[str]:
    for field in model.fields.values():
        yield f"{model.__name__}.{field.key}"
        for held in ROWS.get(field.key, (field.holds,) if field.holds else ()):
            yield from _declared(held)


def _used(node: Node, document: dict[str, object]) -> Iterator[str]:
    for field in node.fields.values():
        if field.key not in document:
            continue
        value = getattr(node, field.attribute)
        yield f"{type(node).__name__}.{field.key}"
        written = document[field.key]
        if isinstance(value, Node) and isinstance(written, dict):
            yield from _used(value, written)
        elif isinstance(value, tuple) and isinstance(written, list):
            for part, item in zip(value, written, strict=True):
                if isinstance(part, Node):
                    yield from _used(part, item)


@pytest.mark.parametrize(
    ("table", "key"),
    [
        *(("nonDerivativeTable", key) for key in NonDerivativeTransaction.fields if key != "equitySwapInvolved"),
        *(("derivativeTable", key) for key in DerivativeTransaction.fields),
    ],
)
def test_a_cell_has_more_than_an_empty_value_in_some_row(table: str, key: str) -> None:
    rows = [row for path in EXAMPLES for row in json.loads(path.read_text("utf-8"))[table]]
    values = [row[key] for row in rows if key in row]
    assert any(value not in ("", False, {}) for value in values)


def test_the_examples_show_each_kind_of_filing_that_the_readme_promises() -> None:
    filings = {path.stem: _filing(path) for path in EXAMPLES}
    codes = {name: [row.code for row in filing.transactions] for name, filing in filings.items()}
    assert codes["exercise-and-sale"] == ["M", "S", "S", "M", "F", "M", "M"]
    assert codes["rsu-grant"] == ["A"]
    assert len(filings["joint-funds"].reporting_owners) == 4
    assert filings["amendment"].document_type == "4/A"
    assert filings["foreign-director"].issuer.issuer_foreign_trading_symbol == "XPLO4"


def test_tecogen_is_the_filing_of_2017() -> None:
    filing = _filing(Path(path_of("schemas", "examples", "tecogen-2017.json")))
    (owner,), (row,), (power,) = filing.reporting_owners, filing.non_derivative_table, filing.powers_of_attorney
    issuer, (signature,) = filing.issuer, filing.owner_signatures
    assert (issuer.issuer_name, issuer.issuer_cik, issuer.issuer_trading_symbol) == (
        "TECOGEN INC.", "0001537435", "TGEN",
    )  # fmt: skip
    assert (owner.rpt_owner_name, owner.rpt_owner_cik) == ("Benjamin Locke M.", "0001625781")
    assert (owner.rpt_owner_street1, owner.rpt_owner_city) == ("45 FIRST AVE", "WALTHAM")
    assert (owner.rpt_owner_state, owner.rpt_owner_zip_code) == ("MA", "02451")
    assert (owner.is_officer, owner.officer_title, owner.is_director) == (True, "Co-CEO", False)
    assert isinstance(row, NonDerivativeTransaction)
    assert (row.security_title.value, row.code, row.is_acquired) == ("Common Stock", "P", True)
    assert row.transaction_date.value == filing.period_of_report == date(2017, 11, 14)
    assert (row.transaction_shares.value, row.transaction_price_per_share.value) == (Decimal(2000), Decimal("2.64"))
    assert (row.shares_owned_following_transaction.value, row.direct_or_indirect_ownership.value) == (
        Decimal(3418),
        "D",
    )
    assert (filing.derivative_table, filing.aff10b5_one) == ((), False)
    assert (signature.signature_name, signature.signature_date) == ("Benjamin Locke", date(2017, 11, 14))
    assert (power.signed_on, power.principal.name, power.attorneys[0].name) == (
        date(2014, 11, 17), "Benjamin M. Locke", "David Garrison",
    )  # fmt: skip


def test_the_example_of_another_system_has_the_faults_that_the_readme_shows() -> None:
    raw = Path(path_of("schemas", "examples", "sale-marked-acquired.xml")).read_bytes()
    loaded = load(import_filing(raw).text.encode())
    assert loaded.filing is not None
    evening = datetime(2013, 3, 7, 18, tzinfo=EASTERN)
    found = [finding.rule for finding in validate(loaded, evening).findings if finding.severity is Severity.ERROR]
    assert sorted(found) == ["HB101", "HB102", "PR106", "TC102"]
