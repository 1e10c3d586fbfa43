"""The running ledger as finished words: for a terminal, for a spreadsheet, for a program and for the HTML page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from form4gen.accounts.filing_history import Histories, History
from form4gen.accounts.running_ledger import Entry, Line, running_ledger
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Transaction
from form4gen.model.wording import day, number
from form4gen.records import NamedTuple
from form4gen.report.ink import Ink
from form4gen.report.wrapping import printable, wrapped

COLUMNS = ("Date", "Form", "Filed", "Row", "Code", "Change", "Balance", "File")
NUMBERS = frozenset({3, 5, 6})
_MARGIN = "  "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Shown(NamedTuple):
    """A history and its lines; ``at`` is the day of which the holdings are wanted, if it is one."""

    history: History
    lines: tuple[Line, ...]
    at: date | None


def shown(histories: Histories, at: date | None = None) -> list[Shown]:
    """What a report shows of each history."""
    return [Shown(each, running_ledger(each), at) for each in histories.found]


def title(history: History) -> tuple[str, str]:
    """The issuer and the reporting persons, with their CIKs."""
    issuer = history.issuer
    symbol = f" ({issuer.issuer_trading_symbol})" if issuer.issuer_trading_symbol else ""
    persons = "; ".join(f"{owner.name}, CIK {owner.rpt_owner_cik}" for owner in history.owners)
    return f"{issuer.issuer_name or 'Issuer'}{symbol}, CIK {issuer.issuer_cik}", persons


def forms_of(history: History) -> str:
    """``3 forms, Jan 5, 2026 to Nov 5, 2026; 1 amendment``."""
    made = [form.made for form in history.forms]
    amendments = sum(len(form.amendments) for form in history.forms)
    forms = f"{len(made)} form{'' if len(made) == 1 else 's'}"
    days = day(made[0]) if made[0] == made[-1] else f"{day(made[0])} to {day(made[-1])}"
    added = f"; {amendments} amendment{'' if amendments == 1 else 's'}" if amendments else ""
    return f"{forms}, {days}{added}"


def cells(entry: Entry) -> tuple[str, ...]:
    """The cells of one entry, as a person reads them, in the order of the columns."""
    row = entry.row
    code = row.code if isinstance(row, Transaction) else "holding"
    change = "" if entry.change is None else _signed(entry.change)
    balance = "" if entry.balance is None else number(entry.balance)
    filing = entry.given.filing
    return (
        day(entry.on), filing.document_type, day(entry.made), str(row.number), code, change, balance,
        entry.given.source,
    )  # fmt: skip


def remarks(entry: Entry) -> list[str]:
    """The sentences below an entry: an amendment, a gap with what would explain it, why it is not compared."""
    found = []
    if entry.replaced_by is not None:
        found.append(f"Replaced by the Form {entry.replaced_by.filing.document_type} in {entry.replaced_by.source}.")
    elif entry.given.filing.is_amendment:
        found.append("Amends the row above." if entry.replaces is not None else "Added by the amendment.")
    if entry.gap is not None:
        gap = entry.gap
        more = "more" if gap.difference > 0 else "less"
        found.append(
            f"Does not continue: the last balance is {number(gap.held)}, and this row begins with "
            f"{number(gap.before)}, {number(gap.difference.copy_abs())} {more}."
        )
        found.append(f"Would explain it: {' '.join(gap.reasons)}")
    if entry.remark:
        found.append(f"{entry.remark[0].upper()}{entry.remark[1:]}.")
    return found


def held_at(each: Shown) -> list[tuple[Line, Entry]]:
    """The lines that are not empty at the end of the day, each with the entry behind its balance."""
    found = [(line, entry) for line in each.lines if each.at and (entry := line.at(each.at))]
    return [(line, _at(entry, each.at)) for line, entry in found if entry.balance and each.at]


def _at(entry: Entry, on: date) -> Entry:
    """The entry behind a balance of a day, with a remark if the security had expired by then."""
    until = (
        entry.row.expiration_date.value if isinstance(entry.row, DerivativeTransaction | DerivativeHolding) else None
    )
    if until is None or until >= on:
        return entry
    return entry._replace(remark=f"it expired on {day(until)}, and no form among these files reports that")


def holdings_text(all_shown: Sequence[Shown], ink: Ink, width: int) -> str:
    """The ledgers for a terminal, ending in a line end."""
    return "\n".join(line for each in all_shown for line in _text(each, ink, width)).rstrip("\n") + "\n"


def _text(each: Shown, ink: Ink, width: int) -> Iterator[str]:
    issuer, persons = title(each.history)
    yield ink.strong(printable(issuer))
    yield from wrapped(printable(persons), width)
    yield forms_of(each.history)
    yield ""
    if each.at is None:
        for line in each.lines:
            yield ink.strong(printable(line.name))
            yield from _table(((cells(entry), remarks(entry)) for entry in line.entries), ink, width)
            yield ""
        return
    held = held_at(each)
    yield ink.strong(f"Holdings at the end of {day(each.at)}" if held else f"No holdings known on {day(each.at)}")
    for line, entry in held:
        yield ""
        yield printable(line.name)
        yield from _table([(cells(entry), remarks(entry)[-1:] if entry.remark else [])], ink, width)
    yield ""


def _table(entries: Iterable[tuple[tuple[str, ...], list[str]]], ink: Ink, width: int) -> Iterator[str]:
    listed = [(tuple(printable(cell) for cell in row), words) for row, words in entries]
    widths = [max(len(cell) for cell in column) for column in zip(COLUMNS, *(row for row, _ in listed), strict=True)]
    yield ink.quiet(_line(COLUMNS, widths))
    for row, words in listed:
        yield _line(row, widths)
        for sentence in words:
            yield from wrapped(printable(sentence), width, _MARGIN * 3, _MARGIN * 3)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if place in NUMBERS else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return (_MARGIN + _MARGIN.join(padded)).rstrip()


def holdings_json(all_shown: Iterable[Shown]) -> str:
    """The ledgers for a program; numbers are texts, as exact as the forms have them."""
    return json.dumps([_object(each) for each in all_shown], ensure_ascii=False, indent=2) + "\n"


def _object(each: Shown) -> dict[str, Any]:
    issuer = each.history.issuer
    found: dict[str, Any] = {
        "issuer": {"issuerCik": issuer.issuer_cik, "issuerName": issuer.issuer_name},
        "reportingOwners": [
            {"rptOwnerCik": owner.rpt_owner_cik, "rptOwnerName": owner.rpt_owner_name} for owner in each.history.owners
        ],
    }
    if each.at is not None:
        held = [{"line": line.name, **_fields(entry)} for line, entry in held_at(each)]
        return found | {"at": each.at.isoformat(), "holdings": held}
    lines = [{"line": line.name, "entries": [_fields(entry) for entry in line.entries]} for line in each.lines]
    return found | {"lines": lines}


def _fields(entry: Entry) -> dict[str, Any]:
    row, gap, filing = entry.row, entry.gap, entry.given.filing
    found: dict[str, Any] = {
        "table": row.table,
        "securityTitle": row.security_title.value,
        "directOrIndirectOwnership": row.direct_or_indirect_ownership.value,
        "natureOfOwnership": row.nature_of_ownership.value,
        "conversionOrExercisePrice": None,
        "exerciseDate": None,
        "expirationDate": None,
        "date": entry.on.isoformat(),
        "documentType": filing.document_type,
        "filed": entry.made.isoformat(),
        "file": entry.given.source,
        "row": row.number,
        "transactionCode": row.code if isinstance(row, Transaction) else None,
        "change": _plain(entry.change),
        "balance": _plain(entry.balance),
        "isReplaced": entry.replaced_by is not None,
        "difference": _plain(gap.difference) if gap else None,
        "remarks": remarks(entry),
    }
    if isinstance(row, DerivativeTransaction | DerivativeHolding):
        found["conversionOrExercisePrice"] = _plain(row.conversion_or_exercise_price.value)
        found["exerciseDate"] = _iso(row.exercise_date.value)
        found["expirationDate"] = _iso(row.expiration_date.value)
    return found


def holdings_csv(all_shown: Iterable[Shown]) -> str:
    """The ledgers for a spreadsheet, one row an entry; a text that it would run as a formula begins with '."""
    target = io.StringIO()
    head = ["issuerCik", "issuerName", "rptOwnerCik", "rptOwnerName", "line"]
    writer: csv.DictWriter[str] | None = None
    for each in all_shown:
        entries = held_at(each) if each.at else [(line, entry) for line in each.lines for entry in line.entries]
        history = each.history
        who = [
            history.issuer.issuer_cik,
            history.issuer.issuer_name,
            "; ".join(owner.rpt_owner_cik or "" for owner in history.owners),
            "; ".join(owner.rpt_owner_name or "" for owner in history.owners),
        ]
        for line, entry in entries:
            fields = _fields(entry)
            record = dict(zip(head, (*who, line.name), strict=True)) | fields | {"remarks": " ".join(fields["remarks"])}
            if writer is None:
                writer = csv.DictWriter(target, tuple(record), lineterminator="\n")
                writer.writeheader()
            writer.writerow({key: _harmless(key, value) for key, value in record.items()})
    return target.getvalue()


def _harmless(key: str, value: Any) -> Any:
    is_ours = key in ("change", "difference", "balance")
    return f"'{value}" if isinstance(value, str) and not is_ours and value.startswith(_FORMULA) else value


def _signed(value: Decimal) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
