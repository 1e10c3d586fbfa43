"""Many filings through the command line, as a user would: time, memory, a second worker, and an audit.

``BENCH_FILINGS`` is how many filings the largest archive has. 50,000 take some minutes for each command, and the audit
about 1 GB of disk. ``BENCH_MANY`` names the commands to measure, such as ``json,audit``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from archive import forms, make_archive
from cold import CALL, ENVIRONMENT
from cores import has_free
from goal import NOT_MEASURED, at_least, at_most

FEW, SOME, ALL = 100, 500, int(os.environ.get("BENCH_FILINGS", "5000"))
FORMATS = ("json", "concise", "sarif", "text")
CHOSEN = os.environ.get("BENCH_MANY", ",".join((*FORMATS, "audit"))).split(",")
ENDS = (0, 1)  # no filing has errors, or some have
_GLANCE = 0.05  # seconds between two looks at the memory
_MB = 2**20


class Cost(NamedTuple):
    """Seconds on the clock and of all cores; the most memory of the command and of its largest worker, in bytes."""

    clock: float
    cores: float
    command: int
    worker: int


def measured(*arguments: str) -> Cost:
    """What a command costs; one that does not end as it should ends the measurement."""
    most: dict[int, int] = {}
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            (sys.executable, "-c", CALL, *arguments), env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=said
        )
        while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            for each in (process.pid, *_children(process.pid)):
                most[each] = max(_peak(each), most.get(each, 0))
            time.sleep(_GLANCE)
        clock = time.perf_counter() - start
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ENDS:
            said.seek(0)
            sys.exit(f"{said.read()}form4gen {' '.join(arguments)} ended with {process.returncode}")
    command = most.pop(process.pid, 0)
    return Cost(clock, used.ru_utime + used.ru_stime, command, max(most.values(), default=0))


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:  # it has just ended
        return []


def _peak(pid: int) -> int:
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text("ascii"))
    except OSError:  # it has just ended
        return 0
    return int(found[1]) * 1024 if found else 0


def _validate(path: str, form: str, jobs: int = 1) -> Cost:
    return measured("validate", path, "--format", form, "--jobs", str(jobs))


def _audit(path: str, jobs: int) -> Cost:
    return measured("audit", path, "-o", f"{path}-audit-{jobs}", "--force", "--jobs", str(jobs))


def _time(name: str, costs: Mapping[int, Cost], goal: float | None, *, is_idle: bool) -> None:
    """The time of a filing, the start of the command aside, and whether it is the same among few and among many."""
    small = (costs[SOME].cores - costs[FEW].cores) / (SOME - FEW) * 1000
    large = (costs[ALL].cores - costs[SOME].cores) / (ALL - SOME) * 1000
    found = f"{large:.2f} ms" if goal is None else at_most(large, goal, "ms", is_idle=is_idle)
    print(f"  {name}, a filing: {found}")
    growth = at_most(large / small, 1.1, f"x one among {SOME}", is_idle=is_idle)
    print(f"  {name}, linear, a filing among {ALL:,}: {growth}")


def _memory(name: str, few: Cost, many: Cost) -> None:
    """The memory of the command, and of a worker where it had one."""
    for whose, little, much in (("the command", few.command, many.command), ("a worker", few.worker, many.worker)):
        if little and much:
            ratio = at_most(much / little, 1.3, f"x that of {SOME}")
            print(f"  {name}, memory of {whose}: {ratio}, {little / _MB:.1f} and {much / _MB:.1f} MB")


def _checks(paths: Mapping[int, str]) -> None:
    is_idle = has_free(1)
    costs = {number: _validate(path, "json") for number, path in paths.items()}
    _time("json", costs, 4.0, is_idle=is_idle and has_free(1))
    _memory("json", costs[SOME], costs[ALL])
    is_idle = has_free(2)
    few, two = (_validate(paths[number], "json", jobs=2) for number in (SOME, ALL))
    faster = at_least(costs[ALL].clock / two.clock, 1.8, is_idle=is_idle and has_free(2))
    print(f"  json, two workers, times as fast: {faster}")
    print(f"  json, two workers, work of the cores: {two.cores / costs[ALL].cores:.2f} x that of one")
    _memory("json, two workers", few, two)


def _audits(paths: Mapping[int, str]) -> None:
    if find_spec("duckdb") is None:
        print(f"  audit: {NOT_MEASURED}; it takes form4gen[audit]")
        return
    is_idle = has_free(1)
    costs = {number: _audit(path, 1) for number, path in paths.items()}
    _time("audit", costs, None, is_idle=is_idle and has_free(1))
    _memory("audit", costs[SOME], costs[ALL])
    _memory("audit, two workers", *(_audit(paths[number], 2) for number in (SOME, ALL)))


def main() -> None:
    if not Path("/proc/self/status").exists():
        print(f"Many filings: {NOT_MEASURED}; it takes Linux")
        return
    with tempfile.TemporaryDirectory() as folder:
        kind, contents = forms()
        paths = {
            number: make_archive(os.path.join(folder, f"{number}.zip"), contents, number) for number in (FEW, SOME, ALL)
        }
        print(f"Many filings through the command line: archives of {FEW}, {SOME} and {ALL:,}, made of {kind}")
        if "json" in CHOSEN:
            _checks(paths)
        for form in FORMATS[1:]:
            if form in CHOSEN:
                _memory(form, *(_validate(paths[number], form) for number in (SOME, ALL)))
        if "audit" in CHOSEN:
            _audits(paths)


if __name__ == "__main__":
    main()
