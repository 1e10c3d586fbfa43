"""Ctrl-C, and the other signals that end a run, while processes work: noted, and acted on when they have finished."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = tuple(
    each for name in ("SIGINT", "SIGTERM", "SIGHUP") if isinstance(each := getattr(signal, name, None), signal.Signals)
)


@contextmanager
def noted() -> Iterator[Callable[[], bool]]:
    """Note the first signal instead of acting on it; what is yielded says whether one came.

    It is acted on when the block ends. A second one is acted on at once.
    """
    came: list[int] = []
    before = {each: handler for each in _ENDING if callable(handler := signal.getsignal(each))}

    def note(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if len(came) > 1:
            before[signal.Signals(number)](number, frame)

    for each in before:
        signal.signal(each, note)
    try:
        yield lambda: bool(came)
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    if came:
        before[signal.Signals(came[0])](came[0], None)
