"""A broker's file as text: UTF-8 or UTF-16, with commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from form4gen.drafting.fills.sheets import Sheet, check_size
from form4gen.errors import UnusableInputError

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
"""Lines from which the delimiter is told: a header is among the first."""

_MOST_CHARACTERS = 100_000
"""Characters of one cell; the standard library refuses a longer one."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(content: bytes, file: str) -> Sheet:
    """The rows of a text file. Raises UnusableInputError where it is no text, or is too large."""
    decoded = _decoded(content, file)
    if "\0" in decoded:
        raise UnusableInputError(
            f"{file} is not a table: it contains bytes that no text has. Export the trades as CSV or XLSX."
        )
    delimiter = _delimiter_of(decoded)
    rows: list[tuple[int, list[str]]] = []
    cells = 0
    for number, row in _rows(decoded, delimiter, file):
        rows.append((number, row))
        cells += len(row)
        check_size(file, len(rows), cells)
    return Sheet("", rows, delimiter)


def _decoded(content: bytes, file: str) -> str:
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None) or _unmarked(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":  # older exports for Windows; each of its bytes is a character of Western Europe
            return content.decode("cp1252", "replace")
        raise UnusableInputError(
            f"{file} is not valid {encoding.upper()} at byte {error.start + 1}. Save it as CSV in UTF-8."
        ) from None


def _unmarked(content: bytes) -> str:
    """The encoding of a text without a byte order mark: every second byte of plain UTF-16 is zero."""
    begin = content[:200]
    if begin and begin[1::2].count(0) > len(begin) // 4:
        return "utf-16-le"
    return "utf-16-be" if begin and begin[0::2].count(0) > len(begin) // 4 else "utf-8"


def _delimiter_of(decoded: str) -> str:
    """The delimiter that the line with the most of them has; quoted cells do not count."""
    most, found = 0, ","
    for line in io.StringIO(decoded[: _LOOKED_AT * _MOST_CHARACTERS]):
        plain = "".join(line.split('"')[::2])
        for each in _DELIMITERS:
            if plain.count(each) > most:
                most, found = plain.count(each), each
    return found


def _rows(decoded: str, delimiter: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of the line on which each begins, as an editor counts."""
    reader = csv.reader(io.StringIO(decoded, newline=""), delimiter=delimiter)
    csv.field_size_limit(_MOST_CHARACTERS)
    begin = 1
    try:
        for row in reader:
            yield begin, row
            begin = reader.line_num + 1
    except csv.Error as error:
        message = f"{file}: line {reader.line_num} cannot be read as CSV: {error}. Export the file again."
        raise UnusableInputError(message) from None
