"""The words of a power of attorney that are read."""

from __future__ import annotations

import pytest

from form4gen.bounds import POWER_CHARACTERS
from form4gen.prose.powers import ends_of


@pytest.mark.parametrize("length", [POWER_CHARACTERS - 1, POWER_CHARACTERS])
def test_a_text_up_to_the_limit_is_read_whole(length: int) -> None:
    assert ends_of("x" * length) == "x" * length


def test_of_a_longer_text_the_beginning_and_the_end_are_read() -> None:
    text = "a" * (POWER_CHARACTERS // 2) + "m" + "z" * (POWER_CHARACTERS // 2)
    assert ends_of(text) == text.replace("m", "\n")
