"""The line that shows how far a run with several inputs is, on a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

import click

_WIDTH = 36
_MOMENT = 2  # seconds in which a rate says little
_LONG = 100  # seconds that are shown as minutes
_CLEAR = "\r\x1b[K"  # to the start of the line, and erase it; click translates this for a Windows terminal


class Progress:
    """A progress bar on standard error; without a label or a terminal nothing is shown.

    If the number of inputs is not known, because it is that of an archive or a folder, only a count is shown. After a
    moment, the line also has the number of inputs per second and the time left. ``done`` inputs were done before.
    """

    def __init__(self, label: str, length: int | None, done: int = 0) -> None:
        self._label, self._length, self._done = label, length, done
        self._before, self._began = done, time.monotonic()
        self._is_shown = bool(label) and sys.stderr.isatty()

    def __enter__(self) -> Self:
        self._show()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.hide()

    def advance(self, number: int = 1) -> None:
        """Count so many more inputs, and show the line."""
        self._done += number
        self._show()

    def hide(self) -> None:
        """Erase the line, so that other text can be written."""
        if self._is_shown:
            click.echo(_CLEAR, nl=False, err=True)

    def _show(self) -> None:
        if self._is_shown and self._length is None:
            click.echo(f"{_CLEAR}{self._label}  {self._done:,}{self._speed()}", nl=False, err=True)
        elif self._is_shown and self._length:
            full = _WIDTH * self._done // self._length
            bar = "#" * full + "-" * (_WIDTH - full)
            text = f"{_CLEAR}{self._label}  [{bar}]  {self._done}/{self._length}{self._speed()}"
            click.echo(text, nl=False, err=True)

    def _speed(self) -> str:
        """The number of inputs per second, and the time left if it can be known; empty in the first moment."""
        seconds = time.monotonic() - self._began
        if seconds < _MOMENT or self._done == self._before:
            return ""
        rate = (self._done - self._before) / seconds
        shown = f"  {rate:,.0f}/s" if rate >= 1 else f"  {rate * 60:,.0f}/min"
        return shown if self._length is None else f"{shown}  {_length_of_time((self._length - self._done) / rate)} left"


def _length_of_time(seconds: float) -> str:
    """``40 s``, ``12 min`` or ``3 h 20 min``."""
    if seconds < _LONG:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
