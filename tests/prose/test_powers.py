"""The words of a power of attorney that are read."""

from __future__ import annotations

from typing import Any

import pytest
from powers import filing

from form4gen.bounds import POWER_CHARACTERS
from form4gen.prose.powers import ends_of, kind_of, with_kinds


@pytest.mark.parametrize("length", [POWER_CHARACTERS - 1, POWER_CHARACTERS])
def test_a_text_up_to_the_limit_is_read_whole(length: int) -> None:
    assert ends_of("x" * length) == "x" * length


def test_of_a_longer_text_the_beginning_and_the_end_are_read() -> None:
    text = "a" * (POWER_CHARACTERS // 2) + "m" + "z" * (POWER_CHARACTERS // 2)
    assert ends_of(text) == text.replace("m", "\n")


DANA: dict[str, Any] = {"name": "Dana Roe", "title": "Managing Member"}
THROUGH = [{"name": "Sample Growth GP LLC", "capacity": "general partner"}]


@pytest.mark.parametrize(
    ("principal", "kind"),
    [
        ({"name": "Jane Sample"}, None),
        ({}, None),
        ({"name": "Jane Sample", "signatory": {"name": "Jane Sample"}}, None),
        ({"name": "Jane Sample", "signatory": {"name": "Gary Guardian", "title": "guardian"}}, "fiduciary"),
        ({"name": "Sample Growth Fund I LP"}, "other"),
        ({"name": "Sample Capital"}, None),
        ({"name": "Sample Capital", "signatory": DANA}, "other"),
        ({"name": "Sample Bay", "signatory": DANA | {"through": THROUGH}}, "other"),
        ({"name": "Sample Bay", "otherSignatories": [DANA | {"through": THROUGH}]}, "other"),
        ({"name": "Sample Growth Fund I LP", "kind": "partnership"}, "partnership"),
        ({"name": "Trust Jane", "kind": "individual"}, "individual"),
    ],
)  # fmt: skip
def test_without_a_kind_the_name_and_the_signatory_show_who_does_not_sign_in_person(
    principal: dict[str, Any], kind: str | None
) -> None:
    (power,) = filing({"principal": principal}).powers_of_attorney
    assert kind_of(power.principal) == kind


def test_only_a_power_that_lacks_an_evident_kind_is_changed() -> None:
    one = filing({"principal": {"name": "Jane Sample"}}, {"principal": {"name": "Sample LLC", "kind": "llc"}})
    assert with_kinds(one) is one
    two = filing({"principal": {"name": "Jane Sample"}}, {"principal": {"name": "Sample LLC"}})
    first, second = with_kinds(two).powers_of_attorney
    assert first is two.powers_of_attorney[0]
    assert (second.principal.kind, second.at) == ("other", two.powers_of_attorney[1].at)
