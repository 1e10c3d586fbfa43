"""The line that shows how far a run with several inputs is, on a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

import click

_WIDTH = 36
_CLEAR = "\r\x1b[K"  # to the start of the line, and erase it; click translates this for a Windows terminal


class Progress:
    """A progress bar on standard error; without a label or a terminal nothing is shown.

    If the number of inputs is not known, because it is that of an archive or a folder, only a count is shown.
    """

    def __init__(self, label: str, length: int | None) -> None:
        self._label, self._length, self._done = label, length, 0
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
            click.echo(f"{_CLEAR}{self._label}  {self._done:,}", nl=False, err=True)
        elif self._is_shown and self._length:
            full = _WIDTH * self._done // self._length
            bar = "#" * full + "-" * (_WIDTH - full)
            click.echo(f"{_CLEAR}{self._label}  [{bar}]  {self._done}/{self._length}", nl=False, err=True)
