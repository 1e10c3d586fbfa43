"""Many forms drawn by one command: what a second worker gains, and whether the memory of a worker stays flat.

``BENCH_FORMS`` is how many forms one process draws for the memory; 500 of them take some minutes.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from cold import CALL
from cores import has_free
from goal import at_least, at_most
from memory import resident
from warm import sample

from form4gen.api.drawing import render_html, render_pdf
from form4gen.api.load import load

FORMS, ROWS, ROUNDS = 20, 10, int(os.environ.get("BENCH_BATCH_ROUNDS", "2"))
FIRST, ALL = 50, int(os.environ.get("BENCH_FORMS", "150"))


def _cost(paths: list[str], folder: str, jobs: int) -> tuple[float, float]:
    """Seconds on the clock and seconds of all cores."""
    options = ("--pdf", "--draft", "--force", "-o", folder, "--filed-at", "2017-11-14T20:00", "--jobs", str(jobs))
    start, cores = time.perf_counter(), _of_cores()
    subprocess.run(
        (sys.executable, "-c", CALL, "render", *paths, *options),
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - start, _of_cores() - cores


def _of_cores() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _workers() -> None:
    costs: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    is_idle = has_free(2)
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"form-{number}.json") for number in range(FORMS)]
        for path in paths:
            Path(path).write_bytes(sample(ROWS, 6))
        for _ in range(ROUNDS):
            for jobs, found in costs.items():
                found.append(_cost(paths, folder, jobs))
    (one, cores_of_one), (two, cores_of_two) = (
        (statistics.median(each) for each in zip(*found, strict=True)) for found in costs.values()
    )
    print(f"{FORMS} forms of {ROWS} rows as PDF, median of {ROUNDS} interleaved rounds")
    faster = at_least(one / two, 1.7, is_idle=is_idle and has_free(2))
    print(f"  one worker {one:.1f} s, two workers {two:.1f} s, times as fast: {faster}")
    print(f"  work of the cores: {cores_of_one:.1f} s and {cores_of_two:.1f} s, {cores_of_two / cores_of_one:.2f} x")


def _memory() -> None:
    pages = []
    for rows in (1, 2, 3):
        loaded = load(sample(rows, rows)).filing
        assert loaded is not None  # noqa: S101
        pages.append(render_html(loaded))
    early = 0
    for number, page in enumerate(islice(cycle(pages), ALL), 1):
        render_pdf(page)
        if number in (FIRST, ALL):
            gc.collect()
            early = early or resident()
    late = resident()
    print(f"  memory after {ALL} forms {late / 2**20:.1f} MB: {at_most(late / early, 1.1, f'x that after {FIRST}')}")


if __name__ == "__main__":
    _workers()
    if os.path.exists("/proc/self/statm"):
        _memory()
