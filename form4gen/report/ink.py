"""The colors of a terminal, or none."""

from __future__ import annotations

from form4gen.rules.catalogue import Severity

_COLORS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.ADVISORY: "36;1"}


class Ink:
    """Colors words for a terminal (ECMA-48 escapes); without ``color`` it leaves them as they are."""

    def __init__(self, color: bool) -> None:  # noqa: FBT001  its only argument
        self._color = color

    def of(self, severity: Severity, words: str) -> str:
        """The words in the color of a severity."""
        return self._marked(_COLORS[severity], words)

    def strong(self, words: str) -> str:
        """The words in bold."""
        return self._marked("1", words)

    def quiet(self, words: str) -> str:
        """The words in a faint color."""
        return self._marked("2", words)

    def _marked(self, code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self._color else words
