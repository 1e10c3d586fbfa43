"""The derivative rows of every Form 4 of a quarter, as filings that the rules on Table II can read.

The tables (the SEC's Insider Transactions Data Sets, 2024 Q3) hold rows, heads and signatures, but neither Table I, the
owners, the texts of footnotes nor the boxes: a rule that asks for one of these is not fed. The nature of ownership is
left out, because the tables shift it between rows.
"""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

from case_files import EASTERN

from form4gen.audit.data_set_form import Cells, document
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing

QUARTER = "2024q3"
# The rules that read nothing but dates, codes, titles and amounts of Table II, the head and the signatures. Those that
# ask whether the one or the other of two amounts is there are not among them: the tables shift amounts in dollars
# between rows too, as the number of such filings with one row too full and another empty shows.
FED = (
    "AM101", "AM102", "AM104", "DL103", "DL106", "DL201", "DV101", "DV102", "DV103", "HB101", "HB102", "HB109", "HB203",
    "HD105", "HD106", "HD107", "HD201", "HD202", "HD203", "HD204", "HD205", "HD206", "PR102", "PR103", "PR201", "PR202",
    "SG201", "SG202", "TC101", "TC102", "TC115", "TC116", "TC201", "TC204", "TC205", "TC206",
)  # fmt: skip

_KEPT = ("documentType", "periodOfReport", "dateOfOriginalSubmission", "issuer", "derivativeTable", "ownerSignatures")
_ROWS = ("DERIV_TRANS", "DERIV_HOLDING", "OWNER_SIGNATURE")


def population(folder: Path) -> Iterator[tuple[Filing, datetime]]:
    """Every Form 4 and 4/A of the quarter that has a derivative row, and when it was filed."""
    rows: dict[str, dict[str, list[Cells]]] = defaultdict(lambda: defaultdict(list))
    for table in _ROWS:
        for line in _lines(folder, table):
            rows[line["ACCESSION_NUMBER"]][table].append(line)
    for line in _lines(folder, "SUBMISSION"):
        of_filing = rows[line["ACCESSION_NUMBER"]]
        if line["DOCUMENT_TYPE"] in ("4", "4/A") and not of_filing.keys().isdisjoint(_ROWS[:2]):
            for table in _ROWS[:2]:
                of_filing[table].sort(key=lambda row: int(row[f"{table}_SK"] or 0))
            made = document(line, of_filing)
            yield structure({key: made[key] for key in _KEPT if key in made}), _evening(line["FILING_DATE"])


def _lines(folder: Path, table: str) -> Iterator[dict[str, str]]:
    with gzip.open(folder / f"{table}-{QUARTER}.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _evening(text: str) -> datetime:
    day = datetime.strptime(text, "%d-%b-%Y").date()  # noqa: DTZ007  a day has no zone
    return datetime.combine(day, time(21), EASTERN)
