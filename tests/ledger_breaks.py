"""The breaks that the ledger finds in the real filings, and what a person who read the filings says of 50 of them.

``tests/filings/ledger_breaks.tsv`` has a line for each judged break, one of each of 50 persons, chosen at random: the
filing whose balance does not continue, the row, the balance reported last and the one that the row begins with, the
cause and the reason. What was an error of the ledger must not be found any more.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from corpus import filings_folder

from form4gen.accounts.filing_history import Given, Histories, histories
from form4gen.accounts.running_ledger import running_ledger
from form4gen.api.filings import read_prior
from form4gen.errors import UnusableInputError

BREAKS = Path(__file__).parent / "filings" / "ledger_breaks.tsv"


class Cause(Enum):
    """Why a balance does not continue."""

    MISSING = "missing form"  # a form between the two is not in the folder
    SPLIT = "split"
    EXEMPT = "exempt"  # a change that no form needs to report
    MOVED = "moved"  # between classes or forms of ownership
    FILER = "filer"  # an error of the filer
    UNCLEAR = "unclear"  # neither filing says
    LEDGER = "ledger"  # an error of the ledger, since corrected


class Break(NamedTuple):
    """A balance that does not continue: the file, the row, the balance reported last, and that before the row."""

    file: str
    row: str
    held: Decimal
    before: Decimal


class Judged(NamedTuple):
    """A break with its cause, and the reason in a few words."""

    found: Break
    cause: Cause
    reason: str


def read_judged() -> list[Judged]:
    """Every line of the file."""
    with BREAKS.open(encoding="utf-8", newline="") as file:
        return [
            Judged(
                Break(line["file"], line["row"], Decimal(line["held"]), Decimal(line["before"])),
                Cause(line["cause"]),
                line["reason"],
            )
            for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def real_histories() -> Histories:
    """The histories of every real ownership document and submission that is a Form 3, 4 or 5."""
    folder, given = filings_folder(), []
    for path in (path for kind in ("xml", "xml-2", "txt", "txt-2") for path in sorted((folder / kind).iterdir())):
        try:
            given.append(Given(path.name, read_prior(path.read_bytes())))
        except UnusableInputError:
            continue
    return histories(given)


def breaks(found: Histories) -> Iterable[Break]:
    """Every break of every person."""
    for history in found.found:
        for line in running_ledger(history):
            for entry in line.entries:
                if entry.gap is not None:
                    yield Break(entry.given.source, entry.row.name, entry.gap.held, entry.gap.before)
