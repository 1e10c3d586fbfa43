"""Numbers, dates and times in another spelling, written as a document has them."""

from __future__ import annotations

import re
from collections.abc import Callable

from form4gen.intake.values import date_of, decimal_of, moment_of, month_day_of

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DECEMBER = 12
_NOON = 12


def rewritten(value: str, form: str) -> str | None:
    """What a text clearly means, as the format writes it; None if it is written so or its meaning is not clear."""
    write, read = _FORMS[form]
    found = write(value.strip())
    return found if found is not None and found != value and read(found) is not None else None


def _decimal(words: str) -> str | None:
    """A number with a dollar sign, commas between its thousands, a plus sign, or without a digit beside its point."""
    amount = r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)"
    found = re.fullmatch(rf"(?P<sign>[+-]?)(?:USD|US\$|\$)?\s?(?P<whole>{amount})?(?:\.(?P<part>[0-9]*))?", words)
    if found is None or not (found["whole"] or found["part"]):
        return None
    whole = (found["whole"] or "0").replace(",", "").lstrip("0") or "0"
    return found["sign"].replace("+", "") + whole + (f".{found['part']}" if found["part"] else "")


def _day(words: str) -> str | None:
    """A date as the form prints it, with the name of its month, or with midnight behind it."""
    year, number, name = "(?P<y>[0-9]{4})", "[0-9]{1,2}", r"(?P<name>[A-Za-z]{3,9})\.?"
    printed = re.fullmatch(rf"(?P<m>{number})(?P<mark>[/.-])(?P<d>{number})(?P=mark){year}", words)
    if printed is not None:
        month, day = printed["m"], printed["d"]
        if printed["mark"] != "/":  # elsewhere the day comes first
            if int(month) > _DECEMBER:
                month, day = day, month
            elif month != day and int(day) <= _DECEMBER:
                return None
        return f"{printed['y']}-{month:0>2}-{day:0>2}"
    for form in (
        rf"{year}([/.-])(?P<m>{number})\2(?P<d>{number})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?",
        "(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        rf"{name} (?P<d>{number})(?:st|nd|rd|th)?,? {year}",
        rf"(?P<d>{number})[ -]{name},?[ -]{year}",
    ):
        found = re.fullmatch(form, words)
        if found is not None:
            month = found["m"] if "m" in found.re.groupindex else _month(found["name"]) or ""
            return f"{found['y']}-{month:0>2}-{found['d']:0>2}"
    return None


def _month(name: str) -> str | None:
    """The number of the month that begins with these letters, three at least."""
    lower = "sep" if name.lower() == "sept" else name.lower()
    return next((str(number) for number, month in enumerate(_MONTHS, 1) if month.startswith(lower)), None)


def _month_day(words: str) -> str | None:
    found = re.fullmatch(r"(?:--)?(?P<m>[0-9]{1,2})[/-](?P<d>[0-9]{1,2})", words)
    if found is not None:
        return f"{found['m']:0>2}-{found['d']:0>2}"
    named = re.fullmatch(r"(?P<name>[A-Za-z]{3,9})\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?", words)
    number = _month(named["name"]) if named else None
    return f"{number:0>2}-{named['d']:0>2}" if named and number else None


def _moment(words: str) -> str | None:
    """A time with a blank for the T, or of a clock of twelve hours."""
    found = re.fullmatch(
        r"(?P<day>\S+)[T ](?P<h>[0-9]{1,2}):(?P<min>[0-9]{2})(?P<s>:[0-9]{2})? ?(?P<half>[AaPp]\.?[Mm]\.?)?", words
    )
    if found is None:
        return None
    day, hour = _day(found["day"]), int(found["h"])
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"][0] in "Pp" else 0)
    return f"{day}T{hour:0>2}:{found['min']}{found['s'] or ''}" if day else None


_FORMS: dict[str, tuple[Callable[[str], str | None], Callable[[str], object]]] = {
    "decimal": (_decimal, decimal_of),
    "date": (_day, date_of),
    "month-day": (_month_day, month_day_of),
    "edgar-time": (_moment, moment_of),
}
