"""The settings of a run: which findings are reported, how severe each is, and how the memorandum is headed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from form4gen.records import NamedTuple
from form4gen.rules.catalogue import Severity

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Heading(NamedTuple):
    """What a person gives for the heading of a memorandum; nothing is printed for what is empty."""

    legend: str = ""
    to: str = ""
    matter: str = ""
    prepared_by: str = ""


class Settings(NamedTuple):
    """The settings of a run: those of ``file``, if there is one, as far as no command-line option replaces them.

    The names are rule ids and families; ``severities`` replaces the severity of the catalogue. ``options`` are the
    command-line options that set something. With ``is_look``, the rules that ``select`` names are run and no others:
    that is a look at some rules, not a check of the filing. ``heading`` is that of the memorandum.
    """

    file: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    strict: bool = False
    options: tuple[str, ...] = ()
    is_look: bool = False
    heading: Heading = Heading()

    def selects(self, rule: str) -> bool:
        """Whether ``select`` names the rule or its family, or is empty."""
        return not self.select or _named(rule, self.select)

    def excludes(self, rule: str) -> bool:
        """Whether the settings drop what the rule finds."""
        return not self.selects(rule) or _named(rule, self.ignore)

    def lowers(self, rule: str, severity: Severity) -> bool:
        """Whether the settings would lower a finding of the rule that has this severity."""
        wanted = self.severity_of(rule)
        return wanted is not None and _RANKS[wanted] > _RANKS[severity]

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
            yield f"{name} is {'a' if severity is Severity.WARNING else 'an'} {severity.value}"
        if self.strict:
            yield "warnings fail the run"


def _named(rule: str, names: tuple[str, ...]) -> bool:
    return rule in names or rule[:2] in names
