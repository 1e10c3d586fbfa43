"""The settings of a firm, and how a report shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from form4gen.records import NamedTuple
from form4gen.rules.catalogue import Severity


class Settings(NamedTuple):
    """The settings of a run, and the file that they come from as far as no command-line option overrides them.

    The names are rule ids and families; ``severities`` replaces the severity of the catalogue. Without a settings file,
    ``file`` is None.
    """

    file: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    strict: bool = False

    def severity_of(self, rule: str) -> Severity | None:
        """The severity set for the rule, otherwise for its family; None if neither is set."""
        return self.severities.get(rule) or self.severities.get(rule[:2])

    @property
    def words(self) -> str:
        """The settings in a line: ``without AD; RO102 is a warning; warnings fail the run``."""
        return "; ".join(self._parts()) or "no changes"

    def _parts(self) -> Iterator[str]:
        if self.select:
            yield f"only {', '.join(self.select)}"
        if self.ignore:
            yield f"without {', '.join(self.ignore)}"
        for name, severity in sorted(self.severities.items()):
            yield f"{name} is {_ARTICLES[severity]} {severity.value}"
        if self.strict:
            yield "warnings fail the run"


_ARTICLES = {Severity.ERROR: "an", Severity.WARNING: "a", Severity.ADVISORY: "an"}
