"""All rules on real filings: how long the check of a filing takes, without loading it.

The filings are those of ``xml/`` and ``xml-2/`` in the folder that ``FORM4GEN_FILINGS`` names, or beside the checkout.
"""

from __future__ import annotations

import csv
import os
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from goal import at_most, percentile

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from corpus import filings_folder  # noqa: E402  found by the line above

from form4gen.edgar.dump import dump  # noqa: E402
from form4gen.edgar.reader import read as read_edgar  # noqa: E402
from form4gen.errors import UnusableInputError  # noqa: E402
from form4gen.intake.document import read as read_json  # noqa: E402
from form4gen.intake.structure import structure  # noqa: E402
from form4gen.prose.reading import read  # noqa: E402
from form4gen.rules.engine import check  # noqa: E402

ROUNDS = int(os.environ.get("BENCH_RULES_ROUNDS", "5"))
SETS = {"xml": ("index.tsv", "filed"), "xml-2": ("index-2.tsv", "filedAt")}
EASTERN = ZoneInfo("America/New_York")
EVENING = 21
MEDIAN, PERCENTILE_99 = 1.5, 8.0  # milliseconds


def _documents(folder: Path) -> Iterator[tuple[Any, datetime]]:
    """Each Form 4 and 4/A as our document, with its time of filing: 9 p.m. where only the day is known."""
    for name, (table, column) in SETS.items():
        if not (folder / name).is_dir():
            continue
        with (folder / table).open(encoding="utf-8") as file:
            filed = {row["file"]: row[column] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
        for path in sorted((folder / name).glob("4*.xml")):
            try:
                document = read_json(dump(read_edgar(path.read_bytes()).document).encode()).data
            except UnusableInputError:  # a few are not well-formed
                continue
            day = filed.get(path.name) or max(each["signatureDate"] for each in document["ownerSignatures"])
            moment = datetime.fromisoformat(day)
            yield document, moment.replace(hour=moment.hour or EVENING, tzinfo=EASTERN)


def _milliseconds(document: Any, filed_at: datetime) -> float:
    """Processor time of one check, with none of the filing's texts read before."""
    filing = structure(document)
    read.cache_clear()
    start = time.process_time()
    check(filing, filed_at, is_planned=True)
    return (time.process_time() - start) * 1000


def main() -> None:
    try:
        documents = list(_documents(filings_folder()))
    except pytest.skip.Exception as absent:
        print(f"All rules on real filings: not measured; {absent}")
        return
    for each in documents[:20]:
        _milliseconds(*each)
    rounds = [[_milliseconds(*each) for each in documents] for _ in range(ROUNDS)]
    times = [statistics.median(found) for found in zip(*rounds, strict=True)]
    print(f"All rules on {len(times):,} real filings, each the median of {ROUNDS} rounds")
    print(f"  median: {at_most(statistics.median(times), MEDIAN, 'ms')}")
    print(f"  99th percentile: {at_most(percentile(times, 99), PERCENTILE_99, 'ms')}")
    print(f"  slowest: {max(times):.2f} ms")


if __name__ == "__main__":
    main()
