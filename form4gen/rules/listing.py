"""How many findings of one kind are listed, and which override accepts a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

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

    def listed(self, rule: Rule, breaches: Iterable[Breach]) -> list[tuple[Breach, Override | None]]:
        """The breaches of a rule that are listed; if making them raises, none of them counts."""
        kept: list[tuple[Breach, Override | None]] = []
        counts: dict[Kind, int] = {}  # most rules find nothing
        accepting: set[Override] = set()
        refused: set[Override] = set()
        for breach in breaches:
            accepted, edgar = self._override_of(rule, breach), breach.edgar or rule.edgar
            if accepted is not None:
                (refused if edgar is SUSPENDS else accepting).add(accepted)
            if edgar is SUSPENDS:
                accepted = None
            kind = rule.id, breach.severity or rule.severity, edgar, accepted is not None
            count = counts[kind] = counts.get(kind, 0) + 1
            if count <= LISTED:
                kept.append((breach, accepted))
        if counts:
            self._counts.update(counts)
            self.accepting |= accepting  # both in place: a check reads them from the circumstances
            self.refused |= refused
        return kept

    def _override_of(self, rule: Rule, breach: Breach) -> Override | None:
        """The first override of the rule whose place is that of the breach or above it."""
        places = self._overrides.get(rule.id)
        if not places or Override in rule.on:
            return None
        known = [places[place] for place in _upward(breach.at.pointer) if place in places]
        return min(known)[1] if known else None


def _upward(pointer: str) -> Iterator[str]:
    """A pointer, and those of all that its place is in."""
    yield pointer
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer
