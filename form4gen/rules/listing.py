"""How many findings of one kind are listed, and which override accepts a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from form4gen.bounds import LISTED
from form4gen.model.filing import Filing, Override
from form4gen.records import NamedTuple
from form4gen.rules.catalogue import SUSPENDS, Breach, Edgar, Rule, Severity

Kind = tuple[str, Severity, Edgar | None, bool]
"""What findings of one kind share: rule, severity, EDGAR's reaction, and whether an override accepts them."""


class More(NamedTuple):
    """The number of findings of one kind beyond those that are listed."""

    rule: str
    severity: Severity
    edgar: Edgar | None
    is_accepted: bool
    number: int

    @property
    def kind(self) -> Kind:
        """The kind of these findings."""
        return self.rule, self.severity, self.edgar, self.is_accepted


class Listing:
    """The breaches in a filing with the overrides that accept them: all are counted, ``LISTED`` of a kind are kept.

    ``accepting`` has the overrides that accept any, ``refused`` those that name one that EDGAR suspends: that is no
    judgment, and no override accepts it.
    """

    def __init__(self, filing: Filing) -> None:
        self.accepting: set[Override] = set()
        self.refused: set[Override] = set()
        self._counts: Counter[Kind] = Counter()
        self._overrides: dict[str, dict[str, tuple[int, Override]]] = {}
        for number, override in enumerate(filing.overrides):
            self._overrides.setdefault(override.rule, {}).setdefault(override.place, (number, override))

    @property
    def more(self) -> tuple[More, ...]:
        """How many findings of each kind are not listed."""
        return tuple(More(*kind, count - LISTED) for kind, count in self._counts.items() if count > LISTED)

    def of(self, rule: Rule) -> OfRule:
        """A list for the breaches of a rule; none of them counts before ``enter``."""
        return OfRule(rule, {} if Override in rule.on else self._overrides.get(rule.id, {}))

    def enter(self, found: OfRule) -> None:
        """Count the breaches of a rule."""
        self._counts.update(found.counts)
        self.accepting |= found.accepting  # both in place: a check reads them from the circumstances
        self.refused |= found.refused


class OfRule:
    """The breaches of one rule: each is counted, and ``kept`` has those that are listed."""

    def __init__(self, rule: Rule, overrides: dict[str, tuple[int, Override]]) -> None:
        self.rule = rule
        self.kept: list[tuple[Breach, Override | None]] = []
        self.counts: dict[Kind, int] = {}
        self.accepting: set[Override] = set()
        self.refused: set[Override] = set()
        self._overrides = overrides

    def add(self, breach: Breach) -> None:
        """Count a breach, and keep it if it is among the first of its kind."""
        rule = self.rule
        accepted, edgar = self._override_of(breach), breach.edgar or rule.edgar
        if accepted is not None:
            (self.refused if edgar is SUSPENDS else self.accepting).add(accepted)
        if edgar is SUSPENDS:
            accepted = None
        kind = rule.id, breach.severity or rule.severity, edgar, accepted is not None
        count = self.counts[kind] = self.counts.get(kind, 0) + 1
        if count <= LISTED:
            self.kept.append((breach, accepted))

    def _override_of(self, breach: Breach) -> Override | None:
        """The first override of the rule whose place is that of the breach or above it."""
        places = self._overrides
        known = [places[place] for place in _upward(breach.at.pointer) if place in places] if places else []
        return min(known)[1] if known else None


def _upward(pointer: str) -> Iterator[str]:
    """A pointer, and those of all that its place is in."""
    yield pointer
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer
