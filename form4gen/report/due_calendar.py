"""What is due when, as a calendar that any calendar program takes (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, tzinfo

from form4gen.accounts.basis_values import Basis
from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.model.filing import Filing
from form4gen.model.wording import listed
from form4gen.records import NamedTuple
from form4gen.report.proof import basis_of, counted, time_of

_MOST_OCTETS = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""


class Due(NamedTuple):
    """A due date, and whose it is: the filing it is of with the name of its file, or nothing for a bare trade date."""

    due: DueDate
    file: str = ""
    filing: Filing | None = None


def calendar(dues: Iterable[Due], zone: tzinfo | None, made_at: datetime) -> str:
    """The calendar of the due dates in ``zone``, with line ends as the format requires; one event for each."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//form4gen//deadline//EN", "CALSCALE:GREGORIAN"]
    for each in dues:
        if each.due.due is not None and is_dated(each.due):
            lines += _event(each, each.due.due.replace(tzinfo=zone), made_at)
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in _folded(line))


def is_dated(due: DueDate) -> bool:
    """Whether a calendar shows a due date: an amendment has none of its own, and some rows are never due."""
    return due.due is not None and due.standing is not Standing.NOT_DUE and due.measured_at is not None


def _event(each: Due, at: datetime, made_at: datetime) -> Iterator[str]:
    due, whose = each.due, _whose(each.filing)
    form = "Form 5" if due.basis is Basis.FORM_5 else "Form 4"
    late = "LATE: " if due.standing is Standing.LATE else ""
    head = f"{due.names}: due {time_of(at)}" if due.rows else f"Due {time_of(at)}"
    words = [head, counted(due), basis_of(due), each.file]
    yield "BEGIN:VEVENT"
    yield f"UID:{_identity(each, at)}@form4gen"
    yield f"DTSTAMP:{_utc(made_at)}"
    yield f"DTSTART:{_utc(at)}"
    yield f"SUMMARY:{_escaped(f'{late}{form} due{whose}')}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(word for word in words if word))}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", f"DESCRIPTION:{_escaped(f'{form} due{whose}')}")
    yield from ("END:VALARM", "END:VEVENT")


def _whose(filing: Filing | None) -> str:
    if filing is None:
        return ""
    persons = listed([owner.name for owner in filing.reporting_owners])
    issuer = filing.issuer.issuer_name or filing.issuer.issuer_trading_symbol
    return "".join((f": {persons}" if persons else "", f", {issuer}" if issuer else ""))


def _identity(each: Due, at: datetime) -> str:
    """The same for the same rows of the same persons, so that a calendar program replaces an event it already has."""
    from hashlib import sha256  # noqa: PLC0415  no other report needs it

    filing = each.filing
    owners = sorted(owner.rpt_owner_cik or owner.name for owner in filing.reporting_owners) if filing else []
    issuer = filing.issuer.issuer_cik if filing else ""
    rows = [(row.name, row.code, row.transaction_date.value) for row in each.due.rows]
    return sha256(repr((issuer, owners, rows, each.due.traded, at.isoformat())).encode()).hexdigest()[:32]


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """A text as a value: marks of the format with a backslash, and no other character that could end a line."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    plain = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)
    return plain.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets; each after the first begins with a blank."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _MOST_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
