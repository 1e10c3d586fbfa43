"""The catalogue: the record of a rule, and the decorator that makes a rule of a function."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module

from form4gen.docstrings import docstring
from form4gen.location import Place
from form4gen.model.changed import Value
from form4gen.model.fields import camel
from form4gen.records import NamedTuple
from form4gen.typed import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from form4gen.law.authorities import Source
    from form4gen.model.fields import Node
    from form4gen.model.filing import Filing


class Severity(Enum):
    """The severity of a finding."""

    ERROR = "error"
    WARNING = "warning"
    ADVISORY = "advisory"


class Edgar(Enum):
    """What EDGAR does with a filing that has the fault; UNKNOWN if the SEC has not published it."""

    SUSPENDS = "suspends"
    WARNS = "warns"
    ACCEPTS = "accepts"
    UNKNOWN = "unknown"


class Certainty(Enum):
    """How certain it is that the sources support the rule."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


ERROR, WARNING, ADVISORY = Severity.ERROR, Severity.WARNING, Severity.ADVISORY
SUSPENDS, WARNS, ACCEPTS, UNKNOWN = Edgar.SUSPENDS, Edgar.WARNS, Edgar.ACCEPTS, Edgar.UNKNOWN
HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW


class Breach(NamedTuple):
    """What a rule yields: a place, and the fault there.

    ``found`` and ``expected`` are the values as a person reads them, ``arithmetic`` the calculation of the expected
    one. ``severity`` and ``edgar`` are given only if this breach differs from its rule. ``fix`` is the replacement for
    the text at the place, if only its spelling or format is wrong. ``remedy`` is given only if the remedy of the rule
    does not fit this breach. ``suggested`` is the right value of the place where the rule derives it from the rest of
    the form; ``consequences`` tests it.
    """

    at: Place
    message: str
    found: str | None = None
    expected: str | None = None
    arithmetic: str | None = None
    severity: Severity | None = None
    edgar: Edgar | None = None
    fix: str | None = None
    remedy: str | None = None
    suggested: Value | None = None


_OUTSIDE = {
    "prior": "prior filings",
    "original": "the original filing",
    "powers_of_attorney": "powersOfAttorney",
}

Check = Callable[..., Iterator[Breach]]
C = TypeVar("C", bound=Check)


class Rule(NamedTuple):
    """A rule: its check and everything that the catalogue has on it.

    ``name`` is the fault in a practitioner's words, and the check is named after it; the docstring of the check is the
    title, the reason and, after ``Remedy:``, the remedy.
    ``since`` and ``until`` are the first and last filing dates on which the rule is in force. ``needs`` names data
    outside the filing without which the rule is not applied; with ``in_part`` it is applied to the data that is there,
    but is then not reported as passed. ``concerns`` tests whether the data matters to a filing at all; if not, the
    filing does not lack it.
    """

    id: str
    name: str
    check: Check
    on: tuple[type[Node], ...]
    severity: Severity
    edgar: Edgar
    sources: tuple[Source, ...]
    certainty: Certainty
    since: date | None
    until: date | None
    needs: tuple[str, ...]
    in_part: bool = False
    concerns: Callable[[Filing], bool] | None = None

    @property
    def family(self) -> str:
        """The two letters of the id."""
        return self.id[:2]

    @property
    def title(self) -> str:
        """The first line of the docstring: the requirement."""
        return _paragraphs(self.check)[0]

    @property
    def why(self) -> str:
        """The reason, and where EDGAR and the law differ."""
        return "\n\n".join(part for part in _paragraphs(self.check)[1:] if not part.startswith("Remedy:"))

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return _remedy(self.check)

    @property
    def wants(self) -> tuple[str, ...]:
        """The data that the rule needs, as a person names it: ``context.issuerFiscalYearEnd``, or ``prior filings``."""
        return tuple(map(want, self.needs))

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force for a filing of that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@cache
def _paragraphs(check: Check) -> list[str]:
    return [" ".join(part.split()) for part in docstring(check).split("\n\n")]


@cache
def _remedy(check: Check) -> str:
    """What follows ``Remedy:`` in the docstring of a check; every finding shows it."""
    return next((part[7:].strip() for part in _paragraphs(check) if part.startswith("Remedy:")), "")


_RULES: dict[str, Rule] = {}


def rule(
    rule_id: str,
    *,
    name: str,
    on: type[Node] | tuple[type[Node], ...],
    severity: Severity,
    edgar: Edgar,
    sources: tuple[Source, ...],
    certainty: Certainty = HIGH,
    since: date | None = None,
    until: date | None = None,
    needs: tuple[str, ...] = (),
    in_part: bool = False,
    concerns: Callable[[Filing], bool] | None = None,
) -> Callable[[C], C]:
    """Enter the decorated check into the catalogue.

    A check takes the node, or the node and the Circumstances, and yields Breaches.
    """

    def enter(check: C) -> C:
        if rule_id in _RULES:
            message = f"rule id {rule_id} is taken by {_RULES[rule_id].check.__qualname__}"
            raise ValueError(message)
        places = on if isinstance(on, tuple) else (on,)
        _RULES[rule_id] = Rule(
            rule_id, name, check, places, severity, edgar, sources, certainty, since, until, needs, in_part, concerns
        )
        return check

    return enter


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule by id, in the order of the ids, from each module in each family's folder. No list is needed."""
    here = os.path.dirname(os.path.abspath(__file__))
    folders = sorted(entry.name for entry in os.scandir(here) if entry.is_dir() and entry.name != "__pycache__")
    for folder in folders:
        for name in sorted(os.listdir(os.path.join(here, folder))):
            if name.endswith(".py") and name != "__init__.py":
                import_module(f"form4gen.rules.{folder}.{name[:-3]}")
    import_module("form4gen.rules.overrides")
    return dict(sorted(_RULES.items()))


@cache
def want(need: str) -> str:
    """A piece of data outside the filing, as a person names it."""
    return _OUTSIDE.get(need) or f"context.{camel(need)}"


@cache
def takes_circumstances(check: Check) -> bool:
    """Whether the check takes the Circumstances in addition to its node."""
    code: Any = check.__code__
    return bool(code.co_argcount == 2)  # noqa: PLR2004  node and circumstances
