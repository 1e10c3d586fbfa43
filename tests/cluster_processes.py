"""A Dask scheduler and workers on this computer, each a process of its own, for the time of a test."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from command_line import ROOT

_SCHEDULER = """
import asyncio, sys
from distributed import Scheduler
async def serve():
    async with Scheduler(host="127.0.0.1", port=0, protocol=sys.argv[1], dashboard=False) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()
asyncio.run(serve())
"""
_WORKER = """
import asyncio, sys
from distributed import Worker
{before}
async def serve():
    async with Worker(sys.argv[1], nthreads=1, host="127.0.0.1", dashboard=False) as worker:
        print(worker.address, flush=True)
        await worker.finished()
asyncio.run(serve())
"""


class Cluster:
    """The processes: ``address`` is that of the scheduler; ``begin`` adds a worker, on which ``before`` runs first."""

    def __init__(self, folder: Path, protocol: str, settings: dict[str, str]) -> None:
        self._folder, self._settings = folder, settings
        self.scheduler, self.address = self._start(_SCHEDULER, protocol)
        self.workers: list[subprocess.Popen[str]] = []

    def begin(self, before: str = "") -> subprocess.Popen[str]:
        """A worker that has joined."""
        worker, _ = self._start(_WORKER.format(before=before), self.address)
        self.workers.append(worker)
        return worker

    def end(self) -> None:
        """End every process."""
        for each in (*self.workers, self.scheduler):
            each.kill()
            each.communicate()

    def _start(self, code: str, *arguments: str) -> tuple[subprocess.Popen[str], str]:
        # each needs packages and this checkout, and no settings of the person who runs the tests
        environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_CONFIG": str(self._folder)} | self._settings
        started = subprocess.Popen(  # noqa: S603  our own code
            (sys.executable, "-c", code, *arguments), cwd=self._folder, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert started.stdout is not None
        return started, started.stdout.readline().strip()


@contextmanager
def cluster(folder: Path, workers: int, protocol: str = "tcp://", **settings: str) -> Iterator[Cluster]:
    """A cluster with so many workers of one thread each, with settings of Dask as it reads them in the environment."""
    folder.mkdir()
    made = Cluster(folder, protocol, settings)
    try:
        for _ in range(workers):
            made.begin()
        yield made
    finally:
        made.end()


def wait_for(path: Path, seconds: float = 30) -> None:
    """Wait until a file exists."""
    until = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < until, f"{path} was not made"
        time.sleep(0.02)
