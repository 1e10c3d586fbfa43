"""A rule enters the catalogue under an id of its own."""

from __future__ import annotations

import pytest

from form4gen.law.authorities import CARE
from form4gen.model.filing import Filing
from form4gen.rules.catalogue import ACCEPTS, WARNING, catalogue, rule


def test_an_id_that_is_taken_is_refused_with_the_rule_that_has_it() -> None:
    taken = catalogue()["RO102"]
    with pytest.raises(ValueError, match="rule id RO102 is taken by officer_without_a_title"):
        rule("RO102", name="a second", on=Filing, severity=WARNING, edgar=ACCEPTS, sources=(CARE.at("a test"),))(iter)
    assert catalogue()["RO102"] is taken
