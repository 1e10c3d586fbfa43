"""A text is read when it is asked, once, and says what its sentences state."""

from __future__ import annotations

import pytest
from case_base import filing

from form4gen.prose import reading
from form4gen.prose.claims import claim, claims, phrase
from form4gen.prose.reading import Reading, Readings, all_notes, notes_of, notes_on, read, stated_in
from form4gen.prose.words import Words

TAX = "withheld_for_tax"
WITHHELD = "Shares withheld to satisfy taxes."
VESTS = "The option vests in four equal annual installments."


def test_a_text_is_taken_into_words_only_when_it_is_asked_and_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    class Counted(Words):
        def __init__(self, text: str) -> None:
            made.append(text)
            super().__init__(text)

    monkeypatch.setattr(reading, "Words", Counted)
    reading.statements_of.cache_clear()
    text = Reading(WITHHELD)
    assert made == []
    assert text.says(TAX)
    assert text.says(TAX, "award")
    assert text.quoted(TAX)
    assert made == [WITHHELD]


def test_a_claim_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(words: Words, each: object) -> int:
        asked.append(each)
        return stated_in(words, each)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "stated_in", counted)
    reading.statements_of.cache_clear()
    text = Reading(WITHHELD)
    assert text.says(TAX)
    assert text.says(TAX)
    assert asked == [claims()[TAX]]


def test_texts_that_differ_in_amounts_alone_are_looked_at_once_and_quoted_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def counted(words: Words, each: object) -> int:
        asked.append(each)
        return stated_in(words, each)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "stated_in", counted)
    reading.statements_of.cache_clear()
    low, high = (Reading(f"Sold at prices from ${price} to $1,015.50. Shares sold.") for price in ("10", "1,014.5001"))
    assert low.says("price_range")
    assert high.says("price_range")
    assert asked == [claims()["price_range"]]
    assert high.quoted("price_range").startswith("$1,014.5001 to $1,015.50")


@pytest.mark.parametrize("text", ["$10.00.00 and more", "$10a", "10.00", "USD 5"])
def test_what_is_no_plain_amount_is_kept_as_it_is(text: str) -> None:
    assert reading.amount_form().sub("$0", text) == text


def test_no_text_states_nothing_and_is_not_taken_into_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "Words", None)
    for text in (read(None), read(""), Reading("")):
        assert not text.says(TAX)
        assert not text.excuses(TAX)
        assert text.quoted(TAX) == ""
        assert text.stated() == []


def test_the_same_text_is_read_once() -> None:
    assert read(WITHHELD) is read(WITHHELD)
    assert read(WITHHELD) is not read(VESTS)


def test_a_name_that_is_no_claim_is_refused() -> None:
    with pytest.raises(KeyError):
        read(WITHHELD).says("withheld_for_fun")


def test_the_claims_of_a_text_are_listed_for_texts_of_its_kind() -> None:
    assert read(f"{WITHHELD} {VESTS}").stated() == ["vesting_schedule", TAX]
    assert read(WITHHELD).stated("nonsense") == []


def test_the_words_that_state_a_claim_are_quoted_and_the_first_of_them() -> None:
    assert read(f"Note. {VESTS} {WITHHELD} Others were withheld for taxes.").quoted(TAX) == "withheld to satisfy taxes"
    assert read(VESTS).quoted(TAX) == ""


def test_an_exception_voids_its_sentence_and_no_other() -> None:
    seen = claim("x", "X.", phrase("sold", "sold"), unless=(phrase("not", "not"), phrase("never", "never")))
    for text, expected in (
        ("Sold.", True),
        ("Not sold.", False),
        ("Sold, and not bought.", False),
        ("Not bought. Sold. Never held.", True),
        ("Not sold. Never sold.", False),
        ("Not bought; sold", True),
    ):
        assert bool(stated_in(Words(text), seen)) is expected, text


def test_a_text_that_holds_what_it_never_may_does_not_state_the_claim() -> None:
    seen = claim("x", "X.", phrase("sold", "sold"), never=(phrase("bought", "bought"),))
    assert stated_in(Words("Sold. Held."), seen)
    assert not stated_in(Words("Sold. Bought."), seen)


def test_several_texts_state_what_one_of_them_states() -> None:
    both = Readings((read(VESTS), read(WITHHELD)))
    assert both.says(TAX)
    assert both.excuses("award", TAX)
    assert not both.says("award")
    assert both.quoted(TAX) == "withheld to satisfy taxes"
    assert both.quoted("award") == ""


def test_the_notes_of_a_row_are_its_footnotes_and_the_remarks_and_those_of_a_cell_its_own() -> None:
    row = {"kind": "holding", "securityTitle": {"value": "Common Stock", "footnotes": ["F1", "F9"]}}
    made = filing(
        {"/footnotes": {"F1": VESTS, "F2": WITHHELD}, "/nonDerivativeTable": [row], "/remarks": "Gift to charity."},
        remove=("/derivativeTable",),
    )
    first = made.rows[0]
    assert notes_of(first, made).says("vesting_schedule")
    assert notes_of(first, made).says("gift_made")
    assert not notes_of(first, made).says(TAX)
    assert notes_on(first.security_title, made).says("vesting_schedule")
    assert not notes_on(first.security_title, made).says("gift_made")
    assert all_notes(made).says(TAX)
    assert all_notes(made).says("gift_made")
