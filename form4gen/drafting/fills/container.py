"""The container of a workbook: a ZIP archive, unpacked within limits before anything reads it.

The library that reads workbooks believes what an archive says of itself, and reserves memory for every cell between the
first and the last. So the archive is unpacked here in pieces, its sheets are measured, and what is handed on is an
archive of plain copies.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from form4gen.drafting.fills.sheets import MOST_CELLS, MOST_ROWS
from form4gen.errors import UnusableInputError

_MOST_PARTS = 1000
_MOST_BYTES = 64 * 1024 * 1024
"""Bytes of all parts when unpacked: three times as many as the file may have."""

_PIECE = 1024 * 1024
_READ = (".xml", ".rels")
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
_QUOTED = 30  # characters of a reference that a message shows
_LETTERS = 26
_LAST_COLUMN, _LAST_ROW = "XFD", "1048576"
_REMEDY = "Open it in a spreadsheet program, keep the sheet with the trades, and save it as CSV."


def unpacked(content: bytes, file: str) -> bytes:
    """The same workbook as an archive without compression, which is known to be small.

    Raises UnusableInputError where it is damaged, or more than is read.
    """
    copy = io.BytesIO()
    left, extent = _MOST_BYTES, _Extent(file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(copy, "w") as plain:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise _too_large(file, f"it has {len(parts):,} parts")
            for part in parts:
                if part.filename.lower().endswith(_READ):
                    data = _part(archive, part, left, file)
                    left -= len(data)
                    extent.add(data)
                    plain.writestr(part.filename, data)
    except (*_DAMAGES, expat.ExpatError) as error:
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


class _Extent:
    """How far the cells of the sheets reach: the last row and column of each, and the cells of all up to there."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._cells = self._rows = self._columns = self._row = self._column = 0

    def add(self, data: bytes) -> None:
        """Add a part, which may be a sheet. Raises UnusableInputError where the cells span more than is read."""
        self._cells += self._rows * self._columns
        self._rows = self._columns = self._row = self._column = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._element
        parser.Parse(data, True)  # noqa: FBT003  "final", taken by position only

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        """A row or a cell; without a reference, it follows the one before."""
        match name.rpartition(":")[2], attributes.get("r"):
            case "row", reference:
                self._row, self._column = _number(reference) if reference else self._row + 1, 0
            case "c", None:
                self._column += 1
            case "c", str() as reference:
                self._row, self._column = _place(reference)
            case _:
                return
        self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
        if self._rows > MOST_ROWS or self._cells + self._rows * self._columns > MOST_CELLS:
            reached = attributes.get("r", f"row {self._row}, column {self._column}")[:_QUOTED]
            raise _too_large(self._file, f"its cells reach to {reached}")


def _number(reference: str) -> int:
    is_number = reference.isascii() and reference.isdigit() and len(reference) <= len(_LAST_ROW)
    return int(reference) if is_number else MOST_ROWS + 1


def _place(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as ``AB12``; of one that is none, more than is read."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    is_column = letters.isascii() and letters.isalpha() and len(letters) <= len(_LAST_COLUMN)
    if not is_column:
        return MOST_ROWS + 1, 1
    column = 0
    for letter in letters.upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return _number(digits), column


def _too_large(file: str, why: str) -> UnusableInputError:
    return UnusableInputError(f"{file} is larger than any list of trades: {why}. {_REMEDY}")
