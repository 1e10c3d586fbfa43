"""The lists of two filings as one: what stands in each line of the page that shows what changed."""

from __future__ import annotations

from form4gen.drafting.comparison_values import Aligned, Comparison, Meaning, Sort
from form4gen.location import Place
from form4gen.model.wording import mark
from form4gen.records import NamedTuple

_NOT_REPEATED = "not repeated"


class Line(NamedTuple):
    """An element: its position in each filing, and a label; ``is_kept`` if an amendment does not repeat it."""

    old: int | None
    new: int | None
    label: str = ""
    is_kept: bool = False


def lines(comparison: Comparison) -> dict[str, tuple[Line, ...]]:
    """The lines of each list, by its key."""
    kept = {
        each.at for each in comparison.differences if each.sort is Sort.REMOVED and each.meaning is Meaning.NOT_REPEATED
    }
    return {
        key: tuple(_line(comparison, key, each, kept) for each in elements)
        for key, elements in comparison.lists.items()
    }


def _line(comparison: Comparison, key: str, each: Aligned, kept: set[Place]) -> Line:
    if each.old is None:
        return Line(None, each.new)
    is_note = key == "footnotes"
    at = comparison.old.at / key / (comparison.old.footnotes[each.old].id if is_note else each.old)
    if at in kept:
        return Line(each.old, None, _NOT_REPEATED, is_kept=True)
    label = ""
    if each.is_moved:
        label = f"was footnote {mark(comparison.old.footnotes[each.old].id)}" if is_note else f"was row {each.old + 1}"
    return Line(each.old, each.new, label if key in _LABELED else "")


_LABELED = frozenset(("nonDerivativeTable", "derivativeTable", "footnotes"))
