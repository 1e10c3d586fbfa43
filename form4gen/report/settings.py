"""What a firm asks for in a settings file, as a report tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from form4gen.rules.catalogue import Severity


class Settings(NamedTuple):
    """The settings of a run, and the file that holds those which no option of the command line replaces.

    The names are rule ids and families; ``severities`` says how grave a finding of each is, whatever the catalogue
    says. Without a file, ``file`` is None.
    """

    file: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    strict: bool = False

    def severity_of(self, rule: str) -> Severity | None:
        """The severity that is asked for: that of the rule before that of its family; None where none is."""
        return self.severities.get(rule) or self.severities.get(rule[:2])

    @property
    def words(self) -> str:
        """The settings in a line: ``ignore AD; RO102 is a warning; strict``."""
        return "; ".join(self._parts()) or "nothing changed"

    def _parts(self) -> Iterator[str]:
        if self.select:
            yield f"select {', '.join(self.select)}"
        if self.ignore:
            yield f"ignore {', '.join(self.ignore)}"
        for name, severity in sorted(self.severities.items()):
            yield f"{name} is {_ARTICLES[severity]} {severity.value}"
        if self.strict:
            yield "strict"


_ARTICLES = {Severity.ERROR: "an", Severity.WARNING: "a", Severity.ADVISORY: "an"}
