"""A list of persons and what each received, as a spreadsheet writes it (CSV): one award for many reporting persons."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from form4gen.accounts.history import bare_cik
from form4gen.drafting.asked import Request
from form4gen.errors import UnusableInputError
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

_COLUMNS = ("owner", "shares", "price")
_MOST_ROWS = 5_000
_MOST_BYTES = 5_000_000
_NUMBER = r"[0-9]{1,30}(?:\.[0-9]{1,30})?|[0-9]{1,3}(?:,[0-9]{3}){1,9}(?:\.[0-9]{1,30})?"


class Person(NamedTuple):
    """A reporting person (CIK or name), what the person received, and the number of the line in the file."""

    owner: str
    shares: Decimal
    price: Decimal | None
    number: int


def persons_in(raw: bytes) -> list[Person]:
    """The persons of a CSV file with the columns owner and shares, and price if each pays another one.

    The file is UTF-8 or UTF-16; commas, semicolons or tabs separate the columns. Raises UnusableInputError, with the
    line, for anything that is not clear: no cell is guessed or left out.
    """
    text = _text(raw)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        found = list(_persons(rows))
    except csv.Error as error:
        raise UnusableInputError(f"Line {rows.line_num} cannot be read as CSV: {error}.") from None
    if not found:
        raise UnusableInputError("The list has no persons. Write a line for each: 1999911,500")
    return found


def request_for(person: Person, request: Request) -> Request:
    """The request with the shares, and the price if there is one, of a person where a transaction has none."""
    trades = tuple(
        trade._replace(
            shares=person.shares if trade.shares is None else trade.shares,
            price=person.price if trade.price is None else trade.price,
        )
        for trade in request.trades
    )
    return request._replace(trades=trades)


def _text(raw: bytes) -> str:
    if len(raw) > _MOST_BYTES:
        raise UnusableInputError(f"The list has more than {_MOST_BYTES:,} bytes. Divide it.")
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise UnusableInputError("The list is not in UTF-8. Save it as CSV UTF-8.") from None


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return next((sign for sign in (";", "\t") if sign in head), ",")


def _persons(rows: Iterator[list[str]]) -> Iterator[Person]:
    head = [cell.strip().casefold() for cell in next(rows, [])]
    unknown = [cell for cell in head if cell not in _COLUMNS]
    if unknown or len(set(head)) < len(head) or not {"owner", "shares"} <= set(head):
        raise UnusableInputError(
            "The first line must name the columns, each once: owner (CIK or name), shares, and price if it differs."
        )
    lines: dict[str, int] = {}
    for count, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(head) or len(lines) >= _MOST_ROWS:
            what = f"has {len(row)} cells, not {len(head)}" if len(row) != len(head) else "is one of too many"
            raise UnusableInputError(f"Line {count} {what}. A list has at most {_MOST_ROWS:,} persons.")
        cells = dict(zip(head, (cell.strip() for cell in row), strict=True))
        person = _person(cells, count)
        same = bare_cik(person.owner) if person.owner.isdigit() else words(person.owner)
        if same in lines:
            raise UnusableInputError(f"Lines {lines[same]} and {count} are of the same person. Give each person once.")
        lines[same] = count
        yield person


def _person(cells: dict[str, str], number: int) -> Person:
    if not cells["owner"]:
        raise UnusableInputError(f"Line {number} has no owner. Enter the CIK or the name.")
    shares, price = _exact(cells["shares"]), _exact(cells.get("price", ""))
    if not shares:
        raise UnusableInputError(f"Line {number}: {cells['shares']!r} is not a number of shares. Write 1500.")
    if cells.get("price") and price is None:
        raise UnusableInputError(f"Line {number}: {cells['price']!r} is not a price. Write 12.50.")
    return Person(cells["owner"], shares, price, number)


def _exact(text: str) -> Decimal | None:
    return Decimal(text.replace(",", "")) if re.fullmatch(_NUMBER, text) else None
