"""The container of a workbook: a ZIP archive, unpacked within limits before anything reads it.

The library that reads workbooks believes what an archive says of itself, and reserves memory for every cell between the
first and the last. So the archive is unpacked here in pieces, its sheets are measured, and what is handed on is an
archive of plain copies.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from form4gen.drafting.fills.sheets import MOST_CELLS, MOST_ROWS
from form4gen.errors import UnusableInputError

_MOST_PARTS = 1000
_MOST_BYTES = 64 * 1024 * 1024
"""Bytes of all parts when unpacked: three times as many as the file may have."""

_PIECE = 1024 * 1024
_READ = (".xml", ".rels")
_LETTERS = 26
_LAST_COLUMN, _LAST_ROW = "XFD", "1048576"
_REMEDY = "Open it in a spreadsheet program, keep the sheet with the trades, and save it as CSV."


def unpacked(content: bytes, file: str) -> bytes:
    """The same workbook as an archive without compression, which is known to be small.

    Raises UnusableInputError where it is damaged, or more than is read.
    """
    copy = io.BytesIO()
    left = _MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(copy, "w") as plain:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise _too_large(file, f"it has {len(parts):,} parts")
            for part in parts:
                if part.filename.lower().endswith(_READ):
                    data = _part(archive, part, left, file)
                    left -= len(data)
                    if "worksheets/" in part.filename:
                        _measure(data, file)
                    plain.writestr(part.filename, data)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnusableInputError(
            f"{file} is a damaged workbook: {error}. Export it again, or save it as CSV."
        ) from None
    return copy.getvalue()


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int, file: str) -> bytes:
    pieces: list[bytes] = []
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            pieces.append(piece)
            most -= len(piece)
            if most < 0:
                raise _too_large(file, f"unpacked, it has more than {_MOST_BYTES // _PIECE:,} megabytes")
    return b"".join(pieces)


def _measure(data: bytes, file: str) -> None:
    """Raise UnusableInputError where the cells of a sheet span more than is read."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = _measuring(file)
    try:
        parser.Parse(data, True)  # noqa: FBT003  "final", taken by position only
    except expat.ExpatError as error:
        raise UnusableInputError(
            f"{file} is a damaged workbook: {error}. Export it again, or save it as CSV."
        ) from None


def _measuring(file: str) -> Callable[[str, dict[str, str]], None]:
    rows = columns = 0

    def measure(name: str, attributes: dict[str, str]) -> None:
        nonlocal rows, columns
        if name.rpartition(":")[2] == "c" and "r" in attributes:
            row, column = _place(attributes["r"])
            rows, columns = max(rows, row), max(columns, column)
            if rows > MOST_ROWS or rows * columns > MOST_CELLS:
                raise _too_large(file, f"its cells reach to {attributes['r'][:12]}")

    return measure


def _place(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as ``AB12``; of one that is none, more than is read."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    is_column = letters.isascii() and letters.isalpha() and len(letters) <= len(_LAST_COLUMN)
    if not is_column or not 0 < len(digits) <= len(_LAST_ROW):
        return MOST_ROWS + 1, 1
    column = 0
    for letter in letters.upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(digits), column


def _too_large(file: str, why: str) -> UnusableInputError:
    return UnusableInputError(f"{file} is larger than any list of trades: {why}. {_REMEDY}")
