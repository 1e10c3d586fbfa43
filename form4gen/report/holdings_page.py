"""The running ledger as finished strings for its HTML page."""

from __future__ import annotations

from datetime import date
from typing import Any

from form4gen.accounts.filing_history import Histories
from form4gen.model.wording import day
from form4gen.records import NamedTuple
from form4gen.report.holdings import COLUMNS, NUMBERS, cells, forms_of, held_at, remarks, shown, title

_CLASSES = ("day", "", "day", "number", "", "number", "number", "file")
"""The style of each column."""


class Entries(NamedTuple):
    """A table of the page: its heading, and its rows with what is to be said below each."""

    heading: str
    rows: tuple[Shown, ...]


class Shown(NamedTuple):
    """A row: its cells, the remarks below it, whether an amendment replaced it, and whether it does not continue."""

    cells: tuple[str, ...]
    remarks: tuple[str, ...]
    is_replaced: bool
    is_gap: bool


class LedgerPage(NamedTuple):
    """The ledger of the same persons in one issuer."""

    issuer: str
    persons: str
    forms: str
    tables: tuple[Entries, ...]


def page(found: Histories, at: date | None) -> dict[str, Any]:
    """What the template of the page needs."""
    listed = []
    for each in shown(found, at):
        lines = each.lines if at is None else [line._replace(entries=(entry,)) for line, entry in held_at(each)]
        tables = tuple(
            Entries(
                line.name,
                tuple(
                    Shown(
                        cells(entry),
                        tuple(remarks(entry)) if at is None else (),
                        entry.replaced_by is not None,
                        entry.gap is not None,
                    )
                    for entry in line.entries
                ),
            )
            for line in lines
        )
        listed.append(LedgerPage(*title(each.history), forms_of(each.history), tables))
    heading = f"Holdings at the end of {day(at)}" if at else "Ledger of holdings"
    return {"heading": heading, "ledgers": listed, "columns": COLUMNS, "numbers": NUMBERS, "classes": _CLASSES}
