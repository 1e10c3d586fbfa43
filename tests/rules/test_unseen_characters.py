"""An invisible character in a name or title is one finding, which names the character, and changes no other."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from sound_filings import SoundFiling, found_in, shipped

from form4gen.rules.footnotes.unseen import NAMES


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufe0f", "\u2060"])
@pytest.mark.parametrize("filing", shipped(), ids=lambda filing: filing.name)
def test_a_character_that_nobody_sees_draws_one_finding_for_each_text(filing: SoundFiling, sign: str) -> None:
    document = deepcopy(filing.document)
    count = _insert(document, sign)
    assert count > 5
    found = found_in(document, filing.filed_at)
    assert sum(count for (rule, _), count in found.items() if rule == "FN105") == count
    others = {key: count for key, count in found.items() if key[0] != "FN105"}
    assert others == dict(filing.found)


def _insert(value: Any, sign: str) -> int:
    """Put the character into each name and title, and return how many there are; no text becomes too long."""
    if isinstance(value, list):
        return sum(_insert(each, sign) for each in value)
    if not isinstance(value, dict):
        return 0
    count = 0
    for key, held in value.items():
        holder, name = (held, "value") if isinstance(held, dict) and "value" in held else (value, key)
        text = holder[name]
        if key in NAMES and isinstance(text, str) and len(text) > 1:
            holder[name] = f"{text[0]}{sign}{text[1:]}"
            count += 1
        elif key not in ("context", "overrides", "exhibits"):
            count += _insert(held, sign)
    return count
