"""Workers: processes that share out many inputs, one at a time, so that one that crashes takes nothing else along.

A worker is forked where that is sound, and then shares the libraries that are loaded; elsewhere it is started anew, and
loads them itself (macOS can fork, but its own libraries may crash in the child).
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import NamedTuple

from form4gen.cli.streams import Ended, Said

_CONTEXT = get_context("fork") if sys.platform == "linux" else get_context("spawn")
_SECONDS = 10  # to end what was begun, which takes about one

Work = Callable[[str], Ended]


class _Worker(NamedTuple):
    """A process at its input, and our end of the pipe to it."""

    process: BaseProcess
    pipe: Connection
    number: int


def shared_out(work: Work, paths: Sequence[str], jobs: int) -> Iterator[tuple[int, Ended]]:
    """The work on each path, with its number, as it ends.

    A worker that crashes is replaced, and the path that it was at ends with 70. When the caller goes away before the
    end, each worker ends the input that it is at, so that no half file is left, and begins no other.
    """
    waiting = deque(range(len(paths)))
    team: dict[Connection, _Worker] = {}
    try:
        for _ in range(min(jobs, len(paths))):
            _give(_hired(work, team), waiting, paths, team)
        while team:
            answered = wait(list(team))
            for worker in [each for each in team.values() if each.pipe in answered]:
                try:
                    ended = worker.pipe.recv()
                except (EOFError, OSError):
                    del team[worker.pipe]
                    ended = _crashed(worker)
                    if waiting:
                        _give(_hired(work, team), waiting, paths, team)
                else:
                    _give(worker, waiting, paths, team)
                yield worker.number, ended
    finally:
        _dismiss(list(team.values()))


def _hired(work: Work, team: dict[Connection, _Worker]) -> _Worker:
    ours, theirs = _CONTEXT.Pipe()
    not_theirs = (*team, ours) if _CONTEXT.get_start_method() == "fork" else ()
    process = _CONTEXT.Process(target=_serve, args=(theirs, work, not_theirs), daemon=True)
    with _deaf():
        process.start()
    theirs.close()
    return _Worker(process, ours, -1)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let a child that begins here be deaf to Ctrl-C from its first moment: who began it hears that and ends it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _give(worker: _Worker, waiting: deque[int], paths: Sequence[str], team: dict[Connection, _Worker]) -> None:
    """Give a worker the next input; when there is none, it is let go.

    It is of the team before it begins and until it has ended, so that whenever the run is interrupted it is waited for.
    """
    if not waiting:
        team.pop(worker.pipe, None)
        worker.pipe.close()
        worker.process.join()
        return
    number = waiting.popleft()
    team[worker.pipe] = worker._replace(number=number)
    with suppress(OSError):  # it is gone, as is noticed when its answer is waited for
        worker.pipe.send(paths[number])


def _serve(pipe: Connection, work: Work, not_ours: Sequence[Connection]) -> None:
    """What a worker does: until the other side of the pipe is gone, which a copy of it held here would hide."""
    for each in not_ours:
        each.close()
    with suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv()))


def _crashed(worker: _Worker) -> Ended:
    worker.process.join()
    worker.pipe.close()
    code = worker.process.exitcode or 0
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    words = f"form4gen has a bug: The worker crashed at it ({how}). Run it alone, and report it if it crashes again."
    return Ended(70, (Said(words, is_complaint=True),))


def _dismiss(workers: Sequence[_Worker]) -> None:
    for worker in workers:
        worker.pipe.close()
    for worker in workers:
        worker.process.join(_SECONDS)
        worker.process.kill()
