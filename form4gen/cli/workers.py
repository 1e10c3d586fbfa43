"""Processes that share many inputs, one input at a time each, so that a crash affects no other input.

A process is forked where that is safe, and then shares the libraries that are loaded; elsewhere it is started anew and
loads them itself (macOS can fork, but its own libraries may crash in the child).

The pools of the standard library give up when a process crashes. The pool of pebble 5.2 was tried and loses two things
that the tests require: a process that ends with exit code 0 while it has an input stops the run for good, and Ctrl-C
while processes start leaves tracebacks, processes that still run, and sometimes a run that never ends, because pebble
forks from a thread and its processes react to Ctrl-C until they have changed their signal handler.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import cast

from form4gen.cli.faults import describe
from form4gen.cli.output import Item, Result
from form4gen.cli.streams import Message
from form4gen.errors import shortage
from form4gen.records import NamedTuple
from form4gen.signals import GIVE_UP, Stopped, blocked, ignore
from form4gen.typed import Any, Generic

_CONTEXT = get_context("fork") if sys.platform == "linux" else get_context("spawn")
_SECONDS = 10  # for a process to finish its input, which takes about one
_GLANCE = 0.2  # seconds between two looks for an interruption
_ENOUGH_MEMORY = 2 * 1024**3
_NO_MEMORY = 12  # the exit code of a process that cannot even say so
_UNCAUGHT = 1  # the exit code of one that an exception ends, as Python starts it
_AHEAD = 4  # inputs for each process that may be finished before one that precedes them


def flag() -> Any:
    """A ``value`` of 0 that processes started later share; none of them waits for another to read or set it."""
    return _CONTEXT.RawValue("b", 0)


class _Worker(NamedTuple):
    """A process, our end of the pipe to it, and the number of its input."""

    process: BaseProcess
    pipe: Connection
    number: int


def in_order(
    work: Callable[[Item], Result], paths: Iterable[Item], jobs: int, is_stopped: Callable[[], bool] = lambda: False
) -> Generator[tuple[Item, Result], None, None]:
    """Each path, or other input, with the result of the work on it, in the order of the paths, from so many processes.

    A process that crashes is replaced, and its input ends with 70, or with 2 if the computer is at fault. Few results
    are kept at a time: no process begins an input far ahead of one that is not finished. With ``is_stopped`` no input
    is begun any more; each process finishes its input, so that no partial file is left, and what is finished follows.
    """
    team: _Team[Item] = _Team(work)
    rest = enumerate(paths)
    begun: dict[int, Item] = {}
    finished: dict[int, Result] = {}
    job = next(rest, None)
    position, deadline = 0, float("inf")
    try:
        while True:
            while job and not is_stopped() and len(team.busy) < jobs and job[0] < position + _AHEAD * jobs:
                if not team.begins(*job):
                    jobs = len(team.busy)  # as many as the computer allows
                    break
                begun[job[0]] = job[1]
                job = next(rest, None)
            if not team.busy:
                break
            if time.monotonic() > deadline:
                team.end(0)
                break
            finished |= team.results()
            if is_stopped():
                deadline = min(deadline, time.monotonic() + _SECONDS)
            while position in finished:
                yield begun.pop(position), finished.pop(position)
                position += 1
        for number in sorted(finished):  # behind one that did not finish
            yield begun[number], finished[number]
    finally:
        team.end()


class _Team(Generic[Item]):
    """The processes of a run: those that have an input, and those that wait for one."""

    def __init__(self, work: Callable[[Item], Result]) -> None:
        self._work = work
        self._idle: list[_Worker] = []
        self.busy: dict[Connection, _Worker] = {}

    def begins(self, number: int, path: Item) -> bool:
        """Give an input to a process; False if there is none, and only those that are busy can be had.

        Raises OSError or MemoryError when not even one can be had.
        """
        with blocked():  # a process that is not among the busy ones yet is unknown to ``end``
            try:
                worker = self._idle.pop() if self._idle else self._start()
            except (OSError, MemoryError) as error:
                if self.busy and shortage(error):
                    return False
                raise
            self.busy[worker.pipe] = worker._replace(number=number)
        with suppress(OSError):  # it has crashed, which is noticed when its result is read
            worker.pipe.send(path)
        return True

    def results(self) -> dict[int, Result]:
        """Wait a moment for results; all that have arrived, by the number of the input."""
        arrived = {}
        for pipe in wait(list(self.busy), _GLANCE):
            worker = self.busy[cast("Connection", pipe)]  # one of those waited for
            try:
                arrived[worker.number] = worker.pipe.recv()
            except (EOFError, OSError):
                arrived[worker.number] = _crash(worker)
            else:
                self._idle.append(worker)
            del self.busy[worker.pipe]
        return arrived

    def end(self, seconds: float = _SECONDS) -> None:
        """End every process; one that has an input finishes it, or gives it up after ``seconds`` and cleans up."""
        workers = [*self.busy.values(), *self._idle]
        self.busy.clear()
        self._idle.clear()
        until = time.monotonic() + seconds
        try:
            for worker in workers:
                with suppress(OSError):
                    worker.pipe.send(None)
            for worker in workers:
                worker.process.join(max(0.0, until - time.monotonic()))
            _give_up([worker.process for worker in workers if worker.process.is_alive()])
        finally:
            for worker in workers:
                worker.process.kill()
                worker.pipe.close()

    def _start(self) -> _Worker:
        ours, theirs = _CONTEXT.Pipe()
        try:
            inherited = (*self.busy, *(each.pipe for each in self._idle), ours)
            not_theirs = inherited if _CONTEXT.get_start_method() == "fork" else ()
            process = _CONTEXT.Process(target=_serve, args=(theirs, self._work, not_theirs), daemon=True)
            process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return _Worker(process, ours, -1)


def _give_up(processes: Sequence[BaseProcess]) -> None:
    for process in processes:
        if GIVE_UP and process.pid:
            os.kill(process.pid, GIVE_UP)
    for process in processes:
        process.join(_SECONDS)


def _serve(pipe: Connection, work: Callable[[Item], Result], not_ours: Sequence[Connection]) -> None:
    """The loop of a process: work on each input that arrives, until None arrives or the other side is gone.

    A copy of the other side of a pipe, inherited here, would hide that it is gone, so these are closed first.
    """
    try:
        ignore()
        for each in not_ours:
            each.close()
        with suppress(EOFError, OSError, Stopped):
            while (path := pipe.recv()) is not None:
                pipe.send(work(path))
    except (MemoryError, SystemError):  # not even the words for it can be found or sent
        os._exit(_NO_MEMORY)


def _crash(worker: _Worker) -> Result:
    worker.process.join()
    worker.pipe.close()
    code = worker.process.exitcode or 0
    if code == _NO_MEMORY:
        code, messages = describe(MemoryError())
        return Result(code, tuple(messages))
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    if how == "SIGKILL":
        words = "stopped by the system (SIGKILL), probably because memory ran out. Close other programs, or give a "
        return Result(2, (Message(f"form4gen: {words}lower --jobs.", is_error=True),))
    if (code < 0 or code == _UNCAUGHT) and (limits := _low_limits()):
        words = f"crashed on this input ({how}), probably because of a low limit. Raise it ({limits})."
        return Result(2, (Message(f"form4gen: {words}", is_error=True),))
    words = f"internal error: crashed on this input ({how}). Run it alone, and report it if it crashes again."
    return Result(70, (Message(f"form4gen: {words}", is_error=True),))


def _low_limits() -> str:
    """The commands that raise the limits of this process under which a library may crash; empty if there are none."""
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return ""
    limits = {"RLIMIT_AS": ("-v", _ENOUGH_MEMORY), "RLIMIT_DATA": ("-d", _ENOUGH_MEMORY), "RLIMIT_NPROC": ("-u", 64)}
    low = []
    for name, (option, enough) in (limits | {"RLIMIT_NOFILE": ("-n", 64)}).items():
        limit, _ = resource.getrlimit(getattr(resource, name))
        if limit != resource.RLIM_INFINITY and limit < enough:
            low.append(f"ulimit {option}")
    return ", ".join(low)
