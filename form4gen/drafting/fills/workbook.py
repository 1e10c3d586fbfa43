"""A broker's file as a workbook (XLSX), read with python-calamine."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from form4gen.drafting.fills.container import unpacked
from form4gen.drafting.fills.sheets import Cell, Sheet, check_size
from form4gen.drafting.fills.values import shown
from form4gen.errors import MissingLibraryError, UnusableInputError

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a compound file begins: a workbook before 2007, or a new one with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; a binary fraction has more, which mean nothing."""


def is_workbook(content: bytes) -> bool:
    """Whether the bytes are those of a workbook, of whatever kind."""
    return content.startswith((b"PK", _OLD))


def read_workbook(content: bytes, file: str) -> list[Sheet]:
    """The sheets of a workbook. Raises UnusableInputError where it cannot be read, MissingLibraryError."""
    if content.startswith(_OLD):
        raise UnusableInputError(_why_not(content, file))
    plain = unpacked(content, file)
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415  an extra; CSV needs none of it
    except ImportError:
        raise MissingLibraryError(
            "Reading an XLSX file needs python-calamine. Install it (pip install 'form4gen[xlsx]'), or save the file "
            "as CSV."
        ) from None
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(plain)) as book:
            found = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except CalamineError as error:
        raise UnusableInputError(f"{file} cannot be read as a workbook: {error}. Save it as CSV.") from None
    check_size(file, sum(len(rows) for _, rows in found), sum(len(row) for _, rows in found for row in rows))
    return [Sheet(_printable(name), [(at, _cells(row)) for at, row in enumerate(rows, 1)]) for name, rows in found]


def _printable(name: str) -> str:
    """The name of a sheet, which messages quote, without what a terminal must not receive and what is private."""
    return shown("".join(letter if letter.isprintable() else " " for letter in name))


def _why_not(content: bytes, file: str) -> str:
    if _ENCRYPTED in content:
        return (
            f"{file} is protected with a password. Open it in a spreadsheet program, and save it without the password "
            "or as CSV."
        )
    return f"{file} is a workbook in the format before 2007 (.xls). Save it as .xlsx or CSV."


def _cells(row: Iterable[Any]) -> list[Cell]:
    return [_cell(each) for each in row]


def _cell(value: Any) -> Cell:
    match value:
        case bool() | time():
            return str(value)
        case float() | int():
            return Decimal(f"{value:.{_DIGITS}g}")
        case datetime():
            return value.date()
        case date():
            return value
    return str(value)
