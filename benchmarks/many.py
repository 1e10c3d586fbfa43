"""Many filings checked by one command, as a user would: an archive of real filings, repeated as often as wanted.

``BENCH_FILINGS`` is how many filings the largest archive has; 50,000 of them take some minutes a run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from itertools import cycle, islice
from pathlib import Path

from cold import CALL, ENVIRONMENT
from cores import BUSY, has_free
from goal import at_least, at_most
from memory import CORPUS

FEW, SOME, ALL = 100, 500, int(os.environ.get("BENCH_FILINGS", "5000"))
FILED_AT = ("--filed-at", "2026-11-09T12:00")


def _archive(path: str, filings: list[Path], number: int) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for count, filing in enumerate(islice(cycle(filings), number)):
            archive.write(filing, f"{count // 1000:03}/{count:06}-{filing.name}")
    return path


def _cost(path: str, form: str, jobs: int = 1) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of all cores, and the peak of the largest process in MB."""
    options = ("validate", path, "--format", form, "--jobs", str(jobs), *FILED_AT)
    program = (
        "import resource, subprocess, sys, time; start = time.perf_counter(); "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
    )
    done = subprocess.run(
        (sys.executable, "-c", program, sys.executable, "-c", CALL, *options),
        env=ENVIRONMENT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    clock, cores, peak = map(float, done.stdout.split())
    return clock, cores, peak


def main() -> None:
    filings = sorted(CORPUS.glob("4-*.xml"))
    if not filings:
        print("Many filings: not measured; it takes a folder of real filings")
        return
    with tempfile.TemporaryDirectory() as folder:
        few, some, large = (
            _archive(os.path.join(folder, f"{number}.zip"), filings, number) for number in (FEW, SOME, ALL)
        )
        print(f"Many filings, checked by one command: archives of {FEW}, {SOME} and {ALL:,}")
        costs = {path: _cost(path, "json") for path in (few, some, large)}
        each = (costs[some][1] - costs[few][1]) / (SOME - FEW) * 1000
        in_all = (costs[large][1] - costs[some][1]) / (ALL - SOME) * 1000
        is_idle = has_free(1)
        print(f"  a filing: {at_most(in_all, 4.0, 'ms') if is_idle else f'{in_all:.2f} ms; the goal is {BUSY}'}")
        growth = at_most(in_all / each, 1.1, f"x one among {SOME}") if is_idle else BUSY
        print(f"  linear, a filing among {ALL:,}: {growth}")
        for form in ("json", "sarif"):
            peaks = [costs[path][2] if form == "json" else _cost(path, form)[2] for path in (some, large)]
            print(f"  memory, --format {form}: {at_most(peaks[1] / peaks[0], 1.3, f'x that of {SOME}')}")
        _two_workers(large, costs[large])


def _two_workers(path: str, alone: tuple[float, float, float]) -> None:
    is_idle = has_free(2)
    clock, cores, _ = _cost(path, "json", jobs=2)
    faster = at_least(alone[0] / clock, 1.8) if is_idle and has_free(2) else BUSY
    print(f"  two workers, times as fast: {faster}")
    print(f"  two workers, work of the cores: {cores / alone[1]:.2f} x that of one")


if __name__ == "__main__":
    main()
