"""Processes that share many inputs, one input at a time each, so that a crash affects no other input.

A process is forked where that is safe, and then shares the libraries that are loaded; elsewhere it is started anew and
loads them itself (macOS can fork, but its own libraries may crash in the child).

The pools of the standard library give up when a process crashes. The pool of pebble 5.2 was tried and loses two things
that the tests require: a process that ends with exit code 0 while it has an input stops the run for good, and Ctrl-C
while processes start leaves tracebacks, processes that still run, and sometimes a run that never ends, because pebble
forks from a thread and its processes react to Ctrl-C until they have changed their signal handler.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

from form4gen.cli.output import Result
from form4gen.cli.streams import Message
from form4gen.records import NamedTuple
from form4gen.signals import blocked, ignore

_CONTEXT = get_context("fork") if sys.platform == "linux" else get_context("spawn")
_SECONDS = 10  # for a process to finish its input, which takes about one
_AHEAD = 4  # inputs for each process that may be finished before one that precedes them

Work = Callable[[str], Result]


def flag() -> Any:
    """A ``value`` of 0 that processes started later share; none of them waits for another to read or set it."""
    return _CONTEXT.RawValue("b", 0)


class _Worker(NamedTuple):
    """A process, our end of the pipe to it, and the number of its input."""

    process: BaseProcess
    pipe: Connection
    number: int


def in_order(work: Work, paths: Iterable[str], jobs: int) -> Iterator[Result]:
    """The result of the work on each path, in the order of the paths, from so many processes.

    A process that crashes is replaced, and its input ends with 70. Few results are kept at a time: no process begins an
    input far ahead of one that is not finished. When the user interrupts the run, each process finishes its input, so
    that no partial file is left; the results so far follow, and then the interruption.
    """
    team = _Team(work)
    finished: dict[int, Result] = {}
    rest = enumerate(paths)
    position = started = 0
    try:
        while True:
            while len(team.busy) < jobs and started < position + _AHEAD * jobs and (job := next(rest, None)):
                team.begin(*job)
                started += 1
            if not team.busy:
                break
            finished.update(team.results())
            while position in finished:
                yield finished.pop(position)
                position += 1
    except KeyboardInterrupt:
        finished.update(team.end())
        while position in finished:
            yield finished.pop(position)
            position += 1
        raise
    finally:
        team.end()


class _Team:
    """The processes of a run: those that have an input, and those that wait for one."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._idle: list[_Worker] = []
        self.busy: dict[Connection, _Worker] = {}

    def begin(self, number: int, path: str) -> None:
        """Give an input to a process."""
        worker = self._idle.pop() if self._idle else self._start()
        # The process counts as busy before it begins and until its result is here: whenever the run is interrupted, it
        # is waited for.
        self.busy[worker.pipe] = worker._replace(number=number)
        with suppress(OSError):  # it has crashed, which is noticed when its result is read
            worker.pipe.send(path)

    def results(self) -> dict[int, Result]:
        """Wait for at least one result; all that have arrived, by the number of the input."""
        arrived = {}
        for pipe in wait(list(self.busy)):
            worker = self.busy[cast("Connection", pipe)]  # one of those waited for
            try:
                arrived[worker.number] = worker.pipe.recv()
            except (EOFError, OSError):
                arrived[worker.number] = _crash(worker)
            else:
                self._idle.append(worker)
            del self.busy[worker.pipe]
        return arrived

    def end(self) -> dict[int, Result]:
        """Let every process finish its input and end; the results that had not been read yet."""
        workers = [*self.busy.values(), *self._idle]
        for worker in workers:
            with suppress(OSError):
                worker.pipe.send(None)
        results = {}
        for worker in workers:
            with suppress(EOFError, OSError):
                while worker.pipe.poll(_SECONDS):
                    results[worker.number] = worker.pipe.recv()
            worker.pipe.close()
            worker.process.join(_SECONDS)
            worker.process.kill()
        self.busy.clear()
        self._idle.clear()
        return results

    def _start(self) -> _Worker:
        ours, theirs = _CONTEXT.Pipe()
        inherited = (*self.busy, *(each.pipe for each in self._idle), ours)
        not_theirs = inherited if _CONTEXT.get_start_method() == "fork" else ()
        process = _CONTEXT.Process(target=_serve, args=(theirs, self._work, not_theirs), daemon=True)
        with blocked():
            process.start()
        theirs.close()
        return _Worker(process, ours, -1)


def _serve(pipe: Connection, work: Work, not_ours: Sequence[Connection]) -> None:
    """The loop of a process: work on each input that arrives, until None arrives or the other side is gone.

    A copy of the other side of a pipe, inherited here, would hide that it is gone, so these are closed first.
    """
    ignore()
    for each in not_ours:
        each.close()
    with suppress(EOFError, OSError):
        while (path := pipe.recv()) is not None:
            pipe.send(work(path))


def _crash(worker: _Worker) -> Result:
    worker.process.join()
    worker.pipe.close()
    code = worker.process.exitcode or 0
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    words = f"internal error: crashed on this input ({how}). Run it alone, and report it if it crashes again."
    return Result(70, (Message(f"form4gen: {words}", is_error=True),))
