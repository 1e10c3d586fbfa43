"""Names, titles and footnotes are read as a person sees them, whatever invisible characters they have."""

from __future__ import annotations

import pytest
from case_base import filing

from form4gen.accounts.pairing import are_alike
from form4gen.prose.class_titles import class_words, identifies_no_class
from form4gen.prose.names import are_one_family, is_entity, last_names, mentions_one, name_words
from form4gen.prose.reading import read
from form4gen.prose.rows import names_row
from form4gen.prose.texts import words

UNSEEN = ["\u200b", "\u00ad", "\u2060", "\ufe0f"]
BLANKS = ["\u00a0", "\u2003", "\u3000", "\u3164", "\u2800"]


@pytest.mark.parametrize("sign", UNSEEN)
def test_a_character_that_nobody_sees_changes_no_word(sign: str) -> None:
    assert words(f"Common{sign} St{sign}ock.") == "common stock"
    assert class_words(f"Com{sign}mon Stock") == ("common", "stock")
    assert identifies_no_class(f"Sha{sign}res")
    assert are_alike(f"Com{sign}mon Stock", "Common Stock")
    assert name_words(f"Sam{sign}ple Jane") == {"sample", "jane"}
    assert are_one_family([f"Sam{sign}ple Jane", "Sample John"])
    assert mentions_one(f"Held by Ms. Sam{sign}ple.", last_names([f"Samp{sign}le Jane"]))
    assert is_entity(f"Example Holdings L{sign}LC")
    assert names_row(f"The common st{sign}ock was lent to a bank.", filing().transactions[0])
    assert read(f"Shares with{sign}held to cover ta{sign}xes.").says("withheld_for_tax")


@pytest.mark.parametrize("sign", BLANKS)
def test_a_blank_that_looks_like_a_space_is_one(sign: str) -> None:
    assert words(f"Common{sign}Stock") == "common stock"
    assert class_words(f"Common{sign}Stock") == ("common", "stock")
    assert are_alike(f"Common{sign}Stock", "Common Stock")
    assert name_words(f"Sample{sign}Jane") == {"sample", "jane"}
    assert are_one_family([f"Sample{sign}Jane", "Sample John"])
    assert read(f"Shares withheld{sign}to cover{sign}taxes.").says("withheld_for_tax")
