"""What a person types to start a filing from another one, as the drafting of filings takes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from form4gen.api.drafting import Amend, Correction, Request, Trade
from form4gen.api.editing import Field, Kind, date_of
from form4gen.errors import without_options
from form4gen.records import NamedTuple
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.typed import NotUnderstoodError, code_of, value_of

_MOST_ROWS = 99_999


class Box(NamedTuple):
    """A box to type in: the name of the value, what it is, its kind, its choices with their words, and its option.

    A long one has room for sentences.
    """

    name: str
    words: str
    kind: Kind = Kind.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    option: str = ""
    is_long: bool = False


CODE = Box("code", "Transaction code, such as P", option="--code")
ROW = Box("row", "Row, such as I.2 or II.1", option="--row")
_FIRST = (
    Box("on", "Trade date", Kind.DATE, option="--date"),
    Box("shares", "Number of securities", Kind.NUMBER, option="--shares"),
    Box("price", "Price", Kind.NUMBER, option="--price"),
)
_MARK = (("A", "Acquired (A)"), ("D", "Disposed of (D)"))
_OWNERSHIP = (("D", "Direct (D)"), ("I", "Indirect (I)"))
_OF_CLASS = (
    Box("mark", "Acquired or disposed of", Kind.TEXT, _MARK, "--mark"),
    Box("owned", "Owned afterwards", Kind.NUMBER, option="--owned"),
    Box("security", "Title of the class", option="--security"),
    Box("ownership", "Direct or indirect", Kind.TEXT, _OWNERSHIP, "--ownership"),
    Box("nature", "Nature of indirect ownership", option="--nature"),
    Box("exercise_price", "Exercise price", Kind.NUMBER, option="--exercise-price"),
    Box("exercisable", "Date exercisable", Kind.DATE, option="--exercisable"),
    Box("expires", "Expiration date", Kind.DATE, option="--expires"),
    Box("underlying", "Underlying class", option="--underlying"),
)
_NOTE = Box("note", "Footnote of the row", option="--note", is_long=True)
_OF_LINE = (
    Box("line", "Holding, such as direct or By Trust", option="--line"),
    Box("is_new", "A holding that no form shows yet", Kind.FLAG, (("X", "Yes"),), "--new"),
    Box("table", "Table", Kind.TEXT, (("I", "Table I"), ("II", "Table II")), "--table"),
    Box("plan", "Adoption of the Rule 10b5-1 plan", Kind.DATE, option="--plan"),
)
_SIGNED = Box("signed", "Date of the signature", Kind.DATE, option="--signed")
_FILED = Box("filed", "Date the original was filed", Kind.DATE, option="--filed")
_CORRECTED = Box("note", "New footnote of the corrected cell, if it had one", option="--note", is_long=True)
_BECAUSE = Box("because", "Why the original was wrong, in a sentence", option="--because", is_long=True)


class Form(NamedTuple):
    """The boxes of a dialog: those of each line, those of a line that are seldom needed, and those of the filing."""

    line: tuple[Box, ...]
    more: tuple[Box, ...]
    filing: tuple[Box, ...]


NEXT = Form((CODE, *_FIRST), (*_OF_LINE, *_OF_CLASS, _NOTE), (_SIGNED,))
AMEND = Form((ROW, *_FIRST, _BECAUSE, _CORRECTED), (CODE, *_OF_CLASS), (_FILED, _SIGNED))
_OPTIONS = {
    box.option: box.words.partition(",")[0] for form in (NEXT, AMEND) for boxes in form for box in reversed(boxes)
}


def next_request(given: Mapping[str, Any], today: date) -> Request:
    """The transactions of a next filing: ``lines`` of boxes, and the boxes of the filing.

    A line without a date is of the day of the one before. Raises NotUnderstoodError and ImpossibleError.
    """
    trades: list[Trade] = []
    for values in _lines(given, NEXT, today):
        if "code" not in values:
            raise ImpossibleError("Type the transaction code of each transaction.")
        day_before = {"on": trades[-1].on} if trades else {}
        trades.append(Trade(**day_before | values | ({"line": (values["line"],)} if "line" in values else {})))
    return Request(tuple(trades), **_read(given, NEXT.filing, today))


def amend_request(given: Mapping[str, Any], today: date) -> Amend:
    """The rows of an amendment, with what is right in each. Raises NotUnderstoodError and ImpossibleError."""
    rows = []
    for values in _lines(given, AMEND, today):
        table, number = _row(values.pop("row", ""))
        rows.append(Correction(table=table, number=number, **values))
    if not rows:
        raise ImpossibleError("Type each row to correct, such as I.2 for row 2 of Table I.")
    return Amend(tuple(rows), **_read(given, AMEND.filing, today))


def in_boxes(text: str) -> str:
    """A message of the drafting with the names of boxes in place of those of options."""
    lines = without_options(text).split("\n")
    return "\n".join(" ".join(map(_in_box, line.split(" "))) for line in lines)


def _in_box(word: str) -> str:
    bare = word.rstrip(".,:;")
    return f'"{_OPTIONS[bare]}"{word[len(bare) :]}' if bare in _OPTIONS else word


def _lines(given: Mapping[str, Any], form: Form, today: date) -> list[dict[str, Any]]:
    """The values of each line in which something was typed."""
    lines = given.get("lines", [])
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        raise ImpossibleError("The request is not understood.")
    found = [_read(line, (*form.line, *form.more), today) for line in lines]
    return [values for values in found if values]


def _read(given: Mapping[str, Any], boxes: Sequence[Box], today: date) -> dict[str, Any]:
    """The values that were typed in some boxes, by their names; an empty box has none."""
    found: dict[str, Any] = {}
    for box in boxes:
        text = given.get(box.name, "")
        if not isinstance(text, str):
            raise ImpossibleError("The request is not understood.")
        if text.strip():
            found[box.name] = _value(text.strip(), box, today)
    return found


def _value(text: str, box: Box, today: date) -> Any:
    try:
        value = _code(text) if box is CODE else value_of(text, _field(box), today)
    except NotUnderstoodError as error:
        raise NotUnderstoodError(f"{box.words.partition(',')[0]}: {error}") from None
    return date_of(str(value)) if box.kind is Kind.DATE else value


def _field(box: Box) -> Field:
    return Field("", "", box.kind, choices=tuple(choice for choice, _ in box.choices))


def _code(text: str) -> str | None:
    code, has_mark = code_of(text)
    if has_mark:
        raise NotUnderstoodError("Type the code alone. Mark it K for an equity swap on the form.")
    return code


def _row(text: str) -> tuple[str, int]:
    table, _, number = text.upper().partition(".")
    if table not in ("I", "II") or not (number.isascii() and number.isdecimal()) or not 0 < int(number) <= _MOST_ROWS:
        raise ImpossibleError(f"{text[:20]!r} is not a row. Type I.2 for row 2 of Table I, or II.1.")
    return table, int(number)
