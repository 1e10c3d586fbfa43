"""Why a document cannot become a filing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from form4gen.location import ROOT, Place

LISTED = 1000
_SHOWN = 40


class Problem(NamedTuple):
    """One fault of the document's form; ``line`` and ``column`` count from 1.

    The ids are ``JS`` and three digits, listed in ``KINDS``. ``fix`` is what to write in the place of the value or key
    there, where it is plain what was meant.
    """

    id: str
    at: Place
    message: str
    remedy: str
    line: int
    column: int
    found: str | None = None
    expected: str | None = None
    fix: str | bool | None = None


KINDS: dict[str, str] = {
    "JS101": "The text is not JSON in UTF-8",
    "JS102": "The document is larger or deeper than form4gen reads",
    "JS103": "A key stands twice in one object",
    "JS104": "A number is not a plain decimal",
    "JS105": "A text holds characters that no form can show",
    "JS106": "An unknown key",
    "JS107": "A value of the wrong type",
    "JS108": "A text in the wrong form",
    "JS109": "A word that is not one of the known ones",
    "JS110": "A key is missing without which no filing can be built",
    "JS111": "More faults than are listed",
}


def shown(text: str) -> str:
    """The text as a message cites it: in quotation marks, escaped where it cannot be printed, and short."""
    return repr(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}...")


def at_most_listed(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first thousand problems, and one that says so when there are more."""
    for number, problem in enumerate(problems):
        if number == LISTED:
            message = f"The document has more than {LISTED:,} faults of form; the others are not listed."
            yield Problem("JS111", ROOT, message, "Correct these first: is this the right file?", 1, 1)
            break
        yield problem
