"""The rules that exempt a transaction, and what they do to its report."""

from __future__ import annotations

import json
from typing import Any

from form4gen.law.codes import CODES
from form4gen.law.exemptions import EXEMPTIONS
from form4gen.resources import text_of


def test_the_schema_takes_the_exemptions_that_the_law_knows() -> None:
    definitions: dict[str, Any] = json.loads(text_of("schemas", "form4.schema.json"))["$defs"]
    for table in ("nonDerivativeRow", "derivativeRow"):
        assert definitions[table]["else"]["properties"]["exemption"]["enum"] == list(EXEMPTIONS)


def test_an_exemption_is_cited_by_its_own_rule_and_claimed_under_codes_that_exist() -> None:
    for rule, each in EXEMPTIONS.items():
        assert each.source.place.startswith(rule)
        assert each.codes
        assert set(each.codes) <= CODES.keys()
