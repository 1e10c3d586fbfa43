"""Whether memory stays flat: real filings are imported, checked and exported thousands of times in one process."""

from __future__ import annotations

import gc
import os
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from zoneinfo import ZoneInfo

from goal import NOT_MEASURED, at_most

from form4gen.api.filings import export_filing, import_filing
from form4gen.errors import UnusableInputError
from form4gen.intake.structure import structure
from form4gen.rules.engine import check

CORPUS = Path(__file__).parent.parent.parent / "shared" / "filings" / "xml"
FILED_AT = datetime(2026, 11, 9, 12, 0, tzinfo=ZoneInfo("America/New_York"))
FIRST, ALL = 500, int(os.environ.get("BENCH_FILINGS", "5000"))


def resident() -> int:
    """The memory of this process now, in bytes; what it once had at most would hide what was given back."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _work(raw: bytes) -> None:
    try:
        filing = structure(import_filing(raw).document)
    except UnusableInputError:
        return
    check(filing, FILED_AT)
    export_filing(filing)


def main() -> None:
    filings = [path.read_bytes() for path in sorted(CORPUS.glob("*.xml"))]
    if not filings or not os.path.exists("/proc/self/statm"):
        print(f"Memory of one process: {NOT_MEASURED}; it takes Linux and a folder of real filings")
        return
    early = 0
    for number, raw in enumerate(islice(cycle(filings), ALL), 1):
        _work(raw)
        if number in (FIRST, ALL):
            gc.collect()
            early = early or resident()
    late = resident()
    print(f"Memory of one process that imports, checks and exports filings, after {ALL:,} of them")
    print(f"  {late / 2**20:.1f} MB: {at_most(late / early, 1.1, f'x that after {FIRST}')}")


if __name__ == "__main__":
    main()
