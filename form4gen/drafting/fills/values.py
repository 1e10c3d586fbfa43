"""Numbers, dollars and days as brokers write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from form4gen.bounds import NAME_CHARACTERS
from form4gen.drafting.fills.sheets import Cell, Source, text
from form4gen.errors import UnusableInputError
from form4gen.prose.private import private_information

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY = 2000
_SHORT_YEAR = 100
_SHOWN = 60  # characters of a cell that a message quotes
_CURRENCIES = ("US$", "USD", "$")
_DIGITS, _GROUP = "0123456789", 3  # digits of a group of thousands
_NOTHING = ("", "-", "--", "\u2013", "N/A", "n/a")
_DECIMAL = "Give the decimal mark in the map, under the key decimal (or with --decimal)."


class UnreadableError(ValueError):
    """A cell does not hold what its column should; the text says what it holds and what to do."""


def shown(cell: Cell) -> str:
    """A cell as a message quotes it: short, with escapes for what a terminal must not receive, and nothing private.

    Private is a CCC, what would be private on a public form, and a long number, which may be that of an account.
    """
    words = text(cell)
    if "ccc" in words.casefold() or any(each.is_serious for each in private_information(words[:NAME_CHARACTERS])):
        return "(not shown)"
    words = _long_number().sub("(number)", words[:NAME_CHARACTERS])
    words = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 3]}..."
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in words)


@cache
def _long_number() -> re.Pattern[str]:
    """Digits that are no amount and no day, and those of a Social Security number among others."""
    day = r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})(?![\d-])"
    return re.compile(
        rf"(?<![\d.,])(?!{day})(?:\d[ -]?){{7,30}}\d(?![\d.,])|\b[A-Z]{{0,4}}\d{{8,}}\b|\d{{3}}-\d{{2}}-\d{{4}}"
    )


def check_no_formula(cell: Cell) -> None:
    """Raise UnreadableError where a cell is a formula: its value is not in the file, or somebody put it there."""
    if isinstance(cell, str) and cell.lstrip().startswith(("=", "@", "+=", "-=")):
        message = f"{shown(cell)!r} is a formula. Export the values from the broker again."
        raise UnreadableError(message)


def amount(cell: Cell, mark: str) -> Decimal | None:
    """The number in a cell, in which ``mark`` is the decimal mark; None if the cell is empty.

    Parentheses and a minus before or after mean a negative number. Raises UnreadableError.
    """
    if isinstance(cell, Decimal):
        return cell
    check_no_formula(cell)
    words = text(cell)
    if words in _NOTHING:
        return None
    plain, is_negative = _plain(words)
    grouping = "." if mark == "," else ","
    found = _number(grouping, mark).fullmatch(plain)
    if found is None:
        message = f"{shown(cell)!r} is not a number{_currency_hint(words)}. Correct the cell, or map another column."
        raise UnreadableError(message)
    value = Decimal(plain.replace(grouping, "").replace(mark, "."))
    return -value if is_negative and value else value


def _plain(words: str) -> tuple[str, bool]:
    """A number without its signs and currency, and whether it is negative."""
    is_negative = words.startswith("(") and words.endswith(")")
    words = words[1:-1] if is_negative else words
    for _ in range(2):  # -$5 and $-5
        if words[:1] in "-\u2212+" and words:
            is_negative |= words[0] != "+"
            words = words[1:].lstrip()
        sign = next((each for each in _CURRENCIES if words.startswith(each)), "")
        words = words.removeprefix(sign).lstrip()
    for sign in _CURRENCIES:
        words = words.removesuffix(sign).rstrip()
    if words.endswith("-"):
        is_negative, words = True, words[:-1].rstrip()
    return _without_blanks(words), is_negative


def _without_blanks(words: str) -> str:
    """A number without the blanks or apostrophes between its thousands; otherwise the words as they are."""
    first, *groups = words.replace("'", " ").split(" ")
    has_groups = all(len(group) - len(group.lstrip(_DIGITS)) == _GROUP for group in groups)
    is_whole = all(len(group) == _GROUP for group in groups[:-1])
    return "".join((first, *groups)) if has_groups and is_whole else words


@cache
def _number(grouping: str, mark: str) -> re.Pattern[str]:
    group, point = re.escape(grouping), re.escape(mark)
    return re.compile(
        rf"(?:[0-9]{{1,3}}(?:{group}[0-9]{{3}}){{1,6}}|[0-9]{{1,20}})?(?:{point}[0-9]{{1,12}})?(?<=[0-9])"
    )


def _currency_hint(words: str) -> str:
    foreign = any(sign in words.upper() for sign in ("\u20ac", "\u00a3", "\u00a5", "EUR", "GBP", "CHF", "CAD", "JPY"))
    return " of U.S. dollars, which Form 4 requires" if foreign else ""


def decimal_mark(cells: Iterable[tuple[Source, str, Cell]], delimiter: str) -> str:
    """The decimal mark of a file, from the numbers in it that can be read in one way only.

    Raises UnusableInputError where two numbers contradict each other, or where none decides and a semicolon between
    the cells makes a decimal comma as likely as not.
    """
    votes: dict[str, tuple[Source, str, Cell]] = {}
    doubtful = None
    for source, column, cell in cells:
        if not isinstance(cell, str):
            continue
        vote = _vote(_plain(text(cell))[0])
        if vote == "?":
            doubtful = doubtful or (source, column, cell)
        elif vote:
            votes.setdefault(vote, (source, column, cell))
    if len(votes) > 1:
        (one, column, cell), (other, column2, cell2) = votes["."], votes[","]
        raise UnusableInputError(
            f"{one}, {column}: {shown(cell)!r} has a decimal point, and row {other.row}, {column2}: {shown(cell2)!r} "
            f"has a decimal comma. {_DECIMAL}"
        )
    if votes:
        return next(iter(votes))
    if doubtful and delimiter == ";":
        source, column, cell = doubtful
        raise source.stop(f"{column}: {shown(cell)!r} may be thousands or a fraction. {_DECIMAL}")
    return "."


def _vote(plain: str) -> str:
    """The decimal mark that a number shows; ``?`` where one group of three digits may be thousands or a fraction."""
    marks = [letter for letter in plain if letter in ".,"]
    if not marks or not plain.replace(".", "").replace(",", "").isdecimal():
        return ""
    last = marks[-1]
    if len(set(marks)) > 1:
        return last
    if len(marks) > 1:
        return "," if last == "." else "."
    whole, _, part = plain.partition(last)
    is_group = len(part) == _GROUP and 1 <= len(whole) <= _GROUP and whole != "0"
    return "?" if is_group else last


def day(cell: Cell, order: str) -> date | None:
    """The day in a cell; None if it is empty. ``order`` is ``MDY`` or ``DMY``, for days in figures.

    Of "03/18/2026 as of 03/16/2026" the second is the day of the trade. Raises UnreadableError.
    """
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        check_no_formula(cell)
    words = text(cell)
    if words in _NOTHING:
        return None
    words = words.lower().rpartition(" as of ")[2].strip()
    found = _read_day(words, order)
    if found is None:
        message = f"{shown(cell)!r} is not a day{_order_hint(words, order)}."
        raise UnreadableError(message)
    return found


def day_as_of(words: str, order: str) -> date | None:
    """The day after "as of" among other words; None if there is none."""
    _, mark, after = words.lower().rpartition(" as of ")
    first = after.split()[:3] if mark else []
    candidates = (" ".join(first[:count]).rstrip(",;)") for count in (1, 3))
    return next((found for each in candidates if each and (found := _read_day(each, order)) is not None), None)


def _order_hint(words: str, order: str) -> str:
    other = "DMY" if order == "MDY" else "MDY"
    if _read_day(words, other) is not None:
        return f" in the order {order}. If the file writes {other}, give it in the map (days)"
    return ". Correct the cell, or map another column"


def _read_day(words: str, order: str) -> date | None:
    for form in _day_forms():
        found = form.match(words)
        if found is None:
            continue
        parts = found.groupdict()
        first, second = parts.get("a"), parts.get("b")
        if first and second:
            is_month_first = order == "MDY" and parts["mark"] != "."  # 5.11.2026 is written where the day comes first
            month, day_of_month = (first, second) if is_month_first else (second, first)
        else:
            name = parts.get("name")
            month = str(_MONTHS.index(name[:3]) + 1) if name and name[:3] in _MONTHS else parts.get("m") or "0"
            day_of_month = parts["d"]
        year = int(parts["y"])
        try:
            return date(year + _CENTURY if year < _SHORT_YEAR else year, int(month), int(day_of_month))
        except ValueError:
            return None
    return None


@cache
def _day_forms() -> tuple[re.Pattern[str], ...]:
    # A time of day with an offset is not read: in New York it may be the day before.
    time = r"(?:,?[t ]\s?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?\s?(?:[ap]\.?m\.?)?\s?(?:et|est|edt)?)?$"
    forms = (
        r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})",
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        r"(?P<a>[0-9]{1,2})(?P<mark>[-/.])(?P<b>[0-9]{1,2})(?P=mark)(?P<y>[0-9]{4}|[0-9]{2})",
        r"(?P<d>[0-9]{1,2})[- ](?P<name>[a-z]{3,9})\.?[- ,]{1,2}(?P<y>[0-9]{4}|[0-9]{2})",
        r"(?:[a-z]{3,9},? )?(?P<name>[a-z]{3,9})\.?[- ](?P<d>[0-9]{1,2})(?:,? |-)(?P<y>[0-9]{4})",
    )
    return tuple(re.compile(form + time) for form in forms)


def is_value(cell: Cell) -> bool:
    """Whether a cell holds a number or a day, as no header does."""
    for read, form in ((amount, "."), (amount, ","), (day, "MDY"), (day, "DMY")):
        try:
            if read(cell, form) is not None:
                return True
        except UnreadableError:
            continue
    return False
