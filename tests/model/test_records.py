"""Records are complete when built, frozen afterwards, and distinguished by their place."""

from __future__ import annotations

import pytest

from form4gen.location import ROOT
from form4gen.model.fields import Cell
from form4gen.model.filing import Footnote, Issuer


def test_a_record_without_what_it_must_hold_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="Issuer lacks at"):
        Issuer()  # type: ignore[call-arg]  # the fault that is tested


def test_a_record_is_frozen() -> None:
    issuer = Issuer(at=ROOT / "issuer", issuer_cik="0001537435")
    with pytest.raises(AttributeError, match="Issuer is frozen"):
        issuer.issuer_cik = "1"  # type: ignore[misc]  # the fault that is tested
    assert issuer.issuer_cik == "0001537435"


def test_a_copy_has_the_changes_and_everything_else_as_it_was() -> None:
    issuer = Issuer(at=ROOT / "issuer", issuer_cik="0001537435", issuer_trading_symbol="TGEN")
    copy = issuer.replaced(issuer_trading_symbol="NONE")
    assert (copy.issuer_cik, copy.issuer_trading_symbol, copy.issuer_name) == ("0001537435", "NONE", None)
    assert issuer.issuer_trading_symbol == "TGEN"


def test_a_record_and_a_cell_name_their_place() -> None:
    assert repr(Footnote(at=ROOT / "footnotes" / "F1", id="F1", text="x")) == "Footnote('/footnotes/F1')"
    assert repr(Cell("D", ("F1",), ROOT / "a")) == "Cell('D', ('F1',), Place('/a'))"
