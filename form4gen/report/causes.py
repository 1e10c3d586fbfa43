"""The findings of one cause together, so that a person sees one finding where one thing is to be done.

Findings of the same rule with the same remedy have one cause, wherever they are. So have a finding and those that only
follow from it, and several findings on the same cells. Late rows are a cause of their own: what to do about lateness is
never what corrects the cell.
"""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.law.authorities import Source
from form4gen.location import Place
from form4gen.records import NamedTuple
from form4gen.report.places import folded
from form4gen.rules.catalogue import Edgar, Severity, catalogue
from form4gen.rules.engine import Finding

LATE = "DL101"
"""The finding on a row that is past its due time."""

_COUNSEL = "AD"
"""The family of what counsel decides, which is not part of the correction of a cell."""

_DOCUMENTS = ("SG", "EX")
"""The families of signatures and of exhibits."""

_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_FEW = 3


class Cause(NamedTuple):
    """The findings of one cause.

    ``findings`` are those of one rule with one remedy, in the order of the document, the leading one first. ``others``
    are on the same cells, or only follow from one of these.
    """

    findings: tuple[Finding, ...]
    others: tuple[Finding, ...] = ()

    @property
    def lead(self) -> Finding:
        """The finding that is shown in full."""
        return self.findings[0]

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding of the cause."""
        return (*self.findings, *self.others)

    @property
    def severity(self) -> Severity:
        """That of the most severe finding."""
        return min((each.severity for each in self.all), key=_RANK.__getitem__)

    @property
    def edgar(self) -> Edgar | None:
        """What EDGAR does: it suspends the filing if it does so for any finding."""
        return Edgar.SUSPENDS if any(each.edgar is Edgar.SUSPENDS for each in self.all) else self.lead.edgar

    @property
    def is_late(self) -> bool:
        """Whether the cause is that rows are past their due time."""
        return self.lead.rule == LATE

    @property
    def is_about_a_document(self) -> bool:
        """Whether it is an advisory on a document to have in hand, rather than a point for counsel."""
        return self.severity is Severity.ADVISORY and self.lead.rule[:2] in _DOCUMENTS

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of every finding, each once."""
        return tuple(dict.fromkeys(source for each in self.all for source in each.sources))

    @property
    def cells(self) -> str:
        """Where the findings are, in a few words."""
        return folded(each.cell for each in self.findings)

    def places(self, ranges: int) -> str:
        """The same with so many ranges of rows at most; of more, how many rows they are."""
        return folded((each.cell for each in self.findings), ranges)

    @property
    def name(self) -> str:
        """The fault in a few words; empty for a document that is not yet a filing."""
        known = catalogue().get(self.lead.rule)
        return known.name if known else ""

    @property
    def found(self) -> str | None:
        """What is there: the common value, or the few that there are."""
        return _together(each.found for each in self.findings)

    @property
    def expected(self) -> str | None:
        """What should be there."""
        return _together(each.expected for each in self.findings)

    @property
    def arithmetic(self) -> str | None:
        """The calculations."""
        return _together(each.arithmetic for each in self.findings)


def causes(findings: Iterable[Finding]) -> list[Cause]:
    """The causes of the findings, in the order of their leading ones. Work grows in proportion to the findings."""
    found = list(findings)
    known = {(each.rule, each.at) for each in found}
    groups: dict[tuple[str, str], list[Finding]] = {}
    following: dict[tuple[str, Place], list[Finding]] = {}
    for each in found:
        if each.follows in known:
            following.setdefault(each.follows, []).append(each)
        else:
            groups.setdefault((each.rule, each.remedy), []).append(each)
    return [
        _cause(same, [each for group in same for lead in group for each in following.get((lead.rule, lead.at), ())])
        for same in _on_the_same_cells(groups.values())
    ]


def _on_the_same_cells(groups: Iterable[list[Finding]]) -> list[list[list[Finding]]]:
    """The groups, those on exactly the same cells together."""
    together: dict[object, list[list[Finding]]] = {}
    for group in groups:
        lead, is_advice = group[0], all(each.severity is Severity.ADVISORY for each in group)
        is_apart = lead.rule == LATE or is_advice or lead.rule.startswith(_COUNSEL)
        cells = frozenset(each.at for each in group)
        together.setdefault((lead.rule, lead.remedy) if is_apart else cells, []).append(group)
    return list(together.values())


def _cause(groups: list[list[Finding]], followers: list[Finding]) -> Cause:
    """The most severe group leads."""
    first, *rest = sorted(groups, key=lambda group: (_RANK[group[0].severity], group[0].edgar is not Edgar.SUSPENDS))
    return Cause(tuple(first), (*(each for group in rest for each in group), *followers))


def _together(values: Iterable[str | None]) -> str | None:
    """The different values, or the range from the least to the greatest if there are more than a few."""
    different = list(dict.fromkeys(value for value in values if value is not None))
    if len(different) <= _FEW:
        return "; ".join(different) or None
    from form4gen.report.spread import spread  # noqa: PLC0415  few reports fold so many

    return spread(different) or f"{'; '.join(different[:_FEW])}; and {len(different) - _FEW} others"
