"""The sheets of a file, whatever its format; what is no table is named."""

from __future__ import annotations

from form4gen.bounds import BYTES
from form4gen.drafting.fills.sheets import Sheet
from form4gen.drafting.fills.text_file import read_text
from form4gen.drafting.fills.workbook import is_workbook, read_workbook
from form4gen.errors import UnusableInputError

_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a document in rich text"),
    (b"{", "JSON"),
    (b"[", "JSON"),
    (b"<", "XML or HTML"),
)


def sheets_of(content: bytes, file: str) -> list[Sheet]:
    """The sheets of a file. Raises UnusableInputError where it is no table, MissingLibraryError for a workbook."""
    if len(content) > BYTES:
        raise UnusableInputError(
            f"{file} has more than {BYTES // 1024 // 1024} megabytes, and no list of one form's trades is so large. "
            "Export a shorter period."
        )
    if is_workbook(content):
        return read_workbook(content, file)
    plain = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not plain:
        raise UnusableInputError(f"{file} is empty. Export the trades again.")
    other = next((name for begin, name in _OTHERS if plain.startswith(begin)), None)
    if other is not None:
        raise UnusableInputError(f"{file} is {other}, not a table. Export the trades as CSV or XLSX.")
    return [read_text(content, file)]
