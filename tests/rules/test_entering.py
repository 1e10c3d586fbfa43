"""A rule enters the catalogue under an id of its own, and is asked for by it or by its family."""

from __future__ import annotations

import pytest

from form4gen.law.authorities import CARE
from form4gen.model.filing import Filing
from form4gen.rules.catalogue import ACCEPTS, WARNING, catalogue, rule, selected


def test_an_id_that_is_taken_is_refused_with_the_rule_that_has_it() -> None:
    taken = catalogue()["RO102"]
    with pytest.raises(ValueError, match="rule id RO102 is taken by officer_without_a_title"):
        rule("RO102", name="a second", on=Filing, severity=WARNING, edgar=ACCEPTS, sources=(CARE.at("a test"),))(iter)
    assert catalogue()["RO102"] is taken


def test_rules_are_selected_and_left_out_by_id_and_by_family() -> None:
    assert list(selected(("RO102", "TC101"))) == ["RO102", "TC101"]
    assert {each.family for each in selected(("RO",)).values()} == {"RO"}
    assert "RO102" not in selected(("RO",), ("RO102",))
    assert "RO" not in {each.family for each in selected((), ("RO",)).values()}
    assert selected() == catalogue()


@pytest.mark.parametrize(("select", "ignore"), [(("RO999",), ()), ((), ("ZZ",))])
def test_a_name_that_is_no_rule_and_no_family_is_refused(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    with pytest.raises(KeyError, match=r"RO999|ZZ"):
        selected(select, ignore)
