"""How a fault's message names a place and a value."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from form4gen.intake.positions import Steps
from form4gen.intake.problem import shown
from form4gen.intake.text_faults import place_of
from form4gen.model.cell_names import cell_name

FOOTNOTE = 'Write {"value": 12.42, "footnotes": ["F1"]}, and the text of F1 in "footnotes" of the filing.'
"""How a cell cites a footnote."""


def subject(steps: Steps) -> str:
    """``Table I, row 2: transactionShares``: the part as the form names it, then the key."""
    if not steps:
        return "The document"
    within_list = len(steps) > 1 and isinstance(steps[1], int)
    part, keys = (steps[:2], steps[2:]) if within_list else ((), steps)
    named = cell_name(place_of(part)) if part else ""
    words = _path(key for key in keys if key != "value")
    return f"{named}: {words}" if named and words else named or words


def _path(keys: Iterable[str | int]) -> str:
    words = ""
    for key in keys:
        if isinstance(key, int):
            words += f", item {key + 1}"
        else:
            words += f"{'.' if words else ''}{shown(key)[1:-1]}"
    return words


def what_it_is(value: Any) -> str:
    """A JSON value as a message names it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"the number {value:f}"
        case str():
            return f"the text {shown(value)}"
        case list():
            return "a list"
    return "an object"


def spelled_alike(one: str, other: str) -> bool:
    """Whether two words differ only in case, underscores, hyphens and spaces."""
    return letters_of(one) == letters_of(other)


def letters_of(word: str) -> str:
    """The letters and digits of a word in lower case, without underscores, hyphens and spaces."""
    return word.casefold().translate(dict.fromkeys(map(ord, "_- ")))


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that is most like ``name``, in any case, if any is similar.

    A name that begins or ends with ``name`` comes first: transactionPricePerShare for transactionPrice.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only a wrong name needs it

    folded = {known.casefold(): known for known in names}
    sought = name.strip().casefold()
    whole_word = 4
    holding = [known for known in folded if len(sought) >= whole_word and known.startswith(sought)]
    holding += [known for known in folded if len(sought) >= whole_word and known.endswith(sought)]
    found = holding or get_close_matches(sought, folded, 1, 0.6)
    return folded[found[0]] if found else None
