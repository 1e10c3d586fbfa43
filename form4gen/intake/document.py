"""JSON text to plain values: numbers exact, size limited, and with the position of every value."""

from __future__ import annotations

import re
from _json import make_scanner
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache, cached_property

from form4gen.bounds import BYTES
from form4gen.intake.extent import excess_in
from form4gen.intake.problem import Problem, Problems
from form4gen.intake.values import decimal_of
from form4gen.location import ROOT, Change, Place
from form4gen.model.unfit import UNFIT
from form4gen.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from form4gen.intake.cursor import Slip
    from form4gen.intake.positions import Positions

_BLANKS = " \t\n\r"
_BYTE_ORDER_MARK = "\ufeff"
_START = "Run `form4gen new` to create a starting document."
_CORRECT = "Correct the text at this line and column."
_TOO_LARGE = "No Form 4 is this large. Check that this is the right file."


class Document:
    """A JSON document: its text, its values, and why it cannot be read, if so.

    Numbers are Decimals. ``data`` is None when nothing could be read; otherwise it can be explained further, but a
    filing is built from it only if there are no ``problems``; ``more`` has the number of those of each kind that are
    not listed. ``raw`` holds the bytes that were read, if they are
    UTF-8.
    """

    raw = b""
    media_type = "application/json"
    remarks: tuple[str, ...] = ()

    def __init__(self, text: str, data: Any, problems: tuple[Problem, ...] = ()) -> None:
        self.text = text
        self.data = data
        self.problems = problems
        self.more: dict[str, int] = {}

    def add(self, problems: Problems) -> None:
        """Add problems, and the number of those that are not listed."""
        self.problems += tuple(problems.kept)
        self.more |= problems.more

    @cached_property
    def positions(self) -> Positions:
        """Line and column of every value, computed when first used."""
        from form4gen.intake.positions import Positions  # noqa: PLC0415  only what is reported needs it

        return Positions(self.text)

    def line_and_column(self, at: Place) -> tuple[int, int]:
        """The position of ``at``, or of the nearest part above it that the text has; both count from 1.

        For a cell written with its footnotes, the position is that of its value.
        """
        return self.positions.line_and_column((*at.tokens, "value"))

    def element(self, _: Place) -> None:
        """None: JSON has no elements, as ownership XML has."""


class _Faults:
    """The faults that the hooks of the scanner notice, which finds them by its own names."""

    strict = True
    object_hook = None

    def __init__(self) -> None:
        self.duplicate = self.number = False
        self.parse_float = self.parse_int = self.parse_constant = self.literal
        self.object_pairs_hook = self.pairs

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self.duplicate |= len(found) != len(pairs)
        return found

    def literal(self, literal: str) -> Decimal:
        found = decimal_of(literal)
        self.number |= found is None
        return Decimal(0) if found is None else found


def read(raw: bytes) -> Document:
    """Read a JSON document in UTF-8, with or without a byte order mark.

    Faults are in the document's ``problems``; nothing is raised.
    """
    if len(raw) > BYTES:
        message = f"The document has {len(raw):,} bytes; form4gen reads at most {BYTES:,}."
        return Document("", None, (Problem("JS102", ROOT, message, _TOO_LARGE, 1, 1),))
    try:
        text = raw.decode().removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode().removeprefix(_BYTE_ORDER_MARK)) + 1
        message = f"Byte {error.start + 1} (0x{raw[error.start]:02x}) is not valid UTF-8."
        return Document("", None, (Problem("JS101", ROOT, message, "Save the file as UTF-8.", line, column),))
    document = _decoded(text)
    document.raw = raw
    return document


def values_of(text: str) -> Any:
    """The values of a JSON text of ours, which has no faults."""
    return _scanned(text, _Faults())


def _decoded(text: str) -> Document:
    excess = excess_in(text)
    if excess is not None:
        line, column = _line_and_column(text, excess.offset)
        return Document(text, None, (Problem("JS102", ROOT, excess.message, excess.remedy, line, column),))
    faults = _Faults()
    try:
        data = _scanned(text, faults)
    except (ValueError, StopIteration):
        return _not_json(text)
    document = Document(text, data)
    if faults.duplicate or faults.number or _may_be_unfit(text):
        from form4gen.intake.text_faults import add_text_faults  # noqa: PLC0415  few texts need it

        problems = Problems()
        add_text_faults(problems, data, document.positions)
        document.add(problems)
    return document


def _scanned(text: str, faults: _Faults) -> Any:
    """The values of a text, from the scanner that ``json`` uses.

    ``json`` itself compiles six regular expressions when it is imported, which takes a thirtieth of a check. Raises
    ValueError or StopIteration where ``json`` raises its own error.
    """
    scan: Callable[[str, int], tuple[Any, int]] = make_scanner(faults)  # type: ignore[arg-type]
    data, end = scan(text, len(text) - len(text.lstrip(_BLANKS)))
    if text[end:].strip(_BLANKS):
        raise ValueError(text[end:])
    return data


def _may_be_unfit(text: str) -> bool:
    # The decoder has already refused raw control characters; most documents are ASCII without an escape, and need no
    # regular expression.
    if text.isascii() and "\\" not in text and "\x7f" not in text:
        return False
    return _unfit_or_escaped().search(text) is not None


@cache
def _unfit_or_escaped() -> re.Pattern[str]:
    return re.compile(rf"[{UNFIT}]|\\[bf]|\\u(?:00[0189]|007|061|20[0-6]|[dD][89a-fA-F]|[fF][eEfF][fF])")


def _not_json(text: str) -> Document:
    if not text.strip():
        return Document(text, None, (Problem("JS101", ROOT, "The document is empty.", _START, 1, 1),))
    from form4gen.intake.cursor import Slip  # noqa: PLC0415  only a text that was refused needs it
    from form4gen.intake.syntax import slips_in  # noqa: PLC0415  the same

    slips = slips_in(text)
    listed = slips.listed or [Slip(*_first_fault(text), _CORRECT)]
    document = Document(text, None, tuple(_as_problems(text, listed)))
    document.more = {"JS101": slips.more} if slips.more else {}
    return document


def _first_fault(text: str) -> tuple[int, str]:
    """Where a text stops being JSON, and what ``json`` says of it."""
    import json  # noqa: PLC0415  only a text that was refused needs it

    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        fault = error
    return fault.pos, f"The text is not valid JSON: {fault.msg}."


def _as_problems(text: str, slips: Iterable[Slip]) -> Iterator[Problem]:
    line, start, before = 1, 0, 0
    for slip in slips:
        line += text.count("\n", before, slip.offset)
        start = max(start, text.rfind("\n", before, slip.offset) + 1)
        before = slip.offset
        edit = slip.edit
        change = edit and Change(line, edit.begin - start + 1, edit.end - start + 1, edit.text)
        yield Problem("JS101", ROOT, slip.message, slip.remedy, line, slip.offset - start + 1, fix=change)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
