"""What the footnotes that a rule names state together."""

from __future__ import annotations

from case_base import filing

from form4gen.prose.reading import cited

FILING = filing({"/footnotes": {"F1": "Sold to cover taxes.", "F2": "A cash-settled swap.", "F3": "Nothing."}})


def test_the_claims_are_those_of_the_cited_footnotes_alone() -> None:
    assert cited(FILING, ("F1",), ("F2",)).says("equity_swap")
    assert not cited(FILING, ("F1", "F3")).says("equity_swap")
    assert not cited(FILING).says("equity_swap")


def test_a_footnote_cited_twice_is_read_once_and_one_that_is_missing_states_nothing() -> None:
    assert len(cited(FILING, ("F1", "F9"), ("F1",)).texts) == 1
