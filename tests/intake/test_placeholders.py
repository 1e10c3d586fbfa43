"""A placeholder is read as a blank box and reported as what it is; no other value is taken for one."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form4gen.api.check import validate
from form4gen.api.load import load
from form4gen.bounds import LISTED
from form4gen.model.placeholders import DAYS, FILL_IN, NO_DAY, placeholder
from form4gen.resources import path_of
from form4gen.rules.engine import Finding

FILED_AT = datetime(2026, 11, 28, 12, 4, tzinfo=ZoneInfo("America/New_York"))
EXAMPLES = [json.loads(path.read_text("utf-8")) for path in Path(path_of("schemas", "examples")).glob("*.json")]


def findings(document: Any) -> tuple[Finding, ...]:
    return validate(load(json.dumps(document, indent=1).encode()), FILED_AT).findings


def test_a_placeholder_is_named_with_its_place_and_what_to_enter() -> None:
    document = {"documentType": "4", "issuer": {"issuerCik": placeholder("the issuer's CIK")}}
    (finding,) = (each for each in findings(document) if each.at.tokens == ("issuer", "issuerCik"))
    assert (finding.rule, finding.cell, finding.line, finding.column) == ("JS111", "Item 2, Issuer CIK", 4, 16)
    assert finding.message == "issuer.issuerCik is not filled in."
    assert finding.remedy == "Enter the issuer's CIK. To leave the box blank, delete the key."
    assert finding.found == repr(placeholder("the issuer's CIK"))


def test_a_placeholder_without_words_is_one_too() -> None:
    (finding,) = load(b'{"documentType": "4", "remarks": "FILL IN: "}').findings
    assert finding.remedy.startswith("Enter the value.")


@pytest.mark.parametrize("key", sorted(DAYS))
def test_the_day_that_blank_forms_have_is_a_placeholder_of_the_head_and_the_signature_alone(key: str) -> None:
    parts: dict[str, Any] = {key: NO_DAY} if key != "signatureDate" else {"ownerSignatures": [{key: NO_DAY}]}
    (finding,) = load(json.dumps({"documentType": "4"} | parts).encode()).findings
    assert (finding.rule, finding.remedy[:27]) == ("JS111", "Enter a date, YYYY-MM-DD. T")
    row = {"exerciseDate": NO_DAY, "expirationDate": {"value": NO_DAY}}
    loaded = load(json.dumps({"documentType": "4", "derivativeTable": [row], "remarks": NO_DAY}).encode())
    assert loaded.findings == ()
    assert loaded.filing is not None
    assert str(loaded.filing.derivative_table[0].exercise_date.value) == NO_DAY


def test_a_footnote_and_an_item_keep_their_places() -> None:
    note = {"value": placeholder("the price"), "footnotes": ["F1"]}
    document = {
        "documentType": "4",
        "nonDerivativeTable": [{"transactionPricePerShare": note}],
        "footnotes": {"F1": placeholder("the range"), "F2": "b"},
        "ownerSignatures": [{"onBehalfOf": [placeholder("the CIK"), "0009990003"]}],
    }
    loaded = load(json.dumps(document).encode())
    assert loaded.filing is not None
    assert [note.text for note in loaded.filing.footnotes] == ["", "b"]
    assert loaded.filing.owner_signatures[0].on_behalf_of == ("", "0009990003")
    price = loaded.filing.non_derivative_table[0].transaction_price_per_share  # type: ignore[union-attr]
    assert (price.value, price.footnotes) == (None, ("F1",))
    boxes = [each.at.pointer for each in validate(loaded, FILED_AT).findings if each.rule != "JS111"]
    assert "/nonDerivativeTable/0/transactionPricePerShare" not in boxes
    assert "/footnotes/F1" not in boxes


def test_a_document_that_is_no_filing_has_its_placeholders_among_its_faults() -> None:
    document = {"documentType": placeholder("4 or 4/A"), "periodOfReport": placeholder("a date"), "aff10b5One": "no"}
    assert [(each.rule, each.at.pointer) for each in findings(document)] == [
        ("JS111", "/documentType"),
        ("JS111", "/periodOfReport"),
        ("JS107", "/aff10b5One"),
    ]
    raw = '{"documentType": "4", "periodOfReport": "FILL IN: a date", "remarks": "a", "remarks": "b"}'
    assert [each.rule for each in load(raw.encode()).findings] == ["JS111", "JS103"]


def test_a_thousand_placeholders_are_listed_and_the_others_counted() -> None:
    for count in (LISTED, LISTED + 1):
        loaded = load(
            json.dumps({"documentType": "4", "nonDerivativeTable": [{"securityTitle": FILL_IN}] * count}).encode()
        )
        outcome = validate(loaded, FILED_AT)
        assert sum(each.rule == "JS111" for each in outcome.findings) == LISTED
        assert [each.number for each in outcome.more if each.rule == "JS111"] == ([1] if count > LISTED else [])


@given(st.sampled_from(EXAMPLES), st.data())
def test_any_value_of_a_filing_may_be_a_placeholder_and_only_it_is_reported_there(document: Any, data: Any) -> None:
    document = json.loads(json.dumps(document))
    holders = [holder for holder, _ in _texts(document)]
    chosen = data.draw(st.lists(st.integers(0, len(holders) - 1), min_size=1, max_size=4, unique=True))
    places = []
    for number in chosen:
        holder, steps = list(_texts(document))[number]
        if steps[0] in ("documentType", "$schema", "overrides"):
            continue
        holder[steps[-1]] = placeholder("a value")
        places.append(steps)
    told = findings(document)
    assert sorted(str(each.at.tokens) for each in told if each.rule == "JS111") == sorted(map(str, places))
    boxes = [steps[:-1] if steps[-1] == "value" else steps for steps in places]
    assert not [each for each in told if each.rule != "JS111" and each.at.tokens in boxes]


def _texts(value: Any, steps: tuple[str | int, ...] = ()) -> Any:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        if isinstance(inner, str):
            yield value, (*steps, step)
        yield from _texts(inner, (*steps, step))


@given(st.text(max_size=30))
def test_no_other_text_is_taken_for_a_placeholder(text: str) -> None:
    loaded = load(json.dumps({"documentType": "4", "remarks": text}).encode())
    assert not [each for each in loaded.findings if each.rule == "JS111"]
