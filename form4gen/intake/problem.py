"""Why a document cannot become a filing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from form4gen.bounds import LISTED
from form4gen.location import Change, Place
from form4gen.records import NamedTuple


class Problem(NamedTuple):
    """A fault in the form of the document; ``line`` and ``column`` count from 1.

    The ids are ``JS`` and three digits, listed in ``KINDS``. ``fix`` is the replacement for the value or key there, or
    the change of the text, if it is clear what was meant.
    """

    id: str
    at: Place
    message: str
    remedy: str
    line: int
    column: int
    found: str | None = None
    expected: str | None = None
    fix: str | bool | Change | None = None


class Kind(NamedTuple):
    """A kind of fault: its name, and what is required of a document."""

    name: str
    title: str


PLACEHOLDER = "JS111"
"""A text of a starting document that says what to enter."""

KINDS: dict[str, Kind] = {
    "JS101": Kind("not readable as JSON", "The document must be JSON text encoded as UTF-8."),
    "JS102": Kind(
        "document too large or too deeply nested",
        "The document must be within the size and nesting that form4gen reads.",
    ),
    "JS103": Kind("duplicate key", "A key may appear only once in an object."),
    "JS104": Kind(
        "number not a plain decimal",
        "A number must be a plain decimal with at most 30 digits on each side of the point.",
    ),
    "JS105": Kind("character that cannot be shown", "Text must not contain characters that the form cannot show."),
    "JS106": Kind("unknown key", "Every key must be one that form4gen knows."),
    "JS107": Kind("wrong type of value", "Each value must be of the type its key requires."),
    "JS108": Kind("malformed value", "Dates, times and numbers must be written in the form their key requires."),
    "JS109": Kind("value not on the list", "A value with a fixed list of choices must be one of them."),
    "JS110": Kind("required key missing", "The document must contain every required key."),
    PLACEHOLDER: Kind("placeholder not filled in", "Every placeholder must be filled in or deleted."),
}


def shown(text: str, most: int = 40) -> str:
    """The text as a message quotes it: short, in quotation marks, with escapes for what cannot be printed."""
    return repr(text if len(text) <= most else f"{text[: most - 3]}...")


class Problems:
    """The problems of a document as they are found: ``LISTED`` of a kind are kept, and the others only counted."""

    def __init__(self) -> None:
        self.kept: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(self, kind: str, problem: Callable[[], Problem]) -> None:
        """Add a problem with this id; it is made only if it is kept."""
        self._counts[kind] += 1
        if self._counts[kind] <= LISTED:
            self.kept.append(problem())

    @property
    def more(self) -> dict[str, int]:
        """How many of each kind are not kept, by id."""
        return {kind: count - LISTED for kind, count in self._counts.items() if count > LISTED}
