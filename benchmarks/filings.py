"""The parts of form4gen on real filings, in one process: the median filing, and the 99th percentile.

The filings are those of ``xml/`` and ``xml-2/`` in the folder that ``FORM4GEN_FILINGS`` names, or beside the checkout.
``BENCH_FILINGS_ROUNDS`` is how often each is measured.
"""

from __future__ import annotations

import csv
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

import pytest
from cores import has_free
from goal import NOT_MEASURED, at_most, percentile
from warm import sample

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from corpus import filings_folder  # noqa: E402  found by the line above

from form4gen.api.check import validate  # noqa: E402
from form4gen.api.filings import export_filing, import_filing  # noqa: E402
from form4gen.api.load import load  # noqa: E402
from form4gen.api.reports import Report, report_json, report_text  # noqa: E402
from form4gen.errors import UnusableInputError  # noqa: E402
from form4gen.intake.structure import structure  # noqa: E402
from form4gen.prose.reading import read, statements_of  # noqa: E402
from form4gen.render.html import html  # noqa: E402
from form4gen.rules.engine import check  # noqa: E402

ROUNDS = int(os.environ.get("BENCH_FILINGS_ROUNDS", "5"))
SETS = {"xml": ("index.tsv", "filed"), "xml-2": ("index-2.tsv", "filedAt")}
EASTERN = ZoneInfo("America/New_York")
EVENING = 21

Value = TypeVar("Value")


class Goal(NamedTuple):
    """At most so many milliseconds: of the median filing, and of all but one in a hundred."""

    median: float
    percentile_99: float


PARTS = {
    "import of the XML": Goal(1.0, 5.0),
    "all rules": Goal(1.5, 8.0),
    "import of the XML and all rules": Goal(2.5, 13.0),
    "JSON to report: load, check, report": Goal(4.0, 20.0),
    "page as HTML": Goal(3.0, 15.0),
    "export as XML": Goal(0.6, 3.0),
}


def _filings(folder: Path) -> Iterator[tuple[bytes, datetime]]:
    """Each Form 4 and 4/A with its time of filing: 9 p.m. where only the day is known."""
    for name, (table, column) in SETS.items():
        if not (folder / name).is_dir():
            continue
        with (folder / table).open(encoding="utf-8") as file:
            filed = {row["file"]: row[column] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
        for path in sorted((folder / name).glob("4*.xml")):
            raw = path.read_bytes()
            try:
                document = import_filing(raw).document
            except UnusableInputError:  # a few are not well-formed
                continue
            day = filed.get(path.name) or max(each["signatureDate"] for each in document["ownerSignatures"])
            moment = datetime.fromisoformat(day)
            yield raw, moment.replace(hour=moment.hour or EVENING, tzinfo=EASTERN)


def _timed(work: Callable[[], Value]) -> tuple[float, Value]:
    """Milliseconds of processor time."""
    start = time.process_time()
    found = work()
    return (time.process_time() - start) * 1000, found


def _first(work: Callable[[], Value]) -> tuple[float, Value]:
    """The same, with none of the filing's texts read before."""
    read.cache_clear()
    statements_of.cache_clear()
    return _timed(work)


def _measured(raw: bytes, filed_at: datetime) -> tuple[float, ...]:
    """Milliseconds of each part, in the order of ``PARTS``."""
    importing, imported = _first(lambda: import_filing(raw))
    filing = structure(imported.document)
    checking, _ = _first(lambda: check(filing, filed_at, is_planned=True))
    both, _ = _first(lambda: check(structure(import_filing(raw).document), filed_at, is_planned=True))
    text = imported.text.encode()

    def whole() -> str:
        return report_json(Report("form4.json", filed_at, validate(load(text), filed_at, is_planned=True)))

    reporting, _ = _first(whole)
    drawing, _ = _first(lambda: html(filing))
    exporting, _ = _first(lambda: export_filing(filing))
    return importing, checking, both, reporting, drawing, exporting


def _small(rows: int = 3, runs: int = 31) -> None:
    """A made form with few rows, from JSON to the report, in a process that has read its texts before."""
    raw, filed_at = sample(rows, rows), datetime(2017, 11, 14, 20, 0, tzinfo=EASTERN)

    def whole() -> str:
        return report_text(Report("form4.json", filed_at, validate(load(raw), filed_at)))

    is_idle = has_free(1)
    times = [_timed(whole)[0] for _ in range(runs)]
    found = at_most(statistics.median(times), 2.0, "ms", is_idle=is_idle)
    print(f"JSON to report, a made form of {rows} rows: {found}")


def main() -> None:
    _small()
    try:
        filings = list(_filings(filings_folder()))
    except pytest.skip.Exception as absent:
        print(f"Real filings, one process: {NOT_MEASURED}; {absent}")
        return
    for each in filings[:20]:
        _measured(*each)
    is_idle = has_free(1)
    rounds = [[_measured(*each) for each in filings] for _ in range(ROUNDS)]
    is_idle = is_idle and has_free(1)
    print(f"{len(filings):,} real filings in one process, each the median of {ROUNDS} rounds")
    for number, (name, goal) in enumerate(PARTS.items()):
        times = [statistics.median(parts[number] for parts in of_filing) for of_filing in zip(*rounds, strict=True)]
        print(f"  {name}, median: {at_most(statistics.median(times), goal.median, 'ms', is_idle=is_idle)}")
        late = at_most(percentile(times, 99), goal.percentile_99, "ms", is_idle=is_idle)
        print(f"  {name}, 99th percentile: {late}, slowest {max(times):.2f} ms")


if __name__ == "__main__":
    main()
