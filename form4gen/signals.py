"""Signals that end a run: Ctrl-C, a request to terminate, and a terminal that closes.

The C module below ``signal`` is used: ``signal`` itself adds only enumerations, whose import takes a hundredth of a
check.
"""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_NUMBERS = tuple(int(getattr(signal, name)) for name in _NAMES if hasattr(signal, name))


GIVE_UP = int(getattr(signal, "SIGUSR1", 0))
"""The signal by which a process tells another one that it started to clean up and end; 0 where there is none."""


class Stopped(KeyboardInterrupt):
    """A signal that ends the run. It cleans up as after Ctrl-C."""


class _State:
    """The last signal that has arrived, and whether it waits for the end of a block.

    ``blocks`` may not be interrupted, ``noting`` only by a second signal.
    """

    received = 0
    blocks = 0
    noting = 0
    is_waiting = False


def listen() -> None:
    """Let each of the signals raise ``Stopped``, unless this process was started to ignore it, as by ``nohup``."""
    for number in _NUMBERS:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _stop)


def ignore() -> None:
    """Ignore the signals, and let ``GIVE_UP`` raise ``Stopped``: for a process that another one ends."""
    for number in _NUMBERS:
        signal.signal(number, signal.SIG_IGN)
    if GIVE_UP:
        signal.signal(GIVE_UP, _stop)


@contextmanager
def blocked() -> Iterator[None]:
    """Let the signals wait at the system while this block starts a process, which never receives them.

    The mask of signals is inherited. So a signal that arrives meanwhile is not lost for this process, and the new one,
    which this one ends, does not receive it even in its first moment.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where the process ignores them as soon as it can
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _NUMBERS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let a signal wait until the end of this block, which must be short."""
    _State.blocks += 1
    try:
        yield
    finally:
        _State.blocks -= 1
        _raise_what_waits()


@contextmanager
def noted() -> Iterator[Callable[[], bool]]:
    """Let a signal wait until the end of this block, which ends soon when it has arrived; a second one ends it at once.

    What is yielded says whether one has arrived.
    """
    _State.noting += 1
    try:
        yield lambda: _State.is_waiting
    finally:
        _State.noting -= 1
        _raise_what_waits()


def exit_code() -> int:
    """The exit code that shells use for an end by the signal that arrived last: 130 for Ctrl-C."""
    return 128 + (_State.received or int(signal.SIGINT))


def words() -> str:
    """What standard error says of it."""
    if _State.received in (0, signal.SIGINT):
        return "Interrupted."
    from signal import Signals  # noqa: PLC0415  only after such a signal

    return f"Stopped by {Signals(_State.received).name}."


def has_arrived() -> bool:
    """Whether a signal ends the run, where a library raises an exception of its own instead."""
    return bool(_State.received)


def _stop(number: int, _: FrameType | None) -> None:
    _State.received = number
    if _State.blocks or (_State.noting and not _State.is_waiting):
        _State.is_waiting = True
    else:
        raise Stopped


def _raise_what_waits() -> None:
    if _State.is_waiting and not _State.blocks and not _State.noting:
        _State.is_waiting = False
        raise Stopped
