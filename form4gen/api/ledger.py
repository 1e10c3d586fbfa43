"""The holdings of reporting persons over all their forms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from form4gen import __version__
from form4gen.accounts.filing_history import Given as Given
from form4gen.accounts.filing_history import Histories as Histories
from form4gen.accounts.filing_history import histories as histories
from form4gen.report.wrapping import WIDTH


def ledger_text(found: Histories, at: date | None = None, *, color: bool = False, width: int = WIDTH) -> str:
    """The ledgers for a person; with ``at``, the holdings at the end of that day."""
    from form4gen.report.holdings import holdings_text, shown  # noqa: PLC0415  few runs need it
    from form4gen.report.ink import Ink  # noqa: PLC0415  the same

    return holdings_text(shown(found, at), Ink(color), width)


def ledger_json(found: Histories, at: date | None = None) -> str:
    """The ledgers for a program."""
    from form4gen.report.holdings import holdings_json, shown  # noqa: PLC0415  few runs need it

    return holdings_json(shown(found, at))


def ledger_csv(found: Histories, at: date | None = None) -> str:
    """The ledgers for a spreadsheet."""
    from form4gen.report.holdings import holdings_csv, shown  # noqa: PLC0415  few runs need it

    return holdings_csv(shown(found, at))


def ledger_html(found: Histories, at: date | None = None) -> str:
    """The ledgers as one self-contained page."""
    from form4gen.render.templates import drawn  # noqa: PLC0415  few runs need it
    from form4gen.report.holdings_page import page  # noqa: PLC0415  the same

    return drawn("ledger.html.jinja", **page(found, at), version=__version__)


def copies_and_others(found: Histories) -> Iterable[str]:
    """A sentence for each file that repeats another or has no place in a ledger."""
    for copy, original in found.copies:
        yield f"{copy.source} is the same filing as {original.source}, and is counted once."
    for given, reason in found.left_out:
        yield f"{given.source} is left out: {reason}."
